"""Units, bounds and approximators."""

from __future__ import annotations

import pytest

from tipdiff.claims import extract_claims
from tipdiff.language import currencies


class TestUnits:
    """What stands beside a number and says what it measures."""

    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("The rate fell by 3 percentage points.", 3, "points"),
            ("The center shelters them for 30 days.", 30, "duration:day"),
            ("The law grants a 30-day delay.", 30, "duration:day"),
            ("They stayed for six months.", 6, "duration:month"),
            ("They must leave after 2 weeks.", 2, "duration:week"),
            ("The officer spent 12 hrs on it.", 12, "duration:hour"),
            ("A 15-year-old girl fled.", 15, "age"),
            ("The girl was 16 years old.", 16, "age"),
            ("The girl is 16 years of age.", 16, "age"),
            ("The shelter stands 5 km from the border.", 5, "km"),
            ("He slept in a 20-square-meter room.", 20, "m2"),
            ("They earn 75 billion ZWD.", 75e9, "money:ZWD"),
            ("They earn USD 1,500.", 1500, "money:USD"),
            ("They earn $30 million.", 30e6, "money:USD"),
            ("They earn US $58.24.", 58.24, "money:USD"),
            ("They earn $A300.", 300, "money:AUD"),
            ("They earn 5,000 euros.", 5000, "money:EUR"),
            ("They earn \u20ac5,000.", 5000, "money:EUR"),
            ("They earn IKR 27.4 million.", 27.4e6, "money:ISK"),
            ("They earn 300 Czech crowns.", 300, "money:CZK"),
            ("They earn 10 million Australian dollars.", 10e6, "money:AUD"),
            ("They earn 300 pesos.", 300, "money:XXX"),
            ("They earn 63 cents.", 0.63, "money:USD"),
        ],
    )
    def test_reads_units(self, text: str, value: float, unit: str) -> None:
        """A number takes its unit from the words or signs on either side."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit) == (value, unit)

    @pytest.mark.parametrize(
        ("text", "age"),
        [
            ("Girls under 16 may not work.", 16),
            ("Three women came; one was 18.", 18),
            ("Boys as young as 10 were sold.", 10),
            ("Of the women, few were younger than 27.", 27),
            ("Children under the age of 9 were sold.", 9),
            ("[NAME], 34, was sent home.", 34),
            ("They questioned a clerk, 29, in Vell.", 29),
        ],
    )
    def test_bare_ages(self, text: str, age: int) -> None:
        """A bare number beside a person is an age where the words say so."""
        claim = extract_claims(text)[-1]

        assert (claim.value, claim.unit) == (age, "age")

    def test_in_is_no_inch(self) -> None:
        """The preposition behind a count is no measure."""
        [claim] = extract_claims("They convicted 12 in 2005.")

        assert (claim.unit, claim.stated) == ("count", 2005)

    def test_hours_said_once_for_a_list(self) -> None:
        """A list of officers with figures takes the hours that its head names."""
        claims = extract_claims("Hours spent on the report: deputy: 90, consul: 4.")

        assert [(c.value, c.unit, c.who) for c in claims] == [
            (90, "duration:hour", "deputy"),
            (4, "duration:hour", "consul"),
        ]

    def test_codes_are_those_of_the_standard(self) -> None:
        """Each name of money leads to a code of three capital letters."""
        named = {*currencies.ALONE.values(), *currencies.QUALIFIED.values()}
        named |= {*currencies.SIGNS.values(), *currencies.ALIASES.values()}

        assert {code for code in named if not (len(code) == 3 and code.isupper())} == set()


class TestBounds:
    """Approximators and bounds."""

    @pytest.mark.parametrize(
        ("text", "low", "high", "approximation"),
        [
            ("About 40 girls came.", 40, 40, "about"),
            ("Some 40 girls came.", 40, 40, "about"),
            ("Nearly 40 girls came.", 40, 40, "about"),
            ("An estimated 40 girls came.", 40, 40, "about"),
            ("More than 40 girls came.", 40, None, "over"),
            ("Over 40 girls came.", 40, None, "over"),
            ("At least 40 girls came.", 40, None, "at least"),
            ("At least another 40 girls came.", 40, None, "at least"),
            ("Forty or more girls came.", 40, None, "at least"),
            ("Fewer than 40 girls came.", None, 40, "under"),
            ("Up to 40 girls came.", None, 40, "at most"),
            ("No more than 40 girls came.", None, 40, "at most"),
            ("A maximum of 40 girls came.", None, 40, "at most"),
            ("They left within 40 days.", None, 40, "at most"),
            ("Only 40 girls came.", 40, 40, "exact"),
        ],
    )
    def test_reads_bounds(
        self, text: str, low: float | None, high: float | None, approximation: str
    ) -> None:
        """A bound opens the side that it leaves open; an approximator keeps both."""
        [claim] = extract_claims(text)

        assert (claim.low, claim.high, claim.approximation) == (low, high, approximation)
        assert claim.value == 40

    @pytest.mark.parametrize(
        "text",
        [
            "The study went on over 40 days.",
            "Post has information about 40 clubs.",
            "They were tried under 40 laws.",
        ],
    )
    def test_prepositions_are_no_bounds(self, text: str) -> None:
        """Over a stretch of time, about a topic, under a law: no bounds."""
        [claim] = extract_claims(text)

        assert claim.approximation == "exact"
