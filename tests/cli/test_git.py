"""tipdiff beside git: the documentation's lines of configuration, in a real repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLD = ROOT / "fixtures" / "ostrel" / "2005" / "05KALVIK140.txt"
#: The lines that the documentation gives.
LINES = re.findall(
    r"(?ms)^## Beside git\n.*?^```\n(.*?)^```", (ROOT / "docs" / "output.md").read_text("utf-8")
)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


def run(folder: Path, *command: str) -> str:
    """Run a command where ``tipdiff`` is installed, and return what it prints."""
    tools = folder.parent / "bin"
    left = {"NO_COLOR", "FORCE_COLOR", "GIT_DIR", "GIT_WORK_TREE"}
    known = {name: value for name, value in os.environ.items() if name not in left}
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        check=True,
        env=known | {"GIT_PAGER": "cat", "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        timeout=120,
    )
    return done.stdout.decode("utf-8", "replace")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository set up as documented: a cable was rewrapped, and one word of it changed."""
    tools = tmp_path / "bin"
    tools.mkdir()
    program = tools / "tipdiff"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tipdiff "$@"\n')
    program.chmod(0o755)
    folder = tmp_path / "cables"
    folder.mkdir()
    run(folder, "git", "init", "--quiet")
    run(folder, "git", "config", "user.name", "clerk")
    run(folder, "git", "config", "user.email", "clerk@example.org")
    run(folder, "sh", "-e", "-c", LINES[0])
    cable = folder / "05KALVIK140.txt"
    cable.write_bytes(OLD.read_bytes())
    run(folder, "git", "add", ".")
    run(folder, "git", "commit", "--quiet", "-m", "the cable")
    text = OLD.read_bytes()
    cable.write_bytes(text.replace(b"reliable.", b"trustworthy.").replace(b" \r\n", b"\r\n"))
    assert cable.read_bytes() != text
    return folder


def changed(shown: str) -> list[str]:
    """The lines of a diff that went and came."""
    return [
        line
        for line in shown.splitlines()
        if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}
    ]


class TestGit:
    """What ``git diff`` and ``git difftool`` show of a cable."""

    def test_three_lines(self) -> None:
        """The documentation gives three lines, and no more are needed."""
        assert len(LINES) == 1
        assert len(LINES[0].splitlines()) == 3

    def test_textconv(self, repository: Path) -> None:
        """One statement a line: only the changed statement differs."""
        lines = changed(run(repository, "git", "diff"))

        assert len(lines) == 2
        assert "reliable" in lines[0]
        assert "trustworthy" in lines[1]

    def test_history_of_a_file(self, repository: Path) -> None:
        """The log of the cable shows statements too."""
        run(repository, "git", "commit", "--quiet", "--all", "-m", "as it was corrected")
        shown = run(repository, "git", "log", "-p", "-1", "--", "05KALVIK140.txt")

        assert len(changed(shown)) == 2

    def test_what_is_no_cable(self, repository: Path) -> None:
        """A text that is no cable is no trouble: its sentences stand one a line."""
        (repository / "notes.txt").write_text("The clerk wrote notes. Nobody read them.\n")
        run(repository, "git", "add", "notes.txt")

        assert changed(run(repository, "git", "diff", "--cached", "notes.txt")) == [
            "+The clerk wrote notes.",
            "+Nobody read them.",
        ]

    def test_difftool(self, repository: Path) -> None:
        """The whole comparison, as a tool of git."""
        shown = run(repository, "git", "difftool", "--tool", "tipdiff", "--no-prompt")

        assert "[-reliable-]" in shown
        assert "1 changed" in shown

    def test_difftool_of_folders(self, repository: Path) -> None:
        """All parts of a report at once: git hands over folders."""
        shown = run(repository, "git", "difftool", "--dir-diff", "--tool", "tipdiff", "--no-prompt")

        assert "{+trustworthy+}" in shown
