"""Which series answer a question: those that moved most, those that were revised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.series.figure_words import difference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.series.records import Series

__all__ = ["moved", "revised", "step_of"]


def step_of(series: Series) -> float | None:
    """Return by how much the last figure differs from the year before.

    Null where the two years do not follow one another, or either figure is a range or open.
    """
    if len(series.points) < 2:
        return None
    before, last = series.points[-2:]
    return difference(before, last) if last.year - before.year == 1 else None


def moved(series: Iterable[Series]) -> list[Series]:
    """Return the series whose newest figure differs from the year before, the farthest first.

    Only figures that the newest report gives are asked, so that all are of one time. How far a
    figure moved is the step as a share of the larger of the two: what came from nothing, or went
    to nothing, moved farthest, and a rise and the fall that undoes it are as far. Of as far ones
    the larger step comes first.

    Args:
        series: The series of one country.

    """
    found = []
    for one in series:
        step = step_of(one)
        newest = max((edition.year or 0 for edition in one.editions), default=0)
        if step and one.points[-1].edition in {newest, None}:
            larger = max(abs(point.value or 0) for point in one.points[-2:])
            found.append((-abs(step) / larger, -abs(step), one))
    return [one for *_, one in sorted(found, key=lambda item: item[:2])]


def revised(series: Iterable[Series]) -> list[Series]:
    """Return the series with a point that a later report revised, in their order."""
    return [one for one in series if any(point.revised for point in one.points)]
