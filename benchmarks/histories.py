"""How well statements are followed through the editions, and what that costs.

A thread of the gold is a set of statements of several editions. Two figures are counted on pairs of
statements: the share of the pairs of one gold thread that land in one thread (recall), and the
share of the pairs of one thread that belong together (precision). Run
``python -m benchmarks --only histories``; ``python -m benchmarks.histories --errors`` prints every
thread that is broken or mixed.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from benchmarks.gold import FIXTURES, series
from benchmarks.metrics import Tally
from benchmarks.promises import promises_table
from benchmarks.tables import Cell, table
from benchmarks.timing import alternating
from tipdiff.comparison import compare
from tipdiff.histories.threads import history
from tipdiff.reading import read_all
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread
    from tipdiff.records import Report

__all__ = ["histories", "longer", "together"]

Member = tuple[int, str]
"""An edition and a statement's folded text, which stands for all its copies."""

#: The series of real texts, as a folder of a folder of real texts.
SERIES: Final = "series/Ethiopia"
#: The countries that have gold of their threads.
COUNTRIES: Final = ("varona", "ostrel", "tessaly")
#: The cost of fewer editions says little of a history.
MIN_EDITIONS: Final = 3
#: How many editions the growth of the cost is measured at.
LENGTHS: Final = (5, 10, 20)
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


def members(threads: Iterable[Thread], *, cut: bool = False) -> list[list[Member]]:
    """Return the members of each thread.

    Args:
        threads: The threads.
        cut: Whether a thread ends where it leaves a gap: a gold made of successive pairs says
            nothing about what comes back.

    """
    found: list[list[Member]] = []
    for thread in threads:
        back = {event.year for event in thread.events if event.kind == "returned"}
        found.append([])
        for version in thread.versions:
            if cut and version.year in back:
                found.append([])
            found[-1] += [(version.year, folded(s.text)) for s in version.statements]
    return found


def longer(reports: Sequence[Report], count: int) -> list[Report]:
    """Return so many editions made of a few: forth and back, so that neighbours stay neighbours."""
    places = [*range(len(reports)), *range(len(reports) - 2, 0, -1)]
    made = []
    for k in range(count):
        report = reports[places[k % len(places)]]
        statements = tuple(
            evolve(s, id=f"ED{k}:{number}") for number, s in enumerate(report.statements, 1)
        )
        year = (reports[0].year or 0) + k
        made.append(evolve(report, year=year, covers=year - 1, statements=statements))
    return made


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


@frozen
class Set:
    """Editions of a country, where they are, their gold threads, and whether these end at gaps."""

    name: str
    folder: Path
    reports: list[Report]
    gold: list[list[Member]]
    cut: bool = False


def _sets(real: Path | None) -> Iterator[Set]:
    for country in COUNTRIES:
        yield Set(country, FIXTURES / country, *_of_fixtures(country))
    if real is not None:
        yield Set("ethiopia-2001-2006", real / SERIES, *_of_series(real), cut=True)


def histories(real: Path | None) -> Iterator[str]:
    """Yield the tables of threads and of their cost."""
    rows: list[list[Cell]] = []
    sets = list(_sets(real))
    for each in sets:
        scored = tally(members(history(each.reports), cut=each.cut), each.gold)
        size = len(each.reports), len(each.gold)
        rows.append([each.name, *size, scored.precision, scored.recall])
    yield table(
        "Threads: pairs of statements that belong together",
        ("editions of", "editions", "threads", "P", "R"),
        rows,
        "Reach: 0.95 both. Statements that the reader splits otherwise than the gold are left out. "
        "The gold of the real series is made of successive pairs, so that what comes back after a "
        "gap is measured on the fixtures only.",
    )
    yield promises_table()
    yield _costs([each for each in sets if len(each.reports) > MIN_EDITIONS])
    yield _growth(sets[0].reports)


def _costs(sets: Iterable[Set]) -> str:
    costs: list[list[Cell]] = []
    for each in sets:
        seconds = alternating(
            {
                "history": lambda folder=each.folder: history(read_all(folder)),  # type: ignore[misc]
                "pairs": lambda folder=each.folder: [  # type: ignore[misc]
                    compare(old, new) for old, new in pairwise(read_all(folder))
                ],
            }
        )
        ratio = seconds["history"] / seconds["pairs"]
        spent = 1000 * seconds["history"], 1000 * seconds["pairs"]
        costs.append([each.name, *spent, round(ratio, 2)])
    return table(
        "A history beside the comparisons of its successive editions, both with reading (medians)",
        ("editions of", "history, ms", "comparisons, ms", "ratio"),
        costs,
        f"Reach: at most {REACH} for five editions of 30 kB, as those of varona are.",
    )


def _growth(reports: Sequence[Report]) -> str:
    """Return the table of what a history costs with more and more editions."""
    runs = {str(count): longer(reports, count) for count in LENGTHS}
    seconds = alternating(
        {name: (lambda given=given: history(given)) for name, given in runs.items()}  # type: ignore[misc]
    )
    rows: list[list[Cell]] = [
        [int(name), 1000 * spent, 1000 * spent / (int(name) - 1)] for name, spent in seconds.items()
    ]
    return table(
        "A history of more and more editions (medians)",
        ("editions", "history, ms", "ms a step"),
        rows,
        "The editions of varona, forth and back. Reach: close to linear.",
    )


def errors(found: Sequence[Sequence[Member]], wanted: Sequence[Sequence[Member]]) -> Iterator[str]:
    """Yield each thread of the gold that is broken, and each of ours that is mixed."""
    known = {m for group in found for m in group} & {m for group in wanted for m in group}
    for told, groups, others in (("broken", wanted, found), ("mixed", found, wanted)):
        of: dict[Member, set[int]] = defaultdict(set)
        for place, group in enumerate(others):
            for member in group:
                of[member].add(place)
        for group in groups:
            own = sorted({member for member in group if member in known})
            if any(of[a].isdisjoint(of[b]) for a, b in combinations(own, 2)):
                yield f"{told}:"
                yield from (f"  {sorted(of[m])} {m[0]} {m[1]}" for m in own)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, and every error if asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every broken and mixed thread")
    parser.add_argument("--real", type=Path, help="a folder of real texts")
    options = parser.parse_args(arguments)
    if not options.errors:
        print(*histories(options.real), sep="\n")
        return
    for each in _sets(options.real):
        found = members(history(each.reports), cut=each.cut)
        print(each.name, *errors(found, each.gold), sep="\n  ")


if __name__ == "__main__":
    main()
