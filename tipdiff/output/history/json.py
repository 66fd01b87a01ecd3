"""A history as JSON: its threads, or another view as the rows of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.history.tables import rows_of
from tipdiff.output.json import json_text
from tipdiff.serial import history_to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import History

__all__ = ["history_json"]


def history_json(history: History, options: Options) -> str:
    """Return threads in the JSON of ``docs/contract.md``, another view as the rows of its table."""
    warnings = list(history.warnings)
    if options.view == "threads":
        data = history_to_dict(history.threads, history.country)
        return json_text({**data, "warnings": warnings})
    # All threads know the editions.
    editions = history_to_dict(history.threads[:1], history.country)["editions"]
    table, rows = rows_of(options.view, history, options.min_score)
    return json_text(
        {
            "schema": f"tipdiff/history-{options.view}/1",
            "country": history.country,
            "editions": editions,
            "warnings": warnings,
            "rows": [dict(zip(table.columns, row, strict=True)) for row in rows],
        }
    )
