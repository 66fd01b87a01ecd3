"""Titles in a running text: verbless names of what follows, without a rule or box to tell them.

Reports of other kinds than the questionnaire's have their parts under such titles: behind a roman
or a decimal number, behind a letter or a dash, alone on a line, right above the text, or in front
of its first sentence. What is in title case or capitals and has no verb can also be a name in a
list, an answer or a signature. So a form counts only where what follows bears it out, and the weak
forms only where they recur. One title is then read alike in whatever form a year's report has it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from attrs import evolve, frozen

from tipdiff.patterns import regex
from tipdiff.reading import headings
from tipdiff.reading.endings import is_closing
from tipdiff.reading.labels import ANSWER_TOKENS, Label, Token, parse
from tipdiff.reading.layout import Block, is_closed
from tipdiff.reading.naming import bare, is_small_title, is_title

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tipdiff.reading.layout import Gap, Line

__all__ = ["KNOWN", "NUMERAL", "cut_off"]

Form = Literal["numeral", "decimal", "letter", "number", "bullet", "alone", "above", "run-in"]

#: What follows a title is prose: a sentence that has at least so many letters.
_MIN_PROSE: Final = 14
#: How often a form must recur to bear itself out: (form, stop behind the title) to the least
#: number. Alone on its line a name of several words needs no other; one that looks like a short
#: sentence or an item's name does.
_LEAST: Final[dict[tuple[Form, str], int]] = {
    ("alone", ""): 1,
    ("alone", ":"): 1,
    ("alone", "."): 2,
    ("above", ""): 2,
    ("above", ":"): 3,
    ("above", "."): 2,
    ("run-in", ":"): 3,
    ("run-in", "."): 3,
    ("run-in", "-"): 3,
    ("number", ""): 1,
    ("number", "."): 2,
    ("number", ":"): 2,
    ("bullet", ""): 1,
}
#: A form that recurs so often bears out a title of a single word too.
_OFTEN: Final = 3
#: What guides for such reports call their parts: one of these is a title the first time.
KNOWN: Final = frozenset(
    "summary|introduction|overview|background|status of country|policy initiatives|accomplishments"
    "|law enforcement efforts|corruption|agreements and treaties|cultivation/production"
    "|cultivation and production|drug flow/transit|domestic programs|demand reduction"
    "|domestic programs (demand reduction)|bilateral cooperation|the road ahead"
    "|u.s. policy initiatives|u.s. policy initiatives and programs|comment|conclusion"
    "|openness to foreign investment|conversion and transfer policies"
    "|expropriation and compensation|dispute settlement|right to private ownership"
    "|protection of property rights|political violence|labor|freedom of assembly"
    "|freedom of speech and press"
    "|prevention|protection|prosecution|recommendation|recommendations".split("|")
)
#: The number of a part: II. Status, Part IV. Programs, Section I: Child Labor. A section with
#: an arabic number and a colon is a law's that an answer quotes.
NUMERAL: Final = regex(
    r"(?:[\u00b6]\s*)?(?P<v>(?:(?:Part|PART)\s+(?:[IVX]{1,5}|[A-Z]|\d{1,2})"
    r"|(?:Section|Chapter|SECTION|CHAPTER)\s+(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?!\s*:))|[IVX]{1,5}(?=[.):]))[.):]?)(?:\s*[-\u2013])?\s+(?=[A-Z])"
)
_LONG_ROMAN = regex(
    r"(?:II|III|IV|VI|VII|VIII|IX)[.):]?|(?:Part|Section|Chapter)\b.*", re.IGNORECASE
)
#: A title before a sentence on its own line, and what parts them.
_RUN_IN = regex(
    r"(?P<t>[A-Z][^.:;?!]{2,80}?(?:\([^()]{2,40}\))?)(?P<s>: +|\. {2,}|\. | ?--? +| {2,})"
    r"(?=[\"'\u201c(]?[A-Z0-9])"
)


_UNLABELLED: Final = Label()


@frozen(eq=False)
class _Candidate:
    """A title that a block may begin with: ``lines`` of it are the title's, or ``cut`` letters."""

    form: Form
    stop: str
    text: str
    lines: int
    cut: int = 0
    label: Label = _UNLABELLED

    @property
    def is_known(self) -> bool:
        return self.text.casefold() in KNOWN


#: What a title looks like: those of one look are of one rank.
_LOOKS: Final[dict[Form, str]] = {
    "numeral": "numeral",
    "decimal": "decimal",
    "letter": "letter",
    "number": "numbered",
    "bullet": "bullet",
}


def _stop(text: str) -> str:
    end = text.rstrip()[-1:]
    return end if end in ".:-" else ""


def _numeral(block: Block, *, roman: bool) -> Label | None:
    text, numbered = block.lines[0].text, block.label
    match = NUMERAL.match(text)
    if match is None and {token.kind for token in numbered.tokens} == {"number"}:
        match = NUMERAL.match(text, numbered.rest)  # "8. IV. Statistics": a paragraph of its own
    if match is None or (len(match["v"].rstrip(".):")) == 1 and not roman):
        return None
    token = Token("numeral", match["v"], None, match.start(), match.end("v"), match["v"])
    before = numbered.tokens if match.start() else ()
    return Label((*before, token), match.end())


def _broken(lines: Sequence[Line]) -> bool:
    """Tell whether a title's line was ended on purpose: the next begins anew, and it had room."""
    first, second = lines[:2]
    widest = max(line.width for line in lines[1:])
    room = widest - first.width - 1
    digit = second.text[:1].isdecimal() and _stop(first.text)
    if not (second.text[:1].isupper() or digit):
        return False
    whole = len(lines) == len((first, second)) and is_closed(second.text) and not parse(first.text)
    return whole or len(second.text.split(" ", 1)[0]) <= room


def _form(label: Label) -> Form | None:
    """Return the form that a title behind this label would have."""
    if not label:
        return "alone"
    kinds = {token.kind for token in label.tokens}
    answer = label.get(*ANSWER_TOKENS)
    if "numeral" in kinds:
        return "numeral"
    if answer is not None:
        return "decimal" if answer.is_decimal else "letter"
    if "number" in kinds:
        return "number"
    return "bullet" if label.tokens[0].kind == "bullet" else None


def _candidate(block: Block, *, roman: bool, own: bool) -> _Candidate | None:
    """Return the title that a block may be or begin with."""
    if block.rule_below or block.listed or block.titled:
        return None  # a ruled heading has its own forms, and an outline's is known
    label = _numeral(block, roman=roman) or block.label
    form = _form(label)
    if form is None:
        return None
    first = block.lines[0].text[label.rest :]
    whole = block.text[label.rest :]
    small = own and form in {"alone", "number"} and len(block.lines) == 1 and is_small_title(whole)
    if len(block.lines) <= 2 and (is_title(whole) or small):
        return _Candidate(form, _stop(whole), bare(whole), len(block.lines), label=label)
    if len(block.lines) > 1 and is_title(first) and _broken(block.lines):
        rest = " ".join(line.text for line in block.lines[1:])
        if _is_prose(rest) and form != "letter":
            here: Form = "above" if form == "alone" else form
            return _Candidate(here, _stop(first), bare(first), 1, label=label)
    return _run_in(first, form, label)


def _run_in(first: str, form: Form, label: Label) -> _Candidate | None:
    """Return the title that stands before a sentence in the first line of a block."""
    match = _RUN_IN.match(first)
    if match is None or form in {"letter", "bullet"} or not is_title(match["t"]):
        return None
    if label and headings.RUN_IN.match(first):
        return None  # SUMMARY: (SBU) The ferries left.
    sign = match["s"].strip()[:1]
    numbered = form in {"numeral", "decimal"}
    title, end = match["t"], match.end()
    if sign == "-":  # "Disputes -- Arbitration. The court": the dash stands inside the title
        second = _RUN_IN.match(first, end)
        if second is not None and is_title(second["t"]) and second["s"].strip()[:1] in {".", ":"}:
            title, end, sign = first[: second.end("t")], second.end(), second["s"].strip()[:1]
            cut = end + label.rest
            return _Candidate(form if numbered else "run-in", sign, bare(title), 1, cut, label)
    if (not sign and not numbered) or (numbered and match["s"] == ". "):
        return None
    cut = end + label.rest
    return _Candidate(form if numbered else "run-in", sign, bare(title), 1, cut, label)


def _is_prose(text: str) -> bool:
    return len(text) >= _MIN_PROSE and text[:1] not in "-*" and " " in text


def _parted(block: Block) -> list[Block]:
    """Cut a block above each line in it that is a guide's title with a stop, blank line or none."""
    cuts = [
        place
        for place, (above, line) in enumerate(pairwise(block.lines), start=1)
        if _stop(line.text)
        and bare(line.text).casefold() in KNOWN
        and is_closed(above.text)
        and place + 1 < len(block.lines)
    ]
    if not cuts:
        return [block]
    ends = [*cuts[1:], len(block.lines)]
    made = [evolve(block, lines=block.lines[: cuts[0]], rule_below=False)]
    made += [
        Block(block.lines[cut:end], "none", Label(), broken=True)
        for cut, end in zip(cuts, ends, strict=True)
    ]
    made[-1].rule_below = block.rule_below
    return made


def _opens_prose(block: Block | None) -> bool:
    """Tell whether a block is a paragraph that a title can stand above."""
    if block is None or block.label.is_list:
        return False
    text = block.text[block.label.rest :]
    if block.listed and not is_closed(text):
        return False
    return not text[:1].islower() and _is_prose(text)


def cut_off(blocks: Sequence[Block], *, asked: bool = False, own: bool = False) -> list[Block]:
    """Return the blocks with the titles among them cut off and marked (``Block.titled``).

    Args:
        blocks: The blocks of one body.
        asked: Whether it repeats the questionnaire: then a title behind a letter is a question.
        own: Whether it is no cable's: then titles can be in small letters, and stand above a list.

    """
    blocks = [piece for block in blocks for piece in _parted(block)]
    roman = any(
        (match := NUMERAL.match(block.text)) and _LONG_ROMAN.match(match["v"]) for block in blocks
    )
    found = [_candidate(block, roman=roman, own=own) for block in blocks]
    if blocks and found[0] is not None and blocks[0].text[:1].islower():
        found[0] = None  # the letter of a narrative's section in the report it is taken from
    if asked:
        found = [None if it is not None and it.form == "letter" else it for it in found]
    counts = Counter((it.form, it.stop) for it in found if it is not None)
    kept: list[bool] = [bool(block.titled) for block in blocks]
    for place in range(len(blocks) - 1, -1, -1):
        it = found[place]
        if it is None:
            continue
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        titled = place + 1 < len(blocks) and kept[place + 1]
        above = blocks[place - 1] if place else None
        often = counts[it.form, it.stop] >= _OFTEN
        around = _Around(blocks[place].gap, above, below, titled, often, own)
        kept[place] = _stands(it, blocks[place], around) and _recurs(it, counts)
    made: list[Block] = []
    for block, it, keep in zip(blocks, found, kept, strict=True):
        made += _parts(block, it) if it is not None and keep else [block]
    return made


def _recurs(it: _Candidate, counts: Counter[tuple[Form, str]]) -> bool:
    if it.form in {"numeral", "decimal", "letter"} or it.is_known:
        return True
    least = _LEAST.get((it.form, it.stop))
    return least is not None and counts[it.form, it.stop] >= least


@frozen(eq=False)
class _Around:
    """What stands around a title."""

    gap: Gap
    above: Block | None
    below: Block | None
    titled: bool  #: what stands below is a title too
    often: bool  #: titles of this form recur
    own: bool  #: the report is no cable

    @property
    def answers(self) -> bool:
        """Whether the label of an answer follows."""
        return self.below is not None and self.below.label.get(*ANSWER_TOKENS) is not None


def _stands_alone(it: _Candidate, around: _Around) -> bool:
    above = around.above
    if above is not None:
        if around.gap == "none" and not is_closed(above.text):
            return False
        if above.text.endswith((",", ":")) and not is_closing(_said(above)):
            return it.is_known
    several = around.titled or around.often or " " in it.text or it.is_known or bool(it.stop)
    return (
        several and (around.titled or not around.answers) and (around.gap != "none" or it.is_known)
    )


def _stands_numbered(it: _Candidate, around: _Around) -> bool:
    """Tell whether a title behind a number is none of a list's items."""
    above, below = around.above, around.below
    listed = above is not None and above.label.get("number") and is_title(_said(above))
    sure = bool(it.stop) or around.titled or it.label.is_marked or around.own
    return sure and not (listed or (below is not None and below.label))


#: What must stand around a whole line for it to be a title, by its form.
_STANDS: Final[dict[Form, Callable[[_Candidate, _Around], bool]]] = {
    "alone": _stands_alone,
    "number": _stands_numbered,
    # An answer can be a name too; a title has no stop, and its text stands below it.
    "letter": lambda it, around: around.titled or not (it.stop or around.answers),
    "bullet": lambda _, around: (
        not _is_item(around.above) and around.below is not None and not around.below.label
    ),
    "numeral": lambda _, __: True,
    "decimal": lambda _, __: True,
}


def _stands(it: _Candidate, block: Block, around: _Around) -> bool:
    """Tell whether what stands around a title lets it be one."""
    if it.cut or it.lines < len(block.lines):
        return it.form != "bullet" or not _is_item(around.above)
    below = around.below
    listed = around.own and it.form == "alone" and not it.stop and _is_item(below)
    listed = listed and below is not None and below.table is None
    return (around.titled or listed or _opens_prose(below)) and _STANDS[it.form](it, around)


def _said(block: Block) -> str:
    return block.text[block.label.rest :]


def _is_item(block: Block | None) -> bool:
    return block is not None and (block.label.is_list or block.listed)


def _parts(block: Block, it: _Candidate) -> list[Block]:
    """Cut a title off the text that follows it in one block."""
    look = _LOOKS.get(it.form, "title")
    if it.form == "run-in" and it.label:
        return [evolve(block, run_in=it.cut)]
    if it.cut:
        line = block.lines[0]
        end = it.cut
        text = line.text[:end].rstrip()
        above = evolve(line, text=text, end=line.start + len(text))
        rest = evolve(line, text=line.text[end:], start=line.start + end, indent=0)
        lines, following = [above], [rest, *block.lines[1:]]
    else:
        lines, following = block.lines[: it.lines], block.lines[it.lines :]
    title = evolve(block, lines=lines, label=it.label, titled=look, rule_below=False)
    if not following:
        return [title]
    return [title, Block(following, "none", Label(), rule_below=block.rule_below)]
