"""Moves: statements moved = size less the longest run that kept its order, inside a section."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import tipdiff

from . import fixtures, laws
from .generators import SETTINGS, layouts, models, wild_pairs
from .generators import sentences as drawn_sentences
from .reports import LETTERS, Answer, Block, Layout, Model, read


def moved(comparison: tipdiff.Comparison) -> int:
    """How many changes say that their statements moved."""
    return sum("moved" in c.traits for c in comparison.changes)


@given(data=st.data(), layout=layouts("dashes", "boxed", "pilcrow"))
@SETTINGS
def test_shuffled_section(data: st.DataObject, layout: Layout) -> None:
    """A section whose statements change places: as many moved as cannot have kept their order."""
    texts = [s.text for s in data.draw(drawn_sentences(2, 10))]
    order = data.draw(st.permutations(range(len(texts))))
    old = Model(2007, (Block("Overview", (Answer("A", (tuple(texts),)),)),))
    new = old.replaced(0, 0, [[texts[i] for i in order]])
    comparison = tipdiff.compare(read(old, layout), read(new, layout))

    assert {c.status for c in comparison.changes} == {"unchanged"}
    assert moved(comparison) == len(order) - laws.longest_run(order)
    assert not any(s.moved for s in comparison.sections)
    assert comparison.differs == (list(order) != sorted(order))


@given(model=models(4, 16), layout=layouts("dashes", "boxed"), data=st.data())
@SETTINGS
def test_moved_block(model: Model, layout: Layout, data: st.DataObject) -> None:
    """Blocks that change places move no statement, but their sections say that they moved."""
    order = data.draw(st.permutations(range(len(model.blocks))))
    assume(list(order) != sorted(order))
    new = evolve(model, blocks=tuple(model.blocks[i] for i in order))
    comparison = tipdiff.compare(read(model, layout), read(new, layout))

    assert {c.status for c in comparison.changes} == {"unchanged"}
    assert moved(comparison) == 0
    assert any(s.moved for s in comparison.sections)
    assert laws.exit_code(comparison) == 1


@given(texts=drawn_sentences(8, 14), layout=layouts("dashes", "boxed"), data=st.data())
@SETTINGS
def test_moved_answer(texts: list[object], layout: Layout, data: st.DataObject) -> None:
    """Answers that change places, and so letters, move no statement, but their sections moved."""
    lines = [s.text for s in texts]  # type: ignore[attr-defined]
    answers = [(tuple(lines[i : i + 3]),) for i in range(0, len(lines), 3)]
    order = data.draw(st.permutations(range(len(answers))))
    assume(list(order) != sorted(order))
    old, new = (
        Model(
            2007,
            (
                Block(
                    "Prevention",
                    tuple(Answer(x, answers[i]) for x, i in zip(LETTERS, places, strict=False)),
                ),
            ),
        )
        for places in (range(len(answers)), order)
    )
    comparison = tipdiff.compare(read(old, layout), read(new, layout))

    assert {c.status for c in comparison.changes} == {"unchanged"}
    assert moved(comparison) == 0
    assert any(s.moved for s in comparison.sections)


@given(pair=wild_pairs(), old_layout=layouts(), new_layout=layouts())
@SETTINGS
def test_wild(pair: tuple[Model, Model], old_layout: Layout, new_layout: Layout) -> None:
    """Whatever is compared, the moved of every aligned section are counted by the law."""
    old, new = read(pair[0], old_layout), read(pair[1], new_layout)

    laws.moves(tipdiff.compare(old, new), old, new)


@pytest.mark.parametrize("country", fixtures.COUNTRIES)
def test_fixtures(country: str) -> None:
    """Of every edition of the repository's fixtures and the next."""
    for old, new in fixtures.successive(country):
        laws.moves(tipdiff.compare(old, new), old, new)
