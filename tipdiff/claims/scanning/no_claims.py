"""Why a number in a sentence is no claim: the name of the rule that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.scanning.exclusions import addresses, reason
from tipdiff.claims.scanning.one import no_count
from tipdiff.language.number_words import NUMBERS
from tipdiff.language.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.records import Claim

__all__ = ["NoClaim", "no_claims"]

#: What a number is where figures are letters.
ADDRESS: Final = "address or markup"
#: What is told where no row of a table holds: "the first two fines", "one may say".
NO_ROW: Final = "counts nothing"


class NoClaim(NamedTuple):
    """A number that is no claim.

    Attributes:
        text: The number, as it is written.
        span: Where it stands in the statement's text: its first character and the one behind.
        why: The name of the rule: "telephone", "day", "reference".

    """

    text: str
    span: tuple[int, int]
    why: str


def no_claims(text: str, claims: Iterable[Claim]) -> tuple[NoClaim, ...]:
    """Return the numbers of a text that are in none of its claims, in order, each with the reason.

    Args:
        text: A statement's text.
        claims: The claims that were read from it.

    """
    tokens = Tokens(text)
    places, spans = addresses(text), [claim.span for claim in claims]
    found: list[NoClaim] = []
    for index in range(tokens.count):
        word, start, end = tokens.low[index], tokens.start[index], tokens.end[index]
        if not (word[:1].isdecimal() or word in NUMBERS):
            continue
        if any(first <= start and end <= behind for first, behind in spans):
            continue
        why = ADDRESS if any(a <= start < b for a, b in places) else _why(tokens, index)
        if found and found[-1].why == why and _is_one(text[found[-1].span[1] : start]):
            start = found.pop().span[0]
        found.append(NoClaim(text[start:end], (start, end), why))
    return tuple(found)


def _why(tokens: Tokens, index: int) -> str:
    named = reason(tokens, index)
    if named is None and tokens.low[index] == "one":
        named = no_count(tokens, index)
    return named or NO_ROW


def _is_one(between: str) -> bool:
    """Whether what stands between two numbers makes one of them: "10:30", "555-0123"."""
    return not any(character.isalnum() or character.isspace() for character in between)
