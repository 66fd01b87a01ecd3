"""What is to be done with what was found: collections, their editions, and what belongs nowhere."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.archive.kinds import OTHER, says_report, without_kind
from tipdiff.archive.records import EditionTask, Piece, Problem, Task
from tipdiff.archive.scanning import is_readable
from tipdiff.reading.countries import country_in_names
from tipdiff.reading.editions import is_one_report
from tipdiff.reading.gathering import STRAY, natural, strays

if TYPE_CHECKING:
    from tipdiff.archive.outcomes import Outcome
    from tipdiff.archive.records import Found, Gravity, Settings, SourceFile

__all__ = ["Plan", "country_of_folder", "plan", "slug"]


#: The cables of one report that do not number themselves follow one another within days.
SENT_TOGETHER: Final = timedelta(days=3)
#: Words of a folder's name that tell what it is for and no country: people keep texts in such.
STORES: Final = frozenset(
    "all archive archives attachments backup cables collection collections corpus data dataset"
    " datasets db desktop docs documents download downloads editions example examples export files"
    " fixtures folder home inbox library mail material misc my narratives new old originals output"
    " pages papers raw root sample samples scratch sources src store temp test tests texts tmp"
    " txt various work workspace".split()
)


@frozen
class Plan:
    """What is to be done.

    Attributes:
        tasks: One for each collection, by its id; nothing is known in them yet.
        outcomes: What is to be said of files that no task reads, by path.
        problems: What belongs nowhere.

    """

    tasks: tuple[Task, ...]
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


def plan(  # noqa: PLR0913 (what was found, and what a build is told)
    files: Sequence[SourceFile],
    found: Iterable[Found],
    problems: Iterable[Problem],
    *,
    folder: str,
    version: str,
    settings: Settings,
    seconds: float | None = None,
) -> Plan:
    """Return what is to be done with the files of an archive.

    Args:
        files: All of them, in the natural order of their paths.
        found: Every cable in them.
        problems: What is known to be wrong with files.
        folder: The archive's folder, for the tasks; its own name is the last to tell a country.
        version: Of tipdiff.
        settings: What changes results beside the texts.
        seconds: The most that a task may take.

    """
    by_path = {file.path: file for file in files}
    outcomes = {file.path: _unread(file.path) for file in files if not is_readable(file.path)}
    outcomes |= {
        p.about: (p.about, "failed", None, p.message) for p in problems if p.gravity == "failed"
    }
    cables = [cable for cable in found if cable.path not in outcomes]
    notes = _strays(cables)
    outcomes |= {path: (path, "no report", None, STRAY) for path in notes}
    cables = _with_kinds(
        _with_countries([c for c in cables if c.path not in notes], PurePath(folder).name)
    )
    left, copies = _without_copies(cables, by_path)
    outcomes |= {path: (path, "duplicate", of, f"the same bytes as {of}") for path, of in copies}
    placed, nowhere = _placed(left)
    for problem in nowhere:
        outcome = "failed" if problem.gravity == "failed" else "no report"
        outcomes.setdefault(problem.about, (problem.about, outcome, None, problem.message))
    names = _country_names(placed)
    groups = {own: _by_edition(group) for own, group in _collections(placed).items()}
    beside = [c for group in groups.values() for of in group.values() for c in _beside(of)]
    aside = {(cable.path, cable.place) for cable in beside}
    for cable in beside:
        note = f"{cable.id}: on the matter of a report of that year, but none by its subject"
        outcomes.setdefault(cable.path, (cable.path, "no report", None, note))
    tasks = tuple(
        Task(
            f"{country}/{kind}",
            names[country],
            kind,
            folder,
            tuple(
                _edition(
                    year,
                    [c for c in own if (c.path, c.place) not in aside],
                    by_path,
                    f"{names[country]}/{kind}/{version}",
                    settings,
                )
                for year, own in sorted(group.items())
            ),
            settings=settings,
            seconds=seconds,
        )
        for (country, kind), group in sorted(groups.items())
    )
    return Plan(tasks, tuple(outcomes[path] for path in sorted(outcomes)), tuple(nowhere))


def slug(name: str) -> str:
    """Return a name as it stands in ids: ``cote-d-ivoire``."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return "-".join(re.findall(r"\w+", bare)) or "unnamed"


def _unread(path: str) -> Outcome:
    suffix = PurePosixPath(path).suffix.lower()
    hidden = any(piece.startswith(".") for piece in PurePosixPath(path).parts)
    return path, "no report", None, "a hidden file" if hidden else f"no reports in {suffix} files"


def _strays(cables: Sequence[Found]) -> set[str]:
    """Return the files that are no reports, by what stands beside them in their folder."""
    folders: dict[str, dict[str, bool]] = {}
    for cable in cables:
        own = folders.setdefault(str(PurePosixPath(cable.path).parent), {})
        own[cable.path] = own.get(cable.path, False) or cable.certain
    return {path for held in folders.values() for path in strays(list(held.items()))}


def country_of_folder(name: str) -> str | None:
    """Return the country that an archive's own folder is named for: ``sarvenia``, ``Ostrel-TIP``.

    Args:
        name: Of the folder alone: where it lies must not matter.

    """
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", name)}
    return None if words & STORES else country_in_names(without_kind(name))


def _with_countries(cables: Sequence[Found], folder: str) -> list[Found]:
    """Let a cable that names no country be on the one that most cables of its post name.

    Where nothing tells it, and no cable of the folder is on another, it is the country that the
    folder is named for: a folder of one country alone is named for it.
    """
    of_post: dict[str, Counter[str]] = {}
    for cable in cables:
        if cable.post and cable.named:
            of_post.setdefault(cable.post, Counter())[cable.named] += 1
    usual = {post: min(named, key=lambda n: (-named[n], n)) for post, named in of_post.items()}
    told = [evolve(c, country=c.named or usual.get(c.post or "") or c.country) for c in cables]
    last = country_of_folder(folder)
    if last is None or {slug(c.country) for c in told if c.country} - {slug(last)}:
        return told
    return [evolve(c, country=c.country or last) for c in told]


def _with_kinds(cables: Sequence[Found]) -> list[Found]:
    """Let a cable of which nothing tells the kind be of that which all its companions are of."""
    companions: dict[tuple[object, ...], set[str]] = {}
    for cable in cables:
        if cable.kind != OTHER:
            for group in _groups(cable):
                companions.setdefault(group, set()).add(cable.kind)
    told = []
    for cable in cables:
        around = [companions[g] for g in _groups(cable) if g in companions]
        silent = cable.kind == OTHER and (cable.subject is None or cable.part is not None)
        alone = silent and bool(around) and len(around[0]) == 1
        told.append(evolve(cable, kind=next(iter(around[0]))) if alone else cable)
    return told


def _groups(cable: Found) -> Iterator[tuple[object, ...]]:
    """Yield what groups a cable is in: parts of one report, texts of one folder, one country."""
    if cable.part is not None:
        yield "parts", cable.post, cable.year, cable.parts
    country = slug(cable.country or "")
    yield "folder", str(PurePosixPath(cable.path).parent), country
    yield "country", country


def _beside(cables: Sequence[Found]) -> list[Found]:
    """Return the cables of an edition that are no report, where others say that they are."""
    reports = [cable for cable in cables if says_report(cable.subject or "")]
    if not reports:
        return []
    return [
        cable
        for cable in cables
        if cable.subject
        and cable.part is None
        and not says_report(cable.subject)
        and not any(_sent_together(cable, other) for other in reports)
    ]


def _sent_together(one: Found, other: Found) -> bool:
    """Whether two cables of a post were sent on one day or nearly: a report in several cables."""
    if one.post != other.post or not one.date or not other.date:
        return False
    apart = date.fromisoformat(one.date) - date.fromisoformat(other.date)
    return abs(apart) <= SENT_TOGETHER


def _without_copies(
    cables: Sequence[Found], files: Mapping[str, SourceFile]
) -> tuple[list[Found], list[tuple[str, str]]]:
    """Return the cables without those of files that are copies, and of which they are copies.

    The same bytes under another name are another edition where only the name tells which.
    """
    held: dict[str, list[tuple[object, ...]]] = {}
    for c in cables:
        held.setdefault(c.path, []).append((c.place, slug(c.country or ""), c.year, c.kind))
    first: dict[tuple[object, ...], str] = {}
    copies: dict[str, str] = {}
    for path, own in held.items():
        other = first.setdefault((files[path].sha256, *own), path)
        if other != path:
            copies[path] = other
    return [c for c in cables if c.path not in copies], list(copies.items())


def _placed(cables: Sequence[Found]) -> tuple[list[Found], list[Problem]]:
    """Return the cables that have a place in the archive, and what is wrong with the others."""
    placed: list[Found] = []
    problems: list[Problem] = []
    for cable in cables:
        lacks = "country" if not cable.country else "year" if cable.year is None else None
        if lacks is None:
            placed.append(cable)
            continue
        which = f"{cable.id}: " if cable.id else ""
        message = f"{which}nothing tells its {lacks}; name its file or its folder by it"
        gravity: Gravity = "failed" if cable.certain else "warning"
        problems.append(Problem(cable.path, gravity, f"no {lacks}", message))
    return placed, problems


def _collections(cables: Iterable[Found]) -> dict[tuple[str, str], list[Found]]:
    """Return cables by country and kind."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for cable in cables:
        groups.setdefault((slug(cable.country or ""), cable.kind), []).append(cable)
    return groups


def _country_names(cables: Iterable[Found]) -> dict[str, str]:
    """Return how each country is called most often, by what stands for it in ids."""
    called: dict[str, Counter[str]] = {}
    for cable in cables:
        name = cable.country or ""
        called.setdefault(slug(name), Counter())[name] += 1
    return {own: min(names, key=lambda n: (-names[n], n)) for own, names in called.items()}


def _by_edition(cables: Sequence[Found]) -> dict[int, list[Found]]:
    """Return the cables of a collection by edition; parts sent around New Year are of one."""
    editions: dict[int, list[Found]] = {}
    for cable in cables:
        editions.setdefault(cable.year or 0, []).append(cable)
    for year in sorted(editions):
        later = editions.get(year + 1)
        if later and is_one_report([*editions[year], *later]):
            editions[year + 1] = [*editions.pop(year), *later]
    return editions


def _edition(
    year: int, cables: Sequence[Found], files: Mapping[str, SourceFile], of: str, settings: Settings
) -> EditionTask:
    ordered = sorted(cables, key=lambda c: (natural(c.path), c.path, c.place))
    pieces = tuple(Piece(files[c.path], c.place) for c in ordered)
    read_from = [[p.file.path, p.file.sha256, p.place] for p in pieces]
    known = [settings.indicators, settings.indicators_name] if settings.indicators else None
    data = json.dumps([of, year, read_from, known], sort_keys=True)
    return EditionTask(year, pieces, hashlib.sha256(data.encode()).hexdigest())
