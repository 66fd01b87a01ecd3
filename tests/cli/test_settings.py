"""A file of settings, and what is said beside the result."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tipdiff.cli import main
from tipdiff.cli.commands import tipdiff
from tipdiff.cli.settings import ALLOWED, settings_of
from tipdiff.cli.talk import PATIENCE, busy
from tipdiff.errors import DataError

OLD = "On May 4, 2005 the mayor of Tarn opened two shelters.\nThe harbour has 14 boats.\n"
NEW = "On May 4, 2006 the mayor of Tarn opened two shelters.\nThe harbour has 19 boats.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two reports, in which the command runs."""
    (tmp_path / "tarn-2005.txt").write_text(OLD, "utf-8")
    (tmp_path / "tarn-2006.txt").write_text(NEW, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIPDIFF_CONFIG", raising=False)
    return tmp_path


def run(*arguments: str) -> int:
    """Run a comparison of the two."""
    return main(["diff", "tarn-2005.txt", "tarn-2006.txt", "--country", "Tarn", *arguments])


class TestFound:
    """Where the settings are."""

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("tipdiff.toml", 'format = "markdown"\n'),
            ("tipdiff.toml", '[diff]\nformat = "markdown"\n'),
            ("pyproject.toml", '[tool.tipdiff.diff]\nformat = "markdown"\n'),
        ],
    )
    def test_each_place(
        self, folder: Path, name: str, text: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A setting takes the place of a default, for all commands or for one."""
        (folder / name).write_text(text, "utf-8")

        assert run() == 1
        assert capsys.readouterr().out.startswith("# Tarn")

    def test_above(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The nearest file above counts, alone, and a project that does not speak of it is none."""
        inner = folder / "inner"
        inner.mkdir()
        (folder / "tipdiff.toml").write_text('format = "markdown"\n', "utf-8")
        (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
        monkeypatch.chdir(inner)

        assert main(["diff", "../tarn-2005.txt", "../tarn-2006.txt", "--country", "Tarn"]) == 1
        assert capsys.readouterr().out.startswith("# Tarn")

    def test_variable(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A variable names another file, or none."""
        (folder / "tipdiff.toml").write_text('format = "markdown"\n', "utf-8")
        monkeypatch.setenv("TIPDIFF_CONFIG", "")

        assert run() == 1
        assert capsys.readouterr().out.startswith("Tarn")

    def test_the_call_goes_first(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What a call says counts, and so does the name of the file that it writes."""
        (folder / "tipdiff.toml").write_text('format = "markdown"\n', "utf-8")

        assert run("--format", "text") == 1
        assert capsys.readouterr().out.startswith("Tarn")
        assert run("-o", "out.json") == 1
        assert (folder / "out.json").read_text("utf-8").startswith("{")

    def test_paths(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A path is meant from the file's own folder on."""
        (folder / "inner").mkdir()
        (folder / "tipdiff.toml").write_text('[claims]\nindicators = "own.toml"\n', "utf-8")
        monkeypatch.chdir(folder / "inner")

        assert settings_of(tipdiff)["claims"] == {"own": str(folder / "own.toml")}

    def test_commands_of_a_command(self, folder: Path) -> None:
        """What is for all commands is for those of archives too, but for a format they lack."""
        (folder / "tipdiff.toml").write_text(
            'indicators = "own.toml"\nformat = "markdown"\n[archive]\nno-pager = true\n'
            '[archive.search]\nformat = "csv"\n',
            "utf-8",
        )
        found = settings_of(tipdiff)["archive"]

        assert found["build"] == {"own": str(folder / "own.toml")}
        assert found["search"] == {"unpaged": True, "form": "csv"}
        assert found["changes"] == {"unpaged": True}


class TestRefused:
    """What may not stand there."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ('output = "x.txt"', "output: no command has such an option"),
            ('[diff]\njudge = "module:name"', "judge: not to be set"),
            ("[dif]\nall = true", "[dif] is of no command"),
            ("[archive.serch]\nformat = 'csv'", "[serch] is of no command"),
            ("[archive]\nbrief = true", "brief: no command has such an option"),
            ("[diff]\nwidth = 1979-05-27", "is no value of an option"),
            ("[diff\n", "is no TOML"),
        ],
    )
    def test_told(
        self, folder: Path, text: str, told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A mistake is one line with the file, and nothing is run or written."""
        (folder / "tipdiff.toml").write_text(text, "utf-8")

        assert run() == 2
        said = capsys.readouterr()
        assert told in said.err
        assert "tipdiff.toml" in said.err
        assert said.out == ""

    def test_a_value_that_the_option_refuses(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A setting is checked as the option is."""
        (folder / "tipdiff.toml").write_text('[diff]\nwidth = "wide"', "utf-8")

        assert run() == 2
        assert "--width" in capsys.readouterr().err

    def test_nothing_that_writes_or_runs(self) -> None:
        """No option that names a target or a module may be set."""
        assert ALLOWED.isdisjoint({"output", "judge", "judge-cache", "plot", "review-template"})

    def test_no_table(self, folder: Path) -> None:
        """What stands where the table should is refused."""
        (folder / "pyproject.toml").write_text("[tool]\ntipdiff = 5\n", "utf-8")

        with pytest.raises(DataError, match=r"tool\.tipdiff is no table"):
            settings_of(tipdiff)


class TestTalk:
    """What is said beside the result."""

    @pytest.mark.usefixtures("folder")
    def test_width(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A text is as wide as is asked for."""
        assert run("--width", "40") == 1
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 40

    def test_quiet(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Warnings are left out, errors are not."""
        (folder / "other").mkdir()
        (folder / "other" / "broken.pdf").write_bytes(b"%PDF-")
        (folder / "other" / "tarn-2006.txt").write_text(NEW, "utf-8")

        assert main(["show", "other", "--country", "Tarn"]) == 0
        assert "broken.pdf" in capsys.readouterr().err
        assert main(["show", "other", "--country", "Tarn", "--quiet"]) == 0
        assert capsys.readouterr().err == ""
        assert main(["show", "nowhere", "--quiet"]) == 2
        assert "nowhere" in capsys.readouterr().err

    @pytest.mark.usefixtures("folder")
    def test_verbose(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Each step is told with its time."""
        assert run("--verbose") == 1
        assert "comparing 2 and 2 statements: 0." in capsys.readouterr().err

    def test_verbose_tells_what_is_written(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Who asks for every step is told each file that is there now; a pipe else is not."""
        for said, told in (("--verbose", True), ("--quiet", False), ("--no-pager", False)):
            assert run("-o", str(folder / "brief.html"), said) == 1
            assert ("brief.html is written" in capsys.readouterr().err) is told

    @pytest.mark.usefixtures("folder")
    def test_both(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing and everything cannot be said at once."""
        assert run("--verbose", "--quiet") == 2
        assert "contradict" in capsys.readouterr().err

    def test_terminal(self) -> None:
        """A terminal is told what takes long, and the line is gone afterwards."""
        ours, theirs = pty.openpty()
        code = (
            "import time\nfrom tipdiff.cli.talk import busy\n"
            f"with busy('waiting'): time.sleep({PATIENCE + 0.5})"
        )
        with subprocess.Popen([sys.executable, "-c", code], stderr=theirs) as child:
            os.close(theirs)
            told = b""
            while True:
                try:
                    more = os.read(ours, 4096)
                except OSError:  # the other side is gone
                    break
                if not more:
                    break
                told += more
        os.close(ours)

        assert child.returncode == 0
        assert b"tipdiff: waiting ... " in told
        assert told.endswith(b" \r")

    def test_no_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A pipe is told nothing."""
        with busy("waiting"):
            time.sleep(0.01)

        assert capsys.readouterr().err == ""
