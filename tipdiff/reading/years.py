"""Which edition a cable is of, and which calendar year most of it is about.

A cable is of the year it was sent in: its date says so, else the first two digits of its id, and
only where it has neither the year in its subject, which can be the year reported on. What it covers
follows from when in the year it was sent: a report of the spring is about the year before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading.header import ID_NAME
from tipdiff.reading.subject import full_year, years_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.reading.document import Document
    from tipdiff.reading.header import Header

__all__ = ["REPORTED_ON", "covered_year", "edition_of", "sent_in"]

#: Years that a file's or folder's name can give.
_YEAR_IN_NAME = regex(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
#: An id in a file's name, with words before it or without.
_ID_IN_NAME = regex(rf"(?<![A-Z0-9]){ID_NAME.pattern}")
#: Reports sent from this month on are about the year itself: most of it has passed.
FIRST_LATE_MONTH: Final = 10
#: Words by which a subject or heading says that a year is the one reported on, with samples. "For
#: 2008" and a bare year do not: they can name the edition.
REPORTED_ON: Final[tuple[tuple[str, str], ...]] = (
    (r"\b(?:in|during|throughout|covering|of events in) (?:the year |calendar year )?{year}\b",
     "Action against smuggling in 2008"),
    (r"\b(?:CY|FY|calendar year|fiscal year) ?'?{year}\b", "Results of calendar year 2008"),
    (r"\b{year} (?:in review|events|developments|activities|accomplishments|results)\b",
     "2008 in review"),
    (r"\b(?:events|developments|activities|accomplishments|results|achievements|statistics)"
     r"(?: (?:for|of|in))?,? {year}\b", "Results for 2008"),
    # A statement of how things stand names the year in which they do.
    (r"\b{year} (?:[\w.']+ ){{0,4}}(?:climate|conditions) statement\b"
     r"|\b(?:climate|conditions) statement(?: (?:for|of))?,? {year}\b",
     "2008 Varona investment climate statement"),
    (r"\b(?:jan(?:uary)?\.?|first half|midyear|mid-year|six months)\b.{{0,25}}\b{year}\b",
     "January to June 2008"),
)  # fmt: skip


def edition_of(document: Document, header: Header) -> int | None:
    """Return the edition: the cable's date, else its id, else its subject or the names it has.

    Args:
        document: The source: its file's name can be the cable's id, its folder's name a year.
        header: What was read of the cable's header.

    """
    if (told := sent_in(header)) is not None:
        return told[0]
    names = [name for name in re.split(r"[/\\]", document.names or document.name) if name]
    if (sent := _of_id(header.id) or _of_id(names[-1] if names else None)) is not None:
        return sent
    if years := years_in(header.subject or ""):
        return max(years)
    for name in list(reversed(names))[:3]:
        if found := _YEAR_IN_NAME.findall(name):
            return int(found[-1])
    return None


def _of_id(name: str | None) -> int | None:
    """Return the year that an id begins with, of a name that holds one."""
    match = _ID_IN_NAME.search((name or "").upper())
    return full_year(int(match[1][:2])) if match and match[1][:2].isdecimal() else None


def sent_in(header: Header) -> tuple[int, int | None] | None:
    """Return the year and the month that a cable was sent in, if its date is known."""
    return (int(header.date[:4]), int(header.date[5:7])) if header.date else header.sent


def covered_year(edition: int, header: Header, titles: Iterable[str], body: str) -> int:
    """Return the calendar year that most of a cable is about.

    Args:
        edition: The year it is filed under.
        header: Its header; one that was not found is that of a narrative, which is about its year.
        titles: The headings of its body.
        body: The text, in which a cable without a date names most the year that it is about.

    """
    sent = sent_in(header)
    if not header.found and sent is None:
        return edition
    if sent is not None and (sent[1] or 0) >= FIRST_LATE_MONTH:
        return sent[0]
    year = edition if sent is None else sent[0]
    if any(_reports_on(text, year) for text in (header.subject or "", *titles)):
        return year
    if sent is None or sent[1] is None:
        named = _YEAR_IN_NAME.findall(body)
        if named.count(str(year)) > named.count(str(year - 1)):
            return year
    return edition - 1


def _reports_on(text: str, year: int) -> bool:
    """Tell whether a title names a year as the one reported on."""
    return str(year) in text and any(
        re.search(form.format(year=year), text, re.IGNORECASE) for form, _ in REPORTED_ON
    )
