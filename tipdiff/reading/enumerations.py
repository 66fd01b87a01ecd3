"""Enumerations inside a paragraph: (a) ... (b) ..., whose letters no lines of their own show.

Where each member is a sentence ("The office did this: (a) It mended 3 piers. (b) It sold a ferry.")
the members are items of a list like those on lines of their own. Where a sentence goes on through
them ("wardens (i) held 5; (ii) freed 3") it stays one, and none of its letters is an item's, though
wrapping may have put it at the head of a line.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.patterns import regex
from tipdiff.reading.ends import is_closed
from tipdiff.reading.labels import Label, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.reading.layout import Line

__all__ = ["with_enumerations"]

#: What stands before a member: (a), b), (iii), (2).
_MARKER = regex(r"(?<!\S)(?P<o>\(?)(?P<v>[a-z]|[ivx]{2,4}|\d{1,2})\)(?=\s+(?P<c>\S))")
_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
#: So many members are an enumeration.
_FEWEST: Final = 2


@frozen(eq=False)
class _Member:
    """A letter or number in brackets in a line."""

    line: int
    start: int
    end: int
    style: str
    value: str
    begins: (
        bool  #: nothing, or what ends as a sentence or lead does, stands before, and it begins so
    )
    led: bool  #: a colon stands before


def with_enumerations(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a body, cut where an item begins inside them.

    Args:
        found: All lines, of whatever kind.

    """
    items: dict[int, list[_Member]] = {}
    inside: set[int] = set()
    for is_text, run in groupby(enumerate(found), key=lambda each: each[1].kind == "text"):
        for members in _enumerations(list(run)) if is_text else ():
            if all(member.start == 0 for member in members):
                continue  # a list on lines of its own
            if all(m.begins and not (m.led and k) for k, m in enumerate(members)):
                for member in members:
                    items.setdefault(member.line, []).append(member)
            else:
                inside.update(member.line for member in members if member.start == 0)
    return [
        piece
        for index, line in enumerate(found)
        for piece in _pieces(line, items.get(index, ()), inside=index in inside)
    ]


def _enumerations(lines: Sequence[tuple[int, Line]]) -> Iterator[list[_Member]]:
    """Yield the runs of members in a paragraph that count up in order from the first."""
    run: list[_Member] = []
    for member in _members(lines):
        if run and member.style == run[-1].style and _follows(run, member.value):
            run.append(member)
            continue
        if member.value in {"a", "i", "1"}:
            if len(run) >= _FEWEST:
                yield run
            run = [member]
    if len(run) >= _FEWEST:
        yield run


def _follows(run: Sequence[_Member], value: str) -> bool:
    """Tell whether a member comes next: ii behind i, j behind i where the run is one of letters."""
    first, last = run[0].value, run[-1].value
    if last.isdecimal():
        return value.isdecimal() and int(value) == int(last) + 1
    if first == "i":
        return last in _ROMAN[:-1] and value == _ROMAN[_ROMAN.index(last) + 1]
    return len(value) == 1 and ord(value) == ord(last) + 1


def _members(lines: Sequence[tuple[int, Line]]) -> Iterator[_Member]:
    above = ""
    for index, line in lines:
        if ")" in line.text:
            for match in _MARKER.finditer(line.text):
                before = line.text[: match.start()].rstrip() or above
                begins = not before or (is_closed(before) and not before.endswith(";"))
                yield _Member(
                    index,
                    match.start(),
                    match.end(),
                    match["o"],
                    match["v"],
                    begins and not match["c"].islower(),
                    before.endswith(":"),
                )
        above = line.text


def _pieces(line: Line, members: Sequence[_Member], *, inside: bool) -> Iterator[Line]:
    """Yield the pieces of a line: each item with its letter as label."""
    if not members:
        yield evolve(line, label=Label()) if inside else line
        return
    at = {member.start: member for member in members}
    for first, end in pairwise(sorted({0, *at, len(line.text)})):
        text = line.text[first:end].rstrip()
        # A piece reaches as far to the right as it does in its line.
        start, indent = line.start + first, line.indent + first
        label = line.label
        if first in at:
            member = at[first]
            length = member.end - first
            token = Token("item", member.value, None, 0, length, text[:length])
            rest = len(text) - len(text[length:].lstrip())
            label = Label((token,), rest)
        yield evolve(
            line, text=text, start=start, end=start + len(text), indent=indent, label=label
        )
