"""What of a comparison is shown, and what is folded: a count for each kind, a line for each run.

What changed a figure, a negation or its words is shown; what says the same in another form is a
count, and of statements that came or went one after another in one paragraph the first is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from attrs import astuple, frozen

from tipdiff.comparison.form import is_of_form
from tipdiff.output.comparison.grids import Grid, tabled
from tipdiff.output.comparison.outline import (
    SectionGroup,
    comparable,
    dilated,
    says_nothing,
    tables_of,
)

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, ClaimChange, Comparison, Statement

__all__ = [
    "Exchange",
    "Folded",
    "Kind",
    "Stretch",
    "condensed",
    "counted",
    "exchange_of",
    "folds_as",
    "links_of",
    "stretches",
    "told_before",
]

#: Why a change is folded, in the order of the counts.
Kind = Literal["unchanged", "form", "moved", "apart"]


@frozen
class Folded:
    """How many changes are not shown, by why.

    Attributes:
        unchanged: Say the same.
        form: Say the same in another form: case, quotes, list marks, numbering.
        moved: Say the same word for word at another place.
        apart: Have no counterpart, since the other report lacks the part.

    """

    unchanged: int = 0
    form: int = 0
    moved: int = 0
    apart: int = 0

    def __add__(self, other: Folded) -> Folded:
        """Return the counts of both."""
        return Folded(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    def told(self) -> Iterator[tuple[Kind, str]]:
        """Yield each count in words."""
        if self.unchanged:
            yield "unchanged", f"{self.unchanged} unchanged"
        if self.form:
            yield "form", f"{self.form} in form only"
        if self.moved:
            yield "moved", f"{self.moved} moved word for word"
        if self.apart:
            yield "apart", f"{self.apart} without counterpart: the other report lacks the part"


@frozen
class Stretch:
    """Statements of one paragraph that came, or went, one after another: those shown, and the rest.

    ``keeps`` says of each whether it is shown: the first, all whose figure is paired with one of
    another statement, and what a person decided.
    """

    status: Literal["new", "dropped"]
    changes: tuple[Change, ...]
    keeps: tuple[bool, ...]

    @property
    def shown(self) -> tuple[Change, ...]:
        """Return those that are shown."""
        return tuple(c for c, keep in zip(self.changes, self.keeps, strict=True) if keep)

    @property
    def rest(self) -> tuple[Change, ...]:
        """Return those that are folded."""
        return tuple(c for c, keep in zip(self.changes, self.keeps, strict=True) if not keep)


@frozen
class Exchange:
    """What went from one question and what came to it, to be set beside each other."""

    old: tuple[Stretch, ...]
    new: tuple[Stretch, ...]


def counted(hidden: Mapping[Kind, int]) -> Folded:
    """Return counts by why, as one."""
    return Folded(*(hidden.get(kind, 0) for kind in get_args(Kind)))


def folds_as(comparison: Comparison, change: Change) -> Kind | None:
    """Return as what a change is folded away, None if it is shown."""
    if not comparable(comparison, change):
        return "apart"
    if says_nothing(change):
        return "unchanged"
    if change.reviewed:
        return None
    if is_of_form(change):
        return "form"
    if change.status == "unchanged" and "carried-over" not in change.traits:
        return "moved"
    return None


def condensed(
    comparison: Comparison, group: SectionGroup, options: Options
) -> Iterator[Change | Grid | Folded | Exchange]:
    """Yield what is shown of a group, and how much is folded.

    First the statements of both reports in the order of the new one, then what went beside what
    came. What is folded is told once, behind the statements; with ``options.context`` where it
    stands, and with ``options.all`` nothing is folded. A table is shown whole or not.
    """
    kinds = [folds_as(comparison, change) for change in group.changes]
    tables = {
        table for c, kind in zip(group.changes, kinds, strict=True) if not kind
        for table in tables_of(c)
    }  # fmt: skip
    kinds = [
        None if kind == "unchanged" and not tables.isdisjoint(tables_of(change)) else kind
        for change, kind in zip(group.changes, kinds, strict=True)
    ]
    near = dilated([kind is None for kind in kinds], options.context)
    paired: list[Change | Folded] = []
    alone: list[Change] = []
    hidden: Counter[Kind] = Counter()
    for change, kind, around in zip(group.changes, kinds, near, strict=True):
        if kind is not None and not options.all and not (around and kind != "apart"):
            hidden[kind] += 1
            continue
        if change.status in {"new", "dropped"} and not change.is_row:
            alone.append(change)
            continue
        if options.context and hidden:
            paired.append(counted(hidden))
            hidden.clear()
        paired.append(change)
    if hidden:
        paired.append(counted(hidden))
    yield from tabled(paired)
    if alone:
        yield exchange_of(comparison, alone, whole=options.all)


def exchange_of(comparison: Comparison, changes: Sequence[Change], *, whole: bool) -> Exchange:
    """Return new and dropped changes of a question as what went and what came."""
    sides = [
        tuple(stretches(comparison, [c for c in changes if c.status == status], whole=whole))
        for status in ("dropped", "new")
    ]
    return Exchange(*sides)


def stretches(
    comparison: Comparison, changes: Sequence[Change], *, whole: bool
) -> Iterator[Stretch]:
    """Yield changes of one side by runs: the next statement of the same paragraph goes on.

    Args:
        comparison: What they are of.
        changes: All new, or all dropped, in order.
        whole: Whether all of each is shown.

    """
    linked = {
        claim.statement
        for link in comparison.claim_links
        for claim in (link.old, link.new)
        if claim is not None and link.status == "changed"
    }
    run: list[Change] = []
    for change in changes:
        if run and not _goes_on(run[-1], change):
            yield _stretch(run, linked, whole=whole)
            run = []
        run.append(change)
    if run:
        yield _stretch(run, linked, whole=whole)


def _stretch(run: Sequence[Change], linked: set[str], *, whole: bool) -> Stretch:
    kept = [
        whole or number == 0 or change.reviewed or any(s.id in linked for s in _side(change))
        for number, change in enumerate(run)
    ]
    return Stretch("new" if run[0].new else "dropped", tuple(run), tuple(kept))


def _side(change: Change) -> tuple[Statement, ...]:
    return change.new or change.old


def _goes_on(one: Change, other: Change) -> bool:
    """Whether a change is of the statement behind another's, in the same paragraph."""
    follows = _side(other)[0]
    cable, _, number = follows.id.rpartition(":")
    return any(
        before.paragraph == follows.paragraph
        and number.isdecimal()
        and before.id == f"{cable}:{int(number) - 1}"
        for before in _side(one)
    )


def links_of(comparison: Comparison, changes: Sequence[Change]) -> Iterator[ClaimChange]:
    """Yield the figures that changed between statements not linked, by the new one's change.

    A report may tell both figures itself, the old one too.
    """
    there = {s.id for change in changes for s in (*change.old, *change.new)}
    for link in comparison.claim_links:
        if link.status == "changed" and link.new and link.new.statement in there:
            yield link


def told_before(link: ClaimChange) -> str:
    """Return where the old figure of a link stands, in words: some tell then and now themselves."""
    if link.old is None:
        return ""
    home = link.old.statement
    own = link.new is not None and link.new.id.rpartition(":")[0] == home.rpartition(":")[0]
    return f"both in {home}" if own else f"then {home}"
