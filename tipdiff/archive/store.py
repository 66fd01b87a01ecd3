"""The database of an archive as one process writes it: a collection at a time, whole or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from attrs import frozen

from tipdiff.archive.closing import Closing
from tipdiff.archive.connecting import connected, locked, prepare, unlock
from tipdiff.archive.failures import told
from tipdiff.archive.outcomes import OUTCOMES, Outcome
from tipdiff.archive.records import Built, Known, Problem, Row, SourceFile
from tipdiff.archive.tables import TABLES
from tipdiff.errors import SourceError

__all__ = ["WAITING", "Store", "StoredFile", "Tally"]

#: What a file's outcome is before anything came of it.
WAITING: Final = "waiting"

_INSERTS: Final = {
    table.name: 'INSERT INTO "{}" ({}) VALUES ({})'.format(
        table.name,
        ", ".join(f'"{column.name}"' for column in table.columns),
        ", ".join("?" * len(table.columns)),
    )
    for table in TABLES
}
_WORST: Final = " ".join(f"WHEN '{name}' THEN {k}" for k, name in enumerate(OUTCOMES))
#: The worst outcome of a file, with why; of two alike that of the collection whose name is first.
_SETTLE: Final = f"""
UPDATE files SET (outcome, of, note) = (
  SELECT outcome, of, note FROM (
    SELECT o.outcome, o.of, o.note, 0 AS last, o.collection,
           CASE o.outcome {_WORST} END AS bad
    FROM outcomes AS o WHERE o.file = files.path
    UNION ALL SELECT '{WAITING}', NULL, NULL, 1, '', 0
  ) ORDER BY last, bad DESC, collection LIMIT 1
) WHERE path = ?
"""


#: What a tally counts of the archive, in its order.
_COUNTED: Final = (
    "count(DISTINCT country) FROM collections",
    "count(*) FROM collections",
    "count(*) FROM reports",
    "count(*) FROM comparisons",
)


@frozen
class StoredFile:
    """A file as the archive knows it.

    Attributes:
        path: From the folder on, with slashes.
        sha256: Of its bytes when it was looked into.
        found: What was found in it: JSON; None where it could not be opened.
        made_by: The version of tipdiff that looked into it.

    """

    path: str
    sha256: str
    found: str | None
    made_by: str


@frozen
class Tally:
    """How much an archive holds.

    Attributes:
        outcomes: How many files there are of each outcome.
        countries: How many countries there are reports on.
        collections: How many collections.
        reports: How many editions.
        pairs: How many comparisons.
        failed: How many problems of that gravity, by kind.
        warnings: Likewise.

    """

    outcomes: Mapping[str, int]
    countries: int
    collections: int
    reports: int
    pairs: int
    failed: Mapping[str, int]
    warnings: Mapping[str, int]


class Store(Closing):
    """An archive that is written. A context manager; closing leaves one plain file.

    Each method that writes does all of it in one transaction or nothing.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: sqlite3.Connection
    ) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock
        self._written = False

    @classmethod
    def open(cls, path: str | Path) -> Store:
        """Open an archive to write, or make one; an older version is brought to the newest.

        Args:
            path: Of the database; its folder must be there.

        Raises:
            SourceError: It cannot be opened or written, or another build has it.
            DataError: It is something else, damaged, or of a newer version.

        """
        path = Path(path)
        if path.is_dir():
            raise SourceError("is a folder; an archive is a file", source=str(path))
        if not path.parent.is_dir():
            raise SourceError("its folder is not there", source=str(path))
        lock = locked(path)
        try:
            with told(path):
                connection = connected(path)
                try:
                    prepare(connection, path)
                except BaseException:
                    connection.close()
                    raise
        except BaseException:
            unlock(lock, path)
            raise
        return cls(path, connection, lock)

    def close(self) -> None:
        """Close the archive, and make it one plain file unless a reader has it open."""
        try:
            # What cannot be tidied up now can be the next time: nothing of the data waits for it.
            with suppress(sqlite3.OperationalError):
                if self._written:
                    for table in TABLES:
                        if table.search is not None:
                            self._connection.execute(
                                f"INSERT INTO {table.name}_fts ({table.name}_fts)"
                                " VALUES ('optimize')"
                            )
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._connection.execute("PRAGMA journal_mode = DELETE")
            self._connection.close()
        finally:
            unlock(self._lock, self._path)

    def put(self, built: Built) -> None:
        """Write a collection in the place of what the archive had of it.

        Its files must be there: :meth:`put_files`.

        Args:
            built: What became of its task.

        Raises:
            TipdiffError: The archive cannot be written.

        """
        with self._transaction():
            touched = self._taken(built.collection)
            for table in TABLES:
                if rows := built.rows.get(table.name):
                    self._insert(table.name, rows)
            self._insert("problems", _problem_rows(built.collection, built.problems))
            self._settle(built.collection, built.outcomes, touched)

    def forget(self, collections: Iterable[str]) -> None:
        """Take collections out, with all that belongs to them.

        Raises:
            TipdiffError: The archive cannot be written.

        """
        with self._transaction():
            for collection in collections:
                self._settle(collection, (), self._taken(collection))

    def put_plan(self, problems: Iterable[Problem], outcomes: Iterable[Outcome]) -> None:
        """Write what is said of files before any collection, in the place of what was said before.

        Raises:
            TipdiffError: The archive cannot be written.

        """
        with self._transaction():
            touched = self._taken("")
            self._insert("problems", _problem_rows("", problems))
            self._settle("", outcomes, touched)

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Write further problems of no collection, about what :meth:`put_plan` said nothing of.

        Raises:
            TipdiffError: The archive cannot be written.

        """
        with self._transaction():
            self._insert("problems", _problem_rows("", problems))

    def put_files(self, files: Iterable[tuple[SourceFile, str | None, str]]) -> None:
        """Write what is known of files, in the place of what was known.

        Args:
            files: Each with what was found in it (JSON; None for nothing), and the version of
                tipdiff that looked.

        Raises:
            TipdiffError: The archive cannot be written.

        """
        rows = [
            (file.path, file.size, file.sha256, WAITING, None, None, found, made_by)
            for file, found, made_by in files
        ]
        with self._transaction():
            self._connection.executemany(
                f"{_INSERTS['files']} ON CONFLICT (path) DO UPDATE SET size = excluded.size,"
                " sha256 = excluded.sha256, found = excluded.found, made_by = excluded.made_by",
                map(_storable, rows),
            )

    def forget_files(self, paths: Iterable[str]) -> None:
        """Take files out that are no more; first put or forget the collections they were of.

        Raises:
            TipdiffError: The archive cannot be written.

        """
        with self._transaction():
            self._connection.executemany(
                "DELETE FROM files WHERE path = ?", (_storable((path,)) for path in paths)
            )

    def files(self) -> dict[str, StoredFile]:
        """Return all files that the archive knows, by their paths."""
        with told(self._path):
            rows = self._connection.execute(
                "SELECT path, sha256, found, made_by FROM files ORDER BY path"
            ).fetchall()
        return {row[0]: StoredFile(*row) for row in rows}

    def made_from(self) -> dict[str, str]:
        """Return what each collection was made from, a hash, by its id."""
        with told(self._path):
            return dict(
                self._connection.execute("SELECT id, made_from FROM collections ORDER BY id")
            )

    def known(self, collection: str) -> tuple[Known, ...]:
        """Return the comparisons of a collection that are there, oldest first."""
        with told(self._path):
            rows = self._connection.execute(
                "SELECT made_from, data FROM comparisons WHERE collection = ? ORDER BY id",
                (collection,),
            ).fetchall()
        return tuple(Known(key, data) for key, data in rows)

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield the report and the text of each statement, in no certain order."""
        with told(self._path):
            yield from self._connection.execute("SELECT report, text FROM statements")

    def pairs(self) -> list[tuple[str, str]]:
        """Return the reports, the earlier and the later one, of every comparison."""
        with told(self._path):
            return self._connection.execute("SELECT old, new FROM comparisons").fetchall()

    def with_problems(self, kinds: Collection[str] | None = None) -> set[str]:
        """Return the collections that have problems, of some kinds or of any."""
        with told(self._path):
            rows = self._connection.execute(
                "SELECT DISTINCT collection, kind FROM problems WHERE collection <> ''"
            ).fetchall()
        return {collection for collection, kind in rows if kinds is None or kind in kinds}

    def tally(self) -> Tally:
        """Return how much the archive holds, and what is told of it, by kind."""
        with told(self._path):
            one = self._connection.execute
            outcomes = one("SELECT outcome, count(*) FROM files GROUP BY 1 ORDER BY 2 DESC, 1")
            problems = one(
                "SELECT gravity, kind, count(*) FROM problems GROUP BY 1, 2 ORDER BY 3 DESC, 2"
            ).fetchall()
            countries, collections, reports, pairs = (
                int(one(f"SELECT {what}").fetchone()[0]) for what in _COUNTED
            )
            return Tally(
                dict(outcomes.fetchall()),
                countries,
                collections,
                reports,
                pairs,
                {kind: count for gravity, kind, count in problems if gravity == "failed"},
                {kind: count for gravity, kind, count in problems if gravity == "warning"},
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Do all that is inside, or nothing of it."""
        with told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        self._written = True

    def _taken(self, collection: str) -> set[str]:
        """Take out what there is of a collection, and return the files it told of."""
        rows = self._connection.execute(
            "SELECT file FROM outcomes WHERE collection = ?", (collection,)
        ).fetchall()
        for table, column in (("collections", "id"), ("problems", "collection")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (collection,))
        self._connection.execute("DELETE FROM outcomes WHERE collection = ?", (collection,))
        return {path for (path,) in rows}

    def _settle(self, collection: str, outcomes: Iterable[Outcome], touched: set[str]) -> None:
        """Write the outcomes of files, and what follows for each file that they tell of."""
        rows = [
            _storable((path, collection, outcome, of, note)) for path, outcome, of, note in outcomes
        ]
        self._insert("outcomes", rows)
        paths = sorted(touched | {str(row[0]) for row in rows})
        self._connection.executemany(_SETTLE, [(path,) for path in paths])

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        self._connection.executemany(_INSERTS[table], map(_storable, rows))


def _problem_rows(collection: str, problems: Iterable[Problem]) -> list[Row]:
    """Return problems as rows, numbered among those about the same."""
    places: dict[str, int] = {}
    rows: list[Row] = []
    for problem in problems:
        place = places.get(problem.about, 0)
        places[problem.about] = place + 1
        rows.append(
            (collection, problem.about, place, problem.gravity, problem.kind, problem.message)
        )
    return rows


def _storable(row: Sequence[object]) -> Row:
    """Return a row whose texts are all UTF-8: half a character becomes a question mark."""
    return tuple(
        value.encode("utf-8", "replace").decode()
        if isinstance(value, str) and not value.isascii()
        else value
        for value in row
    )
