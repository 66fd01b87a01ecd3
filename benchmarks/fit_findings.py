"""Fit the ranking of findings: ``python -m benchmarks.fit_findings FOLDER CABLES``.

``FOLDER`` holds briefs of analysts: for each pair of reports what they would tell, most important
first, with the statements each thing rests on. A topic (a run of new statements, a statement that
changed) is right where the brief names one of its statements. The weights are a logistic regression
with a ridge, fitted by Newton's method; cross-validation leaves out all pairs of a post at a time.
``--write`` keeps the weights fitted on all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from attrs import frozen

import tipdiff
from tipdiff.comparison.findings import topics_of
from tipdiff.comparison.findings.features import FEATURES
from tipdiff.comparison.findings.ranking import Ranking, chosen

if TYPE_CHECKING:
    from tipdiff.records import Report

__all__ = ["Case", "case_of", "fitted", "told_right"]

#: Strength of the ridge, in units of standardised features: there are as many features as things
#: told in two briefs, and what is left of each must hold for every post.
RIDGE: Final = 100.0
#: What is told in the first ten things of a brief, and further down.
FIRST: Final = 10
#: Weight of a topic of which a brief tells further down.
FURTHER: Final = 0.6
#: How many findings are chosen.
MOST: Final = 10
#: Letters from which a statement may be found within another reading of it.
SHORT: Final = 15
WEIGHTS: Final = Path(__file__).parent.parent / "tipdiff/comparison/findings/weights.json"

Floats = npt.NDArray[np.floating[Any]]


@frozen(eq=False)
class Case:
    """The topics of a pair of reports: features, words, and what of the brief each tells."""

    name: str
    features: Sequence[Mapping[str, float]]
    vectors: Sequence[Mapping[str, float]]
    tells: Sequence[frozenset[int]]
    first: frozenset[int]

    @property
    def post(self) -> str:
        """The post: pairs of one post are left out together."""
        return self.name.split("-")[0]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _places(report: Report, gold: Sequence[str]) -> Iterator[tuple[str, set[int]]]:
    """Yield the id of each statement with its places in another reading of the same report."""
    letters = [_letters(text) for text in gold]
    for statement in report.all_statements:
        own = _letters(statement.text)
        yield (
            statement.id,
            {
                k
                for k, other in enumerate(letters)
                if own == other
                or (min(len(own), len(other)) >= SHORT and (own in other or other in own))
            },
        )


def case_of(path: Path, cables: Path) -> Case:
    """Return the topics of one pair with what they should be."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    reports = [
        tipdiff.read([cables / f"{name}.txt" for name in gold[f"{side}_cables"]])
        for side in ("old", "new")
    ]
    comparison = tipdiff.compare(*reports)
    topics, features, vectors = topics_of(comparison)
    at = [
        dict(_places(report, gold[side]))
        for side, report in zip(("old", "new"), reports, strict=True)
    ]
    tells = [
        frozenset(
            thing["rank"]
            for thing in gold["brief"]
            for side, statements, places in zip(
                ("old", "new"), (topic.old, topic.new), at, strict=True
            )
            if any(places[s.id] & set(thing.get(side) or ()) for s in statements)
        )
        for topic in topics
    ]
    first = frozenset(thing["rank"] for thing in gold["brief"] if thing["rank"] <= FIRST)
    return Case(path.stem, features, vectors, tells, first)


def fitted(cases: Sequence[Case], names: Sequence[str]) -> Ranking:
    """Fit the weights on some pairs."""
    table = np.array([[f[name] for name in names] for case in cases for f in case.features])
    right = np.array([bool(tells) for case in cases for tells in case.tells], float)
    weight = np.array(
        [
            1.0 if not tells or tells & case.first else FURTHER
            for case in cases
            for tells in case.tells
        ]
    )
    mean, scale = table.mean(0), table.std(0)
    scale[scale == 0] = 1.0
    rows = np.column_stack([np.ones(len(table)), (table - mean) / scale])
    ridge = np.full(rows.shape[1], RIDGE)
    ridge[0] = 0.0
    beta = np.zeros(rows.shape[1])
    for _ in range(30):
        odds = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (weight * (odds - right)) + ridge * beta
        curve = (rows * (weight * odds * (1 - odds))[:, None]).T @ rows + np.diag(ridge)
        beta -= np.linalg.solve(curve, slope)
    return Ranking(
        round(float(beta[0]), 4),
        {
            name: (round(float(w), 4), round(float(m), 4), round(float(s), 4))
            for name, w, m, s in zip(names, beta[1:], mean, scale, strict=True)
        },
    )


def told_right(case: Case, ranking: Ranking) -> tuple[int, int, int]:
    """Return how many findings are in the brief, how many there are, and first things covered."""
    picked = chosen([ranking.log_odds(f) for f in case.features], case.vectors, MOST)
    tells = [case.tells[place] for place, _ in picked]
    covered = frozenset[int]().union(*tells)
    return sum(map(bool, tells)), len(tells), len(covered & case.first)


def main() -> None:
    """Print what cross-validation gives, and keep the weights if that is asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("briefs", type=Path)
    arguments.add_argument("cables", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    cases = [case_of(path, given.cables) for path in sorted(given.briefs.glob("*.json"))]
    names = list(FEATURES)
    sums = np.zeros((2, 4), int)
    for case in cases:
        rest = [other for other in cases if other.post != case.post]
        rows = [(*told_right(case, fitted(fit, names)), len(case.first)) for fit in (rest, cases)]
        sums += np.array(rows)
        print(f"{case.name:26} right {rows[0][0]:2} of {rows[0][1]}, covered {rows[0][2]:2}"
              f"  (fitted on it: {rows[1][0]:2}, {rows[1][2]:2})")  # fmt: skip
    for told, (right, shown, covered, first) in zip(("blind", "fitted"), sums, strict=True):
        print(f"{told:8} right {right / shown:.2f}, covered {covered / first:.2f}")
    if given.write:
        ranking = fitted(cases, names)
        data = {
            "bias": ranking.bias,
            "features": {
                name: {"weight": w, "mean": m, "scale": s}
                for name, (w, m, s) in ranking.rows.items()
            },
        }
        WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
