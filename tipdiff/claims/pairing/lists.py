"""Lists of parts, then and now: each part goes on by its name.

"Ostrel (43), Belmora (18), Tessaly (14)" goes on as "Belmora (22), Ostrel (30)", whoever counted
them and whatever was done to them: where both years have such a list, its names pair its figures.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdiff.records import Claim

__all__ = ["by_part"]

#: So many figures with parts of one kind are a list; two may stand side by side by chance.
LEAST_LISTED: Final = 3

_Part = tuple[str, str, str]


def by_part(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """Return for the index of each new figure of a list the old one of the same part.

    Where several statements of a side hold such lists, those go on in one another that share most
    parts: the year's list, and not that of its first weeks.

    Args:
        old: The claims of the old statement or statements, in order.
        new: Those of the new.

    """
    found: dict[int, int] = {}
    pairs = [
        {theirs[part]: mine[part] for part in theirs if part in mine}
        for mine in _lists(old)
        for theirs in _lists(new)
    ]
    for pair in sorted(pairs, key=len, reverse=True):  # of equals, the one that is told first
        if found.keys().isdisjoint(pair) and set(found.values()).isdisjoint(pair.values()):
            found |= pair
    return found


def _lists(claims: Sequence[Claim]) -> list[Mapping[_Part, int]]:
    """Return each statement's lists: where each part stands, by its kind, unit and name."""
    kinds = Counter(
        (claim.statement, claim.unit, key) for claim in claims for key in claim.breakdown
    )
    lists: dict[tuple[str, str, str], dict[_Part, int]] = {}
    for index, claim in enumerate(claims):
        for key, value in claim.breakdown.items():
            kind = claim.statement, claim.unit, key
            if kinds[kind] >= LEAST_LISTED and len(claim.breakdown) == 1:
                lists.setdefault(kind, {}).setdefault((claim.unit, key, value.casefold()), index)
    return list(lists.values())
