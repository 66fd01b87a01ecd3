"""The figures of threads: the claims of every statement, and each figure's series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tipdiff.claims import field_indicators, report_claims
from tipdiff.series.followed import followed, statement_series
from tipdiff.series.mentions import mentions

if TYPE_CHECKING:
    from tipdiff.histories.lives import Lives
    from tipdiff.records import Claim, Comparison, Report
    from tipdiff.series.mentions import Mention
    from tipdiff.series.records import Series

__all__ = ["claims_of", "series_of"]

Claims = Mapping[str, tuple["Claim", ...]]
"""The claims of a report by the id of their statement; of copies, those of one."""


def claims_of(reports: Sequence[Report], comparisons: Sequence[Comparison]) -> list[Claims]:
    """Return the claims of every edition.

    They stand in the comparisons already, and are not looked for again: finding them is a good part
    of the cost of comparing.

    Args:
        reports: The editions, oldest first.
        comparisons: Of each edition with the next.

    """
    if not comparisons:
        return [report_claims(report) for report in reports]
    found = [
        [pair.new for change in each.changes for pair in change.claims] for each in comparisons
    ]
    first = [pair.old for change in comparisons[0].changes for pair in change.claims]
    return [_by_statement(claims) for claims in (first, *found)]


def _by_statement(claims: Sequence[Claim | None]) -> Claims:
    of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim is not None:
            of[claim.id.rpartition("#")[0]].append(claim)
    return {name: tuple(sorted(own, key=lambda claim: claim.span)) for name, own in of.items()}


def series_of(
    reports: Sequence[Report],
    comparisons: Sequence[Comparison],
    lives: Lives,
    claims: Sequence[Claims],
) -> dict[int, list[Series]]:
    """Return the series of the figures of each life, by the identity of its list of statements.

    Args:
        reports: The editions, oldest first.
        comparisons: Of each edition with the next.
        lives: What hangs together in them.
        claims: Their claims.

    """
    indicators = field_indicators()
    series: dict[int, list[Series]] = defaultdict(list)
    for group in followed(mentions(reports, indicators, claims), comparisons):
        of: dict[int, list[Mention]] = defaultdict(list)
        for mention in group:
            of[id(lives.of((mention.place, mention.statement.id)))].append(mention)
        for life, own in of.items():
            told = statement_series(own, indicators)
            if told is not None:
                series[life].append(told)
    return series
