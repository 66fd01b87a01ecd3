"""What was then, as the new report itself tells it, beside what is now."""

from __future__ import annotations

import pytest

import tipdiff

OLD = "Harbor police of Port Merrin keep two boats in the old dock."


def links(old: str, new: str) -> list[tuple[float | None, float | None]]:
    """Old and new value of each figure that goes on outside the aligned statements."""
    before = tipdiff.read(f"Prosecution\n\n1. {old}\n", country="Varona", year=2005)
    after = tipdiff.read(f"Prosecution\n\n1. {new}\n", country="Varona", year=2006)
    return [
        (link.old.value, link.new.value)
        for link in tipdiff.compare(before, after).claim_links
        if link.old is not None and link.new is not None
    ]


class TestToldBefore:
    """A pair that rests on what the new report says of then."""

    @pytest.mark.parametrize(
        "new",
        [
            "Smuggling raids rose to 31 from 14 in 2005.",
            "There were 31 raids on clubs, up from 14 in 2005.",
            "There were 31 raids on clubs in 2006, as opposed to 14 the year before.",
        ],
    )
    def test_compared_with(self, new: str) -> None:
        """What a figure is compared with was then, though the old report does not say it."""
        assert links(OLD, f"{OLD} {new}") == [(14, 31)]

    def test_two_years_in_two_sentences(self) -> None:
        """Figures of one thing told of two years in a row are then and now."""
        new = "Police held 31 raids on clubs in 2006. In 2005 they held 14 raids."

        assert links(OLD, f"{OLD} {new}") == [(14, 31)]

    def test_said_by_the_old_report(self) -> None:
        """Where the old report has the figure, it is paired there and told once."""
        old = "There were 14 raids on clubs of the harbor."
        new = "There were 31 raids on clubs of the harbor, up from 14 in 2005."

        assert links(old, new) == []

    def test_revised_year(self) -> None:
        """A figure of the same year that was given otherwise is a revision."""
        old = "There were 12 raids on clubs of the harbor."
        new = "In 2006 there were 31 raids on clubs of the harbor, up from 14 in 2005."

        assert links(old, new) == [(14, 31), (12, 14)]

    def test_another_clause(self) -> None:
        """What another clause tells is not compared with."""
        new = "Raids fell from 14 in 2005, while 31 courses were held."

        assert links(OLD, f"{OLD} {new}") == []

    def test_history_in_the_old_report(self) -> None:
        """What the old report compares stands nowhere else, and is told too."""
        old = f"{OLD} There were 31 raids on clubs, up from 14 in 2004."

        assert links(old, OLD) == [(14, 31)]

    def test_history_that_the_new_report_tells(self) -> None:
        """Where the new report says itself what came before, the old report's history is past."""
        old = "There were 31 raids on clubs of the harbor in 2005, up from 14 in 2004."
        new = "There were 50 raids on clubs of the harbor in 2006, up from 33 in 2005."

        assert links(old, new) == [(33, 50), (31, 33)]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("To the delight of weavers in the hills the ministry opened three offices.", [(8, 3)]),
        ("To the delight of weavers the Interior Ministry opened three offices.", []),
    ],
)
def test_bodies_without_indicator(new: str, expected: list[tuple[int, int]]) -> None:
    """What two bodies did does not go on as one thing, where the noun is all that they share."""
    old = "After a long quarrel on rents, the Labor Ministry opened eight offices."

    assert links(old, new) == expected
