"""What the page of a history shows, worked out before the template lays it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.histories.blame import blame
from tipdiff.histories.promises import OUTCOMES, outcome, promises
from tipdiff.histories.records import SURE
from tipdiff.histories.renewal import renewal
from tipdiff.output.history.text import ABSENT, sign
from tipdiff.output.history.told import (
    case_line,
    dropped_selection,
    longest_carried,
    not_told,
)
from tipdiff.output.shared.citations import cited, heading
from tipdiff.output.shared.safe import visible
from tipdiff.output.shared.word_diff import Piece, marked
from tipdiff.series.figure_words import sources

if TYPE_CHECKING:
    from tipdiff.histories.promises import Promise
    from tipdiff.histories.records import Event, Thread
    from tipdiff.histories.renewal import Renewal
    from tipdiff.output.results import History
    from tipdiff.records import Section

__all__ = ["HistoryView", "Life", "life_of", "view_of"]

#: What each kind of event is called, in the order of the bars and of the filter.
KINDS: Final = {
    "unchanged": "unchanged",
    "changed": "changed",
    "new": "new",
    "returned": "came back",
    "dropped": "dropped",
}
#: A bar is so long, in units of its drawing.
LONG: Final = 1000


@frozen
class StripCell:
    """One edition in a strip: its year, its sign, what happened, and the class of that."""

    year: int
    sign: str
    told: str
    kind: str


@frozen
class VersionStep:
    """What happened to a statement in one edition; ``marks`` are its words then."""

    year: int
    kind: str
    told: str
    marks: tuple[Piece, ...]
    place: str


@frozen
class Life:
    """One thread: the strip, what it says last and where, in how many editions, and each step."""

    id: str
    strip: tuple[StripCell, ...]
    text: str
    place: str
    count: int
    gone: bool
    steps: tuple[VersionStep, ...]
    doubts: tuple[str, ...]
    kinds: str


@frozen
class ThreadGroup:
    """A heading, and what stands under it."""

    title: str
    items: tuple[Life, ...]


@frozen
class Share:
    """How much of an edition, or of one section of it, is of each kind.

    ``parts`` are ``(class, name, count, percent, words percent, x, width)``; ``apart`` is how many
    statements more have no counterpart and are in none.
    """

    title: str
    statements: int
    parts: tuple[tuple[str, str, int, int, int, float, float], ...]
    sections: tuple[Share, ...] = ()
    apart: int = 0


@frozen
class BlameLine:
    """A statement with what the margin says of it, and its thread; ``now`` is what it says now."""

    margin: str
    text: str
    target: str
    now: str = ""


@frozen
class Lines:
    """A heading, lines under it, how many statements there are, and which are not told."""

    title: str
    lines: tuple[BlameLine, ...]
    count: int = 0
    further: str = ""


@frozen
class HistoryView:
    """All that the template needs."""

    title: str
    years: tuple[int, ...]
    sources: tuple[str, ...]
    levels: tuple[str, ...]
    count: int
    statements: int
    warnings: tuple[str, ...]
    opened: str
    kinds: Mapping[str, str]
    shares: tuple[Share, ...]
    groups: tuple[ThreadGroup, ...]
    gone: tuple[ThreadGroup, ...]
    blame: tuple[Lines, ...]
    carried: tuple[Lines, ...]
    promises: tuple[Lines, ...]
    dropped: tuple[Lines, ...]


def view_of(history: History, view: str = "threads", least: float = SURE) -> HistoryView:
    """Return what the page shows of a history.

    Args:
        history: It.
        view: The view at which the page opens.
        least: The probability from which a link is sure.

    """
    threads = history.threads
    years = threads[0].editions if threads else ()
    ids = {id(thread): f"t{k}" for k, thread in enumerate(threads, 1)}
    there = [thread for thread in threads if thread.last == years[-1]]
    gone = [thread for thread in threads if thread.last != years[-1]]
    cables, levels = sources(history.editions)
    span = _span(years[0], years[-1]) if years else "no edition"
    return HistoryView(
        visible(history.titled(span)),
        years,
        tuple(map(visible, cables or _cables(threads))),
        tuple(map(visible, levels)),
        len(threads),
        sum(len(v.statements) for thread in threads for v in thread.versions),
        tuple(map(visible, history.warnings)),
        "" if view == "threads" else view,
        KINDS,
        tuple(_shares(renewal(threads))),
        tuple(_groups(there, ids, least)),
        tuple(_groups(gone, ids, least)),
        tuple(_blamed(threads, ids, least)),
        tuple(_carried(threads, ids)),
        tuple(_promised(history, ids, least)),
        tuple(_dropped(threads, ids)),
    )


def _cables(threads: Sequence[Thread]) -> list[str]:
    """Return the ids of the cables that statements are from, oldest edition first."""
    found = {
        (version.year, statement.id.rpartition(":")[0])
        for thread in threads
        for version in thread.versions
        for statement in version.statements
    }
    return list(dict.fromkeys(cable for _, cable in sorted(found)))


def _groups(
    threads: Sequence[Thread], ids: Mapping[int, str], least: float
) -> Iterator[ThreadGroup]:
    by_section: dict[Section, list[Thread]] = {}
    for thread in threads:
        by_section.setdefault(thread.section, []).append(thread)
    for section, some in by_section.items():
        lives = tuple(life_of(thread, ids[id(thread)], least) for thread in some)
        yield ThreadGroup(visible(heading(section)), lives)


def life_of(thread: Thread, number: str, least: float = SURE) -> Life:
    """Return what the page shows of a thread; ``number`` is its id there."""
    kinds = {event.year: event for event in thread.events}
    return Life(
        number,
        tuple(_cell(year, kinds.get(year), least) for year in thread.editions),
        visible(thread.text),
        visible(cited(thread.versions[-1].statements[:1])),
        len(thread.versions),
        thread.last != thread.editions[-1],
        tuple(_steps(thread)),
        tuple(map(visible, thread.doubts)),
        " ".join(dict.fromkeys(event.kind for event in thread.events)),
    )


def _cell(year: int, event: Event | None, least: float) -> StripCell:
    if event is None:
        return StripCell(year, ABSENT, "not there", "absent")
    if event.is_apart:
        return StripCell(year, sign(event), "without counterpart", "absent")
    told = "perhaps the same" if event.is_unsure(least) else KINDS[event.kind]
    return StripCell(year, sign(event, least), told, event.kind)


def _steps(thread: Thread) -> Iterator[VersionStep]:
    """Yield what happened to a statement, with its words marked against the version before."""
    texts = {version.year: version for version in thread.versions}
    before = {now.year: then.text for then, now in pairwise(thread.versions)}
    for event in thread.events:
        version = texts.get(event.year)
        told = KINDS[event.kind]
        if event.kind == "returned" and event.since is not None:
            told += f", stood in {event.since}"
        if event.traits:
            told += f" ({', '.join(event.traits)})"
        marks: tuple[Piece, ...] = ()
        if version is not None and event.kind != "unchanged":
            was = before.get(event.year)
            now = visible(version.text)
            marks = (("same", now),) if was is None else marked(visible(was), now)
        place = "" if version is None else visible(cited(version.statements))
        yield VersionStep(event.year, event.kind, visible(told), marks, place)


def _shares(found: Sequence[Renewal]) -> Iterator[Share]:
    """Yield what each edition consists of, and its sections."""
    for year, some in groupby(found, key=lambda each: each.year):
        whole, *sections = some
        yield _share(
            str(year),
            whole,
            tuple(_share(heading(s.section), s) for s in sections if s.statements or s.apart),
        )


def _share(title: str, of: Renewal, sections: tuple[Share, ...] = ()) -> Share:
    counts = {
        "unchanged": (of.unchanged, of.unchanged_words),
        "changed": (of.changed, of.changed_words),
        "new": (of.new, of.new_words),
        "returned": (of.returned, of.returned_words),
    }
    parts = []
    at = 0.0
    for kind, (count, words) in counts.items():
        width = LONG * count / max(of.statements, 1)
        if count:
            percents = (_percent(count, of.statements), _percent(words, of.words))
            parts.append((kind, KINDS[kind], count, *percents, round(at, 1), round(width, 1)))
        at += width
    return Share(visible(title), of.statements, tuple(parts), sections, of.apart)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / max(whole, 1))


def _blamed(threads: Sequence[Thread], ids: Mapping[int, str], least: float) -> Iterator[Lines]:
    for section, some in groupby(blame(threads, least), key=lambda each: each.statement.section):
        yield Lines(
            visible(heading(section)),
            tuple(
                BlameLine(
                    ", ".join(
                        f"{year}{'?' * (each.may_be_older and year == each.first)}"
                        for year in dict.fromkeys((each.first, each.changed))
                    ),
                    visible(each.statement.text),
                    ids[id(each.thread)],
                )
                for each in some
            ),
        )


def _carried(threads: Sequence[Thread], ids: Mapping[int, str]) -> Iterator[Lines]:
    found = longest_carried(threads)
    groups = [
        Lines(
            f"{times} editions",
            tuple(
                BlameLine(
                    _span(run.first, run.last),
                    visible(case_line(story, run.version.text)),
                    ids[id(run.thread)],
                )
                for story in some
                for run in (story.item,)
            ),
        )
        for times, some in groupby(found.told, key=lambda story: story.item.times)
    ]
    for last in groups[-1:]:
        groups[-1] = evolve(last, further=not_told(found))
    yield from groups


def _promised(history: History, ids: Mapping[int, str], least: float) -> Iterator[Lines]:
    """Yield the promises of each fate."""
    found = promises(history.threads, history.every, least)
    for kind, meaning in OUTCOMES.items():
        lines = tuple(_promise(each, ids) for each in found if each.outcome == kind)
        if lines:
            yield Lines(f"{kind[:1].upper()}{kind[1:]} ({len(lines)}): {meaning}", lines)


def _promise(each: Promise, ids: Mapping[int, str]) -> BlameLine:
    later = each.answer or each.nearest
    now = ""
    if later is not None and later.version.text != each.made.text:
        nearest = f"nearest ({later.likeness:.2f}), " if each.answer is None else ""
        part = "in part: " if each.in_part else ""
        figures = "".join(f"; {part}promised {one}, then {other}" for one, other in each.figures)
        if each.part_of is not None:
            nearest = "with what it says more of, "
        now = f"{nearest}{later.version.year}: {later.version.text}{figures}"
    text = f"{each.made.year}: {each.made.text}"
    return BlameLine(outcome(each), visible(text), ids[id(each.thread)], visible(now))


def _dropped(threads: Sequence[Thread], ids: Mapping[int, str]) -> Iterator[Lines]:
    for year in threads[0].editions[1:] if threads else ():
        found = dropped_selection(threads, year)
        count = found.count
        lines = tuple(
            BlameLine(
                _span(thread.first, thread.last),
                visible(case_line(story, thread.text)),
                ids[id(thread)],
            )
            for story in found.told
            for thread in (story.item,)
        )
        if count:
            yield Lines(f"{year}", lines, count, not_told(found))


def _span(first: int, last: int) -> str:
    return f"{first} to {last}" if first != last else f"{first}"
