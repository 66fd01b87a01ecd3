"""Panels: what stands in one set of axes, and how its axes are made."""

from __future__ import annotations

import re
import textwrap
from statistics import fmean
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.language.unit_words import unit_label
from tipdiff.plots.marks import LETTER, LONG, OFF, Values, draw, letters_wide, short, value_text
from tipdiff.plots.style import COLORS, SMALL, plain
from tipdiff.series.figure_words import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from tipdiff.series.records import Series

__all__ = ["Panel", "add_series", "draw_panel", "label_room", "panels", "spaced", "wrapped"]

#: Lines in one panel; more cannot be labelled without a tangle.
LINES: Final = 4
#: Years up to which every point of a lone line bears its value.
EVERY: Final = 8
#: Room above the highest point for its value, as a share of the height.
HEAD: Final = 0.22
#: And for the arrow of a value that has no upper end.
ARROWED: Final = 0.12
#: Room beside the first and the last year, in years and as a share of them.
SIDE: Final = (0.45, 0.025)
#: Letters in a line of a label at the end of a line.
WIDEST: Final = 18
#: Least distance of two labels at the ends of lines, as a share of the height.
APART: Final = 0.11
#: A line so near above leaves no room for a label, as a share of the height.
NEAR: Final = 0.25
#: Inches that a year takes below the axis.
YEAR: Final = 0.38
#: Letters of a title for each inch of width.
LETTERS: Final = 13


@frozen
class Panel:
    """Series of one indicator and unit: the total and its breakdowns."""

    title: str
    series: tuple[Series, ...]


def panels(series: Iterable[Series]) -> list[Panel]:
    """Return series in panels: an indicator with its breakdowns, any other alone.

    Percent and counts never share one, for they have different units.
    """
    groups: dict[tuple[str, str, int], list[Series]] = {}
    for place, one in enumerate(series):
        name = (one.indicator, one.unit, 0) if one.indicator else ("", one.unit, place + 1)
        full = 0
        while len(groups.get((name[0], name[1], name[2] + full), ())) >= LINES and one.indicator:
            full += 1
        groups.setdefault((name[0], name[1], name[2] + full), []).append(one)
    return [Panel(_title(group), tuple(group)) for group in groups.values()]


def _title(group: Sequence[Series]) -> str:
    """Return what the labels of a group have in common, with the unit."""
    first = group[0].label if len(group) == 1 else _common(group)
    unit = unit_label(group[0].unit)
    return f"{first} ({unit})" if unit and unit not in first.lower() else first


def _common(group: Sequence[Series]) -> str:
    """Return what the labels of an indicator's series begin with: its name."""
    names = [re.split(r", | for | under | \(", one.label)[0] for one in group]
    return min(names, key=len)


def draw_panel(
    ax: Axes, panel: Panel, years: range, width: float, colors: Sequence[str] = COLORS
) -> set[str]:
    """Draw a panel.

    Args:
        ax: Axes that are new or the user's own.
        panel: What to draw.
        years: The years of the axis.
        width: The width of the axes in inches.
        colors: Of its lines.

    Returns:
        The names of the marks that were used.

    """
    used: set[str] = set()
    several = len(panel.series) > 1
    _axes(ax, panel, years, width)
    # The values of the line on top stand clear of all others; those say theirs at their end.
    highest = max(panel.series, key=_highest)
    for one, color in zip(panel.series, colors, strict=False):
        values: Values = "none"
        if one is highest:
            values = "all" if _has_room(one, years, width) else "ends"
        others = [other for other in panel.series if other is not one]
        used |= draw(ax, one, color, values=values, others=others)
    ax.set_title(
        wrapped(panel.title, width), loc="left", fontsize=SMALL + 1,
        fontweight="bold", pad=8,
    )  # fmt: skip
    if several:
        _end_labels(ax, panel, years[-1])
    return used


def add_series(ax: Axes, series: Series, width: float, color: str | None) -> None:
    """Draw a series on axes that may hold others: their lines, colours and limits are kept.

    Args:
        ax: The axes.
        series: The series.
        width: The width of the axes in inches.
        color: Of its line; the first that no line has if None.

    """
    panel = Panel(_title([series]), (series,))
    years = [point.year for point in series.points] or [0]
    span = range(min(years), max(years) + 1)
    if not ax.has_data():
        own = color or COLORS[0]
        draw_panel(ax, panel, span, width, (own,))
        ax.plot([], [], color=own, marker="o", label=plain(series.label))
        return
    taken = {line.get_color() for line in ax.lines}
    own = color or next((c for c in COLORS if c not in taken), COLORS[0])
    limits, ticks, title = (
        (ax.get_xlim(), ax.get_ylim()),
        list(ax.get_xticks()),
        ax.get_title("left"),
    )
    _axes(ax, panel, span, width)
    ax.set_xlim(*_both(limits[0], ax.get_xlim()))
    ax.set_ylim(*_both(limits[1], ax.get_ylim()))
    shown = sorted({round(tick) for tick in ticks} | set(map(round, ax.get_xticks())))
    ax.set_xticks(shown, [str(year) for year in shown])
    draw(ax, series, own, values="ends")
    ax.plot([], [], color=own, marker="o", label=plain(series.label))
    handles, labels = ax.get_legend_handles_labels()
    if title in {wrapped(label, width) for label in labels}:
        ax.set_title("", loc="left")  # the legend names the lines now
    ax.legend(handles, labels, frameon=False, fontsize=SMALL)


def _both(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return min(one[0], other[0]), max(one[1], other[1])


def _has_room(series: Series, years: range, width: float) -> bool:
    """Whether the values of all points of a line stand beside one another."""
    widest = max(map(letters_wide, series.points))
    return len(years) <= EVERY and widest <= width * 72 / (len(years) + 2 * SIDE[0])


def _highest(series: Series) -> float:
    return max(level(point) or 0 for point in series.points)


def _axes(ax: Axes, panel: Panel, years: range, width: float) -> None:
    """Give the axes whole years and, for what is whole, whole numbers from zero."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    tops = [
        value
        for one in panel.series
        for point in one.points
        for value in (point.high, level(point), *map(level, (*point.superseded, *point.conflicts)))
        if value is not None
    ]
    top = max(tops, default=0)
    if any(point.high is None and point.low == top for one in panel.series for point in one.points):
        top *= 1 + ARROWED
    unit = panel.series[0].unit
    whole = unit != "percent" and all(float(value).is_integer() for value in tops)
    ax.set_ylim(0, top * (1 + HEAD) if top > 0 else 1)
    ax.yaxis.set_major_locator(
        MaxNLocator(nbins=4, steps=[1, 2, 5, 10], integer=whole, min_n_ticks=2 if top > 1 else 1)
    )
    suffix = " %" if unit == "percent" else ""
    # All labels of an axis are shortened, or none.
    least = LONG / 10 if top >= LONG else LONG
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: short(value, least) + suffix))
    side = SIDE[0] + SIDE[1] * len(years)
    ax.set_xlim(years[0] - max(side, _half_of_first(panel, years, width)), years[-1] + side)
    step = next(s for s in (1, 2, 5, 10, 20, 50) if len(years) / s * YEAR <= max(width, 1.1))
    shown = [year for year in years if (years[-1] - year) % step == 0]
    ax.set_xticks(shown, [str(year) for year in shown])
    ax.tick_params(axis="x", length=3)


def _half_of_first(panel: Panel, years: range, width: float) -> float:
    """Return half the width of the widest value over the first year, in years."""
    first = [p for one in panel.series for p in one.points if p.year == years[0]]
    return max(map(letters_wide, first), default=0) / 2 * len(years) / (width * 72)


def wrapped(title: str, width: float) -> str:
    """Return a title in at most two lines of so many inches."""
    lines = textwrap.wrap(plain(title), max(round(width * LETTERS), 12))
    return "\n".join(lines[:2]) + ("..." if len(lines) > 2 else "")


def _end_labels(ax: Axes, panel: Panel, year: int) -> None:
    """Label each line behind its last point, so that no two labels touch.

    A line that ends before the last year, and whose label others would run through, is labelled
    above or below its end.
    """
    top = ax.get_ylim()[1]
    on = [one for one in panel.series if one.points[-1].year < year and _is_met(one, panel, top)]
    behind = [one for one in panel.series if one not in on]
    heights = dict(zip(map(id, behind), spaced([_end(one) / top for one in behind]), strict=True))
    for one in panel.series:
        last = one.points[-1]
        below = one in on and _is_under(one, panel, top)
        ax.annotate(
            plain(end_label(one, panel)),
            (last.year, heights.get(id(one), _end(one) / top) * top),
            xytext=(0, -OFF if below else OFF) if one in on else (8, 0),
            textcoords="offset points",
            ha="center" if one in on else "left",
            va="center" if one in behind else "top" if below else "bottom",
            fontsize=SMALL,
            linespacing=1.0,
            color=COLORS[panel.series.index(one)],
            annotation_clip=False,
        )


def end_label(series: Series, panel: Panel) -> str:
    """Return what stands behind a line: its breakdown, and its last value if no point bears it."""
    name = series.label.removeprefix(_common(panel.series)).strip(" ,()") or "all"
    highest = max(panel.series, key=_highest)
    told = name if series is highest else f"{name} {value_text(series.points[-1])}"
    return textwrap.fill(told, WIDEST)


def spaced(heights: Sequence[float], apart: float = APART) -> list[float]:
    """Return heights moved as little as may be until any two are so far apart, in their order.

    Pooling of adjacent violators: what is too near moves as one block about its own mean.
    """
    order = sorted(range(len(heights)), key=lambda k: heights[k])
    blocks: list[list[float]] = []  # of each: the heights, less what those below them take
    for rank, k in enumerate(order):
        blocks.append([heights[k] - rank * apart])
        while len(blocks) > 1 and fmean(blocks[-2]) > fmean(blocks[-1]):
            blocks[-2:] = [[*blocks[-2], *blocks[-1]]]
    levels = [fmean(block) for block in blocks for _ in block]
    placed = {k: levels[rank] + rank * apart for rank, k in enumerate(order)}
    return [placed[k] for k in range(len(heights))]


def _end(series: Series) -> float:
    return level(series.points[-1]) or 0


def label_room(groups: Iterable[Panel]) -> float:
    """Return how wide the widest label at the end of a line is, in inches."""
    lines = [
        line
        for panel in groups
        if len(panel.series) > 1
        for one in panel.series
        for line in end_label(one, panel).split("\n")
    ]
    return max(map(len, lines), default=0) * LETTER * SMALL / 72


def _is_met(series: Series, panel: Panel, top: float) -> bool:
    """Whether another line runs on behind the end of a line, at its height."""
    last = series.points[-1]
    at = level(last) or 0
    return any(
        abs((level(point) or 0) - at) < NEAR * top
        for other in panel.series
        for point in other.points
        if other is not series and point.year > last.year
    )


def _is_under(series: Series, panel: Panel, top: float) -> bool:
    """Whether another line runs closely above the end of a line."""
    last = series.points[-1]
    at = level(last) or 0
    return any(
        at < (level(point) or 0) < at + NEAR * top
        for other in panel.series
        for point in other.points
        if other is not series and abs(point.year - last.year) < 2
    )
