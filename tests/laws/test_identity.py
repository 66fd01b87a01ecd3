"""Identity: a report against itself is all unchanged, nothing has moved, and the exit code is 0."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

import tipdiff

from . import fixtures, laws
from .generators import SETTINGS, any_texts, layouts, models, wild_models
from .reports import Answer, Block, Layout, Model, Sentence, read, render

if TYPE_CHECKING:
    from pathlib import Path


@given(model=models(), layout=layouts())
@SETTINGS
def test_distinct_statements(model: Model, layout: Layout) -> None:
    """Of a report of distinct statements each is linked with itself alone."""
    report = read(model, layout)
    laws.identity(report)

    comparison = tipdiff.compare(report, report)

    assert all(len(c.old) == len(c.new) == 1 for c in comparison.changes)


@given(model=wild_models(), layout=layouts())
@SETTINGS
def test_wild_statements(model: Model, layout: Layout) -> None:
    """Of a report that repeats itself too."""
    laws.identity(read(model, layout))


@given(text=any_texts())
@SETTINGS
def test_any_text(text: str) -> None:
    """Of any text at all that can be read."""
    try:
        report = tipdiff.read(text, country="Varona", year=2007)
    except tipdiff.TipdiffError:
        return
    laws.identity(report)


@pytest.mark.parametrize("country", fixtures.COUNTRIES)
def test_fixtures(country: str) -> None:
    """Of every edition of the repository's fixtures."""
    for report in fixtures.editions(country):
        laws.identity(report)


@pytest.mark.parametrize("path", fixtures.HOSTILE, ids=[p.name for p in fixtures.HOSTILE])
def test_hostile(path: Path) -> None:
    """What can hardly be read is refused in one line that names it, or is a report like others."""
    try:
        report = tipdiff.read(path)
    except tipdiff.TipdiffError as error:
        refusal = str(error)
    else:
        refusal = ""
        laws.identity(report)

    assert "\n" not in refusal
    assert not refusal or path.name in refusal


def test_exit_codes(tmp_path: Path) -> None:
    """The command line exits with 0 for the same report retyped, 1 for a move, 2 in trouble."""
    old, new, moved = (tmp_path / name for name in ("old.txt", "new.txt", "moved.txt"))
    texts = [Sentence(i, i).text for i in range(4)]
    report = Model(2007, (Block("Overview", (Answer("A", (tuple(texts),)),)),))
    old.write_text(render(report, Layout()), encoding="utf-8")
    new.write_text(render(report, Layout(width=50, page=9, first=27)), encoding="utf-8")
    texts.append(texts.pop(0))
    report = Model(2007, (Block("Overview", (Answer("A", (tuple(texts),)),)),))
    moved.write_text(render(report, Layout()), encoding="utf-8")

    def code(*sources: Path) -> int:
        command = [sys.executable, "-m", "tipdiff", "diff", *map(str, sources)]
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert code(old, new) == 0
    assert code(old, moved) == 1
    assert code(old, tmp_path / "none.txt") == 2
