"""The simple methods: each does what its name says, on cases small enough to see."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.baselines import (
    METHODS,
    cosines,
    greedily,
    greedy_ratio,
    in_order,
    statement_diff,
)

OLD = ["The port is open.", "Police arrested three men in Tarn.", "The hotline rang 40 times."]


class TestGreedy:
    """The likest pair first."""

    def test_takes_the_likest_first(self) -> None:
        """The best pair is taken even if the sum would be greater without it."""
        likeness = np.array([[0.9, 0.8], [0.8, 0.1]])

        assert greedily(likeness, 0.0) == {(0, 0), (1, 1)}
        assert greedily(likeness, 0.5) == {(0, 0)}

    def test_ties_go_to_the_earlier(self) -> None:
        """Equal likeness links in order, so that each run links the same."""
        assert greedily(np.full((2, 2), 0.7), 0.5) == {(0, 0), (1, 1)}

    def test_finds_what_moved(self) -> None:
        """Order is no matter to it."""
        assert greedy_ratio(OLD, [OLD[2], OLD[0]]) == {(2, 0), (0, 1)}


class TestInOrder:
    """The dynamic programme."""

    def test_never_crosses(self) -> None:
        """Of two crossing links the likelier stays."""
        likeness = np.array([[0.1, 0.9], [0.8, 0.1]])

        assert in_order(likeness, 0.3) == {(0, 1)}

    @given(
        st.lists(
            st.lists(st.integers(0, 20).map(lambda k: k / 20), min_size=3, max_size=3),
            min_size=1,
            max_size=4,
        )
    )
    def test_no_other_choice_is_better(self, rows: list[list[float]]) -> None:
        """Its sum of likeness over the threshold is that of the best of all ordered choices."""
        gain = np.array(rows) - 0.33
        found = in_order(np.array(rows), 0.33)
        best = max(
            sum(gain[i, j] for i, j in zip(some, others, strict=True))
            for size in range(min(gain.shape) + 1)
            for some in itertools.combinations(range(gain.shape[0]), size)
            for others in itertools.combinations(range(gain.shape[1]), size)
        )

        assert sum(gain[i, j] for i, j in found) == pytest.approx(best)
        assert all((i < k) == (j < m) for (i, j), (k, m) in itertools.combinations(found, 2))


class TestStatementDiff:
    """difflib on statements."""

    def test_pairs_replaced_runs(self) -> None:
        """Equal runs are linked, and a replaced run with what replaced it, one by one."""
        new = [OLD[0], "Nobody was arrested.", "A law was passed.", OLD[2]]

        assert statement_diff(OLD, new) == {(0, 0), (1, 1), (2, 3)}
        assert statement_diff(OLD, new, strict=True) == {(0, 0), (2, 3)}


class TestCosines:
    """TF-IDF of words."""

    def test_ends_of_the_scale(self) -> None:
        """The same words in any order and case are 1, none in common 0."""
        likeness = cosines(["Guards watch the port."], ["the PORT watch guards", "Ships left"])

        assert likeness[0] == pytest.approx([1.0, 0.0])

    def test_rare_words_weigh_more(self) -> None:
        """Sharing a rare word makes statements liker than sharing a common one."""
        old = ["the ferry"]
        new = ["the harbour", "a ferry", "the law", "the port"]
        likeness = cosines(old, new)[0]

        assert likeness[1] > likeness[0]


@pytest.mark.parametrize("name", METHODS)
class TestAll:
    """What every method must do."""

    def test_nothing_to_link(self, name: str) -> None:
        """An empty text has no links."""
        assert METHODS[name]([], OLD) == frozenset()
        assert METHODS[name](OLD, []) == frozenset()

    def test_itself(self, name: str) -> None:
        """A text is linked to itself, each statement to its own."""
        assert METHODS[name](OLD, OLD) == {(0, 0), (1, 1), (2, 2)}
