"""The figures that moved, as the small chart that opens the page: a bar for then, a bar for now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.comparison.findings.features import far, is_moved, tells
from tipdiff.output.comparison.figures import figure_rows
from tipdiff.output.shared.safe import visible
from tipdiff.series.figure_words import level

if TYPE_CHECKING:
    from tipdiff.output.comparison.figures import FigureRow
    from tipdiff.records import Claim, Comparison

__all__ = ["LENGTH", "MOST", "Bars", "bars_of"]

#: Figures of the chart, at most: with them it fits beside the first findings on a first screen.
MOST: Final = 6
#: Length of the longer bar of a figure, in units of the drawing.
LENGTH: Final = 100.0


@frozen
class Bars:
    """A figure that moved.

    Attributes:
        what: What is counted.
        old: The figure then, in words, with its year where the report covers another.
        new: The figure now, likewise.
        before: Length of the bar of then, from 0 to :data:`LENGTH`.
        after: Length of the bar of now.
        target: The id of its change on the page.

    """

    what: str
    old: str
    new: str
    before: float
    after: float
    target: str


def bars_of(comparison: Comparison, ids: Mapping[int, str]) -> tuple[Bars, ...]:
    """Return the figures that moved: those of the findings first, then those of an indicator.

    Of one finding the total comes before its parts, then what moved farthest.
    Each figure has a scale of its own, since victims and sums of money have none in common.
    Figures that tell of the report and not of the country, such as hours, are none of them, and
    neither are figures that were none or nothing then and now.
    """
    rank = {
        name: place
        for place, finding in enumerate(comparison.findings)
        for name in (*finding.old, *finding.new)
    }
    homes = {s.id: ids[id(c)] for c in comparison.changes for s in (*c.old, *c.new)}

    def order(row: FigureRow) -> tuple[int, bool, bool, float]:
        said = [s.id for s in (row.new, row.old) if s is not None]
        found = min((rank[name] for name in said if name in rank), default=len(rank))
        claim = row.claim.new or row.claim.old
        return found, not row.indicator, bool(claim and claim.breakdown), -far(row.claim)

    bars: dict[tuple[str, str, str], Bars] = {}
    for row in sorted(figure_rows(comparison), key=order):
        sizes = _size(row.claim.old), _size(row.claim.new)
        home = next((homes[s.id] for s in (row.new, row.old) if s and s.id in homes), None)
        if not (is_moved(row.claim) and tells(row.claim)) or None in sizes or home is None:
            continue
        before, after = (size or 0.0 for size in sizes)
        unit = LENGTH / (max(before, after) or 1.0)
        told = visible(row.what), visible(row.dated_before), visible(row.dated_after)
        bars.setdefault(told, Bars(*told, round(before * unit, 1), round(after * unit, 1), home))
        if len(bars) == MOST:
            break
    return tuple(bars.values())


def _size(claim: Claim | None) -> float | None:
    """Return a size that a bar can have: none is below nothing."""
    size = None if claim is None else level(claim)
    return None if size is None or size < 0 else float(size)
