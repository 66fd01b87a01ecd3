"""Blame: the newest report, and for each statement when it came and when it last changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread
    from tipdiff.records import Statement

__all__ = ["Blamed", "blame", "place_in_cable"]


@frozen
class Blamed:
    """A statement of the newest report with the editions it first appeared and last changed in."""

    statement: Statement
    first: int
    changed: int
    thread: Thread


def blame(threads: Sequence[Thread]) -> list[Blamed]:
    """Return every statement of the newest edition, in its order.

    Args:
        threads: What :func:`tipdiff.history` returned.

    """
    if not threads:
        return []
    newest = threads[0].editions[-1]
    found = [
        Blamed(statement, thread.first, thread.changed, thread)
        for thread in threads
        if thread.last == newest
        for statement in thread.versions[-1].statements
    ]
    return sorted(found, key=lambda each: place_in_cable(each.statement))


def place_in_cable(statement: Statement) -> tuple[str, int]:
    """Return a statement's cable and its number in it: the order of a report."""
    cable, _, number = statement.id.rpartition(":")
    return cable, int(number)
