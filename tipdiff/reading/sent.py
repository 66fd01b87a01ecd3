"""When a cable was sent: its date-time group, and what a dump's preface says before it."""

from __future__ import annotations

import re
from datetime import date

from tipdiff.language.months import month_number
from tipdiff.patterns import regex
from tipdiff.reading.subject import full_year

__all__ = ["date_time_group", "preface"]

#: ``P 281342Z FEB 07``; an extract without routing has ``281342Z Feb 05``.
_DTG = regex(
    r"(?<![A-Z0-9])(?:[FOPRZ] ?)?(?P<day>\d\d) ?\d{4}Z *(?P<month>[A-Z]{3}|[A-Z][a-z]{2}) *"
    r"(?P<year>\d{4}|\d{2})\b"
)
#: The date of a dump's preface: ``Thu Mar 02 00:00:00 +0100 2006``.
_PREFACE_DATE = regex(
    r"^[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d\d) [\d:]{8} [+-]\d{4} (?P<year>\d{4})\s*$",
    re.MULTILINE,
)
#: An id on a line of its own: ``05PORTMERRIN339``.
_ID_LINE = regex(r"^[ \t]*(?P<id>\d{2}[A-Z]{3,}\d{1,6})[ \t]*$", re.MULTILINE)
#: A date alone on a line of a dump's preface.
_ISO_LINE = regex(
    r"^[ \t]*(?P<date>(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d)(?:[ T][\d:]{4,8}Z?)?[ \t]*$",
    re.MULTILINE,
)


def preface(head: str) -> dict[str, str]:
    """Return the id and the date of a dump's preface."""
    found = {}
    if match := _ID_LINE.search(head):
        found["id"] = match["id"]
    if (match := _PREFACE_DATE.search(head)) and (sent := _iso(match, int(match["year"]))):
        found["date"] = sent
    elif match := _ISO_LINE.search(head):
        found["date"] = match["date"]
    return found


def date_time_group(head: str) -> str | None:
    """Return the date of the date-time group of a header, if it has one."""
    match = _DTG.search(head)
    if not match:
        return None
    year = int(match["year"])
    return _iso(match, year if len(match["year"]) == 4 else full_year(year))


def _iso(match: re.Match[str], year: int) -> str | None:
    """Return the date of a day and a month's name, None where there is no such day."""
    try:
        return date(year, month_number(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
