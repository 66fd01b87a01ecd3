"""Lists whose items stand on a line with what introduces them, or with one another.

"The following clubs help: 1) The Lamp: feeds crews." with "2) Rope" at the head of a later line:
the first item is one like the others. A run inside a sentence ("They 1) read; 2) count") is none:
its numbers come to a line's head by the wrapping alone. Where a mirror has joined the lines of a
paragraph, its bullets stand behind full stops.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.patterns import regex
from tipdiff.reading.ends import is_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["with_first_items"]

#: So many lines below the first item the second one begins: an item is a few lines long.
_SIGHT: Final = 15
#: A colon, and behind it what the first item of a list has before it.
_FIRST: Final = regex(
    r"(?<=:) +(?P<marker>(?:-{1,2}|[*\u2022\u00b7])? ?\(?(?:1|a|i)[.)]|-{1,2}|[*\u2022\u00b7])"
    r"(?= ?[(A-Z])"
)
#: The first line of a list of hours and the like, behind the colon that introduces it ...
_FIRST_ROW: Final = regex(r"(?<=:) +(?=[A-Z][^:.;]{1,40}: \$?\d[\d.,]*(?: \w+)?$)")
#: ... and one like it, on the next line.
_ROW: Final = regex(r"[A-Z][^:.;]{1,40}: \$?\d[\d.,]*(?: \w+)?")
#: A bullet behind the end of a sentence or a colon, in a line that several were joined into.
_BULLET: Final = regex(r"(?<=[a-z\d)\"'][.:;!?]) +(?=-{1,2} (?:[A-Z]|\())")
#: So many of them are a list; a single one is a dash.
_FEWEST: Final = 2
_NEXT: Final = {"1": "2", "a": "b", "i": "ii"}


def with_first_items(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a body, each cut where the first item of a list begins inside it."""
    return [piece for index in range(len(found)) for piece in _cut(found, index)]


def _cut(found: Sequence[Line], index: int) -> list[Line]:
    """Return a line as the pieces it is of."""
    line = found[index]
    if line.kind != "text" or (": " not in line.text and " -" not in line.text):
        return [line]
    places: set[int] = set()
    match = _FIRST.search(line.text)
    if match is not None and _goes_on(found, index, match["marker"]):
        places.add(match.start("marker"))
    match = _FIRST_ROW.search(line.text)
    if match is not None and index + 1 < len(found) and _ROW.fullmatch(found[index + 1].text):
        places.add(match.end())
    bullets = [match.end() for match in _BULLET.finditer(line.text)]
    if len(bullets) >= _FEWEST:
        places.update(bullets)
    pieces = []
    for first, end in pairwise([0, *sorted(places), len(line.text)]):
        text = line.text[first:end].rstrip()
        start = line.start + first
        indent = line.indent if first == 0 else 0
        piece = evolve(line, text=text, start=start, end=start + len(text), indent=indent)
        pieces.append(piece)
    return pieces


def _goes_on(found: Sequence[Line], index: int, marker: str) -> bool:
    """Tell whether a later line begins with the next item, below a blank line or an ended one."""
    following = re.sub(r"1|a|i", lambda match: _NEXT[match[0]], marker)
    for at in range(index + 1, min(index + 1 + _SIGHT, len(found))):
        if found[at].kind == "text" and found[at].text.startswith(following):
            above = found[at - 1]
            return above.kind != "text" or is_closed(above.text)
    return False
