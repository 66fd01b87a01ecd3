"""What became of the rows of tables: paired by name, their figures by column.

A table that rolls on (2001-2004, then 2002-2005) loses a column or a row and gains one; what both
have and print otherwise has been revised.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from attrs import frozen
from rapidfuzz import fuzz

from tipdiff.alignment.tables import column_keys, row_key
from tipdiff.claims import claim_change, figures_differ, pair_claims
from tipdiff.comparison.rules import status_of, traits_of
from tipdiff.records import Change, ClaimChange, Statement
from tipdiff.text import folded, masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tipdiff.alignment.tables import RowLink
    from tipdiff.records import Claim, Report, Section

__all__ = ["RowSide", "row_changes", "with_rows"]


@frozen(eq=False)
class RowSide:
    """A report, its claims by the ids of their statements, and what the other could not answer."""

    report: Report
    claims: Mapping[str, tuple[Claim, ...]]
    lone: Collection[Section]


def row_changes(
    links: Sequence[RowLink],
    old: RowSide,
    new: RowSide,
    sections: Collection[tuple[Section | None, Section | None]],
) -> tuple[Change, ...]:
    """Return one change for each row of either report, or for two that are one.

    Args:
        links: The rows that go on.
        old: The old report.
        new: The new one.
        sections: Which section goes on in which, old and new.

    """
    went, came = {link.old.id for link in links}, {link.new.id for link in links}
    lone = (  # both sides can have the same ids
        _lone(row, side, is_new=is_new)
        for side, linked, is_new in ((old, went, False), (new, came, True))
        for row in side.report.rows
        if row.id not in linked
    )
    return (*(_linked(link, old.claims, new.claims, sections) for link in links), *lone)


def _lone(row: Statement, side: RowSide, *, is_new: bool) -> Change:
    facts = {"in the new" if is_new else "in the old"}
    if row.section in side.lone:
        facts.add("not asked")
    known = frozenset(facts)
    status = status_of(known)
    claims = side.claims[row.id]
    return Change(
        status,
        traits_of(known, status),
        None,
        None,
        reviewed=False,
        old=() if is_new else (row,),
        new=(row,) if is_new else (),
        claims=pair_claims((), claims) if is_new else pair_claims(claims, ()),
    )


def _linked(
    link: RowLink,
    old: Mapping[str, tuple[Claim, ...]],
    new: Mapping[str, tuple[Claim, ...]],
    sections: Collection[tuple[Section | None, Section | None]],
) -> Change:
    before = _Columns.of(link.old, old[link.old.id])
    after = _Columns.of(link.new, new[link.new.id])
    claims = tuple(_paired(before, after))
    facts = {"in the old", "in the new"} | _facts(link, before, after, claims)
    places = link.old.section, link.new.section
    known = frozenset(facts | ({"elsewhere"} if all(places) and places not in sections else set()))
    status = status_of(known)
    texts = [masked(folded(row.text)) for row in (link.old, link.new)]
    return Change(
        status,
        traits_of(known, status),
        link.score,
        fuzz.ratio(*texts) / 100,
        reviewed=False,
        old=(link.old,),
        new=(link.new,),
        claims=claims,
    )


@frozen(eq=False)
class _Columns:
    """A row by its columns, in order: the entries, layout folded, and their claims."""

    name: tuple[str, str]
    entries: Mapping[str, str]
    claims: Mapping[str, tuple[Claim, ...]]

    @classmethod
    def of(cls, statement: Statement, claims: Sequence[Claim]) -> _Columns:
        """Return the columns of a row, two of one heading told apart by their order."""
        entries: dict[str, str] = {}
        figures: dict[str, tuple[Claim, ...]] = {}
        row = statement.row
        if row is None:
            return cls(("", ""), entries, figures)
        for key, cell in zip(column_keys(row), row.cells, strict=True):
            entries[key] = folded(cell.text)
            figures[key] = tuple(
                claim for claim in claims if cell.span[0] <= claim.span[0] < cell.span[1]
            )
        return cls(row_key(row), entries, figures)


def _paired(before: _Columns, after: _Columns) -> Iterator[ClaimChange]:
    """Yield the figures of two rows, those of one column together, dropped columns in place."""
    gone = [key for key in before.entries if key not in after.entries]
    for key in (*gone, *after.entries):
        old, new = before.claims.get(key, ()), after.claims.get(key, ())
        both = min(len(old), len(new))
        yield from (claim_change(*pair) for pair in zip(old, new, strict=False))
        yield from pair_claims(old[both:], ())
        yield from pair_claims((), new[both:])


def _facts(
    link: RowLink, before: _Columns, after: _Columns, claims: Iterable[ClaimChange]
) -> set[str]:
    """Return the facts of a row that goes on, by the names of the rules."""
    if before.name == after.name and list(before.entries.items()) == list(after.entries.items()):
        return {"same text"}
    facts: set[str] = set()
    both = before.entries.keys() & after.entries.keys()
    moved = before.entries.keys() ^ after.entries.keys()
    years = {
        cell.year
        for side in (link.old, link.new)
        if side.row is not None
        for key, cell in zip(column_keys(side.row), side.row.cells, strict=True)
        if key in moved
    }
    if moved and None not in years:
        facts |= {"dates roll on", "close"}
    elif moved:
        facts.add("words differ")
    kept = {id(claim) for side in (before, after) for key in both for claim in side.claims[key]}
    if figures_differ([c for c in claims if id(c.old) in kept or id(c.new) in kept]):
        facts.add("figures differ")
    elif any(before.entries[key] != after.entries[key] for key in both):
        facts.add("words differ")
    if before.name != after.name:
        facts.add("words differ")
    return facts


def with_rows(
    changes: Sequence[Change], rows: Sequence[Change], old: Report, new: Report
) -> tuple[Change, ...]:
    """Return the changes of statements and of rows in one order.

    All follow the new report; a dropped one stands after its predecessor in the old.

    Args:
        changes: Those of statements.
        rows: Those of rows.
        old: The old report.
        new: The new one.

    """
    if not rows:
        return tuple(changes)
    place = {statement.id: k for k, statement in enumerate(new.all_statements)}
    every = (*changes, *rows)
    kept = sorted((c for c in every if c.new), key=lambda c: min(place[s.id] for s in c.new))
    home = {s.id: change for change in every for s in change.old}
    after: dict[int, list[Change]] = {}
    before: Change | None = None
    placed: set[int] = set()
    for statement in old.all_statements:
        change = home[statement.id]
        if not change.new and id(change) not in placed:
            placed.add(id(change))
            after.setdefault(id(before), []).append(change)
        before = change
    ordered: list[Change] = []
    waiting = [*reversed(kept), *reversed(after.get(id(None), ()))]
    while waiting:
        change = waiting.pop()
        ordered.append(change)
        waiting += reversed(after.get(id(change), ()))
    return tuple(ordered)
