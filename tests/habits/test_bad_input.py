"""Bad input through the command line: one line and exit 2, or a warning and the result."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tipdiff
from tipdiff.errors import TipdiffError

from .snippets import ROUTING, cable

FIXTURES = Path(__file__).parents[2] / "fixtures"
HOSTILE = FIXTURES / "hostile"
GOOD = FIXTURES / "ostrel" / "2005" / "05KALVIK140.txt"
UPDATE = FIXTURES / "ostrel" / "2006" / "06KALVIK133.txt"

#: What a terminal would obey: controls but tab and line feed, and marks that turn the writing.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def run(*arguments: object, given: bytes | None = None) -> tuple[int, str, str]:
    """Run the command line and return its exit code, standard output and standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "tipdiff", *map(str, arguments)],
        capture_output=True,
        check=False,
        input=given,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        timeout=120,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def ostrel(year: int, body: str, country: str = "OSTREL", part: str = "") -> str:
    """A cable of one edition; ``part`` goes to the end of its subject."""
    return cable(
        body,
        routing=ROUTING.replace("MAR 05", f"MAR {year % 100:02d}"),
        subject=f"SUBJECT: {country}: ANNUAL TRAFFICKING IN PERSONS REPORT{part}\n\n",
    )


def write(folder: Path, **texts: str) -> list[Path]:
    """Put each text into a file of its own."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


#: What holds no report, or more than one.
UNREADABLE = [
    "empty.txt",
    "picture.png",
    "junk.bin",
    "header-only.txt",
    "two-countries.txt",
    "no-cables",
    "no-such-file.txt",
]


class TestReading:
    """The same input through the library."""

    @pytest.mark.parametrize("name", UNREADABLE)
    def test_raises(self, name: str) -> None:
        """It raises the project's own error, in one line that names the file."""
        with pytest.raises(TipdiffError) as caught:
            tipdiff.read(HOSTILE / name)

        assert name in str(caught.value)
        assert len(str(caught.value).splitlines()) == 1

    @pytest.mark.parametrize("text", ["\n", " \n\t\n", "\x00\n\x00", "-----\n"])
    def test_nothing_in_a_text(self, text: str) -> None:
        """A text without a word is no report."""
        with pytest.raises(TipdiffError):
            tipdiff.read(text)

    def test_one_line(self) -> None:
        """A narrative of one line is one statement of the country and year given."""
        report = tipdiff.read(HOSTILE / "one-line.txt", country="Ostrel", year=2005)

        assert len(report.statements) == 1
        assert (report.country, report.year, report.covers) == ("Ostrel", 2005, 2005)
        assert report.statements[0].id == "OSTREL-2005:1"

    def test_two_countries_are_two_reports(self) -> None:
        """What cannot be one report can be read as two."""
        reports = tipdiff.read_all(HOSTILE / "two-countries.txt")

        assert [report.country for report in reports] == ["Ostrel", "Varona"]


class TestTrouble:
    """Input that holds no report: exit 2, nothing on standard output, one line that says why."""

    @pytest.mark.parametrize("side", ["old", "new"])
    @pytest.mark.parametrize("name", UNREADABLE)
    def test_one_line(self, name: str, side: str) -> None:
        """The line names the file and says what is wrong with it, not that the program failed."""
        pair = (HOSTILE / name, GOOD) if side == "old" else (GOOD, HOSTILE / name)
        code, out, err = run("diff", *pair)

        assert code == 2
        assert out == ""
        assert len(err.splitlines()) == 1
        assert name in err
        assert "Traceback" not in err

    @pytest.mark.parametrize("command", ["show", "claims"])
    @pytest.mark.parametrize("name", ["empty.txt", "picture.png", "no-cables"])
    def test_other_commands(self, command: str, name: str) -> None:
        """The other commands fail in the same way."""
        code, out, err = run(command, HOSTILE / name)

        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1
        assert name in err

    def test_empty_standard_input(self) -> None:
        """Nothing on standard input is trouble too."""
        code, out, err = run("show", "-", given=b"")

        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1

    def test_unwritable_output(self, tmp_path: Path) -> None:
        """A result that cannot be written is one line, and leaves nothing half-written."""
        target = tmp_path / "no" / "such" / "folder.json"
        code, out, err = run("diff", GOOD, UPDATE, "--format", "json", "-o", target)

        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1
        assert not target.exists()

    def test_names_are_shown_safely(self, tmp_path: Path) -> None:
        """A file's own name reaches the terminal without its control characters."""
        path = tmp_path / "a\x1b[31mred.txt"
        path.write_bytes(b"")
        code, _, err = run("show", path)

        assert code == 2
        assert not CONTROLS.search(err.replace("\n", ""))


class TestOneLine:
    """A file of one line and no header is a narrative."""

    def test_against_itself(self) -> None:
        """Country and year come from the options."""
        path = HOSTILE / "one-line.txt"
        code, out, _ = run(
            *("diff", path, path, "--country", "Ostrel", "--old-year", 2004, "--new-year", 2005),
            *("--format", "json"),
        )
        found = json.loads(out)

        assert code == 0
        assert found["summary"]["unchanged"] == 1
        assert (found["old"]["year"], found["new"]["year"]) == (2004, 2005)


SAY = "1. (U) The clerks keep a register. The porters read it.\n"


class TestWarnings:
    """Odd pairs are compared all the same, with a warning that says what is odd."""

    @staticmethod
    def warned(*paths: Path, expected: int, about: str) -> None:
        """The comparison is done, and its warnings, in JSON and on standard error, name it."""
        code, out, err = run("diff", *paths, "--format", "json")
        warnings = json.loads(out)["warnings"]

        assert code == expected
        assert any(re.search(about, warning, re.IGNORECASE) for warning in warnings), warnings
        assert re.search(about, err, re.IGNORECASE)

    def test_different_countries(self, tmp_path: Path) -> None:
        """Reports of two countries."""
        paths = write(tmp_path, a=ostrel(2005, SAY), b=ostrel(2006, SAY, country="VARONA"))

        self.warned(*paths, expected=0, about="countr")

    def test_same_edition(self, tmp_path: Path) -> None:
        """One edition on both sides, but not one text."""
        paths = write(
            tmp_path, a=ostrel(2005, SAY), b=ostrel(2005, "1. (U) The clerks burnt it.\n")
        )

        self.warned(*paths, expected=1, about="edition|same year|2005")

    def test_wrong_order(self, tmp_path: Path) -> None:
        """The older report given second."""
        paths = write(tmp_path, a=ostrel(2006, SAY), b=ostrel(2005, SAY))

        self.warned(*paths, expected=0, about="order|older|later|newer|earlier|before")

    def test_years_apart(self, tmp_path: Path) -> None:
        """Editions between the two are left out."""
        paths = write(tmp_path, a=ostrel(2005, SAY), b=ostrel(2009, SAY))

        self.warned(*paths, expected=0, about="apart|years")

    def test_missing_parts(self, tmp_path: Path) -> None:
        """Only part 1 of 2 is there."""
        paths = write(tmp_path, a=ostrel(2005, SAY), b=ostrel(2006, SAY, part=" (PART 1 OF 2)"))

        self.warned(*paths, expected=0, about="part")

    def test_doubled_parts(self, tmp_path: Path) -> None:
        """One id twice with two texts."""
        new = tmp_path / "new"
        new.mkdir()
        write(new, one=ostrel(2006, SAY), two=ostrel(2006, SAY + "\n2. (U) The nuns sing.\n"))
        (old,) = write(tmp_path, old=ostrel(2005, SAY))
        code, out, err = run("diff", old, new, "--format", "json")

        assert code in (0, 1)
        assert json.loads(out)["warnings"]
        assert err

    def test_identical_parts_count_once(self, tmp_path: Path) -> None:
        """One id twice with one text."""
        new = tmp_path / "new"
        new.mkdir()
        write(new, one=ostrel(2006, SAY), two=ostrel(2006, SAY))
        (old,) = write(tmp_path, old=ostrel(2005, SAY))
        code, out, _ = run("diff", old, new, "--format", "json")

        assert code == 0
        assert json.loads(out)["summary"]["unchanged"] == 2


class TestHostileText:
    """What a cable says is data in every output."""

    OLD = FIXTURES / "ostrel" / "2006"
    NEW = FIXTURES / "ostrel" / "2007"

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_diff(self, form: str) -> None:
        """No control character and no mark that turns the writing reaches standard output."""
        code, out, err = run("diff", self.OLD, self.NEW, "--format", form, "--all")

        assert code == 1
        assert "abroad" in " ".join(out.split()).casefold()
        assert not CONTROLS.search(out)
        assert not CONTROLS.search(err)

    @pytest.mark.parametrize("command", ["show", "claims"])
    def test_others(self, command: str) -> None:
        """Nor from the other commands."""
        code, out, err = run(command, self.NEW)

        assert code == 0
        assert not CONTROLS.search(out)
        assert not CONTROLS.search(err)

    def test_json_keeps_the_letters(self) -> None:
        """JSON escapes them, so that nothing of the text is lost."""
        _, out, _ = run("show", self.NEW, "--format", "json")
        texts = [statement["text"] for statement in json.loads(out)["statements"]]

        assert any("\x1b[31mWORK ABROAD\x1b[0m" in text for text in texts)
        assert any("\u202egnp.exe\u202c" in text for text in texts)
        assert any("kalvik" * 70 in text for text in texts)
        assert any("<script>alert(1)</script>" in text for text in texts)

    def test_same_output_from_standard_input(self) -> None:
        """A report given as ``-`` is read like a file."""
        code, out, _ = run("show", "-", "--format", "json", given=GOOD.read_bytes())

        assert code == 0
        assert json.loads(out)["cables"][0]["id"] == "05KALVIK140"
