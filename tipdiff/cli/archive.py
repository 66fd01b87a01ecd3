"""``tipdiff archive``: questions to a database of all countries and years."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from tipdiff.cli.archive_build import build
from tipdiff.cli.edge import Result, options, say, write, write_all
from tipdiff.cli.paths import PATH
from tipdiff.cli.shared import is_asked, own_picture, picture_kind, with_options, written, year
from tipdiff.cli.targets import checked_target
from tipdiff.cli.told import Group
from tipdiff.errors import DataError

__all__ = ["archive"]

F = TypeVar("F", bound=Callable[..., Any])

#: The formats of answers, as ``tipdiff.archive.showing`` has them, and the names of files so made.
FORMATS: Final = ("text", "json", "csv")
#: Rows that are shown unless ``--limit`` says otherwise: some pages of a terminal.
ROWS: Final = 50
#: What a user writes for all parts of a figure.
ALL: Final = "all"

KIND = click.option(
    "--kind", metavar="KIND", help="Only one kind of report: trafficking, human-rights ..."
)
COUNTRY = click.option("--country", metavar="NAME", help="Only one country.")
LIMIT = click.option(
    "--limit",
    type=click.IntRange(0),
    default=ROWS,
    show_default=True,
    help="The most rows; 0 for all.",
)


@click.group(cls=Group)
def archive() -> None:
    """Compare every report of a folder tree, keep the results in a database, and ask it."""


archive.add_command(build)


def _answered(command: F) -> F:
    """Give a command its archive, and the options that say how the answer is written."""
    return with_options(
        click.argument("database", type=PATH, metavar="ARCHIVE"),
        written(click.Choice(FORMATS), "How the answer is written, else told by the name of FILE."),
    )(command)


@archive.command()
@_answered
@click.argument("words", nargs=-1, required=True)
@COUNTRY
@KIND
@year("--since", "Only what editions from YEAR on say.")
@LIMIT
def search(database: str, words: tuple[str, ...], limit: int, **how: Any) -> int:
    """Tell which countries' reports say WORDS, since when, and whether they still do.

    All WORDS must stand in one statement, in any of their forms ("trafficker" finds "traffickers");
    those in quotation marks next to one another: '"bonded labor"'. One row tells of a statement
    through all editions; those that have all WORDS next to one another come first.
    """
    asked = {"words": " ".join(words), **_asked(how, "country", "kind", "since")}
    return _answer("search", database, asked, limit, **how)


@archive.command()
@_answered
@COUNTRY
@KIND
@year("--since", "Only changes in editions from YEAR on.")
@year("--until", "Only changes in editions up to YEAR.")
@click.option(
    "--status",
    type=click.Choice(["new", "changed", "dropped", "unchanged"]),
    help="Only changes of one status; all but unchanged if it is not given.",
)
@click.option("--trait", metavar="TRAIT", help="Only changes with one trait: figures, moved ...")
@click.option("--about", metavar="WORDS", help="Only changes with WORDS in a statement.")
@LIMIT
def changes(database: str, limit: int, **how: Any) -> int:
    """Show what changed from one edition to the next, over all countries.

    What only tells that the other report could not hold a statement is shown with --trait
    no-counterpart.
    """
    names = ("country", "kind", "since", "until", "status", "trait", "about")
    return _answer("changes", database, _asked(how, *names), limit, **how)


@archive.command()
@_answered
@click.option(
    "--year", type=click.IntRange(1, 9999), metavar="YEAR", help="Only of editions of YEAR."
)
@COUNTRY
@KIND
@LIMIT
def findings(database: str, limit: int, **how: Any) -> int:
    """Show the most telling changes over all countries, the weightiest first."""
    return _answer("findings", database, _asked(how, "year", "country", "kind"), limit, **how)


@archive.command()
@_answered
@click.option("--indicator", metavar="ID", required=True, help="Which figure: convictions ...")
@click.option(
    "--countries", metavar="A,B,C", default="", help="Which countries; all if it is not given."
)
@KIND
@year("--since", "Only figures of YEAR and later ones.")
@click.option(
    *("--breakdown", "parts"),
    metavar="NAME=VALUE",
    multiple=True,
    help="Of which part, as sex=female; may be given again. 'all' for the whole and every part.",
)
@own_picture()
@click.pass_context
def trends(
    context: click.Context,
    /,
    database: str,
    countries: str,
    parts: tuple[str, ...],
    picture: str | None,
    **how: Any,
) -> int:
    """Show an indicator's figures over the years, country beside country.

    With --plot there is a table too if --format or -o is given.
    """
    asked = _asked(how, "indicator", "kind", "since")
    asked["countries"] = tuple(name.strip() for name in countries.split(",") if name.strip())
    if parts:
        asked["breakdown"] = ALL if parts == (ALL,) else dict(map(_part, parts))
    target = checked_target(picture, [database])
    drawn = None if target is None else (target, picture_kind(target))
    asks = is_asked(context, "form") or how["output"]
    return _answer("trends", database, asked, 0, drawn=drawn, quiet=not asks, **how)


@archive.command()
@_answered
@click.option(
    "--gravity", type=click.Choice(["failed", "warning"]), help="Only problems of one gravity."
)
@COUNTRY
@click.option("--files", "every", is_flag=True, help="Tell what was made of every file, too.")
def problems(database: str, every: bool, **how: Any) -> int:
    """Show how much an archive holds, what failed, and what a reader must know."""
    return _answer("problems", database, _asked(how, "gravity", "country"), 0, every=every, **how)


@archive.command()
@click.argument("database", type=PATH, metavar="ARCHIVE")
@click.argument("folder", type=PATH, metavar="FOLDER")
@click.option(
    *("--format", "form"),
    type=click.Choice(["parquet", "csv"]),
    default="parquet",
    show_default=True,
    help="Of the files; Parquet needs tipdiff[parquet].",
)
def export(database: str, folder: str, form: Any) -> None:
    """Write every table of an archive to a file in FOLDER, for DuckDB, pandas and others."""
    from tipdiff.archive.queries import open_archive

    with open_archive(database) as opened:
        files = opened.export(folder, form)
    say(f"{len(files)} tables are in {folder}")


def _asked(how: dict[str, Any], *names: str) -> dict[str, Any]:
    """Take what was asked out of the options of a command."""
    return {name: how.pop(name) for name in names}


def _part(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"{text!r} is not NAME=VALUE", param_hint="--breakdown")
    return name.strip(), value.strip()


def _answer(  # noqa: PLR0913 what all questions have
    question: Any,
    database: str,
    asked: dict[str, Any],
    limit: int,
    *,
    form: str,
    output: str | None,
    unpaged: bool,
    every: bool = False,
    drawn: tuple[Path, str] | None = None,
    quiet: bool = False,
) -> int:
    """Ask an archive and write what it answers."""
    from tipdiff.archive.queries import open_archive
    from tipdiff.archive.showing import Answer, shown

    target = checked_target(output, [database])
    counts: dict[str, int] = {}
    files: list[Any] = []
    with open_archive(database) as opened:
        bounds = {"limit": limit + 1} if limit else {}
        found = getattr(opened, question)(**asked, **bounds)
        if question == "search" and not found:
            _tell_near(opened.near_words(asked["words"]))
        if question == "problems":
            files = opened.files() if every else []
            held = opened.reports()
            counts = {
                "reports": len(held),
                "countries": len({report.country for report in held}),
                "failed": sum(one.gravity == "failed" for one in found),
                "warnings": sum(one.gravity == "warning" for one in found),
            }
    more = bool(limit) and len(found) > limit
    if drawn is not None:
        _draw(found, *drawn)
    if drawn is None or not quiet:
        answer = Answer(question, found[: limit or None], asked, more, counts, files)
        write(shown(answer, form, options(target)), target, paged=not unpaged)
    return 0


def _tell_near(words: dict[str, tuple[str, ...]]) -> None:
    """Tell which words no statement has, and what is near: most are only spelt otherwise."""
    for word, near in words.items():
        say(f"no statement has {word!r}" + (f"; near: {', '.join(near)}" if near else ""))


def _draw(series: list[Any], target: Path, kind: str) -> None:
    """Draw series of several countries, a line each."""
    from attrs import evolve

    from tipdiff.plots import MOST, picture

    if not series:
        raise DataError("there is no series to draw")
    # The foot names the sources of all lines, of which a picture knows the first one's.
    sources = tuple(dict.fromkeys(e for one in series[:MOST] for e in one.editions))
    lines = [
        evolve(one, label=f"{one.label}, {one.country}", editions=sources) for one in series[:MOST]
    ]
    if len(series) > MOST:
        say(f"the picture shows {MOST} of {len(series)} series; see --countries")
    title = f"{min((one.label for one in series), key=len)} by country"
    write_all([Result(picture(lines, kind, title=title), target)])
