"""The comparison as users call it: of reports, or of sources, which are read first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.comparison import compare as compare_reports
from tipdiff.comparison.review import NOTHING
from tipdiff.reading import read
from tipdiff.records import Report

if TYPE_CHECKING:
    from tipdiff.comparison.review import Review
    from tipdiff.reading.sources import Source
    from tipdiff.records import Comparison

__all__ = ["compare"]


def compare(
    old: Report | Source,
    new: Report | Source,
    *,
    review: Review = NOTHING,
    explain: bool = False,
) -> Comparison:
    """Compare two reports of one country.

    Args:
        old: The earlier report, or a source of it (see :func:`tipdiff.read`).
        new: The later one.
        review: What a person has decided (see :func:`tipdiff.review_from_data`).
        explain: Whether each change carries the ``evidence`` of its link, or the ``near`` match
            that was refused.

    Returns:
        Every statement of either report in exactly one change, in the order of the new report;
        dropped statements after their predecessor in the old.

    Raises:
        TipdiffError: A source cannot be read.

    """
    return compare_reports(_report(old), _report(new), review=review, explain=explain)


def _report(given: Report | Source) -> Report:
    return given if isinstance(given, Report) else read(given)
