"""How far it goes: the memory and the time that long reports take, each in a process of its own.

``python -m benchmarks.scale WORK KIND STATEMENTS`` does one piece of work and prints what it took;
the tables start one such process for each line, so that no peak is hidden behind another's.
"""

from __future__ import annotations

import json
import math
import platform
import resource
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import tipdiff
from benchmarks.tables import Cell, table
from benchmarks.texts import COLUMNS, cable_head, long_pair

__all__ = ["doubling", "measured", "reaching"]

#: Statements a side of the reports whose time is to grow no faster than they do.
DOUBLING: Final = (1000, 2000, 4000, 8000)
#: The reach of the exponent by which time grows.
EXPONENT_REACH: Final = 1.3
#: Statements of one paragraph of the reports that are made of rows and copies.
PARAGRAPH: Final = 8


def _rows(count: int, year: int) -> list[str]:
    return [f"Shelter No. {k} housed {k % (30 + year % 7) + 3} women." for k in range(count)]


def _unnamed(count: int, year: int) -> list[str]:
    return [f"The shelter housed {k + year} women and {k % 41 + 3} girls." for k in range(count)]


def _copies(count: int, _year: int) -> list[str]:
    return [
        "Police arrested the owner of a ferry that carried stolen timber to the strait."
    ] * count


#: What a report can be made of beside the fixtures: statements by their number and the year.
SAME: Final[dict[str, Callable[[int, int], list[str]]]] = {
    "rows named by a number": _rows,
    "rows equal but for figures": _unnamed,
    "copies of one sentence": _copies,
}
FIXTURES: Final = "made from fixtures"


def _cable(statements: Sequence[str], year: int) -> str:
    starts = range(0, len(statements), PARAGRAPH)
    paragraphs = (
        f"{number}. (U) " + "  ".join(statements[start : start + PARAGRAPH])
        for number, start in enumerate(starts, 1)
    )
    return (
        cable_head(year) + "\n\n".join(textwrap.fill(each, COLUMNS) for each in paragraphs) + "\n"
    )


def _pair(kind: str, count: int) -> tuple[str, str]:
    if kind == FIXTURES:
        return long_pair(1, count)
    return _cable(SAME[kind](count, 2005), 2005), _cable(SAME[kind](count, 2006), 2006)


class Measured(NamedTuple):
    """What one piece of work took: statements a side, kB of text, CPU seconds and peak MB."""

    statements: tuple[int, int]
    kilobytes: float
    reading: float
    working: float
    megabytes: float


def _done(work: str, kind: str, count: int) -> Measured:
    texts = _pair(kind, count)
    start = time.process_time()
    old, new = (tipdiff.read(text) for text in texts)
    read = time.process_time()
    if work == "align":
        tipdiff.align([s.text for s in old.statements], [s.text for s in new.statements])
    else:
        tipdiff.compare(old, new)
    end = time.process_time()
    unit = 1024 if platform.system() == "Darwin" else 1  # of ru_maxrss: bytes there, kB elsewhere
    return Measured(
        (len(old.statements), len(new.statements)),
        sum(map(len, texts)) / 2000,
        read - start,
        end - read,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit / 1024,
    )


def measured(work: str, kind: str, count: int) -> Measured:
    """Return what aligning or comparing two long reports takes in a process of its own.

    Args:
        work: ``align`` or ``compare``.
        kind: What the reports are made of.
        count: About how many statements each has.

    """
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "benchmarks.scale", work, kind, str(count)],
        capture_output=True,
        text=True,
        check=True,
    )
    statements, *rest = json.loads(told.stdout)
    return Measured((statements[0], statements[1]), *rest)


#: What is measured: the work, what the reports are made of, statements a side, the reach in MB and
#: in seconds, and whether it takes minutes.
REACHES: Final[tuple[tuple[str, str, int, int | None, int | None, bool], ...]] = (
    ("align", FIXTURES, 8000, 500, 10, False),
    ("compare", FIXTURES, 8000, 500, None, False),
    ("compare", "copies of one sentence", 3000, 200, None, False),
    ("compare", "rows named by a number", 7500, 500, None, False),
    ("compare", "rows equal but for figures", 7500, 500, None, False),
    ("compare", FIXTURES, 58_000, None, None, True),
)


def reaching(*, quick: bool = False) -> Iterator[str]:
    """Yield the table of the longest reports."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        for work, kind, count, memory, seconds, is_long in REACHES:
            if quick and is_long:
                continue
            took = measured(work, kind, count)
            yield (
                f"{work}: {kind}",
                f"{took.kilobytes:.0f}",
                f"{took.statements[0]}, {took.statements[1]}",
                f"{took.megabytes:.0f}",
                memory and f"<= {memory}",
                f"{took.working:.1f}",
                seconds and f"<= {seconds}",
            )

    yield table(
        "The longest reports: peak memory of a process, and CPU seconds without reading",
        ("what", "kB", "statements", "MB", "reach", "seconds", "reach "),
        rows(),
    )


def doubling(*, quick: bool = False) -> Iterator[str]:
    """Yield the table of reports that are twice as long each."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        before: Measured | None = None
        for count in DOUBLING[: 2 if quick else None]:
            took = measured("compare", FIXTURES, count)
            grown: list[Cell] = [None, None]
            if before is not None:
                longer = math.log(sum(took.statements) / sum(before.statements))
                grown = [
                    f"{math.log(now / then) / longer:.2f}"
                    for now, then in (
                        (took.reading, before.reading),
                        (took.working, before.working),
                    )
                ]
            yield (
                f"{took.statements[0]}, {took.statements[1]}",
                f"{took.reading:.2f}",
                grown[0],
                f"{took.working:.2f}",
                grown[1],
                before and f"<= {EXPONENT_REACH}",
                f"{took.megabytes:.0f}",
            )
            before = took

    yield table(
        "Reports twice as long each: CPU seconds in a process of its own, and the exponent",
        ("statements", "reading both", "exponent", "comparing", "exponent ", "reach", "MB"),
        rows(),
    )


def main(arguments: Sequence[str]) -> None:
    """Do one piece of work and print what it took."""
    work, kind, count = arguments
    print(json.dumps(_done(work, kind, int(count))))


if __name__ == "__main__":
    main(sys.argv[1:])
