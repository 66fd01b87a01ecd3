"""Aligning drafts of one text, in which nothing moves."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.alignment.in_line import in_line
from tipdiff.alignment.matching import LINK_AT

EDGES = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(0.5, 1, width=16), max_size=8
)


def crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two pairs share a place or change places."""
    return (one[0] - other[0]) * (one[1] - other[1]) <= 0


@given(edges=EDGES)
def test_the_heaviest_run(edges: dict[tuple[int, int], float]) -> None:
    """No two pairs cross, and no other choice without crossing weighs more."""

    def weight(pairs: tuple[tuple[int, int], ...]) -> float:
        return sum(edges[pair] - LINK_AT for pair in pairs)

    found = tuple(in_line([(p, *pair) for pair, p in edges.items()]))
    every = chain.from_iterable(combinations(edges, k) for k in range(len(edges) + 1))
    straight = [c for c in every if not any(crosses(a, b) for a, b in combinations(c, 2))]

    assert not any(crosses(a, b) for a, b in combinations(found, 2))
    assert abs(weight(found) - max(map(weight, straight))) < 1e-6


def test_what_moved_is_new_and_dropped() -> None:
    """With moves a displaced sentence keeps its link, without it has none."""
    stay = ["The canal was dug in spring.", "Divers raised a ferry.", "A mill burnt down in Orm."]
    old, new = [*stay, "The tax on salt was lifted."], ["The tax on salt was lifted.", *stay]

    assert len(tipdiff.align(old, new)) == 4
    assert [(x.old, x.new) for x in tipdiff.align(old, new, moves=False)] == [
        ((0,), (1,)),
        ((1,), (2,)),
        ((2,), (3,)),
    ]
