"""The tables of accuracy: every method scored on the same texts in the same way."""

from __future__ import annotations

from benchmarks.accuracy import BLIND, SHIPPED, accuracy, own, score
from benchmarks.baselines import METHODS
from benchmarks.gold import Gold, fixtures
from benchmarks.metrics import Tally

OLD = ("The port is open.", "Police arrested three men.", "The hotline is closed.")
NEW = ("The port is open.", "Police arrested nine men.")
GOLD = Gold(
    "varona",
    OLD,
    NEW,
    frozenset({(0, 0), (1, 1)}),
    frozenset({(2, 1)}),
    frozenset({(0, 0)}),
    {"old_statements": list(OLD)},
)


class TestScore:
    """A method's figures on a set of pairs."""

    def test_pairs_are_pooled(self) -> None:
        """The counts of a set are the sums over its pairs."""
        found = frozenset({(0, 0), (2, 1)})
        once, twice = (score([GOLD] * n, [found] * n, None) for n in (1, 2))

        assert once.links == Tally(2, 2, 2, 1)
        assert once.changed == Tally(1, 1, 1, 0)
        assert twice.links == Tally(4, 4, 4, 2)
        assert twice.statuses["unchanged"] == Tally(4, 4, 4, 4)
        assert len(twice.units) == 2


class TestOwn:
    """tipdiff's own links."""

    def test_the_fixtures_were_never_fitted(self) -> None:
        """On the fixtures the weights that ship are blind: there is one row, not two."""
        links = own([GOLD], None)

        assert list(links) == [SHIPPED]
        assert BLIND not in links
        assert (0,) in {link.old for link in links[SHIPPED][0]}


class TestTables:
    """What is printed."""

    def test_without_real_texts(self) -> None:
        """The fixtures alone give a table of every method for each kind, of mistakes, of scores."""
        *tables, kinds, last = accuracy(None)

        assert [table.split(":")[0] for table in tables] == [
            "### fixtures, milder pairs",
            "### fixtures, rewritten pairs",
        ]
        assert all(f"| {name} " in table for table in tables for name in (SHIPPED, *METHODS))
        assert sum(int(table.split(":")[1].split()[0]) for table in tables) == len(fixtures())
        assert "| missed: said afresh " in kinds
        assert "Mean gap" in last
