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


def turned(row: str, then: list[str], now: list[str]) -> set[tuple[int, int]]:
    """The links of rows that one word names, whose figures all moved."""
    old = [row.format(name, k + 30, k + 2) for k, name in enumerate(then)]
    new = [row.format(name, k * 3 + 57, k + 8) for k, name in enumerate(now)]
    return links(old, new)


class TestNamedByAWord:
    """Rows that a word names, and figures that moved in all of them."""

    @pytest.mark.parametrize(
        ("row", "names"),
        [
            ("Ward {} fed {} orphans.", ["A", "B", "C", "D", "E", "F"]),
            ("Judge {} sentenced {} men to {} years.", ["Orrin", "Maddox", "Pell", "Sarn"]),
            ("In {} the coast guard stopped {} boats.", ["Tarn", "Vell", "Orm", "Sill"]),
            ("{}: {} calls.", ["March", "April", "May", "June"]),
            ("The {} brigade has {} men.", ["first", "second", "third", "fourth"]),
            ("Pier {} took {} crews.", ["one", "two", "three", "four"]),
            ("Phase {} cost {} crowns.", ["I", "II", "III", "IV"]),
            ("Hull {} carried {} deckhands.", ["B-12", "B-13", "C-12", "C-13"]),
            ("Case 04-{}: {} barges seized.", ["011", "012", "013", "014"]),
            ("Of the girls {1} were {0} years old.", ["12", "13", "14", "15"]),
        ],
    )
    def test_turned(self, row: str, names: list[str]) -> None:
        """In the reverse order each is linked to its own, even if its word is a stop word."""
        last = len(names) - 1

        assert turned(row, names, names[::-1]) == {(k, last - k) for k in range(len(names))}

    def test_gone_and_new(self) -> None:
        """The month that went is dropped and the one that came is new."""
        months = ["January", "February", "March", "April", "May", "June"]

        assert turned("{}: {} calls.", months, [*months[1:], "July"]) >= {
            (k, k - 1) for k in range(1, 6)
        }

    def test_two_names(self) -> None:
        """Where two numbers name a row, both must agree."""
        row = "Under Article {} of Act {} courts fined {} men."
        then = [row.format(*name, 10 + k) for k, name in enumerate(["19", "29", "18", "28"])]
        now = [row.format(*name, 50 + k) for k, name in enumerate(["28", "19", "29", "18"])]

        assert links(then, now) == {(0, 1), (1, 2), (2, 3), (3, 0)}

    def test_another_number(self) -> None:
        """A number that names another row is no figure that moved: likeness decides."""
        then, now = "In Tarn pier No. 5 took 30 crews.", "In Tarn pier No. 7 took 30 crews."
        scores = [link.score for link in tipdiff.align([then], [now])]

        assert not scores or scores[0] < 0.97

    def test_inserted(self) -> None:
        """Rows put into the middle of many are new and move no other."""
        numbers = [*range(500), *range(5000, 5010), *range(500, 1000)]
        then = [f"Hostel No. {k} took in {k % 89 + 3} rowers." for k in range(1000)]
        now = [f"Hostel No. {k} took in {k % 83 + 3} rowers." for k in numbers]

        assert links(then, now) == {(k, k + 10 * (k >= 500)) for k in range(1000)}


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
