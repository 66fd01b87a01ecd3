"""``tipdiff history``: what became of every statement through the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from attrs import evolve

from tipdiff.cli.edge import checked_target, options, sources, write
from tipdiff.cli.shared import REPORTS, common
from tipdiff.errors import DataError
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.histories import Thread

__all__ = ["history"]


@click.command(epilog=REPORTS)
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@click.option(
    "--view",
    type=click.Choice(["threads", "blame", "renewal", "promises", "dropped"]),
    default="threads",
    show_default=True,
    help="What the text shows: all threads; the newest report with the edition each statement is"
    " from; how much of each report is new; what was intended; what was dropped.",
)
@click.option("--about", metavar="TEXT", help="Only statements that have TEXT in any edition.")
@common("history", "text", "json", "markdown", "csv", "html")
def history(  # noqa: PLR0913 one parameter for each option
    reports: tuple[str, ...],
    *,
    view: str,
    about: str | None,
    country: str | None,
    form: str,
    output: str | None,
    unpaged: bool,
) -> int:
    """Tell when each statement came, changed, went and came back.

    Each REPORT may hold several editions.
    """
    from tipdiff.histories.threads import history as threads_of
    from tipdiff.output import renderer
    from tipdiff.output.results import History, edition_of
    from tipdiff.reading import read_all
    from tipdiff.series.editions import editions

    target = checked_target(output, reports)
    read = read_all(*sources(reports))
    if country is not None:
        read = [evolve(report, country=country) for report in read]
    threads = _about(threads_of(read), about)
    name = next((r.country for r in reversed(read) if r.country), None)
    given = History(tuple(threads), name, tuple(map(edition_of, editions(read))))
    text = renderer(form, "history")(given, options(target, view=view))
    write(text, target, paged=not unpaged)
    return 0


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
