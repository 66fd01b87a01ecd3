"""Words of strength: quantifiers, hedges and modals that give way to others of their scale."""

from __future__ import annotations

import pytest

import tipdiff
from tests.table_rows import rows_of, without
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


#: For each kind of words two of it, and whether a text with one differs from one with the other.
OF_A_KIND = {
    "dates": ("march", "april"),
    "figures": ("twenty", "thirty"),
    "negations": ("not", "neither"),
    "strength": ("many", "some"),
}


@pytest.mark.parametrize("row", range(len(OF_A_KIND)))
def test_each_kind_of_words(row: int) -> None:
    """Words of each kind are sorted as such, by the kind's own row."""
    table = "tipdiff.comparison.word_differences.KINDS"
    kind, (one, two) = list(OF_A_KIND.items())[row]

    def told() -> tuple[object, object]:
        found = difference(f"ferries {one} sail", f"ferries {two} sail")
        return getattr(found, kind), found.other

    assert [each[0] for each in rows_of(table)] == list(OF_A_KIND)
    before = told()
    with without(table, row):
        assert told() != before


def test_a_past_date_that_changes() -> None:
    """A year that was past for both reports is wrong in one of them: that is no period."""
    texts = [
        f"The ferry law has been in force in all towns since {year}.\n" for year in (1990, 1993)
    ]
    reports = [tipdiff.read(t, country="Ostrel", year=2005 + k) for k, t in enumerate(texts)]
    (change,) = tipdiff.compare(*reports).changes

    assert "period" not in change.traits
    assert "wording" in change.traits


def test_laws_are_not_carried_over() -> None:
    """What the law says holds until it is changed; what was done this year does not."""
    said = (
        "Smuggling is currently addressed under the Harbor Act and the Customs Act. "
        "Clerks currently keep no register of crews.\n"
    )
    reports = [tipdiff.read(said, country="Ostrel", year=year) for year in (2005, 2006)]
    law, register = tipdiff.compare(*reports).changes

    assert "carried-over" not in law.traits
    assert "carried-over" in register.traits
