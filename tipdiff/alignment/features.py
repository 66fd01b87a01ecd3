"""The features of a pair of statements, as numbers a person can follow.

Three kinds: what the two texts share (:func:`likeness`), how the pair stands among its rivals and
neighbours by that likeness (:func:`setting`), and, once a first judgement is made, how the links
around it and against it stand (:func:`support`). All of it is symmetric: swapping the reports
changes no number, so that it mirrors the links.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import fuzz, process

from tipdiff.alignment.neighbours import around, at_steps, vouched

if TYPE_CHECKING:
    from tipdiff.alignment.candidates import Pairs
    from tipdiff.alignment.terms import Floats, Indexes, TermIndex

__all__ = ["likeness", "setting", "support"]

Features = dict[str, "Floats"]
"""A name for each feature, with one number for each candidate pair."""

#: Statements on either side whose partners speak for a pair, and how far they may have shifted.
NEIGHBOURS: Final = 6
SHIFT: Final = 3
#: How fast the word of a neighbour fades with its distance, in statements.
FADE: Final = 3.0
#: Reach of confident links in the second pass: (statements away, statements out of line).
REACHES: Final = ((3.0, 2.0), (10.0, 6.0))
#: Where the next statement may stand, old and new: one on, give or take one of either side.
NEXT: Final = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
#: More summed probability than this among rivals says no more.
CROWD: Final = 1.5
#: A link less likely than this vouches for nobody and rivals nobody.
VOUCHES: Final = 0.1


def likeness(
    pairs: Pairs,
    folds: tuple[Sequence[str], Sequence[str]],
    views: dict[str, tuple[TermIndex, Floats]],
) -> Features:
    """Return what the texts of each pair share.

    Args:
        pairs: The candidate pairs.
        folds: Old and new statements, folded and with figures masked.
        views: For each view of the terms its index and the weight that each pair shares.

    """
    old, new = pairs.old, pairs.new
    by_word = [[" ".join(sorted(fold.split())) for fold in side] for side in folds]
    found: Features = {
        "letters": _ratio(pairs, *folds),
        "letters, words sorted": _ratio(pairs, *by_word),
    }
    n_old = pairs.shape[0]
    for name, (index, shared) in views.items():
        mass_old, mass_new = index.mass[:n_old][old], index.mass[n_old:][new]
        light, heavy = np.minimum(mass_old, mass_new), np.maximum(mass_old, mass_new)
        found[f"{name} of the shorter"] = shared / np.maximum(light, 1e-6)
        found[f"{name} of the longer"] = shared / np.maximum(heavy, 1e-6)
        found[f"{name} in common"] = shared / np.sqrt(np.maximum(mass_old * mass_new, 1e-6))
        found[f"{name} in common, weighed"] = np.log1p(shared)
    index = next(iter(views.values()))[0]
    size = np.array([len(row) + 1 for row in index.rows], np.float32)
    long_old, long_new = size[:n_old][old], size[n_old:][new]
    found["length ratio"] = np.minimum(long_old, long_new) / np.maximum(long_old, long_new)
    found["shorter length"] = np.log(np.minimum(long_old, long_new))
    found["longer length"] = np.log(np.maximum(long_old, long_new))
    return found


def _ratio(pairs: Pairs, old: Sequence[str], new: Sequence[str]) -> Floats:
    """Return the likeness of letters of each pair, 0 to 1."""
    left = [old[k] for k in pairs.old.tolist()]
    right = [new[k] for k in pairs.new.tolist()]
    return process.cpdist(left, right, scorer=fuzz.ratio, dtype=np.float32) / 100


def rival(pairs: Pairs, values: Floats) -> tuple[Floats, Floats]:
    """Return for each pair the best other value of its old and of its new statement."""
    out = []
    for side, other in ((pairs.old, pairs.shape[0]), (pairs.new, pairs.shape[1])):
        best = np.zeros(other, np.float32)
        np.maximum.at(best, side, values)
        top = values >= best[side]
        # Two equal bests are each other's rivals; one best has the second for its rival.
        tops = np.bincount(side, top, minlength=other)
        second = np.zeros(other, np.float32)
        np.maximum.at(second, side[~top], values[~top])
        out.append(np.where(top & (tops[side] < 2), second[side], best[side]).astype(np.float32))
    return out[0], out[1]


def rank(side: Indexes, values: Floats) -> Floats:
    """Return 1 for the best pair of each statement, 1/2 for the second, and so on."""
    order = np.lexsort((-values, side))
    sorted_side = side[order]
    first = np.searchsorted(sorted_side, sorted_side)
    place = np.empty(len(side), np.float32)
    place[order] = 1 / (1 + np.arange(len(side)) - first)
    return place


def setting(pairs: Pairs, base: Floats) -> Features:
    """Return how each pair stands among its rivals and neighbours by a rough likeness.

    Args:
        pairs: The candidate pairs.
        base: The rough likeness of each pair, 0 to 1.

    """
    rival_old, rival_new = rival(pairs, base)
    rank_old, rank_new = rank(pairs.old, base), rank(pairs.new, base)
    n, m = pairs.shape
    found: Features = {
        "lead over every rival": base - np.maximum(rival_old, rival_new),
        "lead over rivals of one side": base - np.minimum(rival_old, rival_new),
        "rank for both": np.minimum(rank_old, rank_new),
        "rank for one": np.maximum(rank_old, rank_new),
        "distance in the report": np.abs(
            (pairs.old + 0.5) / max(n, 1) - (pairs.new + 0.5) / max(m, 1)
        ).astype(np.float32),
    }
    before, after = (
        at_steps(pairs, base, [(sign * a, sign * b) for a, b in NEXT]) for sign in (-1, 1)
    )
    found["next statements"] = (before + after) / 2
    found["nearer next statement"] = np.maximum(before, after)
    fades = [math.exp(-step / FADE) for step in range(1, NEIGHBOURS + 1)]
    found["statements around"] = _from_both(pairs, base, partial(around, fades=fades, shift=SHIFT))
    return found


def _from_both(pairs: Pairs, values: Floats, measured: Callable[[Pairs, Floats], Floats]) -> Floats:
    """Return the mean of what is measured from the old statements and from the new ones."""
    turned, order = pairs.turned()
    both = measured(pairs, values)
    both[order] += measured(turned, values[order])
    return both / 2


def support(pairs: Pairs, probability: Floats) -> Features:
    """Return how other likely links speak for and against each pair.

    A link vouches for pairs that lie as far from it in the old report as in the new; its word fades
    with the distance and with how far they are out of line.

    Args:
        pairs: The candidate pairs.
        probability: The probability of each pair by the first pass.

    """
    probability = np.where(probability > VOUCHES, probability, 0).astype(np.float32)
    found: Features = {}
    for name, (reach, spread) in zip(("near", "wide"), REACHES, strict=True):
        word = _from_both(pairs, probability, partial(vouched, reach=reach, spread=spread))
        found[f"links {name} by"] = np.log1p(word).astype(np.float32)
    rival_old, rival_new = rival(pairs, probability)
    found["likeliest rival link"] = np.maximum(rival_old, rival_new)
    found["likeliest rival link of the other side"] = np.minimum(rival_old, rival_new)
    n, m = pairs.shape
    mass_old = np.bincount(pairs.old, probability, minlength=n)[pairs.old] - probability
    mass_new = np.bincount(pairs.new, probability, minlength=m)[pairs.new] - probability
    found["rival links"] = np.minimum(np.maximum(mass_old, mass_new), CROWD).astype(np.float32)
    found["rival links of the other side"] = np.minimum(
        np.minimum(mass_old, mass_new), CROWD
    ).astype(np.float32)
    return found
