"""What stands in a page below its head: sections with their changes, folds and places left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.output.comparison.grids import Grid, tabled
from tipdiff.output.comparison.html.rows import ChangeRow, Stood, row_of
from tipdiff.output.comparison.outline import SectionGroup, comparable, outline
from tipdiff.output.shared.citations import heading
from tipdiff.output.shared.excerpts import cut
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Statement

__all__ = ["Fold", "Ghost", "Section", "SectionBlock", "blocks", "sections"]

#: Longest quotation of a statement that left, in characters.
QUOTED: Final = 120
#: Traits of unchanged statements that are worth showing all the same.
TELLING: Final = frozenset({"moved", "carried-over"})


@frozen
class Fold:
    """Unchanged statements, or such as have no counterpart, folded to a line."""

    count: int
    told: str
    rows: tuple[ChangeRow, ...]
    kind: str = "fold"


@frozen
class Ghost:
    """The place that a moved statement left, with the change it is told in."""

    id: str
    target: str
    text: str
    kind: str = "ghost"


@frozen
class Section:
    """A run of changes under one heading.

    ``key`` is the same for all runs under it, and ``differing`` counts their changes; ``path`` are
    the headings above its last, ``name``.
    """

    id: str
    key: int
    of: str
    path: tuple[str, ...]
    name: str
    origin: str
    continued: bool
    differing: int
    items: tuple[ChangeRow | Fold | Ghost | Grid, ...]

    @property
    def title(self) -> str:
        """Return its headings in one line."""
        return " › ".join((*self.path, self.name))


@frozen
class SectionBlock:
    """Sections under one outermost heading, for the table of contents."""

    title: str
    sections: tuple[Section, ...]


def sections(comparison: Comparison, ids: Mapping[int, str]) -> tuple[Section, ...]:
    """Return the sections of the new report, and those of the old where they stood."""
    ghosts, stood = _ghosts(comparison, ids)
    homes = {s.id: ids[id(c)] for c in comparison.changes for s in (*c.old, *c.new)}
    rows = {id(c): row_of(c, ids[id(c)], stood.get(id(c), ()), homes) for c in comparison.changes}
    groups = outline(comparison)
    keys: dict[tuple[str, tuple[str, ...]], int] = {}
    differing = Counter(
        (group.of, group.section)
        for group in groups
        for change in group.changes
        if change.status != "unchanged"
    )
    found = []
    for number, group in enumerate(groups, 1):
        *path, name = map(_heading, group.section or (heading(group.section),))
        items = list(_items(comparison, group, rows, ghosts))
        if number == 1:
            items[:0] = ghosts.get(0, ())
        found.append(
            Section(
                f"s{number}",
                keys.setdefault((group.of, group.section), len(keys) + 1),
                group.of,
                tuple(path),
                name,
                visible(group.origin),
                group.continued,
                differing[group.of, group.section],
                tuple(items),
            )
        )
    return tuple(found)


def blocks(found: Sequence[Section]) -> tuple[SectionBlock, ...]:
    """Return sections by their outermost heading, a run of the same one joined."""
    runs: list[tuple[str, list[Section]]] = []
    for section in found:
        title = (*section.path, section.name)[0]
        if not runs or runs[-1][0].casefold() != title.casefold():
            runs.append((title, []))
        if not section.continued:
            runs[-1][1].append(section)
    return tuple(SectionBlock(title, tuple(inside)) for title, inside in runs if inside)


def _heading(text: str) -> str:
    """Return a heading without the colon that many cables put behind it."""
    return visible(text).rstrip(": ") or visible(text)


def _ghosts(
    comparison: Comparison, ids: Mapping[int, str]
) -> tuple[dict[int, list[Ghost]], dict[int, list[Stood]]]:
    """Return the places that moved statements left, and where each moved change stood.

    The places are listed by the change after which they are shown: that of the last statement
    before them which stayed (0: none did). What moved as one has one place.
    """
    homes = {s.id: change for change in comparison.changes for s in change.old}
    olds = sorted((s for c in comparison.changes for s in c.old), key=_place_of(comparison))
    ghosts: dict[int, list[Ghost]] = {}
    stood: dict[int, list[Stood]] = {}
    anchor = 0
    before: Change | None = None
    for statement in olds:
        change = homes[statement.id]
        if "moved" not in change.traits:
            anchor = id(change)
        elif change is not before:
            target = ids[id(change)]
            known = stood.setdefault(id(change), [])
            name = f"{target}-from{len(known) + 1 if known else ''}"
            known.append(Stood(name, _place_name(statement, change)))
            ghosts.setdefault(anchor, []).append(
                Ghost(name, target, visible(cut(statement.text, QUOTED)))
            )
        before = change
    return ghosts, stood


def _place_name(left: Statement, change: Change) -> str:
    """Return the heading that a statement left, or that it moved under the one it stands under."""
    names = [[_heading(part).casefold() for part in s.section] for s in (left, *change.new)]
    if names[0] in names[1:]:
        return "elsewhere in this section"
    return " › ".join(map(_heading, left.section or (heading(left.section),)))


def _place_of(comparison: Comparison) -> Callable[[Statement], tuple[int, str, int]]:
    """Return what sorts the statements of the old report: by cable, then number."""
    order = {cable.id: k for k, cable in enumerate(comparison.old.cables)}

    def place(statement: Statement) -> tuple[int, str, int]:
        cable, _, number = statement.id.rpartition(":")
        return order.get(cable, len(order)), cable, int(number) if number.isdecimal() else 0

    return place


def _items(
    comparison: Comparison,
    group: SectionGroup,
    rows: Mapping[int, ChangeRow],
    ghosts: Mapping[int, list[Ghost]],
) -> Iterator[ChangeRow | Fold | Ghost | Grid]:
    """Yield what stands in a section; what is folded for one reason in a run is one fold."""
    folded: list[ChangeRow] = []
    kind = ""
    for change in _rows_apart(comparison, group):
        if isinstance(change, Grid):
            if folded:
                yield _fold(kind, folded)
                folded = []
            own = [rows[id(row)] for row in change.changes]
            yield change
            yield Fold(len(own), "rows of this table, one by one", tuple(own))
            for row in change.changes:
                yield from ghosts.get(id(row), ())
            continue
        folds = _folds(comparison, change)
        if folded and folds != kind:
            yield _fold(kind, folded)
            folded = []
        kind = folds
        if folds:
            folded.append(rows[id(change)])
        else:
            yield rows[id(change)]
        if left := ghosts.get(id(change)):
            if folded:
                yield _fold(kind, folded)
                folded = []
            yield from left
    if folded:
        yield _fold(kind, folded)


def _rows_apart(comparison: Comparison, group: SectionGroup) -> Iterator[Change | Grid]:
    """Yield the changes of a section, the rows of each table that is shown in one."""
    for item in tabled(group.changes):
        if isinstance(item, Grid) and all(_folds(comparison, row) for row in item.changes):
            yield from item.changes
        else:
            yield item


def _folds(comparison: Comparison, change: Change) -> str:
    """Return as what a change is folded away, ``""`` if it is shown."""
    if not comparable(comparison, change):
        return "without counterpart: the other report lacks the part"
    if change.status == "unchanged" and not TELLING.intersection(change.traits):
        return "unchanged"
    return ""


def _fold(kind: str, rows: Sequence[ChangeRow]) -> Fold:
    statuses = Counter(row.change.status for row in rows)
    if set(statuses) == {"unchanged"}:
        return Fold(len(rows), "unchanged", tuple(rows))
    told = ", ".join(f"{count} {status}" for status, count in statuses.items())
    return Fold(len(rows), f"{kind} ({told})", tuple(rows))
