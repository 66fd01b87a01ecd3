"""One series on axes: its lines and marks, and what its figures are called in a picture.

A line joins years that follow one another, if their figures are of whole years, and nothing else.
What is approximate is hollow, what is open has an arrow, a range is a bar, part of a year is half a
point; another figure of the same report is a grey cross.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tipdiff.language.amounts import amount
from tipdiff.plots.style import GREY, TINY
from tipdiff.series.figure_words import MARKS, figure, level

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

    from tipdiff.records import Approximation
    from tipdiff.series.records import Point, Reading, Series

__all__ = [
    "ARROW",
    "KEYS",
    "LETTER",
    "OPEN",
    "SIZE",
    "VALUE",
    "are_joined",
    "draw_marks",
    "shifted",
    "short",
    "value_text",
]

#: Approximations with an open side, and where it is.
OPEN: Final[dict[Approximation, int]] = {"over": 1, "at least": 1, "under": -1, "at most": -1}
#: Length of the arrow of an open side, and size of a point, in points.
ARROW: Final = 15
SIZE: Final = 5.5
#: Letters are about so wide for their size.
LETTER: Final = 0.62
#: Size of the letters of a value.
VALUE: Final = TINY + 0.5
#: Numbers from here on are shortened in a picture: 12,500 to 12.5k.
LONG: Final = 10_000

#: What a reader of the picture is told of its marks, if they are used.
KEYS: Final = (
    ("hollow", "hollow, ○: about"),
    ("up", "arrow up: so many or more"),
    ("down", "arrow down: so many or fewer"),
    ("dashed", "dashed: one end is open"),
    ("bar", "bar: range"),
    ("half", "half, p: of a part of the year only"),
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


def draw_marks(ax: Axes, series: Series, color: str) -> set[str]:
    """Draw the lines and marks of a series, and what is uncertain about them.

    Args:
        ax: The axes, with their limits.
        series: The series.
        color: The colour of its line and points.

    Returns:
        The names of the marks that were used, as in ``KEYS``.

    """
    used: set[str] = set()
    for one, other in pairwise(series.points):
        if are_joined(one, other):
            used |= _line(ax, one, other, color)
    for point in series.points:
        used |= _point(ax, point, color)
        for reading in point.conflicts:
            if (other_level := level(reading)) is not None:
                ax.plot([point.year], [other_level], marker="x", markersize=4.5, color=GREY,
                        clip_on=False, markeredgewidth=1.2, zorder=3)  # fmt: skip
                used.add("cross")
    return used


def are_joined(one: Point, other: Point) -> bool:
    """Whether a line may join two points: of whole years that follow one another, not of ranges."""
    return (
        other.year - one.year == 1
        and None not in {one.value, other.value}
        and not (one.partial or other.partial)
    )


def _line(ax: Axes, one: Point, other: Point, color: str) -> set[str]:
    """Join two points; dashed where either is open to one side."""
    is_open = not {one.approximation, other.approximation}.isdisjoint(OPEN)
    ax.plot(
        [one.year, other.year],
        [one.value or 0, other.value or 0],
        color=color,
        linewidth=1.2 if is_open else 1.6,
        linestyle=(0, (2, 2)) if is_open else "-",
        solid_capstyle="round",
        clip_on=False,
        zorder=2,
    )
    return {"dashed"} if is_open else set()


def _point(ax: Axes, point: Point, color: str) -> set[str]:
    at = level(point)
    if at is None:
        return set()
    used = {"sum"} if point.parts else set()
    if point.value is None and point.low is not None and point.high is not None:
        return used | _bar(ax, point.year, (point.low, point.high), color, half=point.partial)
    hollow, pale = point.approximation != "exact", point.carried_over
    ax.plot(
        [point.year],
        [at],
        marker="o",
        markersize=SIZE,
        markerfacecolor="white" if hollow or pale or point.partial else color,
        markeredgecolor=color,
        markeredgewidth=1.4,
        alpha=1.0,
        clip_on=False,
        zorder=4,
    )
    if point.partial:
        ax.plot([point.year], [at], marker="o", markersize=SIZE, fillstyle="left", color=color,
                markerfacecoloralt="white", markeredgewidth=1.4, clip_on=False,
                zorder=5)  # fmt: skip
        used.add("half")
    elif pale and not hollow:
        ax.plot([point.year], [at], marker="o", markersize=SIZE, color=color, alpha=0.35,
                markeredgewidth=0, clip_on=False, zorder=5)  # fmt: skip
        used.add("pale")
    way = OPEN.get(point.approximation)
    if way is not None:
        _arrow(ax, point.year, at, way, color)
        return used | {"up" if way > 0 else "down"}
    return used | ({"hollow"} if hollow else set())


def _bar(ax: Axes, year: int, ends: tuple[float, float], color: str, *, half: bool) -> set[str]:
    """Draw a range: a bar with a rule at each end, so that a narrow one is seen as well."""
    ax.plot([year, year], ends, color=color, linewidth=6, alpha=0.55, solid_capstyle="butt",
            clip_on=False, zorder=3)  # fmt: skip
    ax.plot([year, year], ends, color=color, linestyle="none", marker="_", markersize=8,
            markeredgewidth=1.4, clip_on=False, zorder=4)  # fmt: skip
    return {"bar", "half"} if half else {"bar"}


def _arrow(ax: Axes, year: int, at: float, way: int, color: str) -> None:
    start, end = (shifted(ax, way * far) for far in (3, ARROW))
    ax.annotate(
        "",
        xytext=(year, at),
        textcoords=start,
        xy=(year, at),
        xycoords=end,
        arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": 1.2, "shrinkA": 0},
        annotation_clip=False,
    )


def value_text(point: Point | Reading) -> str:
    """Return a point's figure as a picture has it: with its bound, Σ for a sum, p for a part."""
    mark, low, high = MARKS[point.approximation], point.low, point.high
    if point.value is not None:
        told = mark + short(point.value)
    elif low is not None and high is not None:
        least, most = short(low), short(high)
        size = most.lstrip("0123456789.,")
        # "20k to 25k" is "20-25k".
        told = f"{mark}{least.removesuffix(size)}–{most}"
    else:
        known = low if low is not None else high
        told = figure(point) if known is None else mark + short(known)
    return told + "Σ" * bool(point.parts) + "p" * getattr(point, "partial", False)


def shifted(ax: Axes, up: float, right: float = 0.0) -> Transform:
    """Return the coordinates of the data, moved up and to the right by some points."""
    from matplotlib.transforms import ScaledTranslation

    return ax.transData + ScaledTranslation(right / 72, up / 72, ax.figure.dpi_scale_trans)
