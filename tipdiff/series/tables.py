"""Series as a tidy table: one row a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.series.records import Series

__all__ = ["COLUMNS", "rows"]

#: The columns of a tidy table, in order.
COLUMNS: Final = (
    "country",
    "indicator",
    "label",
    "unit",
    "breakdown",
    "law",
    "who",
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
    "partial",
    "superseded",
    "conflicts",
)


def rows(series: Sequence[Series]) -> list[dict[str, Any]]:
    """Return one flat row for each point of some series, with the keys of ``COLUMNS``.

    ``breakdown`` is ``key=value`` joined by ``;``, ``superseded`` and ``conflicts`` are how many
    there are.
    """
    return [row for one in series for row in _points(one)]


def _points(one: Series) -> list[dict[str, Any]]:
    breakdown = ";".join(f"{key}={one.breakdown[key]}" for key in sorted(one.breakdown))
    return [
        {
            "country": one.country,
            "indicator": one.indicator,
            "label": one.label,
            "unit": one.unit,
            "breakdown": breakdown,
            "law": one.law,
            "who": one.who,
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
            "partial": point.partial,
            "superseded": len(point.superseded),
            "conflicts": len(point.conflicts),
        }
        for point in one.points
    ]
