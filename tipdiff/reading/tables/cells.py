"""From a line to the cells of a table's row, if it can be one: by pipes, tabs, dots or spaces.

A cell is a stretch of the line that a separator sets apart. What the line looks like is all that is
told here; whether it is a row, its neighbours tell (:mod:`tipdiff.reading.tables`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from attrs import evolve, frozen

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.reading.layout import Line

__all__ = [
    "YEAR",
    "Cells",
    "Piece",
    "Separator",
    "cells_of",
    "is_ruling",
    "may_be_row",
    "single_spaced",
    "year_of",
]

Separator = Literal["pipe", "tab", "dots", "spaces", "space"]

_NUMBER = r"(?:\d{1,3}(?:,\d{2,3})+|\d{1,9})(?:\.\d+)?"
#: What an entry can be but words, each with a sample. A telephone number and a date are none.
FIGURES: Final = (
    (
        rf"[<>~+-]?\s?(?:(?:[A-Z]{{2,3}}|Rs\.?|Tk\.?)\s?)?[$\u20ac\u00a3\u00a5]?\s*-?{_NUMBER}"
        r"(?:\s?(?:%|percent|pct\.?|kgs?|kilos?|mt|tons?|ha|hectares?|liters?|million|billion|m|bn"
        r"|mn|k|USD|EUR|units?|persons?|cases?|hrs?\.?|hours?))?",
        "US$ 1,240.5 million",
    ),
    (rf"\({_NUMBER}%?\)", "(12)"),
    (rf"{_NUMBER}\s?\([^()]{{1,24}}\)", "12 (2 minors)"),
)
_MARKS = r"\s?(?:\*{1,3}|\(\w\)|\[\w\]|\+)?"
_FIGURE = regex(rf"(?:{'|'.join(form for form, _ in FIGURES)}){_MARKS}", re.IGNORECASE)
#: What stands where a figure is not known.
_ABSENT = regex(
    r"n\.?\s?/?\s?a\.?|n\.?d\.?|none|nil|unk(?:nown)?\.?|tbd|pending|-{1,3}|\u2013|\u2014|\.{2,3}|\?|\*",
    re.IGNORECASE,
)
#: A column's or a row's year: 2004, FY 2005, CY2005, 2004*, 2004-05, 2005/2006, 2005 (est.).
YEAR = regex(
    r"(?:(?:FY|CY|Year|End)[- ]?)?(?:19|20)\d\d(?:\s?[-/\u2013]\s?(?:(?:19|20)?\d\d))?"
    r"\s?(?:\*{1,3}|\([^()]{1,14}\))?:?",
    re.IGNORECASE,
)
_FOUR = regex(r"(?:19|20)\d\d")
#: Hours spent on a report are a list, though they stand in a column.
_HOURS = regex(r"\d\s?(?:hrs?|hours?)\b", re.IGNORECASE)
#: A long number without commas: a telephone's or an account's.
_LONG = regex(r"\d{7}")

_PIPE = regex(r"\s*\|\s*")
_TAB = regex(r" *\t *")
_DOTS = regex(r"(?<!\s)\s*(?:\.{3,}|\u2026+|(?:\s\.){3,})\s*(?=\S)")
_SPACES = regex(r"\s{2,}")
#: What a row has beside a figure: something that sets it apart, or a year in front of it. Most
#: lines of a report have neither, and need not be cut into cells to know it.
_SET_APART = regex(r"\s\s|[\t\u2026]|\.{3}|\s\.\s\.")
_YEAR_AHEAD = regex(r"(?:\S+\s)?\S*?(?:19|20)\d\d")
_DIGIT = regex(r"\d")
#: A line of nothing but what rules are drawn with: ----  ---  or |-----|:---:| or +----+.
_RULING = regex(r"(?=.*[-=_]{2})[-=_|+:\s]+")
#: A currency's sign, a rank or a sign that spaces set apart from its figure.
_APART = regex(r"[$\u20ac\u00a3\u00a5]|US\$|[<>~]")
_RANK = regex(r"\d{1,2}[.)]?")


@frozen
class Piece:
    """One cell: its text, where it begins in the line, and how far to the right it stands."""

    text: str
    at: int
    left: int

    @property
    def right(self) -> int:
        """Where it ends, on the page."""
        return self.left + len(self.text)

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure: one that can be wrong is none."""
        return _FIGURE.fullmatch(self.text) is not None and not _LONG.search(self.text)

    @property
    def is_entry(self) -> bool:
        """Whether it is a figure, or stands where one is not known."""
        return self.is_figure or _ABSENT.fullmatch(self.text) is not None

    @property
    def is_year(self) -> bool:
        """Whether it is a year and nothing else."""
        return YEAR.fullmatch(self.text.lstrip("\u00b6\u00a7 ")) is not None

    @property
    def is_hours(self) -> bool:
        """Whether it is time spent."""
        return _HOURS.search(self.text) is not None


@frozen
class Cells:
    """A line's cells; ``name`` is the first, the rest are its entries."""

    pieces: tuple[Piece, ...]
    by: Separator

    @property
    def entries(self) -> tuple[Piece, ...]:
        """All but the name."""
        return self.pieces[1:]

    @property
    def figures(self) -> int:
        """How many entries are figures."""
        return sum(piece.is_figure for piece in self.entries)

    @property
    def is_years(self) -> bool:
        """Whether the cells are years, but for what stands above the names."""
        years = [piece.is_year for piece in self.pieces]
        return sum(years) > 1 and all(years[1:])

    @property
    def is_row(self) -> bool:
        """Whether there are a name, and figures or what stands for them, and nothing else."""
        if len(self.pieces) < 2 or not self.figures or self.is_years:
            return False
        return _is_name(self.pieces[0]) and all(piece.is_entry for piece in self.entries)

    @property
    def is_total(self) -> bool:
        """Whether the row adds up those above it, whatever group they stand in."""
        return (
            re.match(r"(?:grand |sub-?)?totals?\b", self.pieces[0].text, re.IGNORECASE) is not None
        )


def _is_name(piece: Piece) -> bool:
    named = any(character.isalpha() for character in piece.text)
    if piece.is_year:
        return True
    return named and not piece.text.endswith((".", "?", "!", ";", ",")) and not piece.is_figure


def year_of(text: str) -> int | None:
    """Return the year that a heading or a name is, the last of a span: FY 2005, 2004/2005."""
    if YEAR.fullmatch(text) is None:
        return None
    first = int(_FOUR.findall(text)[0])
    span = re.search(r"\d\d\d\d\s?[-/\u2013]\s?(\d\d(?:\d\d)?)", text)
    if span is None:
        return first
    last = int(span[1])
    last = last if last > 99 else first // 100 * 100 + last
    return last if first < last <= first + 1 else None


def is_ruling(text: str) -> bool:
    """Tell whether a line only draws a table's rules."""
    return _RULING.fullmatch(text) is not None


def may_be_row(text: str) -> bool:
    """Tell at a glance whether a line can be a row, or one of years, by itself."""
    return _DIGIT.search(text) is not None and (
        _SET_APART.search(text) is not None or _YEAR_AHEAD.match(text) is not None
    )


def cells_of(line: Line) -> Cells:
    """Return the cells of a line: one, where nothing is set apart."""
    text = line.text
    if "|" in text:
        return Cells(_split(line, _PIPE, keep=True), "pipe")
    if "\t" in text:
        return Cells(_split(line, _TAB, keep=True), "tab")
    by: Separator = "dots" if _DOTS.search(text) else "spaces"
    pieces = _split(line, _DOTS if by == "dots" else _SPACES, keep=False)
    if by == "dots":
        pieces = tuple(p for piece in pieces for p in _again(piece))
    return Cells(_joined(pieces), by)


def single_spaced(line: Line, entries: int) -> Cells | None:
    """Return a line's cells where a mirror has left one space between them: Arrests 12 14 9.

    Args:
        line: The line.
        entries: How many there are beside the name.

    """
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", line.text)]
    if len(words) <= entries:
        return None
    cut = words[-entries][1]
    name = line.text[:cut].rstrip()
    pieces = (
        Piece(name, 0, line.indent),
        *(Piece(word, at, line.indent + at) for word, at in words[-entries:]),
    )
    return Cells(pieces, "space")


def _split(line: Line, separator: re.Pattern[str], *, keep: bool) -> tuple[Piece, ...]:
    """Return what separators set apart; empty cells inside are kept where they can be told."""
    text = line.text
    edges = [(match.start(), match.end()) for match in separator.finditer(text)]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    spans = list(zip(starts, ends, strict=True))
    if separator is _PIPE:  # those of the frame
        spans = spans[text.startswith("|") : len(spans) - text.endswith("|")]
    return tuple(
        Piece(text[start:end].strip(), start, line.indent + start)
        for start, end in spans
        if keep or end > start
    )


def _again(piece: Piece) -> list[Piece]:
    """Cut what dots have set apart at its spaces, too: ..... 12   14."""
    found, at = [], 0
    for match in (*_SPACES.finditer(piece.text), None):
        end = len(piece.text) if match is None else match.start()
        if end > at:
            found.append(Piece(piece.text[at:end], piece.at + at, piece.left + at))
        at = end if match is None else match.end()
    return found


def _joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Put a sign to its figure, and a rank to its name."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        sign = last is not None and _APART.fullmatch(last.text)
        rank = len(found) == 1 and last is not None and _RANK.fullmatch(last.text)
        if last is not None and (sign or (rank and piece.text[:1].isalpha())):
            gap = piece.at - last.at - len(last.text)
            found[-1] = evolve(last, text=last.text + " " * gap + piece.text)
        else:
            found.append(piece)
    return tuple(found)
