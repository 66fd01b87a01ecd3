"""Candidates and what stands around them, beside what a look at every pair gives.

The alignment never holds a number for each pair of statements. Here each pair is looked at, in
plain Python and as the documents say it, and both must come to the same.
"""

from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tipdiff.alignment import candidates
from tipdiff.alignment.candidates import LEAST_LIKENESS, Pairs, candidate_pairs
from tipdiff.alignment.features import NEXT, REACHES, support
from tipdiff.alignment.neighbours import around, at_steps, vouched
from tipdiff.alignment.terms import TermIndex

#: How many different words a statement is drawn from: few, so that much is shared and much equal.
WORDS = 9
statements = st.lists(st.frozensets(st.integers(0, WORDS - 1), max_size=5), max_size=14)
weights = st.lists(st.sampled_from((0.0, 0.5, 1.0, 2.0)), min_size=WORDS, max_size=WORDS)
EVEN = [1.0] * WORDS, [1.0] * WORDS


def indexed(rows: list[frozenset[int]], weight: list[float]) -> TermIndex:
    """An index of statements that are sets of words."""
    by_word = np.array(weight, np.float32)
    numbered = tuple(np.array(sorted(row), np.intp) for row in rows)
    return TermIndex(numbered, by_word, np.array([by_word[row].sum() for row in numbered]))


def grid_pairs(cells: list[tuple[int, int]], shape: tuple[int, int]) -> Pairs:
    """Candidate pairs at some places."""
    old, new = (np.array([cell[k] for cell in cells], np.intp) for k in (0, 1))
    return Pairs(old, new, shape)


def looked_at(
    likeness: dict[tuple[int, int], float], shape: tuple[int, int], partners: int, equals: int
) -> set[tuple[int, int]]:
    """The pairs worth a look, each weighed against all others of its old and of its new one."""
    n, m = shape

    def away(i: int, j: int) -> int:
        return abs((2 * i + 1) * m - (2 * j + 1) * n)

    kept = set()
    ranks = {cell: (value, -away(*cell)) for cell, value in likeness.items()}
    for mine, rank in ranks.items():
        for which in (0, 1):
            rivals = [ranks[cell] for cell in ranks if cell[which] == mine[which]]
            better = sum(rival[0] > rank[0] for rival in rivals)
            if better < partners and sum(rival > rank for rival in rivals) < equals:
                kept.add(mine)
    return kept


class TestCandidates:
    """Which pairs are worth a look, and the weight that they share."""

    @given(
        olds=statements,
        news=statements,
        weight=st.tuples(weights, weights),
        strip=st.sampled_from((1, 40, candidates.STRIP)),
        limits=st.sampled_from(((1, 2), (2, 3), (3, 14), (16, 64))),
    )
    @settings(max_examples=150, deadline=None)
    @example(
        olds=[frozenset({1})] * 9, news=[frozenset({1})] * 9, weight=EVEN, strip=1, limits=(1, 2)
    )
    @example(olds=[frozenset()], news=[frozenset({1})], weight=EVEN, strip=1, limits=(1, 2))
    def test_as_all_pairs(
        self,
        olds: list[frozenset[int]],
        news: list[frozenset[int]],
        weight: tuple[list[float], list[float]],
        *,
        strip: int,
        limits: tuple[int, int],
    ) -> None:
        """They are what a look at every pair gives, however few are looked at in one go."""
        views = [indexed([*olds, *news], of_view) for of_view in weight]
        likeness, expected = {}, {}
        for i, old in enumerate(olds):
            for j, new in enumerate(news):
                alike, both = np.float32(0), []
                for of_view in weight:
                    mine, yours, shared = (
                        np.float32(sum(of_view[word] for word in row))
                        for row in (old, new, old & new)
                    )
                    both.append(float(shared))
                    # In single precision too, so that what ties there ties here.
                    alike += shared / np.sqrt(mine * yours) if shared else np.float32(0)
                if alike / 2 > LEAST_LIKENESS:
                    likeness[i, j], expected[i, j] = float(alike / 2), both
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(candidates, "PARTNERS", limits[0])
            patch.setattr(candidates, "EQUALS", limits[1])
            pairs, shared = candidate_pairs(views, len(olds), strip=strip)
        cells = list(zip(pairs.old.tolist(), pairs.new.tolist(), strict=True))
        kept = looked_at(likeness, (len(olds), len(news)), *limits)

        assert cells == sorted(cells), "out of order"
        assert set(cells) == kept
        for k, cell in enumerate(cells):
            assert [float(each[k]) for each in shared] == pytest.approx(expected[cell])

    def test_equals_cost_little(self) -> None:
        """Of a thousand rows that are equal but for their figures each keeps the nearest few."""
        rows = [frozenset({1, 2})] * 1000
        pairs, _ = candidate_pairs([indexed([*rows, *rows], [1.0] * WORDS)] * 2, 1000)

        assert len(pairs) <= 1000 * (candidates.EQUALS + 2)
        assert (np.abs(pairs.old - pairs.new) <= candidates.EQUALS).all()


SHAPE = 60, 45
cells = st.dictionaries(
    st.tuples(st.integers(0, SHAPE[0] - 1), st.integers(0, SHAPE[1] - 1)),
    st.integers(1, 20).map(lambda k: k / 20),
    max_size=80,
)
#: The same along one line, as links are that vouch for one another, over several blocks.
line = st.lists(
    st.tuples(st.integers(0, 44), st.integers(-2, 2), st.integers(1, 20)), max_size=60
).map(lambda drawn: {(k, min(max(k + s, 0), 44)): v / 20 for k, s, v in drawn})


class TestAround:
    """What stands around pairs, on a grid of which nearly every place is empty."""

    @given(grid=cells | line)
    @settings(max_examples=60, deadline=None)
    def test_steps(self, grid: dict[tuple[int, int], float]) -> None:
        """The best place some steps on or back, nothing beyond the edges."""
        here = sorted(grid)
        values = np.array([grid[cell] for cell in here], np.float32)
        found = at_steps(grid_pairs(here, SHAPE), values, NEXT)

        assert found.tolist() == pytest.approx(
            [max(grid.get((i + a, j + b), 0.0) for a, b in NEXT) for i, j in here]
        )

    @given(grid=cells | line)
    @settings(max_examples=60, deadline=None)
    def test_around(self, grid: dict[tuple[int, int], float]) -> None:
        """The best of a few places of each row before and after, fading."""
        here = sorted(grid)
        values = np.array([grid[cell] for cell in here], np.float32)
        found = around(grid_pairs(here, SHAPE), values, (0.5, 0.25), 1)

        def best(i: int, j: int) -> float:
            return max(grid.get((i, j + s), 0.0) for s in (-1, 0, 1))

        assert found.tolist() == pytest.approx(
            [
                sum(
                    fade * best(i + away, j + away)
                    for step, fade in ((1, 0.5), (2, 0.25))
                    for away in (-step, step)
                )
                / 1.5
                for i, j in here
            ]
        )

    @given(grid=cells | line, reaches=st.sampled_from(REACHES))
    @settings(max_examples=60, deadline=None)
    def test_vouched(
        self, grid: dict[tuple[int, int], float], reaches: tuple[float, float]
    ) -> None:
        """Every link speaks for every pair of another row whose line meets its row on the grid."""
        here = sorted(grid)
        heard = {cell: value if value > 0.4 else 0.0 for cell, value in grid.items()}
        values = np.array([heard[cell] for cell in here], np.float32)
        found = vouched(grid_pairs(here, SHAPE), values, *reaches)

        assert found.tolist() == pytest.approx(
            [
                sum(
                    value * exp(-abs(a - i) / reaches[0] - abs(b - (j + a - i)) / reaches[1])
                    for (a, b), value in heard.items()
                    if a != i and 0 <= j + a - i < SHAPE[1]
                )
                for i, j in here
            ],
            abs=1e-5,
        )

    def test_far_away_nothing_is_heard(self) -> None:
        """Two links ten thousand statements apart leave each other alone."""
        pairs = grid_pairs([(0, 0), (9_999, 9_999)], (10_000, 10_000))
        found = support(pairs, np.array([0.9, 0.9], np.float32))

        assert found["links wide by"].tolist() == [0, 0]
