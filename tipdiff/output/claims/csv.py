"""The numeric claims of a report as CSV: one claim a row, for spreadsheets and notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tipdiff.output.claims.tables import COLUMNS, row_of_claim
from tipdiff.output.shared.citations import heading
from tipdiff.output.shared.csv import written

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Claims

__all__ = ["claims_csv"]

#: The columns of its statement, which only a report tells.
OF_STATEMENT: Final = ("section", "paragraph", "source", "said")


def claims_csv(given: Claims, _options: Options) -> str:
    """Return every numeric claim of a report as CSV with a head, in order of appearance.

    Columns are the fields of the record of a claim, the place of its words in the statement, and
    the statement: id, section, paragraph, source and text.
    """
    return written((*COLUMNS, *OF_STATEMENT), _rows(given))


def _rows(given: Claims) -> Iterator[list[object]]:
    for statement in given.report.all_statements:
        for claim in given.claims.get(statement.id, ()):
            yield [
                *row_of_claim(claim, statement.id),
                heading(statement.section),
                statement.paragraph,
                statement.source,
                statement.text,
            ]
