"""The order in which a comparison is told: by section of the new report, each with its changes.

Sections of the old report under which nothing is left stand where they stood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from tipdiff.output.shared.citations import headings

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Section, SectionLink

    _Run = tuple[Literal["old", "new"], Section, list[Change]]

__all__ = [
    "SectionGroup",
    "comparable",
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


def outline(comparison: Comparison) -> tuple[SectionGroup, ...]:
    """Return the changes of a comparison in order, under their headings.

    A dropped statement stands under the section that its own became, at its end where the old
    report's order leaves it behind another one. A section of the old report that became nothing
    stands behind the one in which it would break in, never inside it.
    """
    before: dict[Section, list[SectionLink]] = {}
    for link in comparison.sections:
        if link.new is not None:
            before.setdefault(link.new, []).append(link)
    seen: set[tuple[str, Section]] = set()
    groups = []
    for of, section, changes in _runs(comparison):
        origin = "of the old report" if of == "old" else _origin(section, before)
        groups.append(SectionGroup(of, section, origin, (of, section) in seen, tuple(changes)))
        seen.add((of, section))
    return tuple(groups)


def _runs(comparison: Comparison) -> list[_Run]:
    """Return the changes of each run of statements under one heading of the new report."""
    goes = {link.old: link.new for link in comparison.sections if link.old is not None}
    told = {change.new[0].section for change in comparison.changes if change.new}
    runs: list[_Run] = []
    # Sections that have nothing in the new report, and dropped statements of one told elsewhere.
    waiting: dict[tuple[Literal["old", "new"], Section], list[Change]] = {}
    strays: dict[Section, list[Change]] = {}
    at: _Run | None = None
    for change in comparison.changes:
        if change.new:
            section = change.new[0].section
            if at is None or at[1] != section:
                runs += [(*key, held) for key, held in waiting.items()]
                waiting = {}
                at = ("new", section, [])
                runs.append(at)
            at[2].append(change)
            continue
        section = change.old[0].section
        home = goes.get(section)
        if home is None and section:
            waiting.setdefault(("old", section), []).append(change)
        elif at is not None and home in {None, at[1]}:
            at[2].append(change)
        elif home in told and home is not None:
            strays.setdefault(home, []).append(change)
        else:
            waiting.setdefault(("new", section if home is None else home), []).append(change)
    runs += [(*key, held) for key, held in waiting.items()]
    for of, section, changes in reversed(runs):
        if of == "new":
            changes.extend(strays.pop(section, ()))
    return runs


def _origin(section: Section, before: Mapping[Section, Sequence[SectionLink]]) -> str:
    """Return where a section stood before, if its name or place is another one."""
    links = before.get(section, ())
    stood = [link.old for link in links if link.old is not None]
    if not stood:
        return "new section" if links else ""
    named = [part.casefold() for part in section]
    same = any([part.casefold() for part in old] == named for old in stood)
    tails = _tails(stood, section)
    told = [] if same else [f"was {headings(tails)}"]
    told += ["moved"] if any(link.moved for link in links) else []
    return ", ".join(told)


def _tails(stood: Sequence[Section], section: Section) -> Sequence[Section]:
    """Return sections without the headings that they all, and another one, stand under."""
    above = {tuple(part.casefold() for part in each[:-1]) for each in (*stood, section)}
    return [each[-1:] for each in stood] if len(above) == 1 and section else stood


def comparable(comparison: Comparison, change: Change) -> bool:
    """Whether the other report has the part that a statement belongs to."""
    if "no-counterpart" not in change.traits:
        return True
    other = comparison.old if change.new else comparison.new
    return not other.missing_parts


def tables_of(change: Change) -> frozenset[tuple[str, str]]:
    """Return the tables that a change is of a row of: of which report, and the id there."""
    sides = (("old", change.old), ("new", change.new))
    return frozenset(
        (which, s.row.table) for which, side in sides for s in side if s.row is not None
    )


def says_nothing(change: Change) -> bool:
    return change.status == "unchanged" and not {"moved", "carried-over"} & set(change.traits)


def dilated(flags: Sequence[bool], by: int) -> list[bool]:
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
        flags = dilated([id(change) in kept for change in group.changes], context)
        near |= {id(c) for c, flag in zip(group.changes, flags, strict=True) if flag}
    changes = (
        change
        for change in whole.changes
        if id(change) in kept or (id(change) in near and change.status == "unchanged")
    )
    return evolve(selected, changes=tuple(changes))
