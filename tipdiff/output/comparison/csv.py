"""A comparison as CSV: one change a row, or one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.comparison.tables import (
    COLUMNS,
    OF_FIGURES,
    rows_of_changes,
    rows_of_figures,
)
from tipdiff.output.shared.csv import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tipdiff.output.options import Options
    from tipdiff.records import Comparison

__all__ = ["comparison_csv"]


def comparison_csv(comparison: Comparison, options: Options) -> str:
    """Return a comparison as CSV with a head: one row a change, in order.

    Args:
        comparison: A comparison.
        options: Whether a row is a figure instead (``figures``).

    """
    if options.figures:
        return written(OF_FIGURES, _ticked(rows_of_figures(comparison)))
    return written(COLUMNS, _ticked(rows_of_changes(comparison.changes)))


def _ticked(rows: Iterable[list[object]]) -> Iterator[list[object]]:
    """Yield rows in which ``yes`` stands for true, and nothing for false: people read them."""
    for row in rows:
        yield [("yes" if cell else "") if isinstance(cell, bool) else cell for cell in row]
