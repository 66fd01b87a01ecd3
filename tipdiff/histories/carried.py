"""Statements carried over word for word, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.histories.records import Thread, Version

__all__ = ["Carried", "carried"]


@frozen
class Carried:
    """A statement's longest run of editions word for word: the first and the last, and how many."""

    thread: Thread
    first: int
    last: int
    times: int

    @property
    def version(self) -> Version:
        """Return what it says in the last edition of that run."""
        return next(v for v in self.thread.versions if v.year == self.last)


def carried(threads: Iterable[Thread]) -> list[Carried]:
    """Return the statements that stood unchanged in two editions or more, the longest run first.

    Args:
        threads: What :func:`tipdiff.history` returned, or some of it.

    Of runs as long, those that go on to a later edition come first, then the order of ``threads``.

    """
    found = [run for thread in threads if (run := _longest(thread)).times > 1]
    return sorted(found, key=lambda run: (-run.times, -run.last))


def _longest(thread: Thread) -> Carried:
    best = current = Carried(thread, thread.first, thread.first, 1)
    for event in thread.events[1:]:
        if event.kind == "dropped":
            continue
        if event.kind == "unchanged":
            current = Carried(thread, current.first, event.year, current.times + 1)
        else:
            current = Carried(thread, event.year, event.year, 1)
        best = max(best, current, key=lambda run: (run.times, run.last))
    return best
