"""Panels: what stands in one set of axes, and how its axes are made."""

from __future__ import annotations

import re
import textwrap
from itertools import cycle, islice
from statistics import fmean
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.language.unit_words import unit_label
from tipdiff.plots.labels import (
    Values,
    label_doubts,
    label_values,
    letters_wide,
    places_on,
    take_arrows,
)
from tipdiff.plots.marks import LETTER, LONG, draw_marks, short, value_text
from tipdiff.plots.scale import MOST_STEPS, STEPS, doubtful, extent, is_whole
from tipdiff.plots.style import COLORS, GREY, SMALL, plain
from tipdiff.series.figure_words import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from tipdiff.series.records import Point, Reading, Series

__all__ = [
    "Panel",
    "add_series",
    "draw_panel",
    "label_room",
    "line_name",
    "panels",
    "spaced",
    "title_lines",
    "wrapped",
]

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
#: Letters of a title for each inch of width, and its lines.
LETTERS: Final = 13
TITLE_LINES: Final = 3
#: How far a label at the end of a line stands off it, in points.
OFF: Final = 5


@frozen
class Panel:
    """Series of one indicator and unit: the total and its breakdowns."""

    title: str
    unit: str
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
    return [_panel(group) for group in groups.values()]


def _panel(group: Sequence[Series]) -> Panel:
    return Panel(_title(group), _unit(group), tuple(group))


def _title(group: Sequence[Series]) -> str:
    """Return what the labels of a group have in common."""
    return group[0].label if len(group) == 1 else _common(group)


def _unit(group: Sequence[Series]) -> str:
    """Return the unit of a group, as it stands behind its title; empty where that says it."""
    unit = unit_label(group[0].unit)
    return f" ({unit})" if unit and unit not in _title(group).lower() else ""


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
    _axes(ax, panel, years, width)
    lines = list(zip(panel.series, islice(cycle(colors), len(panel.series)), strict=True))
    for one, color in lines:
        used |= draw_marks(ax, one, color)
    _set_title(ax, panel, width)
    if len(lines) > 1:
        _end_labels(ax, panel, years[-1], [color for _, color in lines])
    places = places_on(ax)
    for one, _ in lines:
        take_arrows(ax, places, one)
    # The line on top tells its values at its points; the others theirs at their ends.
    highest = max(panel.series, key=_highest)
    for one, color in lines:
        values: Values = "none"
        if one is highest:
            values = "all" if _has_room(one, years, width) else "ends"
        label_values(ax, places, one, color, values)
    for one, _ in lines:
        used |= label_doubts(ax, places, one)
    return used


def _set_title(ax: Axes, panel: Panel, width: float) -> None:
    title = wrapped(panel.title, width, panel.unit)
    ax.set_title(title, loc="left", fontsize=SMALL + 1, fontweight="bold", pad=8)


def add_series(ax: Axes, series: Series, width: float, color: str | None) -> None:
    """Draw a series on axes that may hold others: their lines, colours and limits are kept.

    Limits that were set or that what is drawn needs are only ever widened.

    Args:
        ax: The axes.
        series: The series.
        width: The width of the axes in inches.
        color: Of its line; the first that no line has if None.

    """
    from matplotlib.colors import to_hex

    panel = _panel([series])
    years = [point.year for point in series.points] or [0]
    span = range(min(years), max(years) + 1)
    taken = {to_hex(line.get_color()).upper() for line in ax.lines}
    own = color or next((c for c in COLORS if c not in taken), COLORS[len(taken) % len(COLORS)])
    is_first = not ax.has_data()
    kept = [
        limits if not is_first or not is_free else None
        for limits, is_free in (
            (ax.get_xlim(), ax.get_autoscalex_on()),
            (ax.get_ylim(), ax.get_autoscaley_on()),
        )
    ]
    ticks, title = set() if is_first else set(ax.get_xticks()), ax.get_title("left")
    _axes(ax, panel, span, width)
    if kept[0]:
        ax.set_xlim(*_both(kept[0], ax.get_xlim()))
    if kept[1]:
        ax.set_ylim(*_both(kept[1], ax.get_ylim()))
    if ticks:
        shown = sorted(set(map(round, ticks)) | set(map(round, ax.get_xticks())))
        ax.set_xticks(shown, [str(year) for year in shown])
    draw_marks(ax, series, own)
    ax.plot([], [], color=own, marker="o", label=plain(series.label))
    if is_first:
        _set_title(ax, panel, width)
    else:
        handles, labels = ax.get_legend_handles_labels()
        if title in {wrapped(label, width, panel.unit) for label in labels}:
            ax.set_title("", loc="left")  # the legend names the lines now
        ax.legend(handles, labels, frameon=False, fontsize=SMALL)
    places = places_on(ax)
    take_arrows(ax, places, series)
    all_fit = is_first and _has_room(series, span, width)
    label_values(ax, places, series, own, "all" if all_fit else "ends")
    label_doubts(ax, places, series)


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

    low, high = extent(panel.series)
    top, span = high, high - low
    points = [point for one in panel.series for point in one.points]
    if any(point.high is None and point.low == high for point in points):
        top += span * ARROWED
    unit, whole = panel.series[0].unit, is_whole(panel.series)
    # Below zero there is room for values only if something stands there.
    ax.set_ylim(low - HEAD * span * (low < 0), top + HEAD * span if span > 0 else 1)
    ax.yaxis.set_major_locator(
        MaxNLocator(nbins=MOST_STEPS, steps=[*STEPS, 10], integer=whole, min_n_ticks=1)
    )
    if low < 0:
        ax.axhline(0, color=GREY, linewidth=0.8, zorder=1)
    suffix = " %" if unit == "percent" else ""
    # All labels of an axis are shortened, or none.
    least = LONG / 10 if max(high, -low) >= LONG else LONG
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


def wrapped(title: str, width: float, unit: str = "") -> str:
    """Return a title in lines of so many inches; of one that is too long its unit is kept."""
    return "\n".join(_lines(title, width, unit))


def _lines(title: str, width: float, unit: str) -> list[str]:
    letters = max(round(width * LETTERS), 12)
    behind = plain(unit).replace(" (", "\0(").replace(" ", "\u00a0").replace("\0", " ")
    told = plain(title).split()
    lines = textwrap.wrap(" ".join(told) + behind, letters)
    while len(lines) > TITLE_LINES and len(told) > 1:
        told.pop()
        lines = textwrap.wrap(" ".join(told).rstrip(" (,“") + "..." + behind, letters)
    return lines[:TITLE_LINES]


def title_lines(groups: Iterable[Panel], width: float) -> int:
    """Return how many lines the longest title of some panels of so many inches has."""
    return max((len(_lines(each.title, width, each.unit)) for each in groups), default=1)


def _end_labels(ax: Axes, panel: Panel, year: int, colors: Sequence[str]) -> None:
    """Label each line behind its last point, so that no two labels touch.

    A line that ends before the last year, and whose label others would run through, is labelled
    above or below its end.
    """
    low, high = ax.get_ylim()
    top = high - low
    on = [one for one in panel.series if one.points[-1].year < year and _is_met(one, panel, top)]
    behind = [one for one in panel.series if one not in on]
    heights = dict(zip(map(id, behind), spaced([_end(one) / top for one in behind]), strict=True))
    for one, color in zip(panel.series, colors, strict=True):
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
            color=color,
            annotation_clip=False,
        )


def end_label(series: Series, panel: Panel) -> str:
    """Return what stands behind a line: its breakdown, and its last value if no point bears it."""
    name = line_name(series, panel)
    highest = max(panel.series, key=_highest)
    told = name if series is highest else f"{name} {value_text(series.points[-1])}"
    return textwrap.fill(told, WIDEST)


def line_name(series: Series, panel: Panel) -> str:
    """Return what a line of a panel is called beside the others: its breakdown, body or offence."""
    name = series.label.removeprefix(_common(panel.series)).strip(" ,")
    is_bracketed = name.startswith("(") and name.find(")") == len(name) - 1
    return (name[1:-1] if is_bracketed else name) or "all"


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
    """Whether another line, or a doubtful figure, stands behind a line's end at its height."""
    last = series.points[-1]
    at = level(last) or 0
    behind = [
        level(reading)
        for other in panel.series
        for point in other.points
        if other is not series and point.year > last.year
        for reading in _readings(point)
    ]
    return any(abs((other or 0) - at) < NEAR * top for other in behind)


def _readings(point: Point) -> tuple[Point | Reading, ...]:
    return (point, *doubtful(point))


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
