"""How an alignment is scored: links, statuses, splits and merges, with bootstrap intervals.

Links are scored as is usual for gold of two grades: precision is the share of found links that are
sure or possible, recall the share of sure links found. A link of several statements counts as all
its old-new pairs. Counts are kept apart for each unit (some consecutive old statements, or a pair
of drafts), so that they can be pooled, and drawn anew for an interval.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from benchmarks.gold import Gold, Pair, same_text
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.records import Link

#: Consecutive old statements that are drawn together: neighbours stand or fall together.
BLOCK: Final = 10
#: Samples of a bootstrap: enough that an interval's ends are steady to 0.005.
SAMPLES: Final = 2000
#: Ends of an interval, in percent.
ENDS: Final = (2.5, 97.5)
#: Each run draws the same samples.
SEED: Final = 20060301

STATUSES: Final = ("new", "changed", "dropped", "unchanged")


class Tally(NamedTuple):
    """What one unit adds: links found, those of them allowed; links wanted, those of them found."""

    found: int = 0
    right: int = 0
    wanted: int = 0
    hit: int = 0

    def plus(self, other: Tally) -> Tally:
        """Return the counts of both."""
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 0 where nothing was wanted."""
        return self.hit / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pooled(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of all counts."""
    total = Tally()
    for tally in tallies:
        total = total.plus(tally)
    return total


def pairs_of(links: Iterable[Link]) -> frozenset[Pair]:
    """Return the old-new pairs that links stand for."""
    return frozenset((i, j) for link in links for i in link.old for j in link.new)


def tally(found: Iterable[Pair], sure: Iterable[Pair], allowed: Iterable[Pair]) -> Tally:
    """Count found links against those that must and those that may be found."""
    found, sure, allowed = frozenset(found), frozenset(sure), frozenset(allowed)
    return Tally(len(found), len(found & allowed), len(sure), len(found & sure))


def link_units(gold: Gold, found: frozenset[Pair], block: int | None = BLOCK) -> list[Tally]:
    """Count links, for each ``block`` of consecutive old statements (null: for the whole pair)."""
    size = block or max(1, len(gold.old))
    parts: list[list[set[Pair]]] = [
        [set(), set(), set()] for _ in range(max(1, -(-len(gold.old) // size)))
    ]
    for kind, links in enumerate((found, gold.sure, gold.allowed)):
        for i, j in links:
            parts[i // size][kind].add((i, j))
    return [tally(*part) for part in parts]


def changed_links(gold: Gold, found: frozenset[Pair]) -> Tally:
    """Count links over the changed ones alone: a found link is changed if its texts differ."""
    differing = found - same_text(gold.old, gold.new, found)
    return tally(differing, gold.sure - gold.same, gold.allowed - gold.same)


def _labels(gold: Gold, links: frozenset[Pair], same: frozenset[Pair]) -> list[str]:
    """Return one status for each old, then each new statement."""
    partners: tuple[dict[int, list[bool]], dict[int, list[bool]]] = (
        defaultdict(list),
        defaultdict(list),
    )
    for i, j in links:
        partners[0][i].append((i, j) in same)
        partners[1][j].append((i, j) in same)
    out = []
    for side, size, lone in ((0, len(gold.old), "dropped"), (1, len(gold.new), "new")):
        for k in range(size):
            equal = partners[side].get(k)
            out.append(lone if equal is None else "unchanged" if all(equal) else "changed")
    return out


def status_tallies(gold: Gold, found: frozenset[Pair]) -> dict[str, Tally]:
    """Count statements by status, each old and each new one carrying one label.

    A statement whose only links are possible ones may be linked or not, and is left out.
    """
    wanted = _labels(gold, gold.sure, gold.same)
    given = _labels(gold, found, same_text(gold.old, gold.new, found))
    # Numbered as in the labels: the new statements follow the old.
    ends = [
        {i for i, _ in links} | {len(gold.old) + j for _, j in links} for links in _grades(gold)
    ]
    open_ended = ends[1] - ends[0]
    judged = [
        (want, give)
        for k, (want, give) in enumerate(zip(wanted, given, strict=True))
        if k not in open_ended
    ]
    return {
        status: Tally(
            sum(give == status for _, give in judged),
            both := sum(want == give == status for want, give in judged),
            sum(want == status for want, _ in judged),
            both,
        )
        for status in STATUSES
    }


def _grades(gold: Gold) -> tuple[frozenset[Pair], frozenset[Pair]]:
    return gold.sure, gold.possible


def pooled_statuses(each: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Return the sums by status."""
    all_of = list(each)
    return {status: pooled(one[status] for one in all_of) for status in STATUSES}


def mean_f1(statuses: Mapping[str, Tally]) -> float:
    """Return the mean F1 of the statuses that occur in the gold."""
    there = [tally.f1 for tally in statuses.values() if tally.wanted]
    return sum(there) / len(there) if there else 0.0


def stars(gold: Gold, links: frozenset[Pair], side: int) -> dict[int, frozenset[Pair]]:
    """Return the links of each statement of one side (0 old, 1 new) to parts that differ.

    Side 0 gives the statements that were split, side 1 those that were merged. Copies in the other
    report are no parts.
    """
    others = gold.new if side == 0 else gold.old
    of: dict[int, set[Pair]] = defaultdict(set)
    for pair in links:
        of[pair[side]].add(pair)
    return {
        k: frozenset(pairs)
        for k, pairs in sorted(of.items())
        if len({folded(others[pair[1 - side]]) for pair in pairs}) > 1
    }


def star_tally(gold: Gold, found: frozenset[Pair], side: int) -> Tally:
    """Count splits (side 0) or merges (side 1).

    A found one is right if at least two of its pairs are allowed links; a wanted one (of two or
    more sure links) is hit if a found one shares two links with it or with its possible ones.
    """
    given, allowed = stars(gold, found, side), gold.allowed
    right = {k for k, pairs in given.items() if len(pairs & allowed) > 1}
    wanted = set(stars(gold, gold.sure, side))
    return Tally(len(given), len(right), len(wanted), len(wanted & right))


def reliability(
    scored: Iterable[tuple[float, bool]], edges: Sequence[float]
) -> list[tuple[float, float, int, float, float]]:
    """Return, for each bin between ``edges``: its ends, how many, mean score, share that is right.

    A score belongs to the bin that it ends: the bin from 0.9 to 1 holds 1. Empty bins are left out.
    """
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in scored:
        place = int(np.searchsorted(edges, score, side="left")) - 1
        bins[min(max(place, 0), len(edges) - 2)].append((score, right))
    return [
        (
            edges[k],
            edges[k + 1],
            len(held),
            sum(score for score, _ in held) / len(held),
            sum(right for _, right in held) / len(held),
        )
        for k, held in sorted(bins.items())
    ]


def calibration_error(rows: Iterable[tuple[float, float, int, float, float]]) -> float:
    """Return the mean gap of a reliability table between score and share right, by weight."""
    held = list(rows)
    total = sum(count for _, _, count, _, _ in held)
    return sum(count * abs(score - share) for _, _, count, score, share in held) / max(total, 1)


def _f1s(units: np.ndarray, draws: np.ndarray) -> np.ndarray:
    """Return the F1 of each draw; ``units`` has a row of counts for each unit."""
    found, right, wanted, hit = (units[draws].sum(axis=1)[:, k] for k in range(4))
    with np.errstate(divide="ignore", invalid="ignore"):
        precision, recall = right / found, hit / wanted
        f1s: np.ndarray = np.nan_to_num(2 * precision * recall / (precision + recall))
    return f1s


def _draws(count: int) -> np.ndarray:
    return np.random.default_rng(SEED).integers(0, count, size=(SAMPLES, count))


def interval(units: Sequence[Tally]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the pooled F1 over units drawn with replacement."""
    low, high = np.percentile(_f1s(np.array(units, float), _draws(len(units))), ENDS)
    return float(low), float(high)


class Difference(NamedTuple):
    """F1 of one method less that of another, its interval, and how often the draws deny it."""

    f1: float
    low: float
    high: float
    denied: float


def paired_bootstrap(one: Sequence[Tally], other: Sequence[Tally]) -> Difference:
    """Compare two methods on the same units, drawn together.

    ``denied`` is the share of draws in which ``one`` is not better than ``other``.
    """
    draws = _draws(len(one))
    gaps = _f1s(np.array(one, float), draws) - _f1s(np.array(other, float), draws)
    low, high = np.percentile(gaps, ENDS)
    whole = pooled(one).f1 - pooled(other).f1
    return Difference(whole, float(low), float(high), float((gaps <= 0).mean()))


Method = Callable[[Sequence[str], Sequence[str]], frozenset[Pair]]
"""Whatever aligns two sequences of statements."""
