"""Chaining statements through editions.

Theory of operation
-------------------

1. *Steps.* Each edition is compared with the next. All statements of one change are one step of a
   life: what was split, merged or repeated stays together.
2. *Names.* A link whose sides name other persons, places, bodies or articles is unsure
   (:mod:`~tipdiff.chaining.names`), and so is one of bare pointers under other headings.
3. *Settling.* A text that stands word for word in an earlier edition outweighs a likely link: what
   the chain through the middle and the direct comparison of its ends would say is brought to one
   (:mod:`~tipdiff.chaining.settling`).
4. *Gaps.* What begins in an edition is set against what has ended: a copy returns however long it
   was away, a likely match from the last few editions does from a threshold of its own
   (:mod:`~tipdiff.chaining.gaps`).
5. *Threads.* What hangs together is one thread. Every statement of every edition is in exactly one
   (:mod:`~tipdiff.histories.threads`); its figures are followed along it, here and in trends.
6. *Doubts.* Where two editions that do not follow one another have a text that the chain leads
   elsewhere, both threads say so (:mod:`~tipdiff.histories.doubts`).

Each edition is compared once with the next, and its loose ends with those of a few before: cost
grows with the number of editions and not with its square.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.chaining.gaps import loose_ends, returned_copies
from tipdiff.chaining.lives import Continuation, Lives
from tipdiff.chaining.names import Names
from tipdiff.chaining.settling import Copies, contradicted, settled
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.records import Change, Comparison, Report

__all__ = ["Chained", "chained", "lives_of"]


@frozen(eq=False)
class Chained:
    """Editions of one country, compared and chained: what threads and trends are built from.

    Attributes:
        reports: The editions, oldest first, each with a year.
        comparisons: Of each with the next.
        copies: All their texts.
        lives: What hangs together in them.

    """

    reports: Sequence[Report]
    comparisons: Sequence[Comparison]
    copies: Copies
    lives: Lives


def chained(reports: Sequence[Report], comparisons: Sequence[Comparison]) -> Chained:
    """Return editions that are compared already with what hangs together in them.

    Args:
        reports: The editions, oldest first.
        comparisons: Of each with the next.

    """
    copies = Copies(reports)
    return Chained(reports, comparisons, copies, lives_of(reports, comparisons, copies))


#: What a link is worth at most whose sides name others or answer other questions: it is possible
#: and unsure.
OTHER_NAMES: Final = 0.5


def lives_of(
    ordered: Sequence[Report], comparisons: Sequence[Comparison], copies: Copies | None = None
) -> Lives:
    """Return what hangs together in some editions.

    Args:
        ordered: The editions, oldest first.
        comparisons: Of each with the next.
        copies: All their texts, where they are at hand.

    """
    copies = Copies(ordered) if copies is None else copies
    names = Names([statement.text for report in ordered for statement in report.statements])
    links = (_steps(place, comparison, names) for place, comparison in enumerate(comparisons, 1))
    steps = settled([[], *links], copies)
    lives = Lives()
    for place, report in enumerate(ordered):
        lives.add(copies.of(place))
        # The surest first: what they say of earlier copies weighs against the others.
        for step in sorted(steps[place], key=lambda step: -step.score):
            left = step.without(contradicted(step, copies, lives))
            if left is not None:
                lives.take(left)
        for step in returned_copies(place, report, lives, copies):
            lives.take(step)
        for step in loose_ends(place, ordered, lives, copies):
            lives.take(step)
    return lives


def _steps(place: int, comparison: Comparison, names: Names) -> list[Continuation]:
    """Return the steps to an edition from the one before."""
    return [
        Continuation(
            tuple((place - 1, statement.id) for statement in change.old),
            tuple((place, statement.id) for statement in change.new),
            _score(change, names),
            change,
        )
        for change in comparison.changes
        if change.old and change.new and not change.is_row
    ]


def _score(change: Change, names: Names) -> float:
    """Return how probable a link is, as the comparison has it or less where it names others."""
    score = 1.0 if change.score is None else change.score
    if change.status != "changed" or score == 1.0:
        return score
    texts = [[statement.text for statement in side] for side in (change.old, change.new)]
    is_other = names.differ(*texts) or _answers_another(change)
    return min(score, OTHER_NAMES) if is_other else score


def _answers_another(change: Change) -> bool:
    """Whether bare pointers stand under other headings: one says something only under its question.

    Letters of answers are no headings: questions that are asked anew each year are lettered anew.
    """
    if any(statement.kind != "pointer" for statement in (*change.old, *change.new)):
        return False
    sides = ({s.section[:1] for s in side} for side in (change.old, change.new))
    one, other = ({folded(" ".join(title)).rstrip(":.") for title in side} for side in sides)
    return one.isdisjoint(other)
