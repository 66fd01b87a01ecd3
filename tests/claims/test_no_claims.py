"""What looks like a number and claims nothing; and what counts although it looks like none."""

from __future__ import annotations

import pytest

from tipdiff.claims import extract_claims


class TestExcluded:
    """Dates, references, names and labels."""

    @pytest.mark.parametrize(
        "text",
        [
            "The law of 2003 was changed in May 2006.",
            "It was signed on March 14, 2002.",
            "It was signed on 14 March.",
            "The center opened on Oct. 31.",
            "The 2001-2005 plan has ended.",
            "The 1990s were hard.",
            "The plan for 2005-7 has ended.",
            "See Article 12 of the code.",
            "Articles 12, 13 and 15 forbid it.",
            "Varona ratified Conventions 12 and 87.",
            "It follows Resolution 1999 and Law No. 7.",
            "See paragraph 3 and section 5A.",
            "Answers are as in 18G above.",
            "(See 1.G.)",
            "Varona stayed on Tier 2.",
            "Operation 1 has ended.",
            "Phase Two has begun.",
            "The bill (Number 21,306) is stuck.",
            "Call 555-01-23 or the fax [PHONE].",
            "In need, call 117.",
            "They met at 10:30 and at 9 p.m.",
            "The hotline is open 24/7.",
            "It was signed on 4/11/2006.",
            "Pupils of the 9th grade took part.",
            "Pupils in grade 8 took part.",
            "The shelter is at 27 Harbour View Road.",
            "Read more at http://varona.example/12/laws.",
            "No one was hurt.",
            "It is one of the most common crimes.",
            "One problem is the lack of money.",
            "In one case, a girl was sold.",
            "They pass from one club to another.",
            "They help one another.",
            "It made a one-time offer.",
            "This one is closed.",
            "There is no evidence of it.",
            "There are no plans to do so.",
            "There is no law against it.",
            "In no case was he fined.",
            "Staff wrote no reports on costs.",
            "The first two fines will be light.",
            "The word 'wages.8 was garbled.",
            "The bill passed by a 5-2 vote.",
            "It stands a 50-50 chance.",
            "Officer FS 02 wrote it.",
            "On the one hand, it is new.",
            "A double-digit finish is likely.",
        ],
    )
    def test_claims_nothing(self, text: str) -> None:
        """A date, a reference, a name or a figure of speech is no claim."""
        assert extract_claims(text) == []

    def test_year_with_a_counted_noun(self) -> None:
        """Four digits that are approximated and count something are a figure."""
        [claim] = extract_claims("About 2000 persons were deported.")

        assert (claim.value, claim.counted) == (2000, "persons")


class TestZeros:
    """Explicit zeros."""

    @pytest.mark.parametrize(
        ("text", "counted"),
        [
            ("There were no trials at all.", "trials"),
            ("No specific victims were identified.", "specific victims"),
            ("No strict legislation was passed.", "strict legislation"),
            ("Police have not seen any prosecutions.", "prosecutions"),
            ("The year passed without any convictions.", "convictions"),
            ("Staff saw no reports of extraditions.", "reports of extraditions"),
            ("Post knows of zero convictions.", "convictions"),
            ("No clerks were prosecuted.", "clerks"),
            ("There was not a single conviction.", "conviction"),
            ("Courts heard not one case.", "case"),
            ("Police did not prosecute any clerks.", "clerks"),
        ],
    )
    def test_reads_zeros(self, text: str, counted: str) -> None:
        """That nothing was counted is a count of zero."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.counted) == (0, counted)

    def test_none_of_a_number(self) -> None:
        """None of the five is a zero, and the five count again."""
        claims = extract_claims("None of the five clerks was jailed.")

        assert [(c.value, c.of) for c in claims] == [(0, "#2"), (5, None)]

    def test_none_with_a_predicate(self) -> None:
        """None who were something are none of those."""
        [claim] = extract_claims("The study found a few women; none were minors.")

        assert (claim.value, claim.counted) == (0, "minors")


class TestOne:
    """One counts only where it is a number."""

    @pytest.mark.parametrize(
        "text",
        [
            "The ministry opened one local shelter.",
            "In at least one case, a girl was sold.",
            "At least one of the girls fled.",
            "Only one officer was on duty.",
        ],
    )
    def test_counts(self, text: str) -> None:
        """One with a noun, or with a bound, is a count."""
        [claim] = extract_claims(text)

        assert (claim.value, claim.unit) == (1, "count")
