"""CSV for spreadsheets: how every table is written, and a comparison, one change a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.output.figures import told
from tipdiff.output.places import heading
from tipdiff.output.safe import visible

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, Comparison, Statement

__all__ = ["cell", "comparison_csv", "written"]

#: The columns, in order.
COLUMNS: Final = (
    "change", "status", "traits", "reviewed", "score", "similarity", "figures",
    "old", "old section", "old paragraph", "old text",
    "new", "new section", "new paragraph", "new text",
)  # fmt: skip
#: What a spreadsheet takes for a formula when a cell begins with it, also in full width (OWASP, CSV
#: injection).
FORMULAS: Final = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20", "\t", "\r")
#: Put before such a cell: spreadsheets show it as text.
HARMLESS: Final = "'"


def written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV with a head, as RFC 4180 has it: its lines end in CR and LF.

    Each value is a :func:`cell`.
    """
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return page.getvalue()


def cell(value: object) -> str:
    """Return a value as a cell.

    What is null is empty; true and false are 1 and 0; a whole number has no point. Text that a
    spreadsheet would take for a formula has an apostrophe before it.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(int(value) if float(value).is_integer() else value)
    text = visible(str(value))
    return HARMLESS + text if text.lstrip().startswith(FORMULAS) else text


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
