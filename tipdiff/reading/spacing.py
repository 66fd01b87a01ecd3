"""Text with an empty line below every line: there an empty line means nothing.

A word processor's double spacing, or line ends that were doubled on the way. What still parts
paragraphs is a line of white space, or more empty lines than one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["single_spaced"]

#: Fewer lines than this show no spacing.
_FEWEST: Final = 5
#: Of the lines so many have an empty one below, and ...
_FOLLOWED: Final = 0.9
#: ... so many go on below it in small letters, as wrapped lines do and whole paragraphs do not.
_GOING_ON: Final = 0.25


def single_spaced(found: Sequence[Line]) -> list[Line] | None:
    """Return a body's lines without the empty ones between, None if it is not double-spaced."""
    texts = [k for k, line in enumerate(found) if line.kind != "blank"]
    pairs = [(a, b) for a, b in pairwise(texts) if found[a].kind == found[b].kind == "text"]
    if len(pairs) < _FEWEST:
        return None
    followed = sum(_is_empty(found[a + 1]) for a, _ in pairs)
    going_on = sum(found[b].text[:1].islower() and _is_empty(found[a + 1]) for a, b in pairs)
    if followed < _FOLLOWED * len(pairs) or going_on < _GOING_ON * len(pairs):
        return None
    kept: list[Line] = []
    skipped = True  # the line before was left out, so that this one stays
    for line in found:
        skipped = _is_empty(line) and not skipped
        if not skipped:
            kept.append(line)
    return kept


def _is_empty(line: Line) -> bool:
    """Tell whether a line holds nothing, not even white space."""
    return line.kind == "blank" and line.start == line.end
