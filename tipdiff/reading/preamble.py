"""What stands between a cable's fields and its text and is neither: handling, part, subject again.

Each is told by its whole paragraph or line, so that what a numbered paragraph says of handling
stays a statement.
"""

from __future__ import annotations

import re
from typing import Final

from tipdiff.patterns import regex
from tipdiff.reading.labels import CLASSIFICATION
from tipdiff.reading.subject import part_of

__all__ = ["HANDLING", "after_preamble", "is_handling", "is_part_mark"]

_HELD = r"(?:sensitive(?: but unclassified)?|unclassified|sbu|confidential|for official use only)"
_WHAT = (
    r"(?:(?:the )?(?:entire )?(?:text|contents?) of )?(?:this|the) "
    r"(?:cable|message|report|telegram|document|text)"
)
#: How a cable is to be handled: (pattern of a sentence or part of one, sample).
HANDLING: Final[tuple[tuple[str, str], ...]] = (
    (rf"(?:{_WHAT} (?:is|are|contains?) )?{_HELD}(?: information)?(?: \(?sbu\)?)?"
     r"(?: in its entirety)?",
     "THIS CABLE IS SENSITIVE BUT UNCLASSIFIED"),
    (rf"(?:the )?entire text(?: of {_WHAT})?(?: (?:is )?{_HELD})?(?: \(?sbu\)?)?", "ENTIRE TEXT"),
    (rf"this is an? {_HELD} (?:cable|message|report|telegram|document)",
     "THIS IS A SENSITIVE BUT UNCLASSIFIED CABLE"),
    (r"(?:please )?(?:protect|handle|treat)(?: it)? (?:accordingly|appropriately)",
     "PLEASE PROTECT ACCORDINGLY"),
    (r"(?:and )?(?:is )?not (?:intended )?for (?:the )?(?:internet|public)"
     r"(?: (?:distribution|posting|publication|release|use))?(?: until fully cleared)?",
     "NOT FOR INTERNET DISTRIBUTION"),
    (r"(?:and )?(?:is )?not (?:intended )?for (?:distribution|posting|publication|release)"
     r" (?:on|to|outside) [\w. ]{3,40}", "not for distribution on the Internet"),
    (rf"{_WHAT} (?:is|contains?) (?:draft-?)?sensitive(?: but unclassified)?"
     r" (?:information|material)",
     "This message contains draft-sensitive information"),
    (r"(?:please )?do not (?:post|place|put|publish) on (?:the |public )?[\w ]{3,30}",
     "please do not post on the Internet"),
)  # fmt: skip
_HANDLING = regex("|".join(f"(?:{form})" for form, _ in HANDLING), re.IGNORECASE)
_PIECES = regex(r"\s*(?:[.,;:/]|(?<=\s)--?|--|\u2013|\u2014|\band\b)\s*|\s*\n\s*")
_MARK = regex(rf"^{CLASSIFICATION} *(?=\S)")
_PART_MARK = regex(
    r"[\s(\[*-]*(?:this is )?(?:p(?:ar)?t\.?|cable|message) .{1,24}?[\s)\]*.:-]*", re.IGNORECASE
)
_REFS_AGAIN = regex(r"\s*REF(?:S|TELS?|ERENCES?)?:", re.IGNORECASE)
#: A paragraph longer than this is text, whatever it begins with.
_LONGEST: Final = 400


def is_handling(text: str) -> bool:
    """Tell whether a paragraph says nothing but how the cable is to be handled."""
    joined = " ".join(text.split())
    if len(joined) > _LONGEST:
        return False
    bare = _MARK.sub("", joined)
    pieces = [piece for piece in _PIECES.split(bare) if piece.strip(" ()*")]
    return bool(pieces) and all(_HANDLING.fullmatch(piece.strip(" ()*")) for piece in pieces)


def is_part_mark(text: str) -> bool:
    """Tell whether a line says nothing but which part the cable is: (PART 2 OF 3)."""
    return _PART_MARK.fullmatch(text) is not None and part_of(text) is not None


def after_preamble(text: str, start: int, end: int, subject: str, refs: str) -> int:
    """Return where the text begins, behind all that is no text.

    Args:
        text: The document.
        start: Where the fields end.
        end: Where the cable ends.
        subject: The subject, which some mirrors print again above the text ...
        refs: ... with the references.

    """
    while True:
        opening = re.compile(r"\s*").match(text, start, end)
        begin = opening.end() if opening else start
        for taken in (_paragraph(text, begin, end), _line(text, begin, end)):
            if taken > begin and (
                is_handling(text[begin:taken]) or is_part_mark(text[begin:taken])
            ):
                start = taken
                break
        else:
            again = _again(text, begin, end, subject, refs)
            if again is None:
                return start
            start = again


def _line(text: str, start: int, end: int) -> int:
    stop = text.find("\n", start, end)
    return end if stop < 0 else stop


def _paragraph(text: str, start: int, end: int) -> int:
    match = re.compile(r"\n[ \t]*\n").search(text, start, end)
    return match.start() if match else end


def _again(text: str, start: int, end: int, subject: str, refs: str) -> int | None:
    """Return the place behind the subject printed again, and behind the references after it."""
    at = _behind(text, start, end, subject)
    if at is None:
        return None
    told = False
    if refs and (label := _REFS_AGAIN.match(text, at, end)):
        behind = _behind(text, label.end(), end, refs)
        at, told = (at, False) if behind is None else (behind, True)
    return at if told or not text[at : _line(text, at, end)].strip() else None


def _behind(text: str, start: int, end: int, said: str) -> int | None:
    """Return the place behind words that a text begins with, white space and case aside."""
    words = said.split()
    if not words:
        return None
    form = re.compile(r"\s*" + r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    match = form.match(text, start, end)
    return match.end() if match else None
