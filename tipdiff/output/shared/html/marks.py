"""The words of a changed statement as the page marks them: whole words, figures apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.output.shared.word_diff import Piece, marked_inside, marked_sides
from tipdiff.patterns import regex
from tipdiff.text import NUMBER_WORDS

if TYPE_CHECKING:
    Side = tuple[tuple["Mark", ...], ...]

__all__ = ["Mark", "both_sides", "inline", "marks_of", "plain"]

#: A figure among words that went or came, in digits or spelt out.
_FIGURE: Final = regex(rf"\b(?:\d[\d,.]*\d|\d|{'|'.join(sorted(NUMBER_WORDS))})\b", re.IGNORECASE)


@frozen
class Mark:
    """Some words of a statement: ``kind`` is ``same``, ``old`` or ``new``."""

    kind: str
    text: str
    figure: bool = False


def plain(text: str) -> tuple[Mark, ...]:
    """Return a text of which nothing went or came."""
    return (Mark("same", text),)


def inline(old: str, new: str) -> tuple[Mark, ...]:
    """Return two texts as one with the words marked that differ; nothing if most of them do."""
    return marks_of(marked_inside(old, new) or ())


def marks_of(pieces: Iterable[Piece]) -> tuple[Mark, ...]:
    """Return the words of a text with the figures marked among those that went or came."""
    return tuple(_marks(pieces))


def both_sides(old: Sequence[str], new: Sequence[str]) -> tuple[Side, Side]:
    """Return the statements of either side, each with the words marked that the other lacks."""
    before, after = marked_sides(" ".join(old), " ".join(new))
    return _cut_up(before, old), _cut_up(after, new)


def _marks(pieces: Iterable[Piece]) -> Iterator[Mark]:
    """Yield the pieces of a text, figures in words that went or came apart from wording.

    The space behind such words is nobody's: a line through it would look like a dash.
    """
    for kind, text in pieces:
        if kind == "same":
            yield Mark(kind, text)
            continue
        bare = text.rstrip()
        at = 0
        for found in _FIGURE.finditer(bare):
            if found.start() > at:
                yield Mark(kind, bare[at : found.start()])
            yield Mark(kind, found[0], figure=True)
            at = found.end()
        if at < len(bare):
            yield Mark(kind, bare[at:])
        if len(bare) < len(text):
            yield Mark("same", text[len(bare) :])


def _cut_up(pieces: Sequence[Piece], texts: Sequence[str]) -> Side:
    """Cut the marked words of several joined statements where one ends and the next begins."""
    if len(texts) == 1:
        return (marks_of(pieces),)
    parts: list[list[Mark]] = [[] for _ in texts]
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] + 1 if ends else 0) + len(text.strip()))
    at = part = 0
    for mark in _marks(pieces):
        text = mark.text
        while text:
            if part < len(ends) - 1 and at >= ends[part]:
                part += 1
            room = len(text) if part == len(ends) - 1 else max(ends[part] + 1 - at, 1)
            parts[part].append(Mark(mark.kind, text[:room], mark.figure))
            at += len(text[:room])
            text = text[room:]
    return tuple(map(tuple, parts))
