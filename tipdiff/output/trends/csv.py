"""Figures over the years as CSV: one tidy row a point, for spreadsheets and notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.shared.csv import written
from tipdiff.series.tables import COLUMNS, rows

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Trends

__all__ = ["trends_csv"]


def trends_csv(trends: Trends, _options: Options) -> str:
    """Return the points of series as CSV with a head, one row each."""
    return written(COLUMNS, ([row[name] for name in COLUMNS] for row in rows(trends.series)))
