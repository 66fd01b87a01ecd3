"""Tables set by pipes or tabs: every line has its cells, and a rule may stand below the headings.

By pipes a figure or a rule proves a table; by tabs, which can be layout too, lines of equal cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.patterns import regex
from tipdiff.reading.labels import parse
from tipdiff.reading.naming import is_title
from tipdiff.reading.tables.cells import Cells, Piece, cells_of, is_ruling
from tipdiff.reading.tables.edges import last_line, title_of, titles
from tipdiff.reading.tables.headings import marks, year_in
from tipdiff.reading.tables.records import Entry, Found, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["piped_table", "tabbed_table"]

#: Lines that prove a table: headings and a row, or two rows.
_MIN_LINES: Final = 2
#: Lines of equal cells that prove one by tabs.
_MIN_TABBED: Final = 3
_WORD = regex(r"[^\W\d_]{3}")
#: Blank lines between two of one table.
_MAX_BLANK: Final = 1


@frozen
class _Row:
    """A line of cells: where it is, and whether a rule stands below it."""

    place: int
    cells: Cells
    ruled: bool = False


@frozen(eq=False)
class _Run:
    """The lines of a table, from the first to the last, of which some are headings."""

    index: int
    last: int
    rows: Sequence[_Row]
    heads: int


def piped_table(lines: Sequence[Line], index: int, floor: int) -> Found | None:
    """Return the table whose first line is a given one.

    Args:
        lines: The lines of the body.
        index: The line; a pipe stands in it.
        floor: The first that may belong to the table.

    """
    rows, last = _rows(lines, index)
    figured = [row for row in rows if row.cells.figures]
    ruled = next((k for k, row in enumerate(rows) if row.ruled), None)
    if len(rows) < _MIN_LINES or not (figured or ruled is not None):
        return None
    return _table(lines, floor, _Run(index, last, rows, _heads(rows, ruled)))


def tabbed_table(lines: Sequence[Line], index: int, floor: int) -> Found | None:
    """Return the table whose first line is a given one, of words rather than figures.

    Args:
        lines: The lines of the body.
        index: The line; a tab stands in it.
        floor: The first that may belong to the table.

    """
    count = len(cells_of(lines[index]).pieces)
    rows: list[_Row] = []
    for place in range(index, len(lines)):
        line = lines[place]
        if line.kind == "blank" and rows and rows[-1].place == place - 1:
            continue
        cells = cells_of(line) if line.kind == "text" and "\t" in line.text else None
        if cells is None or len(cells.pieces) != count or not _is_tabbed(line, cells):
            break
        rows.append(_Row(place, cells))
    if len(rows) < _MIN_TABBED:
        return None
    called = all(is_title(piece.text) for piece in rows[0].cells.pieces)
    heads = _heads(rows, None) or int(
        called and not all(is_title(piece.text) for row in rows[1:] for piece in row.cells.pieces)
    )
    return _table(lines, floor, _Run(index, rows[-1].place, rows, heads))


def _is_tabbed(line: Line, cells: Cells) -> bool:
    """Tell whether a line has a name and what belongs to it, and is no item or list of hours."""
    if parse(line.text) or line.label or any(piece.is_hours for piece in cells.pieces):
        return False
    return (
        all(piece.text for piece in cells.pieces) and _WORD.search(cells.pieces[0].text) is not None
    )


def _table(lines: Sequence[Line], floor: int, run: _Run) -> Found | None:
    """Return the table that lines of cells make up; None where none of them is a row."""
    index, last, rows, heads = run.index, run.last, run.rows, run.heads
    count = max(len(row.cells.pieces) for row in rows)
    if count < 2 or heads == len(rows):
        return None
    first, named = titles(lines, _frame(lines, index, floor), floor)
    last = last_line(lines, last)
    names = [_joined(rows[:heads], column) for column in range(count)]
    table = Table(
        title_of(lines, named),
        names[0],
        tuple(names[1:]),
        tuple(year_in(name) for name in names[1:]),
        tuple(_row(lines, row, count) for row in rows[heads:]),
        tuple(marks(lines, range(first, last + 1), {row.place for row in rows[heads:]})),
    )
    return Found(first, last, table)


def _rows(lines: Sequence[Line], index: int) -> tuple[list[_Row], int]:
    """Return the lines of cells from one on, and the last line of the table."""
    rows: list[_Row] = []
    blanks, paged, last = 0, False, index
    for place in range(index, len(lines)):
        line = lines[place]
        if line.kind == "blank":
            blanks += 1
        elif line.kind == "rule" or (line.kind == "text" and is_ruling(line.text)):
            if rows and not blanks:
                rows[-1] = _Row(rows[-1].place, rows[-1].cells, ruled=True)
                last = place
        elif line.kind != "text":
            paged = True
        elif "|" not in line.text or (blanks > _MAX_BLANK and not paged):
            break
        else:
            if any(character.isalnum() for character in line.text):
                rows.append(_Row(place, cells_of(line)))
            blanks, paged, last = 0, False, place
    return rows, last


def _heads(rows: Sequence[_Row], ruled: int | None) -> int:
    """Return how many lines are headings: those above the first rule, else what has no figure."""
    if (
        ruled is not None
        and ruled < len(rows) - 1
        and not any(row.ruled for row in rows[ruled + 1 : -1])
    ):
        return ruled + 1
    first = rows[0].cells
    above_figures = not first.figures or first.is_years
    return int(above_figures and any(row.cells.figures for row in rows[1:]))


def _joined(rows: Sequence[_Row], column: int) -> str | None:
    pieces = [row.cells.pieces[column] for row in rows if column < len(row.cells.pieces)]
    return " ".join(piece.text for piece in pieces if piece.text) or None


def _row(lines: Sequence[Line], row: _Row, count: int) -> TableRow:
    line, pieces = lines[row.place], row.cells.pieces
    entries = [_entry(line, piece) for piece in pieces[1:]]
    name = _entry(line, pieces[0])
    return TableRow(
        () if name is None else (name,),
        tuple([*entries, *([None] * count)][: count - 1]),
        None,
    )


def _entry(line: Line, piece: Piece) -> Entry | None:
    return Entry(piece.text, line.start + piece.at) if piece.text else None


def _frame(lines: Sequence[Line], index: int, floor: int) -> int:
    """Return the first line of a table with the rule above it: +----+----+."""
    before = index - 1
    if before < floor or lines[before].kind not in {"rule", "text"}:
        return index
    over = lines[before - 1].kind if before > floor else "blank"
    framed = is_ruling(lines[before].text) and ("+" in lines[before].text or over == "blank")
    return before if framed else index
