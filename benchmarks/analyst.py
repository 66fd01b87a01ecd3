"""What an analyst must learn from two reports, against gold of real pairs made by reading.

``python -m benchmarks --only analyst --real FOLDER`` prints the table; ``python -m
benchmarks.analyst --real FOLDER`` lists what was missed and what was wrong.

The gold lies in ``FOLDER/gold/analyst``: the statements
of both reports, the figures worth a table, the figures that have a value then and now (with their
importance, 1 to 5), and the things to tell a superior, most important first. Statements are matched
to those that tipdiff reads by their letters, so that another reading does no harm.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import define, frozen

import tipdiff
from benchmarks.tables import table

__all__ = ["Score", "analyst", "score", "told"]

#: Fewest letters from which a statement may be matched to one that it is only a part of.
LEAST_LETTERS: Final = 15
#: Two values this near one another, as a share, are one figure: sums are rounded in the telling.
NEAR: Final = 0.011
#: Whose figures may be points of a trend, and whose must be.
ALLOWED: Final = frozenset({"national", "part-year", "source", "group"})
WANTED: Final = frozenset({"national", "part-year", "source"})
#: Of the brief so many things are looked for.
FIRST: Final = 10

Value = tuple[float, ...]


@define
class Score:
    """Counts of one pair, or of all: right ones, those shown, those wanted.

    Attributes:
        name: Of the pair.
        changes: Figures that changed: wanted, found, weight wanted and found, shown, shown rightly.
        points: Points of series: shown, right; wanted, found.
        brief: Findings shown, those in the brief; things wanted, covered.
        room: Letters of the text output, by default, and of both cables together.
        misses: A line for each miss and each wrong one.

    """

    name: str
    changes: list[int]
    points: list[int]
    brief: list[int]
    room: list[int]
    misses: list[str]


@frozen
class _Places:
    """Where the gold's statements stand in the reports that were read: by id, side and numbers."""

    by_id: dict[str, tuple[str, frozenset[int]]]

    def at(self, statement: str, side: str) -> frozenset[int]:
        home, numbers = self.by_id.get(statement, ("", frozenset()))
        return numbers if home == side else frozenset()


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _places(gold: dict[str, Any], reports: Sequence[tipdiff.Report]) -> _Places:
    found = {}
    for side, report in zip(("old", "new"), reports, strict=True):
        texts = [_letters(text) for text in gold[side]]
        for statement in report.statements:
            mine = _letters(statement.text)
            numbers = frozenset(
                number
                for number, text in enumerate(texts)
                if mine == text
                or (min(len(mine), len(text)) >= LEAST_LETTERS and (mine in text or text in mine))
            )
            found[statement.id] = side, numbers
    return _Places(found)


def _value(claim: Any) -> Value | None:
    """Return a figure of the gold or a claim as one value, or the two ends of a range."""
    told = [
        claim.get(key) if isinstance(claim, dict) else getattr(claim, key)
        for key in ("value", "low", "high")
    ]
    if told[0] is not None:
        return (float(told[0]),)
    return tuple(float(end) for end in told[1:] if end is not None) or None


def _near(one: Value | None, other: Value | None) -> bool:
    return (
        one is not None
        and other is not None
        and len(one) == len(other)
        and all(abs(a - b) <= max(NEAR * abs(b), NEAR / 2) for a, b in zip(one, other, strict=True))
    )


def _years(figure: dict[str, Any]) -> range:
    year = figure["year"]
    return range(year[0], year[1] + 1) if isinstance(year, list) else range(year, year + 1)


def _score_changes(
    gold: dict[str, Any], comparison: tipdiff.Comparison, places: _Places
) -> tuple[list[int], list[str]]:
    """Count figures that moved: both values shown, in one of the statements the gold names."""
    shown = [
        (change.old, change.new)
        for change in (
            *(claim for each in comparison.changes for claim in each.claims),
            *comparison.claim_links,
        )
        if change.old is not None and change.new is not None
        if not _near(_value(change.old), _value(change.new))
    ]

    def hits(pair: tuple[Any, Any], entry: dict[str, Any]) -> bool:
        sides = [(entry["old"] or {}, "old"), (entry["new"] or {}, "new")]
        if not all(
            _near(_value(claim), _value(side)) for claim, (side, _) in zip(pair, sides, strict=True)
        ):
            return False
        homes = [claim.statement for claim in pair]
        return any(
            side["id"] in places.at(home, side.get("side", name))
            for side, name in sides
            if side.get("id") is not None
            for home in homes
        )

    moved = [
        entry
        for entry in gold["changes"]
        if entry.get("direction") != "same"
        and _value(entry["old"] or {"value": None, "low": None, "high": None})
        and _value(entry["new"] or {"value": None, "low": None, "high": None})
    ]
    found = [entry for entry in moved if any(hits(pair, entry) for pair in shown)]
    right = [pair for pair in shown if any(hits(pair, e) for e in gold["changes"] if e["old"])]
    weights = [sum(e.get("importance", 3) for e in each) for each in (moved, found)]
    misses = [f"missed change: {e['what']}" for e in moved if e not in found]
    misses += [f"wrong change: {a.text} -> {b.text}" for a, b in shown if (a, b) not in right]
    return [len(moved), len(found), *weights, len(shown), len(right)], misses


def _score_points(
    gold: dict[str, Any], series: Sequence[tipdiff.Series], places: _Places
) -> tuple[list[int], list[str]]:
    """Count points whose value, year and statement are those of a figure that may be one."""
    shown = [(one, point) for one in series for point in one.points]
    right, misses = 0, []
    for one, point in shown:
        ok = any(
            _near(_value(point), _value(figure))
            and point.year in _years(figure)
            and figure["scope"] in ALLOWED
            and not figure.get("retracted")
            and not places.at(point.statement, figure["side"]).isdisjoint(
                {figure["id"], *figure.get("also_ids", [])}
            )
            for figure in gold["figures"]
        )
        right += ok
        if not ok:
            misses.append(f"wrong point: {one.label} {point.year}: {_value(point)}")
    wanted: dict[tuple[object, ...], dict[str, Any]] = {}
    for figure in gold["figures"]:
        if (
            figure["scope"] in WANTED
            and figure.get("indicator") not in {None, "hours"}
            and not figure.get("retracted")
            and _value(figure)
        ):
            key = (_years(figure), _value(figure), figure["indicator"])
            wanted.setdefault((*key, str(figure.get("of")), str(figure.get("law"))), figure)
    missed = [
        figure
        for figure in wanted.values()
        if not any(p.year in _years(figure) and _near(_value(p), _value(figure)) for _, p in shown)
    ]
    misses += [f"missed point: {figure['what']} {figure['year']}" for figure in missed]
    return [len(shown), right, len(wanted), len(wanted) - len(missed)], misses


def told(comparison: tipdiff.Comparison) -> list[tuple[str, ...]]:
    """Return the ids of the statements that each finding rests on, in the findings' order."""
    return [
        tuple(getattr(statement, "id", statement) for statement in (*each.old, *each.new))
        for each in comparison.findings
    ]


def _score_brief(
    gold: dict[str, Any], comparison: tipdiff.Comparison, places: _Places
) -> tuple[list[int], list[str]]:
    """Count the findings that are in the brief, and its first things that are covered."""
    named = told(comparison)
    covered: set[int] = set()
    good = 0
    for ids in named:
        hit = {
            thing["rank"]
            for thing in gold["brief"]
            for statement in ids
            for side in ("old", "new")
            if not places.at(statement, side).isdisjoint(thing.get(side) or [])
        }
        good += bool(hit)
        covered |= hit
    top = {thing["rank"]: thing["what"] for thing in gold["brief"] if thing["rank"] <= FIRST}
    misses = [f"not in the findings: {rank}. {top[rank]}" for rank in sorted(top.keys() - covered)]
    return [len(named), good, len(top), len(covered & top.keys())], misses


def score(path: Path, cables: Path) -> Score:
    """Read and compare one pair, and count what was found of its gold."""
    gold = json.loads(path.read_text("utf-8"))
    sources = [
        [cables / f"{cable}.txt" for cable in gold[f"{side}_cables"]] for side in ("old", "new")
    ]
    old, new = map(tipdiff.read, sources)
    places = _places(gold, (old, new))
    comparison = tipdiff.compare(old, new)
    changes, first = _score_changes(gold, comparison, places)
    points, second = _score_points(gold, tipdiff.trends([old, new]), places)
    brief, third = _score_brief(gold, comparison, places)
    cabled = sum(len(each.read_text("utf-8", "replace")) for side in sources for each in side)
    room = [len(tipdiff.render(comparison)), cabled]
    return Score(path.stem, changes, points, brief, room, [*first, *second, *third])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _row(each: Score) -> tuple[str, ...]:
    wanted, found, weight, found_weight, shown, right = each.changes
    return (
        each.name,
        _share(found, wanted),
        _share(found_weight, weight),
        _share(right, shown),
        _share(each.points[1], each.points[0]),
        _share(each.points[3], each.points[2]),
        _share(each.brief[1], each.brief[0]),
        _share(each.brief[3], each.brief[2]),
        _share(*each.room),
    )


def _scores(real: Path) -> list[Score]:
    paths = sorted((real / "gold" / "analyst").glob("*.json"))
    return [score(path, real / "cables") for path in paths]


def _summed(rows: Iterable[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def analyst(real: Path | None) -> Iterator[str]:
    """Yield the table of all pairs, each alone and pooled; nothing without real texts."""
    scores = _scores(real) if real is not None else []
    if not scores:
        return
    pooled = Score(
        "pooled",
        _summed(each.changes for each in scores),
        _summed(each.points for each in scores),
        _summed(each.brief for each in scores),
        _summed(each.room for each in scores),
        [],
    )
    yield table(
        "What an analyst must learn from two reports",
        (
            "pair", "changes R", "weighted", "changes P", "points P", "points R",
            "findings in the brief", "first ten covered", "length",
        ),
        [_row(each) for each in (*scores, pooled)],
        "changes: figures with a value then and now; weighted by their importance. points: those of"
        " `trends` over both reports. Findings and the brief's first ten things rest on the same"
        " statements. length: letters of the text output, by default, to those of both cables.",
    )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Print each miss of each pair."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.analyst", description=__doc__)
    parser.add_argument("--real", type=Path, required=True, help="folder of real texts")
    options = parser.parse_args(arguments)
    for each in _scores(options.real):
        print(*_row(each), sep="  ")
        print("\n".join(f"    {miss}" for miss in each.misses))


if __name__ == "__main__":
    main()
