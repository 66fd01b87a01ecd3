"""The year that a claim states: "up from two in 2003", "in 2006, police arrested 12".

A year counts for a claim where a preposition of time or a month introduces it ("in", "during").
Years that name things ("the 2005 study", "the law of 2003") do not.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tipdiff.claims.dates import is_year
from tipdiff.claims.lexicon import MONTHS

if TYPE_CHECKING:
    from tipdiff.claims.figures import Figure
    from tipdiff.claims.tokens import Tokens

__all__ = ["Periods"]

_PREPOSITIONS: Final = frozenset({"in", "during", "for", "throughout", "through", "by", "until"})
_PARTS: Final = frozenset(
    "early mid late end beginning start half quarter months month spring summer fall autumn winter "
    "year course rest of all calendar fiscal fy the first second third fourth last".split()
)
#: A clause that tells of something else: its year is not that of the claims before it.
_ASIDE: Final = frozenset({"which", "whose", "when", "since", "after", "before"})
#: Before a figure of another year: "up from two in 2003", "more than double the 40 of 2004".
_COMPARED: Final = frozenset({"from", "than", "with", "versus", "double", "against", "compared"})
#: Years that are only pointed to.
_PREVIOUS: Final = frozenset({"previous", "last", "prior", "preceding", "earlier", "before"})
#: A year this near the clause's first token opens it, whatever stands before.
_OPENING: Final = 8
#: Furthest, in tokens, that a year holds for a claim across others.
_SPAN: Final = 80
#: How far behind a claim its year may stand, in tokens, when clauses do not say.
_REACH: Final = 14


class Periods:
    """The years of a sentence, and which claim each belongs to."""

    def __init__(self, tokens: Tokens, figures: list[Figure]) -> None:
        self._tokens = tokens
        self._figures = figures
        self._starts = [figure.start for figure in figures]
        self._years = self._stated()
        self._places = [place for place, _, _ in self._years]
        self._opening = self._openings()

    def _stated(self) -> list[tuple[int, int, int | None]]:
        """Find the years that tell a time: token, year, and the first year of a span."""
        tokens, low = self._tokens, self._tokens.low
        found: list[tuple[int, int, int | None]] = []
        starts = {figure.head for figure in self._figures}
        for i, word in enumerate(low[: tokens.count]):
            if len(word) != 4 or not is_year(word) or i in starts:
                continue
            since = self._since(i)
            if since is not None and found and found[-1][1] == since:
                found.pop()
            if self._tells_time(i) or since is not None:
                found.append((i, int(word), since))
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
            alone = first >= len(self._starts) or self._starts[first] > place
            openings.append(alone or place - clause <= _OPENING or low[place + 1] == ",")
        return openings

    def _tells_time(self, i: int) -> bool:
        low = self._tokens.low
        at = i - 1
        while (
            at >= 0
            and i - at < 8
            and (
                low[at] in MONTHS
                or low[at] in _PARTS
                or low[at] in {",", "-"}
                or (low[at].isdigit() and len(low[at]) <= 2)
            )
        ):
            if low[at] == "," and low[at - 1] not in MONTHS and not low[at - 1].isdigit():
                break
            at -= 1
        behind = low[i + 1]
        named = behind.isalpha() and self._names(i)
        if low[at] in _PREPOSITIONS and not named:
            return True
        if (
            low[i - 1] in {"(", "and", "or"}
            and behind in {")", ",", ".", ";", "and", ""}
            and not named
        ):
            return low[i - 1] == "(" or any(is_year(word) for word in low[max(i - 6, 0) : i])
        return at < i - 1 and low[at + 1] in MONTHS and not named

    def _names(self, i: int) -> bool:
        """Whether the year adorns a noun ("the 2005 study")."""
        low = self._tokens.low
        return (
            low[i - 1] in {"the", "a", "an", "its", "their", "'s", "our"}
            and low[i - 1] not in _PREPOSITIONS
        )

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

    def of(self, index: int) -> tuple[int | None, int | None]:
        """Return the year stated for a claim, and the first year where it is a span."""
        figure = self._figures[index]
        if not self._years or figure.unit in {"age", "ordinal"}:
            return None, None
        if self._relative(figure):
            return None, None
        year, since = self._found(index, figure)
        if since is not None and figure.unit.startswith("duration"):
            return None, None  # "over five years from 2001 to 2005": the span says the same
        return year, since

    def _relative(self, figure: Figure) -> bool:
        """Whether the claim is of a year that is only pointed to: "41 the previous year"."""
        low, end = self._tokens.low, figure.end
        return "year" in low[end : end + 4] and not _PREVIOUS.isdisjoint(low[end : end + 4])

    def _found(self, index: int, figure: Figure) -> tuple[int | None, int | None]:
        """Choose a year: right behind the claim, else said before it, else the sentence's one."""
        at = bisect_left(self._places, figure.end)
        behind = self._years[at] if at < len(self._years) else None
        if behind is not None and self._follows(index, figure, behind[0]):
            return behind[1:]
        at = bisect_left(self._places, figure.start) - 1
        if at >= 0 and self._governs(at, figure.start):
            return self._years[at][1:]
        single = at < 0 and len(self._years) == 1
        if single and behind is not None and self._closes(figure, behind[0]):
            return behind[1:]
        return None, None

    def _follows(self, index: int, figure: Figure, place: int) -> bool:
        """Whether the year follows the claim in its own clause, no other claim between."""
        if index + 1 < len(self._figures) and self._figures[index + 1].start < place:
            return False
        return place - figure.end <= _REACH and not self._broken(figure.end, place)

    def _broken(self, start: int, end: int) -> bool:
        return any(word in _ASIDE or word in {";", ":"} for word in self._tokens.low[start:end])

    def _governs(self, at: int, start: int) -> bool:
        """Whether a year said before holds for the claim: it opens the clause, before any claim."""
        place = self._places[at]
        if start - place > _SPAN or not self._opening[at]:
            return False
        return not {";", "since"} & set(self._tokens.low[place:start])

    def _closes(self, figure: Figure, place: int) -> bool:
        """Whether the sentence's one year is the claim's, other claims between ("... in 2006").

        It is not where the claim next to it is compared with: "five, up from two in 2003".
        """
        if place - figure.end > _SPAN or self._broken(figure.end, place):
            return False
        low = self._tokens.low
        nearest = self._figures[bisect_left(self._starts, place) - 1].start
        before = nearest - 1 - (low[nearest - 1] in {"the", "to"})
        return low[before] not in _COMPARED
