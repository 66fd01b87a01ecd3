"""How well promises are found, and whether what is said to have become of them is right.

The gold names each promise by what every edition that tells of it says, with its fate and the
edition that decides it; all other statements promise nothing.
"""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from benchmarks.gold import FIXTURES
from benchmarks.tables import Cell, table
from tipdiff.histories.promises import promises
from tipdiff.histories.threads import history
from tipdiff.reading import read_all
from tipdiff.text import folded

__all__ = ["Score", "promises_table", "scored"]

#: The countries that have gold of their promises.
COUNTRIES: Final = ("varona", "ostrel")


class Score(NamedTuple):
    """Promises found, in the gold, and both; of those with the right fate; dropped, and gone."""

    found: int
    wanted: int
    both: int
    fates: int
    dropped: int
    gone: int


def scored(country: str) -> Score:
    """Return how the promises of a country of the fixtures are told."""
    gold = json.loads((FIXTURES / "gold" / f"{country}-promises.json").read_text("utf-8"))
    found = promises(history(read_all(FIXTURES / "promises" / country)))
    of = {
        (version.year, folded(statement.text)): place
        for place, promise in enumerate(found)
        for version in (promise.made, *promise.twins)
        for statement in version.statements
    }
    met = {
        place: (each["verdict"], each["year"])
        for each in gold
        if (place := of.get((each["statements"][0][0], folded(each["statements"][0][1]))))
        is not None
    }
    right = sum((found[k].outcome, found[k].year) == told for k, told in met.items())
    dropped = [k for k, promise in enumerate(found) if promise.outcome == "dropped"]
    gone = sum(met.get(k, ("",))[0] == "dropped" for k in dropped)
    return Score(len(found), len(gold), len(met), right, len(dropped), gone)


def promises_table() -> str:
    """Return the table of promises found and of their fates."""
    rows: list[list[Cell]] = []
    for country in COUNTRIES:
        score = scored(country)
        rows.append(
            [
                country,
                score.wanted,
                score.both / max(score.found, 1),
                score.both / score.wanted,
                score.fates / max(score.both, 1),
                score.gone / max(score.dropped, 1),
            ]
        )
    return table(
        "Promises: found, with the right fate and edition, and dropped that are gone",
        ("editions of", "promises", "P", "R", "fates", "gone"),
        rows,
        "Reach: P 0.94, R 0.90, fates 0.85, gone 0.95. Five promises of each fate, in three "
        "editions of either country, among statements that promise nothing.",
    )
