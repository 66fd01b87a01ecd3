"""Explicit zeros: "no prosecutions", "none of the five", "did not record any convictions".

That there is none of something is a claim where reports count such things; that there is no
evidence, no plan or no law is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.claims.scanning.figures import Figure
from tipdiff.claims.scanning.plain import number
from tipdiff.claims.scanning.years import is_year
from tipdiff.language.event_words import EVENT_PARTICIPLES, EVENT_VERBS, PLURAL_ZEROS, ZEROS
from tipdiff.language.lexicon import (
    COMPARING,
    FUNCTION,
    PARTICIPLES,
    PERSONS,
    PREDICATES,
    VERBS,
    is_plural,
    singular,
)
from tipdiff.language.noun_phrases import Phrase, noun_phrase, opened
from tipdiff.language.number_words import NUMBERS

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["any_of", "nil", "no", "nobody", "none", "not_one", "zero"]

#: What reports count beside events, in either number: "no conviction", "no convictions".
_EITHER: Final = ZEROS | frozenset(
    "case victim trafficker offender minor policeman suspect defendant incident instance "
    "amendment seminar conference workshop application allegation citizen foreigner migrant "
    "worker figure death beneficiary student".split()
)
#: What reports count in the plural only: "no law", "no shelter" tell how things are.
_PLURAL: Final = PLURAL_ZEROS | frozenset(
    "person individual child woman man girl boy official officer request law legislation shelter "
    "visa permit national center centre campaign program programme agreement penalty call "
    "employer company agency".split()
)
#: Nouns without a plural that are counted where something was done to them.
_DONE_TO: Final = {
    "law": "enacted passed adopted introduced",
    "legislation": "enacted passed adopted introduced",
}
#: Words behind "no" that make it no count: "no longer", "no further evidence".
_NO_COUNT: Final = frozenset("longer one matter way doubt further evidence information".split())
#: What a report tells there is or is not, in the singular too: "there is no shelter for men".
_STANDING: Final = frozenset("shelter center centre hotline helpline".split())
#: Behind "no reports" where they are reports of something, not papers.
_REPORTED: Final = frozenset(
    {"of", "were", "was", "during", ",", ".", "this", "in", "have", "regarding", ""}
)
#: Furthest that the noun of a zero stands from its "no", and "any" from its negation.
_NOUN_REACH: Final = 5
_NEGATION_REACH: Final = 7
_NEGATIONS: Final = frozenset({"not", "never", "nor", "without", "neither"})
_PERFECT: Final = frozenset({"has", "have", "had"})
_AUXILIARIES: Final = frozenset("has have had did does do was were".split())
#: What stands between "nobody" and what was not done to anybody.
_BE: Final = frozenset({"was", "were", "been", "is", "being"})
#: What a "nil" without a noun stands behind: "arrests: nil", "convictions remained nil".
_ENTERED: Final = _BE | frozenset({":", "-", "=", "remained", "stood", "at", "to", "("})
_PASSIVE: Final = _BE | {"has", "had", "have"}
_ADVERBS: Final = frozenset("yet ever actually formally subsequently so far".split())
#: What follows "none" in a list of places.
_LISTED: Final = frozenset({"to", "from", "in", "for", "at"})
#: What none can have done without a noun: "none were minors", "none received help".
_DID: Final = frozenset("were was had have has received resulted are involved".split())


def _countable(tokens: Tokens, at: int) -> bool:
    """Whether the word at a token is the countable head of a zero's noun."""
    low = tokens.low
    word, follows = low[at], low[at + 1]
    stem = singular(word)
    content = follows.isalpha() and follows not in FUNCTION and follows not in VERBS
    if stem not in _EITHER and stem not in _PLURAL:
        return False
    if content and (is_plural(follows) or singular(follows) in _EITHER):
        return False  # "no government officials": the head is still to come
    if word != stem or word == "people":
        return True
    if stem in _STANDING and (not content or is_plural(follows)):
        return _exists(low, at)
    if stem in _PLURAL:
        done = _DONE_TO.get(stem, "").split()
        return any(low[k] in done for k in range(at + 1, at + 5))
    return not content or follows in PREDICATES or follows.endswith("ed")


def _exists(low: list[str], at: int) -> bool:
    """Whether "there is no" stands before a noun and its adjectives."""
    for start in range(at - 1, max(at - _NOUN_REACH, 1), -1):
        if low[start] == "no":
            return low[start - 2] == "there" and low[start - 1] in {"is", "was"}
    return False


def _noun(tokens: Tokens, at: int) -> Phrase | None:
    """Find the countable noun that begins at a token, behind its adjectives."""
    low = tokens.low
    at += low[at] == "such"
    for i in range(at, at + _NOUN_REACH):
        joined = (low[i] == "-" and tokens.glued(i)) or (low[i] in {"or", "and"} and i > at)
        if joined:
            continue
        if not low[i].isalpha() or low[i] in FUNCTION or low[i] in _NO_COUNT:
            return None
        if _countable(tokens, i):
            return opened(tokens, (at, i + 1))
    return None


def _done_to(tokens: Tokens, at: int, *, active: bool) -> Phrase | None:
    """Find what nothing was done to, where what could have been done is counted.

    "No clerks were prosecuted", "no official was tried" (passive), "did not prosecute any clerks"
    (active).
    """
    low = tokens.low
    noun = noun_phrase(tokens, at, share=False)
    if noun is None or noun[0] != at:
        return None
    head = low[noun[1] - 1]
    single = head in PERSONS if active else head in _PLURAL
    if not is_plural(head) and not single:
        return None
    done = low[at - _NOUN_REACH : at] if active else low[noun[1] : noun[1] + _NOUN_REACH]
    if not active and _AUXILIARIES.isdisjoint(done[:2]):
        return None
    return noun if any(_was_done(word, head, active=active) for word in done) else None


def _never_did(tokens: Tokens, at: int) -> Phrase | None:
    """Find who never did what is counted: "no court has yet awarded damages"."""
    low = tokens.low
    noun = noun_phrase(tokens, at, single=True, share=False)
    if noun is None or noun[0] != at or low[noun[1]] not in _PERFECT:
        return None
    did = low[noun[1] + 1 : noun[1] + _NOUN_REACH]
    return noun if any(word in EVENT_VERBS and word.endswith("ed") for word in did) else None


def _was_done(word: str, head: str, *, active: bool) -> bool:
    """Whether a word says what is counted when it was done; to persons, that is anything."""
    if word in EVENT_VERBS:
        return True
    return not active and head in PERSONS and (word.endswith("ed") or word in PARTICIPLES)


def _zero(start: int, end: int, noun: Phrase | None) -> Figure:
    return Figure(start, start, end, 0, 0, 0, shape="zero", noun=noun)


def _nobody(tokens: Tokens, start: int, end: int) -> Figure | None:
    """Read "nobody was arrested", "no one has yet been freed"; not "nobody was hurt"."""
    low = tokens.low
    at = end
    while low[at] in _PASSIVE or (at > end and low[at] in _ADVERBS):
        at += 1
    passive = not _BE.isdisjoint(low[end:at])
    return _zero(start, end, None) if passive and low[at] in EVENT_PARTICIPLES else None


def nobody(tokens: Tokens, index: int) -> Figure | None:
    """Read "nobody was pardoned"."""
    return _nobody(tokens, index, index + 1)


def no(tokens: Tokens, index: int) -> Figure | None:
    """Read "no prosecutions", "no strict legislation was passed"; not "no one", "no evidence"."""
    low = tokens.low
    if low[index + 1] == "one":
        return _nobody(tokens, index, index + 2)
    noun = _noun(tokens, index + 1) or _done_to(tokens, index + 1, active=False)
    noun = noun or _never_did(tokens, index + 1)
    if noun is None or low[index - 1] in {"in", "by"}:
        return None
    if low[noun[1] - 1] in {"report", "reports"} and low[noun[1]] not in _REPORTED:
        return None
    return _zero(index, index + 1, noun)


def zero(tokens: Tokens, index: int) -> Figure | None:
    """Read "zero convictions"; not "zero tolerance"."""
    return None if tokens.low[index + 1] in {"tolerance", "-"} else number(tokens, index)


def nil(tokens: Tokens, index: int) -> Figure | None:
    """Read "convictions were nil", "arrests: nil", "nil returns"; not "a nil draw"."""
    low = tokens.low
    noun = _noun(tokens, index + 1)
    if noun is None and not (low[index - 1] in _ENTERED and not low[index + 1].isalpha()):
        dated = low[index - 1] in _BE and low[index + 1] in {"in", "for", "during", "this", "and"}
        if not dated:
            return None
    if noun is None and low[index - 1] in {":", "-", "="} and low[index - 2].isalpha():
        noun = (index - 2, index - 1)
    return _zero(index, index + 1, noun)


def not_one(tokens: Tokens, index: int) -> Figure | None:
    """Read "not one conviction" from "one" on, "not a single conviction" from "single" on."""
    at = index - 1 - (tokens.low[index - 1] == "a")
    noun = _noun(tokens, index + 1) or _done_to(tokens, index + 1, active=False)
    if at < 0 or noun is None:
        return _single(tokens, index)
    return _zero(at, index + 1, noun) if tokens.low[at] == "not" else _single(tokens, index)


def _single(tokens: Tokens, index: int) -> Figure | None:
    """Read "had not prosecuted a single case" from "single" on."""
    single = tokens.low[index] == "single" and tokens.low[index - 1] == "a"
    return any_of(tokens, index) if single else None


def none(tokens: Tokens, index: int) -> Figure | None:
    """Read "none of the five", "neither of the two", "none were minors"; not "none beyond"."""
    low = tokens.low
    behind = low[index + 1]
    if behind == "of":
        at = index + 2
        at += low[at] in {"the", "these", "those", "them", "whom", "which"}
        counted = low[at] in NUMBERS or low[at][:1].isdecimal()
        return _zero(index, index + 1, noun_phrase(tokens, at + counted))
    compared = not COMPARING.isdisjoint(low[max(index - 2, 0) : index])
    if compared and low[index] == "none":
        return _zero(index, index + 1, None)  # "14 cases, up from none"
    yearly = behind in {"in", "during"} and is_year(low[index + 2])
    listed = low[index - 1] in {"and", ","} and behind in _LISTED and tokens.capital(index + 2)
    if listed and low[index] == "none":
        return _zero(index, index + 1, None)  # "two to Ostrel and none to Varona"
    if low[index] == "neither" or not (behind in _DID or yearly):
        return None
    noun = noun_phrase(tokens, index + 2) if behind in {"were", "are"} else None
    if noun is not None and not is_plural(low[noun[1] - 1]):
        noun = None
    return _zero(index, index + 1, noun)


def any_of(tokens: Tokens, index: int) -> Figure | None:
    """Read "did not record any prosecutions" and "without any convictions" as zeros."""
    low = tokens.low
    for at in range(index - 1, max(index - 1 - _NEGATION_REACH, -1), -1):
        if low[at] in {";", ",", "that", "if", "whether"}:
            return None
        if low[at] in _NEGATIONS or low[at].endswith(("n't", "n\u2019t")):
            noun = _noun(tokens, index + 1) or _done_to(tokens, index + 1, active=True)
            if noun is None:
                return None
            figure = _zero(index, index + 1, noun)
            if index - at < _NOUN_REACH:
                figure.start = at - (low[at - 1] in _AUXILIARIES)
            return figure
    return None
