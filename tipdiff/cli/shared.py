"""What commands have in common: the arguments that name reports, and the options of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from attrs import evolve

from tipdiff.cli.edge import say, sources
from tipdiff.cli.formats import Format
from tipdiff.errors import ReadError, TipdiffError
from tipdiff.output import offered

if TYPE_CHECKING:
    from pathlib import Path

    from tipdiff.output.results import Kind
    from tipdiff.records import Report

__all__ = [
    "REPORT",
    "REPORTS",
    "all_reports",
    "common",
    "of_one_report",
    "own_indicators",
    "picture_kind",
    "tell_unread",
    "year",
]

F = TypeVar("F", bound=Callable[..., Any])

#: What every argument that names a report may be; ``\b`` keeps its lines apart.
REPORT: Final = """
\b
A report is one of:
  a file with one or more cables
  a folder with all parts of one report
  - (standard input)
"""
#: What the arguments that name any number of reports may be.
REPORTS: Final = """
\b
A REPORT is one of:
  a file with one or more cables
  a folder with all parts of one report, or with any number of editions
  - (standard input)

Where they are about several countries, --country says which one is meant.
"""


def year(name: str, what: str) -> Callable[[F], F]:
    """Return an option that takes a year."""
    return click.option(name, type=click.IntRange(1, 9999), metavar="YEAR", help=what)


def common(kind: Kind) -> Callable[[F], F]:
    """Return what gives a command the options that all have.

    Args:
        kind: Of which kind the command's result is: that tells its formats.

    """
    forms = offered(kind)
    options = (
        click.option(
            *("--format", "form"),
            type=Format(kind, *forms),
            default=forms[0],
            show_default=True,
            help="How the result is written; installed packages may add formats.",
        ),
        click.option(
            *("--output", "-o"),
            metavar="FILE",
            help="Write to FILE, whole or not at all, and not to standard output.",
        ),
        click.option(
            *("--no-pager", "unpaged"),
            is_flag=True,
            help="Never show a long result in a pager; that is done on a terminal only.",
        ),
        click.option("--country", metavar="NAME", help="The country, whatever the texts say."),
    )

    def given(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return given


def all_reports(names: Sequence[str], country: str | None) -> list[Report]:
    """Return the reports that the arguments of a command hold, those of one country if it is named.

    A country given for reports that name one other is what they are about, whatever they say; for
    reports that name several it is which of them is meant.

    Raises:
        TipdiffError: A source cannot be read, or none of several countries is the one named.

    """
    from tipdiff.reading import read_all

    found = read_all(*sources(names))
    tell_unread(found)
    named = list(dict.fromkeys(report.country for report in found if report.country))
    if country is None or len(named) < 2:
        return found if country is None else [evolve(each, country=country) for each in found]
    wanted = country.casefold()
    if wanted not in {name.casefold() for name in named}:
        raise ReadError(f"no report is about {country}, but about {', '.join(sorted(named))}")
    return [each for each in found if (each.country or country).casefold() == wanted]


def tell_unread(reports: Iterable[Report]) -> None:
    """Say of each file of a folder or an archive that it could not be read."""
    for told in dict.fromkeys(d for report in reports for d in report.diagnostics):
        if told.kind == "unread":
            say(f"warning: {told.source}: {told.message}")


def picture_kind(target: Path) -> str:
    """Return the format of a picture by the ending of its name.

    Raises:
        TipdiffError: There is no such format.

    """
    from tipdiff.plots import FORMATS

    kind = target.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        told = ", ".join(f".{name}" for name in FORMATS)
        raise TipdiffError(f"a picture's name ends in {told}", source=str(target))
    return kind


def of_one_report(kind: Kind) -> Callable[[F], F]:
    """Return what gives a command its one report, and the options that say what its text does not.

    ``kind`` is that of :func:`common`.
    """

    def given(command: F) -> F:
        report = click.argument("report")
        edition = year("--year", "The report's edition, whatever the text says.")
        covers = year("--covers", "The calendar year most of the report is about.")
        return report(common(kind)(edition(covers(command))))

    return given


def own_indicators(command: F) -> F:
    """Give a command the option that puts a user's own indicators before the field's."""
    return click.option(
        *("--indicators", "own"),
        metavar="FILE",
        help="Put the indicators of FILE (TOML) before the field's own.",
    )(command)
