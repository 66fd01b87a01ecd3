"""Claims measured against texts that were read by hand; the real ones where there is a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.claims import rows, shapes
from tipdiff.claims import extract_claims

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

Measured = dict[tuple[str, str], float]

#: What was reached on invented texts, less a little: (what, texts) and the F1 to keep.
FLOORS = {
    ("value", "fixtures"): 0.98,
    ("value and unit", "fixtures"): 0.98,
    ("approximation, where not exact", "fixtures"): 0.95,
    ("stated year", "fixtures"): 0.97,
    ("counted, word overlap (and Dice)", "fixtures"): 0.85,
    ("stated year", "shapes"): 0.97,
    ("counted, word overlap (and Dice)", "shapes"): 0.9,
}
#: The same on real ones.
REAL_FLOORS = {
    ("value", "cables"): 0.97,
    ("value and unit", "cables"): 0.96,
    ("approximation, where not exact", "cables"): 0.95,
    ("stated year", "cables"): 0.9,
    ("counted, word overlap (and Dice)", "cables"): 0.9,
    ("value", "news"): 0.92,
}
#: Statements without claims that may be given one.
MOST_FALSE_ALARMS = 1 / 30
FALSE_ALARMS = "statements without claims given one"


def _table(folder: Path | None) -> Measured:
    return {(what, texts): last for what, texts, _, _, _, last in rows(folder)}


@pytest.fixture(scope="module")
def invented() -> Measured:
    """The figure of each row that the benchmark prints of the project's own texts."""
    return _table(None)


@pytest.fixture(scope="module")
def real(real_texts: Path) -> Measured:
    """The figure of each row that it prints of real ones too."""
    return _table(real_texts)


class TestGold:
    """The benchmark's rows stay above what was reached."""

    @pytest.mark.parametrize("row", sorted(FLOORS), ids=" ".join)
    def test_invented(self, invented: Measured, row: tuple[str, str]) -> None:
        """No row of the invented texts falls below its floor."""
        assert invented[row] >= FLOORS[row]

    @pytest.mark.parametrize("row", sorted(REAL_FLOORS), ids=" ".join)
    def test_real(self, real: Measured, row: tuple[str, str]) -> None:
        """Nor does one of the real texts."""
        assert real[row] >= REAL_FLOORS[row]

    def test_false_alarms(self, invented: Measured) -> None:
        """Hardly a statement without claims is given one."""
        assert invented[FALSE_ALARMS, "fixtures"] <= MOST_FALSE_ALARMS

    def test_false_alarms_in_cables(self, real: Measured) -> None:
        """Nor one of a real cable."""
        assert real[FALSE_ALARMS, "cables"] <= MOST_FALSE_ALARMS


class TestShapes:
    """Sentences in the ways of many posts, with what an analyst reads in them."""

    @pytest.mark.parametrize("row", shapes(), ids=lambda row: str(row["id"]))
    def test_reads(self, row: dict[str, Any]) -> None:
        """Each figure is found with its ends, unit and bound, and nothing else is."""
        claims = extract_claims(row["text"])

        assert [(c.value, c.low, c.high, c.unit, c.approximation) for c in claims] == [
            (g["value"], g["low"], g["high"], g["unit"], g["approximation"]) for g in row["claims"]
        ]
