"""Rows of one form, and copies of answers: what decides which belongs to which."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.alignment import homes_of


def links(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    """The linked pairs of places."""
    return {(i, j) for link in tipdiff.align(old, new) for i in link.old for j in link.new}


class TestRows:
    """Statements that differ in figures alone."""

    def test_rolling_years(self) -> None:
        """A year that went is dropped, one that came is new, the others keep theirs."""
        then = [
            f"In {year} the guard stopped {year % 7 + 20} barges." for year in range(1999, 2004)
        ]
        now = [f"In {year} the guard stopped {year % 5 + 30} barges." for year in range(2000, 2005)]

        assert links(then, now) == {(k + 1, k) for k in range(4)}

    def test_years_with_nothing_in_common(self) -> None:
        """Where all years moved on, they name nothing: order decides."""
        then = [f"In {year} the guard stopped {year % 7 + 20} barges." for year in (2001, 2002)]
        now = [f"In {year} the guard stopped {year % 5 + 30} barges." for year in (2003, 2004)]

        assert links(then, now) == {(0, 0), (1, 1)}

    def test_between_settled_neighbours(self) -> None:
        """What nothing names pairs with what stands between the same neighbours."""
        then = ["Guards stopped 12 barges.", "A canal was dug in Orm.", "Guards stopped 15 barges."]
        now = ["A canal was dug in Orm.", "Guards stopped 31 barges."]

        assert links(then, now) == {(1, 0), (2, 1)}

    def test_by_a_figure_that_stays(self) -> None:
        """Capacities that stay tell houses apart whose guests change."""
        then = [f"A house with {beds} beds took in {beds + 7} rowers." for beds in (12, 30, 44)]
        now = [f"A house with {beds} beds took in {beds + 9} rowers." for beds in (44, 12, 30)]

        assert links(then, now) == {(0, 1), (1, 2), (2, 0)}

    def test_many(self) -> None:
        """Of two thousand rows each finds its own."""
        then = [f"Hostel No. {k} took in {k % 89 + 3} rowers." for k in range(2000)]
        now = [f"Hostel No. {k} took in {k % 83 + 3} rowers." for k in range(2000)]

        assert links(then, now) == {(k, k) for k in range(2000)}


SECTIONS = [("Prevention", letter) for letter in "ABC"]


class TestAnswers:
    """Short answers belong to their questions."""

    @pytest.mark.parametrize("answer", ["Not applicable.", "No data were at hand.", "None."])
    def test_one_more(self, answer: str) -> None:
        """The same answer under one more question is new, whichever it is."""
        old = f"A. {answer}\n\nB. Divers raised the sunken ferry.\n"
        new = f"A. {answer}\n\nB. Divers raised the sunken ferry.  {answer}\n"
        there, back = (
            tipdiff.compare(
                tipdiff.read(one, country="Velda", year=2005),
                tipdiff.read(other, country="Velda", year=2006),
            ).summary
            for one, other in ((old, new), (new, old))
        )

        assert (there.new, there.changed, there.dropped, there.unchanged) == (1, 0, 0, 2)
        assert (back.new, back.changed, back.dropped, back.unchanged) == (0, 0, 1, 2)

    def test_homes(self) -> None:
        """Sections of one heading are one home; what the other report lacks has none."""
        old = homes_of((SECTIONS, SECTIONS[:2]), (["a", "b", "c"], ["x", "y"]))

        assert old[0][0] == old[1][0] != old[0][1] == old[1][1]
        assert old[0][2] is None
