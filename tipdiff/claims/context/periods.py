"""The year that a claim states: "up from three in 2002", "in 2006, police arrested 12".

A sentence is cut where something is compared with ("up from", "compared with") or a clause ends:
a year holds on its own side of the cut only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.context.years import Year, years_of
from tipdiff.language.lexicon import COMPARING

if TYPE_CHECKING:
    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.language.tokens import Tokens

__all__ = ["Period", "Periods"]

#: A clause that tells of something else: its year is not that of the claims before it.
_ASIDE: Final = frozenset({"which", "whose", "when", "since", "after", "before"})
#: What opens a clause about something else than the figures behind it.
_CONCESSIONS: Final = frozenset({"despite", "although", "unlike", "notwithstanding"})
#: Before a figure of another year: "up from three in 2002", "more than double the 40 of 2004".
_COMPARED: Final = frozenset({"from", "than", "with", "versus", "double", "against", "compared"})
#: What begins a comparison whatever stands before it.
_CUTS: Final = frozenset({"compared", "comparison", "versus", "vs", "unlike", "than", ";"})
#: Years that are only pointed to: of the year before ("last" only where something is compared).
_PREVIOUS: Final = frozenset({"previous", "last", "prior", "preceding", "earlier", "before"})
#: A year this near the clause's first token opens it, whatever stands before.
_OPENING: Final = 8
#: Furthest, in tokens, that a year holds for a claim across others.
_SPAN: Final = 80
#: How far behind a claim its year may stand, in tokens, when clauses do not say.
_REACH: Final = 14
#: How far behind a claim "the year before" stands, and before it what it is compared by.
_POINTING_REACH: Final = 4
_COMPARING_REACH: Final = 3
#: What tells how things stand now, and what opens a clause that does.
_PRESENT: Final = frozenset("is are has have will can may currently now".split())
_JOINTS: Final = frozenset({"and", "but", "which", "that", "who"})
#: How far before a claim "which can" stands.
_STANDING_REACH: Final = 5
#: Before a stretch of time that is over, or to come, at the time told.
_LAPSED: Final = frozenset("after for within over every per last past previous next of".split())
_APART: Final = frozenset("prior before later ago earlier after".split())
#: What a stretch of years up to now is called: "over the last four years".
_PASSED: Final = frozenset({"last", "past", "previous", "preceding"})
_YEARS: Final = frozenset({"years", "decade", "decades"})
#: Its longest form, in tokens ("last four years"), and what parts a claim from one behind it.
_STRETCH: Final = 3
_BREAKS: Final = frozenset({";", ".", ",", ":", "and", "but"})
#: Before something that was known before its year was told: "from the 10 new members".
_KNOWN: Final = frozenset({"the", "these", "those"})
#: What consists of so many: its size is no figure of the year in which it did something.
_BODIES: Final = frozenset(
    "committee commission team group board panel staff unit network force council".split()
)


class Period(NamedTuple):
    """The time of a claim.

    ``stated`` is the year in the words, ``since`` the first year of a span. ``back`` is 1 where the
    words point to the year before the report's ("41 the previous year"), else 0.
    """

    stated: int | None = None
    since: int | None = None
    back: int = 0


class Periods:
    """The years of a sentence, and which claim each belongs to."""

    def __init__(self, tokens: Tokens, figures: list[Figure]) -> None:
        self._tokens = tokens
        self._figures = figures
        self._starts = [figure.start for figure in figures]
        self._years = years_of(tokens, figures)
        self._places = [year.place for year in self._years]
        self._cuts = self._cut() if self._years else []
        self._opening = self._openings()

    def _cut(self) -> list[int]:
        """Find the tokens where a comparison or another clause begins, outside the figures."""
        low = self._tokens.low
        cuts = []
        for at in range(self._tokens.count):
            if low[at] in _CUTS or (low[at] == "from" and low[at - 1] in COMPARING):
                k = bisect_right(self._starts, at) - 1
                if k < 0 or at >= self._figures[k].head:  # no bound: "more than 20"
                    cuts.append(at)
        return cuts

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
            if self._is_compared(place):
                openings.append(False)
                continue
            if self._years[len(openings)].ahead:
                openings.append(True)
                continue
            alone = first >= len(self._starts) or self._starts[first] > place
            openings.append(alone or place - clause <= _OPENING or low[place + 1] == ",")
        return openings

    def _is_compared(self, place: int) -> bool:
        """Whether a year is that of a figure compared with: "17, compared with 14 in 2001, and"."""
        cut = bisect_left(self._cuts, place) - 1
        if cut < 0 or self._tokens.low[self._cuts[cut]] == ";":
            return False
        compared = bisect_left(self._starts, self._cuts[cut])
        return compared < len(self._starts) and self._starts[compared] < place

    def of(self, index: int) -> Period:
        """Return the time of a claim."""
        figure = self._figures[index]
        if figure.unit in {"age", "ordinal"}:
            return Period()
        if self._points_back(figure):
            known = next((year.year for year in self._years if year.year is not None), None)
            return Period(back=1) if known is None else Period(known - 1)
        if not self._years or self._lapsed(figure) or self._is_this_year(figure):
            return Period()
        found = self._found(index, figure)
        if found is None or (found.since is not None and figure.unit.startswith("duration")):
            return Period()  # "over six years from 2000 to 2005": the span says the same
        return Period(found.year, found.since)

    def _points_back(self, figure: Figure) -> bool:
        """Whether the claim is of the year before: "41 the previous year", "12 a year earlier".

        "Last year" is the year before only beside a comparison; else it is the report's own.
        """
        low = self._tokens.low
        behind = low[figure.end : figure.end + _POINTING_REACH]
        pointed = _PREVIOUS.intersection(behind) if "year" in behind else frozenset()
        if pointed != {"last"}:
            return bool(pointed)
        before = low[max(figure.start - _COMPARING_REACH, 0) : figure.start]
        return not COMPARING.isdisjoint(before)

    def _is_this_year(self, figure: Figure) -> bool:
        """Whether the claim is of the report's own year, whatever year was told before."""
        behind = self._tokens.low[figure.end : figure.end + _REACH]
        return "this" in behind and behind[behind.index("this") + 1 :][:1] == ["year"]

    def _lapsed(self, figure: Figure) -> bool:
        """Whether a stretch of time leads up to what is dated: "after three years in a drawer".

        So do those that adorn a noun ("a 40-hour course"): they have no year of their own.
        """
        if not figure.unit.startswith("duration"):
            return False
        low, end = self._tokens.low, figure.end
        if low[figure.start - 1] in _LAPSED or low[end] in _APART:
            return True
        return self._tokens.glued(figure.head + 1) and low[figure.head + 1] == "-"

    def _found(self, index: int, figure: Figure) -> Year | None:
        """Choose a year: right behind the claim, else said before it, else its clause's one."""
        at = bisect_left(self._places, figure.end)
        behind = self._years[at] if at < len(self._years) else None
        if behind is not None and self._follows(index, figure, behind):
            return behind
        before = at - 1
        while before >= 0 and self._places[before] >= figure.start:
            before -= 1
        if before >= 0 and self._governs(before, figure.start):
            return None if self._over_years(before, index) else self._years[before]
        if behind is not None and self._closes(figure, at):
            return behind
        return None

    def _over_years(self, before: int, index: int) -> bool:
        """Whether a claim is of several years up to the one that governs it.

        "A meeting in January 2008 told of 12 women met over the last four years": the year is that
        of the telling.
        """
        low, figure = self._tokens.low, self._figures[index]
        for at in range(self._places[before], min(figure.end + _REACH, self._tokens.count)):
            if at >= figure.end and low[at] in _BREAKS:
                return False
            passed = low[at] in _PASSED and low[at - 1] == "the"
            if passed and not _YEARS.isdisjoint(low[at : at + _STRETCH]):
                return True
        return False

    def _follows(self, index: int, figure: Figure, year: Year) -> bool:
        """Whether the year follows the claim in its own clause, no other claim between."""
        place = year.place
        if year.ahead or self._opens_next(index, place, year):
            return False
        if index + 1 < len(self._figures):
            ahead = self._figures[index + 1].start
            if ahead < place:
                return False
            if ahead == place + 1 and self._places[0] < figure.start:
                return False  # "in 2004 one, in 2005 three": the year is the next one's
        near = place - figure.end <= _REACH and not self._broken(figure.end, place)
        return near and self._is_of(figure, year)

    def _opens_next(self, index: int, place: int, year: Year) -> bool:
        """Whether "and in 2006" is of the next clause: it has a claim, and the one before a year.

        "For 2005 the budget was 90,000 crowns, and for 2006 it was 40,000."
        """
        dated = self._places[0] < self._figures[index].start
        return year.joint and dated and place < self._figures[-1].start

    def _is_of(self, figure: Figure, year: Year) -> bool:
        """Whether a year with a noun of its own ("the plan adopted in 2005") is the claim's."""
        if year.host < 0:
            return True
        return figure.noun is not None and figure.noun[0] <= year.host < figure.noun[1]

    def _owned(self, place: int) -> bool:
        """Whether a year is that of the number before it alone: "half the 2,700 of 2005"."""
        return self._tokens.low[place - 1] == "of" and self._tokens.low[place - 2][:1].isdecimal()

    def _broken(self, start: int, end: int) -> bool:
        """Whether another clause, or a comparison, begins between two tokens."""
        cut = bisect_left(self._cuts, start)
        if cut < len(self._cuts) and self._cuts[cut] < end:
            return True
        low = self._tokens.low
        return any(
            low[at] == ":" or (low[at] in _ASIDE and not self._tokens.capital(at))
            for at in range(start, end)
        )

    def _governs(self, at: int, start: int) -> bool:
        """Whether a year said before holds for the claim: it opens the clause, before any claim."""
        year, low = self._years[at], self._tokens.low
        place = year.place
        bracketed = low[place + 1] == "(" and ")" not in low[place + 1 : start]
        if start == place + 1 or bracketed:  # "90 crowns in 2007 (or two percent of all)"
            return True
        when = place + 1 + (low[place + 1] == ",")
        if low[when] == "when":  # "unlike in 2006, when there were four, there were none"
            return "," not in low[when:start]
        opens = self._opening[at] or (year.joint and at > 0)
        if start - place > _SPAN or not opens or year.host >= 0:
            return False
        if self._is_known(start) or "since" in low[place:start]:
            return False
        cut = bisect_left(self._cuts, place)
        if cut < len(self._cuts) and self._cuts[cut] < start:
            return False
        return not self._is_now(place, start)

    def _is_now(self, place: int, start: int) -> bool:
        """Whether the clause of the claim tells how things stand, and not what was in the year.

        "The line opened in 2005 and is answered in three languages"; "the cabinet that took office
        in 2005 has made it one of five aims".
        """
        low = self._tokens.low
        if low[place + 1] in _PRESENT and start > place + 2:
            return True
        for at in range(place + 2, start):
            if low[at] in _PRESENT and low[at - 1] in _JOINTS:
                aside = low[at - 2] == "," and "," in low[at:start]
                return not aside  # "in 2007 the unit, which has 22 officers, closed 30 cases"
        return False

    def _closes(self, figure: Figure, at: int) -> bool:
        """Whether its clause's one year is the claim's, other claims between ("... in 2006").

        It is not where the claim next to it is compared with: "five, up from three in 2002"; nor
        does it date what a group consists of ("a committee of nine met twice in 2003") or what is
        picked from ("of the 24 houses, three opened in 2003"). A year in brackets stays there, with
        the figure that it is said of ("six men; four women (nine in 2016)").
        """
        low, year = self._tokens.low, self._years[at]
        place = year.place
        if place - figure.end > _SPAN or self._broken(figure.end, place) or self._owned(place):
            return False
        if self._dated_before(at, figure.start) or not self._is_of(figure, year) or year.ahead:
            return False
        if self._is_standing(figure.start):
            return False
        if self._consists(figure) or (figure.start == 2 and low[:2] == ["of", "the"]):
            return False
        nearest = self._figures[bisect_left(self._starts, place) - 1].start
        if self._in_aside(figure.end, nearest) and self._in_aside(figure.end, place):
            return False
        before = nearest - 1 - (low[nearest - 1] in {"the", "to"})
        return low[before] not in _COMPARED

    def _in_aside(self, end: int, at: int) -> bool:
        """Whether a bracket that opened behind a claim is still open at a token."""
        between = self._tokens.low[end:at]
        return between.count("(") > between.count(")")

    def _dated_before(self, at: int, start: int) -> bool:
        """Whether the claim's clause has another year than the one at an index."""
        place = self._places[at]
        cut = bisect_right(self._cuts, start) - 1
        near = max(self._cuts[cut] if cut >= 0 else 0, start - _SPAN)
        first = bisect_left(self._places, near)
        cut = bisect_left(self._cuts, place)
        far = min(self._cuts[cut] if cut < len(self._cuts) else place + _SPAN, place + _SPAN)
        last = bisect_left(self._places, far)
        return any(year.year != self._years[at].year for year in self._years[first:last])

    def _is_standing(self, start: int) -> bool:
        """Whether a clause tells what is so at all times: "which can house up to 30 women"."""
        low = self._tokens.low
        near = range(max(start - _STANDING_REACH, 1), start)
        return any(low[at] in _PRESENT and low[at - 1] in _JOINTS for at in near)

    def _consists(self, figure: Figure) -> bool:
        """Whether a count says how large a body is: "a committee of nine members"."""
        low, at = self._tokens.low, figure.start - 1
        return figure.unit == "count" and low[at] == "of" and low[at - 1] in _BODIES

    def _is_known(self, start: int) -> bool:
        """Whether a count is of something known before: "the 10 new members", not "of the 10"."""
        low = self._tokens.low
        return low[start - 1] in _KNOWN and low[start - 2] != "of"
