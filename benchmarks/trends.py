"""How well figures are followed over the years: the points of series against those of the gold.

Run ``python -m benchmarks --only trends``; ``python -m benchmarks.trends --errors`` prints every
difference.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from benchmarks.gold import FIXTURES
from benchmarks.metrics import Tally, pooled
from benchmarks.tables import table
from tipdiff.reading import read_all
from tipdiff.series.build import trends

if TYPE_CHECKING:
    from tipdiff.series.records import Series


Ends = tuple[float | None, float | None]
Points = frozenset[tuple[int, Ends]]

#: The countries that have gold of their series.
COUNTRIES: Final = ("varona", "ostrel", "tessaly")


@frozen
class Wanted:
    """A series of the gold; one that is not ``sure`` need not be found."""

    name: str
    indicator: str | None
    unit: str
    breakdown: dict[str, str]
    sure: bool
    points: Points


def _ends(point: dict[str, Any]) -> Ends:
    """Return the least and the most of a gold point."""
    value = point.get("value")
    if value is None:
        return point["low"], point["high"]
    open_up = point.get("approximation") in {"over", "at least"}
    open_down = point.get("approximation") in {"under", "at most"}
    return None if open_down else value, None if open_up else value


def wanted(path: Path) -> list[Wanted]:
    """Read the gold of one country."""
    return [
        Wanted(
            one["name"],
            one["indicator"],
            one["unit"],
            one["breakdown"],
            one["grade"] == "sure",
            frozenset((point["year"], _ends(point)) for point in one["points"]),
        )
        for one in json.loads(path.read_text("utf-8"))["series"]
    ]


def points_of(series: Series) -> Points:
    """Return the points of a series: years and ends."""
    return frozenset((point.year, (point.low, point.high)) for point in series.points)


def partner(found: Series, gold: Sequence[Wanted]) -> Wanted | None:
    """Return the gold series that a found one stands for.

    An indicator's is that of its indicator and breakdown; another (or one of an indicator that the
    analyst did not name) is the one without indicator, or not sure, that shares most of its points.
    """
    if found.indicator in {w.indicator for w in gold if w.indicator}:
        key = found.indicator, dict(found.breakdown)
        return next((w for w in gold if (w.indicator, w.breakdown) == key), None)
    mine = points_of(found)
    loose = [w for w in gold if w.unit == found.unit and (w.indicator is None or not w.sure)]
    best = max(loose, key=lambda w: len(w.points & mine), default=None)
    return best if best is not None and best.points & mine else None


def measured(found: Sequence[Series], gold: Sequence[Wanted]) -> tuple[Tally, list[str]]:
    """Count points found and wanted, and tell each difference in a line."""
    told: list[str] = []
    hit: dict[str, set[tuple[int, Ends]]] = {}
    count = right = 0
    for series in found:
        match = partner(series, gold)
        mine = points_of(series)
        good = mine & match.points if match else frozenset()
        if match is not None:
            hit.setdefault(match.name, set()).update(good)
        if match is None or match.sure:
            count += len(mine)
            right += len(good)
        else:
            count += len(mine - good)
        told += [f"+ {series.label}: {year} {ends}" for year, ends in sorted(mine - good, key=str)]
    sure = [each for each in gold if each.sure]
    got = sum(len(hit.get(each.name, set())) for each in sure)
    told += [
        f"- {each.name}: {year} {ends}"
        for each in sure
        for year, ends in sorted(each.points - hit.get(each.name, set()), key=str)
    ]
    return Tally(count, right, sum(len(each.points) for each in sure), got), told


def results(folder: Path = FIXTURES) -> Iterator[tuple[str, int, Tally, list[str]]]:
    """Yield country, number of series found, counts of points, and differences."""
    for country in COUNTRIES:
        gold = folder / "gold" / f"{country}-series.json"
        if gold.is_file():
            found = trends(read_all(folder / country), hours=True)
            yield country, len(found), *measured(found, wanted(gold))


def points(folder: Path = FIXTURES) -> Iterator[str]:
    """Yield the table of points found and wanted."""
    each = [(country, number, tally) for country, number, tally, _ in results(folder)]
    all_of_them = ("all", sum(number for _, number, _ in each), pooled(tally for *_, tally in each))
    yield table(
        "Points of series",
        ("country", "series", "points", "P", "R", "F1"),
        [
            (country, number, tally.found, tally.precision, tally.recall, tally.f1)
            for country, number, tally in (*each, all_of_them)
        ],
        "A point is right if its indicator, breakdown, year and figure are those of the gold; of a "
        "figure without indicator, if it stands in the series of the gold that shares most points.",
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and every difference if asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every difference")
    options = parser.parse_args(arguments)
    print(*points(), sep="\n")
    if options.errors:
        for country, _, _, told in results():
            print(country, *told, sep="\n  ")


if __name__ == "__main__":
    main()
