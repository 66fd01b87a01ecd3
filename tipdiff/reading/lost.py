"""Where text was lost on its way: what stands in the place of lines that never arrived.

A spreadsheet puts ``########`` for a line that is too long for its cell, and a telegraph office
``Missing Section 002`` for what it did not receive. A rule of the same sign round a title is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading.layout import MAX_HEADING_LINES, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["LOST_FORMS", "is_lost_run", "with_lost"]

_WHAT = r"(?:sections?|parts?|pages?|lines?|text|portions?|paragraphs?)"
_NUMBERS = r"(?: (?:no\. ?)?\d{1,3}(?: ?(?:of|to|-|and|&) ?\d{1,3})?)?"
_LOST = r"(?:missing|lost|garbled|omitted|not received|illegible|corrupted|truncated)"
_HASHES = r"#{8,}"
#: What stands in the place of lost text, on a line of its own: (pattern, sample).
LOST_FORMS: Final[tuple[tuple[str, str], ...]] = (
    (r"#{5,}", "######"),
    (rf"[\s\[(<*-]*{_LOST} {_WHAT}{_NUMBERS}[\s\])>*.:-]*", "Missing Section 2"),
    (rf"[\s\[(<*-]*{_WHAT}{_NUMBERS} (?:is |are |was |were )?{_LOST}[\s\])>*.:-]*",
     "[SECTION 002 NOT RECEIVED]"),
    (r"\[(?:garbled?|illegible|text lost|\.\.\.)\]", "[garble]"),
)  # fmt: skip
_FORM = regex("|".join(f"(?:{form})" for form, _ in LOST_FORMS), re.IGNORECASE)
_HASH_LINE = regex(r"#{5,}")
#: The same inside a line, where a mirror has joined the lines. Hardly a line has either beginning,
#: and to look for them takes a tenth of the time.
_INLINE = regex(rf"(?<!\S)(?:{_HASHES}|\[?Missing Section \d{{3}}\]?)(?!\S)")
#: A rule is as long as the title above it, or nearly so.
_NEARLY: Final = 3


def is_lost_run(text: str) -> bool:
    """Tell whether a line is a run of signs as a spreadsheet puts for what has no room."""
    return re.fullmatch(_HASHES, text) is not None


def _tells_loss(text: str) -> bool:
    return ("##" in text or "Missing" in text) and _INLINE.search(text) is not None


def with_lost(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a body with those that tell of a loss as such."""
    made: list[Line] = []
    for place, line in enumerate(found):
        if line.kind not in {"text", "rule"}:
            made.append(line)
        elif _FORM.fullmatch(line.text) and not _is_rule(found, place):
            made.append(Line("lost", line.text, line.start, line.end, line.indent))
        elif line.kind == "text" and _tells_loss(line.text):
            made += _parted(line)
        else:
            made.append(line)
    return made


def _is_rule(found: Sequence[Line], place: int) -> bool:
    """Tell whether a run of signs is a title's rule: it boxes or underlines one."""
    if not _HASH_LINE.fullmatch(found[place].text):
        return False
    return any(_boxes(found, place, step) for step in (-1, 1)) or _underlines(found, place)


def _boxes(found: Sequence[Line], place: int, step: int) -> bool:
    """Tell whether a few lines away there is the other rule, with nothing but text between."""
    for away in range(1, MAX_HEADING_LINES + 2):
        other = place + step * away
        if not 0 <= other < len(found):
            return False
        if found[other].kind != "text":
            return away > 1 and _HASH_LINE.fullmatch(found[other].text) is not None
    return False


def _underlines(found: Sequence[Line], place: int) -> bool:
    """Tell whether the line above is a title, as long as the rule and without a full stop."""
    above = found[place - 1] if place else None
    if above is None or above.kind != "text" or above.text.endswith((".", "?", "!", ",", ";")):
        return False
    return abs(len(above.text) - len(found[place].text)) <= _NEARLY


def _parted(line: Line) -> Iterator[Line]:
    """Yield a line of text, cut where it tells of a loss in its middle."""
    at = 0
    for match in (*_INLINE.finditer(line.text), None):
        end = len(line.text) if match is None else match.start()
        piece = line.text[at:end]
        if bare := piece.strip():
            place = line.start + at + len(piece) - len(piece.lstrip())
            yield Line("text", bare, place, place + len(bare), 0 if at else line.indent)
        if match is not None:
            yield Line("lost", match[0], line.start + match.start(), line.start + match.end())
            at = match.end()
