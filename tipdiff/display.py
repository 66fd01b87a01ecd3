"""How a record shows itself in a notebook, though records know nothing of what shows them.

Records hold data, and the layer that draws them is far above. So the one who sees all layers, the
package's face, says here what draws a record; that is loaded when the first one is shown.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Shown", "draw_with"]

Drawing = Callable[[object], str]
"""Turns a record into a piece of HTML."""

_drawings: list[Drawing] = []


def draw_with(drawing: Drawing) -> None:
    """Let records show themselves by ``drawing`` from now on."""
    _drawings[:] = [drawing]


class Shown:
    """A record that Jupyter and other notebooks show as more than its ``repr``."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """Return the record as a piece of HTML without script; null if nobody said how."""
        return _drawings[0](self) if _drawings else None
