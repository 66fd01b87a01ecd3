"""The SQL of questions: conditions that are bound, and what rows become."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final

from tipdiff.archive.answers import Figure, Moved, Quoted
from tipdiff.errors import DataError
from tipdiff.records import Cable, Edition
from tipdiff.series.records import Point

__all__ = [
    "CABLE",
    "QUOTED",
    "Where",
    "bounded",
    "editions_of",
    "figures_of",
    "known_country",
    "known_name",
    "point",
    "quoted",
    "statements_of",
]

#: How like a name must be to one that was asked for, of a hundred, to be told as near.
NEAR: Final = 70
#: Names that are told as near.
NAMES: Final = 3
#: Names that are told of all there are, where none is near.
SOME: Final = 12

#: What a statement needs to be quoted, of ``s``; its cable's id begins its own.
QUOTED: Final = "s.text, s.section, s.report, c.id, c.file, s.id"
#: How its cable is found: ids of cables are told apart within a report.
CABLE: Final = "c.report = s.report AND substr(s.id, 1, length(c.id) + 1) = c.id || ':'"


class Where:
    """Conditions of a question, each with its values."""

    def __init__(self) -> None:
        self._conditions: list[str] = []
        self.values: list[object] = []

    def add(self, condition: str, value: object) -> None:
        """Add a condition on one value, unless that is None."""
        if value is not None:
            self._conditions.append(condition)
            self.values.append(value)

    def say(self, condition: str) -> None:
        """Add a condition on no value."""
        self._conditions.append(condition)

    @property
    def sql(self) -> str:
        """Return the clause."""
        return f"WHERE {' AND '.join(self._conditions)}" if self._conditions else ""


def bounded(limit: int | None) -> int:
    """Return how many rows are asked for, as SQL takes it.

    Raises:
        DataError: It is less than one.

    """
    if limit is None:
        return -1
    if limit < 1:
        raise DataError(f"limit: {limit} is less than 1")
    return limit


def known_country(connection: sqlite3.Connection, name: str | None) -> str | None:
    """Return a country as the archive writes it, whatever the case of its letters.

    Raises:
        DataError: The archive has none of that name; those that are near are told, else some.

    """
    rows = connection.execute("SELECT DISTINCT country FROM collections ORDER BY country")
    return known_name("country", name, [row[0] for row in rows])


def known_name(what: str, name: str | None, names: Sequence[str]) -> str | None:
    """Return a name as it is written among those that are known, whatever its case.

    Raises:
        DataError: It is none of them; those that are near are told, else the first.

    """
    if name is None:
        return None
    wanted = " ".join(name.split()).casefold()
    for known in names:
        if known.casefold() == wanted:
            return known
    from rapidfuzz import fuzz, process

    near = process.extract(
        wanted,
        {known: known.casefold() for known in names},
        scorer=fuzz.WRatio,
        score_cutoff=NEAR,
        limit=NAMES,
    )
    told = f"near: {', '.join(key for _, _, key in near)}" if near else _held(names)
    raise DataError(f"the archive has no {what} called {name!r}; {told}")


def _held(names: Sequence[str]) -> str:
    """Return what an archive has instead: all names, or the first of them."""
    rest = len(names) - SOME
    more = f" and {rest} more" if rest > 0 else ""
    return f"it has {', '.join(names[:SOME])}{more}" if names else "it has none"


def quoted(row: Sequence[Any]) -> Quoted:
    """Return a statement from the columns of ``QUOTED``."""
    text, section, *place = row
    return Quoted(text, tuple(json.loads(section)), *place)


def statements_of(
    connection: sqlite3.Connection, report: str, ids: Iterable[str]
) -> tuple[Quoted, ...]:
    """Return statements of a report in the given order."""
    found = []
    for each in ids:
        row = connection.execute(
            f"SELECT {QUOTED} FROM statements AS s JOIN cables AS c ON {CABLE}"
            " WHERE s.report = ? AND s.id = ?",
            (report, each),
        ).fetchone()
        found += [] if row is None else [quoted(row)]
    return tuple(found)


def figures_of(
    connection: sqlite3.Connection, comparison: str, change: int, reports: tuple[str, str]
) -> tuple[Moved, ...]:
    """Return what became of the figures of a change."""
    rows = connection.execute(
        "SELECT status, old, new, difference, ratio FROM claim_changes"
        " WHERE comparison = ? AND change = ? ORDER BY place",
        (comparison, change),
    ).fetchall()
    return tuple(
        Moved(
            status,
            _figure(connection, reports[0], old),
            _figure(connection, reports[1], new),
            difference,
            ratio,
        )
        for status, old, new, difference, ratio in rows
    )


def _figure(connection: sqlite3.Connection, report: str, claim: str | None) -> Figure | None:
    if claim is None:
        return None
    row = connection.execute(
        "SELECT text, value, low, high, approximation, unit, counted, indicator FROM claims"
        " WHERE report = ? AND statement = ? AND id = ?",
        (report, claim.rpartition("#")[0], claim),
    ).fetchone()
    return None if row is None else Figure(*row)


def editions_of(
    connection: sqlite3.Connection, collection: str, country: str
) -> tuple[Edition, ...]:
    """Return the editions of a collection, oldest first, with the heads of their cables."""
    reports = connection.execute(
        "SELECT id, year, covers, missing_parts FROM reports WHERE collection = ? ORDER BY year",
        (collection,),
    ).fetchall()
    return tuple(
        Edition(
            country,
            year,
            covers,
            tuple(json.loads(missing)),
            tuple(
                Cable(*cable)
                for cable in connection.execute(
                    "SELECT id, post, date, classification, part, parts, file, supersedes, subject"
                    " FROM cables WHERE report = ? ORDER BY place",
                    (report,),
                )
            ),
        )
        for report, year, covers, missing in reports
    )


def point(row: Sequence[Any]) -> Point:
    """Return a point of a series from the columns of ``POINTS``."""
    year, value, low, high, how, cable, statement, revised, edition, carried_over, partial = row
    return Point(
        *(year, value, low, high, how, cable, statement),
        revised=bool(revised),
        edition=edition,
        carried_over=bool(carried_over),
        partial=bool(partial),
    )
