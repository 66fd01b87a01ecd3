"""Pictures of series: small multiples of the panels that they make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from tipdiff.arguments import expect, expect_items, shown
from tipdiff.claims.indicators.kinds import kind_by_title
from tipdiff.errors import DataError
from tipdiff.plots.marks import KEYS
from tipdiff.plots.panels import add_series, draw_panel, label_room, panels, title_lines
from tipdiff.plots.sheet import FORMATS, INNER, Sheet, file_of
from tipdiff.plots.style import COLORS, styled
from tipdiff.series.figure_words import level, named, spoken
from tipdiff.series.records import Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


__all__ = ["FORMATS", "MOST", "alt_text", "choice", "has_course", "picture", "plot", "plot_series"]

#: The unit of what was spent on the report, which is no figure of the country's.
HOURS: Final = "duration:hour"
#: Series in one picture.
MOST: Final = 12


def choice(series: Sequence[Series]) -> list[Series]:
    """Return the series a picture has room for, in their order.

    They have a course to show: no single point, no row of zeros, no hours. Where none has, single
    figures are drawn, and zeros and hours only where there is nothing else.
    """
    lasting = [one for one in series if has_course(one)]
    told = [one for one in series if one.unit != HOURS and any(map(level, one.points))]
    return (lasting or told or list(series))[:MOST]


def has_course(series: Series) -> bool:
    """Whether a series has a course: two figures or more, not all zero, and of the country's."""
    return len(series.points) > 1 and series.unit != HOURS and any(map(level, series.points))


def plot_series(series: Series, ax: Axes | None = None, color: str | None = None) -> Axes:
    """Draw one series, and return the axes.

    Args:
        series: The series.
        ax: Axes to draw on, which may hold other lines; new ones of a figure of its own if None.
        color: Of its line; if None the first that no line of the axes has.

    Raises:
        DataError: These are no axes, or that is no colour.

    """
    from matplotlib.axes import Axes

    expect("series", series, Series, "a Series")
    if color is not None:
        _colors([color], "color")
    if ax is None:
        return plot([series], colors=None if color is None else (color,)).axes[0]
    expect("ax", ax, Axes, "axes of matplotlib")
    with styled():
        add_series(ax, series, ax.get_window_extent().width / ax.figure.dpi, color)
        return ax


def _colors(given: object, name: str = "colors") -> None:
    """See to it that colours are such as matplotlib knows."""
    from matplotlib.colors import is_color_like

    found = expect_items(name, given, object, "colours")
    if not found:
        raise DataError(f"{name}: there is none")
    for each in found:
        if not is_color_like(each):
            raise DataError(f"{name}: {shown(each)} is no colour")


def plot(
    series: Series | Iterable[Series],
    *,
    title: str | None = None,
    colors: Sequence[str] | None = None,
) -> Figure:
    """Draw series as small multiples: an indicator and its breakdowns share a panel.

    Args:
        series: One to twelve series; what they cover decides the years of all panels.
        title: What stands above; the country and what its reports are about if None.
        colors: Of the lines of each panel; such as all can tell apart if None.

    Returns:
        A figure of matplotlib that belongs to no window and no notebook yet: save it, or show it.

    Raises:
        DataError: There is no series, or more than twelve, or something else.

    """
    listed = series if isinstance(series, Iterable) else [series]
    drawn = expect_items("series", listed, Series, "a Series")
    expect("title", title, (str, type(None)), "a text")
    if colors is not None:
        _colors(colors)
    if not 1 <= len(drawn) <= MOST:
        raise DataError(f"a picture has room for 1 to {MOST} series, not {len(drawn)}")
    groups = panels(drawn)
    used: set[str] = set()
    with styled():
        lines = title_lines(groups, INNER[len(groups) > 1])
        sheet = Sheet(len(groups), label_room(groups), lines)
        for panel, ax in zip(groups, sheet.axes(), strict=True):
            used |= draw_panel(ax, panel, _years(panel.series), sheet.inner, colors or COLORS)
        key = [told for name, told in KEYS if name in used]
        return sheet.finish(title or _title(drawn), key, drawn[0].editions)


def _title(series: Iterable[Series]) -> str:
    drawn = list(series)
    country = next((one.country for one in drawn if one.country), None) or "Country not known"
    subjects = [c.subject or "" for one in drawn[:1] for e in one.editions for c in e.cables]
    kind = kind_by_title(subjects)
    return f"{country}: figures{'' if kind is None else f' on {kind.name}'} over the years"


def _years(series: Iterable[Series]) -> range:
    years = [point.year for one in series for point in one.points]
    return range(min(years), max(years) + 1) if years else range(1)


def alt_text(series: Iterable[Series]) -> str:
    """Return a picture in words: every series with its points, gaps, and what is uncertain."""
    return " ".join(
        f"{named(one)}: "
        + ", ".join(
            f"{spoken(point)} in {point.year}"
            + (f" (before revision {spoken(point.superseded[0])})" if point.superseded else "")
            for point in one.points
        )
        + "."
        for one in series
    )


def picture(series: Sequence[Series], kind: str, *, title: str | None = None) -> bytes:
    """Return a picture of series as the bytes of a file.

    Args:
        series: One to twelve series.
        kind: ``png``, ``svg`` (with the picture in words, for those who hear it) or ``pdf``.
        title: What stands above; the country if None.

    Raises:
        DataError: There is no series, too many, or no such format.

    """
    return file_of(
        lambda: plot(series, title=title), kind, title or _title(series), alt_text(series)
    )
