"""Which topics are told, and in which order: a logistic regression over named features.

``weights.json`` is written by ``python -m benchmarks.fit_findings``; nothing here knows where the
weights come from. A weight says by how much the log-odds that an analyst would tell a topic rise
when its feature lies one standard deviation (``scale``) above its mean among topics.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pkgutil import get_data
from typing import Final

from attrs import frozen

from tipdiff.comparison.findings.terms import likeness

__all__ = ["Ranking", "chosen", "trained"]

#: By how much the log-odds of a topic sink for its likeness to one that is told already: told
#: again, a thing tells nothing. Read off cross-validation, which is flat from 1 to 4.
AGAIN: Final = 1.5


@frozen(eq=False)
class Ranking:
    """A logistic regression: by feature its weight, mean and scale; and a bias."""

    bias: float
    rows: Mapping[str, tuple[float, float, float]]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds that a topic with these features is told."""
        return self.bias + math.fsum(
            weight * (features[name] - mean) / scale
            for name, (weight, mean, scale) in self.rows.items()
        )


def ranking_from(data: Mapping[str, object]) -> Ranking:
    """Build a ranking from the plain data of ``weights.json``."""
    rows, bias = data["features"], data["bias"]
    if not isinstance(rows, dict) or not isinstance(bias, int | float):
        raise TypeError("weights.json: a ranking needs a bias and a table of features")
    return Ranking(
        float(bias),
        {name: (row["weight"], row["mean"], row["scale"]) for name, row in rows.items()},
    )


@cache
def trained() -> Ranking:
    """Return the ranking that ships with the package."""
    return ranking_from(json.loads(get_data(__package__, "weights.json") or b""))


def chosen(
    odds: Sequence[float], vectors: Sequence[Mapping[str, float]], most: int
) -> list[tuple[int, float]]:
    """Choose topics one by one, each time the likeliest that tells something else.

    Args:
        odds: The log-odds of each topic.
        vectors: Its words, by their weight.
        most: How many at most.

    Returns:
        The places of the chosen topics, each with its probability, the weightiest first.

    """
    left = dict(enumerate(odds))
    told: list[tuple[int, float]] = []
    while left and len(told) < most:
        best = max(left, key=lambda place: (left[place], -place))
        value = left.pop(best)
        told.append((best, 1 / (1 + math.exp(-value))))
        for place in left:
            left[place] -= AGAIN * likeness(vectors[best], vectors[place])
    return told
