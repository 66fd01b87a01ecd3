"""Facts about one change, found in its texts and claims."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.comparison.facts import period_facts, text_facts
from tipdiff.text import folded

YEARS = frozenset({2006, 2007})


def dated(text: str) -> bool:
    """Whether a statement of the edition 2007 is bound to its period."""
    facts = period_facts(folded(text), tipdiff.extract_claims(text), YEARS, period_moved=True)

    assert "period moved" in facts
    return "dated" in facts


class TestDated:
    """What is bound to a report's period, so that it is worth a look a year later."""

    @pytest.mark.parametrize(
        "text",
        [
            "This year the ministry is training clerks.",
            "The law is currently before parliament.",
            "Police arrested 14 smugglers.",
            "The shelter takes in 40 women a year.",
            "The inspectors visited 35 vessels in 2006.",
            "The inspectors plan to visit 60 vessels in 2007.",
            "The average stay was five weeks.",
            "No smuggler was convicted in the reporting period.",
        ],
    )
    def test_of_the_period(self, text: str) -> None:
        """A figure of an event, per year, or of the report's own year; words such as currently."""
        assert dated(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Smuggling is punished with up to eight years in prison.",
            "In 2003 police arrested 14 smugglers.",
            "In May 2006 police arrested 14 smugglers.",
            "No official has ever been convicted.",
            "The shelter has 16 beds.",
            "Girls as young as 14 are hired.",
            "The course takes five weeks.",
        ],
    )
    def test_of_no_period(self, text: str) -> None:
        """Norms, ages, capacities, past events with their date, and what never happened are not."""
        assert not dated(text)


class TestTexts:
    """What two texts differ in."""

    def test_a_negation_that_says_nothing(self) -> None:
        """An answer's No that was left out is a change of wording."""
        facts = text_facts(
            [folded("No, the port has not sued anyone.")],
            [folded("The port has not sued anyone.")],
            0.9,
        )

        assert "words differ" in facts
        assert "negation differs" not in facts
