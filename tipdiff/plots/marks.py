"""One series on axes: its line, its points, and what is uncertain about them.

A line joins years that follow one another and nothing else. What is approximate is hollow, what is
open has an arrow, a range is a bar; what was revised shows its old value in grey, struck out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from tipdiff.language.amounts import amount
from tipdiff.plots.style import GREY, TINY
from tipdiff.series.figure_words import MARKS, figure, level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

    from tipdiff.records import Approximation
    from tipdiff.series.records import Point, Reading, Series

__all__ = [
    "KEYS",
    "LETTER",
    "OFF",
    "VALUE",
    "Values",
    "draw",
    "letters_wide",
    "short",
    "value_text",
]

Values = Literal["all", "ends", "none"]

#: Approximations with an open side, and where it is.
_OPEN: Final[dict[Approximation, int]] = {"over": 1, "at least": 1, "under": -1, "at most": -1}
#: Length of the arrow of an open side, and how far a value stands off its point, in points.
ARROW: Final = 15
OFF: Final = 5
#: How far it stands to the side of a point from which the line rises or falls steeply.
BESIDE: Final = 4
#: Letters are about so wide for their size.
LETTER: Final = 0.62
#: Size of the letters of a value, and the height it takes with what parts it from its point.
VALUE: Final = TINY + 0.5
CLEAR: Final = VALUE + OFF + 1
#: A value so wide, in points, stands below the first point of a rising line, not above it.
WIDE: Final = 3.5 * LETTER * VALUE
#: Numbers from here on are shortened in a picture: 12,500 to 12.5k.
LONG: Final = 10_000

#: What a reader of the picture is told of its marks, if they are used.
KEYS: Final = (
    ("hollow", "hollow: about"),
    ("up", "arrow up: more than"),
    ("down", "arrow down: less than"),
    ("dashed", "dashed: one end is open"),
    ("bar", "bar: range"),
    ("struck", "grey, struck: before it was revised"),
    ("cross", "grey cross: another figure in the same report"),
    ("pale", "pale: repeated word for word, may be old"),
    ("sum", "Σ: summed"),
)


def short(value: float, least: float = LONG) -> str:
    """Return a number as a picture has it: 1,520, 12.5k, 1.5tn; shortened from ``least`` on."""
    for size, letter in (
        (1_000_000_000_000, "tn"),
        (1_000_000_000, "bn"),
        (1_000_000, "M"),
        (1_000, "k"),
    ):
        if abs(value) >= max(size, least):
            return f"{value / size:.3g}{letter}"
    return amount(value)


def draw(
    ax: Axes, series: Series, color: str, *, values: Values = "all", others: Sequence[Series] = ()
) -> set[str]:
    """Draw a series.

    Args:
        ax: The axes, with their limits: what must stand clear of what depends on them.
        series: The series.
        color: The colour of its line and points.
        values: Which points bear their value: all, none, or the first, the last and the highest.
        others: The other lines on these axes, of which values stand clear.

    Returns:
        The names of the marks that were used, as in ``KEYS``.

    """
    used: set[str] = set()
    for one, other in pairwise(series.points):
        used |= _line(ax, one, other, color)
    for point in series.points:
        used |= _point(ax, point, color)
        used |= _doubts(ax, point)
    told = _told(ax, series.points, values)
    at_end = values == "ends" and not others
    for point in told:
        if at_end and point is series.points[-1]:
            _end_value(ax, point, color)
        else:
            _value(ax, point, color, _aside(ax, point, series, others))
    return used


def _line(ax: Axes, one: Point, other: Point, color: str) -> set[str]:
    """Join two points whose years follow one another; dashed where either is open to one side."""
    if other.year - one.year != 1 or one.value is None or other.value is None:
        return set()
    is_open = not {one.approximation, other.approximation}.isdisjoint(_OPEN)
    ax.plot(
        [one.year, other.year],
        [one.value, other.value],
        color=color,
        linewidth=1.2 if is_open else 1.6,
        linestyle=(0, (2, 2)) if is_open else "-",
        solid_capstyle="round",
        clip_on=False,
        zorder=2,
    )
    return {"dashed"} if is_open else set()


def _aside(ax: Axes, point: Point, series: Series, others: Sequence[Series]) -> tuple[int, bool]:
    """Return how far to the side a value stands, and whether below: away from what is drawn."""
    around = {p.year: level(p) for p in series.points}
    at = level(point) or 0
    before, after = (around.get(point.year + step) for step in (-1, 1))
    falls, rises = before is not None and before > at, after is not None and after > at
    at_year = [level(p) for one in others for p in one.points if p.year == point.year]
    taken = [*at_year, *map(level, (*point.superseded[: point.revised], *point.conflicts))]
    heights = [_points(ax, value - at) for value in taken if value is not None]
    is_free = _points(ax, at) > CLEAR and all(height > 0 or height < -CLEAR for height in heights)
    is_met = any(0 < height < CLEAR for height in heights)
    opens = before is None and rises and letters_wide(point) > WIDE
    if is_free and ((falls and rises) or is_met or opens):
        return 0, True
    return (BESIDE if falls and not rises else -BESIDE if rises and not falls else 0), False


def _points(ax: Axes, step: float) -> float:
    """Return how high a step of values is, in points."""
    (_, low), (_, high) = ax.transData.transform([(0, 0), (0, step)])
    return float(high - low) * 72 / ax.figure.dpi


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
    (left, low), (right, high) = ax.transData.transform(
        [(p.year, level(p) or 0) for p in (one, other)]
    )
    far = abs(right - left) * 72 / ax.figure.dpi, abs(high - low) * 72 / ax.figure.dpi
    return bool(far[0] < max(map(letters_wide, (one, other))) and far[1] < VALUE + 2)


def letters_wide(point: Point) -> float:
    """Return about how wide a point's value is, in points."""
    return LETTER * VALUE * (len(value_text(point)) + 1)


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
        fontsize=VALUE,
        color=color,
        annotation_clip=False,
        zorder=6,
    )


def _end_value(ax: Axes, point: Point, color: str) -> None:
    """Write the value of a lone line's last point behind it, where no line runs."""
    ax.annotate(
        value_text(point),
        (point.year, level(point) or 0),
        xytext=(OFF + 1, 0),
        textcoords="offset points",
        ha="left",
        va="center",
        fontsize=VALUE,
        color=color,
        annotation_clip=False,
        zorder=6,
    )


def value_text(point: Point | Reading) -> str:
    """Return a point's figure as a picture has it, with its bound; what is a sum bears its sign."""
    if point.value is not None:
        told = MARKS[point.approximation] + short(point.value)
    elif point.low is not None and point.high is not None:
        low, high = short(point.low), short(point.high)
        size = high.lstrip("0123456789.,")
        # "20k to 25k" is "20-25k".
        told = f"{MARKS[point.approximation]}{low.removesuffix(size)}–{high}"
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
            ax.annotate(value_text(reading), (point.year, other), xytext=(OFF, 0),
                        textcoords="offset points", ha="left", va="center", fontsize=TINY,
                        color=GREY, annotation_clip=False, zorder=6)  # fmt: skip
            used.add("cross")
    if point.revised and at is not None and (old := level(point.superseded[0])) is not None:
        _struck(ax, point.year, old, at)
        used.add("struck")
    return used


def _struck(ax: Axes, year: int, old: float, at: float) -> None:
    """Write an old value at its own height; beside the point where the new one's is in the way."""
    text = short(old)
    wide = TINY * LETTER * len(text)
    near = abs(_points(ax, old - at)) < CLEAR + VALUE
    place = _shifted(ax, 0.0, -(wide / 2 + 2 * OFF) if near else 0.0)
    ax.plot([year], [old], marker="s", markersize=VALUE + 2, color="white", markeredgewidth=0,
            transform=place, clip_on=False, zorder=5)  # fmt: skip
    ax.text(year, old, text, transform=place, ha="center", va="center", fontsize=TINY, color=GREY,
            zorder=6)  # fmt: skip
    ax.plot([year], [old], marker="_", markersize=wide + 3, color=GREY,
            markeredgewidth=1.0, transform=place, clip_on=False, zorder=6)  # fmt: skip


def _shifted(ax: Axes, up: float, right: float = 0.0) -> Transform:
    """Return the coordinates of the data, moved up and to the right by some points."""
    from matplotlib.transforms import ScaledTranslation

    return ax.transData + ScaledTranslation(right / 72, up / 72, ax.figure.dpi_scale_trans)
