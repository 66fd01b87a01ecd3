"""The simple methods that tipdiff is measured beside, each as one function.

Each takes two sequences of statements and returns old-new pairs, one to one. Thresholds are stated
and fixed, unless a table says that the threshold was chosen on the very set it is scored on, which
flatters the method.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import fuzz, process

from tipdiff.text import WORD

if TYPE_CHECKING:
    from benchmarks.gold import Pair
    from benchmarks.metrics import Method

__all__ = [
    "METHODS",
    "THRESHOLDS",
    "cosines",
    "greedily",
    "greedy_ratio",
    "greedy_tfidf",
    "in_order",
    "monotone",
    "ratios",
    "statement_diff",
]

#: fuzz.ratio from 0 to 1: the best setting on drafts of essays.
RATIO: Final = 0.55
#: Cosine of TF-IDF vectors for the greedy choice: the best setting on drafts of essays.
COSINE: Final = 0.35
#: The same for the dynamic programme, which gains from weaker links because order bears them out.
COSINE_IN_ORDER: Final = 0.30
#: What a set's own best threshold is looked for among, as a share of 1.
THRESHOLDS: Final = tuple(k / 100 for k in range(10, 91, 5))


def ratios(old: Sequence[str], new: Sequence[str]) -> np.ndarray:
    """Return fuzz.ratio of each old statement with each new, from 0 to 1."""
    likeness: np.ndarray = process.cdist(old, new, scorer=fuzz.ratio, dtype=np.float64) / 100
    return likeness


def _terms(texts: Sequence[str]) -> list[Counter[str]]:
    return [Counter(WORD.findall(text.lower())) for text in texts]


def cosines(old: Sequence[str], new: Sequence[str]) -> np.ndarray:
    """Return cosines of TF-IDF vectors of words, from 0 to 1.

    Terms weigh ``(1 + log n)(1 + log((1 + N) / (1 + df)))`` over the statements of both texts.
    """
    counts = _terms([*old, *new])
    holders = Counter(term for count in counts for term in count)
    column = {term: k for k, term in enumerate(sorted(holders))}
    vectors = np.zeros((len(counts), max(1, len(column))))
    for row, count in enumerate(counts):
        for term, times in count.items():
            rarity = 1 + math.log((1 + len(counts)) / (1 + holders[term]))
            vectors[row, column[term]] = (1 + math.log(times)) * rarity
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths, lengths, 1)
    likeness: np.ndarray = vectors[: len(old)] @ vectors[len(old) :].T
    return likeness


def greedily(likeness: np.ndarray, threshold: float) -> frozenset[Pair]:
    """Link the likest pair, then the likest of what is left, down to the threshold."""
    rows, columns = np.nonzero(likeness >= threshold)
    order = np.lexsort((columns, rows, -likeness[rows, columns]))
    taken: tuple[set[int], set[int]] = set(), set()
    links = set()
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if i not in taken[0] and j not in taken[1]:
            links.add((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return frozenset(links)


def in_order(likeness: np.ndarray, threshold: float) -> frozenset[Pair]:
    """Link without crossings so that the sum of likeness over the threshold is greatest.

    The classic dynamic programme of global alignment; a gap costs nothing.
    """
    gain = likeness - threshold
    rows, columns = gain.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows):
        linked = np.maximum(best[i, :-1] + gain[i], best[i, 1:])
        best[i + 1, 1:] = np.maximum.accumulate(linked)
    links = set()
    i, j = rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            links.add((i, j))
    return frozenset(links)


def statement_diff(
    old: Sequence[str], new: Sequence[str], *, strict: bool = False
) -> frozenset[Pair]:
    """Link as difflib on statements does: equal runs, and replaced runs statement by statement.

    With ``strict``, replaced runs are linked only where both are of one length.
    """
    links: set[Pair] = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and (i2 - i1 == j2 - j1 or not strict)):
            links.update(zip(range(i1, i2), range(j1, j2), strict=False))
    return frozenset(links)


def greedy_ratio(
    old: Sequence[str], new: Sequence[str], threshold: float = RATIO
) -> frozenset[Pair]:
    """Link greedily by fuzz.ratio."""
    return greedily(ratios(old, new), threshold)


def greedy_tfidf(
    old: Sequence[str], new: Sequence[str], threshold: float = COSINE
) -> frozenset[Pair]:
    """Link greedily by the cosine of TF-IDF vectors."""
    return greedily(cosines(old, new), threshold)


def monotone(
    old: Sequence[str], new: Sequence[str], threshold: float = COSINE_IN_ORDER
) -> frozenset[Pair]:
    """Link by the dynamic programme over TF-IDF cosines, no link crossing another."""
    return in_order(cosines(old, new), threshold)


METHODS: Final[dict[str, Method]] = {
    "difflib on statements": statement_diff,
    "difflib, runs of one length": partial(statement_diff, strict=True),
    f"greedy fuzz.ratio >= {RATIO:.0%}": greedy_ratio,
    f"greedy TF-IDF >= {COSINE}": greedy_tfidf,
    f"monotone TF-IDF >= {COSINE_IN_ORDER}": monotone,
}
