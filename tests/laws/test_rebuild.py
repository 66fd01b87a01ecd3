"""Rebuild: the old report and the changes, less what is unchanged, give the new report back."""

from __future__ import annotations

import pytest
from hypothesis import given

from . import fixtures, laws
from .generators import SETTINGS, layouts, wild_pairs
from .reports import Layout, Model, read


@given(pair=wild_pairs(), old_layout=layouts(), new_layout=layouts())
@SETTINGS
def test_generated(pair: tuple[Model, Model], old_layout: Layout, new_layout: Layout) -> None:
    """Of any two generated reports, from their JSON alone: statements, headings and order."""
    laws.rebuild(read(pair[0], old_layout), read(pair[1], new_layout))


@pytest.mark.parametrize("country", fixtures.COUNTRIES)
def test_fixtures(country: str) -> None:
    """Of every edition of the repository's fixtures and the next."""
    for old, new in fixtures.successive(country):
        laws.rebuild(old, new)
