"""Series that answer a question, what they are called, and which figures go on in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import tipdiff
from tipdiff.series.figure_words import change
from tipdiff.series.selection import moved, revised

from .cases import edition, point, series, spread

FIXTURES = Path(__file__).parents[2] / "fixtures"


class TestSelection:
    """Series that answer a question."""

    RUN = (
        series("Raids", [point(2006, 10), point(2007, 12)]),
        series("Arrests", [point(2006, 9), point(2007, 0)]),
        series("Beds", [point(2006, 8), point(2007, 8)]),
        series("Calls", [point(2005, 8), point(2007, 80)]),
        series("Cases", [point(2006, 30, before=20), point(2007, 60, "over")]),
    )

    def test_moved(self) -> None:
        """The farthest first; no gap, no open figure, and nothing that stayed."""
        assert [one.label for one in moved(self.RUN)] == ["Arrests", "Raids"]

    def test_only_figures_of_the_newest_report(self) -> None:
        """What moved years ago is no answer today."""
        found = tipdiff.trends(FIXTURES / "varona")

        assert {one.points[-1].edition for one in moved(found)} == {2008}

    def test_revised(self) -> None:
        """Only what a later report gave otherwise."""
        assert [one.label for one in revised(self.RUN)] == ["Cases"]

    def test_real_revision(self) -> None:
        """A report that corrects the one before says so in its words."""
        found = {
            (one.indicator, point.year): (point.value, point.superseded[0].value)
            for one in revised(tipdiff.trends(FIXTURES / "tessaly"))
            for point in one.points
            if point.revised
        }

        assert found == {("convictions", 2002): (7, 6), ("victims identified", 2005): (146, 143)}

    @pytest.mark.parametrize(
        ("better", "told"),
        [(None, "+2 (+20 %)"), ("up", "+2 (+20 %), better"), ("down", "+2 (+20 %), worse")],
    )
    def test_better_is_said_by_the_indicator_only(self, better: str | None, told: str) -> None:
        """Nobody knows whether up is better unless the indicator says so."""
        assert change(evolve(self.RUN[0], better=better)) == told

    def test_a_change_to_what_is_approximate_is_approximate(self) -> None:
        """A fall from 40 to about 30 is one of about 10."""
        run = series("Raids", [point(2005, 40), point(2006, 30, "about")])

        assert change(run) == "\u25cb\u221210 (\u221225 %)"

    def test_the_same_range_is_no_change(self) -> None:
        """A range or an open figure that stays is as before."""
        terms = series("Terms", [spread(2004, 18, 30), spread(2005, 18, 30)])

        assert change(terms) == "="


class TestNames:
    """What a figure without an indicator is called."""

    @pytest.mark.parametrize(
        ("told", "label"),
        [
            (
                "The Committee has a budget of {} crowns (USD 900).",
                "\u201cCommittee has a budget\u201d",
            ),
            ("Of those asked, {} percent were in debt.", "\u201cdebt\u201d"),
            ("They stayed {} weeks on average.", "\u201cstayed\u201d"),
            (
                "It was said that the number dropped to {} percent as they left.",
                "\u201cnumber dropped\u201d",
            ),
        ],
    )
    def test_phrase(self, told: str, label: str) -> None:
        """By the words next to it that say most, quoted: no noun is sure."""
        found = tipdiff.trends([edition(2005 + k, told.format(40 + k)) for k in range(3)])

        assert [one.label for one in found if one.indicator is None] == [label]


class TestGaps:
    """Figures whose statement is missing in a year."""

    def test_a_statements_own_series_goes_on(self) -> None:
        """What comes back after a gap is the same figure, and the gap stays one."""
        told = "The harbor of Orvast lent its {} lanterns to the night watch on the quay."
        other = "The mayor of Tarn spoke about the winter storms of the coast."
        bodies = [told.format(n) for n in ("12 brass", "15 brass")]
        found = tipdiff.trends(
            [
                edition(2005, bodies[0].replace("its ", ""), other),
                edition(2006, bodies[1].replace("its ", ""), other),
                edition(2007, other),
                edition(2008, bodies[1].replace("its 15", "18"), other),
            ]
        )

        assert [[(p.year, p.value) for p in one.points] for one in found] == [
            [(2004, 12), (2005, 15), (2007, 18)]
        ]


class TestLoneFigures:
    """The only figure of its kind in two aligned statements."""

    @pytest.mark.parametrize(
        ("then", "now", "joined"),
        [
            ("had some 30 names", "names some 45 agencies", True),
            ("took 212 calls", "speaks three languages", False),
        ],
    )
    def test_of_like_size(self, then: str, now: str, joined: bool) -> None:
        """It goes on under another noun unless it is of quite another size."""
        told = "The new telephone line of the harbor police in Port Merrin {} all year round."
        editions = [edition(2005 + k, told.format(said)) for k, said in enumerate((then, now, now))]
        runs = [len(s.points) for s in tipdiff.trends(editions)]

        assert (3 in runs) is joined
