"""What stands around the rows of a table: headings and title above, rules and the source below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from tipdiff.patterns import regex
from tipdiff.reading.labels import parse
from tipdiff.reading.layout import is_closed
from tipdiff.reading.tables.cells import YEAR, Cells, cells_of, is_ruling, single_spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line
    from tipdiff.reading.tables.columns import Columns

__all__ = ["Top", "above", "last_line", "title_of", "titles", "years_of"]

#: Headings take no more lines than this, and a title neither.
_MAX_LINES: Final = 3
#: One heading, and one title, are no longer than this.
_MAX_HEAD: Final = 30
_MAX_TITLE: Final = 90
#: A title with a colon behind it names something in so many words; a longer one is a sentence.
_MAX_NAMING: Final = 6
#: A line this far to the right of the rows' names is set over the columns.
_CENTRED: Final = 6
#: What stands over the years of a table, and is no title of it.
_OVER_YEARS = regex(r"(?:(?:calendar|fiscal)\s+)?years?:?", re.IGNORECASE)
#: What opens a title, whatever case it is in and whatever stands between: Table 2: Seizures.
_NUMBERED = regex(r"(?:table|chart|annex)\s+(?:\d{1,2}|[IVX]{1,4}|[A-Z])\b", re.IGNORECASE)
#: What a title says of its figures, in small letters: (in millions of dollars).
_UNIT = regex(r"\s*\([^()]+\)")
#: The title's small words.
_SMALL: Final = frozenset("a an and as at by for from in into of on or the to with per vs".split())
_SOURCE = regex(r"\(?sources?\s*[:.\u2013-]", re.IGNORECASE)
_ENDS: Final = (".", ";", "?", "!")
_WORD = regex(r"\S+")


@define(eq=False)
class Top:
    """What stands above the rows: the first line of it, headings from the top, lines of a title."""

    first: int
    heads: list[Cells] = Factory(list)
    titles: list[int] = Factory(list)


def years_of(line: Line) -> Cells | None:
    """Return the cells of a line of years: 2004  2005  2006, or Year 2004 2005 2006."""
    cells = cells_of(line)
    if cells.is_years:
        return cells
    if len(cells.pieces) > 1:
        return None
    words = _WORD.findall(line.text)
    if len(words) > 2 and all(YEAR.fullmatch(word) for word in words[1:]):
        first = YEAR.fullmatch(words[0]) or words[0][:1].isupper()
        close = single_spaced(line, len(words) - 1) if first else None
    elif len(words) == 2 and all(YEAR.fullmatch(word) for word in words):
        close = single_spaced(line, 1)
    else:
        close = None
    return close


def above(lines: Sequence[Line], first: int, floor: int, columns: Columns) -> Top:
    """Return what stands above the rows of a table.

    Args:
        lines: The lines of the body.
        first: The first row's.
        floor: The first that may belong to the table.
        columns: Where its columns stand.

    """
    top = Top(first)
    blank = False
    for place in range(first - 1, floor - 1, -1):
        line = lines[place]
        if line.kind == "blank":
            if blank or top.heads:
                break
            blank = True
        elif line.kind == "text" and not is_ruling(line.text):
            over_years = top.heads and _OVER_YEARS.fullmatch(line.text)
            cells = None if over_years else _heads(line, columns, near=not top.heads)
            if cells is not None and len(top.heads) < _MAX_LINES:
                top.heads.insert(0, cells)
            elif not over_years:
                break
            top.first = place
    over = columns.names[0] if top.heads else None
    top.first, top.titles = titles(lines, top.first, floor, over)
    return _framed(lines, top, floor)


def titles(
    lines: Sequence[Line], first: int, floor: int, names: int | None = None
) -> tuple[int, list[int]]:
    """Return the first line of a table with its title, and the lines of that.

    Beyond a blank line or a rule only a table's number shows that a line is its title.

    Args:
        lines: The lines of the body.
        first: The first line of the table.
        floor: The first that may belong to it.
        names: Where the rows' names begin: a line far to the right of them, over the headings, is
            a title in whatever words; None where that tells nothing.

    """
    found: list[int] = []
    apart = False
    for place in range(first - 1, floor - 1, -1):
        line = lines[place]
        ruled = line.kind == "rule" or (line.kind == "text" and is_ruling(line.text))
        if (line.kind == "blank" or ruled) and not apart and not found:
            apart = True
        elif (
            ruled
            or not _is_title(lines, place, len(found), None if apart else names)
            or (apart and not found and not _NUMBERED.match(line.text))
        ):
            break
        else:
            found.insert(0, place)
    return (found[0] if found else first), found


def title_of(lines: Sequence[Line], places: Sequence[int]) -> str | None:
    """Return a title of a few lines in one, or None where there is none."""
    words = " ".join(lines[place].text for place in places).split()
    return " ".join(words).rstrip(":") or None


def _framed(lines: Sequence[Line], top: Top, floor: int) -> Top:
    """Take the rule above a table with it, where it cannot be the rule below a heading."""
    before = top.first - 1
    if before >= floor and lines[before].kind == "rule":
        over = lines[before - 1].kind if before > floor else "blank"
        if over == "blank":
            top.first = before
    return top


def _heads(line: Line, columns: Columns, *, near: bool) -> Cells | None:
    """Return a line's cells where they are headings of the columns.

    Args:
        line: The line.
        columns: The columns.
        near: Whether nothing stands between it and the rows.

    """
    years = years_of(line)
    if years is not None or parse(line.text) or _NUMBERED.match(line.text):
        return years
    cells, count = cells_of(line), len(columns.edges)
    if len(cells.pieces) == 1:
        year = count == 1 and cells.pieces[0].is_year
        return cells if year else _close_heads(line, count) if near else None
    texts = [piece.text for piece in cells.pieces]
    figures = any(piece.is_figure and not piece.is_year for piece in cells.pieces)
    long = len(texts) > count + 1 or any(len(text) > _MAX_HEAD for text in texts)
    return None if figures or long or any(_ends(text) for text in texts) else cells


def _close_heads(line: Line, count: int) -> Cells | None:
    """Return headings with one space between them: Year Arrests Convictions."""
    words = line.text.split()
    named = all(word[0].isupper() or YEAR.fullmatch(word) for word in words)
    if not named or line.text.endswith((*_ENDS, ":")):
        return None
    return single_spaced(line, count) if len(words) == count + 1 and count > 1 else None


def _ends(text: str) -> bool:
    """Tell whether a heading ends as a sentence: "No." and "Est." do not."""
    return text.endswith(_ENDS) and len(text.rsplit(maxsplit=1)[-1]) > len("Pct.")


def _is_title(lines: Sequence[Line], place: int, found: int, names: int | None) -> bool:
    """Tell whether a line above a table's headings or rows is its title.

    Args:
        lines: The lines of the body.
        place: The line.
        found: How many lines of the title are known.
        names: Where the rows' names begin, if that tells anything.

    """
    line = lines[place]
    text = line.text
    if line.kind != "text" or found == _MAX_LINES or len(text) > _MAX_TITLE:
        return False
    if text.endswith((*_ENDS, ",")) or parse(text):
        return False
    if len(cells_of(line).pieces) > 1 and not _NUMBERED.match(text):
        return False
    if text.endswith(":") and len(text.split()) > _MAX_NAMING:
        return False
    over = lines[place - 1] if place else None
    torn = over is not None and over.kind == "text" and not is_closed(over.text)
    if names is not None and line.indent >= names + _CENTRED and text[0].isupper():
        return True
    return _named(text) and (over is None or not torn or _named(over.text))


def _named(text: str) -> bool:
    """Tell whether a line is in the words of a title."""
    words = _UNIT.sub("", text).split()
    return _NUMBERED.match(text) is not None or all(
        word[0].isupper() or word in _SMALL or not word[0].isalpha() for word in words
    )


def last_line(lines: Sequence[Line], last: int) -> int:
    """Return the last line of a table whose last row stands there: rules, and its source."""
    place, blank = last + 1, False
    while place < len(lines):
        line = lines[place]
        if line.kind == "rule" or (line.kind == "text" and is_ruling(line.text)):
            if blank:
                break
            last = place
        elif line.kind == "blank" and not blank:
            blank = True
        elif line.kind == "text" and _SOURCE.match(line.text):
            last = _end_of_source(lines, place)
            break
        else:
            break
        place += 1
    return last


def _end_of_source(lines: Sequence[Line], place: int) -> int:
    """Return the last line of a source that is wrapped."""
    while (
        place + 1 < len(lines)
        and lines[place + 1].kind == "text"
        and not parse(lines[place + 1].text)
        and not is_closed(lines[place].text)
    ):
        place += 1
    return place
