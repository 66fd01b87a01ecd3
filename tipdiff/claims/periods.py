"""The year that a claim states: "up from two in 2003", "in 2006, police arrested 12".

A year counts for a claim where a preposition of time introduces it ("in", "during", "for", a month).
Years that name things ("the 2005 study", "the law of 2003") do not.
"""

from __future__ import annotations

from typing import Final

from tipdiff.claims.exclusions import is_year
from tipdiff.claims.figures import Figure
from tipdiff.claims.lexicon import MONTHS
from tipdiff.claims.tokens import Tokens

__all__ = ["Periods"]

_PREPOSITIONS: Final = frozenset({"in", "during", "for", "throughout", "through", "over", "by", "until"})
_PARTS: Final = frozenset(
    "early mid late end beginning start half quarter months month spring summer fall autumn winter "
    "year course rest of all calendar fiscal fy the first second third fourth last".split()
)
#: A clause that tells of something else: its year is not that of the claims before it.
_ASIDE: Final = frozenset({"which", "who", "whose", "when", "since", "after", "before", "where"})
#: How far behind a claim its year may stand, in tokens, when clauses do not say.
_REACH: Final = 14


class Periods:
    """The years of a sentence, and which claim each belongs to."""

    def __init__(self, tokens: Tokens, figures: list[Figure]) -> None:
        self._tokens = tokens
        self._figures = figures
        self._years = self._stated()

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

    def _tells_time(self, i: int) -> bool:
        low = self._tokens.low
        at = i - 1
        while at >= 0 and i - at < 8 and (
            low[at] in MONTHS or low[at] in _PARTS or low[at] in {",", "-"} or (low[at].isdigit() and len(low[at]) <= 2)
        ):
            if low[at] == "," and low[at - 1] not in MONTHS and not low[at - 1].isdigit():
                break
            at -= 1
        behind = low[i + 1]
        named = behind.isalpha() and self._names(i)
        if low[at] in _PREPOSITIONS and not named:
            return True
        if low[i - 1] in {"(", "and", "or"} and behind in {")", ",", ".", ";", "and", ""} and not named:
            return low[i - 1] == "(" or any(is_year(word) for word in low[max(i - 6, 0) : i])
        return at < i - 1 and low[at + 1] in MONTHS and not named

    def _names(self, i: int) -> bool:
        """Whether the year adorns a noun ("the 2005 study")."""
        low = self._tokens.low
        return low[i - 1] in {"the", "a", "an", "its", "their", "'s", "our"} and low[i - 1] not in _PREPOSITIONS

    def _since(self, i: int) -> int | None:
        """Return the first year of "from 2001 to 2006", "2001-2006", "between 2001 and 2006"."""
        low = self._tokens.low
        for gap in (2, 3, 4, 5, 6):
            word = low[i - gap] if i >= gap else ""
            if is_year(word):
                between = low[i - gap + 1 : i]
                joined = between[0] in {"-", "to", "through", "/"} or (
                    between[0] in {"and"} and "between" in low[max(i - gap - 4, 0) : i - gap]
                )
                if joined and int(word) < int(low[i]):
                    return int(word)
                return None
        return None

    def of(self, index: int) -> tuple[int | None, int | None]:
        """Return the year stated for a claim, and the first year where it is a span."""
        if not self._years:
            return None, None
        figure = self._figures[index]
        if figure.unit in {"age", "ordinal"}:
            return None, None
        ahead = self._figures[index + 1].start if index + 1 < len(self._figures) else None
        for place, year, since in self._years:
            if place >= figure.end and self._behind(figure, place, ahead):
                return year, since
        before = [entry for entry in self._years if entry[0] < figure.start]
        if before and self._governs(before[-1][0], figure.start):
            return before[-1][1:]
        after = [entry for entry in self._years if entry[0] >= figure.end]
        if not before and len(after) == 1 and self._closes(figure, after[0][0]):
            return after[0][1:]
        return None, None

    def _behind(self, figure: Figure, place: int, ahead: int | None) -> bool:
        """Whether the year follows the claim in its own clause, no other claim between."""
        if place - figure.end > _REACH or (ahead is not None and ahead < place):
            return False
        return not self._broken(figure.end, place)

    def _broken(self, start: int, end: int) -> bool:
        return any(word in _ASIDE or word in {";", ":"} for word in self._tokens.low[start:end])

    def _governs(self, place: int, start: int) -> bool:
        """Whether a year said before holds for the claim: at the head of the sentence or the clause."""
        return not any(
            word in {";"} or word in {"since"} for word in self._tokens.low[place:start]
        ) and self._leading(place)

    def _leading(self, place: int) -> bool:
        """Whether nothing was claimed before the year in its sentence part."""
        low = self._tokens.low
        at = place
        while at > 0 and low[at - 1] != ";":
            at -= 1
        return place - at <= 8 or low[place + 1] == "," or not any(
            at <= figure.start < place for figure in self._figures
        )

    def _closes(self, figure: Figure, place: int) -> bool:
        """Whether the sentence's one year, further on, is the claim's ("two clerks ... in 2006")."""
        return not self._broken(figure.end, place)
