"""Headings: which blocks are one, and what it says without rules, numbers and references.

A heading can be plain, in capitals, boxed, or have a rule below that is shorter than itself. None
of these signs is enough alone: a rule also closes a summary, a sentence that introduces a list ends
with a colon too, and a surname in capitals ends the cable. So each form asks for what goes with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.patterns import regex
from tipdiff.reading.endings import is_closing
from tipdiff.reading.labels import ANSWER_TOKENS, Label, Token
from tipdiff.reading.layout import MAX_HEADING_LINES, Block, is_closed
from tipdiff.reading.pointers import is_pointer
from tipdiff.reading.preamble import is_handling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "FORMS",
    "RUN_IN",
    "clean",
    "heading",
    "is_known",
    "is_upper",
    "numbered",
    "parted",
    "rank",
    "style",
    "title_look",
]

#: The longest heading of the instruction has some 70 letters; with a reference twice as many.
_MAX_LENGTH: Final = 160
#: A heading in a narrative or a plain one in a cable has no more words than this.
_MAX_WORDS: Final = 14

#: What the instruction's blocks, and the parts of any cable, are called: a plain short line that
#: opens with one of these is a heading even in small letters.
_WORDS: Final = (
    "overview|prevention|protection|prosecution|investigations?|assistance|summary|comments?"
    "|background|introduction|contacts?|points? of contact|victims?|trafficking|conclusion|heroes?"
    "|best practices?|country|setting the scene|time spent|hours|statistics|recommendations?"
)
_KNOWN = regex(rf"(?:the )?(?:{_WORDS})\b", re.IGNORECASE)
#: A finite verb makes a sentence of a line, however short.
_VERB = regex(
    r"\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|should|must"
    r"|includes?|follows?|said|says|states?|reports|reported|remains?|continues?d?|provides?d?)\b"
)
_SIGNS = regex(r"#{1,6}\s")
_REFERENCE = regex(
    r"\s*[(\[](?:ref\b|reftel|refs\b|see\b|paras?\b|questions?\b|keyed\b)[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
#: A heading between rules in one line: --- PORTS ---
_BETWEEN = regex(r"[-=_*~]{2,} *(?P<t>[A-Za-z][^=_*~]{2,70}?) *[-=_*~]{2,}")
_MARKDOWN = regex(r"#{1,6}\s+(?P<t>.+?)\s*#*|(?P<b>\*\*|__)(?P<u>[^*_]+)(?P=b)")
_NUMBER = regex(
    r"(?:\(?(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,5}|[a-zA-Z])[.)]|\d{1,2}(?:\.\d{1,2})*\.?(?=\s+[A-Z])"
    r"|Section \d+\.?)\s+"
)
#: What a sentence has that introduces something, and no heading.
_LEADS = regex(r"[:;.] |\b(?:below|following|as follows)\b")
_SMALL = frozenset("a an and at by for from in into of on or the to with / -".split())

#: A heading opens with a letter, and has a word.
_NAMING = regex(r"(?![\"'(`\[]).*[A-Za-z]{3}")
#: An answer of one word is none, though it may be in capitals.
_ANSWER = regex(r"\s*(?:none|yes|no|unknown)\W*", re.IGNORECASE)

#: A heading that runs into its paragraph: SUMMARY: The ferries left.
RUN_IN: Final = regex(
    r"(?P<t>[A-Z][A-Z'/,&\- ]{4,70}(?=(?: ?\([^()]{0,40}\))? ?:)"
    r"|(?i:(?:begin )?(?:overview|prevention|protection|prosecution|summary|comments?|background"
    r"|introduction|conclusion))(?: (?:and|of|to) (?:[A-Z][a-z]+|comment|summary)){0,4})"
    r"(?: ?\([^()]{0,40}\))? ?(?::|--|\.)(?=\s)"
)


def clean(text: str) -> str:
    """Return a heading as printed, without rules, numbers and ``(ref ...)``."""
    markdown = _MARKDOWN.fullmatch(text)
    if markdown:
        text = _NUMBER.sub("", markdown["t"] or markdown["u"], count=1)
    text = _REFERENCE.sub("", text).strip().strip("-=_* ")
    return re.sub(r"\s+", " ", text)


def is_known(text: str) -> bool:
    """Tell whether a text opens with a word that the parts of cables are called by."""
    return _KNOWN.match(text) is not None


def is_upper(text: str) -> bool:
    """Tell whether a text is in capitals, a few small words and a reference left aside."""
    letters = _REFERENCE.sub("", text)
    return letters.isupper() and re.search(r"[A-Z]{4}", letters) is not None


def _is_title(text: str) -> bool:
    return all(
        word[0].isupper() or word in _SMALL or not word[0].isalpha()
        for word in re.findall(r"\S+", _REFERENCE.sub("", text))
    )


def style(block: Block) -> str:
    """Return what a heading looks like: headings of one level look alike."""
    if block.titled:
        return block.titled
    if block.text.startswith("#"):
        return f"markdown {len(block.text) - len(block.text.lstrip('#'))}"
    if block.label.get("number", "garbled"):
        return "numbered"
    case = "upper" if is_upper(block.text) else "lower"
    if block.rule_above and block.rule_below:
        return f"boxed {case}"
    return f"ruled {case}" if block.rule_below or block.rule_above else f"plain {case}"


def title_look(blocks: Sequence[Block]) -> str | None:
    """Return the look of the heading that names the report: the first in Markdown, alone so high.

    Args:
        blocks: All blocks of the body.

    """
    looks = [style(block) for block in blocks if _SIGNS.match(block.text)]
    return looks[0] if looks and looks[0] == min(looks) and looks.count(looks[0]) == 1 else None


def rank(look: str, text: str) -> int:
    """Return how high a heading ranks that no answers tell the place of: 0 is the highest.

    What the instruction calls its blocks is high however it looks; else a box or rule is above a
    plain line, and that above the first line of a numbered paragraph.
    """
    if is_known(text):
        return 0
    return {"plain": 1, "title": 1, "bullet": 1, "numbered": 2}.get(look.split(maxsplit=1)[0], 0)


@frozen(eq=False)
class _Look:
    """What a block looks like, for the forms that a heading can have."""

    text: str  #: without label and reference
    label: str  #: "number", "letter", or "" for none or a mark alone
    marked: bool  #: a classification stands in the label
    above: bool  #: a rule stands above
    below: bool  #: a rule stands below
    referred: bool  #: it has a reference: (ref. Para 27)
    apart: bool  #: neither text above nor below is adjacent, but for an ended sentence
    answers: bool  #: the label of an answer follows
    lists: bool  #: a list follows
    last: bool  #: nothing follows
    listed: bool  #: a numbered line without a full stop stands above, as in a list of names
    torn: bool  #: an open sentence stands right above

    @property
    def upper(self) -> bool:
        return is_upper(self.text) and len(self.text.split()) <= _MAX_WORDS

    @property
    def colon(self) -> bool:
        return self.text.endswith(":")

    @property
    def named(self) -> bool:
        """Whether a short text names a matter rather than says something of it."""
        if len(self.text.split()) > _MAX_WORDS or _VERB.search(self.text):
            return False
        return not re.search(r"\d", self.text) and (_is_title(self.text) or is_known(self.text))

    @property
    def leads(self) -> bool:
        """Whether a text with a colon at its end leads to a list, or says something before it."""
        return _LEADS.search(self.text) is not None

    @property
    def ended(self) -> bool:
        return self.text.rstrip("\"')\u201d").endswith((".", "!", "?", ";", ","))

    @property
    def plain(self) -> bool:
        """Whether no rule tells anything, and no sentence ends or goes on."""
        return not (self.ended or self.last or self.torn)


#: The forms of a heading: (sample, test); one is enough. A rule also closes a summary, a sentence
#: that introduces a list ends with a colon too, and what stands last is no heading unless ruled.
FORMS: Final[tuple[tuple[str, Callable[[_Look], bool]], ...]] = (
    ("between rules: -- PORTS --", lambda it: it.above and it.below and (it.upper or not it.ended)),
    ("above a rule, shorter or not: Ports", lambda it: it.below and not it.ended),
    ("below a rule: Ports", lambda it: it.above and it.named and not it.ended),
    (
        "an answer's: \u00b6E. PORT STATISTICS:",
        lambda it: it.plain and it.label == "letter" and it.upper and it.colon,
    ),
    (
        "a paragraph's in capitals: \u00b63. (SBU) PORTS",
        lambda it: it.plain and it.label == "number" and it.upper,
    ),
    (
        "a paragraph's before answers: \u00b63. What the ports did:",
        lambda it: (
            it.plain
            and it.label == "number"
            and it.answers
            and not it.leads
            and (it.colon or (not it.listed and (it.named or not it.marked)))
        ),
    ),
    (
        "a paragraph's with a colon: \u00b63. Protection of Sailors:",
        lambda it: it.plain and it.label == "number" and it.colon and it.named and not it.lists,
    ),
    ("in capitals: PORTS", lambda it: it.plain and not it.label and it.upper and it.apart),
    (
        "with its reference: Overview (ref. Para 27)",
        lambda it: it.plain and not it.label and it.apart and it.referred and is_known(it.text),
    ),
    (
        "a name in small letters: Protection of Sailors",
        lambda it: (
            it.plain
            and not it.label
            and it.apart
            and it.named
            and (it.answers or is_known(it.text))
            and not (it.colon and it.lists)
        ),
    ),
)


#: A block's own number: II. PORTS, 2) PORTS. The same before an answer or an item is its label.
_NUMERAL = regex(r"\u00b6? ?(?P<v>[IVX]{1,4}[.):]|\(?\d{1,2}\))\s+(?=[A-Z])")
#: The letter that a narrative's section has in the report it is taken from: f. Trafficking.
_SECTION = regex(r"(?P<v>[a-z]\.)\s+(?=[A-Z])")


def numbered(block: Block, *, first: bool = False) -> Block:
    """Return a block that may be a heading with its number as label: II. PORTS, with its rule."""
    match = _NUMERAL.match(block.text) or (_SECTION.match(block.text) if first else None)
    if not match:
        return block
    text = block.text[match.end() :]
    known = is_known(text) and (first or is_upper(text))
    if not (block.rule_below or block.rule_above or known):
        return block
    token = Token("numeral", match["v"], None, 0, match.end("v"), match["v"])
    return evolve(block, label=Label((token,), match.end()))


def parted(block: Block) -> list[Block]:
    """Cut a numbered heading in capitals off the text that follows it on the next line."""
    first, *rest = block.lines
    title = first.text[block.label.rest :]
    if (
        not rest
        or block.label.get("number") is None
        or not (is_upper(title) and len(title.split()) > 1)
        or is_upper(rest[0].text)
        or not rest[0].text[0].isupper()
    ):
        return [block]
    above = evolve(block, lines=[first], rule_below=False)
    return [above, Block(rest, "none", Label(), rule_below=block.rule_below)]


def heading(block: Block, above: Block | None, below: Block | None) -> str | None:
    """Return what the heading in a block says, or None where the block is no heading.

    Args:
        block: The block in question.
        above: The block before it, None for the first.
        below: The block after it, None for the last.

    """
    if len(block.lines) > MAX_HEADING_LINES or len(block.lines[0].text) > _MAX_LENGTH:
        return None
    whole = block.text
    if _MARKDOWN.fullmatch(whole) or _BETWEEN.fullmatch(whole):
        return clean(whole)
    text = whole[block.label.rest :]
    if len(text) > _MAX_LENGTH or block.label.is_list:
        return None
    bare = _REFERENCE.sub("", text).strip()
    says_nothing = is_pointer(text) or is_closing(bare) or is_handling(bare)
    if not _NAMING.match(bare) or _ANSWER.fullmatch(text) or says_nothing:
        return None
    if bare[0].islower():
        return None  # the rest of a torn sentence, with a rule below
    answers = below is not None and below.label.get(*ANSWER_TOKENS) is not None
    look = _Look(
        bare,
        "letter"
        if block.label.get(*ANSWER_TOKENS)
        else "number"
        if block.label.get("number", "garbled")
        else "",
        block.label.is_marked,
        block.rule_above,
        block.rule_below,
        bare != text,
        _stands_apart(block, above) and (below is None or below.gap != "none" or answers),
        answers,
        below is not None and (below.label.is_list or below.label.starts_list or below.listed),
        below is None,
        above is not None
        and above.label.get("number") is not None
        and not (above.rule_below or is_closed(above.text)),
        block.gap == "none" and above is not None and not is_closed(above.text),
    )
    return clean(text) if any(test(look) for _, test in FORMS) else None


def _stands_apart(block: Block, above: Block | None) -> bool:
    return block.gap != "none" or (above is not None and is_closed(above.text))
