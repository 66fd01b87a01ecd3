"""Folders of invented cables, and what the parts of an archive make of them, one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from tests.reading.cables import cable
from tipdiff.archive.looking import look
from tipdiff.archive.outcomes import worst
from tipdiff.archive.planning import Plan, plan
from tipdiff.archive.records import Built, Known, Look, Problem, Settings
from tipdiff.archive.scanning import scan
from tipdiff.archive.tables import TABLES
from tipdiff.archive.working import work

#: What a report of Ostrel says each year; the numbers move.
SAYS = (
    "The harbor police opened {n} cases against smugglers of people. "
    "The courts of Port Merrin convicted {m} traffickers. "
    "A shelter of the lamplighters' guild took in {k} girls. "
    "The ministry of ferries trained {m} inspectors. "
    "Fishermen are told of the danger by posters. "
    "The penal code punishes trafficking with ten years in prison. "
    "Victims are not jailed for what they were made to do. "
    "The guild asked for more money and got none. "
    "Neighboring Varona sends back those it finds. "
    "An office in the capital keeps the figures."
)


def body(year: int, more: str = "") -> str:
    """The body of the cable of a year."""
    number = year - 1998
    text = SAYS.format(n=number * 3, m=number + 2, k=number * 5)
    return f"1. (U) {text}{more}\n"


def report(year: int, *, text: str | None = None, number: int = 140, **header: str) -> str:
    """A whole cable of Ostrel, sent in March of a year."""
    given = {
        "dtg": f"R 011431Z MAR {year % 100:02}",
        "line": f"UNCLAS KALVIK {number:06}",
        "subject": "OSTREL: ANNUAL TIP REPORT",
        **header,
    }
    return cable(body(year) if text is None else text, **given)


def fill(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, by their paths."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@frozen
class Made:
    """What was made of a folder."""

    plan: Plan
    built: Mapping[str, Built]
    problems: Sequence[Problem]

    @property
    def outcomes(self) -> dict[str, str]:
        """The outcome of each file."""
        return {path: told[1] for path, told in self.told.items()}

    @property
    def told(self) -> dict[str, tuple[str, str, str | None, str | None]]:
        """All that is said of each file."""
        of_tasks = (each for built in self.built.values() for each in built.outcomes)
        return worst([*self.plan.outcomes, *of_tasks])

    @property
    def editions(self) -> dict[str, list[int]]:
        """The editions of each collection."""
        return {task.collection: [e.year for e in task.editions] for task in self.plan.tasks}

    def rows(self, collection: str, table: str) -> list[dict[str, Any]]:
        """The rows of a table, by the names of its columns."""
        columns = next([c.name for c in each.columns] for each in TABLES if each.name == table)
        found = self.built[collection].rows.get(table, ())
        return [dict(zip(columns, row, strict=True)) for row in found]

    def kinds(self) -> list[tuple[str, str, str]]:
        """What each problem is about, its gravity and its kind."""
        return [(p.about, p.gravity, p.kind) for p in self.problems]


def planned(folder: Path, settings: Settings = Settings()) -> tuple[Plan, list[Problem]]:  # noqa: B008
    """What is to be done with a folder, and what is wrong with its files."""
    files, problems = scan(folder)
    looked = look(Look(str(folder), tuple(file for file in files if file.sha256)))
    told = [*problems, *looked.problems]
    made = plan(files, looked.found, told, folder=str(folder), version="1", settings=settings)
    return made, [*told, *made.problems]


def made(
    folder: Path,
    settings: Settings = Settings(),  # noqa: B008
    *,
    known: Made | None = None,
    seconds: float | None = None,
) -> Made:
    """What is made of a folder, with what was known before."""
    do, problems = planned(folder, settings)
    built = {}
    for task in do.tasks:
        kept: list[Known] = []
        if known is not None and task.collection in known.built:
            rows = known.rows(task.collection, "comparisons")
            kept = [Known(row["made_from"], row["data"]) for row in rows]
        built[task.collection] = work(evolve(task, known=tuple(kept), seconds=seconds))
    of_tasks = (problem for each in built.values() for problem in each.problems)
    return Made(do, built, [*problems, *of_tasks])
