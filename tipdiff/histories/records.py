"""Threads, their versions and what happened to them."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from tipdiff.display import Shown
from tipdiff.records import Claim, Section, Statement  # noqa: TC001 (read by from_dict)
from tipdiff.series.records import Series  # noqa: TC001 (the same)
from tipdiff.text import folded

__all__ = ["Event", "EventKind", "Thread", "Version"]

EventKind = Literal["new", "unchanged", "changed", "dropped", "returned"]


@frozen
class Version:
    """A statement as one edition has it.

    ``statements`` are several where it was split, merged, or stands twice. ``claims`` are the
    figures in it.
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

    ``traits`` and ``score`` are those of the change from the version before, ``traits`` only where
    the two editions were compared. ``since`` is set where they were not: for ``returned``, the
    edition that had the statement last before the gap; for ``changed``, the earlier edition by
    whose version it was recognised. ``dropped`` names the first edition without it.
    """

    year: int
    kind: EventKind
    traits: tuple[str, ...] = ()
    score: float | None = None
    since: int | None = None


@frozen(repr=False)
class Thread(Shown):
    """A statement's life through the editions.

    ``editions`` are all that were looked at, oldest first. ``doubts`` say where the chain and the
    texts contradict each other. ``series`` are its figures over the years: each that stands in two
    versions at least, or is given for two years.
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
        """Return the edition in which it last became what it is: came, changed or came back."""
        return max(
            (e.year for e in self.events if e.kind in {"new", "changed", "returned"}),
            default=self.first,
        )

    @property
    def section(self) -> Section:
        """Return the section in which it stands last."""
        return self.versions[-1].statements[0].section

    @property
    def text(self) -> str:
        """Return what it says last."""
        return self.versions[-1].text
