"""The documented uses of the package, for a type checker: ``tests/typing/test_typing.py`` runs it.

Each result is assigned to the type that the documentation names; what must be refused stands below
with the error that is expected, and ``warn_unused_ignores`` fails where it is not given.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_type

from matplotlib.axes import Axes

import tipdiff
from tipdiff import archive


def reading() -> None:
    """Sources are paths, texts, open files, and lists of these."""
    assert_type(tipdiff.read("2006.txt", Path("2006b.txt"), country="Ostrel"), tipdiff.Report)
    assert_type(tipdiff.read(["a.txt", "b.txt"], year=2006, covers=2005), tipdiff.Report)
    assert_type(tipdiff.read_all("reports"), list[tipdiff.Report])
    with Path("2006.txt").open(encoding="utf-8") as file:
        report = tipdiff.read(file)
    assert_type(report.year, int | None)
    assert_type(report.statements, tuple[tipdiff.Statement, ...])


def comparing() -> None:
    """Two reports, or sources of them."""
    comparison = tipdiff.compare("old", "new", country="Ostrel", old_year=2005, new_year=2006)
    assert_type(comparison, tipdiff.Comparison)
    assert_type(tipdiff.compare(tipdiff.read("old"), Path("new"), explain=True), tipdiff.Comparison)
    assert_type(comparison.findings, tuple[tipdiff.Finding, ...])
    assert_type(comparison.summary.changed, int)
    assert_type(comparison.differs, bool)
    for change in comparison.changes:
        assert_type(change.score, float | None)
        assert_type(change.claims, tuple[tipdiff.ClaimChange, ...])
        for claim in change.claims:
            if claim.new is not None:
                assert_type(claim.new.value, float | None)
                assert_type(claim.new.breakdown, Mapping[str, str])
    assert_type(tipdiff.align(["a"], ["b"]), list[tipdiff.Link])
    assert_type(tipdiff.extract_claims("14 boats"), list[tipdiff.Claim])
    review = tipdiff.review_from_data({"link": []})
    assert_type(tipdiff.compare("old", "new", review=review), tipdiff.Comparison)


def following() -> None:
    """Figures and statements over the years."""
    reports = tipdiff.read_all("reports")
    series = tipdiff.trends(reports)
    assert_type(series, list[tipdiff.Series])
    assert_type(tipdiff.trends("reports", hours=True), list[tipdiff.Series])
    assert_type(series[0].points[0].value, float | None)
    axes = series[0].plot(color="black")
    assert_type(series[0].plot(ax=axes), Axes)
    threads = tipdiff.history(["2005.txt", "2006.txt"])
    assert_type(threads, list[tipdiff.Thread])
    assert_type(threads[0].events, tuple[tipdiff.Event, ...])


def tables() -> None:
    """Every result is flat rows."""
    comparison = tipdiff.compare("old", "new")
    assert_type(tipdiff.rows(comparison), list[dict[str, Any]])
    assert_type(tipdiff.rows(comparison, figures=True), list[dict[str, Any]])
    assert_type(tipdiff.rows(comparison.changes), list[dict[str, Any]])
    assert_type(tipdiff.rows(tipdiff.extract_claims("14 boats")), list[dict[str, Any]])
    assert_type(tipdiff.rows(tipdiff.trends("reports")), list[dict[str, Any]])
    assert_type(tipdiff.rows(tipdiff.history("reports")), list[dict[str, Any]])
    assert_type(comparison.rows(), list[dict[str, Any]])
    tipdiff.to_frame(comparison)
    tipdiff.to_frame(tipdiff.trends("reports"))
    tipdiff.trends("reports")[0].to_frame()


def writing() -> None:
    """Text and plain data."""
    comparison = tipdiff.compare("old", "new")
    assert_type(tipdiff.render(comparison), str)
    assert_type(tipdiff.render(comparison, "html", tipdiff.Options(brief=True)), str)
    assert_type(tipdiff.to_dict(comparison), dict[str, Any])
    again: tipdiff.Comparison = tipdiff.from_dict(tipdiff.to_dict(comparison))
    assert again == comparison
    try:
        tipdiff.read("nowhere.txt")
    except tipdiff.TipdiffError as error:
        assert_type(error, tipdiff.TipdiffError)


def archives() -> None:
    """A folder tree, kept."""
    with archive.open("reports.db") as held:
        assert_type(held, archive.Archive)


def refused() -> None:
    """What the types refuse."""
    tipdiff.compare("old")  # type: ignore[call-arg]
    tipdiff.compare("old", "new", old_year="2005")  # type: ignore[arg-type]
    tipdiff.read("2006.txt", year="2006")  # type: ignore[arg-type]
    tipdiff.rows(5)  # type: ignore[arg-type]
    tipdiff.align("one text", 3)  # type: ignore[arg-type]
    tipdiff.no_such_name  # type: ignore[attr-defined]  # noqa: B018
    claim = tipdiff.extract_claims("14 boats")[0]
    claim.value = 15  # type: ignore[misc]
