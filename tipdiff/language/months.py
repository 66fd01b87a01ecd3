"""The months: their names and short forms, in order, and the seasons."""

from __future__ import annotations

from typing import Final

__all__ = ["MONTHS", "NAMES", "SEASONS", "SHORT", "month_number"]

#: Their names, January first, in small letters.
NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
#: Their first three letters, which dates of messages have; in prose also "sept".
SHORT: Final = tuple(name[:3] for name in NAMES)
#: A word that is a month, unless it is the "may" or "march" of a verb.
MONTHS: Final = frozenset((*NAMES, *SHORT, "sept"))
SEASONS: Final = ("spring", "summer", "autumn", "fall", "winter")


def month_number(word: str) -> int:
    """Return 1 for January and its short forms, 12 for December; 0 for what begins no month's name.

    Args:
        word: Three letters or more: with fewer a month is not told from others.

    """
    name = word.lower()
    return next((number for number, each in enumerate(NAMES, 1) if each.startswith(name)), 0)
