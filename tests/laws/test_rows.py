"""Rows that differ in figures alone are told apart by what names them, answers by questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import tipdiff

from .generators import CHEAP

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Rows of one form: what names one, and what is told of it.
ROWS = (
    "Hostel No. {} took in {} deckhands.",
    "District {}: {} cases were opened.",
    "Courts convicted {1} men under Article {0} of the Code.",
    "In {} inspectors freed {} rowers.",
)
#: Names of rows, which years must be too.
NAMES = st.lists(st.integers(1951, 2049), min_size=1, max_size=12, unique=True)


@given(row=st.sampled_from(ROWS), then=NAMES, now=NAMES, data=st.data())
@CHEAP
def test_by_what_names_it(row: str, then: list[int], now: list[int], data: st.DataObject) -> None:
    """Of rows that differ in a figure and a name, in any order, those of one name are linked.

    Where no name is left of several rows, order may pair them; where one row is left, likeness.
    """
    counts = st.integers(3, 900)
    old, new = ([row.format(name, data.draw(counts)) for name in names] for names in (then, now))
    links = {(i, j) for link in tipdiff.align(old, new) for i in link.old for j in link.new}
    both = set(then) & set(now)
    named = {(then.index(name), now.index(name)) for name in both}

    assert named <= links
    if both and max(len(then), len(now)) > 1:
        assert named == links


#: Rows that a word names, a stop word among them, and what may name one.
WORDED = (
    ("Ward {} fed {} orphans.", "ABCDEFGH"),
    ("In {} the coast guard stopped {} boats.", ("Tarn", "Vell", "Orm", "Sill", "Lannock")),
    ("{}: {} calls.", ("March", "April", "May", "June", "July")),
)


@given(kind=st.sampled_from(WORDED), data=st.data())
@CHEAP
def test_by_the_word_that_names_it(kind: tuple[str, Sequence[str]], data: st.DataObject) -> None:
    """Rows that one word names, in any order and with other figures, keep their partners."""
    row, names = kind
    then, now = data.draw(st.permutations(names)), data.draw(st.permutations(names))
    counts = st.integers(3, 900)
    old, new = ([row.format(name, data.draw(counts)) for name in side] for side in (then, now))
    links = {(i, j) for link in tipdiff.align(old, new) for i in link.old for j in link.new}

    assert links == {(then.index(name), now.index(name)) for name in names}


def answered(answers: Sequence[str], year: int) -> tipdiff.Report:
    """A report that gives an answer a question."""
    lines = ["1. (U) PREVENTION", ""]
    for letter, answer in zip("ABCDEFGH", answers, strict=False):
        lines += [f"-- {letter}. (U) {answer}", ""]
    return tipdiff.read("\n".join(lines), country="Velda", year=year)


@given(
    answers=st.lists(st.sampled_from(["Yes.", "No."]), min_size=2, max_size=8),
    data=st.data(),
)
@CHEAP
def test_swapped_answers(answers: list[str], data: st.DataObject) -> None:
    """Two answers that change places are two changes, a yes or no that turns round is one."""
    one = data.draw(st.integers(0, len(answers) - 1))
    other = data.draw(st.integers(0, len(answers) - 1))
    later = list(answers)
    later[one], later[other] = later[other], later[one]
    comparison = tipdiff.compare(answered(answers, 2005), answered(later, 2006))
    told = [change for change in comparison.changes if change.status != "unchanged"]

    assert len(told) == (2 if answers[one] != answers[other] else 0)
    assert all("reversed" in change.traits for change in told)
