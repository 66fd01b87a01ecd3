"""Editions made of a few sentences, and series made of a few numbers."""

from __future__ import annotations

from collections.abc import Iterable

import tipdiff
from tipdiff.records import Approximation, Cable, Edition, Report
from tipdiff.series.records import Point, Reading, Series


def edition(year: int, *sentences: str, update: bool = False, country: str = "VARONA") -> Report:
    """A report of one paragraph, sent on 1 March of the year."""
    number = 101 + update
    subject = f"{'UPDATED ' * update}{country}: ANNUAL TRAFFICKING IN PERSONS REPORT"
    day = 20 if update else 1
    return tipdiff.read(
        f"P {day:02}0900Z MAR {year % 100:02}\nFM AMEMBASSY PORT MERRIN\nTO SECSTATE WASHDC\n\n"
        f"UNCLAS PORT MERRIN 000{number}\n\nSIPDIS\n\nTAGS: KCRM, PHUM, VR\nSUBJECT: {subject}\n\n"
        f"1. (U) OVERVIEW\n\n-- A. (U) {'  '.join(sentences) or 'Nothing is known.'}\n"
    )


def point(
    year: int,
    value: float,
    approximation: Approximation = "exact",
    *,
    before: float | None = None,
    also: float | None = None,
    carried_over: bool = False,
    partial: bool = False,
    parts: tuple[str, ...] = (),
) -> Point:
    """A point; ``before`` is what an earlier report had, ``also`` what the same one has too."""
    low = None if approximation in {"under", "at most"} else value
    high = None if approximation in {"over", "at least"} else value
    return Point(
        year,
        value,
        low,
        high,
        approximation,
        f"{year + 1}PORTMERRIN1"[2:],
        f"{year + 1}PORTMERRIN1:3"[2:],
        before is not None,
        () if before is None else (reading(before),),
        () if also is None else (reading(also),),
        year + 1,
        parts,
        carried_over,
        partial,
    )


def spread(year: int, low: float, high: float) -> Point:
    """A point that is a range."""
    name = f"{year + 1}PORTMERRIN1"[2:]
    return Point(year, None, low, high, "exact", name, f"{name}:3", edition=year + 1)


def reading(value: float) -> Reading:
    """What another statement gives."""
    return Reading(value, value, value, "exact", "05PORTMERRIN1", "05PORTMERRIN1:9", 2005)


def series(
    label: str,
    points: Iterable[Point],
    indicator: str | None = None,
    unit: str = "count",
    **breakdown: str,
) -> Series:
    """A series of Varona."""
    cable = Cable("08PORTMERRIN1", "PORT MERRIN", "2008-03-01", "UNCLAS", None, None, "a.txt")
    looked_at = (Edition("Varona", 2008, 2007, (), (cable,)),)
    return Series(indicator, label, unit, breakdown, tuple(points), "Varona", looked_at)


def followed(found: Iterable[Series], indicator: str, **breakdown: str) -> dict[int, float | None]:
    """The values by year of one indicator's series."""
    one = next(
        s for s in found if s.indicator == indicator and dict(s.breakdown) == dict(breakdown)
    )
    return {p.year: p.value for p in one.points}
