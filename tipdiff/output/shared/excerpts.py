"""Quotations cut to a length: of a text, and of one whose words are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tipdiff.output.shared.word_diff import Piece

__all__ = ["cut", "excerpt"]

#: What stands for the words that were cut off.
MORE: Final = "…"
#: Words kept before what a quotation is about, when its beginning is cut.
BEFORE: Final = 6


def cut(text: str, most: int, more: str = MORE) -> str:
    """Return about ``most`` characters of a text, whole words; one that is longer is cut."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} {more}"


def excerpt(pieces: Sequence[Piece], most: int, more: str = MORE) -> Iterator[Piece]:
    """Yield about ``most`` characters of a marked text, from shortly before the first change on.

    Args:
        pieces: The words, by what became of them.
        most: How many characters.
        more: What stands, once at either end, for what is cut off.

    """
    left = most
    for number, (kind, text) in enumerate(pieces):
        shown = text
        if number == 0 and kind == "same" and len(pieces) > 1:
            shown = _tail(text, more)
        if len(shown) > left:
            begun = shown[:left].rpartition(" ")[0]
            if begun or not number:
                yield kind, begun or shown[:left]
            yield "same", f" {more}"
            return
        yield kind, shown
        left -= len(shown)


def _tail(text: str, more: str) -> str:
    """Return the last words of what stayed before the first change."""
    words = text.split()
    if len(words) <= BEFORE:
        return text
    space = " " if text[-1:].isspace() else ""
    return f"{more} {' '.join(words[-BEFORE:])}{space}"
