"""Identity: a report against itself is all unchanged, nothing has moved, and the exit code is 0."""

from __future__ import annotations

import pytest
from hypothesis import given

import tipdiff

from . import fixtures, laws
from .generators import SETTINGS, Layout, Model, any_texts, layouts, models, read, wild_models


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
