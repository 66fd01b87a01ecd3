"""Threads: what hangs together is told as one statement's life, edition by edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.chaining.chain import chained
from tipdiff.claims import field_indicators
from tipdiff.comparison import compare
from tipdiff.histories.doubts import doubts
from tipdiff.histories.figures import claims_of, series_of
from tipdiff.histories.records import Event, Thread, Version
from tipdiff.series.editions import editions

if TYPE_CHECKING:
    from tipdiff.chaining.chain import Chained
    from tipdiff.chaining.lives import Lives, Node
    from tipdiff.chaining.settling import Copies
    from tipdiff.claims import Indicators
    from tipdiff.histories.records import EventKind
    from tipdiff.records import Claim, Comparison, Report, Statement
    from tipdiff.series.records import Series

__all__ = ["history", "history_of"]


def history(reports: Iterable[Report], *, indicators: Indicators | None = None) -> list[Thread]:
    """Return every statement's life through the editions of one country.

    Args:
        reports: The editions, in any order. One that updates its edition takes its place.
        indicators: What the figures' indicators are; the field's own if null.

    Returns:
        Threads in the order of the newest edition; those that it does not have follow, by the
        edition that had them last and their place in it.

    Raises:
        DataError: The reports are about two countries, or one has no year.

    """
    ordered = editions(reports)
    known = field_indicators() if indicators is None else indicators
    comparisons = [compare(old, new, indicators=known) for old, new in pairwise(ordered)]
    return history_of(chained(ordered, comparisons), known)


def history_of(chain: Chained, known: Indicators) -> list[Thread]:
    """Return the threads of editions that are compared already.

    Args:
        chain: The editions of one country, each with a year.
        known: What the figures' indicators are.

    """
    ordered, lives = chain.reports, chain.lives
    told = _Told.of(ordered, chain.comparisons, lives, chain.copies, known)
    done: set[int] = set()
    threads = []
    for place in reversed(range(len(ordered))):
        for statement in ordered[place].statements:
            life = lives.of((place, statement.id))
            if id(life) not in done:
                done.add(id(life))
                threads.append(_thread(told, life))
    return threads


@frozen(eq=False)
class _Told:
    """What is known of all statements when their threads are told."""

    lives: Lives
    years: tuple[int, ...]
    statements: Mapping[Node, Statement]
    order: Mapping[Node, int]
    claims: Sequence[Mapping[str, tuple[Claim, ...]]]
    copies: Copies
    doubts: Mapping[Node, Sequence[str]]
    apart: frozenset[tuple[Node, bool]]
    series: Mapping[int, Sequence[Series]]

    @classmethod
    def of(
        cls,
        ordered: Sequence[Report],
        comparisons: Sequence[Comparison],
        lives: Lives,
        copies: Copies,
        indicators: Indicators,
    ) -> _Told:
        """Gather it."""
        statements = {
            (place, statement.id): statement
            for place, report in enumerate(ordered)
            for statement in report.statements
        }
        claims = claims_of(ordered, comparisons, indicators)
        return cls(
            lives,
            tuple(report.year or 0 for report in ordered),
            statements,
            {node: k for k, node in enumerate(statements)},
            claims,
            copies,
            doubts(ordered, lives, copies),
            frozenset(_without_counterpart(comparisons)),
            series_of(ordered, comparisons, lives, claims, indicators),
        )


def _without_counterpart(comparisons: Sequence[Comparison]) -> Iterator[tuple[Node, bool]]:
    """Yield what has no counterpart in the edition before (true) or in the next one (false)."""
    for place, comparison in enumerate(comparisons):
        for change in comparison.changes:
            if "no-counterpart" in change.traits:
                yield from (((place + 1, statement.id), True) for statement in change.new)
                yield from (((place, statement.id), False) for statement in change.old)


def _thread(told: _Told, life: Sequence[Node]) -> Thread:
    by_place: dict[int, list[Node]] = {}
    for node in sorted(life, key=told.order.__getitem__):
        by_place.setdefault(node[0], []).append(node)
    versions = tuple(_version(told, place, nodes) for place, nodes in by_place.items())
    said = [
        doubt
        for nodes in by_place.values()
        for node in nodes
        for doubt in told.doubts.get(node, ())
    ]
    return Thread(
        versions[0].statements[0].id,
        told.years,
        versions,
        tuple(_events(told, by_place)),
        tuple(dict.fromkeys(said)),
        tuple(told.series.get(id(life), ())),
    )


def _version(told: _Told, place: int, nodes: Sequence[Node]) -> Version:
    spoken = {told.copies.folds[node]: node for node in reversed(nodes)}
    return Version(
        told.years[place],
        tuple(told.statements[node] for node in nodes),
        tuple(
            claim
            for node in reversed(spoken.values())
            for claim in told.claims[place].get(node[1], ())
        ),
    )


def _events(told: _Told, by_place: Mapping[int, Sequence[Node]]) -> Iterator[Event]:
    """Yield what happened in each edition from the first that has the statement."""
    first = min(by_place)
    yield Event(told.years[first], "new", _apart(told, by_place[first], new=True))
    for place in range(first + 1, len(told.years)):
        if place in by_place:
            yield _event(told, place, by_place)
        elif place - 1 in by_place:
            traits = _apart(told, by_place[place - 1], new=False)
            yield Event(told.years[place], "dropped", traits)


def _apart(told: _Told, nodes: Sequence[Node], *, new: bool) -> tuple[str, ...]:
    """Return the trait of what the edition beside could not hold."""
    return ("no-counterpart",) if all((node, new) in told.apart for node in nodes) else ()


def _event(told: _Told, place: int, by_place: Mapping[int, Sequence[Node]]) -> Event:
    """Return what happened to the statements of an edition that is not the first."""
    here = by_place[place]
    steps = list({id(s): s for node in here for s in told.lives.steps[node]}.values())
    changes = [step.change for step in steps if step.change is not None]
    score = min((step.score for step in steps), default=None)
    year = told.years[place]
    if place - 1 not in by_place:
        return Event(year, "returned", (), score, told.years[max(p for p in by_place if p < place)])
    kind: EventKind = "changed"
    if changes and all(change.status == "unchanged" for change in changes):
        kind = "unchanged"
    traits = dict.fromkeys(trait for change in changes for trait in change.traits)
    since = None if changes else max((told.years[s.old[0][0]] for s in steps), default=None)
    return Event(year, kind, tuple(traits), score, since)
