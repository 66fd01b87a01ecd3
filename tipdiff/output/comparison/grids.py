"""Rows of one table as a table, then and now: what of columns and rows went and came."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, TypeVar

from attrs import frozen

from tipdiff.alignment.tables import column_keys
from tipdiff.output.comparison.outline import tables_of
from tipdiff.output.shared.citations import cited
from tipdiff.output.shared.safe import visible
from tipdiff.records import Change
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tipdiff.records import Row, Statement

__all__ = ["Grid", "GridCell", "GridRow", "grid_of", "tabled", "told_rows"]

CellKind = Literal["same", "changed", "new", "dropped", "none"]

T = TypeVar("T")


@frozen
class GridCell:
    """A heading or an entry, then and now: the side that is missing is empty."""

    kind: CellKind
    old: str
    new: str


@frozen
class GridRow:
    """A row, then and now: its status, its name, and a cell for each column of the grid."""

    status: str
    group: str
    name: GridCell
    cells: tuple[GridCell, ...]


@frozen
class Grid:
    """A table then and now: the columns of the new one, with those that went where they stood.

    All words in it are ``visible``; ``changes`` are those of its rows.
    """

    title: str
    stub: str
    columns: tuple[GridCell, ...]
    rows: tuple[GridRow, ...]
    places: tuple[str, ...]
    changes: tuple[Change, ...]
    kind: str = "grid"


def tabled(items: Iterable[Change | T]) -> Iterator[Change | Grid | T]:
    """Yield items with each run of the rows of one table in a grid."""
    run: list[Change] = []
    known: set[tuple[str, str]] = set()
    for item in items:
        own = tables_of(item) if isinstance(item, Change) else frozenset()
        if run and known.isdisjoint(own):
            yield grid_of(run)
            run, known = [], set()
        if isinstance(item, Change) and own:
            run.append(item)
            known |= own
        else:
            yield item
    if run:
        yield grid_of(run)


def grid_of(changes: Sequence[Change]) -> Grid:
    """Return the rows of one table as a grid.

    Args:
        changes: Each of a row of one table or of what it was, in order; at least one.

    """
    before = [s for change in changes for s in change.old]
    after = [s for change in changes for s in change.new]
    old, new = (_first(side) for side in (before, after))
    columns = _columns(old, new)
    last = new or old
    return Grid(
        visible(("" if last is None else last.title) or ""),
        visible(("" if last is None else last.stub) or ""),
        tuple(columns.values()),
        tuple(_row(change, tuple(columns)) for change in changes),
        tuple(visible(_cited(side)) for side in (before, after) if side),
        tuple(changes),
    )


def told_rows(grid: Grid) -> str:
    """Return how many rows of a grid are what: ``2 changed, 1 new``."""
    count = Counter(row.status for row in grid.rows)
    return ", ".join(f"{number} {status}" for status, number in count.items())


def _first(statements: Sequence[Statement]) -> Row | None:
    return next((s.row for s in statements if s.row is not None), None)


def _cited(statements: Sequence[Statement]) -> str:
    if len(statements) == 1:
        return cited(statements)
    return f"{cited(statements[:1])} to {cited(statements[-1:])}"


def _columns(old: Row | None, new: Row | None) -> dict[str, GridCell]:
    """Return the headings of all columns, by their keys; those that went stand where they stood."""
    before, after = _heads(old), _heads(new)
    order = list(after)
    place = 0
    for key in before:
        if key in after:
            place = order.index(key) + 1
        else:
            order.insert(place, key)
            place += 1
    either = old is not None and new is not None
    return {key: _cell(before.get(key), after.get(key), alone=not either) for key in order}


def _heads(row: Row | None) -> Mapping[str, str]:
    if row is None:
        return {}
    heads = (cell.column or "" for cell in row.cells)
    return dict(zip(column_keys(row), heads, strict=True))


def _cell(old: str | None, new: str | None, *, alone: bool = False) -> GridCell:
    """Return a cell then and now; ``alone`` says that there is only one side to tell of."""
    before, after = visible(old or ""), visible(new or "")
    if alone:
        return GridCell("same", before or after, before or after)
    if old is None and new is None:
        return GridCell("none", "", "")
    if old is None or (not before and after):
        return GridCell("new", "", after)
    if new is None or (before and not after):
        return GridCell("dropped", before, "")
    return GridCell("same" if folded(before) == folded(after) else "changed", before, after)


def _row(change: Change, keys: Sequence[str]) -> GridRow:
    old, new = _first(change.old), _first(change.new)
    entries = [
        {} if row is None else dict(zip(column_keys(row), (c.text for c in row.cells), strict=True))
        for row in (old, new)
    ]
    alone = old is None or new is None
    last = new or old
    return GridRow(
        change.status,
        visible(("" if last is None else last.group) or ""),
        _cell(None if old is None else old.name, None if new is None else new.name, alone=alone),
        tuple(_cell(entries[0].get(key), entries[1].get(key), alone=alone) for key in keys),
    )
