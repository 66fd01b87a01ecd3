"""Tables set by spaces, tabs or dots.

Theory of operation. A line that has a name and figures set apart from it may be a row. Rows below
one another, with no more between them than a blank line, a page mark, a rule or the name of a
group, are a table if enough speaks for it (:data:`PROOFS`): a table that is not there does more
harm than one that is missed. Its headings, title and source stand around the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from tipdiff.reading.labels import parse
from tipdiff.reading.layout import UNFINISHED
from tipdiff.reading.tables.cells import YEAR, Cells, cells_of, is_ruling, single_spaced
from tipdiff.reading.tables.columns import Columns
from tipdiff.reading.tables.edges import above, last_line, title_of
from tipdiff.reading.tables.headings import MARKS_OF_A_LINE, headings, marks, year_in
from tipdiff.reading.tables.records import Entry, Found, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tipdiff.reading.labels import TokenKind
    from tipdiff.reading.layout import Line
    from tipdiff.reading.tables.edges import Top

__all__ = ["PROOFS", "spaced_table"]

#: Rows that prove a table by themselves: of several columns, ...
_MIN_ROWS: Final = 2
#: ... and of one, where the figures stand exactly below one another.
_MIN_ALIGNED: Final = 3
#: The name of a group of rows, or the first line of a long name, is no longer than this ...
_MAX_NAME: Final = 60
#: ... and there are no more of them between two rows: a group's, and the first line of a name.
_MAX_NAMES: Final = 2
#: Blank lines between two rows of one table.
_MAX_BLANK: Final = 1
#: Labels that no row has: it is an answer or a paragraph that opens so.
_NO_ROW: Final[tuple[TokenKind, ...]] = ("mark", "key", "letter", "weak-letter", "garbled")
_PILCROWS: Final = "\u00b6\u00a7"
_BULLETS: Final = "-*\u2013\u2014\u2022\u00b7"


@define(eq=False)
class Run:
    """Rows below one another: ``(index of the line, cells)``.

    ``names`` are, by the line of a row, the lines above it that are the first of its name, and
    ``groups`` those that name the group it opens.
    """

    rows: list[tuple[int, Cells]]
    names: dict[int, list[int]] = Factory(dict)
    groups: dict[int, list[int]] = Factory(dict)
    bulleted: bool = False

    @property
    def cells(self) -> list[Cells]:
        """The rows' cells."""
        return [cells for _, cells in self.rows]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return max(len(cells.entries) for cells in self.cells)

    @property
    def aligned(self) -> bool:
        """Whether all figures begin, or all end, exactly below one another."""
        last = [cells.pieces[-1] for cells in self.cells]
        return len({p.left for p in last}) == 1 or len({p.right for p in last}) == 1

    @property
    def plain(self) -> bool:
        """Whether the figures are figures, and neither time spent on a report nor years."""
        entries = [piece for cells in self.cells for piece in cells.entries]
        return not any(p.is_hours for p in entries) and not all(p.is_year for p in entries)

    def all_by(self, separator: str) -> bool:
        """Whether all rows are set by one separator."""
        return all(cells.by == separator for cells in self.cells)


#: What proves a table: (sample, test of the rows and of whether headings stand above them).
PROOFS: Final[tuple[tuple[str, Callable[[Run, bool], bool]], ...]] = (
    (
        "rows of several figures: Cocaine (kg)   12   14",
        lambda run, headed: (
            run.count > 1
            and len(run.rows) >= _MIN_ROWS
            and (headed or not (run.bulleted or run.all_by("space")))
        ),
    ),
    ("one such row below headings", lambda run, headed: run.count > 1 and headed),
    (
        "names and figures with dots between: Arrests ..... 12",
        lambda run, headed: (
            run.all_by("dots") and run.plain and (len(run.rows) >= _MIN_ROWS or headed)
        ),
    ),
    (
        "one figure a row, below headings: Year   Arrests",
        lambda run, headed: (
            headed and run.plain and not run.bulleted and len(run.rows) >= _MIN_ROWS
        ),
    ),
    (
        "one figure a row, each exactly below the other",
        lambda run, _: (
            run.plain and not run.bulleted and run.aligned and len(run.rows) >= _MIN_ALIGNED
        ),
    ),
)


def spaced_table(lines: Sequence[Line], index: int, floor: int, expected: int) -> Found | None:
    """Return the table whose first row stands on a line.

    Args:
        lines: The lines of the body.
        index: The line.
        floor: The first that may belong to the table.
        expected: How many years the line above has, if it is one of years.

    """
    run = _run(lines, index, expected)
    if run is None:
        return None
    if index > floor and _begins_name(lines[index - 1], run.cells[0]):
        run.names[index] = [index - 1]
    columns = Columns.of(run.cells, run.count)
    first = index - len(run.names.get(index, ()))
    top = above(lines, first, floor, columns)
    if not top.heads and first > floor and _is_group(lines[first - 1], lines[index]):
        over = above(lines, first - 1, floor, columns)
        if over.heads:  # else it may be the table's title
            top, run.groups[index] = over, [first - 1]
    if not any(proves(run, bool(top.heads)) for _, proves in PROOFS):
        return None
    last = last_line(lines, run.rows[-1][0])
    return Found(top.first, last, _table(lines, run, columns, top, last))


def _row(line: Line, expected: int) -> Cells | None:
    """Return the cells of a line that can be a row."""
    if line.kind != "text" or "|" in line.text:
        return None
    label = parse(line.text)
    if label.get(*_NO_ROW) is not None:
        return None
    cells = cells_of(line)
    if cells.is_row:
        return cells
    words = line.text.lstrip(_PILCROWS).split()
    if len(cells.pieces) == 1 and words:
        count = expected or (len(words) - 1 if YEAR.fullmatch(words[0]) else 0)
        close = single_spaced(line, count) if count > 1 else None
        if close is not None and close.is_row:
            return close
    return None


def _run(lines: Sequence[Line], index: int, expected: int) -> Run | None:
    """Return the rows from a line on, as far as they go."""
    first = _row(lines[index], expected)
    if first is None:
        return None
    run = Run([(index, first)], bulleted=lines[index].text[0] in _BULLETS)
    named: list[int] = []
    blanks, paged = 0, False
    for place in range(index + 1, len(lines)):
        line = lines[place]
        if line.kind == "blank":
            blanks += 1
        elif line.kind != "text":
            paged = paged or line.kind != "rule"
        elif not is_ruling(line.text):
            if blanks > _MAX_BLANK and not paged:
                break
            cells = _row(line, expected)
            if cells is not None and _fits(first, cells):
                _add(run, lines, place, cells, named)
                named = []
            elif len(named) < _MAX_NAMES and _can_name(lines, place, expected):
                named.append(place)
            else:
                break
            blanks, paged = 0, False
    return run


def _fits(first: Cells, cells: Cells) -> bool:
    """Tell whether two rows are set alike: those with dots are, and those without."""
    return (first.by == "dots") == (cells.by == "dots")


def _is_group(line: Line, row: Line) -> bool:
    """Tell whether a line right above a row names the group that it opens."""
    words = line.kind == "text" and not parse(line.text) and len(line.text) <= _MAX_NAME
    return words and row.indent > line.indent and len(cells_of(line).pieces) == 1


def _begins_name(line: Line, cells: Cells) -> bool:
    """Tell whether a line right above a row is the first of its name: Persons / charged   12."""
    if line.kind != "text" or parse(line.text) or len(line.text) > _MAX_NAME:
        return False
    closed = line.text.endswith((".", "?", "!", ";", ":")) or len(cells_of(line).pieces) > 1
    return cells.pieces[0].text[:1].islower() and not closed


def _can_name(lines: Sequence[Line], place: int, expected: int) -> bool:
    """Tell whether a line between two rows names a group, or begins a long name."""
    line = lines[place]
    below = next((it for it in lines[place + 1 :] if it.kind not in {"rule", "page-mark"}), None)
    if below is None or parse(line.text) or len(line.text) > _MAX_NAME:
        return False
    if line.text.endswith((".", "?", "!", ";")) or len(cells_of(line).pieces) > 1:
        return False
    return _row(below, expected) is not None or (
        below.kind == "text" and below.indent > line.indent and len(below.text) <= _MAX_NAME
    )


def _add(run: Run, lines: Sequence[Line], place: int, cells: Cells, named: list[int]) -> None:
    """Add a row, with the lines between it and the one before."""
    run.rows.append((place, cells))
    if named:
        below, own = cells.pieces[0].text, len(named)
        while own and (below[:1].islower() or UNFINISHED.search(lines[named[own - 1]].text)):
            own -= 1
            below = lines[named[own]].text
        run.names[place], named = named[own:], named[:own]
        if named:
            run.groups[place] = named


def _table(lines: Sequence[Line], run: Run, columns: Columns, top: Top, last: int) -> Table:
    """Return the table that rows and what stands above them make."""
    stub, heads = headings(columns, top.heads)
    rows: list[TableRow] = []
    group: str | None = None
    depth, count = 0, run.count
    own: set[int] = set()
    for place, cells in run.rows:
        line = lines[place]
        if place in run.groups:
            group = " ".join(lines[k].text.rstrip(": ") for k in run.groups[place])
            depth = lines[run.groups[place][-1]].indent
        elif rows and (line.indent < depth or (line.indent == depth and cells.is_total)):
            group = None
        places = columns.places(cells.entries)
        entries: list[Entry | None] = [None] * count
        for column, piece in zip(places, cells.entries, strict=True):
            entries[column] = Entry(piece.text, line.start + piece.at)
        name = cells.pieces[0]
        bare = name.text.lstrip(MARKS_OF_A_LINE)
        begins = [Entry(lines[k].text, lines[k].start) for k in run.names.get(place, ())]
        begins.append(Entry(bare, line.start + name.at + len(name.text) - len(bare)))
        rows.append(TableRow(tuple(begins), tuple(entries), group))
        own |= {place, *run.names.get(place, ())}
    title = title_of(lines, top.titles)
    return Table(
        title,
        stub,
        tuple(heads),
        tuple(year_in(head) for head in heads),
        tuple(rows),
        tuple(marks(lines, range(top.first, last + 1), own)),
    )
