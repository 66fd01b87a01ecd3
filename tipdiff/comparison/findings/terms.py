"""How rare the words of two reports are, and how alike two texts are by their rare words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from tipdiff.patterns import regex

__all__ = ["Terms", "likely", "likeness", "words_of"]

#: Letters by which forms of a word are the same.
STEM: Final = 7
#: Texts whose words are kept: those of a few reports, each of which is looked at several times.
KEPT: Final = 4096
#: Texts that one word calls up at most, the nearest before: where more have it among their
#: weightiest, they are rows of one form. In the real cables a word calls up 19 at most.
NEAREST: Final = 40
#: What sums of the same numbers in another order may differ by.
ROUNDED: Final = 1e-9
_WORD: Final = regex(r"[^\W\d_]{3,}")
#: Words that say nothing of what a text is about.
_EMPTY: Final = frozenset(
    "the and for with from that this these those there their they them which who whom whose what "
    "when where while was were are been being have has had does did not but nor its his her she "
    "him our you your also any all each some such than then into onto over under about between "
    "would could should may might must can will shall said says other others more most many".split()
)


@lru_cache(maxsize=KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of a text, in their order."""
    words = (word.casefold() for word in _WORD.findall(text))
    return tuple(word.removesuffix("s")[:STEM] for word in words if word not in _EMPTY)


@frozen(eq=False)
class Terms:
    """The words of two reports: how much each tells, and which of them each report has."""

    told: Mapping[str, float]
    old: frozenset[str]
    new: frozenset[str]
    size: int

    @classmethod
    def of(cls, old: Iterable[str], new: Iterable[str]) -> Terms:
        """Count the words of the statements of two reports."""
        sides = [[frozenset(words_of(text)) for text in side] for side in (old, new)]
        count = Counter(word for side in sides for words in side for word in words)
        size = len(sides[0]) + len(sides[1])
        return cls(
            {word: math.log((1 + size) / (1 + n)) for word, n in count.items()},
            frozenset().union(*sides[0]),
            frozenset().union(*sides[1]),
            size,
        )

    def rarity(self, word: str) -> float:
        """Return how much a word tells: 0 for one that stands in every statement."""
        told = self.told.get(word)
        return math.log(1 + self.size) if told is None else told

    def weights(self, texts: Iterable[str]) -> dict[str, float]:
        """Return the words of some texts, each by how often it stands there and how rare it is."""
        count: Counter[str] = Counter()
        for text in texts:
            count.update(words_of(text))
        rarity = self.rarity
        return {
            word: rarity(word) if n == 1 else (1 + math.log(n)) * rarity(word)
            for word, n in count.items()
        }

    def vector(self, texts: Iterable[str]) -> dict[str, float]:
        """Return the weights of some texts as a vector of length 1, ready for likeness."""
        weights = self.weights(texts)
        size = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
        return {word: weight / size for word, weight in weights.items()} if size else {}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of the angle between two texts: 0 nothing in common, 1 the same words.

    Args:
        one: The words of a text, as :meth:`Terms.vector` weighs them.
        other: Those of the other.

    """
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(weight * other[word] for word, weight in one.items() if word in other)


def likely(
    vectors: Sequence[Mapping[str, float]], least: float
) -> Iterator[tuple[float, int, int]]:
    """Yield the likeness of all two texts that reaches ``least``, with their places.

    Most texts share a word or two and nothing else: only words that they share are looked at. Of
    each text its weightiest words are kept, so many that the others alone cannot make it that like
    any text, since no two vectors are more alike than they are long (the prefix filter of Bayardo,
    Ma and Srikant 2007): words that stand everywhere call up nothing. A word that is among the
    weightiest of very many calls up the nearest of these.
    """
    holds: dict[str, deque[tuple[int, float]]] = defaultdict(lambda: deque(maxlen=NEAREST))
    rest: list[float] = []
    for other, vector in enumerate(vectors):
        rough: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for one, its in holds.get(word, ()):
                rough[one] += its * weight
        left = math.fsum(weight * weight for weight in vector.values())
        for word, weight in sorted(vector.items(), key=lambda each: (-each[1], each[0])):
            if math.sqrt(max(left, 0.0)) < least - ROUNDED:
                break
            holds[word].append((other, weight))
            left -= weight * weight
        rest.append(math.sqrt(max(left, 0.0)))
        for one, value in rough.items():
            # likeness() is the same on every machine, in whatever order the words come
            reaches = value + rest[one] >= least - ROUNDED
            if reaches and (how := likeness(vectors[one], vector)) >= least:
                yield how, one, other
