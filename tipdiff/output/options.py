"""How a result is to be shown; the command line's edge decides, a library user may."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Options"]


@frozen
class Options:
    """How a result is to be shown; each renderer heeds what means something in its format.

    ``width`` is in columns. ``color`` says whether styles may be used. Of a comparison: ``all``
    shows unchanged text in full, ``context`` that of so many statements around each change,
    ``explain`` why statements were taken for the same, ``sides`` old and new text in two columns.
    Of a history: ``view`` is what is told of it (``threads``, ``blame``, ``renewal``, ``carried``,
    ``promises`` or ``dropped``), and ``all`` shows what each edition says. Of figures over the
    years, the view ``moved`` keeps the order in which they are given.
    """

    width: int = 100
    color: bool = False
    all: bool = False
    explain: bool = False
    sides: bool = False
    context: int = 0
    view: str = "threads"
