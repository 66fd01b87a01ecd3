"""Figures in words."""

from __future__ import annotations

import pytest

from tipdiff.claims import extract_claims, pair_claims
from tipdiff.claims.told import named, quantity, step


class TestQuantity:
    """Value, approximator and unit of one claim."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Police arrested 14 men.", "14"),
            ("Police arrested about 1,400 men.", "about 1,400"),
            ("Police arrested more than 160 men.", "over 160"),
            ("Police arrested between four and nine men.", "4 to 9"),
            ("The shelter costs 60,000 euros a year.", "EUR 60,000"),
            ("Some 3.6 percent of pupils were reached.", "about 3.6 %"),
            ("The clerk gave 22 hours.", "22 hours"),
            ("The course lasts one day.", "1 day"),
        ],
    )
    def test_samples(self, text: str, expected: str) -> None:
        """A figure is shown with its approximator before it and its unit where it belongs."""
        assert quantity(extract_claims(text)[0]) == expected


class TestNamed:
    """What a claim counts."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Police arrested 14 smugglers.", "smugglers arrested"),
            ("There were 14 prosecutions.", "prosecutions"),
            ("There were 59 raids.", "raids"),
            ("Ostrel sent home 40 deportees, who had been deported.", "deportees"),
            ("Courts convicted three men.", "men convicted"),
            ("The harbour council met every other month.", "harbour council, times"),
            ("The harbour council meets twice a year.", "harbour council, times"),
            ("Police identified 14 Tessalian victims.", "victims identified, Tessalian"),
        ],
    )
    def test_samples(self, text: str, expected: str) -> None:
        """The noun and what happened, but not twice."""
        assert named(extract_claims(text)[0]) == expected


class TestStep:
    """What became of a figure."""

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("Police arrested 14 men.", "Police arrested 20 men.", "14 → 20 (+6, +43 %)"),
            ("Police arrested 20 men.", "Police arrested 14 men.", "20 → 14 (−6, −30 %)"),
            ("There were no arrests.", "There were five arrests.", "0 → 5 (+5)"),
            ("Police arrested 14 men.", "Police arrested over 20 men.", "14 → over 20 (up)"),
            ("About 20 came.", "There came 22.", "about 20 → 22 (+2, +10 %, may be no change)"),
            ("Over 70 percent came.", "Nearly 65 percent came.", "over 70 % → about 65 % (down)"),
            ("Some 5 to 9 girls came.", "Some 7 to 12 girls came.", "about 5 to 9 → about 7 to 12"),
            (
                "In all 4 percent were fined.",
                "In all 6 percent were fined.",
                "4 % → 6 % (+2 points)",
            ),
            ("Police arrested 14 men.", "", "14 (dropped)"),
            ("", "Police arrested 14 men.", "14 (new)"),
        ],
    )
    def test_samples(self, old: str, new: str, expected: str) -> None:
        """Old and new value, the difference and the share of it."""
        (change,) = pair_claims(extract_claims(old), extract_claims(new))

        assert step(change) == expected
