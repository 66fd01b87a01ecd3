"""What a promise leans on: "the center", "this system", "it" were named in statements before.

A promise's own words and what it leans on are two ways to say its object; either may be told later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.histories.objects import thing
from tipdiff.patterns import regex
from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.language.intentions import Intention

__all__ = ["BACK", "leaning"]

#: So many statements before a promise its thing may have been named.
BACK: Final = 3
#: An object of fewer words leans on the statement before, on so many words of it.
FEW: Final = 6
LEANT: Final = 16
#: A statement of fewer words in letters ("Signed on 3/12/2004.") names nothing to lean on.
TELLING: Final = 3
_LETTERS: Final = regex(r"[A-Za-z]{2,}")
#: A thing that was named before: "the center", "this", "its system", "it".
_NAMED: Final = regex(
    r"(?:(?:the|this|that|these|those|such|its|their|said) (?P<noun>\w+)|it|they|this|these|them)"
)
#: The same without a noun, so that the groups are one.
_PRONOUN: Final = regex(r"(?:it|them)(?P<noun>)")
#: Words before and behind a noun where it is named: its name, and where and for whom it is.
_NAME: Final = 4
_MORE: Final = 8
#: What stands directly before a noun that was named still earlier.
_POINTING: Final = frozenset("the this that these those such its their said".split())
#: A noun is looked for without the ending of its plural.
_PLURAL: Final = regex(r"(?<=\w\w\w)(?:ies|es|s|y)$")


def leaning(
    text: str, intended: Sequence[Intention], before: Sequence[str]
) -> tuple[Intention, ...]:
    """Return the intentions of a promise, the first leant on the statements before it.

    A second one stands behind the first where the thing acted on was named before: the same act
    on what it was called there.

    Args:
        text: The promise.
        intended: What it intends.
        before: The statements before it, the nearest first; at most :data:`BACK` are looked at.

    """
    first = intended[0]
    before = [text for text in before if len(_LETTERS.findall(text)) >= TELLING]
    near = words(folded(before[0])) if before else []
    own = (
        evolve(first, behind=" ".join([first.behind, *near[:LEANT]])) if _is_short(first) else first
    )
    name = _named_before(first, text, before[:BACK])
    called = [_called(first, name)] if name else []
    return (own, *called, *intended[1:])


def _is_short(intended: Intention) -> bool:
    return len(words(f"{intended.before} {intended.behind}")) < FEW


def _named_before(intended: Intention, text: str, before: Sequence[str]) -> list[str]:
    """Return the words that named the thing of an intention before, none where it is named."""
    named = thing(intended)
    found = _NAMED.fullmatch(named) or _pronoun(intended)
    if found is None or re.search(
        rf"\b{re.escape(found[0])} (?:of|between|for|on)\b", intended.behind
    ):
        return []
    noun = found["noun"] or None
    if noun is not None:
        stem = _PLURAL.sub("", noun)
        for k, each in enumerate((text, *before)):
            told = words(folded(each))
            places = [at for at, word in enumerate(told) if _PLURAL.sub("", word) == stem]
            if len(places) > (k == 0):  # in the promise itself, one of them is the thing
                name = told[max(places[0] - _NAME, 0) : places[0] + _MORE]
                if k == 0 or told[max(places[0] - 1, 0)] not in _POINTING:
                    return name
    points = noun is None or found[0].split()[0] in {"this", "these", "such"}
    return words(folded(before[0]))[:LEANT] if before and points else []


def _pronoun(intended: Intention) -> re.Match[str] | None:
    """Return the pronoun that stands directly behind an act ("submit it to parliament")."""
    told = intended.behind.partition(f"{intended.act} ")[2].split()
    return _PRONOUN.fullmatch(told[0]) if told and not intended.passive else None


def _called(intended: Intention, name: Sequence[str]) -> Intention:
    """Return an intention with what its thing was called before in its place."""
    if intended.passive:
        return evolve(intended, before=" ".join(name))
    return evolve(intended, behind=" ".join([intended.act or "", *name]).strip())
