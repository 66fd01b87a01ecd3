"""Numbers as many countries and writers put them: each is one figure, with its bound and noun."""

from __future__ import annotations

import pytest

from tipdiff.claims import extract_claims


class TestScales:
    """Letters and words that multiply."""

    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("The camp took 2.4m crowns.", 2.4e6, "money:XXX"),
            ("The camp took 7m euros.", 7e6, "money:EUR"),
            ("The camp took EUR 7 m.", 7e6, "money:EUR"),
            ("The spots reached 2.4m listeners.", 2.4e6, "count"),
            ("The spots reached 2.4m young listeners.", 2.4e6, "count"),
            ("The camp took 9 mio euros.", 9e6, "money:EUR"),
            ("The camp took 6 k euros.", 6000, "money:EUR"),
            ("The camp took 4 crores.", 4e7, "count"),
            ("The camp took 3 millions.", 3e6, "count"),
            ("The camp took a quarter of a million euros.", 250000, "money:EUR"),
            ("The camp took three quarters of a million euros.", 750000, "money:EUR"),
            ("The camp took 14'300 euros.", 14300, "money:EUR"),
            ("The camp took 1.250.300,75 euros.", 1250300.75, "money:EUR"),
            ("The camp took 2,75,000 rupees.", 275000, "money:INR"),
            ("The camp took Rs 9,000/-.", 9000, "money:INR"),
            ("The camp took 2.4x10^6 euros.", 2.4e6, "money:EUR"),
            ("The camp took naught point five million euros.", 500000, "money:EUR"),
        ],
    )
    def test_multiply(self, text: str, value: float, unit: str) -> None:
        """Before or behind money, and before what is counted, "m" is a million."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit) == (value, unit)

    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("The wall is 5m high.", 5, "m"),
            ("A 9m wall was built.", 9, "m"),
            ("They found 5t of ore.", 5, "t"),
        ],
    )
    def test_measure(self, text: str, value: float, unit: str) -> None:
        """Where nothing is paid or counted, the letter measures."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit) == (value, unit)

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Police opened 5 hundred and 12 files.", 512),
            ("Police opened 6 thousand 2 hundred files.", 6200),
            ("Police opened 6 thousand 2 hundred and 14 files.", 6214),
            ("Police opened two million, one hundred thousand files.", 2100000),
        ],
    )
    def test_digits_and_words_mixed(self, text: str, value: float) -> None:
        """A figure goes on behind its scale."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.counted) == (value, "files")

    def test_another_number_begins(self) -> None:
        """Behind "and" only what is below a hundred goes on a number."""
        assert [c.value for c in extract_claims("It gave 2 million and 30 desks.")] == [2e6, 30]


class TestBounds:
    """Bounds by sign, on both sides, and behind the number."""

    @pytest.mark.parametrize(
        ("text", "low", "high", "approximation"),
        [
            ("Guards stopped ≥40 boats.", 40, None, "at least"),
            ("Guards stopped ≤40 boats.", None, 40, "at most"),
            ("Guards stopped c. 40 boats.", 40, 40, "about"),
            ("Guards stopped ca.40 boats.", 40, 40, "about"),
            ("Guards stopped 40 or more boats.", 40, None, "at least"),
            ("Guards stopped 40 or so boats.", 40, 40, "about"),
            ("Guards stopped 40-plus boats.", 40, None, "at least"),
            ("Guards stopped over a hundred boats.", 100, None, "over"),
            ("Guards stopped a couple of hundred boats.", 200, 200, "about"),
            ("Guards stopped some hundred boats.", 100, 100, "about"),
            ("Guards stopped more than 40 and fewer than 50 boats.", 40, 50, "exact"),
            ("Guards stopped at least 40 but no more than 50 boats.", 40, 50, "exact"),
        ],
    )
    def test_reads_bounds(
        self, text: str, low: float | None, high: float | None, approximation: str
    ) -> None:
        """The bound is kept, and so is the noun behind it."""
        [claim] = extract_claims(text)

        assert (claim.low, claim.high, claim.approximation) == (low, high, approximation)
        assert claim.counted == "boats"

    def test_unit_behind_a_bound(self) -> None:
        """The unit may stand behind the bound."""
        [claim] = extract_claims("Terms of 6 or more years were given.")

        assert (claim.value, claim.unit) == (6, "duration:year")

    def test_chapter(self) -> None:
        """A "c." before the chapter of a law is no bound."""
        assert {c.approximation for c in extract_claims("By c. 7 of the act it ends.")} == {"exact"}

    def test_two_terms_stay_two(self) -> None:
        """A least and a highest term, each with its unit, are two figures."""
        assert len(extract_claims("It gives min. 4 years and max. 9 years in prison.")) == 2


class TestRanges:
    """Ranges tied by hyphens, and changes that look like ranges."""

    @pytest.mark.parametrize(
        ("text", "low", "high", "unit"),
        [
            ("Terms of four-to-nine years were given.", 4, 9, "duration:year"),
            ("Fines of €200–€900 were paid.", 200, 900, "money:EUR"),
            ("Fines of EUR 200-EUR 900 were paid.", 200, 900, "money:EUR"),
            ("Fines of $1.4–1.9m were paid.", 1.4e6, 1.9e6, "money:USD"),
            ("The rate fell by 2 to 4 percent.", 2, 4, "percent"),
        ],
    )
    def test_reads_ranges(self, text: str, low: float, high: float, unit: str) -> None:
        """Each is one figure."""
        [claim] = extract_claims(text)

        assert (claim.low, claim.high, claim.unit) == (low, high, unit)

    @pytest.mark.parametrize(
        "text", ["Arrests rose by four to eleven.", "Arrests rose by four, to eleven."]
    )
    def test_change_and_outcome(self, text: str) -> None:
        """How many more is no point of how many: only the outcome is."""
        assert [(c.value, c.indicator) for c in extract_claims(text)] == [
            (4, None),
            (11, "arrests"),
        ]

    def test_size_of_a_change(self) -> None:
        """The size of a rise is no figure of the year."""
        claims = extract_claims("Police made 14 arrests, an increase of three.")

        assert [(c.value, c.indicator) for c in claims] == [(14, "arrests"), (3, None)]


class TestShares:
    """Shares in words and with hyphens."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("1 in 4 victims was a boy.", 25),
            ("One-in-four victims was a boy.", 25),
            ("Three-in-ten victims were boys.", 30),
            ("Thefts fell by a third.", 33.33),
        ],
    )
    def test_reads_shares(self, text: str, value: float) -> None:
        """What is so many in so many is a share."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit) == (value, "percent")

    def test_a_fifth_one(self) -> None:
        """An ordinal that stands for a person is no share."""
        assert [c.value for c in extract_claims("Courts fined six men; a fifth fled.")] == [6]


class TestOrdinals:
    """Ordinals in words are no cardinal and something else."""

    @pytest.mark.parametrize(
        "text",
        [
            "The forty-third ferry was searched.",
            "The forty-second ferry was searched.",
            "The hundred and first ferry was searched.",
            "The one hundred and twenty-first ferry was searched.",
            "The forty third ferry was searched.",
        ],
    )
    def test_no_figure(self, text: str) -> None:
        """Neither forty of something, nor seconds."""
        assert extract_claims(text) == []

    def test_age_group(self) -> None:
        """The number in the name of an age group counts nothing."""
        [claim] = extract_claims("The shelter took nine under-18s.")

        assert (claim.value, claim.counted) == (9, "under-18s")


class TestZeros:
    """Nil, where something is counted."""

    @pytest.mark.parametrize(
        ("text", "indicator"),
        [
            ("Convictions were nil in 2006.", "convictions"),
            ("Arrests: nil.", "arrests"),
            ("There were nil prosecutions.", "prosecutions"),
        ],
    )
    def test_nil(self, text: str, indicator: str) -> None:
        """It is a zero of what stands beside it."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.indicator) == (0, indicator)

    def test_each_its_own(self) -> None:
        """In a list each nil is of the word before it."""
        claims = extract_claims("Prosecutions - nil; convictions - nil.")

        assert [c.indicator for c in claims] == ["prosecutions", "convictions"]


class TestNouns:
    """What is counted behind an abbreviation."""

    @pytest.mark.parametrize(
        ("text", "counted"),
        [
            ("Guards boarded 25 U.S. ships.", "U.S. ships"),
            ("Guards boarded 25 St. Merrin ferries.", "St. Merrin ferries"),
            ("Guards boarded 25 old ferries.", "old ferries"),
            ("Guards had 25 U.S. ship repair team visits.", "U.S. ship repair team visits"),
        ],
    )
    def test_abbreviations(self, text: str, counted: str) -> None:
        """The full stop of an abbreviation does not end the noun."""
        [claim] = extract_claims(text)

        assert claim.counted == counted

    def test_sign_is_part_of_the_figure(self) -> None:
        """A minus, as a word or a sign, belongs to the figure's text."""
        claims = [extract_claims(f"Growth was {minus}4 percent.")[0] for minus in ("minus ", "−")]

        assert [(c.value, c.text) for c in claims] == [(-4, "minus 4 percent"), (-4, "−4 percent")]


@pytest.mark.parametrize(
    ("text", "value", "unit", "said"),
    [
        ("Guards stand at all (25) crossings.", 25, "count", "(25) crossings"),
        ("There were 3x as many boats as in 2004.", 3, "ratio", "3x"),
        ("One-and-a-half million people came.", 1.5e6, "count", "One-and-a-half million people"),
    ],
)
def test_said_whole(text: str, value: float, unit: str, said: str) -> None:
    """A number in brackets, one with a letter, and one tied by hyphens are read whole."""
    [claim] = extract_claims(text)

    assert (claim.value, claim.unit, claim.text) == (value, unit, said)


def test_label_before_a_bracket() -> None:
    """A number in brackets behind another word is a label."""
    assert not extract_claims("The plan aims to (2) train clerks and (3) house girls.")


def test_rest_of_an_opening_total() -> None:
    """What a sentence opens with is the total that "the rest" is left of."""
    rest = extract_claims("Of the 36 fined, one paid at once while the rest paid later.")[-1]

    assert (rest.value, rest.of, rest.derived) == (35, "#1", True)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The council met quarterly.", [4]),
        ("The council met every other month, up from quarterly in 2005.", [6, 4]),
        ("The council met quarterly, up from twice yearly in 2005.", [4, 2]),
        ("The council meets every month.", [12]),
        ("The council writes a quarterly report, and is paid every month.", []),
    ],
)
def test_how_often(text: str, values: list[int]) -> None:
    """How often a body met is told in times a year; a quarterly report counts nothing."""
    assert [(c.value, c.unit) for c in extract_claims(text)] == [(v, "count") for v in values]
