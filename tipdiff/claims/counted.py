"""The noun phrase that a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.lexicon import FUNCTION, PREDICATES, VERBS, is_demonym, is_plural

if TYPE_CHECKING:
    from tipdiff.claims.tokens import Tokens

__all__ = ["Phrase", "is_adjective", "noun_before", "noun_phrase", "opened", "plural_before"]

Phrase = tuple[int, int]
"""Tokens from the first up to the last of a noun phrase."""

#: Longest noun phrase, in tokens: past it the reading has lost its way.
MAX_PHRASE: Final = 9
#: Words between a share and what it is a share of, or a count and its noun.
_DETERMINERS: Final = frozenset(
    "the all these those its their his her our any such this that".split()
)
#: Nouns that say little without what they are of ("cases of child labor", "members of the force").
_OPEN: Final = frozenset(
    "case cases report reports instance instances incident incidents victim victims count counts "
    "allegation allegations act acts form forms type types kind kinds member members group groups "
    "request requests investigation investigations copy copies number numbers level levels".split()
)


def _content(word: str) -> bool:
    return word.isalpha() and word not in FUNCTION and word not in VERBS


def _plural_ahead(tokens: Tokens, at: int) -> bool:
    """Whether a plural noun follows within three words of content."""
    for i in range(at, at + 3):
        word = tokens.low[i]
        if word == "-":
            continue
        if not _content(word):
            return False
        if is_plural(word):
            return True
    return False


def noun_phrase(
    tokens: Tokens, at: int, *, single: bool = False, share: bool = True
) -> Phrase | None:
    """Read the noun phrase that begins at a token; null where none does.

    The phrase ends with its first plural noun (with its first run of words where ``single`` says
    that one is counted); determiners may open it where ``share`` says so ("half the girls", but "41
    the year before"); adjectives, nationalities and nouns before it belong to it.
    """
    low = tokens.low
    i = at
    if low[i] == "of" or (low[i] == "-" and tokens.glued(i) and tokens.glued(i + 1)):
        i += 1
    while low[i] in _DETERMINERS and i - at < 4 and (i > at or share):
        i += 1
    start = i
    while i - start < MAX_PHRASE:
        word = low[i]
        if word in {"-", "/"} and i > start and tokens.glued(i) and tokens.glued(i + 1):
            i += 1
            continue
        if word in {"'", "\u2019", '"'} and i == start:
            i += 1
            start = i
            continue
        if not _content(word) and not (word in {"own", "other"} and i == start):
            if not (word in VERBS and i > start and low[i - 1] == "-"):
                break
        elif word in PREDICATES and low[i - 1] != "-":
            if i > start and is_plural(low[i - 1]):
                break
            if not (
                _plural_ahead(tokens, i + 1) or (single and _content(low[i + 1]) and i == start)
            ):
                break
        i += 1
        if is_plural(word) and not _compound(tokens, i):
            break
    while i > start and low[i - 1] in {"-", "/"}:
        i -= 1
    if i == start:
        return None
    return opened(tokens, (start, i))


def is_adjective(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a noun phrase is only an adjective of its total's noun: "238 foreign, 27 Ostreli"."""
    start, end = phrase
    word = tokens.low[start]
    if word in {"foreign", "other", "others"} and end - start == 1:
        return True
    return end - start == 1 and is_demonym(word, tokens.capital(start)) and not is_plural(word)


def opened(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Take in what an open noun is of: "cases" becomes "cases of child labor"."""
    low, (start, end) = tokens.low, phrase
    if low[end] == "of" and low[end - 1] in _OPEN and not low[end + 1][:1].isdigit():
        inner = noun_phrase(tokens, end + 1) if low[end + 1] != "of" else None
        if inner is not None and inner[0] == end + 1 and inner[1] - start <= MAX_PHRASE:
            return start, inner[1]
    return phrase


def _compound(tokens: Tokens, i: int) -> bool:
    """Whether the plural just read only opens a compound ("sales managers", "women's shelters")."""
    word = tokens.low[i]
    if word == "-":
        return tokens.glued(i) and tokens.glued(i + 1)
    return _content(word) and word not in PREDICATES and is_plural(word)


#: Words of content that are no nouns, where a noun is looked for backwards.
_NO_NOUNS: Final = frozenset(
    "punishable ranges range ranging vary varies varied young old rarely usually typically "
    "normally generally approximately nearly average prior high low long percent equal equivalent "
    "minimum compared relative extended younger older last first next receive legal maximum "
    "million billion thousand hundred trillion dozen sanctioned punished imposed increased".split()
)


def _nominal(word: str) -> bool:
    return _content(word) and word not in PREDICATES and len(word) > 2 and word not in _NO_NOUNS


def plural_before(tokens: Tokens, at: int, reach: int = 12) -> str | None:
    """Find the plural that a figure without a noun tells of: "convictions rose to five"."""
    low = tokens.low
    for i in range(at - 1, max(at - reach, 0) - 1, -1):
        if low[i] in {";", "."}:
            return None
        if (_nominal(low[i]) and is_plural(low[i]) and not tokens.capital(i)) or (
            i == 0 and is_plural(low[0])
        ):
            start = i
            while (
                start > 0
                and i - start < 2
                and _nominal(low[start - 1])
                and not tokens.capital(start - 1)
            ):
                start -= 1
            return tokens.phrase(start, i + 1)
    return None


def noun_before(tokens: Tokens, at: int, reach: int = 7) -> Phrase | None:
    """Find the nearest run of content words that ends before a token, within ``reach`` tokens."""
    low = tokens.low
    i = at - 1
    floor = max(at - reach, 0)
    while i >= floor and not _nominal(low[i]):
        if low[i] in {";", "."}:
            return None
        i -= 1
    if i < floor:
        return None
    end = i + 1
    while i > floor and end - i < 3 and _nominal(low[i - 1]):
        i -= 1
    return i, end
