"""What commands have in common: the arguments that name reports, and the options of all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipdiff.cli.formats import Format
from tipdiff.errors import TipdiffError

if TYPE_CHECKING:
    from pathlib import Path

    from tipdiff.output.results import Kind

__all__ = ["REPORT", "REPORTS", "common", "of_one_report", "own_indicators", "picture_kind", "year"]

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
"""


def year(name: str, what: str) -> Callable[[F], F]:
    """Return an option that takes a year."""
    return click.option(name, type=click.IntRange(1, 9999), metavar="YEAR", help=what)


def common(kind: Kind, *forms: str) -> Callable[[F], F]:
    """Return what gives a command the options that all have.

    Args:
        kind: Of which kind the command's result is.
        forms: The formats of it that the help names, the first of them the default.

    """
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


def of_one_report(kind: Kind, *forms: str) -> Callable[[F], F]:
    """Return what gives a command its one report, and the options that say what its text does not.

    ``kind`` and ``forms`` are those of :func:`common`.
    """

    def given(command: F) -> F:
        report = click.argument("report")
        edition = year("--year", "The report's edition, whatever the text says.")
        covers = year("--covers", "The calendar year most of the report is about.")
        return report(common(kind, *forms)(edition(covers(command))))

    return given


def own_indicators(command: F) -> F:
    """Give a command the option that puts a user's own indicators before the field's."""
    return click.option(
        *("--indicators", "own"),
        metavar="FILE",
        help="Put the indicators of FILE (TOML) before the field's own.",
    )(command)
