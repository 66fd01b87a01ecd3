"""Claims measured against texts that were read by hand; run where there is a folder of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.claims import rows

if TYPE_CHECKING:
    from pathlib import Path

#: What was reached, less a little: (what, texts) and the F1 (for false alarms, the share) to keep.
FLOORS = {
    ("value", "cables"): 0.97,
    ("value and unit", "cables"): 0.96,
    ("approximation, where not exact", "cables"): 0.95,
    ("stated year", "cables"): 0.9,
    ("counted, word overlap (and Dice)", "cables"): 0.9,
    ("value", "news"): 0.9,
}
#: Statements without claims that may be given one.
MOST_FALSE_ALARMS = 1 / 30


@pytest.fixture(scope="module")
def measured(real_texts: Path) -> dict[tuple[str, str], float]:
    """The figure of each row that the benchmark prints."""
    return {(what, texts): last for what, texts, _, _, last in rows(real_texts)}


class TestGold:
    """The benchmark's rows stay above what was reached."""

    @pytest.mark.parametrize("row", sorted(FLOORS), ids=" ".join)
    def test_floor(self, measured: dict[tuple[str, str], float], row: tuple[str, str]) -> None:
        """No row falls below its floor."""
        assert measured[row] >= FLOORS[row]

    def test_false_alarms(self, measured: dict[tuple[str, str], float]) -> None:
        """Hardly a statement without claims is given one."""
        assert measured["statements without claims given one", "cables"] <= MOST_FALSE_ALARMS
