"""What users call with reports, or with sources of them, which are read first."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tipdiff.arguments import expect, expect_name, expect_year, shown
from tipdiff.claims import indicators_given
from tipdiff.comparison import compare as compare_reports
from tipdiff.comparison.review import NOTHING, Review
from tipdiff.errors import DataError
from tipdiff.histories.threads import history as history_of_reports
from tipdiff.reading import read, read_all
from tipdiff.records import Report
from tipdiff.series.build import trends as trends_of_reports

if TYPE_CHECKING:
    from tipdiff.claims import Indicators
    from tipdiff.histories.records import Thread
    from tipdiff.reading.sources import Source
    from tipdiff.records import Comparison, OwnJudge
    from tipdiff.series.records import Series

__all__ = ["compare", "history", "trends"]


def compare(  # noqa: PLR0913 (what a user may say beside the reports)
    old: Report | Source,
    new: Report | Source,
    *,
    country: str | None = None,
    old_year: int | None = None,
    new_year: int | None = None,
    old_covers: int | None = None,
    new_covers: int | None = None,
    review: Review = NOTHING,
    judge: OwnJudge | None = None,
    explain: bool = False,
    indicators: Indicators | None = None,
) -> Comparison:
    """Compare two reports of one country.

    Args:
        old: The earlier report, or a source of it (see :func:`tipdiff.read`).
        new: The later one.
        country: The country of both, where the texts do not say it or are wrong, as for
            :func:`tipdiff.read`. It and the years are said of sources, which are read with them: a
            ``Report`` was read already, and one that says otherwise is refused.
        old_year: The edition of the earlier report, likewise.
        new_year: The edition of the later one.
        old_covers: The calendar year most of the earlier report is about, likewise.
        new_covers: The calendar year most of the later one is about.
        review: What a person has decided (see :func:`tipdiff.review_from_data`).
        judge: A judge of one's own for the pairs that the model doubts (``docs/judge.md``): it gets
            some :class:`tipdiff.DoubtfulPair` and gives a probability for each. Where it fails, the
            model's stays, and a warning of the comparison says so.
        explain: Whether each change says ``why``, and carries the ``evidence`` of its link, or the
            ``near`` match that was refused.
        indicators: What the figures' indicators are; the field's own if None.

    Returns:
        Every statement of either report in exactly one change, in the order of the new report;
        dropped statements after their predecessor in the old.

    Raises:
        TipdiffError: A source cannot be read, or the judge cannot be called.
        DataError: A year or a country is none, or a ``Report`` was read with another.

    """
    expect("review", review, Review, "what review_from_data gives")
    indicators_given(indicators)
    expect_name("country", country)
    years = {"old_year": old_year, "old_covers": old_covers}
    years |= {"new_year": new_year, "new_covers": new_covers}
    for name, year in years.items():
        expect_year(name, year)
    return compare_reports(
        _report(old, "old", country, old_year, old_covers),
        _report(new, "new", country, new_year, new_covers),
        review=review,
        judge=judge,
        explain=explain,
        indicators=indicators,
    )


def _report(
    given: Report | Source, side: str, country: str | None, year: int | None, covers: int | None
) -> Report:
    """Return a report, or what a source of it holds, read with what is said of it.

    Nothing is changed in a report: its ids and periods follow from what it was read as.
    """
    if not isinstance(given, Report):
        return read(given, country=country, year=year, covers=covers)
    for name, said, known in (
        ("country", country, given.country),
        (f"{side}_year", year, given.year),
        (f"{side}_covers", covers, given.covers),
    ):
        if said is not None and said != known:
            known_as = "without one" if known is None else f"as {shown(known)}"
            raise DataError(
                f"{name}: {shown(said)} is said of the {side} report, which was read {known_as}:"
                " give its source, or read it with that"
            )
    return given


def trends(
    reports: Iterable[Report | Source] | Source,
    *,
    indicators: Indicators | None = None,
    hours: bool = False,
) -> list[Series]:
    """Return the figures of one country over the years.

    Args:
        reports: Reports of one country in any order, or sources of them (see
            :func:`tipdiff.read_all`); one folder of editions will do. A report that updates its
            edition supersedes the others of that edition.
        indicators: What the indicators of figures are; the field's own if None.
        hours: Whether the hours spent on the report are among them, last.

    Returns:
        One series for each indicator and breakdown, then the figures without an indicator that
        stand in two or more editions.

    Raises:
        TipdiffError: A source cannot be read, or the reports are about two countries.

    """
    indicators_given(indicators)
    return trends_of_reports(_reports(reports), indicators=indicators, hours=hours)


def history(
    reports: Iterable[Report | Source] | Source, *, indicators: Indicators | None = None
) -> list[Thread]:
    """Return every statement's life through the editions of one country.

    Args:
        reports: Reports of one country in any order, or sources of them, as for :func:`trends`.
        indicators: What the indicators of figures are; the field's own if None.

    Returns:
        Threads: every statement of every edition is in exactly one. Those of the newest edition
        come first, in its order.

    Raises:
        TipdiffError: A source cannot be read, or the reports are about two countries.

    """
    indicators_given(indicators)
    return history_of_reports(_reports(reports), indicators=indicators)


def _reports(given: Iterable[Report | Source] | Source) -> list[Report]:
    """Return the reports among what was given, and those that the sources among it hold."""
    one = isinstance(given, str | os.PathLike) or hasattr(given, "read")
    items = [given] if one or not isinstance(given, Iterable) else list(given)
    sources = [item for item in items if not isinstance(item, Report)]
    found = [item for item in items if isinstance(item, Report)]
    return [*found, *read_all(*sources)] if sources else found
