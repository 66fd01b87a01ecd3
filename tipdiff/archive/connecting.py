"""How the database of an archive is opened: its connection, its version, and its lock."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from tipdiff.archive.failures import told
from tipdiff.archive.migrations import create, migrate
from tipdiff.archive.schema import APPLICATION, VERSION
from tipdiff.errors import DataError, SourceError, TipdiffError

__all__ = ["BESIDE", "checked_version", "connected", "locked", "prepare", "unlock"]

#: Seconds that another program's lock is waited for: long enough for a write of its own to end,
#: short enough that a user sees why nothing goes on.
PATIENCE: Final = 10.0
#: What the names of the files end in that stand beside an archive while it is written.
BESIDE: Final = ("-wal", "-shm", "-journal", "-lock")
#: Room for pages, in KiB where it is negative: a collection's rows and the inner nodes of the
#: trees of all tables; with SQLite's own 2 MB it reads most pages again.
CACHE: Final = -32_000


def connected(path: Path, *, reading: bool = False) -> sqlite3.Connection:
    """Return a connection to an archive, which writes nothing by itself.

    Args:
        path: Of the database.
        reading: Whether it may only be read; then it must be there.

    """
    mode = "ro" if reading else "rwc"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = {CACHE}")
    except BaseException:
        connection.close()
        raise
    return connection


def checked_version(connection: sqlite3.Connection, path: Path) -> int | None:
    """Return the version of an archive's schema, None for a database without anything in it.

    Raises:
        DataError: It is something else, or of a newer version.

    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if not application and not version and not tables:
        return None
    if application != APPLICATION:
        raise DataError("is no archive: a database of something else", source=str(path))
    if version > VERSION:
        raise DataError(
            f"was made by a newer tipdiff: its schema is {version}, the newest known {VERSION}",
            source=str(path),
        )
    return int(version)


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or bring them to the newest version."""
    version = checked_version(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a collection that is done stays done
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version is None:
            create(connection)
        elif version < VERSION:
            migrate(connection, version)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise DataError("is damaged; delete it and build it again", source=str(path))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def locked(path: Path) -> sqlite3.Connection:
    """Return the lock that keeps a second build away; it ends with the process that holds it.

    It is a database of its own, in which nothing stands: SQLite locks files on every system.

    Raises:
        SourceError: Another build holds it, or the folder cannot be written.

    """
    beside = _lock_of(path)
    try:
        with told(path):
            lock = sqlite3.connect(beside, timeout=0, isolation_level=None)
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except BaseException:
                lock.close()
                raise
    except TipdiffError as error:
        cause = error.__cause__
        if isinstance(cause, sqlite3.Error) and cause.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise SourceError("is being written by another build", source=str(path)) from cause
        raise
    return lock


def unlock(lock: sqlite3.Connection, path: Path) -> None:
    """Let the lock go, and leave nothing of it."""
    with suppress(OSError):
        _lock_of(path).unlink(missing_ok=True)
    lock.close()


def _lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-lock")
