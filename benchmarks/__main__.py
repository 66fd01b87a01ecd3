"""Print the tables: ``python -m benchmarks [--real FOLDER] [--only WHAT] [--quick]``."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Final

from benchmarks import claims, trends
from benchmarks.accuracy import accuracy
from benchmarks.analyst import analyst
from benchmarks.archive import FEW, archive
from benchmarks.archive_texts import COUNTRIES
from benchmarks.doubling import TooSteep, growing
from benchmarks.endtoend import endtoend
from benchmarks.histories import histories
from benchmarks.pages import pages
from benchmarks.peers import peers
from benchmarks.planted import planted
from benchmarks.scale import doubling, reaching
from benchmarks.speed import scaling, speed
from benchmarks.tables import table

Part = Callable[[Path | None, bool], Iterable[str]]

#: In a document, all below this line is replaced by ``--write``.
MARK: Final = "<!-- printed by python -m benchmarks -->"


def _claims(real: Path | None, quick: bool) -> Iterator[str]:
    yield table(
        "Numeric claims",
        ("what", "texts", "reader", "P", "R", "F1"),
        claims.rows(real, peers=not quick),
        "The rules were written with these cables and fixtures in sight: expect less of unseen "
        "ones. `shapes`: sentences in the ways of many posts, judged before they were read. "
        "`counted`: mean overlap of words with the gold's, and Dice. `statements without claims "
        "given one`: how many, of how many, and the share. `milliseconds`: in the last column. "
        '`changes mapped`: the news gold makes one quantity of "from 5 to 7", the readers two.',
    )


#: What can be measured, in the order of printing.
PARTS: Final[dict[str, Part]] = {
    "accuracy": lambda real, quick: chain(endtoend(), accuracy(real, quick=quick)),
    "claims": _claims,
    "trends": lambda _real, _quick: trends.points(),
    "analyst": lambda real, _quick: analyst(real),
    "histories": lambda real, _quick: histories(real),
    "speed": lambda real, quick: speed(real, quick=quick),
    "scaling": lambda _real, quick: chain(scaling(), doubling(quick=quick), reaching(quick=quick)),
    "pages": lambda real, _quick: pages(real),
    "peers": lambda real, quick: peers(None if quick else real),
    "archive": lambda _real, quick: archive(FEW if quick else COUNTRIES, quick=quick),
    "planted": lambda _real, quick: () if quick else planted(),
    # Last: where a call grows faster than it may, the run ends there.
    "doubling": lambda _real, quick: growing(quick=quick),
}


def printed(names: Sequence[str], real: Path | None, *, quick: bool) -> Iterator[str]:
    """Yield headings and tables of the named parts, each with the command that prints it."""
    used = ", ".join(f"{name} {version(name)}" for name in ("numpy", "rapidfuzz"))
    yield f"Python {platform.python_version()}, {used}, {os.cpu_count()} cores.\n"
    for name in names:
        told = f"python -m benchmarks --only {name}{' --quick' if quick else ''}"
        yield f"## {name}\n\n`{told}{' --real FOLDER' if real else ''}`\n"
        yield from PARTS[name](real, quick)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for, and print each table as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--real",
        type=Path,
        default=os.environ.get("TIPDIFF_REAL_TEXTS"),
        help="folder of real texts with cables/, series/ and gold/ (default: the fixtures alone)",
    )
    parser.add_argument("--only", choices=list(PARTS), help="measure this alone")
    parser.add_argument("--quick", action="store_true", help="leave out what takes longest")
    parser.add_argument(
        "--countries", type=int, default=COUNTRIES, help="of the larger archive that is built"
    )
    parser.add_argument("--write", type=Path, help=f"a document to fill below its line {MARK!r}")
    options = parser.parse_args(arguments)
    real = Path(options.real) if options.real else None
    if real is not None and not (real / "gold").is_dir():
        parser.error(f"no folder of real texts: {real}")
    PARTS["archive"] = lambda _real, quick: archive(
        FEW if quick else options.countries, quick=quick
    )
    above, mark = "", ""
    if options.write:
        above, mark, _ = options.write.read_text("utf-8").partition(MARK)
        if not mark:
            parser.error(f"{options.write} has no line {MARK}")
    texts, steep = [], ""
    names = [options.only] if options.only else list(PARTS)
    try:
        for text in printed(names, real, quick=options.quick):
            print(text, flush=True)
            texts.append(text)
    except TooSteep as error:
        steep = f"grows faster than it may: {error}\n"
    if options.write:
        options.write.write_text("\n".join((above + mark, "", *texts)), "utf-8")
    if steep:
        parser.exit(1, steep)


if __name__ == "__main__":
    main()
