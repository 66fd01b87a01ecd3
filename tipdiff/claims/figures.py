"""Figures: numbers with their unit, bound and noun, as they stand in a sentence.

:func:`scan` walks the tokens once. At each token that can begin a figure the reader for its kind is
tried; a reader gives a :class:`Figure` or nothing, and the walk goes on behind it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from attrs import define

from tipdiff.claims import currencies
from tipdiff.claims.bounds import bound_after, bound_before
from tipdiff.claims.counted import Phrase, noun_phrase
from tipdiff.claims.exclusions import addresses, excluded, is_year, numbered_word
from tipdiff.claims.lexicon import FUNCTION, PERSONS
from tipdiff.claims.numerals import NUMBERS, SCALES, SIGNS, Number, Numeral, read_number, tidy
from tipdiff.claims.tokens import Tokens
from tipdiff.claims.units import Unit, unit_after, unit_before
from tipdiff.records import Approximation

__all__ = ["Figure", "Reader", "number", "scan"]


@define
class Figure:
    """A figure, by tokens: ``start`` with its bound, ``head`` the number, ``end`` behind all of it.

    ``partitive`` says that it is some of others ("twelve of the clerks"); ``whole`` is the id and
    the noun of the total that a remainder was worked out from.
    """

    start: int
    head: int
    end: int
    value: Number | None
    low: Number | None
    high: Number | None
    approximation: Approximation = "exact"
    unit: str = "count"
    shape: str = "number"
    noun: Phrase | None = None
    partitive: bool = False
    whole: tuple[str, str | None] | None = None


Reader = Callable[[Tokens, int], Figure | None]

#: Oldest age that a bare number can be.
MAX_AGE: Final = 110
_AGED: Final = frozenset({"age", "ages", "aged"})
_BE: Final = frozenset({"was", "were", "is", "are", "turned", "be", "being"})
_CHANGES: Final = frozenset(
    "rose risen rise rises rising increase increased increases increasing grew grown grow grows fell "
    "fallen fall falls falling drop dropped drops dropping decrease decreased decreases declined "
    "decline climbed went up down raised reduced cut jumped reduction lowered expanded doubled".split()
)
#: Behind "times" or "twice" that makes a multiple: "four times the wage", "twice as many".
MULTIPLIED: Final = frozenset("as the more higher larger greater that what their its".split())
#: How far before a list of figures its unit may be said, in tokens.
_LIST_REACH: Final = 60
#: "Zero" that begins a word of two, where none is counted.
_NOT_FIGURES: Final = frozenset({"00", "000"})
#: Denominators of a share said with "in": "one in four", "nine in ten".
_TENTHS: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000})


def _share(tokens: Tokens, head: int, numeral: Numeral) -> Numeral | None:
    """Read "7 out of 26" and "nine in ten" as the share that they say."""
    low, end = tokens.low, numeral.end
    if not isinstance(numeral.value, int) or numeral.value <= 0:
        return None
    if low[end] == "out" and low[end + 1] == "of":
        at = end + 2 + (low[end + 2] in {"every", "the"})
    elif low[end] in {"in", "of"} and low[end + 1] == "every":
        at = end + 2
    elif low[end] == "in" and (numeral.words or tokens.low[head].isdigit()):
        at = end + 1
        whole = read_number(tokens, at)
        small = whole is not None and whole.value in _TENTHS and numeral.value < whole.value
        if not small or low[head - 1] in {"the", "these", "those"}:
            return None
        if whole is None or whole.words != numeral.words or unit_after(tokens, whole.end):
            return None
    else:
        return None
    whole = read_number(tokens, at)
    if whole is None or not isinstance(whole.value, int) or not numeral.value <= whole.value:
        return None
    return Numeral(numeral.value / whole.value, whole.end, fraction=True)


def _twice_said(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Read "thirty (30)" and "30 (thirty)" as one number."""
    low, end = tokens.low, numeral.end
    if low[end] != "(":
        return numeral
    again = read_number(tokens, end + 1)
    if again is None or again.value != numeral.value or low[again.end] != ")":
        return numeral
    if again.words == numeral.words:
        return numeral
    return numeral._replace(end=again.end + 1)


def _quantity(tokens: Tokens, index: int) -> tuple[Numeral, Unit | None, Unit | None, int] | None:
    """Read a number with the units on both sides; gives the token behind all of it."""
    numeral = read_number(tokens, index)
    if numeral is None or tokens.low[index] in _NOT_FIGURES:
        return None
    if not numeral.fraction:
        numeral = _share(tokens, index, numeral) or _twice_said(tokens, numeral)
    before = unit_before(tokens, index)
    after = unit_after(tokens, numeral.end)
    end = numeral.end if after is None else after.end
    if after is not None and after.code == "duration:year" and tokens.low[end] == "and":
        months = read_number(tokens, end + 1)
        unit = None if months is None else unit_after(tokens, months.end)
        if months is not None and unit is not None and unit.code == "duration:month":
            if months.value < 12:  # "two years and six months" is one term
                value = tidy(numeral.value + months.value / 12)
                return numeral._replace(value=value), before, after, unit.end
    if before is not None and after is not None and not after.code.startswith("money"):
        glued_scale = after.code in {"m", "t", "g", "s"}
        after, end = None, numeral.end + glued_scale
    return numeral, before, after, end


def _range_end(tokens: Tokens, index: int, end: int) -> int | None:
    """Give the token where the second number of a range would begin."""
    low = tokens.low
    word = low[end]
    if word == "-":
        at = end + 1
        at += low[at] == "to"
    elif word == "to":
        start = index - 1
        changed = any(low[k] in _CHANGES for k in range(max(start - 7, 0), start))
        if low[start] == "by" and changed and end > index + 1:
            return None  # "rose by 3 percent to 20 percent"; but "by 1 to 2 percent" is a range
        while start >= 0 and index - start < 5 and low[start] not in {"from", ";", ","}:
            start -= 1
        if low[start] == "from" and any(
            low[k] in _CHANGES for k in range(max(start - 9, 0), start)
        ):
            return None
        at = end + 1 + (low[end + 1] == "-")
    elif word in {"and", "through"}:
        start = index - 1
        while start >= 0 and index - start < 7 and low[start] not in {"between", ";"}:
            start -= 1
        if word == "and" and (start < 0 or low[start] != "between"):
            return None
        at = end + 1
    elif word == "or":
        at = end + 1
    else:
        return None
    if low[at] in currencies.SIGNS or tokens.raw(at) in currencies.CODES:
        at += 1
    return at


def _ranged(
    tokens: Tokens, index: int, first: Numeral, code: str | None, end: int
) -> Figure | None:
    """Read a range that begins with ``first``: "18-29", "between 4 and 15 years", "one to 611 days"."""
    at = _range_end(tokens, index, end)
    if at is None or first.fraction:
        return None
    word = tokens.low[at]
    if not (word[:1].isdigit() or word in NUMBERS or word in SCALES):
        return None
    if word[0].isdigit() and excluded(tokens, at):
        return None
    second = _quantity(tokens, at)
    if second is None:
        return None
    numeral, before, after, last = second
    unit = after or before
    value = first.value
    scaled = tokens.low[numeral.end - 1] in SCALES or tokens.low[numeral.end - 1] in {
        "k",
        "bn",
        "m",
    }
    plain = tokens.low[first.end - 1] not in SCALES and first.end == index + 1
    if scaled and plain and value < 1000 and at > end:
        scale = SCALES.get(tokens.low[numeral.end - 1], 1000)
        if value < numeral.value / scale:
            value = tidy(value * scale)
    if numeral.fraction or numeral.value <= value:
        return None
    if code is not None and unit is not None and code != unit.code:
        return None
    if tokens.low[end] == "or" and (numeral.value != value + 1 or value > 20):
        return None
    found = code if unit is None else unit.code
    factor = 1 if unit is None else unit.factor
    return Figure(
        start=index,
        head=index,
        end=last,
        value=None,
        low=tidy(value * factor),
        high=tidy(numeral.value * factor),
        unit=found or "count",
        shape="range",
    )


def number(tokens: Tokens, index: int) -> Figure | None:
    """Read a figure that is a number in digits or words, with all that belongs to it."""
    low = tokens.low
    if low[index][:1].isdigit():
        if excluded(tokens, index):
            return None
    elif numbered_word(tokens, index):
        return None
    read = _quantity(tokens, index)
    if read is None:
        return None
    numeral, before, after, end = read
    unit = after or before
    code = None if unit is None else unit.code
    figure = _ranged(tokens, index, numeral, code, end)
    if figure is None:
        value = numeral.value
        if numeral.fraction and (unit is None or unit.code == "percent"):
            value, code = round(value * 100, 2), "percent"
        elif unit is not None:
            value = value * unit.factor
        if low[index - 1] == "." and tokens.glued(index) and not tokens.glued(index - 1):
            value = float(f"0.{low[index]}") if low[index].isdigit() else value
        value = tidy(value)
        if _negative(tokens, index):
            value = -value
        figure = Figure(index, index, end, value, value, value, unit=code or "count")
        figure.shape = "fraction" if numeral.fraction else "number"
    if before is not None:
        figure.start = figure.head = before.start
    finish(tokens, figure)
    return None if figure.shape == "named" else figure


def _negative(tokens: Tokens, index: int) -> bool:
    """Whether a number is below zero: "minus five", "minus-130", "a growth of -2"."""
    low = tokens.low
    at = index - 1
    if low[at] == "-" and tokens.glued(index):
        if low[at - 1] != "minus":
            return not tokens.glued(at) and (low[at - 1] in FUNCTION or low[at - 1] in {"", "$"})
        at -= 1
    return low[at] == "minus"


def finish(tokens: Tokens, figure: Figure) -> None:
    """Give a figure its noun, its bound, and the unit that only they tell (ages)."""
    low = tokens.low
    if figure.unit == "count":
        figure.noun = noun_phrase(
            tokens, figure.end, single=figure.value == 1, share=False
        )
        _times(tokens, figure)
        _term(tokens, figure)
        _hours(tokens, figure)
    elif figure.unit in {"percent", "ratio"}:
        figure.noun = noun_phrase(tokens, figure.end)
    elif figure.unit != "age" and low[figure.end].isalpha():
        figure.noun = noun_phrase(tokens, figure.end, single=True)
    figure.partitive = low[figure.end] == "of" and low[figure.end + 1] in {"the", "these", "those", "them"}
    if low[figure.start - 1] in {"between", "from"} and figure.shape == "range":
        figure.start -= 1
    if figure.unit == "count":
        _age(tokens, figure)
    if figure.shape == "number" and low[figure.start - 1] in {"first", "last"}:
        dated = low[figure.end] == "of" and is_year(low[figure.end + 1])
        if figure.unit == "count" or (figure.unit.startswith("duration") and dated):
            figure.shape = "named"
    bound = bound_before(tokens, figure.start, figure.unit)
    if bound is not None:
        figure.start = bound.at
        _apply(figure, bound.approximation)
    behind = figure.end if figure.noun is None else figure.noun[1]
    for place in (figure.end, behind):
        after = bound_after(tokens, place)
        if after is not None:
            figure.end = max(figure.end, after.at)
            if figure.approximation in {"exact", "about"}:
                _apply(figure, after.approximation)
            if place == figure.end - 1 and figure.noun and figure.noun[0] < after.at:
                figure.noun = None
            break


def _times(tokens: Tokens, figure: Figure) -> None:
    """Tell "four times the normal wage", a multiple, from "met four times"."""
    low = tokens.low
    if low[figure.end] == "times" and low[figure.end + 1] in MULTIPLIED:
        figure.unit, figure.noun = "ratio", None
        figure.end += 1


def _term(tokens: Tokens, figure: Figure) -> None:
    """Read "a 5-10 prison term", where the years go without saying."""
    if figure.shape == "range" and figure.noun is not None:
        words = tokens.low[figure.noun[0] : figure.noun[1]]
        if words[0] in {"prison", "jail"} and words[-1] in {
            "term",
            "terms",
            "sentence",
            "sentences",
        }:
            figure.unit = "duration:year"


def _hours(tokens: Tokens, figure: Figure) -> None:
    """Read "hours spent: officer: 90, deputy: 65": the unit was said once, before."""
    if figure.noun is None and tokens.low[figure.head - 1] in {":", "-", "="}:
        nearby = tokens.low[max(figure.head - _LIST_REACH, 0) : figure.head]
        if "hours" in nearby or "hrs" in nearby:
            figure.unit = "duration:hour"


def _apply(figure: Figure, approximation: Approximation) -> None:
    """Put a bound on a figure: an open side is null, and a range keeps its ends."""
    figure.approximation = approximation
    if figure.value is None:
        return
    if approximation in {"over", "at least"}:
        figure.high = None
    elif approximation in {"under", "at most"}:
        figure.low = None


def _age(tokens: Tokens, figure: Figure) -> None:
    """Tell a bare number that is an age: "aged 14", "girls under 16", "one was 18"."""
    low = tokens.low
    top = figure.high if figure.value is None else figure.value
    if top is None or not 0 < top <= MAX_AGE:
        return
    at = figure.start - 1
    behind = low[figure.end]
    for _ in range(5):
        word = low[at]
        if word in _AGED:
            if figure.noun is None or behind in FUNCTION or not figure.noun or low[at + 1] != "the":
                figure.unit, figure.noun = "age", None
                figure.start = at
                for opening in ("the", "between", "from"):
                    if low[figure.start - 1] == opening:
                        figure.start -= 1
            return
        if word not in {
            "of",
            "between",
            "from",
            "about",
            "approximately",
            "to",
            "around",
            "over",
            "under",
            "and",
        }:
            break
        at -= 1
    if figure.noun is not None:
        return
    if behind in {"or", "and"} and low[figure.end + 1] in {"older", "younger"}:
        figure.unit = "age"
        return
    before = low[figure.start - 1]
    if before in {"than"} and low[figure.start - 2] in {"younger", "older"}:
        figure.unit = "age"
    elif before in {"under", "over", "below", "above"} and behind not in {"of", "%"}:
        nearby = low[max(figure.start - 6, 0) : figure.start - 1]
        if any(word in PERSONS or word in _BE for word in nearby):
            figure.unit = "age"
    elif before == "as" and low[figure.start - 2] == "young":
        figure.unit = "age"
    elif before in _BE and figure.shape == "number" and 5 <= top and not behind.isalpha():
        subject = low[figure.start - 2]
        if subject in PERSONS or subject in {
            "one",
            "she",
            "he",
            "youngest",
            "oldest",
            "whom",
            "who",
        }:
            figure.unit = "age"


def scan(tokens: Tokens, readers: dict[str, Reader]) -> list[Figure]:
    """Read every figure of a sentence, in order.

    Args:
        tokens: The sentence.
        readers: For each word that can begin a figure, what reads it.
    """
    low = tokens.low
    places = deque(addresses(tokens.text))
    figures: list[Figure] = []
    index, count = 0, tokens.count
    while index < count:
        word = low[index]
        reader = readers.get(word)
        if reader is None and word[0].isdigit():
            reader = number
        if reader is None:
            index += 1
            continue
        if places:
            while places and places[0][1] <= tokens.start[index]:
                places.popleft()
            if places and places[0][0] <= tokens.start[index]:
                index += 1
                continue
        figure = reader(tokens, index)
        if figure is None:
            index += 1
            if word[0].isdigit():
                continue
        else:
            if figures and figure.start < figures[-1].end:
                figure.start = min(figures[-1].end, figure.head)
            figures.append(figure)
            index = max(figure.end, index + 1)
    _lists(tokens, figures)
    return figures


def _lists(tokens: Tokens, figures: list[Figure]) -> None:
    """Give the unit that a list says once to all of it: "5, 7 and 12 years", "aged 15, 16 and 19"."""
    for one, two in pairwise(figures):
        if two.unit == "count" and two.noun is None and one.unit == "age":
            if _listed(tokens, one, two) and (two.value or MAX_AGE + 1) <= MAX_AGE:
                two.unit = "age"
    for one, two in pairwise(reversed(figures)):
        if two.unit == "count" and two.noun is None and one.unit.startswith("duration"):
            if _listed(tokens, two, one):
                two.unit = one.unit


def _listed(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether nothing but commas and conjunctions stands between two figures."""
    between = tokens.low[one.end : two.start]
    return 0 < len(between) <= 2 and {",", "and", "or", "to"}.issuperset(between)


#: Words that the number reader itself can begin with.
NUMBER_STARTS: Final = (
    frozenset(NUMBERS) | frozenset(SCALES) | frozenset(SIGNS) | {"half", "quarter"}
)
