"""Whether a text ends as a sentence does, or goes on beyond what stands between."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.language import currencies
from tipdiff.patterns import regex

__all__ = ["UNFINISHED", "is_closed"]

_CLOSERS: Final = "\"'\u201d\u2019)]"
#: A full stop after one of these ends nothing: the minister, Dr.
_ABBREVIATED = regex(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Capt|Prof|Art|Arts|Nos|i\.e|e\.g|vs|approx"
    r"|[Tt]el|[Ee]xt)\.$|\sNo\.$"
)
#: Short forms of money before a figure: The fine is Rs. / 5,000.
_MONEY = frozenset(
    {
        *currencies.SHORT,
        *currencies.ALIASES,
        *(sign.capitalize() for sign in currencies.SIGNS if sign.isalpha()),
    }
)
_LAST = regex(r"(?:^|[^\d\s]\s)([A-Za-z/]{1,5})\.$")
#: The mark of a footnote behind what it belongs to: They left.[3]
_NOTE = regex(
    r"(?:\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[*\u2020\u2021]{1,3}"
    r"|(?<=[a-z][.!?])(?!8$)\d{1,2})$"
)
#: How much of a text's end tells how it ends.
_END: Final = 16

#: Words that lead on to another: articles, prepositions, auxiliaries, conjunctions.
_LEADING: Final = (
    "the a an of and or to in on at by for from with that which who whom whose as than is are was"
    " were has have had not its their his her this these between under into also be been will may"
    " toward towards against among across along within without through throughout during behind"
    " beyond upon onto near about over after before since until because while if when where"
    " including despite per via can could would should must might did does do"
)
#: A text that ends so goes on, whatever stands between: "... the Council of".
UNFINISHED: Final = regex(
    rf"(?:,|\b(?:{'|'.join(_LEADING.split())}))$",
    re.IGNORECASE,
)


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence, a lead or an item of a run ends."""
    end = text[-_END:]
    if end[-1:].isalpha():  # most lines of a paragraph
        return False
    if not end.endswith((".", ":", ";")):
        end = _NOTE.sub("", end).rstrip(_CLOSERS)
    if end.endswith((".8", "!8")):
        return True
    if not end.endswith((".", "!", "?", ":", ";")) or _ABBREVIATED.search(end):
        return False
    last = _LAST.search(end)
    return last is None or last[1] not in _MONEY
