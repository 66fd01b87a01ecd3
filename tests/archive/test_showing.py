"""``tipdiff archive``: answers as text, JSON, CSV and pictures, and how the commands end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import tipdiff.cli
from tests.archive.made import archive_of
from tests.archive.test_store import built, file
from tipdiff.archive.answers import Changed, FileOutcome, Quoted, Said, Told
from tipdiff.archive.records import Problem
from tipdiff.archive.showing import FORMATS, QUESTIONS, Answer, Question, shown
from tipdiff.archive.showing.data import COLUMNS
from tipdiff.archive.store import Store
from tipdiff.cli import archive as commands
from tipdiff.output.options import Options
from tipdiff.series.records import Point, Series

#: Text that acts on terminals, spreadsheets and directions of writing.
HOSTILE = "=cmd|'x'!A1 \x1b[2J\u202e\r\n\x00"
#: How each question is asked on the command line.
ASKED: dict[Question, list[str]] = {
    "search": ["traffickers", "convicted"],
    "changes": ["--country", "ostrel", "--since", "2007"],
    "trends": ["--indicator", "convictions"],
    "findings": ["--year", "2006"],
    "problems": ["--files"],
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three invented countries."""
    folder = tmp_path_factory.mktemp("archive")
    return archive_of(folder / "a.db", "ostrel", "tessaly", "varona")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code of the command line, what it wrote, and what it said."""
    code = tipdiff.cli.main(["archive", *map(str, arguments)])
    told = capsys.readouterr()
    return code, told.out, told.err


def hostile(question: Question) -> Answer:
    """An answer whose every text acts on something."""
    at = Quoted(HOSTILE, (HOSTILE,), HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    point = Point(2005, 3.0, 3.0, 3.0, "exact", HOSTILE, HOSTILE)
    records: dict[Question, Any] = {
        "search": Said(HOSTILE, HOSTILE, HOSTILE, 2005, 2006, False, 1, 2005, 2006, at),
        "changes": Changed(
            *(HOSTILE, HOSTILE, HOSTILE, 0, 2005, 2006, "changed", (HOSTILE,), 0.5),
            *((at,), (evolve(at, text=HOSTILE * 2),), ()),
        ),
        "trends": Series(HOSTILE, HOSTILE, "count", {HOSTILE: HOSTILE}, (point,), HOSTILE),
        "findings": Told(
            *(HOSTILE, HOSTILE, HOSTILE, 2005, 2006, 1, "figure", HOSTILE, 0.5, (at,), (at,))
        ),
        "problems": Problem(HOSTILE, "failed", HOSTILE, HOSTILE, HOSTILE),
    }
    return Answer(question, [records[question]], {"words": HOSTILE})


class TestAnswers:
    """What is shown."""

    @pytest.mark.parametrize("question", QUESTIONS)
    @pytest.mark.parametrize("form", FORMATS)
    def test_text_is_data(self, question: Question, form: str) -> None:
        """No text of a cable acts on a terminal or a spreadsheet, in any format."""
        text = shown(hostile(question), form, Options())
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")

        assert all(line.isprintable() for line in lines)
        if form == "csv":
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            assert not [cell for cell in cells if cell.lstrip().startswith(("=", "@", "+"))]

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_json(self, path: Path, capsys: pytest.CaptureFixture[str], question: Question) -> None:
        """JSON names its schema, what was asked, and every field of the records."""
        code, out, _ = run(capsys, question, path, *ASKED[question], "--format", "json")
        data = json.loads(out)

        assert code == 0
        assert data["schema"] == f"tipdiff/archive-{question}/1"
        assert data["more"] is False
        found = data["found" if question == "search" else question]
        assert bool(found) == (question != "problems")
        if question == "search":
            assert set(found[0]) == {
                *("country", "kind", "thread", "first", "last", "still_said", "editions"),
                *("since", "year"),
                "statement",
            }
            assert data["asked"] == {"words": "traffickers convicted"}

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_csv(
        self, path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, question: Question
    ) -> None:
        """A file that ends in .csv is a table with one head, a row for each record or point."""
        target = tmp_path / "out.csv"
        code, out, _ = run(capsys, question, path, *ASKED[question], "-o", target)
        rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))

        assert (code, out) == (0, "")
        assert tuple(rows[0]) == COLUMNS[question]
        assert {len(row) for row in rows} == {len(COLUMNS[question])}

    def test_search(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A page tells who says it, since when, whether still, the sentence and its place."""
        _, out, _ = run(capsys, "search", path, "traffickers", "convicted")

        assert out.startswith("traffickers convicted: 3 statements of 3 countries\n")
        assert "Tessaly, trafficking: since 2001, still said in 2006\n" in out
        assert "2006: TESSALY-2006:3, tessaly/2006.txt" in out

    @pytest.mark.parametrize(
        ("years", "still", "told"),
        [
            ((2004, 2006, 2004, 2006), True, "since 2004, still said in 2006"),
            (
                (2004, 2006, 2005, 2006),
                True,
                "since 2005, still said in 2006 (told otherwise since 2004)",
            ),
            ((2006, 2006, 2006, 2006), True, "in 2006, its newest edition"),
            ((2004, 2006, 2004, 2005), True, "2004 to 2005, then told otherwise"),
            ((2004, 2006, 2004, 2004), False, "2004, then told otherwise until 2006"),
            ((2004, 2006, 2005, 2006), False, "2005 to 2006, no longer said (told otherwise"),
            ((2004, 2006, 2004, 2006), False, "2004 to 2006, no longer said"),
            ((2004, 2004, 2004, 2004), False, "2004 only"),
        ],
    )
    def test_told_otherwise(self, years: tuple[int, int, int, int], still: bool, told: str) -> None:
        """Since and until are of the editions with the words; what else was told is said so."""
        first, last, since, year = years
        at = Quoted("A plan.", (), "ostrel", "OSTREL", "ostrel.txt", "OSTREL:1")
        one = Said("Ostrel", "trafficking", "t", first, last, still, 2, since, year, at)

        assert f"Ostrel, trafficking: {told}" in shown(
            Answer("search", [one], {"words": "plan"}), "text", Options(width=100)
        )

    def test_more(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What is left out is said, and --limit 0 leaves nothing out."""
        _, some, _ = run(capsys, "changes", path, "--limit", 2)
        _, every, _ = run(capsys, "changes", path, "--limit", 0)

        assert some.startswith("the first 2 changes\n")
        assert "There are more than 2" in some
        assert "There are more" not in every

    def test_trends(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Countries stand below one another, years across, and a narrow page has blocks."""
        _, out, _ = run(capsys, "trends", path, "--indicator", "convictions")
        rows = [line.split() for line in out.splitlines()]

        assert ["Varona", "·", "5", "3", "4", "6", "9", "12"] in rows
        with tipdiff.archive.open(path) as archive:
            found = archive.trends("convictions")
        narrow = shown(Answer("trends", found), "text", Options(width=30))
        assert narrow.count("Varona") > 1
        assert max(map(len, narrow.splitlines()[:-2])) <= 30

    def test_pictures(self, path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A picture has a line for each country, named, and all sources below."""
        target = tmp_path / "a.svg"
        code, out, _ = run(
            *(capsys, "trends", path, "--indicator", "convictions"),
            *("--countries", "Varona, tessaly", "--plot", target),
        )
        drawn = target.read_text("utf-8")

        assert (code, out) == (0, "")
        assert "Varona" in drawn
        assert "Tessaly" in drawn
        assert "04PORTMERRIN112" in drawn
        assert "TESSALY-2001" in drawn

    def test_problems(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A page begins with how much there is, then what failed, then warnings."""
        path = tmp_path / "a.db"
        with Store.open(path) as store:
            store.put_files([(file(), "[]", "1")])
            store.put(built())
            store.put_plan([Problem("x.bin", "failed", "unreadable", "is no text")], [])
        code, out, _ = run(capsys, "problems", path, "--files")

        assert code == 0
        assert out.startswith("1 report, 1 country, 1 failed, 2 warnings\nostrel/1.txt: read\n")
        assert out.index("x.bin: is no text (unreadable)") < out.index("breaks off")

    def test_files_that_stand_for_others(self) -> None:
        """Which file stands in a file's place is said once, by itself or by the note."""
        files = [
            FileOutcome("a.html", "duplicate", "a.txt", "the same text as a.txt"),
            FileOutcome("b.txt", "superseded", "c.txt", "06LANZA9 updates it"),
        ]
        page = shown(Answer("problems", [], files=files), "text", Options(width=100))

        assert "a.html: duplicate: the same text as a.txt\n" in page
        assert "b.txt: superseded: c.txt, 06LANZA9 updates it\n" in page


class TestEnds:
    """How the commands end."""

    def test_a_search_that_finds_nothing(
        self, path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is no trouble, and the words that nobody says are told beside the answer."""
        code, out, err = run(capsys, "search", path, "pollice")

        assert code == 0
        assert out.startswith("pollice: 0 statements of 0 countries")
        assert err == "tipdiff: no statement has 'pollice'; near: police\n"

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["search", "none.db", "x"], "none.db: there is no such archive"),
            (["search", "{path}", "!?"], "no word to look for"),
            (["changes", "{path}", "--country", "Ostrell"], "near: Ostrel"),
            (["trends", "{path}", "--indicator", "x", "--plot", "x.gif"], "picture's name ends"),
            (["trends", "{path}", "--indicator", "convictions", "--breakdown", "x"], "NAME=VALUE"),
            (["export", "{path}", "{path}"], "is no folder"),
            (["findings", "{path}", "-o", "{path}"], "is an input"),
        ],
    )
    def test_trouble(
        self,
        path: Path,
        capsys: pytest.CaptureFixture[str],
        arguments: list[str],
        message: str,
    ) -> None:
        """Trouble is one line and 2."""
        code, out, err = run(capsys, *(each.format(path=path) for each in arguments))

        assert (code, out) == (2, "")
        assert message in err
        assert err.count("\n") == 1

    def test_formats(self) -> None:
        """The command line offers the formats that there are."""
        assert tuple(FORMATS) == commands.FORMATS
