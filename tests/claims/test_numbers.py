"""Numbers in every form that cables print them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tipdiff.claims import extract_claims


def values(text: str) -> list[float | tuple[float | None, float | None]]:
    """Return the value of each claim, or the two ends of a range."""
    return [(c.low, c.high) if c.value is None else c.value for c in extract_claims(text)]


class TestDigits:
    """Figures, with the separators that texts put into them."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Police searched 7 bars.", 7),
            ("Police searched 1,250 bars.", 1250),
            ("The survey reached 1,234,567 homes.", 1234567),
            ("The survey reached 40 000 homes.", 40000),
            ("The survey reached 1.234.567 homes.", 1234567),
            ("Each bed costs 3.5 euros.", 3.5),
            ("Inflation was .25 percent.", 0.25),
            ("Inflation was minus 2 percent.", -2),
            ("The fund holds 10k euros.", 10000),
            ("The fund holds $2.7m.", 2700000),
            ("They own 2 1/4 acres.", 2.25),
        ],
    )
    def test_reads_figures(self, text: str, value: float) -> None:
        """A figure has the value that its separators, scale and fraction give it."""
        assert values(text) == [value]

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("There were 15.000 victims in the region.", 15000),
            ("Some 1.250 possible Ostreli victims were met.", 1250),
            ("Between 10.000 and 15.000 girls fled.", (10000, 15000)),
            ("It counts 10.000-15.000 girls.", (10000, 15000)),
            ("A family has an average of 3.125 children.", 3.125),
            ("Families have 3.125 children each.", 3.125),
            ("The share was 3.125 percent.", 3.125),
            ("The shelter cost 15.000 euros.", 15),
            ("The shelter cost EUR 15.000.", 15),
            ("The fund holds 1.250 million euros.", 1250000),
            ("It lies 1.500 kilometers away.", 1.5),
            ("It has 1.500 square meters.", 1.5),
            ("The index was 1.500.", 1.5),
            ("There were 0.125 boats.", 0.125),
        ],
    )
    def test_point_between_thousands(
        self, text: str, value: float | tuple[float | None, float | None]
    ) -> None:
        """A point before three digits parts thousands of what is counted, and else decimals."""
        assert values(text) == [value]

    def test_point_where_decimals_are_written(self) -> None:
        """Where a sentence has decimals its points are those."""
        assert values("They met 15.000 victims, and 4.5 percent fled.") == [15, 4.5]

    def test_serial_number_is_no_figure(self) -> None:
        """A run of digits longer than any sum is a serial number."""
        assert values("The stamp read 99999999999999999999999.") == []


class TestWords:
    """Numbers in words."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Police searched seven bars.", 7),
            ("Police searched twenty-one bars.", 21),
            ("Police searched a hundred and eight bars.", 108),
            ("Police searched one hundred and four bars.", 104),
            ("Some firms employ two hundred thousand persons.", 200000),
            ("The lake holds four million fish.", 4000000),
            ("The plan costs 4.3 trillion crowns.", 4.3e12),
            ("The plan reached half a million pupils.", 500000),
            ("The plan reached two dozen pupils.", 24),
            ("The plan reached half a dozen pupils.", 6),
            ("The plan reached a dozen pupils.", 12),
            ("The stay lasted one and a half years.", 1.5),
            ("The stay lasted three and a quarter years.", 3.25),
            ("The rate was five point five percent.", 5.5),
            ("The plan reached thirty (30) pupils.", 30),
            ("The plan reached 30 (thirty) pupils.", 30),
            ("The plan reached 4 hundred and 17 pupils.", 417),
        ],
    )
    def test_reads_words(self, text: str, value: float) -> None:
        """A number in words, or in words and digits, is one figure."""
        assert values(text) == [value]

    def test_two_numbers_stay_two(self) -> None:
        """Numbers that only stand side by side are not added up."""
        assert values("Of the bars, two three and four were closed.")[:2] == [2, 3]


class TestShares:
    """Fractions and shares are percent."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("One fourth of the girls agreed.", 25),
            ("Two-thirds of the girls agreed.", 66.67),
            ("Half of the girls agreed.", 50),
            ("About half were from Ostrel.", 50),
            ("A third of the girls agreed.", 33.33),
            ("Nine in ten girls agreed.", 90),
            ("Seven out of 32 girls agreed.", 21.88),
            ("One out of every four girls agreed.", 25),
            ("Some 3/4 of the girls agreed.", 75),
            ("The share was 3.6%.", 3.6),
            ("The share was 12 per cent.", 12),
            ("The share was twelve percent.", 12),
        ],
    )
    def test_reads_shares(self, text: str, value: float) -> None:
        """However a share is said, its value is in percent."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit) == (value, "percent")

    @pytest.mark.parametrize(
        "text",
        [
            "A third conviction is a felony.",
            "The second half of the program went well.",
            "She lived with a half-brother.",
            "A third country took part.",
        ],
    )
    def test_ordinals_are_no_shares(self, text: str) -> None:
        """A third conviction is not a third of something."""
        assert extract_claims(text) == []


class TestRanges:
    """Ranges have two ends and no value."""

    @pytest.mark.parametrize(
        ("text", "ends", "unit"),
        [
            ("Women between the ages of 17-26 are at risk.", (17, 26), "age"),
            ("Girls aged 12 to 16 are at risk.", (12, 16), "age"),
            ("Girls aged 12 to 16 years are at risk.", (12, 16), "age"),
            ("Terms run between 4 and 15 years.", (4, 15), "duration:year"),
            ("The stay varied from two to 470 days.", (2, 470), "duration:day"),
            ("Terms vary from three years to thirteen years.", (3, 13), "duration:year"),
            ("The crime is punishable by three to seven years in jail.", (3, 7), "duration:year"),
            ("It imposes a 6-9 prison term.", (6, 9), "duration:year"),
            ("Some 60 to 90 persons came.", (60, 90), "count"),
            ("Between 30 and 35 thousand persons came.", (30000, 35000), "count"),
            ("Three or four clubs remain.", (3, 4), "count"),
            ("A ticket costs $62 to $68.", (62, 68), "money:USD"),
            ("Terms run from two years and six months to 12 years.", (2.5, 12), "duration:year"),
        ],
    )
    def test_reads_ranges(self, text: str, ends: tuple[float, float], unit: str) -> None:
        """A range is one claim, in whatever words it is said."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.low, claim.high, claim.unit) == (None, *ends, unit)

    @pytest.mark.parametrize(
        ("text", "both"),
        [
            ("Arrests rose from 12 to 18.", [12, 18]),
            ("Spending rose by 3 percent to 20 percent.", [3, 20]),
            ("Judges gave them 8 years and 6 years.", [8, 6]),
        ],
    )
    def test_then_and_now_are_no_range(self, text: str, both: list[float]) -> None:
        """A figure that rose from one value to another tells two."""
        assert values(text) == both


class TestLists:
    """Units said once for a list."""

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("They were jailed for 5, 7 and 12 years.", "duration:year"),
            ("The fine rose from six to ten years.", "duration:year"),
            ("The girls were aged 15, 16, and 19.", "age"),
        ],
    )
    def test_all_take_the_unit(self, text: str, unit: str) -> None:
        """The unit that the first or the last figure of a list has holds for all."""
        assert {claim.unit for claim in extract_claims(text)} == {unit}


class TestVague:
    """Vague magnitudes are ranges with ``about``."""

    @pytest.mark.parametrize(
        ("text", "ends"),
        [
            ("Dozens of inspections took place.", (24, 99)),
            ("Tens of thousands of persons fled.", (20000, 99999)),
            ("Hundreds of thousands of persons fled.", (200000, 999999)),
            ("Several hundred persons fled.", (200, 999)),
        ],
    )
    def test_reads_magnitudes(self, text: str, ends: tuple[float, float]) -> None:
        """A vague magnitude reaches from twice its unit to the next."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.low, claim.high, claim.approximation) == (None, *ends, "about")

    def test_double_digit_rate(self) -> None:
        """Double-digit inflation lies between ten and ninety-nine percent."""
        [claim] = extract_claims("The country suffers double-digit inflation.")

        assert (claim.low, claim.high, claim.unit) == (10, 99, "percent")


class TestMultiples:
    """Multiples are ratios, frequencies count."""

    @pytest.mark.parametrize(
        ("text", "value", "approximation"),
        [
            ("That is more than double the figure of last year.", 2, "over"),
            ("The number of raids doubled.", 2, "exact"),
            ("Twice as many girls came.", 2, "exact"),
            ("They earn up to five times the local wage.", 5, "at most"),
            ("The number of raids nearly tripled.", 3, "about"),
        ],
    )
    def test_reads_multiples(self, text: str, value: float, approximation: str) -> None:
        """A multiple has the unit ``ratio``."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit, claim.approximation) == (value, "ratio", approximation)

    @pytest.mark.parametrize(
        ("text", "value", "counted"),
        [
            ("The law was applied once.", 1, "law"),
            ("The council met twice in 2006.", 2, "council"),
            ("The council met six times.", 6, "council"),
            ("The council meets once a year.", 1, "council"),
            ("They met four times.", 4, "times"),
        ],
    )
    def test_reads_frequencies(self, text: str, value: float, counted: str) -> None:
        """How often something happened is a count of who did it, or what it was done with."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit, claim.counted) == (value, "count", counted)

    @pytest.mark.parametrize(
        "text", ["Once identified, they are free to go.", "It was once again refused."]
    )
    def test_once_as_conjunction(self, text: str) -> None:
        """Once that means "when" or "again" counts nothing."""
        assert extract_claims(text) == []

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("This was the sixth year of drought.", 6),
            ("Arrests fell for the third consecutive year.", 3),
        ],
    )
    def test_ordinals_of_duration(self, text: str, value: float) -> None:
        """An ordinal counts where it tells how long something has gone on."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit) == (value, "ordinal")


class TestDigitsOfEveryKind:
    """Characters that Unicode calls digits and that are no decimal ones."""

    @given(
        st.lists(st.sampled_from("² ³ ⁵ ① ② ⓪ ④ ٣ ४ 5 2004 - / , ( ) $ % euros men in".split()))
        .map(lambda parts: "".join(f"{part} " if part.isalpha() else part for part in parts))
        .map(lambda text: f"They paid {text}.")
    )
    @settings(max_examples=100, deadline=None)
    @example("They paid 3-² euros")
    @example("In ②⓪⓪④ there were 5 victims")
    def test_nothing_is_raised(self, text: str) -> None:
        """Whatever digits a text holds, claims are read from it."""
        assert all(c.text in text for c in extract_claims(text))


class TestDigitsByTheThousand:
    """Runs of digits that are no number, and that Python makes none of."""

    @pytest.mark.parametrize(
        "form",
        [
            "20/{0} of clerks",
            "2 1/{0} litres",
            "{0}/30",
            "1,250/{0}",
            "1.5/{0}",
            "{0},000.{0}",
            "10^{0}",
            "{0} to {0} boats",
            "{0} 000 boats",
            "In {0}, 5 boats sank.",
            "$ {0} million",
            "Article {0} of the code",
            "three point {0}",
            "one {0} hundred",
            ".{0} percent",
            "aged {0}-{0}",
        ],
    )
    @pytest.mark.parametrize("digits", ["9" * 5000, "0" * 5000, "0099" + "0" * 4400])
    def test_nothing_is_raised(self, form: str, digits: str) -> None:
        """Wherever they stand, no figure is made of them beyond the longest that there is."""
        claims = extract_claims(form.format(digits))

        assert all(c.value is None or abs(c.value) < 10**36 for c in claims)

    def test_a_stroke_behind_a_figure(self) -> None:
        """A figure with a comma or a point before a stroke is no fraction."""
        text = "They paid a fee of 1,250/37 euros at a rate of 60.5/62."

        assert all("/" in c.text or c.value in {1250, 37, 60.5, 62} for c in extract_claims(text))
