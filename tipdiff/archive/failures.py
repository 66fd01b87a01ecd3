"""What SQLite says when something is wrong with an archive, in a line that a reader understands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tipdiff.errors import DataError, SourceError, TipdiffError

__all__ = ["FAILURES", "LOCKED", "told"]

#: What is said of an archive that another program holds.
LOCKED: Final = "is locked by another program; try again when that is done"

#: By how SQLite's name of an error begins: the kind of error, and what is said.
FAILURES: Final[tuple[tuple[str, type[TipdiffError], str], ...]] = (
    ("SQLITE_BUSY", SourceError, LOCKED),
    ("SQLITE_LOCKED", SourceError, LOCKED),
    ("SQLITE_READONLY", SourceError, "may only be read, and cannot be written"),
    ("SQLITE_PERM", SourceError, "may not be opened"),
    ("SQLITE_CANTOPEN", SourceError, "cannot be opened or made there"),
    ("SQLITE_FULL", SourceError, "the disk is full; what was finished before is kept"),
    ("SQLITE_NOTADB", DataError, "is no archive: not a SQLite database"),
    ("SQLITE_CORRUPT", DataError, "is damaged; delete it and build it again"),
    ("SQLITE_IOERR", SourceError, "the disk fails while it is read or written"),
)


@contextmanager
def told(path: str | Path) -> Iterator[None]:
    """Say what goes wrong with an archive in one line; mistakes of our own stay what they are.

    Raises:
        TipdiffError: SQLite cannot do what was asked because of the file, the disk or others.

    """
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        for begins, kind, message in FAILURES:
            if name.startswith(begins):
                raise kind(message, source=str(path)) from error
        raise
