"""How well statements are aligned: tipdiff and simple methods, on everything there is gold for.

One table a set, all methods side by side; see :mod:`benchmarks.metrics` for what is counted. The
alignment gets the gold's statements, so that reading is not measured here
(:mod:`benchmarks.endtoend` does).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from benchmarks.baselines import METHODS, THRESHOLDS, greedy_tfidf
from benchmarks.gold import DRAFTS, Gold, Pair, by_own_rule, load
from benchmarks.metrics import (
    BLOCK,
    STATUSES,
    Method,
    Tally,
    calibration_error,
    changed_links,
    interval,
    link_units,
    mean_f1,
    paired_bootstrap,
    pairs_of,
    pooled,
    pooled_statuses,
    reliability,
    star_tally,
    status_tallies,
)
from benchmarks.tables import Cell, table
from tipdiff.alignment import align

__all__ = ["OWN", "Scored", "accuracy", "score"]

OWN: Final = "tipdiff"
CHOSEN: Final = "greedy TF-IDF, threshold chosen here"
#: Bins of the reliability table: wide where links are few.
BINS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
#: Sets of many small pairs: a pair is a unit, no block of statements.
WHOLE: Final = (DRAFTS,)

HEAD: Final = (
    "method", "P", "R", "F1", "95 %", "tipdiff's lead", "changed F1",
    *STATUSES, "mean status F1", "split", "merged",
)  # fmt: skip
NOTES: Final = (
    "P, R, F1: links, pooled over the set, and the bootstrap interval of F1. tipdiff's lead: its "
    "F1 less this one's, with the interval of a paired bootstrap. changed F1: over links whose "
    "texts differ. new to unchanged: F1 of statuses, each old and each new statement counted once. "
    "split, merged: right ones of those there are, + false ones."
)


def own(old: Sequence[str], new: Sequence[str]) -> frozenset[Pair]:
    """Align with tipdiff."""
    return pairs_of(align(old, new))


@frozen
class Scored:
    """A method's figures on a set."""

    units: tuple[Tally, ...]
    changed: Tally
    statuses: Mapping[str, Tally]
    split: Tally
    merged: Tally

    @property
    def links(self) -> Tally:
        """All links of the set."""
        return pooled(self.units)


def score(golds: Sequence[Gold], found: Sequence[frozenset[Pair]], block: int | None) -> Scored:
    """Score what a method found on each pair of a set; ``block`` as in ``link_units``."""
    both = list(zip(golds, found, strict=True))
    return Scored(
        tuple(unit for gold, links in both for unit in link_units(gold, links, block)),
        pooled(changed_links(gold, links) for gold, links in both),
        pooled_statuses(status_tallies(gold, links) for gold, links in both),
        pooled(star_tally(gold, links, 0) for gold, links in both),
        pooled(star_tally(gold, links, 1) for gold, links in both),
    )


def _run(method: Method, golds: Sequence[Gold]) -> list[frozenset[Pair]]:
    return [method(gold.old, gold.new) for gold in golds]


def _best_tfidf(golds: Sequence[Gold]) -> tuple[float, list[frozenset[Pair]]]:
    """Return the threshold with the best F1 on the very set, and what it finds."""
    tried = [
        (threshold, [greedy_tfidf(gold.old, gold.new, threshold) for gold in golds])
        for threshold in THRESHOLDS
    ]
    return max(tried, key=lambda each: score(golds, each[1], None).links.f1)


def _stars(tally: Tally) -> str:
    return f"{tally.hit}/{tally.wanted} +{tally.found - tally.right}"


def _row(name: str, scored: Scored, first: Scored) -> list[Cell]:
    low, high = interval(scored.units)
    links, gap = scored.links, paired_bootstrap(first.units, scored.units)
    lead = f"{gap.f1:+.3f} ({gap.low:+.3f} to {gap.high:+.3f})"
    return [
        name,
        links.precision,
        links.recall,
        links.f1,
        f"{low:.2f}-{high:.2f}",
        None if scored is first else lead,
        scored.changed.f1,
        *(tally.f1 if tally.wanted else None for tally in scored.statuses.values()),
        mean_f1(scored.statuses),
        _stars(scored.split),
        _stars(scored.merged),
    ]


def _rows(
    golds: Sequence[Gold], found: Mapping[str, Sequence[frozenset[Pair]]], block: int | None
) -> list[list[Cell]]:
    scored = {each: score(golds, links, block) for each, links in found.items()}
    return [_row(each, figures, scored[OWN]) for each, figures in scored.items()]


def _set(name: str, golds: Sequence[Gold]) -> Iterator[str]:
    """Yield a set's table: every method, and how far tipdiff is ahead of it."""
    block = None if name in WHOLE else BLOCK
    found = {OWN: _run(own, golds)}
    found |= {each: _run(method, golds) for each, method in METHODS.items()}
    threshold, best = _best_tfidf(golds)
    found[f"{CHOSEN} ({threshold})"] = best
    size = sum(len(gold.old) for gold in golds), sum(len(gold.new) for gold in golds)
    sure, possible = sum(len(g.sure) for g in golds), sum(len(g.possible) for g in golds)
    title = (
        f"{name}: {len(golds)} pair{'s' * (len(golds) > 1)}, {size[0]} and {size[1]} statements, "
        f"{sure} sure and {possible} possible links"
    )
    yield table(title, HEAD, _rows(golds, found, block), NOTES)
    if name == DRAFTS:
        relabelled = [by_own_rule(gold) for gold in golds]
        yield table(
            f"{name}, relabelled by the project's own rule for unchanged",
            HEAD,
            _rows(relabelled, found, block),
        )


def _reliability(sets: Mapping[str, Sequence[Gold]]) -> str:
    """Return the table of how often links of a given score are right."""
    scored = [
        (link.score, (i, j) in gold.allowed)
        for golds in sets.values()
        for gold in golds
        for link in align(gold.old, gold.new)
        for i in link.old
        for j in link.new
        if (i, j) not in gold.same
    ]
    rows = reliability(scored, BINS)
    return table(
        "Is `score` the probability that a link is right? Links whose texts differ, all sets",
        ("score", "links", "mean score", "share right"),
        [(f"{low:g} to {high:g}", count, mean, share) for low, high, count, mean, share in rows],
        f"Mean gap, weighted by links: {calibration_error(rows):.3f}.",
    )


def accuracy(real: Path | None, *, quick: bool = False) -> Iterator[str]:
    """Yield all tables; ``quick`` leaves the drafts of essays out."""
    sets = load(real)
    if quick:
        sets.pop(DRAFTS, None)
    for name, golds in sets.items():
        yield from _set(name, golds)
    # The pooled cables are already in, each alone.
    yield _reliability({name: golds for name, golds in sets.items() if "pooled" not in name})
