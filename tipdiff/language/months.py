"""The months: their names and short forms, in order, and the seasons."""

from __future__ import annotations

from typing import Final

__all__ = ["MONTHS", "NAMES", "SEASONS", "SHORT"]

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
