"""What a reader of a comparison must know before reading it, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tipdiff.comparison.comparable import updates
from tipdiff.comparison.lost import losses

if TYPE_CHECKING:
    from tipdiff.records import Report

__all__ = ["warnings_of"]

#: Diagnostics of the reader that warn of the whole report and not of one line.
WARNED: tuple[str, ...] = ("parts", "duplicate", "truncated", "order", "edition", "unread")


def warnings_of(
    old: Report, new: Report, *, apart: int, incomparable: str | None = None
) -> tuple[str, ...]:
    """Return the warnings about comparing two reports, the gravest first.

    Args:
        old: The earlier report.
        new: The later one.
        apart: How many changes have no counterpart.
        incomparable: Why the two are no editions of one another, which is said first; None if
            they are.

    """
    cut = [*_cut(old, "old"), *_cut(new, "new")]
    lines = [*([incomparable] if incomparable else []), *_editions(old, new), *cut]
    if apart and not cut:
        lines.append(
            "the two questionnaires differ: what answers a question that the other does not ask is "
            f"counted apart ({apart})"
        )
    return tuple(dict.fromkeys(lines))


def _editions(old: Report, new: Report) -> Iterator[str]:
    if old.year is None or new.year is None:
        unknown = " and ".join(
            name for name, report in (("old", old), ("new", new)) if report.year is None
        )
        yield f"the edition of the {unknown} report is not known"
        return
    if old.year == new.year:
        if not updates(old, new):
            yield f"both reports are of the edition {new.year}"
    elif old.year > new.year:
        yield f"the old report is the later edition: {old.year} is compared with {new.year}"
    elif new.year - old.year > 1:
        yield f"the editions are {new.year - old.year} years apart: {old.year} and {new.year}"


def _cut(report: Report, which: str) -> Iterator[str]:
    if report.missing_parts:
        parts = ", ".join(map(str, report.missing_parts))
        have = ", ".join(str(c.part) for c in report.cables if c.part is not None)
        yield (
            f"the {which} report lacks part {parts} (it has part {have}): what only a missing part "
            "could hold is counted apart"
        )
    if report.truncated:
        yield f"the {which} report breaks off: what it lost is counted apart"
    if places := len(losses(report)):
        where = "one place" if places == 1 else f"{places} places"
        yield f"the {which} report lost text in {where}: what may have stood there is counted apart"
    for diagnostic in report.diagnostics:
        if any(word in diagnostic.kind for word in WARNED) and diagnostic.kind != "truncated":
            yield f"{diagnostic.source}:{diagnostic.line}: {diagnostic.message}"
