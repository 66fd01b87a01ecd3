"""Tables of contents: what a report has before its text and a reader turns the page over for.

An entry names a part and its page, or the part alone: the line comes back below as a heading. That
sets them apart from a table of figures, which can look the same (``Arrests ..... 12``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["with_contents"]

#: What stands above it.
_TITLE = regex(
    r"[#\s]*(?:table of )?contents\W*|[#\s]*in this (?:report|document)\W*", re.IGNORECASE
)
#: An entry's page, and what leads there: dots, a tab, spaces.
_PAGE = regex(
    r"(?P<t>.*?\S)(?:\s?(?:\.{3,}|(?:\.\s){3,}\.?|\u2026+|_{3,})\s*|\t+|\s{2,})(?:p(?:age|\.)?\s?)?"
    r"(?P<p>\d{1,3}|[ivxl]{1,6})"
)
#: What numbers an entry, and its heading or not: 1.2, IV., A., Section 2:
_NUMBER = regex(
    r"(?:[-*\u2022#]+\s+)?(?:(?:section|part|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]*"
    r"|(?:[ivx]{1,5}|[a-z])[.):]+)\s+(?=\S)|[-*\u2022#]+\s+",
    re.IGNORECASE,
)
#: An entry is no longer than a line.
_LONGEST: Final = 110
#: So many entries are a table: below its title, and without one.
_LEAST: Final = 2
_LEAST_UNTITLED: Final = 3


@frozen
class _Entry:
    """An entry: its line, what it names, and its page."""

    index: int
    key: str
    page: int | None


def with_contents(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a body with those of a table of contents as page marks.

    Args:
        found: All lines, of whatever kind.

    """
    last: dict[str, int] = {}
    for index, line in enumerate(found):
        if line.kind == "text" and len(line.text) <= _LONGEST:
            last[_key(line.text)] = index
    taken: set[int] = set()
    index = 0
    while index < len(found):
        line = found[index]
        title = line.kind == "text" and _TITLE.fullmatch(line.text) is not None
        entries = _entries(found, index + title, last) if title or _is_paged(line) else []
        if _is_proven(entries, last, titled=title):
            taken.update(entry.index for entry in entries)
            taken.update({index} if title else ())
        index = entries[-1].index + 1 if entries else index + 1
    if not taken:
        return list(found)
    return [evolve(line, kind="page-mark") if k in taken else line for k, line in enumerate(found)]


def _is_paged(line: Line) -> bool:
    """Tell whether a line ends with what can be a page."""
    short = line.kind == "text" and len(line.text) <= _LONGEST
    return short and line.text[-1:].isdecimal() and _PAGE.fullmatch(line.text) is not None


def _key(text: str) -> str:
    """Return what a heading and its entry have in common."""
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    return " ".join(bare.casefold().split()).strip(" .:-*_#")


def _entries(found: Sequence[Line], index: int, last: dict[str, int]) -> list[_Entry]:
    """Return the entries from a line on, up to the first that is none or comes a second time."""
    entries: list[_Entry] = []
    seen: set[str] = set()
    for place in range(index, len(found)):
        line = found[place]
        if line.kind in {"blank", "rule", "page-mark"}:
            continue
        paged = _PAGE.fullmatch(line.text)
        key = _key(paged["t"] if paged else line.text)
        if line.kind != "text" or len(line.text) > _LONGEST or not key or key in seen:
            break
        if not paged and last[key] <= place:
            break
        seen.add(key)
        page = int(paged["p"]) if paged and paged["p"].isdecimal() else None
        entries.append(_Entry(place, key, page))
    return entries


def _is_proven(entries: Sequence[_Entry], last: dict[str, int], *, titled: bool) -> bool:
    """Tell whether entries are a table of contents: most come back below, and pages count up."""
    if len(entries) < (_LEAST if titled else _LEAST_UNTITLED):
        return False
    pages = [entry.page for entry in entries if entry.page is not None]
    again = sum(last.get(entry.key, -1) > entries[-1].index for entry in entries)
    return pages == sorted(pages) and 2 * again >= len(entries)
