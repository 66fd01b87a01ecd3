"""What becomes of a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = ["OUTCOMES", "Outcome", "worst"]

Outcome = tuple[str, str, str | None, str | None]
"""A file's path, what was made of it, the path of what stands in its place, and why."""

#: What becomes of a file, from the best to the worst.
OUTCOMES: Final = ("read", "superseded", "near-duplicate", "duplicate", "no report", "failed")


def worst(outcomes: Iterable[Outcome]) -> dict[str, Outcome]:
    """Return one outcome for each file: the worst of its cables, and of equal ones the first."""
    told: dict[str, Outcome] = {}
    for each in outcomes:
        before = told.get(each[0])
        if before is None or OUTCOMES.index(each[1]) > OUTCOMES.index(before[1]):
            told[each[0]] = each
    return told
