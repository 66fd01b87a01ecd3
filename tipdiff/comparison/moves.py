"""Which linked statements moved: out of their section, or out of its order.

A section that only changed place or label moves no statement: what counts is the order inside each
pair of aligned sections.
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
    group = _groups(aligned)
    inside: dict[SectionPair, list[tuple[int, int, int]]] = {}
    for index, link in enumerate(links):
        at_home = [
            (old, new)
            for old in link.old
            for new in link.new
            if aligned.aligned(sections[0][old], sections[1][new])
        ]
        if not at_home:
            moved.add(index)
            continue
        # Copies and parts: the pair that stayed speaks for the link.
        old, new = at_home[0]
        pair = sections[0][old], sections[1][new]
        inside.setdefault(group[pair], []).append((old, new, index))
    for members in inside.values():
        members.sort()
        kept = set(longest_run([new for _, new, _ in members]))
        moved.update(index for k, (_, _, index) in enumerate(members) if k not in kept)
    return frozenset(moved)


def _groups(aligned: SectionMap) -> dict[SectionPair, SectionPair]:
    """Return for each aligned pair the one that stands for it and all pairs that share a section.

    Answers that became one heading are one aligned section: order counts across them.
    """
    first_old: dict[Section, SectionPair] = {}
    first_new: dict[Section, SectionPair] = {}
    groups: dict[SectionPair, SectionPair] = {}
    for pair in sorted(aligned.pairs):
        stands = first_old.get(pair[0]) or first_new.get(pair[1]) or pair
        first_old.setdefault(pair[0], stands)
        first_new.setdefault(pair[1], stands)
        groups[pair] = stands
    return groups
