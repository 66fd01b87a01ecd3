"""A comparison as CSV, one change a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.claims.told import told
from tipdiff.output.shared.citations import heading
from tipdiff.output.shared.csv import written

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, Comparison, Statement

__all__ = ["comparison_csv"]

#: The columns, in order.
COLUMNS: Final = (
    "change", "status", "traits", "reviewed", "score", "similarity", "figures",
    "old", "old section", "old paragraph", "old text",
    "new", "new section", "new paragraph", "new text",
)  # fmt: skip


def comparison_csv(comparison: Comparison, _options: Options) -> str:
    """Return a comparison as CSV with a head: one row a change, in order."""
    rows = (_row(number, change) for number, change in enumerate(comparison.changes, 1))
    return written(COLUMNS, rows)


def _row(number: int, change: Change) -> list[object]:
    figures = "; ".join(told(each) for each in change.claims if each.status != "unchanged")
    return [
        number,
        change.status,
        ", ".join(change.traits),
        "yes" if change.reviewed else "",
        change.score,
        change.similarity,
        figures,
        *_side(change.old),
        *_side(change.new),
    ]


def _side(statements: Sequence[Statement]) -> list[object]:
    if not statements:
        return ["", "", "", ""]
    paragraphs = [s.paragraph for s in statements if s.paragraph is not None]
    return [
        " + ".join(statement.id for statement in statements),
        heading(statements[0].section),
        " + ".join(map(str, dict.fromkeys(paragraphs))),
        " / ".join(dict.fromkeys(statement.text for statement in statements)),
    ]
