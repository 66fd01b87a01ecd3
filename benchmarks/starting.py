"""What a command costs until it has answered: whole commands, and each thing that one loads.

All is CPU time of processes that start anew, in turns, so that it holds on a machine that does
other work meanwhile; a ratio carries over to other machines.
"""

from __future__ import annotations

import compileall
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import tipdiff
from benchmarks.gold import FIXTURES
from benchmarks.tables import Cell, table
from benchmarks.texts import pairs
from benchmarks.timing import alternating, command

__all__ = ["starting"]

#: What is aimed at: of comparing two short reports, and of the help.
DIFF_REACH: Final = 2.5
HELP_REACH: Final = 1.5
#: What any program of the kind must load before it does anything.
LIBRARIES: Final = "import numpy, rapidfuzz, attrs, click"
SHELL: Final = "import click"
#: What the program does that an installer writes.
PROGRAM: Final = "import sys; from tipdiff.__main__ import program; sys.exit(program())"
#: Runs of a whole command: more, since the system's noise is greater.
RUNS: Final = 11
#: Two short reports, of which the start is most.
SHORT: Final = "quillon"
#: What is loaded one after another: name, code, when. Each is what it adds to those before it.
LOADED: Final[tuple[tuple[str, str, str], ...]] = (
    ("Python itself", "pass", "always"),
    ("click", "import click", "always"),
    ("the commands", "import tipdiff.cli", "always"),
    ("attrs", "import attrs", "every command"),
    ("numpy", "import numpy", "comparing"),
    ("rapidfuzz", "import rapidfuzz, rapidfuzz.process", "comparing"),
    ("PyStemmer", "import Stemmer", "comparing"),
    ("nupunkt and its model", "import nupunkt; nupunkt.load_default_model()", "reading"),
    ("reading", "import tipdiff.reading", "reading"),
    ("claims, alignment, comparison", "import tipdiff.comparison", "comparing"),
    ("the text of a comparison", "import tipdiff.output.comparison.text", "writing text"),
)
#: What is loaded only where it is asked for, each beside the libraries alone.
ASKED: Final[tuple[tuple[str, str, str], ...]] = (
    ("wcwidth", "import wcwidth", "text in wide letters"),
    ("charset-normalizer", "import charset_normalizer", "undeclared bytes that are no UTF-8"),
    ("jinja2", "import jinja2", "pages"),
    ("cattrs", "import cattrs", "from_dict"),
    ("matplotlib", "import matplotlib.figure", "plots"),
)


def _used() -> float:
    """Return the CPU seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _python(code: str) -> Callable[[], None]:
    return command([sys.executable, "-c", code], allowed=frozenset({0}))


def _took(calls: dict[str, Callable[[], None]]) -> dict[str, float]:
    return alternating(calls, runs=RUNS, clock=_used)


def _compiled() -> None:
    """Compile the package's modules, as an installer does: an editable install leaves it to luck.

    Where Python is told to write no bytecode, the libraries of an environment have theirs all the
    same, and only the checkout would be compiled anew at each start.
    """
    for folder in tipdiff.__path__:
        compileall.compile_dir(folder, quiet=2)


def _row(name: str, arguments: list[str], beside: str, reach: float | None) -> tuple[Cell, ...]:
    asked = [sys.executable, "-c", PROGRAM, *arguments]
    bound = None if reach is None else f"<= {reach}"
    try:
        took = _took(
            {"whole": command(asked, allowed=frozenset({0, 1})), "beside": _python(beside)}
        )
    except RuntimeError as error:  # said in its place: the other tables are worth having
        return (name, str(error), None, None, bound)
    whole, other = took["whole"], took["beside"]
    return (name, f"{1000 * whole:.0f}", f"{1000 * other:.0f}", f"{whole / other:.2f}", bound)


def _commands(real: Path | None) -> Iterator[tuple[Cell, ...]]:
    old, new = sorted(map(str, (FIXTURES / SHORT).iterdir()))
    yield _row(f"diff, {SHORT}", ["diff", old, new], LIBRARIES, DIFF_REACH)
    for name, (one, other) in pairs(real).items():
        yield _row(f"diff, {name}", ["diff", str(one), str(other)], LIBRARIES, None)
    yield _row("--help", ["--help"], SHELL, HELP_REACH)


def _loaded() -> Iterator[tuple[Cell, ...]]:
    so_far = ["pass"]
    chain: dict[str, str] = {}
    for name, code, _ in LOADED:
        so_far.append(code)
        chain[name] = "; ".join(so_far)
    asked = {name: f"{LIBRARIES}; {code}" for name, code, _ in ASKED}
    took = _took({name: _python(code) for name, code in (chain | asked | {"": LIBRARIES}).items()})
    before = 0.0
    for name, _, when in LOADED:
        yield (name, when, f"{1000 * (took[name] - before):.0f}")
        before = took[name]
    for name, _, when in ASKED:
        yield (name, when, f"{1000 * (took[name] - took['']):.0f}")


def starting(real: Path | None) -> Iterator[str]:
    """Yield the tables of whole commands, and of what each thing that they load adds."""
    _compiled()
    yield table(
        "Whole commands beside the import of what they need, CPU time (medians)",
        ("tipdiff", "ms", "beside, ms", "ratio", "reach"),
        _commands(real),
        f'Beside: `python -c "{LIBRARIES}"`; of the help `python -c "{SHELL}"`.',
    )
    yield table(
        "What each thing that is loaded adds, CPU time (medians)",
        ("what", "when", "ms"),
        _loaded(),
        "Patterns are compiled when they are first used, and so are no part of it.",
    )
