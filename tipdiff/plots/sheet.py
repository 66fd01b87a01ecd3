"""A sheet: panels in rows under a title, over a key and a foot that names the sources."""

from __future__ import annotations

import io
import textwrap
from html import escape
from typing import TYPE_CHECKING, Final

from tipdiff.errors import DataError
from tipdiff.plots.style import GREY, SMALL, TINY, plain, styled
from tipdiff.series.figure_words import sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from tipdiff.records import Edition

__all__ = ["FORMATS", "INNER", "LEFT", "RIGHT", "Sheet", "file_of"]

#: Formats of a picture, and what is left out of each so that the same data give the same bytes.
FORMATS: Final = {"png": "Software", "svg": "Date", "pdf": "CreationDate"}
#: Width and height of a panel in inches: of a lone one, and of one of several.
LONE: Final = (6.47, 3.4)
EACH: Final = (3.47, 2.35)
#: Room beside each panel in inches, and least room behind a label.
LEFT: Final = 0.52
RIGHT: Final = 0.6
#: Width of the axes of a lone panel, and of one of several, in inches.
INNER: Final = (LONE[0] - LEFT - RIGHT, EACH[0] - LEFT - RIGHT)
GUTTER: Final = 0.2
#: Room above the axes of a panel for its title, below them for the years, and between two panels.
ABOVE: Final = 0.36
#: Lines of a title for which that is, and what each further one takes.
TITLED: Final = 2
ANOTHER: Final = 0.15
BELOW: Final = 0.26
BETWEEN: Final = 0.78
#: Heights of the title and of a line of the foot, in inches.
TITLE: Final = 0.5
LINE: Final = 0.15
#: Letters of the foot for each inch of width.
LETTERS: Final = 15
#: Dots for each inch of a PNG.
DPI: Final = 150


class Sheet:
    """A figure that is filled panel by panel.

    Args:
        count: How many panels there are.
        label: How wide the widest label behind a line is, in inches.
        lines: How many lines the longest title of a panel has.

    """

    def __init__(self, count: int, label: float = 0.0, lines: int = 1) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        columns = 1 if count == 1 else 2 if count in {2, 4} else 3
        rows = -(-count // columns)
        _, high = LONE if count == 1 else EACH
        self._title = max(lines - TITLED, 0) * ANOTHER
        self._high = high + self._title
        # Labels behind lines need room that all panels get, so that their axes are alike.
        self._right = RIGHT + max(0.0, label + GUTTER - RIGHT)
        #: Width of the axes of a panel, in inches.
        self.inner = INNER[count > 1]
        self._width = columns * (LEFT + self.inner + self._right)
        self._count = count
        self.figure: Figure = Figure(figsize=(self._width, TITLE + rows * self._high))
        FigureCanvasAgg(self.figure)
        self._grid = self.figure.add_gridspec(rows, columns)
        self._place(0)

    def axes(self) -> Iterator[Axes]:
        """Yield the axes of each panel."""
        columns = self._grid.ncols
        for place in range(self._count):
            yield self.figure.add_subplot(self._grid[place // columns, place % columns])

    def finish(self, title: str, key: Iterable[str], editions: Iterable[Edition]) -> Figure:
        """Write title, key and foot, and return the figure.

        Args:
            title: What stands above.
            key: What the marks of the panels mean, one by one.
            editions: The editions that were looked at.

        """
        letters = round(self._width * LETTERS)
        ids, levels = sources(editions)
        # No line breaks within what one mark means.
        told = ["   ".join(plain(each).replace(" ", "\u00a0") for each in key)]
        told += [f"Sources: {', '.join(ids) or 'not given'}"]
        told += [f"Classification: {'; '.join(levels)}"] if levels else []
        lines = [line for text in told for line in _wrapped(text, letters)]
        self._place(len(lines))
        height = self.figure.get_figheight()
        self.figure.text(0.16 / self._width, 1 - 0.13 / height, plain(title),
                         fontsize=SMALL + 3.5, fontweight="bold", va="top")  # fmt: skip
        self.figure.text(0.16 / self._width, 0.08 / height, "\n".join(lines), fontsize=TINY,
                         color=GREY, va="bottom", linespacing=1.35)  # fmt: skip
        return self.figure

    def _place(self, lines: int) -> None:
        """Give the figure its height with so many lines in its foot, and the panels their places.

        How many there are is known only when all is drawn.
        """
        grid, width = self._grid, self._width
        foot = lines * LINE + 0.1
        height = TITLE + grid.nrows * self._high + foot
        self.figure.set_figheight(height)
        grid.update(
            left=LEFT / width, right=1 - self._right / width,
            top=1 - (TITLE + ABOVE + self._title) / height, bottom=(foot + BELOW) / height,
            wspace=(LEFT + self._right) / self.inner,
            hspace=(BETWEEN + self._title) / (self._high - BETWEEN - self._title),
        )  # fmt: skip
        for ax in self.figure.axes:
            spec = ax.get_subplotspec()
            if spec is not None:
                ax.set_position(spec.get_position(self.figure))


def file_of(draw: Callable[[], Figure], kind: str, title: str, words: str) -> bytes:
    """Return a figure as the bytes of a file.

    Args:
        draw: What draws it.
        kind: ``png``, ``svg`` (with the picture in words, for those who hear it) or ``pdf``.
        title: The picture's title, of an SVG.
        words: The picture in words, of an SVG.

    Raises:
        DataError: There is no such format.

    """
    if kind not in FORMATS:
        raise DataError(f"no picture is a {kind!r}; there are {', '.join(FORMATS)}")
    out = io.BytesIO()
    with styled():
        draw().savefig(out, format=kind, dpi=DPI, metadata={FORMATS[kind]: None})
    drawn = out.getvalue()
    return _with_words(drawn, title, words) if kind == "svg" else drawn


def _wrapped(text: str, letters: int) -> list[str]:
    return [plain(line) for line in textwrap.wrap(text, letters)]


def _with_words(svg: bytes, title: str, words: str) -> bytes:
    """Put title and description into an SVG, where screen readers look for them."""
    told = f"<title>{escape(plain(title))}</title><desc>{escape(plain(words))}</desc>"
    start = svg.index(b"<svg")
    end = svg.index(b">", start)
    return svg[:end] + b' role="img">\n ' + told.encode("utf-8", "replace") + svg[end + 1 :]
