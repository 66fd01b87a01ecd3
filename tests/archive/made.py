"""Rows of an archive made from reports, apart from the code that makes them for a build."""

from __future__ import annotations

import json
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import tipdiff
from tipdiff.archive.records import Built, Row, SourceFile
from tipdiff.archive.store import Store
from tipdiff.claims import report_claims

FIXTURES = Path(__file__).parents[2] / "fixtures"


def archive_of(path: Path, *countries: str, kind: str = "trafficking") -> Path:
    """Make an archive of some countries of the fixtures."""
    with Store.open(path) as store:
        for country in countries:
            files, built = collection_of(FIXTURES / country, kind)
            store.put_files([(file, "[]", "1") for file in files])
            store.put(built)
    return path


def collection_of(folder: Path, kind: str) -> tuple[list[SourceFile], Built]:
    """Return the files of a folder, and all rows of what they hold."""
    reports = tipdiff.read_all(folder)
    country = reports[0].country
    assert country is not None
    name = f"{country.lower()}/{kind}"
    paths = {
        cable.source: str(Path(folder.name, Path(cable.source).name))
        for r in reports
        for cable in r.cables
    }
    rows: dict[str, list[Row]] = {"collections": [(name, country, kind, "made")]}
    for report in reports:
        _report(rows, name, report, paths)
    for old, new in pairwise(reports):
        _comparison(rows, name, tipdiff.compare(old, new))
    _course(rows, name, reports)
    outcomes = tuple((path, "read", None, None) for path in sorted(set(paths.values())))
    files = [SourceFile(path, 1, path) for path in sorted(set(paths.values()))]
    kept = {table: tuple(found) for table, found in rows.items()}
    return files, Built(name, kept, outcomes, (), len(reports) - 1, 0)


def _put(rows: dict[str, list[Row]], table: str, *row: object) -> None:
    rows.setdefault(table, []).append(row)


def _report(rows: dict[str, list[Row]], name: str, report: Any, paths: dict[str, str]) -> None:
    own = f"{name}/{report.year}"
    missing = json.dumps(list(report.missing_parts))
    _put(rows, "reports", own, name, report.year, report.covers, 0, missing, "made")
    for k, c in enumerate(report.cables):
        head = (c.id, c.post, c.date, c.classification, c.part, c.parts, c.subject, c.supersedes)
        _put(rows, "cables", own, k, *head, paths[c.source])
    for k, s in enumerate(report.statements):
        section = json.dumps(list(s.section))
        place = (section, s.paragraph, s.kind, s.lead, Path(s.source).name, *s.span)
        _put(rows, "statements", own, s.id, k, s.text, *place)
    for claims in report_claims(report).values():
        for c in claims:
            what = (c.text, c.value, c.low, c.high, c.approximation, c.unit, c.counted, c.event)
            when = (
                c.kind,
                c.indicator,
                c.stated,
                c.period,
                c.period_from,
                json.dumps(dict(c.breakdown)),
            )
            more = (c.of, c.equivalent, c.law, c.who, c.where, c.scope, c.partial, c.retracted)
            _put(rows, "claims", own, c.id, c.statement, *what, *when, *more, c.derived, *c.span)


def _comparison(rows: dict[str, list[Row]], name: str, found: Any) -> None:
    own = f"{name}/{found.old.year}-{found.new.year}"
    sides = {"old": f"{name}/{found.old.year}", "new": f"{name}/{found.new.year}"}
    s = found.summary
    counts = (s.new, s.changed, s.dropped, s.unchanged, s.no_counterpart)
    data = zlib.compress(json.dumps(tipdiff.to_dict(found)).encode())
    said = json.dumps(list(found.warnings))
    _put(rows, "comparisons", own, name, sides["old"], sides["new"], *counts, said, "made", data)
    for k, c in enumerate(found.changes):
        how = (json.dumps(list(c.traits)), c.score, c.similarity, c.reviewed)
        _put(rows, "changes", own, k, c.status, *how)
        for side, report in sides.items():
            for n, statement in enumerate(getattr(c, side)):
                _put(rows, "change_statements", own, k, side, n, report, statement.id)
        for n, f in enumerate(c.claims):
            ids = (f.old and f.old.id, f.new and f.new.id)
            _put(rows, "claim_changes", own, k, n, f.status, *ids, f.difference, f.ratio)
    for k, f in enumerate(found.findings):
        ids = (json.dumps(list(f.old)), json.dumps(list(f.new)))
        _put(rows, "findings", own, k + 1, f.kind, f.text, f.weight, *ids)


def _course(rows: dict[str, list[Row]], name: str, reports: list[Any]) -> None:
    at = {s.id: f"{name}/{report.year}" for report in reports for s in report.statements}
    for k, one in enumerate(tipdiff.trends(reports)):
        what = (one.indicator, one.label, one.unit, json.dumps(dict(one.breakdown), sort_keys=True))
        _put(rows, "series", name, k, *what, one.law, one.who, one.better)
        for n, p in enumerate(one.points):
            figure = (p.year, n, p.value, p.low, p.high, p.approximation)
            flags = (p.revised, p.partial, p.carried_over, bool(p.parts))
            _put(
                rows,
                "points",
                name,
                k,
                *figure,
                at[p.statement],
                p.statement,
                p.reported_in,
                *flags,
            )
    newest = reports[-1].year
    for k, t in enumerate(tipdiff.history(reports)):
        own = f"{t.first} {t.id}"
        _put(rows, "threads", name, own, k, t.first, t.last, t.changed, t.last == newest, t.text)
        for v in t.versions:
            for n, s in enumerate(v.statements):
                _put(rows, "versions", name, own, v.year, n, f"{name}/{v.year}", s.id)
        for e in t.events:
            _put(
                rows,
                "events",
                name,
                own,
                e.year,
                e.kind,
                json.dumps(list(e.traits)),
                e.score,
                e.since,
            )
