"""The order in which a comparison is told: by section of the new report, each with its changes.

Sections of the old report under which nothing is left stand where they stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from tipdiff.output.shared.citations import headings

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, Comparison, Section, SectionLink

__all__ = [
    "Folded",
    "SectionGroup",
    "comparable",
    "condensed",
    "outline",
    "surrounded",
    "tables_of",
]


@frozen
class SectionGroup:
    """A run of changes under one heading.

    ``of`` says of which report the section is; ``origin`` tells where it stood before, in words,
    empty if it was the same; ``continued`` that the section was begun further up.
    """

    of: Literal["old", "new"]
    section: Section
    origin: str
    continued: bool
    changes: tuple[Change, ...]


@frozen
class Folded:
    """How many changes stand between two that are shown, and are not.

    ``apart`` are those without counterpart, since the other report lacks the part.
    """

    unchanged: int
    apart: int


def outline(comparison: Comparison) -> tuple[SectionGroup, ...]:
    """Return the changes of a comparison in order, under their headings."""
    before: dict[Section, list[SectionLink]] = {}
    for link in comparison.sections:
        if link.new is not None:
            before.setdefault(link.new, []).append(link)
    goes = {link.old: link.new for link in comparison.sections if link.old is not None}
    told = {change.new[0].section for change in comparison.changes if change.new}
    # Dropped statements that stand behind another section's: each goes to the end of its own.
    strays: dict[Section, list[Change]] = {}
    runs: list[tuple[Literal["old", "new"], Section, list[Change]]] = []
    for change in comparison.changes:
        of, section = _place(change, goes, runs[-1][:2] if runs else None)
        home = None if change.new else goes.get(change.old[0].section)
        if home in told and (of, section) != ("new", home) and home is not None:
            strays.setdefault(home, []).append(change)
            continue
        if not runs or runs[-1][:2] != (of, section):
            runs.append((of, section, []))
        runs[-1][2].append(change)
    for of, section, changes in reversed(runs):
        if of == "new":
            changes.extend(strays.pop(section, ()))
    seen: set[tuple[str, Section]] = set()
    groups = []
    for of, section, changes in runs:
        origin = "of the old report" if of == "old" else _origin(section, before)
        groups.append(SectionGroup(of, section, origin, (of, section) in seen, tuple(changes)))
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


def condensed(
    comparison: Comparison, group: SectionGroup, options: Options
) -> Iterator[Change | Folded]:
    """Yield what is shown of a group, and how much is folded between.

    Unchanged statements are folded unless they tell something, stand near a change that is shown
    (``options.context``), or all are wanted (``options.all``). A table is shown whole or not.
    """
    apart = [not comparable(comparison, change) for change in group.changes]
    tables = {table for c in group.changes if not _says_nothing(c) for table in tables_of(c)}
    plain = [_says_nothing(c) and tables.isdisjoint(tables_of(c)) for c in group.changes]
    shown = [not (a or p) for a, p in zip(apart, plain, strict=True)]
    around = _dilated(shown, options.context)
    unchanged = hidden = 0
    for change, told, near, lacks in zip(group.changes, shown, around, apart, strict=True):
        if not (options.all or told or (near and not lacks)):
            unchanged, hidden = unchanged + (not lacks), hidden + lacks
            continue
        if unchanged or hidden:
            yield Folded(unchanged, hidden)
            unchanged = hidden = 0
        yield change
    if unchanged or hidden:
        yield Folded(unchanged, hidden)


def tables_of(change: Change) -> frozenset[tuple[str, str]]:
    """Return the tables that a change is of a row of: of which report, and the id there."""
    sides = (("old", change.old), ("new", change.new))
    return frozenset(
        (which, s.row.table) for which, side in sides for s in side if s.row is not None
    )


def _says_nothing(change: Change) -> bool:
    return change.status == "unchanged" and not {"moved", "carried-over"} & set(change.traits)


def _dilated(flags: Sequence[bool], by: int) -> list[bool]:
    """Return the flags with as many on either side of each set one set as ``by`` says."""
    return [any(flags[max(k - by, 0) : k + by + 1]) for k in range(len(flags))]


def surrounded(whole: Comparison, selected: Comparison, context: int) -> Comparison:
    """Return a selection of changes with the unchanged statements around each.

    Args:
        whole: The comparison that the selection is from.
        selected: Some of its changes.
        context: How far they may stand on either side, in statements, within the section.

    """
    if not context or len(selected.changes) == len(whole.changes):
        return selected
    kept = {id(change) for change in selected.changes}
    near: set[int] = set()
    for group in outline(whole):
        flags = _dilated([id(change) in kept for change in group.changes], context)
        near |= {id(c) for c, flag in zip(group.changes, flags, strict=True) if flag}
    changes = (
        change
        for change in whole.changes
        if id(change) in kept or (id(change) in near and change.status == "unchanged")
    )
    return evolve(selected, changes=tuple(changes))
