"""What else could be run on two reports: how long it takes, and what it makes of line breaks.

Each tool gets the same two files. The first column times it on the pair; the second counts what it
calls different between a report and the same report with its paragraphs wrapped anew, where nothing
has changed. Each is run as its users would run it, at its defaults; what it counts is its own unit
and named. None of them is meant for cables.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any, Final

from attrs import frozen

import tipdiff
from benchmarks.baselines import greedy_ratio
from benchmarks.tables import Cell, table
from benchmarks.texts import pairs, rewrapped
from benchmarks.timing import alternating
from tipdiff.reading.decoding import decode

__all__ = ["Tool", "peers", "tools"]

#: Pairs of statements compared in the sample that the all-pairs time is scaled from.
SAMPLE: Final = 400


@frozen
class Tool:
    """Something that compares two texts.

    ``differences`` counts what it calls different, in ``unit``; null where it makes no such claim.
    """

    name: str
    run: Callable[[str, str], object]
    differences: Callable[[str, str], int] | None
    unit: str


def _touched(old: list[str], new: list[str]) -> int:
    """Count what stands in other than equal runs, on both sides."""
    opcodes = SequenceMatcher(None, old, new).get_opcodes()
    return sum(i2 - i1 + j2 - j1 for tag, i1, i2, j1, j2 in opcodes if tag != "equal")


def _lines(old: str, new: str) -> int:
    return _touched(old.splitlines(), new.splitlines())


def _words(old: str, new: str) -> int:
    return _touched(old.split(), new.split())


def _sentences(text: str) -> list[str]:
    """Cut a text into sentences as a quick script would, its white space evened out."""
    return re.split(r"(?<=[.!?]) ", " ".join(text.split()))


def _greedy(old: str, new: str) -> int:
    sides = _sentences(old), _sentences(new)
    links = greedy_ratio(*sides)
    changed = sum(sides[0][i] != sides[1][j] for i, j in links)
    return changed + len(sides[0]) + len(sides[1]) - 2 * len(links)


def _own(old: str, new: str) -> int:
    comparison = tipdiff.compare(tipdiff.read(old), tipdiff.read(new))
    return sum(change.status != "unchanged" for change in comparison.changes)


def _redlines() -> Tool | None:
    try:
        library: Any = importlib.import_module("redlines")
    except ImportError:
        return None

    def run(old: str, new: str) -> int:
        return len(library.Redlines(old, new).changes)

    return Tool("redlines", run, run, "changes")


def tools() -> list[Tool]:
    """Return all tools there are; optional ones only where they are installed."""
    found = [
        Tool("tipdiff", _own, _own, "statements not unchanged"),
        Tool("difflib on lines", _lines, _lines, "lines, both sides"),
        Tool("difflib on words", _words, _words, "words, both sides"),
        Tool("sentences by regex, greedy fuzz.ratio", _greedy, _greedy, "sentences"),
    ]
    redlines = _redlines()
    return [*found, redlines] if redlines else found


def _all_pairs(old: str, new: str) -> tuple[Callable[[], object], float]:
    """Return SequenceMatcher.ratio on a sample of statement pairs, and what to multiply it by."""
    sides = (
        [s.text for s in tipdiff.read(old).statements],
        [s.text for s in tipdiff.read(new).statements],
    )
    every = [(a, b) for a in sides[0] for b in sides[1]]
    sample = every[:: max(1, len(every) // SAMPLE)]

    def run() -> None:
        for one, other in sample:
            SequenceMatcher(None, one, other).ratio()

    return run, len(every) / len(sample)


def _text(path: Path) -> str:
    return decode(path.read_bytes(), path.name)[0]


def _rows(old: str, new: str) -> Iterator[list[Cell]]:
    there = tools()
    calls: dict[str, Callable[[], object]] = {
        tool.name: partial(tool.run, old, new) for tool in there
    }
    sampled, factor = _all_pairs(old, new)
    slow = f"SequenceMatcher.ratio on all pairs (from 1 in {factor:.0f})"
    calls[slow] = sampled
    took = alternating(calls, runs=3)
    wrapped = rewrapped(old)
    for tool in there:
        different = tool.differences(old, wrapped) if tool.differences else None
        yield [tool.name, f"{1000 * took[tool.name]:.0f}", different, tool.unit]
    yield [slow, f"{1000 * took[slow] * factor:.0f}", None, "no links, a matrix"]


def peers(real: Path | None) -> Iterator[str]:
    """Yield a table for each pair of reports."""
    for name, (old, new) in pairs(real).items():
        yield table(
            f"Beside other tools: {name}",
            ("tool", "ms", "different after rewrapping alone", "counted in"),
            _rows(_text(old), _text(new)),
            "Time on the pair, warm, median of three. tipdiff's time is for reading, comparing and "
            "classifying; the others' for what they do at their defaults.",
        )
