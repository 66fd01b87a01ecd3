"""What is a habit is no figure of a year."""

from __future__ import annotations

import tipdiff


def test_how_often_a_body_meets() -> None:
    """A frequency is told where it changes, and is no point of a series."""
    reports = [
        tipdiff.read(f"The pilots' council met {often} in Tarn.\n", country="Ostrel", year=year)
        for year, often in ((2005, "quarterly"), (2006, "every other month"), (2007, "monthly"))
    ]

    assert not tipdiff.trends(reports)
    assert any(c.claims for c in tipdiff.compare(*reports[:2]).changes)
