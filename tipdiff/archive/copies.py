"""Which cables of an edition are there more than once: copies, near copies, what was replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.reading.merge import (
    is_alike,
    named_parts,
    without_resent,
    without_superseded,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.parts import Part

__all__ = ["Fate", "once"]


@frozen(eq=False)
class Fate:
    """Why a cable is not part of its report.

    Attributes:
        part: The cable.
        outcome: ``duplicate``, ``near-duplicate`` or ``superseded``.
        by: The one that stands in its place.
        note: Why, in a line of plain English.

    """

    part: Part
    outcome: str
    by: Part
    note: str


def once(
    parts: Sequence[Part], country: str | None, year: int | None
) -> tuple[list[Part], list[Fate]]:
    """Return the cables of an edition, each once, and what became of the others.

    Of several texts of one cable the fullest stays. An update takes the place of what it updates,
    and what was sent again that of the first sending.

    Args:
        parts: The cables, in order.
        country: What the edition is on.
        year: Which edition it is.

    """
    kept, fates = _without_copies(named_parts(parts, country, year))
    left = without_superseded(kept)
    fates += [_superseded(part, left, "updates it") for part in _gone(kept, left)]
    sent, _ = without_resent(left)
    fates += [_superseded(p, sent, "is it, sent again the same day") for p in _gone(left, sent)]
    return sent, fates


def _place(part: Part) -> tuple[int, int]:
    """Return what a cable keeps when it gets another id: its document and its place there."""
    return id(part.document), part.header.start


def _gone(before: Sequence[Part], after: Sequence[Part]) -> list[Part]:
    there = {_place(part) for part in after}
    return [part for part in before if _place(part) not in there]


def _without_copies(parts: Sequence[Part]) -> tuple[list[Part], list[Fate]]:
    texts = {id(part): words_of(part) for part in parts}
    order = {id(part): place for place, part in enumerate(parts)}
    kept: list[Part] = []
    fates: list[Fate] = []
    # The fullest first; of equal ones the plain text, whose places are those of the file.
    for part in sorted(parts, key=lambda p: (-_letters(p), p.document.offsets is not None)):
        found = next((f for k in kept if (f := _copy(part, k, texts)) is not None), None)
        if found is None:
            kept.append(part)
        else:
            fates.append(found)
    return sorted(kept, key=lambda p: order[id(p)]), sorted(fates, key=lambda f: order[id(f.part)])


def _letters(part: Part) -> int:
    return sum(len(statement.text) for statement in part.body.statements)


def _copy(part: Part, other: Part, texts: dict[int, list[str]]) -> Fate | None:
    """Return the fate of a cable that another one is, None where they are two."""
    if part.cable.id != other.cable.id or part.cable.part != other.cable.part:
        return None
    own, theirs = texts[id(part)], texts[id(other)]
    if own == theirs:
        return Fate(part, "duplicate", other, f"the same text as {other.document.path}")
    if not is_alike(own, theirs):
        return None
    shared = len(set(own) & set(theirs))
    note = (
        f"the same cable as {other.document.path}, which is fuller:"
        f" {shared} of {len(set(own))} statements are the same"
    )
    return Fate(part, "near-duplicate", other, note)


def _superseded(part: Part, left: Sequence[Part], why: str) -> Fate:
    """Return the fate of a cable that another one, which names it, has replaced."""
    named = [p for p in left if p.cable.supersedes == part.cable.id]
    by = next(iter(named or [p for p in left if p.header.update] or left))
    return Fate(part, "superseded", by, f"{by.cable.id} {why}")
