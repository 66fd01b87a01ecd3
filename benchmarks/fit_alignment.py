"""Fit the weights of the alignment, cross-validated: ``python -m benchmarks.fit_alignment``.

The weights are two logistic regressions with a ridge, fitted by Newton's method on the candidate
pairs of every set of aligned real texts. The project's own fixtures are kept out, so that they stay
a test. Features for the second pass comes from a first pass that has not seen the pair of texts it
judges (stacking, after Wolpert 1992). Each text is also shown thinned, with statements left out on
either side: in a whole report nearly every statement has a rival, and the judge must learn that a
statement without rivals can still be alone.

Cross-validation leaves out all pairs of one post, the whole series, or a quarter of the drafts at a
time. ``--write`` keeps the weights fitted on all.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from attrs import frozen

from benchmarks.gold import Gold, argrewrite, cables, more_cables, post_of, series
from benchmarks.metrics import pairs_of, pooled, tally
from tipdiff.alignment import align
from tipdiff.alignment.model import Judge
from tipdiff.alignment.scoring import first_features, second_features
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.alignment.candidates import Pairs
    from tipdiff.alignment.features import Features

__all__ = ["judges_without", "left_out"]

#: Weight of a pair, by its set: cables are what the weights are for, and drafts are many.
SET_WEIGHT: Final = {"cables": 1.0, "series": 0.5, "drafts": 0.1}
#: Weight of a link that only one reader saw, and of a pair of a thinned text.
POSSIBLE: Final = 0.4
THINNED: Final = 0.5
#: Thinned copies of each pair of cables and of the series.
COPIES: Final = 6
#: Excerpts of a few statements from each.
EXCERPTS: Final = 10
#: Shares of statements kept in them.
KEPT: Final = (0.6, 0.6, 0.35)
#: Strength of the ridge, in units of standardised features. Between 5 and 20 the cross-validated
#: F1 is the same within 0.005.
RIDGE: Final = 10.0
SEED: Final = 20060301
WEIGHTS: Final = Path(__file__).parent.parent / "tipdiff" / "alignment" / "weights.json"

Floats = npt.NDArray[np.floating[Any]]


@frozen(eq=False)
class Sample:
    """The candidate pairs of two texts with their features, what they should be, and weights."""

    group: str
    pairs: Pairs
    features: Features
    right: Floats
    weight: Floats


def sample(gold: Gold, group: str, weight: float) -> Sample:
    """Return the training sample of one pair of texts."""
    folds = [folded(text) for text in gold.old], [folded(text) for text in gold.new]
    pairs, features, _ = first_features((gold.old, gold.new), folds)
    codes = list(zip(pairs.old.tolist(), pairs.new.tolist(), strict=True))
    right = np.array([code in gold.allowed for code in codes], float)
    doubt = np.array([POSSIBLE if code in gold.possible else 1.0 for code in codes], float)
    return Sample(group, pairs, features, right, weight * doubt)


def thinned(gold: Gold, draw: random.Random, *, window: bool) -> Gold:
    """Return the pair with statements left out: at random, or all but a stretch of the old."""
    share = draw.choice(KEPT)
    old = [k for k in range(len(gold.old)) if draw.random() < share]
    if window:
        size = max(8, len(gold.old) * 3 // 10)
        first = draw.randrange(max(1, len(gold.old) - size))
        old = list(range(first, min(len(gold.old), first + size)))
    new = [k for k in range(len(gold.new)) if draw.random() < share]
    return restricted(gold, old, new)


def restricted(gold: Gold, old: Sequence[int], new: Sequence[int]) -> Gold:
    """Return the pair with these statements alone."""
    of_old, of_new = ({k: place for place, k in enumerate(side)} for side in (old, new))

    def kept(links: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        return frozenset((of_old[i], of_new[j]) for i, j in links if i in of_old and j in of_new)

    return Gold(
        gold.name,
        tuple(gold.old[k] for k in old),
        tuple(gold.new[k] for k in new),
        kept(gold.sure),
        kept(gold.possible),
        kept(gold.same),
        gold.raw,
    )


def excerpt(gold: Gold, draw: random.Random) -> Gold:
    """Return a few statements around a link: users try two sentences before two reports."""
    i, j = draw.choice(sorted(gold.allowed))
    before, after = draw.randint(0, 2), draw.randint(1, 3)
    old = range(max(0, i - before), min(len(gold.old), i + after))
    new = range(max(0, j - before), min(len(gold.new), j + after))
    return restricted(gold, list(old), list(new))


def samples(real: Path) -> list[Sample]:
    """Return all training samples, each in the group that is left out together."""
    draw = random.Random(SEED)  # noqa: S311 (a fixed draw, no secret)
    every = [*cables(real), *more_cables(real)]
    groups = [(gold, post_of(gold), "cables") for gold in every]
    groups += [(gold, "series", "series") for gold in series(real)]
    found = []
    for gold, group, kind in groups:
        weight = SET_WEIGHT[kind]
        found.append(sample(gold, group, weight))
        for copy in range(COPIES):
            thin = thinned(gold, draw, window=copy % 2 == 1)
            if len(thin.old) > 3 and len(thin.new) > 3:
                found.append(sample(thin, group, weight * THINNED))
        found += [sample(excerpt(gold, draw), group, weight * THINNED) for _ in range(EXCERPTS)]
    for k, gold in enumerate(argrewrite(real)):
        found.append(sample(gold, f"drafts {k % 4}", SET_WEIGHT["drafts"]))
    return found


def fit(chosen: Sequence[Sample], features: Sequence[Features]) -> Judge:
    """Fit one logistic regression with a ridge, by Newton's method."""
    names = tuple(features[0])
    given = np.concatenate(
        [np.stack([e[name] for name in names], 1) for e in features], dtype=float
    )
    right = np.concatenate([s.right for s in chosen])
    weight = np.concatenate([s.weight for s in chosen])
    mean = np.average(given, axis=0, weights=weight)
    scale = np.sqrt(np.average((given - mean) ** 2, axis=0, weights=weight)) + 1e-9
    columns = np.hstack([np.ones((len(given), 1)), (given - mean) / scale])
    ridge = RIDGE * np.eye(columns.shape[1])
    ridge[0, 0] = 0
    beta = np.zeros(columns.shape[1])
    for _ in range(50):
        probability = 1 / (1 + np.exp(-columns @ beta))
        slope = columns.T @ (weight * (right - probability)) - ridge @ beta
        curve = (columns * (weight * probability * (1 - probability))[:, None]).T @ columns + ridge
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return Judge(names, mean, scale, beta[1:], float(beta[0]))


def train(chosen: Sequence[Sample]) -> tuple[Judge, Judge]:
    """Fit both passes; the second sees what a first pass says of texts it has not seen."""
    first = fit(chosen, [s.features for s in chosen])
    seconds: list[Features] = []
    by_group = {
        group: fit(rest, [s.features for s in rest])
        for group in dict.fromkeys(s.group for s in chosen)
        if (rest := [s for s in chosen if s.group != group])
    }
    for s in chosen:
        blind = by_group.get(s.group, first)
        seconds.append(second_features(s.pairs, s.features, blind.probability(s.features)))
    return first, fit(chosen, seconds)


@cache
def left_out(real: Path) -> dict[str, tuple[Judge, Judge]]:
    """Return for each group the judges trained on all other groups."""
    every = samples(real)
    return {
        group: train([s for s in every if s.group != group])
        for group in dict.fromkeys(s.group for s in every)
    }


def judges_without(real: Path, gold: Gold, place: int = 0) -> tuple[Judge, Judge]:
    """Return judges that have not seen a pair of texts; ``place`` is a draft's in its file."""
    judges = left_out(real)
    if (post := post_of(gold)) in judges:
        return judges[post]
    return judges[f"drafts {place % 4}" if "rev" in gold.raw else "series"]


def plain(judge: Judge) -> dict[str, object]:
    """Return a judge as the data of ``weights.json``."""
    rows = zip(judge.names, judge.weight, judge.mean, judge.scale, strict=True)
    return {
        "bias": round(judge.bias, 4),
        "features": {
            name: {
                "weight": round(float(weight), 4),
                "mean": round(float(mean), 4),
                "scale": round(float(scale), 4),
            }
            for name, weight, mean, scale in rows
        },
    }


def report(real: Path) -> None:
    """Print the cross-validated link scores of each set."""
    sets = {
        "cables": list(enumerate([*cables(real), *more_cables(real)])),
        "series": list(enumerate(series(real))),
        "drafts": list(enumerate(argrewrite(real))),
    }
    print(f"{'set':<16}{'P':>7}{'R':>7}{'F1':>7}   cross-validated")
    for name, pairs in sets.items():
        tallies = []
        for place, gold in pairs:
            judges = judges_without(real, gold, place)
            found = pairs_of(align(gold.old, gold.new, judges=judges))
            tallies.append(tally(found, gold.sure, gold.allowed))
            if name == "cables":
                t = tallies[-1]
                print(f"  {gold.name:<14}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}")
        total = pooled(tallies)
        print(f"{name:<16}{total.precision:7.3f}{total.recall:7.3f}{total.f1:7.3f}")


def main() -> None:
    """Print the cross-validated scores; write the weights if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--real", default=os.environ.get("TIPDIFF_REAL_TEXTS"))
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    arguments = parser.parse_args()
    if not arguments.real:
        parser.error("needs the folder of real texts: --real or TIPDIFF_REAL_TEXTS")
    real = Path(arguments.real)
    report(real)
    if arguments.write:
        first, second = train(samples(real))
        data = {"first": plain(first), "second": plain(second)}
        WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {WEIGHTS}")


if __name__ == "__main__":
    main()
