"""The year that a claim states: "up from three in 2002", "in 2006, police arrested 12".

A year counts for a claim where a preposition of time or a month introduces it ("in", "during").
Years that name things ("the 2005 study", "the law of 2003") do not.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.dates import is_year
from tipdiff.claims.lexicon import MONTHS

if TYPE_CHECKING:
    from tipdiff.claims.figures import Figure
    from tipdiff.claims.tokens import Tokens

__all__ = ["Period", "Periods"]

_PREPOSITIONS: Final = frozenset({"in", "during", "for", "throughout", "through", "by", "until"})
_PARTS: Final = frozenset(
    "early mid late end beginning start half quarter months month spring summer fall autumn winter "
    "year course rest of all calendar fiscal fy the first second third fourth last".split()
)
#: A clause that tells of something else: its year is not that of the claims before it.
_ASIDE: Final = frozenset({"which", "whose", "when", "since", "after", "before"})
#: What opens a clause about something else than the figures behind it.
_CONCESSIONS: Final = frozenset({"despite", "although", "unlike", "notwithstanding"})
#: Before a figure of another year: "up from three in 2002", "more than double the 40 of 2004".
_COMPARED: Final = frozenset({"from", "than", "with", "versus", "double", "against", "compared"})
#: Years that are only pointed to.
_PREVIOUS: Final = frozenset({"previous", "last", "prior", "preceding", "earlier", "before"})
#: A year this near the clause's first token opens it, whatever stands before.
_OPENING: Final = 8
#: Furthest, in tokens, that a year holds for a claim across others.
_SPAN: Final = 80
#: How far behind a claim its year may stand, in tokens, when clauses do not say.
_REACH: Final = 14


#: What a year has, behind "at": "at the end of 2005".
_EDGES: Final = frozenset({"end", "beginning", "start", "close"})
#: Before a year that adorns a noun: "the 2005 study".
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "'s", "our"})
#: How far before a year its preposition and its "since" stand; behind a claim, "the year before".
_DATE_REACH: Final = 8
_SINCE_REACH: Final = 7
_POINTING_REACH: Final = 4


class Period(NamedTuple):
    """The time of a claim.

    ``stated`` is the year in the words, ``since`` the first year of a span. ``back`` is 1 where the
    words point to the year before the report's ("41 the previous year"), else 0.
    """

    stated: int | None = None
    since: int | None = None
    back: int = 0


class _Year(NamedTuple):
    """A year that tells a time: its token, itself (null behind "since"), the first of its span."""

    place: int
    year: int | None
    since: int | None


class Periods:
    """The years of a sentence, and which claim each belongs to."""

    def __init__(self, tokens: Tokens, figures: list[Figure]) -> None:
        self._tokens = tokens
        self._figures = figures
        self._starts = [figure.start for figure in figures]
        self._years = self._stated()
        self._places = [year.place for year in self._years]
        self._opening = self._openings()

    def _stated(self) -> list[_Year]:
        """Find the years that tell a time; a span of years is one entry, at its last year."""
        low = self._tokens.low
        found: list[_Year] = []
        heads = {figure.head for figure in self._figures}
        for i in range(self._tokens.count):
            if not is_year(low[i]) or i in heads:
                continue
            since = self._since(i)
            if since is not None:
                if found and found[-1].year == since:
                    found.pop()
                found.append(_Year(i, int(low[i]), since))
            elif "since" in low[max(i - _SINCE_REACH, 0) : i]:
                found.append(_Year(i, None, int(low[i])))
            elif self._tells_time(i):
                found.append(_Year(i, int(low[i]), None))
        return found

    def _openings(self) -> list[bool]:
        """Tell for each year whether it opens its clause: no claim there stands before it."""
        low, openings, clause, at = self._tokens.low, [], 0, 0
        for place in self._places:
            while at < place:
                at += 1
                if low[at] == ";":
                    clause = at
            first = bisect_left(self._starts, clause)
            if low[clause + bool(clause)] in _CONCESSIONS:
                openings.append(False)  # "Despite arrests in 2004, there were no convictions"
                continue
            alone = first >= len(self._starts) or self._starts[first] > place
            openings.append(alone or place - clause <= _OPENING or low[place + 1] == ",")
        return openings

    def _tells_time(self, i: int) -> bool:
        """Whether a preposition or a month introduces the year, and it adorns no noun."""
        low = self._tokens.low
        if low[i + 1].isalpha() and low[i - 1] in _ARTICLES:
            return False  # "the 2005 study"
        at = i - 1
        while at > 0 and i - at < _DATE_REACH and self._dates(at):
            at -= 1
        if low[at] in _PREPOSITIONS or low[at : at + 2] == ["as", "of"]:
            return True
        if low[i - 1] == "of" and low[i - 2][:1].isdigit():
            return True  # "half the 2,700 of 2005"
        if at < i - 1 and low[at + 1] in MONTHS:
            return True
        if low[at] == "at" and not _EDGES.isdisjoint(low[at:i]):
            return True
        closed = low[i + 1] in {")", ",", ".", ";", "and", ""}
        listed = low[i - 1] in {"and", "or"} and any(map(is_year, low[max(i - 6, 0) : i]))
        return closed and (low[i - 1] == "(" or listed)

    def _dates(self, at: int) -> bool:
        """Whether a token can stand between a preposition and its year: "at the end of March"."""
        low = self._tokens.low
        if low[at] == ",":
            return low[at - 1] in MONTHS or low[at - 1].isdigit()
        day = low[at].isdigit() and len(low[at]) <= 2
        return day or low[at] in MONTHS or low[at] in _PARTS or low[at] == "-"

    def _since(self, i: int) -> int | None:
        """Return the first year of "from 2001 to 2006", "2001-2006", "between 2001 and 2006"."""
        low = self._tokens.low
        for gap in (2, 3, 4, 5, 6):
            first = i - gap
            if first < 0 or not is_year(low[first]):
                continue
            joint, rest = low[first + 1], low[first + 2 : i]
            dated = all(
                word in MONTHS or word == "," or (word.isdigit() and not MONTHS.isdisjoint(rest))
                for word in rest
            )
            ranged = joint == "and" and "between" in low[max(first - 4, 0) : first]
            joined = joint in {"-", "to", "through", "/"} or ranged
            return int(low[first]) if dated and joined and low[first] < low[i] else None
        return None

    def of(self, index: int) -> Period:
        """Return the time of a claim."""
        figure = self._figures[index]
        if figure.unit in {"age", "ordinal"}:
            return Period()
        if self._points_back(figure):
            known = next((year.year for year in self._years if year.year is not None), None)
            return Period(back=1) if known is None else Period(known - 1)
        found = self._found(index, figure)
        if found is None or (found.since is not None and figure.unit.startswith("duration")):
            return Period()  # "over six years from 2000 to 2005": the span says the same
        return Period(found.year, found.since)

    def _points_back(self, figure: Figure) -> bool:
        """Whether the claim is of the year before: "41 the previous year", "12 a year earlier"."""
        behind = self._tokens.low[figure.end : figure.end + _POINTING_REACH]
        return "year" in behind and not _PREVIOUS.isdisjoint(behind)

    def _found(self, index: int, figure: Figure) -> _Year | None:
        """Choose a year: right behind the claim, else said before it, else the sentence's one."""
        at = bisect_left(self._places, figure.end)
        behind = self._years[at] if at < len(self._years) else None
        if behind is not None and self._follows(index, figure, behind.place):
            return behind
        at = bisect_left(self._places, figure.start) - 1
        if at >= 0 and self._governs(at, figure.start):
            return self._years[at]
        single = at < 0 and len(self._years) == 1
        if single and behind is not None and self._closes(figure, behind.place):
            return behind
        return None

    def _follows(self, index: int, figure: Figure, place: int) -> bool:
        """Whether the year follows the claim in its own clause, no other claim between."""
        if index + 1 < len(self._figures):
            ahead = self._figures[index + 1].start
            if ahead < place:
                return False
            if ahead == place + 1 and self._places[0] < figure.start:
                return False  # "in 2004 one, in 2005 three": the year is the next one's
        return place - figure.end <= _REACH and not self._broken(figure.end, place)

    def _owned(self, place: int) -> bool:
        """Whether a year is that of the number before it alone: "half the 2,700 of 2005"."""
        return self._tokens.low[place - 1] == "of" and self._tokens.low[place - 2][:1].isdigit()

    def _broken(self, start: int, end: int) -> bool:
        return any(word in _ASIDE or word in {";", ":"} for word in self._tokens.low[start:end])

    def _governs(self, at: int, start: int) -> bool:
        """Whether a year said before holds for the claim: it opens the clause, before any claim."""
        place = self._places[at]
        if start == place + 1:
            return True
        if start - place > _SPAN or not self._opening[at]:
            return False
        return not {";", "since"} & set(self._tokens.low[place:start])

    def _closes(self, figure: Figure, place: int) -> bool:
        """Whether the sentence's one year is the claim's, other claims between ("... in 2006").

        It is not where the claim next to it is compared with: "five, up from three in 2002".
        """
        low = self._tokens.low
        if place - figure.end > _SPAN or self._broken(figure.end, place) or self._owned(place):
            return False
        nearest = self._figures[bisect_left(self._starts, place) - 1].start
        before = nearest - 1 - (low[nearest - 1] in {"the", "to"})
        return low[before] not in _COMPARED
