"""The documentation is true: commands are run, examples tested, links followed."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

import tipdiff
from tipdiff.cli import main
from tipdiff.cli.commands import tipdiff as command
from tipdiff.comparison.rules import TRAITS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: What stands for lines left out of a shown output.
ELISION = "..."

each_page = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])


def console_blocks(page: Path) -> list[tuple[str, list[str]]]:
    """Every command that a page shows: its words, and the lines shown of what it prints."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, *shown = part.rstrip("\n").split("\n")
            found.append((line, shown))
    return found


SHOWING = [page for page in PAGES if console_blocks(page)]


def printed_by(line: str) -> str:
    """What a shown command prints: one of tipdiff's, or one of the few of a shell that help it."""
    words = shlex.split(line)
    if words[0] == "tipdiff":
        with CliRunner().isolation() as (out, err, _):
            code = main(words[1:])

            assert code in {0, 1}, f"{line}: {err.getvalue().decode()}"
            return out.getvalue().decode()
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, env={"PATH": path}, check=False
    )

    assert done.returncode == 0, f"{line}: {done.stderr}"
    return done.stdout


def runs(shown: list[str]) -> list[str]:
    """The runs of lines that must stand in the output unbroken, in this order."""
    found: list[list[str]] = [[]]
    for line in shown:
        found = [*found, []] if line == ELISION else [*found[:-1], [*found[-1], line]]
    return ["\n".join(run) for run in found if run]


def place(page: Path, target: str) -> Path:
    """Where a page's link leads; a file of the package is looked for where it is installed."""
    path = (page.parent / target).resolve()
    package = ROOT / "tipdiff"
    if path.is_relative_to(package):
        return Path(tipdiff.__file__).parent / path.relative_to(package)
    return path


class TestConsole:
    """Shown commands."""

    @pytest.mark.parametrize("page", SHOWING, ids=[page.name for page in SHOWING])
    def test_output(self, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page's commands, one after another, print what it shows, but for what it leaves out."""
        (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
        monkeypatch.chdir(tmp_path)
        for line, shown in console_blocks(page):
            printed = printed_by(line)
            at = 0
            for run in runs(shown):
                place = printed.find(run, at)

                assert place >= 0, f"{line} no longer prints:\n{run}\n\nbut:\n{printed[:3000]}"
                at = place + len(run)

    def test_there_are_some(self) -> None:
        """The front page shows the main command at work."""
        assert any(" diff " in line for line, _ in console_blocks(ROOT / "README.md"))


class TestPages:
    """Every page."""

    @each_page
    def test_examples(self, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Python examples give what they show."""
        (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
        monkeypatch.chdir(tmp_path)
        failed, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

        assert failed == 0

    @each_page
    def test_links(self, page: Path) -> None:
        """Links within the project lead somewhere."""
        targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text("utf-8"))
        missing = [target for target in targets if not place(page, target).exists()]

        assert missing == []


def script(name: str) -> ModuleType:
    """A script of the docs folder, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(ROOT / "docs"))  # as Python does for a script: its folder comes first
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    return module


class TestFrontPage:
    """The tables of accuracy on the front page."""

    def test_as_measured(self) -> None:
        """They are what the benchmarks' page says."""
        readme = (ROOT / "README.md").read_text("utf-8")
        benchmarks = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")

        assert script("make_front").front(readme, benchmarks) == readme

    def test_no_such_table(self) -> None:
        """A table that is no longer printed is missed."""
        with pytest.raises(ValueError, match="no table begins with"):
            script("make_front").front("<!-- accuracy -->\n<!-- end of accuracy -->", "nothing\n")


class TestCommandLine:
    """The page of the command line."""

    def test_up_to_date(self) -> None:
        """It is what the commands' own help says."""
        page = script("make_cli").page()

        assert (ROOT / "docs" / "cli.md").read_text("utf-8") == page

    def test_every_command_is_on_the_front_page(self) -> None:
        """A newcomer sees what there is."""
        front = (ROOT / "README.md").read_text("utf-8")

        assert [name for name in command.commands if f"tipdiff {name} " not in front] == []

    @pytest.mark.parametrize("name", sorted(command.commands))
    def test_help(self, name: str) -> None:
        """Every command says what it does, and every option what it is for."""
        found = command.commands[name]

        assert found.help
        assert all(getattr(p, "help", "x") for p in found.params if p.param_type_name == "option")


class TestContract:
    """The page that others rely on."""

    def test_names(self) -> None:
        """Every public call is on it, and every trait in the page it refers to."""
        contract = (ROOT / "docs" / "contract.md").read_text("utf-8")
        calls = [name for name in tipdiff.__all__ if name[0].islower()]

        assert [name for name in calls if f"tipdiff.{name}" not in contract] == []
        comparison = (ROOT / "docs" / "comparison.md").read_text("utf-8")

        assert [rule.gives for rule in TRAITS if f"`{rule.gives}`" not in comparison] == []


def test_every_dependency_has_its_reason() -> None:
    """Each package that tipdiff installs is a row of the decisions; the others are named."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [re.split(r"[^\w-]", each)[0] for each in project["dependencies"]]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")

    assert [name for name in named if f"| {name} |" not in page] == []
    extras = [each for group in project["optional-dependencies"].values() for each in group]
    said = [re.split(r"[^\w-]", each)[0].lower() for each in extras]
    assert [name for name in said if name not in page.lower()] == []


def test_a_mended_dependency_reaches_everyone() -> None:
    """Each package has a lowest version and no highest one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]

    assert [e for group in groups for e in group if not re.fullmatch(r"[\w-]+>=\d[\d.]*", e)] == []
