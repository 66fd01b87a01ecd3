"""Days as people write them, and never a guess where day and month could change places.

``04/05/2011`` is 4 May to one writer and 5 April to another. Then the year is told, and the day is
not. Numbers with full stops are written with the day first; only where that gives no day are they
taken the other way round.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import frozen

from tipdiff.language.months import month_number
from tipdiff.patterns import regex
from tipdiff.reading.subject import full_year

__all__ = ["FORMS", "Day", "day_in"]

_MONTH = r"(?P<b>[A-Z][A-Za-z]{2,8})\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_SHORT_YEAR = r"(?P<y>(?:19|20)\d\d|\d\d)"

#: How a day is written: (pattern, sample, what it is: year, month, day).
FORMS: Final[tuple[tuple[str, str, tuple[int, int | None, int | None]], ...]] = (
    (rf"{_YEAR}(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s){_DAY}(?:T\S+)?", "2011-02-14", (2011, 2, 14)),
    (
        rf"(?:the )?{_DAY}[ -](?:of )?{_MONTH}(?:[ -]|, ){_YEAR}",
        "14th February 2011",
        (2011, 2, 14),
    ),
    (rf"{_MONTH} {_DAY},? {_YEAR}", "Feb. 14, 2011", (2011, 2, 14)),
    (rf"{_MONTH},? {_YEAR}", "February 2011", (2011, 2, None)),
    (rf"{_DAY}\. ?(?P<m>\d{{1,2}})\. ?{_SHORT_YEAR}", "4.5.2011", (2011, 5, 4)),
    (
        rf"(?P<p>\d{{1,2}})(?P<s>[/-])(?P<q>\d{{1,2}})(?P=s){_YEAR}",
        "04/05/2011",
        (2011, None, None),
    ),
)
_AROUND = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? +)?"
#: The hour behind a day: 14 February 2011 10:15 AM +0100.
_HOUR = (
    r"(?:,? +(?:at +)?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: +(?:[+-]\d{4}|[A-Z]{2,5}))?)?"
)
_FORMS = tuple(regex(rf"{_AROUND}{form}{_HOUR}\.?") for form, _, _ in FORMS)


@frozen
class Day:
    """What is known of a day: ``month`` and ``day`` are None where the text does not tell."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """The day as ISO 8601 has it; None where it is not known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day).isoformat()


def day_in(text: str) -> Day | None:
    """Return the day that a text is, None where it is anything else, or no day of the calendar."""
    said = " ".join(text.split())
    return next((_day(match) for form in _FORMS if (match := form.fullmatch(said))), None)


def _day(match: re.Match[str]) -> Day | None:
    told = match.groupdict()
    year = int(told["y"]) if len(told["y"]) == 4 else full_year(int(told["y"]))
    if "p" in told:
        first, second = int(told["p"]), int(told["q"])
        ways = {_real(year, first, second), _real(year, second, first)} - {None}
        return ways.pop() if len(ways) == 1 else Day(year) if ways else None
    if "b" in told:
        month = month_number(told["b"])
        if not month:
            return None
        return _real(year, month, int(told["d"])) if "d" in told else Day(year, month)
    return _real(year, int(told["m"]), int(told["d"])) or _real(
        year, int(told["d"]), int(told["m"])
    )


def _real(year: int, month: int, day: int) -> Day | None:
    """Return a day if the calendar has it."""
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Day(year, month, day)
