"""Figures and units of series in words and marks: the same in tables, pictures and alt texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.language.amounts import amount, share
from tipdiff.language.unit_words import unit_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipdiff.records import Approximation, Claim, Edition
    from tipdiff.series.records import Point, Reading, Series

__all__ = [
    "MARKS",
    "change",
    "difference",
    "figure",
    "level",
    "named",
    "sources",
    "spoken",
]

#: What stands before a value that is not exact: hollow, or the side that is open.
MARKS: Final[Mapping[Approximation, str]] = {
    "exact": "",
    "about": "○",
    "over": ">",
    "under": "<",
    "at least": "≥",
    "at most": "≤",
}


def figure(point: Point | Reading) -> str:
    """Return a figure with the mark of its approximation: 14, ○14, >14, 80–100."""
    mark = MARKS[point.approximation]
    if point.value is not None:
        return mark + amount(point.value)
    if point.low is not None and point.high is not None:
        return f"{mark}{amount(point.low)}–{amount(point.high)}"
    known = point.low if point.low is not None else point.high
    return "?" if known is None else mark + amount(known)


def spoken(point: Point | Reading) -> str:
    """Return a figure in words: 14, about 14, over 14, 80 to 100."""
    text = figure(point)
    mark = MARKS[point.approximation]
    bare = text.removeprefix(mark).replace("–", " to ")
    return bare if not mark else f"{point.approximation} {bare}"


def level(point: Point | Reading | Claim) -> float | None:
    """Return a figure's place in a picture: its value, the middle of its range, its known end."""
    if point.value is not None:
        return point.value
    if point.low is not None and point.high is not None:
        return (point.low + point.high) / 2
    return point.low if point.low is not None else point.high


def named(series: Series) -> str:
    """Return a series' label, with its unit where it is no count."""
    unit = unit_label(series.unit)
    return series.label + (f" ({unit})" if unit and unit not in series.label.lower() else "")


def difference(before: Point, after: Point) -> float | None:
    """Return by how much a figure changed, None if either is a range or open, or of a part year."""
    if before.partial or after.partial:
        return None
    if before.value is None or after.value is None or not (_closed(before) and _closed(after)):
        return None
    return after.value - before.value


def _closed(point: Point) -> bool:
    return point.low is not None and point.high is not None


def change(series: Series) -> str:
    """Return what the last figure is against the year before: ``+5 (+19 %)``; empty if unknown.

    A change to or from what is approximate is approximate. Where the indicator says what is better,
    so does this.
    """
    if len(series.points) < 2:
        return ""
    before, last = series.points[-2:]
    if last.year - before.year != 1:
        return ""
    if before.partial or last.partial:
        return "part of a year"
    step = 0 if figure(last) == figure(before) else difference(before, last)
    if not step:
        return "±?" if step is None else "="
    sign = "+" if step > 0 else "−"
    is_about = "about" in {before.approximation, last.approximation}
    text = MARKS["about"] * is_about + sign + amount(abs(step))
    if series.unit in {"percent", "points"}:
        text += " points"
    elif before.value:
        text += f" ({share(step / abs(before.value), signed=True)})"
    if series.better is not None:
        text += ", better" if (series.better == "up") == (step > 0) else ", worse"
    return text


def sources(editions: Iterable[Edition]) -> tuple[list[str], list[str]]:
    """Return the ids of the cables that were looked at, and how they are classified."""
    cables = [cable for edition in editions for cable in edition.cables]
    ids = list(dict.fromkeys(cable.id for cable in cables))
    return ids, list(dict.fromkeys(cable.classification or "not marked" for cable in cables))
