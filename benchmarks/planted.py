"""Plant deliberate faults in the alignment, and say which test kills each.

``python -m benchmarks.planted [--only NAME]`` copies the package and its tests to a temporary
folder, for each fault of the table below puts its text in the place of the right one, and runs the
tests of the alignment, of the comparison and the laws there until one fails. A fault that no test
kills is a hole in the tests. Nothing of the checkout is touched.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from attrs import frozen

from benchmarks.tables import table

__all__ = ["FAULTS", "KILLERS", "ROOT", "Fault", "killer", "plant", "planted"]

ROOT: Final = Path(__file__).resolve().parents[1]
#: What is copied: the package, its tests and what these read.
COPIED: Final = ("tipdiff", "tests", "fixtures", "benchmarks", "pyproject.toml")
#: The tests that have to kill every fault, the quickest first.
KILLERS: Final = ("tests/alignment", "tests/comparison", "tests/laws")
#: How they are run: until one fails, whatever the smallest example is on which it does.
OPTIONS: Final = ("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=unshrunk")
#: What is said of a fault that lives.
LIVES: Final = "none: it lives"

_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@frozen
class Fault:
    """A fault: what it breaks, and which text of a file of the package gives way to what."""

    name: str
    breaks: str
    file: str
    text: str
    instead: str


FAULTS: Final = (
    Fault(
        "concepts off",
        "words that mean one thing are no longer one term",
        "alignment/terms.py",
        "concepts.get(stem, stem)",
        "stem",
    ),
    Fault(
        "a concept lacks a word",
        "indicted is no longer charged",
        "alignment/lexicon.toml",
        'charge = "charge indict accuse',
        'charge = "charge accuse',
    ),
    Fault(
        "acronyms unread",
        "an acronym that a report explains is a word of its own",
        "alignment/terms.py",
        "            found.setdefault(acronym, name)",
        "            found.setdefault(acronym, acronym)",
    ),
    Fault(
        "figures unmasked",
        "another figure cuts likeness",
        "alignment/scoring.py",
        "([masked(fold) for fold in folds[0]], [masked(fold) for fold in folds[1]])",
        "(list(folds[0]), list(folds[1]))",
    ),
    Fault(
        "weights off",
        "a rare word in common is worth no more than a frequent one",
        "alignment/candidates.py",
        "cell, np.repeat(weight[terms], many), minlength",
        "cell, np.ones(len(cell)), minlength",
    ),
    Fault(
        "one partner",
        "only the best of the other report is looked at",
        "alignment/candidates.py",
        "PARTNERS: Final = 16",
        "PARTNERS: Final = 1",
    ),
    Fault(
        "partners of one side",
        "a pair has to be among the best of its new statement",
        "alignment/candidates.py",
        "kept = _Entries.joined([*of_old, kept.at(_best(kept, shape, 1))])",
        "kept = kept.at(_best(kept, shape, 1))",
    ),
    Fault(
        "a strip short",
        "of a long report some terms of the later strips are not summed",
        "alignment/candidates.py",
        "        first = last\n",
        "        first = last + 1\n",
    ),
    Fault(
        "equal bests",
        "two equally good pairs are no rivals",
        "alignment/features.py",
        "tops[side] < 2",
        "tops[side] < 3",
    ),
    Fault(
        "ranks turned round",
        "the worst partner ranks first",
        "alignment/features.py",
        "np.lexsort((-values, side))",
        "np.lexsort((values, side))",
    ),
    Fault(
        "next statements the wrong way",
        "the statement before is looked for after",
        "alignment/neighbours.py",
        "sought = place + (old * width + new)",
        "sought = place + (old * width - new)",
    ),
    Fault(
        "statements around the wrong way",
        "those before are looked for after",
        "alignment/neighbours.py",
        "place = (pairs.new - pairs.old + pairs.shape[0] + shift)",
        "place = (pairs.new + pairs.old + pairs.shape[0] + shift)",
    ),
    Fault(
        "support from above alone",
        "a link vouches for what follows it, not for what precedes it",
        "alignment/neighbours.py",
        "for forwards in (True, False):",
        "for forwards in (True, True):",
    ),
    Fault(
        "support out of line",
        "a link vouches for pairs that cross it",
        "alignment/neighbours.py",
        "out = np.abs(links[1][None, :] - heard[1][:, None])",
        "out = np.abs(links[1][None, :] + heard[1][:, None])",
    ),
    Fault(
        "one judgement",
        "links do not settle against each other",
        "alignment/scoring.py",
        "return Judged(pairs, found, second.probability(found), stems)",
        "return Judged(pairs, found, first.probability(found), stems)",
    ),
    Fault(
        "a high threshold",
        "likely links are not made",
        "alignment/matching.py",
        "LINK_AT: Final = 0.33",
        "LINK_AT: Final = 0.6",
    ),
    Fault(
        "a low threshold",
        "unlikely links are made",
        "alignment/matching.py",
        "LINK_AT: Final = 0.33",
        "LINK_AT: Final = 0.1",
    ),
    Fault(
        "neighbours vouch for anything",
        "what only stands in another's place is linked to it",
        "alignment/align.py",
        "LEAST_ALIKE: Final = 0.24",
        "LEAST_ALIKE: Final = 0.0",
    ),
    Fault(
        "a greedy choice",
        "two good links are lost to one slightly better",
        "alignment/matching.py",
        "EXACT: Final = 60",
        "EXACT: Final = 0",
    ),
    Fault(
        "a copy is a rival like others",
        "a statement leaves its own copy for another",
        "alignment/align.py",
        "if fold in sides[1].copies and not decided and not is_answer(fold, *sides):",
        "if not fold and not decided:",
    ),
    Fault(
        "rows by order alone",
        "rows of one form are paired in order, whatever names them",
        "alignment/rows.py",
        "return naming and not values[0].isdisjoint(values[1])",
        "return naming and not values[0]",
    ),
    Fault(
        "answers anywhere",
        "an answer pairs with its like under another question",
        "alignment/places.py",
        "return 0 if anywhere or home is None else None",
        "return 0 if anywhere or home is None or place >= 0 else None",
    ),
    Fault(
        "near copies with other figures",
        "two facts of one shape share a link, though their figures differ",
        "alignment/copies.py",
        "return _figures(side.folds[one]) == _figures(side.folds[other])",
        "return len(side.folds[one]) > 0 < len(side.folds[other])",
    ),
    Fault(
        "figures in words unread",
        "two facts of one shape share a link if their figures are spelt out",
        "alignment/copies.py",
        "if word in NUMBER_WORDS or any(c.isdecimal() for c in word)",
        "if any(c.isdecimal() for c in word)",
    ),
    Fault(
        "short near copies",
        "two short statements of one shape share a link",
        "alignment/copies.py",
        "NEAR_COPY_LENGTH: Final = 60",
        "NEAR_COPY_LENGTH: Final = 0",
    ),
    Fault(
        "near copies alone",
        "what a report says twice, give or take a word, is new the second time",
        "alignment/copies.py",
        "NEAR_COPY: Final = 90",
        "NEAR_COPY: Final = 100",
    ),
    Fault(
        "no splits",
        "of a statement that became two the second part is new",
        "alignment/parts.py",
        "        for which in (0, 1):\n            part, whole",
        "        for which in (0,):\n            part, whole",
    ),
    Fault(
        "no merges",
        "of two statements that became one the second is dropped",
        "alignment/parts.py",
        "        for which in (0, 1):\n            part, whole",
        "        for which in (1,):\n            part, whole",
    ),
    Fault(
        "any neighbour is a part",
        "what stands beside a part joins it with nothing of its own",
        "alignment/parts.py",
        "SHARE_BESIDE: Final = 0.2",
        "SHARE_BESIDE: Final = 0.0",
    ),
    Fault(
        "two parts at most",
        "the third part of a statement is new",
        "alignment/parts.py",
        "PARTS: Final = 4",
        "PARTS: Final = 2",
    ),
    Fault(
        "nothing gives way",
        "a part is left to the next best where its place is taken",
        "alignment/parts.py",
        "return [star for star in stars if star not in weak]",
        "return list(stars)",
    ),
    Fault(
        "forbidden pairs are linked",
        "a person's decision is overruled",
        "alignment/align.py",
        "free &= (pairs.old != old) | (pairs.new != new)",
        "free &= pairs.old >= 0",
    ),
    Fault(
        "forced links are joined by others",
        "what a person has linked is linked elsewhere too",
        "alignment/align.py",
        "settled = constraints.settled()",
        "settled = (set[str](), set[str]())",
    ),
    Fault(
        "the wrong reason",
        "a match lost to a rival is called unlikely",
        "alignment/near_misses.py",
        '"unlikely" if rival is None else "rival"',
        '"rival" if rival is None else "unlikely"',
    ),
    Fault(
        "links out of order",
        "links come as they were found",
        "alignment/align.py",
        "    links.sort(key=lambda link: (link.old, link.new))\n",
        "",
    ),
    Fault(
        "sections by heading alone",
        "a letter that names another question aligns what has nothing in common",
        "alignment/sections.py",
        "CONTENT: Final = 0.75",
        "CONTENT: Final = 0.0",
    ),
    Fault(
        "sections that took in nothing",
        "answers that became one heading are dropped sections",
        "alignment/sections.py",
        "    _attach(chosen, (old, new), scores, between, (out_of, into))\n",
        "",
    ),
    Fault(
        "moves across sections untold",
        "a statement that left its section has not moved",
        "comparison/moves.py",
        "                moved.add(index)\n",
        "                pass\n",
    ),
    Fault(
        "moves inside a section",
        "all that crosses another has moved, not the fewest",
        "comparison/moves.py",
        "kept = set(longest_run([new for _, new, _ in members]))",
        "kept = {k for k, m in enumerate(members) if all(m[1] >= n[1] for n in members[:k])}",
    ),
    Fault(
        "dropped statements last",
        "they no longer stand after their predecessor",
        "comparison/compare.py",
        "            before = of_old[k]\n",
        "            before = None\n",
    ),
)


def plant(fault: Fault, tree: Path) -> None:
    """Put a fault into a copy of the checkout.

    Raises:
        ValueError: The text that it replaces does not stand there exactly once.

    """
    path = tree / "tipdiff" / fault.file
    code = path.read_text("utf-8")
    if (count := code.count(fault.text)) != 1:
        raise ValueError(f"{fault.name}: its text stands {count} times in {fault.file}")
    path.write_text(code.replace(fault.text, fault.instead), "utf-8")


def _copy(tree: Path) -> None:
    """Copy what the tests need to an empty folder."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
            shutil.copytree(ROOT / name, tree / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, tree / name)


def killer(fault: Fault | None) -> str | None:
    """Return the first test that fails with a fault, ``None`` if none does.

    Args:
        fault: The fault, or ``None`` for the package as it is.

    """
    with TemporaryDirectory() as folder:
        tree = Path(folder)
        _copy(tree)
        if fault is not None:
            plant(fault, tree)
        # The laws draw the same examples each time, so that the table can be compared with another.
        done = subprocess.run(  # noqa: S603 (the tests of the checkout, by name)
            [sys.executable, "-m", "pytest", *OPTIONS, *KILLERS],
            cwd=tree,
            env=os.environ | {"CI": "1", "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if not done.returncode:
        return None
    failed = _FAILED.search(done.stdout)
    if failed is None:
        raise RuntimeError(f"the tests did not run: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return failed[1].removeprefix("tests/").partition("[")[0]


def planted(faults: Sequence[Fault] = FAULTS) -> Iterator[str]:
    """Yield the table of faults and of the test that kills each.

    Raises:
        RuntimeError: A test fails without any fault, so that nothing can be said.

    """
    if failed := killer(None):
        raise RuntimeError(f"{failed} fails without any fault")
    rows = []
    for fault in faults:
        found = killer(fault)
        print(f"{fault.name}: {found or LIVES}", file=sys.stderr, flush=True)
        rows.append((fault.name, fault.breaks, found or LIVES))
    lives = sum(row[-1] == LIVES for row in rows)
    yield table(
        "Faults planted in the alignment, and the first test that kills each",
        ("fault", "what it breaks", "killed by"),
        rows,
        f"{len(rows) - lives} of {len(rows)} are killed by the tests in {', '.join(KILLERS)}.",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 if a fault lives."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted", description=__doc__)
    names = [fault.name for fault in FAULTS]
    parser.add_argument("--only", choices=names, action="append", help="plant this alone")
    chosen = parser.parse_args(arguments).only or names
    text = "".join(planted([fault for fault in FAULTS if fault.name in chosen]))
    print(text)
    return int(LIVES in text)


if __name__ == "__main__":
    sys.exit(main())
