"""Lists whose first item stands on the line that introduces them.

"The following clubs help: 1) The Lamp: feeds crews." with "2) Rope" at the head of a later line:
the first item is one like the others. A run inside a sentence ("They 1) read; 2) count") is none:
its numbers come to a line's head by the wrapping alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.reading.layout import is_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["with_first_items"]

#: So many lines below the first item the second one begins: an item is a few lines long.
_SIGHT: Final = 15
#: A colon, and behind it what the first item of a list has before it.
_FIRST: Final = re.compile(
    r"(?<=:) +(?P<marker>(?:-{1,2}|[*\u2022\u00b7])? ?\(?(?:1|a|i)[.)]|-{1,2}|[*\u2022\u00b7])"
    r"(?= ?[(A-Z])"
)
_NEXT: Final = {"1": "2", "a": "b", "i": "ii"}


def with_first_items(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a body, each cut where the first item of a list begins inside it."""
    cut: list[Line] = []
    for index, line in enumerate(found):
        match = _FIRST.search(line.text) if line.kind == "text" and ": " in line.text else None
        if match is None or not _goes_on(found, index, match["marker"]):
            cut.append(line)
            continue
        above = line.text[: match.start()]
        cut.append(evolve(line, text=above, end=line.start + len(above)))
        start = match.start("marker")
        cut.append(evolve(line, text=line.text[start:], start=line.start + start, indent=0))
    return cut


def _goes_on(found: Sequence[Line], index: int, marker: str) -> bool:
    """Tell whether a later line begins with the next item, below a blank line or an ended one."""
    following = re.sub(r"1|a|i", lambda match: _NEXT[match[0]], marker)
    for at in range(index + 1, min(index + 1 + _SIGHT, len(found))):
        if found[at].kind == "text" and found[at].text.startswith(following):
            above = found[at - 1]
            return above.kind != "text" or is_closed(above.text)
    return False
