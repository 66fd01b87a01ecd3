"""Hyphens at a line's end: part of a word (anti-trafficking), or put there to break it.

A cable was wrapped between words, so that a hyphen at its lines' ends is the words' own; a
copy of a printed page has broken words. What the rest of the text writes decides, then what the two
halves are, then whether the text breaks words elsewhere.
"""

from __future__ import annotations

import re
from typing import Final

from tipdiff.normalise.characters import SOFT_HYPHEN
from tipdiff.patterns import regex

__all__ = ["BROKEN", "HYPHENS", "SOFT", "Hyphens"]

#: Hyphens that are there for the line's end alone; some copies print them as a not sign.
SOFT: Final = SOFT_HYPHEN + "\u00ac"
#: What a line can end in when its last word goes on.
HYPHENS: Final = "-\u2010" + SOFT
#: Two halves of a word and the line's end between them; the first half is all of well-known-.
BROKEN: Final = regex(
    rf"(?<![^\W_])(?<![^\W_]['\u2019-])([^\W_]+(?:['\u2019-][^\W_]+)*)([{HYPHENS}])[^\S\n]*\n\s*([^\W_]+)"
)
#: The same, found by the line's end, which is sooner done.
_LINE_END: Final = regex(rf"[{HYPHENS}][^\S\n]*\n\s*([^\W_]+)")
_BEFORE: Final = regex(r"[^\W_]+(?:['\u2019-][^\W_]+)*$")
#: A word before a hyphen is no longer.
_LONGEST: Final = 60
_WORD: Final = regex(r"\w[\w-]*")

#: First halves that keep their hyphen in edited English.
PREFIXES: Final = frozenset(
    "all anti audio counter cross ex extra half high intra kilo long low macro mass mid mini multi "
    "neo non out over part post pre pro pseudo quasi self semi short sub super third ultra under "
    "vice well".split()
)
#: Of these, such as as often begin a word without one (sub-, over-, under-, pro-, mid-).
_LOOSE: Final = frozenset("extra mini multi out over post pre pro sub super under".split())
#: First halves that are words for numbers, and make one with what follows: one-year, twenty-five.
NUMERALS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "first second fourth fifth".split()
)
#: Second halves that make a compound with almost any word: state-funded, long-term.
SECONDS: Final = frozenset(
    "aged assisted backed based bed born by case controlled country date day dependent down driven "
    "earning educated effective end exploitation exploited faced fed free friendly funded general "
    "government hour house income in justice kind known language led level like made making minded "
    "month off old on only oriented out owned page paid paying person point profit rate ranking "
    "related rent risk run scale sector sensitive skilled specific speaking sponsored state "
    "style supported term time to trained traffic trafficking type up vis week wide wing work "
    "worker year years".split()
)
#: What no word is: the end of one, with at most two consonants of the syllable before it.
ENDINGS: Final = regex(
    r"[bcdfghjklmnpqrstvwxz]{0,2}(?:[ei]?a?tions?|sions?|ciall?y?s?|ments?|ings?|ness|it(?:y|ies)"
    r"|ed|ers?|ors?|ly|abl[ey]|ibl[ey]|ally?|als|anc[ey]|enc[ey]|ances|ences|ous(?:ly)?|ive(?:ly|s)?"
    r"|isms?|ists?|i?[sz](?:e|ed|es|ing|ations?)|z?ations?|tur(?:e|es|al)|[crt]ies|[cfrt]y|ates?|ated"
    r"|ating|ants?|ents?|ar(?:y|ies)|or(?:y|ies)|ured?|ful|less|ship|teen)"
)


class Hyphens:
    """What a text tells of the hyphens at its lines' ends."""

    def __init__(self, text: str) -> None:
        """Take in the text in lines; it is looked through when first asked."""
        self._text = text
        self._looked: tuple[frozenset[str], bool] | None = None

    def _look(self) -> tuple[frozenset[str], bool]:
        """Return the words, and whether the text breaks words: more often so than not."""
        if self._looked is None:
            halves: list[tuple[str, str]] = []
            pieces, at = [], 0
            for end in _LINE_END.finditer(self._text):
                first = _BEFORE.search(self._text[max(at, end.start() - _LONGEST) : end.start()])
                if first is not None:
                    halves.append((first[0], end[1]))
                    pieces.append(self._text[at : end.start() - len(first[0])])
                    at = end.end()
            pieces.append(self._text[at:])
            words = frozenset(_WORD.findall(" ".join(pieces).lower()))
            told = [_own(words, first, second) for first, second in halves]
            self._looked = words, 0 < told.count(False) >= told.count(True)
        return self._looked

    def keeps(self, first: str, sign: str, second: str) -> bool:
        """Tell whether a word keeps the hyphen ``sign`` that stands between its two halves."""
        if sign in SOFT:
            return False
        words, breaks = self._look()
        own = _own(words, first, second)
        return not breaks if own is None else own


def _own(words: frozenset[str], first: str, second: str) -> bool | None:
    """Tell whether a hyphen is the word's own, None where neither halves nor words say so."""
    if not (first[-1].isalpha() and second[:1].islower()):
        return True
    if first.isupper():
        return True  # UN-sponsored
    first, second = first.lower(), second.lower()
    last = re.split(r"['\u2019-]", first)[-1]
    if f"{first}-{second}" in words:
        return True
    if first + second in words or first + second in NUMERALS:
        return False
    if (
        last != first  # state-of-the-art
        or (last in PREFIXES and last not in _LOOSE)
        or last in NUMERALS
        or len(first) == 1  # e-mail
        or second in SECONDS
        or (first in words and second in words)
    ):
        return True
    return False if ENDINGS.fullmatch(second) else None
