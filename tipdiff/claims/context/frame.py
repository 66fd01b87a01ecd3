"""A claim in its sentence, as rows of words around it look at it; and how dates are written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tipdiff.language.months import NAMES, SHORT
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Span

__all__ = ["DATE", "MONTH", "framed", "words_of"]

#: A month, and a day in one, in patterns.
MONTH: Final = (
    rf"(?:{'|'.join(NAMES).title()}|"
    rf"(?:{'|'.join(short for short in SHORT if short != 'may').title()}|Sept)\b\.?)"
)
DATE: Final = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})(?!\d)"
)
#: Where a sentence ends inside a text of several.
_END: Final = regex(r"[.!?][\"')\]]*\s+(?=[\"'(\[]*[A-Z])")
#: Most characters of a sentence that are looked at on either side of a claim: some sixty words, so
#: that a text of one endless sentence takes no longer than one of many.
REACH: Final = 400
_WORD: Final = regex(r"[a-z]+")


def framed(text: str, span: Span) -> str:
    """Return the sentence of a claim, the claim between ``«`` and ``»``.

    >>> framed("They met. Police arrested 14 men in May.", (26, 32))
    'Police arrested «14 men» in May.'
    """
    start, end = span
    floor = max(start - REACH, 0)
    first = max((m.end() for m in _END.finditer(text, floor, start)), default=floor)
    last = _END.search(text, end, end + REACH)
    stop = min(len(text), end + REACH) if last is None else last.start() + 1
    return f"{text[first:start]}«{text[start:end]}»{text[end:stop]}"


@lru_cache(maxsize=8)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in lower case: a row is tried only if one of its own is there."""
    return frozenset(_WORD.findall(text.lower()))
