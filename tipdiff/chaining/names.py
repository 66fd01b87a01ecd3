"""Names: of whom, of which place, body or article a statement tells.

Two statements of one shape that name others ("A woman from Halden ...", "A woman from Orvast ...")
may be one that changed or two facts; likeness cannot tell. What links them is unsure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tipdiff.language.months import NAMES, SEASONS
from tipdiff.patterns import regex

__all__ = ["Names", "articles", "capitalised"]

#: A word within a sentence, by its first letter.
_CAPITAL: Final = regex(r"(?<=[\w,] )[\"(]?([A-Z][\w'-]+)")
_ACRONYM: Final = regex(r"[A-Z][\w-]*[A-Z]")
_SMALL: Final = regex(r"(?<!\w)[a-z][\w'-]+")
#: What numbers a text of law: "Article 14", "Law No. 30/2004".
_ARTICLE: Final = regex(
    r"\b(?:article|art\.|law|act|decree|bill|directive|regulation|resolution)s?"
    r"(?: (?:no\.?|number))? (\d[\w./-]*\w|\d)",
    re.IGNORECASE,
)
#: What is written with a capital and names nobody: time, and what many bodies and persons are.
_NO_NAME: Final = frozenset((*NAMES, *SEASONS)) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "ministry minister ministries department directorate office agency authority bureau committee "
    "commission council board center centre court police government parliament president prime "
    "deputy director general national international union organization organisation association "
    "foundation law act code article section chapter convention protocol mr mrs ms dr chief head "
    "embassy post".split()
)
#: Where something is: a name behind it is that of a place.
_WHERE: Final = regex(
    r"\b(?:in|at|near|outside|to) (?:the )?(?:(?:[a-z]+ )?(?:town|city|village|port|province|"
    r"district|region|island|state) of )?([A-Z][\w'-]+)"
)
#: So many letters in common at the start make a place and its people one: Varona, Varonan.
_START: Final = 4


def capitalised(texts: Iterable[str]) -> list[str]:
    """Return the words that some texts write with a capital letter only, not at a start.

    Texts in capitals throughout say nothing of it.
    """
    told = [text for text in texts if not text.isupper()]
    capital = Counter(word.lower() for text in told for word in _CAPITAL.findall(text))
    small = Counter(word for text in told for word in _SMALL.findall(text))
    return [word for word in capital if not small[word]]


class Names:
    """The names in the texts of some editions."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._known = {
            word for word in map(_bare, capitalised(texts)) if len(word) >= _START
        } - _NO_NAME

    def of(self, text: str) -> set[str]:
        """Return the names within sentences, each by its first letters.

        Acronyms are none: the same body is written out elsewhere.
        """
        words = (_bare(word) for word in _CAPITAL.findall(text) if not _ACRONYM.match(word))
        return {word[:_START] for word in words if word in self._known}

    def places(self, text: str) -> set[str]:
        """Return the places in which a text says something is, likewise."""
        words = (_bare(word) for word in _WHERE.findall(text) if not _ACRONYM.match(word))
        return {word[:_START] for word in words if word in self._known}

    def differ(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether both sides of a link name somebody or something, and nothing in common."""
        sides = " ".join(old), " ".join(new)
        for named in (self.of, articles):
            one, other = map(named, sides)
            if one and other and one.isdisjoint(other):
                return True
        return False


def _bare(word: str) -> str:
    """Return a word in small letters, without what is behind an apostrophe or a hyphen."""
    return re.split(r"['-]", word.lower())[0]


def articles(text: str) -> set[str]:
    """Return the numbers of the laws and articles that a text names."""
    return {number.lower() for number in _ARTICLE.findall(text)}
