"""The engine that builds an archive: what is new is given out, and what comes back is written.

One process writes, a collection at a time and each in one transaction, as soon as it is done. So a
build that is stopped at any moment has lost nothing that was finished, and the next one goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Final, Literal

from attrs import define, evolve

from tipdiff.archive.executors import Crew, Fault, crew
from tipdiff.archive.looking import look
from tipdiff.archive.planning import plan
from tipdiff.archive.records import (
    Built,
    EditionTask,
    Found,
    Look,
    Looked,
    Piece,
    Problem,
    Progress,
    Settings,
    SourceFile,
    Task,
)
from tipdiff.archive.remembered import from_json, to_json
from tipdiff.archive.scanning import scan
from tipdiff.archive.store import Store
from tipdiff.archive.summary import Summary
from tipdiff.archive.unmet import unmet
from tipdiff.archive.version import own_version
from tipdiff.archive.working import work
from tipdiff.errors import SourceError
from tipdiff.reading.sources import bytes_of

__all__ = ["build"]

#: Files that a worker looks into at a time: enough that giving them out costs next to nothing, few
#: enough that little is looked into again after a crash. With their texts, a megabyte or two.
LOOKED_AT_ONCE: Final = 32
#: What may go well the next time, though no text has changed: such a collection is done again.
PASSING: Final = frozenset({"time", "memory", "worker died", "changed while read"})


@define
class _Build:
    """A build: what it is given, and how many problems there have been."""

    folder: str
    store: Store
    workers: Crew
    progress: Callable[[Progress], None] | None
    settings: Settings
    ship_texts: bool
    seconds: float | None
    failed: int = 0

    def tell(
        self, stage: Literal["looking", "comparing"], done: int, total: int, label: str
    ) -> None:
        """Tell how far the build is."""
        if self.progress is not None:
            self.progress(Progress(stage, done, total, self.failed, label))

    def count(self, problems: Sequence[Problem]) -> None:
        """Count those that failed."""
        self.failed += sum(problem.gravity == "failed" for problem in problems)


def build(  # noqa: PLR0913 (what a user may say beside the folder)
    folder: str | os.PathLike[str],
    into: str | os.PathLike[str],
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
    *,
    jobs: int | None = None,
    ship_texts: bool = False,
    settings: Settings = Settings(),  # noqa: B008 (frozen)
    seconds: float | None = None,
    memory: int | None = None,
) -> Summary:
    """Compare all reports of a folder, and keep the results in a database.

    What the database holds already is made anew only where a file, the version of tipdiff or the
    settings have changed; the rows are those of a build from nothing.

    Args:
        folder: Where the reports lie, in any layout.
        into: The database; made if it is not there.
        executor: Whose workers do the work: any of ``concurrent.futures``, or that of a Dask client
            (``client.get_executor(pure=False)``). It is left running. None for processes of one's
            own; a script that starts them needs ``if __name__ == "__main__"``.
        progress: Called with how far the build is, in this process, after each step.
        jobs: How many processes of one's own; one for each core if None, no other process if 1.
        ship_texts: Whether workers get the texts, and need not see the folder.
        settings: What changes results beside the texts.
        seconds: The most that one collection may take, and a look into one file before; None for as
            long as it takes.
        memory: The megabytes that each process of one's own may take; None for no limit.

    Returns:
        What is in the archive now, what was done for it, and what failed.

    Raises:
        TipdiffError: The folder or the database cannot be used, the settings are wrong, or somebody
            else's executor broke. What was finished is kept.

    """
    files, unreadable = scan(folder, into)
    with Store.open(Path(into)) as store, crew(executor, jobs, memory) as workers:
        root = os.path.realpath(folder)
        engine = _Build(root, store, workers, progress, settings, ship_texts, seconds)
        return _built(engine, files, unreadable)


def _built(engine: _Build, files: Sequence[SourceFile], unreadable: Sequence[Problem]) -> Summary:
    found, told = _looked(engine, files)
    planned = plan(
        files,
        found,
        [*unreadable, *told],
        folder=engine.folder,
        version=own_version(),
        settings=engine.settings,
        seconds=engine.seconds,
    )
    problems = [*unreadable, *told, *planned.problems]
    engine.count(problems)
    store = engine.store
    store.put_plan(problems, planned.outcomes)
    made = store.made_from()
    again = store.with_problems(PASSING)
    ids = {task.collection for task in planned.tasks}
    store.forget(sorted((made.keys() | store.with_problems(None)) - ids))
    new = [t for t in planned.tasks if made.get(t.collection) != t.key or t.collection in again]
    compared = reused = 0
    for done, built in enumerate(_worked(engine, new), 1):
        store.put(built)
        engine.count(built.problems)
        compared += built.compared
        reused += built.reused
        engine.tell("comparing", done, len(new), built.collection)
    store.forget_files(store.files().keys() - {file.path for file in files})
    idle = unmet(engine.settings, store.said, store.pairs)
    store.add_problems(idle)
    return Summary(
        store.tally(), compared, reused, len(new), as_before=len(planned.tasks) - len(new)
    )


def _looked(engine: _Build, files: Sequence[SourceFile]) -> tuple[list[Found], list[Problem]]:
    """Look into all files that are not known, and return what all hold, in their order."""
    stored = engine.store.files()
    known: dict[str, tuple[Found, ...]] = {}
    new: list[SourceFile] = []
    shut: list[SourceFile] = []  # by its name no report, or it could not be read
    for file in files:
        before = stored.get(file.path)
        if (
            before is not None
            and before.found is not None
            and (before.sha256, before.made_by) == (file.sha256, own_version())
        ):
            known[file.path] = from_json(before.found)
        elif file.sha256:
            new.append(file)
        else:
            shut.append(file)
    engine.store.put_files((file, None, own_version()) for file in shut)
    problems: dict[str, list[Problem]] = {}
    done = 0
    for order, told in engine.workers.run(look, _looks(engine, new)):
        looked = _unlooked(order, told) if isinstance(told, Fault) else told
        for each in looked.problems:
            problems.setdefault(each.about, []).append(each)
        by_path: dict[str, list[Found]] = {file.path: [] for file in order.files}
        for cable in looked.found:
            by_path[cable.path].append(cable)
        known |= {path: tuple(cables) for path, cables in by_path.items()}
        engine.store.put_files(
            (
                evolve(file, data=None),
                None if file.path in problems else to_json(known[file.path]),
                own_version(),
            )
            for file in order.files
        )
        engine.count(looked.problems)
        done += len(order.files)
        engine.tell("looking", done, len(new), order.files[-1].path)
    engine.failed = 0  # they are counted again with those of the plan
    return (
        [cable for file in files for cable in known.get(file.path, ())],
        [problem for file in files for problem in problems.get(file.path, ())],
    )


def _looks(engine: _Build, files: Sequence[SourceFile]) -> Iterator[Look]:
    for start in range(0, len(files), LOOKED_AT_ONCE):
        chunk = files[start : start + LOOKED_AT_ONCE]
        shipped = tuple(_shipped(engine, file) for file in chunk)
        yield Look(engine.folder, shipped, engine.seconds)


def _unlooked(order: Look, fault: Fault) -> Looked:
    """Return what is told of files that nobody could look into."""
    return Looked(
        (), tuple(Problem(f.path, "failed", fault.kind, fault.message) for f in order.files)
    )


def _worked(engine: _Build, tasks: Sequence[Task]) -> Iterator[Built]:
    """Yield what becomes of each task as soon as it is done."""
    # The longest first, so that no worker stands idle at the end while one has just begun.
    ordered = sorted(tasks, key=lambda task: (-_size(task), task.collection))
    for task, told in engine.workers.run(work, _orders(engine, ordered)):
        if isinstance(told, Fault):
            yield _undone(task, told)
        else:
            yield told


def _orders(engine: _Build, tasks: Sequence[Task]) -> Iterator[Task]:
    """Yield tasks with what only they need when they are given out: known results, and texts."""
    for task in tasks:
        yield evolve(
            task,
            known=engine.store.known(task.collection),
            editions=tuple(_with_texts(engine, edition) for edition in task.editions),
        )


def _with_texts(engine: _Build, edition: EditionTask) -> EditionTask:
    pieces = (Piece(_shipped(engine, piece.file), piece.place) for piece in edition.pieces)
    return evolve(edition, pieces=tuple(pieces))


def _shipped(engine: _Build, file: SourceFile) -> SourceFile:
    """Return a file with its bytes, if they are sent along and can be read."""
    if not engine.ship_texts or not file.sha256:
        return file
    try:
        # That they are still those that were found is looked at where they are read.
        return evolve(file, data=bytes_of(Path(engine.folder, file.path)))
    except SourceError:
        return file


def _undone(task: Task, fault: Fault) -> Built:
    """Return what is told of a collection that nobody could work on."""
    problem = Problem(task.collection, "failed", fault.kind, fault.message, task.collection)
    reason = f"its collection was not done: {fault.message}"
    paths = dict.fromkeys(p.file.path for edition in task.editions for p in edition.pieces)
    outcomes = tuple((path, "failed", None, reason) for path in paths)
    return Built(task.collection, {}, outcomes, (problem,), 0, 0)


def _size(task: Task) -> int:
    return sum(piece.file.size for edition in task.editions for piece in edition.pieces)
