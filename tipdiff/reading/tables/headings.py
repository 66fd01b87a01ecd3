"""From the lines above a table to what each of its columns is headed with, and its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.reading.tables.cells import is_ruling, year_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.reading.layout import Line
    from tipdiff.reading.tables.cells import Cells
    from tipdiff.reading.tables.columns import Columns
    from tipdiff.records import MarkKind

__all__ = ["MARKS_OF_A_LINE", "headings", "marks", "year_in"]

#: What can stand before a row's name and is none of it: a bullet, and the pilcrow that a dump puts
#: before any line that begins with a number.
MARKS_OF_A_LINE = "\u00b6\u00a7-*\u2013\u2014\u2022\u00b7 "


def headings(columns: Columns, lines: Sequence[Cells]) -> tuple[str | None, list[str | None]]:
    """Return what stands above the names, and above each column."""
    count = len(columns.edges)
    stubs: list[str] = []
    heads: list[list[str]] = [[] for _ in range(count)]
    for cells in lines:
        found = columns.heads(cells)
        stubs += [found.stub] if found.stub else []
        for words, piece in zip(heads, found.columns, strict=True):
            words.extend([piece.text] if piece is not None else [])
    return " ".join(stubs) or None, [" ".join(words) or None for words in heads]


def year_in(head: str | None) -> int | None:
    """Return the year that a column's heading names: 2004, or Cases 2004."""
    if head is None:
        return None
    whole = year_of(head)
    found = {year_of(word) for word in head.split()} - {None}
    return whole if whole is not None or len(found) != 1 else found.pop()


def marks(
    lines: Sequence[Line], places: range, own: set[int]
) -> Iterator[tuple[MarkKind, int, int]]:
    """Yield what belongs to a table and is no row."""
    for place in places:
        line = lines[place]
        if place in own:
            bare = line.text.lstrip(MARKS_OF_A_LINE)
            if len(bare) < len(line.text):
                cut = line.start + len(line.text) - len(bare)
                yield "label", line.start, cut
        elif line.kind == "text":
            kind: MarkKind = "rule" if is_ruling(line.text) else "table"
            yield kind, line.start, line.end
