"""The small chart that opens the page: which figures it shows, and in which order."""

from __future__ import annotations

import tipdiff
from tipdiff.output.comparison.html.chart import MOST, bars_of

OLD = (
    "Police of Vell identified 148 victims in 2007. "
    "The victims were Ostrelian (11), Tessalian (18), Merrinese (14) and Osmerian (6). "
    "Courts convicted 9 smugglers in 2007.\n"
)
NEW = (
    "Police of Vell identified 118 victims in 2008. "
    "The victims were Ostrelian (30), Tessalian (7), Merrinese (7) and Osmerian (2). "
    "Courts convicted 12 smugglers in 2008.\n"
)


def shown() -> list[tuple[str, str, str]]:
    """What the chart of two short reports shows."""
    comparison = tipdiff.compare(OLD, NEW, country="Vell", old_year=2008, new_year=2009)
    ids = {id(change): f"c{number}" for number, change in enumerate(comparison.changes)}
    return [(bar.what, bar.old, bar.new) for bar in bars_of(comparison, ids)]


def test_a_total_stands_before_its_parts() -> None:
    """Parts move farther than their total, and are less."""
    figures = [(old, new) for _, old, new in shown()]

    assert len(figures) <= MOST
    assert ("148 (2007)", "118 (2008)") in figures
    assert figures.index(("148 (2007)", "118 (2008)")) < figures.index(("11", "30"))


def test_each_figure_stands_once() -> None:
    """A figure that two findings name has one bar."""
    assert len(shown()) == len(set(shown()))
