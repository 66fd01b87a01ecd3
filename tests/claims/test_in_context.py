"""Figures in their context: scope, part of a year, retraction, who acted, coordinated verbs."""

from __future__ import annotations

import pytest

from tipdiff import extract_claims


def told(text: str, *names: str) -> list[tuple[object, ...]]:
    """Return value and some fields of each claim of a text."""
    return [(c.value, *(getattr(c, name) for name in names)) for c in extract_claims(text)]


class TestScope:
    """Whose figure it is, and of how much of its year."""

    @pytest.mark.parametrize(
        ("text", "scope"),
        [
            ("In one case police arrested two men.", "case"),
            ("Police freed 31 girls in the case.", "case"),
            ("At least one of the women had been deported.", "case"),
            ("Thirty judges attended a seminar in May.", "case"),
            ("On May 4, police arrested 14 traffickers.", "case"),
            ("The Lantern House, a local NGO, assisted 45 victims.", "group"),
            ("A local shelter assisted 31 victims in 2006.", "group"),
            ("Police in the northern region arrested 14 smugglers.", "group"),
            ("Police arrested 14 smugglers in the coastal province.", "group"),
            ("Activists estimate that 300 girls are trafficked.", "source"),
            ("Media reported that 14 girls were abducted.", "source"),
            ("According to the Interior Ministry, 14 persons were arrested.", "national"),
            ("Police arrested 14 smugglers in 2006.", "national"),
        ],
    )
    def test_whose_figure_it_is(self, text: str, scope: str) -> None:
        """A case, a group and a source are told from the country."""
        assert extract_claims(text)[0].scope == scope

    @pytest.mark.parametrize(
        ("text", "partial"),
        [
            ("Police have arrested 12 smugglers since August 2006.", True),
            ("From January to June 2006, prosecutors opened 14 cases.", True),
            ("To date police have arrested six persons.", True),
            ("In the first nine months of 2006, courts convicted four men.", True),
            ("In the second half of 2006 police arrested 14 smugglers.", True),
            ("As of October, police had arrested 14 smugglers in 2006.", True),
            ("In 2006 police arrested 14 smugglers.", False),
            ("As of October there were 31 shelters.", False),
        ],
    )
    def test_part_of_a_year(self, text: str, *, partial: bool) -> None:
        """What is told of a part of a year is, and what stands at a day is not."""
        assert extract_claims(text)[0].partial is partial

    @pytest.mark.parametrize(
        "text",
        [
            "The shelter can accommodate 25 women.",
            "The shelter has room to house 25 women.",
            "The shelter is designed to house 25 women.",
            "In 2006, 120 foreigners held temporary residence permits.",
            "Nineteen persons were accused of trafficking in 2006.",
            "One clerk was dismissed for complicity.",
        ],
    )
    def test_what_could_be_is_not_what_was_done(self, text: str) -> None:
        """Capacity, permits held, accusations and sacked clerks are points of no indicator."""
        assert [claim.indicator for claim in extract_claims(text)] == [None]


class TestRetraction:
    """Figures that the text takes back."""

    @pytest.mark.parametrize(
        "text",
        [
            "Last year's report erroneously told of 12 trials.",
            "The figure of 12 trials in last year's report was a mistake.",
            "Post has since learned that the 12 trials reported last year were for theft.",
            "Twelve trials were reported in error.",
            "The 2005 report stated that 30 victims were repatriated.",
        ],
    )
    def test_it_is_known(self, text: str) -> None:
        """A figure that its text takes back says so."""
        assert extract_claims(text)[0].retracted


class TestEvents:
    """What happened to those counted, and under which law."""

    def test_coordinated_verbs_make_a_claim_each(self) -> None:
        """Those arrested and charged were arrested, too; ids stay in order."""
        claims = extract_claims("Police arrested and charged 12 men, nine of them minors.")
        assert [(c.id, c.value, c.event) for c in claims][:2] == [
            ("#1", 12, "charged"),
            ("#2", 12, "arrested"),
        ]
        assert claims[2].of == "#1"

    def test_three_verbs(self) -> None:
        """Verbs in a row all tell their event of the figure."""
        text = "Police investigated, arrested and charged nine men."
        assert {event for _, event in told(text, "event")} == {
            "investigated",
            "arrested",
            "charged",
        }

    def test_or_tells_both_of_none_only(self) -> None:
        """That none was arrested or charged tells two zeros; "or" of some tells one event."""
        assert len(extract_claims("No one was arrested or charged.")) == 2
        assert len(extract_claims("Nine men were arrested or charged.")) == 1

    @pytest.mark.parametrize(
        ("text", "events"),
        [
            ("Fifteen went to court and 10 ended in convictions.", ["prosecuted", "convicted"]),
            (
                "Of 31 cases, five led to prosecutions and three to convictions.",
                [None, "prosecuted", "convicted"],
            ),
            ("Prosecutors indicted 14 people and convicted nine.", ["charged", "convicted"]),
        ],
    )
    def test_every_clause_has_its_own(self, text: str, events: list[str | None]) -> None:
        """What a clause says is of its own figure."""
        assert [event for _, event in told(text, "event")] == events

    def test_officials_are_what_is_counted(self) -> None:
        """That no official was convicted says nothing of others."""
        text = "There were no convictions of officials."
        assert told(text, "indicator") == [(0, "officials convicted")]

    def test_one_of_the_laws_names_none(self) -> None:
        """A law that is not said is not told."""
        claims = extract_claims("Nine men were convicted under one of the laws.")
        assert [(c.value, c.law) for c in claims] == [(9, None)]

    def test_the_noun_behind_a_mark(self) -> None:
        """The noun is found behind a footnote's mark."""
        assert told("Police arrested 40 [1] smugglers.", "counted")[0] == (40, "smugglers")

    def test_ages_in_brackets(self) -> None:
        """A range behind persons is their age."""
        claims = extract_claims("Wages are set for adults (those 21 and above) and boys (14-16).")
        assert [claim.unit for claim in claims] == ["age", "age"]
