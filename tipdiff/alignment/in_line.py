"""Links that keep their order: for texts in which nothing moves, such as drafts of one text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tipdiff.alignment.matching import LINK_AT

if TYPE_CHECKING:
    from tipdiff.alignment.matching import Edge

__all__ = ["in_line"]


def in_line(edges: Iterable[Edge]) -> set[tuple[int, int]]:
    """Return the pairs no two of which cross, with the greatest summed probability.

    The heaviest increasing run over pairs sorted by the old text, with a tree of the best run for
    each new place (after Fenwick 1994): as many steps as pairs, each with the logarithm of places.

    Args:
        edges: Probability, old and new place of each pair that may be linked.

    Returns:
        Old and new places; each in one pair at most.

    """
    # Of one old place the later new places come first, so that no run takes two of them.
    likely = sorted(
        (edge for edge in edges if edge[0] > LINK_AT), key=lambda e: (e[1], -e[2], e[0])
    )
    size = max((new for _, _, new in likely), default=0) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    for index, (score, _, new) in enumerate(likely):
        best, place = (0.0, -1), new
        while place > 0:
            best = max(best, tree[place])
            place -= place & -place
        before.append(best[1])
        mine, place = (best[0] + score - LINK_AT, index), new + 1
        while place <= size:
            tree[place] = max(tree[place], mine)
            place += place & -place
    best, place = (0.0, -1), size
    while place > 0:
        best = max(best, tree[place])
        place -= place & -place
    kept, index = set(), best[1]
    while index >= 0:
        kept.add((likely[index][1], likely[index][2]))
        index = before[index]
    return kept
