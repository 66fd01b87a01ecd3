"""Why two statements were taken for the same, or were not, in words a person can follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tipdiff.records import Change, NearMatch

__all__ = ["explained"]

#: Why a likely partner was refused.
REASONS: Final = {
    "unlikely": "too unlikely to be the same statement",
    "rival": "{rival} fits it better",
    "review": "forbidden by the review",
}


def explained(change: Change) -> Iterator[str]:
    """Yield why a change's statements were linked, the weightiest evidence first, or were not."""
    if change.near is not None:
        yield _refused(change.near, old=bool(change.new))
    if change.score is None or change.similarity is None:
        return
    yield (
        f"why: probability {change.score:.2f}, letters {change.similarity:.0%} alike "
        "(figures left out)"
    )
    if change.score == 1 and not change.evidence:
        yield "  linked by the review" if change.reviewed else "  its own copy, word for word"
    for each in change.evidence:
        side = "for" if each.weight > 0 else "against"
        yield f"  {side} it: {each.name} {each.value:g} ({each.weight:+.2f} log-odds)"


def _refused(near: NearMatch, *, old: bool) -> str:
    which = "old" if old else "new"
    reason = REASONS[near.reason].format(rival=near.rival)
    return (
        f"nearest in the {which} report: {near.statement}, probability {near.score:.2f}: {reason}"
    )
