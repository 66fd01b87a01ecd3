"""``tipdiff history``: what became of every statement through the editions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import click

from tipdiff.cli.edge import Result, indicators, options, write_all
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
from tipdiff.cli.talk import busy, warn
from tipdiff.cli.targets import checked_targets
from tipdiff.cli.told import Command

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.histories import Thread
    from tipdiff.output.results import History
    from tipdiff.records import Report

__all__ = ["history"]


@click.command(cls=Command, epilog=REPORTS)
@click.argument("reports", type=PATH, metavar="REPORT...", nargs=-1, required=True)
@click.option(
    "--view",
    type=click.Choice(["threads", "blame", "renewal", "carried", "promises", "dropped"]),
    default="threads",
    show_default=True,
    help="What is told: all threads; the newest report with the edition each statement is from; how"
    " much of each report is new; what stood word for word the longest; what was intended and what"
    " became of it; what was dropped.",
)
@click.option(
    "--about",
    metavar="TEXT",
    help="Only statements that have the words of TEXT, in any form and order, in any edition, with"
    " what each edition says.",
)
@click.option("--all", "everything", is_flag=True, help="Show what each edition says.")
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=0.6,
    show_default=True,
    help="The probability from which a link is sure; another is marked, and stays out of blame and"
    " of what became of promises.",
)
@own_picture("how much of each report is new")
@of_many_reports
@own_indicators
@common("history")
@click.pass_context
def history(  # noqa: PLR0913 one parameter for each option
    context: click.Context,
    reports: tuple[str, ...],
    *,
    view: str,
    about: str | None,
    everything: bool,
    min_score: float,
    picture: str | None,
    own: str | None,
    years: tuple[str, ...],
    covered: tuple[str, ...],
    country: str | None,
    form: str,
    output: str | None,
    unpaged: bool,
) -> int:
    """Tell when each statement came, changed, went and came back.

    Each REPORT may hold several editions. With --plot there is a text too if --view, --format or -o
    is given.
    """
    from tipdiff.histories.threads import history as threads_of
    from tipdiff.output import renderer
    from tipdiff.output.results import History, edition_of
    from tipdiff.series.editions import editions

    target, drawn = checked_targets(output, picture, [*reports, *([own] if own else [])])
    kind = "" if drawn is None else picture_kind(drawn)
    read = all_reports(reports, country, years, covered)
    with busy(f"following {sum(len(each.statements) for each in read)} statements"):
        every = threads_of(read, indicators=indicators(own))
    threads = _about(every, about)
    name = next((r.country for r in reversed(read) if r.country), None)
    ordered = editions(read)
    given = History(
        tuple(threads),
        name,
        tuple(map(edition_of, ordered)),
        tuple(every),
        tuple(dict.fromkeys(w for pair in pairwise(ordered) for w in _warnings(*pair, every))),
        _near(every, about),
    )
    picture_of = [] if drawn is None else [Result(_drawn(given, kind), drawn)]
    asked = any(is_asked(context, name) for name in ("view", "form", "output"))
    told = []
    if drawn is None or asked:
        full = everything or about is not None
        shown = options(target, view=view, all=full, min_score=min_score)
        told = [Result(renderer(form, "history")(given, shown), target, paged=not unpaged)]
    write_all([*told, *picture_of])
    if not told or target is not None or form == "csv":  # else they stand at the head of the text
        for warning in given.warnings:
            warn(warning)
    return 0


def _drawn(history: History, kind: str) -> bytes:
    from tipdiff.plots import renewal_picture

    return renewal_picture(history.threads, kind, history.editions)


def _warnings(old: Report, new: Report, threads: Sequence[Thread]) -> Iterator[str]:
    """Yield what a reader must know of two successive editions."""
    from tipdiff.comparison.warnings import warnings_of

    apart = sum(event.is_apart for t in threads for event in t.events if event.year == new.year)
    for warning in warnings_of(old, new, apart=apart):
        yield f"{old.year} and {new.year}: {warning}"


def _about(threads: Sequence[Thread], text: str | None) -> list[Thread]:
    """Return the threads about a text, those that are most about it first."""
    from tipdiff.histories.about import about

    return list(threads) if text is None else about(threads, text)


def _near(threads: Sequence[Thread], text: str | None) -> tuple[str, ...]:
    """Return words of the editions that are near those looked for."""
    from tipdiff.histories.about import near_words

    return () if text is None else tuple(near_words(threads, text))
