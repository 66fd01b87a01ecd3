"""Coverage: spans lie in the source, and account for every letter of the body."""

from __future__ import annotations

import pytest
from hypothesis import example, given

import tipdiff

from . import fixtures, laws
from .generators import SETTINGS, any_texts, layouts, models, wild_models
from .reports import COUNTRY, Answer, Block, Layout, Model, read, render


def covered(text: str) -> None:
    """Hold the law on one text, whatever its source is called."""
    try:
        report = tipdiff.read(text, country=COUNTRY, year=2007)
    except tipdiff.TipdiffError:
        return
    laws.shape(report)
    names = {s.source for s in report.statements} or {c.source for c in report.cables}

    assert len(names) == 1
    laws.coverage(report, {names.pop(): text})


def one_answer(*paragraphs: str) -> Model:
    """A report of one answer, each paragraph one sentence."""
    return Model(2007, (Block("Overview", (Answer("A", tuple((p,) for p in paragraphs)),)),))


@given(model=models(), layout=layouts())
@example(  # a page mark cuts a paragraph after its first line, before a capital letter
    model=one_answer(
        *(f"Divers found wreck number {n} off the cape of Tolven." for n in "abcd"),
        "The Polgate municipality signed a twinning accord with the Lighthouse Circle in 1996.",
    ),
    layout=Layout("boxed", width=75, page=13),
)
@example(  # the same, and the paragraph is the answer's only one
    model=one_answer("The municipality signed a twinning accord with the Lighthouse Circle."),
    layout=Layout("boxed", width=66, page=5),
)
@SETTINGS
def test_model_comes_back(model: Model, layout: Layout) -> None:
    """A report's statements are its author's sentences, under the headings they were written."""
    report = read(model, layout)
    written = [
        (b.heading.casefold(), a.letter)
        for b in model.blocks
        for a in b.answers
        for _ in a.sentences
    ]
    headings = {
        "dashes": written,
        "boxed": written,
        "pilcrow": [(heading,) for heading, _ in written],
        "narrative": [() for _ in written],
    }[layout.style]

    found = [
        tuple(name.casefold() if not place else name for place, name in enumerate(s.section))
        for s in report.statements
    ]

    assert tuple(s.text for s in report.statements) == model.sentences
    assert found == headings
    assert (report.country, report.year) == (COUNTRY, model.year)


@given(model=wild_models(), layout=layouts())
@SETTINGS
def test_generated(model: Model, layout: Layout) -> None:
    """Of generated reports, however typed."""
    covered(render(model, layout))


@given(text=any_texts())
@SETTINGS
def test_any_text(text: str) -> None:
    """Of any text at all that can be read."""
    covered(text)


@pytest.mark.parametrize("country", fixtures.COUNTRIES)
def test_fixtures(country: str) -> None:
    """Of every edition of the repository's fixtures."""
    sources = fixtures.sources(country)
    for report in fixtures.editions(country):
        laws.shape(report)
        laws.coverage(report, {c.source: sources[c.source] for c in report.cables})
