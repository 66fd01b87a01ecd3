"""Years: four digits that measure and count nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.units import DURATIONS, MEASURES, unit_after
from tipdiff.language import currencies
from tipdiff.language.lexicon import FUNCTION, VERBS

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["common_noun", "is_uncounted_year", "is_year"]

#: Years that the texts speak of; four digits in this span without a comma are years unless counted.
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100
#: Before a year that has a noun of time behind it: "in 2005 days of work".
_DATING: Final = frozenset({"in", "during", "since", "the", "of"})
#: Before four digits that count something: "about 2000 persons".
_APPROXIMATING: Final = frozenset(
    "about approximately nearly almost over than some estimated least around roughly".split()
)


def is_year(token: str) -> bool:
    """Whether a token is four digits that can be a year."""
    return len(token) == 4 and token.isdecimal() and FIRST_YEAR <= int(token) <= LAST_YEAR


def common_noun(tokens: Tokens, i: int) -> bool:
    """Whether a common noun or adjective stands right after a figure."""
    word = tokens.low[i + 1]
    content = word.isalpha() and word not in FUNCTION and word not in VERBS
    return content and not tokens.capital(i + 1)


def is_uncounted_year(tokens: Tokens, i: int) -> bool:
    """Whether the figure is a year: four digits that measure nothing and count nothing."""
    return is_year(tokens.low[i]) and not _measures(tokens, i) and not _counts(tokens, i)


def _measures(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    signed = low[i - 1] in currencies.SIGNS
    if signed or currencies.written_code(tokens.raw(i - 1)) is not None:
        return True
    unit = unit_after(tokens, i + 1)
    if unit is None:
        return False
    if unit.code == "percent" or unit.code.startswith("money"):
        return True
    timed = low[i + 1] in DURATIONS or low[i + 1] in MEASURES
    return timed and low[i - 1] not in _DATING


def _counts(tokens: Tokens, i: int) -> bool:
    low = tokens.low
    follows = low[i + 1]
    noun = follows.isalpha() and follows not in FUNCTION and not tokens.capital(i + 1)
    return noun and follows.endswith(("s", "e", "n")) and low[i - 1] in _APPROXIMATING
