"""What a terminal gets, and what goes elsewhere: styles, width, the pager."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLD = ROOT / "fixtures" / "ostrel" / "2005"
NEW = ROOT / "fixtures" / "ostrel" / "2006"
STYLE = re.compile(r"\x1b\[[\d;]*m")
#: Lines of a window in which everything has room, and of one in which it has none.
TALL, LOW = 2000, 20


def environment(**environ: str) -> dict[str, str]:
    """The environment without what a user may have set about colours and pagers."""
    left = {"NO_COLOR", "FORCE_COLOR", "PAGER", "LESS", "TERM"}
    known = {name: value for name, value in os.environ.items() if name not in left}
    return known | {"TERM": "xterm"} | environ


def watched(
    *arguments: object, columns: int = 90, lines: int = TALL, **environ: str
) -> tuple[str, int]:
    """What a terminal of that size shows of a command, and how it ends."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "tipdiff", *map(str, arguments)],
        stdin=follower,
        stdout=follower,
        stderr=subprocess.STDOUT,
        env=environment(**environ),
        start_new_session=True,
    ) as running:
        os.close(follower)
        shown = b""
        while True:
            try:
                some = os.read(leader, 65536)
            except OSError:  # how a terminal says that nobody writes to it any more
                break
            if not some:
                break
            shown += some
        code = running.wait(timeout=120)
    os.close(leader)
    return shown.decode("utf-8").replace("\r\n", "\n"), code


def seen(*arguments: object, columns: int = 90, lines: int = TALL, **environ: str) -> str:
    """What a terminal of that size shows of a command."""
    return watched(*arguments, columns=columns, lines=lines, **environ)[0]


def piped(*arguments: object, **environ: str) -> str:
    """What a pipe gets of a command."""
    done = subprocess.run(
        [sys.executable, "-m", "tipdiff", *map(str, arguments)],
        capture_output=True,
        check=False,
        env=environment(**environ),
        timeout=120,
    )
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that says that it was there."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\necho PAGED\ncat\n")
    script.chmod(0o755)
    return str(script)


class TestStyles:
    """Bold and colour."""

    def test_on_a_terminal(self) -> None:
        """Styles take the place of brackets, and say the same."""
        shown, plain = seen("diff", OLD, NEW), piped("diff", OLD, NEW)

        assert STYLE.search(shown)
        assert "{+" not in shown
        assert "{+" in plain
        assert not STYLE.search(plain)

    @pytest.mark.parametrize(
        ("environ", "styled"),
        [
            ({"NO_COLOR": "1"}, False),
            ({"NO_COLOR": ""}, True),
            ({"TERM": "dumb"}, False),
            ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
            ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ],
    )
    def test_what_the_environment_says(self, environ: dict[str, str], styled: bool) -> None:
        """NO_COLOR and a dumb terminal mean none; NO_COLOR goes before FORCE_COLOR."""
        assert bool(STYLE.search(seen("diff", OLD, NEW, **environ))) == styled

    def test_forced(self, tmp_path: Path) -> None:
        """FORCE_COLOR brings styles into a pipe, and never into a file."""
        target = tmp_path / "changes.txt"
        piped("diff", OLD, NEW, "-o", target, FORCE_COLOR="1")

        assert STYLE.search(piped("diff", OLD, NEW, FORCE_COLOR="1"))
        assert not STYLE.search(target.read_text("utf-8"))


class TestWidth:
    """As wide as the window."""

    @pytest.mark.parametrize("columns", [60, 90, 170])
    def test_side_by_side(self, columns: int) -> None:
        """Two columns take the window's width, and no more."""
        shown = STYLE.sub("", seen("diff", OLD, NEW, "--side-by-side", columns=columns))
        beside = [line for line in shown.splitlines() if "  |  " in line]

        assert len({line.index("  |  ") for line in beside}) == 1
        assert columns - 12 < max(map(len, beside)) <= columns


class TestPager:
    """A long result on a terminal."""

    def test_long(self, pager: str) -> None:
        """What does not fit the window goes to the pager, whole."""
        shown = seen("diff", OLD, NEW, lines=LOW, PAGER=pager)

        assert shown.startswith("PAGED\n")
        assert "Totals" in shown

    def test_what_fits(self, pager: str) -> None:
        """What fits is shown as it is."""
        assert "PAGED" not in seen("diff", OLD, NEW, lines=TALL, PAGER=pager)

    @pytest.mark.parametrize(
        "command",
        [
            ("diff", OLD, NEW),
            ("show", OLD),
            ("claims", OLD),
            ("trends", OLD.parent),
            ("history", OLD.parent),
        ],
    )
    def test_of_every_command(self, command: tuple[object, ...], pager: str) -> None:
        """Every command pages, and none with --no-pager."""
        assert "PAGED" in seen(*command, lines=3, PAGER=pager)
        assert "PAGED" not in seen(*command, "--no-pager", lines=3, PAGER=pager)

    def test_never_elsewhere(self, pager: str, tmp_path: Path) -> None:
        """A pipe and a file get none."""
        target = tmp_path / "changes.txt"

        assert "PAGED" not in piped("diff", OLD, NEW, PAGER=pager)
        assert "PAGED" not in seen("diff", OLD, NEW, "-o", target, lines=LOW, PAGER=pager)
        assert "Totals" in target.read_text("utf-8")

    @pytest.mark.parametrize("name", ["no-such-pager", "'"])
    def test_one_that_is_not_there(self, name: str) -> None:
        """Without a pager the whole text is shown, with its styles."""
        shown = seen("diff", OLD, NEW, lines=LOW, PAGER=name)

        assert "Totals" in shown
        assert STYLE.search(shown)

    def test_one_that_is_left_early(self) -> None:
        """A pager that reads nothing is no trouble; the exit code is the comparison's."""
        assert watched("diff", OLD, NEW, lines=LOW, PAGER="true") == ("", 1)
