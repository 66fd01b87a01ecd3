"""Lives that have ended and lives that begin: which of them are one, across a gap or a rewriting.

An edition is compared with the one before it and with no other. What neither finds a partner is
compared with the loose ends of some editions more: a statement may come back after a gap, and one
that was said afresh may be more like the words of the year before last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.alignment import align_texts
from tipdiff.chaining.lives import Continuation, Lives, Node

if TYPE_CHECKING:
    from tipdiff.chaining.settling import Copies
    from tipdiff.records import Report, Statement

__all__ = ["JOINED_AT", "loose_ends", "returned_copies"]

#: Probability from which two loose ends are one: of those beside which stand statements that are
#: one in both editions, and of others. The alignment has not seen what stands around them. With a
#: report of another country put between two real cables, so that all had to be found across the
#: gap, five in six of the links from 0.5 to 0.7 were right, two in three of those below.
JOINED_AT: Final = 0.4, 0.5
#: So many statements away stands what vouches.
BESIDE: Final = 2
#: Shorter statements, in characters, are joined only word for word: a few words say nothing of
#: which statement they were.
JOINING_LENGTH: Final = 40
#: Editions back that are looked through for what was reworded. What was dropped longer ago comes
#: back word for word or not at all, and cost would grow with the square of the editions.
MEMORY: Final = 4


def returned_copies(place: int, report: Report, lives: Lives, copies: Copies) -> list[Continuation]:
    """Return the steps to what begins in an edition and is a copy of what has ended before.

    Args:
        place: The edition's place.
        report: It.
        lives: All lives up to it.
        copies: All texts.

    """
    found: dict[Node, list[Node]] = {}
    for statement in report.statements:
        node = place, statement.id
        origins = copies.before(node)
        if lives.span(node)[0] == place and origins and lives.span(origins[0])[1] < place:
            found.setdefault(origins[0], []).append(node)
    return [Continuation(copies.before(new[0]), tuple(new), 1.0) for new in found.values()]


def loose_ends(
    place: int, reports: Sequence[Report], lives: Lives, copies: Copies
) -> Iterator[Continuation]:
    """Yield the steps from lives that have ended to lives that begin, the nearest editions first.

    Args:
        place: The place of the edition at which it is looked.
        reports: All editions.
        lives: All lives up to it. Each step must be taken before the next is asked for.
        copies: All texts.

    """
    for back in range(2, min(MEMORY, place) + 1):
        old = list(_ended(place, place - back, reports, lives, copies))
        new = list(_begun(place, place - back, reports, lives))
        if not (old and new):
            continue
        for link in align_texts([s.text for s in old], [s.text for s in new]).links:
            sides = [old[k] for k in link.old], [new[k] for k in link.new]
            step = Continuation(
                tuple((place - back, statement.id) for statement in sides[0]),
                tuple((place, statement.id) for statement in sides[1]),
                link.score,
            )
            if (
                all(len(s.text) >= JOINING_LENGTH for s in (*sides[0], *sides[1]))
                and all(lives.span(a)[1] < lives.span(c)[0] for a in step.old for c in step.new)
                and link.score >= JOINED_AT[not _is_vouched(step, reports, lives)]
            ):
                yield step


def _is_vouched(step: Continuation, reports: Sequence[Report], lives: Lives) -> bool:
    """Whether beside both sides of a step stand statements of one life."""
    lives_beside = [
        {id(lives.of(node)) for node in _beside(side, reports)} for side in (step.old, step.new)
    ]
    return not lives_beside[0].isdisjoint(lives_beside[1])


def _beside(nodes: Sequence[Node], reports: Sequence[Report]) -> Iterator[Node]:
    place = nodes[0][0]
    statements = reports[place].statements
    own = {name for _, name in nodes}
    for k, statement in enumerate(statements):
        if statement.id in own:
            for near in statements[max(k - BESIDE, 0) : k + BESIDE + 1]:
                if near.id not in own:
                    yield place, near.id


def _ended(
    now: int, then: int, reports: Sequence[Report], lives: Lives, copies: Copies
) -> Iterator[Statement]:
    """Yield the statements of an earlier edition whose life goes on no more.

    What a later edition of that life says word for word has been looked at as that.
    """
    later: dict[int, set[str]] = {}  # what each life says past that edition: copies share one
    for statement in reports[then].statements:
        node = then, statement.id
        if lives.span(node)[1] >= now:
            continue
        life = lives.of(node)
        if id(life) not in later:
            later[id(life)] = {copies.folds[at] for at in life if at[0] > then}
        if copies.folds[node] not in later[id(life)]:
            yield statement


def _begun(now: int, then: int, reports: Sequence[Report], lives: Lives) -> Iterator[Statement]:
    """Yield the statements of an edition whose life began after an earlier one.

    Those that stand there unchanged were looked at when they came.
    """
    for statement in reports[now].statements:
        node = now, statement.id
        steps = lives.steps[node]
        same = steps and all(s.change and s.change.status == "unchanged" for s in steps)
        if lives.span(node)[0] > then and not same:
            yield statement
