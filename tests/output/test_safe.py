"""Text from a cable on its way to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipdiff.output.shared.safe import visible


class TestVisible:
    """What would act is shown."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("14 arrests – “plainly”", "14 arrests – “plainly”"),
            ("\x1b[31mred", "␛[31mred"),
            ("bell\x07", "bell␇"),
            ("a\nb\tc", "a␊b␉c"),
            ("del\x7f", "del␡"),
            ("\x9b2J", "<U+009B>2J"),
            ("\u202etxt.exe", "<U+202E>txt.exe"),
            ("zero\u200bwidth", "zero<U+200B>width"),
            ("no-break\u00a0space", "no-break space"),
            ("lone \ud800", "lone <U+D800>"),
            ("\U000e0041tag", "<U+E0041>tag"),
        ],
    )
    def test_samples(self, text: str, expected: str) -> None:
        """Control characters become pictures, what has no shape its number."""
        assert visible(text) == expected

    @given(st.text())
    def test_nothing_acts(self, text: str) -> None:
        """Whatever the text, nothing is left that a terminal would act on."""
        shown = visible(text)

        assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in shown)

    @given(st.text(st.characters(categories=["L", "N", "P", "S"])))
    def test_letters_stand(self, text: str) -> None:
        """Letters, figures and marks stand as they are."""
        assert visible(text) == text
