"""Series of a few sentences: which figure is a year's, and what becomes of the others."""

from __future__ import annotations

import pytest

import tipdiff

from .cases import edition, followed


class TestPoints:
    """``tipdiff.trends``: the points of an indicator."""

    def test_year_is_the_figures_own(self) -> None:
        """A point stands at the year the figure is about, not at the cable's."""
        found = tipdiff.trends([edition(2006, "The courts convicted nine traffickers in 2005.")])

        assert followed(found, "convictions") == {2005: 9}

    def test_compared_years_are_points(self) -> None:
        """The figure of the year before, told in passing, is a point of its own year."""
        told = "Nine traffickers were convicted in 2005, up from six in 2004."
        found = tipdiff.trends([edition(2006, told)])

        assert followed(found, "convictions") == {2004: 6, 2005: 9}

    def test_gaps_stay_gaps(self) -> None:
        """A year of which nothing is said has no point."""
        found = tipdiff.trends(
            [
                edition(2004, "The courts convicted three traffickers in 2003."),
                edition(2005, "The ferry runs twice a day."),
                edition(2006, "The courts convicted nine traffickers in 2005."),
            ]
        )

        assert followed(found, "convictions") == {2003: 3, 2005: 9}

    def test_zero_is_a_point(self) -> None:
        """What is said not to have happened is a zero."""
        found = tipdiff.trends([edition(2006, "There were no prosecutions in 2005.")])

        assert followed(found, "prosecutions") == {2005: 0}

    def test_breakdowns_are_series(self) -> None:
        """Women and girls are series of their own beside the total."""
        told = "The shelter housed 22 women and three girls in 2005."
        found = tipdiff.trends([edition(2006, told)])

        assert followed(found, "victims sheltered", sex="female", age="adult") == {2005: 22}
        assert followed(found, "victims sheltered", sex="female", age="minor") == {2005: 3}

    def test_penalties_are_no_figures(self) -> None:
        """The years in prison that a law foresees are no series, however often they are told."""
        told = "The Act punishes traffickers with five to ten years in prison."
        found = tipdiff.trends([edition(year, told) for year in (2004, 2005, 2006)])

        assert found == []


class TestLaterReports:
    """Several reports give one year's figure."""

    def revised(self) -> tipdiff.Point:
        """The point of 2004 after two reports."""
        found = tipdiff.trends(
            [
                edition(2005, "The courts convicted four traffickers in 2004."),
                edition(2006, "Six traffickers were convicted in 2005, up from five in 2004."),
            ]
        )
        convictions = next(s for s in found if s.indicator == "convictions")
        return convictions.points[0]

    def test_the_latest_wins(self) -> None:
        """The figure of the latest report that gives it is the point's."""
        last = self.revised()

        assert (last.year, last.value, last.reported_in) == (2004, 5, "06PORTMERRIN101")

    def test_the_earlier_is_kept(self) -> None:
        """What an earlier report gave stands in ``superseded``, and the point is revised."""
        last = self.revised()

        assert last.revised
        assert [(r.value, r.reported_in) for r in last.superseded] == [(4, "05PORTMERRIN101")]

    def test_the_same_again_is_no_revision(self) -> None:
        """A later report that repeats a figure supersedes it without revising it."""
        found = tipdiff.trends(
            [
                edition(2005, "The courts convicted four traffickers in 2004."),
                edition(2006, "Six traffickers were convicted in 2005, up from four in 2004."),
            ]
        )
        first = found[0].points[0]

        assert (first.value, first.revised, len(first.superseded)) == (4, False, 1)

    def test_an_update_supersedes_its_edition(self) -> None:
        """The first report of an edition says nothing once an update has come."""
        found = tipdiff.trends(
            [
                edition(2006, "The courts convicted nine traffickers in 2005."),
                edition(2006, "The courts convicted eight traffickers in 2005.", update=True),
            ]
        )

        assert [(p.value, p.superseded) for p in found[0].points] == [(8, ())]


class TestConflicts:
    """One report gives two figures for one year."""

    def test_both_are_told(self) -> None:
        """The first stands, the other is a conflict."""
        found = tipdiff.trends(
            [
                edition(
                    2006,
                    "In 2005 the police opened 22 investigations.",
                    "The ferry runs twice a day.",
                    "In 2005 there were 27 investigations.",
                )
            ]
        )
        only = found[0].points[0]

        assert (only.value, [c.value for c in only.conflicts]) == (22, [27])

    def test_what_both_can_be_is_none(self) -> None:
        """Over 20 and 22 can both be true."""
        found = tipdiff.trends(
            [
                edition(
                    2006,
                    "In 2005 the police opened 22 investigations.",
                    "There were more than 20 investigations in 2005.",
                )
            ]
        )

        assert found[0].points[0].conflicts == ()

    def test_a_part_is_none(self) -> None:
        """How many of the investigations went to court is no other number of investigations."""
        told = (
            "In 2005 the police opened 26 investigations, and prosecutors took 14 of them to court."
        )
        found = tipdiff.trends([edition(2006, told)])
        investigations = next(s for s in found if s.indicator == "investigations")

        assert [(p.value, p.conflicts) for p in investigations.points] == [(26, ())]

    def test_incidents_are_none(self) -> None:
        """Two raids of two months do not contradict each other."""
        found = tipdiff.trends(
            [
                edition(
                    2006,
                    "In May 2005 police arrested 40 men.",
                    "In July 2005 police arrested 22 men.",
                )
            ]
        )

        assert [(p.partial, p.conflicts) for p in found[0].points] == [(True, ())]


class TestSums:
    """Sums over parts."""

    def total(self, told: str) -> list[tuple[float | None, int]]:
        """The total of those sheltered: its value, and of how many parts."""
        found = tipdiff.trends([edition(2006, told)])
        return [
            (p.value, len(p.parts))
            for s in found
            if s.indicator == "victims sheltered" and not s.breakdown
            for p in s.points
        ]

    def test_a_complete_list_is_summed(self) -> None:
        """Women and girls listed together are all; the sum names its parts."""
        assert self.total("The shelter housed 22 women and three girls in 2005.") == [(25, 2)]

    @pytest.mark.parametrize(
        "told",
        [
            "The shelter housed 22 women, three girls and some men in 2005.",
            "Those housed in 2005 included 22 women and three girls.",
        ],
    )
    def test_an_incomplete_one_is_not(self, told: str) -> None:
        """A list that says that there were others has no sum."""
        assert self.total(told) == []

    def test_a_total_needs_no_sum(self) -> None:
        """Where the text gives the total, that is the point."""
        told = "The shelter housed 30 victims in 2005. It housed 22 women and three girls."

        assert self.total(told) == [(30, 0)]


class TestFollowedByStatements:
    """Figures without an indicator."""

    TOLD = "The coast guard searched {} trawlers off Lannock in {}."

    def test_three_editions_make_a_series(self) -> None:
        """A figure whose statement stands in three editions is called by its noun."""
        found = tipdiff.trends(
            [edition(y, self.TOLD.format(n, y - 1)) for y, n in ((2004, 5), (2005, 8), (2006, 9))]
        )

        assert [(s.label, s.indicator) for s in found] == [("Trawlers", None)]
        assert [p.value for p in found[0].points] == [5, 8, 9]

    def test_two_with_one_noun_and_unit_do(self) -> None:
        """Two editions are enough where both count one noun in one unit."""
        found = tipdiff.trends(
            [edition(y, self.TOLD.format(n, y - 1)) for y, n in ((2004, 5), (2005, 8))]
        )

        assert [(s.label, [p.value for p in s.points]) for s in found] == [("Trawlers", [5, 8])]

    @pytest.mark.parametrize(
        "told",
        [
            ("There were no ferries in 2003.", "There were no ferries in 2004."),
            ("The station at Lannock has five trawlers.",) * 2,
            ("The clerk typically stays 30 days.", "The clerk typically stays 40 days."),
        ],
    )
    def test_what_tells_nothing_is_no_series(self, told: tuple[str, str]) -> None:
        """A row of zeros, the same sentence without a year, and an undated habit are none."""
        assert tipdiff.trends([edition(2004, told[0]), edition(2005, told[1])]) == []

    def test_hours_are_told_on_demand(self) -> None:
        """The hours spent on the report are no figure of the country's."""
        reports = [
            edition(year, f"Hours spent on this report: political officer: {year - 1980}.")
            for year in (2004, 2005, 2006)
        ]

        assert tipdiff.trends(reports) == []
        assert [p.value for p in tipdiff.trends(reports, hours=True)[0].points] == [24, 25, 26]

    def test_unknown_verbs_are_learned_from_other_years(self) -> None:
        """A figure is a point of the indicator that its statement has in other editions."""
        found = tipdiff.trends(
            [
                edition(2004, "The National Police came across 31 victims in 2003."),
                edition(2005, "The National Police identified 44 victims in 2004."),
                edition(2006, "The National Police identified 38 victims in 2005."),
            ]
        )

        assert followed(found, "victims identified") == {2003: 31, 2004: 44, 2005: 38}

    def test_a_figure_without_a_year_may_be_old(self) -> None:
        """A statement repeated word for word that names no year is marked."""
        told = "The station at Lannock has five trawlers."
        found = tipdiff.trends([edition(year, told) for year in (2004, 2005, 2006)])

        assert [p.carried_over for p in found[0].points] == [False, True, True]


class TestIdentity:
    """Which figures may stand in one series."""

    def told(self, *sentences: str) -> dict[tuple[str | None, str | None], list[float | None]]:
        """The values of convictions by law and body."""
        found = tipdiff.trends([edition(2006, *sentences)])
        return {
            (s.law, s.who): [p.value for p in s.points] for s in found if s.indicator is not None
        }

    def test_offences_are_apart(self) -> None:
        """Convictions for pimping are no convictions for trafficking; their total is a third."""
        told = self.told(
            "In 2005 the courts convicted nine men of trafficking.",
            "In 2005 the courts convicted 14 men of pimping.",
            "In 2005 the courts convicted 23 men of trafficking and pimping.",
        )

        assert told == {
            (None, None): [9],
            ("pimping", None): [14],
            ("trafficking and pimping", None): [23],
        }

    def test_the_offence_is_in_the_label(self) -> None:
        """The label of a series of another offence says so."""
        told = "In 2005 the courts convicted 14 persons of pimping."
        found = tipdiff.trends([edition(2006, told)])

        assert [s.label for s in found] == ["Convictions for pimping"]
        assert found[0].rows()[0]["law"] == "pimping"


class TestReports:
    """What can be given."""

    def test_two_countries_are_refused(self) -> None:
        """Figures of two countries are no series."""
        with pytest.raises(tipdiff.DataError, match=r"Ostrel.*Varona"):
            tipdiff.trends([edition(2005), edition(2006, country="OSTREL")])

    def test_a_report_without_a_year_is_refused(self) -> None:
        """What no one dates has no place; the message says what helps."""
        with pytest.raises(tipdiff.DataError, match="by the year"):
            tipdiff.trends([tipdiff.read("The courts convicted\nnine traffickers.\n")])

    def test_sources_are_read(self) -> None:
        """A text, a folder or a list of these will do instead of reports."""
        text = (
            "P 010900Z MAR 06\nFM AMEMBASSY PORT MERRIN\nTO SECSTATE WASHDC\n\nUNCLAS PORT MERRIN "
            "000101\n\nSUBJECT: VARONA: TRAFFICKING REPORT\n\n1. (U) The courts convicted nine "
            "traffickers.\n"
        )

        assert followed(tipdiff.trends(text), "convictions") == {2005: 9}
        assert tipdiff.trends([text]) == tipdiff.trends(text)

    def test_nothing_has_no_series(self) -> None:
        """No report, or one without figures, is no mistake."""
        assert tipdiff.trends([]) == tipdiff.trends([edition(2006)]) == []

    def test_the_name_is_the_functions(self) -> None:
        """``tipdiff.trends`` and ``tipdiff.plot`` are functions whatever was imported before."""
        import tipdiff.plots
        import tipdiff.series.build

        assert callable(tipdiff.trends)
        assert callable(tipdiff.plot)
