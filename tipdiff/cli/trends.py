"""``tipdiff trends``: figures over the years as a table, as data, or as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tipdiff.cli.edge import Result, indicators, options, say, write_all
from tipdiff.cli.paths import PATH
from tipdiff.cli.shared import (
    REPORTS,
    all_reports,
    common,
    is_asked,
    of_many_reports,
    own_indicators,
    own_picture,
    picture_kind,
)
from tipdiff.cli.talk import busy
from tipdiff.cli.targets import checked_targets
from tipdiff.cli.told import Command
from tipdiff.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdiff.claims import Indicators
    from tipdiff.records import Note, Report
    from tipdiff.series.records import Series

__all__ = ["trends"]

#: The views, and what chooses their series.
VIEWS: Final = {"series": None, "moved": "moved", "revised": "revised"}


@click.command(cls=Command, epilog=REPORTS)
@click.argument("reports", type=PATH, metavar="REPORT...", nargs=-1, required=True)
@click.option(
    *("--series", "wanted"),
    metavar="TEXT",
    multiple=True,
    help="Only series whose label or indicator has TEXT in it; may be given again.",
)
@own_picture()
@click.option(
    "--view",
    type=click.Choice(list(VIEWS)),
    default="series",
    show_default=True,
    help="Which series: all; those that moved on the year before, the farthest first; those that a"
    " later report revised.",
)
@of_many_reports
@own_indicators
@common("trends")
@click.pass_context
def trends(  # noqa: PLR0913 one parameter for each option
    context: click.Context,
    reports: tuple[str, ...],
    *,
    wanted: tuple[str, ...],
    view: str,
    picture: str | None,
    own: str | None,
    years: tuple[str, ...],
    covered: tuple[str, ...],
    country: str | None,
    form: str,
    output: str | None,
    unpaged: bool,
) -> int:
    """Show the figures of one country over the years.

    Each REPORT may hold several editions; the later report's figure for a year counts, and what
    earlier ones gave is kept. With --plot there is a table too if --format or -o is given.
    """
    from tipdiff.output import renderer
    from tipdiff.output.results import Trends, edition_of
    from tipdiff.series.build import trends as trends_of
    from tipdiff.series.editions import editions

    target, drawn = checked_targets(output, picture, [*reports, *([own] if own else [])])
    kind = "" if drawn is None else picture_kind(drawn)
    read = all_reports(reports, country, years, covered)
    # Whoever asks for series by name may ask for the hours spent on the report.
    with busy(f"following the figures of {sum(len(each.statements) for each in read)} statements"):
        found = trends_of(read, indicators=indicators(own), hours=bool(wanted))
    series = _viewed(_chosen(found, wanted), view)
    picture_of = [] if drawn is None else [Result(_drawn(series, kind), drawn)]
    asked = is_asked(context, "form")
    told = []
    if drawn is None or asked or output is not None:
        looked_at = tuple(map(edition_of, editions(read)))
        name = next((each.country for each in reversed(looked_at) if each.country), None)
        given = Trends(tuple(series), name, looked_at, _notes(editions(read), indicators(own)))
        text = renderer(form, "trends")(given, options(target, view=view))
        told = [Result(text, target, paged=not unpaged)]
    write_all([*told, *picture_of])
    return 0


def _notes(editions: Iterable[Report], known: Indicators | None) -> tuple[Note, ...]:
    """Return what does not add up within an edition; a summary's other figure is with its point."""
    from tipdiff.checks import check_report
    from tipdiff.claims import report_claims

    return tuple(
        note
        for edition in editions
        for note in check_report(edition, report_claims(edition, indicators=known))
        if note.kind != "summary"
    )


def _viewed(series: Sequence[Series], view: str) -> list[Series]:
    """Return the series of a view; there may be none."""
    from tipdiff.series import selection

    choose = VIEWS[view]
    return list(series) if choose is None else list(getattr(selection, choose)(series))


def _chosen(series: Sequence[Series], wanted: Sequence[str]) -> list[Series]:
    """Return the series that were asked for.

    Raises:
        DataError: There is none of them.

    """
    texts = [text.casefold() for text in wanted]
    chosen = [
        one
        for one in series
        if not texts
        or any(text in f"{one.label}\n{one.indicator or ''}".casefold() for text in texts)
    ]
    if texts and not chosen:
        raise DataError(f"no series is called {' or '.join(map(repr, wanted))}")
    return chosen


def _drawn(series: Sequence[Series], kind: str) -> bytes:
    """Draw the series that have most to show, and say so if some are left out."""
    from tipdiff.plots import MOST, choice, picture

    shown = choice(series)
    if not shown:
        raise DataError("there is no series to draw")
    if len(shown) < len(series):
        what = f"the first {MOST}" if len(shown) == MOST else f"the {len(shown)} with a course"
        say(f"the picture shows {what} of {len(series)} series; see --series")
    return picture(shown, kind)
