"""From features to a probability: logistic regression with weights kept as readable data.

``weights.json`` is written by ``python -m benchmarks.fit_alignment``; nothing here knows where the
weights come from. A weight says by how much the log-odds of a link rise when its feature lies one
standard deviation (``scale``) above its mean among candidate pairs.
"""

from __future__ import annotations

import json
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.alignment.features import Features
    from tipdiff.alignment.terms import Floats

__all__ = ["Judge", "log_odds", "trained"]

#: A probability is kept this far from 0 and 1, so that its log-odds stay finite.
CERTAIN: Final = 1e-4


def log_odds(probability: Floats) -> Floats:
    """Return the log-odds of probabilities."""
    kept = np.clip(probability, CERTAIN, 1 - CERTAIN)
    return np.log(kept / (1 - kept)).astype(np.float32)


@frozen(eq=False)
class Judge:
    """A logistic regression over named features."""

    names: tuple[str, ...]
    mean: Floats
    scale: Floats
    weight: Floats
    bias: float

    def probability(self, features: Features) -> Floats:
        """Return the probability of each pair, from every feature the judge knows."""
        if not self.names:
            return np.zeros(0, np.float32)
        total = np.full(len(features[self.names[0]]), self.bias, np.float32)
        for name, mean, scale, weight in zip(
            self.names, self.mean, self.scale, self.weight, strict=True
        ):
            total += weight * (features[name] - mean) / scale
        return (1 / (1 + np.exp(-np.clip(total, -30, 30)))).astype(np.float32)

    def contributions(self, features: Features, pair: int) -> dict[str, float]:
        """Return by how much each feature moves the log-odds of one pair."""
        return {
            name: float(weight * (features[name][pair] - mean) / scale)
            for name, mean, scale, weight in zip(
                self.names, self.mean, self.scale, self.weight, strict=True
            )
        }


def judge_from(data: dict[str, object]) -> Judge:
    """Build a judge from the plain data of one pass in ``weights.json``."""
    rows = data["features"]
    bias = data["bias"]
    if not isinstance(rows, dict) or not isinstance(bias, int | float):
        raise TypeError("weights.json: a pass needs a bias and a table of features")

    def column(key: str) -> Floats:
        return np.array([row[key] for row in rows.values()], np.float32)

    return Judge(tuple(rows), column("mean"), column("scale"), column("weight"), float(bias))


@cache
def trained() -> tuple[Judge, Judge]:
    """Return the judges of the first and of the second pass that ship with the package."""
    data = json.loads(get_data(__package__, "weights.json") or b"")
    return judge_from(data["first"]), judge_from(data["second"])
