"""Which cables are one report, where they bear several years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from tipdiff.errors import ReadError

if TYPE_CHECKING:
    from tipdiff.records import Cable

__all__ = ["is_one_report", "one_edition"]

#: The parts of one report are sent within days; a part sent again, within weeks.
PARTS_APART: Final = timedelta(days=60)


class Part(Protocol):
    """One cable read, with its edition."""

    @property
    def cable(self) -> Cable:
        """What its header says."""

    @property
    def year(self) -> int | None:
        """Its edition."""


class Numbered(Protocol):
    """A cable that may say which part it is, and when it was sent."""

    @property
    def part(self) -> int | None:
        """Which part."""

    @property
    def parts(self) -> int | None:
        """Of how many."""

    @property
    def date(self) -> str | None:
        """The day, ISO 8601."""


P = TypeVar("P", bound=Part)


def one_edition(parts: list[P], year: int | None) -> list[P]:
    """Return the parts of one edition: the year that is given chooses among several.

    Raises:
        ReadError: There are several, and none is chosen.

    """
    years = sorted({p.year for p in parts if p.year is not None})
    if len(years) < 2 or is_one_report([p.cable for p in parts]):
        return parts
    chosen = [p for p in parts if p.year in {year, None}]
    if year in years:
        return chosen
    told = f"{', '.join(map(str, years[:-1]))} and {years[-1]}"
    raise ReadError(
        f"several editions ({told}): their year chooses one (--year, for diff --old-year or"
        " --new-year; year= in Python); trends and history read them all, as read_all does",
        source=", ".join(list(dict.fromkeys(p.cable.source for p in parts))[:3]),
    )


def is_one_report(parts: Sequence[Numbered]) -> bool:
    """Whether cables of two years are the parts of one report, sent around the turn of the year."""
    numbers = [p.part for p in parts]
    sent = [date.fromisoformat(p.date) for p in parts if p.date]
    return (
        None not in numbers
        and len(set(numbers)) == len(numbers)
        and len({p.parts for p in parts}) == 1
        and len(sent) == len(parts)
        and max(sent) - min(sent) <= PARTS_APART
    )
