"""The reader of plain figures: a number with its unit, noun, bound, and what only they tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.bounds import bound_after, bound_before
from tipdiff.claims.quantities.digits_and_words import read_power, tidy
from tipdiff.claims.quantities.units import DURATIONS, unit_after
from tipdiff.claims.scanning.ages import tell_age
from tipdiff.claims.scanning.exclusions import excluded
from tipdiff.claims.scanning.figures import Figure
from tipdiff.claims.scanning.ranges import Quantity, read_quantity, read_range, tells_change
from tipdiff.claims.scanning.years import is_year
from tipdiff.language.lexicon import FUNCTION, PERSONS, is_demonym, is_plural
from tipdiff.language.noun_phrases import noun_phrase

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens
    from tipdiff.records import Approximation

__all__ = ["MULTIPLIED", "finish", "number"]

#: What multiplies behind a number: "three times as many", "3x as many".
_TIMES: Final = frozenset({"times", "x"})
#: Behind "times" or "twice" that makes a multiple: "five times the wage", "twice as many".
MULTIPLIED: Final = frozenset("as the more higher larger greater that what their its".split())
#: Behind "times that" these date it: "six times that year".
_SPANS: Final = frozenset({"year", "month", "quarter", "period", "season"})
#: How far before a list of figures its unit may be said, in tokens.
_LIST_REACH: Final = 60
#: How near the head of a sentence the hours of a list are announced; what ends each.
_HEADING: Final = 8
_LIST_ENDS: Final = frozenset({";", ",", ".", ""})
#: What is as large as people live there, and is no group of others like "a village of 40 weavers".
_COUNTRIES: Final = frozenset({"country", "nation", "republic"})
#: Whom a place may count itself.
_INHABITANTS: Final = frozenset("people persons inhabitants residents citizens souls".split())
#: Longest compound of a number and hyphens, in tokens.
_LONGEST_TIED: Final = 6
#: Words that stand for a minus sign.
_BELOW_ZERO: Final = frozenset({"minus", "negative"})
#: What dates the stretch of time behind it: "last year", "this month".
_DATING: Final = frozenset({"last", "this", "next", "previous"})
_DATE_WORDS: Final = 2
#: What, with its number, adorns the noun of what was done under it: "Article 80 cases".
_STATUTES: Final = frozenset({"article", "section", "chapter", "paragraph"})
#: What stands before a number in brackets that counts the noun behind them.
_ALL_IN_BRACKET: Final = ["all", "("]
#: Words that say whose part a number is: "twelve of the clerks".
_WHOLES: Final = frozenset({"the", "these", "those", "them"})


def number(tokens: Tokens, index: int) -> Figure | None:
    """Read a figure that is a number in digits or words, with all that belongs to it."""
    power = read_power(tokens, index) if tokens.low[index][:1].isdecimal() else None
    if power is None and excluded(tokens, index):
        return None
    quantity = read_quantity(tokens, index, power)
    if quantity is None:
        return None
    figure = read_range(tokens, index, quantity) or _single(tokens, index, quantity)
    if quantity.before is not None:
        figure.start = figure.head = quantity.before.start
    finish(tokens, figure)
    return None if _named(tokens, figure) else figure


def _single(tokens: Tokens, index: int, quantity: Quantity) -> Figure:
    numeral, unit = quantity.numeral, quantity.unit
    value, code = numeral.value, "count" if unit is None else unit.code
    token = tokens.low[index]
    if numeral.fraction and code in {"count", "percent"}:
        value, code = round(value * 100, 2), "percent"
    elif unit is not None:
        value = value * unit.factor
    if _leading_point(tokens, index) and token.isdecimal():
        value = float(f"0.{token}")
    sign = _negative(tokens, index)
    value = tidy(value) if sign is None else -tidy(value)
    shape = "fraction" if numeral.fraction else "number"
    start = index if sign is None else sign
    return Figure(start, start, quantity.end, value, value, value, unit=code, shape=shape)


def _peopled(tokens: Tokens, figure: Figure) -> bool:
    """Whether a place is that large, so that a noun behind is not counted by it.

    "In a country of 300,000 recruiters are soon known"; but not "a country of 300,000 people".
    """
    if figure.noun is None or tokens.low[figure.start - 1] != "of":
        return False
    head = figure.noun[1] - 1
    own = tokens.low[head] in _INHABITANTS or is_demonym(tokens.low[head], tokens.capital(head))
    return tokens.low[figure.start - 2] in _COUNTRIES and not own


def _leading_point(tokens: Tokens, index: int) -> bool:
    """Whether the figure is the decimals of ".25"."""
    point = tokens.low[index - 1] == "." and tokens.glued(index)
    return point and not tokens.glued(index - 1)


def _negative(tokens: Tokens, index: int) -> int | None:
    """Return the sign's token before a number below zero: "minus five", "minus-130", "of -2"."""
    low = tokens.low
    at = index - 1
    if low[at] == "-" and tokens.glued(index):
        if low[at - 1] == "$":
            return at
        if low[at - 1] != "minus":
            below = not tokens.glued(at) and (low[at - 1] in FUNCTION or low[at - 1] == "")
            return at if below else None
        at -= 1
    return at if low[at] in _BELOW_ZERO and index else None


def _named(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number only orders: "the first two fines", "the first 7 months of 2003"."""
    before = tokens.low[figure.start - 1]
    if before in {"top", "bottom"} and figure.unit == "count" and figure.noun is None:
        return True  # "slid into the bottom three"
    if figure.shape != "number" or before not in {"first", "last"}:
        return False
    dated = tokens.low[figure.end] == "of" and is_year(tokens.low[figure.end + 1])
    return figure.unit == "count" or (figure.unit.startswith("duration") and dated)


def finish(tokens: Tokens, figure: Figure) -> None:
    """Give a figure its noun, the unit that only its words tell, and its bound."""
    low = tokens.low
    if figure.unit == "count":
        single = figure.value == 1
        figure.noun = noun_phrase(
            tokens, _behind_tied(tokens, figure.end), single=single, share=False
        )
        if figure.noun is not None and _in_bracket(tokens, figure.end):
            figure.start -= 1
        others = (_is_kind, _peopled, _dated)
        if figure.noun is not None and any(of_other(tokens, figure) for of_other in others):
            figure.noun = None
        _tell_unit(tokens, figure)
    elif figure.unit in {"percent", "ratio"}:
        figure.noun = noun_phrase(tokens, figure.end)
    elif figure.unit != "age":
        tied = low[figure.end] == "-" and tokens.glued(figure.end)  # "a four-day-meeting"
        if low[figure.end + tied].isalpha():
            figure.noun = noun_phrase(tokens, figure.end + tied, single=True)
    if figure.unit == "count" and figure.shape == "number" and tells_change(tokens, figure.start):
        figure.shape = "change"
    figure.partitive = low[figure.end] == "of" and low[figure.end + 1] in _WHOLES
    if low[figure.start - 1] in {"between", "from"} and figure.shape == "range":
        figure.start -= 1
    if figure.unit in {"count", "duration:year"}:
        tell_age(tokens, figure)
    if figure.unit == "age" and low[figure.end] in PERSONS:
        figure.noun = (figure.end, figure.end + 1)  # "a 15-year-old girl"
    _bound(tokens, figure)


def _behind_tied(tokens: Tokens, end: int) -> int:
    """Step over what stands between a number and its noun: a mark, "26 Article 80 cases"."""
    low = tokens.low
    if _in_bracket(tokens, end):
        return end + 1
    if low[end] == "[" and low[end + 1].isdecimal() and low[end + 2] == "]":
        end += 3  # a footnote's mark
    statute = low[end] in _STATUTES and low[end + 1].isdecimal() and is_plural(low[end + 2])
    return end + 2 if statute else _behind_age(tokens, end)


def _in_bracket(tokens: Tokens, end: int) -> bool:
    """Whether a number that ends there is told in passing of its noun: "all (25) crossings"."""
    return tokens.low[end] == ")" and tokens.low[end - 3 : end - 1] == _ALL_IN_BRACKET


def _behind_age(tokens: Tokens, end: int) -> int:
    """Step over what a hyphen ties to another number: "two 15-year-old girls"."""
    low, at = tokens.low, end
    if not (low[at].isdecimal() and low[at + 1] == "-" and tokens.glued(at + 1)):
        return end
    at += 1
    while at < end + _LONGEST_TIED and tokens.glued(at):
        at += 1
    return at if low[at].isalpha() else end


def _is_kind(tokens: Tokens, figure: Figure) -> bool:
    """Whether "of" says what kind those counted are: "31 victims (20 of forced labor, ...)"."""
    low, noun = tokens.low, figure.noun
    if noun is None or low[figure.end] != "of" or figure.value in {None, 1}:
        return False
    return noun[0] == figure.end + 1 and not is_plural(low[noun[1] - 1])


def _dated(tokens: Tokens, figure: Figure) -> bool:
    """Whether what looks like the noun says when: "47 days, against 62 last year"."""
    if figure.noun is None:
        return False
    first, end = figure.noun
    timed = tokens.low[end - 1] in DURATIONS and not is_plural(tokens.low[end - 1])
    return timed and end - first == _DATE_WORDS and tokens.low[first] in _DATING


def _tell_unit(tokens: Tokens, figure: Figure) -> None:
    """Tell the unit of a bare number by its noun or its list."""
    low = tokens.low
    behind = low[figure.end + 1 : figure.end + 3]
    if low[figure.end] in _TIMES and behind[0] in MULTIPLIED and behind[1] not in _SPANS:
        figure.unit = "ratio"  # "five times the wage"; not "met four times"
        figure.end += 1
        figure.noun = noun_phrase(tokens, figure.end)
    elif figure.noun is None:
        head = low[:_HEADING]
        listed = ":" in head and not {"hours", "hrs"}.isdisjoint(head[: head.index(":")])
        if listed and low[figure.end] in _LIST_ENDS:
            figure.unit = "duration:hour"  # "Hours: officer (02) 22; deputy 1.5."
        elif low[figure.head - 1] in {":", "-", "="}:  # "hours spent: officer: 90, deputy: 65"
            nearby = low[max(figure.head - _LIST_REACH, 0) : figure.head]
            if not {"hours", "hrs"}.isdisjoint(nearby):
                figure.unit = "duration:hour"
    elif figure.shape == "range" and _is_term(low[slice(*figure.noun)]):
        figure.unit = "duration:year"  # "a 6-9 prison term": the years go without saying


def _is_term(words: Sequence[str]) -> bool:
    told = words[0] in {"prison", "jail"}
    return told and words[-1] in {"term", "terms", "sentence", "sentences"}


def _bound(tokens: Tokens, figure: Figure) -> None:
    """Read the bounds before the figure, and behind it or its noun."""
    bound = bound_before(tokens, figure.start, figure.unit)
    if bound is not None:
        figure.start = bound.at
        _apply(figure, bound.approximation)
    after = bound_after(tokens, figure.end)
    if after is None and figure.noun is not None:
        after = bound_after(tokens, figure.noun[1])
    if after is None:
        return
    if figure.noun is not None and figure.noun[0] < after.at <= figure.noun[1]:
        figure.noun = None
    figure.end = max(figure.end, after.at)
    if figure.noun is None and figure.unit == "count":
        _behind_bound(tokens, figure, after.at)
    if figure.approximation in {"exact", "about"}:
        _apply(figure, after.approximation)


def _behind_bound(tokens: Tokens, figure: Figure, at: int) -> None:
    """Give a figure the unit or the noun behind its bound: "2 or more years", "20-odd towns"."""
    unit = unit_after(tokens, at)
    if unit is not None:
        figure.unit, figure.end = unit.code, unit.end
    elif tokens.low[at].isalpha():
        figure.noun = noun_phrase(tokens, at, share=False)


def _apply(figure: Figure, approximation: Approximation) -> None:
    """Put a bound on a figure: an open side is None, and a range keeps its ends."""
    figure.approximation = approximation
    if figure.value is None:
        return
    if approximation in {"over", "at least"}:
        figure.most = None
    elif approximation in {"under", "at most"}:
        figure.least = None
