"""Lines and sentences that only end something: END SUMMARY, web sites, telegram marks."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.patterns import regex
from tipdiff.reading.surnames import name_in

__all__ = [
    "END_LINES",
    "PHRASES",
    "is_closing",
    "is_end_line",
    "is_page_number",
    "is_site",
    "opens_site",
]

_NO_VERB = r"(?!(?:of|the|in|to|is|was|are|and|on|for|by|with|a|an)\b)"
_ENDED = (
    r"(?:summary|comment|note|text|report|submission|cable|message|responses?|answers?|input"
    r"|narrative|transcript|draft|questionnaire|statement|section|part|update|annex|incsr|telegram|document|unclassified)"
)
_PARTS = r"(?:part |section )?(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five)"
#: What a sentence only ends something with: (pattern, samples).
PHRASES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        rf"end (?:of )?(?:the |this |our |post's )?(?:{_NO_VERB}[\w'’/.\-]+ ){{0,6}}{_ENDED}"
        rf"(?:(?: and|,|/| of(?: the)?)? ?{_ENDED})*(?: {_PARTS}(?: of {_PARTS})?)?"
        r"(?: (?:for|on|from) [\w .'’-]{2,40}?)?",
        (
            "END SUMMARY",
            "End note.)",
            "End of the second report submission.",
            "End of Embassy Kalvik's 2009 submission",
            "End text of report, part 1 of 2.",
            "End of report for Kalvik",
        ),
    ),
    (
        r"(?:cable|message|report|text|telegram|summary|comment) (?:ends|ended|concludes)",
        ("CABLE ENDS",),
    ),
    (
        rf"begin (?:the |this |our )?(?:{_NO_VERB}[\w'’/.\-]+ ){{0,3}}{_ENDED}"
        rf"(?: of(?: the)? ?{_ENDED})?(?: {_PARTS}(?: of {_PARTS})?)? ?:?",
        ("Begin text:", "Begin text of submission:"),
    ),
    (
        rf"(?:this|that) (?:concludes|ends|completes) (?:the|this|our|post's) (?:\w+ )?{_ENDED}",
        ("This concludes the report.",),
    ),
    (r"end", ("END",)),
    (
        r"(?:(?:report|text|message|cable) )?(?:to be )?continue[sd]?"
        r"(?: (?:in|as|with) (?:(?:the )?(?:next )?(?:septels?|cable|message)"
        rf"|{_PARTS}(?: of {_PARTS})?))"
        r"(?:,? \(?septel\)?)?",
        ("Continued in part 2 (septel)", "Report continues in septel."),
    ),
    (
        r"minimi[sz]e (?:is |was |has been )?considered(?: (?:for|by|in) [\w ,.'-]{2,60})?",
        ("MINIMIZE CONSIDERED", "Minimize considered for Kalvik."),
    ),
)
_PHRASE = regex(
    rf"[(\[*=\s_-]*(?:{'|'.join(f'(?:{form})' for form, _ in PHRASES)})(?=[\s.)\]*=_!-]|$)"
    r"[.\s)\]*=_!-]*",
    re.IGNORECASE,
)
_SITE_NAME = (
    r"(?:web ?-?sites?|web ?-?pages?|home ?pages?|portal|sipr ?net(?: site| page)?"
    r"|intelink(?: site| page)?|us at)"
)
_VISIT = r"(?:(?:please|to)\s+)?(?:visit|see|go\s+to|check|access|read\s+more\s+at|consult)\b"
#: Why one should: For more reporting from Kalvik, please visit ...
_REASON = r"(?:(?:for\s+(?:more|additional|further)|if\s+you)\b[^.?;]{0,80}?)?[\s,]*"
_EMBASSY = r"(?:u\.?s\.?\s+)?embassy\b"
#: Where more is to be found: Visit Kalvik's Classified Web Site: (its address).
_SITE = regex(
    rf"[*\s]*(?:{_REASON}{_VISIT}[^?;]{{0,90}}?\b{_SITE_NAME}(?P<rest>\W.*)?"
    rf"|{_EMBASSY}[^.?;]{{2,50}}?\b(?:un)?classified\s+{_SITE_NAME}\b(?P<own>.*)"
    rf"|(?:available\s+on\s+)?(?:the\s+|our\s+)?classified\s+{_SITE_NAME}\s*:(?P<bare>.*)"
    r"|to\s+view\s+the\s+entire\s+\w*\s*message\b.*)[*\s]*",
    re.IGNORECASE | re.DOTALL,
)
_OPENS_SITE = regex(
    rf"[*\s]*(?:{_VISIT}|{_EMBASSY}|for\s+(?:more|additional|further)\b|if\s+you\b|to\s+view\b"
    r"|(?:available\s+on\s+)?(?:the\s+|our\s+)?classified\b)",
    re.IGNORECASE,
)
_CLASSIFIED = regex(r"\b(?:un)?classified\b|\bsipr|\bintelink\b|\bour\b", re.IGNORECASE)
#: What follows the name of a site: its address, that a mirror can have torn, and a surname.
_SMALL_WORD = r"(?:for|and|to|or|which|in|of|on|where|with)\b"
_ADDRESS = regex(
    r"[\s:,(<]*(?:(?:at|on|is|here|the|following|address|url|link|siprnet)[\s:]*){0,3}[\s:(<]*"
    rf"(?:(?:https?:|www\.|\w+\.\w+)\S*(?:\s+(?!{_SMALL_WORD})\S{{1,40}}){{0,3}})?[\s)>.*]*$",
    re.IGNORECASE,
)
#: What a whole line below the signature can be: (pattern, sample).
END_LINES: Final[tuple[tuple[str, str], ...]] = (
    (r"N{4,}", "NNNN"),
    (r"BT", "BT"),
    (r"#+\d*", "#0140"),
    (r"(?:XXXX+|ZCZC\w*|VZCZC\w*)", "ZCZC"),
    (
        r"(?:S E N S I T I V E|SENSITIVE|UNCLAS(?:SIFIED)?|U N C L A S S I F I E D|CONFIDENTIAL"
        r"|C O N F I D E N T I A L|SBU|SIPDIS|NOFORN|FOUO|FOR OFFICIAL USE ONLY|BUT"
        r"|ENTIRE TEXT|NOT FOR INTERNET (?:DISTRIBUTION|POSTING))"
        r"(?:[\s/,.;-]+(?:S E N S I T I V E|SENSITIVE|UNCLAS(?:SIFIED)?|U N C L A S S I F I E D"
        r"|CONFIDENTIAL|SBU|SIPDIS|NOFORN|FOUO|FOR OFFICIAL USE ONLY|BUT|ENTIRE TEXT"
        r"|NOT FOR INTERNET (?:DISTRIBUTION|POSTING)))*\.?",
        "SENSITIVE BUT UNCLASSIFIED",
    ),
    (
        r"(?:(?i:drafted|cleared|approved|released|signed)(?: (?:and|by|/))*|Drafter|DRAFTER)"
        r"(?: by)?: ?\S.{0,80}",
        "Drafted by: Ada Marbeck",
    ),
    (
        r"(?:(?:U\.?S\.? )?(?:AM)?EMBASSY|(?:U\.?S\.? )?Embassy|CONSULATE|Consulate)"
        r"(?: [A-Z][\w.']+){1,4}",
        "EMBASSY KALVIK",
    ),
    (r"(?:Page|PAGE) \d{1,3}(?: (?:of|OF) \d{1,3})?", "Page 7 of 7"),
)
_END_LINE = regex("|".join(f"(?:{form})" for form, _ in END_LINES))
_PAGE_NUMBER = regex(r"-? ?\d{1,3} ?-?")


def is_closing(text: str, *, last: bool = False) -> bool:
    """Tell whether a sentence only ends something: END SUMMARY, a web site, and who signs.

    Args:
        text: The sentence.
        last: Whether it stands at the end of the cable, where any web site is the post's own.

    """
    match = _PHRASE.match(text)
    if match is not None:
        rest = text[match.end() :]
        return not rest or name_in(rest) is not None
    return is_site(text, last=last)


def is_site(text: str, *, last: bool = False) -> bool:
    """Tell whether a text only says at which site more is to be found; ``last`` as above."""
    match = _SITE.fullmatch(text)
    if match is None:
        return False
    rest = match["rest"] or match["own"] or match["bare"] or ""
    if _CLASSIFIED.search(text) is None and not (last and "://" in text):
        return match["rest"] is None and "message" in text and "view" in text.lower()
    return _ADDRESS.fullmatch(rest) is not None


def opens_site(text: str) -> bool:
    """Tell whether a line can open what only says at which site more is to be found."""
    return _OPENS_SITE.match(text) is not None


def is_end_line(text: str) -> bool:
    """Tell whether a line is a mark of the telegram, as stand below the signature."""
    return _END_LINE.fullmatch(text) is not None


def is_page_number(text: str) -> bool:
    """Tell whether a line is a bare number, as pages have."""
    return _PAGE_NUMBER.fullmatch(text) is not None
