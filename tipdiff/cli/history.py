"""``tipdiff history``: what became of every statement through the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from attrs import evolve

from tipdiff.cli.edge import checked_target, options, sources, write
from tipdiff.cli.trends import REPORTS
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
@click.option("--country", metavar="NAME", help="The country, whatever the texts say.")
@click.option(
    *("--format", "form"),
    type=click.Choice(["text", "json", "markdown", "csv"]),
    default="text",
    show_default=True,
    help="How the result is written.",
)
@click.option(
    *("--output", "-o"),
    metavar="FILE",
    help="Write to FILE, whole or not at all, and not to standard output.",
)
def history(  # noqa: PLR0913 one parameter for each option
    reports: tuple[str, ...],
    *,
    view: str,
    about: str | None,
    country: str | None,
    form: str,
    output: str | None,
) -> int:
    """Tell when each statement came, changed, went and came back.

    Each REPORT may hold several editions.
    """
    from tipdiff.histories.threads import history as threads_of
    from tipdiff.reading import read_all

    target = checked_target(output, reports)
    read = read_all(*sources(reports))
    if country is not None:
        read = [evolve(report, country=country) for report in read]
    threads = _about(threads_of(read), about)
    name = next((r.country for r in reversed(read) if r.country), None) or "(country not known)"
    if form == "json":
        from tipdiff.output.json import json_text
        from tipdiff.serial import history_to_dict

        text = json_text(history_to_dict(threads, name))
    elif form == "markdown":
        from tipdiff.output.history_markdown import history_markdown

        text = history_markdown(threads, name)
    elif form == "csv":
        from tipdiff.output.history_markdown import history_csv

        text = history_csv(threads)
    else:
        from tipdiff.output.history_text import history_text

        text = history_text(threads, view, name, options(target))
    write(text, target)
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
