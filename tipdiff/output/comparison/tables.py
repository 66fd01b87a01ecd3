"""A comparison as flat rows, one a change or one a figure: what its CSV and its frame hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.claims.told import told
from tipdiff.output.comparison.figures import figure_rows
from tipdiff.output.shared.citations import heading, joined

if TYPE_CHECKING:
    from tipdiff.output.comparison.figures import FigureRow
    from tipdiff.records import Change, ClaimChange, Comparison, Statement

__all__ = ["COLUMNS", "OF_FIGURES", "rows_of_changes", "rows_of_figures"]

#: The columns of a figure: numbers that a spreadsheet reckons with, empty where a side is a range,
#: open or missing, and the unit.
NUMBERS: Final = ("then", "now", "difference", "ratio", "unit")
#: The columns, in order; the numbers are those of the change's first figure that moved.
COLUMNS: Final = (
    "change", "status", "traits", "reviewed", "score", "similarity", "figures", *NUMBERS,
    "old", "old_section", "old_paragraph", "old_text",
    "new", "new_section", "new_paragraph", "new_text",
)  # fmt: skip
#: The columns where a row is a figure.
OF_FIGURES: Final = (
    "figure", "what", "indicator", "status", *NUMBERS, "then_in_words", "now_in_words",
    "then_of", "now_of", "scope", "linked", "both_in",
    "old", "old_section", "old_paragraph", "old_text",
    "new", "new_section", "new_paragraph", "new_text",
)  # fmt: skip


def rows_of_changes(changes: Iterable[Change]) -> Iterator[list[object]]:
    """Yield one row for each change, with the columns of ``COLUMNS``; None where it has nothing."""
    for number, change in enumerate(changes, 1):
        yield _row(number, change)


def rows_of_figures(comparison: Comparison) -> Iterator[list[object]]:
    """Yield one row for each figure worth a table, with the columns of ``OF_FIGURES``."""
    for number, row in enumerate(figure_rows(comparison), 1):
        yield _figure(number, row)


def _row(number: int, change: Change) -> list[object]:
    figures = "; ".join(told(each) for each in change.claims if each.status != "unchanged")
    moved = next((each for each in change.claims if each.status == "changed"), None)
    return [
        number,
        change.status,
        ", ".join(change.traits),
        change.reviewed,
        change.score,
        change.similarity,
        figures,
        *([None] * len(NUMBERS) if moved is None else _numbers(moved)),
        *_side(change.old),
        *_side(change.new),
    ]


def _figure(number: int, row: FigureRow) -> list[object]:
    known = row.claim.new or row.claim.old
    periods = [None if c is None else c.period for c in (row.claim.old, row.claim.new)]
    return [
        number,
        row.what,
        row.indicator or None,
        row.claim.status,
        *_numbers(row.claim),
        row.before or None,
        row.after or None,
        *periods,
        None if known is None else known.scope,
        row.linked,
        row.both or None,
        *_side([row.old] if row.old else []),
        *_side([row.new] if row.new else []),
    ]


def _numbers(claim: ClaimChange) -> list[object]:
    """Return the numeric columns of a figure."""
    known = claim.new or claim.old
    values = [None if c is None else c.value for c in (claim.old, claim.new)]
    return [*values, claim.difference, claim.ratio, None if known is None else known.unit]


def _side(statements: Sequence[Statement]) -> list[object]:
    if not statements:
        return [None] * 4
    paragraphs = [s.paragraph for s in statements if s.paragraph is not None]
    return [
        " + ".join(statement.id for statement in statements),
        heading(statements[0].section),
        " + ".join(map(str, dict.fromkeys(paragraphs))),
        joined(statements),
    ]
