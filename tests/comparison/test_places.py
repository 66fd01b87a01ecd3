"""Where statements stand: sections aligned, moves told, and the order of changes, by hand."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.alignment import align_sections
from tipdiff.alignment.sections import longest_run
from tipdiff.comparison.moves import moved_links
from tipdiff.records import Link, Section

A, B, C = ("Port", "A"), ("Port", "B"), ("Port", "C")


def links(*pairs: tuple[int, int]) -> list[Link]:
    """Links of one statement with one."""
    return [Link((i,), (j,), 0.9, 0.9) for i, j in pairs]


def moved(found: list[Link], old: list[Section], new: list[Section]) -> set[tuple[int, int]]:
    """The first old and new statement of the links that moved."""
    linked = [(old[i], new[j]) for x in found for i in x.old for j in x.new]
    aligned = align_sections(list(dict.fromkeys(old)), list(dict.fromkeys(new)), linked)
    return {(found[k].old[0], found[k].new[0]) for k in moved_links(found, (old, new), aligned)}


class TestSections:
    """Which sections belong together."""

    def test_content_over_letters(self) -> None:
        """Answers go where their statements went, whatever their letters; both have moved."""
        found = align_sections([A, B], [A, B], [(A, B), (A, B), (B, A), (B, A)])

        assert found.pairs == {(A, B), (B, A)}
        assert all(link.moved for link in found.links)

    def test_a_letter_without_content(self) -> None:
        """With nothing linked the same heading and letter belong together, another does not."""
        found = align_sections([A, B], [A, C], [])

        assert found.pairs == {(A, A)}
        assert [(x.old, x.new) for x in found.links] == [(A, A), (B, None), (None, C)]

    def test_scores(self) -> None:
        """Three quarters for the statements in common, one for the headings.

        Three of the statements of both, counted on either side four and three: 6 of 7.
        """
        found = align_sections([A, B], [A, B], [(A, A)] * 3 + [(A, B)])

        assert {(x.old, x.new): x.score for x in found.links}[A, A] == pytest.approx(
            0.75 * 6 / 7 + 0.25, abs=1e-4
        )

    def test_taken_in(self) -> None:
        """Answers that became one heading all belong to it, and so does one that gave nothing."""
        found = align_sections([A, B, C], [("Port",)], [(A, ("Port",)), (B, ("Port",))])

        assert found.pairs == {(A, ("Port",)), (B, ("Port",)), (C, ("Port",))}

    def test_joins_a_coarser_one(self) -> None:
        """An answer whose statements went under another heading without letters goes there."""
        inn: Section = ("Inns",)
        found = align_sections([A, inn], [inn], [(inn, inn), (inn, inn), (A, inn)])

        assert found.pairs == {(A, inn), (inn, inn)}


class TestMoves:
    """Which statements moved."""

    def test_out_of_the_section(self) -> None:
        """What went to another section than the rest has moved, though the order is kept."""
        old, new = [A, A, A, B, B], [A, A, B, B, B]

        assert moved(links(*((k, k) for k in range(5))), old, new) == {(2, 2)}

    def test_the_fewest(self) -> None:
        """Inside a section the fewest moved that leave the rest in order."""
        old = new = [A] * 5

        assert moved(links((0, 4), (1, 0), (2, 1), (3, 2), (4, 3)), old, new) == {(0, 4)}
        assert moved(links((0, 1), (1, 2), (2, 3), (3, 4), (4, 0)), old, new) == {(4, 0)}

    def test_a_run(self) -> None:
        """Of a run of two that went down past three the two have moved."""
        old = new = [A] * 5

        assert moved(links((0, 3), (1, 4), (2, 0), (3, 1), (4, 2)), old, new) == {(0, 3), (1, 4)}

    def test_sections_that_changed_places(self) -> None:
        """A section that moved as a whole moves no statement."""
        old, new = [A, A, B, B], [B, B, A, A]

        assert moved(links((0, 2), (1, 3), (2, 0), (3, 1)), old, new) == set()

    def test_inside_what_took_sections_in(self) -> None:
        """Answers that became one heading are one section: their order counts as one."""
        old, new = [A, A, B, B], [("Port",)] * 4

        assert moved(links((0, 0), (1, 2), (2, 1), (3, 3)), old, new) in ({(1, 2)}, {(2, 1)})

    def test_parts(self) -> None:
        """Of a statement that was split the first part that stayed speaks."""
        found = [Link((0,), (0, 3), 0.9, 0.9), *links((1, 1), (2, 2))]

        assert moved(found, [A] * 3, [A] * 4) == set()

    def test_longest_run(self) -> None:
        """The longest rising run of some places."""
        assert [(3, 1, 2, 5, 4)[k] for k in longest_run((3, 1, 2, 5, 4))] == [1, 2, 4]
        assert longest_run(()) == []


class TestOrder:
    """The order of changes."""

    def test_dropped_after_their_predecessor(self) -> None:
        """Changes follow the new report; a dropped one stands behind what it stood behind."""
        mayor, canal, nuns = (
            "The mayor of Tarn keeps a mule.",
            "The canal was closed in March.",
            "Nuns from Vell bake bread for widows.",
        )
        gone = "Nine oarsmen drowned off Lannock."
        told = [
            f"R 011431Z MAR {year}\nFM AMEMBASSY KALVIK\n\nUNCLAS KALVIK 000140\n\n"
            f"SUBJECT: OSTREL: TIP REPORT\n\n1. (U) {'  '.join(said)}\n"
            for year, said in (("05", (mayor, gone, canal, nuns)), ("06", (nuns, mayor, canal)))
        ]
        changes = tipdiff.compare(*map(tipdiff.read, told)).changes

        assert [(c.old or c.new)[0].text for c in changes] == [nuns, mayor, gone, canal]
        assert [c.status for c in changes] == ["unchanged", "unchanged", "dropped", "unchanged"]
        assert ["moved" in c.traits for c in changes] == [True, False, False, False]
