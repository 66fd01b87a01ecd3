"""The numeric claims of a report as text, each under its statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tipdiff.claims.told import named, quantity
from tipdiff.output.shared.citations import cited, heading
from tipdiff.output.shared.terminal import Page

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Claims
    from tipdiff.records import Claim, Section

__all__ = ["claims_text"]


def claims_text(given: Claims, options: Options) -> str:
    """Return every numeric claim of a report, under the statement that makes it.

    Args:
        given: A report with its claims.
        options: Width and styles.

    """
    report, claims, notes, why = given.report, given.claims, given.notes, given.why
    page = Page(options)
    page.line(("head", f"{report.country or '(country not known)'}, edition {report.year or '?'}"))
    current: Section | None = None
    for statement in report.all_statements:
        found = claims.get(statement.id, ())
        passed = (given.passed or {}).get(statement.id, ())
        if not (found or passed):
            continue
        if statement.section != current:
            current = statement.section
            page.rule()
            page.line(("head", heading(current)))
        page.line(statement.text, " ", ("dim", f"[{cited((statement,))}]"), indent=2)
        for claim in found:
            facts = ", ".join(_facts(claim))
            page.line(
                *(("head", quantity(claim)), f" {named(claim)}"),
                ("dim", f"  {facts}" if facts else ""),
                indent=4,
                hang=6,
            )
            if why and claim.id in why:
                page.line(("dim", why[claim.id]), indent=6, hang=8)
        if passed:
            told = ", ".join(f"{each.text} ({each.why})" for each in passed)
            page.line(("dim", f"no claim: {told}"), indent=4, hang=6)
    page.rule()
    page.line(
        f"{sum(map(len, claims.values()))} claims in "
        f"{sum(bool(found) for found in claims.values())} of {len(report.statements)} statements"
    )
    if notes is not None:
        page.rule()
        page.line(("head", "Checks"))
        for note in notes:
            page.line(f"{note.kind}: {note.message}", indent=2, hang=4)
        if not notes:
            page.line("nothing found that does not agree", indent=2)
    return page.text()


def _facts(claim: Claim) -> Iterator[str]:
    """Yield what is known of a claim beside its value and what it counts."""
    if claim.indicator:
        yield f"indicator {claim.indicator}"
    if claim.kind == "norm":
        yield "norm"
    if claim.period is not None:
        since = f"{claim.period_from}-" if claim.period_from is not None else ""
        yield f"{'stated' if claim.stated is not None else 'period'} {since}{claim.period}"
    for name, value in (
        *(("law", claim.law), ("by", claim.who), ("where", claim.where)),
        *(("part of", claim.of), ("same sum as", claim.equivalent)),
    ):
        if value:
            yield f"{name} {value}"
    if claim.derived:
        yield "derived"
