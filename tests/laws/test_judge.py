"""Laws of a judge of one's own, on generated texts."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.alignment import judging

from .generators import CHEAP, wild_texts

if TYPE_CHECKING:
    from tipdiff import DoubtfulPair

texts = wild_texts(10)


def reads(pairs: Sequence[DoubtfulPair]) -> list[float]:
    """A judge whose answer is its own, and follows from the two texts alone."""
    return [
        hashlib.sha256(f"{pair.old}\0{pair.new}".encode("utf-8", "replace")).digest()[0] / 255
        for pair in pairs
    ]


class TestJudge:
    """Whatever is aligned."""

    @given(old=texts, new=texts)
    @CHEAP
    def test_the_models_own_word(self, old: list[str], new: list[str]) -> None:
        """A judge that returns the model's own probability changes nothing."""
        found = tipdiff.align(old, new, judge=lambda pairs: [pair.score for pair in pairs])

        assert found == tipdiff.align(old, new)

    @given(old=texts, new=texts)
    @CHEAP
    def test_kept_answers(self, old: list[str], new: list[str]) -> None:
        """With answers that were kept the links are those of the judge, and nothing is asked."""
        answers: dict[str, float] = {}
        first = tipdiff.align(old, new, judge=tipdiff.remembered(reads, answers, name="it"))

        def silent(_: Sequence[DoubtfulPair]) -> list[float]:
            raise AssertionError("asked again")

        again = tipdiff.align(old, new, judge=tipdiff.remembered(silent, answers, name="it"))

        assert first == again == tipdiff.align(old, new, judge=reads)

    @given(old=texts, new=texts, size=st.integers(1, 5), backwards=st.booleans())
    @CHEAP
    def test_batches(self, old: list[str], new: list[str], size: int, backwards: bool) -> None:
        """How the questions are put together, and in which order they are answered, is nothing."""
        one_by_one = {}

        def shuffled(pairs: Sequence[DoubtfulPair]) -> list[float]:
            for pair in reversed(pairs) if backwards else pairs:
                one_by_one[pair] = reads([pair])[0]
            return [one_by_one[pair] for pair in pairs]

        with mock.patch.object(judging, "BATCH", size):
            found = tipdiff.align(old, new, judge=shuffled)

        assert found == tipdiff.align(old, new, judge=reads)

    @given(old=texts, new=texts)
    @CHEAP
    def test_failing(self, old: list[str], new: list[str]) -> None:
        """A judge that fails is none, and one warning says so if it was asked anything."""
        asked = []

        def fails(pairs: Sequence[DoubtfulPair]) -> list[float]:
            asked.append(pairs)
            raise OSError("unreachable")

        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            found = tipdiff.align(old, new, judge=fails)

        assert found == tipdiff.align(old, new)
        assert len(said) == bool(asked)

    @given(old=texts, new=texts)
    @CHEAP
    def test_probabilities(self, old: list[str], new: list[str]) -> None:
        """What is asked is in doubt, and links stay links: each statement in one at most."""
        asked: list[DoubtfulPair] = []

        def listens(pairs: Sequence[DoubtfulPair]) -> list[float]:
            asked.extend(pairs)
            return reads(pairs)

        found = tipdiff.align(old, new, judge=listens)
        sides = [k for x in found for k in x.old], [k for x in found for k in x.new]

        assert all(judging.DOUBTED_FROM <= p.score <= judging.DOUBTED_TO for p in asked)
        assert all(len(set(side)) == len(side) for side in sides)
