"""Figures: what a claim is made of, by tokens; and the walk that finds them in a sentence.

:func:`scan` walks the tokens once. At each token that can begin a figure the reader for its word is
tried; a reader gives a :class:`Figure` or nothing, and the walk goes on behind it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import define

from tipdiff.claims.scanning.exclusions import addresses
from tipdiff.language.lexicon import FUNCTION, PREDICATES, VERBS
from tipdiff.language.tokens import Tokens

if TYPE_CHECKING:
    from tipdiff.claims.quantities.digits_and_words import Number
    from tipdiff.language.noun_phrases import Phrase
    from tipdiff.records import Approximation

__all__ = ["MAX_AGE", "Figure", "Reader", "Relation", "joined", "scan"]

#: Most tokens that name an officer, with the comma before.
_OFFICER: Final = 6
#: What may stand between two terms whose years are said once: "five to ten years' imprisonment, or
#: eight to 15".
_TERMED: Final = frozenset(", or and with of in prison imprisonment jail ' \u2019".split())
#: What opens the case that a second term is for.
_CONDITIONS: Final = frozenset({"if", "where", "when"})
#: What opens a subject whose verb is unsaid, and what ends its clause behind the figure.
_SUBJECTS: Final = frozenset("the a an his her another other others".split())
_ENDS: Final = frozenset({".", ",", ";", ")", "and", ""})
#: Oldest age that a bare number can be.
MAX_AGE: Final = 110


#: Bounds from below, from above, and what joins them to one figure.
_LOWER: Final = frozenset({"over", "at least"})
_UPPER: Final = frozenset({"under", "at most"})
_BOUND_JOINTS: Final = (["and"], ["but"], [",", "but"], [",", "and"])


@define
class Figure:
    """A figure, by tokens: ``start`` with its bound, ``head`` the number, ``end`` behind all of it.

    ``value`` lies between ``least`` and ``most``; a range has none, and an open side is None.
    ``shape`` is the way it was said (number, range, fraction, vague, zero, ratio, frequency,
    ordinal, change, derived; ``named`` marks a number that turned out to be no claim).
    ``partitive`` says that it is some of others ("twelve of the clerks"); ``whole`` is the id and
    the noun of the total that a remainder was worked out from.
    """

    start: int
    head: int
    end: int
    value: Number | None
    least: Number | None
    most: Number | None
    approximation: Approximation = "exact"
    unit: str = "count"
    shape: str = "number"
    noun: Phrase | None = None
    partitive: bool = False
    whole: tuple[str, str | None] | None = None


class Relation:
    """What a figure takes from others: its total, the sum that it converts, what is counted."""

    __slots__ = ("counted", "equivalent", "of")

    def __init__(self) -> None:
        self.of: str | None = None
        self.equivalent: str | None = None
        self.counted: str | None = None


Reader = Callable[[Tokens, int], Figure | None]


def scan(tokens: Tokens, readers: Mapping[str, Reader], digits: Reader) -> list[Figure]:
    """Read every figure of a sentence, in order.

    Args:
        tokens: The sentence.
        readers: For each word that can begin a figure, what reads it.
        digits: What reads a figure in digits.

    """
    low, behind = tokens.low, 0
    places = deque(addresses(tokens.text))
    figures: list[Figure] = []
    words = low[: tokens.count]
    for index in [i for i, word in enumerate(words) if word in readers or word[0].isdecimal()]:
        if index < behind:
            continue
        while places and places[0][1] <= tokens.start[index]:
            places.popleft()
        if places and places[0][0] <= tokens.start[index]:
            continue
        figure = readers.get(low[index], digits)(tokens, index)
        if figure is not None:
            if figures and figure.start < figures[-1].end:
                figure.start = min(figures[-1].end, figure.head)
            figures.append(figure)
            behind = figure.end
    _share_units(tokens, figures)
    return _between_bounds(tokens, figures)


def _between_bounds(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """Make one figure of two bounds: "more than 30 and fewer than 40 clerks"."""
    kept: list[Figure] = []
    for figure in figures:
        if kept and _closes(tokens, kept[-1], figure):
            one = kept.pop()
            figure.start, figure.head, figure.least = one.start, one.head, one.value
            figure.most, figure.value = figure.value, None
            figure.approximation, figure.shape = "exact", "range"
        kept.append(figure)
    return kept


def _closes(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether a figure is the upper bound of what the one before it is the lower bound of."""
    if one.value is None or two.value is None or one.noun is not None or one.value >= two.value:
        return False
    bounded = one.approximation in _LOWER and two.approximation in _UPPER
    # "Min. 3 years and max. 12 years" stay the two that they are told as.
    alike = one.unit == "count" or one.unit == two.unit == "age"
    return bounded and alike and tokens.low[one.end : two.start] in _BOUND_JOINTS


def _bare(figure: Figure) -> bool:
    return figure.unit == "count" and figure.noun is None


def _bounded(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether a bound follows a term: "six to 12 years, and up to 15 where ..."."""
    between = tokens.low[one.end : two.start]
    told = two.approximation in {"at most", "at least"} or (two.shape == one.shape == "range")
    told = told or tokens.low[two.end] in _CONDITIONS  # "12 years' imprisonment, 15 if"
    told = told and bool(between) and _TERMED.issuperset(between)
    return told and tokens.low[two.end] not in VERBS | PREDICATES | {"were", "was", "had"}


def _aside(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether a bracket gives a figure another value: "18 years of age (15 with leave)"."""
    return tokens.low[one.end : two.start] == ["("] and tokens.low[two.end] in FUNCTION


def _next_officer(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether only the next officer stands between two figures: "deputy 45 hours, chief 5"."""
    between = tokens.low[one.end : two.start]
    if not 2 <= len(between) <= _OFFICER or between[0] not in {",", "and", ";"}:
        return False
    words = [word for word in between if word not in {",", "and", ";", "the", "/", "a", "an"}]
    return bool(words) and all(
        word.isalpha() and word not in FUNCTION and word not in VERBS for word in words
    )


def _gapped(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether another's figure follows, its verb unsaid: "the skipper got five years, the cook 3".

    Only a noun phrase that can be a subject stands between, and the clause ends behind.
    """
    low = tokens.low
    between = low[one.end : two.start]
    while between and between[0] in {",", "and", ";"}:
        between = between[1:]
    if not 0 < len(between) < _OFFICER or low[two.end] not in _ENDS or low[one.end] == between[0]:
        return False
    opens = between[0] in _SUBJECTS or tokens.capital(two.start - len(between))
    return opens and all(
        word.isalpha() and word not in FUNCTION and word not in VERBS and not word.endswith("ed")
        for word in between
        if word not in _SUBJECTS
    )


def joined(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether two durations are told by one verb: "five and three years in prison"."""
    told = one.unit.startswith("duration") and two.unit.startswith("duration")
    return told and (_listed(tokens, one, two) or _gapped(tokens, one, two))


def _listed(tokens: Tokens, one: Figure, two: Figure) -> bool:
    """Whether nothing but commas and conjunctions stands between two figures."""
    between = tokens.low[one.end : two.start]
    return 0 < len(between) <= 2 and {",", "and", "or", "to"}.issuperset(between)


def _young(two: Figure) -> bool:
    return two.value is not None and two.value <= MAX_AGE


#: When a bare figure has the unit of the one before it: the units, the test, a sample.
SHARED: Final[tuple[tuple[tuple[str, ...], Callable[[Tokens, Figure, Figure], bool], str], ...]] = (
    (("age",), lambda t, a, b: _young(b) and _listed(t, a, b), "aged 15 and 16"),
    (("age",), lambda t, a, b: _young(b) and _aside(t, a, b), "18 years of age (15 with leave)"),
    (("duration",), _bounded, "six to 12 years, and up to 15 where"),
    (("duration:hour",), _next_officer, "deputy 45 hours, chief 5"),
    (("duration",), _gapped, "the skipper got five years and the cook three"),
)


def _share_units(tokens: Tokens, figures: list[Figure]) -> None:
    """Give the unit that a list says once to all of it: "5, 7 and 12 years", "aged 15 and 16"."""
    for one, two in pairwise(figures):
        if one.unit != "count" and _bare(two):
            for units, test, _ in SHARED:
                if one.unit.startswith(units) and test(tokens, one, two):
                    two.unit = one.unit
                    break
    for two, one in pairwise(reversed(figures)):
        if two.unit.startswith("duration") and _bare(one) and _listed(tokens, one, two):
            one.unit = two.unit
