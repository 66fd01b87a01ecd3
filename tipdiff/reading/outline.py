"""Outlines: the numbers 1, 1.1, 1.2, 2 ... that a report counts its parts by.

A number in front of a line can as well be a figure that wrapping has put there ("spent / 2.1
million crowns"), a row's or an item's. So no line is judged alone: those that could be numbered are
put into the longest run that counts up in order, and only what stands in it is the outline's. A
line of it that names a matter, with text below, is a heading of the level that its number has; one
that says something is a paragraph, or an item of a list, and the number is its label. In neither
is it a figure.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.patterns import regex
from tipdiff.reading.ends import UNFINISHED, is_closed
from tipdiff.reading.labels import Label, Token
from tipdiff.reading.naming import is_matter, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["NUMBERED", "with_outline"]

#: A number of at most five levels, and what can part it from the words: ``1 Ports``,
#: ``1.1. Ports``, ``2.3 - Ports``, ``Chapter 2: Ports``.
NUMBERED: Final = regex(
    r"(?P<c>(?:Chapter|Section|Part|CHAPTER|SECTION|PART) )?(?P<v>\d{1,2}(?:\.\d{1,2}){0,4})"
    r"(?P<s>[.:]?)(?:\s+[-\u2013\u2014])?\s+(?=[\"'\u201c(]?[A-Z])"
)
#: An outline has so many lines; one that begins in the middle, as that of a later part, has more.
_LEAST: Final = 2
_LEAST_LATER: Final = 3
#: So many numbers can be missing before one: those of headings that were lost.
_MOST_MISSING: Final = 2
#: So many lines below a heading tell how wide its text is.
_NEAR: Final = 4
#: A line of text below a heading has at least so many letters.
_MIN_TEXT: Final = 14

_Number = tuple[int, ...]


@frozen(eq=False)
class _Candidate:
    """A line that can be numbered."""

    index: int
    number: _Number
    stopped: bool  #: a stop stands behind the number, as behind that of a paragraph
    names: bool  #: the words name a matter, and the line was ended on purpose
    rest: int  #: where the words begin
    below: int | None  #: the next line of text, if there is any


def with_outline(found: Sequence[Line], *, own: bool = False) -> list[Line]:
    """Return the lines of a body, those of its outline with their label and level.

    Args:
        found: All lines, of whatever kind.
        own: Whether it is no cable's: then plain numbers with a stop (``1. Ports``) are no
            paragraphs', and chapters no law's.

    """
    lines = list(found)
    candidates = _candidates(found, own=own)
    run = _longest(candidates)
    if not _is_proven(found, run, {it.index for it in candidates}):
        return lines
    inner = {above.index for above, it in pairwise(run) if it.number[:-1] == above.number}
    listed = {it.index for it in run} - inner
    for it in run:
        line = lines[it.index]
        number = ".".join(map(str, it.number))
        token = Token("outline", number, None, 0, it.rest, line.text[: it.rest].rstrip())
        # Names right below one another are a list, and nothing stands below a name at the end.
        heads = it.names and it.below is not None and (it.index in inner or it.below not in listed)
        level = len(it.number) if heads else 0
        lines[it.index] = evolve(line, label=Label((token,), it.rest), level=level)
    return lines


def _candidates(found: Sequence[Line], *, own: bool) -> list[_Candidate]:
    """Return the lines that can be numbered: their number begins what it stands before."""
    below: list[int | None] = [None] * len(found)
    following: int | None = None
    for index in range(len(found) - 1, -1, -1):
        below[index] = following
        following = index if found[index].kind == "text" else following
    made: list[_Candidate] = []
    for index, line in enumerate(found):
        match = NUMBERED.match(line.text) if line.kind == "text" else None
        if match is None or not (own or not match["c"]) or not _begins(found, index, made):
            continue
        number = tuple(map(int, match["v"].split(".")))
        names = _names(found, index, match.end(), below[index])
        stop = bool(match["s"]) and not own
        if len(number) > 1 or names:
            made.append(_Candidate(index, number, stop, names, match.end(), below[index]))
    return made


def _begins(found: Sequence[Line], index: int, made: Sequence[_Candidate]) -> bool:
    """Tell whether a line begins something: no sentence is open right above it."""
    above = found[index - 1] if index else None
    if above is None or above.kind != "text" or is_closed(above.text):
        return True
    return bool(made) and made[-1].index == index - 1 and made[-1].names


def _names(found: Sequence[Line], index: int, rest: int, below: int | None) -> bool:
    """Tell whether the words behind a number name a matter, on a line ended on purpose."""
    name = found[index].text[rest:]
    if below != index + 1:
        return is_matter(name)
    second = found[index + 1].text
    if second[:1].islower() or UNFINISHED.search(name):
        return False
    if is_title(name):
        return True
    # A sentence that is wrapped fills its line: the next one's first word had no room in it.
    near = takewhile(lambda line: line.kind == "text", found[index + 1 : index + 1 + _NEAR])
    wide = max(line.width for line in near) - found[index].width > len(second.split(" ", 1)[0])
    return is_matter(name) and (wide or NUMBERED.match(second) is not None)


def _longest(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the longest run of candidates whose numbers count up in order; the first of several.

    A number follows the one it is the first part of (1.1 follows 1), and what has the number before
    it, or a part of that (2 follows 1, 1.3 and 1.3.2). Of a run that begins in the middle the
    beginning is elsewhere, in another part.
    """
    # By a number and each number that it is a part of: how long the longest run is that ends with
    # it, and its last candidate.
    exact: dict[_Number, tuple[int, int]] = {}
    within: dict[_Number, tuple[int, int]] = {}
    before: list[int | None] = []
    for place, it in enumerate(candidates):
        above, last = it.number[:-1], it.number[-1]
        # 1.1.1 is the first part of 1 too, where the heading 1.1 was lost.
        ones = len(it.number) - len(tuple(takewhile(lambda each: each == 1, it.number[::-1])))
        ways = [exact.get(it.number[:depth]) for depth in range(max(ones, 1), len(it.number))]
        ways += [
            within.get((*above, last - step))
            for step in range(1, 2 + _MOST_MISSING)
            if last - step > 0
        ]
        length, previous = max(
            (way for way in ways if way), key=lambda way: way[0], default=(0, -1)
        )
        before.append(previous if length else None)
        ended = (length + 1, place)
        for depth in range(1, len(it.number) + 1):
            part = it.number[:depth]
            if within.get(part, (0, 0))[0] < ended[0]:
                within[part] = ended
        if exact.get(it.number, (0, 0))[0] < ended[0]:
            exact[it.number] = ended
    at: int | None = max(exact.values(), key=lambda way: (way[0], -way[1]), default=(0, None))[1]
    run: list[_Candidate] = []
    while at is not None:
        run.append(candidates[at])
        at = before[at]
    return run[::-1]


def _is_proven(found: Sequence[Line], run: Sequence[_Candidate], numbered: set[int]) -> bool:
    """Tell whether a run is an outline, and no list or chance.

    Numbers of several levels prove it. Plain ones with a stop are the paragraphs' of any cable;
    those without must all be headings, each with text of its own.
    """
    if not run:
        return False
    starts = set(run[0].number) <= {0, 1}
    if len(run) < (_LEAST if starts else _LEAST_LATER):
        return False
    if any(len(it.number) > 1 for it in run):
        return True
    above = next((k for k in range(run[0].index - 1, -1, -1) if found[k].kind == "text"), None)
    led = above is not None and found[above].text.endswith(":")
    return (
        starts
        and not led
        and all(
            it.names
            and not it.stopped
            and it.below is not None
            and it.below not in numbered
            and len(found[it.below].text) >= _MIN_TEXT
            for it in run
        )
    )
