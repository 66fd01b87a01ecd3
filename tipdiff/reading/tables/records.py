"""A table as it is found among the lines: words, each with its place in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.records import MarkKind

__all__ = ["Entry", "Found", "Table", "TableRow"]


@frozen
class Entry:
    """Words of a table: what they are, and where they begin in the document."""

    text: str
    place: int


@frozen
class TableRow:
    """One row: its name (in several stretches where it is wrapped), and an entry a column."""

    name: tuple[Entry, ...]
    entries: tuple[Entry | None, ...]
    group: str | None


@frozen(eq=False)
class Table:
    """A table as it stands in the text; ``columns`` are headings, ``years`` what they name.

    ``marks`` are the stretches of the document that belong to it and are no row.
    """

    title: str | None
    stub: str | None
    columns: tuple[str | None, ...]
    years: tuple[int | None, ...]
    rows: tuple[TableRow, ...]
    marks: tuple[tuple[MarkKind, int, int], ...]


@frozen(eq=False)
class Found:
    """A table and the lines it takes: the first, and the last."""

    first: int
    last: int
    table: Table
