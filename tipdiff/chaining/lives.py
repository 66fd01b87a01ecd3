"""Lives: which statements of all editions hang together, while the links are still being found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, frozen

if TYPE_CHECKING:
    from tipdiff.records import Change

__all__ = ["SURE", "Continuation", "Lives", "Node"]

#: Probability from which a link is sure. Of the links of real editions read by eye below it more
#: than a third were wrong, above it one in fifty.
SURE: Final = 0.6

Node = tuple[int, str]
"""The place of an edition among all, and the id of a statement in it."""


@frozen
class Continuation:
    """Statements of an edition and what they are in a later one.

    ``change`` is what the comparison of the two says, null where the editions do not follow one
    another; ``score`` is the probability of the link, and that of an unsure one at most where its
    sides name others.
    """

    old: tuple[Node, ...]
    new: tuple[Node, ...]
    score: float
    change: Change | None = None

    def without(self, nodes: Iterable[Node]) -> Continuation | None:
        """Return the step without some of its statements, null if a side is then empty."""
        gone = set(nodes)
        old = tuple(node for node in self.old if node not in gone)
        new = tuple(node for node in self.new if node not in gone)
        return evolve(self, old=old, new=new) if old and new else None


@define(eq=False)
class _Life:
    """The statements of a life, and the places of its first and its last edition."""

    nodes: list[Node]
    first: int
    last: int


class Lives:
    """Sets of statements that grow by steps (union-find, the smaller set joins the larger)."""

    def __init__(self) -> None:
        self._life: dict[Node, _Life] = {}
        #: The steps that lead to each statement.
        self.steps: dict[Node, list[Continuation]] = defaultdict(list)

    def add(self, groups: Iterable[Sequence[Node]]) -> None:
        """Give the statements of an edition lives of their own, copies one together."""
        for nodes in groups:
            places = [place for place, _ in nodes]
            life = _Life(list(nodes), min(places), max(places))
            for node in nodes:
                self._life[node] = life

    def of(self, node: Node) -> Sequence[Node]:
        """Return all statements of a statement's life; one list for all of them."""
        return self._life[node].nodes

    def same(self, one: Node, other: Node) -> bool:
        """Whether two statements are of one life."""
        return self._life[one] is self._life[other]

    def take(self, step: Continuation) -> None:
        """Join what a step holds, and remember it."""
        first, *others = (*step.old, *step.new)
        for node in others:
            mine, theirs = self._life[first], self._life[node]
            if mine is theirs:
                continue
            if len(mine.nodes) < len(theirs.nodes):
                mine, theirs = theirs, mine
            mine.nodes += theirs.nodes
            mine.first, mine.last = min(mine.first, theirs.first), max(mine.last, theirs.last)
            for moved in theirs.nodes:
                self._life[moved] = mine
        for node in step.new:
            self.steps[node].append(step)

    def beyond(self) -> list[tuple[list[str], list[str]]]:
        """Return the old and new statements of the steps past an edition, by their ids."""
        steps = {id(s): s for own in self.steps.values() for s in own if s.change is None}
        return [([n for _, n in s.old], [n for _, n in s.new]) for s in steps.values()]

    def span(self, node: Node) -> tuple[int, int]:
        """Return the places of the first and the last edition of a statement's life."""
        life = self._life[node]
        return life.first, life.last
