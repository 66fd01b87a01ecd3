"""One decoded source as the readers see it: plain lines, and where each character came from."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from tipdiff.normalise import mended

if TYPE_CHECKING:
    from tipdiff.normalise import Mapped
    from tipdiff.records import Diagnostic, Mark, Span

__all__ = ["Document", "in_plain_form"]


@frozen(eq=False)
class Document:
    """A source decoded and laid out in lines.

    ``name`` is what ``source`` fields show; ``text`` has lines that end in a line feed, without
    byte order mark, and of a web page only the cable's text; ``raw`` is the
    decoded source, in which the spans of records lie; ``offsets[k]`` is the place in ``raw`` of
    ``text[k]``, None where both are the same; ``path`` is the whole path, which is never opened
    again: its folders' names may say country and year; ``folder`` is the name of the one that a
    path without folders stands in. Where characters of the source are another form of others,
    ``text`` has them in their plain form (:mod:`tipdiff.normalise`); ``form`` is what knows it from
    ``printed``, the same text with its letters as in the source; ``marks`` are what the source's
    kind of file has put around the text; ``gathered`` says that it was found in a folder or an
    archive, where nobody has named it.
    """

    name: str
    text: str
    raw: str
    offsets: array[int] | None = None
    path: str | None = None
    folder: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    printed: str | None = None
    form: Mapped | None = None
    marks: tuple[Mark, ...] = ()
    gathered: bool = False

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
        if end <= start:
            return 0, 0
        last = self.place(end - 1) + 1
        if self.form is not None and self.form.starts is not None and self.form.ends is not None:
            # The last letter can stand for several of the source's, of which offsets has the first.
            last += self.form.ends[end - 1] - self.form.starts[end - 1] - 1
        return self.place(start), last

    def as_printed(self, start: int, end: int) -> str:
        """Return a stretch of the text with its letters as they are in the source."""
        if self.form is None or self.printed is None or end <= start:
            return self.text[start:end]
        first, last = self.form.span(start, end)
        return self.printed[first:last]

    def line(self, position: int) -> int:
        """Return the line of the source, from 1, that a character of the text stands in."""
        place = self.place(position)
        # A source with carriage returns alone has its lines by them.
        return 1 + (bisect_left(self._feeds, place) or bisect_left(self._returns, place))

    @cached_property
    def _feeds(self) -> array[int]:
        """Where the source's lines end: asked for with each thing that is noted."""
        return array("q", (match.start() for match in re.finditer("\n", self.raw)))

    @cached_property
    def _returns(self) -> array[int]:
        return array("q", (match.start() for match in re.finditer("\r", self.raw)))


def in_plain_form(document: Document) -> Document:
    """Return a document whose text has its characters in their plain form."""
    form = mended(document.text, in_lines=True)
    if form.starts is None:
        return document
    offsets = document.offsets
    return evolve(
        document,
        text=form.text,
        offsets=form.starts if offsets is None else array("q", (offsets[k] for k in form.starts)),
        printed=document.text,
        form=form,
    )
