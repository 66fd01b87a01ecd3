"""Mild edits come back as exactly what they were: their status and their traits.

A report of a few sections is edited in known ways, never so much that a section could be taken for
another: at least three statements of each stay where they are.
"""

from __future__ import annotations

import re

import pytest
from attrs import evolve, frozen
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import tipdiff

from .generators import SETTINGS, counts, joined, layouts
from .reports import FRAMES, Answer, Block, Layout, Model, Sentence, distinct, read
from .vocabulary import COUNTED, DATED, PLAIN

#: A known edit: what it makes of the status, and of the traits.
KINDS: dict[str, tuple[str, frozenset[str]]] = {
    "kept": ("unchanged", frozenset()),
    "figure": ("changed", frozenset({"figures"})),
    "word": ("changed", frozenset({"wording"})),
    "year": ("changed", frozenset({"period"})),
    "moved": ("unchanged", frozenset({"moved"})),
    "moved figure": ("changed", frozenset({"figures", "moved"})),
    "split": ("changed", frozenset({"split"})),
    "merged": ("changed", frozenset({"merged"})),
    "dropped": ("dropped", frozenset()),
    "added": ("new", frozenset()),
}
#: Statements of one section, and how many of them may be edited.
SECTION, EDITED = 5, 2

Seen = dict[tuple[str | None, str | None], tuple[str, frozenset[str]]]


@frozen
class Edited:
    """A report then and now, and what the comparison must say of each statement."""

    old: Model
    new: Model
    expected: Seen


def kinds_for(sentence: Sentence) -> list[str]:
    """The edits that this sentence can have."""
    able = ["moved", "dropped", "added"]
    if sentence.template in COUNTED:
        able += ["figure", "moved figure"]
    if sentence.template in DATED:
        able += ["year"]
    if sentence.template in PLAIN and "{adj}" in sentence.template:
        able += ["word"]
    return able


@st.composite
def later(draw: st.DrawFn, before: Sentence, kind: str) -> Sentence:
    """What an edit makes of a sentence by itself."""
    if "figure" in kind:
        return evolve(before, count=before.count + draw(st.integers(1, 90)))
    if kind == "word":
        return evolve(before, swap=draw(st.integers(1, 13)))
    return evolve(before, year=before.year + 1) if kind == "year" else before


@st.composite
def edited(draw: st.DrawFn, sections: int = 4) -> Edited:
    """A report of ``sections`` answers, and up to two edits in each, or a run that moved."""
    frames = draw(st.permutations(range(len(FRAMES))))[: sections * SECTION + 10]
    picks = st.tuples(st.integers(0, 50), counts(), st.integers(1996, 2006))
    sentences = distinct([Sentence(frame, *draw(picks)) for frame in frames])
    assume(len(sentences) >= sections * SECTION)
    spare = sentences[sections * SECTION :]
    old: list[list[str]] = []
    new: list[list[str]] = []
    moved: list[tuple[int, list[str]]] = []
    expected: Seen = {}
    for section in range(sections):
        old.append([])
        new.append([])
        run = draw(st.sampled_from([None, None, None, *range(SECTION - 1)]))
        edits = draw(st.lists(st.integers(0, SECTION - 1), max_size=EDITED, unique=True))
        if run is not None:
            edits = [run, run + 1]
            moved.append(((section + draw(st.integers(1, sections - 1))) % sections, []))
        for place in range(SECTION):
            before = sentences[section * SECTION + place]
            kinds = kinds_for(before) + ["split", "merged"] * bool(spare)
            kind = draw(st.sampled_from(kinds)) if place in edits else "kept"
            if place in edits and run is not None:
                kind = "run"
            after = draw(later(before, kind))
            left = [] if kind == "added" else [before.text]
            right = [] if kind == "dropped" else [after.text]
            if kind in ("split", "merged"):
                parts = [before.text, spare.pop().text]
                left, right = [joined(*parts)], parts
                if kind == "merged":
                    left, right = right, left
            expected[" ".join(left) or None, " ".join(right) or None] = KINDS[
                "moved" if kind == "run" else kind
            ]
            old[-1] += left
            if kind == "run":
                moved[-1][1].extend(right)
            elif "moved" in kind:
                away = draw(st.integers(1, sections - 1))
                moved.append(((section + away) % sections, right))
            else:
                new[-1] += right
    for section, texts in moved:
        at = draw(st.integers(0, len(new[section])))
        new[section][at:at] = texts
    return Edited(model(2007, old), model(2008, new), expected)


def model(year: int, sections: list[list[str]]) -> Model:
    """A report of two blocks, half of the sections in each."""
    answers = [
        Answer("AB"[i % 2], tuple(tuple(p) for p in (texts[:3], texts[3:]) if p))
        for i, texts in enumerate(sections)
    ]
    return Model(
        year, (Block("Overview", tuple(answers[:2])), Block("Prevention", tuple(answers[2:])))
    )


#: A calendar year.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def seen(comparison: tipdiff.Comparison) -> Seen:
    """What the comparison says of each statement, of parts together.

    ``carried-over`` is another law's business, and so is whether a year rolled on with the report
    (``period``) or a past one is told otherwise (``wording``); and the word that joins two parts,
    or goes, may be called another wording.
    """
    found: Seen = {}
    for change in comparison.changes:
        old, new = (" ".join(s.text for s in side) or None for side in (change.old, change.new))
        traits = set(change.traits) - {"carried-over"}
        if old and new and old != new and YEAR.sub("", old) == YEAR.sub("", new):
            traits = traits - {"wording"} | {"period"}
        if traits & {"split", "merged"}:
            traits -= {"wording"}
        found[old, new] = change.status, frozenset(traits)
    return found


def unexpected(found: Seen, expected: Seen) -> list[object]:
    """What differs, and only that: old and new text, what was found, what was expected."""
    texts = [*found, *(t for t in expected if t not in found)]
    return [
        (pair, found.get(pair), expected.get(pair))
        for pair in texts
        if found.get(pair) != expected.get(pair)
    ]


@given(case=edited(), layout=layouts("dashes", "boxed"))
@SETTINGS
def test_generated_edits(case: Edited, layout: Layout) -> None:
    """Figures, words, years changed; statements, runs of them moved, split, dropped: just that."""
    comparison = tipdiff.compare(read(case.old, layout), read(case.new, layout))

    assert unexpected(seen(comparison), case.expected) == []


@given(case=edited(), old=layouts(), new=layouts())
@SETTINGS
def test_layout_hides_no_edit(case: Edited, old: Layout, new: Layout) -> None:
    """Typed otherwise, with or without labels, the edits have the same statuses."""
    comparison = tipdiff.compare(read(case.old, old), read(case.new, new))
    found = {texts: (status, frozenset()) for texts, (status, _) in seen(comparison).items()}
    expected = {texts: (status, frozenset()) for texts, (status, _) in case.expected.items()}

    assert unexpected(found, expected) == []


#: Single edits in words, each with the trait that it must have: (trait, old, new).
EDITS = (
    (
        "strength",
        "Many lighthouse keepers rent attics to runaways.",
        "Some lighthouse keepers rent attics to runaways.",
    ),
    (
        "strength",
        "The naval canteen will donate breakfasts to castaways.",
        "The naval canteen may donate breakfasts to castaways.",
    ),
    (
        "strength",
        "Translators received no stipend from the treasury.",
        "Translators received little stipend from the treasury.",
    ),
    (
        "reversed",
        "The opera house is wired to alert the night watchman.",
        "The opera house is not wired to alert the night watchman.",
    ),
    (
        "reversed",
        "The guild does not admit daughters of violinists to its banquets.",
        "The guild admits daughters of violinists to its banquets.",
    ),
    (
        "garbled",
        "Gardeners planted hedges to hide the asylum from photographers.",
        "Gardeners planted hedges to hide the asylm from photographers.",
    ),
    (
        "conversion",
        "Violinists pay a stamp duty of 9,000 crowns (approximately $1,166 USD) on contracts.",
        "Violinists pay a stamp duty of 9,000 crowns (approximately $1,150 USD) on contracts.",
    ),
    (
        "figures",
        "Violinists pay a stamp duty of 9,000 crowns (approximately $1,166 USD) on contracts.",
        "Violinists pay a stamp duty of 9,900 crowns (approximately $1,283 USD) on contracts.",
    ),
    (
        "figures",
        "Astronomers lent the orphans seven telescopes.",
        "Astronomers lent the orphans eleven telescopes.",
    ),
    (
        "split",
        "Gardeners planted hedges around the asylum, and plumbers repaired the leaking fountain.",
        "Gardeners planted hedges around the asylum. Plumbers repaired the leaking fountain.",
    ),
    (
        "merged",
        "Gardeners planted hedges around the asylum. Plumbers repaired the leaking fountain.",
        "Gardeners planted hedges around the asylum, and plumbers repaired the leaking fountain.",
    ),
)


@pytest.mark.parametrize("edit", EDITS, ids=[f"{e[0]}: {e[1][:24]}" for e in EDITS])
@given(case=edited(), layout=layouts("dashes", "boxed"), section=st.integers(0, 3))
@settings(max_examples=1 + SETTINGS.max_examples // 3)
def test_edit_in_words(
    edit: tuple[str, str, str], case: Edited, layout: Layout, section: int
) -> None:
    """One sentence changed in words, in a report edited elsewhere: changed, with its trait."""
    trait, *texts = edit
    block, answer = divmod(section, 2)
    old, new = (
        source.replaced(
            block,
            answer,
            [*source.blocks[block].answers[answer].paragraphs, text.replace(". ", ".|").split("|")],
        )
        for source, text in zip((case.old, case.new), texts, strict=True)
    )
    comparison = tipdiff.compare(read(old, layout), read(new, layout))
    told = {pair: found for pair, found in seen(comparison).items() if pair not in case.expected}

    assert len(told) == 1

    ((status, traits),) = told.values()

    assert status == "changed"
    assert trait in traits
    assert ("figures" in traits) == (trait == "figures")
