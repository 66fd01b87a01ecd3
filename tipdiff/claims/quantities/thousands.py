"""Points between thousands: "15.000 victims" are fifteen thousand.

Posts whose countries write so slip into it. One point and three digits may be decimals as well;
they are thousands only before a plural that is counted, for of persons and cases there are no
thousandths. Money, shares, measures and durations keep their decimals, and so do averages and all
figures of a sentence that has decimals elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.units import DURATIONS, MEASURES
from tipdiff.language import currencies
from tipdiff.language.lexicon import FUNCTION, VERBS, is_plural
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["counts", "thousands"]

_POINTED: Final = regex(r"[1-9]\d{0,2}\.\d{3}")
_DECIMALS: Final = regex(r"\d+(?:,\d{3})*\.(?:\d{1,2}|\d{4,})")
#: Between the ends of a range whose noun is said once: "10.000 to 15.000 girls".
_RANGING: Final = frozenset({"to", "-", "and", "or"})
#: What makes a share of what is counted: "an average of 3.125 children", "a rate of 1.250 cases".
_AVERAGING: Final = frozenset(
    "average averages averaged averaging mean rate ratio per each every".split()
)
_AVERAGE_REACH: Final = 6
#: How far a sentence's other decimals are looked for, in tokens: longer than any sentence at hand.
_NEAR: Final = 200
#: Longest phrase before the plural: "15.000 possible trafficking victims".
_PHRASE: Final = 4
#: Plurals that measure or multiply.
_MEASURING: Final = DURATIONS.keys() | MEASURES.keys() | frozenset(currencies.NOUNS)
_NO_COUNTS: Final = _MEASURING | frozenset(
    "times points percents millions billions trillions thousands square sq percent per".split()
)


def thousands(tokens: Tokens, index: int) -> int | None:
    """Return the value of a figure whose point stands between thousands, or None."""
    low = tokens.low
    if _POINTED.fullmatch(low[index]) is None:
        return None
    before = tokens.raw(index - 1) if index else ""
    if before in currencies.SIGNS or currencies.written_code(before) is not None:
        return None
    if not _AVERAGING.isdisjoint(low[max(index - _AVERAGE_REACH, 0) : index + _AVERAGE_REACH]):
        return None
    behind = index + 1
    if low[behind] in _RANGING and _POINTED.fullmatch(low[behind + 1]) is not None:
        behind += 2
    near = low[max(index - _NEAR, 0) : index + _NEAR]
    if not counts(tokens, behind) or any(map(_DECIMALS.fullmatch, near)):
        return None
    return int(low[index].replace(".", ""))


def counts(tokens: Tokens, start: int) -> bool:
    """Whether a plural that is counted stands at a token, or soon behind its adjectives."""
    for word in tokens.low[start : start + _PHRASE]:
        if not word.isalpha() or word in FUNCTION or word in VERBS or word in _NO_COUNTS:
            return False
        if is_plural(word):
            return True
    return False
