"""Figures over the years as CSV: one tidy row a point, for spreadsheets and notebooks."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from tipdiff.output.csv import cell
from tipdiff.series.tables import COLUMNS, rows

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Trends

__all__ = ["trends_csv"]


def trends_csv(trends: Trends, _options: Options) -> str:
    """Return the points of series as CSV with a head, one row each (RFC 4180, line feeds).

    What is null is empty; true and false are 1 and 0. Text that a spreadsheet would take for a
    formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row[name]) for name in COLUMNS] for row in rows(trends.series))
    return out.getvalue()


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        return cell(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return float(value) if isinstance(value, float) else int(value)
