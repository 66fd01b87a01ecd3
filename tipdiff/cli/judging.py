"""A judge of the user's own at the command line: found by its name, timed, and its answers kept."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipdiff.cli.edge import write
from tipdiff.cli.paths import PATH
from tipdiff.cli.shared import with_options
from tipdiff.cli.targets import STANDARD, checked_target
from tipdiff.errors import DataError, TipdiffError

if TYPE_CHECKING:
    from tipdiff.records import DoubtfulPair, OwnJudge

__all__ = ["judging", "own_judge"]

F = TypeVar("F", bound=Callable[..., Any])

#: Where a judge's answers are kept unless another file is named: in the folder where one works, as
#: the caches of other tools are, so that they can be looked at, handed on and deleted.
CACHE: Final = ".tipdiff-judge.json"
#: Seconds that a judge has for a batch unless others are said: enough to load a cross-encoder.
TIMEOUT: Final = 120.0
#: What the file of answers says it is.
SCHEMA: Final = "tipdiff/judge/1"


def own_judge(command: F) -> F:
    """Give a command the options of a judge of the user's own."""
    options = (
        click.option(
            "--judge",
            metavar="MODULE:NAME",
            help="Ask NAME of the Python module MODULE about statements that may be the same.",
        ),
        click.option(
            "--judge-cache",
            type=PATH,
            metavar="FILE",
            help=f"Where its answers are kept, so that nothing is asked twice. [default: {CACHE}]",
        ),
        click.option(
            "--judge-timeout",
            type=click.FloatRange(min=0, min_open=True),
            metavar="SECONDS",
            help=f"How long it has for one batch of questions. [default: {TIMEOUT:g}]",
        ),
    )
    return with_options(*options)(command)


@contextlib.contextmanager
def judging(
    name: str | None, cache: str | None, timeout: float | None, files: Sequence[str]
) -> Iterator[OwnJudge | None]:
    """Give the judge of a name, and keep what it has answered when all is done.

    Args:
        name: ``MODULE:NAME``; None for no judge, for which nothing is imported or written.
        cache: The file of its answers; None for the usual one.
        timeout: Seconds that it has for a batch; None for the usual ones.
        files: What the command reads and writes: the answers go to none of them.

    Raises:
        click.UsageError: There is no judge, but how it is to be asked is said.
        TipdiffError: The judge cannot be found, or its answers not be read or written.

    """
    if name is None:
        if cache is not None or timeout is not None:
            raise click.UsageError("--judge-cache and --judge-timeout need --judge MODULE:NAME")
        yield None
        return
    from tipdiff.alignment import remembered

    kept = checked_target(CACHE if cache is None else cache, files)
    if kept is None:
        raise TipdiffError("needs a file: standard output is the result's", source=STANDARD)
    answers = _read(kept)
    before = len(answers)
    judge = _Timed(_found(name), TIMEOUT if timeout is None else timeout)
    try:
        yield remembered(judge, answers, name=name)
    finally:  # what was answered was perhaps paid for: an interruption loses none of it
        if len(answers) > before:
            _write({**_read(kept), **answers}, kept)


class _Timed:
    """A judge that is given up after some seconds; what it prints goes to standard error."""

    def __init__(self, judge: OwnJudge, seconds: float) -> None:
        self.judge = judge
        self.seconds = seconds

    def __call__(self, pairs: Sequence[DoubtfulPair]) -> list[float]:
        from queue import Empty, SimpleQueue
        from threading import Thread

        said: SimpleQueue[tuple[list[float], BaseException | None]] = SimpleQueue()

        def ask() -> None:
            try:
                said.put((list(self.judge(pairs)), None))
            except BaseException as error:  # noqa: BLE001 also SystemExit, which would end nothing
                said.put(([], error))

        # The program does not wait for a judge that never comes back.
        with contextlib.redirect_stdout(sys.stderr):
            Thread(target=ask, daemon=True).start()
            try:
                answer, error = said.get(timeout=self.seconds)
            except Empty:
                raise TimeoutError(f"no answer in {self.seconds:g} seconds") from None
        if isinstance(error, Exception):
            raise error
        if error is not None:
            raise RuntimeError(f"it ended with {type(error).__name__}")
        return answer


def _found(name: str) -> OwnJudge:
    """Return the judge of a name. Modules in the folder where one works are found too.

    Raises:
        TipdiffError: There is none.

    """
    module, colon, attribute = name.partition(":")
    if not (module and colon and attribute):
        raise TipdiffError("is no judge: write MODULE:NAME", source=f"--judge {name}")
    with contextlib.suppress(OSError):  # a folder that is gone holds no module
        if (here := os.getcwd()) not in sys.path:  # noqa: PTH109
            sys.path.append(here)  # last, so that no file there takes the place of a library
    try:
        with contextlib.redirect_stdout(sys.stderr):
            found: Any = importlib.import_module(module)
    except (Exception, SystemExit) as error:  # noqa: BLE001 whatever a module does at its import
        told = f"{type(error).__name__}: {error}"
        raise TipdiffError(f"cannot be imported: {told}", source=f"--judge {name}") from None
    for part in attribute.split("."):
        if not hasattr(found, part):
            raise TipdiffError(f"{module} has no {attribute}", source=f"--judge {name}")
        found = getattr(found, part)
    if isinstance(found, type):
        raise TipdiffError("is a class: name an object of it", source=f"--judge {name}")
    if not callable(found):
        raise TipdiffError("cannot be called", source=f"--judge {name}")
    judge: OwnJudge = found
    return judge


def _read(path: Path) -> dict[str, float]:
    """Return the answers that a file holds, none if there is no file.

    Raises:
        TipdiffError: It cannot be opened, or holds something else.

    """
    import json

    from tipdiff.reading.sources import bytes_of

    if not os.path.lexists(path):
        return {}
    try:
        data: Any = json.loads(bytes_of(path))
    except (ValueError, RecursionError):
        data = None
    answers = data.get("answers") if isinstance(data, dict) else None
    if not isinstance(answers, dict) or data.get("schema") != SCHEMA:
        raise DataError("holds no answers of a judge; name another --judge-cache", source=str(path))
    for value in answers.values():
        known = isinstance(value, int | float) and not isinstance(value, bool)
        if not (known and 0 <= value <= 1):
            raise DataError(f"holds an answer that is no probability: {value}", source=str(path))
    return {key: float(value) for key, value in answers.items()}


def _write(answers: dict[str, float], path: Path) -> None:
    """Write answers to a file, which is there whole or not at all; the same ones as the same file.

    Raises:
        TipdiffError: It cannot be written.

    """
    import json

    data = {"schema": SCHEMA, "answers": dict(sorted(answers.items()))}
    write(json.dumps(data, indent=0), path)
