"""Laws of series, on the fixtures and on any numbers."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from benchmarks.metrics import pooled
from benchmarks.trends import results

from .cases import edition, followed

ROOT = Path(__file__).parents[2] / "fixtures"
COUNTRIES = ("varona", "ostrel")
#: What the points of all fixtures together must reach.
LEAST = 0.95

figures = st.dictionaries(st.integers(1999, 2012), st.integers(2, 900), min_size=1, max_size=6)


def told(year: int, count: int) -> str:
    """A sentence with one conviction figure."""
    return f"The courts convicted {count} traffickers in {year}."


class TestOrder:
    """The order in which reports are given."""

    def test_any_order(self) -> None:
        """Every order of the editions gives the same series."""
        reports = tipdiff.read_all(ROOT / "ostrel")
        first = tipdiff.trends(reports)

        assert all(tipdiff.trends(order) == first for order in permutations(reports))

    @given(figures, st.randoms())
    def test_any_order_of_any_figures(self, said: dict[int, int], random: object) -> None:
        """The points are those that were told, by year."""
        reports = [edition(year + 1, told(year, count)) for year, count in said.items()]
        random.shuffle(reports)  # type: ignore[attr-defined]

        assert followed(tipdiff.trends(reports), "convictions") == dict(sorted(said.items()))


class TestWhatChangesNothing:
    """Reports that add nothing."""

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_a_report_given_twice(self, country: str) -> None:
        """The same report again changes nothing."""
        reports = tipdiff.read_all(ROOT / country)

        assert tipdiff.trends([*reports, *reports]) == tipdiff.trends(reports)

    @given(figures)
    def test_an_edition_without_figures(self, said: dict[int, int]) -> None:
        """An edition that gives no figure changes no point."""
        reports = [edition(year + 1, told(year, count)) for year, count in said.items()]
        silent = edition(2020, "The ferry runs by night.")

        assert [s.points for s in tipdiff.trends([*reports, silent])] == [
            s.points for s in tipdiff.trends(reports)
        ]


class TestPoints:
    """What holds for every point of the fixtures."""

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_keys_are_unique(self, country: str) -> None:
        """No two series are of one indicator and breakdown, and no two bear one label."""
        found = tipdiff.trends(ROOT / country)
        keys = [
            (s.indicator, *sorted(s.breakdown.items())) for s in found if s.indicator is not None
        ]

        assert len(keys) == len(set(keys))
        assert len({s.label for s in found}) == len(found)

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_points_are_cited(self, country: str) -> None:
        """Every point names a statement of the report it names, and years stand in order."""
        reports = {r.year: r for r in tipdiff.read_all(ROOT / country)}
        for series in tipdiff.trends(ROOT / country):
            years = [p.year for p in series.points]
            for point in series.points:
                ids = {s.id for s in reports[point.edition].statements}

                assert point.statement in ids
                assert point.statement.startswith(f"{point.reported_in}:")
            assert years == sorted(set(years))

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_superseded_are_older(self, country: str) -> None:
        """What is superseded comes from earlier editions, latest first."""
        for series in tipdiff.trends(ROOT / country):
            for point in series.points:
                editions = [point.edition, *(r.edition for r in point.superseded)]

                assert editions == sorted(set(editions), reverse=True)  # type: ignore[type-var]

    def test_gold(self) -> None:
        """The points of the fixtures are those that an analyst read."""
        found = list(results())
        told = [line for *_, lines in found for line in lines]
        tally = pooled(one for _, _, one, _ in found)

        assert tally.precision >= LEAST, told
        assert tally.recall >= LEAST, told
