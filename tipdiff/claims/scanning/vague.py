"""Shares and magnitudes said without a number: "half of", "dozens", "double-digit"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.digits_and_words import tidy
from tipdiff.claims.quantities.numerals import read_number
from tipdiff.claims.quantities.units import unit_after
from tipdiff.claims.scanning.figures import Figure
from tipdiff.claims.scanning.plain import finish, number
from tipdiff.claims.scanning.zeros import not_one
from tipdiff.language.lexicon import VERBS
from tipdiff.language.noun_phrases import noun_phrase
from tipdiff.language.number_words import FRACTIONS, NUMBERS, SCALES, VAGUE

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["couple", "digit_span", "half", "scale", "vague"]

#: From this denominator on a share has more digits than two: "a thousandth".
_SMALL: Final = 1000
#: What ends a clause behind a share: "fell by a quarter."
_ENDS: Final = frozenset({".", ",", ";", ""})
#: Before "half" that orders: "the second half of the year".
_ORDERING: Final = frozenset({"first", "second", "latter", "other", "last", "next"})
#: Behind "half" that makes it a share: "half of", "half the girls", "half were".
_SHARED: Final = frozenset("of the were are had have was all its their these those".split())
#: Of these only "half" is a share: "half the girls", but "a third the ...".
_OTHERS: Final = frozenset("the all its their these those".split())
#: What the second word of "tens of thousands" multiplies by.
_OF: Final = {"dozens": 12, "thousands": 1000, "millions": 10**6, "billions": 10**9}
#: Before a scale that makes it vague: "several hundred", "a few dozen".
_SOME: Final = frozenset({"several", "few", "many"})
#: "Double-digit": how many digits, as a range.
_DIGITS: Final = {"single": (1, 9), "double": (10, 99), "triple": (100, 999)}
#: Rates, whose digits are of a percentage.
_RATES: Final = frozenset("inflation growth unemployment rate rates increase".split())


def half(tokens: Tokens, index: int) -> Figure | None:
    """Read "half of", "half the", "about half were", "a third of", "half an hour"."""
    low = tokens.low
    word, behind = low[index], low[index + 1]
    if read_number(tokens, index) is not None:
        return _with_article(tokens, number(tokens, index))
    if low[index - 1] in _ORDERING or low[index - 1] == "-" or word == "second":
        return None
    unit = unit_after(tokens, index + 2) if behind in {"a", "an"} else None
    if unit is not None:
        figure = Figure(index, index, unit.end, 0.5, 0.5, 0.5, unit=unit.code)
    else:
        article = low[index - 1] == "a"
        ended = article and low[index - 2] != "and" and behind in _ENDS  # "rose by a third"
        by = article and low[index - 2] == "by" and behind in {"in", "to", "from", "since", "over"}
        told = behind in _SHARED or (behind in VERBS and low[index - 1] in {",", "", "and", ";"})
        shared = told and (word == "half" or (article and behind not in _OTHERS))
        shared = shared or ended or by
        if not shared or (behind == "of" and low[index + 2].isdecimal()):
            return None
        size = FRACTIONS[word]
        value = tidy(100 / size if size >= _SMALL else round(100 / size, 2))
        figure = Figure(index - article, index - article, index + 1, value, value, value)
        figure.unit, figure.shape = "percent", "fraction"
    finish(tokens, figure)
    return figure


def _magnitude(tokens: Tokens, start: int, end: int, bottom: int, top: int) -> Figure:
    figure = Figure(start, start, end, None, bottom, top, "about", shape="vague")
    figure.noun = noun_phrase(tokens, end)
    return figure


def vague(tokens: Tokens, index: int) -> Figure | None:
    """Read "dozens", "tens of thousands", "many hundreds" as ranges."""
    low = tokens.low
    if low[index - 1][:1].isdecimal() or low[index - 1] in NUMBERS:
        return None
    bottom, top = VAGUE[low[index]]
    end = index + 1
    if low[end] == "of" and low[end + 1] in _OF:
        size = _OF[low[end + 1]]
        bottom, top, end = bottom * size, (top + 1) * size - 1, end + 2
    return _magnitude(tokens, index - (low[index - 1] in _SOME), end, bottom, top)


def scale(tokens: Tokens, index: int) -> Figure | None:
    """Read "several hundred", "a few dozen", and scales that stand for one of them."""
    low = tokens.low
    if low[index] in VAGUE:
        return vague(tokens, index)
    if low[index - 1] in _SOME and low[index] + "s" in VAGUE:
        start = index - 1 - (low[index - 2] == "a")
        return _magnitude(tokens, start, index + 1, *VAGUE[low[index] + "s"])
    return _with_article(tokens, number(tokens, index))


def _with_article(tokens: Tokens, figure: Figure | None) -> Figure | None:
    """Take in the article of "a hundred", "a quarter of a million"."""
    if figure is not None and figure.start and tokens.low[figure.start - 1] in {"a", "an"}:
        figure.start -= 1
    return figure


def couple(tokens: Tokens, index: int) -> Figure | None:
    """Read "a couple of hundred", "a couple dozen": about two of them."""
    low = tokens.low
    at = index + 1 + (low[index + 1] == "of")
    size = SCALES.get(low[at])
    if low[index - 1] != "a" or size is None or low[at] == "score":
        return None
    value = 2 * size
    figure = Figure(index - 1, index - 1, at + 1, value, value, value, "about", shape="vague")
    figure.noun = noun_phrase(tokens, at + 1)
    return figure


def digit_span(tokens: Tokens, index: int) -> Figure | None:
    """Read "double-digit inflation": ten to ninety-nine percent; and "not a single case"."""
    low = tokens.low
    at = index + 1 + (low[index + 1] == "-")
    if low[index] == "single" and low[index - 1] == "a":
        return not_one(tokens, index)
    if low[at] not in {"digit", "digits"}:
        return None
    figure = _magnitude(tokens, index, at + 1, *_DIGITS[low[index]])
    figure.noun, figure.unit = noun_phrase(tokens, at + 1, single=True), "percent"
    rate = figure.noun is not None and not _RATES.isdisjoint(low[slice(*figure.noun)])
    return figure if rate else None
