"""Multiples, frequencies, and ordinals that tell a duration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.scanning.figures import Figure
from tipdiff.claims.scanning.plain import MULTIPLIED, finish
from tipdiff.claims.scanning.vague import digit_span, half
from tipdiff.language.lexicon import is_plural
from tipdiff.language.number_words import (
    EVERY,
    FRACTIONS,
    NUMBERS,
    REGULAR,
    SCALES,
    SECOND,
    TIMES,
)

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["MULTIPLES", "ORDINALS", "multiple", "ordinal", "regular", "times"]

MULTIPLES: Final = {
    form: value
    for value, forms in {
        2: "double doubled doubling twofold",
        3: "triple tripled tripling threefold treble trebled",
        4: "quadruple quadrupled fourfold",
        5: "fivefold",
        10: "tenfold",
    }.items()
    for form in forms.split()
}
#: Multiples that are adjectives too ("a double room"), and the words around that tell.
_ADJECTIVES: Final = frozenset({"double", "triple", "treble", "quadruple"})
_VERBAL: Final = frozenset("to will would than nearly almost about over roughly is was".split())
_MULTIPLIED: Final = frozenset({"the", "that", "its", "last", "those"})

#: Before "once" that counts, beside verbs in -ed: "only once", "has met once".
_OFTEN: Final = frozenset("only just least than been met held convene".split())
#: "Twice last year's total".
_YEARS: Final = (["last", "year's"], ["last", "year\u2019s"])
_PER: Final = frozenset({"per", "a", "every", "each"})
_PERIODS: Final = frozenset("year month week day quarter semester".split())
#: What is done by the clock, right before how often it is.
_MEETING: Final = frozenset(
    "met meet meets meeting convene convenes convened gather gathers".split()
)
#: Before "from" where one frequency went to another: "up from quarterly".
_WENT: Final = frozenset({"up", "down"})
#: Behind "once" that means "when": "moved once the ...", and "once again".
_WHEN: Final = frozenset("the they he she it a again more".split())

ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=2,
    )
}
_STRAIGHT: Final = frozenset({"consecutive", "straight", "successive"})
#: Behind "the third year of" where the year is somebody's own: "of his term".
_OWN: Final = frozenset("the a an his her their its".split())


def multiple(tokens: Tokens, index: int) -> Figure | None:
    """Read "double the 70 raids", "has tripled", "a twofold rise" as ratios."""
    low = tokens.low
    word, behind = low[index], low[index + 1]
    if word in {"double", "triple"}:
        spanned = digit_span(tokens, index)
        if spanned is not None:
            return spanned
    told = behind in _MULTIPLIED or (low[index - 1] in _VERBAL and behind != "-")
    if word in _ADJECTIVES and not told:
        return None
    value = MULTIPLES[word]
    return _finished(tokens, Figure(index, index, index + 1, value, value, value, unit="ratio"))


def _finished(tokens: Tokens, figure: Figure) -> Figure:
    """Give a multiple its bound; the noun behind it is not what it counts."""
    figure.shape = "ratio" if figure.unit == "ratio" else "frequency"
    finish(tokens, figure)
    figure.noun = None
    return figure


def times(tokens: Tokens, index: int) -> Figure | None:
    """Read "once" and "twice" where they say how often, and "twice as many" as a ratio."""
    low = tokens.low
    word, behind = low[index], low[index + 1]
    if word == "once" and not _counts_once(tokens, index):
        return None
    value = TIMES[word]
    figure = Figure(index, index, index + 1, value, value, value)
    compared = low[index + 2] in {"many", "much"} or low[index + 3] == "as"
    multiplied = behind in MULTIPLIED and not (behind == "the" and low[index - 1].endswith("ed"))
    multiplied = multiplied or low[index + 1 : index + 3] in _YEARS
    if word != "once" and multiplied and (behind != "as" or compared):
        figure.unit = "ratio"
    return _finished(tokens, figure)


def regular(tokens: Tokens, index: int) -> Figure | None:
    """Read "met quarterly" and "met every other month" as how often a year; not "a monthly fee"."""
    low, end = tokens.low, index + 1
    before = low[index - 1] in _MEETING
    if not before and not (low[index - 1] == "from" and low[index - 2] in _WENT):
        return None
    value = REGULAR.get(low[index], 0)
    if low[index] == "every":
        second = low[end] in SECOND
        value = EVERY.get(low[end + second], 0) // (1 + second)
        end += 1 + second
    if not value or is_plural(low[end]):
        return None  # "up from quarterly reports"
    return _finished(tokens, Figure(index, index, end, value, value, value))


def _counts_once(tokens: Tokens, index: int) -> bool:
    """Whether "once" says how often, not when: "was applied once", "meets once a year"."""
    low = tokens.low
    before, behind = low[index - 1], low[index + 1]
    if behind in _PER and low[index + 2] in _PERIODS:
        return True
    return index > 0 and behind not in _WHEN and (before.endswith("ed") or before in _OFTEN)


def ordinal(tokens: Tokens, index: int) -> Figure | None:
    """Read "the seventh year of", "the third consecutive year": ordinals that tell a duration."""
    low = tokens.low
    if low[index] in FRACTIONS and low[index - 1] == "a":
        shared = half(tokens, index)
        if shared is not None:
            return shared
    if low[index - 1] in {"-", "and"} and index > 1 and low[index - 2] in NUMBERS | SCALES:
        return None  # "the twenty-third year of"
    straight = low[index + 1] in _STRAIGHT
    at = index + 1 + straight
    if low[at] not in {"year", "month", "week"}:
        return None
    straight = straight or low[at + 1 : at + 4] == ["in", "a", "row"]
    going_on = low[at + 1] == "of" and low[at + 2].isalpha() and low[at + 2] not in _OWN
    if not straight and not going_on:
        return None
    value = ORDINALS[low[index]]
    figure = Figure(index, index, at + 1, value, value, value, unit="ordinal", shape="ordinal")
    figure.noun = (at, at + 1)
    return figure
