"""How well statements are aligned: tipdiff and simple methods, on everything there is gold for.

One table a set, all methods side by side; see :mod:`benchmarks.metrics` for what is counted. The
alignment gets the gold's statements, so that reading is not measured here
(:mod:`benchmarks.endtoend` does).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from benchmarks.baselines import METHODS, THRESHOLDS, greedy_tfidf
from benchmarks.fit_alignment import judges_without
from benchmarks.gold import CABLES, DRAFTS, POOLED, Gold, Pair, by_own_rule, load
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
from benchmarks.shortfall import shortfall
from benchmarks.tables import Cell, table
from tipdiff.alignment import align

if TYPE_CHECKING:
    from tipdiff.records import Link

__all__ = ["BLIND", "SHIPPED", "Scored", "accuracy", "score"]

#: With weights that were fitted without the text they judge: what to expect of unseen cables.
BLIND: Final = "tipdiff, weights blind to the text"
#: With the weights that ship, which were fitted on the real sets and not on the fixtures.
SHIPPED: Final = "tipdiff as it ships"
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


def own(golds: Sequence[Gold], real: Path | None) -> dict[str, list[list[Link]]]:
    """Return tipdiff's links of each pair: blind ones where its weights have seen the set.

    The fixtures were never fitted on, so there the weights that ship are blind.
    """
    shipped = {SHIPPED: [align(gold.old, gold.new) for gold in golds]}
    if real is None or any("old_statements" in gold.raw for gold in golds):
        return shipped
    judges = [judges_without(real, gold, place) for place, gold in enumerate(golds)]
    blind = [
        align(gold.old, gold.new, judges=each) for gold, each in zip(golds, judges, strict=True)
    ]
    return {BLIND: blind} | shipped


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
    # Rounded first, so that no gap is shown as -0.000.
    whole, least, most = (round(figure, 3) + 0.0 for figure in (gap.f1, gap.low, gap.high))
    lead = f"{whole:+.3f} ({least:+.3f} to {most:+.3f})"
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
    first = next(iter(scored.values()))
    return [_row(each, figures, first) for each, figures in scored.items()]


def _set(
    name: str, golds: Sequence[Gold], links: Mapping[str, Sequence[list[Link]]]
) -> Iterator[str]:
    """Yield a set's table: every method, and how far tipdiff, in the first row, is ahead of it."""
    block = None if name in WHOLE else BLOCK
    found = {each: [pairs_of(pair) for pair in pairs] for each, pairs in links.items()}
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


def _reliability(of: str, judged: Sequence[tuple[Gold, Sequence[Link]]]) -> str:
    """Return the table of how often links of a given score are right."""
    scored = [
        (link.score, (i, j) in gold.allowed)
        for gold, links in judged
        for link in links
        for i in link.old
        for j in link.new
        if (i, j) not in gold.same
    ]
    rows = reliability(scored, BINS)
    return table(
        f"Is `score` the probability that a link is right? Links whose texts differ, {of}",
        ("score", "links", "mean score", "share right"),
        [(f"{low:g} to {high:g}", count, mean, share) for low, high, count, mean, share in rows],
        f"Mean gap, weighted by links: {calibration_error(rows):.3f}. Weights blind to the text.",
    )


def accuracy(real: Path | None, *, quick: bool = False) -> Iterator[str]:
    """Yield all tables; ``quick`` leaves the drafts of essays out."""
    sets = load(real)
    if quick:
        sets.pop(DRAFTS, None)
    judged: dict[str, tuple[Gold, Sequence[Link]]] = {}
    by_set = []
    for name, golds in sets.items():
        links = own(golds, real)
        yield from _set(name, golds, links)
        pairs = list(zip(golds, next(iter(links.values())), strict=True))
        by_set.append((name, pairs))
        # By name, since the cables come twice: each alone, and pooled.
        judged |= {gold.name: (gold, found) for gold, found in pairs}
    yield shortfall([each for each in by_set if each[0] != POOLED])
    if cables := [pair for name, pair in judged.items() if name in CABLES]:
        yield _reliability("real cables", cables)
    if judged:
        yield _reliability("all sets", list(judged.values()))
