"""One paragraph's text as it flows over lines, and where each place of it lies in the document."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import Factory, define

from tipdiff.normalise import HYPHENS, SOFT
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.normalise import Hyphens
    from tipdiff.reading.document import Document
    from tipdiff.records import Span

__all__ = ["Flow"]

#: "day-\nor night-time": the hyphen stands for what the second word has, and a space follows.
_HANGING = regex(r"(?:and|or|to|nor|und)\b")
#: The first half of a word that goes on, with its hyphen, and the second.
_FIRST = regex(rf"([^\W_]+(?:['\u2019-][^\W_]+)*)([{HYPHENS}])$")
_SECOND = regex(r"[^\W_]+")


@define(eq=False)
class Flow:
    """Text put together from stretches of the document; places are found by bisection.

    A line's end becomes one space, or nothing after a hyphen inside a word: the hyphen stays if it
    is the word's own, and goes if the line's end has broken the word.
    """

    text: str = ""
    starts: list[int] = Factory(list)  #: where each stretch begins in ``text``
    places: list[int] = Factory(list)  #: and in the document

    @classmethod
    def of(cls, stretches: list[tuple[str, int]], hyphens: Hyphens | None = None) -> Flow:
        """Join stretches of ``(text, place in the document)``.

        Args:
            stretches: The stretches in order.
            hyphens: What the document tells of hyphens at lines' ends; without it all stay.

        """
        flow = cls()
        parts: list[str] = []
        length, last = 0, ""
        for stretch, place in stretches:
            if not stretch:
                continue
            if last and last[-1] in HYPHENS and _is_broken(last, stretch, hyphens):
                parts[-1] = last[:-1]
                length -= 1
            elif last and not _is_hyphenated(last, stretch):
                parts.append(" ")
                length += 1
            flow.starts.append(length)
            flow.places.append(place)
            parts.append(stretch)
            length += len(stretch)
            last = stretch
        flow.text = "".join(parts)
        return flow

    def printed(self, document: Document, start: int, end: int) -> str:
        """Return ``text[start:end]`` with its letters as they are in the source."""
        if document.form is None:
            return self.text[start:end]
        pieces: list[str] = []
        first = bisect_right(self.starts, start) - 1
        for index in range(first, bisect_right(self.starts, end - 1)):
            ahead = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            whole = self.text[self.starts[index] : ahead]
            joined = whole.endswith(" ") and ahead < len(self.text)  # the space is the line's end
            from_, to = max(start, self.starts[index]), min(end, ahead - joined)
            place = self.places[index] - self.starts[index]
            pieces.append(document.as_printed(place + from_, place + to))
            pieces.append(" " if joined and end >= ahead else "")
        return "".join(pieces)

    def place(self, position: int) -> int:
        """Return where a character of the text stands in the document."""
        index = bisect_right(self.starts, position) - 1
        return self.places[index] + position - self.starts[index]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document that ``text[start:end]`` came from."""
        return self.place(start), self.place(end - 1) + 1


def _is_broken(last: str, stretch: str, hyphens: Hyphens | None) -> bool:
    """Tell whether a line's end has put a hyphen into a word that has none."""
    second = _SECOND.match(stretch)
    first = _FIRST.search(last)
    if second is None or first is None:
        return last[-1] in SOFT and len(last) > 1
    if first[2] not in SOFT and _HANGING.match(stretch):
        return False
    return hyphens is not None and not hyphens.keeps(first[1], first[2], second[0])


def _is_hyphenated(last: str, stretch: str) -> bool:
    """Tell whether a line ends inside a word, or in a dash set without spaces."""
    if last[-1] not in "-\u2010" or not stretch[0].isalnum():
        return False
    before = last[:-2] if last.endswith("--") else last[:-1]
    return before[-1:].isalnum() and not (before == last[:-1] and _HANGING.match(stretch))
