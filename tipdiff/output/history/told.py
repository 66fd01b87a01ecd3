"""What is told of the statements that an edition dropped, and of those that stood the longest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.histories.carried import carried
from tipdiff.histories.dropped import dropped_in
from tipdiff.histories.ranking import selected
from tipdiff.output.shared.excerpts import cut

if TYPE_CHECKING:
    from tipdiff.histories.carried import Carried
    from tipdiff.histories.ranking import Selection, Story
    from tipdiff.histories.records import Thread

__all__ = ["DROPPED", "LONGEST", "case_line", "dropped_selection", "longest_carried", "not_told"]

#: How many statements the list of the longest carried shows, and that of what an edition dropped;
#: the rest is counted.
LONGEST: Final = 20
DROPPED: Final = 40
#: An edition more outweighs whatever acts and figures a statement has.
AHEAD: Final = 100
#: Characters of the one line that a case has.
CASE: Final = 110


def longest_carried(threads: Sequence[Thread], most: int | None = LONGEST) -> Selection[Carried]:
    """Return what stood word for word the longest, the weightiest of as many editions first."""
    return selected(carried(threads), lambda run: run.version, lambda run: run.times * AHEAD, most)


def dropped_selection(
    threads: Sequence[Thread], year: int, most: int | None = DROPPED
) -> Selection[Thread]:
    """Return what an edition dropped, the weightiest first."""
    gone = dropped_in(threads, year)
    return selected(gone, lambda each: each.versions[-1], lambda each: len(each.versions), most)


def case_line(story: Story[Thread] | Story[Carried], text: str) -> str:
    """Return what a story says: a case in one line, anything else as it is."""
    if not story.case:
        return text
    told = cut(text, CASE)
    return f"{told} (case, {len(story.more)} more)" if story.more else told


def not_told(selection: Selection[Thread] | Selection[Carried], flag: str = "") -> str:
    """Return how many statements are not told, and why; nothing where all are."""
    parts = []
    if selection.further:
        parts.append(f"{selection.further} further statements not shown{flag}")
    if selection.of_the_report:
        parts.append(f"{len(selection.of_the_report)} of the report itself left out")
    return "; ".join(parts)
