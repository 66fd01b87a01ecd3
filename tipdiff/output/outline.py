"""The order in which a comparison is told: by section of the new report, each with its changes.

Sections of the old report under which nothing is left stand where they stood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from tipdiff.output.places import headings

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Section, SectionLink

__all__ = ["Group", "comparable", "outline"]


@frozen
class Group:
    """A run of changes under one heading.

    ``of`` says of which report the section is; ``origin`` tells where it stood before, in words,
    empty if it was the same; ``continued`` that the section was begun further up.
    """

    of: Literal["old", "new"]
    section: Section
    origin: str
    continued: bool
    changes: tuple[Change, ...]


def outline(comparison: Comparison) -> tuple[Group, ...]:
    """Return the changes of a comparison in order, under their headings."""
    before: dict[Section, list[SectionLink]] = {}
    for link in comparison.sections:
        if link.new is not None:
            before.setdefault(link.new, []).append(link)
    goes = {link.old: link.new for link in comparison.sections if link.old is not None}
    runs: list[tuple[Literal["old", "new"], Section, list[Change]]] = []
    for change in comparison.changes:
        of, section = _place(change, goes, runs[-1][:2] if runs else None)
        if not runs or runs[-1][:2] != (of, section):
            runs.append((of, section, []))
        runs[-1][2].append(change)
    seen: set[tuple[str, Section]] = set()
    groups = []
    for of, section, changes in runs:
        origin = "of the old report" if of == "old" else _origin(section, before)
        groups.append(Group(of, section, origin, (of, section) in seen, tuple(changes)))
        seen.add((of, section))
    return tuple(groups)


def _place(
    change: Change,
    goes: Mapping[Section, Section | None],
    at: tuple[Literal["old", "new"], Section] | None,
) -> tuple[Literal["old", "new"], Section]:
    """Return under which heading a change is told; ``at`` is that of the change before."""
    if change.new:
        return "new", change.new[0].section
    section = change.old[0].section
    if goes.get(section) is None and section:
        return "old", section
    return at or ("new", section)


def _origin(section: Section, before: Mapping[Section, Sequence[SectionLink]]) -> str:
    """Return where a section stood before, if its name or place is another one."""
    links = before.get(section, ())
    stood = [link.old for link in links if link.old is not None]
    if not stood:
        return "new section" if links else ""
    named = [part.casefold() for part in section]
    same = any([part.casefold() for part in old] == named for old in stood)
    told = [] if same else [f"was {headings(stood)}"]
    told += ["moved"] if any(link.moved for link in links) else []
    return ", ".join(told)


def comparable(comparison: Comparison, change: Change) -> bool:
    """Whether the other report has the part that a statement belongs to."""
    if "no-counterpart" not in change.traits:
        return True
    other = comparison.old if change.new else comparison.new
    return not other.missing_parts
