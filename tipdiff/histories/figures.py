"""The figures of threads: the claims of every statement, and each figure's series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from tipdiff.claims import report_claims
from tipdiff.series.followed import followed, hints, statement_series
from tipdiff.series.labels import told_apart
from tipdiff.series.mentions import mentions

if TYPE_CHECKING:
    from tipdiff.chaining.lives import Lives
    from tipdiff.claims import Indicators
    from tipdiff.records import Claim, Comparison, Report
    from tipdiff.series.mention import Mention
    from tipdiff.series.records import Series

__all__ = ["claims_of", "series_of"]

Claims = Mapping[str, tuple["Claim", ...]]
"""The claims of a report by the id of their statement; of copies, those of one."""


def claims_of(
    reports: Sequence[Report], comparisons: Sequence[Comparison], indicators: Indicators
) -> list[Claims]:
    """Return the claims of every edition.

    They stand in the comparisons already, and are not looked for again: finding them is a good part
    of the cost of comparing.

    Args:
        reports: The editions, oldest first.
        comparisons: Of each edition with the next.
        indicators: What the claims' indicators are.

    """
    if not comparisons:
        return [report_claims(report, indicators=indicators) for report in reports]
    found = [
        [pair.new for change in each.changes for pair in change.claims] for each in comparisons
    ]
    first = [pair.old for change in comparisons[0].changes for pair in change.claims]
    return [_by_statement(claims) for claims in (first, *found)]


def _by_statement(claims: Sequence[Claim | None]) -> Claims:
    of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim is not None:
            of[claim.statement].append(claim)
    return {name: tuple(sorted(own, key=lambda claim: claim.span)) for name, own in of.items()}


def series_of(
    reports: Sequence[Report],
    comparisons: Sequence[Comparison],
    lives: Lives,
    claims: Sequence[Claims],
    indicators: Indicators,
) -> dict[int, list[Series]]:
    """Return the series of the figures of each life, by the identity of its list of statements.

    Args:
        reports: The editions, oldest first.
        comparisons: Of each edition with the next.
        lives: What hangs together in them.
        claims: Their claims.
        indicators: What the figures' indicators are.

    """
    groups: dict[int, list[list[Mention]]] = defaultdict(list)
    found = mentions(reports, indicators, claims)
    for group in followed(found, comparisons, lives.beyond()):
        of: dict[int, list[Mention]] = defaultdict(list)
        for mention in (m for m in group if m.statement.row is None):  # rows have no threads
            of[id(lives.of((mention.place, mention.statement.id)))].append(mention)
        for life, own in of.items():
            groups[life].append(own)
    return {life: _told(own, indicators) for life, own in groups.items()}


def _told(groups: Sequence[Sequence[Mention]], indicators: Indicators) -> list[Series]:
    """Return the series of a thread's figures, told apart by what stands around them."""
    found = [(statement_series(group, indicators), hints(group)) for group in groups]
    named = [(one, own) for one, own in found if one is not None]
    labels = told_apart([one.label for one, _ in named], [own for _, own in named])
    return [evolve(one, label=label) for (one, _), label in zip(named, labels, strict=True)]
