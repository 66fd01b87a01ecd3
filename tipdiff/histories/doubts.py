"""Doubts: where the chain through an edition and a direct look past it say different things.

Two editions that are next but one to each other are looked at directly, by their letters. A pair
that a direct comparison would take for the same statement, while the chain has them in two threads
and each with something less alike, is told in both threads and not settled: figures apart, two
statements of one shape may well be two facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import fuzz, process

from tipdiff.text import masked

if TYPE_CHECKING:
    from tipdiff.chaining.lives import Lives, Node
    from tipdiff.chaining.settling import Copies
    from tipdiff.records import Report

__all__ = ["doubts"]

#: Likeness of the letters in percent, figures masked, from which a direct comparison would take two
#: statements for one whatever stands around them: of the links of real cables that are as alike,
#: hardly one is wrong.
ALIKE: Final = 80
#: Shorter statements, in characters, are alike too easily.
LEAST: Final = 40


def doubts(reports: Sequence[Report], lives: Lives, copies: Copies) -> dict[Node, list[str]]:
    """Return the doubts, each with both statements that it is about.

    Args:
        reports: The editions, oldest first.
        lives: What hangs together in them.
        copies: All their texts.

    """
    told: dict[Node, list[str]] = defaultdict(list)
    for one, other, how in (*_copies(reports, lives, copies), *_alike(reports, lives, copies)):
        message = (
            f"{one[1]} of {reports[one[0]].year} and {other[1]} of {reports[other[0]].year} "
            f"{how}, but the chain between them leads elsewhere"
        )
        told[one].append(message)
        told[other].append(message)
    return told


def _copies(
    reports: Sequence[Report], lives: Lives, copies: Copies
) -> Iterator[tuple[Node, Node, str]]:
    """Yield statements that stand word for word in an earlier edition, in another life."""
    for place, report in enumerate(reports):
        seen: set[str] = set()
        for statement in report.statements:
            node = place, statement.id
            fold = copies.folds[node]
            origins = copies.before(node)
            if len(fold) < LEAST or fold in seen or not origins:
                continue
            seen.add(fold)
            if not lives.same(origins[0], node):
                yield origins[0], node, "say the same word for word"


def _alike(
    reports: Sequence[Report], lives: Lives, copies: Copies
) -> Iterator[tuple[Node, Node, str]]:
    """Yield statements of next but one editions that are more alike than what the chain joins."""
    for place in range(2, len(reports)):
        sides = _only_here(place - 2, place, reports, copies)
        if not (sides[0] and sides[1]):
            continue
        texts = [[masked(copies.folds[node]) for node in side] for side in sides]
        likeness = process.cdist(*texts, scorer=fuzz.ratio)
        related = np.array([[lives.same(a, c) for c in sides[1]] for a in sides[0]])
        joined = np.where(related, likeness, 0)
        apart = np.where(related, 0, likeness)
        rivals = np.maximum(joined.max(axis=1)[:, None], joined.max(axis=0)[None, :])
        best = np.maximum(apart.max(axis=1)[:, None], apart.max(axis=0)[None, :])
        for row, column in np.argwhere((apart >= ALIKE) & (apart == best) & (apart > rivals)):
            yield sides[0][row], sides[1][column], f"are alike ({likeness[row, column]:.0f} %)"


def _only_here(
    one: int, other: int, reports: Sequence[Report], copies: Copies
) -> tuple[list[Node], list[Node]]:
    """Return the longer statements of two editions that the other has not word for word."""
    sides = [
        {copies.folds[place, s.id]: (place, s.id) for s in reversed(reports[place].statements)}
        for place in (one, other)
    ]
    here, there = (
        [
            node
            for fold, node in reversed(side.items())
            if fold not in against and len(fold) >= LEAST
        ]
        for side, against in (sides, sides[::-1])
    )
    return here, there
