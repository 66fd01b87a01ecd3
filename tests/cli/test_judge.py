"""``--judge``: a judge of one's own at the command line, its answers kept in a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tipdiff.cli import commands, judging, main

ROOT = Path(__file__).parents[2]
OLD, NEW = ROOT / "fixtures" / "varona" / "2004", ROOT / "fixtures" / "varona" / "2005"

MODULE = """
import time
from pathlib import Path

class Kind:
    def __call__(self, pairs):
        return [0.7] * len(pairs)

class Holder:
    judge = Kind()

def sure(pairs):
    with open("asked.txt", "a") as file:
        file.write(f"{len(pairs)} ")
    print("so many pairs")
    return [0.7] * len(pairs)

def slow(pairs):
    time.sleep(60)

def fails(pairs):
    raise OSError("unreachable")

def ends(pairs):
    raise SystemExit("enough")

def stopped(pairs):
    raise KeyboardInterrupt

number = 3
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to work in, with a module of judges."""
    (tmp_path / "own_judges.py").write_text(MODULE)
    (tmp_path / "broken_judges.py").write_text("import no_such_module_at_all\n")
    (tmp_path / "ending_judges.py").write_text("raise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield tmp_path
    for name in ("own_judges", "broken_judges", "ending_judges"):
        sys.modules.pop(name, None)


def diff(*more: object) -> Result:
    """The comparison of two invented editions as JSON."""
    arguments = ["diff", OLD, NEW, "--format", "json", *more]
    return CliRunner().invoke(commands.tipdiff, list(map(str, arguments)))


def scores(result: Result) -> set[float]:
    """The scores of its links."""
    return {change["score"] for change in json.loads(result.stdout)["changes"]}


class TestJudge:
    """A judge that answers."""

    @pytest.mark.usefixtures("folder")
    def test_is_heard(self) -> None:
        """Its probability is the score of a link; what it prints is not in the result."""
        result = diff("--judge", "own_judges:sure")

        assert 0.7 in scores(result)
        assert 0.7 not in scores(diff())
        assert "so many pairs" not in result.stdout

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize("name", ["own_judges:Holder.judge", "own_judges:sure"])
    def test_names(self, name: str) -> None:
        """It may be a function of a module, or an object further in."""
        assert 0.7 in scores(diff("--judge", name))

    def test_nothing_is_asked_twice(self, folder: Path) -> None:
        """The answers stand in a file, so that a second run asks nothing and says the same."""
        first = diff("--judge", "own_judges:sure")
        asked = (folder / "asked.txt").read_text()
        kept = (folder / judging.CACHE).read_bytes()
        second = diff("--judge", "own_judges:sure")

        assert first.stdout == second.stdout
        assert (folder / "asked.txt").read_text() == asked
        assert (folder / judging.CACHE).read_bytes() == kept
        assert len(json.loads(kept)["answers"]) == sum(map(int, asked.split()))

    def test_a_file_of_ones_own(self, folder: Path) -> None:
        """The file can be named; nothing else is left behind."""
        diff("--judge", "own_judges:sure", "--judge-cache", "kept.json")

        assert {path.name for path in folder.glob("*.json")} == {"kept.json"}
        assert not (folder / judging.CACHE).exists()

    def test_answers_of_others_stay(self, folder: Path) -> None:
        """Two judges share a file, each with its own answers."""
        diff("--judge", "own_judges:sure")
        one = json.loads((folder / judging.CACHE).read_text())["answers"]
        diff("--judge", "own_judges:Holder.judge")
        both = json.loads((folder / judging.CACHE).read_text())["answers"]

        assert len(both) == 2 * len(one)
        assert one.items() <= both.items()

    def test_the_file_holds_no_text(self, folder: Path) -> None:
        """Only hashes and numbers are kept."""
        diff("--judge", "own_judges:sure")
        answers = json.loads((folder / judging.CACHE).read_text())["answers"]

        assert {len(key) for key in answers} == {64}
        assert set(answers.values()) == {0.7}

    def test_none_by_default(self, folder: Path) -> None:
        """Without the option there is no file, and no module of judges is imported."""
        diff()

        assert not (folder / judging.CACHE).exists()
        assert "own_judges" not in sys.modules


class TestFailed:
    """A judge that does not answer."""

    @pytest.mark.parametrize(
        ("name", "told"),
        [("fails", "unreachable"), ("ends", "ended with SystemExit"), ("slow", "no answer in 0.2")],
    )
    def test_the_model_stands(self, folder: Path, name: str, told: str) -> None:
        """The result is that without a judge, but for a warning, which is said too."""
        result = diff("--judge", f"own_judges:{name}", "--judge-timeout", "0.2")
        plain = json.loads(diff().stdout)
        found = json.loads(result.stdout)

        assert found["changes"] == plain["changes"]
        assert told in found["warnings"][-1]
        assert told in result.stderr
        assert not (folder / judging.CACHE).exists()

    def test_an_interruption_loses_no_answer(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What was answered before the user stops it is kept."""
        answered = []

        def stops(pairs: list[object]) -> list[float]:
            if answered:
                raise KeyboardInterrupt
            answered.extend(pairs)
            return [0.7] * len(pairs)

        monkeypatch.setattr("tipdiff.alignment.judging.BATCH", 2)
        monkeypatch.setattr(judging, "_Timed", lambda judge, _: judge)
        monkeypatch.setattr(judging, "_found", lambda _: stops)

        assert main(["diff", str(OLD), str(NEW), "--judge", "own:stops"]) == 130
        assert len(json.loads((folder / judging.CACHE).read_text())["answers"]) == 2


#: What is wrong with the options, and what the one line says.
TROUBLE = [
    (("--judge", "own_judges"), "write MODULE:NAME"),
    (("--judge", ":sure"), "write MODULE:NAME"),
    (("--judge", "own_judges:"), "write MODULE:NAME"),
    (("--judge", "no_such_judges:sure"), "cannot be imported"),
    (("--judge", "broken_judges:sure"), "no_such_module_at_all"),
    (("--judge", "ending_judges:sure"), "cannot be imported"),
    (("--judge", "own_judges:none"), "own_judges has no none"),
    (("--judge", "own_judges:Kind"), "is a class"),
    (("--judge", "own_judges:number"), "cannot be called"),
    (("--judge-cache", "kept.json"), "need --judge"),
    (("--judge-timeout", "3"), "need --judge"),
    (("--judge", "own_judges:sure", "--judge-timeout", "0"), "judge-timeout"),
    (("--judge", "own_judges:sure", "--judge-cache", "."), "is a folder"),
    (("--judge", "own_judges:sure", "--judge-cache", "-"), "needs a file"),
    (("--judge", "own_judges:sure", "--judge-cache", str(OLD / "kept.json")), "is an input"),
    (("--judge", "own_judges:sure", "--judge-cache", "x", "-o", "x"), "is an input"),
]


class TestTrouble:
    """One clear line, and exit code 2."""

    @pytest.mark.parametrize(("options", "told"), TROUBLE)
    def test_options(
        self,
        folder: Path,
        options: tuple[str, ...],
        told: str,
        capfdbinary: pytest.CaptureFixture[bytes],
    ) -> None:
        """What is wrong with the options is said before anything is compared or written."""
        code = main(["diff", str(OLD), str(NEW), *options])
        out, err = capfdbinary.readouterr()

        assert (code, out) == (2, b"")
        assert told in err.decode()
        assert len(err.splitlines()) == 1
        assert sorted(p.suffix for p in folder.iterdir() if p.is_file()) == [".py"] * 3

    @pytest.mark.parametrize(
        "data",
        [
            b"not JSON",
            b"\xff\xfe",
            b"[]",
            b'{"answers": {}}',
            b'{"schema": "tipdiff/judge/1", "answers": []}',
            b'{"schema": "tipdiff/judge/1", "answers": {"a": 2}}',
            b'{"schema": "tipdiff/judge/1", "answers": {"a": true}}',
            b'{"schema": "tipdiff/judge/1", "answers": {"a": NaN}}',
        ],
    )
    def test_a_file_of_something_else(
        self, folder: Path, data: bytes, capfdbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        """A file that holds no answers is named and left as it is."""
        (folder / "kept.json").write_bytes(data)
        options = ("--judge", "own_judges:sure", "--judge-cache", "kept.json")
        code = main(["diff", str(OLD), str(NEW), *options])
        out, err = capfdbinary.readouterr()

        assert (code, out) == (2, b"")
        assert b"kept.json" in err
        assert len(err.splitlines()) == 1
        assert (folder / "kept.json").read_bytes() == data
