"""From an older version of an archive's schema to the newest, in place and in one transaction.

A step is what one version changed that the new schema alone does not tell: columns that got another
name, and what stands in new ones. All else is the same for every step: each table is made anew as
:mod:`tipdiff.archive.tables` has it, and takes over the columns that it had.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from tipdiff.archive.schema import (
    APPLICATION,
    NUMBER,
    VERSION,
    Table,
    further_statements_of,
    statements_of,
)
from tipdiff.archive.tables import TABLES

__all__ = ["STEPS", "Step", "create", "migrate"]


@frozen
class Step:
    """What one version of the schema changed.

    Attributes:
        version: The version it leads to.
        why: What changed, in a line.
        values: What stands in a column of a table instead of the old column of that name: SQL of
            an old row.

    """

    version: int
    why: str
    values: Mapping[tuple[str, str], str] = field(factory=dict)


#: Oldest first, one for each version but the first draft, which was 0.
STEPS: Final = (
    Step(
        1,
        "rows of full-text indexes have numbers of their own, a problem's key begins with its"
        " collection, and a file has an outcome for each collection",
        {("problems", "collection"): "coalesce(collection, '')"},
    ),
)


def create(connection: sqlite3.Connection) -> None:
    """Make all tables in a database that has none. The caller holds the transaction."""
    for table in TABLES:
        for statement in statements_of(table):
            connection.execute(statement)
    _mark(connection)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a database of an older version to the newest.

    The caller holds the transaction, and has foreign keys switched off.

    Args:
        connection: To the database.
        version: Its version.

    """
    values = {
        name: sql for step in STEPS if step.version > version for name, sql in step.values.items()
    }
    kept = _columns(connection)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' OR sql LIKE 'CREATE VIRTUAL%'"
        " ORDER BY type = 'table'"
    ).fetchall():
        kind = "TABLE" if name.endswith("_fts") else "TRIGGER"
        connection.execute(f'DROP {kind} "{name}"')
    for table in TABLES:
        _renew(connection, table, kept.get(table.name), values)
    for name in kept.keys() - {table.name for table in TABLES}:
        if "_fts" not in name:
            connection.execute(f'DROP TABLE "{name}"')
    for table in TABLES:
        for statement in further_statements_of(table):
            connection.execute(statement)
        if table.search is not None:
            connection.execute(
                f"INSERT INTO {table.name}_fts ({table.name}_fts) VALUES ('rebuild')"
            )
    _mark(connection)


def _renew(
    connection: sqlite3.Connection,
    table: Table,
    kept: tuple[str, ...] | None,
    values: Mapping[tuple[str, str], str],
) -> None:
    """Make a table anew and give it the rows that it had."""
    if kept is None:
        connection.execute(statements_of(table)[0])
        return
    beside = f"{table.name}_new"
    connection.execute(statements_of(table, beside)[0])
    taken = {
        column.name: values.get((table.name, column.name), f'"{column.name}"')
        for column in table.columns
        if column.name in kept or (table.name, column.name) in values
    }
    if table.search is not None and NUMBER in kept:
        taken[NUMBER] = NUMBER
    names = ", ".join(f'"{name}"' for name in taken)
    connection.execute(
        f'INSERT INTO "{beside}" ({names}) SELECT {", ".join(taken.values())} FROM "{table.name}"'
    )
    connection.execute(f'DROP TABLE "{table.name}"')
    connection.execute(f'ALTER TABLE "{beside}" RENAME TO "{table.name}"')


def _columns(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the names of the columns of each table."""
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith("sqlite_")
    ]
    return {
        name: tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{name}")'))
        for name in tables
    }


def _mark(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
