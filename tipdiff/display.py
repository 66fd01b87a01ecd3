"""How a record shows itself at a prompt, in a notebook and as a table, though it renders nothing.

Records hold data, and the layer that draws them is far above. So the one who sees all layers, the
package's face, says here what draws a record; that is loaded when the first one is shown.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the package's face loads this module, which should load no other
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    #: Turns a record into a piece of HTML.
    Drawing = Callable[[object], str]
    #: Draws a record on the axes given, or on new ones, in a colour, and returns the axes.
    Plotter = Callable[[Any, Any, str | None], Any]
    #: Turns a record into flat rows.
    Tabulator = Callable[[object], list[dict[str, Any]]]
    #: Turns a record into a frame of pandas.
    Framer = Callable[[object], Any]

    from pandas import DataFrame

__all__ = ["Brief", "Shown", "Tabular", "draw_with", "plot_with", "plotted", "tabulate_with"]

_drawings: list[Drawing] = []


def draw_with(drawing: Drawing) -> None:
    """Let records show themselves by ``drawing`` from now on."""
    _drawings[:] = [drawing]


_plotters: list[Plotter] = []


def plot_with(plotter: Plotter) -> None:
    """Let records that plot themselves do so by ``plotter`` from now on."""
    _plotters[:] = [plotter]


_tabulators: list[tuple[Tabulator, Framer]] = []


def tabulate_with(tabulator: Tabulator, framer: Framer) -> None:
    """Let records that are tables tell their rows by ``tabulator``, frames by ``framer``."""
    _tabulators[:] = [(tabulator, framer)]


def plotted(record: object, ax: Any, color: str | None = None) -> Any:
    """Return the axes on which a record is drawn, new ones where ``ax`` is None."""
    return _plotters[0](record, ax, color)


class Brief:
    """A record whose ``repr`` is a line, with the number of what it holds: its letters fill books.

    Reports are looked at in notebooks, at prompts, and in tracebacks.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the fields: ``Report(country='Ostrel', year=2005, ..., statements=<108>)``."""
        import attrs

        held = [(field.name, getattr(self, field.name)) for field in attrs.fields(type(self))]  # type: ignore[arg-type]
        told = (
            f"{name}=<{len(value)}>" if isinstance(value, tuple) else f"{name}={value!r}"
            for name, value in held
        )
        return f"{type(self).__name__}({', '.join(told)})"


class Shown(Brief):
    """A record that a notebook shows as a piece of HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """Return the record as a piece of HTML without script; None if nobody said how."""
        return _drawings[0](self) if _drawings else None


class Tabular(Shown):
    """A record that is a table too."""

    __slots__ = ()

    def rows(self) -> list[dict[str, Any]]:
        """Return the flat rows that :func:`tipdiff.rows` gives of the record."""
        return _tabulators[0][0](self)

    def to_frame(self) -> DataFrame:
        """Return these rows as a frame of pandas (the extra ``tipdiff[pandas]``).

        Raises:
            TipdiffError: pandas is not installed.

        """
        return _tabulators[0][1](self)
