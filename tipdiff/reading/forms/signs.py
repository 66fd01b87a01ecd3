"""What shows that a text holds a cable, or nothing that anyone reports."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.patterns import regex

__all__ = ["is_cable", "refusal"]

#: Lines that cables have and narratives have not: (sample, pattern). Two of them make a cable.
SIGNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (sample, regex(rf"^[ \t>*#|\d.:]*{pattern}", re.MULTILINE))
    for sample, pattern in (
        ("VZCZCXRO1140", r"VZCZC\w+"),
        ("DE RUEHKV #0140/01 0601431", r"DE RUE\w+ #?\d"),
        ("FM AMEMBASSY KALVIK", r"FM (?:AM|US)[A-Z]+ [A-Z]"),
        ("UNCLAS SECTION 01 OF 02 KALVIK 000140",
         r"(?:U ?N ?C ?L ?A ?S|C ?O ?N ?F ?I ?D|S ?E ?C ?R ?E ?T|Unclas|Confid|Secret).*\d{6}\b"),
        ("E.O. 12958: N/A", r"E\. ?O\. ?\d{5}"),
        ("TAGS: PHUM OZ", r"TAGS?\b.{0,4}[: ]"),
        ("SUBJECT: OSTREL: TIP REPORT", r"SUBJ(?:ECT)?\b.{0,4}:"),
        ("REF: STATE 2731", r"REF(?:S|TELS?)?(?:\([A-Z]\))?:"),
        ("This record is a partial extract", r"This record is a partial extract"),
    )
)  # fmt: skip
#: What a site says instead of a page: (sample, pattern of a line).
NO_PAGE: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (sample, regex(pattern, re.IGNORECASE))
    for sample, pattern in (
        ("Error 403", r"(?:error ?:? ?)?(?:http )?[45]\d\d\b(?![,.]\d).{0,60}"),
        ("Page not found", r".{0,40}\b(?:not found|no longer (?:here|available|exists?))\b.{0,20}"),
        ("The page you requested does not exist",
         r".{0,20}\b(?:page|document|file|cable) .{0,40}"
         r"(?:not exist|n.t be found|been (?:re)?moved).{0,60}"),
        ("Access denied", r".{0,20}\b(?:access (?:is )?denied|forbidden|unauthori[sz]ed)\b.{0,40}"),
        ("Sign in to continue", r"(?:please )?(?:log|sign)[ -]?(?:in|on)\b.{0,60}"),
        ("Your session has expired", r".{0,20}\bsession (?:has )?(?:expired|timed out)\b.{0,40}"),
        ("Service temporarily unavailable",
         r".{0,30}\b(?:temporarily|currently) unavailable\b.{0,40}"),
        ("Bad gateway",
         r"(?:bad (?:gateway|request)|internal server error|gateway time-?out).{0,40}"),
        ("Please enable JavaScript to view this page",
         r".{0,40}\benable (?:javascript|cookies)\b.{0,60}"),
        ("Just a moment...",
         r"(?:just a moment|checking your browser|are you (?:a )?human).{0,60}"),
    )
)  # fmt: skip
#: A page with as many words says more than that it is none.
PAGE_WORDS: Final = 80
#: So many lines at the head of a page can say that it is none: a site's name, a title, a heading.
_HEAD_LINES: Final = 6
#: A password is asked for.
_PASSWORD = regex(r"<input[^<>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
#: A text that a page keeps as it was typed is what the page is for.
_KEPT = regex(r"<pre\b", re.IGNORECASE)
#: A line of prose, as a report has: words, and a full stop.
_PROSE = regex(r"[A-Za-z][^.!?\n]*(?:\s+\S+){2,}[.!?][\"')\u201d\u2019]*(?=\s|$)")


def is_cable(text: str) -> bool:
    """Tell whether a text holds the header of a cable."""
    return sum(pattern.search(text) is not None for _, pattern in SIGNS) > 1


def refusal(text: str, page: str | None) -> str | None:
    """Return why a text without a cable's header holds no report, None where it may.

    Args:
        text: The plain text.
        page: The page it was taken from, None where it was none.

    """
    lines = [line.strip(" #*-\t") for line in text.splitlines() if line.strip(" #*-\t")]
    if len(text.split()) < PAGE_WORDS:
        for line in lines[:_HEAD_LINES]:
            if len(line) < PAGE_WORDS and any(p.fullmatch(line.rstrip(".!")) for _, p in NO_PAGE):
                return f"holds no report: it says {line[:60]!r}"
        if page is not None and _PASSWORD.search(page):
            return "holds no report: it asks for a password"
    if page is not None and not _KEPT.search(page) and not _PROSE.search(text):
        return "a page without a sentence holds no report"
    return None
