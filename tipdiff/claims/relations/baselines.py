"""Which figure of a sentence is only what another is compared with: "68, down from 146 in 2003".

The earlier figure is the baseline of the later one. It is told in passing, of a year of its own,
and has the noun, the unit and the event of the one it is compared with, unless it says them itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.scanning.ranges import CHANGE_REACH, change_reach
from tipdiff.language.lexicon import COMPARING

if TYPE_CHECKING:
    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.language.tokens import Tokens

__all__ = ["OPENERS", "Opener", "baselines"]

#: What tells that a figure went from one value to another; "down", "rise" and so on are COMPARING.
CHANGES: Final = COMPARING | frozenset(
    "rose risen rises rising increased increases increasing grew grown grows fell fallen falls "
    "falling drop dropped drops dropping decreased decreases declined declines declining decline "
    "climbed went raised reduced cut jumped jump reduction lowered expanded growth soared higher "
    "lower doubled tripled".split()
)
#: Between two figures that are compared stand at most so many tokens: "kilos seized in 2004,".
MOST_BETWEEN: Final = 14
#: How far before "from" its word of change stands, and right behind it what may stand before the
#: figure.
#: How far its word of change stands before the second of two: "..., and from 10 to 20 years".
_ARTICLES: Final = frozenset("the a an some only just about".split())
#: Over so many figures of other units a baseline reaches back: "982 crowns (or 37 percent of all)".
MOST_PASSED: Final = 2
#: What opens a clause of something else: "from 40 in 2003, while ... rose to 50".
_CLAUSES: Final = frozenset({",", "while", "but", "whereas", "and"})
#: What ends the stretch in which a figure is compared.
_ENDS: Final = frozenset({";", ":", "."})


class Opener(NamedTuple):
    """What opens the figure that another is compared with.

    Attributes:
        words: The words right before the baseline, but for an article.
        change: Whether a word of change must stand before as well.
        sample: A sentence with two figures, the second the baseline of the first.

    """

    words: tuple[str, ...]
    change: bool
    sample: str


#: What opens a baseline that stands behind the figure compared.
OPENERS: Final[tuple[Opener, ...]] = (
    Opener(("from",), True, "Police seized 68 kilos in 2004, down slightly from the 146 of 2003."),
    Opener(("compared", "to"), False, "Police seized 68 kilos in 2004 compared to 146 in 2003."),
    Opener(("compared", "with"), False, "Police held 68 raids in 2004 compared with 146 in 2003."),
    Opener(("comparison", "to"), False, "Police held 68 raids, in comparison to 146 in 2003."),
    Opener(("comparison", "with"), False, "Police held 68 raids, in comparison with 146 in 2003."),
    Opener(("against",), False, "Police held 68 raids, against 146 in 2003."),
    Opener(("opposed", "to"), False, "Police held 68 raids in 2004, as opposed to 146 in 2003."),
    Opener(("versus",), False, "Police held 68 raids in 2004 versus 146 in 2003."),
    Opener(("vs", "."), False, "Police held 68 raids in 2004 vs. 146 in 2003."),
)


def baselines(tokens: Tokens, figures: list[Figure]) -> dict[int, int]:
    """Return which figures are baselines, and of which figure each; units said once are shared.

    Args:
        tokens: The sentence.
        figures: Its figures, in order. One that says no unit gets that of the figure it is compared
            with.

    Returns:
        For the index of each baseline, the index of the figure that is compared with it.

    """
    found: dict[int, int] = {}
    for index in range(len(figures) - 1):
        pair = _from_to(tokens, figures, index) or _behind(tokens, figures, index)
        if pair is None or pair[0] in found or found.get(pair[1]) == pair[0]:
            continue
        earlier, later = figures[pair[0]], figures[pair[1]]
        if _share(earlier, later):
            found[pair[0]] = pair[1]
    return found


def _share(earlier: Figure, later: Figure) -> bool:
    """Give the figure without a unit the other's; False where two units cannot be compared."""
    for one, other in ((earlier, later), (later, earlier)):
        if one.unit == "count" and one.noun is None and other.unit != "count":
            one.unit = other.unit
    return earlier.unit.partition(":")[0] == later.unit.partition(":")[0]


def _between(tokens: Tokens, one: Figure, two: Figure) -> list[str]:
    end = one.end if one.noun is None else max(one.end, one.noun[1])
    return tokens.low[end : two.start] if two.start - end <= MOST_BETWEEN else []


def _from_to(tokens: Tokens, figures: list[Figure], index: int) -> tuple[int, int] | None:
    """Read "rose from 40 in 2003 to 50", the earlier figure first."""
    low, first, second = tokens.low, figures[index], figures[index + 1]
    between = _between(tokens, first, second)
    at = first.start - 1 - (low[first.start - 1] in _ARTICLES)
    if low[at] != "from" or not between or not (_ENDS | _CLAUSES).isdisjoint(between):
        return None
    last = between[:-1] if between[-1] in _ARTICLES else between
    reach = change_reach(low, at)
    if last[-1:] != ["to"] or CHANGES.isdisjoint(low[max(at - reach, 0) : at]):
        return None
    return index, index + 1


def _behind(tokens: Tokens, figures: list[Figure], index: int) -> tuple[int, int] | None:
    """Read "50, up from 40", "rose to 50 from 40", "50 compared with 40"."""
    low, first, second = tokens.low, figures[index], figures[index + 1]
    between = _between(tokens, first, second)
    while between and between[-1] in _ARTICLES:
        between = between[:-1]
    if not between or not _ENDS.isdisjoint(between[:-2]):
        return None
    if index + 2 < len(figures) and _from_to(tokens, figures, index + 1):
        return None  # "on income over 150,000 it rises from 40 to 50 percent"
    for words, change, _ in OPENERS:
        if tuple(between[-len(words) :]) != words:
            continue
        before = between[: -len(words)]
        turned = low[first.start - 1] == "to" and not CHANGES.isdisjoint(
            low[max(first.start - CHANGE_REACH, 0) : first.start]
        )
        if not change or turned or not CHANGES.isdisjoint(before):
            return index + 1, _measured_alike(figures, index)
    return None


def _measured_alike(figures: list[Figure], index: int) -> int:
    """Return the nearest figure up to an index that has the unit of the one behind, if any has."""
    unit = figures[index + 1].unit
    for at in range(index, max(index - MOST_PASSED, 0) - 1, -1):
        if figures[at].unit == unit:
            return at
    return index
