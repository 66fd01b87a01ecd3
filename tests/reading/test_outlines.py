"""Fixtures of other kinds of report, read as their outlines say: judged before the code was run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tipdiff

FIXTURES = Path(__file__).parents[2] / "fixtures"
OUTLINES = sorted((FIXTURES / "gold").glob("*.outline.json"))


@pytest.mark.parametrize("path", OUTLINES, ids=[path.name for path in OUTLINES])
def test_outline(path: Path) -> None:
    """Every statement stands under its headings, and nothing else is a statement."""
    country, year = path.name.removesuffix(".outline.json").rsplit("-", 1)
    report = next(r for r in tipdiff.read_all(FIXTURES / country) if r.year == int(year))
    read = [{"section": [*s.section], "text": s.text} for s in report.statements]

    assert read == json.loads(path.read_text("utf-8"))


def test_there_are_outlines() -> None:
    """The folder is not empty."""
    assert OUTLINES
