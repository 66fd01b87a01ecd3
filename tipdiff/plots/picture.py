"""Whole pictures: small multiples with a title, a key, and a foot that names the sources."""

from __future__ import annotations

import io
import textwrap
import warnings
from html import escape
from typing import TYPE_CHECKING, Final

from tipdiff.errors import DataError
from tipdiff.plots.marks import KEYS
from tipdiff.plots.panels import Panel, draw_panel, label_room, panels
from tipdiff.plots.style import GREY, SMALL, STYLE, TINY, plain
from tipdiff.series.wording import named, sources, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.gridspec import GridSpec

    from tipdiff.series.records import Series

__all__ = ["FORMATS", "MOST", "alt_text", "choice", "picture", "plot", "plot_series"]

#: Formats of a picture, and what is left out of each so that the same series give the same bytes.
FORMATS: Final = {"png": "Software", "svg": "Date", "pdf": "CreationDate"}
#: Series in one picture.
MOST: Final = 12
#: Width and height of a panel in inches: of a lone one, and of one of several.
LONE: Final = (6.4, 3.4)
EACH: Final = (3.4, 2.35)
#: Room beside each panel in inches, and least room behind a label.
LEFT: Final = 0.45
RIGHT: Final = 0.6
GUTTER: Final = 0.2
#: Room above the axes of a panel for its title, below them for the years, and between two panels.
ABOVE: Final = 0.36
BELOW: Final = 0.26
BETWEEN: Final = 0.78
#: Heights of the title and of a line of the foot, in inches.
TITLE: Final = 0.5
LINE: Final = 0.15
#: Letters of the foot for each inch of width.
LETTERS: Final = 14
#: Dots for each inch of a PNG.
DPI: Final = 150


def choice(series: Sequence[Series]) -> list[Series]:
    """Return the series a picture has room for: those with a course to show, in their order."""
    lasting = [one for one in series if len(one.points) > 1]
    return (lasting or list(series))[:MOST]


def plot_series(series: Series, ax: Axes | None = None) -> Axes:
    """Draw one series, on new axes of its own figure if none are given, and return the axes."""
    import matplotlib as mpl

    with mpl.rc_context(STYLE):  # type: ignore[arg-type]
        if ax is None:
            figure = plot([series])
            return figure.axes[0]
        box = ax.get_window_extent()
        width = box.width / ax.figure.dpi
        draw_panel(ax, panels([series])[0], _years([series]), width)
        return ax


def plot(series: Series | Iterable[Series], *, title: str | None = None) -> Figure:
    """Draw series as small multiples: an indicator and its breakdowns share a panel.

    Args:
        series: One to twelve series; what they cover decides the years of all panels.
        title: What stands above; the country if null.

    Returns:
        A figure of matplotlib that belongs to no window and no notebook yet: save it, or show it.

    Raises:
        DataError: There is no series, or more than twelve.

    """
    from matplotlib import rc_context

    from tipdiff.series.records import Series as Record

    drawn = [series] if isinstance(series, Record) else list(series)
    if not 1 <= len(drawn) <= MOST:
        raise DataError(f"a picture has room for 1 to {MOST} series, not {len(drawn)}")
    with rc_context(STYLE):  # type: ignore[arg-type]
        return _figure(drawn, panels(drawn), title)


def _years(series: Iterable[Series]) -> range:
    years = [point.year for one in series for point in one.points]
    return range(min(years), max(years) + 1) if years else range(1)


def _figure(series: Sequence[Series], groups: Sequence[Panel], title: str | None) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    columns = _columns(len(groups))
    rows = -(-len(groups) // columns)
    # Labels behind lines need room that all panels get, so that their axes are alike.
    extra = max(0.0, label_room(groups) + GUTTER - RIGHT)
    wide, high = LONE if len(groups) == 1 else EACH
    width = columns * (wide + extra)
    figure = Figure(figsize=(width, TITLE + rows * high))
    FigureCanvasAgg(figure)
    grid = figure.add_gridspec(rows, columns)
    _place(figure, grid, high, extra, 0)
    years = _years(series)
    used: set[str] = set()
    for place, panel in enumerate(groups):
        ax = figure.add_subplot(grid[place // columns, place % columns])
        used |= draw_panel(ax, panel, years, wide - LEFT - RIGHT)
    country = next((one.country for one in series if one.country), None)
    head = (
        title if title is not None else f"{country or 'Country not known'}: figures over the years"
    )
    key = "   ".join(told for name, told in KEYS if name in used)
    lines = [*textwrap.wrap(key, round(width * LETTERS)), *_foot(series, width)]
    # What the panels needed explained is known only now.
    _place(figure, grid, high, extra, len(lines))
    height = figure.get_figheight()
    figure.text(0.16 / width, 1 - 0.13 / height, plain(head), fontsize=SMALL + 3.5,
                fontweight="bold", va="top")  # fmt: skip
    figure.text(0.16 / width, 0.08 / height, "\n".join(lines), fontsize=TINY, color=GREY,
                va="bottom", linespacing=1.35)  # fmt: skip
    return figure


def _place(figure: Figure, grid: GridSpec, high: float, extra: float, lines: int) -> None:
    """Give a figure its height with so many lines in its foot, and its panels their places."""
    width = figure.get_figwidth()
    foot = lines * LINE + 0.1
    height = TITLE + grid.nrows * high + foot
    figure.set_figheight(height)
    wide = width / grid.ncols - extra - LEFT - RIGHT
    grid.update(
        left=LEFT / width, right=1 - (RIGHT + extra) / width,
        top=1 - (TITLE + ABOVE) / height, bottom=(foot + BELOW) / height,
        wspace=(LEFT + RIGHT + extra) / wide, hspace=BETWEEN / (high - BETWEEN),
    )  # fmt: skip
    for ax in figure.axes:
        spec = ax.get_subplotspec()
        if spec is not None:
            ax.set_position(spec.get_position(figure))


def _columns(count: int) -> int:
    return 1 if count == 1 else 2 if count in {2, 4} else 3


def _foot(series: Sequence[Series], width: float) -> list[str]:
    """Return the lines that name the sources and their classification."""
    ids, levels = sources(edition for one in series[:1] for edition in one.editions)
    letters = round(width * LETTERS)
    told = [f"Sources: {', '.join(ids) or 'not given'}", f"Classification: {'; '.join(levels)}"]
    return [
        line for text in told[: 1 + bool(levels)] for line in textwrap.wrap(plain(text), letters)
    ]


def alt_text(series: Iterable[Series]) -> str:
    """Return a picture in words: every series with its points, gaps, and what is uncertain."""
    return " ".join(
        f"{named(one)}: "
        + ", ".join(
            f"{spoken(point)} in {point.year}"
            + (f" (before revision {spoken(point.superseded[0])})" if point.revised else "")
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
        title: What stands above; the country if null.

    Raises:
        DataError: There is no series, too many, or no such format.

    """
    if kind not in FORMATS:
        raise DataError(f"no picture is a {kind!r}; there are {', '.join(FORMATS)}")
    from matplotlib import rc_context

    out = io.BytesIO()
    with rc_context(STYLE), warnings.catch_warnings():  # type: ignore[arg-type]
        # A letter that the font lacks becomes a box; that is no reason to say anything.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure = plot(series, title=title)
        figure.savefig(out, format=kind, dpi=DPI, metadata={FORMATS[kind]: None})
    return _with_words(out.getvalue(), series) if kind == "svg" else out.getvalue()


def _with_words(svg: bytes, series: Sequence[Series]) -> bytes:
    """Put title and description into an SVG, where screen readers look for them."""
    country = next((one.country for one in series if one.country), None) or "Country not known"
    words = (
        f"<title>{escape(plain(country))}: figures over the years</title>"
        f"<desc>{escape(plain(alt_text(series)))}</desc>"
    )
    start = svg.index(b"<svg")
    end = svg.index(b">", start)
    return svg[:end] + b' role="img">\n ' + words.encode("utf-8", "replace") + svg[end + 1 :]
