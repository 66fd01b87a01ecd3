"""Why two statements were taken for the same, or were not, with the numbers if they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdiff.records import Change

__all__ = ["explained"]


def explained(change: Change, *, full: bool = False) -> Iterator[str]:
    """Yield why a change's statements were linked or were not, in plain words.

    Args:
        change: A change of a comparison that was made with ``explain``; of others nothing is told.
        full: Whether the evidence follows, the weightiest first, with what it moved.

    """
    if change.why:
        yield f"why: {change.why}"
    if not full:
        return
    if change.similarity is not None:
        yield f"  letters {change.similarity:.0%} alike (figures left out)"
    for each in change.evidence:
        side = "for" if each.weight > 0 else "against"
        yield f"  {side} it: {each.name} {each.value:g} ({each.weight:+.2f} log-odds)"
