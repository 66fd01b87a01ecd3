"""Reviews: what a person decides about links and statuses holds, or it is said why not."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.cli import main
from tipdiff.output import Options, renderer
from tipdiff.output.comparison.review import _quoted
from tipdiff.text import folded

FIXTURES = Path(__file__).parents[2] / "fixtures"
OLD = (
    "The harbor police keep a register of all ferries. Clerks found 14 forged papers in May. "
    "Divers searched the old quay twice. The choir of Tarn sang for the orphans.\n"
)
NEW = (
    "The harbor police keep a register of all ferries. Clerks found 20 forged papers in May. "
    "Nobody looked below the old quay. A band played for children without parents.\n"
)
DIVERS, NOBODY = "Divers searched the old quay twice.", "Nobody looked below the old quay."
CHOIR, BAND = (
    "The choir of Tarn sang for the orphans.",
    "A band played for children without parents.",
)
CLERKS = "Clerks found 14 forged papers in May.", "Clerks found 20 forged papers in May."
REGISTER = "The harbor police keep a register of all ferries."


def report(text: str, year: int) -> tipdiff.Report:
    """A narrative of invented Ostrel."""
    return tipdiff.read(text, country="Ostrel", year=year)


def compare(data: dict[str, Any], old: str = OLD, new: str = NEW) -> tipdiff.Comparison:
    """The two reports compared under a review."""
    review = tipdiff.review_from_data(data, "review.toml")
    return tipdiff.compare(report(old, 2005), report(new, 2006), review=review)


def change_of(comparison: tipdiff.Comparison, text: str) -> tipdiff.Change:
    """The change that a statement stands in."""
    (found,) = (c for c in comparison.changes if text in [s.text for s in (*c.old, *c.new)])
    return found


class TestLink:
    """``[[link]]``."""

    def test_forced(self) -> None:
        """Statements that a person links stand in one change, certain and reviewed."""
        change = change_of(compare({"link": [{"old": CHOIR, "new": BAND}]}), CHOIR)

        assert [s.text for s in change.new] == [BAND]
        assert (change.status, change.score, change.reviewed) == ("changed", 1.0, True)

    def test_merged(self) -> None:
        """Several statements can be linked to one."""
        data = {"link": [{"old": [DIVERS, CHOIR], "new": NOBODY}]}
        change = change_of(compare(data), NOBODY)

        assert [s.text for s in change.old] == [DIVERS, CHOIR]
        assert "merged" in change.traits

    def test_takes_from_others(self) -> None:
        """What is linked by force is linked to nothing else."""
        data = {"link": [{"old": CLERKS[0], "new": BAND}]}
        comparison = compare(data)

        assert [s.text for s in change_of(comparison, CLERKS[0]).new] == [BAND]
        assert change_of(comparison, CLERKS[1]).old == ()

    def test_layout_does_not_matter(self) -> None:
        """A text is found again in another case, wrapped, with other quotes."""
        data = {"link": [{"old": CHOIR.upper().replace(" ", "\n"), "new": BAND}]}

        assert change_of(compare(data), CHOIR).reviewed


class TestForbid:
    """``[[forbid]]``."""

    def test_forbidden(self) -> None:
        """A pair that a person forbids is not linked, and both are marked."""
        comparison = compare({"forbid": [{"old": CLERKS[0], "new": CLERKS[1]}]})
        old, new = (change_of(comparison, text) for text in CLERKS)

        assert (old.status, new.status) == ("dropped", "new")
        assert old.reviewed
        assert new.reviewed

    def test_even_a_copy(self) -> None:
        """Two statements of one text can be told apart."""
        comparison = compare({"forbid": [{"old": REGISTER, "new": REGISTER}]})
        statuses = sorted(
            c.status for c in comparison.changes if REGISTER in [s.text for s in (*c.old, *c.new)]
        )

        assert statuses == ["dropped", "new"]


class TestStatus:
    """``[[status]]``."""

    def test_set(self) -> None:
        """The status is what the person says, and the summary counts it so."""
        entry = {"old": CLERKS[0], "new": CLERKS[1], "status": "unchanged", "traits": []}
        comparison = compare({"status": [entry]})
        change = change_of(comparison, CLERKS[0])

        assert (change.status, change.traits, change.reviewed) == ("unchanged", (), True)
        assert comparison.summary.unchanged == compare({}).summary.unchanged + 1

    def test_cannot_lose_a_side(self) -> None:
        """A linked statement cannot be called new: forbid its link instead."""
        comparison = compare({"status": [{"new": CLERKS[1], "status": "new"}]})

        assert any("[[status]] 1 does not apply" in w for w in comparison.warnings)


class TestNoLonger:
    """Entries about texts that are gone."""

    @pytest.mark.parametrize("kind", ["link", "forbid"])
    @pytest.mark.parametrize("side", ["old", "new"])
    def test_said(self, kind: str, side: str) -> None:
        """It is said which entry no longer applies and why, and the rest stands."""
        entry = {"old": CLERKS[0], "new": CLERKS[1]} | {side: "A text that is in neither."}
        comparison = compare({kind: [entry]})

        assert [w for w in comparison.warnings if f"review.toml: [[{kind}]] 1 no longer" in w]
        assert comparison.changes == compare({}).changes


class TestWrong:
    """Reviews that are none."""

    @pytest.mark.parametrize(
        ("data", "about"),
        [
            ({"links": []}, "unknown table 'links'"),
            ({"link": {"old": "a", "new": "b"}}, r"\[\[link\]\]"),
            ({"link": [{"old": "a"}]}, "no new text"),
            ({"link": [{"old": "a", "new": 3}]}, "new must be a text"),
            ({"link": [{"old": "a", "new": "b", "why": "c"}]}, "unknown key 'why'"),
            ({"link": [{"old": ["a", "b"], "new": ["c", "d"]}]}, "several statements to several"),
            ({"link": [{"old": "a", "new": "b"}, {"old": "A", "new": "c"}]}, r"\[\[link\]\] 1 lin"),
            (
                {"link": [{"old": "a", "new": "b"}], "forbid": [{"old": "a", "new": "b"}]},
                r"forbids what review.toml: \[\[link\]\] 1 links",
            ),
            ({"status": [{"new": "a", "status": "gone"}]}, "status must be one of"),
            ({"status": [{"status": "new"}]}, "no old or new text"),
            ({"status": [{"new": "a", "status": "new", "traits": "x"}]}, "traits must be"),
            ({"status": ["new"]}, "is no table"),
        ],
    )
    def test_said(self, data: dict[str, Any], about: str) -> None:
        """What is wrong is said with the entry it is wrong in."""
        with pytest.raises(tipdiff.DataError, match=about):
            tipdiff.review_from_data(data, "review.toml")


class TestTemplate:
    """The review file to begin with."""

    @pytest.fixture
    def comparison(self) -> tipdiff.Comparison:
        """A pair with many doubtful links."""
        old, new = FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007"
        return tipdiff.compare(old, new, explain=True)

    def test_decides_nothing(self, comparison: tipdiff.Comparison) -> None:
        """As written it is TOML and empty."""
        assert tomllib.loads(renderer("review")(comparison, Options())) == {}

    def test_uncommented(self, comparison: tipdiff.Comparison) -> None:
        """Every entry, uncommented, is one that applies."""
        old, new = FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007"
        blocks = renderer("review")(comparison, Options()).split("\n\n")[1:]
        kinds: set[str] = set()
        for block in blocks:
            lines = [line.lstrip("# ") for line in block.strip().split("\n")[1:]]
            data = tomllib.loads("\n".join(lines))
            kinds.update(data)
            again = tipdiff.compare(old, new, review=tipdiff.review_from_data(data))

            assert not [w for w in again.warnings if "appl" in w]
            assert any(change.reviewed for change in again.changes)
        assert kinds == {"link", "forbid"}

    def test_hostile_text_is_data(self) -> None:
        """Quotes, backslashes and control characters in a cable stay inside their string."""
        hostile = 'The clerk wrote """ \\ and \x1b[2J \x7f \u202e in it, and more.'
        comparison = tipdiff.compare(
            report(f"{hostile} She kept 14 of the old books.\n", 2005),
            report("The clerk wrote nothing of the kind in it.\n", 2006),
            explain=True,
        )
        text = renderer("review")(comparison, Options())
        data = tomllib.loads(
            text.replace("# [[", "[[").replace("# old", "old").replace("# new", "new")
        )

        assert "\x1b" not in text
        assert "\u202e" not in text
        assert any(folded(hostile) == folded(e["old"]) for v in data.values() for e in v)


class TestCommand:
    """``--review`` and ``--review-template``."""

    def test_there_and_back(
        self, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """A template is written beside the result, edited, and applied; it holds the next time."""
        old, new = str(FIXTURES / "varona" / "2006"), str(FIXTURES / "varona" / "2007")
        template = tmp_path / "review.toml"
        main(["diff", old, new, "--review-template", str(template)])
        lines = template.read_text("utf-8").split("\n\n")[1].split("\n")[1:]
        template.write_text("\n".join(line.removeprefix("# ") for line in lines), "utf-8")
        capsysbinary.readouterr()
        outputs = []
        for _ in range(2):
            main(["diff", old, new, "--review", str(template)])
            outputs.append(capsysbinary.readouterr().out)

        assert b"(reviewed)" in outputs[0]
        assert outputs[0] == outputs[1]

    def test_never_overwritten(
        self, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """A template takes no file's place: what a person wrote there stays."""
        old, new = str(FIXTURES / "varona" / "2006"), str(FIXTURES / "varona" / "2007")
        review = tmp_path / "review.toml"
        review.write_text("# mine\n", "utf-8")

        assert main(["diff", old, new, "--review-template", str(review)]) == 2
        assert b"exists already" in capsysbinary.readouterr().err
        assert review.read_text("utf-8") == "# mine\n"

    @pytest.mark.parametrize(
        ("content", "about"),
        [(b"[[link", b"no TOML"), (b"\xff\xfe", b"no TOML"), (None, b"opened")],
    )
    def test_trouble(
        self,
        tmp_path: Path,
        capsysbinary: pytest.CaptureFixture[bytes],
        content: bytes | None,
        about: bytes,
    ) -> None:
        """A review that cannot be read is trouble, in one line with its name."""
        path = tmp_path / "review.toml"
        if content is not None:
            path.write_bytes(content)
        folder = str(FIXTURES / "ostrel" / "2005")
        code = main(["diff", folder, folder, "--review", str(path)])
        out, err = capsysbinary.readouterr()

        assert (code, out) == (2, b"")
        assert about in err
        assert b"review.toml" in err


@given(data=st.data())
def test_whatever_is_decided_holds(data: st.DataObject) -> None:
    """Any forced pairs are linked, any forbidden are not, and every statement has one change."""
    old, new = report(OLD, 2005), report(NEW, 2006)
    olds, news = [s.text for s in old.statements], [s.text for s in new.statements]
    order = data.draw(st.permutations(range(len(news))))
    forced = data.draw(st.integers(0, len(olds)))
    link = [{"old": olds[k], "new": news[order[k]]} for k in range(forced)]
    pairs = [(a, b) for a in olds for b in news if {"old": a, "new": b} not in link]
    forbidden = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    review = tipdiff.review_from_data(
        {"link": link, "forbid": [{"old": a, "new": b} for a, b in forbidden]}
    )
    comparison = tipdiff.compare(old, new, review=review)
    linked = {(a.text, b.text) for c in comparison.changes for a in c.old for b in c.new}

    assert {(entry["old"], entry["new"]) for entry in link} <= linked
    assert not linked & set(forbidden)
    assert sorted(s.text for c in comparison.changes for s in c.old) == sorted(olds)
    assert sorted(s.text for c in comparison.changes for s in c.new) == sorted(news)


def test_all_uncommented_at_once() -> None:
    """With every mark off, a template is one review: no entry contradicts another."""
    texts = (
        "Two envoys trained clerks at the quay in May.",
        "An envoy trained clerks at the quay.",
    )
    old = tipdiff.read(f"{texts[0]} It rained.\n", country="Ostrel", year=2005)
    new = tipdiff.read(f"{texts[1]} {texts[1].upper()} Snow fell.\n", country="Ostrel", year=2006)
    found = tipdiff.compare(old, new, explain=True)

    template = renderer("review")(found, Options())
    data = tomllib.loads(re.sub(r"(?m)^# (?=(?:# )?(?:\[\[|old = |new = ))", "", template))

    tipdiff.compare(old, new, review=tipdiff.review_from_data(data))


@pytest.mark.parametrize("odd", ["\x7f", "\U000e0041", "\u202e", "\ud800", "\x1b", '"', "\\", "\n"])
def test_quoted(odd: str) -> None:
    """Any character stands in a template so that TOML reads it, half of one as a stand-in."""
    read = tomllib.loads(f"text = {_quoted(f'a{odd}b')}")

    assert read == {"text": f"a{odd}b".replace("\ud800", "\ufffd")}
