"""Threads, their versions and what happened to them."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from tipdiff.chaining.lives import SURE
from tipdiff.comparison.form import only_form
from tipdiff.display import Tabular
from tipdiff.records import Claim, Section, Statement  # noqa: TC001 (read by from_dict)
from tipdiff.series.records import Series  # noqa: TC001 (the same)
from tipdiff.text import folded

__all__ = ["SURE", "Event", "EventKind", "Thread", "Version"]

EventKind = Literal["new", "unchanged", "changed", "dropped", "returned"]


@frozen
class Version:
    """A statement as one edition has it.

    Attributes:
        year: The edition.
        statements: The statement; several where it was split, merged, or stands twice.
        claims: The figures in it.

    """

    year: int
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...] = ()

    @property
    def text(self) -> str:
        """Return what the edition says; copies are told once."""
        told = {folded(statement.text): statement.text for statement in reversed(self.statements)}
        return " / ".join(reversed(told.values()))


@frozen
class Event:
    """What happened to a statement in one edition.

    Attributes:
        year: The edition; for ``dropped``, the first one without the statement.
        kind: ``new``, ``unchanged``, ``changed``, ``dropped`` or ``returned``.
        traits: Of the change from the version before; empty where the two editions were not
            compared with one another. Of ``new`` and ``dropped``, ``no-counterpart`` where the
            edition beside could not hold the statement: it is cut off there, lacks the part, or
            does not ask the question.
        score: The probability of the link to the version before; None where there is none.
        since: Where the two editions were not compared: for ``returned``, the edition that had the
            statement last before the gap; for ``changed``, the earlier edition by whose version it
            was recognised. Else None.

    """

    year: int
    kind: EventKind
    traits: tuple[str, ...] = ()
    score: float | None = None
    since: int | None = None

    @property
    def is_apart(self) -> bool:
        """Whether it came or went only because an edition could not hold it."""
        return "no-counterpart" in self.traits

    def is_unsure(self, least: float = SURE) -> bool:
        """Whether the link to the version before is less probable than ``least``."""
        return self.score is not None and self.score < least


@frozen(repr=False)
class Thread(Tabular):
    """A statement's life through the editions.

    Attributes:
        id: Of the thread: the id of its first statement.
        editions: All editions that were looked at, oldest first.
        versions: The statement as each edition that has it says it, oldest first.
        events: What happened to it, oldest first.
        doubts: Where the chain and the texts contradict each other, a line each.
        series: Its figures over the years: each that stands in two versions at least, or is given
            for two years.

    """

    id: str
    editions: tuple[int, ...]
    versions: tuple[Version, ...]
    events: tuple[Event, ...]
    doubts: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()

    @property
    def first(self) -> int:
        """Return the edition in which the statement first appeared."""
        return self.versions[0].year

    @property
    def last(self) -> int:
        """Return the edition that has it last."""
        return self.versions[-1].year

    @property
    def changed(self) -> int:
        """Return the edition in which it last became what it is: came, changed or came back.

        What only is written otherwise (a comma, a letter lost) did not change, nor did what came
        back so or word for word.
        """
        return max((e.year for e in self.events if self._became(e)), default=self.first)

    def _became(self, event: Event) -> bool:
        """Whether a statement became another one, by what it says."""
        if event.kind not in {"changed", "returned"}:
            return event.kind == "new"
        here = next(k for k, version in enumerate(self.versions) if version.year == event.year)
        then = event.since or self.versions[here - 1].year
        old = next(version for version in self.versions if version.year == then)
        sides = ([s.text for s in each.statements] for each in (old, self.versions[here]))
        # what is carried over while the years pass says what it said
        return not only_form(set(event.traits) - {"carried-over"}, *sides)

    def surely_from(self, least: float = SURE) -> int:
        """Return the edition from which on all its links are at least so probable."""
        return max((e.year for e in self.events if e.is_unsure(least)), default=self.first)

    @property
    def section(self) -> Section:
        """Return the section in which it stands last."""
        return self.versions[-1].statements[0].section

    @property
    def text(self) -> str:
        """Return what it says last."""
        return self.versions[-1].text
