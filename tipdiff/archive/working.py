"""The work on a collection: its editions read and compared, its threads and series, as rows.

What goes wrong in one edition or pair is told, and the rest goes on. A worker holds one collection
at a time.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import evolve

from tipdiff.archive.deadline import Deadline, LateError
from tipdiff.archive.editions import kind_of_error, read_edition
from tipdiff.archive.outcomes import worst
from tipdiff.archive.records import Built, Problem
from tipdiff.archive.rows import (
    Compared,
    ReadEdition,
    comparison_rows,
    packed,
    report_rows,
    series_rows,
    thread_rows,
)
from tipdiff.archive.unmet import REVIEW
from tipdiff.chaining.chain import chained
from tipdiff.claims import field_indicators, indicators_from_data, report_claims
from tipdiff.comparison import compare
from tipdiff.comparison.comparable import NOT_COMPARABLE
from tipdiff.comparison.review import NOTHING, Review, naming, review_from_data
from tipdiff.errors import DataError, TipdiffError
from tipdiff.histories.threads import history_of
from tipdiff.serial import from_dict
from tipdiff.series.build import trends_of
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.archive.outcomes import Outcome
    from tipdiff.archive.records import EditionTask, Row, Settings, Task
    from tipdiff.claims import Indicators
    from tipdiff.records import Comparison

__all__ = ["pair_key", "work"]

#: Longest told of a mistake's own message, in characters.
MESSAGE: Final = 200

T = TypeVar("T")


def work(task: Task) -> Built:
    """Read, compare and follow all editions of a collection.

    Args:
        task: What to do. Nothing is raised for what is wrong with texts: problems tell it.

    Raises:
        DataError: The settings are wrong.

    """
    job = _Job(task)
    job.run()
    return Built(
        task.collection,
        job.rows(),
        tuple(worst(job.outcomes).values()),
        tuple(job.problems),
        job.compared,
        job.reused,
    )


def pair_key(old: str, new: str, review: Review = NOTHING) -> str:
    """Return what a comparison is made from, as in ``comparisons.made_from``: a hash.

    Args:
        old: The key of the earlier edition.
        new: The key of the later one.
        review: The decisions that are about it.

    """
    # The place of a decision is told where it does not apply.
    said = [[d.kind, d.place, d.old, d.new, d.status, d.traits] for d in review.decisions]
    return hashlib.sha256(json.dumps([old, new, said]).encode()).hexdigest()


class _Job:
    """A task being done, and what has become of it so far."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.indicators = _indicators(task.settings)
        self.review = _review(task.settings)
        self.deadline = Deadline(task.seconds)
        self.kept = {each.key: each.data for each in task.known}
        self.taken: list[Mapping[str, Sequence[Row]]] = []
        self.outcomes: list[Outcome] = []
        self.problems: list[Problem] = []
        self.compared = 0
        self.reused = 0

    def run(self) -> None:
        """Do it."""
        task = self.task
        self._take({"collections": [(task.collection, task.country, task.kind, task.key)]})
        try:
            with self.deadline:
                read = [self._edition(edition) for edition in task.editions]
                editions = [edition for edition in read if edition is not None]
                pairs = [self._pair(old, new) for old, new in pairwise(editions)]
                self._follow(editions, pairs)
        except LateError as late:
            message = f"stopped after {task.seconds:g} seconds, while {late}"
            self._tell(task.collection, "time", message)

    def rows(self) -> dict[str, tuple[Row, ...]]:
        """Return all rows, by the name of their table."""
        tables: dict[str, list[Row]] = {}
        for rows in self.taken:
            for name, own in rows.items():
                tables.setdefault(name, []).extend(own)
        return {name: tuple(own) for name, own in tables.items()}

    # -- what becomes of it -----------------------------------------------------------------

    def _take(self, rows: Mapping[str, Sequence[Row]]) -> None:
        # All of them or none: time may be over at any line.
        self.taken.append(rows)

    def _tell(self, about: str, kind: str, message: str) -> None:
        self.problems.append(Problem(about, "failed", kind, message, self.task.collection))

    def _warn(self, about: str, kind: str, message: str) -> None:
        self.problems.append(Problem(about, "warning", kind, message, self.task.collection))

    def _tried(self, about: str, what: str, do: Callable[[], T]) -> T | None:
        """Return what a piece of the work gives; None where it fails, which is told.

        Raises:
            LateError: The time is over.

        """
        try:
            return do()
        except MemoryError:
            self._tell(about, "memory", f"{what} needs more memory than there is")
        except TipdiffError as error:
            self._tell(about, kind_of_error(error), f"{what} failed: {error}")
        except Exception as error:  # noqa: BLE001 (a mistake of our own must not cost the rest)
            told = " ".join(f"{type(error).__name__}: {error}".split())[:MESSAGE]
            self._tell(about, "mistake", f"{what} failed by a mistake in tipdiff: {told}")
        return None

    # -- editions ---------------------------------------------------------------------------

    def _edition(self, edition: EditionTask) -> ReadEdition | None:
        own = f"{self.task.collection}/{edition.year}"
        self.deadline.doing(f"the edition {edition.year} was being read")
        found = self._tried(own, "reading", lambda: self._read(own, edition))
        if found is not None:
            self._take(report_rows(found))
        else:
            self._left(edition)
        return found

    def _left(self, edition: EditionTask) -> None:
        """Say of the files of an edition that failed as a whole why nothing came of them."""
        told = {outcome[0] for outcome in self.outcomes if outcome[1] != "read"}
        paths = dict.fromkeys(p.file.path for p in edition.pieces if p.file.path not in told)
        why = self.problems[-1].message if self.problems else None
        self.outcomes += [(path, "failed", None, why) for path in paths]

    def _read(self, own: str, edition: EditionTask) -> ReadEdition | None:
        task = self.task
        read = read_edition(task.folder, edition, task.country)
        self.outcomes.extend(read.outcomes)
        self.problems += [evolve(each, collection=task.collection) for each in read.problems]
        report = read.report
        if report is None:
            return None
        if report.missing_parts:
            numbers = " and ".join(map(str, report.missing_parts))
            many = "parts" if len(report.missing_parts) > 1 else "part"
            self._warn(own, "missing part", f"without {many} {numbers}, not among the files")
        if report.truncated:
            self._warn(own, "truncated", "a cable breaks off in the middle")
        claims = report_claims(report, indicators=self.indicators)
        return ReadEdition(own, task.collection, edition.key, report, claims, read.files)

    # -- pairs ------------------------------------------------------------------------------

    def _pair(self, old: ReadEdition, new: ReadEdition) -> Compared | None:
        own = f"{self.task.collection}/{old.report.year}-{new.report.year}"
        self.deadline.doing(f"{old.report.year} and {new.report.year} were being compared")
        found = self._tried(own, "comparing", lambda: self._comparison(own, old, new))
        if found is None:
            return None
        self._take(comparison_rows(found))
        places = tuple(f"{decision.place} " for decision in self.review.decisions)
        for warning in found.comparison.warnings:
            if warning.startswith(NOT_COMPARABLE):
                self._warn(own, "not comparable", warning)
            elif warning.startswith(places):
                self._warn(own, REVIEW, warning)
        return found

    def _comparison(self, own: str, old: ReadEdition, new: ReadEdition) -> Compared:
        texts = ([folded(s.text) for s in each.report.statements] for each in (old, new))
        review = naming(self.review, *texts) if self.review.decisions else NOTHING
        key = pair_key(old.key, new.key, review)
        data = self.kept.get(key, b"")
        comparison = _unpacked(data)
        if comparison is not None:
            self.reused += 1
        else:
            comparison = compare(
                old.report,
                new.report,
                review=review,
                indicators=self.indicators,
                claims=(old.claims, new.claims),
            )
            data = packed(comparison)
            self.compared += 1
        return Compared(own, old, new, key, comparison, data)

    # -- the whole --------------------------------------------------------------------------

    def _follow(self, editions: Sequence[ReadEdition], pairs: Sequence[Compared | None]) -> None:
        """Build what runs through all editions, if all of them could be compared."""
        own = self.task.collection
        if not editions:
            return
        if None in pairs:
            message = "has no threads and no series, since editions of it could not be compared"
            self._tell(own, "not followed", message)
            return
        self.deadline.doing("its threads and series were being built")
        reports = [edition.report for edition in editions]
        claims = [edition.claims for edition in editions]
        comparisons = [pair.comparison for pair in pairs if pair is not None]
        chain = self._tried(own, "chaining", lambda: chained(reports, comparisons))
        if chain is None:
            return
        series = self._tried(
            own, "building series", lambda: trends_of(chain, self.indicators, claims=claims)
        )
        threads = self._tried(own, "building threads", lambda: history_of(chain, self.indicators))
        self._take(series_rows(own, series or ()))
        self._take(thread_rows(own, threads or ()))


def _unpacked(data: bytes) -> Comparison | None:
    """Return the comparison that an earlier run kept; None where it cannot be read."""
    try:
        found: Comparison = from_dict(json.loads(zlib.decompress(data)))
    except (zlib.error, ValueError, DataError):
        return None
    return found


def _indicators(settings: Settings) -> Indicators:
    if settings.indicators is None:
        return field_indicators()
    return indicators_from_data(settings.indicators, settings.indicators_name)


def _review(settings: Settings) -> Review:
    if settings.review is None:
        return NOTHING
    return review_from_data(settings.review, settings.review_name)
