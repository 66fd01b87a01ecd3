"""The numeric claims of a report as CSV: one claim a row, for spreadsheets and notebooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from attrs import fields_dict

from tipdiff.output.shared.citations import heading
from tipdiff.output.shared.csv import written
from tipdiff.records import Claim

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Claims

__all__ = ["claims_csv"]

#: The columns of a claim, by the names of its record; ``span`` is two of them.
OF_CLAIM: Final = tuple(name for name in fields_dict(Claim) if name != "span")
#: The columns of its statement.
OF_STATEMENT: Final = ("start", "end", "statement", "section", "paragraph", "source", "said")


def claims_csv(given: Claims, _options: Options) -> str:
    """Return every numeric claim of a report as CSV with a head, in order of appearance.

    Columns are the fields of the record of a claim, the place of its words in the statement, and
    the statement: id, section, paragraph, source and text.
    """
    return written((*OF_CLAIM, *OF_STATEMENT), _rows(given))


def _rows(given: Claims) -> Iterator[list[object]]:
    for statement in given.report.all_statements:
        for claim in given.claims.get(statement.id, ()):
            values = [getattr(claim, name) for name in OF_CLAIM]
            yield [
                *(_listed(v) if isinstance(v, Mapping) else v for v in values),
                *claim.span,
                statement.id,
                heading(statement.section),
                statement.paragraph,
                statement.source,
                statement.text,
            ]


def _listed(breakdown: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in sorted(breakdown.items()))
