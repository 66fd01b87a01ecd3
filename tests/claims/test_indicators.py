"""Indicators: the field's own table, a user's own, and why a claim has its indicator."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tipdiff
from tipdiff.checks.within import RULES
from tipdiff.claims import extract_claims, field_indicators, indicators_from_data, report_claims
from tipdiff.claims.indicators.kinds import Kind, kind_by_title, kind_of, kinds
from tipdiff.claims.indicators.matching import NARROWING
from tipdiff.claims.indicators.tables import KEYS, SETS
from tipdiff.errors import DataError

if TYPE_CHECKING:
    from tipdiff.claims.indicators.matching import Indicator

ROWS = field_indicators().rows

#: A user's own table: the one that the documentation shows.
PAGE = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
BOATS = PAGE.partition("```toml\n")[2].partition("```")[0]


def known(text: str, toml: str = "") -> list[str | None]:
    """The indicators of a sentence's claims."""
    indicators = indicators_from_data(tomllib.loads(toml)) if toml else None
    return [claim.indicator for claim in extract_claims(text, indicators=indicators)]


class TestField:
    """The field's own indicators."""

    @pytest.mark.parametrize(
        ("row", "sample"), [(row, s) for row in ROWS for s in row.samples], ids=str
    )
    def test_every_sample(self, row: Indicator, sample: str) -> None:
        """A figure of every sample of a row is a point of its indicator."""
        assert row.id in known(sample)

    def test_every_row_has_a_sample_and_a_label(self) -> None:
        """No row goes without a sample; ids and labels are each one row's own."""
        assert all(row.samples and row.label for row in ROWS)
        assert len({row.id for row in ROWS}) == len({row.label for row in ROWS}) == len(ROWS)

    @pytest.mark.parametrize(
        "text",
        [
            "Police arrested 5 years later.",
            "They trained for 12 days.",
            "It has 12 rooms.",
            "Police arrested the crews of 5 boats.",
            "A 40-hour course began.",
            "The minister of 12 provinces was charged.",
        ],
    )
    def test_other_figures(self, text: str) -> None:
        """A duration, a count of things, hours of a course are of no indicator."""
        assert set(known(text)) == {None}

    @pytest.mark.parametrize(
        "text",
        [
            "In a survey, 1200 students were asked about offers of work.",
            "The institute interviewed 400 pupils.",
            "Of 600 students surveyed, few knew the hotline.",
        ],
    )
    def test_respondents_are_not_reached(self, text: str) -> None:
        """Pupils whom somebody asked were reached by no campaign."""
        assert known(text) == [None]

    @pytest.mark.parametrize(
        "text",
        [
            "The court awarded the deckhand 9,000 euros.",
            "He sued the skipper and was awarded 9,000 euros in back wages.",
            "The deckhand was granted 12,000 euros in civil damages.",
            "The weaver was awarded compensation of 9,000 euros.",
        ],
    )
    def test_damages_are_no_grants(self, text: str) -> None:
        """What a court makes a wrongdoer pay is no money given for a purpose."""
        assert known(text) == [None]

    def test_the_narrower_first(self) -> None:
        """Officials prosecuted are told from others who were."""
        assert known("No official was prosecuted.") == ["officials prosecuted"]
        assert known("Two recruiters were prosecuted.") == ["prosecutions"]


class TestNarrowedZeros:
    """A zero of some is no zero of all."""

    @pytest.mark.parametrize(
        ("row", "word"), [(row, word) for row in NARROWING for word in row[2]], ids=str
    )
    def test_every_word(self, row: tuple[str, str | None, tuple[str, ...], str], word: str) -> None:
        """The sample of each row is no zero of all, whichever of its words it has."""
        said = next(each for each in row[2] if each in row[3])
        claims = extract_claims(row[3].replace(said, word))

        assert claims[0].value == 0
        assert claims[0].event in {"prosecuted", "sentenced"}
        assert claims[0].indicator not in {"prosecutions", "sentences"}

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("None of the four clerks convicted of fraud received custodial terms.", [None, None]),
            ("There were no prosecutions in new cases.", ["prosecutions"]),
            ("There were no convictions or prison sentences.", ["convictions"]),
            ("None received suspended sentences.", ["suspended sentences"]),
            ("Police opened 14 new investigations.", ["investigations"]),
        ],
    )
    def test_only_its_own_words(self, text: str, names: list[str | None]) -> None:
        """What narrows another noun, or is the indicator's own word, or a figure, does not."""
        assert known(text) == names

    def test_said_so(self) -> None:
        """The explanation names the word."""
        text = "There were no successful prosecutions."
        [claim] = extract_claims(text)

        assert "'successful'" in field_indicators().explain(claim, text)


class TestOwn:
    """A user's own indicators."""

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("The coast guard stopped 14 boats.", "boats seized"),
            ("The navy seized two fishing vessels.", "boats seized"),
            ("The coast guard owns 14 cars.", None),
            ("The harbor has 14 boats.", None),
            ("The coast guard planned to buy 14 boats.", None),
            ("The ministry spent 90,000 euros on patrols.", "patrol costs"),
        ],
    )
    def test_conditions(self, text: str, name: str | None) -> None:
        """All of counted, near and without must hold."""
        assert known(text, BOATS) == [name]

    def test_own_before_the_fields(self) -> None:
        """What is both is the user's; the field's others still hold."""
        own = '[[indicator]]\nid = "women convicted"\nevent = ["convicted"]\ncounted = ["woman"]'

        assert known("Courts convicted five women.", own) == ["women convicted"]
        assert known("Courts convicted five men.", own) == ["convictions"]

    def test_in_place_of_the_fields(self) -> None:
        """An own one with the id of one of the field's replaces it."""
        own = '[[indicator]]\nid = "convictions"\nevent = ["convicted"]\ncounted = ["verdict"]'

        assert known("Courts convicted five men.", own) == [None]

    @pytest.mark.parametrize(
        ("toml", "message"),
        [
            ("[indicator]\nid = 'x'", "boats.toml: write [[indicator]], not [indicator]"),
            ("[[boats]]\nid = 'x'", "boats.toml: unknown table 'boats'"),
            ("[[indicator]]\nlabel = 'x'", "boats.toml: [[indicator]] 1: id: is missing"),
            ("[[indicator]]\nid = 'x'", "needs one of event, counted, near, beside"),
            ("[[indicator]]\nid = 'x'\nword = ['y']", "[[indicator]] 1: unknown key 'word'"),
            ("[[indicator]]\nid = 'x'\nnear = 'y'", "near: must be a list of texts"),
            ("[[indicator]]\nid = 'x'\nnear = ['']", "near: must be a list of texts"),
            ("[[indicator]]\nid = 'x'\nevent = ['eaten']", "event: unknown 'eaten'"),
            ("[[indicator]]\nid = 'x'\ncounted = ['@fish']", "counted: unknown '@fish'"),
            ("[[indicator]]\nid = 'x'\nnear = ['y']\nunit = 'knot'", "unit: unknown 'knot'"),
            ("[[indicator]]\nid = 'x'\nnear = ['y']\nkind = 'odd'", "kind: must be"),
            ("[[indicator]]\nid = 'x'\nnear = ['y']\ntotal = 1", "total: must be true or false"),
            (
                "[[indicator]]\nid = 'x'\nnear = ['y']\n[[indicator]]\nid = 'x'\nnear = ['y']",
                "[[indicator]] 2: id: 'x' twice",
            ),
        ],
    )
    def test_errors(self, toml: str, message: str) -> None:
        """What is wrong is said in one line with file, entry and key."""
        with pytest.raises(DataError) as error:
            indicators_from_data(tomllib.loads(toml), "boats.toml")

        assert message in str(error.value)
        assert "\n" not in str(error.value)


class TestAdding:
    """Entries that add to an indicator of the field's own."""

    def test_better(self) -> None:
        """Whether up is better is said in a line; nobody has said so before."""
        own = indicators_from_data({"indicator": [{"id": "convictions", "better": "up"}]})
        field = field_indicators().get("convictions")
        added = own.get("convictions")

        assert field is not None
        assert added is not None
        assert (field.better, added.better) == (None, "up")
        assert (added.event, added.counted, added.near) == (field.event, field.counted, field.near)

    def test_only_up_and_down(self) -> None:
        """Nothing else is a direction."""
        with pytest.raises(DataError, match="better: must be up or down"):
            indicators_from_data({"indicator": [{"id": "convictions", "better": "more"}]})


class TestKinds:
    """Which sets of indicators a report is read with."""

    TOLD = "The courts convicted four men in 2005. Inflows rose to 30 million dollars in 2005."

    def told(self, subject: str) -> set[str | None]:
        """The indicators of a report with a subject."""
        report = tipdiff.read(
            "P 010900Z MAR 06\nFM AMEMBASSY PORT MERRIN\nTO SECSTATE WASHDC\n\nUNCLAS PORT MERRIN "
            f"000101\n\nSUBJECT: {subject}\n\n1. (U) {self.TOLD}\n"
        )
        return {claim.indicator for found in report_claims(report).values() for claim in found}

    @pytest.mark.parametrize(
        ("subject", "wanted"),
        [
            ("VARONA: ANNUAL TRAFFICKING IN PERSONS REPORT", {"convictions", None}),
            ("VARONA: INVESTMENT CLIMATE STATEMENT", {None, "inflows"}),
            ("VARONA: ROUND-UP", {"convictions", "inflows"}),
        ],
    )
    def test_chosen_by_the_subject(self, subject: str, wanted: set[str | None]) -> None:
        """A report on investment has no convictions; one of no known kind is read with all."""
        assert self.told(subject) == wanted

    @pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
    def test_sample(self, kind: Kind) -> None:
        """The sample of each kind is of that kind and of none before it; its sets are known."""
        assert kind_by_title([kind.sample]) == kind
        assert set(kind.sets) <= set(SETS)

    def test_by_words(self) -> None:
        """Without a telling title, the words that a report uses most decide."""
        text = "Cocaine and heroin come by sea. The navy seized a boat with drugs on board.\n" * 20
        found = kind_of(tipdiff.read(text, country="Varona", year=2006))

        assert found is not None
        assert found.name == "drug control"


class TestExplain:
    """Why a claim has its indicator, or none."""

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Courts convicted nine men.", "convictions: unit count, event convicted, counted"),
            ("Police arrested 14 boats.", "none: not arrests, for what is counted"),
            ("It has 14 cars.", "none: nothing is known to have happened"),
            ("They registered 3 boats.", "none: no indicator is of what was registered"),
        ],
    )
    def test_said(self, text: str, said: str) -> None:
        """The conditions that held, or the first that failed."""
        [claim] = extract_claims(text)

        assert field_indicators().explain(claim, text).startswith(said)


class TestPage:
    """The documentation of the format."""

    def test_every_key(self) -> None:
        """Every key that a table can have is told, and no other."""
        table = PAGE.partition("| key | condition")[2].partition("\n\n")[0]
        told = [
            key
            for row in table.split("\n")[2:]
            for key in re.findall(r"`(\w+)`", row.split("|")[1])
        ]

        assert sorted(told) == sorted(KEYS)

    def test_every_check(self) -> None:
        """Every kind of note is told."""
        across = {"summary", "carried-over", "revised"}

        assert all(f"| `{kind}` |" in PAGE for kind in {kind for kind, _, _ in RULES} | across)
