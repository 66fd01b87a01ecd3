"""Headings: which blocks are one, and what it says without rules, numbers and references.

A heading can be plain, in capitals, boxed, or have a rule below that is shorter than itself. None of
these signs is enough alone: a rule also closes a summary, a sentence that introduces a list ends
with a colon too, and a surname in capitals ends the cable. So each form asks for what goes with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.reading.layout import MAX_HEADING_LINES, is_closed
from tipdiff.reading.sentences import is_pointer

if TYPE_CHECKING:
    from tipdiff.reading.layout import Block

__all__ = ["RUN_IN", "clean", "heading", "is_known", "rank", "style"]

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
_KNOWN = re.compile(rf"(?:the )?(?:{_WORDS})\b", re.IGNORECASE)
#: A finite verb makes a sentence of a line, however short.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|should|must"
    r"|includes?|follows?|said|says|states?|reports|reported|remains?|continues?d?|provides?d?)\b"
)
_REFERENCE = re.compile(
    r"\s*[(\[](?:ref\b|reftel|refs\b|see\b|paras?\b|questions?\b|keyed\b)[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"#{1,6}\s+(?P<t>.+?)\s*#*|(?P<b>\*\*|__)(?P<u>[^*_]+)(?P=b)")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-zA-Z])[.)]|Section \d+\.?)\s+")
_SMALL = frozenset("a an and at by for from in into of on or the to with / -".split())

#: A heading that runs into its paragraph: SUMMARY: Throughout the year ...
RUN_IN: Final = re.compile(
    rf"(?P<t>[A-Z][A-Z'/,&\- ]{{4,70}}|(?i:(?:begin )?(?:{_WORDS}))(?: (?:and|of|to) [A-Z][a-z]+){{0,4}})"
    r"(?:\s?\([^()]{0,40}\))?\s?(?::|--|\.)(?=\s)"
)


def clean(text: str) -> str:
    """Return a heading as printed, without rules, numbers and ``(ref ...)``."""
    markdown = _MARKDOWN.fullmatch(text)
    if markdown:
        text = _NUMBER.sub("", markdown["t"] or markdown["u"], count=1)
    text = _REFERENCE.sub("", text).strip().strip("-=_* ")
    return re.sub(r"\s+", " ", text).rstrip(":.- ")


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
    if block.text.startswith("#"):
        return "markdown"
    if block.label.get("number", "garbled"):
        return "numbered"
    case = "upper" if is_upper(block.text) else "lower"
    if block.rule_above and block.rule_below:
        return f"boxed {case}"
    return f"ruled {case}" if block.rule_below or block.rule_above else f"plain {case}"


def rank(look: str, text: str) -> int:
    """Return how high a heading ranks that no answers tell the place of: 0 is the highest.

    What the instruction calls its blocks is high however it looks; else a box or rule is above a
    plain line, and that above the first line of a numbered paragraph.
    """
    if is_known(text):
        return 0
    return {"plain": 1, "numbered": 2}.get(look.split(maxsplit=1)[0], 0)


def _starts_answers(block: Block | None) -> bool:
    return block is not None and block.label.get("key", "letter", "weak-letter") is not None


def heading(block: Block, above: Block | None, below: Block | None) -> str | None:
    """Return what the heading in a block says, or None where the block is no heading.

    Args:
        block: The block in question.
        above: The block before it, None for the first.
        below: The block after it, None for the last.

    """
    whole = block.text
    if _MARKDOWN.fullmatch(whole):
        return clean(whole)
    text = whole[block.label.rest :]
    bare = _REFERENCE.sub("", text).strip()
    if not bare or len(text) > _MAX_LENGTH or len(block.lines) > MAX_HEADING_LINES:
        return None
    if is_pointer(text) or text.strip(" .").upper() in {"NONE", "YES", "UNKNOWN"}:
        return None
    if not re.search(r"[A-Za-z]{3}", bare) or block.label.is_list or bare[0] in "\"'(`[":
        return None
    ended = bare.endswith((".", "!", "?", ";", ","))
    if block.rule_above or block.rule_below:
        box = block.rule_above and block.rule_below and (not ended or is_upper(bare))
        if box or (not ended and (block.rule_below or _looks_named(bare))):
            return clean(text)
    if ended or below is None:
        return None
    if (
        block.gap == "none"
        and not block.label
        and not (above is not None and is_closed(above.text))
    ):
        return None
    if block.label.get("key", "letter", "weak-letter"):
        return clean(text) if is_upper(bare) and bare.endswith(":") else None
    if block.label.get("number", "garbled"):
        named = is_upper(bare) or (_starts_answers(below) and not block.label.is_marked)
        named = named or (bare.endswith(":") and (_starts_answers(below) or _looks_named(bare)))
        return clean(text) if named else None
    if is_upper(bare) and len(bare.split()) <= _MAX_WORDS:
        return clean(text)
    if "none" in {block.gap, below.gap} and not _starts_answers(below):
        return None
    if bare != text and _KNOWN.match(bare):
        return clean(text)
    if _looks_named(bare) and (_KNOWN.match(bare) or _starts_answers(below)):
        return clean(text)
    return None


def _looks_named(text: str) -> bool:
    """Tell whether a short text names a matter rather than says something of it."""
    if len(text.split()) > _MAX_WORDS or _VERB.search(text) or re.search(r"\d", text):
        return False
    return _is_title(text.rstrip(":")) or _KNOWN.match(text) is not None
