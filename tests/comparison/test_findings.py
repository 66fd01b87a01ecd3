"""Findings: what an analyst would tell, each thing once, most important first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import tipdiff
from tipdiff.comparison.findings import MOST
from tipdiff.comparison.findings.features import FEATURES, Setting, turned_round
from tipdiff.comparison.findings.ranking import trained
from tipdiff.comparison.findings.telling import QUOTED, clauses, told
from tipdiff.comparison.findings.terms import Terms
from tipdiff.comparison.findings.topics import Topic, gathered
from tipdiff.output.comparison.finding_words import place_of

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Finding

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
OLD = (
    "Port officers arrested 14 smugglers in 2004.",
    "There is no evidence that clerks are involved.",
    "No victims were identified on the isles.",
    "The parliament is drafting a law on pilots.",
    "The coast guard trained 30 pilots in 2004, up from 20 pilots in 2003.",
    "The mayor reads the register aloud on Sundays.",
)
NEW = (
    "Port officers arrested 21 smugglers in 2005.",
    "There is evidence that clerks are involved.",
    "Under the new scheme of the harbor council, 26 persons were identified as victims.",
    "The parliament passed a law on pilots in May 2005.",
    "The coast guard trained 45 pilots in 2005, up from 30 pilots in 2004.",
    "The mayor reads the register aloud on Sundays.",
)


def compared(
    old: tuple[str, ...] = OLD,
    new: tuple[str, ...] = NEW,
    years: tuple[int, int] = (2005, 2006),
    subjects: tuple[str, str] = ("OSTREL: TIP REPORT", "OSTREL: TIP REPORT"),
) -> Comparison:
    """Two cables of these sentences, compared."""
    texts = (
        f"R 011431Z MAR {year % 100:02}\nFM AMEMBASSY KALVIK\n\nUNCLAS KALVIK {number:06}\n\n"
        f"SUBJECT: {subject}\n\n1. (U) {'  '.join(said)}\n"
        for year, number, subject, said in zip(years, (140, 151), subjects, (old, new), strict=True)
    )
    return tipdiff.compare(*map(tipdiff.read, texts))


def of(comparison: Comparison, words: str) -> list[Finding]:
    """The findings that rest on a statement with these words."""
    said = {s.id: s.text for c in comparison.changes for s in (*c.old, *c.new)}
    return [f for f in comparison.findings if any(words in said[i] for i in (*f.old, *f.new))]


class TestWhatEnters:
    """What is told, and what never is."""

    def test_weightiest_first(self) -> None:
        """The weights fall, and lie between 0 and 1."""
        weights = [finding.weight for finding in compared().findings]

        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight < 1 for weight in weights)

    def test_at_most_ten(self) -> None:
        """Never more than a reader takes in."""
        comparison = tipdiff.compare(FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007")

        assert len(comparison.findings) == MOST

    def test_each_statement_once(self) -> None:
        """No statement is told in two findings."""
        comparison = tipdiff.compare(FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007")
        rest = [i for f in comparison.findings for i in (*f.old, *f.new)]

        assert len(rest) == len(set(rest))

    def test_a_law_without_figures(self) -> None:
        """A law that was passed is told though it counts nothing."""
        assert of(compared(), "law on pilots")

    def test_a_run_is_one_event(self) -> None:
        """New statements of one answer are one finding that says how many there are."""
        run = (
            "In June 2005 police arrested the captain of the ferry for selling crew papers.",
            "He was charged in August.",
            "The court sentenced him to prison in November.",
        )
        comparison = compared(new=(*NEW, *run))
        (told,) = of(comparison, "captain")

        assert len(told.new) == len(run)
        assert told.text.startswith(f"New ({len(run)} statements): “{run[0]}")

    def test_what_is_word_for_word(self) -> None:
        """What nobody changed is no finding."""
        assert not of(compared(), "aloud")

    def test_nothing_of_a_missing_part(self) -> None:
        """What has no counterpart is no finding."""
        parts = sorted((FIXTURES / "varona" / "2005").iterdir())
        comparison = tipdiff.compare(FIXTURES / "varona" / "2004", tipdiff.read(*parts[:2]))
        apart = {
            s.id
            for c in comparison.changes
            if "no-counterpart" in c.traits
            for s in (*c.old, *c.new)
        }

        assert apart
        assert all(apart.isdisjoint((*f.old, *f.new)) for f in comparison.findings)

    def test_a_figure_that_goes_on_elsewhere(self) -> None:
        """Figures paired across statements that are not linked are one finding, told once."""
        (told,) = of(compared(), "as victims")

        assert told.kind in {"figure", "reversed"}  # from none to some
        assert told.text.count("0 → 26") == 1
        assert told.old
        assert told.new

    def test_many_figures_of_one_topic(self) -> None:
        """Figures that go on within one topic leave its changes as they are, however many."""
        changes = compared().changes
        links = [evolve(changes[0].claims[0]) for _ in range(12)]
        (told,) = gathered(changes[:1], links, Terms.of(OLD, NEW))

        assert told.changes == changes[:1]
        assert told.links == tuple(links)

    def test_a_figure_with_the_year_before(self) -> None:
        """What the old report tells of two years hides nothing of what goes on in the new one."""
        comparison = compared(
            old=(*OLD, "The harbor court convicted 38 wreckers in 2004, down from 44 in 2003."),
            new=(*NEW, "The harbor court convicted 57 wreckers in 2005."),
        )
        (told,) = of(comparison, "57 wreckers")

        assert told.text.count("38 → 57") == 1

    def test_the_total_before_its_parts(self) -> None:
        """Of more figures than are told the total is, however little it moved."""
        tell = "Port officers freed {} victims in {}: {} Varonans, {} Tessalians, {} Ostrelians, {}"
        comparison = compared(
            old=(*OLD, tell.format(90, 2004, 40, 10, 20, "15 Selmans and five Norvans.")),
            new=(*NEW, tell.format(99, 2005, 9, 40, 2, "three Selmans and 45 Norvans.")),
        )
        (told,) = of(comparison, "Selmans")

        assert "90 → 99" in told.text

    def test_hours(self) -> None:
        """Hours spent on the report are no figure of the country."""
        hours = "The clerk gave {} hours to this report."
        told = of(compared((*OLD, hours.format(9)), (*NEW, hours.format(2))), "hours")

        assert not [finding for finding in told if "→" in finding.text]


class TestWords:
    """How a finding reads."""

    def test_figures_then_and_now(self) -> None:
        """What, how much, and of which year."""
        (told,) = of(compared(), "arrested")

        assert told.kind == "figure"
        assert "14 → 21 (2004 → 2005)" in told.text

    def test_reversed(self) -> None:
        """What was turned round stands with both sides."""
        (told,) = of(compared(), "evidence")

        assert told.kind == "reversed"
        assert OLD[1] in told.text
        assert NEW[1] in told.text

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("The ferry sails.", "The ferry sails."),
            (f"The ferry sailed {'on ' * 30}; the pier rots {'on ' * 60}.", "on ..."),
            (f"The ferry (of the isles, which are {'far ' * 90}) sails.", "sails."),
            (f"The pilots of Kalvik, Tarn and {'Orvast ' * 60}went.", "went."),
        ],
    )
    def test_clauses_are_whole(self, text: str, kept: str) -> None:
        """A sentence is cut where a clause ends, else not at all."""
        assert clauses(text, QUOTED).endswith(kept)

    def test_a_page_without_a_stop_is_cut(self) -> None:
        """What no reader could take for a sentence is not quoted whole."""
        quoted = clauses("the crates of the harbour " * 10_000, QUOTED)

        assert len(quoted) < 11 * QUOTED
        assert quoted.endswith(" ...")


#: A matter of which one statement changed, one went and one came.
KEEPERS = (
    (
        "The harbor guild keeps a plan for lighthouse keepers on the outer reefs.",
        "Long ago the bishop and twelve envoys of Norvan begged for lighthouse keepers.",
    ),
    (
        "The harbor guild keeps a plan for lighthouse keepers on the inner reefs.",
        "In May 2005 a storm drove the divers of Tarn and Orvast to ask for 30 new lanterns.",
    ),
)


class TestForemost:
    """Which statements of a topic are quoted, and named first."""

    @staticmethod
    def tell(comparison: Comparison, changes: tuple[Change, ...]) -> Finding:
        """These changes, told as one topic."""
        terms = Terms.of(*KEEPERS)
        setting = Setting.of((comparison.old, comparison.new), comparison.changes, terms)
        return told(Topic(0, changes), setting, 0.5)

    def test_a_pair_before_what_only_came_or_went(self) -> None:
        """Now and then are of one change where a topic has one, however much came beside it."""
        comparison = compared(*KEEPERS)
        pair, gone, came = comparison.changes
        finding = self.tell(comparison, (came, gone, pair))

        assert (finding.old[0], finding.new[0]) == (pair.old[0].id, pair.new[0].id)
        assert f"Now (2 statements): “{pair.new[0].text}”" in finding.text
        assert f"Then (2 statements): “{pair.old[0].text}”" in finding.text
        assert "→" in place_of(comparison, finding)

    def test_no_pair(self) -> None:
        """What is linked with nothing is told by itself, and no arrow leads to it."""
        comparison = compared(*KEEPERS)
        _, gone, came = comparison.changes
        finding = self.tell(comparison, (came, gone))

        assert finding.text.splitlines() == [
            f"New: “{came.new[0].text}”",
            f"No longer said: “{gone.old[0].text}”",
        ]
        assert "→" not in place_of(comparison, finding)

    def test_neighbors_of_two_matters(self) -> None:
        """Figures of two indicators that stand side by side are two findings."""
        comparison = compared(
            (
                "Port officers arrested 14 smugglers in 2004.",
                "Clinics assisted 40 victims in 2004.",
            ),
            (
                "Port officers arrested 31 smugglers in 2005.",
                "Clinics assisted 90 victims in 2005.",
            ),
        )

        assert len(comparison.findings) == 2
        assert all("(2 statements)" not in f.text for f in comparison.findings)

    def test_neighbors_of_one_matter(self) -> None:
        """Figures of one indicator that stand side by side are one finding."""
        comparison = compared(
            (
                "Port officers arrested 14 smugglers in 2004.",
                "Nine of those arrested were arrested in the harbor.",
            ),
            (
                "Port officers arrested 31 smugglers in 2005.",
                "Twelve of those arrested were arrested in the harbor.",
            ),
        )

        assert len(comparison.findings) == 1

    def test_turned_round_before_figures(self) -> None:
        """What a topic says the contrary of is told before a figure of it that moved."""
        guild = " sit on the lantern council for lighthouse keepers."
        budget = "The lantern council has {} budget for lighthouse keepers."
        comparison = compared(
            (*OLD, f"Nine ministries{guild}", budget.format("no")),
            (*NEW, f"Seven ministries{guild}", budget.format("a")),
        )
        (finding,) = of(comparison, "lantern council has")

        assert finding.kind == "reversed"
        now, then, figures = finding.text.splitlines()
        assert budget.format("a") in now
        assert budget.format("no") in then
        assert figures.startswith("ministries: 9 → 7")

    def test_up_and_down_turn_nothing_round(self) -> None:
        """A figure that fell after it had risen is a figure: it does not go before the others."""
        comparison = compared(
            ("The guild hired 40 divers in 2004, up from 30 divers in 2003.",),
            ("The guild hired 20 divers in 2005, down from 40 divers in 2004.",),
        )

        assert [c.traits[:1] for c in comparison.changes if turned_round(c)] == []
        assert [f.kind for f in comparison.findings] == ["figure"]
        assert any(map(turned_round, compared().changes))

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Ostrel was placed on Tier 2 in 2004.", "Ostrel was placed on Tier 1 in 2005."),
            (
                "Ostrel was placed on Tier 2 in 2004.",
                "Ostrel was downgraded from Tier 2 to the Tier 2 Watch List in 2005.",
            ),
            ("Ostrel is on the Tier 2 Watchlist.", "Ostrel was put on Tier 3 in May 2005."),
        ],
    )
    def test_a_rung_of_the_ladder(self, old: str, new: str) -> None:
        """That the country stands on another tier is turned round, either way."""
        [finding] = compared((old,), (new,)).findings

        assert finding.kind == "reversed"

    def test_the_same_rung(self) -> None:
        """Who stays on a tier has not moved, whatever it was before."""
        comparison = compared(
            ("Ostrel moved from Tier 3 to Tier 2 in 2004.",),
            ("Ostrel was placed on Tier 2 again in 2005.",),
        )

        assert not [c for c in comparison.changes if "reversed" in c.traits]


class TestNoNews:
    """What says the same again."""

    TOLD = "Wardens walked round {} taverns in {} and met no minors there."

    def test_a_year_that_rolled_on(self) -> None:
        """The same of another year is no finding; with another figure it is."""
        old = (*OLD, self.TOLD.format(57, 2004))

        assert not of(compared(old, (*NEW, self.TOLD.format(57, 2005))), "taverns")
        assert of(compared(old, (*NEW, self.TOLD.format(58, 2005))), "taverns")

    def test_a_promise_put_off(self) -> None:
        """A year that rolled on is the news of a promise."""
        plan = "The guild plans to open a pier by the end of {}."

        assert of(compared((*OLD, plan.format(2005)), (*NEW, plan.format(2006))), "pier")

    def test_letters_mended(self) -> None:
        """Letters lost in transmission are no finding."""
        old = "Police coperate with the Varonan authorties throgh a liaison officer in Merrin."
        new = "Police cooperate with the Varonan authorities through a liaison officer in Merrin."
        comparison = compared((*OLD, old), (*NEW, new))

        assert "garbled" in comparison.changes[-1].traits
        assert not of(comparison, "Police")


class TestNotComparable:
    """Reports that are no editions of one another: the reason comes first, and no finding."""

    APART = tuple(
        f"{who} {does} the {what} of {where}."
        for who, does, what in (
            ("Bakers", "bake", "bread"),
            ("Weavers", "mend", "sails"),
            ("Masons", "raise", "walls"),
            ("Smiths", "forge", "anchors"),
            ("Millers", "grind", "barley"),
        )
        for where in ("Tarn", "Selm", "Haddo", "Wick", "Lund")
    )
    OTHERS = tuple(
        f"{who} {does} {what} near {where}."
        for who, does, what in (
            ("Economists", "forecast", "inflation"),
            ("Judges", "adjourned", "hearings"),
            ("Voters", "elected", "senators"),
            ("Doctors", "vaccinated", "infants"),
            ("Foresters", "planted", "larches"),
        )
        for where in ("Kalvik", "Orvast", "Brenn", "Garth", "Stane")
    )

    def test_too_little_in_common(self) -> None:
        """Two kinds of report of one country."""
        comparison = compared(self.APART, self.OTHERS, subjects=("OSTREL: CRAFTS", "OSTREL: STATE"))

        assert comparison.findings == ()
        assert comparison.warnings[0].startswith("not comparable: only ")
        assert "OSTREL: CRAFTS" in comparison.warnings[0]

    def test_two_countries(self) -> None:
        """Two countries, however alike their reports."""
        reports = [
            tipdiff.read(f"{' '.join(said)}\n", country=country, year=year)
            for said, country, year in ((OLD, "Ostrel", 2005), (NEW, "Varona", 2006))
        ]
        comparison = tipdiff.compare(*reports)

        assert comparison.findings == ()
        assert "Ostrel" in comparison.warnings[0]
        assert "Varona" in comparison.warnings[0]

    def test_few_statements(self) -> None:
        """Two short texts that share nothing are still compared: a share of few says nothing."""
        assert not compared(self.APART[:4], self.OTHERS[:4]).warnings

    def test_the_title_goes_with_time(self) -> None:
        """An arrow never runs back in time."""
        text = tipdiff.render(compared(years=(2009, 2006)), "text")

        assert "2009 → 2006" not in text
        assert text.splitlines()[0].startswith("Ostrel: 2006 compared with 2009")


class TestData:
    """Findings as data."""

    def test_round_trip(self) -> None:
        """JSON brings the findings back without loss."""
        comparison = compared()
        data = json.loads(json.dumps(tipdiff.to_dict(comparison)))

        assert data["findings"][0].keys() == {"kind", "text", "old", "new", "weight"}
        assert tipdiff.from_dict(data) == comparison

    def test_weights_are_of_known_features(self) -> None:
        """The ranking that ships knows every feature and no other."""
        assert list(trained().rows) == list(FEATURES)

    def test_brief_is_one_page(self) -> None:
        """``brief`` gives the head, the totals and the findings alone."""
        comparison = tipdiff.compare(FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007")
        text = tipdiff.render(comparison, "text", tipdiff.Options(brief=True))

        assert text.rstrip().split("\n\n")[-1].startswith("Findings")
        assert all(f"{n}. " in text for n in range(1, MOST + 1))


def test_the_rung_of_the_country_comes_first() -> None:
    """Where the country stands on the ladder is told before all figures that moved."""
    figures = (
        "Courts convicted {} smugglers.",
        "Police arrested {} traffickers in the north.",
        "The shelter in Brenn housed {} women.",
        "The ministry trained {} judges at the academy.",
        "Inspectors closed {} brick works.",
        "The coast guard rescued {} fishermen.",
        "Schools taught {} lessons on false offers.",
        "The hotline took {} calls from abroad.",
        "Consuls repatriated {} victims by ship.",
        "The budget paid for {} interpreters.",
        "The union opened {} offices in the ports.",
    )
    old = "\n\n".join(["Varona stood on Tier 2.", *(line.format(10) for line in figures)])
    new = "\n\n".join(
        ["Varona was moved to the Tier 2 Watch List.", *(line.format(40) for line in figures)]
    )
    found = tipdiff.compare(old, new, country="Varona", old_year=2007, new_year=2008).findings

    assert "Watch List" in found[0].text
    assert found[0].kind == "reversed"
