"""How fast tipdiff is, in units that carry over from machine to machine.

Each figure is a ratio of two things timed in turns in the same run: comparing two reports to one
matrix of ``fuzz.ratio`` over their statements, reading one of them to comparing the two (what the
whole takes without the reading of both), a report ten times as long to the report itself.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

import tipdiff
from benchmarks.starting import starting
from benchmarks.tables import Cell, table
from benchmarks.texts import long_pair, pairs
from benchmarks.timing import alternating

__all__ = ["scaling", "speed"]

#: The reach of each ratio: what is aimed at, not what is asserted.
WARM_REACH: Final = 20
SCALING_REACH: Final = 12
READING_REACH: Final = 0.25
#: Statements a side of the report that is made ten times as long: those of a long cable.
SIZE: Final = 200
TIMES: Final = 10
#: The same for the made report whose warm time is measured: the fixtures' statements are short, and
#: so many of them make a cable of about 30 kB.
CABLE: Final = 400
#: Below this many kB the matrix is too small to measure against, and no reach is stated.
SMALL: Final = 20


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.1f}"


def _kilobytes(report: Path | str) -> float:
    size = report.stat().st_size if isinstance(report, Path) else len(report)
    return size / 1000


def _compared(old: Path | str, new: Path | str) -> object:
    return tipdiff.compare(tipdiff.read(old), tipdiff.read(new))


def _warm(real: Path | None) -> Iterator[tuple[Cell, ...]]:
    reports: dict[str, tuple[Path | str, Path | str]] = {**pairs(real)}
    reports["made from fixtures"] = long_pair(1, CABLE)
    for name, (old, new) in reports.items():
        sides = [[s.text for s in tipdiff.read(each).statements] for each in (old, new)]

        def whole(old: Path | str = old, new: Path | str = new) -> object:
            return _compared(old, new)

        def matrix(sides: list[list[str]] = sides) -> object:
            return process.cdist(sides[0], sides[1], scorer=fuzz.ratio, workers=1)

        took = alternating({"whole": whole, "matrix": matrix})
        size = sum(_kilobytes(each) for each in (old, new)) / 2
        yield (
            name,
            f"{size:.0f}",
            f"{len(sides[0])}, {len(sides[1])}",
            _milliseconds(took["whole"]),
            _milliseconds(took["matrix"]),
            f"{took['whole'] / took['matrix']:.1f}",
            f"<= {WARM_REACH}" if size >= SMALL else None,
        )


def _reading(real: Path | None) -> Iterator[tuple[Cell, ...]]:
    reports: dict[str, tuple[Path | str, Path | str]] = {**pairs(real)}
    reports["made from fixtures"] = long_pair(1, CABLE)
    for name, (old, new) in reports.items():

        def both(old: Path | str = old, new: Path | str = new) -> object:
            return tipdiff.read(old), tipdiff.read(new)

        def whole(old: Path | str = old, new: Path | str = new) -> object:
            return _compared(old, new)

        took = alternating({"both": both, "whole": whole})
        size = sum(_kilobytes(each) for each in (old, new)) / 2
        one, comparing = took["both"] / 2, took["whole"] - took["both"]
        yield (
            name,
            f"{size:.0f}",
            _milliseconds(one),
            _milliseconds(comparing),
            f"{one / comparing:.2f}",
            f"<= {READING_REACH}" if size >= SMALL else None,
        )


def speed(real: Path | None, *, quick: bool = False) -> Iterator[str]:
    """Yield the tables of reading and comparing, warm, and of whole commands."""
    yield table(
        "Reading and comparing two reports, warm, beside one matrix of fuzz.ratio (medians)",
        ("reports", "kB", "statements", "tipdiff, ms", "matrix, ms", "ratio", "reach"),
        _warm(real),
    )
    yield table(
        "Reading one report beside comparing the two, warm (medians)",
        ("reports", "kB", "reading one, ms", "comparing, ms", "ratio", "reach"),
        _reading(real),
    )
    if not quick:
        yield from starting(real)


def scaling() -> Iterator[str]:
    """Yield the table of a report against one ten times as long."""
    texts = {times: long_pair(times, SIZE) for times in (1, TIMES)}
    sizes = {
        times: [len(tipdiff.read(text).statements) for text in pair]
        for times, pair in texts.items()
    }

    def short() -> object:
        return _compared(*texts[1])

    def long() -> object:
        return _compared(*texts[TIMES])

    took = alternating({"short": short, "long": long}, runs=3, clock=time.process_time)
    yield table(
        f"A report {TIMES} times as long: reading and comparing, warm, CPU time (medians)",
        ("report", "statements", "seconds", "times as long", "reach"),
        [
            ("made from fixtures", f"{sizes[1][0]}, {sizes[1][1]}", took["short"], None, None),
            (
                f"{TIMES} of them, in words of their own",
                f"{sizes[TIMES][0]}, {sizes[TIMES][1]}",
                took["long"],
                f"{took['long'] / took['short']:.1f}",
                f"<= {SCALING_REACH}",
            ),
        ],
    )
