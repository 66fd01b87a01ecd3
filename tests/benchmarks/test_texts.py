"""The texts that speed is measured on, and the tables it is told in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tipdiff
from benchmarks.__main__ import MARK, main
from benchmarks.tables import table
from benchmarks.texts import long_pair, pairs, rewrapped

CABLE = """UNCLAS PORT MERRIN 000101

SUBJECT: VARONA: A SUBJECT LINE THAT IS LONGER THAN THE
COLUMNS OF A BODY THAT WAS WRAPPED ANEW

1. (U) Prevention
-----------------

A. (U) The ministry of the interior opened a second shelter in the hill
district, and the fishing fleet is inspected twice a year.

-- posters were printed in four languages and put up in the harbour
-- a hotline was opened for seasonal workers from the islands, in May
"""


class TestRewrapped:
    """Paragraphs wrapped anew, and nothing else."""

    def test_running_text_only(self) -> None:
        """A paragraph is wrapped anew; header, headings, rules and lists stay as they were."""
        again = rewrapped(CABLE)
        changed = [
            block
            for block, other in zip(CABLE.split("\n\n"), again.split("\n\n"), strict=True)
            if block != other
        ]

        assert [block[:5] for block in changed] == ["A. (U"]
        assert again.split() == CABLE.split()

    @pytest.mark.parametrize(
        "paragraph",
        [
            "The court of the hill district fined the owner of a ferry\n300. No one appealed.",
            "The court in the hill district of Orvast fined him 300. No one has appealed so far.",
        ],
        ids=["as it is", "wrapped anew"],
    )
    def test_no_line_begins_with_a_label(self, paragraph: str) -> None:
        """Where a line begins, or would begin, with what reads as a label, nothing is done."""
        assert rewrapped(paragraph) == paragraph

    def test_nor_does_it_stop_there_for_nothing(self) -> None:
        """The same words without the label are wrapped."""
        paragraph = "The court in the hill district of Orvast fined him much. No one has appealed."

        assert rewrapped(paragraph) != paragraph


class TestLongPair:
    """A report ten times as long."""

    def test_each_copy_in_its_own_words(self) -> None:
        """No statement stands twice, so that every one of them has to be looked at."""
        old, _ = long_pair(3, 200)
        texts = [statement.text for statement in tipdiff.read(old).statements]

        assert len(set(texts)) > 0.95 * len(texts)

    def test_ten_times_the_statements(self) -> None:
        """The longer text holds so many times the statements of the shorter."""
        counts = [len(tipdiff.read(long_pair(times, 100)[1]).statements) for times in (1, 4)]

        assert counts[1] == pytest.approx(4 * counts[0], rel=0.05)

    def test_figures_stand(self) -> None:
        """Words change from copy to copy, figures do not."""
        old, _ = long_pair(2, 100)
        body = re.sub(r".*?1\. \(U\) Province 1\n", "", old, count=1, flags=re.DOTALL)
        halves = re.split(r"\n\d+\. \(U\) Province \d+\n", body)

        assert re.findall(r"\d+", halves[0]) == re.findall(r"\d+", halves[-1])

    def test_same_each_time(self) -> None:
        """The texts are made from the fixtures alone."""
        assert long_pair(2, 100) == long_pair(2, 100)


class TestPairs:
    """The reports that are timed."""

    def test_fixtures_alone(self) -> None:
        """Without real texts it is one pair of plain files."""
        (old, new), *more = pairs(None).values()

        assert (old.suffix, new.suffix, more) == (".txt", ".txt", [])


class TestTable:
    """Markdown with aligned columns."""

    def test_by_hand(self) -> None:
        """Numbers are cut to three digits, null is a dash, and no cell breaks a row."""
        told = table("Varona", ("what", "F1"), [("a|b", 0.12345), ("none", None)], "Note.")

        assert told == (
            "### Varona\n\n"
            "| what |    F1 |\n"
            "| ---- | ----: |\n"
            "| a/b  | 0.123 |\n"
            "| none |     - |\n\n"
            "Note.\n"
        )


class TestMain:
    """The command."""

    def test_says_how_each_figure_was_made(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Above its tables stands the command that prints them."""
        monkeypatch.delenv("TIPDIFF_REAL_TEXTS", raising=False)
        main(["--only", "peers", "--quick"])

        assert "`python -m benchmarks --only peers --quick`" in capsys.readouterr().out

    def test_fills_a_document(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What stands below the mark gives way to the tables as printed; above it nothing does."""
        monkeypatch.delenv("TIPDIFF_REAL_TEXTS", raising=False)
        page = tmp_path / "page.md"
        page.write_text(f"# Varona\n\n{MARK}\n\nold tables\n", "utf-8")
        main(["--only", "claims", "--write", str(page)])

        assert page.read_text("utf-8") == f"# Varona\n\n{MARK}\n\n{capsys.readouterr().out}"[:-1]

    def test_a_document_without_the_mark(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A file that has no place for tables is refused and left as it is."""
        page = tmp_path / "page.md"
        page.write_text("# Varona\n", "utf-8")
        with pytest.raises(SystemExit):
            main(["--only", "claims", "--write", str(page)])

        assert page.read_text("utf-8") == "# Varona\n"
        assert "has no line" in capsys.readouterr().err

    def test_no_such_folder(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder without gold is refused."""
        with pytest.raises(SystemExit):
            main(["--real", "no-such-folder"])

        assert "no folder of real texts: no-such-folder" in capsys.readouterr().err
