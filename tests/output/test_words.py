"""The words inside a changed statement."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tipdiff.output.shared.word_diff import PAIRS, WORDS, marked_sides, word_changes

#: Texts of words, figures and marks, close enough to each other to share some.
SENTENCES = st.lists(
    st.sampled_from(["police", "14", "1,400", "arrested", "men", ",", ".", "the", "a", "ship's"]),
    max_size=12,
).map(" ".join)


def joined(kinds: str, old: str, new: str) -> str:
    """The pieces of some kinds, joined, without the space between."""
    wanted = kinds.split()
    return "".join("".join(t.split()) for kind, t in word_changes(old, new) if kind in wanted)


class TestWordChanges:
    """Which words stayed, went and came."""

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("Police arrested 14 men.", "Police arrested 20 men.", "Police arrested -14 +20 men."),
            ("It is so.", "It is not so.", "It is +not so."),
            ("The clerks paid.", "the clerks paid.", "the clerks paid."),
            ("a 'list' here", "a “list” here", "a “list” here"),
            ("They keep it, too.", "They keep it.", "They keep it -, too ."),
            ("1,400 votes", "1,500 votes", "-1,400 +1,500 votes"),
            ("", "All new.", "+All new."),
            ("All old.", "", "-All old."),
        ],
    )
    def test_samples(self, old: str, new: str, expected: str) -> None:
        """Whole words and figures are marked, never letters; case and quotes are not."""
        signs = {"same": "", "old": "-", "new": "+"}
        shown = " ".join(signs[kind] + text.strip() for kind, text in word_changes(old, new))

        assert shown.replace(" .", ".").replace("men.", "men.") == expected.replace(" .", ".")

    def test_short_words_between_changes(self) -> None:
        """A word or two that happen to stay between two changes are told with them."""
        pieces = word_changes("They sold the bread of a baker.", "They bought some meat of no man.")

        assert [kind for kind, _ in pieces] == ["same", "old", "new", "same"]

    @given(SENTENCES, SENTENCES)
    @example("The City pays the rent.", "The City.")
    def test_nothing_is_lost(self, old: str, new: str) -> None:
        """Taking all changes gives the new text, taking none the old one."""
        assert joined("same new", old, new) == "".join(new.split())
        assert joined("same old", old, new) == "".join(old.split())

    @given(SENTENCES, SENTENCES)
    def test_words_stay_apart(self, old: str, new: str) -> None:
        """No two words run together where one went and another came."""
        text = "".join(f" {t} " if kind == "old" else t for kind, t in word_changes(old, new))

        assert set(text.split()) <= {*old.split(), *new.split()}


def test_marks_that_nobody_sees() -> None:
    """A word with an invisible mark, or with its accent apart, is the word."""
    pieces = word_changes("Con\u00advicts of Me\u0301lus row.", "Convicts of M\u00e9lus swim.")

    assert [kind for kind, text in pieces if text.strip()] == ["same", "old", "new", "same"]


class TestLongStatements:
    """Statements of more words than are compared one by one."""

    def test_told_whole_but_for_the_ends(self) -> None:
        """All that stands between what both begin and end alike with is one step."""
        old, new = ("It began. " + f"{word} crate " * WORDS + "It ended." for word in "ab")
        kinds = [kind for kind, _ in word_changes(old, new)]

        assert kinds == ["same", "old", "new", "same"]
        assert joined("same new", old, new) == "".join(new.split())

    def test_one_word_of_many(self) -> None:
        """Where little differs it is still told alone."""
        old, new = ("crates of the pier " * WORDS + f"came in {year}." for year in (2005, 2006))

        assert [p for p in word_changes(old, new) if p[0] != "same"] == [
            ("old", "2005 "),
            ("new", "2006"),
        ]

    def test_the_same_word_again_and_again(self) -> None:
        """So is a text of few words that stand in it again and again, at however many places."""
        old, new = f"{'a b ' * 150}end", f"{'a c ' * 150}end"
        pieces = word_changes(old, new)

        assert PAIRS < 150 * 150
        assert len(old.split()) < WORDS
        assert [kind for kind, _ in pieces] == ["same", "old", "new", "same"]
        assert joined("same old", old, new) == "".join(old.split())

    @pytest.mark.parametrize("more", [-1, 1])
    def test_one_inside_the_other(self, more: int) -> None:
        """A text that goes on like the other begins has nothing counted twice."""
        old, new = "word " * (2 * WORDS), "word " * (2 * WORDS + more)
        before, after = marked_sides(old, new)

        assert "".join(text for _, text in before) == old.strip()
        assert "".join(text for _, text in after) == new.strip()
