"""How well claims are found: against read cables, news sentences and number specifications.

Run ``python -m benchmarks.claims [--real FOLDER]``; FOLDER holds ``gold/`` of real texts, without
it only the invented ones are measured. quantulum3 and Recognizers-Text are measured beside where
they are installed (``--peers``); with ``--errors`` every difference is printed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import tipdiff
from benchmarks.claim_readers import PEERS, Read, own
from benchmarks.claim_scores import Row, measure, news, quantities, specifications
from benchmarks.gold import FIXTURES
from tipdiff.claims import extract_claims, report_claims

if TYPE_CHECKING:
    from tipdiff.records import Claim

__all__ = ["main", "rows"]

#: What specifications there are.
KINDS: Final = ("number", "percent", "age")
#: What can be measured, and printed with its errors.
SETS: Final = ("cables", "fixtures", "shapes", "news", *KINDS)
#: Runs that the speed is the best of; a slow peer is timed on fewer sentences.
RUNS: Final = 5
PEER_SENTENCES: Final = 40

Gold = Sequence[dict[str, Any]]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def shapes() -> Gold:
    """Read the invented sentences that have the shapes of many posts, and their claims."""
    return _lines(FIXTURES / "gold" / "claim-shapes.jsonl")


def fixture_claims() -> Gold:
    """Read the claims of the invented reports, each with the name of its edition."""
    return [
        {**row, "edition": path.name.partition(".")[0]}
        for path in sorted((FIXTURES / "gold").glob("*.claims.jsonl"))
        for row in _lines(path)
    ]


@cache
def _edition(name: str) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of an invented edition, by the text of their statement."""
    country, _, year = name.partition("-")
    report = tipdiff.read(FIXTURES / country / year)
    claims = report_claims(report)
    return {" ".join(s.text.split()): claims[s.id] for s in report.statements}


def _in_report(row: dict[str, Any]) -> Sequence[Claim]:
    """Read a statement of a fixture in its report, where its paragraph tells what it leans on."""
    return _edition(row["edition"])[" ".join(row["text"].split())]


def _alone(row: dict[str, Any]) -> Sequence[Claim]:
    return extract_claims(row["text"])


def speed(texts: Sequence[str], read: Read | None = None, runs: int = RUNS) -> float:
    """Return milliseconds a sentence, warm: the best of some runs."""
    best = math.inf
    for _ in range(runs):
        start = time.perf_counter()
        for text in texts:
            if read is None:
                extract_claims(text)
            else:
                read(text)
        best = min(best, time.perf_counter() - start)
    return 1000 * best / len(texts)


def _invented(show: str, peers: dict[str, Read]) -> Iterator[Row]:
    gold = fixture_claims()
    yield from measure(gold, "fixtures", _in_report, show=show == "fixtures")
    for name, read in peers.items():
        yield from quantities(gold, "fixtures", name, read)
    yield from measure(shapes(), "shapes", _alone, show=show == "shapes")
    for name, read in peers.items():
        yield from quantities(shapes(), "shapes", name, read)


def _real(folder: Path, show: str, peers: dict[str, Read]) -> Iterator[Row]:
    claims = _lines(folder / "claims-dev.jsonl")
    yield from measure(claims, "cables", _alone, show=show == "cables")
    for name, read in peers.items():
        yield from quantities(claims, "cables", name, read)
    sentences = json.loads((folder / "newsquant-dev.json").read_text("utf-8"))
    for name, read in {"tipdiff": own, **peers}.items():
        yield from news(sentences, read, name, show=show == "news" and read is own)
    cases = json.loads((folder / "recognizers-dev.json").read_text("utf-8"))
    for kind in KINDS:
        for name, read in {"tipdiff": own, **peers}.items():
            told = show == kind and read is own
            yield specifications(cases[kind], kind, read, name, show=told)
    texts = [row["text"] for row in claims]
    took = "milliseconds a sentence"
    yield took, "cables", "tipdiff", 0, 0, speed(texts)
    for name, read in peers.items():
        yield took, "cables", name, 0, 0, speed(texts[:PEER_SENTENCES], read, 1)


def rows(folder: Path | None, *, peers: bool = False, show: str = "") -> list[Row]:
    """Measure everything there is gold for: in the project, and in a folder of real texts.

    Args:
        folder: It holds ``gold/``; null for the invented texts alone.
        peers: Whether to measure the peers that are installed too.
        show: The set whose errors are printed.

    """
    readers = {name: find() for name, find in PEERS} if peers else {}
    there = {name: read for name, read in readers.items() if read is not None}
    measured = [] if folder is None else list(_real(folder / "gold", show, there))
    measured += _invented(show, there)
    nothing = float("nan")
    measured += [
        ("not installed, so not measured", "", name, nothing, nothing, nothing)
        for name, read in readers.items()
        if read is None
    ]
    return measured


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the measured rows as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--real", default=os.environ.get("TIPDIFF_REAL_TEXTS"), help="folder of real texts"
    )
    parser.add_argument("--peers", action="store_true", help="measure the peers beside")
    parser.add_argument("--errors", default="", choices=["", *SETS], help="print its errors")
    options = parser.parse_args(arguments)
    real = Path(options.real) if options.real else None
    measured = rows(real, peers=options.peers, show=options.errors)
    print(f"{'what':40}{'texts':26}{'reader':18}{'P':>8}{'R':>8}{'F1':>8}")
    for what, texts, reader, precision, recall, f1 in measured:
        print(f"{what:40}{texts:26}{reader:18}{precision:8.3f}{recall:8.3f}{f1:8.3f}")


if __name__ == "__main__":
    main()
