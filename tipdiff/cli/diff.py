"""``tipdiff diff``: what changed between two reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tipdiff.cli.edge import checked_target, indicators, options, review, say, sources, write
from tipdiff.cli.shared import REPORT, common, own_indicators, year

if TYPE_CHECKING:
    from tipdiff.comparison.selection import Selection

__all__ = ["diff"]


def _selecting(command: Any) -> Any:
    """Give a command the options that select changes."""
    for option in (
        click.option(
            "--only",
            metavar="NAME",
            multiple=True,
            help="Only changes of this status or trait; may be given again.",
        ),
        click.option(
            "--ignore",
            metavar="NAME",
            multiple=True,
            help="Take changes that are nothing but this status or trait for none, such as period.",
        ),
        click.option("--section", metavar="TEXT", help="Only under headings with TEXT in them."),
        click.option("--figures", is_flag=True, help="Only changes in which a figure changed."),
        click.option(
            "--min-change",
            "least",
            type=click.FloatRange(min=0),
            metavar="PERCENT",
            help="Only changes in which a figure moved by so many percent.",
        ),
    ):
        command = option(command)
    return command


def _formatted(command: Any) -> Any:
    """Give a command the options that all have, and the formats of a comparison."""
    return common(command, "markdown", "csv", "html")


@click.command(epilog=REPORT)
@click.argument("old")
@click.argument("new")
@click.option("--all", "everything", is_flag=True, help="Show unchanged statements too.")
@click.option("--side-by-side", "sides", is_flag=True, help="Show old and new text in two columns.")
@click.option("--explain", is_flag=True, help="Show why statements were taken for the same.")
@click.option("--review", "reviewed", metavar="FILE", help="Apply what a person decided (TOML).")
@click.option(
    "--review-template",
    "template",
    metavar="FILE",
    help="Also write a review file to begin with: every doubtful link as a remark.",
)
@own_indicators
@_selecting
@_formatted
@year("--old-year", "The edition of OLD, whatever its text says.")
@year("--new-year", "The edition of NEW, whatever its text says.")
@year("--old-covers", "The calendar year most of OLD is about.")
@year("--new-covers", "The calendar year most of NEW is about.")
def diff(  # noqa: PLR0913 one parameter for each option
    old: str,
    new: str,
    *,
    everything: bool,
    sides: bool,
    explain: bool,
    reviewed: str | None,
    template: str | None,
    own: str | None,
    form: str,
    output: str | None,
    country: str | None,
    old_year: int | None,
    new_year: int | None,
    old_covers: int | None,
    new_covers: int | None,
    **wanted: Any,
) -> int:
    """Tell what changed from report OLD to report NEW.

    Ends with 0 if nothing changed or moved, with 1 if anything differs, with 2 in trouble.
    """
    from tipdiff.comparison import compare
    from tipdiff.comparison.selection import heeded, select
    from tipdiff.output import renderer
    from tipdiff.reading import read

    chosen = _selection(form, **wanted)
    inputs = [old, new, *filter(None, (reviewed, own))]
    target, started = (checked_target(name, inputs) for name in (output, template))
    given_old, given_new = sources([old, new])
    comparison = compare(
        read(given_old, country=country, year=old_year, covers=old_covers),
        read(given_new, country=country, year=new_year, covers=new_covers),
        review=review(reviewed),
        indicators=indicators(own),
        # A page opens each change's evidence, a template lists near matches.
        explain=explain or template is not None or form == "html",
    )
    shown = options(target, everything=everything, explain=explain, sides=sides)
    if started is not None:
        write(renderer("review")(comparison, shown), started)
    write(renderer(form)(select(comparison, chosen), shown), target)
    if form != "text" or target is not None:  # else they stand at the head of what was shown
        for warning in comparison.warnings:
            say(f"warning: {warning}")
    return int(heeded(comparison, chosen.ignore).differs)


def _selection(form: str, **wanted: Any) -> Selection:
    """Return which changes are wanted; the JSON of the contract is always whole."""
    from tipdiff.comparison.selection import EVERYTHING, Selection

    chosen = Selection(**wanted)
    if form == "json" and chosen != EVERYTHING:
        raise click.UsageError("--format json is always whole: select from it by its fields")
    return chosen
