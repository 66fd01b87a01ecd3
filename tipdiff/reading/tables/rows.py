"""From a row as it was found to the record of it: its words, its cells, its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.reading.tables.cells import year_of
from tipdiff.records import Cell, Row

if TYPE_CHECKING:
    from tipdiff.reading.document import Document
    from tipdiff.reading.tables.records import Entry, Table, TableRow
    from tipdiff.records import Span

__all__ = ["row_of"]


def row_of(
    table: Table, line: TableRow, own: str, title: str | None, document: Document
) -> tuple[str, Row, Span]:
    """Return a row's words, one space between them, what it is, and its place in the source.

    Args:
        table: The table.
        line: The row in it.
        own: The table's id.
        title: What the table is called where it has no title of its own.
        document: The decoded source, whose letters the words keep.

    """

    def printed(entry: Entry | None) -> str:
        if entry is None:
            return ""
        end = entry.place + len(entry.text)
        return " ".join(document.as_printed(entry.place, end).split())

    places = [*line.name, *(entry for entry in line.entries if entry is not None)]
    text = name = " ".join(printed(entry) for entry in line.name)
    cells = []
    for column, year, entry in zip(table.columns, table.years, line.entries, strict=True):
        words = printed(entry)
        text += f" {words}" if text and words else words
        cells.append(Cell(column, year, words, (len(text) - len(words), len(text))))
    row = Row(own, table.title or title, table.stub, name, line.group, year_of(name), tuple(cells))
    last = places[-1]
    return text, row, document.span(places[0].place, last.place + len(last.text))
