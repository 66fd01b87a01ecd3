"""A build: the same rows by whatever way, only what is new again, a line for what goes wrong."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner

import tipdiff
from tests.archive.whole import assert_sound, folder_of, rows_of
from tipdiff.archive import building, editions
from tipdiff.archive.building import build
from tipdiff.archive.queries import open_archive
from tipdiff.archive.records import Progress, Settings
from tipdiff.cli import INTERRUPTED, main
from tipdiff.cli.commands import tipdiff as command
from tipdiff.errors import SourceError

FEW = ("karst", "ostrel", "quillon", "tessaly")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of reports, which no test changes."""
    return folder_of(tmp_path_factory.mktemp("folder") / "reports", *FEW)


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of it, built by this process alone."""
    target = tmp_path_factory.mktemp("expected") / "a.db"
    build(folder, target, jobs=1)
    assert_sound(target)
    return target


class TestEveryWay:
    """Whoever does the work, the rows are the same."""

    def test_own_processes(self, folder: Path, expected: Path, tmp_path: Path) -> None:
        """Two processes give what one gives."""
        build(folder, tmp_path / "a.db", jobs=2)

        assert rows_of(tmp_path / "a.db") == rows_of(expected)

    def test_threads_and_texts_that_are_sent(
        self, folder: Path, expected: Path, tmp_path: Path
    ) -> None:
        """So does another executor, whose workers get the texts."""
        with ThreadPoolExecutor(2) as pool:
            build(folder, tmp_path / "a.db", pool, ship_texts=True)

        assert rows_of(tmp_path / "a.db") == rows_of(expected)

    def test_a_folder_elsewhere(self, folder: Path, expected: Path, tmp_path: Path) -> None:
        """Where the folder lies, and whether the database lies in it, leaves no trace."""
        moved = Path(shutil.copytree(folder, tmp_path / "moved"))
        build(moved, moved / "a.db", jobs=1)

        assert rows_of(moved / "a.db") == rows_of(expected)


class TestAgain:
    """A second build does what is new, and its rows are those of one from nothing."""

    def test_nothing_changed(self, folder: Path, tmp_path: Path) -> None:
        """Where nothing changed no file is looked into, and no collection is worked on."""
        first = build(folder, tmp_path / "a.db", jobs=1)
        before = rows_of(tmp_path / "a.db")
        told: list[Progress] = []
        again = build(folder, tmp_path / "a.db", jobs=1, progress=told.append)

        assert first.compared == first.archive.pairs > 0
        assert (again.compared, again.reused, again.worked_on) == (0, 0, 0)
        assert again.as_before == first.worked_on
        # What could not be read is tried once more.
        assert [at.label for at in told] == ["empty.txt"]
        assert rows_of(tmp_path / "a.db") == before

    def test_one_report_changed(self, folder: Path, tmp_path: Path) -> None:
        """Only pairs of the changed report are compared; the others of its country are reused."""
        mine = Path(shutil.copytree(folder, tmp_path / "mine"))
        build(mine, tmp_path / "a.db", jobs=1)
        path = mine / "tessaly" / "2006.txt"
        path.write_text(path.read_text("utf-8").replace("2005", "2004"), "utf-8")
        again = build(mine, tmp_path / "a.db", jobs=1)
        build(mine, tmp_path / "new.db", jobs=1)

        assert (again.worked_on, again.compared, again.reused) == (1, 1, 4)
        assert rows_of(tmp_path / "a.db") == rows_of(tmp_path / "new.db")

    def test_reports_gone_and_come(self, folder: Path, tmp_path: Path) -> None:
        """What is no more in the folder is no more in the archive; a new name is a new file."""
        mine = Path(shutil.copytree(folder, tmp_path / "mine"))
        build(mine, tmp_path / "a.db", jobs=1)
        shutil.rmtree(mine / "quillon")
        (mine / "tessaly" / "2001.txt").unlink()
        (mine / "empty.txt").rename(mine / "nothing.txt")
        build(mine, tmp_path / "a.db", jobs=1)
        build(mine, tmp_path / "new.db", jobs=1)

        assert rows_of(tmp_path / "a.db") == rows_of(tmp_path / "new.db")

    def test_other_settings(self, folder: Path, tmp_path: Path) -> None:
        """Other indicators make all anew; the same once more nothing."""
        own = {"indicator": [{"id": "boats", "label": "Boats", "counted": ["boat"]}]}
        settings = Settings(indicators=own)
        build(folder, tmp_path / "a.db", jobs=1)
        changed = build(folder, tmp_path / "a.db", jobs=1, settings=settings)
        again = build(folder, tmp_path / "a.db", jobs=1, settings=settings)

        assert changed.reused == 0
        assert changed.compared == changed.archive.pairs
        assert again.worked_on == 0

    def test_another_version(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another version of tipdiff makes all anew."""
        build(folder, tmp_path / "a.db", jobs=1)
        monkeypatch.setattr(building, "own_version", lambda: "99")
        again = build(folder, tmp_path / "a.db", jobs=1)

        assert again.compared == again.archive.pairs


class TestReview:
    """A review of the whole archive: each decision is for the pairs that have what it names."""

    def test_what_names_nothing_is_told(self, folder: Path, tmp_path: Path) -> None:
        """A decision that no pair takes is a warning, in a build from nothing as in a later one."""
        said = {
            year: [s.text for s in tipdiff.read(folder / "tessaly" / f"{year}.txt").statements]
            for year in (2001, 2002, 2003, 2004)
        }
        texts = {
            year: next(t for t in own if all(t not in said[y] for y in said if y != year))
            for year, own in said.items()
        }
        review = {
            "forbid": [
                {"old": texts[2001], "new": texts[2002]},
                {"old": texts[2001], "new": texts[2004] + " Once upon a time."},
                {"old": texts[2004], "new": texts[2001]},
            ]
        }
        settings = Settings(review=review, review_name="decided.toml")
        own = folder / "tessaly"
        build(own, tmp_path / "a.db", jobs=1)
        build(own, tmp_path / "a.db", jobs=1, settings=settings)
        again = build(own, tmp_path / "a.db", jobs=1, settings=settings)
        build(own, tmp_path / "new.db", jobs=1, settings=settings)

        with open_archive(tmp_path / "a.db") as archive:
            told = [p for p in archive.problems(gravity="warning") if p.kind == "review"]
        assert [p.about for p in told] == [f"decided.toml: [[forbid]] {k}" for k in (2, 3)]
        assert "no report says" in told[0].message
        assert "two successive reports" in told[1].message
        assert again.worked_on == 0
        assert again.archive.warnings["review"] == 2
        assert rows_of(tmp_path / "a.db") == rows_of(tmp_path / "new.db")

    def test_what_does_not_apply_is_told(self, folder: Path, tmp_path: Path) -> None:
        """A status that a statement's change cannot have is told with its comparison."""
        [text] = [s.text for s in tipdiff.read(folder / "tessaly" / "2002.txt").statements[:1]]
        settings = Settings(review={"status": [{"new": text, "status": "dropped"}]})
        build(folder / "tessaly", tmp_path / "a.db", jobs=1, settings=settings)

        with open_archive(tmp_path / "a.db") as archive:
            told = [p for p in archive.problems() if p.kind == "review"]
        assert "tessaly/trafficking/2001-2002" in {p.about for p in told}
        assert all("does not apply" in p.message for p in told)


class TestWhatGoesWrong:
    """Each has its outcome, and the rest goes on."""

    def test_time_of_a_file(self, folder: Path, expected: Path, tmp_path: Path) -> None:
        """A file that takes too long is told, and looked into the next time."""
        short = build(folder, tmp_path / "a.db", jobs=1, seconds=1e-6)
        assert short.archive.reports == 0
        assert short.archive.failed["time"] > 1
        build(folder, tmp_path / "a.db", jobs=1)

        assert rows_of(tmp_path / "a.db") == rows_of(expected)

    def test_time(
        self, folder: Path, expected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A country that takes too long is told, and done the next time it may take longer."""
        real = building.plan

        def planned(*given: object, **named: object) -> object:
            return real(*given, **(named | {"seconds": 1e-3}))  # type: ignore[arg-type]

        monkeypatch.setattr(building, "plan", planned)
        short = build(folder, tmp_path / "a.db", jobs=1)
        monkeypatch.undo()
        assert short.archive.failed["time"] == short.archive.collections
        assert_references(tmp_path / "a.db")
        build(folder, tmp_path / "a.db", jobs=1)

        assert rows_of(tmp_path / "a.db") == rows_of(expected)

    def test_a_cable_of_endless_length(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A cable longer than is read fails by itself; the other editions are compared."""
        mine = Path(shutil.copytree(folder / "tessaly", tmp_path / "tessaly"))
        longest = max(len(path.read_text("utf-8")) for path in mine.iterdir())
        monkeypatch.setattr(editions, "LONGEST", longest)
        (mine / "2007.txt").write_text("The ferry was late. " * longest, "utf-8")
        found = build(mine, tmp_path / "a.db", jobs=1)

        assert found.archive.failed == {"too long": 1}
        assert (found.archive.reports, found.archive.pairs) == (6, 5)
        with open_archive(tmp_path / "a.db") as archive:
            [problem] = archive.problems(gravity="failed")
            told = {file.path: file for file in archive.files()}["2007.txt"]
        assert problem.about == "2007.txt"
        assert problem.message == told.note
        assert f"the most that is read is {longest:,}" in problem.message
        assert told.outcome == "failed"

    def test_statements_alike_without_end(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As many alike as are compared are one change; with one more the report fails."""
        most = 1000
        monkeypatch.setattr(editions, "MOST_STATEMENTS", most)
        for year, count in ((2004, most), (2005, most), (2006, most + 1), (2007, most)):
            text = "The harbor police stopped 5 boats. " * count
            (tmp_path / f"Ostrel-{year}-trafficking.txt").write_text(text, "utf-8")
        found = build(tmp_path, tmp_path / "a.db", jobs=1)

        assert found.archive.failed == {"too long": 1}
        assert (found.archive.reports, found.archive.pairs) == (3, 2)
        with open_archive(tmp_path / "a.db") as archive:
            [problem] = archive.problems(gravity="failed")
            outcomes = {file.path: file.outcome for file in archive.files()}
            [(places,)] = archive.connection.execute(
                "SELECT count(*) FROM change_statements WHERE side = 'old'"
                " GROUP BY comparison, change HAVING count(*) > 1 LIMIT 1"
            )
        assert problem.about == "ostrel/trafficking/2006"
        assert f"a report of {most + 1:,} statements" in problem.message
        assert outcomes["Ostrel-2006-trafficking.txt"] == "failed"
        assert outcomes["Ostrel-2005-trafficking.txt"] == "read"
        assert places == most

    def test_changed_while_read(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that changes and one that vanishes after they were found are told; all else is."""
        mine = Path(shutil.copytree(folder, tmp_path / "mine"))
        scan = building.scan

        def scanned(*given: object) -> object:
            found = scan(*given)  # type: ignore[arg-type]
            (mine / "tessaly" / "2001.txt").write_text("another text\n")
            (mine / "tessaly" / "2002.txt").unlink()
            return found

        monkeypatch.setattr(building, "scan", scanned)
        first = build(mine, tmp_path / "a.db", jobs=1)
        monkeypatch.undo()
        assert first.archive.failed["changed while read"] == 1
        assert first.archive.reports > 4
        build(mine, tmp_path / "a.db", jobs=1)
        build(mine, tmp_path / "new.db", jobs=1)

        assert rows_of(tmp_path / "a.db") == rows_of(tmp_path / "new.db")

    def test_a_worker_dies_of_one_country(
        self, folder: Path, expected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A country that kills its worker is a problem; the others are done, it the next time."""
        real = building.plan

        def planned(*given: object, **named: object) -> object:
            found = real(*given, **named)  # type: ignore[arg-type]
            tasks = tuple(
                evolve(task, seconds=_Deadly()) if "tessaly" in task.collection else task
                for task in found.tasks
            )
            return evolve(found, tasks=tasks)

        monkeypatch.setattr(building, "plan", planned)
        hit = build(folder, tmp_path / "a.db", jobs=2)
        monkeypatch.undo()
        assert hit.archive.failed["worker died"] == 1
        rows = rows_of(tmp_path / "a.db")
        assert {row[0] for row in rows["collections"]} == {
            row[0] for row in rows_of(expected)["collections"] if "tessaly" not in str(row[0])
        }
        build(folder, tmp_path / "a.db", jobs=2)

        assert rows_of(tmp_path / "a.db") == rows_of(expected)

    def test_a_link_loop(self, folder: Path, tmp_path: Path) -> None:
        """A folder that links to itself is gone through once."""
        mine = Path(shutil.copytree(folder, tmp_path / "mine"))
        (mine / "tessaly" / "back").symlink_to(mine, target_is_directory=True)
        summary = build(mine, tmp_path / "a.db", jobs=1)

        assert summary.archive.reports == build(folder, tmp_path / "b.db", jobs=1).archive.reports

    def test_a_lock(self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A database that somebody writes is told in one line; a reader is in nobody's way."""
        target = tmp_path / "a.db"
        build(folder, target, jobs=1)
        monkeypatch.setattr("tipdiff.archive.connecting.PATIENCE", 0.1)
        with closing(sqlite3.connect(target)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(SourceError, match="locked by another program"):
                build(folder, target, jobs=1)

    def test_a_full_disk(self, folder: Path, expected: Path, tmp_path: Path) -> None:
        """Where the disk is full one line says so, and what was finished is kept."""
        target = tmp_path / "a.db"
        run = _limited(folder, target, kilobytes=700)
        assert run.returncode == 2
        assert run.stderr.count("\n") == 1
        assert "Traceback" not in run.stderr
        if target.exists():
            assert_references(target)
        build(folder, target, jobs=1)

        assert rows_of(target) == rows_of(expected)

    @pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
    def test_read_only(self, folder: Path, tmp_path: Path) -> None:
        """A target that may not be written is told in one line."""
        tmp_path.chmod(0o500)
        with pytest.raises(SourceError):
            build(folder, tmp_path / "a.db", jobs=1)


class _Deadly(float):
    """A number that kills the process that takes it out of a message."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


def assert_references(path: Path) -> None:
    """See to it that a database that is not finished is sound as far as it goes."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _command(folder: Path, target: Path, *more: str) -> list[str]:
    told = ["archive", "build", str(folder), "--into", str(target), *more]
    return [sys.executable, "-m", "tipdiff", *told]


def _limited(folder: Path, target: Path, *, kilobytes: int) -> subprocess.CompletedProcess[str]:
    """Build where no file may grow beyond a size, as on a disk that is full."""

    def limit() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    command = _command(folder, target, "--jobs", "1")
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)


class TestCommand:
    """``tipdiff archive build``."""

    def test_summary(self, folder: Path, tmp_path: Path) -> None:
        """It says at the end what there is, and ends with 1 since a file failed."""
        run = CliRunner().invoke(
            command,
            ["archive", "build", str(folder), "--into", str(tmp_path / "a.db"), "--jobs", "1"],
            standalone_mode=False,
        )

        assert run.return_value == 1
        assert "1 failed: 1 unreadable" in run.stdout
        assert run.stderr == ""

    def test_quiet(self, folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """With ``--quiet`` it says nothing at all."""
        given = ["archive", "build", str(folder), "--into", str(tmp_path / "a.db"), "--quiet"]

        assert main([*given, "--jobs", "1"]) == 1
        assert capfd.readouterr() == ("", "")

    def test_nothing_could_be_done(self, tmp_path: Path) -> None:
        """A folder without reports ends with 2, one that is not there likewise."""
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder" / "empty.txt").touch()
        into = ["--into", str(tmp_path / "a.db"), "--jobs", "1", "--quiet"]

        assert main(["archive", "build", str(tmp_path / "folder"), *into]) == 2
        assert main(["archive", "build", str(tmp_path / "none"), *into]) == 2

    def test_all_well(self, folder: Path, tmp_path: Path) -> None:
        """Where all went well it ends with 0."""
        into = ["--into", str(tmp_path / "a.db"), "--jobs", "1", "--quiet"]

        assert main(["archive", "build", str(folder / "karst"), *into]) == 0

    def test_interrupted(self, folder: Path, expected: Path, tmp_path: Path) -> None:
        """Ctrl-C ends it at once with one line and 130; what was finished is kept."""
        target = tmp_path / "a.db"
        with subprocess.Popen(
            _command(folder, target, "--jobs", "2"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as process:
            while not target.exists() and process.poll() is None:
                time.sleep(0.01)
            time.sleep(0.3)
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does: all processes get it
            out, told = process.communicate(timeout=60)

        assert process.returncode in {INTERRUPTED, -signal.SIGINT}
        assert out == ""
        assert told.count("\n") == 1
        assert told.startswith("tipdiff: interrupted; what was finished is kept")
        assert not [p for p in tmp_path.iterdir() if p != target]
        build(folder, target, jobs=1)
        assert rows_of(target) == rows_of(expected)

    def test_progress(self, folder: Path, tmp_path: Path) -> None:
        """How far it is is told after each step, up to the end of each stage."""
        told: list[Progress] = []
        build(folder, tmp_path / "a.db", progress=told.append, jobs=1)
        comparing = [at for at in told if at.stage == "comparing"]

        assert [at.done for at in comparing] == list(range(1, len(comparing) + 1))
        assert {at.total for at in comparing} == {len(comparing)}
        assert told[-1].failed == 1
