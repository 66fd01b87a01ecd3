"""Checks from one report to the next: a figure carried over, a year's figure that was revised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tipdiff.checks.places import FigurePlace, exact, note, places, same_noun

if TYPE_CHECKING:
    from tipdiff.claims import Indicators
    from tipdiff.records import Change, Claim, Note, Report

__all__ = ["carried_over", "check_pair", "revised"]

Claims = Mapping[str, Sequence["Claim"]]


def carried_over(changes: Sequence[Change], old: Claims, new: Claims) -> Iterator[Note]:
    """Find the figures of statements that were carried over: the rule is that of the trait.

    That there still are none is no figure that was left standing.
    """
    for change in changes:
        if "carried-over" not in change.traits:
            continue
        before, after = (
            [p for p in places(side, claims) if p.claim.stated is None and p.claim.high != 0]
            for side, claims in ((change.old, old), (change.new, new))
        )
        if before and after:
            yield note("carried-over", "the same figure for another period", before[0], after[0])


def revised(
    old: Sequence[FigurePlace], new: Sequence[FigurePlace], covers: int | None
) -> Iterator[Note]:
    """Find figures that a later report gives for a year otherwise than that year's own report.

    Args:
        old: The figures of the earlier report, those of its own year without a year in the words.
        new: The figures of the later one.
        covers: The year of the earlier report.

    """
    own: dict[tuple[object, ...], list[FigurePlace]] = {}
    for place in old:
        if place.claim.period == covers and place.claim.period_from is None:
            own.setdefault(_key(place.claim), []).append(place)
    for place in new:
        claim = place.claim
        if claim.stated != covers or claim.period_from is not None or not exact(place):
            continue
        told = [p for p in own.get(_key(claim), ()) if same_noun(p.claim, claim) and exact(p)]
        if told and all(p.value != place.value for p in told):
            yield _revision(told[0], place, covers)


def revised_in(changes: Sequence[Change], old: Claims, new: Claims, covers: int) -> Iterator[Note]:
    """Find figures of any kind that a linked statement gives for the earlier year otherwise."""
    for change in changes:
        before = [
            p for p in places(change.old, old) if exact(p) and p.claim.period == covers and _now(p)
        ]
        after = [p for p in places(change.new, new) if exact(p) and p.claim.stated == covers]
        for place in after if before else ():
            told = [p for p in before if _same(p.claim, place.claim)]
            rivals = [p for p in after if _same(p.claim, place.claim)]
            if len(told) == len(rivals) == 1 and told[0].value != place.value:
                yield _revision(told[0], place, covers)


def _now(place: FigurePlace) -> bool:
    return place.claim.period_from is None and place.claim.of is None


def _same(one: Claim, other: Claim) -> bool:
    keys = [(claim.event, *_key(claim)) for claim in (one, other)]
    return keys[0] == keys[1] and same_noun(one, other)


def _revision(before: FigurePlace, after: FigurePlace, covers: int | None) -> Note:
    message = f"for {covers}, {before.shown} then and {after.shown} now"
    return note("revised", message, before, after)


def _key(claim: Claim) -> tuple[object, ...]:
    breakdown = tuple(sorted(claim.breakdown.items()))
    return claim.indicator, claim.unit, breakdown, claim.where, claim.law, claim.of is None


def check_pair(
    old: tuple[Report, Claims],
    new: tuple[Report, Claims],
    changes: Sequence[Change],
    indicators: Indicators,
) -> tuple[Note, ...]:
    """Return what does not agree from one report to the next.

    Args:
        old: The earlier report, and its claims by the id of their statement.
        new: The later one.
        changes: How they compare.
        indicators: What the claims' indicators are.

    """

    def followed(report: Report, claims: Claims) -> list[FigurePlace]:
        found = places(report.statements, claims)
        return [p for p in found if (row := indicators.get(p.claim.indicator or "")) and row.total]

    notes = [*carried_over(changes, old[1], new[1])]
    if old[0].covers is not None and old[0].covers != new[0].covers:
        notes += revised(followed(*old), followed(*new), old[0].covers)
        notes += revised_in(changes, old[1], new[1], old[0].covers)
    return tuple(dict.fromkeys(notes))
