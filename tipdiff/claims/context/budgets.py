"""What a budget gives every year: in a report of March that is this year's budget, not the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.claims.context.frame import framed
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.records import Claim

__all__ = ["in_force"]

#: A budget in the present tense, or what is allocated again and again.
_GIVES: Final = (
    r"(?:allocates?|allots?|earmarks?|budgets?|sets? aside|provides?|grants?|appropriates?)"
)
_AGAIN: Final = r"(?:annually|each year|every year|per annum|yearly)"
_IN_FORCE: Final = regex(
    rf"\b(?:[Bb]udget (?:{_AGAIN} |now |currently )?{_GIVES}\b|{_AGAIN} {_GIVES}\b[^;]*«"
    rf"|{_GIVES}\b[^;]*«[^;]*\b{_AGAIN}\b)"
)


def in_force(claims: Iterable[Claim], text: str, edition: int) -> list[Claim]:
    """Return claims with sums of a standing budget in the year of the report.

    Args:
        claims: The claims of a statement.
        text: Its text.
        edition: The year in which the report was written.

    """
    return [
        evolve(claim, period=edition) if _is_in_force(claim, text) else claim for claim in claims
    ]


def _is_in_force(claim: Claim, text: str) -> bool:
    if not claim.unit.startswith("money") or claim.stated is not None or claim.kind == "norm":
        return False
    return _IN_FORCE.search(framed(text, claim.span)) is not None
