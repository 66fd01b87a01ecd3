"""Ages without the word "years": "aged 14", "girls under 16", "one was 18"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.scanning.figures import MAX_AGE, Figure
from tipdiff.language.lexicon import FUNCTION, PERSONS

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["tell_age"]

_AGED: Final = frozenset({"age", "ages", "aged"})
#: Words between "age" and the number.
_FILLERS: Final = frozenset("of between from about approximately to around over under and".split())
#: Words before "age" that belong to it.
_OPENINGS: Final = frozenset({"the", "between", "from"})
_BE: Final = frozenset({"was", "were", "is", "are", "turned", "be", "being"})
#: Words that an age can be said of, beside persons.
_SUBJECTS: Final = PERSONS | {"one", "she", "he", "youngest", "oldest", "whom", "who"}
#: Before a bound that is of those told before: "camel jockeys, most under 10".
_OF_THEM: Final = frozenset("most all many some both".split())
_BOUNDS: Final = frozenset({"under", "over", "below", "above"})
#: Youngest age that "was 5" tells: below, the number counts ("the total was 3").
_YOUNGEST: Final = 5
#: Youngest age behind a name: smaller figures there count ("Ostrel, 12, was").
_GROWN: Final = 14
#: How far before "under 16" the person stands.
_PERSON_REACH: Final = 6
#: Before a bare number, and what must stand before that: "younger than 14", "as young as 9".
_YOUNGER: Final = {"than": ("younger", "older"), "as": ("young",)}
#: How far before "is 15" the word "age" stands: "the minimum age for hazardous work is 18".
_AGE_REACH: Final = 16
#: What ends a list of ages: "18 and over".
_OPEN_ENDS: Final = frozenset({"over", "above", "under", "below", "up"})
#: How near the head of a list of ages its colon stands.
_HEADING: Final = 8
#: What stands for persons before "under 25".
_PRONOUNS: Final = frozenset({"them", "whom", "those"})


def tell_age(tokens: Tokens, figure: Figure) -> None:
    """Make a bare number, or one of years, an age where the words around it say so."""
    top = figure.most if figure.value is None else figure.value
    if top is None or not 0 < top <= MAX_AGE:
        return
    said = _age_word(tokens, figure.start - 1)
    if said is not None:
        figure.unit, figure.noun, figure.start = "age", None, said
    elif figure.unit == "count" and figure.noun is None and _is_age(tokens, figure, top):
        figure.unit = "age"


def _age_word(tokens: Tokens, at: int) -> int | None:
    """Return the token that an age begins with whose word stands before the number."""
    low = tokens.low
    for _ in range(5):
        if low[at] in _AGED:
            while low[at - 1] in _OPENINGS and at > 0:
                at -= 1
            return at
        if low[at] not in _FILLERS:
            return None
        at -= 1
    return None


def _is_listed(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure stands in a list of ages: "Ages: 12-17, 31 girls; 18 and over, 56"."""
    low, end = tokens.low, figure.end
    bounded = low[end] in {"or", "and"} and low[end + 1] in _OPEN_ENDS
    if not bounded and figure.shape != "range" and figure.approximation == "exact":
        return False
    head = low[:_HEADING]
    return ":" in head and not _AGED.isdisjoint(head[: head.index(":")])


def _is_apposed(tokens: Tokens, figure: Figure, top: float) -> bool:
    """Whether a figure between commas tells an age: "[NAME], 34, was", "a clerk, 29, in"."""
    low, start, end = tokens.low, figure.start, figure.end
    if low[start - 1] != "," or low[end] != "," or top < _GROWN or start < 2:
        return False
    named = tokens.capital(start - 2) or low[start - 2] == "]" or low[start - 3] in {"a", "an"}
    return named and low[end + 1] not in {"and", "or"} and not tokens.capital(end + 1)


def _is_open(tokens: Tokens, figure: Figure) -> bool:
    """Whether an age has an open end: "16 or older", "those 22 and over"."""
    low, end = tokens.low, figure.end
    if low[end] not in {"or", "and"}:
        return False
    said = low[end + 1] in {"older", "younger"}
    return said or (low[end + 1] in _OPEN_ENDS and low[figure.start - 1] in _PRONOUNS)


def _is_bracketed(tokens: Tokens, figure: Figure) -> bool:
    """Whether a range in brackets is the age of those before it: "boys (14-16)"."""
    low, start = tokens.low, figure.start
    enclosed = low[start - 1] == "(" and low[figure.end] == ")"
    return figure.shape == "range" and enclosed and low[start - 2] in PERSONS


def _is_age(tokens: Tokens, figure: Figure, top: float) -> bool:
    low = tokens.low
    before, behind = low[figure.start - 1], low[figure.end]
    if _is_listed(tokens, figure) or _is_apposed(tokens, figure, top):
        return True
    if _is_open(tokens, figure) or _is_bracketed(tokens, figure):
        return True
    if figure.shape == "range" and low[figure.start] in {"between", "from"}:
        told = not behind.isalpha() or behind in FUNCTION
        return told and (
            before in PERSONS or before in _PRONOUNS
        )  # "girls between 12 and 17 are sold"
    if before in _YOUNGER:
        return low[figure.start - 2] in _YOUNGER[before]
    if before in _BE:  # "one was 18"
        told = figure.shape == "number" and top >= _YOUNGEST
        told = told and (not behind.isalpha() or behind in FUNCTION)
        named = "age" in low[max(figure.start - _AGE_REACH, 0) : figure.start]
        return told and (named or low[figure.start - 2] in _SUBJECTS)
    return before in _BOUNDS and _bounds_persons(tokens, figure)


def _bounds_persons(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bound is of persons' age: "girls under 16", "most were over 30"."""
    low = tokens.low
    nearby = low[max(figure.start - _PERSON_REACH, 0) : figure.start - 1]
    if low[figure.start - 2] in _OF_THEM:
        return low[figure.end] not in {"of", "%"}
    told = any(word in PERSONS or word in _BE or word in _PRONOUNS for word in nearby)
    return told and low[figure.end] not in {"of", "%"}
