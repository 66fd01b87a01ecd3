"""``tipdiff history``: what became of every statement through the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from tipdiff.cli.edge import checked_targets, indicators, options, write
from tipdiff.cli.shared import (
    REPORTS,
    all_reports,
    common,
    of_many_reports,
    own_indicators,
    picture_kind,
)
from tipdiff.errors import DataError
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tipdiff.histories import Thread
    from tipdiff.output.results import History

__all__ = ["history"]


@click.command(epilog=REPORTS)
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
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
    help="Only statements that have TEXT in any edition, with what each edition says.",
)
@click.option("--all", "everything", is_flag=True, help="Show what each edition says.")
@click.option(
    *("--plot", "picture"),
    metavar="FILE",
    help="Draw how much of each report is new instead: FILE.png, FILE.svg or FILE.pdf.",
)
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
    threads = _about(threads_of(read, indicators=indicators(own)), about)
    name = next((r.country for r in reversed(read) if r.country), None)
    given = History(tuple(threads), name, tuple(map(edition_of, editions(read))))
    if drawn is not None:
        _draw(given, drawn, kind)
    asked = any(
        context.get_parameter_source(name) is not ParameterSource.DEFAULT
        for name in ("view", "form", "output")
    )
    if drawn is None or asked:
        shown = options(target, view=view, all=everything or about is not None)
        write(renderer(form, "history")(given, shown), target, paged=not unpaged)
    return 0


def _draw(history: History, target: Path, kind: str) -> None:
    from tipdiff.cli.edge import write_bytes
    from tipdiff.plots import renewal_picture

    data = renewal_picture(history.threads, kind, history.editions)
    write_bytes(data, target)


def _about(threads: Sequence[Thread], text: str | None) -> list[Thread]:
    """Return the threads that have a text in any of their versions.

    Raises:
        DataError: There is none.

    """
    if text is None:
        return list(threads)
    sought = folded(text)
    found = [t for t in threads if any(sought in folded(v.text) for v in t.versions)]
    if not found:
        raise DataError(f"no statement of any edition has {text!r} in it")
    return found
