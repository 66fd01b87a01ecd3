"""Refused matches: the likeliest partner of each statement that was linked to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.alignment.scoring import Judged
    from tipdiff.alignment.sides import Side
    from tipdiff.records import Link, NearReason

__all__ = ["Near", "refused"]

#: A refused match less likely than this is not worth telling of.
WORTH_TELLING: Final = 0.02


@frozen
class Near:
    """The likeliest partner of a statement without link: places in the two texts, and why not."""

    here: int
    there: int
    score: float
    reason: NearReason
    rival: int | None


def refused(
    judged: Judged,
    sides: tuple[Side, Side],
    links: Sequence[Link],
    forbidden: frozenset[tuple[int, int]],
) -> tuple[dict[int, Near], dict[int, Near]]:
    """Return for each statement without link its likeliest partner, and why it was refused."""
    pairs = judged.pairs
    edges = list(
        zip(judged.probability.tolist(), pairs.old.tolist(), pairs.new.tolist(), strict=True)
    )
    edges = [edge for edge in edges if edge[0] >= WORTH_TELLING]
    edges.sort(key=lambda edge: (-edge[0], edge[1], edge[2]))
    firsts = sides[0].firsts(), sides[1].firsts()
    partner: tuple[dict[int, int], dict[int, int]] = (
        {k: link.new[0] for link in links for k in link.old},
        {k: link.old[0] for link in links for k in link.new},
    )
    near: tuple[dict[int, Near], dict[int, Near]] = {}, {}
    for which in (0, 1):
        for score, *places in edges:
            here, there = firsts[which][places[which]], firsts[1 - which][places[1 - which]]
            if here in partner[which] or here in near[which]:
                continue
            rival = partner[1 - which].get(there)
            reason: NearReason = "unlikely" if rival is None else "rival"
            if (places[0], places[1]) in forbidden:
                reason = "review"
            for copy in sides[which].copies[sides[which].folds[here]]:
                near[which][copy] = Near(copy, there, round(score, 4), reason, rival)
    return near
