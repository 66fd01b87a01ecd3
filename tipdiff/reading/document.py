"""One decoded source as the readers see it: plain lines, and where each character came from."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.records import Diagnostic, Span

__all__ = ["Document"]


@frozen(eq=False)
class Document:
    """A source decoded and laid out in lines.

    ``name`` is what ``source`` fields show; ``text`` has lines that end in a line feed, without
    byte order mark, and of a web page only the cable's text; ``raw`` is the
    decoded source, in which the spans of records lie; ``offsets[k]`` is the place in ``raw`` of
    ``text[k]``, null where both are the same; ``path`` is the whole path, which is never opened
    again: its folders' names may say country and year; ``folder`` is the name of the one that a
    path without folders stands in.
    """

    name: str
    text: str
    raw: str
    offsets: array[int] | None = None
    path: str | None = None
    folder: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def names(self) -> str | None:
        """The path with the folder that it stands in: what names may say of a text."""
        return f"{self.folder}/{self.path}" if self.folder else self.path

    def place(self, position: int) -> int:
        """Return where in the source a character of the text stands."""
        if self.offsets is None:
            return position
        if position < len(self.offsets):
            return self.offsets[position]
        return len(self.raw)

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a stretch of the text, first letter to last."""
        if self.offsets is None:
            return start, end
        return (self.place(start), self.place(end - 1) + 1) if end > start else (0, 0)

    def line(self, position: int) -> int:
        """Return the line of the source, from 1, that a character of the text stands in."""
        place = self.place(position)
        feeds = self.raw.count("\n", 0, place)
        # A source with carriage returns alone has its lines by them.
        return 1 + (feeds or self.raw.count("\r", 0, place))
