"""The claims of a table's row: a figure for each entry, of the column's year and the row's name.

An entry says nothing by itself, so it is read in a phrase that says what it is: the figure, the
words above its column, the group and name of its row ("14 cases opened", "5,000 arrests of
foreigners"). The phrase is only read; the claim's ``text`` and ``span`` are the entry's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.claims.extract import Antecedents, read_claims
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.claims.indicators.matching import Indicators
    from tipdiff.records import Cell, Claim, Row, Statement

__all__ = ["row_claims"]

_YEARS = regex(
    r"\b(?:(?:FY|CY)[- ]?)?(?:19|20)\d\d(?:\s?[-/\u2013]\s?(?:(?:19|20)?\d\d))?\b[*:]*",
    re.IGNORECASE,
)
#: What stands where there were none.
_NONE = regex(r"none|nil", re.IGNORECASE)
#: What is said of the figures in brackets: Cocaine (kg), Stock (US$ million), (in thousands).
_SAID = regex(r"\((?:in |per )?(?P<unit>[^()]+)\)")
#: The same without brackets, in a title: Stock in millions of dollars.
_SUM = regex(r"\b(?:thousand|million|billion)s?(?: of)? (?:US )?(?:dollars|\$)", re.IGNORECASE)
#: Signs of a footnote behind a figure, and a loss in brackets.
_NOTED = regex(r"\s?(?:\*{1,3}|\([a-z]\)|\[\w\]|\+)$")
_LOSS = regex(r"\(([\d.,]+%?)\)")
_FIGURE = regex(r"-?[\d.,]+")

#: What stands before the name of what is counted, and says nothing of it.
_COUNT = regex(r"^(?:total )?(?:number|no\.) of ", re.IGNORECASE)
#: The name of a row that adds up the others.
_TOTAL = regex(r"(?:grand |sub-?)?totals?", re.IGNORECASE)
#: A title of no more words than this can say what the rows are rows of: Arrests.
_SHORT: Final = 3

#: How a unit is said before a figure and behind it: (pattern in small letters, before, behind).
_UNITS: Final = (
    (regex(r"us\$|usd|\bdollars?\b|\$"), "$", ""),
    (regex(r"\bgbp\b|\bpounds sterling\b"), "GBP ", ""),
    (regex(r"\beuros?\b|\beur\b"), "EUR ", ""),
    (regex(r"%|\bpercent(?:age)?\b|\bpct\b"), "", " percent"),
)
_SHORT_SCALES: Final = {"mn": "million", "bn": "billion"}
_SCALE = regex(r"\b(thousand|million|billion)s?\b|\b(mn|bn)\b")


@frozen
class _Place:
    """An entry of a row, and what the table says around it."""

    cell: Cell
    row: Row
    lead: str  #: the statement that introduces the table

    @property
    def column(self) -> str:
        """The words above the column."""
        return _bare(self.cell.column)

    @property
    def name(self) -> str:
        """The row's name, where it is no year."""
        return "" if self.row.year is not None else _bare(self.row.name)

    @property
    def is_total(self) -> bool:
        """Whether the row adds up the others."""
        return _TOTAL.fullmatch(self.name) is not None

    @property
    def title(self) -> str:
        """The title, where it is short enough to say what the rows are of."""
        title = _bare(self.row.title)
        return title if len(title.split()) <= _SHORT else ""

    @property
    def what(self) -> str:
        """What the entry counts, in the words of its column and row."""
        of = f"{_bare(self.row.group)} of {self.name}" if self.row.group else self.name
        return f"{self.column} {of}".strip() or _bare(self.row.title)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What may be said of the entry, the likeliest first; in the end nothing."""
        of_title = (
            f"{self.column} {self.title}" if self.is_total else f"{self.title} of {self.name}"
        )
        return (self.what, *((of_title,) if self.title and self.name else ()), self.name, "")


def row_claims(
    statement: Statement, covers: int | None, indicators: Indicators, lead: str = ""
) -> tuple[Claim, ...]:
    """Return the claims of a row, in the order of its columns.

    Args:
        statement: A statement of the kind ``row``.
        covers: The year the report is about: the period of figures without a year of their own.
        indicators: What the claims' indicators are.
        lead: The text of the statement that introduces the table; it may say what unit is meant.

    """
    row = statement.row
    if row is None:
        return ()
    found: list[Claim] = []
    for cell in row.cells:
        read = _read(_Place(cell, row, lead), statement.text, indicators)
        names = {c.id: f"{statement.id}#{len(found) + k}" for k, c in enumerate(read, start=1)}
        year = cell.year if cell.year is not None else row.year
        for claim in read:
            stated = claim.stated if year is None else year
            found.append(
                evolve(
                    claim,
                    id=names[claim.id],
                    of=names.get(claim.of or ""),
                    equivalent=names.get(claim.equivalent or ""),
                    stated=stated,
                    period=covers if stated is None else stated,
                    period_from=None,
                )
            )
    return tuple(found)


def _read(place: _Place, text: str, indicators: Indicators) -> list[Claim]:
    """Return the claims of one entry, their places in the row's text."""
    figure = _figure(place)
    if figure is None:
        return []
    found: list[Claim] = []
    plain = False
    for phrase in place.phrases:
        claims = read_claims(f"{figure} {phrase}".strip(), "", None, Antecedents(), indicators)
        claims = [claim for claim in claims if claim.span[0] < len(figure)]
        known = any(claim.indicator is not None for claim in claims)
        if claims and (known or not found):
            found = claims
            plain = phrase == place.what or place.is_total
        if known:
            break
    printed = place.cell.text.startswith(figure)
    return [
        evolve(
            claim,
            text=text[slice(*span)],
            span=span,
            counted=(claim.counted if claim.event else place.what) or claim.counted,
            breakdown=_breakdown(claim, place, plain=plain),
        )
        for claim in (found if printed else found[:1])
        for span in [_span(claim, place.cell, alone=len(found) == 1 or not printed)]
    ]


def _span(claim: Claim, cell: Cell, *, alone: bool) -> tuple[int, int]:
    """Return where a claim lies in the row: one that is alone is the whole entry."""
    start, end = cell.span
    if alone:
        return start, end
    return start + claim.span[0], min(start + claim.span[1], end)


def _figure(place: _Place) -> str | None:
    """Return an entry's figure with its unit as a sentence has it; None where there is none."""
    text = place.cell.text
    if _NONE.fullmatch(text):
        return "0"
    figure = _LOSS.sub(r"-\1", _NOTED.sub("", text), count=1)
    if not any(character.isdigit() for character in figure):
        return None
    before, behind = _unit(place)
    if _FIGURE.fullmatch(figure):
        return f"{before}{figure}{behind}"
    # "$ 120" in a table of thousands
    bare = before and not any(character.isalpha() for character in figure)
    return f"{figure}{behind}" if bare else figure


def _unit(place: _Place) -> tuple[str, str]:
    """Return what the table says of a figure's unit, before it and behind it."""
    cell, row = place.cell, place.row
    places = (cell.column, row.name, row.group, row.stub, row.title)
    said = [match["unit"] for words in places if words for match in _SAID.finditer(words)]
    said += [match[0] for words in (row.title or "", place.lead) for match in _SUM.finditer(words)]
    said += ["%"] if (cell.column or "").strip().endswith("%") else []
    for unit in said:
        low = unit.lower()
        scale = _SCALE.search(low)
        size = "" if scale is None else f" {scale[1] or _SHORT_SCALES[scale[2]]}"
        for known, before, behind in _UNITS:
            if known.search(low):
                return before, size + behind
        if size:
            return "", size
        if _is_measure(low):
            return "", f" {unit}"
    return "", ""


def _is_measure(unit: str) -> bool:
    """Tell whether words are a measure: kg, hectares."""
    read = read_claims(f"1 {unit}", "", None, Antecedents())
    return len(read) == 1 and read[0].unit != "count"


def _bare(words: str | None) -> str:
    """Return words without years and what brackets say of the unit."""
    bare = " ".join(_SAID.sub(" ", _YEARS.sub(" ", words or "")).split()).strip(" :,-\u2013")
    return _COUNT.sub("", bare)


def _breakdown(claim: Claim, place: _Place, *, plain: bool) -> dict[str, str]:
    """Return of which part a figure is: a row of a known indicator says no more than that."""
    row = place.row
    if claim.indicator is not None and row.group is None and plain:
        return dict(claim.breakdown)
    parts = {
        "table": _bare(row.title),
        "group": _bare(row.group),
        "row": "" if row.year is not None else row.name,
        "column": place.column,
    }
    return {**claim.breakdown, **{key: value for key, value in parts.items() if value}}
