"""Mentions: the figures of all editions, each with its words and what it is a point of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.claims import report_claims
from tipdiff.patterns import regex
from tipdiff.series.mention import Mention, reassigned
from tipdiff.series.scope import is_another
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tipdiff.claims import Indicators
    from tipdiff.records import Claim, Report

__all__ = ["mentions"]

#: "Four of the six", "these two countries": counts of what the reader knows already.
_KNOWN: Final = regex(r"\b(?:the|these|those|both|its|their|his|her)\s+$", re.IGNORECASE)


def mentions(
    reports: Sequence[Report],
    indicators: Indicators,
    claims: Sequence[Mapping[str, tuple[Claim, ...]]] | None = None,
) -> list[Mention]:
    """Return all figures that are about one known year, in the order of editions and of text.

    Norms with the nameless figures of their sentence, and the converted amounts of sums, are not
    among them: a penalty is no figure of a year, and a conversion drifts with the rate of
    exchange. Nor are counts of what is known already ("four of the six"), figures of one case, and
    what the text takes back.

    Args:
        reports: The editions, oldest first.
        indicators: What the figures' indicators are.
        claims: Their claims by statement, where they are known already.

    """
    if claims is None:
        claims = [report_claims(report, indicators=indicators) for report in reports]
    return list(_mentions(reports, indicators, claims))


def _mentions(
    reports: Sequence[Report],
    indicators: Indicators,
    claims_of: Sequence[Mapping[str, tuple[Claim, ...]]],
) -> Iterator[Mention]:
    seen: set[str] = set()
    for place, (report, claims) in enumerate(zip(reports, claims_of, strict=True)):
        folds = {statement.id: folded(statement.text) for statement in report.all_statements}
        order = 0
        for statement in report.all_statements:
            repeated = folds[statement.id] in seen
            legal = any(claim.kind == "norm" for claim in claims.get(statement.id, ()))
            totals = {claim.of for claim in claims.get(statement.id, ())}
            for claim in claims.get(statement.id, ()):
                told = claim.indicator is not None and claim.id not in totals
                if (legal and claim.indicator is None) or not _counts(
                    claim, statement.text, told=told
                ):
                    continue
                order += 1
                mention = Mention(
                    claim,
                    statement,
                    place,
                    order,
                    report.year,
                    _of_country(claim, indicators),
                    claim.breakdown,
                    repeated and claim.stated is None,
                    claim.value,
                    claim.low,
                    claim.high,
                )
                # What is another figure than its noun says may be followed as that.
                aside = mention.indicator is not None and is_another(mention)
                yield reassigned(mention, None, claim.breakdown) if aside else mention
        seen.update(folds.values())


def _of_country(claim: Claim, indicators: Indicators) -> str | None:
    """Return the indicator of a claim if a report has one figure of it, None for "12 beds"."""
    row = indicators.get(claim.indicator or "")
    return row.id if row is not None and row.total else None


def _counts(claim: Claim, text: str, *, told: bool) -> bool:
    """Whether a figure is one of a year; ``told`` says that "the six" may be told here first."""
    one_year = claim.period is not None and claim.period_from in {None, claim.period}
    if not one_year or claim.kind != "figure" or claim.equivalent is not None:
        return False
    if claim.retracted:
        return False
    return told or _KNOWN.search(text[: claim.span[0]]) is None
