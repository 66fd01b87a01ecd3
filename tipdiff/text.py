"""Ways to look at a text that every layer shares: folded for equality, words, figures masked.

Each fold is a row of a table with the habit of cables it is for, so that what counts as "the same
text" can be read in one place.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from tipdiff.normalise import plain
from tipdiff.patterns import regex

__all__ = [
    "MOST_DIGITS",
    "NUMBER_WORDS",
    "WORD",
    "figures",
    "folded",
    "masked",
    "whole_number",
    "words",
]

#: Longest run of digits that is a number: sums of money stay below, serial numbers above. Python
#: itself refuses runs of some thousands.
MOST_DIGITS: Final = 18

#: Quotation marks and apostrophes that a fold takes for one.
QUOTES: Final = '"`\u00b4\u2018\u2019\u201a\u201b\u2032\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb'
#: Dashes that a fold takes for one.
DASHES: Final = "\u2012\u2013\u2014\u2015\u2212"

#: What is layout or form and not content: (pattern, what it becomes, characters without which it
#: cannot match, strings likewise where those are in most texts, the habit it is for).
FOLDS: Final[tuple[tuple[str, str, str, tuple[str, ...], str], ...]] = (
    ("[\u2010\u2011]", "-", "\u2010\u2011", (), "typographic hyphens"),
    (
        "(?<=[0-9])\u2013(?=[0-9])",
        "-",
        "\u2013",
        (),
        "18\u201329: an en dash inside a range is a hyphen",
    ),
    ("\u2026", "...", "\u2026", (), "an ellipsis in one character"),
    (r"(?<=[^\W\d_]),(?=s\b)", "'", ",", (",s",), "children,s: an apostrophe lost in transmission"),
    (r"(?<=[^\W\d_])\?(?=s\b)", "'", "?", ("?s",), "HARBOUR?S: the same, as a question mark"),
    (
        r"(?:^|(?<=[\s(]))&(?=[^\W\d_])",
        "'",
        "&",
        (),
        "&no one: an opening quote lost in transmission",
    ),
    (
        r"(?<=[^\W\d_][.,!])8(?=\s|$)",
        "'",
        "8",
        (".8", ",8", "!8"),
        "labor.8: a closing quote lost in transmission",
    ),
    (
        r"(?<=\w) \? (?=[a-z])",
        " - ",
        "?",
        (" ? ",),
        "as such ? that is: a dash lost in transmission",
    ),
    ("''|[" + QUOTES + "]", "'", QUOTES + "'", (), "quotes of every form"),
    (
        "\\s*(?:-{2,}|[" + DASHES + "])\\s*|\\s+-\\s+",
        " - ",
        DASHES + "-",
        ("--", " -", *DASHES),
        "dashes, with or without space",
    ),
    (
        r"(?<=\w)- (?=\w)",
        "-",
        "-",
        ("- ",),
        "anti- trafficking: a line that ended at its hyphen, joined",
    ),
)
_FOLDS = tuple(
    (regex(pattern), becomes, frozenset(needs), holds)
    for pattern, becomes, needs, holds, _ in FOLDS
)

#: A word: letters and digits, with the apostrophes, hyphens, points and commas inside it.
WORD: Final = regex(r"\d[\d,.]*\d|[^\W_]+(?:['\u2019][^\W_]+)*")

#: Words that say a number; dozens and fractions too, so that spelling one out cuts no similarity.
NUMBER_WORDS: Final = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion dozen".split()
)
_FIGURE = regex(
    r"(?:\d[\d,.]*\d|\d|\b(?:%s)\b)(?:(?:\s|-)(?:and\s)?(?:\d[\d,.]*|(?:%s)\b))*"
    % (("|".join(sorted(NUMBER_WORDS)),) * 2)
)


def folded(text: str) -> str:
    """Return ``text`` with all that is layout taken away: two statements are unchanged if equal.

    Case, white space, and the form of quotes, dashes and apostrophes go; hyphens, commas, full
    stops and every other letter stay.
    """
    text = " ".join(plain(text).split())
    text = text.lower() if text.isascii() else unicodedata.normalize("NFC", text).casefold()
    held = set(text)
    for pattern, becomes, needs, holds in _FOLDS:
        if not held.isdisjoint(needs) and (not holds or any(each in text for each in holds)):
            text = pattern.sub(becomes, text)
    return text.strip()


def whole_number(digits: str) -> int | None:
    """Return the number that a run of digits is, None where it is none or longer than one."""
    return int(digits) if len(digits) <= MOST_DIGITS and digits.isdecimal() else None


def words(text: str) -> list[str]:
    """Return the words of a folded text in order."""
    return WORD.findall(text)


def masked(text: str) -> str:
    """Return a folded text with each figure, in digits or spelt out, replaced by ``0``."""
    return _FIGURE.sub("0", text)


def figures(text: str) -> list[tuple[int, int]]:
    """Return where the figures of a folded text stand that :func:`masked` replaces."""
    return [match.span() for match in _FIGURE.finditer(text)]
