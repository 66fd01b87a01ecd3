"""What of many statements is told first: how long it stood, the figures and the acts in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import frozen

from tipdiff.comparison.findings.spoken import spoken
from tipdiff.histories.blame import place_in_cable

if TYPE_CHECKING:
    from tipdiff.histories.records import Version

__all__ = ["Selection", "Story", "selected", "weight_of"]

Item = TypeVar("Item")
#: Figures that count: a table of twenty weighs no more than a sentence of three.
MOST_FIGURES: Final = 3


@frozen
class Story(Generic[Item]):
    """A statement that is told, or a case of several that is told by its first.

    Attributes:
        item: What is told.
        case: Whether it tells a case, and so has one line.
        more: The statements that tell that case on.

    """

    item: Item
    case: bool
    more: tuple[Item, ...] = ()


@frozen
class Selection(Generic[Item]):
    """What is told of many statements, and how many are not.

    Attributes:
        told: The weightiest, the first first.
        further: How many statements weigh less than the last that is told.
        of_the_report: Those of the report itself: boilerplate, points of contact, hours.

    """

    told: tuple[Story[Item], ...]
    further: int
    of_the_report: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many statements there are: told, further, and of the report."""
        return self.further + len(self.items)

    @property
    def items(self) -> tuple[Item, ...]:
        """Return all that is told, the statements of a case one by one, then what is left out."""
        own = (item for story in self.told for item in (story.item, *story.more))
        return (*own, *self.of_the_report)


def weight_of(version: Version) -> int:
    """Return the acts and figures in a version, three figures at most."""
    return len(spoken(version.text).acts) + min(len(version.claims), MOST_FIGURES)


def selected(
    items: Iterable[Item],
    said: Callable[[Item], Version],
    years: Callable[[Item], int],
    most: int | None = None,
) -> Selection[Item]:
    """Return the weightiest of some items.

    Args:
        items: Statements through the editions, in an order that decides between equals.
        said: What an item says.
        years: In how many editions it stood so.
        most: How many are told; None for all.

    """
    every = list(items)
    ours = [item for item in every if spoken(said(item).text).of_the_report]
    own = [item for item in every if not spoken(said(item).text).of_the_report]
    ranked = sorted(
        _stories(own, said), key=lambda story: -years(story.item) - weight_of(said(story.item))
    )
    told = ranked if most is None else ranked[:most]
    shown = sum(1 + len(story.more) for story in told)
    return Selection(tuple(told), len(own) - shown, tuple(ours))


def _stories(items: Sequence[Item], said: Callable[[Item], Version]) -> list[Story[Item]]:
    """Return the items, cases whose statements follow one another as one."""
    cases = {
        place_in_cable(version.statements[0]): item
        for item in items
        if "case" in spoken((version := said(item)).text).acts
    }
    found = []
    for item in items:
        cable, number = place_in_cable(said(item).statements[0])
        if cases.get((cable, number)) is not item:
            found.append(Story(item, case=False))
        elif (cable, number - 1) not in cases:
            more = []
            while (cable, number + 1) in cases:
                number += 1
                more.append(cases[cable, number])
            found.append(Story(item, case=True, more=tuple(more)))
    return found
