"""``tipdiff diff``: what changed between two reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from tipdiff.cli.edge import (
    Result,
    indicators,
    needs_a_file,
    options,
    review,
    sources,
    write_all,
)
from tipdiff.cli.judging import judging, own_judge
from tipdiff.cli.paths import PATH
from tipdiff.cli.shared import REPORT, common, own_indicators, with_options, year
from tipdiff.cli.talk import busy, warn
from tipdiff.cli.targets import checked_targets
from tipdiff.cli.told import Command
from tipdiff.errors import TipdiffError

if TYPE_CHECKING:
    from tipdiff.comparison.selection import Selection

__all__ = ["diff"]

#: Formats that show evidence only where it is asked for. The page opens each change's; what an
#: installed format shows is its own affair.
WITHOUT_EVIDENCE: Final = {"text", "json", "markdown", "csv", "docx"}
#: Formats in which ``--figures`` is a table. What another shows, are changes in which one changed.
TABLED: Final = frozenset({"text", "markdown", "csv", "docx"})
#: What a selection may name that is a count where nothing is selected.
FOLDED: Final = frozenset({"unchanged", "moved", "garbled", "no-counterpart"})


class _Percent(click.FloatRange):
    """A share in percent, with or without its sign: 50, 50%."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        text: Any = str(value).strip().removesuffix("%").strip()
        return super().convert(text, param, ctx)


class _Diff(Command):
    """A command whose ``--explain`` takes a word only behind an equals sign: none is ``plain``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        end = args.index("--") if "--" in args else len(args)
        options = ["--explain=plain" if each == "--explain" else each for each in args[:end]]
        return super().parse_args(ctx, [*options, *args[end:]])


def _selecting(command: Any) -> Any:
    """Give a command the options that select changes."""
    options = (
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
        click.option(
            "--figures",
            is_flag=True,
            help="The figures then and now, as a table; with html the changes that hold them.",
        ),
        click.option(
            "--min-change",
            "least",
            type=_Percent(min=0),
            metavar="PERCENT",
            help="Only figures that moved by so many percent.",
        ),
    )
    return with_options(*options)(command)


@click.command(cls=_Diff, epilog=REPORT)
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option(
    "--all", "everything", is_flag=True, help="Open what is folded: show every statement whole."
)
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Also show what is unchanged up to N statements away from a change.",
)
@click.option("--brief", is_flag=True, help="Only the findings: one page to hand on.")
@click.option("--side-by-side", "sides", is_flag=True, help="Show old and new text in two columns.")
@click.option(
    "--explain",
    type=click.Choice(["plain", "full"]),
    help="Show why statements were taken for the same, or were not, in plain words; with"
    " --explain=full also what each kind of evidence weighed.",
)
@click.option(
    "--review", "reviewed", type=PATH, metavar="FILE", help="Apply what a person decided (TOML)."
)
@click.option(
    "--review-template",
    "template",
    type=PATH,
    metavar="FILE",
    help="Also write a review file to begin with: every doubtful link as a remark.",
)
@own_judge
@own_indicators
@_selecting
@common("comparison")
@year("--old-year", "The edition of OLD, whatever its text says.")
@year("--new-year", "The edition of NEW, whatever its text says.")
@year("--old-covers", "The calendar year most of OLD is about.")
@year("--new-covers", "The calendar year most of NEW is about.")
def diff(  # noqa: PLR0913 one parameter for each option
    old: str,
    new: str,
    *,
    everything: bool,
    context: int,
    brief: bool,
    sides: bool,
    explain: str | None,
    reviewed: str | None,
    template: str | None,
    judge: str | None,
    judge_cache: str | None,
    judge_timeout: float | None,
    own: str | None,
    form: str,
    output: str | None,
    unpaged: bool,
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
    from attrs import evolve

    from tipdiff.comparison import compare
    from tipdiff.comparison.selection import heeded, select
    from tipdiff.output import is_binary, renderer
    from tipdiff.output.comparison.outline import surrounded
    from tipdiff.reading import read

    tabled = bool(wanted["figures"]) and form in TABLED
    chosen = _selection(form, **wanted)
    if tabled:  # a table holds figures that stayed, too
        chosen = evolve(chosen, figures=False)
    inputs = [old, new, *filter(None, (reviewed, own))]
    target, started = checked_targets(output, template, inputs)
    if started is not None and started.exists():
        raise TipdiffError("exists already, and may hold a review", source=template)
    if is_binary(form):
        needs_a_file(form, target)
    given_old, given_new = sources([old, new])
    targets = [str(path) for path in (target, started) if path is not None]
    with judging(judge, judge_cache, judge_timeout, [*inputs, *targets]) as asked:
        with busy("reading"):
            was = read(given_old, country=country, year=old_year, covers=old_covers)
            now = read(given_new, country=country, year=new_year, covers=new_covers)
        with busy(f"comparing {len(was.statements)} and {len(now.statements)} statements"):
            comparison = compare(
                was,
                now,
                review=review(reviewed),
                judge=asked,
                indicators=indicators(own),
                explain=explain is not None or template is not None or form not in WITHOUT_EVIDENCE,
            )
    shown = options(
        target,
        # Whoever asks for what is else folded wants to see it, not its number.
        all=everything or not FOLDED.isdisjoint(chosen.only),
        explain=explain is not None,
        evidence=explain == "full",
        sides=sides,
        context=context,
        brief=brief,
        figures=tabled,
    )
    selected = surrounded(comparison, select(comparison, chosen), context)
    results = [Result(renderer(form)(selected, shown), target, paged=not unpaged)]
    if started is not None:
        results.append(Result(renderer("review")(comparison, shown), started))
    write_all(results)
    if form != "text" or target is not None:  # else they stand at the head of what was shown
        for warning in comparison.warnings:
            warn(warning)
    return int(heeded(comparison, chosen.ignore).differs)


def _selection(form: str, **wanted: Any) -> Selection:
    """Return which changes are wanted; the JSON of the contract is always whole."""
    from tipdiff.comparison.selection import EVERYTHING, Selection

    chosen = Selection(**wanted)
    if form == "json" and chosen != EVERYTHING:
        raise click.UsageError("--format json is always whole: select from it by its fields")
    return chosen
