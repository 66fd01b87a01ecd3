"""Statements that say nothing of their own, but point elsewhere."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.patterns import regex

__all__ = ["is_pointer"]

_NAMED = (
    r"(?:answers?|responses?|paras?|paragraphs?|sections?|questions?|items?|points?|refs?|reftels?"
    r"|septel|parts?)"
)
_KEY = r"(?:[ivx]{1,4}\.[a-z]\b|\(?\d{0,2}\s?[.\-]?\s?\(?[a-z]\b\)?|\d{1,2}\b)"
_THERE = rf"(?:{_KEY}|above|below|septel|reftel|next question)\.?"
_PLACE = (
    rf"(?:(?:also |our |the )?{_NAMED}?[. ]*(?:to |in |for )?{_NAMED}?[. ]*{_THERE}"
    rf"(?:(?:,|,? and| or|/|;) ?{_KEY})*)"
)
_REFERS = r"as (?:noted|stated|mentioned|described|discussed|reported)"
_NOT_APPLICABLE = (
    r"(?:(?:none|no|answer)[;,/:] ?)?(?:(?:this (?:question )?is )?not applicable"
    r"|(?:this (?:question )?)?does not apply)"
)
#: Bare pointers, white space aside: (pattern, sample).
POINTERS: Final[tuple[tuple[str, str], ...]] = (
    (
        rf"(?:{_NOT_APPLICABLE}[;,.:]? )?(?:please )?see(?: also)?:? {_PLACE}"
        r"(?:,? [^.;]{0,140})?",
        "Does not apply; see 2.d.",
    ),
    (rf"(?:same as|{_REFERS} in) {_PLACE}(?: [^.;]{{0,40}})?", "Same as 2 B above."),
    (
        r"(?:there (?:are|were|have been) )?no (?:known |significant |new |major )?"
        r"(?:changes?|updates?)(?: (?:from|since|to|in|over) [^.;]{1,60})?",
        "No changes to report.",
    ),
    (_NOT_APPLICABLE, "Not applicable."),
    (r"n\.?/?a\.?", "N/A."),
    (rf"(?:please )?refer to (?:{_PLACE}|[^.;]{{1,60}})", "Please refer to 2.b."),
    (rf"{_REFERS} (?:above|below|previously|earlier)", "As noted above."),
)
_POINTER = regex(
    rf"[(\s\"]*(?:{'|'.join(f'(?:{pattern})' for pattern, _ in POINTERS)})[\s.;)\"]*",
    re.IGNORECASE,
)
#: The longest bare pointer: longer, and it says something of its own.
_MAX_POINTER: Final = 200


def is_pointer(text: str) -> bool:
    """Tell whether a statement only points elsewhere, or says that there is nothing to say."""
    return len(text) <= _MAX_POINTER and _POINTER.fullmatch(text) is not None
