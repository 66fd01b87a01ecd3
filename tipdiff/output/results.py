"""What renderers are given: each result that a command shows, as one record of its own kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, get_args

from attrs import frozen

from tipdiff.errors import TipdiffError
from tipdiff.records import Claim, Comparison, Edition, Note, Report

if TYPE_CHECKING:
    from tipdiff.claims.scanning.no_claims import NoClaim
    from tipdiff.histories.records import Thread
    from tipdiff.series.records import Series

__all__ = [
    "KINDS",
    "Claims",
    "History",
    "Kind",
    "Result",
    "Trends",
    "edition_of",
    "kind_of",
    "result_of",
]

Kind = Literal["comparison", "report", "claims", "trends", "history"]
#: The kinds of results, one for each command.
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


@frozen
class Claims:
    """The numeric claims of a report, each statement's under its id.

    ``notes`` say what does not agree, null if that was not looked for; ``why`` says, by the id of a
    claim, why it has its indicator; ``passed`` are the numbers that are no claims,
    by the id of their statement, None if they are not told.
    """

    report: Report
    claims: Mapping[str, Sequence[Claim]]
    notes: Sequence[Note] | None = None
    why: Mapping[str, str] | None = None
    passed: Mapping[str, Sequence[NoClaim]] | None = None


@frozen
class Trends:
    """The figures of one country over the years, and the editions that were looked at.

    ``notes`` are what does not add up within one of them, where that was asked.
    """

    series: tuple[Series, ...]
    country: str | None = None
    editions: tuple[Edition, ...] = ()
    notes: tuple[Note, ...] = ()


@frozen
class History:
    """The threads of one country, and the editions that were looked at, where they are known.

    ``every`` are all threads where ``threads`` are a selection, else empty; ``warnings`` are what
    a reader must know of the editions, a line each; ``near`` are words near those that were
    looked for.
    """

    threads: tuple[Thread, ...]
    country: str | None = None
    editions: tuple[Edition, ...] = ()
    every: tuple[Thread, ...] = ()
    warnings: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    def titled(self, what: str) -> str:
        """Return a title: ``Ostrel: what``, or ``What`` where the country is not known."""
        return f"{self.country}: {what}" if self.country else what[:1].upper() + what[1:]


Result = Comparison | Report | Claims | Trends | History

_KINDS: Final[Mapping[type, Kind]] = {
    Comparison: "comparison",
    Report: "report",
    Claims: "claims",
    Trends: "trends",
    History: "history",
}


def result_of(shown: object) -> Result:
    """Return what the library gave as the result that a renderer gets.

    Args:
        shown: A result, or a ``Series``, a ``Thread``, or a sequence of one kind of these.

    Raises:
        TipdiffError: It is nothing that can be shown.

    """
    from tipdiff.histories.records import Thread
    from tipdiff.series.records import Series

    if isinstance(shown, Comparison | Report | Claims | Trends | History):
        return shown
    items = tuple(shown) if isinstance(shown, list | tuple) else (shown,)
    if items and all(isinstance(item, Series) for item in items):
        return Trends(items, items[0].country, items[0].editions)
    if items and all(isinstance(item, Thread) for item in items):
        return History(items)
    raise TipdiffError(
        f"a {type(shown).__name__} cannot be shown: only a Report, a Comparison, and Series or"
        " Threads, at least one"
    )


def edition_of(report: Report) -> Edition:
    """Return what a result says of a report that it is from."""
    return Edition(report.country, report.year, report.covers, report.missing_parts, report.cables)


def kind_of(result: Result) -> Kind:
    """Return of which kind a result is."""
    return _KINDS[type(result)]
