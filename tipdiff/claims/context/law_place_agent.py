"""Under which law, where, and by whom: what a sentence says around its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.context.events import Entry, Events, window
from tipdiff.language.lexicon import FUNCTION, PREDICATES, VERBS
from tipdiff.language.months import MONTHS

if TYPE_CHECKING:
    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.language.tokens import Tokens

__all__ = ["Around", "Surroundings", "place_at"]

_LAW_WORDS: Final = frozenset(
    "law laws statute statutes act acts code legislation provision provisions article articles "
    "section sections ordinance decree".split()
)
#: Those who act: the last word of the name.
_AGENTS: Final = frozenset(
    "police government ministry court courts prosecutor prosecutors authorities judiciary "
    "parliament ngo ngos iom ilo unicef interpol embassy immigration customs department bureau "
    "shelter hotline agency union".split()
)
_PLACING: Final = frozenset({"in", "at", "near", "from"})
_MARKING: Final = _AGENTS | _PLACING | {"under"}
#: Behind hours that are a habit and no work on the report: "the line is staffed 24 hours a day".
_REGULAR: Final = tuple(
    (per, time) for per in "a per each every".split() for time in ("day", "week")
)
#: What may stand between officer and hours: "deputy: 9 hours", "deputy spent about 9 hours".
_TO_HOURS: Final = frozenset(", - : = about approximately spent worked roughly devoted".split())
#: No part of a name: "during the year police arrested 12", "in one case police".
_TIMES: Final = frozenset(
    "year years month months period case cases incident raid raids operation operations".split()
)
#: What opens a law without saying which.
_SOME: Final = frozenset("one some any several many either various other another".split())
#: What ends the name of a law without one, and the longest name that leaves its noun out.
_NO_LAW: Final = frozenset({"", "is", "was", "were", "and", "or"})
_LONGEST_OLD: Final = 3
#: Longest name of a law or a place, in tokens.
_LONGEST_LAW: Final = 9
_LONGEST_PLACE: Final = 4
#: How far behind a figure, and how far before it, its law or place may stand.
_BEHIND: Final = 14
_BEFORE: Final = 10
#: Most words between a place and the figure behind it: "the one at Port Merrin still has 16".
_PLACED: Final = 4
#: How far before a figure the one who acted may stand.
_AGENT_REACH: Final = 25


def place_at(tokens: Tokens, at: int) -> str | None:
    """Return the capitalised name behind a preposition ("in Port Merrin"), or None."""
    low = tokens.low
    first = at + 1 + (low[at + 1] == "the")
    end = first
    while (
        end - first < _LONGEST_PLACE
        and low[end].isalpha()
        and tokens.capital(end)
        and low[end] not in MONTHS
        and low[end] != "fy"
        and low[end] not in FUNCTION
    ):
        end += 1
    return tokens.phrase(first, end) if end > first else None


class Around(NamedTuple):
    """What is said around a figure."""

    law: str | None
    who: str | None
    where: str | None


class Surroundings:
    """The laws, places and agents of a sentence."""

    def __init__(self, tokens: Tokens, events: Events) -> None:
        self._tokens = tokens
        self._events = events
        self._laws: list[Entry] = []
        self._places: list[Entry] = []
        self._agents: list[Entry] = []
        for at in [i for i, word in enumerate(tokens.low) if word in _MARKING]:
            word = tokens.low[at]
            if word == "under":
                self._add(self._laws, at, self._law(at))
            elif word in _PLACING:
                self._add(self._places, at, place_at(tokens, at))
            else:
                self._agents.append((at, word))

    @staticmethod
    def _add(entries: list[Entry], at: int, name: str | None) -> None:
        if name is not None:
            entries.append((at, name))

    def _law(self, at: int) -> str | None:
        """Return the law of "under the new labor law", "under Articles 12 and 13"."""
        tokens, low = self._tokens, self._tokens.low
        if low[at + 1] in _SOME:
            return None  # "under one of the laws" names none
        for word in range(at + 1, at + _LONGEST_LAW):
            if low[word] in _LAW_WORDS:
                end = word + 1
                while end - word < _LONGEST_LAW and (
                    low[end][:1].isdecimal()
                    or (tokens.glued(end) and low[end].isalpha())
                    or (
                        low[end] in {",", "and"}
                        and low[end + 1][:1].isdecimal()
                        and low[word].endswith("s")  # "articles 5 and 6", not "the old law and 12"
                    )
                ):
                    end += 1
                return tokens.phrase(at + 1, end)
            if not (low[word].isalpha() or low[word] in {"-", "'", "/"}) or low[word] in _NO_LAW:
                return self._elliptic(at, word)
        return None

    def _elliptic(self, at: int, end: int) -> str | None:
        """Return the law of "one under the new act and one under the old"."""
        tokens = self._tokens
        if not self._laws or tokens.low[at + 1] != "the" or not 2 <= end - at - 1 <= _LONGEST_OLD:
            return None
        return f"{tokens.phrase(at + 1, end)} {self._laws[-1][1].rpartition(' ')[2]}"

    def of(self, figure: Figure, end: int, ahead: int, *, acting: bool) -> Around:
        """Return what is said around a figure.

        Args:
            figure: The figure.
            end: The token behind its noun.
            ahead: The token that the next figure begins with.
            acting: Whether something happened to those counted, so that somebody did it.

        """
        acting = bool(acting and self._agents) or figure.unit == "duration:hour"
        return Around(
            law=self._law_of(figure, end, ahead) if self._laws else None,
            who=self._who(figure) if acting else None,
            where=self._where(figure, end, ahead) if self._places else None,
        )

    def _law_of(self, figure: Figure, end: int, ahead: int) -> str | None:
        """Return the law said behind a figure, before the next one; else just before it."""
        found = self._behind(self._laws, end, ahead)
        if found is not None:
            return found
        for at, name in reversed(window(self._laws, figure.start - _BEFORE, figure.start)):
            return None if {",", ";"} & set(self._tokens.low[at : figure.start]) else name
        return None

    def _where(self, figure: Figure, end: int, ahead: int) -> str | None:
        """Return the place right before a figure; else the one said behind it."""
        for at, name in reversed(window(self._places, figure.start - _BEFORE, figure.start)):
            told = at + 2 + name.count(" ")
            between = self._tokens.low[told : figure.start]
            if figure.start - told <= _PLACED and not {";", "that", "and"} & set(between):
                return name
            break
        return self._behind(self._places, end, ahead)

    def _behind(self, entries: list[Entry], end: int, ahead: int) -> str | None:
        for at, name in window(entries, end, min(ahead, end + _BEHIND)):
            return None if {";", ":"} & set(self._tokens.low[end:at]) else name
        return None

    def _who(self, figure: Figure) -> str | None:
        """Return who acted: the officer of the hours, the agency that stands before the verb."""
        if figure.unit == "duration:hour":
            behind = tuple(self._tokens.low[figure.end : figure.end + 2])
            return None if behind in _REGULAR else self._officer(figure.start)
        verb = self._events.place_before(figure.head)
        if verb is None:
            return None
        named = window(self._agents, figure.start - _AGENT_REACH, verb)
        if not named or ";" in self._tokens.low[named[-1][0] : figure.start]:
            return None
        return self._name(named[0][0], verb)

    def _officer(self, start: int) -> str | None:
        tokens, low = self._tokens, self._tokens.low
        at = start - 1
        while at >= 0 and low[at] in _TO_HOURS:
            at -= 1
        if at >= 0 and low[at] in {")", "]"}:
            opening = "(" if low[at] == ")" else "["
            while at >= 0 and low[at] != opening and start - at < _AGENT_REACH:
                at -= 1
            at -= 1
        first = at
        while first >= 0 and at - first < _LONGEST_PLACE and self._naming(first):
            first -= 1
        name = tokens.phrase(first + 1, at + 1)
        return None if not name or name.lower() in {"total", "hours", "total hours"} else name

    def _naming(self, at: int) -> bool:
        word = self._tokens.low[at]
        told = word in FUNCTION or word in VERBS or word in PREDICATES or word in _TIMES
        return word.isalpha() and not told

    def _name(self, at: int, verb: int) -> str | None:
        """Take the words before an agent's noun, and "of Justice" behind it."""
        tokens, low = self._tokens, self._tokens.low
        first = at
        while first > 0 and at - first < _LONGEST_PLACE and self._naming(first - 1):
            first -= 1
        last = at + 1
        if low[last] in {"of", "for"} and tokens.capital(last + 1):
            last += 1
            while last - at < 2 * _LONGEST_PLACE and (
                (tokens.capital(last) and low[last].isalpha())
                or (low[last] in {"and", "of", "for"} and tokens.capital(last + 1))
            ):
                last += 1
        return tokens.phrase(first, last) if last <= verb else None
