"""Killed at any moment, a build has lost nothing that was finished, and repeats none of it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archive.whole import assert_sound, done_in, folder_of, rows_of

#: How often a build is killed; ``make nightly`` says 50.
KILLS = int(os.environ.get("TIPDIFF_KILLS", "5"))

#: Whose reports: enough that a build can be killed between two of them.
FEW = ("karst", "ostrel", "quillon", "tessaly")


def command(folder: Path, target: Path) -> list[str]:
    """Return the command that builds an archive."""
    told = ["archive", "build", str(folder), "--into", str(target), "--jobs", "2"]
    return [sys.executable, "-m", "tipdiff", *told, "--format", "json"]


def finished(folder: Path, target: Path) -> dict[str, int]:
    """Build to the end, and return the summary."""
    run = subprocess.run(command(folder, target), capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stderr  # the empty file fails
    summary: dict[str, int] = json.loads(run.stdout)
    return summary


def killed(folder: Path, target: Path, after: float) -> bool:
    """Kill a build with SIGKILL after some seconds; whether it was still at work."""
    with subprocess.Popen(
        command(folder, target), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
            return True
        assert process.stderr is not None
        assert process.returncode == 1, process.stderr.read()
        return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of reports."""
    return folder_of(tmp_path_factory.mktemp("folder") / "reports", *FEW)


class TestKilled:
    """A real command, killed with SIGKILL at random points."""

    def test_loses_and_repeats_nothing(self, folder: Path, tmp_path: Path) -> None:
        """After each kill the database is sound, and what is finished is never done again.

        In the end it equals that of a build that was left in peace, row for row.
        """
        start = time.monotonic()
        in_peace = finished(folder, tmp_path / "peace.db")
        lasts = time.monotonic() - start
        expected = rows_of(tmp_path / "peace.db")
        assert in_peace["compared"] == in_peace["pairs"]
        points = random.Random()  # noqa: S311 (each run looks elsewhere; what fails is told)
        kills, attempt = 0, 0
        while kills < KILLS:
            attempt += 1
            target = tmp_path / f"{attempt}.db"
            done: dict[str, int] = {}
            # Twice: a build that goes on can be killed as well as one that begins.
            for fresh in (True, False):
                after = points.uniform(0, lasts)
                begun = time.monotonic()
                hit = killed(folder, target, after)
                kills += hit
                if fresh and not hit:  # the machine has less to do than when that was measured
                    lasts = min(lasts, time.monotonic() - begun)
                before, done = done, done_in(target)
                told = f"killed after {after:.2f} of {lasts:.2f} s: {before} then {done}"
                assert before.items() <= done.items(), told
                if target.exists() and done:
                    assert_sound(target)
            summary = finished(folder, target)
            assert summary["compared"] == in_peace["pairs"] - sum(done.values()), told
            assert summary["worked_on"] == in_peace["collections"] - len(done), told
            assert rows_of(target) == expected, told
            assert_sound(target)
            assert [path.name for path in tmp_path.glob(f"{attempt}.db*")] == [target.name]
