"""The walk of a sentence through the claims layer: counted, and in the order of its steps."""

from __future__ import annotations

import pytest

from benchmarks.walk import SENTENCES, walk

#: The steps in which a figure is understood; quantities are read for scanning.
STEPS = ("scanning", "relations", "context", "indicators")
#: Where the indicators that a caller gives are looked at, before anything is read.
GIVEN = "claims.indicators.tables"


class TestWalk:
    """What is counted, and what it shows."""

    @pytest.mark.parametrize("text", SENTENCES)
    def test_steps_in_their_order(self, text: str) -> None:
        """Scanning comes before relations, these before the context, and that before indicators."""
        modules = [name for name in walk(text).modules if name != GIVEN]
        came = [name.split(".")[1] for name in modules if name.startswith("claims.")]
        steps = list(dict.fromkeys(step for step in came if step in STEPS))

        # the paragraph's antecedents are made before anything is read
        assert steps in (list(STEPS), ["relations", "scanning", "context", "indicators"])

    def test_nothing_to_read(self) -> None:
        """A sentence that can hold no claim is left where it is looked at first."""
        found = walk("The harbor was calm.")

        assert not any(name.startswith("claims.scanning") for name in found.modules)
        assert found.moves.total() <= found.calls

    def test_more_figures_more_moves(self) -> None:
        """Each figure makes its own moves, through the modules that the first came through."""
        one = walk("Police arrested 14 men.")
        two = walk("Police arrested 14 men, and courts convicted nine women.")

        assert two.moves.total() > one.moves.total()
        assert set(one.modules) <= set(two.modules)
