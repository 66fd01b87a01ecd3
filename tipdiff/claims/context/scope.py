"""Whose figure it is: the country's, a group's, one case's, somebody's estimate.

Only where no row of words around a claim tells a narrower scope is what happened the country's. A
part of a total is of its total's scope.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.claims.context.frame import framed, words_of
from tipdiff.claims.context.scope_rows import SCOPES
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.claims.context.scope_rows import ScopeRow
    from tipdiff.records import Claim

__all__ = ["scoped"]

#: What speaks for the country whatever it counts.
_COUNTRY: Final = regex(
    r"\b(?:nation-?wide|country-?wide|in all|overall|in total|a total of|the country's|"
    r"the government)\b",
    re.IGNORECASE,
)
#: The rows, each with the words of which a text must have one, and their patterns.
_ROWS: Final = tuple((frozenset(row.words.split()), regex(row.pattern), row) for row in SCOPES)
#: Before the name of a place that something was done in.
_PLACED: Final = r"\b(?:[Ii]n|[Aa]t|[Nn]ear) (?:the )?"


def scoped(claims: Sequence[Claim], text: str, country: str | None = None) -> list[Claim]:
    """Return claims with their scope, and with who counted where that is not known yet.

    Args:
        claims: The claims of a text, in order.
        text: The text, which their spans lie in.
        country: The country whose report it is; a place of that name is no part of it.

    """
    words = words_of(text)
    rows = [row for row in _ROWS if not row[0].isdisjoint(words)]
    told = [_of(claim, text, rows, country) for claim in claims]
    known = {claim.id: claim for claim in told}
    return [_as_whole(claim, known) for claim in told]


def _as_whole(claim: Claim, known: dict[str, Claim]) -> Claim:
    """Give a part the scope of its total, if it says none of its own."""
    whole = known.get(claim.of or claim.equivalent or "")
    if whole is None or claim.scope not in {None, "national"}:
        return claim
    return evolve(claim, scope=whole.scope, who=claim.who or whole.who)


def _of(
    claim: Claim,
    text: str,
    rows: Sequence[tuple[frozenset[str], re.Pattern[str], ScopeRow]],
    country: str | None,
) -> Claim:
    """Return a claim with the scope of the first row that holds."""
    if claim.kind == "norm" or claim.unit == "ordinal":
        return claim
    frame = framed(text, claim.span)
    for _, pattern, row in rows:
        if row.only is not None and not row.only(claim):
            continue
        found = pattern.search(frame)
        if found is not None:
            who = found.groupdict().get("who")
            return evolve(claim, scope=row.scope, who=claim.who or who)
    if _is_local(claim, frame, country):
        return evolve(claim, scope="group")
    national = claim.event is not None or claim.value == 0 or _COUNTRY.search(frame) is not None
    return evolve(claim, scope="national") if national else claim


def _is_local(claim: Claim, frame: str, country: str | None) -> bool:
    """Whether something was done at a place that is not the whole country."""
    if (
        claim.where is None
        or claim.event is None
        or claim.unit != "count"
        or claim.where == country
    ):
        return False
    return re.search(_PLACED + re.escape(claim.where), frame) is not None
