"""Swap: with old and new exchanged, new and dropped change places, and all else mirrors."""

from __future__ import annotations

import pytest
from hypothesis import given

import tipdiff

from . import fixtures, laws
from .generators import SETTINGS, layouts, wild_pairs
from .reports import Layout, Model, read


@given(pair=wild_pairs(), old_layout=layouts(), new_layout=layouts())
@SETTINGS
def test_generated(pair: tuple[Model, Model], old_layout: Layout, new_layout: Layout) -> None:
    """Of any two generated reports."""
    old, new = read(pair[0], old_layout), read(pair[1], new_layout)

    laws.swapped(tipdiff.compare(old, new), tipdiff.compare(new, old))


@pytest.mark.parametrize("country", fixtures.COUNTRIES)
def test_fixtures(country: str) -> None:
    """Of every edition of the repository's fixtures and the next."""
    for old, new in fixtures.successive(country):
        laws.swapped(tipdiff.compare(old, new), tipdiff.compare(new, old))
