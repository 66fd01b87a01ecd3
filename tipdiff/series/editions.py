"""The editions of one country in order, each once: an update takes the place of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.errors import DataError
from tipdiff.reading.resent import is_sent_again
from tipdiff.reading.subject import is_update
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from tipdiff.records import Report

__all__ = ["editions"]


def editions(reports: Iterable[Report]) -> list[Report]:
    """Return the reports of one country, oldest first, whatever order they came in.

    The same report given twice counts once; a report whose cables say that they update their
    edition supersedes the others of that edition, and one sent again on the same day the first.

    Raises:
        DataError: The reports are about two countries, or one has no year.

    """
    given = sorted(reports, key=_key)
    names = {r.country.casefold(): r.country for r in given if r.country}
    if len(names) > 1:
        raise DataError(f"reports of more than one country: {', '.join(sorted(names.values()))}")
    kept: list[Report] = []
    for report in given:
        if report.year is None:
            place = report.cables[0].source if report.cables else None
            raise DataError(
                "a report without a year has no place in a series; name its file or folder"
                " by the year",
                source=place,
            )
        if kept and report == kept[-1]:
            continue
        if kept and kept[-1].year == report.year and _updates(report) > _updates(kept[-1]):
            kept = [r for r in kept if r.year != report.year]
        kept = [r for r in kept if not _is_sent_again(r, report)]
        kept.append(report)
    return kept


def _is_sent_again(earlier: Report, later: Report) -> bool:
    """Whether all cables of a report were sent again, and the later report holds them."""
    if earlier.year != later.year:
        return False
    first, second = _texts(earlier), _texts(later)
    return all(
        any(is_sent_again(one, first[one.id], other, second[other.id]) for other in later.cables)
        for one in earlier.cables
    )


def _texts(report: Report) -> Mapping[str, AbstractSet[str]]:
    """Return what the statements of each cable say, folded."""
    found: dict[str, set[str]] = {cable.id: set() for cable in report.cables}
    for statement in report.statements:
        found.setdefault(statement.id.rpartition(":")[0], set()).add(folded(statement.text))
    return found


def _updates(report: Report) -> bool:
    """Whether a report updates another one of its edition."""
    return any(c.supersedes or is_update(c.subject or "") for c in report.cables)


def _key(report: Report) -> tuple[int, bool, list[str], list[str]]:
    """Order by edition; within one, updates last, then by date, then by id."""
    return (
        report.year or 0,
        _updates(report),
        [cable.date or "" for cable in report.cables],
        [cable.id for cable in report.cables],
    )
