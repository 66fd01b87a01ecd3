"""The commands and their options. What a command needs is loaded when it runs, not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipdiff.cli.edge import checked_target, options, review, say, sources, write
from tipdiff.cli.trends import trends

if TYPE_CHECKING:
    from pathlib import Path

    from tipdiff.records import Report

__all__ = ["tipdiff"]

F = TypeVar("F", bound=Callable[..., Any])

#: What every argument that names a report may be; ``\b`` keeps its lines apart.
REPORT: Final = """
\b
A report is one of:
  a file with one or more cables
  a folder with all parts of one report
  - (standard input)
"""


def _year(name: str, what: str) -> Callable[[F], F]:
    return click.option(name, type=click.IntRange(1, 9999), metavar="YEAR", help=what)


def _common(command: F, *forms: str) -> F:
    """Give a command the options that all have; ``forms`` are beside text and JSON."""
    form = click.option(
        *("--format", "form"),
        type=click.Choice(["text", "json", *forms]),
        default="text",
        show_default=True,
        help="How the result is written.",
    )
    output = click.option(
        *("--output", "-o"),
        metavar="FILE",
        help="Write to FILE, whole or not at all, and not to standard output.",
    )
    country = click.option("--country", metavar="NAME", help="The country, whatever the texts say.")
    return country(form(output(command)))


def _with_pages(command: F) -> F:
    """Give a command the options that all have, and the formats of a comparison."""
    return _common(command, "html")


def _of_one_report(command: F) -> F:
    """Give a command its one report, and the options that say what its text does not."""
    report = click.argument("report")
    year = _year("--year", "The report's edition, whatever the text says.")
    covers = _year("--covers", "The calendar year most of the report is about.")
    return report(_common(year(covers(command))))


@click.group(
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="tipdiff", message="tipdiff %(version)s")
def tipdiff() -> None:
    """Tell what changed between one year's diplomatic report on a country and the next.

    Results go to standard output, all else to standard error. Every command ends with 0, or with 2
    in trouble; diff also with 1.
    """


@tipdiff.command(epilog=REPORT)
@click.argument("old")
@click.argument("new")
@click.option("--all", "everything", is_flag=True, help="Show unchanged statements too.")
@click.option("--explain", is_flag=True, help="Show why statements were taken for the same.")
@click.option("--review", "reviewed", metavar="FILE", help="Apply what a person decided (TOML).")
@click.option(
    "--review-template",
    "template",
    metavar="FILE",
    help="Also write a review file to begin with: every doubtful link as a remark.",
)
@_with_pages
@_year("--old-year", "The edition of OLD, whatever its text says.")
@_year("--new-year", "The edition of NEW, whatever its text says.")
@_year("--old-covers", "The calendar year most of OLD is about.")
@_year("--new-covers", "The calendar year most of NEW is about.")
def diff(  # noqa: PLR0913 one parameter for each option
    old: str,
    new: str,
    *,
    everything: bool,
    explain: bool,
    reviewed: str | None,
    template: str | None,
    form: str,
    output: str | None,
    country: str | None,
    old_year: int | None,
    new_year: int | None,
    old_covers: int | None,
    new_covers: int | None,
) -> int:
    """Tell what changed from report OLD to report NEW.

    Ends with 0 if nothing changed or moved, with 1 if anything differs, with 2 in trouble.
    """
    from tipdiff.comparison import compare
    from tipdiff.output import renderer
    from tipdiff.reading import read

    inputs = [old, new, *([reviewed] if reviewed else [])]
    target, started = (checked_target(name, inputs) for name in (output, template))
    given_old, given_new = sources([old, new])
    comparison = compare(
        read(given_old, country=country, year=old_year, covers=old_covers),
        read(given_new, country=country, year=new_year, covers=new_covers),
        review=review(reviewed),
        # A page opens each change's evidence, a template lists near matches.
        explain=explain or template is not None or form == "html",
    )
    shown = options(target, everything=everything, explain=explain)
    if started is not None:
        write(renderer("review")(comparison, shown), started)
    write(renderer(form)(comparison, shown), target)
    if form != "text" or target is not None:  # else they stand at the head of what was shown
        for warning in comparison.warnings:
            say(f"warning: {warning}")
    return int(comparison.differs)


@tipdiff.command(epilog=REPORT)
@_of_one_report
def show(form: str, output: str | None, **said: Any) -> None:
    """Show how REPORT was read: its header, sections, statements, and what was repaired."""
    from tipdiff.output.json import json_text
    from tipdiff.output.show import show_text
    from tipdiff.serial import to_dict

    target, report = _read(output, **said)
    text = json_text(to_dict(report)) if form == "json" else show_text(report, options(target))
    write(text, target)


@tipdiff.command(epilog=REPORT)
@_of_one_report
def claims(form: str, output: str | None, **said: Any) -> None:
    """List every numeric claim in REPORT."""
    from tipdiff.claims import report_claims
    from tipdiff.output.claims import claims_text
    from tipdiff.output.json import json_text
    from tipdiff.serial import claims_to_dict

    target, report = _read(output, **said)
    found = report_claims(report)
    if form == "json":
        text = json_text(claims_to_dict(report, found))
    else:
        text = claims_text(report, found, options(target))
    write(text, target)


def _read(output: str | None, report: str, **said: Any) -> tuple[Path | None, Report]:
    """Read the one report of a command, once its target is known to be none of its files."""
    from tipdiff.reading import read

    target = checked_target(output, [report])
    return target, read(*sources([report]), **said)


tipdiff.add_command(trends)
