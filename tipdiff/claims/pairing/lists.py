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

    Args:
        old: The claims of the old statement or statements, in order.
        new: Those of the new.

    """
    listed = _listed(old) & _listed(new)
    if not listed:
        return {}
    before, after = _parts(old, listed), _parts(new, listed)
    return {after[part]: before[part] for part in after if part in before}


def _listed(claims: Sequence[Claim]) -> set[tuple[str, str]]:
    """Return the kinds of parts, with their unit, of which a statement has a list."""
    kinds = Counter((claim.unit, key) for claim in claims for key in claim.breakdown)
    return {kind for kind, count in kinds.items() if count >= LEAST_LISTED}


def _parts(claims: Sequence[Claim], listed: set[tuple[str, str]]) -> Mapping[_Part, int]:
    """Return where each part of a list stands; one that is told twice is no part of it."""
    places: dict[_Part, list[int]] = {}
    for index, claim in enumerate(claims):
        for key, value in claim.breakdown.items():
            if (claim.unit, key) in listed and len(claim.breakdown) == 1:
                places.setdefault((claim.unit, key, value.casefold()), []).append(index)
    return {part: found[0] for part, found in places.items() if len(found) == 1}
