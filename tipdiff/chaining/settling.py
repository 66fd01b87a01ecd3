"""What a third edition says about the links of two: copies outweigh what was only likely.

An edition often goes back to the words of an earlier one. Where the statement between was linked to
those words by likelihood alone, the comparison of the first edition with the third, which find the
same text word for word, contradicts the chain through the second; the copy is believed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.alignment import is_answer
from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.chaining.lives import Continuation, Lives, Node
    from tipdiff.records import Report, Section

__all__ = ["Copies", "settled"]

#: Probability from which a link is believed against a copy elsewhere: a figure or a "no" that came
#: and went again ("There is [no] evidence") reaches it, a text that only stood in the place of the
#: copy does not. Read off the fixtures, where the two kinds are 0.99 and at most 0.78.
SURE: Final = 0.9
#: Share of a copy's words from which a statement that has them holds it: what two statements were
#: merged into is what they were, however long it is.
HELD: Final = 0.8


_Told = tuple[str, "Section | None"]
"""A folded text, and of a short answer the section as well, since it says something only there."""


class Copies:
    """Where each text stood last, word for word.

    A fact that a report tells in several places is one. A short answer that it gives several times
    ("Not applicable.") is one for each section, as its question is.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        self.folds: dict[Node, str] = {}
        self._told: dict[Node, _Told] = {}
        self._places: dict[_Told, dict[int, list[Node]]] = defaultdict(lambda: defaultdict(list))
        often: set[str] = set()
        for place, report in enumerate(reports):
            for statement in report.statements:
                self.folds[place, statement.id] = folded(statement.text)
            here = Counter(self.folds[place, statement.id] for statement in report.statements)
            often.update(fold for fold, times in here.items() if times > 1)
        for place, report in enumerate(reports):
            for statement in report.statements:
                node = place, statement.id
                fold = self.folds[node]
                answers = is_answer(fold, again=fold in often)
                self._told[node] = told = fold, statement.section if answers else None
                self._places[told][place].append(node)

    def of(self, place: int) -> list[list[Node]]:
        """Return the statements of an edition, those that tell one thing in one text together."""
        return [found[place] for found in self._places.values() if place in found]

    def before(self, node: Node) -> tuple[Node, ...]:
        """Return the same text in the latest earlier edition that has it; none in the last one.

        What the edition right before has word for word was found by the comparison.
        """
        places = self._places[self._told[node]]
        latest = max((place for place in places if place < node[0]), default=node[0] - 1)
        return () if latest == node[0] - 1 else tuple(places[latest])


def settled(steps: Sequence[Sequence[Continuation]], copies: Copies) -> list[list[Continuation]]:
    """Return the steps without statements that stand between two copies and are not alike.

    Args:
        steps: For each edition but the first, the steps that lead to it.
        copies: All texts.

    """
    left = [list(own) for own in steps]
    for place in range(1, len(left)):
        leading: dict[tuple[Node, ...], list[Continuation]] = defaultdict(list)
        for step in left[place - 1]:
            leading[step.new].append(step)
        for step in list(left[place]):
            if not (_is_doubtful(step) and len(step.old) == 1):
                continue
            before = leading[step.old]
            back = {node for node in step.new if _copied_from(node, step, before, copies)}
            if back:
                _replace(left[place], step, step.without(back))
                for gone in before:
                    left[place - 1].remove(gone)
                before.clear()
    return left


def _copied_from(
    node: Node, step: Continuation, before: Sequence[Continuation], copies: Copies
) -> bool:
    """Whether a statement is a copy of what its old side was linked from, by likelihood alone.

    ``before`` are the steps that lead to the old side.
    """
    if _holds(copies.folds[step.old[0]], copies.folds[node]):
        return False
    origins = set(copies.before(node))
    return any(_is_doubtful(own) and set(own.old) <= origins for own in before)


def contradicted(step: Continuation, copies: Copies, lives: Lives) -> list[Node]:
    """Return those statements of a step that an earlier edition has word for word in another life.

    That life must have ended: one that goes on says itself what became of it.
    """
    if not _is_doubtful(step):
        return []
    place = step.new[0][0]
    return [
        node
        for node in step.new
        if (origins := copies.before(node))
        and not any(_holds(copies.folds[old], copies.folds[node]) for old in step.old)
        and not lives.same(origins[0], step.old[0])
        and lives.span(origins[0])[1] < place
    ]


def _holds(fold: str, copy: str) -> bool:
    """Whether a text has most of the words of a copy."""
    told, wanted = set(words(fold)), set(words(copy))
    return len(told & wanted) >= HELD * len(wanted)


def _is_doubtful(step: Continuation) -> bool:
    change = step.change
    return change is not None and change.status == "changed" and step.score < SURE


def _replace(steps: list[Continuation], one: Continuation, other: Continuation | None) -> None:
    place = steps.index(one)
    steps[place : place + 1] = [other] if other is not None else []
