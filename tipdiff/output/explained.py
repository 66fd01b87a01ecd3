"""Why two statements were taken for the same, in words a person can follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdiff.records import Change

__all__ = ["explained"]


def explained(change: Change) -> Iterator[str]:
    """Yield the evidence of a change's link, the weightiest first."""
    if change.score is None or change.similarity is None:
        return
    yield (
        f"why: probability {change.score:.2f}, letters alike {change.similarity:.0%} "
        "(figures left out)"
    )
    for name, weight in sorted(change.evidence.items(), key=lambda item: -abs(item[1])):
        side = "for" if weight > 0 else "against"
        yield f"  {side} it: {name} ({weight:+.2f} log-odds)"
