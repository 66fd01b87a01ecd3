"""The references of a cable: where their list ends, and what each of them is.

A list stands on the REF line or below it, by letters, commas or semicolons, indented or not, and
mirrors break it with blank lines or hang the whole body behind it on the same line.
"""

from __future__ import annotations

import re
from typing import Final

from tipdiff.patterns import regex
from tipdiff.reading.labels import CLASSIFICATION

__all__ = ["BODY_FORMS", "body_behind", "goes_on", "is_next_reference", "references"]

#: Words that begin a sentence and no post's name: On June 10 is no reference.
_NO_POST = r"(?!(?:On|In|From|Since|During|By|At|The|As|For|Between|After|Before|Post)\b)"
_CITED = (
    rf"(?:(?:19|20)?\d\d +)?{_NO_POST}"
    r"[A-Z][A-Za-z.'\-]*(?: [A-Z][A-Za-z.'\-]*){0,4} +\d{1,7}\b"
)
#: A reference: year, post and number (05 KALVIK 95), or letters that went between two people.
_REFERENCE = regex(rf"{_CITED}|[^.]{{0,40}}\be-?mails?\b|[^.]{{0,30}}\bNOTAL\b", re.IGNORECASE)
#: The letter before one of several: ``A. STATE 5577``, ``(B) 05 KALVIK 95``, ``C) emails``.
_LETTER = regex(r"(?:^|[\s,;¶])(?:\(([A-Z])\)|([A-Z])[.)]|(\d)[.)](?=\s+[A-Z]))\s*")
_OPENS = regex(r"[ \t]*¶?(?:\((?P<a>[A-Z])\)|(?P<b>[A-Z])[.)])[ \t]*(?P<rest>\S.*)")
_BETWEEN = regex(r"\s*(?:;|,|\band\b|&)\s*(?=(?:(?:19|20)?\d\d +)?[A-Z])", re.IGNORECASE)
#: A line that goes on with the list: indented, or a letter, post and number at its head.
_MORE = regex(
    r"[ \t]+[^\s¶§]|[ \t]*(?:\([A-Z]\)|¶?[A-Z][.)] (?=[^a-z]*\d)|[A-Z]{3,}[A-Z ]* \d|\d+\b(?!\.))"
)
#: How a body begins that hangs behind the references on their line: (pattern, sample).
BODY_FORMS: Final[tuple[tuple[str, str], ...]] = (
    (r"[A-Z][A-Z.'\-]*(?: [A-Z.'\-]+){0,4} +\d{8} +\d{3}(?:\.\d)? OF \d{3}",
     "KALVIK 00000140  001.2 OF 004"),
    (r"[¶§] ?\d", "¶1. (U)"),
    (rf"\d{{1,2}} ?\. ?{CLASSIFICATION}", "1. (U) The"),
    (rf"{CLASSIFICATION} +(?!{_CITED})[A-Z\"'-]", "(SBU) On Monday"),
    (rf"\d{{1,2}}\. +(?!{_CITED})[A-Z][a-z]*(?: [\w,]+){{2}}", "1. The clerks of"),
    (r"(?:SUMMARY|Summary|INTRODUCTION|Introduction|OVERVIEW|Overview)\b ?(?:[:.]|AND COMMENT)",
     "SUMMARY: The"),
    (r"-{1,2} ?(?:\d{1,2} ?)?[A-Z]\. ", "-- A. The"),
)  # fmt: skip
_BODY_FORM = regex(rf"(?<=[\s).,;])(?:{'|'.join(f'(?:{form})' for form, _ in BODY_FORMS)})")
#: Prose that follows the last reference without any mark: words enough, and a full stop.
_PROSE = regex(r"(?:[\w,'’()/-]+ ){5,}[\w'’)]+[^.]*\.(?:\s|$)")
#: Words of a reference line that is broken off from the list: its number or an addressee.
_SHORT_REST: Final = 4


def body_behind(value: str) -> int | None:
    """Return where in the text of a REF field the body of the cable begins, if it does.

    Args:
        value: The field from behind its colon, in one line or several.

    """
    match = _BODY_FORM.search(value)
    if match is not None and value[: match.start()].strip():
        return match.start()
    last = None
    for last in re.finditer(_CITED + r"(?: ?\((?:NOTAL|[A-Z/ ]+)\))?", value):
        rest = value[last.end() :].lstrip(" ,;.")
        if not re.match(rf"(?:and |& ?)?(?:\(?[A-Z][.)] ?)?{_CITED}", rest, re.IGNORECASE):
            break
    if last is None:
        return None
    rest = value[last.end() :]
    start = last.end() + len(rest) - len(rest.lstrip(" ,;."))
    return start if value[start : start + 1].isupper() and _PROSE.match(value, start) else None


def goes_on(before: str, line: str, after: str) -> bool:
    """Tell whether a line goes on with the list of references.

    Args:
        before: The list so far.
        line: The line.
        after: The line below it.

    """
    if _MORE.match(line) or before.rstrip().endswith(",") or is_next_reference(before, line):
        return True
    if re.fullmatch(rf"[ \t]*{_CITED}.{{0,20}}", line):
        return True
    return not after.strip() and len(line.split()) <= _SHORT_REST


def is_next_reference(before: str, line: str) -> bool:
    """Tell whether a line is the reference with the next letter, whatever stands between."""
    match = _OPENS.match(line)
    if match is None or not _REFERENCE.match(match["rest"]):
        return False
    letters = ["".join(filter(None, found)) for found in _LETTER.findall(before)]
    letter = match["a"] or match["b"]
    return (ord(letters[-1]) + 1 == ord(letter)) if letters else letter == "A"


def references(value: str) -> tuple[str, ...]:
    """Return the references of a list: by letters, else by semicolons or commas."""
    value = " ".join(value.split())
    if not value:
        return ()
    starts = list(_LETTER.finditer(value))
    if starts and starts[0].start() == 0:
        ends = [match.start() for match in starts[1:]] + [len(value)]
        found = [value[m.end() : end] for m, end in zip(starts, ends, strict=True)]
        found = [re.sub(r"(?:,|;|\band\b|&)\s*$", "", ref.strip(" ,;¶")) for ref in found]
    else:
        found = _BETWEEN.split(value)
        if not all(re.match(rf"{_CITED}|(?i:previous|septel|reftel)", ref) for ref in found):
            found = [value]
    return tuple(stripped for ref in found if (stripped := ref.strip(" ,;¶.")))
