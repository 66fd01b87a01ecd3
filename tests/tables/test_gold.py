"""Tables of two successive reports, against what an analyst read in them before tipdiff did."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tipdiff
from tipdiff.claims import report_claims

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Report, Table

FIXTURES = Path(__file__).parents[2] / "fixtures"
GOLD = json.loads((FIXTURES / "gold" / "karst-2005-2006.json").read_text("utf-8"))
TABLES = list(enumerate(GOLD["tables"]))

each_table = pytest.mark.parametrize(("number", "gold"), TABLES)


@cache
def reports() -> tuple[Report, Report]:
    """The two editions."""
    old, new = tipdiff.read_all(FIXTURES / "karst")
    return old, new


@cache
def compared() -> Comparison:
    """The two editions compared."""
    return tipdiff.compare(*reports())


def shown(table: Table) -> dict[str, Any]:
    """A table as the gold has it."""
    rows = [row.row for row in table.rows if row.row is not None]
    return {
        "columns": [cell.column for cell in rows[0].cells],
        "rows": {row.name: [cell.text for cell in row.cells] for row in rows},
    }


def of_table(number: int) -> list[Change]:
    """The changes of the rows of one table."""
    ids = {reports()[side].tables[number].id for side in (0, 1)}
    return [
        change
        for change in compared().changes
        if any(s.row is not None and s.row.table in ids for s in (*change.old, *change.new))
    ]


def names(changes: list[Change], status: str) -> list[str]:
    """The names of the rows of one status, in order."""
    return [
        statement.row.name
        for change in changes
        for statement in (change.new or change.old)
        if change.status == status and statement.row is not None
    ]


def test_statements() -> None:
    """No row, heading, title, rule or source is a statement of the prose."""
    for side, which in enumerate(("old_statements", "new_statements")):
        assert [s.text for s in reports()[side].statements] == GOLD[which]


@each_table
def test_read(number: int, gold: dict[str, Any]) -> None:
    """Title, place, headings, names and entries are those printed."""
    for side, which in enumerate(("old", "new")):
        table = reports()[side].tables[number]

        assert (table.title, list(table.section)) == (gold["title"], gold["section"])
        assert shown(table) == gold[which]


@each_table
def test_rows_then_and_now(number: int, gold: dict[str, Any]) -> None:
    """Rows go on by name: what went, what came, what stands, and what of it changed."""
    changes = of_table(number)
    changed = {c.new[0].row.name: list(c.traits) for c in changes if c.status == "changed"}  # type: ignore[union-attr]

    assert changed == gold["changed"]
    assert names(changes, "unchanged") == gold["unchanged"]
    assert names(changes, "dropped") == gold["dropped"]
    assert names(changes, "new") == gold["new_rows"]


@each_table
def test_revised(number: int, gold: dict[str, Any]) -> None:
    """A figure of a year that both tables have, and print otherwise, was revised."""
    found = [
        [change.new[0].row.name, pair.new.stated, pair.old.value, pair.new.value]  # type: ignore[union-attr]
        for change in of_table(number)
        for pair in change.claims
        if pair.status == "changed" and pair.old is not None and pair.new is not None
    ]

    assert found == gold["revised"]


@each_table
def test_figures(number: int, gold: dict[str, Any]) -> None:
    """Each entry is a figure of its column's or its row's year, in the unit the table names."""
    for report in reports():
        claims = report_claims(report)
        for statement in report.tables[number].rows:
            row = statement.row
            assert row is not None
            cells = [cell for cell in row.cells if cell.text not in {"", "n/a"}]
            found = claims[statement.id]

            assert [claim.text for claim in found] == [cell.text for cell in cells]
            assert [claim.stated for claim in found] == [cell.year or row.year for cell in cells]
            assert {claim.unit for claim in found} == {gold["units"][row.name]}


def test_no_findings() -> None:
    """Rows are never findings."""
    comparison = compared()
    rows = {s.id for c in comparison.changes if c.is_row for s in (*c.old, *c.new)}

    assert rows
    assert all(rows.isdisjoint((*f.old, *f.new)) for f in comparison.findings)


def test_series() -> None:
    """The figures of a table are points of the series of their indicator, the later ones count."""
    series = {one.indicator: one for one in tipdiff.trends(reports()) if one.indicator}
    points = {point.year: point.value for point in series["convictions"].points}

    assert points == {2003: 12, 2004: 19, 2005: 21, 2006: 24}
