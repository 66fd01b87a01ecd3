"""Several series as one tidy table: one row a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipdiff.arguments import expect_items
from tipdiff.frames import frame
from tipdiff.series.records import COLUMNS, Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandas import DataFrame

__all__ = ["COLUMNS", "rows", "to_frame"]


def rows(series: Sequence[Series]) -> list[dict[str, Any]]:
    """Return one flat row for each point of some series, with the keys of ``COLUMNS``."""
    return [row for one in series for row in one.rows()]


def to_frame(series: Sequence[Series]) -> DataFrame:
    """Return some series as tidy pandas: one row a point, the columns of ``COLUMNS``.

    Raises:
        DataError: They are no series.
        TipdiffError: pandas is not installed.

    """
    return frame(rows(expect_items("series", series, Series, "a Series")), COLUMNS)
