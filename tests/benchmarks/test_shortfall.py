"""Every link missed and every false one has one kind, told from the gold and the links alone."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from benchmarks.gold import Gold, Pair
from benchmarks.mistakes import links_wrong
from benchmarks.shortfall import mistakes_of, shortfall
from tipdiff.records import Link

OLD = (
    "The port of Vell is open all year.",
    "The harbor office counted nine crews.",
    "Crews are paid in spring.",
    "A ferry runs to Lannock.",
)
NEW = (
    "Ships may call at Vell in every season.",
    "The harbor office counted ten crews and paid them in spring.",
    "A ferry runs to Estermouth.",
    "The chaplain keeps a list.",
)


def gold(sure: Iterable[Pair]) -> Gold:
    """Four statements a side, with these links."""
    return Gold("varona", OLD, NEW, frozenset(sure), frozenset(), frozenset(), {})


def link(old: tuple[int, ...], new: tuple[int, ...]) -> Link:
    """A link as an alignment gives it."""
    return Link(old, new, 0.9, 0.9)


def kinds(sure: Iterable[Pair], links: list[Link]) -> list[tuple[Pair, str]]:
    """The mistakes, each as its pair and kind."""
    return [(each.pair, each.kind) for each in mistakes_of(gold(sure), links)]


class TestMissed:
    """Links of the gold that were not found."""

    def test_none(self) -> None:
        """What is found as the gold has it is no mistake."""
        assert kinds([(0, 0), (1, 1)], [link((0,), (0,)), link((1,), (1,))]) == []

    def test_part(self) -> None:
        """A part of a merged statement that was not joined."""
        assert kinds([(1, 1), (2, 1)], [link((1,), (1,))]) == [((2, 1), "a part of several")]

    def test_lost(self) -> None:
        """A statement that was linked to another one is lost to it, and that link false."""
        wrong = kinds([(3, 2)], [link((3,), (3,))])

        assert wrong == [((3, 2), "lost to another"), ((3, 3), "another's place")]

    @pytest.mark.parametrize(("pair", "kind"), [((0, 0), "said afresh"), ((3, 2), "left alone")])
    def test_left(self, pair: Pair, kind: str) -> None:
        """Two statements left alone share few of their words, or more."""
        assert kinds([pair], []) == [(pair, kind)]


class TestFalse:
    """Links that the gold does not have."""

    def test_part(self) -> None:
        """A statement joined to a right link is a part too many."""
        assert kinds([(1, 1)], [link((1, 2), (1,))]) == [((2, 1), "a part too many")]

    def test_move(self) -> None:
        """Two statements that belong to nothing, linked across a right link."""
        found = [link((1,), (1,)), link((3,), (0,))]

        assert kinds([(1, 1)], found) == [((3, 0), "a move")]

    def test_alike(self) -> None:
        """Two statements that belong to nothing, linked in line."""
        found = [link((1,), (1,)), link((3,), (2,))]

        assert kinds([(1, 1)], found) == [((3, 2), "alike")]


class TestTold:
    """What is printed."""

    def test_counts(self) -> None:
        """Every mistake is counted once, beside how many links should have been found."""
        pair = gold([(1, 1), (2, 1), (0, 0)]), [link((1,), (1,)), link((3,), (0,))]
        lines = shortfall([("one", [pair]), ("two", [pair, pair])]).splitlines()
        rows = {line.split("|")[1].strip(): line.split("|")[2:4] for line in lines if "|" in line}
        counts = {name: [cell.strip() for cell in cells] for name, cells in rows.items()}

        assert counts["missed: a part of several"] == ["1", "2"]
        assert counts["missed, all"] == ["2", "4"]
        assert counts["false, all"] == ["1", "2"]
        assert counts["sure links"] == ["3", "6"]

    def test_texts(self) -> None:
        """Each mistake stands with its two texts."""
        assert list(links_wrong(gold([(3, 2)]), [])) == [
            "missed: left alone",
            f"    old 3: {OLD[3]}",
            f"    new 2: {NEW[2]}",
        ]
