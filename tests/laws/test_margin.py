"""Stability: what one more statement can change in an alignment, and what it cannot."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.alignment.matching import LINK_AT
from tipdiff.alignment.scoring import judge
from tipdiff.text import folded

from . import fixtures
from .generators import SETTINGS
from .generators import sentences as drawn_sentences

if TYPE_CHECKING:
    from tipdiff.records import Report

    from .reports import Sentence

#: A link of two statements whose probability is so far above the threshold, and above that of every
#: rival, is left alone by a statement that has nothing to do with it.
MARGIN = 0.2


#: Each edition of the fixtures and the next.
PAIRS = [pair for country in fixtures.COUNTRIES for pair in fixtures.successive(country)]


def texts(report: Report) -> tuple[str, ...]:
    """The statements of an edition."""
    return tuple(statement.text for statement in report.statements)


@cache
def secure(pair: int) -> frozenset[tuple[str, str]]:
    """The texts of the links between two editions that have the margin."""
    sides = texts(PAIRS[pair][0]), texts(PAIRS[pair][1])
    judged = judge(sides, ([folded(t) for t in sides[0]], [folded(t) for t in sides[1]]))
    pairs = zip(judged.pairs.old.tolist(), judged.pairs.new.tolist(), strict=True)
    probability = dict(zip(pairs, judged.probability.tolist(), strict=True))
    found = set()
    for link in tipdiff.align(*sides):
        if len(link.old) == len(link.new) == 1:
            (i,), (j,) = link.old, link.new
            rivals = [c for (a, b), c in probability.items() if (a == i) != (b == j)]
            if probability.get((i, j), 1.0) >= max([LINK_AT, *rivals]) + MARGIN:
                found.add((sides[0][i], sides[1][j]))
    return frozenset(found)


@given(data=st.data(), drawn=drawn_sentences(1, 1))
@SETTINGS
def test_one_more_statement(data: st.DataObject, drawn: list[Sentence]) -> None:
    """A statement added to either report leaves every link alone that has the margin."""
    pair = data.draw(st.integers(0, len(PAIRS) - 1))
    sides = list(texts(PAIRS[pair][0])), list(texts(PAIRS[pair][1]))
    side = data.draw(st.sampled_from(sides))
    side.insert(data.draw(st.integers(0, len(side))), drawn[0].text)
    links = {
        (sides[0][i], sides[1][j])
        for link in tipdiff.align(*sides)
        for i in link.old
        for j in link.new
    }

    assert secure(pair) <= links


def test_most_links_have_the_margin() -> None:
    """The law is about most links, not about a few."""
    for k, (old, new) in enumerate(PAIRS):
        assert len(secure(k)) > len(tipdiff.align(texts(old), texts(new))) / 2
