"""Where a statement stands: what it pairs with if its text does not decide.

Statements that are equal, or equal but for their figures, are told apart by their places: first by
the question or section they answer, then by the settled links they stand between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.alignment.answers import is_answer
from tipdiff.alignment.sections import align_sections, longest_run

if TYPE_CHECKING:
    from tipdiff.alignment.sides import Side
    from tipdiff.records import Section

__all__ = ["Homes", "Pair", "Where", "homes_of", "in_order"]

Pair = tuple[int, int]
"""An old and a new place."""
Homes = tuple[Sequence[int | None], Sequence[int | None]]
"""For each old and each new statement the number of the aligned sections it stands in."""


def homes_of(
    sections: tuple[Sequence[Section], Sequence[Section]],
    folds: tuple[Sequence[str], Sequence[str]],
    asked: Iterable[tuple[Section, Section]] = (),
) -> Homes:
    """Return which aligned sections each statement stands in, before anything else is linked.

    Args:
        sections: The section of each old and each new statement.
        folds: Their folded texts: those that stand once in either report tell which sections go on.
        asked: Sections under which both reports repeat one question.

    Returns:
        A number for each statement, the same for all sections that belong together; null for one
        whose section the other report does not have.

    """
    both = _once(folds[0]), _once(folds[1])
    linked = [
        (sections[0][place], sections[1][both[1][fold]])
        for fold, place in both[0].items()
        if fold in both[1] and not is_answer(fold)
    ]
    old, new = (list(dict.fromkeys(side)) for side in sections)
    known = set(old), set(new)
    linked += [(a, b) for a, b in asked if a in known[0] and b in known[1]]
    number: tuple[dict[Section, int], dict[Section, int]] = {}, {}
    for one, other in sorted(align_sections(old, new, linked).pairs):
        found = {number[0].get(one), number[1].get(other)} - {None}
        if len(found) > 1:
            # Two that were apart are one through this link: the lower number stands for both.
            low, high = sorted(k for k in found if k is not None)
            for side in number:
                side.update({section: low for section, k in side.items() if k == high})
            found = {low}
        home = found.pop() if found else len(number[0]) + len(number[1])
        number[0][one] = number[1][other] = home if home is not None else 0
    return (
        [number[0].get(section) for section in sections[0]],
        [number[1].get(section) for section in sections[1]],
    )


def _once(folds: Sequence[str]) -> dict[str, int]:
    """Return the place of each text that stands once."""
    places: dict[str, int] = {}
    again = set()
    for place, fold in enumerate(folds):
        if fold in places:
            again.add(fold)
        places[fold] = place
    return {fold: place for fold, place in places.items() if fold not in again}


@frozen(eq=False)
class Where:
    """The places of both sides: their homes, and the settled links that they stand between."""

    homes: Homes | None
    settled: tuple[Sequence[int], Sequence[int]]

    @classmethod
    def of(cls, homes: Homes | None, sides: tuple[Side, Side], pairs: Iterable[Pair]) -> Where:
        """Take the statements that stand once in either text, and some pairs, for settled.

        Of these only such count as lie on a longest run in order, whichever side is read first.
        """
        anchors = {
            (places[0], sides[1].copies[fold][0])
            for fold, places in sides[0].copies.items()
            if len(places) == 1 and len(sides[1].copies.get(fold, ())) == 1
        }
        by_old = sorted(anchors | set(pairs))
        by_new = sorted(by_old, key=lambda pair: pair[::-1])
        kept = {by_old[k] for k in longest_run([new for _, new in by_old])}
        kept &= {by_new[k] for k in longest_run([old for old, _ in by_new])}
        run = sorted(kept)
        return cls(homes, ([old for old, _ in run], [new for _, new in run]))

    def home(self, which: int, place: int) -> int | None:
        """Return the number of the aligned sections of a place, null where it has none."""
        return 0 if self.homes is None else self.homes[which][place]

    def between(self, which: int, place: int) -> int:
        """Return after how many settled links a place stands."""
        return bisect_left(self.settled[which], place)


def in_order(old: Iterable[int], new: Iterable[int], where: Where, *, anywhere: bool) -> list[Pair]:
    """Pair places that nothing else tells apart, one to one.

    Those of one home between the same settled links come first, in order, then those of one home,
    then, if ``anywhere``, what is left; else only what has no home in either report.
    """
    left = list(old), list(new)
    pairs: list[Pair] = []

    def key(which: int, place: int, tier: int) -> Hashable:
        home = where.home(which, place)
        if tier == 2:
            return 0 if anywhere or home is None else None
        if home is None:
            return None
        return (home, where.between(which, place)) if tier == 0 else home

    for tier in (0, 1, 2):
        if not left[0] or not left[1]:
            break
        waiting: dict[Hashable, list[int]] = {}
        for place in left[0]:
            if (at := key(0, place, tier)) is not None:
                waiting.setdefault(at, []).append(place)
        for same in waiting.values():
            same.reverse()
        taken: set[int] = set()
        rest = []
        for place in left[1]:
            if first := waiting.get(key(1, place, tier)):
                taken.add(first[-1])
                pairs.append((first.pop(), place))
            else:
                rest.append(place)
        left = [place for place in left[0] if place not in taken], rest
    return sorted(pairs)
