"""Which pairs of statements are worth a look: those that share enough weighted terms.

The overlap of statements is summed term by term over an inverted index, a few old statements at a
time, and of these only the best partners of either side are kept before the next are looked at. So
there is never an array of all pairs: memory grows with what is kept, work with the terms shared.
All that is dear is done for the pairs that are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.alignment.terms import Floats, Indexes, TermIndex

__all__ = ["Pairs", "candidate_pairs"]

#: Partners kept for each statement on either side. On the real cables every sure link is among the
#: best 12 of one side or the other; the margin is for reports longer than those.
PARTNERS: Final = 16
#: Partners kept at most where several are as good as the last of these: past it the nearest in the
#: report are taken. Only of a long table of rows that are equal but for their figures are there so
#: many, and rows are paired by what names them; on real cables and fixtures there are 19 at most.
EQUALS: Final = 32
#: Pairs with less in common are no candidates: they share a word that many others have. On the
#: real cables no sure link lies below it that would be a candidate otherwise.
LEAST_LIKENESS: Final = 0.05
#: Postings expanded, and sums kept, at a time: some 30 MB of scratch arrays.
STRIP: Final = 500_000


@frozen(eq=False)
class Pairs:
    """Candidate pairs sorted by old statement, then new; ``old[k]`` goes with ``new[k]``."""

    old: Indexes
    new: Indexes
    shape: tuple[int, int]

    def __len__(self) -> int:
        return len(self.old)

    def turned(self) -> tuple[Pairs, Indexes]:
        """Return the pairs of the reports swapped, and which of these pairs each of them is."""
        order = np.lexsort((self.old, self.new))
        return Pairs(self.new[order], self.old[order], self.shape[::-1]), order


@frozen(eq=False)
class _Postings:
    """The inverted index of one side: the statements of term ``t`` are at ``start[t]``, so many."""

    holder: Indexes
    start: Indexes
    count: Indexes

    @classmethod
    def of(cls, rows: Sequence[Indexes], weight: Floats) -> _Postings:
        """Index some statements; a term of no weight has no statements."""
        terms = np.concatenate(rows)
        holder = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        count = np.bincount(terms, minlength=len(weight))
        start = np.concatenate(([0], np.cumsum(count)))
        count[weight == 0] = 0
        return cls(holder[np.argsort(terms, kind="stable")], start, count)


@frozen(eq=False)
class _Entries:
    """Pairs with their rough likeness, and the weight they share in each view."""

    old: Indexes
    new: Indexes
    likeness: Floats
    shared: tuple[Floats, ...]

    def __len__(self) -> int:
        return len(self.old)

    def at(self, which: Indexes | npt.NDArray[np.bool_]) -> _Entries:
        """Return some of the entries."""
        shared = tuple(each[which] for each in self.shared)
        return _Entries(self.old[which], self.new[which], self.likeness[which], shared)

    @classmethod
    def joined(cls, parts: Sequence[_Entries]) -> _Entries:
        """Return the entries of several parts, one after the other."""
        views = range(len(parts[0].shared))
        return cls(
            np.concatenate([part.old for part in parts]),
            np.concatenate([part.new for part in parts]),
            np.concatenate([part.likeness for part in parts]),
            tuple(np.concatenate([part.shared[k] for part in parts]) for k in views),
        )


def candidate_pairs(
    views: Sequence[TermIndex], n_old: int, *, strip: int = STRIP
) -> tuple[Pairs, Sequence[Floats]]:
    """Return the pairs that are among the best partners of either statement.

    The rough likeness of a pair is the mean, over the views, of the weight it shares against the
    geometric mean of both statements' weights. Equals of the last partner kept are kept too.

    Args:
        views: Indexes of the same statements by different terms, old statements first.
        n_old: How many statements are old.
        strip: About how many numbers are worked on at a time; it changes no result.

    Returns:
        The pairs, and the weight that they share in each view.

    """
    shape = n_old, len(views[0].rows) - n_old
    none = np.zeros(0, np.intp)
    nothing: Floats = np.zeros(0, np.float32)
    empty = _Entries(none, none, nothing, (nothing,) * len(views))
    # What may be among the best of a new statement waits until its other partners are known.
    of_old, waiting = [empty], [empty]
    least: Floats = np.zeros(shape[1], np.float32)
    settled = 0
    for entries in _overlaps(views, shape, strip):
        of_old.append(entries.at(_best(entries, shape, 0)))
        waiting.append(entries.at(entries.likeness >= least[entries.new]))
        if sum(map(len, waiting)) > 2 * settled + strip:
            kept = _Entries.joined(waiting)
            kept = kept.at(_best(kept, shape, 1))
            least = _least_kept(kept.new, kept.likeness, shape[1])
            waiting, settled = [kept], len(kept)
    kept = _Entries.joined(waiting)
    kept = _Entries.joined([*of_old, kept.at(_best(kept, shape, 1))])
    _, first = np.unique(kept.old * shape[1] + kept.new, return_index=True)
    kept = kept.at(first)
    return Pairs(kept.old, kept.new, shape), kept.shared


def _overlaps(views: Sequence[TermIndex], shape: tuple[int, int], strip: int) -> Iterator[_Entries]:
    """Yield the pairs that are like enough, by old statement, a strip of these at a time."""
    if not all(shape):
        return
    n_old, n_new = shape
    postings = [_Postings.of(view.rows[n_old:], view.weight) for view in views]
    work = np.full(n_old, n_new)
    for view, index in zip(views, postings, strict=True):
        work += [int(index.count[row].sum()) for row in view.rows[:n_old]]
    done = np.cumsum(work)
    first = 0
    while first < n_old:
        before = done[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(done, before + strip, side="right")))
        sums = [
            _summed(view.rows[first:last], index, view.weight, n_new)
            for view, index in zip(views, postings, strict=True)
        ]
        cells = np.flatnonzero(np.logical_or.reduce([each > 0 for each in sums]))
        old, new = cells // n_new + first, cells % n_new
        shared = tuple(each[cells].astype(np.float32) for each in sums)
        rough = np.zeros(len(cells), np.float32)
        for view, each in zip(views, shared, strict=True):
            masses = view.mass[:n_old][old] * view.mass[n_old:][new]
            rough += each / np.sqrt(np.maximum(masses, 1e-6))
        entries = _Entries(old, new, rough / np.float32(len(views)), shared)
        yield entries.at(entries.likeness > LEAST_LIKENESS)
        first = last


def _summed(rows: Sequence[Indexes], index: _Postings, weight: Floats, n_new: int) -> Floats:
    """Return the weight that some old statements share with each new one, row after row."""
    terms = np.concatenate(rows)
    row = np.repeat(np.arange(len(rows)), [len(each) for each in rows])
    many = index.count[terms]
    within = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    column = index.holder[np.repeat(index.start[terms], many) + within]
    cell = np.repeat(row, many) * n_new + column
    sums: Floats = np.bincount(
        cell, np.repeat(weight[terms], many), minlength=len(rows) * n_new
    ).astype(np.float64, copy=False)
    return sums


def _least_kept(side: Indexes, likeness: Floats, size: int) -> Floats:
    """Return the likeness of the worst partner that is kept, for each statement of a side."""
    # Bits of floats above zero are in the order of the floats: one sort of whole numbers will do.
    bits = likeness.astype(np.float32).view(np.uint32)
    ranked = np.sort((side.astype(np.uint64) << np.uint64(32)) | bits)
    count = np.bincount(side, minlength=size)
    full = count >= PARTNERS
    least: Floats = np.zeros(size, np.float32)
    place = (np.cumsum(count) - PARTNERS)[full]
    least[full] = (ranked[place] & np.uint64(0xFFFFFFFF)).astype(np.uint32).view(np.float32)
    return least


def _best(entries: _Entries, shape: tuple[int, int], which: int) -> npt.NDArray[np.bool_]:
    """Tell which entries are among the best partners of their old (0) or new (1) statement."""
    side = (entries.old, entries.new)[which]
    kept = entries.likeness >= _least_kept(side, entries.likeness, shape[which])[side]
    crowded = np.bincount(side[kept], minlength=shape[which]) > EQUALS
    if not crowded.any():
        return kept
    # Of many equals the nearest; two of them are equally near, one before and one behind.
    some = np.flatnonzero(kept & crowded[side])
    old, new = entries.old[some], entries.new[some]
    away = np.abs((2 * old + 1) * shape[1] - (2 * new + 1) * shape[0])
    likeness, of = entries.likeness[some], side[some]
    order = np.lexsort((away, -likeness, of))
    place = np.arange(len(some)) - np.searchsorted(of[order], of[order])
    last = order[place == EQUALS - 1]
    least, farthest = np.zeros(shape[which], np.float32), np.zeros(shape[which], np.intp)
    least[of[last]], farthest[of[last]] = likeness[last], away[last]
    kept[some] = (likeness > least[of]) | ((likeness == least[of]) & (away <= farthest[of]))
    return kept
