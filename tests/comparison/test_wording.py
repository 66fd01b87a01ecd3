"""Words of strength: quantifiers, hedges and modals that give way to others of their scale."""

from __future__ import annotations

import pytest

from tipdiff.comparison.word_differences import difference
from tipdiff.text import folded


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Many ferries leave at noon.", "Some ferries leave at noon."),
        ("The port may open a pier.", "The port will open a pier."),
        ("There was no help for sailors.", "There was almost no help for sailors."),
        ("There was almost no help.", "There was little help."),
        ("Nearly all clerks read it.", "All clerks read it."),
        ("It is a port of smugglers.", "It is reportedly a port of smugglers."),
        ("No clerks read it.", "Few clerks read it."),
    ],
)
def test_shifted(old: str, new: str) -> None:
    """A word gave way to another of its scale, or one of certainty or degree came by itself."""
    assert difference(folded(old), folded(new)).shifted
    assert difference(folded(new), folded(old)).shifted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("No clerk read it.", "None of the clerks read it."),
        ("It cost 200 varons.", "It cost almost 200 varons."),
        (
            "The port has not signed it.",
            "The port has not signed it, but the harbor ministry is reportedly working on a draft.",
        ),
        ("Ferries left in May.", "Ferries left in June."),
    ],
)
def test_not_shifted(old: str, new: str) -> None:
    """Another form of one word, a figure's approximation, or a clause of its own shifts nothing."""
    assert not difference(folded(old), folded(new)).shifted
    assert not difference(folded(new), folded(old)).shifted
