"""Copies and near copies: what a report says twice shares one link, two facts do not."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.alignment.copies import NEAR_COPY_LENGTH

AROUND = ("The chaplain keeps a list of the crews.", "The canal to Lannock was closed in March.")
FACT = "In the harbor of Tarn the inspectors freed 14 deckhands from two rusty trawlers in May."


#: The same, as told in the other edition.
THEN = FACT.replace("14", "12").replace("rusty", "leaking")


def together(again: str, fact: str = FACT, then: str = THEN) -> bool:
    """Whether a report that tells a fact again has both linked with it, whichever is the older."""
    both, one = [fact, *AROUND, again], [then, *AROUND]
    found = {
        *(link.new for link in tipdiff.align(one, both) if link.old == (0,)),
        *(link.old for link in tipdiff.align(both, one) if link.new == (0,)),
    }

    assert len(found) == 1
    assert found < {(0,), (3,), (0, 3)}
    return found == {(0, 3)}


class TestNearCopies:
    """What is told twice, give or take a word."""

    @pytest.mark.parametrize(
        "again",
        [
            "In the harbor of Tarn inspectors freed 14 deckhands from two rusty trawlers in May.",
            "In May, inspectors freed 14 deckhands in the harbor of Tarn from two rusty trawlers.",
            "In the harbor of Tarn the inspectors freed 14 deckhands from 2 rusty trawlers in May.",
        ],
    )
    def test_joined(self, again: str) -> None:
        """The same fact in nearly the same words shares the link, figures in words or in digits."""
        assert together(again)

    @pytest.mark.parametrize(
        "again",
        [
            "In the harbor of Tarn the inspectors freed 41 deckhands from two rusty trawlers in "
            "May.",
            "In the harbor of Tarn the inspectors freed 14 deckhands from ten rusty trawlers in "
            "May.",
            "In the harbor of Tarn the inspectors freed 14,000 deckhands from two rusty trawlers "
            "in May.",
            "In the harbor of Tarn the inspectors freed the deckhands from two rusty trawlers in "
            "May.",
        ],
    )
    def test_other_figures(self, again: str) -> None:
        """Another figure, in digits or in words, or none, is another fact."""
        assert not together(again)

    def test_short_ones(self) -> None:
        """Two short statements of one shape are two facts."""
        fact, again = "Inspectors freed deckhands in Tarn.", "Inspectors freed deckhands in Tarns."

        assert max(len(fact), len(again)) < NEAR_COPY_LENGTH
        assert not together(again, fact, "Inspectors freed oarsmen in Tarn.")

    def test_other_words(self) -> None:
        """A word in four changed is no near copy."""
        assert not together(
            "In the market of Oss the bailiffs freed 14 seamstresses from two dusty cellars in May."
        )

    def test_other_names_at_one_link(self) -> None:
        """A near copy with a copy of its own on the other side stays with that."""
        again = FACT.replace("deckhands", "sailors")
        links = tipdiff.align([FACT, again, *AROUND], [again, FACT, *AROUND])

        assert [(link.old, link.new) for link in links[:2]] == [((0,), (1,)), ((1,), (0,))]


class TestCopies:
    """What is told twice word for word."""

    def test_every_copy(self) -> None:
        """All copies on both sides are one link, certain, whatever stands beside."""
        near = FACT.replace("rusty", "rusted")
        (link, *_) = tipdiff.align([FACT, near, *AROUND, FACT.upper()], [near, *AROUND, FACT])

        assert (link.old, link.new, link.score, link.similarity) == ((0, 4), (3,), 1.0, 1.0)

    def test_no_rival_outranks_a_copy(self) -> None:
        """A statement that stayed is linked to its copy, though another fits its place better."""
        near = FACT.replace("14", "15")
        links = tipdiff.align([AROUND[0], FACT, AROUND[1]], [AROUND[0], near, AROUND[1], FACT])

        assert [(link.old, link.new) for link in links if link.old == (1,)] == [((1,), (3,))]
