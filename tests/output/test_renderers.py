"""Renderers: one signature, found by name, passed by hand, or installed by another package."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib import invalidate_caches
from pathlib import Path

import pytest
from click import Context, Option
from click.testing import CliRunner

import tipdiff
from tipdiff.cli.commands import tipdiff as command
from tipdiff.cli.formats import Format
from tipdiff.output import RENDERERS, Options, installed, render, renderer
from tipdiff.output.results import KINDS, Claims, History, Kind, Result, Trends, kind_of

ROOT = Path(__file__).parents[2]
OSTREL = ROOT / "fixtures" / "ostrel"
NAMES = [
    (kind, name)
    for kind in KINDS
    for name, output in sorted(RENDERERS[kind].items())
    if not output.binary
]

#: A package as somebody else would write it: a module, and what its wheel says of it.
MODULE = """
def tally(comparison, options):
    return f"{len(comparison.changes)} changes in {options.width} columns\\n"

def years(history, options):
    return " ".join(map(str, history.threads[0].editions)) + "\\n"

def broken(comparison, options):
    return comparison.no_such_thing

def mute(comparison, options):
    return None
"""
ENTRY_POINTS = """
[tipdiff.renderers]
tally = ostrel_formats:tally
broken = ostrel_formats:broken
mute = ostrel_formats:mute
lost = ostrel_formats:nowhere
text = ostrel_formats:tally

[tipdiff.renderers.history]
years = ostrel_formats:years
"""


@cache
def result(kind: Kind) -> Result:
    """A result of each kind, of the invented country."""
    reports = tipdiff.read_all(OSTREL)
    if kind == "comparison":
        return tipdiff.compare(reports[0], reports[1])
    if kind == "trends":
        series = tuple(tipdiff.trends(reports))
        return Trends(series, series[0].country, series[0].editions)
    if kind == "history":
        return History(tuple(tipdiff.history(reports)), "Ostrel")
    if kind == "claims":
        text = reports[0].statements[22].text
        return Claims(reports[0], {reports[0].statements[22].id: tipdiff.extract_claims(text)})
    return reports[0]


NAME = "ostrel_formats"
#: The files of its wheel.
WHEEL = {
    f"{NAME}.py": MODULE,
    f"{NAME}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n",
    f"{NAME}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{NAME}-1.0.dist-info/entry_points.txt": ENTRY_POINTS,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the package from its wheel."""
    folder = tmp_path_factory.mktemp("plugin")
    wheel = folder / f"{NAME}-1.0-py3-none-any.whl"
    record = f"{NAME}-1.0.dist-info/RECORD"
    with zipfile.ZipFile(wheel, "w") as file:
        for name, text in (WHEEL | {record: "".join(f"{n},,\n" for n in (*WHEEL, record))}).items():
            file.writestr(name, text)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    how = ["--no-index", "--no-deps", "--target", str(folder / "site"), str(wheel)]
    subprocess.run([*pip, *how], check=True, timeout=120)
    return folder / "site"


@pytest.fixture
def plugin(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The package where Python looks for packages, here and in processes of the test."""
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("PYTHONPATH", str(site))
    invalidate_caches()
    yield site
    sys.modules.pop(NAME, None)


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tipdiff", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


class TestByName:
    """``render`` and ``renderer``."""

    @pytest.mark.parametrize(("kind", "name"), NAMES)
    def test_one_signature(self, kind: Kind, name: str) -> None:
        """Each takes its result and options, and gives text that ends its last line."""
        text = renderer(name, kind)(result(kind), Options())

        assert text.endswith("\n")
        assert render(result(kind), name) == text

    @pytest.mark.parametrize("kind", KINDS)
    def test_unknown(self, kind: Kind) -> None:
        """An unknown name is told which there are of that kind."""
        with pytest.raises(tipdiff.TipdiffError, match=r"'runes'; there are text, json"):
            render(result(kind), "runes")

    def test_what_the_library_gives(self) -> None:
        """Series and threads are shown as they come, one or many."""
        threads = tipdiff.history(OSTREL)
        series = tipdiff.trends(OSTREL)

        assert render(threads) == renderer("text", "history")(History(tuple(threads)), Options())
        assert threads[3].text.split()[0] in render(threads[3])
        assert "Ostrel: figures over the years" in render(series[0])
        assert kind_of(result("claims")) == "claims"

    @pytest.mark.parametrize("other", ["text", 3, None, [], [1, 2], {}])
    def test_nothing_to_show(self, other: object) -> None:
        """What is no result is refused in one line."""
        with pytest.raises(tipdiff.TipdiffError, match="cannot be shown"):
            render(other)

    def test_options(self) -> None:
        """Options are passed on."""
        narrow = render(result("comparison"), options=Options(width=60))

        assert max(map(len, narrow.splitlines())) <= 60
        assert tipdiff.render is render

    def test_views(self) -> None:
        """A history's text tells the view that is asked for; an unknown one is refused."""
        assert "Dropped in" in render(result("history"), options=Options(view="dropped"))
        with pytest.raises(tipdiff.TipdiffError, match="blame"):
            render(result("history"), options=Options(view="upside-down"))


class TestOnesOwn:
    """A callable passed by hand."""

    def test_it_gets_result_and_options(self) -> None:
        """It is called with the result and the options, and its text is the result's."""

        def own(comparison: tipdiff.Comparison, options: Options) -> str:
            return f"{comparison.summary.changed} of {len(comparison.changes)}, {options.width}"

        compared = result("comparison")
        assert isinstance(compared, tipdiff.Comparison)

        assert render(compared, own, Options(width=71)) == (
            f"{compared.summary.changed} of {len(compared.changes)}, 71"
        )


@pytest.mark.usefixtures("plugin")
class TestInstalled:
    """Entry points of other packages."""

    def test_by_name(self) -> None:
        """An installed renderer is found by its name, and of its kind only."""
        compared = result("comparison")
        assert isinstance(compared, tipdiff.Comparison)

        assert render(compared, "tally") == f"{len(compared.changes)} changes in 100 columns\n"
        assert render(result("history"), "years") == "2005 2006 2007\n"
        with pytest.raises(tipdiff.TipdiffError, match="no format is called 'tally'"):
            render(result("history"), "tally")

    def test_on_the_command_line(self) -> None:
        """``--format`` takes its name, and writes what it gives."""
        done = run("diff", OSTREL / "2005", OSTREL / "2006", "--format", "tally")
        history = run("history", OSTREL, "--format", "years")

        assert (done.returncode, done.stderr) == (1, "")
        assert done.stdout.endswith("changes in 100 columns\n")
        assert (history.returncode, history.stdout) == (0, "2005 2006 2007\n")

    def test_the_own_names_stay(self) -> None:
        """No package takes the place of the project's own format."""
        assert render(result("comparison"), "text").startswith("Ostrel: 2005 → 2006")

    @pytest.mark.parametrize(
        ("name", "told"),
        [("broken", "no_such_thing"), ("mute", "NoneType"), ("lost", "nowhere")],
    )
    def test_trouble_is_its_own(self, name: str, told: str) -> None:
        """What goes wrong in it is one line that names it, and no traceback."""
        done = run("diff", OSTREL / "2005", OSTREL / "2006", "--format", name)

        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert f"format {name} (ostrel_formats:" in done.stderr
        assert told in done.stderr

    def test_completion(self) -> None:
        """A shell that completes words offers the installed names beside the project's own."""
        offered = Format("comparison", "text", "json").shell_complete(
            Context(command), Option(["--format"]), "t"
        )

        assert [item.value for item in offered] == ["text", "tally"]

    def test_unknown_names_tell_it(self) -> None:
        """Who mistypes a name is told the installed ones too."""
        done = CliRunner().invoke(command, ["diff", "a", "b", "--format", "taly"])

        assert done.exit_code == 2
        assert "html, docx, broken, lost, mute, tally" in done.output


def test_the_own_formats_look_for_no_other() -> None:
    """Asked for a format of the project's own, no entry point is looked for: it takes time."""
    program = (
        "import sys; from tipdiff.cli import main\n"
        f"main(['diff', {str(OSTREL / '2005')!r}, {str(OSTREL / '2005')!r}, '--format', 'csv'])\n"
        "sys.exit('importlib.metadata' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert done.returncode == 0
    assert installed("report") == ()
