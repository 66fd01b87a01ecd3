"""A judge of one's own: what it is asked, what its answer does, and what becomes of a bad one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import tipdiff
from tipdiff import DoubtfulPair
from tipdiff.alignment import judging

ROOT = Path(__file__).parents[2]
VARONA = ROOT / "fixtures" / "varona" / "2004", ROOT / "fixtures" / "varona" / "2005"
OLD = (
    "The ministry published its plan against smuggling in March.",
    "A hostel at Brell took in sailors whom nobody had paid.",
    "The coast guard towed nine trawlers to the port of Tarn.",
)
NEW = (
    "The ministry published its plan against smuggling in April.",
    "The parish of Brell opened a house in which crews that had lost their wages could sleep.",
    "The coast guard towed six trawlers to the port of Tarn.",
)
HOSTEL = OLD[1], NEW[1]


class Recorder:
    """A judge that answers one thing of every pair, and keeps what it was asked."""

    def __init__(self, answer: float | None = None) -> None:
        self.answer = answer
        self.asked: list[Sequence[DoubtfulPair]] = []

    def __call__(self, pairs: Sequence[DoubtfulPair]) -> list[float]:
        """Answer."""
        self.asked.append(pairs)
        return [pair.score if self.answer is None else self.answer for pair in pairs]

    @property
    def pairs(self) -> list[DoubtfulPair]:
        """All pairs it was asked about."""
        return [pair for batch in self.asked for pair in batch]


def links(judge: object = None) -> set[tuple[int, int]]:
    """The links of the two texts, one statement each."""
    found = tipdiff.align(OLD, NEW, judge=judge)  # type: ignore[arg-type]
    return {(link.old[0], link.new[0]) for link in found}


def compared(judge: object = None, *, explain: bool = False) -> tipdiff.Comparison:
    """Two editions of an invented country compared."""
    return tipdiff.compare(*VARONA, judge=judge, explain=explain)  # type: ignore[arg-type]


class TestAsked:
    """What a judge is asked."""

    def test_only_what_is_in_doubt(self) -> None:
        """It gets pairs whose probability lies between the two limits, each once."""
        judge = Recorder()
        compared(judge)

        assert judge.pairs
        assert len({(p.old, p.new) for p in judge.pairs}) == len(judge.pairs)
        for pair in judge.pairs:
            assert judging.DOUBTED_FROM <= pair.score <= judging.DOUBTED_TO

    def test_where_a_statement_stands(self) -> None:
        """A pair comes with its texts, its sections, and the statements right before and after."""
        judge = Recorder()
        compared(judge)
        old, new = (tipdiff.read(path).statements for path in VARONA)

        for pair in judge.pairs:
            for side, text, section, before, after in (
                (old, pair.old, pair.old_section, pair.old_before, pair.old_after),
                (new, pair.new, pair.new_section, pair.new_before, pair.new_after),
            ):
                place = next(k for k, s in enumerate(side) if s.text == text)
                assert section == side[place].section
                assert before == (side[place - 1].text if place else "")
                assert after == "".join(s.text for s in side[place + 1 : place + 2])

    def test_plain_texts_have_no_sections(self) -> None:
        """Of plain texts it is told what stands beside them, and no heading."""
        judge = Recorder()
        links(judge)
        (pair,) = [p for p in judge.pairs if (p.old, p.new) == HOSTEL]

        assert (pair.old_section, pair.new_section) == ((), ())
        assert (pair.old_before, pair.old_after) == (OLD[0], OLD[2])
        assert (pair.new_before, pair.new_after) == (NEW[0], NEW[2])

    def test_in_batches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """No batch is greater than is allowed, and all are full but the last."""
        judge, whole = Recorder(), Recorder()
        compared(whole)
        monkeypatch.setattr(judging, "BATCH", 4)
        compared(judge)
        sizes = [len(batch) for batch in judge.asked]

        assert judge.pairs == whole.pairs
        assert set(sizes[:-1]) == {4}
        assert 1 <= sizes[-1] <= 4

    def test_not_about_what_a_review_decided(self) -> None:
        """A pair that a person forbade or made is not in doubt."""
        judge, first = Recorder(), Recorder()
        compared(first)
        entry = {"old": first.pairs[0].old, "new": first.pairs[0].new}
        review = tipdiff.review_from_data({"forbid": [entry]})
        tipdiff.compare(*VARONA, judge=judge, review=review)

        assert (entry["old"], entry["new"]) not in {(p.old, p.new) for p in judge.pairs}


class TestHeard:
    """What its answer does."""

    def test_links_what_the_model_does_not(self) -> None:
        """A pair that it finds likely is linked, with its probability as the score."""
        assert (1, 1) not in links()

        found = tipdiff.align(OLD, NEW, judge=Recorder(0.875))
        score = {(link.old, link.new): link.score for link in found}

        assert score[(1,), (1,)] == 0.875

    def test_parts_what_the_model_links(self) -> None:
        """A pair that it finds unlikely is not."""
        doubted = {
            (c.old[0].text, c.new[0].text)
            for c in compared().changes
            if c.score is not None and judging.DOUBTED_FROM <= c.score <= judging.DOUBTED_TO
        }
        judge = Recorder(0.0)
        after = {(s.text, t.text) for c in compared(judge).changes for s in c.old for t in c.new}
        asked = {(p.old, p.new) for p in judge.pairs if (p.old, p.new) in doubted}

        assert asked
        assert len(asked & after) < len(asked)

    def test_is_told_as_evidence(self) -> None:
        """What it said stands first among the evidence, with what it moved."""
        (link,) = [
            link
            for link in tipdiff.align(OLD, NEW, judge=Recorder(0.875), explain=True)
            if link.old == (1,)
        ]
        first = link.evidence[0]

        assert (first.name, first.value) == ("your judge", 0.88)
        assert first.weight > 0

    @pytest.mark.parametrize(
        "kind", [tuple, np.array, iter, lambda given: (each for each in given)]
    )
    def test_any_row_of_numbers(self, kind: object) -> None:
        """A tuple, an array or a generator does as well as a list."""
        assert links(lambda pairs: kind([0.9] * len(pairs))) == links(Recorder(0.9))  # type: ignore[operator]


#: Answers that are none, and what the warning quotes.
BAD = [
    pytest.param(lambda pairs: [0.5] * (len(pairs) + 1), "answers to", id="too many"),
    pytest.param(lambda pairs: [0.5] * (len(pairs) - 1), "answers to", id="too few"),
    pytest.param(lambda pairs: [math.nan] * len(pairs), "answered nan", id="nan"),
    pytest.param(lambda pairs: [math.inf] * len(pairs), "answered inf", id="infinite"),
    pytest.param(lambda pairs: [1.5] * len(pairs), "answered 1.5", id="above one"),
    pytest.param(lambda pairs: [-0.1] * len(pairs), "answered -0.1", id="below nought"),
    pytest.param(lambda pairs: ["0.5"] * len(pairs), "with text", id="numbers as text"),
    pytest.param(lambda pairs: ["yes"] * len(pairs), "something else", id="words"),
    pytest.param(lambda _: "0.5", "answered with str", id="text"),
    pytest.param(lambda _: {"p": 0.5}, "answered with dict", id="mapping"),
    pytest.param(lambda _: None, "something else", id="nothing"),
    pytest.param(lambda _: 1 / 0, "ZeroDivisionError", id="error"),
]


class TestFailed:
    """A judge that fails: the model stands, and a line says so."""

    @pytest.mark.parametrize(("judge", "told"), BAD)
    def test_the_model_stands(self, judge: object, told: str) -> None:
        """A bad answer is no answer, and the warning says what was wrong with it."""
        with pytest.warns(RuntimeWarning, match=told):
            assert links(judge) == links()

    def test_in_the_comparison(self) -> None:
        """Of a comparison it is one of the warnings; all else is as without the judge."""
        plain, failed = compared(), compared(lambda _: [])
        (more,) = set(failed.warnings) - set(plain.warnings)

        assert "keep the model's probability" in more
        assert failed.changes == plain.changes
        assert failed.findings == plain.findings

    def test_one_bad_batch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Only the pairs of a batch without answer keep the model's probability."""
        monkeypatch.setattr(judging, "BATCH", 1)

        monkeypatch.setattr(judging, "FAILURES", 1000)
        kept = Recorder()
        compared(kept)

        def judge(pairs: Sequence[DoubtfulPair]) -> list[float]:
            if pairs[0] == kept.pairs[0]:
                return [0.875]
            raise OSError("unreachable")

        def content(pairs: Sequence[DoubtfulPair]) -> list[float]:
            return [0.875 if pair == kept.pairs[0] else pair.score for pair in pairs]

        found = compared(judge)
        many = len(kept.pairs)

        assert f"failed: {many - 1} of {many} doubtful pairs" in found.warnings[-1]
        assert found.changes == compared(content).changes

    def test_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A judge that fails twice in a row is asked no more, and the warning counts all pairs."""
        monkeypatch.setattr(judging, "BATCH", 2)
        asked = []

        def judge(pairs: Sequence[DoubtfulPair]) -> list[float]:
            asked.append(len(pairs))
            raise OSError("unreachable")

        whole = Recorder()
        compared(whole)
        warning = compared(judge).warnings[-1]

        assert asked == [2, 2]
        assert "asked no more" in warning
        assert f"{len(whole.pairs)} of {len(whole.pairs)}" in warning

    def test_one_line(self) -> None:
        """What went wrong is quoted in one line that is not too long."""

        def judge(_: object) -> list[float]:
            raise ValueError("first\nsecond " + "x" * 1000)

        warning = compared(judge).warnings[-1]

        assert "first second" in warning
        assert "\n" not in warning
        assert len(warning) < 400

    @pytest.mark.parametrize("judge", ["judge", 0.5, ["judge"]])
    def test_no_callable(self, judge: object) -> None:
        """What cannot be called is refused."""
        for call in (links, compared):
            with pytest.raises(tipdiff.DataError, match="judge: expected a callable"):
                call(judge)

    def test_an_interruption_is_none(self) -> None:
        """Whoever stops the program stops it."""

        def judge(_: object) -> list[float]:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            links(judge)


class TestRemembered:
    """Answers that are kept."""

    def test_asks_once(self) -> None:
        """A second time nothing is asked, and the result is the same."""
        answers: dict[str, float] = {}
        judge = Recorder(0.7)
        first = compared(tipdiff.remembered(judge, answers, name="mine"))
        many = len(judge.pairs)
        second = compared(tipdiff.remembered(judge, answers, name="mine"))

        assert first == second == compared(Recorder(0.7))
        assert many == len(judge.pairs) == len(answers)

    def test_another_name_is_asked_anew(self) -> None:
        """What one judge said is not what another one says."""
        answers: dict[str, float] = {}
        judge = Recorder(0.7)
        links(tipdiff.remembered(judge, answers, name="mine"))
        many = len(answers)
        links(tipdiff.remembered(judge, answers, name="other"))

        assert len(answers) == 2 * many

    def test_only_what_is_unknown(self) -> None:
        """Of a batch that is known in part only the rest is asked."""
        answers: dict[str, float] = {}
        judge = Recorder(0.7)
        compared(tipdiff.remembered(judge, answers, name="mine"))
        lost = sorted(answers)[: len(answers) // 2]
        for key in lost:
            del answers[key]
        judge.asked.clear()
        compared(tipdiff.remembered(judge, answers, name="mine"))

        assert len(judge.pairs) == len(lost)

    def test_a_bad_answer_is_not_kept(self) -> None:
        """An answer that is none leaves nothing behind."""
        answers: dict[str, float] = {}
        with pytest.warns(RuntimeWarning):
            links(tipdiff.remembered(lambda _: [2.0], answers))

        assert answers == {}

    @pytest.mark.parametrize(
        "field",
        ["old", "new", "old_before", "old_after", "new_before", "new_after", "old_section"],
    )
    def test_key(self, field: str) -> None:
        """The key follows everything that the judge reads, but not the model's probability."""
        pair = DoubtfulPair("a", "b", ("c",), (), "", "d", "", "", 0.5)
        other = {**{name: getattr(pair, name) for name in pair.__slots__ if name[0] != "_"}}
        changed = DoubtfulPair(**{**other, field: ("x",) if field == "old_section" else "x"})

        assert judging.key_of("mine", changed) != judging.key_of("mine", pair)
        assert judging.key_of("mine", DoubtfulPair(**{**other, "score": 0.6})) == judging.key_of(
            "mine", pair
        )

    def test_no_judge(self) -> None:
        """There must be a judge to remember."""
        with pytest.raises(tipdiff.DataError, match="expected a callable"):
            tipdiff.remembered(None, {})  # type: ignore[arg-type]
