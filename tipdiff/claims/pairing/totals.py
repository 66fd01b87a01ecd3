"""Totals and their parts, told apart between two years.

"Of this group, 70 went home" does not go on from the 118 of "of these 118, five were men". And
"party to 12 of the 13 treaties" goes on from "party to 11 treaties" with the 12, not with the 13.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdiff.records import Claim

__all__ = ["Role", "roles", "unlike"]

Role = Literal["plain", "total", "part", "whole"]
"""What a figure is to the others of its statement.

``total`` opens the statement, and its parts follow: each is a ``part``. ``whole`` is what a part
before it is of ("12 of the 13").
"""

#: What opens a statement about a group, up to the comma behind it.
_OPENING: Final = regex(r"\W*of (?:the|this|these|those|them)\b[^,;:]{0,120},", re.IGNORECASE)
#: Roles of which no figure of the first goes on as one of the second, nor the other way round.
UNLIKE: Final[tuple[tuple[Role, Role, str], ...]] = (
    ("total", "part", "Of these 118 women, most left. / Of this group of women, 70 left."),
    ("plain", "whole", "They signed 12 treaties. / They signed nine of the 13 treaties."),
)


def unlike(old: Role, new: Role) -> bool:
    """Whether two figures cannot be one thing then and now, by what they are to others."""
    return old != new and any({old, new} == {a, b} for a, b, _ in UNLIKE)


def roles(claims: Sequence[Claim], texts: Mapping[str, str]) -> list[Role]:
    """Return what each of some claims is to the others of its statement.

    Args:
        claims: Claims.
        texts: Their statements, by id.

    """
    known = {claim.id: claim for claim in claims}
    wholes = {
        claim.of
        for claim in claims
        if claim.of in known and claim.span[0] < known[claim.of].span[0] and not claim.derived
    }
    return [_role(claim, wholes, texts) for claim in claims]


def _role(claim: Claim, wholes: set[str], texts: Mapping[str, str]) -> Role:
    if claim.unit != "count":
        return "plain"
    if claim.id in wholes:
        return "whole"
    opening = _OPENING.match(texts.get(claim.statement, ""))
    if opening is None:
        return "plain"
    return "total" if claim.span[0] < opening.end() else "part"
