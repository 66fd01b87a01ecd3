"""Alignment of plain strings: what any list of links must be, and what an oracle says."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.alignment import is_answer
from tipdiff.text import folded, masked

from . import laws
from .generators import CHEAP, SETTINGS, wild_texts
from .generators import sentences as drawn_sentences

if TYPE_CHECKING:
    from .reports import Sentence

anything = st.lists(st.text(max_size=30), max_size=6)
texts = wild_texts(10) | anything


def indexes(links: list[tipdiff.Link]) -> tuple[list[int], list[int]]:
    """All old and all new indexes of the links."""
    return [i for x in links for i in x.old], [j for x in links for j in x.new]


class TestLinks:
    """Whatever is aligned."""

    @given(old=texts, new=texts)
    @CHEAP
    def test_well_formed(self, old: list[str], new: list[str]) -> None:
        """Indexes are in range, sorted and in one link each; scores are probabilities."""
        links = tipdiff.align(old, new)
        lefts, rights = indexes(links)

        assert len(set(lefts)) == len(lefts)
        assert len(set(rights)) == len(rights)
        assert set(lefts) <= set(range(len(old)))
        assert set(rights) <= set(range(len(new)))
        for link in links:
            assert link.old == tuple(sorted(link.old)) != ()
            assert link.new == tuple(sorted(link.new)) != ()
            assert 0 <= link.score <= 1
            assert 0 <= link.similarity <= 1

    @given(old=texts, new=texts)
    @CHEAP
    def test_several_to_several_are_copies(self, old: list[str], new: list[str]) -> None:
        """A link has several statements on both sides only where a side's are copies, or nearly."""
        for link in tipdiff.align(old, new):
            if len(link.old) > 1 and len(link.new) > 1:
                assert laws.near([old[i] for i in link.old])
                assert laws.near([new[j] for j in link.new])

    @given(old=texts, new=texts)
    @CHEAP
    def test_own_copy_outranks_any_other(self, old: list[str], new: list[str]) -> None:
        """A statement that stands in the other text word for word is linked with all its copies.

        Not so an answer, or one of several that only figures tell apart: of these a copy on either
        side has one of the other, and what is left over has none or joins.
        """
        links = tipdiff.align(old, new)
        forms = Counter(masked(text) for text in {folded(text) for text in (*old, *new)})
        left = {i: link for link in links for i in link.old}
        for i, text in enumerate(old):
            copies = tuple(j for j, other in enumerate(new) if folded(other) == folded(text))
            if not copies or not folded(text):
                continue
            mine = tuple(k for k, other in enumerate(old) if folded(other) == folded(text))
            same = [left[k] for k in mine if k in left and set(left[k].new) & set(copies)]
            if (
                is_answer(folded(text), again=len(mine) + len(copies) > 2)
                or forms[masked(folded(text))] > 1
            ):
                assert sum(len(set(link.old) & set(mine)) for link in dict.fromkeys(same)) >= min(
                    len(mine), len(copies)
                )
            else:
                assert i in left
                assert left[i].new == copies

    @given(old=texts)
    @CHEAP
    def test_identity(self, old: list[str]) -> None:
        """A text against itself links each statement with itself and its copies."""
        links = tipdiff.align(old, list(old))
        lefts, _ = indexes(links)

        assert all(link.old == link.new for link in links)
        assert sorted(lefts) == [i for i in range(len(old)) if i in lefts]
        assert {i for i, text in enumerate(old) if folded(text)} <= set(lefts)

    @given(old=texts, new=texts)
    @CHEAP
    def test_swap(self, old: list[str], new: list[str]) -> None:
        """The links of the swapped texts are the links, swapped."""
        there = {(link.old, link.new) for link in tipdiff.align(old, new)}
        back = {(link.new, link.old) for link in tipdiff.align(new, old)}

        assert there == back

    @given(old=texts)
    @SETTINGS
    def test_nothing_to_align(self, old: list[str]) -> None:
        """Against no text at all there is no link."""
        assert tipdiff.align(old, []) == []
        assert tipdiff.align([], old) == []


class TestOracle:
    """Where `difflib` must agree: distinct statements, of which some go and some come."""

    @given(drawn=drawn_sentences(1, 24), data=st.data())
    @SETTINGS
    def test_insertions_and_deletions(self, drawn: list[Sentence], data: st.DataObject) -> None:
        """Of texts whose statements are all distinct and keep their order, the same pairs."""
        lines = [s.text for s in drawn]
        fates = data.draw(
            st.lists(st.sampled_from("bbon"), min_size=len(lines), max_size=len(lines))
        )
        old = [line for line, fate in zip(lines, fates, strict=True) if fate in "bo"]
        new = [line for line, fate in zip(lines, fates, strict=True) if fate in "bn"]
        oracle = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        expected = {(m.a + k, m.b + k) for m in oracle for k in range(m.size)}

        links = tipdiff.align(old, new)

        assert {(i, j) for x in links for i in x.old for j in x.new} == expected
