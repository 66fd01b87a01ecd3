"""One series on axes: its line, its points, and what is uncertain about them.

A line joins years that follow one another and nothing else. What is approximate is hollow, what is
open has an arrow, a range is a bar; what was revised shows its old value in grey, struck out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from tipdiff.plots.style import GREY, TINY
from tipdiff.series.wording import amount, figure, level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

    from tipdiff.records import Approximation
    from tipdiff.series.records import Point, Series

__all__ = ["KEYS", "OFF", "Values", "draw", "short", "value_text"]

Values = Literal["all", "ends", "none"]

#: Approximations with an open side, and where it is.
_OPEN: Final[dict[Approximation, int]] = {"over": 1, "at least": 1, "under": -1, "at most": -1}
#: Length of the arrow of an open side, and how far a value stands off its point, in points.
ARROW: Final = 15
OFF: Final = 5
#: How far it stands to the side of a point from which the line rises or falls steeply.
BESIDE: Final = 4
#: Letters of a struck value are about so wide for their size.
LETTER: Final = 0.62
#: Numbers from here on are shortened in a picture: 12,500 to 12.5k.
LONG: Final = 10_000

#: What a reader of the picture is told of its marks, if they are used.
KEYS: Final = (
    ("hollow", "hollow: about"),
    ("up", "arrow up: more than"),
    ("down", "arrow down: less than"),
    ("bar", "bar: range"),
    ("struck", "grey, struck: before it was revised"),
    ("cross", "grey cross: another figure in the same report"),
    ("pale", "pale: repeated word for word, may be old"),
    ("sum", "Σ: summed"),
)


def short(value: float, least: float = LONG) -> str:
    """Return a number as a picture has it: 1,520, 12.5k, 2.4M; shortened from ``least`` on."""
    for size, letter in ((1_000_000_000, "bn"), (1_000_000, "M"), (1_000, "k")):
        if abs(value) >= max(size, least):
            return f"{value / size:.3g}{letter}"
    return amount(value)


def draw(
    ax: Axes, series: Series, color: str, *, values: Values = "all", lone: bool = True
) -> set[str]:
    """Draw a series.

    Args:
        ax: The axes.
        series: The series.
        color: The colour of its line and points.
        values: Which points bear their value: all, none, or the first, the last and the highest.
        lone: Whether it is the only line, so that there is room below it.

    Returns:
        The names of the marks that were used, as in ``KEYS``.

    """
    used: set[str] = set()
    for one, other in pairwise(series.points):
        if other.year - one.year == 1 and one.value is not None and other.value is not None:
            ax.plot(
                [one.year, other.year],
                [one.value, other.value],
                color=color,
                linewidth=1.6,
                solid_capstyle="round",
                clip_on=False,
                zorder=2,
            )
    for point in series.points:
        used |= _point(ax, point, color)
        used |= _doubts(ax, point)
    tops = {p.year for p in _told(series.points, values)}
    around = {p.year: level(p) for p in series.points}
    for point in series.points:
        if point.year in tops:
            side, below = _aside(point, around)
            _value(ax, point, color, (side, below and lone))
    return used


def _aside(point: Point, around: Mapping[int, float | None]) -> tuple[int, bool]:
    """Return how far to the side a value stands, and whether below: away from the line."""
    at = level(point) or 0
    before, after = (around.get(point.year + step) for step in (-1, 1))
    falls, rises = before is not None and before > at, after is not None and after > at
    if falls and rises and at > 0 and not point.revised:
        return 0, True
    return (BESIDE if falls and not rises else -BESIDE if rises and not falls else 0), False


def _told(points: tuple[Point, ...], values: Values) -> list[Point]:
    """Return the points that bear their value."""
    if values == "none" or not points:
        return []
    if values == "all" or len(points) < 4:
        return list(points)
    return [points[0], points[-1], max(points, key=lambda p: (level(p) or 0, -p.year))]


def _point(ax: Axes, point: Point, color: str) -> set[str]:
    at = level(point)
    if at is None:
        return set()
    if point.value is None and point.low is not None and point.high is not None:
        ax.plot(
            [point.year, point.year],
            [point.low, point.high],
            color=color,
            linewidth=6,
            alpha=0.55,
            solid_capstyle="butt",
            clip_on=False,
            zorder=3,
        )
        return {"bar"}
    used = {"sum"} if point.parts else set()
    hollow, pale = point.approximation != "exact", point.carried_over
    ax.plot(
        [point.year],
        [at],
        marker="o",
        markersize=5.5,
        markerfacecolor="white" if hollow or pale else color,
        markeredgecolor=color,
        markeredgewidth=1.4,
        alpha=1.0,
        clip_on=False,
        zorder=4,
    )
    if pale and not hollow:
        ax.plot([point.year], [at], marker="o", markersize=5.5, color=color, alpha=0.35,
                markeredgewidth=0, clip_on=False, zorder=5)  # fmt: skip
        used.add("pale")
    way = _OPEN.get(point.approximation)
    if way is not None:
        _arrow(ax, point.year, at, way, color)
        return used | {"up" if way > 0 else "down"}
    return used | ({"hollow"} if hollow else set())


def _arrow(ax: Axes, year: int, at: float, way: int, color: str) -> None:
    start, end = (_shifted(ax, way * far) for far in (3, ARROW))
    ax.annotate(
        "",
        xytext=(year, at),
        textcoords=start,
        xy=(year, at),
        xycoords=end,
        arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": 1.2, "shrinkA": 0},
        annotation_clip=False,
    )


def _value(ax: Axes, point: Point, color: str, aside: tuple[int, bool]) -> None:
    """Write a point's value above it (above its arrow or its bar, if it has one), or below."""
    at = level(point)
    if at is None:
        return
    top = point.high if point.value is None and point.high is not None else at
    arrow = _OPEN.get(point.approximation) == 1
    side, below = aside
    below = below and point.approximation not in _OPEN and point.value is not None
    ax.annotate(
        value_text(point),
        (point.year, top),
        xytext=(side, -OFF if below else OFF + (ARROW if arrow else 0)),
        textcoords="offset points",
        ha="center",
        va="top" if below else "bottom",
        fontsize=TINY + 0.5,
        color=color,
        annotation_clip=False,
        zorder=6,
    )


def value_text(point: Point) -> str:
    """Return a point's figure as a picture has it; what is a sum bears its sign."""
    if point.value is not None:
        told = short(point.value)
    elif point.low is not None and point.high is not None:
        told = f"{short(point.low)}–{short(point.high)}"
    else:
        told = figure(point)
    return told + "Σ" * bool(point.parts)


def _doubts(ax: Axes, point: Point) -> set[str]:
    """Draw what earlier reports, and the same report elsewhere, have for the year."""
    used: set[str] = set()
    at = level(point)
    for reading in point.conflicts:
        other = level(reading)
        if other is not None:
            ax.plot([point.year], [other], marker="x", markersize=4.5, color=GREY, clip_on=False,
                    markeredgewidth=1.2, zorder=3)  # fmt: skip
            used.add("cross")
    if point.revised and at is not None and (old := level(point.superseded[0])) is not None:
        _struck(ax, point.year, min(old, at), short(old))
        used.add("struck")
    return used


def _struck(ax: Axes, year: int, at: float, text: str) -> None:
    place = _shifted(ax, -OFF - TINY)
    ax.text(year, at, text, transform=place, ha="center", va="center", fontsize=TINY, color=GREY)
    ax.plot([year], [at], marker="_", markersize=TINY * LETTER * len(text) + 3, color=GREY,
            markeredgewidth=1.0, transform=place, clip_on=False, zorder=6)  # fmt: skip


def _shifted(ax: Axes, up: float) -> Transform:
    """Return the coordinates of the data, moved up by some points."""
    from matplotlib.transforms import ScaledTranslation

    return ax.transData + ScaledTranslation(0, up / 72, ax.figure.dpi_scale_trans)
