"""Some of the changes of a comparison: by status, trait, section, figures, and how far they moved.

What is ignored does not count as a difference; what is merely not selected does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, get_args

from attrs import evolve, field, frozen

from tipdiff.comparison.rules import OF_CHANGE, TRAITS
from tipdiff.errors import TipdiffError
from tipdiff.records import Status

if TYPE_CHECKING:
    from tipdiff.records import Change, ClaimChange, Comparison

__all__ = ["EVERYTHING", "NAMES", "Selection", "heeded", "select"]

#: What can be selected or ignored by name.
NAMES: Final = tuple(dict.fromkeys((*get_args(Status), *(rule.gives for rule in TRAITS))))


def _known(_: object, __: object, names: Sequence[str]) -> None:
    for name in names:
        if name not in NAMES:
            raise TipdiffError(
                f"no status or trait is called {name!r}; there are {', '.join(NAMES)}"
            )


@frozen
class Selection:
    """Which changes are wanted.

    ``only`` and ``ignore`` are names of statuses and traits; ``section`` is a part of a heading;
    ``least`` is the least relative change of a figure, in percent, that makes a change worth
    showing: of what it selects nothing but these figures is left.
    """

    only: tuple[str, ...] = field(default=(), validator=_known)
    ignore: tuple[str, ...] = field(default=(), validator=_known)
    section: str | None = None
    figures: bool = False
    least: float | None = None


#: All changes.
EVERYTHING: Final = Selection()


def heeded(comparison: Comparison, ignore: Sequence[str]) -> Comparison:
    """Return a comparison without the changes that are nothing but what is ignored.

    A changed statement is ignored if every kind of change it bears is; any other if its status is.
    """
    if not ignore:
        return comparison
    known = set(ignore)
    left = [change for change in comparison.changes if not _ignored(change, known)]
    return _kept(comparison, left)


def _kept(comparison: Comparison, changes: Sequence[Change]) -> Comparison:
    """Return a comparison with some of its changes, and the figures linked among these."""
    there = {statement.id for change in changes for statement in (*change.old, *change.new)}
    links = tuple(
        link
        for link in comparison.claim_links
        if all(c is None or c.statement in there for c in (link.old, link.new))
    )
    findings = tuple(f for f in comparison.findings if not there.isdisjoint((*f.old, *f.new)))
    return evolve(comparison, changes=tuple(changes), claim_links=links, findings=findings)


def _ignored(change: Change, known: set[str]) -> bool:
    kinds = OF_CHANGE.intersection(change.traits)
    if change.status in known or (change.status == "changed" and kinds and kinds <= known):
        return not ({"moved"} & set(change.traits)) or "moved" in known
    return change.status == "unchanged" and "moved" in change.traits and "moved" in known


def select(comparison: Comparison, selection: Selection) -> Comparison:
    """Return a comparison with the selected changes alone; its summary still counts all."""
    if selection == EVERYTHING:
        return comparison
    kept = heeded(comparison, selection.ignore)
    if selection.least is not None:
        kept = _moved(kept, selection.least)
    linked = {
        claim.statement
        for link in kept.claim_links
        for claim in (link.old, link.new)
        if claim is not None
    }
    return _kept(kept, [c for c in kept.changes if _selected(c, selection, linked)])


def _moved(comparison: Comparison, least: float) -> Comparison:
    """Return a comparison with the figures alone that moved by so many percent: no finding."""
    changes = tuple(
        evolve(change, claims=tuple(c for c in change.claims if _moves(c, least)))
        for change in comparison.changes
    )
    links = tuple(link for link in comparison.claim_links if _moves(link, least))
    return evolve(comparison, changes=changes, claim_links=links, findings=())


def _selected(change: Change, wanted: Selection, linked: set[str]) -> bool:
    """Whether a change is wanted; ``linked`` are statements whose figures moved elsewhere."""
    if wanted.only and not {change.status, *change.traits} & set(wanted.only):
        return False
    if wanted.section is not None:
        sought = wanted.section.casefold()
        places = {s.section for s in (*change.old, *change.new)}
        if not any(sought in " > ".join(place).casefold() for place in places):
            return False
    elsewhere = any(s.id in linked for s in (*change.old, *change.new))
    if wanted.figures and not any(claim.status != "unchanged" for claim in change.claims):
        return elsewhere
    return wanted.least is None or bool(change.claims) or elsewhere


def _moves(change: ClaimChange, least: float) -> bool:
    """Whether a figure moved, and by so many percent."""
    return (far := _far(change)) > 0 and far >= least


def _far(change: ClaimChange) -> float:
    """Return by how many percent a figure of both reports moved; from nothing it moved wholly.

    What came or went did not move, and of ranges nobody knows by how much.
    """
    if change.status != "changed" or not change.difference:
        return 0.0
    return 100.0 if change.ratio is None else abs(change.ratio - 1) * 100
