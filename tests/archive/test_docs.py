"""``docs/archive.md``: its tables are those of the code, and its question in SQL runs."""

from __future__ import annotations

import re
import runpy
import sqlite3
from pathlib import Path

from tests.archive.made import archive_of

DOCS = Path(__file__).parents[2] / "docs"


def test_tables_are_up_to_date() -> None:
    """The page is as ``docs/make_archive.py`` prints it."""
    made = runpy.run_path(str(DOCS / "make_archive.py"))

    assert (DOCS / "archive.md").read_text("utf-8") == made["page"]()


def test_question_in_sql(tmp_path: Path) -> None:
    """The example finds what fell by half."""
    [sql] = re.findall(r"```sql\n(.*?)```", (DOCS / "archive.md").read_text("utf-8"), re.DOTALL)
    connection = sqlite3.connect(archive_of(tmp_path / "a.db", "ostrel"))
    found = connection.execute(sql).fetchall()
    connection.close()

    assert ("Ostrel", "ostrel/trafficking/2007") in {row[:2] for row in found}
    assert all(row[4] <= 0.5 for row in found)
