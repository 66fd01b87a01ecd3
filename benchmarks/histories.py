"""How well statements are followed through the editions, and what that costs.

A thread of the gold is a set of statements of several editions. Two figures are counted on pairs of
statements: the share of the pairs of one gold thread that land in one thread (recall), and the
share of the pairs of one thread that belong together (precision). Run
``python -m benchmarks --only histories``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.gold import FIXTURES, series
from benchmarks.metrics import Tally
from benchmarks.tables import Cell, table
from benchmarks.timing import alternating
from tipdiff.comparison import compare
from tipdiff.histories.threads import history
from tipdiff.reading import read_all
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread
    from tipdiff.records import Report

__all__ = ["histories", "together"]

Member = tuple[int, str]
"""An edition and a statement's folded text, which stands for all its copies."""

#: The series of real texts, as a folder of a folder of real texts.
SERIES: Final = "series/Ethiopia"
#: At most so many times the comparisons of successive editions: the reach.
REACH: Final = 1.5


def together(groups: Iterable[Iterable[Member]]) -> set[frozenset[Member]]:
    """Return all pairs of members of one group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def tally(found: Iterable[Iterable[Member]], wanted: Iterable[Iterable[Member]]) -> Tally:
    """Return how many pairs are right; members that only one side knows are left out."""
    ours, theirs = [list(group) for group in found], [list(group) for group in wanted]
    known = {m for group in ours for m in group} & {m for group in theirs for m in group}
    pairs, gold = (
        together([m for m in group if m in known] for group in groups) for groups in (ours, theirs)
    )
    right = len(pairs & gold)
    return Tally(len(pairs), right, len(gold), right)


def members(threads: Iterable[Thread]) -> list[list[Member]]:
    """Return the members of each thread."""
    return [
        [(version.year, folded(s.text)) for version in thread.versions for s in version.statements]
        for thread in threads
    ]


def _of_fixtures(country: str) -> tuple[list[Report], list[list[Member]]]:
    reports = read_all(FIXTURES / country)
    text = {report.year: [folded(s.text) for s in report.statements] for report in reports}
    gold = json.loads((FIXTURES / "gold" / f"{country}-threads.json").read_text("utf-8"))
    return reports, [[(year, text[year][place]) for year, place in thread] for thread in gold]


def _of_series(real: Path) -> tuple[list[Report], list[list[Member]]]:
    """Return the real series, and its gold pairs chained to threads."""
    parent: dict[Member, Member] = {}

    def root(member: Member) -> Member:
        parent.setdefault(member, member)
        while parent[member] != member:
            member = parent[member]
        return member

    for gold in series(real):
        years = int(gold.raw["old_year"]), int(gold.raw["new_year"])
        sides = [
            [(year, folded(text)) for text in texts]
            for year, texts in zip(years, (gold.old, gold.new), strict=True)
        ]
        for member in (*sides[0], *sides[1]):
            root(member)
        for old, new in gold.sure:
            parent[root(sides[0][old])] = root(sides[1][new])
    groups: dict[Member, list[Member]] = {}
    for member in parent:
        groups.setdefault(root(member), []).append(member)
    return read_all(real / SERIES), list(groups.values())


def histories(real: Path | None) -> Iterator[str]:
    """Yield the tables of threads and of their cost."""
    sets = {"varona": _of_fixtures("varona")}
    if real is not None:
        sets["ethiopia-2001-2006"] = _of_series(real)
    rows: list[list[Cell]] = []
    for name, (reports, gold) in sets.items():
        scored = tally(members(history(reports)), gold)
        rows.append([name, len(reports), len(gold), scored.precision, scored.recall])
    yield table(
        "Threads: pairs of statements that belong together",
        ("editions of", "editions", "threads", "P", "R"),
        rows,
        "Reach: 0.95 both. Statements that the reader splits otherwise than the gold are left out.",
    )
    costs: list[list[Cell]] = []
    for name, (reports, _) in sets.items():
        seconds = alternating(
            {
                "history": lambda given=reports: history(given),  # type: ignore[misc]
                "pairs": lambda given=reports: [compare(a, b) for a, b in pairwise(given)],  # type: ignore[misc]
            }
        )
        ratio = seconds["history"] / seconds["pairs"]
        costs.append([name, 1000 * seconds["history"], 1000 * seconds["pairs"], round(ratio, 2)])
    yield table(
        "A history beside the comparisons of its successive editions (medians)",
        ("editions of", "history, ms", "comparisons, ms", "ratio"),
        costs,
        f"Reach: at most {REACH}.",
    )
