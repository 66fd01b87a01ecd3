"""Details of promises: "The school will have a yard" says more of the school that is promised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tipdiff.patterns import regex
from tipdiff.text import folded, words

__all__ = ["BEFORE", "whole_of"]

#: A promise that says more of a thing named before.
_DETAIL: Final = regex(r"(?:the|this|that) (?:\w+ )?(\w+) will\b")
#: So many statements before it stands the promise of that thing.
BEFORE: Final = 2


def whole_of(
    place: tuple[str, int], text: str, made: Mapping[tuple[str, int], str]
) -> tuple[str, int] | None:
    """Return the statement whose promise another one says more of, None if there is none.

    Args:
        place: The cable of the statement that may be a detail, and its number there.
        text: What it says.
        made: What the statements of its edition say that promise something, by
            their places.

    """
    found = _DETAIL.match(folded(text))
    if found is None:
        return None
    cable, number = place
    for back in range(1, BEFORE + 1):
        other = cable, number - back
        if other in made and found[1] in words(folded(made[other])):
            return whole_of(other, made[other], made) or other
    return None
