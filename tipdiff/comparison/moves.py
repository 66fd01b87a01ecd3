"""Which linked statements moved: out of their section, or out of its order.

A section that only changed place or label moves no statement: what counts is the order inside each
pair of aligned sections, also where several answers became one heading. Copies that stand several
times on both sides have no one place; they have moved only if none of them stayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipdiff.alignment.sections import longest_run

if TYPE_CHECKING:
    from tipdiff.alignment import SectionMap
    from tipdiff.records import Link, Section

__all__ = ["moved_links"]

SectionPair = tuple["Section", "Section"]


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
    inside: dict[SectionPair, list[tuple[int, int, int]]] = {}
    for index, link in enumerate(links):
        at_home = [
            (old, new)
            for old in link.old
            for new in link.new
            if aligned.aligned(sections[0][old], sections[1][new])
        ]
        if not at_home:
            # What stands under no heading has no section to have left.
            if all(sections[0][k] for k in link.old) and all(sections[1][k] for k in link.new):
                moved.add(index)
        elif len(link.old) == 1 or len(link.new) == 1:
            # Of several parts the first that stayed speaks for the link.
            old, new = at_home[0]
            inside.setdefault((sections[0][old], sections[1][new]), []).append((old, new, index))
    for members in inside.values():
        members.sort()
        kept = set(longest_run([new for _, new, _ in members]))
        moved.update(index for k, (_, _, index) in enumerate(members) if k not in kept)
    return frozenset(moved)
