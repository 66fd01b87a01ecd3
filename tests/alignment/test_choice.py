"""The choice of links and of candidates, beside what trying everything gives."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tipdiff
from tipdiff.alignment.matching import best_pairs, choose
from tipdiff.alignment.model import Judge

SIDE = 5
THRESHOLD = 0.3
probabilities = st.dictionaries(
    st.tuples(st.integers(0, SIDE - 1), st.integers(0, SIDE - 1)),
    st.integers(1, 100).map(lambda percent: percent / 100),
    max_size=SIDE * SIDE,
)


def gain(probability: dict[tuple[int, int], float], pairs: list[tuple[int, int]]) -> float:
    """What the links of some pairs gain above the threshold."""
    return sum(max(0.0, probability.get(pair, 0.0) - THRESHOLD) for pair in pairs)


class TestBestPairs:
    """One global assignment."""

    @given(probabilities)
    @settings(max_examples=60, deadline=None)
    @example({(0, 0): 0.9, (0, 1): 0.85, (1, 0): 0.85})
    def test_no_choice_is_better(self, probability: dict[tuple[int, int], float]) -> None:
        """No assignment at all gains more than the one that is chosen."""
        edges = [(value, old, new) for (old, new), value in sorted(probability.items())]
        likely = [edge for edge in edges if edge[0] > THRESHOLD]
        chosen = best_pairs(likely, THRESHOLD)
        best = max(
            gain(probability, list(enumerate(order))) for order in permutations(range(SIDE), SIDE)
        )

        assert len({old for _, old, _ in chosen}) == len({new for _, _, new in chosen})
        assert len(chosen) == len({old for _, old, _ in chosen})
        assert abs(gain(probability, [(old, new) for _, old, new in chosen]) - best) < 1e-9


class TestChoose:
    """Which pairs become links at all."""

    def test_two_good_links_for_one_better(self) -> None:
        """The best pair gives way where it costs two that are worth more together."""
        found = choose([(0.9, 0, 0), (0.85, 0, 1), (0.85, 1, 0), (0.2, 1, 1)])

        assert [(star.old, star.new) for star in found] == [((0,), (1,)), ((1,), (0,))]

    def test_threshold(self) -> None:
        """A pair that is less likely than one in three is no link, a likelier one is."""
        found = choose([(0.3, 0, 0), (0.36, 1, 1)])

        assert [(star.old, star.new, star.score) for star in found] == [((1,), (1,), 0.36)]

    @pytest.mark.parametrize(
        ("new", "linked"),
        [("Vell saw mumps, deaths.", False), ("Robbers took six nuns into Vell.", True)],
    )
    def test_in_anothers_place(self, new: str, linked: bool) -> None:
        """However sure the neighbours make it, what has next to nothing in common is no link."""
        column = np.zeros(1, np.float32)
        sure = Judge(("likeness",), column, column + 1, column, 3.0)
        found = tipdiff.align(["Robbers took your coach into Vell."], [new], judges=(sure, sure))

        assert bool(found) == linked
