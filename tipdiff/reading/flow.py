"""One paragraph's text as it flows over lines, and where each place of it lies in the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import Factory, define

if TYPE_CHECKING:
    from tipdiff.records import Span

__all__ = ["Flow"]

#: "day-\nor night-time": the hyphen stands for what the second word has, and a space follows.
_HANGING = re.compile(r"(?:and|or|to|nor|und)\b")


@define(eq=False)
class Flow:
    """Text put together from stretches of the document; places are found by bisection.

    A line's end becomes one space, or nothing after a hyphen inside a word: the hyphen stays.
    """

    text: str = ""
    starts: list[int] = Factory(list)  #: where each stretch begins in ``text``
    places: list[int] = Factory(list)  #: and in the document

    @classmethod
    def of(cls, stretches: list[tuple[str, int]]) -> Flow:
        """Join stretches of ``(text, place in the document)``."""
        flow = cls()
        parts: list[str] = []
        length, last = 0, ""
        for stretch, place in stretches:
            if not stretch:
                continue
            if last and not _is_hyphenated(last, stretch):
                parts.append(" ")
                length += 1
            flow.starts.append(length)
            flow.places.append(place)
            parts.append(stretch)
            length += len(stretch)
            last = stretch
        flow.text = "".join(parts)
        return flow

    def place(self, position: int) -> int:
        """Return where a character of the text stands in the document."""
        index = bisect_right(self.starts, position) - 1
        return self.places[index] + position - self.starts[index]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document that ``text[start:end]`` came from."""
        return self.place(start), self.place(end - 1) + 1


def _is_hyphenated(last: str, stretch: str) -> bool:
    """Tell whether a line ends inside a word, or in a dash set without spaces."""
    if last[-1] != "-" or not stretch[0].isalnum():
        return False
    before = last[:-2] if last.endswith("--") else last[:-1]
    return before[-1:].isalnum() and not (before == last[:-1] and _HANGING.match(stretch))
