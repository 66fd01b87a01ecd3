"""Which linked statements moved: out of their section, or out of its order.

A section that only changed place or label moves no statement: what counts is the order inside each
pair of aligned sections. Several answers that became one heading, or the reverse, are one aligned
section. Copies that stand several times on both sides have no one place; they have moved only if
none of them stayed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tipdiff.alignment.sections import longest_run

if TYPE_CHECKING:
    from tipdiff.alignment import SectionMap
    from tipdiff.records import Link, Section

__all__ = ["moved_links"]


def moved_links(
    links: Sequence[Link],
    sections: tuple[Sequence[Section], Sequence[Section]],
    aligned: SectionMap,
) -> frozenset[int]:
    """Return the indexes of the links whose statements moved.

    Args:
        links: The links between two reports.
        sections: The section of each old and of each new statement.
        aligned: Which sections belong together.

    """
    moved: set[int] = set()
    home = _homes(aligned)
    inside: dict[object, list[tuple[int, int, int]]] = {}
    for index, link in enumerate(links):
        at_home = _first_at_home(link, sections, aligned)
        if at_home is None:
            # What stands under no heading has no section to have left.
            if all(sections[0][k] for k in link.old) and all(sections[1][k] for k in link.new):
                moved.add(index)
        elif len(link.old) == 1 or len(link.new) == 1:
            # Of several parts the first that stayed speaks for the link.
            old, new = at_home
            inside.setdefault(home(sections[0][old], sections[1][new]), []).append(
                (old, new, index)
            )
    for members in inside.values():
        members.sort()
        kept = set(longest_run([new for _, new, _ in members]))
        moved.update(index for k, (_, _, index) in enumerate(members) if k not in kept)
    return frozenset(moved)


def _first_at_home(
    link: Link, sections: tuple[Sequence[Section], Sequence[Section]], aligned: SectionMap
) -> tuple[int, int] | None:
    """Return the first statements of a link that stand in aligned sections, if any do."""
    first: tuple[dict[Section, int], dict[Section, int]] = {}, {}
    for found, side, places in zip(first, sections, (link.old, link.new), strict=True):
        for place in places:
            found.setdefault(side[place], place)
    at_home = (
        (old, new)
        for source, old in first[0].items()
        for target, new in first[1].items()
        if aligned.aligned(source, target)
    )
    return next(at_home, None)


def _homes(aligned: SectionMap) -> Callable[[Section, Section], object]:
    """Return what names the aligned section of a pair: the one that took several in, or the pair.

    Where each of two took several in, neither is the home of all, and the pair is its own.
    """
    into = Counter(new for _, new in aligned.pairs)
    out_of = Counter(old for old, _ in aligned.pairs)

    def home(old: Section, new: Section) -> object:
        if (into[new] > 1) == (out_of[old] > 1):
            return old, new
        return (None, new) if into[new] > 1 else (old, None)

    return home
