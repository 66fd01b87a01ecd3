"""How a result is to be shown; the command line's edge decides, a library user may."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Options"]


@frozen
class Options:
    """How a result is to be shown.

    ``width`` is in columns. ``color`` says whether styles may be used. ``all`` shows unchanged text
    in full, ``explain`` why statements were taken for the same, ``sides`` old and new text in two
    columns.
    """

    width: int = 100
    color: bool = False
    all: bool = False
    explain: bool = False
    sides: bool = False
