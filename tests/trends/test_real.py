"""Series of real texts, where there is a folder of them."""

from __future__ import annotations

from pathlib import Path

import tipdiff


class TestCables:
    """Three editions of one post, one of them sent again as an update."""

    def series(self, folder: Path) -> list[tipdiff.Series]:
        """The series of the post."""
        return tipdiff.trends(sorted((folder / "cables").glob("0*REYKJAVIK*.txt")))

    def test_the_update_supersedes(self, real_texts: Path) -> None:
        """No point is taken from the cable that was updated."""
        found = self.series(real_texts)
        said = {r for s in found for p in s.points for r in (p, *p.superseded, *p.conflicts)}

        assert {r.reported_in for r in said} == {"06REYKJAVIK68", "07REYKJAVIK90", "08REYKJAVIK36"}

    def test_hours_run_through_all_editions(self, real_texts: Path) -> None:
        """The block of hours is followed line by line."""
        hours = [
            [p.value for p in s.points]
            for s in self.series(real_texts)
            if s.unit == "duration:hour" and len(s.points) == 3
        ]

        assert hours == [[20, 20, 12], [60, 61, 50], [2, 2, 1], [82, 92, 63]]

    def test_zeros_are_points(self, real_texts: Path) -> None:
        """Three years without a prosecution are three zeros."""
        zeros = next(s for s in self.series(real_texts) if s.indicator == "prosecutions")

        assert [(p.year, p.value) for p in zeros.points] == [(2005, 0), (2006, 0), (2007, 0)]


class TestNarratives:
    """Six editions of one country without a header."""

    def test_shares_of_a_study_may_be_old(self, real_texts: Path) -> None:
        """Four shares are repeated through four editions; where word for word, that is said."""
        found = tipdiff.trends(real_texts / "series" / "Ethiopia")
        shares = [s for s in found if [p.year for p in s.points] == [2003, 2004, 2005, 2006]]

        assert [s.points[0].value for s in shares] == [46, 49, 54, 9]
        assert all([p.carried_over for p in s.points] == [False, True, False, True] for s in shares)
