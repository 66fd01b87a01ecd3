"""How a figure is called in outputs, and what a share is of."""

from __future__ import annotations

import pytest

from tipdiff.claims import extract_claims, pair_claims
from tipdiff.claims.told import named, quantity, told


def names(text: str) -> list[str]:
    """Each figure of a text as outputs call and write it."""
    return [f"{named(claim)}: {quantity(claim)}" for claim in extract_claims(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Labor clerks inspected 59 bars.", ["bars inspected: 59"]),
        ("The navy raided 59 bars.", ["bars raided: 59"]),
        ("Clerks made 59 inspections.", ["inspections: 59"]),
        ("Gangs smuggled 17 men.", ["men smuggled: 17"]),
        ("Gangs trafficked 17 men.", ["men trafficked: 17"]),
    ],
)
def test_what_was_done(text: str, told: list[str]) -> None:
    """Two acts have two names, however alike they are."""
    assert names(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Police identified 40 victims, of whom 12 children.",
        "Police identified 40 victims in 2006, of whom 12 children.",
        "Police identified 40 victims in Port Merrin, among them 12 children.",
        "Police identified 40 victims in 2006; of these, 12 were children.",
    ],
)
def test_parts(text: str) -> None:
    """A part is named with what was done to all, and is known as a part."""
    assert names(text) == ["victims identified: 40", "children identified: 12"]
    total, part = extract_claims(text)
    assert (part.of, part.indicator) == (total.id, total.indicator)


def test_no_part_of_another_kind() -> None:
    """A figure far behind that says no kind is no part."""
    [_, other] = extract_claims(
        "Varona signed 90 treaties with its neighbors, of which 40 are in force."
    )

    assert other.of is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two thirds of the victims were women.", ["victims, female, adult: two thirds"]),
        ("Women made up two-thirds of the victims.", ["victims, female, adult: two thirds"]),
        ("Women accounted for a third of the victims.", ["victims, female, adult: a third"]),
        ("About half the victims were children.", ["victims, minor: about half"]),
        ("Almost two thirds were children.", ["children: about two thirds"]),
        ("About 60 percent of victims were minors.", ["victims, minor: about 60 %"]),
        ("Of the 30 victims, two thirds were women.", ["victims: 30", "women: two thirds"]),
        ("Half of the 30 girls were Ostrelis.", ["girls: half", "girls: 30"]),
        ("Nearly half of the boats had no crew.", ["boats: about half"]),
        ("The fee is one and a half percent.", ["fee: 1.5 %"]),
        ("Some 14 victims were minors.", ["victims, minor: about 14"]),
    ],
)
def test_shares(text: str, told: list[str]) -> None:
    """A share says of whom it is, and what they are, in the words of the text."""
    assert names(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They got 85 percent.", ["share: 85 %"]),
        ("It was $7,500.", ["sum: USD 7,500"]),
        ("It took six days.", ["time: 6 days"]),
        ("It had 4,817.", ["number: 4,817"]),
    ],
)
def test_unnamed(text: str, told: list[str]) -> None:
    """A figure that says neither what it counts nor what was done is called after its unit."""
    assert names(text) == told


def test_a_nationality_that_the_noun_has() -> None:
    """What the noun says already is said once."""
    assert names("Police arrested nine Ostrelis.") == ["Ostrelis arrested: 9"]


def test_share_that_moved() -> None:
    """What became of a share in words is told in words."""
    old = extract_claims("Two thirds of the victims were women.")
    new = extract_claims("Three quarters of the victims were women.")

    assert [told(change) for change in pair_claims(old, new)] == [
        "victims, female, adult: two thirds → three quarters (+8.33 points)"
    ]


def test_quarters_of_a_year() -> None:
    """The last three quarters of a year are a time, and no share."""
    [claim] = extract_claims("Nine men were arrested in the last three quarters of 2007.")

    assert (claim.value, claim.stated, claim.partial) == (9, 2007, True)


def test_a_part_of_a_year_of_its_own() -> None:
    """What is told of a whole year is of no part of one, though its total runs "so far"."""
    total, part = extract_claims("So far the academy has trained 150 clerks (28 in 2005).")

    assert (total.partial, part.partial, part.stated) == (True, False, 2005)
