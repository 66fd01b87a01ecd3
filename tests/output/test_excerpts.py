"""Quotations cut to a length."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tipdiff.output.shared.excerpts import MORE, cut, excerpt
from tipdiff.output.shared.word_diff import Piece, marked

words = st.lists(st.text("abc", min_size=1, max_size=6), max_size=30).map(" ".join)


class TestCut:
    """``cut``."""

    @given(words, st.integers(1, 60))
    @example("a" * 40, 20)
    def test_whole_words(self, text: str, most: int) -> None:
        """What is left are whole words of the beginning, but of a word longer than the room."""
        shown = cut(text, most)
        kept = shown.removesuffix(f" {MORE}")

        assert text.startswith(kept)
        assert len(kept) <= most
        assert (kept == text) == (len(text) <= most)
        assert kept == text or " " not in text[:most] or text[len(kept)] == " "


class TestExcerpt:
    """``excerpt``."""

    @pytest.mark.parametrize(
        ("pieces", "most", "expected"),
        [
            ([("same", "a b "), ("new", "c")], 99, "a b c"),
            ([("same", "a b c d e f g h "), ("new", "c")], 99, f"{MORE} c d e f g h c"),
            ([("new", "one two"), ("same", " three four")], 12, f"one two {MORE}"),
            (
                [("new", "one two"), ("same", " "), ("old", "three four five")],
                14,
                f"one two three {MORE}",
            ),
            ([("new", "unbroken")], 4, f"unbr {MORE}"),
        ],
    )
    def test_samples(self, pieces: list[Piece], most: int, expected: str) -> None:
        """It begins shortly before the first change, and ends with a whole word."""
        shown = "".join(text for _, text in excerpt(pieces, most))

        assert shown == expected

    @given(words, words, st.integers(1, 80))
    def test_length(self, old: str, new: str, most: int) -> None:
        """It is not longer than asked for, and what is cut off is told once at either end."""
        pieces = list(excerpt(marked(old, new), most))
        shown = "".join(text for _, text in pieces)

        assert len(shown) <= most + len(f" {MORE}")
        assert MORE not in shown.removeprefix(MORE).removesuffix(MORE)
