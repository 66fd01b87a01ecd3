"""Quotations cut to a length."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tipdiff.output.shared.excerpts import MORE, cut, elided
from tipdiff.output.shared.word_diff import marked

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


class TestElided:
    """``elided``."""

    @given(words, words)
    def test_changes_stay(self, old: str, new: str) -> None:
        """What went and came is all there, in its order, and each of both sides is shortened."""
        pieces = marked(old, new)
        shown = list(elided(pieces))

        assert [p for p in shown if p[0] != "same"] == [p for p in pieces if p[0] != "same"]
        assert all(MORE in text or (kind, text) in pieces for kind, text in shown)

    @given(words, words, st.integers(1, 80))
    def test_length(self, old: str, new: str, most: int) -> None:
        """Behind its first piece it is not longer than asked for, but for what says so."""
        shown = [text for _, text in elided(marked(old, new), most)]

        assert len("".join(shown)) <= max(most, len("".join(shown[:1]))) + len(f" {MORE}")
