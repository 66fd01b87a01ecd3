"""The labels of a panel: each stands where it belongs, as free of all else as may be.

First come the names behind the lines, then the values of points, then what earlier reports had, and
what the same report has elsewhere: what comes later gives way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Literal

from tipdiff.plots.marks import ARROW, LETTER, OPEN, SIZE, VALUE, shifted, value_text
from tipdiff.plots.places import Box, Places
from tipdiff.plots.style import GREY, TINY
from tipdiff.series.figure_words import level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.axes import Axes

    from tipdiff.series.records import Point, Series

__all__ = ["Values", "label_doubts", "label_values", "letters_wide", "places_on", "take_arrows"]

Values = Literal["all", "ends", "none"]

#: How far a label stands off its point, in points.
OFF: Final = 5
#: Letters stand about so high for their size, between their line and the next.
HEIGHT: Final = 1.05
#: How far labels may reach out of the axes: to the left, the right and above, in points.
OUT: Final = (12, 26, 6)

Shift = tuple[float, float]
"""How far the middle of a label stands from its point, to the right and up, in points."""


def places_on(ax: Axes) -> Places:
    """Return what is drawn on axes: lines, marks, arrows and texts."""
    frame = ax.bbox
    scale = 72 / ax.figure.dpi
    places = Places(
        Box(
            frame.x0 * scale - OUT[0],
            frame.y0 * scale,
            frame.x1 * scale + OUT[1],
            frame.y1 * scale + OUT[2],
        )
    )
    for line in ax.lines:
        points = line.get_transform().transform(line.get_xydata()) * scale
        if line.get_linestyle() != "None":
            for (x, y), (to_x, to_y) in pairwise(points):
                places.strokes.append((float(x), float(y), float(to_x), float(to_y)))
        if line.get_marker() in {"o", "x"}:
            size = line.get_markersize() + 2
            places.boxes.extend(Box.around(float(x), float(y), size, size) for x, y in points)
    for text in ax.texts:
        if text.get_text():
            box = text.get_window_extent()
            places.boxes.append(Box(box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale))
    return places


def take_arrows(ax: Axes, places: Places, series: Series) -> None:
    """Take the places of the arrows of open figures."""
    for point in series.points:
        way, at = OPEN.get(point.approximation), level(point)
        if way is not None and at is not None:
            x, y = _in_points(ax, point.year, at)
            places.boxes.append(Box.around(x, y + way * ARROW / 2, SIZE, ARROW))


def label_values(
    ax: Axes, places: Places, series: Series, color: str, values: Values = "all"
) -> None:
    """Write the values of a series.

    Args:
        ax: The axes, with their limits.
        places: What is drawn on them; the labels are added.
        series: The series.
        color: Of its line.
        values: Which points bear their value: all, none, or the first, the last and the highest.

    """
    for point in _told(ax, series.points, values):
        at = level(point)
        if at is None:
            continue
        is_last = values == "ends" and point is series.points[-1]
        text = value_text(point)
        choices = list(_around(ax, point, _wide(text, VALUE), VALUE * HEIGHT))
        if is_last:
            choices.sort(key=lambda shift: shift[1] != 0 or shift[0] < 0)  # behind it, if free
        _write(ax, places, (point.year, at), text, choices, color=color, size=VALUE)


def _around(ax: Axes, point: Point, wide: float, high: float) -> Iterator[Shift]:
    """Yield where a value may stand, best first: above its point, below it, beside it.

    Above is above its arrow or its bar, if it has one, and so with below.
    """
    at = level(point) or 0
    up = down = OFF + high / 2
    if point.value is None and point.high is not None and point.low is not None:
        up += _height(ax, point.high - at)
        down += _height(ax, at - point.low)
    way = OPEN.get(point.approximation)
    up += ARROW * (way == 1)
    down += ARROW * (way == -1)
    aside, beside = wide / 2 + 1, wide / 2 + OFF + 1
    yield 0, up
    yield -aside, up - 2
    yield aside, up - 2
    yield 0, -down
    yield beside, 0
    yield -beside, 0
    yield aside, -down + 2
    yield -aside, -down + 2
    yield 0, up + high


def label_doubts(ax: Axes, places: Places, series: Series) -> set[str]:
    """Write the other figures of its points; return the names of the marks, as in ``KEYS``.

    What was revised is struck out, at its own height: at its year, or as near beside it as it is
    free of the new figure and the line. A figure of the same report stands beside its cross.
    """
    used: set[str] = set()
    for point in series.points:
        for reading in point.conflicts:
            other, text = level(reading), value_text(reading)
            if other is not None:
                wide, high = _wide(text, TINY) / 2 + OFF, TINY * HEIGHT / 2 + OFF
                beside: list[Shift] = [(wide, 0), (-wide, 0), (0, high), (0, -high)]
                _write(ax, places, (point.year, other), text, beside, color=GREY, size=TINY)
        if point.revised and point.superseded and (old := level(point.superseded[0])) is not None:
            _strike(ax, places, point.year, old, value_text(point.superseded[0]))
            used.add("struck")
    return used


def _strike(ax: Axes, places: Places, year: int, old: float, text: str) -> None:
    wide = _wide(text, TINY)
    near, far = (wide / 2 + off * OFF for off in (1.4, 2.4))
    sides: list[Shift] = [(0, 0), (near, 0), (-near, 0), (far, 0), (-far, 0)]
    right, _ = _choose(ax, places, (year, old), sides, (wide, TINY * HEIGHT))
    place = shifted(ax, 0.0, right)
    ax.text(year, old, text, transform=place, ha="center", va="center", fontsize=TINY, color=GREY,
            zorder=6, path_effects=_halo(ax))  # fmt: skip
    ax.plot([year], [old], marker="_", markersize=wide + 2, color=GREY, markeredgewidth=1.0,
            transform=place, clip_on=False, zorder=7)  # fmt: skip


def _write(  # noqa: PLR0913 what a label is
    ax: Axes,
    places: Places,
    at: tuple[float, float],
    text: str,
    choices: Sequence[Shift],
    *,
    color: str,
    size: float,
) -> None:
    """Write a label where it is freest."""
    shift = _choose(ax, places, at, choices, (_wide(text, size), size * HEIGHT))
    ax.annotate(
        text,
        at,
        xytext=shift,
        textcoords="offset points",
        ha="center",
        va="center",
        fontsize=size,
        color=color,
        annotation_clip=False,
        zorder=6,
        path_effects=_halo(ax),
    )


def _choose(
    ax: Axes,
    places: Places,
    at: tuple[float, float],
    choices: Sequence[Shift],
    size: tuple[float, float],
) -> Shift:
    x, y = _in_points(ax, *at)
    boxes = [Box.around(x + right, y + up, *size) for right, up in choices]
    return choices[places.choose(boxes)]


def _halo(ax: Axes) -> list[Any]:
    """Return what keeps letters readable on a rule or a line: an edge of the colour of paper."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=2.2, foreground=ax.get_facecolor())]


def _told(ax: Axes, points: Sequence[Point], values: Values) -> list[Point]:
    """Return the points that bear their value: of ends and peak, those that clear one another."""
    if values == "none" or not points:
        return []
    if values == "all":
        return list(points)
    highest = max(points, key=lambda p: (level(p) or 0, -p.year))
    told: list[Point] = []
    for point in dict.fromkeys((points[-1], points[0], highest)):
        if not any(_is_near(ax, point, other) for other in told):
            told.append(point)
    return told


def _is_near(ax: Axes, one: Point, other: Point) -> bool:
    """Whether the values of two points would touch."""
    (x, y), (to_x, to_y) = (_in_points(ax, p.year, level(p) or 0) for p in (one, other))
    return abs(to_x - x) < max(map(letters_wide, (one, other))) and abs(to_y - y) < VALUE + 2


def letters_wide(point: Point) -> float:
    """Return about how wide a point's value is, with what parts it from the next, in points."""
    return _wide(value_text(point), VALUE) + LETTER * VALUE


def _wide(text: str, size: float) -> float:
    return LETTER * size * len(text)


def _in_points(ax: Axes, x: float, y: float) -> tuple[float, float]:
    """Return where a figure of a year stands, in points from the lower left of the picture."""
    at = ax.transData.transform((x, y)) * (72 / ax.figure.dpi)
    return float(at[0]), float(at[1])


def _height(ax: Axes, step: float) -> float:
    """Return how high a step of values is, in points."""
    return _in_points(ax, 0, step)[1] - _in_points(ax, 0, 0)[1]
