"""Quotations cut to a length: of a text, and of one whose words are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tipdiff.output.shared.word_diff import Piece

__all__ = ["cut", "cut_beside", "elided"]

#: What stands for the words that were cut off.
MORE: Final = "…"
#: Words kept at the beginning of a marked text, which say who, and on each side of a change.
FIRST: Final = 6
NEAR: Final = 4
#: Fewest characters whose leaving out is worth the break.
WORTH: Final = 24


def cut(text: str, most: int, more: str = MORE) -> str:
    """Return about ``most`` characters of a text, whole words; one that is longer is cut."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]} {more}"


def cut_beside(old: str, new: str, most: int, more: str = MORE) -> tuple[str, str]:
    """Return two texts as :func:`cut` does, such that what they differ in is not cut off.

    A long beginning that both share is left out but for its first words.
    """
    sides = old.split(), new.split()
    shared = 0
    for one, other in zip(*sides, strict=False):
        if one != other:
            break
        shared += 1
    start = shared - NEAR
    if start > FIRST and len(" ".join(sides[0][FIRST:start])) > most // 3:
        sides = (
            [*sides[0][:FIRST], more, *sides[0][start:]],
            [*sides[1][:FIRST], more, *sides[1][start:]],
        )
    return cut(" ".join(sides[0]), most, more), cut(" ".join(sides[1]), most, more)


def elided(
    pieces: Sequence[Piece],
    most: int | None = None,
    clause: int | None = None,
    worth: int = WORTH,
    more: str = MORE,
) -> Iterator[Piece]:
    """Yield a marked text without what is far from every change: a few words stay on each side.

    Args:
        pieces: The words, by what became of them.
        most: About so many characters are left of all; None for as many as there are.
        clause: About so many are left of what went or came in one piece; None likewise.
        worth: What would leave out fewer characters is left as it is.
        more: What stands for words left out.

    """
    left = most
    for number, (kind, text) in enumerate(pieces):
        if kind == "same":
            shown = _near(text, number == 0, number == len(pieces) - 1, worth, more)
        else:
            shown = text if clause is None else cut(text, clause, more)
        if left is not None and len(shown) > left and number:
            begun = shown[:left].rpartition(" ")[0]
            if begun:
                yield kind, begun
            yield "same", f" {more}"
            return
        yield kind, shown
        left = None if left is None else left - len(shown)


def _near(text: str, first: bool, last: bool, worth: int, more: str) -> str:
    """Return words that stayed, without those far from the change before and the one behind."""
    words = text.split()
    if first and last:
        return text
    after = FIRST if first else NEAR
    behind = len(words) - (0 if last else NEAR)
    if len(" ".join(words[after:behind])) < worth:
        return text
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() else ""
    return f"{start}{' '.join((*words[:after], more, *words[behind:]))}{end}"
