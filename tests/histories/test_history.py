"""Threads: what became of every statement through the editions."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tipdiff
from benchmarks.histories import errors, longer, members, tally
from tipdiff.cli import main
from tipdiff.histories.blame import blame
from tipdiff.histories.promises import outcome, promises
from tipdiff.histories.renewal import renewal
from tipdiff.language.intentions import INTENTIONS, is_promise
from tipdiff.output.history.text import strip
from tipdiff.text import folded

FIXTURES = Path(__file__).parents[2] / "fixtures"
REGISTER = "The harbor police keep a register of all ferries that leave Kalvik."
PAPERS = "Clerks found {} forged papers in the customs shed in May."
DIVERS = "Divers searched the old quay of Tarn twice for hidden rooms."
CHOIR = "The choir of Orvast sang for the orphans of the flood."
PLAN = "The ministry plans to open a second shelter in Orvast."
DONE = "The ministry opened a second shelter in Orvast."


def editions(*bodies: list[str]) -> list[tipdiff.Report]:
    """Successive editions of invented Ostrel, a body each, from 2004 on."""
    return [
        tipdiff.read(" ".join(body) + "\n", country="Ostrel", year=year)
        for year, body in enumerate(bodies, 2004)
    ]


def lives(*bodies: list[str]) -> dict[str, str]:
    """The strip of each thread, by what it says last."""
    return {thread.text: strip(thread) for thread in tipdiff.history(editions(*bodies))}


class TestEvents:
    """What happened in each edition."""

    def test_a_life(self) -> None:
        """New, unchanged, changed, dropped, back again."""
        found = lives(
            [REGISTER, PAPERS.format(14), DIVERS],
            [REGISTER, PAPERS.format(20), CHOIR],
            [REGISTER, PAPERS.format(20), DIVERS],
        )

        assert found == {
            REGISTER: "+==",
            PAPERS.format(20): "+~=",
            DIVERS: "+-^",
            CHOIR: "\u00b7+-",
        }

    def test_returned_says_since_when(self) -> None:
        """What comes back after a gap is no news: the thread says where it had been."""
        threads = tipdiff.history(
            editions([REGISTER, DIVERS], [REGISTER, CHOIR], [REGISTER, CHOIR], [REGISTER, DIVERS])
        )
        (thread,) = (t for t in threads if t.text == DIVERS)

        assert [(e.year, e.kind, e.since) for e in thread.events] == [
            (2004, "new", None),
            (2005, "dropped", None),
            (2007, "returned", 2004),
        ]

    def test_figures(self) -> None:
        """Each version has its figures."""
        threads = tipdiff.history(editions([PAPERS.format(14)], [PAPERS.format(20)]))

        assert [[c.value for c in v.claims] for v in threads[0].versions] == [[14], [20]]

    def test_one_edition(self) -> None:
        """Of one edition every statement is new."""
        assert lives([REGISTER, DIVERS]) == {REGISTER: "+", DIVERS: "+"}

    def test_none(self) -> None:
        """Of no edition there is no history."""
        assert tipdiff.history([]) == []

    def test_two_countries(self) -> None:
        """Editions of two countries have no history."""
        other = tipdiff.read(f"{REGISTER}\n", country="Varona", year=2005)
        with pytest.raises(tipdiff.TipdiffError, match="country"):
            tipdiff.history([*editions([REGISTER]), other])

    def test_an_update_takes_its_editions_place(self) -> None:
        """A cable that updates its edition is no edition of its own."""
        folder = FIXTURES / "ostrel" / "2006"
        years = [thread.editions for thread in tipdiff.history(FIXTURES / "ostrel")]

        assert folder.is_dir()
        assert set(years) == {(2005, 2006, 2007)}


class TestLaws:
    """Of any editions."""

    SENTENCES = (REGISTER, PAPERS.format(14), PAPERS.format(31), DIVERS, CHOIR, PLAN, DONE)

    @given(
        bodies=st.lists(
            st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=1, max_size=4
        )
    )
    @settings(max_examples=25)
    def test_partition(self, bodies: list[list[str]]) -> None:
        """Every statement of every edition is in exactly one thread."""
        reports = editions(*bodies)
        found = sorted(
            (version.year, statement.id)
            for thread in tipdiff.history(reports)
            for version in thread.versions
            for statement in version.statements
        )

        assert found == sorted((r.year or 0, s.id) for r in reports for s in r.statements)

    @given(
        bodies=st.lists(
            st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=1, max_size=4
        ),
        data=st.data(),
    )
    @settings(max_examples=25)
    def test_order_does_not_matter(self, bodies: list[list[str]], data: st.DataObject) -> None:
        """Editions given in another order have the same history."""
        reports = editions(*bodies)

        assert tipdiff.history(data.draw(st.permutations(reports))) == tipdiff.history(reports)

    @pytest.mark.parametrize("country", ["varona", "ostrel"])
    def test_two_editions_are_their_comparison(self, country: str) -> None:
        """Of two editions, the threads are the changes of their comparison."""
        for pair in pairwise(tipdiff.read_all(FIXTURES / country)):
            threads = tipdiff.history(pair)
            changes = tipdiff.compare(*pair).changes
            expected = sorted(
                sorted([(0, s.id) for s in c.old] + [(1, s.id) for s in c.new]) for c in changes
            )
            years = [report.year for report in pair]
            found = sorted(
                sorted((years.index(v.year), s.id) for v in t.versions for s in v.statements)
                for t in threads
            )

            assert found == expected

    def test_copies_of_a_text_in_one_thread_or_a_doubt(self) -> None:
        """A text that two threads have word for word is a doubt of both."""
        threads = tipdiff.history(FIXTURES / "varona")
        for thread in threads:
            for doubt in thread.doubts:
                assert sum(doubt in other.doubts for other in threads) == 2

    def test_there_and_back(self) -> None:
        """Plain data give the threads back."""
        threads = tipdiff.history(FIXTURES / "ostrel")

        assert tipdiff.from_dict(json.loads(json.dumps(tipdiff.to_dict(threads)))) == threads


class TestGold:
    """Editions followed by reading; how well is the benchmark's to say."""

    @pytest.mark.parametrize(
        ("country", "precision", "recall"),
        [("varona", 0.95, 0.75), ("ostrel", 0.95, 0.9), ("tessaly", 0.95, 0.95)],
    )
    def test_threads(self, country: str, precision: float, recall: float) -> None:
        """Threads hold together what belongs together, and little else."""
        threads = tipdiff.history(FIXTURES / country)
        text = {
            report.year: [s.text for s in report.statements]
            for report in tipdiff.read_all(FIXTURES / country)
        }
        gold = json.loads((FIXTURES / "gold" / f"{country}-threads.json").read_text("utf-8"))
        wanted = [[(y, folded(text[y][k])) for y, k in thread] for thread in gold]
        scored = tally(members(threads), wanted)

        assert scored.precision >= precision
        assert scored.recall >= recall

    def test_longer(self) -> None:
        """More editions are made of a few: each beside one that it stood beside, none twice."""
        three = editions([REGISTER], [DIVERS], [CHOIR])
        made = longer(three, 7)
        texts = [report.statements[0].text for report in made]

        assert texts == [REGISTER, DIVERS, CHOIR, DIVERS, REGISTER, DIVERS, CHOIR]
        assert [report.year for report in made] == list(range(2004, 2011))
        assert len({s.id for report in made for s in report.statements}) == 7

    def test_errors(self) -> None:
        """What is broken and what is mixed is told with its members."""
        one, two, three = (2004, "a"), (2005, "b"), (2006, "c")

        assert list(errors([[one], [two, three]], [[one, two], [three]])) == [
            "broken:",
            "  [0] 2004 a",
            "  [1] 2005 b",
            "mixed:",
            "  [0] 2005 b",
            "  [1] 2006 c",
        ]

    def test_a_thread_is_cut_at_a_gap(self) -> None:
        """Against a gold of successive pairs, what came back is a thread of its own."""
        threads = tipdiff.history(editions([REGISTER, DIVERS], [REGISTER], [REGISTER, DIVERS]))

        assert sorted(map(len, members(threads))) == [2, 3]
        assert sorted(map(len, members(threads, cut=True))) == [1, 1, 3]


class TestBlame:
    """The newest report with the editions its statements are from."""

    def test_margin(self) -> None:
        """When each statement first appeared, and when it last changed."""
        threads = tipdiff.history(
            editions(
                [REGISTER, PAPERS.format(14)],
                [REGISTER, PAPERS.format(20)],
                [REGISTER, PAPERS.format(20), CHOIR],
            )
        )

        assert [(b.statement.text, b.first, b.changed) for b in blame(threads)] == [
            (REGISTER, 2004, 2004),
            (PAPERS.format(20), 2004, 2005),
            (CHOIR, 2006, 2006),
        ]

    @pytest.mark.parametrize(
        ("then", "now", "changed"),
        [
            ("vans, boats and carts", "vans, boats, and carts", 2004),
            ("the non-local boats", "the nonlocal boats", 2004),
            ("the registered boats", "the registred boats", 2004),
            ("vans, boats and carts", "vans, rafts, and carts", 2005),
            ("the 12 boats", "the 13 boats", 2005),
            ("the boats", "no boats", 2005),
        ],
    )
    def test_form_is_no_change(self, then: str, now: str, changed: int) -> None:
        """A comma, a hyphen or a lost letter does not make a statement of a later year."""
        told = "The harbor police of Kalvik looked into {} that came over the bar at night."
        bodies = [[REGISTER, told.format(what), CHOIR] for what in (then, now, now)]
        threads = tipdiff.history(editions(*bodies))
        found = {b.statement.text: (b.first, b.changed) for b in blame(threads)}

        assert found[told.format(now)] == (2004, changed)

    def test_what_came_back_with_a_comma_more(self) -> None:
        """What comes back written otherwise is as old as before it went."""
        told = "The harbor police of Kalvik looked into vans, boats{} and carts at night."
        bodies = [REGISTER, told.format("")], [REGISTER], [REGISTER, told.format(",")]
        threads = tipdiff.history(editions(*bodies))
        back = next(b for b in blame(threads) if b.statement.text == told.format(","))

        assert [event.kind for event in back.thread.events] == ["new", "dropped", "returned"]
        assert (back.first, back.changed) == (2004, 2004)

    def test_form_under_a_line_above_it(self) -> None:
        """What is no past at that line is no edition of the last change either."""
        told = "The harbor police of Kalvik looked into vans, boats{} and carts at night."
        bodies = [[REGISTER, told.format(mark), CHOIR] for mark in ("", ",")]
        found = blame(tipdiff.history(editions(*bodies)), 1.0)

        assert all(b.first <= b.changed for b in found)

    def test_every_statement(self) -> None:
        """Every statement of the newest report is there, in its order."""
        newest = tipdiff.read_all(FIXTURES / "varona")[-1]
        found = [b.statement.id for b in blame(tipdiff.history(FIXTURES / "varona"))]

        assert found == [statement.id for statement in newest.statements]


class TestRenewal:
    """How much of each report is new."""

    def test_shares(self) -> None:
        """Statements and words are counted by what happened to them."""
        (whole, *_) = renewal(
            tipdiff.history(
                editions([REGISTER, PAPERS.format(14)], [REGISTER, PAPERS.format(20), CHOIR])
            )
        )

        assert (whole.unchanged, whole.changed, whole.new, whole.returned) == (1, 1, 1, 0)
        assert whole.statements == 3
        assert whole.words == sum(len(t.split()) for t in (REGISTER, PAPERS, CHOIR))

    def test_sections_add_up(self) -> None:
        """The sections of an edition together are the edition."""
        found = renewal(tipdiff.history(FIXTURES / "varona"))
        for whole in (r for r in found if r.section is None):
            parts = [r for r in found if r.year == whole.year and r.section is not None]

            assert sum(p.statements for p in parts) == whole.statements
            assert sum(p.words for p in parts) == whole.words


class TestPromises:
    """What is intended, and what became of it."""

    @pytest.mark.parametrize(("pattern", "sample"), INTENTIONS)
    def test_samples(self, pattern: str, sample: str) -> None:
        """Each pattern has a sentence that it is for."""
        assert is_promise(sample), pattern

    @pytest.mark.parametrize(
        "text",
        [
            "The government has the will to act.",
            "Political will is there.",
            "Witnesses will not speak.",
            "The plan was adopted in 2003.",
            "Police arrested 14 men.",
        ],
    )
    def test_no_promise(self, text: str) -> None:
        """A will, a plan that there is, and a refusal are none."""
        assert not is_promise(text)

    @pytest.mark.parametrize(
        ("later", "expected"),
        [
            ([PLAN, REGISTER], "repeated in 2005"),
            ([DONE, REGISTER], "kept in 2005"),
            ([REGISTER], "not found in 2005"),
            ([PLAN.replace("second", "third"), REGISTER], "repeated in 2005"),
        ],
    )
    def test_outcome(self, later: list[str], expected: str) -> None:
        """Repeated, kept, or dropped without a word."""
        threads = tipdiff.history(editions([PLAN, REGISTER], later))
        (promise,) = promises(threads)

        assert outcome(promise) == expected


class TestCommand:
    """``tipdiff history``."""

    def run(self, capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str]:
        """Run it on the fixtures and return the code and what it prints."""
        code = main(["history", str(FIXTURES / "ostrel"), *arguments])
        return code, capsysbinary.readouterr().out.decode("utf-8")

    @pytest.mark.parametrize("view", ["threads", "blame", "renewal", "promises", "dropped"])
    def test_views(self, capsysbinary: pytest.CaptureFixture[bytes], view: str) -> None:
        """Each view names the country and its editions, and obeys no cable."""
        code, text = self.run(capsysbinary, "--view", view)

        assert code == 0
        assert text.startswith("Ostrel: 2005, 2006, 2007")
        assert "\x1b" not in text

    def test_json(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """The JSON gives the threads back."""
        _, text = self.run(capsysbinary, "--format", "json")
        data = json.loads(text)

        assert data["schema"] == "tipdiff/history/1"
        assert tipdiff.from_dict(data) == tipdiff.history(FIXTURES / "ostrel")

    def test_csv(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """The CSV has a row for each thread and edition in which something happened."""
        _, text = self.run(capsysbinary, "--format", "csv")
        threads = tipdiff.history(FIXTURES / "ostrel")

        assert len(list(csv.reader(io.StringIO(text)))) == 1 + sum(len(t.events) for t in threads)

    def test_markdown(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """The Markdown has a row for each thread."""
        _, text = self.run(capsysbinary, "--format", "markdown")
        rows = [line for line in text.splitlines() if line.startswith("| `")]

        assert len(rows) == len(tipdiff.history(FIXTURES / "ostrel"))

    def test_about(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """Only what has a text in any edition; of a text that is nowhere there is nothing."""
        _, text = self.run(capsysbinary, "--about", "telephone line")
        code = main(["history", str(FIXTURES / "ostrel"), "--about", "no such words"])

        assert "telephone line" in text
        assert code == 0
        assert capsysbinary.readouterr().out.decode().endswith("nothing\n")
        assert "telephone line" in self.run(capsysbinary, "--about", "lines, telephones")[1]
