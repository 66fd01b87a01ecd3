"""The features of a pair: worked out by hand for small pairs, and as defined for any."""

from __future__ import annotations

from math import exp, log
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipdiff.alignment.candidates import Pairs
from tipdiff.alignment.features import (
    CROWD,
    FADE,
    NEIGHBOURS,
    NEXT,
    REACHES,
    SHIFT,
    VOUCHES,
    rank,
    rival,
    setting,
    support,
)
from tipdiff.alignment.model import Judge, log_odds
from tipdiff.alignment.scoring import first_features, judge
from tipdiff.text import folded

Grid = dict[tuple[int, int], float]


def pairs_of(grid: Grid, shape: tuple[int, int]) -> tuple[Pairs, np.ndarray]:
    """Candidate pairs and their values from a table of them."""
    cells = sorted(grid)
    old, new = (np.array([cell[k] for cell in cells], np.intp) for k in (0, 1))
    return Pairs(old, new, shape), np.array([grid[cell] for cell in cells], np.float32)


def by_cell(pairs: Pairs, values: np.ndarray) -> Grid:
    """A table of values from those of candidate pairs."""
    cells = zip(pairs.old.tolist(), pairs.new.tolist(), strict=True)
    return dict(zip(cells, values.tolist(), strict=True))


def near(table: Grid) -> object:
    """A table to compare with, give or take the last digits."""
    return pytest.approx(table, abs=2e-5)


class TestTextsByHand:
    """What the texts of a small pair share, each number worked out on paper."""

    OLD = ("The ministry trains guards.", "Varona indicted 14 smugglers.", "The canal is closed.")
    NEW = ("Varona charged nine smugglers.", "The ministry trains nurses.", "The canal is closed.")
    #: Weights of a stem that stands in one and in two of the six statements (20 more supposed).
    ONCE, TWICE = log(26 / 1.5), log(26 / 2.5)

    def found(self, name: str) -> Grid:
        """One feature of the candidate pairs."""
        folds = [folded(text) for text in self.OLD], [folded(text) for text in self.NEW]
        pairs, features, _ = first_features((self.OLD, self.NEW), folds)
        return by_cell(pairs, features[name])

    def test_candidates(self) -> None:
        """Each statement has one partner with which it shares a word."""
        assert list(self.found("letters")) == [(0, 1), (1, 0), (2, 2)]

    def test_letters(self) -> None:
        """Twice the letters in common in their order, over all, with the figures masked.

        Of 27 and 27 characters 24 are common ("urs" of the last words among them); of "varona
        indicted 0 smugglers." and "varona charged 0 smugglers." (28 and 27) 23 are ("ced").
        """
        assert self.found("letters") == near({(0, 1): 48 / 54, (1, 0): 46 / 55, (2, 2): 1.0})

    def test_letters_of_sorted_words(self) -> None:
        """The same with the words in alphabetical order: "guards. ministry the trains".

        Of the first pair "ministry the trains" is common, of the second "0 ced smugglers. varona".
        """
        assert self.found("letters, words sorted") == near(
            {(0, 1): 38 / 54, (1, 0): 46 / 55, (2, 2): 1.0}
        )

    def test_words(self) -> None:
        """Weights of the stems in common over the shorter's, the longer's, and their mean."""
        two, three = 2 * self.TWICE, 2 * self.TWICE + self.ONCE
        share = {(0, 1): two / three, (1, 0): two / three, (2, 2): 1.0}

        assert self.found("words of the shorter") == near(share)
        assert self.found("words of the longer") == near(share)
        assert self.found("words in common") == near(share)
        assert self.found("words in common, weighed") == near(dict.fromkeys(share, log(1 + two)))

    def test_meanings(self) -> None:
        """Indicted is charged: of the second pair all is common, three terms that stand twice."""
        two, three = 2 * self.TWICE, 2 * self.TWICE + self.ONCE

        assert self.found("meanings in common") == near(
            {(0, 1): two / three, (1, 0): 1.0, (2, 2): 1.0}
        )
        assert self.found("meanings in common, weighed") == near(
            {(0, 1): log(1 + two), (1, 0): log(1 + 3 * self.TWICE), (2, 2): log(1 + two)}
        )

    def test_lengths(self) -> None:
        """The shorter over the longer, in stems and one more; logarithms of both."""
        assert self.found("length ratio") == near({(0, 1): 1.0, (1, 0): 1.0, (2, 2): 1.0})
        assert self.found("shorter length") == near(
            {(0, 1): log(4), (1, 0): log(4), (2, 2): log(3)}
        )

    def test_likeness(self) -> None:
        """The mean of letters, words and meanings in common."""
        share = 2 * self.TWICE / (2 * self.TWICE + self.ONCE)

        assert self.found("likeness") == near(
            {
                (0, 1): (48 / 54 + share + share) / 3,
                (1, 0): (46 / 55 + share + 1) / 3,
                (2, 2): 1.0,
            }
        )

    def test_unequal_lengths(self) -> None:
        """Of a statement and one with a word more, the shorter's words are all in common."""
        old, new = ("Oarsmen mend nets.",), ("Oarsmen mend red nets.",)
        pairs, found, _ = first_features((old, new), ([folded(old[0])], [folded(new[0])]))
        twice, once = log(22 / 2.5), log(22 / 1.5)
        # Two statements alone: what stands in both is in no more than a quarter of all 22.
        assert len(pairs) == 1
        assert found["words of the shorter"][0] == pytest.approx(1)
        assert found["words of the longer"][0] == pytest.approx(3 * twice / (3 * twice + once))
        assert found["length ratio"][0] == pytest.approx(4 / 5)
        assert found["longer length"][0] == pytest.approx(log(5))


class TestSettingByHand:
    """How the pairs of three and three statements stand among their rivals and neighbours."""

    GRID: ClassVar[Grid] = {(0, 0): 0.9, (0, 1): 0.5, (1, 1): 0.8, (2, 1): 0.6, (2, 2): 0.7}

    def found(self, name: str) -> Grid:
        """One feature of these pairs."""
        pairs, base = pairs_of(self.GRID, (3, 3))
        return by_cell(pairs, setting(pairs, base)[name])

    def test_leads(self) -> None:
        """The value less the best other one of either statement, or of the one it leads more."""
        assert self.found("lead over every rival") == near(
            {(0, 0): 0.4, (0, 1): -0.4, (1, 1): 0.2, (2, 1): -0.2, (2, 2): 0.1}
        )
        assert self.found("lead over rivals of one side") == near(
            {(0, 0): 0.9, (0, 1): -0.3, (1, 1): 0.8, (2, 1): -0.1, (2, 2): 0.7}
        )

    def test_ranks(self) -> None:
        """1 for the best, 1/2 for the second, 1/3 for the third: of the worse and the better."""
        assert self.found("rank for both") == near(
            {(0, 0): 1, (0, 1): 1 / 3, (1, 1): 1, (2, 1): 1 / 2, (2, 2): 1}
        )
        assert self.found("rank for one") == near(
            {(0, 0): 1, (0, 1): 1 / 2, (1, 1): 1, (2, 1): 1 / 2, (2, 2): 1}
        )

    def test_distance(self) -> None:
        """Thirds of the report between the two places."""
        assert self.found("distance in the report") == near(
            {(0, 0): 0, (0, 1): 1 / 3, (1, 1): 0, (2, 1): 1 / 3, (2, 2): 0}
        )

    def test_next_statements(self) -> None:
        """The best pair right before and right after, each give or take one of either side.

        Before (1, 1) stands (0, 0), after it (2, 2); before (2, 2) are (1, 1) and (2, 1) in reach.
        After (0, 1) come (1, 1) and (2, 2) with the others; before it (0, 0), one new one back.
        """
        assert self.found("next statements") == near(
            {
                (0, 0): 0.8 / 2,
                (0, 1): (0.9 + 0.8) / 2,
                (1, 1): (0.9 + 0.7) / 2,
                (2, 1): (0.9 + 0.7) / 2,
                (2, 2): 0.8 / 2,
            }
        )
        assert self.found("nearer next statement") == near(
            {(0, 0): 0.8, (0, 1): 0.9, (1, 1): 0.9, (2, 1): 0.9, (2, 2): 0.8}
        )

    def test_a_neighbour_counts_on_its_own_side(self) -> None:
        """What stood before and stands after now is no neighbour."""
        straight, _ = pairs_of({(0, 0): 0.9, (1, 1): 0.5}, (2, 2))
        crossed, _ = pairs_of({(0, 1): 0.9, (1, 0): 0.5}, (2, 2))
        values = np.array([0.9, 0.5], np.float32)

        assert setting(straight, values)["nearer next statement"].tolist() == near([0.5, 0.9])
        assert setting(crossed, values)["nearer next statement"].tolist() == [0, 0]

    def test_equal_bests_are_rivals(self) -> None:
        """Two pairs that are equally good leave neither a lead."""
        pairs, base = pairs_of({(0, 0): 0.9, (0, 1): 0.9, (0, 2): 0.4}, (1, 3))

        assert by_cell(pairs, rival(pairs, base)[0]) == near(
            {(0, 0): 0.9, (0, 1): 0.9, (0, 2): 0.9}
        )
        assert rank(pairs.old, base).tolist() == near([1, 1 / 2, 1 / 3])


class TestSupportByHand:
    """One likely link at the second of three places, and what it says of other pairs."""

    def found(self, name: str, grid: Grid) -> Grid:
        """One feature of the second pass."""
        pairs, probability = pairs_of(grid, (3, 3))
        return by_cell(pairs, support(pairs, probability)[name])

    GRID: ClassVar[Grid] = {(0, 0): 0.05, (1, 1): 0.8, (1, 2): 0.3, (2, 1): 0.05, (2, 2): 0.2}

    def test_vouching(self) -> None:
        """A link vouches for what is in line with it, both ways, and less for what is not.

        Links below one in ten say nothing. (0, 0) is in line with (1, 1) and (2, 2), one and two
        statements off, and one out of line with (1, 2); a word fades by a third of e a statement
        and by half of e for each that it is out of line.
        """
        step, aside = exp(-1 / 3), exp(-1 / 2)
        first = step * (0.8 + 0.3 * aside) + step**2 * 0.2
        # From the other report's side (1, 2) stands two statements off.
        other = step * 0.8 + step**2 * (0.2 + 0.3 * aside)

        assert self.found("links near by", self.GRID)[0, 0] == pytest.approx(
            log(1 + (first + other) / 2), abs=1e-5
        )
        last = step * (0.8 + 0.3 * aside)
        back = step * 0.8
        assert self.found("links near by", self.GRID)[2, 2] == pytest.approx(
            log(1 + (last + back) / 2), abs=1e-5
        )

    def test_rivals(self) -> None:
        """The likeliest rival of either side, and the sum of all."""
        assert self.found("likeliest rival link", self.GRID) == near(
            {(0, 0): 0, (1, 1): 0.3, (1, 2): 0.8, (2, 1): 0.8, (2, 2): 0.3}
        )
        assert self.found("likeliest rival link of the other side", self.GRID) == near(
            {(0, 0): 0, (1, 1): 0, (1, 2): 0.2, (2, 1): 0.2, (2, 2): 0}
        )
        assert self.found("rival links", self.GRID) == near(
            {(0, 0): 0, (1, 1): 0.3, (1, 2): 0.8, (2, 1): 0.8, (2, 2): 0.3}
        )


def as_defined(grid: Grid, shape: tuple[int, int]) -> dict[str, Grid]:
    """The features of neighbours and of support, cell by cell as the documents say."""
    n, m = shape

    def at(table: Grid, i: int, j: int) -> float:
        return table.get((i, j), 0.0)

    def side(table: Grid, i: int, j: int, *, turned: bool) -> float:
        def here(a: int, b: int) -> float:
            return at(table, b, a) if turned else at(table, a, b)

        place = (j, i) if turned else (i, j)
        total = sum(
            exp(-step / FADE)
            * max(here(place[0] + away, place[1] + away + s) for s in range(-SHIFT, SHIFT + 1))
            for step in range(1, NEIGHBOURS + 1)
            for away in (-step, step)
        )
        return total / sum(2 * exp(-step / FADE) for step in range(1, NEIGHBOURS + 1))

    def vouched(table: Grid, i: int, j: int, far: tuple[float, float], size: int) -> float:
        return sum(
            exp(-abs(a - i) / far[0]) * exp(-abs(b - (j + a - i)) / far[1]) * value
            for (a, b), value in table.items()
            if a != i and 0 <= j + a - i < size
        )

    heard = {cell: value if value > VOUCHES else 0.0 for cell, value in grid.items()}
    turned = {(j, i): value for (i, j), value in heard.items()}
    found: dict[str, Grid] = {}
    for i, j in grid:
        before, after = (max(at(grid, i + s * a, j + s * b) for a, b in NEXT) for s in (-1, 1))
        around = (side(grid, i, j, turned=False) + side(grid, i, j, turned=True)) / 2
        crowds = [
            sum(v for (a, _), v in heard.items() if a == i) - heard[i, j],
            sum(v for (_, b), v in heard.items() if b == j) - heard[i, j],
        ]
        values = {
            "next statements": (before + after) / 2,
            "nearer next statement": max(before, after),
            "statements around": around,
            "rival links": min(max(crowds), CROWD),
            "rival links of the other side": min(*crowds, CROWD),
        }
        for name, far in zip(("near", "wide"), REACHES, strict=True):
            one = vouched(heard, i, j, far, m)
            other = vouched(turned, j, i, far, n)
            values[f"links {name} by"] = log(1 + (one + other) / 2)
        for name, value in values.items():
            found.setdefault(name, {})[i, j] = value
    return found


@given(
    grid=st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 8)),
        st.integers(1, 20).map(lambda k: k / 20),
        min_size=1,
        max_size=30,
    )
)
@settings(deadline=None)
def test_as_defined(grid: Grid) -> None:
    """Of any pairs with any values, cell by cell."""
    pairs, values = pairs_of(grid, (8, 9))
    found = setting(pairs, values) | support(pairs, values)

    for name, expected in as_defined(grid, (8, 9)).items():
        assert by_cell(pairs, found[name]) == pytest.approx(expected, abs=1e-4), name


class TestJudges:
    """From features to a probability."""

    def test_by_hand(self) -> None:
        """Log-odds: the bias, and each weight times the feature in deviations from its mean."""
        numbers = (np.array(v, np.float32) for v in ((0.5, 10.0), (0.25, 5.0), (2.0, -1.0)))
        by = Judge(("a", "b"), *numbers, -0.5)
        features = {"a": np.array([0.75], np.float32), "b": np.array([5.0], np.float32)}

        # -0.5 + 2 * (0.75 - 0.5) / 0.25 - (5 - 10) / 5 = 2.5
        assert by.contributions(features, 0) == {"a": 2.0, "b": 1.0}
        assert by.probability(features).tolist() == near([1 / (1 + exp(-2.5))])
        assert log_odds(by.probability(features)).tolist() == pytest.approx([2.5], abs=1e-3)

    def test_the_second_judges_by_the_first(self) -> None:
        """The first judgement is a feature of the second, whose probability is the answer."""
        texts = TestTextsByHand.OLD, TestTextsByHand.NEW
        folds = tuple([folded(text) for text in side] for side in texts)
        columns = (np.array([v], np.float32) for v in (0.5, 0.25, 3.0))
        first = Judge(("likeness",), *columns, 0.0)
        columns = (np.array([v], np.float32) for v in (0.0, 1.0, -1.0))
        second = Judge(("first judgement",), *columns, 0.0)
        judged = judge(texts, (folds[0], folds[1]), (first, second))

        assert (first.probability(judged.features) + judged.probability).tolist() == near([1.0] * 3)
