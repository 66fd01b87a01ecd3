"""``tipdiff trends``: figures over the years as a table, as data, or as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click
from attrs import evolve

from tipdiff.cli.edge import checked_target, indicators, options, say, sources, write
from tipdiff.cli.shared import own_indicators
from tipdiff.errors import DataError, TipdiffError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tipdiff.records import Report
    from tipdiff.series.records import Series

__all__ = ["trends"]

#: What the arguments may be; ``\b`` keeps its lines apart.
REPORTS: Final = """
\b
A REPORT is one of:
  a file with one or more cables
  a folder with all parts of one report, or with any number of editions
  - (standard input)
"""


@click.command(epilog=REPORTS)
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@click.option(
    *("--series", "wanted"),
    metavar="TEXT",
    multiple=True,
    help="Only series whose label or indicator has TEXT in it; may be given again.",
)
@click.option(
    *("--plot", "picture"),
    metavar="FILE",
    help="Draw a picture instead: FILE.png, FILE.svg or FILE.pdf.",
)
@own_indicators
@click.option("--country", metavar="NAME", help="The country, whatever the texts say.")
@click.option(
    *("--format", "form"),
    type=click.Choice(["text", "json", "csv"]),
    default=None,
    help="How the result is written.  [default: text]",
)
@click.option(
    *("--output", "-o"),
    metavar="FILE",
    help="Write to FILE, whole or not at all, and not to standard output.",
)
def trends(  # noqa: PLR0913 one parameter for each option
    reports: tuple[str, ...],
    *,
    wanted: tuple[str, ...],
    picture: str | None,
    own: str | None,
    country: str | None,
    form: str | None,
    output: str | None,
) -> int:
    """Show the figures of one country over the years.

    Each REPORT may hold several editions; the later report's figure for a year counts, and what
    earlier ones gave is kept. With --plot there is a table too if --format or -o is given.
    """
    from tipdiff.reading import read_all
    from tipdiff.series.build import trends as trends_of
    from tipdiff.series.editions import editions

    target, drawn = (
        checked_target(name, [*reports, *([own] if own else [])]) for name in (output, picture)
    )
    read = read_all(*sources(reports))
    if country is not None:
        read = [evolve(report, country=country) for report in read]
    series = _chosen(trends_of(read, indicators=indicators(own)), wanted)
    if drawn is not None:
        _draw(series, drawn)
    if picture is None or form is not None or output is not None:
        write(_written(series, editions(read), form or "text", target), target)
    return 0


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


def _written(
    series: Sequence[Series], reports: Sequence[Report], form: str, target: Path | None
) -> str:
    from tipdiff.records import Edition

    country = next((r.country for r in reversed(reports) if r.country), None)
    looked_at = [Edition(r.country, r.year, r.covers, r.missing_parts, r.cables) for r in reports]
    if form == "json":
        from tipdiff.output.json import json_text
        from tipdiff.serial import trends_to_dict

        return json_text(trends_to_dict(series, country, looked_at))
    if form == "csv":
        from tipdiff.output.trends_csv import trends_csv

        return trends_csv(series)
    from tipdiff.output.trends_text import trends_text

    return trends_text(series, country, looked_at, options(target))


def _draw(series: Sequence[Series], target: Path) -> None:
    """Draw the series that have most to show, and say so if some are left out."""
    from tipdiff.cli.edge import write_bytes
    from tipdiff.plots import FORMATS, MOST, choice, picture

    kind = target.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise TipdiffError(
            f"a picture's name ends in {', '.join(f'.{name}' for name in FORMATS)}",
            source=str(target),
        )
    shown = choice(series)
    if not shown:
        raise DataError("there is no series to draw")
    if len(shown) < len(series):
        say(
            f"the picture shows {len(shown)} of {len(series)} series (at most {MOST}); see --series"
        )
    write_bytes(picture(shown, kind), target)
