"""Partition: every statement of either report stands in exactly one change, of one status."""

from __future__ import annotations

import pytest
from hypothesis import example, given

import tipdiff

from . import fixtures, laws
from .generators import SETTINGS, any_texts, layouts, wild_pairs
from .reports import Layout, Model, read


def partitioned(old: tipdiff.Report, new: tipdiff.Report) -> None:
    """Hold what the contract says of every comparison on one."""
    comparison = tipdiff.compare(old, new)

    laws.partition(comparison, old, new)
    laws.sides(comparison)
    laws.statuses(comparison)
    laws.copies(comparison)
    laws.ordered(comparison, old, new)


class TestGenerated:
    """Of generated reports."""

    @given(pair=wild_pairs(), old_layout=layouts(), new_layout=layouts())
    @SETTINGS
    def test_partition(
        self, pair: tuple[Model, Model], old_layout: Layout, new_layout: Layout
    ) -> None:
        """Whatever two reports hold and however they are typed, nothing is lost or told twice."""
        partitioned(read(pair[0], old_layout), read(pair[1], new_layout))

    @given(old_text=any_texts(), new_text=any_texts())
    @example(old_text="0\n", new_text="\n-- A. 00\n")  # no section in common
    @example(
        old_text="\n-- A. Clerks keep the register. 0\n", new_text="Clerks keep the register. \n"
    )
    @SETTINGS
    def test_any_text(self, old_text: str, new_text: str) -> None:
        """Any two texts at all are compared without loss, if they can be read."""
        try:
            old = tipdiff.read(old_text, country="Varona", year=2007)
            new = tipdiff.read(new_text, country="Varona", year=2008)
        except tipdiff.TipdiffError:
            return
        partitioned(old, new)


class TestFixtures:
    """Of the repository's fixtures."""

    def test_fixtures_are_found(self) -> None:
        """The countries of the fixtures are there, with more than one edition of the main one."""
        assert {"varona", "ostrel"} <= set(fixtures.COUNTRIES)
        assert len(fixtures.editions("varona")) > 1

    @pytest.mark.parametrize("country", fixtures.COUNTRIES)
    def test_partition(self, country: str) -> None:
        """Every edition against the next."""
        for old, new in fixtures.successive(country):
            partitioned(old, new)
