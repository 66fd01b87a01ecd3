"""Reflow: how a report is typed changes no status.

Wrapping, page marks, paragraph numbers, labels, line ends and indentation are layout. The generator
never begins a line with what reads as a label.
"""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import tipdiff

from . import laws
from .generators import SETTINGS, layouts, models
from .reports import COUNTRY, LETTERS, Layout, Model, read, render_parts


def unchanged(comparison: tipdiff.Comparison) -> None:
    """Every status is unchanged, and no statement has moved."""
    assert {c.status for c in comparison.changes} == {"unchanged"}
    assert not [c for c in comparison.changes if "moved" in c.traits]


def relabelled(model: Model, shift: int) -> Model:
    """The model with every answer's letter moved on by ``shift``."""
    return evolve(
        model,
        blocks=tuple(
            evolve(
                block,
                answers=tuple(
                    evolve(a, letter=LETTERS[(LETTERS.index(a.letter) + shift) % len(LETTERS)])
                    for a in block.answers
                ),
            )
            for block in model.blocks
        ),
    )


@st.composite
def retypings(draw: st.DrawFn) -> tuple[Layout, Layout]:
    """Two layouts of one style."""
    first = draw(layouts())
    return first, evolve(draw(layouts()), style=first.style)


@given(model=models(), pair=retypings())
@SETTINGS
def test_layout(model: Model, pair: tuple[Layout, Layout]) -> None:
    """Wrapped, paged, renumbered or indented otherwise, a report has not changed: exit 0."""
    comparison = tipdiff.compare(read(model, pair[0]), read(model, pair[1]))

    unchanged(comparison)
    assert laws.exit_code(comparison) == 0


@given(model=models(), old=layouts("dashes", "boxed"), new=layouts("dashes", "boxed"))
@SETTINGS
def test_style_of_labels(model: Model, old: Layout, new: Layout) -> None:
    """Headings numbered or boxed, letters after dashes or after a number: nothing has changed."""
    unchanged(tipdiff.compare(read(model, old), read(model, new)))


@given(model=models(), layout=layouts("dashes", "boxed"), shift=st.integers(1, 5))
@SETTINGS
def test_letters(model: Model, layout: Layout, shift: int) -> None:
    """Answers that bear other letters hold the same statements; at most their section has moved."""
    unchanged(tipdiff.compare(read(model, layout), read(relabelled(model, shift), layout)))


@given(model=models(), old=layouts(), new=layouts())
@SETTINGS
def test_without_labels(model: Model, old: Layout, new: Layout) -> None:
    """Labels that come or go, and headings with them, change no status."""
    comparison = tipdiff.compare(read(model, old), read(model, new))

    assert {c.status for c in comparison.changes} == {"unchanged"}


@given(model=models(4), layout=layouts("dashes", "boxed", "pilcrow"), parts=st.integers(2, 3))
@SETTINGS
def test_parts(model: Model, layout: Layout, parts: int) -> None:
    """A report sent as several part cables is the report sent as one."""
    whole = read(model, layout)
    cut = tipdiff.read(*render_parts(model, layout, parts), country=COUNTRY)

    assert [s.text for s in cut.statements] == [s.text for s in whole.statements]
    assert not cut.missing_parts
    unchanged(tipdiff.compare(whole, cut))


@given(model=models(), old=layouts("dashes"), new=layouts("dashes"))
@SETTINGS
def test_repeated_questions(model: Model, old: Layout, new: Layout) -> None:
    """The questionnaire's questions, repeated before the answers, are not the post's statements."""
    plain, asking = read(model, old), read(model, evolve(new, asks=True))

    assert [s.text for s in asking.statements] == list(model.sentences)
    assert len(asking.questions) > 0
    unchanged(tipdiff.compare(plain, asking))
    unchanged(tipdiff.compare(asking, plain))


@given(
    model=models(),
    layout=layouts(),
    form=st.sampled_from(["\u2019", ",", "?", "`", "\u2032"]),
    shout=st.booleans(),
)
@SETTINGS
def test_typography(model: Model, layout: Layout, form: str, shout: bool) -> None:
    """The form of an apostrophe, even garbled, and the case of letters are layout too."""

    def typed(sentence: str) -> str:
        head, _, tail = sentence.replace("'s ", f"{form}s ").partition(" ")
        return f"{head} {tail[:1].upper() if shout else tail[:1]}{tail[1:]}"

    retyped = model
    for b, block in enumerate(model.blocks):
        for a, answer in enumerate(block.answers):
            retyped = retyped.replaced(b, a, [[typed(s) for s in p] for p in answer.paragraphs])

    unchanged(tipdiff.compare(read(model, layout), read(retyped, layout)))
