"""Bounds and approximators: the words that turn a number into "about", "over" or "at most".

Two tables, one for what stands before a number and one for what stands after it. The longest row
wins. A row with a guard holds only where the guard does: "over six years" tells a stretch of time,
"over 70 percent" a bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.language.number_words import NUMBERS, SCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tipdiff.language.tokens import Tokens
    from tipdiff.records import Approximation

__all__ = ["Bound", "bound_after", "bound_before"]


class Bound(NamedTuple):
    """An approximation, and the token that it begins (or, after a number, ends) with."""

    approximation: Approximation
    at: int


_BEFORE: Final[dict[Approximation, str]] = {
    "about": "c .|"
    "about|approximately|approx|approx .|ca .|around|roughly|some|nearly|almost|close to|"
    "an estimated|estimated|estimated at|circa|ca|~|in the region of|in the neighborhood of|"
    "on the order of|"
    "somewhere around|just about|virtually|barely|perhaps|maybe|well near|as of about|"
    "approximately some|an average of about|an estimated total of",
    "over": "more than|over|above|in excess of|upwards of|upward of|exceeding|exceeded|exceeds|"
    "well over|just over|slightly over|slightly more than|a little over|a little more than|"
    "slightly above|well above|greater than|older than|far more than|"
    "higher than|more than an estimated|longer than|over than|>",
    "under": "fewer than|less than|under|below|just under|just below|slightly under|"
    "slightly less than|well under|well below|younger than|shorter than|lower than|"
    "smaller than|a little under|a little less than|nearly under|<",
    "at least": "≥|> =|"
    "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|"
    "minimum of|at minimum|minimum|at a minimum|not under|a floor of|minimum period of|"
    "min .|min|minimum term of|minimum sentence of|minimum penalty of|minimum stay of",
    "at most": "≤|< =|"
    "at most|up to|no more than|not more than|a maximum of|maximum of|not exceeding|"
    "not to exceed|maximum|as many as|as much as|as long as|at the most|not over|within|"
    "within about|within the next|within the first|within the last|no longer than|"
    "not longer than|none longer than|none older than|none more than|as high as|a ceiling of|"
    "maximum period of|maximum term of|maximum sentence of|maximum penalty of|maximum stay of|"
    "maximum fine of|maximum punishment of|max .|max",
}
_AFTER: Final[dict[Approximation, str]] = {
    "at least": "or more|or over|and over|or older|and older|or above|and above|and up|"
    "or longer|or greater|plus|- plus|+",
    "at most": "or less|or fewer|or under|and under|or younger|and younger|or below|and below|"
    "at most|maximum",
    "about": "or so|or thereabouts|odd|- odd",
}

#: Words between a bound and its number that change nothing ("at least another 12", "up to a ...").
_FILLERS: Final = frozenset(
    "a an additional another further the only just other total of these those".split()
)
#: What is told *about* something: "information about two clubs" is not an approximation.
_TOLD: Final = frozenset(
    "information concern concerns report reports complaint complaints story stories talk talks "
    "knowledge learn learned inform informed know knew heard asked worried worries data facts "
    "details questions awareness comments article articles statements claims concerned".split()
)
#: Before a stretch of time "over" bounds it only after these words ("for over six years").
_BOUNDED_TIME: Final = frozenset(
    "for of lasting sentence sentences is was were well just to after at".split()
)
#: "Under two laws" says where the law is, not that they are fewer.
_INSTRUMENTS: Final = frozenset(
    "law laws statute statutes article articles provision provisions program programs programme "
    "programmes contract contracts agreement agreements convention conventions code codes system "
    "regime section sections".split()
)


#: What stands behind the number of a chapter: "c. 2 of the law".
_CHAPTER_ENDS: Final = frozenset({"of", ",", ".", ";", ")", ""})


class _Place(NamedTuple):
    """Where a bound was found: its first token and its last, the number's, and the unit."""

    tokens: Tokens
    start: int
    last: int
    number: int
    unit: str

    @property
    def next_to(self) -> bool:
        """Whether the number follows at once, or "a" that belongs to it: "over a hundred"."""
        article = self.tokens.low[self.last + 1] == "a" and self.tokens.low[self.number] in SCALES
        return self.last + 1 + article == self.number

    @property
    def before(self) -> str:
        """The word before the bound."""
        return self.tokens.low[self.start - 1]

    @property
    def timed(self) -> bool:
        """Whether the number is a stretch of time."""
        return self.unit.startswith("duration")


def _under(place: _Place) -> bool:
    low, at = place.tokens.low, place.number
    return place.next_to and _INSTRUMENTS.isdisjoint(low[at + 1 : at + 5])


#: What must hold beside the words: the bound, the test, what it keeps out.
GUARDS: Final[tuple[tuple[str, Callable[[_Place], bool], str], ...]] = (
    ("about", lambda p: p.before not in _TOLD, "information about two clubs"),
    ("c .", lambda p: p.tokens.low[p.number + 1] not in _CHAPTER_ENDS, "by c. 2 of the law"),
    ("some", lambda p: p.next_to, "some of the two"),
    (
        "over",
        lambda p: p.next_to and (not p.timed or p.before in _BOUNDED_TIME),
        "carried on over six years; over the two years",
    ),
    ("within the last", lambda p: not p.timed, "within the last two years"),
    ("under", _under, "tried under two laws; under the two laws"),
    ("above", lambda p: p.next_to, "above the two"),
    ("around", lambda p: p.next_to, "around the two towns"),
    ("within", lambda p: p.timed, "within two regions"),
)
_GUARDS: Final = {bound: test for bound, test, _ in GUARDS}


def _table(
    rows: Mapping[Approximation, str], key: int
) -> dict[str, list[tuple[tuple[str, ...], Approximation]]]:
    """Arrange rows by their first word (0) or their last (-1), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Approximation]]] = {}
    for kind, bounds in rows.items():
        for bound in bounds.split("|"):
            words = tuple(bound.split())
            table.setdefault(words[key], []).append((words, kind))
    for found in table.values():
        found.sort(key=lambda row: -len(row[0]))
    return table


_BY_LAST: Final = _table(_BEFORE, -1)
_BY_FIRST: Final = _table(_AFTER, 0)
#: Fillers that may stand between a bound and its number.
_MOST_FILLERS: Final = 2


def bound_before(tokens: Tokens, index: int, unit: str) -> Bound | None:
    """Read the bound that ends just before a token, past fillers ("at least another 12").

    Args:
        tokens: The sentence.
        index: The first token of the number.
        unit: The number's unit: stretches of time are bounded by other words.

    """
    low = tokens.low
    for at in range(index - 1, max(index - 2 - _MOST_FILLERS, -1), -1):
        for words, kind in _BY_LAST.get(low[at], ()):
            start = at - len(words) + 1
            if start < 0 or tuple(low[start : at + 1]) != words:
                continue
            guard = _GUARDS.get(" ".join(words))
            if guard is None or guard(_Place(tokens, start, at, index, unit)):
                return Bound(kind, start)
            return None
        if low[at] not in _FILLERS:
            return None
    return None


def bound_after(tokens: Tokens, index: int) -> Bound | None:
    """Read the bound that begins at a token: "two or more", "18 and over", "500+"."""
    low = tokens.low
    for words, kind in _BY_FIRST.get(low[index], ()):
        end = index + len(words)
        if tuple(low[index:end]) == words:
            if low[end][:1].isdecimal() or low[end] in NUMBERS:
                return None  # "over 12 and under 18"
            if words[-1] in {"over", "under", "more", "above"} and low[end] in {"the", "a", "an"}:
                return None
            return Bound(kind, end)
    return None
