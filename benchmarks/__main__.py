"""Print the tables: ``python -m benchmarks [--real FOLDER] [--only WHAT] [--quick]``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from benchmarks.accuracy import accuracy
from benchmarks.endtoend import endtoend
from benchmarks.peers import peers
from benchmarks.speed import scaling, speed

Part = Callable[[Path | None, bool], Iterator[str]]

#: What can be measured, in the order of printing.
PARTS: Final[dict[str, Part]] = {
    "accuracy": lambda real, quick: chain(endtoend(), accuracy(real, quick=quick)),
    "speed": lambda real, quick: speed(real, quick=quick),
    "scaling": lambda _real, _quick: scaling(),
    "peers": lambda real, quick: peers(None if quick else real),
}


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
    options = parser.parse_args(arguments)
    real = Path(options.real) if options.real else None
    if real is not None and not (real / "gold").is_dir():
        parser.error(f"no folder of real texts: {real}")
    for name in [options.only] if options.only else PARTS:
        print(f"## {name}\n")
        told = f"python -m benchmarks --only {name}{' --quick' if options.quick else ''}"
        print(f"`{told}{' --real FOLDER' if real else ''}`\n")
        for text in PARTS[name](real, options.quick):
            print(text, flush=True)


if __name__ == "__main__":
    main()
