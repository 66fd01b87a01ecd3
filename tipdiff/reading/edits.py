"""Edits of a text that keep the place in the source of every character that stays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from attrs import frozen

__all__ = ["Edit", "Laid"]

Edit = tuple[int, int, str]
"""A stretch of a text, from and to, and what takes its place."""


@frozen(eq=False)
class Laid:
    """A text, and the place in its source of each character; None where both are the same."""

    text: str
    places: array[int] | None = None

    def edited(self, edits: Iterable[Edit]) -> Laid:
        """Return the text with its stretches replaced; what is new stands where they began.

        Args:
            edits: In the order of the text, none inside another.

        """
        pieces: list[str] = []
        places = array("q")
        at = 0
        for start, end, new in edits:
            pieces += (self.text[at:start], new)
            places.extend(self._places(at, start))
            places.extend([self.place(start)] * len(new))
            at = end
        if not pieces:
            return self
        pieces.append(self.text[at:])
        places.extend(self._places(at, len(self.text)))
        return Laid("".join(pieces), places)

    def _places(self, start: int, end: int) -> Iterable[int]:
        return range(start, end) if self.places is None else self.places[start:end]

    def place(self, position: int) -> int:
        """Return where in the source a character stands, or the end of the text."""
        if self.places is None:
            return position
        if position < len(self.places):
            return self.places[position]
        return self.places[-1] + 1 if self.places else 0
