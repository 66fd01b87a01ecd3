"""What a table of an archive is, and its SQL.

Keys are made of names (``belmora/trafficking/2006``), never of the order of insertion, so that an
archive built in pieces equals one built at once, row for row.
"""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

__all__ = [
    "APPLICATION",
    "NUMBER",
    "VERSION",
    "Column",
    "Table",
    "further_statements_of",
    "statements_of",
]

#: What SQLite's ``application_id`` says: "tipd" in ASCII.
APPLICATION: Final = 0x74697064
#: The version of the schema, SQLite's ``user_version``. Each step has a migration.
VERSION: Final = 1

#: A further column of what has a full-text index: the row's number in it. It follows the order of
#: insertion, and so it is no key, nothing refers to it, and no export has it.
NUMBER: Final = "number"

Kind = Literal["TEXT", "INTEGER", "REAL", "BLOB"]


@frozen
class Column:
    """A column: its name, its type in SQL, what it holds, and whether it may be empty."""

    name: str
    kind: Kind
    why: str
    null: bool = False


@frozen
class Table:
    """A table.

    Attributes:
        name: As in SQL.
        why: What one row is.
        columns: In order.
        key: The columns of its primary key.
        parents: The tables that it refers to: the columns here, the table, the columns there.
        indexes: Further columns by which rows are looked for, one index each.
        search: The column whose words are looked for; None for most.

    """

    name: str
    why: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    parents: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    search: str | None = None


def statements_of(table: Table, name: str | None = None) -> list[str]:
    """Return the SQL that makes a table, its indexes, and what looks for its words.

    Args:
        table: The table.
        name: What it is called for now, while a migration fills it; then it gets nothing else.

    """
    rows = [f'"{c.name}" {c.kind}{"" if c.null else " NOT NULL"}' for c in table.columns]
    # A table whose key is a name is stored by it, once. A full-text index needs numbers of rows,
    # and such that VACUUM leaves alone.
    searched = table.search is not None
    key = f"({_names(table.key)})"
    rows += [f'"{NUMBER}" INTEGER PRIMARY KEY', f"UNIQUE {key}"] if searched else []
    rows += [] if searched else [f"PRIMARY KEY {key}"]
    rows += [
        f'FOREIGN KEY ({_names(own)}) REFERENCES "{parent}" ({_names(theirs)}) ON DELETE CASCADE'
        for own, parent, theirs in table.parents
    ]
    stored = "STRICT" if searched else "STRICT, WITHOUT ROWID"
    made = [f'CREATE TABLE "{name or table.name}" (\n  ' + ",\n  ".join(rows) + f"\n) {stored}"]
    return made if name is not None else [*made, *further_statements_of(table)]


def further_statements_of(table: Table) -> list[str]:
    """Return the SQL that makes the indexes of a table, and what looks for its words."""
    made = [
        f'CREATE INDEX {table.name}_by_{"_".join(columns)} ON "{table.name}" ({_names(columns)})'
        for columns in table.indexes
    ]
    if table.search is not None:
        made += _searched(table.name, table.search)
    return made


def _searched(name: str, column: str) -> list[str]:
    """Return the SQL of a full-text index that follows its table by triggers."""
    put = f"INSERT INTO {name}_fts (rowid, {column}) VALUES (new.{NUMBER}, new.{column});"
    take = (
        f"INSERT INTO {name}_fts ({name}_fts, rowid, {column})"
        f" VALUES ('delete', old.{NUMBER}, old.{column});"
    )
    return [
        # Quoted so that the tools of others (sqlite-utils, Datasette) know whose index it is.
        f'CREATE VIRTUAL TABLE {name}_fts USING fts5 ({column}, content="{name}",'
        f" content_rowid={NUMBER}, tokenize='porter unicode61')",
        f'CREATE TRIGGER {name}_put AFTER INSERT ON "{name}" BEGIN {put} END',
        f'CREATE TRIGGER {name}_taken AFTER DELETE ON "{name}" BEGIN {take} END',
        f'CREATE TRIGGER {name}_told AFTER UPDATE ON "{name}" BEGIN {take} {put} END',
    ]


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
