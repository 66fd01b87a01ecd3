"""Figures that are dates: years, days of a month, times of day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.units import DURATIONS, MEASURES, unit_after
from tipdiff.language import currencies
from tipdiff.language.lexicon import FUNCTION, MONTHS, PERSONS, VERBS

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = [
    "after_month",
    "before_month",
    "common_noun",
    "is_year",
    "old_year",
    "time",
    "year",
    "year_end",
]

#: Years that the texts speak of; four digits in this span without a comma are years unless counted.
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100
#: Before four digits of any other span that makes them a year.
_TIMING: Final = frozenset({"in", "since", "between", "until", "by"})
#: Before four digits that are a time of day.
_CLOCK: Final = frozenset({"at", "by", "until", "from", "around"})
#: Before a year that has a noun of time behind it: "in 2005 days of work".
_DATING: Final = frozenset({"in", "during", "since", "the", "of"})
#: Before four digits that count something: "about 2000 persons".
_APPROXIMATING: Final = frozenset(
    "about approximately nearly almost over than some estimated least around roughly".split()
)
_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})


def is_year(token: str) -> bool:
    """Whether a token is four digits that can be a year."""
    return len(token) == 4 and token.isdecimal() and FIRST_YEAR <= int(token) <= LAST_YEAR


def common_noun(tokens: Tokens, i: int) -> bool:
    """Whether a common noun or adjective stands right after a figure."""
    word = tokens.low[i + 1]
    content = word.isalpha() and word not in FUNCTION and word not in VERBS
    return content and not tokens.capital(i + 1)


def _named(tokens: Tokens, at: int) -> bool:
    """Whether a word can be a name: "May", not "may"."""
    return tokens.capital(at) or tokens.shouting


def after_month(tokens: Tokens, i: int) -> bool:
    """Whether a month stands before: "March 14", "Oct. 31", "March 1-15"."""
    low = tokens.low
    before = i - 1 - (low[i - 1] == ".")
    if low[before] not in MONTHS:
        before = i - 3 if low[i - 1] == "-" and low[i - 2].isdecimal() else i
    if low[before] not in MONTHS or not _named(tokens, before):
        return False
    return is_year(low[i]) or (len(low[i]) <= 2 and low[i + 1] not in PERSONS)


def before_month(tokens: Tokens, i: int) -> bool:
    """Whether a month stands behind: "14 March", "the 3rd of May", "3-5 May"."""
    low = tokens.low
    if len(low[i]) > 2:
        return False
    at = i + 1
    at += low[at] in _SUFFIXES and tokens.glued(at)
    at += low[at] == "of"
    if low[at] == "-" and low[at + 1].isdecimal():
        at += 2
    return low[at] in MONTHS and _named(tokens, at)


def year(tokens: Tokens, i: int) -> bool:
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


def year_end(tokens: Tokens, i: int) -> bool:
    """Whether the figure is the end of a span of years: "2005-06", "2005/6"."""
    low = tokens.low
    joined = low[i - 1] in {"-", "/"} and tokens.glued(i) and tokens.glued(i - 1)
    return joined and is_year(low[i - 2]) and len(low[i]) <= 2


def old_year(tokens: Tokens, i: int) -> bool:
    """Whether four digits outside the usual span are a year: "between 1600 and 1700", "by 2120"."""
    low = tokens.low
    if len(low[i]) != 4 or not low[i].isdecimal() or low[i][0] not in "12":
        return False
    timed = low[i - 1] in _TIMING and not common_noun(tokens, i)
    return timed and unit_after(tokens, i + 1) is None


def time(tokens: Tokens, i: int) -> bool:
    """Whether the figure is of a time of day: "10:30", "9 p.m.", "5am", "at 2330 local"."""
    low = tokens.low
    colon_behind = low[i + 1] == ":" and tokens.glued(i + 1) and tokens.glued(i + 2)
    if colon_behind and low[i + 2].isdecimal():
        return True
    colon_before = low[i - 1] == ":" and tokens.glued(i) and tokens.glued(i - 1)
    if colon_before and low[i - 2].isdecimal():
        return True
    dotted = low[i + 1] in {"a", "p"} and low[i + 2] == "." and low[i + 3] == "m"
    clock = low[i - 1] in _CLOCK and len(low[i]) == 4 and low[i].isdecimal() and low[i] < "2400"
    told = low[i + 1] in {"am", "pm"} or (clock and low[i + 1] in {"local", "hours", "hrs"})
    return dotted or told or tokens.raw(i + 1) in {"GMT", "EST"}
