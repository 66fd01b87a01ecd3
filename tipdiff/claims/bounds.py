"""Bounds and approximators: the words that turn a number into "about", "over" or "at most".

Two tables, one for what stands before a number and one for what stands after it. The longest row
wins. A row with a guard holds only where the guard does: "over five years" tells a stretch of time,
"over 70 percent" a bound.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tipdiff.claims.tokens import Tokens
from tipdiff.records import Approximation

__all__ = ["Bound", "bound_after", "bound_before"]


class Bound(NamedTuple):
    """An approximation, and the token that it begins (or, after a number, ends) with."""

    approximation: Approximation
    at: int


_BEFORE: Final[dict[Approximation, str]] = {
    "about": "about|approximately|approx|around|roughly|some|nearly|almost|close to|an estimated|"
    "estimated|estimated at|circa|ca|~|in the region of|in the neighborhood of|on the order of|"
    "somewhere around|just about|virtually|barely|perhaps|maybe|well near|as of about|"
    "approximately some|an average of about|an estimated total of",
    "over": "more than|over|above|in excess of|upwards of|upward of|exceeding|exceeded|exceeds|well over|"
    "just over|slightly over|slightly more than|a little over|a little more than|"
    "slightly above|well above|greater than|older than|far more than|"
    "higher than|more than an estimated|longer than|over than|>",
    "under": "fewer than|less than|under|below|just under|just below|slightly under|"
    "slightly less than|well under|well below|younger than|shorter than|lower than|"
    "smaller than|a little under|a little less than|nearly under|<",
    "at least": "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|"
    "minimum of|at minimum|minimum|at a minimum|not under",
    "at most": "at most|up to|no more than|not more than|a maximum of|maximum of|not exceeding|"
    "not to exceed|maximum|as many as|as much as|as long as|at the most|not over|within|"
    "within about|within the next|within the first|within the last|no longer than|"
    "not longer than|as high as",
}
_AFTER: Final[dict[Approximation, str]] = {
    "at least": "or more|or over|and over|or older|and older|or above|and above|and up|"
    "or longer|or greater|plus|+",
    "at most": "or less|or fewer|or under|and under|or younger|and younger|or below|and below|"
    "at most|maximum",
    "about": "or so|or thereabouts",
}

_BY_LAST: Final[dict[str, list[tuple[tuple[str, ...], Approximation]]]] = {}
for _kind, _rows in _BEFORE.items():
    for _row in _rows.split("|"):
        _words = tuple(_row.split())
        _BY_LAST.setdefault(_words[-1], []).append((_words, _kind))
for _list in _BY_LAST.values():
    _list.sort(key=lambda row: -len(row[0]))

_BY_FIRST: Final[dict[str, list[tuple[tuple[str, ...], Approximation]]]] = {}
for _kind, _rows in _AFTER.items():
    for _row in _rows.split("|"):
        _words = tuple(_row.split())
        _BY_FIRST.setdefault(_words[0], []).append((_words, _kind))

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
#: Before a stretch of time "over", "within" and "under" bound it only after these words.
_BOUNDED_TIME: Final = frozenset(
    "for of lasting sentence sentences is was were well just to after at".split()
)
#: "under two laws" says where the law is, not that they are fewer.
_INSTRUMENTS: Final = frozenset(
    "law laws statute statutes article articles provision provisions program programs programme "
    "programmes contract contracts agreement agreements convention conventions code codes system "
    "regime section sections".split()
)


def bound_before(tokens: Tokens, index: int, unit: str) -> Bound | None:
    """Read the bound that ends just before a token, past fillers ("at least another 12")."""
    low = tokens.low
    at = index - 1
    for _ in range(3):
        found = _match_back(tokens, at, index, unit)
        if found is not None:
            return found
        if low[at] not in _FILLERS or at < 0:
            return None
        at -= 1
    return None


def _match_back(tokens: Tokens, at: int, index: int, unit: str) -> Bound | None:
    low = tokens.low
    for words, kind in _BY_LAST.get(low[at] if at >= 0 else "", ()):
        start = at - len(words) + 1
        if start < 0 or tuple(low[start : at + 1]) != words:
            continue
        if words == ("about",) and low[start - 1] in _TOLD:
            return None
        if words == ("some",) and (low[at + 1] in {"of", "the"} or at + 1 != index):
            return None
        if words in {("over",), ("within", "the", "last")} and unit.startswith("duration"):
            if at + 1 != index or low[start - 1] not in _BOUNDED_TIME:
                return None
        if words in {("under",), ("above",), ("over",), ("around",)} and at + 1 != index:
            return None
        if words == ("under",) and any(low[index + k] in _INSTRUMENTS for k in range(1, 5)):
            return None
        if words == ("within",) and not unit.startswith("duration"):
            return None
        if words[-1] == "minimum" and len(words) == 1 and low[start - 1] in {"a", "the"}:
            start -= 1
        return Bound(kind, start)
    return None


def bound_after(tokens: Tokens, index: int) -> Bound | None:
    """Read the bound that begins at a token: "two or more", "18 and over", "500+"."""
    low = tokens.low
    for words, kind in _BY_FIRST.get(low[index], ()):
        end = index + len(words)
        if tuple(low[index:end]) == words:
            if words[-1] in {"over", "under", "more", "above"} and low[end] in {"the", "a", "an"}:
                return None
            return Bound(kind, end)
    return None
