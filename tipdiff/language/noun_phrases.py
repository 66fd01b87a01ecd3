"""The noun phrase that a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.language.lexicon import FUNCTION, PREDICATES, VERBS, is_demonym, is_plural
from tipdiff.language.number_words import FRACTIONS, NUMBERS

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = [
    "STOPS",
    "Phrase",
    "is_adjective",
    "noun_before",
    "noun_phrase",
    "opened",
    "plural_before",
    "predicate_noun",
    "sized_place",
]

Phrase = tuple[int, int]
"""Tokens from the first up to the last of a noun phrase."""

#: Longest noun phrase, in tokens: past it the reading has lost its way.
MAX_PHRASE: Final = 9
#: Words between a share and what it is a share of, or a count and its noun.
_DETERMINERS: Final = frozenset(
    "the all these those its their his her our any such this that each every".split()
)
#: Words between a number and its noun that change nothing: "12 more victims".
_MORE: Final = frozenset({"more", "further", "such"})
_MOST_DETERMINERS: Final = 4
#: Verbs whose objects follow, and which adorn no noun: "16 received suspended terms".
_TRANSITIVE: Final = frozenset(
    "received attended visited joined served faced needed provided lacked wanted handled entered "
    "showed claimed pleaded".split()
)
#: What no phrase ends with.
_JOINTS: Final = frozenset({"-", "/", ",", "and", "or"})
#: Words that end like participles and are none.
_NO_PARTICIPLES: Final = frozenset(
    "bed seed speed shed need greed creed breed deed feed hundred kindred united red".split()
)
_BE: Final = frozenset({"was", "were", "is", "are"})
#: What is so large as people live there, how far before a figure "population" stands, and what
#: ends its clause.
_PLACES: Final = frozenset(
    "country nation republic island province city town village population".split()
)
_POPULATION_REACH: Final = 10
_CLAUSE_ENDS: Final = frozenset({";", ".", ",", "who", "which", "that"})
_QUOTES: Final = frozenset({"'", "\u2018", "\u2019", "\u201c", '"'})
#: What opens the name of an age group: "under-18s".
_AGE_BOUNDS: Final = frozenset({"under", "over"})
#: Abbreviated words in front of a name.
_TITLES: Final = frozenset({"st", "mt", "ft", "dr", "mr", "ms", "mrs", "lt", "sgt", "gov"})
#: Nouns that say little without what they are of ("cases of child labor", "members of the force").
_OPEN: Final = frozenset(
    "case cases report reports instance instances incident incidents victim victims count counts "
    "allegation allegations act acts form forms type types kind kinds member members group groups "
    "request requests investigation investigations copy copies number numbers level levels".split()
)


def _content(word: str) -> bool:
    return word[:1].isalpha() and word not in FUNCTION and word not in VERBS


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
    """Read the noun phrase that begins at a token; None where none does.

    Args:
        tokens: The sentence.
        at: Where the phrase, or the "of" or the hyphen before it, would begin.
        single: One thing is counted: the phrase ends with its run of words. Else it ends with its
            first plural noun; adjectives, nationalities and nouns before that belong to it.
        share: Determiners may open it ("half the girls"; but not "41 the year before").

    """
    if tokens.low[at] == "-" and tokens.glued(at) and _content(tokens.low[at + 1]):
        return at + 1, at + 2  # "a 40-bed clinic" counts beds
    start = _opening(tokens, at, share=share)
    if tokens.low[start] in _AGE_BOUNDS and _is_age_group(tokens.low[start : start + 4]):
        return start, start + 4  # "seven under-18s"
    end = _extent(tokens, start, single=single)
    return None if end == start else opened(tokens, (start, end))


def _plural_behind(tokens: Tokens, at: int) -> bool:
    """Whether a plural ends the phrase behind an abbreviation: "U.S. law enforcement visits"."""
    for i in range(at, at + MAX_PHRASE):
        word = tokens.low[i]
        tied = word == "-" or tokens.low[i - 1] == "-"
        if not tied and not _content(word):
            return False
        if is_plural(word):
            return True
    return False


def _is_age_group(words: list[str]) -> bool:
    _, joint, age, plural = words
    return joint == "-" and age.isdecimal() and plural == "s"


def _opening(tokens: Tokens, at: int, *, share: bool) -> int:
    """Step over "of", determiners and opening quotation marks."""
    low = tokens.low
    i = at
    i += low[i] == "of"
    while low[i] in _DETERMINERS and i - at < _MOST_DETERMINERS and (i > at or share):
        i += 1
    i += low[i] in _MORE and _content(low[i + 1])
    while low[i] in _QUOTES and i - at < _MOST_DETERMINERS:
        i += 1
    return i


def _extent(tokens: Tokens, start: int, *, single: bool) -> int:
    """Return the token behind the phrase that begins at ``start``."""
    low = tokens.low
    i, plural, longest = start, False, MAX_PHRASE
    while i - start < longest:
        shortened = _abbreviation(tokens, i)
        if shortened > i:  # "25 U.S. ships", "three St. Merrin clerks"
            goes_on = _content(low[shortened]) if single else _plural_behind(tokens, shortened)
            if not goes_on:
                break
            longest += shortened - i
            i = shortened
            continue
        if i > start and not (single or plural) and _goes_on(tokens, i):
            i += 1  # "official and potential victims", "newly opened, well-lit shelters"
            continue
        tied = i > start and low[i] in {"-", "/"} and tokens.glued(i) and tokens.glued(i + 1)
        if not tied and not _belongs(tokens, start, i, single=single):
            break
        i += 1
        plural = is_plural(low[i - 1])
        if not tied and plural and not _compound(tokens, i):
            break
    while i > start and low[i - 1] in _JOINTS:
        i -= 1
    if i > start and low[i - 2] == "-" and _participle(low[i - 1]):
        return start  # "three self-identified"
    if i > start and low[i - 1].endswith(("'s", "\u2019s")) and low[i][:1].isdecimal():
        return start  # "nine of the country's 212 agencies"
    return i


def _abbreviation(tokens: Tokens, at: int) -> int:
    """Return the token behind the abbreviation that begins at one, or the token itself."""
    low, end = tokens.low, at
    while (
        len(low[end]) == 1
        and low[end].isalpha()
        and low[end + 1] == "."
        and (end == at or tokens.glued(end))
    ):
        end += 2
    if end > at + 2 or not tokens.capital(at):
        return end if end > at + 2 else at
    titled = low[at] in _TITLES and low[at + 1] == "." and tokens.capital(at + 2)
    return at + 2 if titled else at


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a joint between adjectives stands at a token, and their plural is still to come."""
    low = tokens.low
    joint = low[i] in {"and", "or", ","} and low[i + 1] not in NUMBERS
    return joint and _content(low[i + 1]) and _plural_ahead(tokens, i + 1)


def _participle(word: str) -> bool:
    adorning = word.endswith("ed") and word not in _NO_PARTICIPLES and word not in _TRANSITIVE
    return word in PREDICATES or adorning


def _belongs(tokens: Tokens, start: int, i: int, *, single: bool) -> bool:
    """Whether the word at a token goes on the phrase."""
    low = tokens.low
    word = low[i]
    tied = i > start and low[i - 1] == "-"
    if _participle(word) and not tied:
        # "12 convicted traffickers" goes on, "12 convicted in March" and "12 men convicted" end.
        if i > start and is_plural(low[i - 1]):
            return False
        return _plural_ahead(tokens, i + 1) or (single and i == start and _content(low[i + 1]))
    if word in NUMBERS and i == start:
        return False  # "four of the six"
    return _content(word) or (tied and word in VERBS) or (word in {"own", "other"} and i == start)


def predicate_noun(tokens: Tokens, behind: int) -> Phrase | None:
    """Read the noun of "7 were young boys", "1 was an old man" from the verb on."""
    low = tokens.low
    if low[behind] not in _BE:
        return None
    article = low[behind + 1] in {"a", "an"}
    noun = noun_phrase(tokens, behind + 1 + article, single=True)
    if noun is None or not (article or is_plural(low[noun[1] - 1])):
        return None
    return noun


def sized_place(tokens: Tokens, start: int) -> str | None:
    """Return the word that says that the figure at a token is how many live somewhere, or None.

    "The population of Varona is about 300,000", "a country of 300,000".
    """
    low, at = tokens.low, start - 1
    if low[at] == "of" and low[at - 1] in _PLACES:
        return tokens.raw(at - 1)
    for back in range(at, max(at - _POPULATION_REACH, -1), -1):
        if low[back] == "population":
            between = low[back + 1 : start]
            sized = between[:1] == ["of"] and (len(between) == 1 or not _BE.isdisjoint(between))
            return tokens.raw(back) if sized or (between and between[0] in _BE) else None
        if low[back] in _CLAUSE_ENDS:
            return None
    return None


#: Adjectives that stand for their total's noun: "121 foreign", "six active and two former clerks".
_ADJECTIVES: Final = frozenset(
    "foreign other others active former retired current male female adult underage likely possible "
    "potential suspected confirmed new".split()
)


def is_adjective(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a noun phrase is only an adjective of its total's noun: "121 foreign, 22 Ostreli"."""
    start, end = phrase
    word = tokens.low[start]
    if word in _ADJECTIVES and end - start == 1:
        return True
    return end - start == 1 and is_demonym(word, tokens.capital(start)) and not is_plural(word)


def opened(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Take in what an open noun is of: "cases" becomes "cases of child labor"."""
    low, (start, end) = tokens.low, phrase
    if low[end] == "of" and low[end - 1] in _OPEN and not low[end + 1][:1].isdecimal():
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


#: What no noun of a figure stands before.
STOPS: Final = frozenset({";", ".", "who", "which"})


def _nominal(word: str) -> bool:
    noun = _content(word) and word not in PREDICATES and len(word) > 2
    number = word in NUMBERS or word in FRACTIONS
    done = word.endswith("ed") and word not in _NO_PARTICIPLES
    return noun and not number and not done and word not in _NO_NOUNS


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


def noun_before(
    tokens: Tokens, at: int, reach: int = 7, stops: frozenset[str] = STOPS
) -> Phrase | None:
    """Find the nearest run of content words that ends before a token, within ``reach`` tokens."""
    low = tokens.low
    i = at - 1
    floor = max(at - reach, 0)
    while i >= floor and not _nominal(low[i]):
        if low[i] in stops:
            return None
        i -= 1
    if i < floor:
        return None
    end = i + 1
    while i > floor and end - i < 3 and _nominal(low[i - 1]):
        i -= 1
    return i, end
