"""What a page shows of one change: its words marked, its figures, why and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.claims.told import named, quantity, step
from tipdiff.output.shared.citations import cited, heading
from tipdiff.output.shared.html.marks import Mark, both_sides, inline, plain
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from tipdiff.records import Change, Claim, ClaimChange, Statement

__all__ = ["ChangeRow", "FigureCell", "Fork", "Stood", "row_of"]

#: Height of one part in the drawing of a split or merge, and the width of the whole.
PART: Final = 100


@frozen
class FigureCell:
    """One figure of a change, in words: what it counts, then and now, and what became of it."""

    status: str
    what: str
    old: str
    new: str
    step: str
    facts: str


@frozen
class Stood:
    """A place that a moved statement left: the id of what stands there now, and its name."""

    target: str
    title: str


@frozen
class Fork:
    """The drawing of a split or merge: one curve for each part, in ``height`` units."""

    told: str
    height: int
    curves: tuple[str, ...]


@frozen
class ChangeRow:
    """One change as the page shows it."""

    id: str
    change: Change
    places: tuple[str, ...]
    inline: tuple[Mark, ...]
    old: tuple[tuple[Mark, ...], ...]
    new: tuple[tuple[Mark, ...], ...]
    fork: Fork | None
    figures: tuple[FigureCell, ...]
    why: str
    near: str
    where: tuple[str, ...]
    stood: tuple[Stood, ...]
    kind: str = "row"

    @property
    def steps(self) -> tuple[FigureCell, ...]:
        """Return the figures inside a changed statement that differ."""
        if self.change.status != "changed":
            return ()
        return tuple(figure for figure in self.figures if figure.status != "unchanged")


def row_of(
    change: Change, number: str, stood: Sequence[Stood] = (), homes: Mapping[str, str] | None = None
) -> ChangeRow:
    """Return what the page shows of a change.

    Args:
        change: A change.
        number: Its id in the page.
        stood: The places that it left.
        homes: By the ids of statements, the ids of the changes they stand in.

    """
    texts = _texts(change.old), _texts(change.new)
    together: tuple[Mark, ...] = ()
    old, new = (tuple(plain(text) for text in side) for side in texts)
    if change.status == "changed":
        old, new = both_sides(*texts)
        if len(texts[0]) == len(texts[1]) == 1:
            together = inline(texts[0][0], texts[1][0])
    near = "" if change.near is None else (homes or {}).get(change.near.statement, "")
    return ChangeRow(
        number,
        change,
        tuple(visible(cited(side)) for side in (change.old, change.new) if side),
        together,
        old,
        new,
        _fork(change, len(old), len(new)),
        tuple(filter(None, map(_figure, change.claims))),
        visible(change.why or ""),
        near,
        tuple(_where(change)),
        tuple(stood),
    )


def _texts(statements: Sequence[Statement]) -> list[str]:
    """Return the text of some statements; copies once."""
    return list(dict.fromkeys(visible(statement.text) for statement in statements))


def _fork(change: Change, old: int, new: int) -> Fork | None:
    """Return the drawing of a split or merge: from the middle of the one to that of each part."""
    if not {"split", "merged"} & set(change.traits) or 1 not in {old, new} or old == new:
        return None
    parts = max(old, new)
    height, middle = parts * PART, PART // 2
    one, many = (0, PART) if old == 1 else (PART, 0)  # on which side each is
    start = height // 2
    curves = tuple(
        f"M{one} {start}C{middle} {start} {middle} {stop} {many} {stop}"
        for stop in range(PART // 2, height, PART)
    )
    return Fork(f"split into {new}" if old == 1 else f"merged from {old}", height, curves)


def _figure(change: ClaimChange) -> FigureCell | None:
    """Return a figure of a change; of one that stayed the value stands once."""
    claim = change.new or change.old
    if claim is None:  # pragma: no cover - a claim change has a side
        return None
    stayed = change.status == "unchanged"
    return FigureCell(
        change.status,
        visible(named(claim)),
        "" if change.old is None else visible(quantity(change.old)),
        "" if change.new is None else visible(quantity(change.new)),
        visible(quantity(claim) if stayed else step(change)),
        visible(", ".join(_facts(claim))),
    )


def _facts(claim: Claim) -> Iterator[str]:
    if claim.indicator:
        yield claim.indicator
    if claim.period is not None:
        known = claim.period_from
        yield f"{claim.period}" if known is None else f"{known} to {claim.period}"
    if claim.kind == "norm":
        yield "norm"


def _where(change: Change) -> Iterator[str]:
    """Yield where each statement stands: file, paragraph, characters; of the old, the section too.

    That of the new is the one it is shown under, and its id stands in the line of its label.
    """
    for which, side in (("old", change.old), ("new", change.new)):
        for statement in side:
            start, end = statement.span
            facts = [statement.source]
            if statement.paragraph is not None:
                facts.append(f"paragraph {statement.paragraph}")
            facts.append(f"characters {start} to {end}")
            if which == "old" and statement.section:
                facts.append(f"under {heading(statement.section)}")
            yield visible(f"{which}: {', '.join(facts)}")
