"""What an edition dropped: the statements it no longer has and no later one has again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread

__all__ = ["dropped_in"]


def dropped_in(threads: Sequence[Thread], year: int) -> list[Thread]:
    """Return the threads that an edition no longer has and no later one has again.

    What an edition could not hold, since it is cut off or does not ask, was not dropped.

    Args:
        threads: Those of one country.
        year: Of the edition.

    """
    return [
        thread
        for thread in threads
        if thread.last != thread.editions[-1]
        and not thread.events[-1].is_apart
        and thread.editions[thread.editions.index(thread.last) + 1] == year
    ]
