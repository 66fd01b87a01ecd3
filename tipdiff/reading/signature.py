"""The surname that signs a cable, and the end marks below it.

The surname of whoever sends a cable stands in capitals below the last sentence. So does an answer
at times, the last of a list of names, or a heading that nothing follows. What is taken for a
signature is lost as a statement, so nothing is without evidence: what stands above is complete, and
the words can be a name. All else stays a statement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.reading import headings, layout
from tipdiff.reading.labels import parse
from tipdiff.reading.pointers import is_closing, is_pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["COMPLETE", "closing_from", "is_joined_surname"]

_END_MARK = re.compile(r"N{4,}|#+\d*|BT")
_SURNAME = re.compile(r"[A-Z][A-Z'\-]+(?: [A-Z][A-Z'.\-]*){0,3}")
#: The same behind a sentence, where less speaks for it: longer than an acronym that answers
#: something, and of several words only with a particle.
_JOINED = re.compile(
    r"(?=[A-Z' ]{4})"
    r"(?:(?:AL|BIN|DA|DE|DEL|DER|DI|DOS|DU|EL|LA|LE|MAC|ST|TEN|TER|VAN|VON) ){0,2}[A-Z][A-Z'\-]+"
)
#: Words that answers and lists hold, and no surname does: NOT YET, ALL OF THEM, SAME AS LAST YEAR.
_NO_NAME: Final = frozenset(
    "ABOVE ALL AND ANY APPLICABLE AS AVAILABLE BELOW BOTH FOR FROM IN IS NEGATIVE NEITHER NEVER NIL"
    " NO NONE NOT NOTHING OF ON OR PENDING SAME SEE THE TO UNAVAILABLE UNCHANGED UNKNOWN VARIES"
    " VARIOUS WITH YES".split()
)

#: How a text ends that a surname right below it signs, each with an invented sample: a sentence, an
#: answer of a word, the last row of time spent or of whom to ask.
COMPLETE: Final = (
    (r"[.!][\"'\u201d\u2019)\]]*", "The ferries left."),
    (r"(?:^|[.?:;/] ?)(?:none|no|yes|n\.?/?a|not applicable|unknown)", "Which ones? None"),
    (r"\b\d[\d.,]* ?(?:hours?|hrs?\.?|minutes|days)(?: \w+){0,2}\)?", "Consul: 1 hour review"),
    (r"\d{3}[- ]\d{2,}", "Fax: 555-0140"),
    (r"\S+@\S+", "Mail: harbor@kalvik.example"),
    (r"\S+://\S+", "http://kalvik.example/a.cfm"),
    (r"\[[A-Z ]+\]", "Mail: [ADDRESS LEFT OUT]"),
)
_COMPLETE = re.compile(rf"(?:{'|'.join(f'(?:{form})' for form, _ in COMPLETE)})$", re.IGNORECASE)
#: What leads to something, or asks for it: what follows is no signature, however far below.
_LEADS_ON: Final = (":", ";", ",", "?", "-")


def _can_be_name(text: str) -> bool:
    words = text.split()
    return not (headings.is_known(text) or is_pointer(text) or _NO_NAME.intersection(words))


def _is_complete(text: str, *, apart: bool) -> bool:
    """Tell whether a line is the last of what a surname signs.

    One that lacks its stop is so if a blank line stands below (``apart``), unless it is in capitals
    as what it is to be told from, or goes on.
    """
    text = text[parse(text).rest :].strip()
    if layout.UNFINISHED.search(text):
        return False
    if _COMPLETE.search(text) or is_closing(text):
        return True
    return apart and bool(text) and not text.isupper() and not text.endswith(_LEADS_ON)


def _is_signature(found: Sequence[Line], place: int) -> bool:
    text = found[place].text
    if not _SURNAME.fullmatch(text) or not _can_be_name(text):
        return False
    above = next((i for i in range(place - 1, -1, -1) if found[i].kind == "text"), None)
    if above is None:
        return False
    apart = any(line.kind == "blank" for line in found[above + 1 : place])
    return _is_complete(found[above].text, apart=apart)


def closing_from(found: Sequence[Line]) -> int:
    """Return the index of the line that the closing begins at: surname, NNNN, captions."""
    index, signed = len(found), False
    for place in range(len(found) - 1, -1, -1):
        line = found[place]
        if line.kind == "text":
            if _END_MARK.fullmatch(line.text):
                index = place
            elif not signed and _is_signature(found, place):
                index, signed = place, True
            else:
                break
        elif line.kind != "blank":
            index = min(index, place)
    return index


def is_joined_surname(text: str, before: str) -> bool:
    """Tell whether the last words of a paragraph are a surname that a mirror has joined to it.

    Args:
        text: The last words, as a sentence of their own.
        before: The sentence before them, which must be closed and not in capitals itself.

    """
    return (
        _JOINED.fullmatch(text) is not None
        and _can_be_name(text)
        and layout.is_closed(before)
        and not before.endswith(_LEADS_ON)
        and not before.isupper()
    )
