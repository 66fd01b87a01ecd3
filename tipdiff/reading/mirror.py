"""What a mirror's page says of the cable it shows: its id, and when it was sent.

A page stands around the cable's text, with a table or lines of its own: reference id, created,
released. The date of release is the mirror's, not the cable's. The lines of a table that a dump has
put above the text say the same without labels: the id, and the date next to it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import frozen

from tipdiff.language.months import month_number
from tipdiff.patterns import regex

__all__ = ["LABELS", "PageFacts", "page_facts", "row_facts"]

#: How a page calls a date, with what it means: (pattern, whether the cable was sent then, and not
#: something done with it later, sample).
LABELS: Final[tuple[tuple[str, bool, str], ...]] = (
    (r"(?:page |date )?created(?: on)?", True, "Created on"),
    (r"sent(?: on)?", True, "Sent on"),
    (r"(?:date |page )?released(?: on)?", False, "Released"),
    (
        r"(?:date )?(?:published|leaked|posted|modified|updated|retrieved|last change)(?: on)?",
        False,
        "Date modified",
    ),
    (r"date(?: sent)?", True, "Date"),
)
_LABEL = regex(
    "|".join(rf"(?P<l{k}>\b{form}\b)" for k, (form, _, _) in enumerate(LABELS)), re.IGNORECASE
)
_DATE = regex(
    r"(?<![\d/-])(?:(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d)[-/](?P<d>\d\d)(?![\d/-])"
    r"|(?P<y2>(?:19|20)\d\d) (?P<b2>[A-Z][a-z]{2})[a-z]* (?P<d2>\d{1,2})\b"
    r"|(?P<d3>\d{1,2}) (?P<b3>[A-Z][a-z]{2})[a-z]*,? (?P<y3>(?:19|20)\d\d)\b"
    r"|(?P<b4>[A-Z][a-z]{2})[a-z]*\.? (?P<d4>\d{1,2}),? (?P<y4>(?:19|20)\d\d)\b)"
)
#: The date of a table's row, as spreadsheets of the country's own have it: 3/2/2008 14:05.
_US_DATE = regex(r"(?<![\d/])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])")
_ID = regex(r"(?<![A-Z0-9a-z])(\d{2}[A-Z]{3,}\d{1,6})(?![A-Z0-9])")
_PRE = regex(r"<pre\b.*?(?:</pre\s*>|$)", re.IGNORECASE | re.DOTALL)
_UNSEEN = regex(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = regex(r"<[^<>]*>")
#: A label and its date stand no farther apart than the row of a table with all labels above.
_NEAR: Final = 200


@frozen
class PageFacts:
    """What a page says of its cable."""

    id: str | None = None
    date: str | None = None


def page_facts(page: str) -> PageFacts:
    """Return what a page says outside the cable's own text.

    Args:
        page: The page as it was saved; one without an element for the cable's text says nothing.

    """
    if not _PRE.search(page):
        return PageFacts()
    shown = " ".join(_TAG.sub(" ", _UNSEEN.sub(" ", _PRE.sub(" ", page))).split())
    return _facts(shown, shown)


def row_facts(head: str) -> PageFacts:
    """Return what the lines above a cable's own say of it, in labels or as the row of a table.

    Args:
        head: The text above the cable's line.

    """
    shown = " ".join(head.split())
    row = next((line for line in head.splitlines() if _ID.search(line)), "")
    return _facts(shown, row) if row else PageFacts()


def _facts(shown: str, row: str) -> PageFacts:
    found = _ID.search(shown)
    sent = _sent(shown)
    if sent is None and row is not shown and (match := _DATE.search(row) or _US_DATE.search(row)):
        sent = _iso(match)
    # A mail that brings a cable has a date too, years later: the id has the cable's own.
    if found and sent and abs(int(sent[2:4]) - int(found[1][:2])) > 1:
        sent = None
    return PageFacts(found[1] if found else None, sent)


def _sent(shown: str) -> str | None:
    """Return the date that a label calls that of the cable.

    A label stands before its date, or a row of labels before a row of dates in the same order.
    """
    labels = [(m.end(), LABELS[int((m.lastgroup or "l0")[1:])][1]) for m in _LABEL.finditer(shown)]
    row: list[tuple[int, bool]] = []
    known = done = 0  # labels seen so far; dates of the row so far
    for match in _DATE.finditer(shown):
        above = [label for label in labels if label[0] <= match.start()]
        if len(above) > known:
            row, known, done = above[known:], len(above), 0
        said = _iso(match)
        if said and done < len(row) and match.start() - row[-1][0] <= _NEAR:
            if row[done][1]:
                return said
            done += 1
    return None


def _iso(match: re.Match[str]) -> str | None:
    groups = {key.rstrip("234"): value for key, value in match.groupdict().items() if value}
    try:
        month = int(groups["m"]) if "m" in groups else month_number(groups["b"])
        return date(int(groups["y"]), month, int(groups["d"])).isoformat()
    except ValueError:
        return None
