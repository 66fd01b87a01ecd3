"""What keeping adds to a plain text, taken off in place: quoting, numbered lines, a mail's head.

Each form is a function from a text to edits of it, none where it has not that form. What goes is
put down as marks, for nothing of a source is lost without a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.patterns import regex
from tipdiff.reading.forms.markdown import markdown
from tipdiff.reading.forms.signs import is_cable

if TYPE_CHECKING:
    from tipdiff.reading.edits import Edit, Laid

__all__ = ["DRESSES", "Found", "undressed"]


@frozen
class Found:
    """A form that a text was in: what is said of it, and the place of its first edit."""

    place: int
    message: str


#: A field of a mail's head as mailers print it above what they forward.
_FIELD = regex(
    r"(?P<name>From|To|Cc|CC|Bcc|Sent|Date|Subject|Reply-To|Importance|Attachments?|Message-ID"
    r"|Sensitivity|Classification)[ \t]*:(?P<value>.*)"
)
_HAS_FIELD = regex(rf"^{_FIELD.pattern}", re.MULTILINE)
#: The line above a forwarded or answered mail.
_ABOVE = regex(
    r"[ \t]*(?:-{2,} ?(?:Original|Forwarded) [Mm]essage ?-*|Begin forwarded message:?|_{10,})[ \t]*"
)
#: What shows that a head is a mail's: an address, or a time of sending.
_ADDRESS = regex(r"\S@\S|^Sent[ \t]*:", re.MULTILINE)
#: What a mail has below its text: the line above a signature, or how the mail is classified.
_BELOW = regex(
    r"^(?:-- \n(?:[^\n]*\n){0,15}\Z"
    r"|This (?:e-?mail|message) is (?:UNCLASSIFIED|SBU|classified)[^\n]*\n(?:\s*\n)*\Z)",
    re.MULTILINE | re.IGNORECASE,
)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\n")
        at += len(line)


def mail_head(text: str) -> tuple[list[Edit], str]:
    """Take off the heads of mails above a cable, with what was written above them.

    A cable's own fields can look alike: a head without an address counts only where a cable with
    fields of its own follows.
    """
    if not _HAS_FIELD.search(text, 0, HEAD_SIGHT):
        return [], ""
    head: list[str] = []
    end = 0
    open_, above = True, False
    for place, line in [*_lines(text[:HEAD_SIGHT]), (min(len(text), HEAD_SIGHT), "")]:
        field = _FIELD.match(line)
        if _ABOVE.fullmatch(line):
            open_ = above = True
        elif (field and (open_ or head)) or (head and line[:1] in " \t" and line.strip()):
            head.append(line)
        elif not line.strip():
            if head and _is_head(head, text[place:], above=above):
                end = place
                open_ = True
            head = []
        else:
            head, open_ = [], False
    if not end:
        return [], ""
    edits = [(0, end, "")]
    if below := _BELOW.search(text, end):
        edits.append((below.start(), below.end(), ""))
    return edits, "a mail's head above the text is left out"


#: Letters in which the heads of forwarded mails end.
HEAD_SIGHT: Final = 20_000


def _is_head(head: list[str], rest: str, *, above: bool) -> bool:
    names = {match["name"].lower() for line in head if (match := _FIELD.match(line))}
    if _ADDRESS.search("\n".join(head)) and len(names) > 1:
        return True
    own = re.search(r"^[ \t>]*SUBJ(?:ECT)?\b.{0,4}:", rest, re.MULTILINE | re.IGNORECASE)
    return (above or own is not None) and is_cable(rest) and "subject" in names


#: Signs of quoting at the head of a line, one for each mail it has been through.
_QUOTED = regex(r"[ \t]?(?:> ?)+")
#: From this share of a text's lines on, it is the text that is quoted, not something in it.
QUOTED_SHARE: Final = 0.5
#: A quotation of fewer lines is a text's own.
_MIN_QUOTED: Final = 3


def quoting(text: str) -> tuple[list[Edit], str]:
    """Take off ``> ``, also several times, with what an answer says around it."""
    lines = list(_lines(text))
    marks = [_QUOTED.match(line) for _, line in lines]
    depths = [mark[0].count(">") if mark else 0 for mark in marks]
    filled = [d for d, (_, line) in zip(depths, lines, strict=True) if line.strip(" >\t")]
    deep = Counter(d for d in filled if d)
    if deep.total() < max(_MIN_QUOTED, QUOTED_SHARE * len(filled)):
        return [], ""
    own = deep.most_common(1)[0][0]
    first = depths.index(own)
    last = len(depths) - 1 - depths[::-1].index(own)
    edits: list[Edit] = []
    beside = 0
    for index, (place, line) in enumerate(lines):
        mark = marks[index]
        # A line that a mailer has broken goes on without its sign, right below.
        torn = index and depths[index - 1] >= own and lines[index - 1][1].strip(" >\t")
        if first <= index <= last and (depths[index] >= own or torn):
            if mark:
                edits.append((place, place + mark.end(), ""))
        elif line.strip():
            beside += bool(line.strip(" >\t"))
            edits.append((place, place + len(line), ""))
    told = f"; {beside} lines beside the quoted text are left out" if beside else ""
    return edits, f"quoted text: the signs (>) are taken off{told}"


#: Numbers that an editor or ``cat -n`` puts before lines: with a tab, a colon, a bar, or spaces.
_NUMBERED = regex(r"[ \t]*(?P<n>\d{1,6})(?P<sign>\t|[:|]\t?|[.)](?=\s|$)|(?=\s)|$)")
_HAS_NUMBER = regex(r"^[ \t]*\d{1,6}(?:[\s:|.)]|$)", re.MULTILINE)
#: Fewer lines than this prove nothing, and so many of them have a number.
_MIN_NUMBERED: Final = 8
_NUMBERED_SHARE: Final = 0.95


def numbering(text: str) -> tuple[list[Edit], str]:
    """Take off numbers that count the lines."""
    if len(_HAS_NUMBER.findall(text)) < _MIN_NUMBERED:
        return [], ""
    lines = list(_lines(text))
    filled = [(place, line) for place, line in lines if line.strip()]
    found = [(place, line, match) for place, line in filled if (match := _NUMBERED.match(line))]
    if len(found) < max(_MIN_NUMBERED, _NUMBERED_SHARE * len(filled)):
        return [], ""
    numbers = [int(match["n"]) for _, _, match in found]
    steps = sum(b - a == 1 for a, b in pairwise(numbers))
    if steps < _NUMBERED_SHARE * (len(numbers) - 1):
        return [], ""
    signs = Counter(match["sign"] for _, line, match in found if line.strip() != match["n"])
    rests = [line[match.end() :] for _, line, match in found]
    dotted = bool(signs) and signs.most_common(1)[0][0] in {".", ")"}
    # A report can number its own paragraphs, a line each; the fields of a cable are never numbered.
    if dotted and not is_cable("\n".join(rests)):
        return [], ""
    indents = [len(rest) - len(rest.lstrip(" ")) for rest in rests if rest.strip()]
    spaces = min(indents, default=0)
    edits = [
        (place, place + min(match.end() + spaces, len(line)), "") for place, line, match in found
    ]
    return edits, "numbers before the lines are taken off"


#: Two cables joined without a line break, as by ``cat``: (sample, pattern of what
#: the second begins with). What stands before is looked at after its first letters, found fast.
JOINTS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("HARROWVZCZCXYZ0000\n", regex(r"VZCZC(?<=[^\s>]VZCZC)[A-Z]{2,}\d*\s*\n")),
    (
        "sank.UNCLAS KALVIK 000141\n",
        regex(
            r"[UCS](?<=[a-z.A-Z\d)].)(?<!WASHDC.)(?:NCLAS|ONFIDENTIAL|ECRET)"
            r"(?: SECTION \d+ OF \d+)?(?: [A-Z]+){1,4} \d{6}[ \t]*\n"
        ),
    ),
    (
        "sank.This record is a partial extract of the original cable",
        regex(r"This(?<=\SThis) record is a partial extract of the original cable"),
    ),
)


def joints(text: str) -> tuple[list[Edit], str]:
    """Part cables that were joined without a line break."""
    places = {match.start() for _, pattern in JOINTS for match in pattern.finditer(text)}
    return [(p, p, "\n") for p in sorted(places) if p], "cables joined without a line break"


#: The forms, from the outermost in; a mail's head can stand inside the quoted text, and so on.
DRESSES: Final[tuple[Callable[[str], tuple[list[Edit], str]], ...]] = (
    numbering,
    quoting,
    mail_head,
    markdown,
    joints,
)
#: A text is in no more forms, one inside the other, than this.
_MOST_FORMS: Final = 8


def undressed(laid: Laid) -> tuple[Laid, list[Found], list[tuple[int, int]]]:
    """Return a text without its forms, what they were, and what of the source has gone."""
    found: list[Found] = []
    gone: list[tuple[int, int]] = []
    for _ in range(_MOST_FORMS):
        for dress in DRESSES:
            edits, message = dress(laid.text)
            if edits:
                break
        else:
            break
        found.append(Found(laid.place(edits[0][0]), message))
        gone += [
            (laid.place(start), laid.place(end - 1) + 1)
            for start, end, new in edits
            if any(c.isalnum() for c in laid.text[start:end]) and not new
        ]
        laid = laid.edited(edits)
    return laid, found, sorted(gone)
