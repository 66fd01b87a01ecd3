"""What commands have in common: the argument that names a report, and the options of all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

__all__ = ["REPORT", "common", "of_one_report", "own_indicators", "year"]

F = TypeVar("F", bound=Callable[..., Any])

#: What every argument that names a report may be; ``\b`` keeps its lines apart.
REPORT: Final = """
\b
A report is one of:
  a file with one or more cables
  a folder with all parts of one report
  - (standard input)
"""


def year(name: str, what: str) -> Callable[[F], F]:
    """Return an option that takes a year."""
    return click.option(name, type=click.IntRange(1, 9999), metavar="YEAR", help=what)


def common(command: F, *forms: str) -> F:
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


def of_one_report(command: F) -> F:
    """Give a command its one report, and the options that say what its text does not."""
    report = click.argument("report")
    edition = year("--year", "The report's edition, whatever the text says.")
    covers = year("--covers", "The calendar year most of the report is about.")
    return report(common(edition(covers(command))))


def own_indicators(command: F) -> F:
    """Give a command the option that puts a user's own indicators before the field's."""
    return click.option(
        *("--indicators", "own"),
        metavar="FILE",
        help="Put the indicators of FILE (TOML) before the field's own.",
    )(command)
