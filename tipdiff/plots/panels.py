"""Panels: what stands in one set of axes, and how its axes are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.plots.marks import LONG, OFF, Values, draw, short, value_text
from tipdiff.plots.style import COLORS, SMALL, plain
from tipdiff.series.wording import level, unit_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from tipdiff.series.records import Series

__all__ = ["Panel", "draw_panel", "panels"]

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
#: Least distance of two labels at the ends of lines, as a share of the height.
APART: Final = 0.11
#: A line so near above leaves no room for a label, as a share of the height.
NEAR: Final = 0.25
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
    first = group[0].label if len(group) == 1 else group[0].label.partition(", ")[0]
    unit = unit_word(group[0].unit)
    return f"{first} ({unit})" if unit and unit not in first.lower() else first


def draw_panel(ax: Axes, panel: Panel, years: range, width: float) -> set[str]:
    """Draw a panel.

    Args:
        ax: Axes that are new or the user's own.
        panel: What to draw.
        years: The years of the axis.
        width: The width of the axes in inches.

    Returns:
        The names of the marks that were used.

    """
    used: set[str] = set()
    several = len(panel.series) > 1
    # The values of the line on top stand clear of all others; those say theirs at their end.
    highest = max(panel.series, key=_highest)
    for one, color in zip(panel.series, COLORS, strict=False):
        values: Values = "none" if one is not highest else "all" if len(years) <= EVERY else "ends"
        used |= draw(ax, one, color, values=values, lone=not several)
    _axes(ax, panel, years, width)
    ax.set_title(
        _wrapped(panel.title, round(width * LETTERS)), loc="left", fontsize=SMALL + 1,
        fontweight="bold", pad=8,
    )  # fmt: skip
    if several:
        _end_labels(ax, panel, years[-1])
    return used


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
    ax.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=whole, min_n_ticks=2 if top > 1 else 1))
    suffix = " %" if unit == "percent" else ""
    # All labels of an axis are shortened, or none.
    least = LONG / 10 if top >= LONG else LONG
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: short(value, least) + suffix))
    side = SIDE[0] + SIDE[1] * len(years)
    ax.set_xlim(years[0] - side, years[-1] + side)
    step = next(s for s in (1, 2, 5, 10, 20, 50) if len(years) / s * 0.52 <= max(width, 1.1))
    shown = [year for year in years if (years[-1] - year) % step == 0]
    ax.set_xticks(shown, [str(year) for year in shown])
    ax.tick_params(axis="x", length=3)


def _wrapped(title: str, letters: int) -> str:
    import textwrap

    lines = textwrap.wrap(plain(title), max(letters, 12))
    return "\n".join(lines[:2]) + ("..." if len(lines) > 2 else "")


def _end_labels(ax: Axes, panel: Panel, year: int) -> None:
    """Label each line behind its last point, moved up until no two labels touch.

    A line that ends before the last year, and whose label others would run through, is labelled
    above its end.
    """
    top = ax.get_ylim()[1]
    highest = max(panel.series, key=_highest)
    before = -1.0
    order = sorted(panel.series, key=lambda one: level(one.points[-1]) or 0)
    for one in order:
        last = one.points[-1]
        color = COLORS[panel.series.index(one)]
        name = one.label.partition(", ")[2] or "all"
        told = name if one is highest else f"{name} {value_text(last)}"
        goes_on = last.year < year and _is_met(one, panel, top)
        height = (level(last) or 0) / top
        below = goes_on and _is_under(one, panel, top)
        if not goes_on:
            height = before = max(height, before + APART)
        ax.annotate(
            plain(told),
            (last.year, height * top),
            xytext=(0, -OFF if below else OFF) if goes_on else (8, 0),
            textcoords="offset points",
            ha="center" if goes_on else "left",
            va="center" if not goes_on else "top" if below else "bottom",
            fontsize=SMALL,
            color=color,
            annotation_clip=False,
        )


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
