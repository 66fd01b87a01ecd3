"""What a shell is told when it asks what a word may become."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys; from tipdiff.__main__ import program; sys.exit(program())"


def _asked(instruction: str, **more: str) -> str:
    environment = os.environ | {"_TIPDIFF_COMPLETE": instruction, "PYTHONPATH": str(ROOT)} | more
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    ).stdout


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tipdiff ", {"archive", "claims", "diff", "history", "show", "trends"}),
        ("tipdiff di", {"diff"}),
        ("tipdiff diff --fi", {"--figures"}),
        ("tipdiff diff --format ", {"text", "json", "markdown", "csv", "html", "docx"}),
        ("tipdiff trends --view ", {"series", "moved", "revised"}),
        ("tipdiff history x --view p", {"promises"}),
    ],
)
def test_bash_is_given_the_words_that_may_stand_there(line: str, expected: set[str]) -> None:
    """Commands, options, and what an option may be."""
    words = line.split(" ")
    told = _asked("bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))

    assert {word.split(",", 1)[1] for word in told.splitlines()} == expected


@pytest.mark.parametrize(
    "line",
    [
        "tipdiff diff fix",
        "tipdiff diff a fix",
        "tipdiff show fix",
        "tipdiff trends a b fix",
        "tipdiff diff -o fix",
        "tipdiff diff --review fix",
        "tipdiff trends --plot fix",
        "tipdiff archive search fix",
        "tipdiff archive build fix",
    ],
)
def test_reports_and_files_are_left_to_the_shell(line: str) -> None:
    """Where a file or folder stands, the shell completes its names as it does for any program."""
    words = line.split(" ")
    told = _asked("bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))

    assert told.split() == ["file,fix"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_takes_the_script() -> None:
    """What the documented line evaluates binds the completion to the program's name."""
    told = subprocess.run(
        ["bash", "--norc", "-c", _asked("bash_source") + "\ncomplete -p tipdiff"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "_tipdiff_completion tipdiff" in told.stdout, told.stderr
