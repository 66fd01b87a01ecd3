"""Blame: the newest report, and for each statement when it came and when it last changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.histories.records import SURE

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread
    from tipdiff.records import Statement

__all__ = ["Blamed", "blame", "place_in_cable"]


@frozen
class Blamed:
    """A statement of the newest report with the editions it first appeared and last changed in.

    It may be older where the edition before its first one could not hold it (``may_be_older``).
    """

    statement: Statement
    first: int
    changed: int
    thread: Thread

    @property
    def may_be_older(self) -> bool:
        """Whether nothing says that it is new in its first edition."""
        return self.first == self.thread.first and self.thread.events[0].is_apart


def blame(threads: Sequence[Thread], least: float = SURE) -> list[Blamed]:
    """Return every statement of the newest edition, in its order.

    What stands before a link that is not sure is not its past.

    Args:
        threads: What :func:`tipdiff.history` returned.
        least: The probability from which a link is sure.

    """
    if not threads:
        return []
    newest = threads[0].editions[-1]
    found = [
        Blamed(statement, first := thread.surely_from(least), max(first, thread.changed), thread)
        for thread in threads
        if thread.last == newest
        for statement in thread.versions[-1].statements
    ]
    return sorted(found, key=lambda each: place_in_cable(each.statement))


def place_in_cable(statement: Statement) -> tuple[str, int]:
    """Return a statement's cable and its number in it: the order of a report."""
    cable, _, number = statement.id.rpartition(":")
    return cable, int(number)
