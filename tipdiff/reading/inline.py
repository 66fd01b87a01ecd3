"""Where one line of the source holds several: labels, numbers and rules in mid-line.

A mirror joins what stood on lines of their own. Nothing but the signs themselves tells where, so a
line is cut only before what no sentence has in it: a label with its classification, a decimal
number with its title, the next paragraph's number between double spaces, a long rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading.labels import CLASSIFICATION

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CUTS", "MAY_BE_CUT", "pieces"]

_ENDED = r"(?<=[.?!)\"'\u201d:-])"

#: Where a line is cut: (what the pattern finds, with the cut at its end; sample with ``|`` there).
CUTS: Final[tuple[tuple[str, str], ...]] = (
    (
        rf"{_ENDED} +(?=(?:-{{1,2}} ?(?:\d{{1,2}} ?)?[A-Z][.)]|\u00b6\d{{1,2}}\.)"
        rf" *{CLASSIFICATION})",
        "They sail. |--B. (SBU) The ferries",
    ),
    (rf"{_ENDED} +(?=\d{{1,2}}\.? ?{CLASSIFICATION} )", "They sail.  |2. (U) The ferries"),
    (r"(?<=[.?!)\"'\u201d])  +(?=\d{1,2}\.  [A-Z])", "They sail.  |2.  The ferries"),
    (
        rf"{_ENDED} +(?=[A-Z]\.\d{{1,2}}(?:\.[a-z])?\.? +[A-Z][A-Za-z]+(?:[ -]|$))",
        "They sail. |A.2. Piers",
    ),
    (r"(?<=\w) {2,}(?=[A-Z]\.\d{1,2}\. +[A-Z][A-Za-z]+(?:[ -]|$))", "Boats sunk: 5  |A.2. Piers"),
    (r"(?<=:) +(?=-{1,2} ?\(1\) )", "They are: |--(1) Tarn"),
    (r"(?<=[^\s\-=_*~]) +(?=(?:[-=_*~] ?){5,}(?:\s|$))", "Night Ferries |----------"),
    (r"(?:(?<=-----)|(?<=(?:= ){4}=)) +(?=[^\s=-])", "---------- |The piers"),
    # The heading above a rule, behind the last sentence of what stood before it.
    (
        r"(?<=[.?!])  +(?=[A-Z][^.?!a-z]{5,90}? +(?:- ?){5,}(?:\s|$))",
        "They sail.  |THE FERRIES |-----",
    ),
)
_CUT = regex("|".join(f"(?:{pattern})" for pattern, _ in CUTS))
#: What a line must hold to be cut at all: most lines need no try.
MAY_BE_CUT: Final = regex(r" [-=_*~\u00b6]|- |= |[ .]\d\d?\.? ?[ (]|[A-Z]\.\d")


def pieces(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines in ``text[at:end]`` begin and end, white space around them left out."""
    cuts = _CUT.finditer(text, at, end) if MAY_BE_CUT.search(text, at, end) else ()
    for cut in (*(match.end() for match in cuts), end):
        piece = text[at:cut].lstrip()
        if piece:
            start = cut - len(piece)
            yield start, start + len(piece.rstrip())
        at = cut
