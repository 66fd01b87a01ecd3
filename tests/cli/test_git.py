"""tipdiff beside git: textconv and difftool, in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLD = ROOT / "fixtures" / "ostrel" / "2005" / "05KALVIK140.txt"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in which a cable was rewrapped, and one word of it changed."""
    tipdiff = f"{sys.executable} -m tipdiff"
    git(tmp_path, "init", "--quiet")
    for name, value in (
        ("user.name", "clerk"),
        ("user.email", "clerk@example.org"),
        ("diff.cable.textconv", f"{tipdiff} show --plain"),
        ("difftool.tipdiff.cmd", f'{tipdiff} diff "$LOCAL" "$REMOTE" --country Ostrel'),
        ("difftool.prompt", "false"),
    ):
        git(tmp_path, "config", name, value)
    (tmp_path / ".gitattributes").write_text("*.txt diff=cable\n")
    cable = tmp_path / "05KALVIK140.txt"
    cable.write_bytes(OLD.read_bytes())
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "the cable")
    text = OLD.read_bytes()
    cable.write_bytes(text.replace(b"reliable.", b"trustworthy.").replace(b" \r\n", b"\r\n"))
    assert cable.read_bytes() != text
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    """Run git and return what it prints."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        capture_output=True,
        check=True,
        env=os.environ | {"GIT_PAGER": "cat", "PYTHONPATH": str(ROOT)},
        timeout=120,
    )
    return done.stdout.decode("utf-8", "replace")


class TestGit:
    """What ``git diff`` and ``git difftool`` show of a cable."""

    def test_textconv(self, repository: Path) -> None:
        """One statement a line: only the changed statement differs."""
        shown = git(repository, "diff")
        changed = [
            line
            for line in shown.splitlines()
            if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}
        ]

        assert len(changed) == 2
        assert "reliable" in changed[0]
        assert "trustworthy" in changed[1]

    def test_difftool(self, repository: Path) -> None:
        """The whole comparison, as a tool of git."""
        shown = git(repository, "difftool", "--tool", "tipdiff", "--no-prompt")

        assert "[-reliable-]" in shown
        assert "1 changed" in shown
