"""Texts that share their weightiest words with very many others."""

from __future__ import annotations

from tipdiff.comparison.findings.terms import NEAREST, likely


class TestNearest:
    """How many texts one word calls up."""

    def test_the_nearest_of_many(self) -> None:
        """Of texts of one form each is set beside the nearest before it, and no more."""
        found = list(likely([{"crate": 0.8, "pier": 0.6}] * (3 * NEAREST), 0.5))

        assert all(one < other <= one + NEAREST for _, one, other in found)
        assert len(found) == sum(min(k, NEAREST) for k in range(3 * NEAREST))

    def test_all_of_few(self) -> None:
        """Below the limit all are."""
        found = list(likely([{"crate": 1.0}] * NEAREST, 0.5))

        assert len(found) == NEAREST * (NEAREST - 1) // 2
