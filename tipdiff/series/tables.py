"""Series as tidy tables: one row a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tipdiff.errors import TipdiffError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandas import DataFrame

    from tipdiff.series.records import Series

__all__ = ["COLUMNS", "rows", "to_frame"]

#: The columns of a tidy table, in order.
COLUMNS: Final = (
    "country",
    "indicator",
    "label",
    "unit",
    "breakdown",
    "year",
    "value",
    "low",
    "high",
    "approximation",
    "reported_in",
    "statement",
    "edition",
    "revised",
    "summed",
    "carried_over",
    "superseded",
    "conflicts",
)


def rows(series: Sequence[Series]) -> list[dict[str, Any]]:
    """Return one flat row for each point of some series, with the keys of ``COLUMNS``.

    ``breakdown`` is ``key=value`` joined by ``;``, ``superseded`` and ``conflicts`` are how many
    there are.
    """
    return [
        {
            "country": one.country,
            "indicator": one.indicator,
            "label": one.label,
            "unit": one.unit,
            "breakdown": ";".join(f"{key}={one.breakdown[key]}" for key in sorted(one.breakdown)),
            "year": point.year,
            "value": point.value,
            "low": point.low,
            "high": point.high,
            "approximation": point.approximation,
            "reported_in": point.reported_in,
            "statement": point.statement,
            "edition": point.edition,
            "revised": point.revised,
            "summed": bool(point.parts),
            "carried_over": point.carried_over,
            "superseded": len(point.superseded),
            "conflicts": len(point.conflicts),
        }
        for one in series
        for point in one.points
    ]


def to_frame(series: Sequence[Series]) -> DataFrame:
    """Return some series as tidy pandas: one row a point, the columns of ``COLUMNS``.

    Raises:
        TipdiffError: pandas is not installed.

    """
    try:
        import pandas as pd
    except ImportError:
        raise TipdiffError("pandas is not installed: pip install 'tipdiff[pandas]'") from None
    return pd.DataFrame(rows(series), columns=list(COLUMNS))
