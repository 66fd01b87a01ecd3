"""Renewal: how much of each report is carried over, changed, or new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from tipdiff.histories.blame import place_in_cable
from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.histories.records import EventKind, Thread
    from tipdiff.records import Section

__all__ = ["Renewal", "renewal"]


@frozen
class Renewal:
    """What one edition, or one section of it, consists of; ``section`` is null for the whole.

    Each count is of statements, and of words in the fields that say so. ``apart`` are new only
    because the edition before could not hold them; they stand outside all other counts.
    """

    year: int
    section: Section | None
    unchanged: int
    changed: int
    new: int
    returned: int
    unchanged_words: int
    changed_words: int
    new_words: int
    returned_words: int
    apart: int = 0

    @property
    def statements(self) -> int:
        """Return how many statements there are."""
        return self.unchanged + self.changed + self.new + self.returned

    @property
    def words(self) -> int:
        """Return how many words there are."""
        kinds = (self.unchanged_words, self.changed_words, self.new_words, self.returned_words)
        return sum(kinds)


def renewal(threads: Sequence[Thread]) -> list[Renewal]:
    """Return what each edition but the first consists of, as a whole and section by section.

    Args:
        threads: What :func:`tipdiff.history` returned.

    """
    if not threads:
        return []
    counts: dict[tuple[int, Section | None], Counter[str]] = {}
    order: dict[int, dict[Section, tuple[str, int]]] = {}
    for thread in threads:
        kinds: dict[int, EventKind | Literal["apart"]] = {
            event.year: "apart" if event.is_apart else event.kind for event in thread.events
        }
        for version in thread.versions:
            for statement in version.statements:
                first = order.setdefault(version.year, {})
                place_of = place_in_cable(statement)
                first[statement.section] = min(first.get(statement.section, place_of), place_of)
                size = len(words(folded(statement.text)))
                for place in (None, statement.section):
                    count = counts.setdefault((version.year, place), Counter())
                    count[kinds[version.year]] += 1
                    count[f"{kinds[version.year]} words"] += size
    found = []
    for year in threads[0].editions[1:]:
        first = order.get(year, {})
        for place in (None, *sorted(first, key=lambda section: first[section])):
            count = counts.get((year, place), Counter())
            kinds_of = ("unchanged", "changed", "new", "returned")
            numbers = [count[kind] for kind in kinds_of]
            found.append(
                evolve(
                    Renewal(year, place, *numbers, *(count[f"{kind} words"] for kind in kinds_of)),
                    apart=count["apart"],
                )
            )
    return found
