"""Figures that a report itself sets beside those of the year before.

"Police made 31 arrests, up from 14 in 2004"; "31 raids were held. This is more than the 14 raids of
2004": what was then stands in the report of now. It is paired where the old report gave no such
figure, or another one, which is a revision. What the old report compares in one sentence is told
too: nowhere else does it stand where a figure had come from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.claims import claim_change, same_figure
from tipdiff.comparison.elsewhere import body_words, head_noun, is_one_figure
from tipdiff.language.lexicon import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tipdiff.records import Change, Claim, ClaimChange

__all__ = ["told_before"]


def told_before(
    changes: Sequence[Change],
    old: Mapping[str, tuple[Claim, ...]],
    new: Mapping[str, tuple[Claim, ...]],
) -> tuple[ClaimChange, ...]:
    """Return the pairs of then and now that rest on what one report says of both.

    Args:
        changes: The changes of a comparison, with their figures paired.
        old: The claims of the old report, by statement.
        new: Those of the new.

    Returns:
        Each pair once, in the order of the new report: a figure that another is compared with and
        that one; the old report's figure and what the new report says of the same year instead.
        Then what the old report compares, where the new one does not.

    """
    before = {
        each.new.id: each.old
        for change in changes
        for each in change.claims
        if each.old is not None and each.new is not None
    }
    pairs: dict[tuple[str, str], ClaimChange] = {}
    for then, now in _compared(new.values()):
        own = before.get(now.id)
        if own is None or not same_figure(own, then):
            pairs.setdefault((then.id, now.id), claim_change(then, now))
        if own is not None and not same_figure(own, then) and _revises(own, then):
            pairs.setdefault((own.id, then.id), claim_change(own, then))
    paired = {now for _, now in pairs} | before.keys()
    for then, now in _of_the_year_before(new.values()):
        if now.id not in paired and then.id not in before:
            pairs.setdefault((then.id, now.id), claim_change(then, now))
    pairs |= _history(before, old, {now for _, now in pairs})
    return tuple(pairs.values())


def _history(
    before: Mapping[str, Claim], old: Mapping[str, tuple[Claim, ...]], told: set[str]
) -> dict[tuple[str, str], ClaimChange]:
    """Return what the old report compares its figures with.

    Left out is what the new report says again, and a figure for whose year the new report has said
    what came before: its own history is the later one.
    """
    after = {then.id: now for now, then in before.items()}
    return {
        (then.id, now.id): claim_change(then, now)
        for then, now in _compared(old.values())
        if then.id not in after and after.get(now.id) not in told
    }


def _compared(statements: Iterable[Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Yield each figure that another of its statement is compared with, and the other."""
    for claims in statements:
        known = {claim.id: claim for claim in claims}
        for claim in claims:
            now = known.get(claim.baseline_of or "")
            if now is not None and now.kind == "figure" and not same_figure(claim, now):
                yield claim, now


def _revises(old: Claim, then: Claim) -> bool:
    """Whether the new report gives the year of the old report's figure another one."""
    return old.period is not None and old.period == then.period and old.unit == then.unit


def _of_the_year_before(
    statements: Iterable[Sequence[Claim]],
) -> Iterator[tuple[Claim, Claim]]:
    """Yield figures of one thing that are told of two years in a row, each once."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claims in statements:
        for claim in claims:
            if _is_whole(claim):
                told.setdefault(_key(claim), []).append(claim)
    for same in told.values():
        years = sorted({claim.period for claim in same if claim.period is not None})
        if len(years) < 2 or years[-1] - years[-2] != 1:
            continue
        then, now = ([c for c in same if c.period == year] for year in years[-2:])
        one = is_one_figure(then) and is_one_figure(now) and then[0].stated is not None
        if one and _same_body(then[0].who, now[0].who):
            yield then[0], now[0]


def _is_whole(claim: Claim) -> bool:
    """Whether a claim is a figure of an indicator, of one year, and of nothing larger."""
    figure = claim.kind == "figure" and claim.indicator is not None and claim.period_from is None
    figure = figure and not claim.retracted and not claim.partial and claim.scope != "case"
    return figure and claim.of is None and claim.equivalent is None and claim.baseline_of is None


def _same_body(then: str | None, now: str | None) -> bool:
    """Whether nothing says that two bodies acted."""
    if then is None or now is None:
        return True
    return not body_words(then).isdisjoint(body_words(now))


def _key(claim: Claim) -> tuple[object, ...]:
    breakdown = tuple(sorted(claim.breakdown.items()))
    return (
        claim.indicator,
        claim.event,
        claim.unit,
        singular(head_noun(claim)),
        breakdown,
        claim.law,
        claim.where,
    )
