"""``tipdiff claims``: every numeric claim in a report, its indicator, and what does not agree."""

from __future__ import annotations

from typing import Any

import click

from tipdiff.cli.edge import indicators, options, sources, write
from tipdiff.cli.shared import REPORT, of_one_report, own_indicators, tell_unread
from tipdiff.cli.targets import checked_target
from tipdiff.cli.told import Command

__all__ = ["claims"]


@click.command(cls=Command, epilog=REPORT)
@of_one_report("claims")
@own_indicators
@click.option("--check", is_flag=True, help="Also tell which figures do not agree with each other.")
@click.option(
    "--explain",
    is_flag=True,
    help="Show why each claim has its indicator, or none, and why each other number is no claim.",
)
def claims(  # noqa: PLR0913 one parameter for each option
    report: str,
    *,
    check: bool,
    explain: bool,
    own: str | None,
    form: str,
    output: str | None,
    unpaged: bool,
    **said: Any,
) -> None:
    """List every numeric claim in REPORT."""
    from tipdiff.checks import check_report
    from tipdiff.claims import field_indicators, no_claims, report_claims
    from tipdiff.output import renderer
    from tipdiff.output.results import Claims
    from tipdiff.reading import read

    target = checked_target(output, [report, *([own] if own else [])])
    known = indicators(own) or field_indicators()
    given = read(*sources([report]), **said)
    tell_unread([given])
    found = report_claims(given, indicators=known)
    notes = check_report(given, found) if check else None
    texts = {statement.id: statement.text for statement in given.all_statements}
    why = {
        claim.id: known.explain(claim, texts[place])
        for place, each in found.items()
        for claim in (each if explain else ())
    }
    passed = (
        {place: no_claims(text, found.get(place, ())) for place, text in texts.items()}
        if explain
        else None
    )
    shown = Claims(given, found, notes, why, passed)
    text = renderer(form, "claims")(shown, options(target))
    write(text, target, paged=not unpaged)
