"""What the tests of whole builds share: a folder of the fixtures, and all rows of an archive."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tipdiff.archive.tables import TABLES

FIXTURES = Path(__file__).parents[2] / "fixtures"
#: Of several countries and kinds, with parts, an update, a page, and a file that cannot be read.
COUNTRIES = ("karst", "ostrel", "quillon", "sorrel", "tessaly", "varona")


def folder_of(path: Path, *countries: str) -> Path:
    """Make a folder of some countries of the fixtures, with one file that cannot be read."""
    for country in countries or COUNTRIES:
        shutil.copytree(FIXTURES / country, path / country)
    (path / "empty.txt").touch()
    return path


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, each table's by its key.

    Without the numbers of rows by which SQLite's full-text search finds them.
    """
    with closing(sqlite3.connect(path)) as connection:
        return {
            table.name: connection.execute(
                "SELECT {} FROM {} ORDER BY {}".format(
                    ", ".join(f'"{column.name}"' for column in table.columns),
                    table.name,
                    ", ".join(f'"{name}"' for name in table.key),
                )
            ).fetchall()
            for table in TABLES
        }


def assert_sound(path: Path) -> None:
    """See to it that a database is whole: its pages, its references, and no half collection."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        # Each edition but the oldest has been compared, and each collection has its threads.
        halves = connection.execute(
            "SELECT c.id FROM collections AS c WHERE"
            " (SELECT count(*) FROM reports WHERE collection = c.id)"
            " <> 1 + (SELECT count(*) FROM comparisons WHERE collection = c.id)"
            " OR NOT EXISTS (SELECT * FROM threads WHERE collection = c.id)"
        ).fetchall()
        assert halves == []


def done_in(path: Path) -> dict[str, int]:
    """Return the collections that are done, each with how many comparisons it has."""
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return {}
        return dict(
            connection.execute(
                "SELECT c.id, count(p.id) FROM collections AS c"
                " LEFT JOIN comparisons AS p ON p.collection = c.id GROUP BY c.id"
            )
        )
