"""Claims as flat rows: what their CSV and their frame hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import fields_dict

from tipdiff.records import Claim

__all__ = ["COLUMNS", "row_of_claim"]

#: The fields of a claim, by the names of its record; ``span`` is two columns of its own.
_FIELDS: Final = tuple(name for name in fields_dict(Claim) if name != "span")
#: The columns, in order.
COLUMNS: Final = (*_FIELDS, "start", "end", "statement")


def row_of_claim(claim: Claim, statement: str | None = None) -> list[object]:
    """Return a claim as a row, with the columns of ``COLUMNS``.

    Args:
        claim: The claim.
        statement: The id of its statement; what the claim's own id says if None.

    """
    values = [getattr(claim, name) for name in _FIELDS]
    return [
        *(_listed(value) if isinstance(value, Mapping) else value for value in values),
        *claim.span,
        (claim.statement or None) if statement is None else statement,
    ]


def _listed(breakdown: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in sorted(breakdown.items()))
