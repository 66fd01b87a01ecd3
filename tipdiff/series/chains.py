"""Figures followed through the editions by the statements they stand in.

Successive editions are compared; a figure then and the figure it became belong together, and so do
the figure of this year and the one of another year that it is compared with ("six, up from four in
2003"). What hangs together is a chain. A chain votes on what its figures are: where most of them
bear an indicator, the others, which said it with a word nobody knows, are points of it too.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tipdiff.series.mention import reassigned
from tipdiff.series.steps import steps, steps_beyond

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdiff.records import Claim, Comparison
    from tipdiff.series.mention import Mention
    from tipdiff.series.steps import Beyond

__all__ = ["LEAST_EDITIONS", "chains", "clash", "through", "voted"]

#: Editions that a figure must be followed through to have a say, or a series of its own: with two
#: there is no more than the comparison tells.
LEAST_EDITIONS: Final = 3
#: Share of a chain's figures that must bear an indicator for the others to be points of it: one of
#: three, as a verb that nobody knows is often kept for years.
ENOUGH: Final = 1 / 3


class _Chains:
    """Groups of mentions that grow by links, unless one would then say two things of one year."""

    def __init__(self, found: Sequence[Mention]) -> None:
        self._group = {m.claim.id: [m] for m in found}

    def link(self, one: str, other: str) -> None:
        """Put two figures, and all that hangs on them, in one group."""
        if one not in self._group or other not in self._group:
            return
        mine, theirs = self._group[one], self._group[other]
        if mine is theirs or clash(mine, theirs):
            return
        mine += theirs
        for mention in theirs:
            self._group[mention.claim.id] = mine

    def groups(self) -> list[list[Mention]]:
        """Return the groups, each in the order of editions and text."""
        told: dict[int, list[Mention]] = {}
        for group in self._group.values():
            told.setdefault(id(group), group)
        return [sorted(group, key=lambda m: (m.place, m.order)) for group in told.values()]


def clash(mine: Iterable[Mention], theirs: Iterable[Mention]) -> bool:
    """Whether two groups give two figures for one year in one edition, or are of other persons."""
    said = {(m.place, m.year): m.ends for m in mine}
    kind = {key: value for m in mine for key, value in m.breakdown.items()}
    return any(
        said.get((m.place, m.year), m.ends) != m.ends
        or any(kind.get(key, value) != value for key, value in m.breakdown.items())
        for m in theirs
    )


def chains(
    comparisons: Iterable[Comparison], found: Sequence[Mention], beyond: Iterable[Beyond] = ()
) -> list[list[Mention]]:
    """Return the mentions in groups: those that are one figure, then and now, stand together.

    Args:
        comparisons: Of each edition with the next, oldest first.
        found: The mentions of all editions.
        beyond: Statements of editions that do not follow one another and are the same ones.

    """
    groups = _Chains(found)
    for then, now in steps(comparisons, found):
        groups.link(then.claim.id, now.claim.id)
    for then, now in steps_beyond(beyond, found):
        groups.link(then.claim.id, now.claim.id)
    for one, other in _compared(found):
        groups.link(one.id, other.id)
    return groups.groups()


def _compared(found: Iterable[Mention]) -> list[tuple[Claim, Claim]]:
    """Return figures of one statement that give the same thing for two years."""
    of_statement: dict[str, list[Claim]] = defaultdict(list)
    for mention in found:
        of_statement[mention.statement.id].append(mention.claim)
    return [
        (one, other)
        for claims in of_statement.values()
        for one, other in pairwise(claims)
        if one.period != other.period
        and _about(one) == _about(other)
        and (one.event == other.event or None in {one.event, other.event})
    ]


def _about(claim: Claim) -> tuple[object, ...]:
    breakdown = tuple(sorted(claim.breakdown.items()))
    return claim.unit, claim.counted, breakdown, claim.of is None


def through(chain: Iterable[Mention]) -> int:
    """Return through how many editions a chain goes."""
    return len({mention.place for mention in chain})


def voted(chain: Sequence[Mention]) -> list[Mention]:
    """Return a chain whose figures agree on their indicator, if it goes through enough editions.

    Where enough of them bear one indicator, and none another, all are points of it; where few do,
    none is. A figure without breakdown takes that of those that count the same noun.
    """
    if through(chain) < LEAST_EDITIONS:
        return list(chain)
    named = [m for m in chain if m.indicator is not None]
    if len(named) < ENOUGH * len(chain):
        return [reassigned(m, None, m.breakdown) for m in chain]
    if len({m.indicator for m in named}) > 1:
        return list(chain)
    of_noun: dict[str, Mapping[str, str]] = {}
    for mention in named:
        of_noun.setdefault(_noun(mention), mention.breakdown)
    return [
        m
        if m.indicator
        else reassigned(m, named[0].indicator, m.breakdown or of_noun.get(_noun(m), {}))
        for m in chain
    ]


def _noun(mention: Mention) -> str:
    return (mention.claim.counted or "").rsplit(" ", 1)[-1].lower()
