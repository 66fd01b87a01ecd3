"""Details of promises: "The school will have a yard" says more of the school that is promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tipdiff.patterns import regex
from tipdiff.text import folded, words

__all__ = ["NEAR", "wholes_of"]

#: A promise that says more of a thing that was named before.
_DETAIL: Final = regex(r"(?:(?:the|this|that) (?:\w+ )?(\w+)|(?:it|they)) will\b")
#: One that is for a thing named before: "seeks funds for this survey".
_FOR: Final = regex(r"\b(?:this|that|these|those|such) (\w+)")
#: Within so many statements stands the promise of that thing, or another one that says more of it.
NEAR: Final = 2
#: The other one goes on so.
_ALSO: Final = regex(r"\b(?:will|would|to) also\b|\balso (?:will|plan|intend)")


def wholes_of(
    place: tuple[str, int], text: str, made: Mapping[tuple[str, int], str]
) -> Iterator[tuple[str, int]]:
    """Yield the statements whose promises another one says more of, the likeliest first.

    Args:
        place: The cable of the statement that may be a detail, and its number there.
        text: What it says.
        made: What the statements of its edition say that promise something, by their places.

    """
    fold = folded(text)
    found = _DETAIL.match(fold)
    nouns = [found[1]] if found is not None else _FOR.findall(fold)
    cable, number = place
    for back in range(1, NEAR + 1):
        other = cable, number - back
        told = words(folded(made.get(other, "")))
        if other in made and any(noun is None or noun in told for noun in nouns):
            yield other
    for on in range(1, NEAR + 1):
        other = cable, number + on
        if found is not None and other in made and _goes_on(found[1], folded(made[other])):
            yield other


def _goes_on(noun: str | None, fold: str) -> bool:
    """Whether a promise says something else of the thing that one before it tells of."""
    other = _DETAIL.match(fold)
    return other is not None and (
        _ALSO.search(fold) is not None if noun is None else other[1] == noun
    )
