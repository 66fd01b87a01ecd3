"""How statements are chained past one edition: copies, loose ends, doubts, figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tipdiff
from tipdiff.chaining.gaps import MEMORY
from tipdiff.chaining.names import Names
from tipdiff.histories.blame import blame
from tipdiff.output.history.text import strip

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread

FIXTURES = Path(__file__).parents[2] / "fixtures"

REGISTER = "The harbor police keep a register of all ferries that leave Kalvik."
VANS = "Customs men let vans leave the old shed at Tarn without a look inside."
BEDS = "The seamen's home at Tarn still has sixteen beds in two rooms."
NURSE = "The city pays the rent of the shelter in the old mill."
RENT = "The government pays a nurse who comes on Mondays."
MERGED = (
    "The city pays the rent of the shelter in the old mill, and the government pays a nurse who "
    "comes on Mondays."
)
WORK = "The inspectors plan to visit 60 boats in the harbor of Orvast."
WORK_DONE = "The inspectors visited 35 boats in the harbor of Orvast."
SECTIONS = "\n\n".join(f"{title}\n\n{{}}" for title in ("PATROLS", "SHELTERS", "TRAINING")) + "\n"
TWICE = ("None known.",) * 2
LISTS = "The council asks every ferry for a list of {} passengers."


def editions(*bodies: list[str]) -> list[tipdiff.Report]:
    """Successive editions of invented Ostrel, a body each, from 2004 on."""
    return [
        tipdiff.read(" ".join(body) + "\n", country="Ostrel", year=year)
        for year, body in enumerate(bodies, 2004)
    ]


def thread_of(text: str, threads: list[Thread]) -> Thread:
    """The thread that says a text in some edition."""
    return next(t for t in threads if any(v.text == text for v in t.versions))


class TestCopies:
    """What stands word for word in an earlier edition."""

    def test_no_sentence_becomes_another_and_comes_back(self) -> None:
        """A copy two editions on outweighs what stood in its place in between."""
        for country in ("varona", "ostrel", "tessaly"):
            for thread in tipdiff.history(FIXTURES / country):
                texts = [version.text for version in thread.versions]
                for k in range(2, len(texts)):
                    if texts[k] == texts[k - 2]:
                        between = set(texts[k - 1].lower().split())

                        assert between & set(texts[k].lower().split()), thread.id

    def test_what_was_merged_and_split_again_stays_one(self) -> None:
        """A text that was part of a merged one in between was there all along."""
        threads = tipdiff.history(
            editions([REGISTER, NURSE, RENT], [REGISTER, MERGED], [REGISTER, NURSE, RENT])
        )
        thread = thread_of(MERGED, threads)

        assert {event.kind for event in thread.events} <= {"new", "changed"}
        assert len(thread.versions) == 3

    @pytest.mark.parametrize("gap", [1, MEMORY, MEMORY + 3])
    def test_a_copy_returns_however_long_it_was_away(self, gap: int) -> None:
        """Word for word, a statement is the same one years later."""
        bodies = [[REGISTER, VANS], *[[REGISTER]] * gap, [REGISTER, VANS]]
        thread = thread_of(VANS, tipdiff.history(editions(*bodies)))

        assert strip(thread) == "+-" + "\u00b7" * (gap - 1) + "^"
        assert thread.events[-1].since == 2004

    def test_copies_of_one_report_are_one_thread(self) -> None:
        """What a report says twice is one thread, in a single edition too."""
        threads = tipdiff.history(editions([VANS, REGISTER, VANS]))

        assert sorted(len(t.versions[0].statements) for t in threads) == [1, 2]
        assert thread_of(VANS, threads).text == VANS

    def test_a_short_answer_is_one_for_each_section(self) -> None:
        """What says something only under its question has as many lives as there are questions."""
        bodies = [SECTIONS.format(*answers) for answers in (("None known.",) * 3, (VANS, *TWICE))]
        reports = [tipdiff.read(b, country="Ostrel", year=y) for y, b in enumerate(bodies, 2004)]
        found = {
            thread.section[-1]: strip(thread)
            for thread in tipdiff.history(reports)
            if thread.text == "None known."
        }

        assert found == {"PATROLS": "+-", "SHELTERS": "+=", "TRAINING": "+="}

    def test_a_fact_told_in_two_sections_is_one_thread(self) -> None:
        """A longer statement says the same wherever it stands."""
        bodies = [SECTIONS.format(VANS, *[BEDS] * 2), SECTIONS.format(BEDS, VANS, BEDS)]
        reports = [tipdiff.read(b, country="Ostrel", year=y) for y, b in enumerate(bodies, 2004)]

        assert [strip(t) for t in tipdiff.history(reports) if t.text == BEDS] == ["+="]


class TestNames:
    """Links whose sides name others."""

    @pytest.mark.parametrize(
        ("old", "new", "unsure"),
        [
            ("a girl from Morvia who was held", "a girl from Seldonia who was held", True),
            ("a girl from Morvia who was held", "a girl from Morvia who was shut in", False),
            ("a Morvian girl who was held", "a girl from Morvia who was shut in", False),
            ("a girl from Morvia who was held", "two girls who were held", False),
            ("the mayor, Tal Brenn, who was held", "the mayor, Ivo Karst, who was held", True),
            ("the Ministry of Labor at Tarn", "the Ministry of Labor in the city", False),
            ("the Ministry of Labor in the city", "the Ministry of Health in the city", True),
            ("what Article 14 lays down there", "what Article 15 lays down there", True),
            ("what Article 14 lays down there", "what Article 14 still lays down", False),
            ("a report of May on the boats there", "a report of June on the boats there", False),
            ("what the OHB said of the boats", "what Tarn said of the boats", False),
        ],
    )
    def test_unsure(self, old: str, new: str, unsure: bool) -> None:
        """Other persons, places, bodies or articles make a link unsure, none named do not."""
        told = "A paper of the harbor tells at some length of {} when nobody came to help."
        bodies = [[REGISTER, told.format(side), BEDS] for side in (old, new)]
        threads = tipdiff.history(editions(*bodies))
        event = thread_of(bodies[1][1], threads).events[-1]

        assert (event.kind, event.is_unsure()) == ("changed", unsure)

    @pytest.mark.parametrize(("title", "unsure"), [("SHELTERS", False), ("PATROLS", True)])
    def test_a_pointer_says_something_only_under_its_question(
        self, title: str, unsure: bool
    ) -> None:
        """A reference by itself that stands under another heading may answer anything."""
        old, new = "Please see section 5A, above.", "(See 1A above.)"
        reports = [
            tipdiff.read(
                f"PATROLS\n\n{REGISTER}{body[0]}\n\nSHELTERS\n\n{BEDS}{body[1]}\n",
                country="Ostrel",
                year=year,
            )
            for year, body in (
                (2004, ("", f" {old}")),
                (2005, ("", f" {new}") if title == "SHELTERS" else (f" {new}", "")),
            )
        ]
        pointers = thread_of(new, tipdiff.history(reports))

        assert pointers.events[-1].kind == "changed"
        assert pointers.events[-1].is_unsure() == unsure

    def test_stays_out_of_blame(self) -> None:
        """What may be another's is from the year that names him."""
        told = (
            "The court at the quay gave {} three years in prison for what he did to the deckhands."
        )
        bodies = [[REGISTER, told.format(name), BEDS] for name in ("Ivo Karst", "Tal Brenn")]
        blamed = {b.statement.text: b.first for b in blame(tipdiff.history(editions(*bodies)))}

        assert blamed == {REGISTER: 2004, BEDS: 2004, bodies[1][1]: 2005}

    def test_capitals_throughout_name_nobody(self) -> None:
        """A text in capitals does not tell names from words."""
        names = Names(["THE PORT OF TARN IS SHUT.", "A guard of Orvast saw the port."])

        assert names.of("The man saw TARN and Orvast, and the Port.") == {"orva"}


class TestLooseEnds:
    """What begins and what has ended."""

    def test_reworded_after_a_gap(self) -> None:
        """A statement that comes back with another word is no news."""
        again = VANS.replace("let vans leave", "allow vans to leave")
        thread = thread_of(
            again, tipdiff.history(editions([REGISTER, VANS], [REGISTER], [REGISTER, again]))
        )

        assert strip(thread) == "+-^"
        assert (thread.events[-1].since, thread.events[-1].kind) == (2004, "returned")

    def test_short_statements_return_word_for_word_only(self) -> None:
        """A few words say nothing of which statement they were."""
        threads = tipdiff.history(
            editions([REGISTER, "Boats are searched."], [REGISTER], [REGISTER, "Boats are seized."])
        )

        assert thread_of("Boats are seized.", threads).first == 2006

    def test_lives_do_not_overlap(self) -> None:
        """What stands in an edition beside a statement is never joined to it across a gap."""
        for country in ("varona", "ostrel", "tessaly"):
            for thread in tipdiff.history(FIXTURES / country):
                years = [version.year for version in thread.versions]

                assert years == sorted(set(years))


class TestDoubts:
    """Where chain and texts do not agree."""

    def test_told_in_both_threads(self) -> None:
        """Each doubt stands in the two threads that it is about, and in no other."""
        for country in ("varona", "ostrel", "tessaly"):
            threads = tipdiff.history(FIXTURES / country)
            for thread in threads:
                for doubt in thread.doubts:
                    assert sum(doubt in other.doubts for other in threads) == 2

    def test_a_plan_and_what_was_done(self) -> None:
        """Statements of next but one editions that are alike as few are, in two threads."""
        found = {d for t in tipdiff.history(FIXTURES / "varona") for d in t.doubts}

        assert [d for d in found if "are alike" in d and "05PORTMERRIN202:8" in d]

    def test_none_where_all_is_carried_over(self) -> None:
        """Editions that say the same raise no doubt."""
        threads = tipdiff.history(editions(*[[REGISTER, VANS, BEDS, WORK, WORK_DONE]] * 4))

        assert [t.doubts for t in threads] == [()] * 5


class TestFigures:
    """The figures of a thread as series."""

    def test_through_the_editions(self) -> None:
        """Each version's figure is a point of its year."""
        threads = tipdiff.history(editions(*[[REGISTER, LISTS.format(n)] for n in (40, 50, 45)]))
        (one,) = thread_of(LISTS.format(45), threads).series

        assert [(p.year, p.value) for p in one.points] == [(2004, 40), (2005, 50), (2006, 45)]

    def test_over_a_gap(self) -> None:
        """What came back goes on with its figures."""
        threads = tipdiff.history(FIXTURES / "tessaly")
        thread = next(t for t in threads if "160 victims" in t.text)
        total = next(s for s in thread.series if not s.breakdown)

        assert total.indicator == "victims identified"
        assert [(p.year, p.value) for p in total.points] == [
            (2001, 120), (2002, 134), (2003, 150), (2004, 138), (2005, 146), (2006, 160),
        ]  # fmt: skip

    def test_claims_are_those_of_the_report(self) -> None:
        """Each version has the figures that its statements have when read alone."""
        reports = tipdiff.read_all(FIXTURES / "varona")
        threads = tipdiff.history(reports)
        alone = {t.id: t.versions[0].claims for r in reports for t in tipdiff.history([r])}
        for thread in threads:
            for version in thread.versions:
                if len(version.statements) == 1:
                    expected = alone.get(version.statements[0].id)

                    assert expected is None or expected == version.claims

    def test_own_indicators(self) -> None:
        """A user's indicators name the figures."""
        own = tipdiff.indicators_from_data({"indicator": [{"id": "crowds", "near": ["passenger"]}]})
        bodies = [[REGISTER, LISTS.format(n)] for n in (40, 50)]
        threads = tipdiff.history(editions(*bodies), indicators=own)
        (one,) = thread_of(LISTS.format(50), threads).series

        assert one.indicator == "crowds"


class TestLaws:
    """Of any editions."""

    SENTENCES = (REGISTER, VANS, BEDS, NURSE, RENT, MERGED, WORK, WORK_DONE)

    @given(
        bodies=st.lists(
            st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True),
            min_size=2,
            max_size=5,
        )
    )
    @settings(max_examples=20)
    def test_copies_hang_together_or_are_doubted(self, bodies: list[list[str]]) -> None:
        """A text in two editions is in one thread, or both of its threads say so."""
        threads = tipdiff.history(editions(*bodies))
        for text in self.SENTENCES:
            holders = [t for t in threads if any(s.text == text for v in t.versions
                                                 for s in v.statements)]  # fmt: skip

            assert len(holders) <= 1 or all(t.doubts for t in holders)

    @given(
        bodies=st.lists(
            st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True),
            min_size=1,
            max_size=5,
        )
    )
    @settings(max_examples=20)
    def test_events_are_the_versions(self, bodies: list[list[str]]) -> None:
        """There is a version for each event but a drop, and between two drops a return."""
        for thread in tipdiff.history(editions(*bodies)):
            there = [e.year for e in thread.events if e.kind != "dropped"]
            kinds = [e.kind for e in thread.events if e.kind in {"dropped", "returned"}]

            assert there == [v.year for v in thread.versions]
            assert thread.events[0].kind == "new"
            assert kinds[::2] == ["dropped"] * len(kinds[::2])
            assert kinds[1::2] == ["returned"] * len(kinds[1::2])
