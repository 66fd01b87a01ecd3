"""Which column of a table an entry or a heading stands in: in order, else by its place on the page.

Columns have no fences in a table set by spaces. Where a line has as many cells as there are columns
they stand in order; where it has fewer, each stands where most of it lies, and a heading over
several columns (a year over cases and victims) is the heading of each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.reading.tables.cells import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.tables.cells import Cells

__all__ = ["Columns", "Heads"]

#: A heading that stands this near to the names' left edge is the heading of the names.
_NEAR: Final = 2


@frozen
class Heads:
    """What one line of headings says: of the names, and of each column (None: nothing)."""

    stub: str | None
    columns: tuple[Piece | None, ...]


@frozen
class Columns:
    """Where the names and the columns of figures of a table stand, as ``(left, right)`` each."""

    names: tuple[int, int]
    edges: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, rows: Sequence[Cells], count: int) -> Columns:
        """Return the columns of rows, by those that have all ``count`` entries."""
        whole = [row for row in rows if len(row.entries) == count]
        names = [row.pieces[0] for row in rows]
        return cls(
            (min(p.left for p in names), max(p.right for p in names)),
            tuple(
                (
                    min(row.entries[k].left for row in whole),
                    max(row.entries[k].right for row in whole),
                )
                for k in range(count)
            ),
        )

    def _distance(self, piece: Piece, column: int) -> float:
        """Return how far a piece's middle lies from a column's; nothing where they overlap most."""
        left, right = self.edges[column]
        return abs((piece.left + piece.right) - (left + right)) / 2

    def nearest(self, piece: Piece) -> int:
        """Return the column that a piece stands in."""
        return min(range(len(self.edges)), key=lambda k: (self._distance(piece, k), k))

    def places(self, pieces: Sequence[Piece]) -> list[int]:
        """Return the columns of a row's entries, from left to right."""
        if len(pieces) == len(self.edges):
            return list(range(len(pieces)))
        found = [self.nearest(piece) for piece in pieces]
        return found if len(set(found)) == len(found) else list(range(len(pieces)))

    def heads(self, cells: Cells) -> Heads:
        """Return what a line of headings says of each column."""
        pieces, count = list(cells.pieces), len(self.edges)
        stub = None
        if self._heads_names(pieces, count):
            stub = pieces.pop(0).text or None
        pieces = self._apart(pieces, count)
        if cells.by in {"pipe", "tab"} or len(pieces) == count:
            filled = [*pieces, *([None] * count)][:count]
            return Heads(stub, tuple(p if p is not None and p.text else None for p in filled))
        if pieces and (count % len(pieces) == 0 or all(piece.is_year for piece in pieces)):
            over = [self._over(k, pieces) for k in range(count)]
            return Heads(stub, tuple(pieces[k] for k in over))
        found: list[Piece | None] = [None] * count
        for piece in pieces:
            found[self.nearest(piece)] = piece
        return Heads(stub, tuple(found))

    @staticmethod
    def _apart(pieces: list[Piece], count: int) -> list[Piece]:
        """Set short headings apart that only one space parts: Cases Victims   Cases Victims."""
        words = [
            Piece(match[0], piece.at + match.start(), piece.left + match.start())
            for piece in pieces
            for match in re.finditer(r"\S+", piece.text)
        ]
        return words if len(pieces) < len(words) == count else pieces

    def _heads_names(self, pieces: Sequence[Piece], count: int) -> bool:
        """Tell whether the first heading is that of the names."""
        if len(pieces) > count:
            return True
        first = pieces[0]
        left = first.left <= self.names[0] + _NEAR and first.right <= self.edges[0][0]
        return len(pieces) < count + 1 and left and not first.is_year and len(pieces) > 1

    def _over(self, column: int, pieces: Sequence[Piece]) -> int:
        """Return which of a few headings stands over a column: by shares, else the nearest."""
        if len(self.edges) % len(pieces) == 0:
            return column * len(pieces) // len(self.edges)
        return min(range(len(pieces)), key=lambda k: (self._distance(pieces[k], column), k))
