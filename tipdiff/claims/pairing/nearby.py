"""What stands right around a figure: it tells figures apart, and together, whose nouns differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.language.lexicon import FUNCTION, PERSONS, singular
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdiff.records import Claim

__all__ = ["Nearby", "nearby"]

#: Words of content looked at on either side of a figure, and the letters that hold them.
_WORDS: Final = 3
_LETTERS: Final = 60
_WORD: Final = regex(r"[^\W\d_]+")
#: What says that a figure is of one place or kind only: "in the harbor alone, 40 kilos".
_ALONE: Final = regex(r"\balone\b", re.IGNORECASE)
_OF_OTHERS: Final = regex(r"\s*of (?:the|these|those|them|whom)\b")


class Nearby(NamedTuple):
    """The nearest words of content around a figure with those of its noun.

    ``some`` says that it is of others ("four of the six"), ``persons`` that persons are counted,
    ``alone`` that it is of a part alone ("in the harbor alone").
    """

    words: frozenset[str]
    some: bool
    persons: bool
    alone: bool

    def shared(self, other: Nearby) -> float:
        """Return the share of words that two figures have in common."""
        fewer = min(len(self.words), len(other.words))
        return len(self.words & other.words) / fewer if fewer else 0.0


def nearby(claims: Sequence[Claim], texts: Mapping[str, str]) -> list[Nearby]:
    """Return what stands around each of some claims; nothing where no texts are known.

    Args:
        claims: Claims.
        texts: Their statements, by id.

    """
    return [_nearby(claim, texts) for claim in claims] if texts else []


def _nearby(claim: Claim, texts: Mapping[str, str]) -> Nearby:
    text = texts.get(claim.statement, "")
    start, end = claim.span
    before, behind = text[max(start - _LETTERS, 0) : start], text[end : end + _LETTERS]
    noun = (claim.counted or "").lower()
    words = {*_content(before)[-_WORDS:], *_content(behind)[:_WORDS], *_content(noun)}
    return Nearby(
        frozenset(words),
        _OF_OTHERS.match(behind) is not None,
        not PERSONS.isdisjoint(noun.split()),
        _ALONE.search(before + behind) is not None,
    )


def _content(text: str) -> list[str]:
    found = map(singular, _WORD.findall(text.lower()))
    return [word for word in found if word not in FUNCTION]
