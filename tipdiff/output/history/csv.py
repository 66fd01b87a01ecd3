"""Histories as CSV: the rows of a view, for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.history.tables import rows_of
from tipdiff.output.shared.csv import written

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import History

__all__ = ["history_csv"]


def history_csv(history: History, options: Options) -> str:
    """Return a view as tidy CSV with a head; of threads, a row for each edition with an event.

    Raises:
        TipdiffError: There is no such view.

    """
    table, rows = rows_of(options.view, history, options.min_score)
    return written(table.columns, rows)
