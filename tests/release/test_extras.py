"""Extras and licences: what the program tells a user to install is there, and all is named."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tipdiff"
if not PACKAGE.is_dir():  # the package is not here but installed
    PACKAGE = Path(importlib.util.find_spec("tipdiff").submodule_search_locations[0])  # type: ignore[union-attr,index]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
#: A hint as it is printed, or as a page says it.
HINT = re.compile(r"tipdiff\[([\w,-]+)\]")
#: What a message or a page tells the shell.
COMMAND = re.compile(r"pip install\s+(['\"]?)(?:tipdiff|\.)\[[\w,-]+\](['\"]?)")
TEXTS = sorted(
    [*PACKAGE.rglob("*.py"), ROOT / "README.md", *(ROOT / "docs").rglob("*.md")], key=str
)
#: What each extra lets the package import, as the import is written.
GIVES = {
    "documents": ("pdfplumber", "docx"),
    "docx": ("docx",),
    "pandas": ("pandas",),
    "dask": ("distributed",),
    "parquet": ("pyarrow",),
}


def test_every_hint_names_an_extra_that_there_is() -> None:
    """Who does as the program or a page says gets what is missing."""
    named = {
        (path.name, name)
        for path in TEXTS
        for match in HINT.finditer(path.read_text("utf-8"))
        for name in match[1].split(",")
    }

    assert {name for _, name in named} >= set(GIVES)
    assert not [(where, name) for where, name in named if name not in EXTRAS]


def test_every_hint_can_be_pasted_into_a_shell() -> None:
    """Brackets are quoted, for zsh takes them for a pattern, and so that cmd.exe knows them."""
    found = [
        (path.name, match[0])
        for path in TEXTS
        for match in COMMAND.finditer(path.read_text("utf-8"))
    ]

    assert len(found) >= len(GIVES)
    assert not [(where, text) for where, text in found if text.count('"') != 2]


@pytest.mark.parametrize("extra", GIVES)
def test_an_extra_brings_what_its_hint_is_for(extra: str) -> None:
    """Each module that an extra is for belongs to a package that it lists."""
    listed = {re.split(r"[<>=~!\[ ]", asked)[0].lower() for asked in EXTRAS[extra]}
    packages = {"docx": "python-docx"}

    assert {packages.get(module, module) for module in GIVES[extra]} == listed


def test_every_dependency_is_on_the_page_of_licences() -> None:
    """With what pyproject.toml asks for, the version that was seen, and its licence."""
    page = (ROOT / "docs" / "reference" / "licences.md").read_text("utf-8")
    rows = {
        tuple(row) for row in re.findall(r"^\| ([\w.-]+) \| (\S+) \| (\S*) ?\|", page, re.MULTILINE)
    }
    told = {name: (asked, seen) for name, asked, seen in rows}
    groups = [PROJECT["dependencies"], *EXTRAS.values()]

    for asked in {asked for group in groups for asked in group}:
        name, bound = re.fullmatch(r"([\w.-]+)(.*)", asked).groups()  # type: ignore[union-attr]
        assert told[name][0] == bound, asked
        assert told[name][1], f"{name}: no version was seen"
    assert "see its page" not in page
