"""One form of a text for all layers, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.normalise import mended, normalised, plain
from tipdiff.text import folded

#: (as a copy has it, as it was meant).
FORMS = (
    ("the \ufb01rst o\ufb03cer", "the first officer"),
    ("con\u00advicted", "convicted"),
    ("har\u200bbor \u200fpilots\u2060", "harbor pilots"),
    ("Me\u0301lusine", "M\u00e9lusine"),
    ("the clerk\u00e2\u20ac\u2122s list", "the clerk\u2019s list"),
    ("\u00e2\u20ac\u0153Open\u00e2\u20ac\u009d", "\u201cOpen\u201d"),
    ("\u00e2\u20ac\u0153Open\u00e2\u20ac it says", "\u201cOpen\u201d it says"),
    ("caf\u00c3\u00a9", "caf\u00e9"),
    ("Milo\u00c5\u00a1 Vrk", "Milo\u0161 Vrk"),
    ("\u00c2\u00a35", "\u00a35"),
    ("the clerk\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2s list", "the clerk\u2019s list"),
)

#: What is no other form of anything.
KEPT = (
    "S\u00c3O MARTO",
    "CAF\u00c9\u00a0\u00bb",
    "na\u00efve",
    "12 km\u00b2",
    "\u00c5 is a river",
    "a victim[s]",
    "5 * 3",
    "[12] They left",
    "para.3",
    "Art.5",
    "under 18.5 percent",
)

#: (text in lines, the word at the line's end in its whole form).
BREAKS = (
    ("They were accor-\nding to the list there.", "according"),
    ("The organi-\nzation met.", "organization"),
    ("The pilots met the inter-\nnational organi-\nzation.", "international"),
    ("The gov\u00ac\n ernor wrote.", "governor"),
    ("The harbor-\nmaster wrote. A harbormaster reads.", "harbormaster"),
    ("The anti-\nsmuggling unit met.", "anti-smuggling"),
    ("The re-\nentry list. No re-entry is free.", "re-entry"),
    ("A state-\nfunded ferry and an organi-\nzation.", "state-funded"),
    ("A one-\nyear term.", "one-year"),
    ("A UN-\nbacked ferry.", "UN-backed"),
    ("A 15-\nmonth term.", "15-month"),
    ("The deep-\nwater pilots slept.", "deep-water"),
    ("An e-\nmail of the clerk, and an organi-\nzation.", "e-mail"),
)


class TestForms:
    """Characters that are another form of others."""

    @pytest.mark.parametrize(("copy", "meant"), FORMS, ids=[meant for _, meant in FORMS])
    def test_meant(self, copy: str, meant: str) -> None:
        """Ligatures, invisible marks, accents and garbled UTF-8 become what was meant."""
        assert plain(copy) == meant
        assert folded(copy) == folded(meant)

    @pytest.mark.parametrize("text", KEPT)
    def test_kept(self, text: str) -> None:
        """Letters that only look garbled, and brackets that mark no footnote, stay."""
        assert plain(text) == text

    @pytest.mark.parametrize(
        "text",
        [
            "32[12] clerks",
            "32\u00b9 clerks",
            "32* clerks",
            "32 clerks.[3][4]",
            "32\u2020",
            "32 clerks1",
            "32 clerks.2",
        ],
    )
    def test_footnotes(self, text: str) -> None:
        """The mark of a footnote is no part of the text."""
        assert plain(text) in {"32 clerks", "32 clerks.", "32"}

    @given(
        text=st.text(
            st.sampled_from("ab\u00adfi \ufb01e\u0301\u00e2\u20ac\u2122\n-[1]*."), max_size=30
        )
    )
    def test_places(self, text: str) -> None:
        """Every character knows its place: places rise, lie in the source, and map whole words."""
        form = normalised(text)
        spans = [form.span(k, k + 1) for k in range(len(form.text))]

        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert spans == sorted(spans)

    @given(text=st.text(st.sampled_from("abfi\u00ad\ufb01e\u0301 \n-"), max_size=30))
    def test_once_is_enough(self, text: str) -> None:
        """What is in its plain form already stays as it is, but for hyphens that now end lines."""
        once = plain(text)

        assert "-" in text or "\u00ad" in text or plain(once) == once

    def test_soft_hyphen_at_a_lines_end(self) -> None:
        """In a text in lines it stays where it says that the word goes on."""
        assert mended("har\u00ad \nbor \u00ad\nmas\u00adter", in_lines=True).text == (
            "har\u00ad \nbor \nmaster"
        )


class TestBreaks:
    """Words that a line's end has broken."""

    @pytest.mark.parametrize(("text", "word"), BREAKS, ids=[word for _, word in BREAKS])
    def test_whole(self, text: str, word: str) -> None:
        """A broken word is whole again; a hyphen of the word's own stays."""
        read = tipdiff.read(text + "\n", country="Varona", year=2007).statements

        assert word in read[0].text.replace(".", "").split()
        assert word in plain(text).replace(".", "").split()

    def test_place(self) -> None:
        """The statement's place is that of its letters in the source."""
        text = "Ferries sail accor-\nding to the list. The o\ufb03ce is closed.\n"
        first, second = tipdiff.read(text, country="Varona", year=2007).statements

        assert text[slice(*first.span)] == "Ferries sail accor-\nding to the list."
        assert second.text == text[slice(*second.span)] == "The o\ufb03ce is closed."


class TestClaims:
    """Claims see the same text, and stand in the given one."""

    @pytest.mark.parametrize(
        "text",
        [
            "The court \ufb01ned \ufb01fteen smugglers.",
            "The court fined \u200bfif\u00adteen smug\u2060glers.",
            "The court fined fif-\nteen smugglers.",
            "The court fined 15[3] smugglers\u00b9.",
            "The court fined 15* smugglers.",
        ],
    )
    def test_same_claim(self, text: str) -> None:
        """One figure, at its place in the given text, in the letters of that."""
        (claim,) = tipdiff.extract_claims(text)

        assert (claim.value, claim.counted) == (15, "smugglers")
        assert claim.text == text[slice(*claim.span)]
