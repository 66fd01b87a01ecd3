"""Questions to an archive, answered with records; the database is only read."""

from __future__ import annotations

import json
import shlex
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tipdiff.archive.answers import Changed, FileOutcome, Held, Said, Told
from tipdiff.archive.asking import (
    CABLE,
    QUOTED,
    Where,
    bounded,
    editions_of,
    figures_of,
    known_country,
    known_name,
    point,
    quoted,
    statements_of,
)
from tipdiff.archive.closing import Closing
from tipdiff.archive.connecting import checked_version, connected
from tipdiff.archive.export import Form, export
from tipdiff.archive.failures import told
from tipdiff.archive.near import near_words
from tipdiff.archive.records import Gravity, Problem
from tipdiff.archive.schema import VERSION
from tipdiff.archive.sql import (
    ABOUT,
    APART,
    CHANGES,
    EDITIONS,
    FINDINGS,
    POINTS,
    PROBLEMS,
    REPORTS,
    SEARCH,
    SERIES,
    SIDES,
)
from tipdiff.archive.words import phrase_of, query_of
from tipdiff.errors import DataError, SourceError
from tipdiff.series.records import Series

if TYPE_CHECKING:
    from tipdiff.records import Status

__all__ = ["Archive", "open_archive"]


class Archive(Closing):
    """An archive that is read. A context manager.

    Names of countries and kinds of reports are taken whatever the case of their letters; one that
    the archive does not have is an error that tells what is near. Every method raises
    :class:`tipdiff.TipdiffError` where the database cannot be read.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def close(self) -> None:
        """Close the archive."""
        self._connection.close()

    @property
    def path(self) -> Path:
        """Return where it is."""
        return self._path

    @property
    def connection(self) -> sqlite3.Connection:
        """Return the connection to the database, for questions in SQL; it can only read."""
        return self._connection

    def search(
        self,
        words: str,
        *,
        country: str | None = None,
        kind: str | None = None,
        since: int | None = None,
        limit: int | None = None,
    ) -> list[Said]:
        """Return who says something: one row for each thread, the most relevant first.

        Args:
            words: All must stand in one statement, in any of their forms; those in quotation marks
                next to one another. Statements that have all next to one another come first.
            country: Only of one country.
            kind: Only of one kind of report.
            since: Only what editions from this year on say.
            limit: The most rows; all if None.

        Raises:
            DataError: There is no word in the words, or no such country or kind.

        """
        query, phrase = query_of(words), phrase_of(words)
        where = self._where(country, kind)
        where.add("r.year >= ?", since)
        sql = SEARCH.format(where=where.sql, quoted=QUOTED, cable=CABLE)
        rows = self._rows(sql, query, phrase, *where.values, bounded(limit))
        counted = self._editions(query, rows, since)
        return [
            Said(
                country_,
                kind_,
                thread,
                first,
                last,
                bool(still),
                count,
                begun,
                year,
                quoted(place),
            )
            for country_, kind_, thread, first, last, still, collection, year, *place in rows
            for count, begun in [counted.get((collection, thread), (1, year))]
        ]

    def changes(  # noqa: PLR0913 one argument for each condition
        self,
        *,
        country: str | None = None,
        kind: str | None = None,
        since: int | None = None,
        until: int | None = None,
        status: Status | None = None,
        trait: str | None = None,
        about: str | None = None,
        limit: int | None = None,
    ) -> list[Changed]:
        """Return changes, by country, kind of report and edition, in the order of the reports.

        Args:
            country: Only of one country.
            kind: Only of one kind of report.
            since: Only those whose later edition is of this year or a later one.
            until: Likewise, of this year or an earlier one.
            status: Only of one status; all but ``unchanged`` if None.
            trait: Only those with one trait. Without it those are left out that only tell that the
                other report could not hold a statement (``no-counterpart``).
            about: Only those with these words in a statement, as in :meth:`search`.
            limit: The most rows; all if None.

        Raises:
            DataError: There is no such country or kind, or no word.

        """
        where = self._where(country, kind)
        where.add("b.year >= ?", since)
        where.add("b.year <= ?", until)
        where.add("g.status = ?", status)
        if status is None:
            where.say("g.status <> 'unchanged'")
        has_trait = "EXISTS (SELECT 1 FROM json_each(g.traits) WHERE value = ?)"
        where.add(has_trait, trait)
        if trait is None:
            where.add(f"NOT {has_trait}", APART)
        if about is not None:
            where.add(ABOUT, query_of(about))
        rows = self._rows(CHANGES.format(where=where.sql), *where.values, bounded(limit))
        return [self._changed(row) for row in rows]

    def findings(
        self,
        *,
        year: int | None = None,
        country: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
    ) -> list[Told]:
        """Return what there is to tell, over all countries, the weightiest first.

        Args:
            year: Only of comparisons with this later edition.
            country: Only of one country.
            kind: Only of one kind of report.
            limit: The most rows; all if None.

        Raises:
            DataError: There is no such country or kind.

        """
        where = self._where(country, kind)
        where.add("b.year = ?", year)
        rows = self._rows(FINDINGS.format(where=where.sql), *where.values, bounded(limit))
        with told(self._path):
            return [
                Told(
                    *(country_, kind_, comparison, old_year, new_year, rank, what, text, weight),
                    statements_of(self._connection, old_id, json.loads(old)),
                    statements_of(self._connection, new_id, json.loads(new)),
                )
                for country_, kind_, comparison, old_year, new_year, rank, what, text, weight, *(
                    old_id,
                    old,
                    new_id,
                    new,
                ) in rows
            ]

    def trends(
        self,
        indicator: str,
        *,
        countries: Sequence[str] = (),
        kind: str | None = None,
        since: int | None = None,
        breakdown: Mapping[str, str] | Literal["all"] | None = None,
    ) -> list[Series]:
        """Return a country's own figures of an indicator over the years, for several countries.

        Args:
            indicator: Its id.
            countries: Which, in the order of the result; all if there is none.
            kind: Only of one kind of report.
            since: Only figures of this year and later ones.
            breakdown: Of which part; of the whole if None, the whole and every part if ``"all"``.

        Returns:
            Series with a point or more. What earlier reports gave for a year is not kept in them.
            Where a country has series of several kinds of reports, the kind stands behind its name.

        Raises:
            DataError: There is no such indicator, country or kind.

        """
        with told(self._path):
            names = [known_country(self._connection, name) for name in countries]
        known = self._rows(
            "SELECT DISTINCT indicator FROM series WHERE indicator IS NOT NULL ORDER BY indicator"
        )
        where = self._where(None, kind)
        where.add(
            "e.indicator = ?", known_name("indicator", indicator, [name for (name,) in known])
        )
        where.say("e.law IS NULL AND e.who IS NULL")
        wanted = None if breakdown == "all" else dict(breakdown or {})
        found = []
        listed = self._rows(SERIES.format(where=where.sql), *where.values)
        kinds = Counter(country for country, _ in {(row[1], row[2]) for row in listed})
        for collection, country, kind_, place, *what in listed:
            parts = json.loads(what[3])
            if (names and country not in names) or (wanted is not None and parts != wanted):
                continue
            rows = self._rows(POINTS, collection, place, since or 0)
            points = tuple(map(point, rows))
            name, label, unit, _, law, who, better = what
            if points:
                with told(self._path):
                    editions = editions_of(self._connection, collection, country)
                whose = country if kinds[country] == 1 else f"{country} ({kind_})"
                told_of = (name, label, unit, parts, points, whose, editions)
                place_ = names.index(country) if names else 0
                found.append((place_, Series(*told_of, better, law, who)))
        return [one for _, one in sorted(found, key=lambda each: each[0])]

    def problems(
        self, *, gravity: Gravity | None = None, country: str | None = None
    ) -> list[Problem]:
        """Return what failed, or must be known, the gravest first.

        Args:
            gravity: Only of one gravity.
            country: Only of one country's reports.

        Raises:
            DataError: There is no such country.

        """
        where = self._where(country, None)
        where.add("m.gravity = ?", gravity)
        rows = self._rows(
            PROBLEMS.format(where=where.sql),
            *where.values,
        )
        return [Problem(*row) for row in rows]

    def reports(self, *, country: str | None = None, kind: str | None = None) -> list[Held]:
        """Return the reports that the archive holds, by country, kind and edition.

        Raises:
            DataError: There is no such country or kind.

        """
        where = self._where(country, kind)
        rows = self._rows(
            REPORTS.format(where=where.sql),
            *where.values,
        )
        return [
            Held(
                *(own, country_, kind_, year, covers),
                *(tuple(json.loads(cables)), tuple(json.loads(files)), tuple(json.loads(missing))),
                *(bool(truncated), count),
            )
            for own, country_, kind_, year, covers, cables, files, missing, truncated, count in rows
        ]

    def files(self) -> list[FileOutcome]:
        """Return what was made of every file, by path."""
        rows = self._rows("SELECT path, outcome, of, note FROM files ORDER BY path")
        return [FileOutcome(*row) for row in rows]

    def export(self, folder: str | Path, form: Form = "parquet") -> list[Path]:
        """Write every table to a file of a folder: see :func:`tipdiff.archive.export.export`."""
        return export(self._connection, folder, form)

    def _rows(self, sql: str, *values: object) -> list[Any]:
        with told(self._path):
            return self._connection.execute(sql, values).fetchall()

    def _where(self, country: str | None, kind: str | None) -> Where:
        """Return the conditions on a collection."""
        where = Where()
        with told(self._path):
            where.add("o.country = ?", known_country(self._connection, country))
        kinds = self._rows("SELECT DISTINCT kind FROM collections ORDER BY kind")
        where.add("o.kind = ?", known_name("kind of report", kind, [name for (name,) in kinds]))
        return where

    def near_words(self, words: str) -> dict[str, tuple[str, ...]]:
        """Return the words of a search that no statement has, each with those that are near."""
        with told(self._path):
            return near_words(self._connection, words)

    def _editions(
        self, query: str, rows: Sequence[Any], since: int | None
    ) -> dict[tuple[str, str], tuple[int, int]]:
        """Return how many editions of each thread have the words, and which of all is the first."""
        counted = {}
        for row in rows:
            if row[2] is not None:
                [told] = self._rows(
                    EDITIONS,
                    *(since or 0, row[6], row[2], query),
                )
                counted[row[6], row[2]] = told
        return counted

    def _changed(self, row: Sequence[Any]) -> Changed:
        country, kind, comparison, place, old_year, new_year, status, traits, score, *ends = row
        sides: dict[str, list[str]] = {"old": [], "new": []}
        for side, statement in self._rows(
            SIDES,
            *(comparison, place),
        ):
            sides[side].append(statement)
        with told(self._path):
            return Changed(
                *(country, kind, comparison, place, old_year, new_year, status),
                tuple(json.loads(traits)),
                score,
                statements_of(self._connection, ends[0], sides["old"]),
                statements_of(self._connection, ends[1], sides["new"]),
                figures_of(self._connection, comparison, place, (ends[0], ends[1])),
            )


def open_archive(path: str | Path) -> Archive:
    """Open an archive to read it.

    Args:
        path: Of the database.

    Raises:
        SourceError: It is not there or cannot be opened.
        DataError: It is something else, damaged, or of another version.

    """
    path = Path(path)
    if not path.is_file():
        raise SourceError("there is no such archive", source=str(path))
    with told(path):
        connection = connected(path, reading=True)
        try:
            version = checked_version(connection, path)
            if version is None:
                raise DataError("is no archive: an empty database", source=str(path))
            if version < VERSION:
                raise DataError(
                    "was made by an older tipdiff, and is brought up to date by the next `tipdiff"
                    f" archive build FOLDER --into {shlex.quote(str(path))}`",
                    source=str(path),
                )
        except BaseException:
            connection.close()
            raise
    return Archive(path, connection)
