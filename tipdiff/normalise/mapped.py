"""A text in another form, and where each of its characters stands in the source."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    import re

__all__ = ["Mapped", "replaced"]

Span = tuple[int, int]


@frozen(eq=False)
class Mapped:
    """A text whose characters know their places.

    ``starts[k]`` and ``ends[k]`` are the stretch of the source that ``text[k]`` stands for, end
    excluded; both are None where the text is the source itself.
    """

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the source that ``text[start:end]``, not empty, stands for."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def of(self, inner: Mapped) -> Mapped:
        """Return this text, which was made of ``inner``'s, with places in what that was made of."""
        if self.starts is None or self.ends is None:
            return Mapped(self.text, inner.starts, inner.ends)
        if inner.starts is None or inner.ends is None:
            return self
        return Mapped(
            self.text,
            array("q", (inner.starts[k] for k in self.starts)),
            array("q", (inner.ends[k - 1] for k in self.ends)),
        )


def replaced(
    pattern: re.Pattern[str], becomes: Callable[[re.Match[str]], str], text: str
) -> Mapped:
    """Return a text with what a pattern finds replaced, and the places of its characters.

    Args:
        pattern: What to look for; it finds no empty stretch.
        becomes: What a match becomes; each of its characters stands for the whole match.
        text: The text.

    """
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    for match in pattern.finditer(text):
        new = becomes(match)
        if new == match[0]:
            continue
        start, end = match.span()
        pieces += (text[at:start], new)
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        at = end
    if not at:
        return Mapped(text)
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Mapped("".join(pieces), starts, ends)
