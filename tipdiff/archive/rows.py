"""From records to the rows of the tables: a function for each table, its columns in order."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from tipdiff.serial import to_dict

if TYPE_CHECKING:
    from tipdiff.archive.records import Row
    from tipdiff.histories.records import Thread
    from tipdiff.records import Claim, Comparison, Report
    from tipdiff.series.records import Series

__all__ = [
    "Compared",
    "ReadEdition",
    "compact",
    "comparison_rows",
    "packed",
    "report_rows",
    "series_rows",
    "thread_rows",
]

#: How hard zlib tries: from here on comparisons become smaller by a hundredth at twice the time.
EFFORT: Final = 6

Tables = dict[str, list["Row"]]
"""Rows by the name of their table."""


def compact(value: object) -> str:
    """Return plain data as JSON in one line, its keys in order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def packed(comparison: Comparison) -> bytes:
    """Return what the column ``comparisons.data`` holds."""
    text = json.dumps(to_dict(comparison), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), EFFORT)


@frozen(eq=False)
class ReadEdition:
    """An edition as it was read.

    Attributes:
        id: The report's id.
        collection: Of which it is an edition.
        key: What it was read from.
        report: The report; it has a year.
        claims: All its claims, by their statement.
        files: The path of the file of each of its cables.

    """

    id: str
    collection: str
    key: str
    report: Report
    claims: Mapping[str, tuple[Claim, ...]]
    files: tuple[str, ...]


@frozen(eq=False)
class Compared:
    """Two successive editions compared.

    Attributes:
        id: The comparison's id.
        old: The earlier edition.
        new: The later one.
        key: What it was made from.
        comparison: The comparison.
        data: What :func:`packed` gives.

    """

    id: str
    old: ReadEdition
    new: ReadEdition
    key: str
    comparison: Comparison
    data: bytes


def report_rows(edition: ReadEdition) -> Tables:
    """Return the rows of an edition."""
    own, report = edition.id, edition.report
    statements = report.all_statements
    return {
        "reports": [
            (own, edition.collection, report.year, report.covers, int(report.truncated),
             compact(report.missing_parts), edition.key)
        ],
        "cables": [
            (own, place, c.id, c.post, c.date, c.classification, c.part, c.parts, c.subject,
             c.supersedes, file)
            for place, (c, file) in enumerate(zip(report.cables, edition.files, strict=True))
        ],
        "statements": [
            (own, s.id, place, s.text, compact(s.section), s.paragraph, s.kind, s.lead, s.source,
             *s.span)
            for place, s in enumerate(statements)
        ],
        "claims": [_claim(own, s.id, c) for s in statements for c in edition.claims.get(s.id, ())],
        "diagnostics": [
            (own, place, d.source, d.line, d.kind, d.message)
            for place, d in enumerate(report.diagnostics)
        ],
    }  # fmt: skip


def _claim(report: str, statement: str, claim: Claim) -> Row:
    c = claim
    return (
        report, c.id, statement, c.text, c.value, c.low, c.high, c.approximation, c.unit,
        c.counted, c.event, c.kind, c.indicator, c.stated, c.period, c.period_from,
        compact(dict(c.breakdown)), c.of, c.equivalent, c.law, c.who, c.where, c.scope,
        int(c.partial), int(c.retracted), int(c.derived), *c.span,
    )  # fmt: skip


def comparison_rows(pair: Compared) -> Tables:
    """Return the rows of a comparison."""
    own, comparison, ids = pair.id, pair.comparison, (pair.old.id, pair.new.id)
    summary = comparison.summary
    changes = list(enumerate(comparison.changes))
    return {
        "comparisons": [
            (own, pair.old.collection, *ids, summary.new, summary.changed, summary.dropped,
             summary.unchanged, summary.no_counterpart, compact(comparison.warnings),
             pair.key, pair.data)
        ],
        "changes": [
            (own, k, c.status, compact(c.traits), c.score, c.similarity, int(c.reviewed))
            for k, c in changes
        ],
        "change_statements": [
            (own, k, name, place, report, statement.id)
            for k, c in changes
            for name, report, side in (("old", ids[0], c.old), ("new", ids[1], c.new))
            for place, statement in enumerate(side)
        ],
        "claim_changes": [
            (own, k, place, each.status, each.old and each.old.id, each.new and each.new.id,
             each.difference, each.ratio)
            for k, c in changes
            for place, each in enumerate(c.claims)
        ],
        "findings": [
            (own, rank, f.kind, f.text, f.weight, compact(f.old), compact(f.new))
            for rank, f in enumerate(comparison.findings, 1)
        ],
    }  # fmt: skip


def series_rows(collection: str, found: Sequence[Series]) -> Tables:
    """Return the rows of a collection's series and of their points.

    Args:
        collection: Its id.
        found: Its series, in order.

    """
    return {
        "series": [
            (collection, place, s.indicator, s.label, s.unit, compact(dict(s.breakdown)), s.law,
             s.who, s.better)
            for place, s in enumerate(found)
        ],
        "points": [
            (collection, place, p.year, at, p.value, p.low, p.high, p.approximation,
             f"{collection}/{p.edition}", p.statement, p.reported_in, int(p.revised),
             int(p.partial), int(p.carried_over), int(bool(p.parts)))
            for place, s in enumerate(found)
            for at, p in enumerate(s.points)
        ],
    }  # fmt: skip


def thread_rows(collection: str, threads: Iterable[Thread]) -> Tables:
    """Return the rows of a collection's threads, of their versions and events.

    Args:
        collection: Its id.
        threads: Its threads, in order.

    """
    tables: Tables = {"threads": [], "versions": [], "events": []}
    for place, thread in enumerate(threads):
        own = f"{thread.first} {thread.id}"
        newest = thread.editions[-1]
        tables["threads"].append(
            (collection, own, place, thread.first, thread.last, thread.changed,
             int(thread.last == newest), thread.text)
        )  # fmt: skip
        tables["versions"] += _versions(collection, own, thread)
        tables["events"] += [
            (collection, own, e.year, e.kind, compact(e.traits), e.score, e.since)
            for e in thread.events
        ]
    return tables


def _versions(collection: str, own: str, thread: Thread) -> Iterator[Any]:
    for version in thread.versions:
        for place, statement in enumerate(version.statements):
            yield (
                collection, own, version.year, place, f"{collection}/{version.year}", statement.id
            )  # fmt: skip
