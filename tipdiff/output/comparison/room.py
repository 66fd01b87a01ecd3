"""How much room each statement of a comparison has by default: what changed, and few words around.

What changed a figure, a period, a negation or its strength is told whole, and so are its figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.output.shared.citations import cited, cited_run, joined
from tipdiff.output.shared.excerpts import cut, cut_beside, elided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.output.comparison.folding import Stretch
    from tipdiff.output.options import Options
    from tipdiff.output.shared.word_diff import Piece
    from tipdiff.records import Change, ClaimChange

__all__ = ["beside", "near", "quoted", "tells"]

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


def quoted(
    stretch: Stretch, options: Options, *, short: bool = False
) -> Iterator[tuple[str, str, str]]:
    """Yield label, place and text of each statement of a run that is shown.

    The first stands for the run where more of it is folded: its label and place are those of all.

    Args:
        stretch: Statements that came, or went, one after another.
        options: Whether they are quoted whole (``all``).
        short: Whether places leave the cable away.

    """
    for number, change in enumerate(stretch.shown):
        side = change.new or change.old
        label, place = ", ".join((stretch.status, *change.traits)), cited(side, short=short)
        if stretch.rest and not number:
            label = f"{len(stretch.changes)} {stretch.status}"
            place = cited_run([(c.new or c.old)[0] for c in stretch.changes], short=short)
        text = f"(reviewed) {joined(side)}" if change.reviewed else joined(side)
        yield label, place, text if options.all else cut(text, LEAD if stretch.rest else SINGLE)


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
