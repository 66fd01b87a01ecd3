"""Tables then and now: which table goes on in which, and which row in which row.

Rows are no sentences: what makes two of them the same is their name within their table, and what
makes two tables the same is that they have names in common. A table over the years drops a year and
adds one, so years tell least: they are left out of titles, and count only where rows are keyed by
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen
from rapidfuzz import fuzz

from tipdiff.patterns import regex
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.records import Row, Statement, Table

__all__ = ["RowLink", "align_tables", "column_keys", "row_key"]

#: What speaks for two tables being one, at most: names of rows in common, headings of columns,
#: the title, the place in the report. Set by hand: names are what a table is about.
NAMES: Final = 0.5
HEADS: Final = 0.2
TITLES: Final = 0.2
PLACES: Final = 0.1
#: From this sum on two tables are one.
ENOUGH: Final = 0.45
#: What a title counts for where one side has none.
UNTITLED: Final = 0.5
#: Likeness of two names from which they are one name reworded: "Eels" and "Eel".
SAME_NAME: Final = 0.85

_DIGITS = regex(r"\d+")


@frozen
class RowLink:
    """A row then and now, and how surely they are one."""

    old: Statement
    new: Statement
    score: float


def row_key(row: Row) -> tuple[str, str]:
    """Return what a row is called within its table: its group, and its name, layout folded."""
    return folded(row.group or ""), folded(row.name)


def column_keys(row: Row) -> tuple[str, ...]:
    """Return what a row's columns are called: their headings, layout folded, else their places.

    Two of one heading are told apart by their places.
    """
    keys: list[str] = []
    for place, cell in enumerate(row.cells):
        key = "" if cell.column is None else folded(cell.column)
        keys.append(f"{key}#{place}" if not key or key in keys else key)
    return tuple(keys)


def align_tables(old: Sequence[Table], new: Sequence[Table]) -> tuple[RowLink, ...]:
    """Return the rows that go on from the old tables to the new.

    Args:
        old: The tables of the old report.
        new: Those of the new.

    Returns:
        Links of one row each side, in the order of the new report; each row in one at most.

    """
    scored = sorted(
        ((-_likeness(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new))
    )
    links: dict[int, tuple[RowLink, ...]] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if -score >= ENOUGH and i not in taken and j not in links:
            taken.add(i)
            links[j] = tuple(_row_links(old[i].rows, new[j].rows))
    return tuple(link for j in sorted(links) for link in links[j])


def _likeness(old: Table, new: Table) -> float:
    """Return how much speaks for two tables being one, from 0 to 1."""
    names = _shared(_names(old), _names(new))
    heads = _shared(_heads(old), _heads(new))
    if all(row.row is not None and row.row.year is not None for row in (*old.rows, *new.rows)):
        names = heads  # keyed by year: what they have in common are the columns
    if not names:
        return 0.0
    place = float(old.section == new.section)
    return NAMES * names + HEADS * heads + TITLES * _titles(old, new) + PLACES * place


def _titles(old: Table, new: Table) -> float:
    one, other = (_DIGITS.sub("", folded(table.title or "")) for table in (old, new))
    if not one or not other:
        return 1.0 if one == other else UNTITLED
    return fuzz.token_sort_ratio(one, other) / 100


def _names(table: Table) -> frozenset[str]:
    return frozenset(folded(row.row.name) for row in table.rows if row.row is not None)


def _heads(table: Table) -> frozenset[str]:
    """Return a table's headings, all years in one: a year that went and came tells nothing."""
    row = table.rows[0].row
    if row is None:
        return frozenset()
    return frozenset(_DIGITS.sub("0", key) for key in column_keys(row))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _row_links(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[RowLink]:
    """Yield the rows of two tables that are one: by name, then by one that is nearly the same."""
    left: dict[tuple[str, str], list[Statement]] = {}
    for row in old:
        if row.row is not None:
            left.setdefault(row_key(row.row), []).append(row)
    found: dict[str, RowLink] = {}
    for row in new:
        same = left.get(row_key(row.row)) if row.row is not None else None
        if same:
            found[row.id] = RowLink(same.pop(0), row, 1.0)
    rest = [row for row in new if row.id not in found]
    for before in (row for rows in left.values() for row in rows):
        near = [(_near(before, row), -k) for k, row in enumerate(rest) if row.id not in found]
        score, place = max(near, default=(0.0, 0))
        if score >= SAME_NAME:
            found[rest[-place].id] = RowLink(before, rest[-place], score)
    yield from (found[row.id] for row in new if row.id in found)


def _near(old: Statement, new: Statement) -> float:
    """Return the likeness of two names; years and other numbers that differ make two rows."""
    if old.row is None or new.row is None:
        return 0.0
    one, other = folded(old.row.name), folded(new.row.name)
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return 0.0
    return fuzz.ratio(one, other) / 100
