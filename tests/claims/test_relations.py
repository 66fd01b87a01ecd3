"""How figures hang together, in a sentence and in a paragraph."""

from __future__ import annotations

import tipdiff
from tipdiff.claims import extract_claims, report_claims, statement_claims
from tipdiff.records import Report, Statement


def statement(number: int, text: str, paragraph: int = 1) -> Statement:
    """Make a statement of an invented report."""
    return Statement(
        id=f"07MERRIN12:{number}",
        text=text,
        section=("Prosecution", "B"),
        paragraph=paragraph,
        source="07MERRIN12.txt",
        span=(0, len(text)),
    )


def report(*texts: str, paragraphs: tuple[int, ...] = ()) -> Report:
    """Make a report of one paragraph, or of those given."""
    places = paragraphs or (1,) * len(texts)
    return Report(
        country="Varona",
        year=2007,
        covers=2006,
        missing_parts=(),
        cables=(),
        sections=(("Prosecution", "B"),),
        statements=tuple(
            statement(n, text, place)
            for n, (text, place) in enumerate(zip(texts, places, strict=True), start=1)
        ),
    )


class TestParts:
    """Totals and their parts."""

    def test_parts_in_brackets(self) -> None:
        """Figures in brackets behind a total are its parts."""
        claims = extract_claims("Police met 143 victims (121 foreign, 22 Ostreli).")

        assert [(c.value, c.of) for c in claims] == [(143, None), (121, "#1"), (22, "#1")]
        assert [dict(c.breakdown) for c in claims][1:] == [
            {"nationality": "foreign"},
            {"nationality": "Ostreli"},
        ]

    def test_parts_by_country(self) -> None:
        """A list of countries with figures in brackets breaks the total down."""
        claims = extract_claims("Police met 61 victims: Ostrel (39), Varona (22).")

        assert [(c.value, c.of) for c in claims] == [(61, None), (39, "#1"), (22, "#1")]
        assert [c.breakdown.get("nationality") for c in claims] == [None, "Ostrel", "Varona"]

    def test_parts_behind_a_colon(self) -> None:
        """Figures behind a colon that add up to the total are its parts."""
        claims = extract_claims("Police met 31 girls: four came by sea, 7 by rail and 20 by road.")

        assert [c.of for c in claims] == [None, "#1", "#1", "#1"]

    def test_parts_of_a_leading_total(self) -> None:
        """Behind "of the 22", the figures are parts of it."""
        claims = extract_claims("Of the 34 victims, 9 were girls and 25 were women.")

        assert [(c.counted, c.of) for c in claims] == [
            ("victims", None),
            ("girls", "#1"),
            ("women", "#1"),
        ]

    def test_equal_sums_of_other_verbs(self) -> None:
        """Figures with verbs of their own are no parts, though they add up."""
        claims = extract_claims("Twelve cases are open, seven are closed and five were dropped.")

        assert [(c.counted, c.of) for c in claims] == [("cases", None)] * 3

    def test_share_of_a_total(self) -> None:
        """A share of a counted total is tied to it, and counts the same."""
        claims = extract_claims("Some 20 to 25 percent of the 900 women are victims.")

        assert [(c.counted, c.of) for c in claims] == [("women", "#2"), ("women", None)]

    def test_equal_sums_by_chance(self) -> None:
        """Figures with nouns of their own are no parts, though they add up."""
        claims = extract_claims("Police met 2 men and 1 woman and 1 boy.")

        assert [c.of for c in claims] == [None, None, None]


class TestConversions:
    """One sum in two currencies."""

    def test_conversion_in_brackets(self) -> None:
        """The dollars point to the local sum."""
        claims = extract_claims("It spent 75 billion ZWD (roughly $12 million USD) in 2004.")

        assert [(c.unit, c.value, c.equivalent) for c in claims] == [
            ("money:ZWD", 75e9, None),
            ("money:USD", 12e6, "#1"),
        ]

    def test_dollars_first(self) -> None:
        """The local sum decides, even where it stands in the brackets."""
        claims = extract_claims("He was fined $340 (3,000 birr).")

        assert [c.equivalent for c in claims] == ["#2", None]

    def test_currency_unsaid(self) -> None:
        """An amount with a conversion behind it is a sum, though nobody says of what."""
        claims = extract_claims("It spent 2.5 million (approx. USD 300,000) on beds.")

        assert [(c.unit, c.equivalent) for c in claims] == [
            ("money:XXX", None),
            ("money:USD", "#1"),
        ]

    def test_listed_sums(self) -> None:
        """Sums in a list are no conversions of each other."""
        claims = extract_claims("They took 500 euros, $300 and 200 crowns.")

        assert [c.equivalent for c in claims] == [None, None, None]

    def test_two_sums(self) -> None:
        """Sums that are only named one after the other are two."""
        claims = extract_claims("It gave 500 euros to the shelter and $300 to the clinic.")

        assert [(c.equivalent, c.counted) for c in claims] == [(None, "shelter"), (None, "clinic")]


class TestStatements:
    """Claims with the statement's id and the report's period."""

    def test_ids_and_period(self) -> None:
        """Ids carry the statement's; the period is the stated year, else the report's."""
        claims = statement_claims(
            statement(39, "Courts convicted five, up from two (one a clerk) in 2003."), 2006
        )

        assert [c.id for c in claims] == [f"07MERRIN12:39#{n}" for n in (1, 2, 3)][: len(claims)]
        assert claims[0].period == 2006
        assert claims[0].stated is None

    def test_of_carries_the_id(self) -> None:
        """References between claims carry the statement's id too."""
        claims = statement_claims(statement(3, "Police met 5 victims (3 foreign)."), None)

        assert claims[1].of == "07MERRIN12:3#1"


class TestParagraphs:
    """References inside a paragraph."""

    def test_remainder(self) -> None:
        """The remainder is what the parts told so far leave of the last total."""
        claims = report_claims(
            report(
                "Prosecutors charged 71 persons with fraud, with 53 convictions.",
                "Twelve of the convicts were jailed, and nine others were fined.",
                "The remainder got suspended terms.",
            )
        )

        [rest] = claims["07MERRIN12:3"]

        assert (rest.value, rest.derived, rest.counted) == (32, True, "convictions")

    def test_remainder_without_a_total(self) -> None:
        """Where nothing tells the total, the remainder is no claim."""
        claims = report_claims(report("The remainder got suspended terms."))

        assert claims["07MERRIN12:1"] == ()

    def test_all_four(self) -> None:
        """A bare figure takes the noun of the count that it goes back to."""
        claims = report_claims(report("Police arrested four clerks.", "All 4 were fined."))

        [again] = claims["07MERRIN12:2"]

        assert (again.value, again.counted, again.event) == (4, "clerks", "fined")

    def test_a_new_paragraph_remembers_nothing(self) -> None:
        """What one paragraph counted is not taken up in the next."""
        claims = report_claims(
            report("Police arrested four clerks.", "All 4 were fined.", paragraphs=(1, 2))
        )

        assert claims["07MERRIN12:2"][0].counted is None

    def test_every_statement_has_an_entry(self) -> None:
        """Statements without claims have an empty tuple."""
        claims = report_claims(report("Police met 5 girls.", "They were well."))

        assert {key: len(found) for key, found in claims.items()} == {
            "07MERRIN12:1": 1,
            "07MERRIN12:2": 0,
        }


class TestCoins:
    """A currency that is in no table."""

    def test_known_from_its_conversion(self) -> None:
        """What a report converts once is money wherever else it stands in it."""
        report = tipdiff.read(
            "Law\n\n1. A judge granted her 300 groats. The fine was 900 groats (150 dollars)."
            " It has 40 boats.\n",
            country="Varona",
            year=2006,
        )
        units = [c.unit for found in report_claims(report).values() for c in found]

        assert units == ["money:XXX", "money:XXX", "money:USD", "count"]


class TestChanges:
    """What goes from one figure to another."""

    def test_two_changes_in_one_sentence(self) -> None:
        """The second change needs no word of change of its own."""
        claims = extract_claims(
            "Terms for smugglers were raised from 20 to 30 years for owners of a boat, and from 10"
            " to 20 years for its crew."
        )

        assert [(c.value, c.baseline_of) for c in claims] == [
            (20, "#2"),
            (30, None),
            (10, "#4"),
            (20, None),
        ]

    def test_a_range_behind_a_change(self) -> None:
        """Terms that range from ten to 20 years are a range, whatever was raised."""
        [claim] = extract_claims("The penalty was raised to a term ranging from 10 to 20 years.")

        assert (claim.low, claim.high) == (10, 20)

    def test_parts_of_these(self) -> None:
        """What opens with "of these 40" tells their parts."""
        claims = extract_claims("Of these 40, only four were children, and 15 were women.")

        assert [c.of for c in claims] == [None, "#1", "#1"]
