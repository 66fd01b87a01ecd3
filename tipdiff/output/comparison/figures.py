"""The figures of two reports, then and now, as the rows of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.claims.told import by_how_much, named, quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tipdiff.records import Change, Claim, ClaimChange, Comparison, Statement

__all__ = ["FigureRow", "figure_rows", "where_told"]


@frozen
class FigureRow:
    """A figure then and now.

    Attributes:
        claim: The figure, of both reports or of one.
        old: The statement of the old figure; None where there is none.
        new: The statement of the new one likewise.
        linked: Whether the statements are linked to each other.
        both: Which report tells both figures itself, ``old`` or ``new``; empty where each tells
            its own.
        covers: The years that the two reports cover; None for one that is not known.

    """

    claim: ClaimChange
    old: Statement | None
    new: Statement | None
    linked: bool
    both: str
    covers: tuple[int | None, int | None]

    @property
    def what(self) -> str:
        """Return what is counted."""
        known = self.claim.new or self.claim.old
        return "" if known is None else named(known)

    @property
    def indicator(self) -> str:
        """Return the id of the indicator, empty where it is of none."""
        sides = (self.claim.new, self.claim.old)
        return next((c.indicator for c in sides if c is not None and c.indicator), "")

    @property
    def told(self) -> str:
        """Return what is counted, with the indicator where its name says another thing."""
        known = not self.indicator or self.indicator in self.what
        return self.what if known else f"{self.what} [{self.indicator}]"

    @property
    def before(self) -> str:
        """Return the old figure in words, empty where there is none."""
        return "" if self.claim.old is None else quantity(self.claim.old)

    @property
    def after(self) -> str:
        """Return the new figure likewise."""
        return "" if self.claim.new is None else quantity(self.claim.new)

    @property
    def dated_before(self) -> str:
        """Return the old figure with its year, where that is not the one of its column."""
        return self.before + self._year(self.claim.old, self.covers[0])

    @property
    def dated_after(self) -> str:
        """Return the new figure likewise."""
        return self.after + self._year(self.claim.new, self.covers[1])

    def _year(self, claim: Claim | None, covers: int | None) -> str:
        """Return the year of a figure in brackets where its column would mislead."""
        if claim is None or claim.period is None or claim.kind != "figure":
            return ""
        told = f"{claim.period_from}-{claim.period}" if claim.period_from else f"{claim.period}"
        expected = covers is None or told == f"{covers}"
        return "" if expected and not self.both else f" ({told})"

    @property
    def became(self) -> str:
        """Return what became of it in words: by how much it moved, or that it came or went."""
        if self.claim.status in {"new", "dropped"}:
            return self.claim.status
        if self.claim.status == "unchanged":
            return "="
        return by_how_much(self.claim) or "changed"


def figure_rows(comparison: Comparison) -> tuple[FigureRow, ...]:
    """Return the figures worth a table: those of an indicator, and all that moved.

    Those of one indicator stand together, in the order in which the new report first tells one,
    those of none behind. A figure told twice has one row, and of a sum in two currencies the local
    amount tells.
    """
    order: dict[str, list[FigureRow]] = {}
    seen = set()
    for row in _all(comparison):
        known = row.claim.new or row.claim.old
        if known is None or known.equivalent is not None:
            continue
        if not row.indicator and row.claim.status != "changed":
            continue
        key = (row.indicator, row.what, row.dated_before, row.dated_after)
        if key not in seen:
            seen.add(key)
            order.setdefault(row.indicator, []).append(row)
    rest = order.pop("", [])
    return (*(row for rows in order.values() for row in rows), *rest)


def where_told(row: FigureRow, cite: Callable[[Statement, bool], str]) -> str:
    """Return where a figure stands, then and now, or in which report alone.

    Args:
        row: The figure then and now.
        cite: Returns where a statement stands, given whether the report must be named.

    """
    places = [cite(s, bool(row.both)) for s in (row.old, row.new) if s is not None]
    if row.both:
        return f"both in {' and '.join(dict.fromkeys(places))}"
    return " → ".join(places)


def _all(comparison: Comparison) -> Iterator[FigureRow]:
    """Yield each figure of the changes, and of links between them where the new one stands."""
    covers = comparison.old.covers, comparison.new.covers
    homes = {s.id: s for change in comparison.changes for s in (*change.old, *change.new)}
    sides = {
        "old": {s.id for change in comparison.changes for s in change.old},
        "new": {s.id for change in comparison.changes for s in change.new},
    }
    across: dict[str, list[ClaimChange]] = {}
    for link in comparison.claim_links:
        if link.new is not None:
            across.setdefault(link.new.id, []).append(link)
    ends = {
        claim.id
        for link in comparison.claim_links
        if link.status == "changed"
        for claim in (link.old, link.new)
        if claim is not None
    }
    for change in comparison.changes:
        for claim in change.claims:
            known = claim.new or claim.old
            if known is None:
                continue
            # What is paired with a figure elsewhere neither came nor went.
            if claim.status in {"changed", "unchanged"} or known.id not in ends:
                yield FigureRow(claim, *_stand(claim, homes), _paired(change), "", covers)
            for side in (claim.new, claim.old):
                for link in across.get(side.id, ()) if side is not None else ():
                    both = next((name for name, own in sides.items() if _holds(own, link)), "")
                    yield FigureRow(link, *_stand(link, homes), False, both, covers)


def _holds(own: set[str], link: ClaimChange) -> bool:
    """Whether the statements of one report tell both figures of a link."""
    return all(side is not None and side.statement in own for side in (link.old, link.new))


def _paired(change: Change) -> bool:
    return bool(change.old and change.new)


def _stand(
    claim: ClaimChange, homes: dict[str, Statement]
) -> tuple[Statement | None, Statement | None]:
    """Return the statements of both sides of a figure."""
    old, new = (
        None if side is None else homes.get(side.statement) for side in (claim.old, claim.new)
    )
    return old, new
