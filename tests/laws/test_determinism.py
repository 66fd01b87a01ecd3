"""Determinism: the same input gives the same output, to the byte, whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys

from attrs import evolve
from hypothesis import given

import tipdiff

from . import fixtures
from .generators import SETTINGS, layouts, wild_pairs
from .reports import FRAMES, Answer, Block, Layout, Model, Sentence, read, render
from .vocabulary import AWKWARD

#: Compares two texts given on the command line, and prints all of the result.
PROGRAM = """
import json, sys, tipdiff
old, new = (tipdiff.read(t, country="Varona", year=y) for t, y in zip(sys.argv[1:3], (2007, 2008)))
print(json.dumps(tipdiff.to_dict(old)))
print(json.dumps(tipdiff.to_dict(tipdiff.compare(old, new))))
"""


def run(old: str, new: str, seed: str) -> str:
    """What a fresh interpreter with this hash seed prints."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, old, new],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def crowded() -> Model:
    """A report with copies, near copies and everything awkward: many ties to break."""
    lines = [
        Sentence(f, k % 3, 21 + k).text for k, f in enumerate([*range(len(FRAMES)), *range(9)])
    ]
    lines = [line for pair in zip(lines, (AWKWARD * 4), strict=False) for line in pair]
    answers = [Answer("ABCDEFGH"[i], (tuple(lines[i::8]),)) for i in range(8)]
    return Model(
        2007, (Block("Overview", tuple(answers[:4])), Block("Prevention", (*answers[4:],)))
    )


def test_hash_seed() -> None:
    """Fresh interpreters with different hash seeds print the same bytes."""
    old = crowded()
    new = old.replaced(0, 1, [old.blocks[1].answers[2].sentences, ("Nothing else was seen.",)])
    texts = render(old, Layout()), render(evolve(new, year=2008), Layout("boxed", page=9))

    assert len({run(*texts, seed) for seed in ("0", "1", "4242")}) == 1


@given(pair=wild_pairs(), old_layout=layouts(), new_layout=layouts())
@SETTINGS
def test_again(pair: tuple[Model, Model], old_layout: Layout, new_layout: Layout) -> None:
    """A second reading and comparing of the same texts gives the same records."""
    first, second = (
        tipdiff.compare(read(pair[0], old_layout), read(pair[1], new_layout)) for _ in range(2)
    )

    assert first == second
    assert tipdiff.from_dict(tipdiff.to_dict(first)) == first


def test_fixtures() -> None:
    """The fixtures too: an edition of each country and its next, under two hash seeds."""
    program = (
        "import json, sys, tipdiff\n"
        "reports = tipdiff.read_all(sys.argv[1])\n"
        "print(json.dumps([tipdiff.to_dict(r) for r in reports]))\n"
        "for pair in zip(reports, reports[1:]):\n"
        "    print(json.dumps(tipdiff.to_dict(tipdiff.compare(*pair))))\n"
    )
    for country in fixtures.COUNTRIES:
        outputs = {
            subprocess.run(
                [sys.executable, "-c", program, str(fixtures.ROOT / country)],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "77")
        }

        assert len(outputs) == 1
