"""The commands as a user runs them: arguments in, text, JSON and an exit code out."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import tipdiff

ROOT = Path(__file__).parents[2]
OSTREL, VARONA = ROOT / "fixtures" / "ostrel", ROOT / "fixtures" / "varona"
OLD = OSTREL / "2005"
NEW = OSTREL / "2006"
CABLE = OLD / "05KALVIK140.txt"


def run(
    *arguments: object, given: bytes | None = None, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tipdiff", *map(str, arguments)],
        capture_output=True,
        check=False,
        input=given,
        env=os.environ | environ,
        timeout=120,
    )


class TestDiff:
    """``tipdiff diff``."""

    def test_exit_of_a_difference(self) -> None:
        """Two different reports end with 1, and standard error stays empty."""
        done = run("diff", OLD, NEW)

        assert (done.returncode, done.stderr) == (1, b"")

    def test_exit_of_no_difference(self) -> None:
        """A report against itself ends with 0 and says that nothing changed."""
        done = run("diff", OLD, OLD)

        assert done.returncode == 0
        assert "Nothing changed." in done.stdout.decode()

    def test_json_is_the_contract(self) -> None:
        """The JSON is that of the library, and gives the same comparison back."""
        done = run("diff", OLD, NEW, "--format", "json")
        comparison = tipdiff.compare(OLD, NEW)

        assert json.loads(done.stdout) == tipdiff.to_dict(comparison)
        assert tipdiff.from_dict(json.loads(done.stdout)) == comparison

    def test_standard_input(self) -> None:
        """A dash is standard input, on either side."""
        done = run("diff", "-", NEW, "--format", "json", given=CABLE.read_bytes())
        found = [(c["status"], c["traits"]) for c in json.loads(done.stdout)["changes"]]

        assert done.returncode == 1
        assert found == [(c.status, list(c.traits)) for c in tipdiff.compare(CABLE, NEW).changes]

    def test_twice_standard_input(self) -> None:
        """Standard input cannot be both reports."""
        done = run("diff", "-", "-", given=CABLE.read_bytes())

        assert done.returncode == 2
        assert b"standard input" in done.stderr

    def test_all(self) -> None:
        """Unchanged text is a count, unless it is asked for."""
        longest = max((s.text for s in tipdiff.read(OLD).statements), key=len)[:40].encode()

        assert longest not in run("diff", OLD, OLD).stdout
        assert longest in run("diff", OLD, OLD, "--all").stdout

    def test_explain(self) -> None:
        """Each link says why it was made, in the text and in the JSON."""
        text = run("diff", "--explain", OLD, NEW).stdout.decode()
        changes = json.loads(run("diff", OLD, NEW, "--explain", "--format", "json").stdout)

        assert "why: linked: " in text
        assert "content words shared" in " ".join(text.split())
        assert "log-odds" not in text
        assert all(change["why"] for change in changes["changes"])
        assert any(change["evidence"] for change in changes["changes"])

    def test_explain_full(self) -> None:
        """With the word for it the numbers of the model are told too."""
        text = run("diff", OLD, NEW, "--explain=full").stdout.decode()

        assert "why: linked: " in text
        assert "log-odds" in text

    def test_explain_wrong(self) -> None:
        """Another word is refused, and behind a dash dash it is a file."""
        assert run("diff", OLD, NEW, "--explain=more").returncode == 2
        assert b"--explain: " in run("diff", OLD, "--", "--explain").stderr

    @pytest.mark.parametrize("option", ["--old-year", "--new-year"])
    def test_years(self, option: str) -> None:
        """The edition can be said."""
        side = option.strip("-").split("-")[0]
        data = json.loads(run("diff", OLD, NEW, option, "2001", "--format", "json").stdout)

        assert (data[side]["year"], data[side]["covers"]) == (2001, 2000)

    def test_country(self) -> None:
        """The country can be said, for both."""
        data = json.loads(run("diff", OLD, NEW, "--country", "Tessaly", "--format", "json").stdout)

        assert (data["old"]["country"], data["new"]["country"]) == ("Tessaly", "Tessaly")


class TestTargets:
    """The files that a command writes."""

    TWICE = (("diff", "--review-template"), ("trends", "--plot"), ("history", "--plot"))

    @pytest.mark.parametrize(("name", "option"), TWICE)
    def test_one_file_for_two_results(self, name: str, option: str, tmp_path: Path) -> None:
        """Two results do not go to one file, of which one would be lost."""
        target = tmp_path / "result.png"
        done = run(name, OLD, NEW, "-o", target, option, target)

        assert done.returncode == 2
        assert b"cannot be both results" in done.stderr
        assert not target.exists()

    @pytest.mark.parametrize(("name", "option"), TWICE)
    def test_no_file(self, name: str, option: str) -> None:
        """What is written beside the result needs a file: standard output is the result's."""
        done = run(name, OLD, NEW, option, "-")

        assert (done.returncode, done.stdout) == (2, b"")
        assert b"needs a file" in done.stderr


def test_ids_of_parts_without_header(tmp_path: Path) -> None:
    """Parts of a narrative are no duplicates, and bear the same ids in every command."""
    folder = tmp_path / "2011"
    folder.mkdir()
    (folder / "part1.txt").write_text("Police of the coast arrested 12 traffickers in 2011.\n")
    (folder / "part2.txt").write_text("Courts in the hills convicted 7 traffickers in 2011.\n")
    asked = ("--country", "Sarvenia", "--year", f"{folder}=2011")
    shown = run("show", folder, "--country", "Sarvenia", "--year", "2011")
    done = [
        shown,
        run("trends", folder, "--country", "Sarvenia", "--format", "json"),
        run("trends", folder, *asked, "--format", "json"),
        run("history", folder, "--country", "Sarvenia", "--all", "--format", "json"),
    ]

    for each in done:
        assert each.returncode == 0, each.stderr
        assert b"SARVENIA-2011:1" in each.stdout
        assert b"SARVENIA-2011/2:1" in each.stdout
        assert b"REPORT-2011" not in each.stdout
        assert b"there twice" not in each.stdout + each.stderr


@pytest.mark.parametrize("name", ["trends", "history"])
class TestCountry:
    """``--country`` of the commands that take many reports."""

    def test_chooses_none_of_several(self, name: str) -> None:
        """It says what a text does not; reports of two countries stay an error, and are named."""
        done = run(name, VARONA / "2004", OSTREL, "--country", "Varona")

        assert done.returncode == 2
        assert b"reports of more than one country: Ostrel, Varona" in done.stderr

    def test_years(self, name: str) -> None:
        """``--year`` and ``--covers`` say of one report what its text does not."""
        first = str(VARONA / "2004")
        done = run(
            *(name, first, VARONA / "2005", "--year", f"{first}=1999"),
            *("--covers", f"{first}=1998", "--format", "json"),
        )

        assert done.returncode == 0, done.stderr
        assert b"1998" in done.stdout

    def test_a_year_inside_a_folder(self, name: str) -> None:
        """A year may be said of one edition in a folder of them; the others stay as they are."""
        done = run(name, VARONA, "--year", f"{VARONA}/2004/=1999", "--format", "json")
        again = run(
            *(name, *sorted(VARONA.iterdir()), "--year", f"{VARONA / '2004'}=1999"),
            *("--format", "json"),
        )

        assert done.returncode == 0, done.stderr
        assert done.stdout == again.stdout
        assert done.stdout != run(name, VARONA, "--format", "json").stdout

    def test_a_slash_is_nothing(self, name: str) -> None:
        """A path is the same with a slash at its end."""
        done = run(name, f"{VARONA}/2004/", VARONA / "2005", "--year", f"{VARONA}/2004=1999")

        assert done.returncode == 0, done.stderr

    def test_a_year_of_no_report(self, name: str) -> None:
        """A year of a report that was not given is told."""
        done = run(name, VARONA / "2004", VARONA / "2005", "--year", "1999")

        assert done.returncode == 2
        assert b"PATH=YEAR" in done.stderr

    def test_of_one(self, name: str) -> None:
        """What one country's reports call it gives way."""
        done = run(name, OSTREL, "--country", "Tessaly", "--format", "json")

        assert json.loads(done.stdout)["country"] == "Tessaly"


class TestShow:
    """``tipdiff show``."""

    def test_json_is_the_contract(self) -> None:
        """The JSON is that of the report."""
        done = run("show", OLD, "--format", "json")

        assert done.returncode == 0
        assert json.loads(done.stdout) == tipdiff.to_dict(tipdiff.read(OLD))

    def test_text(self) -> None:
        """Header, every statement with its id, and every repair with its line."""
        report = tipdiff.read(OLD)
        text = run("show", OLD).stdout.decode()

        assert report.cables[0].id in text
        assert all(f"{statement.id} " in text for statement in report.statements)
        assert all(f"{d.source}:{d.line}: {d.kind}" in text for d in report.diagnostics)


class TestClaims:
    """``tipdiff claims``."""

    def test_json(self) -> None:
        """Each statement that has claims, with its place and all of them."""
        data = json.loads(run("claims", OLD, "--format", "json").stdout)
        report = tipdiff.read(OLD)
        known = {s.id: s.text for s in report.statements}

        assert data["schema"] == "tipdiff/report-claims/1"
        assert data["statements"]
        for statement in data["statements"]:
            assert statement["text"] == known[statement["id"]]
            for claim in statement["claims"]:
                start, end = claim["span"]

                assert statement["text"][start:end] == claim["text"]

    def test_text(self) -> None:
        """Each figure stands under its statement."""
        text = run("claims", OLD).stdout.decode()

        assert "indicator convictions" in text


class TestOutput:
    """``-o``: whole or not at all."""

    def test_file(self, tmp_path: Path) -> None:
        """The file holds what standard output would, and nothing else is printed."""
        target = tmp_path / "changes.txt"
        done = run("diff", OLD, NEW, "-o", target)

        assert (done.returncode, done.stdout) == (1, b"")
        assert target.read_bytes() == run("diff", OLD, NEW).stdout
        assert [path.name for path in tmp_path.iterdir()] == ["changes.txt"]

    def test_trouble_leaves_the_old_file(self, tmp_path: Path) -> None:
        """What stood in the file stays if there is trouble."""
        target = tmp_path / "changes.txt"
        target.write_text("before")
        done = run("diff", OLD, ROOT / "fixtures" / "hostile" / "empty.txt", "-o", target)

        assert done.returncode == 2
        assert target.read_text() == "before"

    def test_an_input(self, tmp_path: Path) -> None:
        """A cable is never overwritten by what is said of it."""
        cable = tmp_path / "cable.txt"
        cable.write_bytes(CABLE.read_bytes())
        done = run("show", cable, "-o", cable)

        assert done.returncode == 2
        assert cable.read_bytes() == CABLE.read_bytes()

    def test_mode_is_kept(self, tmp_path: Path) -> None:
        """Who may read the file stays as it was."""
        target = tmp_path / "changes.txt"
        target.write_text("before")
        target.chmod(0o640)
        run("diff", OLD, NEW, "-o", target)

        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    def test_no_such_folder(self, tmp_path: Path) -> None:
        """A place that is not there is trouble, in one line."""
        done = run("diff", OLD, NEW, "-o", tmp_path / "nowhere" / "changes.txt")

        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1

    @pytest.mark.parametrize("command", ["trends", "history"])
    def test_picture_of_no_kind(self, command: str, tmp_path: Path) -> None:
        """That no picture ends so is told before any report is read."""
        done = run(command, tmp_path / "none.txt", "--plot", tmp_path / "new.gif")

        assert done.returncode == 2
        assert b"a picture's name ends in" in done.stderr


class TestStreams:
    """Standard output and error, whatever they are."""

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
    def test_utf_8_wherever_it_goes(self, encoding: str) -> None:
        """A pipe gets UTF-8 whatever the locale says."""
        done = run("diff", OLD, NEW, PYTHONIOENCODING=encoding, LC_ALL="C")

        assert done.returncode == 1
        assert "→" in done.stdout.decode("utf-8")

    def test_reader_goes_away(self) -> None:
        """A reader that has seen enough (``| head -1``) is no trouble."""
        shell = f"{sys.executable} -m tipdiff diff {OLD} {NEW} --format json | head -c 10"
        done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False, timeout=120)

        assert done.stderr == b""

    def test_no_styles_in_a_pipe(self) -> None:
        """Nothing but text goes where no terminal is."""
        assert b"\x1b" not in run("diff", OLD, NEW).stdout


class TestUsage:
    """What is wrong with arguments."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ("diff", OLD),
            ("diff", OLD, NEW, NEW),
            ("diff", OLD, NEW, "--format", "yaml"),
            ("diff", OLD, NEW, "--old-year", "soon"),
            ("show",),
            ("nothing",),
            ("--nothing",),
        ],
    )
    def test_one_line(self, arguments: tuple[object, ...]) -> None:
        """Exit 2, and one line that says where to read on."""
        done = run(*arguments)

        assert done.returncode == 2
        assert done.stdout == b""
        assert len(done.stderr.splitlines()) == 1
        assert b"--help" in done.stderr

    def test_version(self) -> None:
        """The version is that of the package."""
        assert run("--version").stdout.decode().strip() == f"tipdiff {tipdiff.__version__}"


#: What a command may load only when it needs it.
HEAVY = ("matplotlib", "cattrs", "charset_normalizer", "pandas", "jinja2", "dask", "http")


def test_what_a_comparison_loads() -> None:
    """Comparing two plain reports loads no library for plots, pages, or undeclared encodings."""
    plain = ROOT / "fixtures" / "varona" / "2004"
    program = (
        "import sys; from tipdiff.cli import main\n"
        f"code = main(['diff', {str(plain)!r}, {str(plain)!r}])\n"
        f"sys.stderr.write(' '.join(m for m in {HEAVY!r} if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, timeout=120
    )

    assert done.stderr == b""
