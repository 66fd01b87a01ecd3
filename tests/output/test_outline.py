"""The order in which a comparison is told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import tipdiff
from tipdiff.output.comparison.outline import outline

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
VARONA = [str(FIXTURES / "varona" / str(year)) for year in range(2004, 2008)]


@pytest.mark.parametrize(("old", "new"), list(pairwise(VARONA)))
def test_dropped_under_their_own_section(old: str, new: str) -> None:
    """A dropped statement stands under the section its own is aligned with, and all stand once."""
    comparison = tipdiff.compare(old, new)
    goes = {link.old: link.new for link in comparison.sections if link.old is not None}
    groups = outline(comparison)
    told = {c.new[0].section for c in comparison.changes if c.new}
    strays = [
        change
        for group in groups
        for change in group.changes
        if not change.new
        and goes.get(change.old[0].section) in told
        and (group.of, group.section) != ("new", goes[change.old[0].section])
    ]

    assert not strays
    assert sorted(id(c) for group in groups for c in group.changes) == sorted(
        map(id, comparison.changes)
    )
