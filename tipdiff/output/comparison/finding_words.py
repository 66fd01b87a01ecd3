"""How findings stand in every output: their kind, their words, and where they rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.shared.citations import cited

if TYPE_CHECKING:
    from tipdiff.records import Change, Comparison, Finding

__all__ = ["change_of", "place_of", "reviewed"]


def change_of(comparison: Comparison, finding: Finding) -> Change | None:
    """Return the change that a finding rests on first; None if a selection left it out."""
    ids = (*finding.new[:1], *finding.old[:1])
    return next(
        (
            change
            for wanted in ids
            for change in comparison.changes
            if any(s.id == wanted for s in (*change.old, *change.new))
        ),
        None,
    )


def place_of(comparison: Comparison, finding: Finding) -> str:
    """Return where a finding stands then and now: the foremost statement of each side.

    An arrow stands between two that are linked, or that a figure goes on between.
    """
    known = {s.id: s for change in comparison.changes for s in (*change.old, *change.new)}
    sides = (finding.old[:1], finding.new[:1])
    return (" → " if _is_pair(comparison, {*finding.old[:1], *finding.new[:1]}) else "; ").join(
        cited([known[side[0]]]) if side[0] in known else side[0] for side in sides if side
    )


def _is_pair(comparison: Comparison, ids: set[str]) -> bool:
    """Whether a change, or a figure paired across statements, holds both statements."""
    return any(
        ids <= {s.id for s in (*change.old, *change.new)} for change in comparison.changes
    ) or any(
        ids == {claim.statement for claim in (link.old, link.new) if claim is not None}
        for link in comparison.claim_links
    )


def reviewed(comparison: Comparison, finding: Finding) -> bool:
    """Whether a person decided about what a finding rests on first."""
    change = change_of(comparison, finding)
    return change is not None and change.reviewed
