"""The head of a memorandum or letter: ``To:``, ``From:``, ``Date:``, ``Re:``, and the title above.

A report of an office's own has no cable's header, but says on its first lines who sent it, when,
and on what. Only lines at the very top count, one below another, so that a line of the text that
begins with ``Date:`` is none. A day alone on a line of the top (``Kalvik, 14 February 2011``) is
its date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, frozen

from tipdiff.patterns import regex
from tipdiff.reading.days import day_in
from tipdiff.reading.naming import is_matter, is_title

if TYPE_CHECKING:
    from tipdiff.reading.days import Day

__all__ = ["FIELDS", "Memo", "memo_at"]

#: The fields of a memo: (field, what its label is, sample). The last only go with the others.
FIELDS: Final[tuple[tuple[str, str, str], ...]] = (
    ("to", r"to|for|attn|attention", "To: The Director of Ports"),
    ("from", r"from|author|prepared by|submitted by|drafted by", "From: The Harbor Office"),
    (
        "date",
        r"(?:report )?date|dated|date of (?:the )?(?:report|issue|submission)|date submitted"
        r"|submitted(?: on)?",
        "Date: 14 February 2011",
    ),
    ("subject", r"re|subj(?:ect)?|title", "Re: Varona, the ports in 2010"),
    (
        "beside",
        r"b?cc|copy|copies|via|through|thru|ref(?:erence)?(?: no\.?)?|our ref|your ref"
        r"|file(?: no\.?)?|no|number|version|status|classification|country|post|office|tel|phone"
        r"|fax|e-?mail|(?:reporting )?period|period covered|distribution|sent|approved(?: by)?"
        r"|cleared(?: by)?",
        "Cc: The Archive",
    ),
)
_LABEL = regex(
    "(?:"
    + "|".join(rf"(?P<{name}>{form})" for name, form, _ in FIELDS)
    + r")\s*:(?=\s|$)\s*(?P<v>.*)",
    re.IGNORECASE,
)
#: A line of the top that is a rule.
_RULE = regex(r"[-=_*~#. ]{3,}")
#: A place before the day: Kalvik, 14 February 2011.
_PLACE = regex(r"(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}, *)?(?P<day>.*\d{2})\.?")
#: What parts two fields on one line.
_COLUMNS = regex(r"\s{3,}|\t|\s*[|;]\s*")
#: An office, a street, a box, a telephone in a letter's head: 12 Harbor Street, Kalvik.
_ADDRESS = regex(
    r"\d{1,5}[a-z]? [A-Z][\w.' -]*(?:, [\w .'-]+){0,3}|(?:P\.? ?O\.? Box|Tel|Fax|E-?mail)\b.{0,60}"
    r"|(?:U\.?S\.? )?(?:Embassy|Consulate|Mission) (?:of|in|to|at) [^.!?:;]{1,50}",
    re.IGNORECASE,
)
#: How a letter greets: Dear Director,
_GREETING = regex(r"(?:Dear|To Whom|Your Excellency|Excellency|Sirs?|Madam)\b[^.!?]{0,60}[,:]")
#: What such papers are called, which says nothing of their matter.
_CALLED = regex(
    r"(?:inter-?office )?(?:memo(?:randum)?|letter|note|report|fax|draft)|(?:un)?classified"
    r"|confidential",
    re.IGNORECASE,
)
#: So many lines of the top have titles and names: no cover has more.
_LONGEST_COVER: Final = 8
#: So many lines at most have the fields: lists of addressees stand among them.
_LONGEST_HEAD: Final = 40
#: Fields that make a memo: two of them, or a day alone.
_FEWEST: Final = 2


@frozen(eq=False)
class Memo:
    """What the head of a memo says, and where its text begins."""

    end: int
    subject: str | None
    day: Day | None
    written: str  #: the day as it is written

    @property
    def doubt(self) -> str | None:
        """What is not read of the date; None where there is none or all of it is read."""
        if not self.written or (self.day is not None and self.day.iso is not None):
            return None
        known = (
            ""
            if self.day is None
            else " but the year"
            if self.day.month is None
            else " but year and month"
        )
        return f"nothing{known} is read of the date {self.written}"


@define(eq=False)
class _Head:
    """The lines of a head so far."""

    fields: dict[str, str] = Factory(dict)
    cover: list[str] = Factory(list)  #: the titles above the fields
    day: Day | None = None  #: one alone on its line
    written: str = ""
    last: str | None = None  #: the field that the next line can go on with ...
    indent: int = 0  #: ... and how far to the right it stands
    greeted: bool = False  #: a letter's greeting ends it, and above stand names and addresses

    def takes(self, line: str, indent: int) -> bool:
        """Tell whether a line is the head's, and take it."""
        field = _LABEL.fullmatch(line)
        if field is not None:
            name = next(name for name, _, _ in FIELDS if field[name] is not None)
            self.last, self.indent = name, indent
            self.fields.setdefault(name, field["v"].strip())
            return True
        if self.last is not None and self.goes_on(line, indent):
            self.fields[self.last] = f"{self.fields[self.last]} {line}".strip()
            return True
        place = _PLACE.fullmatch(line)
        day = day_in(place["day"]) if place and self.day is None else None
        if day is None or day.iso is None:
            return False
        self.day, self.written, self.last = day, line, None
        return True

    def covers(self, line: str) -> bool:
        """Tell whether a line can be a title, a name or an address of the head."""
        return not self.fields and (is_matter(line) or _ADDRESS.fullmatch(line) is not None)

    def goes_on(self, line: str, indent: int) -> bool:
        """Tell whether a line goes on with the field above."""
        if indent > self.indent or not self.fields[self.last or ""]:
            return True
        return is_title(line) if self.last != "subject" else is_matter(line)


def memo_at(text: str, start: int, end: int) -> Memo | None:
    """Return what the head of a memo says, None where a text has none.

    Args:
        text: The document.
        start: Where the report begins in it.
        end: Where it ends.

    """
    head = _Head()
    behind = at = start
    for _ in range(_LONGEST_HEAD):
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = text[at:stop].strip().lstrip("# ")
        indent = len(text[at:stop]) - len(text[at:stop].lstrip())
        at = min(stop + 1, end)
        if not line:
            head.last = None
        elif _GREETING.fullmatch(line):
            behind, head.greeted = at, True
            break
        elif head.takes(line, indent):
            behind = at
        elif len(head.cover) < _LONGEST_COVER and head.covers(line):
            head.cover.append(line)  # a title is the head's where more of it follows
        elif not _RULE.fullmatch(line):
            break
        if at == end:
            break
    day, written = head.day, head.written
    if "date" in head.fields:
        written = _COLUMNS.split(head.fields["date"])[0]
        day = day_in(written)
    own = head.fields.keys() - {"beside"}
    few = len(own) < _FEWEST or own <= {"subject", "to"}
    if behind == start or (day is None and few and not head.greeted):
        return None
    titles = [line for line in head.cover if not (head.greeted or _CALLED.fullmatch(line))]
    return Memo(behind, head.fields.get("subject") or " ".join(titles) or None, day, written)
