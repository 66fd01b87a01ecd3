"""How much of its year a figure speaks for: every row of the table, on its own samples."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.claims import field_indicators
from tipdiff.series.figure_words import change
from tipdiff.series.mentions import mentions
from tipdiff.series.scope import SCOPES, narrowness
from tipdiff.series.selection import step_of

from .cases import edition, followed

#: A sentence, its indicator, and whether the figure stands for the year.
FIGURES = [
    ("The courts convicted nine traffickers.", True),
    ("No conviction concerned labor at sea.", False),
    ("There were no convictions.", True),
    ("Two were convicted in Vell, and 16 others were convicted in Dunmarrow.", False),
    ("Eight prosecutions are still pending.", True),
    ("Eight prosecutions had not been completed.", False),
    ("Police identified 49 victims, 14 of whom were identified at sea.", False),
    ("Two of the six received suspended sentences.", True),
    ("The Ministry plans to train 60 officers.", False),
    ("The Ministry trained 60 officers.", True),
]


class TestNarrowness:
    """``narrowness``."""

    @pytest.mark.parametrize(("told", "whole"), FIGURES)
    def test_figures(self, told: str, whole: bool) -> None:
        """Parts, plans and what has not ended do not stand for the year.

        What is pending does where it is an indicator, and a part whose own event is told of
        nothing else.
        """
        found = tipdiff.trends([edition(2006, told)])
        totals = [s for s in found if s.indicator is not None and not s.breakdown]
        claims = tipdiff.extract_claims(told)
        value = (next((c for c in claims if c.of), None) or claims[-1]).value
        held = any(p.value == value for s in totals for p in s.points)

        assert held is whole

    def test_an_incident_stands_behind(self) -> None:
        """The year's figure stands before that of one month, whatever comes first."""
        found = tipdiff.trends(
            [edition(2006, "In May police arrested two men.", "Police arrested 40 men in 2005.")]
        )

        assert followed(found, "arrests", sex="male", age="adult") == {2005: 40}

    def test_part_of_a_year_stands_behind(self) -> None:
        """What is counted for nine months is no contradiction to the year's figure."""
        found = tipdiff.trends(
            [
                edition(
                    2006,
                    "Police investigated 19 cases in the first nine months of 2005.",
                    "The Chief Prosecutor's office investigated 37 cases in 2005.",
                )
            ]
        )
        (cases,) = (s for s in found if s.indicator == "investigations")

        assert [(p.year, p.value, p.conflicts) for p in cases.points] == [(2005, 37, ())]

    def test_parts_are_no_points_where_there_are_wholes(self) -> None:
        """Those of six who went to prison are not all who were sentenced, as in other years."""
        found = tipdiff.trends(
            [
                edition(2006, "Four traffickers were sentenced to prison in 2005."),
                edition(2007, "In 2006 six were convicted.", "Four of the six went to prison."),
            ]
        )

        assert followed(found, "sentences") == {2005: 4}

    def test_an_incident_alone_is_no_figure_of_the_year(self) -> None:
        """What is told of one case is no point, also where nothing else is told."""
        assert not tipdiff.trends([edition(2006, "In May 2005 police arrested two men.")])

    def test_what_is_taken_back_is_no_point(self) -> None:
        """A figure that the next sentence calls a mistake is none of any year."""
        told = "Police arrested 40 men in 2005.", "This figure was a mistake."

        assert not tipdiff.trends([edition(2006, *told)])

    def test_a_part_of_a_year_is_marked_and_not_set_against_a_whole(self) -> None:
        """The months of a year are a point that is marked, and no step leads to it."""
        found = tipdiff.trends(
            [
                edition(2006, "Police arrested 40 men in 2005."),
                edition(2007, "Since August 2006 police arrested 31 men."),
            ]
        )
        arrests = next(s for s in found if s.indicator == "arrests")

        assert [(p.year, p.value, p.partial) for p in arrests.points] == [
            (2005, 40, False),
            (2006, 31, True),
        ]
        assert step_of(arrests) is None
        assert change(arrests) == "part of a year"

    @pytest.mark.parametrize("sample", [sample for _, _, sample in SCOPES])
    def test_samples(self, sample: str) -> None:
        """In each row's sample a figure is put behind, or out."""
        found = mentions([edition(2006, f"{sample[0].upper()}{sample[1:]}.")], field_indicators())

        assert any(narrowness(mention) != 0 for mention in found)
