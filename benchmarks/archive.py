"""What an archive costs: pairs a second, memory, a second run, growth, size; what else there is.

``python -m benchmarks.archive FOLDER FILE JOBS`` builds one archive and prints what it took; the
tables start one such process for each line, and watch it and its workers from outside. Processor
time is told beside time by the clock, which says little where others work on the machine.
"""

from __future__ import annotations

import importlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from benchmarks.archive_texts import YEARS, write_archive
from benchmarks.tables import Cell, table
from tipdiff.archive.building import build

if TYPE_CHECKING:
    from tipdiff.archive.records import Progress

__all__ = ["FEW", "archive"]

#: What is aimed at: the share of two cores' time that is not lost; megabytes of each process; a
#: second run's share of the first; how far the cost of a pair may grow with the archive.
EFFICIENCY_REACH: Final = 0.85
MEMORY_REACH: Final = 300
AGAIN_REACH: Final = 0.1
GROWTH_REACH: Final = 1.1
#: Countries of the smaller archive that a larger one is held against.
FEW: Final = 20
#: Seconds between two looks at the processes.
LOOKS: Final = 0.1
#: Pairs that the other tools are timed on.
SAMPLE: Final = 12
#: Collections after which a build tells how far it is.
TOLD_OF: Final = 10
MEGABYTE: Final = 1024 * 1024


@frozen
class Took:
    """What a build took: seconds by the clock, and by the processor; the peak of each process."""

    clock: float
    writing: float
    working: float
    writer_peak: float
    worker_peak: float
    pairs: int
    reports: int
    bytes: int

    @property
    def processor(self) -> float:
        """Seconds of the processor, of all processes."""
        return self.writing + self.working


@frozen
class Grown:
    """What the larger archive took: at first, and when nothing had changed."""

    countries: int
    first: Took
    again: Took


def _watched(arguments: Sequence[str]) -> tuple[dict[str, Any], dict[int, tuple[float, float]]]:
    """Run a process, and return what it prints, and seconds and peak of it and each below it."""
    psutil = importlib.import_module("psutil")
    seen: dict[int, tuple[float, float]] = {}
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        top = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                each = [top, *top.children(recursive=True)]
            except psutil.Error:
                break
            for one in each:
                try:
                    times, memory = one.cpu_times(), one.memory_info().rss / MEGABYTE
                except psutil.Error:
                    continue
                before = seen.get(one.pid, (0.0, 0.0))
                seen[one.pid] = (times.user + times.system, max(before[1], memory))
            time.sleep(LOOKS)
        assert process.stdout is not None
        told = json.loads(process.stdout.read())
    own = seen.pop(process.pid)
    return told, {0: own, **seen}


def built(folder: Path, target: Path, jobs: int) -> Took:
    """Return what building an archive takes."""
    told, seen = _watched(
        [sys.executable, "-m", "benchmarks.archive", str(folder), str(target), str(jobs)]
    )
    writing, writer_peak = seen.pop(0)
    return Took(
        told["clock"],
        writing,
        sum(seconds for seconds, _ in seen.values()),
        writer_peak,
        max((peak for _, peak in seen.values()), default=0.0),
        told["pairs"],
        told["reports"],
        target.stat().st_size,
    )


def _row(name: str, took: Took, texts: int) -> tuple[Cell, ...]:
    return (
        name,
        took.reports,
        took.pairs,
        f"{took.clock:.1f}",
        f"{took.working:.1f}",
        f"{took.writing:.1f}",
        f"{took.pairs / took.processor:.2f}",
        f"{took.writer_peak:.0f}",
        f"{took.worker_peak:.0f}",
        f"{took.bytes / took.reports / 1000:.0f}",
        f"{took.bytes / texts:.1f}",
    )


def archive(countries: int = FEW, *, quick: bool = False) -> Iterator[str]:
    """Yield the tables of building archives.

    Args:
        countries: Of the larger archive.
        quick: Whether the other tools are left out.

    """
    with tempfile.TemporaryDirectory() as home:
        few, many = Path(home, "few"), Path(home, "many")
        size = write_archive(few, min(FEW, countries), YEARS)
        one = built(few, Path(home, "one.db"), 1)
        two = built(few, Path(home, "two.db"), 2)
        again = built(few, Path(home, "two.db"), 2)
        rows = [
            _row("one process", one, size),
            _row("two workers", two, size),
            _row("two workers, nothing changed", again, size),
        ]
        grown: Grown | None = None
        if countries > FEW:
            large = write_archive(many, countries, YEARS)
            grown = Grown(
                countries,
                built(many, Path(home, "many.db"), 2),
                built(many, Path(home, "many.db"), 2),
            )
            rows += [
                _row(f"two workers, {countries} countries", grown.first, large),
                _row(f"nothing changed, {countries} countries", grown.again, large),
            ]
        yield table(
            f"Building an archive of {min(FEW, countries)} invented countries by {YEARS} years",
            (
                "how",
                "reports",
                "pairs",
                "s by the clock",
                "s of workers",
                "s of the writer",
                "pairs by s of processor",
                "writer, MB",
                "worker, MB",
                "kB a report",
                "by size of the texts",
            ),
            rows,
            "Seconds of workers and writer are the processor's. With one process the writer does it"
            " all. The peak of a process is the greatest of what was seen ten times a second.",
        )
        yield table(
            "What is aimed at",
            ("what", "measured", "reach"),
            list(_reaches(one, two, again, grown)),
            "Efficiency is the processor's time of one process by that of two workers and the"
            " writer: what is lost to having several. By the clock it is told beside.",
        )
        if not quick:
            yield _beside(few, one)


def _reaches(one: Took, two: Took, again: Took, grown: Grown | None) -> Iterator[tuple[Cell, ...]]:
    yield (
        "efficiency of two workers, by the processor",
        f"{one.processor / two.processor:.2f}",
        f">= {EFFICIENCY_REACH}",
    )
    yield "the same by the clock", f"{one.clock / two.clock / 2:.2f}", f">= {EFFICIENCY_REACH}"
    yield from _second("second run", two, again)
    peaks = [one.writer_peak, two.writer_peak, two.worker_peak]
    yield "peak of a process, MB", f"{max(peaks):.0f}", f"<= {MEMORY_REACH}"
    if grown is None:
        return
    many = f"{grown.countries} countries"
    cost = grown.first.processor / grown.first.pairs / (two.processor / two.pairs)
    yield f"cost of a pair, {many} by {FEW}", f"{cost:.2f}", f"<= {GROWTH_REACH}"
    written = grown.first.writing / grown.first.pairs / (two.writing / two.pairs)
    yield "the same, of the writer alone", f"{written:.2f}", f"<= {GROWTH_REACH}"
    yield from _second(f"second run, {many}", grown.first, grown.again)
    peak = max(grown.first.writer_peak, grown.first.worker_peak)
    yield f"peak of a process, {many}, MB", f"{peak:.0f}", f"<= {MEMORY_REACH}"


def _second(name: str, first: Took, again: Took) -> Iterator[tuple[Cell, ...]]:
    share = again.processor / first.processor
    yield f"{name}, share of the first, by the processor", f"{share:.3f}", f"<= {AGAIN_REACH}"
    yield "the same by the clock", f"{again.clock / first.clock:.3f}", f"<= {AGAIN_REACH}"


def _beside(folder: Path, ours: Took) -> str:
    """Return the table of what a user would otherwise run on the same pairs."""
    homes = [home for home in sorted(folder.iterdir()) if len(list(home.iterdir())) == YEARS]
    pairs = [pair for home in homes for pair in pairwise(sorted(home.iterdir()))][:SAMPLE]
    tools: dict[str, Callable[[Path, Path], object]] = {}
    if shutil.which("git"):
        tools["git diff --no-index --word-diff, a process a pair"] = _git
    try:
        redlines = importlib.import_module("redlines").Redlines
        tools["redlines, one process"] = lambda old, new: (
            redlines(old.read_text("utf-8"), new.read_text("utf-8")).output_markdown
        )
    except ImportError:
        pass
    rows: list[tuple[Cell, ...]] = [
        ("tipdiff archive build, one process", f"{1000 * ours.clock / ours.pairs:.0f}")
    ]
    for name, run in tools.items():
        seconds = []
        for old, new in pairs:
            start = time.perf_counter()
            run(old, new)
            seconds.append(time.perf_counter() - start)
        rows.append((name, f"{1000 * statistics.mean(seconds):.0f}"))
    return table(
        "What else could be run on the same pairs: milliseconds a pair, by the clock",
        ("what", "ms"),
        rows,
        "The others compare words of lines: they read no cables, no figures, no sections, keep"
        " nothing and answer no question; their time says what reading and understanding cost.",
    )


def _git(old: Path, new: Path) -> object:
    command = ["git", "diff", "--no-index", "--word-diff", str(old), str(new)]
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603


def _telling(progress: Progress) -> None:
    """Print how far a long build is: collections, and seconds of this process."""
    if progress.stage == "comparing" and progress.done % TOLD_OF == 0:
        seconds = time.process_time()
        print(f"{progress.done} of {progress.total}, {seconds:.1f} s", file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> None:
    """Build one archive and print what it took."""
    folder, target, jobs = arguments
    start = time.perf_counter()
    summary = build(folder, target, progress=_telling, jobs=int(jobs))
    took = time.perf_counter() - start
    has = summary.archive
    print(json.dumps({"clock": took, "pairs": has.pairs, "reports": has.reports}))


if __name__ == "__main__":
    main(sys.argv[1:])
