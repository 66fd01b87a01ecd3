"""What stands in a page below its head: sections with their changes, folds and places left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.output.comparison.folding import Stretch, exchange_of, folds_as
from tipdiff.output.comparison.grids import Grid, tabled
from tipdiff.output.comparison.html.rows import ChangeRow, Stood, row_of
from tipdiff.output.comparison.outline import SectionGroup, outline
from tipdiff.output.shared.citations import heading
from tipdiff.output.shared.excerpts import cut
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Statement

__all__ = ["Exchange", "Fold", "Ghost", "Section", "SectionBlock", "blocks", "sections"]

#: Longest quotation of a statement that left, in characters.
QUOTED: Final = 120
#: What a fold is called, by why; moves are shown, since either end leads to the other.
FOLDS: Final[Mapping[str | None, str]] = {
    "unchanged": "unchanged",
    "form": "changed in form only",
    "apart": "without counterpart: the other report lacks the part",
}


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
class Exchange:
    """What went from one question, and what came to it, beside each other."""

    old: tuple[ChangeRow | Fold | Ghost, ...]
    new: tuple[ChangeRow | Fold | Ghost, ...]
    kind: str = "exchange"


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
    items: tuple[ChangeRow | Fold | Ghost | Grid | Exchange, ...]

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
) -> Iterator[ChangeRow | Fold | Ghost | Grid | Exchange]:
    """Yield what stands in a section; what is folded for one reason in a run is one fold."""
    apart = [_is_alone(comparison, change) for change in group.changes]
    alone = [change for change, lone in zip(group.changes, apart, strict=True) if lone]
    rest = [change for change, lone in zip(group.changes, apart, strict=True) if not lone]
    folded: list[ChangeRow] = []
    kind = ""
    for change in _rows_apart(comparison, rest):
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
    if alone:
        found = exchange_of(comparison, alone, whole=False)
        yield Exchange(tuple(_side(found.old, rows, ghosts)), tuple(_side(found.new, rows, ghosts)))


def _is_alone(comparison: Comparison, change: Change) -> bool:
    """Whether a change stands on one side, of nothing else that keeps it together."""
    lone = change.status in {"new", "dropped"} and not change.is_row
    return lone and not _folds(comparison, change)


def _side(
    side: Sequence[Stretch], rows: Mapping[int, ChangeRow], ghosts: Mapping[int, list[Ghost]]
) -> Iterator[ChangeRow | Fold | Ghost]:
    """Yield what came or went: of each run the first, and the rest folded."""
    for stretch in side:
        yield from (rows[id(change)] for change in stretch.shown)
        if stretch.rest:
            count = len(stretch.rest)
            yield Fold(count, f"more {stretch.status}", tuple(rows[id(c)] for c in stretch.rest))
        for change in stretch.changes:
            yield from ghosts.get(id(change), ())


def _rows_apart(comparison: Comparison, changes: Sequence[Change]) -> Iterator[Change | Grid]:
    """Yield the changes of a section, the rows of each table that is shown in one."""
    for item in tabled(changes):
        if isinstance(item, Grid) and all(_folds(comparison, row) for row in item.changes):
            yield from item.changes
        else:
            yield item


def _folds(comparison: Comparison, change: Change) -> str:
    """Return as what a change is folded away, ``""`` if it is shown."""
    return FOLDS.get(folds_as(comparison, change), "")


def _fold(kind: str, rows: Sequence[ChangeRow]) -> Fold:
    statuses = Counter(row.change.status for row in rows)
    if len(statuses) == 1 and kind in FOLDS.values() and not set(statuses) & {"new", "dropped"}:
        return Fold(len(rows), kind, tuple(rows))
    told = ", ".join(f"{count} {status}" for status, count in statuses.items())
    return Fold(len(rows), f"{kind} ({told})", tuple(rows))
