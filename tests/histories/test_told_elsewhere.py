"""Promises that later reports tell of in other words, in other places, or by another name."""

from __future__ import annotations

import pytest

from tests.histories.test_promises import fates, told
from tipdiff.histories.instruments import INSTRUMENTS, by_one_name, named
from tipdiff.language.intentions import intentions
from tipdiff.text import folded, words


@pytest.mark.parametrize(
    ("promised", "later", "expected"),
    [
        (
            "The Red Oar and the Lantern Union plan to hold a series of capacity building "
            "workshops for harbor pilots.",
            "Harbor pilots took part in training provided by the Lantern Union and the Red Oar.",
            "kept in 2005",
        ),
        (
            "The ministry sees the need to count the stowaways and to conduct a public awareness "
            "campaign as a first step and has plans to do so.",
            "The ferry guild shares in awareness campaigns of the union.",
            "taken up in 2005",
        ),
        (
            "The guild still shuns the Protocol to Prevent, Suppress and Punish Trafficking in "
            "Persons, but the mayor is working on getting the guild to sign this protocol.",
            "In July the duchess announced plans to ratify the UN Trafficking Protocol.",
            "repeated in 2005",
        ),
        (
            "According to the harbor master, the Protocol, the COE Convention, and any further "
            "changes will be cleared in time for the next session.",
            "A clerk is preparing bills for the Council of Europe Convention on Action against "
            "Trafficking in Human Beings.",
            "taken up in 2005",
        ),
        (
            "A guild of ropers, Tamsin, plans to provide lessons in knots to Ostreli deckhands.",
            "The Ulmar office also provided lessons in knots to Ostreli deckhands.",
            "taken up in 2005",
        ),
        (
            "The Ministry of Ports intends to appoint a special pilot for ferry cases.",
            "A special pilot for ferry cases was appointed in November.",
            "kept in 2005",
        ),
        (
            "The Ministry of Ports anticipates its ratification of the ferry treaty in the fall.",
            "The ferry treaty, which Ostrel signed in May, is under review.",
            "taken up in 2005",
        ),
    ],
)
def test_in_other_words(promised: str, later: str, expected: str) -> None:
    """The same thing counts by whatever name; another body's act, or a signature, keeps nothing."""
    assert told(promised, later) == expected


def test_named_before() -> None:
    """Who will open "the center" promises the one that was named and placed before."""
    old = ["In Orvast there is to be an oil press center of the Red Oar.", "It is small."]
    promise = "The Red Oar will inaugurate the center in March."
    new = ["The oil press center of the Red Oar in Orvast took in 40 girls."]

    assert fates([*old, promise], new)[-1] == "taken up in 2005"


@pytest.mark.parametrize("row", INSTRUMENTS)
def test_instruments(row: tuple[str, str, str]) -> None:
    """Each treaty has a sample that names it, and comes to one name."""
    name, _, sample = row

    assert named(folded(sample)) == [name]
    assert name in by_one_name(" ".join(words(folded(sample)))).split()


def test_subjects_in_a_list() -> None:
    """An ", and" before the last subject cuts nothing; one between clauses does."""
    (listed,) = intentions("The hall, the pier, and the two quays will be sold.")
    (clause,) = intentions("The hall was sold, and the two quays will be sold.")

    assert listed.before == "the hall the pier and the two quays"
    assert clause.before == "the two quays"
