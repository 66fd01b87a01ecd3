"""How much room each statement of a comparison has by default: what changed, and few words around.

What changed a figure, a period, a negation or its strength is told whole, and so are its figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.output.shared.excerpts import cut_beside, elided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.output.shared.word_diff import Piece
    from tipdiff.records import Change, ClaimChange

__all__ = ["LEAD", "SINGLE", "beside", "near", "tells"]

#: Characters that are quoted of the first statement of several, of a single one, and of either side
#: of one that was written anew: over a line of a page each. Where nothing but the wording changed,
#: a line of a clause that went or came, and two of the whole. Chosen so that real comparisons take
#: less than two fifths of both cables (docs/benchmarks.md).
LEAD: Final = 100
SINGLE: Final = 140
ANEW: Final = 140
CLAUSE: Final = 80
REWORDED: Final = 200
#: So many characters far from any change are left out of a statement that changed in more.
ASIDE: Final = 60
#: What changes more of a statement than its wording: then all that changed is told.
WEIGHTY: Final = frozenset({"figures", "reversed", "strength", "period", "conversion"})


def near(change: Change, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the marked words of a changed statement without what is far from its changes."""
    weighty = not WEIGHTY.isdisjoint(change.traits)
    if sum(len(text) for _, text in pieces) <= (REWORDED if weighty else SINGLE):
        return tuple(pieces)
    if weighty:
        return tuple(elided(pieces, worth=ASIDE))
    return tuple(elided(pieces, REWORDED, CLAUSE))


def beside(change: Change, old: str, new: str) -> tuple[str, str]:
    """Return both texts of a statement that was written anew, to be set one below the other."""
    return (old, new) if not WEIGHTY.isdisjoint(change.traits) else cut_beside(old, new, ANEW)


def tells(claim: ClaimChange) -> bool:
    """Whether a figure is told beside its statement: one that came or went is marked in the words.

    Statements in which figures differ are told whole, and so are their marks.
    """
    return claim.status == "changed"
