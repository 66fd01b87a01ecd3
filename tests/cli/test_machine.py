"""Faults of the machine: real signals, full devices, links, folders that are gone or closed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tipdiff.cli import _called

ROOT = Path(__file__).parents[2]
OLD, NEW = ROOT / "fixtures" / "ostrel" / "2005", ROOT / "fixtures" / "ostrel" / "2006"
CABLE = OLD / "05KALVIK140.txt"
VARONA = ROOT / "fixtures" / "varona"
FULL = Path("/dev/full")

posix = pytest.mark.skipif(os.name != "posix", reason="devices and signals of POSIX")
full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def run(
    *arguments: object, before: str = "", **options: object
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as its entry point does, in a process of its own.

    Args:
        arguments: Of the command line.
        before: Python that is run first.
        options: Of the process.

    """
    program = f"import os, sys\n{before}\nfrom tipdiff.__main__ import program\nsys.exit(program())"
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120} | options
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, check=False, env=environ, **given)  # type: ignore[call-overload,no-any-return]


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """Hold that a run ended in trouble of one line, no mistake of the program's own; return it."""
    said = done.stderr.decode()

    assert done.returncode == 2, said
    assert len(said.splitlines()) == 1
    assert said.startswith("tipdiff: ")
    assert "mistake in tipdiff" not in said
    return said


def names(folder: Path) -> list[str]:
    """The names in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


#: A signal of the keyboard's when Python does something for the time given: an audit hook sees it.
AT = """
import signal
left = [{times}]
def hook(event, given):
    if event == {event!r} and {wanted}:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(hook)
"""


def at(event: str, wanted: str = "True", times: int = 1) -> str:
    """Return what sends a signal when Python does something (``sys.addaudithook``)."""
    return AT.format(event=event, wanted=wanted, times=times)


#: Modules that a start loads, from the first to the last, and that a comparison does.
LOADED = (
    "tipdiff.cli click inspect tipdiff.cli.edge tipdiff.errors tipdiff.cli.told"
    " tipdiff.comparison attrs tipdiff.records tipdiff.reading tipdiff.output"
).split()


@posix
class TestInterruption:
    """Ctrl-C: one line and 130, whenever it comes."""

    @staticmethod
    def is_clean(done: subprocess.CompletedProcess[bytes]) -> None:
        """Hold that a run ended as an interrupted one should."""
        assert (done.returncode, done.stderr) == (130, b"tipdiff: interrupted\n")

    @pytest.mark.parametrize("module", LOADED)
    def test_while_a_module_is_loaded(self, module: str) -> None:
        """From the first module that is loaded to the last."""
        self.is_clean(run("diff", OLD, NEW, before=at("import", f"given[0] == {module!r}")))

    @pytest.mark.parametrize("times", [10, 30, 100, 300])
    def test_while_code_is_run(self, times: int) -> None:
        """While classes are made, too, which Python makes of strings and ends by the signal for."""
        self.is_clean(run("diff", OLD, NEW, before=at("exec", times=times)))

    def test_as_a_module(self) -> None:
        """``python -m tipdiff`` is the same program."""
        program = (
            f"import os, sys, runpy\n{at('import', 'given[0] == ' + repr('click'))}\n"
            "runpy.run_module('tipdiff', run_name='__main__', alter_sys=True)"
        )
        self.is_clean(
            subprocess.run(
                [sys.executable, "-c", program, "--help"],
                capture_output=True,
                check=False,
                cwd=ROOT,
                timeout=120,
            )
        )

    def test_while_a_codec_is_at_work(self) -> None:
        """What Python says of a codec that was interrupted is not what the program says."""
        before = (
            "import tipdiff.cli\n"
            "def decoding(_arguments):\n"
            "    raise KeyboardInterrupt(\"decoding with 'cp1252' codec failed\")\n"
            "tipdiff.cli._done = decoding"
        )

        self.is_clean(run("show", CABLE, before=before))

    def test_in_time(self) -> None:
        """Whenever it comes by the clock, a run is either interrupted or done."""
        for delay in range(0, 100, 10):
            with subprocess.Popen(
                [
                    *(sys.executable, "-c"),
                    "import os, sys, signal\nfrom tipdiff.__main__ import program\n"
                    "sys.addaudithook(lambda event, given: event == 'import' and given[0] =="
                    " 'tipdiff.cli' and os.write(2, b'.'))\nsys.exit(program())",
                    *map(str, ("show", CABLE)),
                ],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                cwd=ROOT,
            ) as running:
                assert running.stderr is not None
                assert running.stderr.read(1) == b"."
                try:
                    running.wait(delay / 1000)
                except subprocess.TimeoutExpired:
                    running.send_signal(signal.SIGINT)
                said = running.stderr.read().lstrip(b".")
                code = running.wait(120)

            assert (code, said) in {(130, b"tipdiff: interrupted\n"), (0, b"")}

    def test_swallowed(self) -> None:
        """Python goes on where one comes while an object is cleared away; the program does not."""
        before = (
            "import signal\nclass Kept:\n    def __del__(self):\n"
            "        os.kill(os.getpid(), signal.SIGINT)\n"
            "def hook(event, given):\n    if event == 'import' and given[0] == 'attrs':\n"
            "        Kept()\nsys.addaudithook(hook)"
        )
        self.is_clean(run("diff", OLD, NEW, before=before))

    def test_nothing_half_written(self, tmp_path: Path) -> None:
        """One that comes while the result is put in its place leaves what was there, alone."""
        target = tmp_path / "changes.txt"
        target.write_text("before")
        self.is_clean(run("diff", OLD, NEW, "-o", target, before=at("os.rename")))

        assert names(tmp_path) == ["changes.txt"]
        assert target.read_text() == "before"

    def test_again_and_again(self, tmp_path: Path) -> None:
        """Impatience changes nothing: one line, and the code."""
        before = at("import", "given[0] == 'tipdiff.reading'").replace(
            "os.kill(os.getpid(), signal.SIGINT)",
            "[os.kill(os.getpid(), signal.SIGINT) for _ in range(5)]",
        )
        self.is_clean(run("diff", OLD, NEW, "-o", tmp_path / "x.txt", before=before))

    def test_ignored(self) -> None:
        """Who has a program ignore the keyboard (``nohup``) is heeded."""
        before = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        done = run("show", CABLE, before=before + at("import", "given[0] == 'tipdiff.reading'"))

        assert (done.returncode, done.stderr) == (0, b"")


@full
class TestFull:
    """A disk that is full."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ("--help",),
            ("--version",),
            ("diff", "--help"),
            ("diff", "-h"),
            ("show", CABLE),
            ("diff", OLD, NEW, "--format", "json"),
            ("diff", OLD, NEW, "--format", "docx"),
            ("trends", VARONA, "--format", "csv"),
        ],
    )
    def test_standard_output(self, arguments: tuple[object, ...]) -> None:
        """Whatever goes there: that it cannot be written is told in one line."""
        with FULL.open("wb") as out:
            said = one_line(run(*arguments, stdout=out))

        assert said.startswith("tipdiff: standard output: cannot be written: ")

    def test_named(self) -> None:
        """Named as the file of the result it is the same."""
        assert "/dev/full: cannot be written: " in one_line(run("show", CABLE, "-o", FULL))

    def test_standard_error(self) -> None:
        """Nobody can be told, but the code says it."""
        with FULL.open("wb") as err:
            assert run("--nothing", stderr=err).returncode == 2

    @pytest.mark.parametrize(
        ("command", "option", "beside"),
        [
            (("trends", VARONA, "--format", "csv"), "--plot", "new.png"),
            (("history", VARONA, "--format", "json"), "--plot", "new.svg"),
            (("diff", OLD, NEW), "--review-template", "new.toml"),
        ],
    )
    @pytest.mark.parametrize("target", ["-", "/dev/full", "no/such/folder.txt"])
    def test_nothing_beside(
        self, command: tuple[object, ...], option: str, beside: str, target: str, tmp_path: Path
    ) -> None:
        """A result that cannot be written leaves no picture and no template behind."""
        with FULL.open("wb") as out:
            done = run(*command, option, beside, "-o", target, cwd=tmp_path, stdout=out)

        assert done.returncode == 2
        assert b"cannot be written" in done.stderr
        assert names(tmp_path) == []

    def test_no_result_without_its_picture(self, tmp_path: Path) -> None:
        """Nor does a picture that cannot be written leave its table."""
        done = run("trends", VARONA, "--plot", "no/new.png", "-o", "new.csv", cwd=tmp_path)

        assert done.returncode == 2
        assert names(tmp_path) == []


class TestNames:
    """Names as long as the system lets them be, and names of what is open already."""

    @pytest.mark.parametrize("ending", ["", ".txt", ".json"])
    def test_longest(self, ending: str, tmp_path: Path) -> None:
        """A name of 255 letters is a name."""
        target = tmp_path / ("a" * (255 - len(ending)) + ending)
        done = run("show", CABLE, "-o", target)

        assert (done.returncode, done.stderr) == (0, b"")
        assert target.stat().st_size > 0
        assert len(names(tmp_path)) == 1

    @pytest.mark.parametrize("name", ["a" * 256, "a" * 256 + "/b", "a/" * 5000])
    def test_too_long(self, name: str, tmp_path: Path) -> None:
        """One that is longer is trouble of one line, whatever it is the name of."""
        for arguments in (
            ("show", CABLE, "-o", name),
            ("show", name),
            ("diff", OLD, NEW, "--review", name),
            ("diff", OLD, NEW, "--indicators", name),
            ("trends", VARONA, "--year", f"{name}=2000"),
        ):
            one_line(run(*arguments, cwd=tmp_path))

    @posix
    @pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "link"])
    def test_standard_output_by_name(self, name: str, tmp_path: Path) -> None:
        """By another name it is the same: a pipe, and a file that is added to."""
        (tmp_path / "link").symlink_to("/dev/stdout")
        plain = run("show", CABLE).stdout
        log = tmp_path / "log"
        log.write_bytes(b"before\n")
        with log.open("ab") as out:
            assert run("show", CABLE, "-o", name, cwd=tmp_path, stdout=out).returncode == 0

        assert run("show", CABLE, "-o", name, cwd=tmp_path).stdout == plain
        assert log.read_bytes() == b"before\n" + plain

    @posix
    def test_another_open_file(self, tmp_path: Path) -> None:
        """So is standard error, and what a shell has opened under a number."""
        plain = run("show", CABLE).stdout
        log = tmp_path / "log"
        log.write_bytes(b"before\n")
        with log.open("ab") as out:
            number = out.fileno()
            done = run("show", CABLE, "-o", f"/dev/fd/{number}", pass_fds=[number])

        assert (done.returncode, done.stdout) == (0, b"")
        assert log.read_bytes() == b"before\n" + plain
        assert run("show", CABLE, "-o", "/dev/stderr").stderr == plain

    @posix
    @pytest.mark.parametrize(
        "command",
        [
            ("diff", OLD, NEW, "--review-template"),
            ("trends", VARONA, "--plot"),
            ("history", VARONA, "--plot"),
        ],
    )
    def test_not_beside_the_result(self, command: tuple[object, ...]) -> None:
        """What is written beside the result cannot go there."""
        assert "needs a file" in one_line(run(*command, "/dev/stdout"))


@posix
class TestGone:
    """A working folder that was taken away."""

    @pytest.fixture
    def gone(self, tmp_path: Path) -> str:
        """What lets a run stand in a folder that is gone."""
        folder = str(tmp_path / "gone")
        return f"os.mkdir({folder!r}); os.chdir({folder!r}); os.rmdir({folder!r})"

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("show", CABLE, "-o", "new.txt"), "the working folder is gone"),
            (("trends", VARONA, "--plot", "new.png"), "the working folder is gone"),
            (("diff", OLD, NEW, "--judge", "no:judge"), "the working folder is gone"),
            (("show", "cable.txt"), "no such file"),
            (("show", "."), "no cables"),
            (("diff", OLD, NEW, "--review", "mine.toml"), "no such file"),
        ],
    )
    def test_told(self, gone: str, arguments: tuple[object, ...], said: str) -> None:
        """Names that stand in it are told of in one line."""
        assert said in one_line(run(*arguments, before=gone))

    def test_done(self, gone: str, tmp_path: Path) -> None:
        """What needs no working folder is done."""
        assert run("show", CABLE, before=gone).returncode == 0
        assert run("trends", VARONA, "--plot", tmp_path / "new.png", before=gone).returncode == 0
        assert names(tmp_path) == ["new.png"]


class TestParts:
    """The file that a result is in until it is whole."""

    @pytest.mark.parametrize("name", [".new.txt.7.part", ".tipdiff-7.part"])
    def test_of_a_run_that_was_killed(self, name: str, tmp_path: Path) -> None:
        """What another run left behind is in nobody's way, and stays."""
        (tmp_path / name).write_text("half")
        done = run("show", CABLE, "-o", tmp_path / "new.txt", before="os.getpid = lambda: 7")

        assert (done.returncode, done.stderr) == (0, b"")
        assert names(tmp_path) == sorted([name, "new.txt"])
        assert (tmp_path / name).read_text() == "half"

    def test_of_two_runs_with_one_id(self, tmp_path: Path) -> None:
        """Runs in containers may have one id, and write one file: each is whole."""
        target = tmp_path / "new.txt"
        before = "import time\nos.getpid = lambda: 7\nreal = os.fsync\n"
        before += "os.fsync = lambda file: (time.sleep(1), real(file))"  # both are at it at once
        program = f"import os, sys\n{before}\nfrom tipdiff.__main__ import program\n"
        command = [sys.executable, "-c", f"{program}sys.exit(program())", "show"]
        both = [
            subprocess.Popen(
                [*command, str(cable), "-o", str(target)], stderr=subprocess.PIPE, cwd=ROOT
            )
            for cable in (CABLE, CABLE)
        ]

        assert [(*one.communicate(timeout=120), one.returncode) for one in both] == [
            (None, b"", 0)
        ] * 2
        assert target.read_bytes() == run("show", CABLE).stdout
        assert names(tmp_path) == ["new.txt"]


class TestInputs:
    """No output takes the place of an input, whatever either is called."""

    @pytest.fixture
    def cable(self, tmp_path: Path) -> Path:
        """A cable in a folder of its own."""
        path = tmp_path / "in" / "cable.txt"
        path.parent.mkdir()
        path.write_bytes(CABLE.read_bytes())
        return path

    @staticmethod
    def other_names(cable: Path) -> list[str]:
        """Other names of a cable."""
        folder = cable.parent.parent
        (folder / "soft").symlink_to(cable)
        (folder / "far").symlink_to("soft")
        (folder / "hard").hardlink_to(cable)
        (folder / "way").symlink_to("in")
        return [str(cable), "in/../in//cable.txt", "soft", "far", "hard", "way/cable.txt"]

    @posix
    def test_other_names(self, cable: Path, tmp_path: Path) -> None:
        """Not by another path, and not by a link of either kind to it or on the way to it."""
        called = self.other_names(cable)
        for given in called:
            for target in called:
                said = one_line(run("show", given, "-o", target, cwd=tmp_path))

                assert "is an input, and would be overwritten" in said
        assert cable.read_bytes() == CABLE.read_bytes()
        assert names(tmp_path) == ["far", "hard", "in", "soft", "way"]

    @posix
    @pytest.mark.parametrize("given", ["-", "/dev/stdin"])
    def test_standard_input(self, cable: Path, given: str, tmp_path: Path) -> None:
        """Not where standard input comes from it."""
        for target in self.other_names(cable):
            with cable.open("rb") as file:
                said = one_line(run("show", given, "-o", target, cwd=tmp_path, stdin=file))

            assert "is an input" in said
        assert cable.read_bytes() == CABLE.read_bytes()

    @posix
    @pytest.mark.parametrize("given", [True, False])
    def test_standard_output(self, cable: Path, given: bool) -> None:
        """Not where standard output is added to it."""
        with cable.open("rb") as file, cable.open("ab") as out:
            done = run("show", cable if given else "-", stdin=file, stdout=out)

        assert "standard output: goes to an input" in one_line(done)
        assert cable.read_bytes() == CABLE.read_bytes()

    @posix
    @pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
    def test_linked_into_a_folder(self, cable: Path, link: str, tmp_path: Path) -> None:
        """Not where the folder that is read holds a link to it."""
        outside = tmp_path / "outside.txt"
        cable.rename(outside)
        getattr(cable, link)(outside)
        said = one_line(run("show", cable.parent, "-o", outside))

        assert "is an input" in said
        assert outside.read_bytes() == CABLE.read_bytes()

    @posix
    def test_folder_by_another_name(self, cable: Path, tmp_path: Path) -> None:
        """Not in a folder that is read under another name."""
        (tmp_path / "way").symlink_to("in")

        one_line(run("show", tmp_path / "way", "-o", cable.parent / "new.txt"))
        one_line(run("show", cable.parent, "-o", tmp_path / "way" / "new.txt"))
        assert names(cable.parent) == ["cable.txt"]

    def test_what_else_is_read(self, cable: Path, tmp_path: Path) -> None:
        """Not where it is a review, or indicators; and nothing else keeps a file from its place."""
        (tmp_path / "mine.toml").write_text("")
        for option in ("--review", "--indicators"):
            mine = (option, tmp_path / "mine.toml", "-o", tmp_path / "mine.toml")

            assert "is an input" in one_line(run("diff", OLD, NEW, *mine))
        assert run("show", cable, "-o", tmp_path / "mine.toml").returncode == 0


NOBODY = 65534


@posix
class TestClosedFolders:
    """Folders that may be listed and not entered, or not listed: what is lost with them is told."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A folder with a cable, and with another in a folder within."""
        tmp_path.chmod(0o755)
        inner = tmp_path / "in" / "more.d"
        inner.mkdir(parents=True)
        (tmp_path / "in" / CABLE.name).write_bytes(CABLE.read_bytes())
        (inner / "more.txt").write_bytes(CABLE.read_bytes())
        return tmp_path / "in"

    @staticmethod
    def closed(folder: Path, mode: int, *arguments: object) -> tuple[int, list[str]]:
        """Run where a folder has a mode, as one whom it binds; return the code and what is said.

        The superuser is bound by no mode. So the run gives up what it may do once all is loaded,
        which may be where others cannot read, and stands in the folder before.
        """
        folder.chmod(mode)
        before = (
            "import signal, tipdiff.__main__\nfrom tipdiff.cli import main\n"
            "told = [os.dup(1), os.dup(2)]\nnowhere = os.open(os.devnull, os.O_WRONLY)\n"
            "os.dup2(nowhere, 1), os.dup2(nowhere, 2)\nmain(sys.argv[1:])\n"
            "os.dup2(told[0], 1), os.dup2(told[1], 2)\n"
            f"if os.getuid() == 0:\n    os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})"
        )
        try:
            done = run(*arguments, before=f"os.chdir({str(folder.parent)!r})\n{before}")
        finally:
            folder.chmod(0o755)
        return done.returncode, done.stderr.decode().splitlines()

    @pytest.mark.parametrize(
        ("mode", "name", "reason"),
        [
            (0o000, "more.d", "cannot be listed: Permission denied"),
            (0o333, "more.d", "cannot be listed: Permission denied"),
            (0o444, "more.d/more.txt", "cannot be read: Permission denied"),
        ],
    )
    @pytest.mark.parametrize("command", ["show", "claims", "trends", "history"])
    def test_within(self, folder: Path, command: str, mode: int, name: str, reason: str) -> None:
        """What else there is, is read, with a warning that names what is not."""
        code, said = self.closed(folder / "more.d", mode, command, ".")

        assert (code, said) == (0, [f"tipdiff: warning: {name}: not read: {reason}"])

    def test_of_a_comparison(self, folder: Path) -> None:
        """A comparison warns of it, too."""
        code, said = self.closed(folder / "more.d", 0, "diff", ".", ".", "--format", "json")

        assert code == 0
        assert any("more.d" in line and "cannot be listed" in line for line in said), said

    @pytest.mark.parametrize(
        ("mode", "reason"),
        [(0o000, "cannot be listed"), (0o333, "cannot be listed"), (0o444, "cannot be read")],
    )
    def test_named(self, folder: Path, mode: int, reason: str) -> None:
        """The folder that was named is trouble, which is not that it holds nothing."""
        code, [said] = self.closed(folder, mode, "show", "in")

        assert code == 2
        assert reason in said

    def test_links_and_pipes(self, folder: Path) -> None:
        """What is no file, and so not read, is told of; hidden names are nobody's loss."""
        (folder / "nowhere.txt").symlink_to("lost.txt")
        (folder / "again").symlink_to(".")
        (folder / ".hidden").symlink_to("lost.txt")
        os.mkfifo(folder / "pipe.txt")
        done = run("show", folder)
        told = [line.split(": ")[2:] for line in done.stderr.decode().splitlines()]

        assert done.returncode == 0
        assert told == [
            ["again", "not read", "a link to a folder", "name that folder itself"],
            ["nowhere.txt", "not read", "a link that leads nowhere"],
            ["pipe.txt", "not read", "a pipe or a device"],
        ]


@posix
class TestEndless:
    """What has no end, or one too far off."""

    @pytest.fixture
    def large(self, tmp_path: Path) -> Path:
        """A file of ten gigabytes, which takes no place on the disk."""
        path = tmp_path / "large.txt"
        with path.open("wb") as file:
            file.truncate(10_000_000_000)
        return path

    @pytest.mark.parametrize(
        "arguments",
        [
            ("show", "{}"),
            ("diff", OLD, "{}"),
            ("trends", OLD, "{}"),
            ("diff", OLD, NEW, "--review", "{}"),
            ("diff", OLD, NEW, "--indicators", "{}"),
            ("diff", OLD, NEW, "--judge", "math:dist", "--judge-cache", "{}"),
        ],
    )
    def test_named(self, large: Path, arguments: tuple[object, ...]) -> None:
        """Whatever it is named as, it ends the run at once."""
        for name in ("/dev/zero", str(large)):
            given = [str(each).format(name) for each in arguments]

            assert "larger than 64 MB" in one_line(run(*given, timeout=30))

    def test_standard_input(self) -> None:
        """So it does as standard input."""
        with Path("/dev/zero").open("rb") as file:
            assert "larger than 64 MB" in one_line(run("show", "-", stdin=file, timeout=30))

    def test_in_a_folder(self, large: Path) -> None:
        """In a folder it is left out, and told of."""
        (large.parent / CABLE.name).write_bytes(CABLE.read_bytes())
        done = run("show", large.parent, timeout=30)

        assert done.returncode == 0
        assert b"large.txt: not read: is larger than 64 MB" in done.stderr


def test_mode_of_a_new_file(tmp_path: Path) -> None:
    """A new file may be read by those whom the user lets read new files."""
    run("show", CABLE, "-o", tmp_path / "new.txt", before="os.umask(0o027)")

    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640


def test_arguments_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments are what the program was called with; patterns are the shell's."""
    monkeypatch.setattr(sys, "argv", ["tipdiff", "show", "*.txt"])

    assert _called() == ["show", "*.txt"]
