"""What commands have in common: the arguments that name reports, and the options of all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from click.core import ParameterSource

from tipdiff.cli.edge import WIDTH, sources
from tipdiff.cli.formats import Format, by_suffix, names_of
from tipdiff.cli.paths import PATH
from tipdiff.cli.talk import busy, talking, warn
from tipdiff.errors import SourceError, TipdiffError
from tipdiff.output import offered

if TYPE_CHECKING:
    from tipdiff.output.results import Kind
    from tipdiff.records import Report

__all__ = [
    "REPORT",
    "REPORTS",
    "all_reports",
    "common",
    "is_asked",
    "of_many_reports",
    "of_one_report",
    "own_indicators",
    "own_picture",
    "picture_kind",
    "tell_unread",
    "written",
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

All are about one country; --country says which, where the texts do not.
"""
#: The last year that an option takes.
LAST_YEAR: Final = 9999
#: The narrowest text that still has room for a word and its mark, and the widest.
LEAST_WIDTH: Final = 20
MOST_WIDTH: Final = 1000


def year(name: str, what: str) -> Callable[[F], F]:
    """Return an option that takes a year."""
    return click.option(name, type=click.IntRange(1, LAST_YEAR), metavar="YEAR", help=what)


def with_options(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Return what gives a command some options, which its help shows in this order."""

    def given(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return given


def common(kind: Kind) -> Callable[[F], F]:
    """Return what gives a command the options that all have.

    Args:
        kind: Of which kind the command's result is: that tells its formats.

    """
    return with_options(
        written(
            Format(kind, *offered(kind)),
            "How the result is written, else told by the name of FILE; packages may add some.",
        ),
        click.option("--country", metavar="NAME", help="The country, whatever the texts say."),
    )


def written(form: Format | click.Choice[str], what: str) -> Callable[[F], F]:
    """Return what gives a command the options that say how its result is written, and where to.

    Args:
        form: The names of its formats, the usual one first.
        what: What the help says of them.

    """
    return with_options(
        click.option(
            *("--format", "form"),
            type=form,
            default=names_of(form)[0],
            show_default=True,
            callback=by_suffix,
            help=what,
        ),
        click.option(
            *("--output", "-o"),
            type=PATH,
            metavar="FILE",
            is_eager=True,  # read first: its name tells the format
            help="Write to FILE, whole or not at all, and not to standard output.",
        ),
        click.option(
            *("--no-pager", "unpaged"),
            is_flag=True,
            help="Never show a long result in a pager; that is done on a terminal only.",
        ),
        click.option(
            "--width",
            type=click.IntRange(LEAST_WIDTH, MOST_WIDTH),
            metavar="COLUMNS",
            expose_value=False,
            callback=_keep_width,
            help="How wide a text is; as wide as the terminal, else 100 columns, if not given.",
        ),
        talking,
    )


def _keep_width(ctx: click.Context, _param: click.Parameter, value: int | None) -> None:
    ctx.meta[WIDTH] = value


def is_asked(ctx: click.Context, name: str) -> bool:
    """Whether a call itself says what a parameter is, and no setting and no default."""
    unasked = {ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP}
    return ctx.get_parameter_source(name) not in unasked


def of_many_reports(command: F) -> F:
    """Give a command of many reports the options that say what the text of each does not."""
    options = (
        ("--year", "years", "The edition of the report at PATH, whatever its text says"),
        ("--covers", "covered", "The calendar year most of the report at PATH is about"),
    )
    for name, field, what in reversed(options):
        command = click.option(
            *(name, field),
            metavar="PATH=YEAR",
            multiple=True,
            help=f"{what}; YEAR alone if there is one REPORT. May be given again.",
        )(command)
    return command


def all_reports(
    names: Sequence[str],
    country: str | None,
    years: Sequence[str] = (),
    covers: Sequence[str] = (),
) -> list[Report]:
    """Return the reports that the arguments of a command hold.

    Args:
        names: The arguments.
        country: What they are about: it is said of those whose text says nothing, and of all if
            their texts say one country at most. It chooses none of several.
        years: Editions of single arguments, or of what folders among them hold, as ``PATH=YEAR``.
        covers: What they cover, likewise.

    Raises:
        TipdiffError: A source cannot be read, or a year is of no argument.

    """
    from tipdiff.reading.merge import group_reports, on_country, one_report
    from tipdiff.reading.parts import read_parts
    from tipdiff.reading.sources import documents

    edition, covered = _dated("--year", years, names), _dated("--covers", covers, names)
    dated = list(dict.fromkeys((*edition, *covered)))
    rest = [each for name in names for each in _without(name, dated)]
    with busy("reading"):
        parts = read_parts(documents(sources(rest))) if rest else []
        of_dated = {name: read_parts(documents(sources([name]))) for name in dated}
        if country is not None:
            every = [*parts, *(part for own in of_dated.values() for part in own)]
            told = {part.country.casefold() for part in every if part.country and not part.guessed}
            parts = on_country(parts, country, told)
            of_dated = {name: on_country(own, country, told) for name, own in of_dated.items()}
        found = group_reports(parts, country)
        for name, own in of_dated.items():
            # Ids are made of the country that is said, as in the commands of one report.
            named = country if {part.country for part in own} == {country} else None
            found.append(one_report(own, named, edition.get(name), covered.get(name)))
    tell_unread(found)
    return found


def _dated(option: str, given: Sequence[str], names: Sequence[str]) -> dict[str, int]:
    """Return years by the argument that each is of, or by the path inside one.

    Raises:
        click.BadParameter: One is no year, or of no argument.

    """
    known = {_plain(name): name for name in names}
    dated: dict[str, int] = {}
    for text in given:
        path, _, year = text.rpartition("=")
        path = path or (names[0] if len(names) == 1 else "")
        if not year.isdecimal() or not 1 <= int(year) <= LAST_YEAR:
            raise click.BadParameter(f"{text!r} ends in no year", param_hint=option)
        name = known.get(_plain(path))
        if name is None and path and any(_holds(folder, path) for folder in names):
            name = _plain(path)
        if name is None:
            told = ", ".join(names)
            raise click.BadParameter(
                f"{text!r} is of none of {told}; write PATH=YEAR", param_hint=option
            )
        dated[name] = int(year)
    return dated


def _plain(path: str) -> str:
    """Return a path without what means nothing: a slash at its end, one that is doubled."""
    return os.path.normpath(path) if path else ""


def _holds(folder: str, path: str) -> bool:
    """Whether a folder holds a path, which must be there."""
    # Not Path.exists, which raises for names that are too long for the system.
    return os.path.exists(path) and Path(folder) in Path(path).parents  # noqa: PTH110


def _without(name: str, dated: Sequence[str]) -> list[str]:
    """Return an argument, or what else its folder holds if a year is said of something in it.

    Raises:
        SourceError: That cannot be told.

    """
    if name in dated or _plain(name) in dated:
        return []
    if not any(_holds(name, path) for path in dated):
        return [name]
    try:
        inside = sorted(str(path) for path in Path(name).iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise SourceError(f"cannot be listed: {error.strerror}", source=name) from None
    return [each for path in inside for each in _without(path, dated)]


def tell_unread(reports: Iterable[Report]) -> None:
    """Say of each file of a folder or an archive that it could not be read."""
    for told in dict.fromkeys(d for report in reports for d in report.diagnostics):
        if told.kind == "unread":
            warn(f"{told.source}: {told.message}")


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
        report = click.argument("report", type=PATH)
        edition = year("--year", "The report's edition, whatever the text says.")
        covers = year("--covers", "The calendar year most of the report is about.")
        return report(common(kind)(edition(covers(command))))

    return given


def own_picture(what: str = "a picture") -> Callable[[F], F]:
    """Return what gives a command the option that draws what it tells."""
    return click.option(
        *("--plot", "picture"),
        type=PATH,
        metavar="FILE",
        help=f"Draw {what} instead: FILE.png, FILE.svg or FILE.pdf.",
    )


def own_indicators(command: F) -> F:
    """Give a command the option that puts a user's own indicators before the field's."""
    return click.option(
        *("--indicators", "own"),
        type=PATH,
        metavar="FILE",
        help="Put the indicators of FILE (TOML) before the field's own.",
    )(command)
