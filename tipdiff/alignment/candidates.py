"""Which pairs of statements are worth a look: those that share enough weighted terms.

The overlap of every pair is summed term by term over an inverted index, in strips of old statements
so that scratch memory stays bounded: that work grows with the terms shared. Each statement then
keeps its best few partners on the other side; all that is dear is done for these alone. What is
left of the square of the reports are a few passes over a matrix of one number for each pair: past
some thousand statements they are felt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.alignment.terms import Floats, Indexes, TermIndex

__all__ = ["Pairs", "candidate_pairs", "overlap"]

#: Partners kept for each statement on either side. On the real cables every sure link is among the
#: best 12 of one side or the other; the margin is for reports longer than those.
PARTNERS: Final = 16
#: Pairs with less in common are no candidates: they share a word that many others have. On the
#: real cables no sure link lies below it that would be a candidate otherwise.
LEAST_LIKENESS: Final = 0.05
#: Postings expanded at a time: some 50 MB of scratch arrays.
STRIP: Final = 2_000_000


@frozen(eq=False)
class Pairs:
    """Candidate pairs sorted by old statement, then new; ``old[k]`` goes with ``new[k]``."""

    old: Indexes
    new: Indexes
    shape: tuple[int, int]

    def __len__(self) -> int:
        return len(self.old)

    def dense(self, values: Floats) -> Floats:
        """Spread one value a pair over a matrix of all pairs, 0 elsewhere."""
        matrix = np.zeros(self.shape, np.float32)
        matrix[self.old, self.new] = values
        return matrix


def overlap(index: TermIndex, n_old: int) -> Floats:
    """Return the summed weight of the terms that each old and each new statement share."""
    old, new = index.rows[:n_old], index.rows[n_old:]
    shared = np.zeros((len(old), len(new)), np.float32)
    if not old or not new:
        return shared
    # The inverted index of the new side: the statements of term t are at start[t]:start[t + 1].
    terms = np.concatenate(new)
    holder = np.repeat(np.arange(len(new)), [len(row) for row in new])
    order = np.argsort(terms, kind="stable")
    holder = holder[order]
    count = np.bincount(terms, minlength=len(index.weight))
    start = np.concatenate(([0], np.cumsum(count)))
    count[index.weight == 0] = 0
    first = 0
    while first < len(old):
        last, postings = first, 0
        while last < len(old) and (last == first or postings < STRIP):
            postings += int(count[old[last]].sum())
            last += 1
        block = np.concatenate(old[first:last])
        row = np.repeat(np.arange(last - first), [len(r) for r in old[first:last]])
        many = count[block]
        total = int(many.sum())
        within = np.arange(total) - np.repeat(np.cumsum(many) - many, many)
        column = holder[np.repeat(start[block], many) + within]
        cell = np.repeat(row, many) * len(new) + column
        sums = np.bincount(
            cell, np.repeat(index.weight[block], many), minlength=(last - first) * len(new)
        )
        shared[first:last] = sums.reshape(last - first, len(new))
        first = last
    return shared


def _least_kept(likeness: Floats, axis: int) -> Floats:
    """Return the score of the worst partner that is kept, for each statement along an axis."""
    if likeness.shape[axis] <= PARTNERS:
        return np.zeros(1, likeness.dtype)
    best = np.partition(likeness, likeness.shape[axis] - PARTNERS, axis)
    return np.take(best, [likeness.shape[axis] - PARTNERS], axis)


def candidate_pairs(likeness: Floats) -> Pairs:
    """Return the pairs that are among the best partners of either statement; equals are kept.

    Args:
        likeness: A rough score for each old and new statement, 0 where nothing is shared.

    """
    kept = (likeness >= _least_kept(likeness, 1)) | (likeness >= _least_kept(likeness, 0))
    old, new = np.nonzero(kept & (likeness > LEAST_LIKENESS))
    return Pairs(old, new, (likeness.shape[0], likeness.shape[1]))
