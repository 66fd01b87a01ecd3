"""The upright axis: how far it goes, and its ticks."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final

from tipdiff.series.figure_words import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tipdiff.series.records import Point, Reading, Series

__all__ = ["MOST_STEPS", "STEPS", "doubtful", "extent", "is_whole", "ticks"]

#: The steps that figures are read in, and how many an axis has at most: with these steps it then
#: has two at least.
STEPS: Final = (1, 2, 5)
MOST_STEPS: Final = 5


def doubtful(point: Point) -> tuple[Reading, ...]:
    """Return the other figures that are drawn at a point: before its revision, and conflicts."""
    return (*point.superseded[: int(point.revised)], *point.conflicts)


def extent(series: Iterable[Series]) -> tuple[float, float]:
    """Return from where to where a panel's figures go; zero is always among them."""
    found = [value for one in series for point in one.points for value in _values(point)]
    return min([0.0, *found]), max([0.0, *found])


def _values(point: Point) -> Iterator[float]:
    readings: tuple[Point | Reading, ...] = (point, *doubtful(point))
    for each in readings:
        ends = (each.low, each.high) if each.value is None else (each.value,)
        yield from (value for value in (*ends, level(each)) if value is not None)


def is_whole(series: Iterable[Series]) -> bool:
    """Whether half of what is counted makes no sense."""
    drawn = list(series)
    found = [value for one in drawn for point in one.points for value in _values(point)]
    return all(one.unit != "percent" for one in drawn) and all(
        float(value).is_integer() for value in found
    )


def ticks(low: float, high: float, *, whole: bool) -> list[float]:
    """Return ticks from one value to another: multiples of 1, 2 or 5, of which zero is one."""
    span = high - low
    if span <= 0:
        return [0.0]
    power = floor(log10(span)) - 1
    steps = (step * 10.0**size for size in range(power, power + 3) for step in STEPS)
    fitting = (step for step in steps if span <= step * MOST_STEPS and (step >= 1 or not whole))
    step = next(fitting, 1.0)
    return [
        round(count * step, 12) for count in range(ceil(low / step), floor(high / step + 1e-9) + 1)
    ]
