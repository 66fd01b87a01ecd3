"""The header of a cable: where it stands, where the body begins, and what its fields say.

A header is found by its fields, wherever they stand: mirrors glue it to the body, print it twice,
put a preface before it or lose half of it. Fields are the rows of ``FIELDS``; what follows a field
line belongs to it as long as it looks like it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from tipdiff.reading.subject import full_year, is_update
from tipdiff.records import Diagnostic, Mark

if TYPE_CHECKING:
    from tipdiff.reading.document import Document

__all__ = ["ID_NAME", "Header", "read_headers"]


@frozen(eq=False)
class Header:
    """What was read of one cable's header, and where its body stands in the document's text.

    Of a narrative without header nothing but the body is found.
    """

    start: int
    body_start: int
    body_end: int
    id: str | None = None
    post: str | None = None
    date: str | None = None
    classification: str | None = None
    subject: str | None = None
    update: bool = False  #: it says that it updates or corrects an earlier cable
    tags: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(factory=tuple)

    @property
    def found(self) -> bool:
        """Whether there is a header at all."""
        return self.body_start > self.start


def _spaced(word: str) -> str:
    return " ?".join(word)


#: ``UNCLAS SECTION 01 OF 07 PORT MERRIN 000200``; ``C O N F I D E N T I A L KALVIK 000012``;
#: typed by hand, ``Unclas Section 01 of 02 Kalvik 000140``.
_LINE = re.compile(
    rf"(?P<class>UNCLAS(?:SIFIED)?|{_spaced('UNCLASSIFIED')}|{_spaced('UNCLAS')}"
    rf"|{_spaced('CONFIDENTIAL')}|(?<![A-Z]){_spaced('SECRET')}"
    r"|\bUnclas(?:sified)?|\bConfidential|\bSecret)"
    r"(?P<rest>(?:[ /]+(?:E F T O|EFTO|FOR OFFICIAL USE ONLY|FOUO|NOFORN|SENSITIVE|SIPDIS|SBU))*)"
    r"(?: (?:SECTION|Section) (?P<section>\d+) (?:OF|of) (?P<sections>\d+))?[ \t]+"
    r"(?P<post>[A-Z][A-Za-z.'\-]*(?: [A-Z][A-Za-z.'\-]*){0,4}) +(?P<number>\d{6})\b(?! +\d)"
)
#: ``P 281342Z FEB 07``; an extract without routing has ``281342Z Feb 05``.
_DTG = re.compile(
    r"(?<![A-Z0-9])(?:[FOPRZ] ?)?(?P<day>\d\d)\d{4}Z +(?P<month>[A-Z]{3}|[A-Z][a-z]{2}) +"
    r"(?P<year>\d{4}|\d{2})\b"
)
_MONTHS: Final = {
    name: number
    for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)
}
#: The date of a dump's preface: ``Thu Mar 02 00:00:00 +0100 2006``.
_PREFACE_DATE = re.compile(
    r"^[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d\d) [\d:]{8} [+-]\d{4} (?P<year>\d{4})\s*$",
    re.MULTILINE,
)
#: An id on a line of its own: ``05PORTMERRIN339``.
_ID_LINE = re.compile(r"^[ \t]*(?P<id>\d{2}[A-Z]{3,}\d{1,6})[ \t]*$", re.MULTILINE)
#: A file named after its cable.
ID_NAME: Final = re.compile(r"(\d{2}[A-Z][A-Z']{2,}\d{1,6})(?![A-Z0-9])")
#: A caption above the fields: ``C O R R E C T E D  C O P Y (TEXT ADDED)``.
_CORRECTED = re.compile(rf"^[ \t]*{_spaced('CORRECTED')}[ \t]+{_spaced('COPY')}\b", re.MULTILINE)
#: ``FM AMEMBASSY PORT MERRIN``.
_FROM = re.compile(
    r"\bFM (?:AM|US)[A-Z]+ (?P<post>[A-Z][A-Z .'\-]*?)(?=[ \t]*(?:$| TO ))", re.MULTILINE
)

#: The lines that begin a field.
FIELDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("line", re.compile(rf".*{_LINE.pattern}")),
    ("order", re.compile(r"[ \t]*E\. ?O\. ?\d{5}")),
    ("tags", re.compile(r"[ \t]*TAGS?(?: *:|(?= +[A-Z]{4}\b))", re.IGNORECASE)),
    ("subject", re.compile(r"[ \t]*SUBJ(?:ECT)?:", re.IGNORECASE)),
    ("refs", re.compile(r"[ \t]*REF(?:S|TELS?|ERENCES?)?(?:\([A-Z]\))?:", re.IGNORECASE)),
    (
        "classified",
        re.compile(r"[ \t]*(?:CLASSIFIED BY|REASONS?:|DECL(?:ASSIFY)? ?(?:ON)?:)", re.IGNORECASE),
    ),
)
#: How a body begins: a numbered paragraph, whatever became of its pilcrow.
_BODY = re.compile(r"[ \t]*(?:[¶§]|si\. ?\(|(?:Â)?1?1 ?\. |1?1 ?\.\()")
#: Lines of capitals between the captions and the fields: ``DEPT FOR G/TIP, EUR``, ``SIPDIS``.
_CAPITALS = re.compile(r"[^a-z¶§]*")
#: A TAGS line that goes on: nothing but tags, in capitals or as links.
_MORE_TAGS = re.compile(r"[ ,;\t]*(?:\[?[A-Z]{2,}(?:\](?:\(#?[^)\n]*\))?|(?![A-Z]))[ ,;\t]*)+")
#: A REF line that goes on: the next letter, or the rest of a reference.
_MORE_REFS = re.compile(
    r"[ \t]+[^\s¶§]|[ \t]*(?:\([A-Z]\)|¶?[A-Z][.)] (?=[^a-z]*\d)|[A-Z]{3,}[A-Z ]* \d|\d+\b(?!\.))"
)
#: One reference in a list: ``A. STATE 5577``, ``(B) 05 KALVIK 95 (NOTAL)``, ``C) emails``.
_REF_LETTER = re.compile(r"(?:^|[\s,;¶])(?:\(([A-Z])\)|([A-Z])[.)])\s*")
#: Lines scanned for the next field once one was found: lists of addressees stand before the first.
FIELD_GAP: Final = 40
#: What begins the next cable in a file that holds several.
_NEXT = re.compile(
    r"^[ \t]*(?:VZCZC\w*|\d{2}[A-Z]{3,}\d{1,6}[ \t]*$|This record is a partial extract)",
    re.MULTILINE,
)


def read_headers(document: Document) -> list[Header]:
    """Read the header of each cable in a document.

    Returns:
        One header a cable, in order; for a narrative without any, one whose body is everything.

    """
    text = document.text
    starts = _cable_starts(text)
    ends = [*starts[1:], len(text)]
    return [_read(document, start, end) for start, end in zip(starts, ends, strict=True)]


def _cable_starts(text: str) -> list[int]:
    """Return where each cable of a file begins: a doubled header begins no new one."""
    starts = [0]
    before: re.Match[str] | None = None
    for match in _LINE.finditer(text):
        if before and _key(before) != _key(match):
            openings = [m.start() for m in _NEXT.finditer(text, before.end(), match.end())]
            line = text.rfind("\n", 0, match.start()) + 1
            starts.append(openings[0] if openings else line)
        before = match
    return starts


def _key(match: re.Match[str]) -> tuple[str, int]:
    return match["post"].upper(), int(match["number"])


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        spans.append((start, stop))
        start = stop + 1
    return spans


def _read(document: Document, start: int, end: int) -> Header:
    text = document.text
    lines = _lines(text, start, end)
    fields: dict[str, str] = {}
    last = -1
    index = 0
    while index < len(lines):
        line = text[slice(*lines[index])]
        name = next((name for name, pattern in FIELDS if pattern.match(line)), None)
        if name is None:
            if last >= 0 and (index - last > FIELD_GAP or (_BODY.match(line) and line.strip())):
                break
            index += 1
            continue
        stop = _field_end(text, lines, index, name)
        value = " ".join(text[lines[index][0] : lines[stop - 1][1]].split())
        fields.setdefault(name, value)
        last = stop - 1
        index = stop
    preface = _preface(text[start : lines[last][1]]) if last >= 0 else {}
    if last < 0:
        return Header(start, start, end)
    if not fields.keys() & {"subject", "refs", "tags"}:
        last = _captions_end(text, lines, last)
    body_start = min(lines[last][1] + 1, end)
    header = Header(start, body_start, end, marks=_mark(document, start, body_start))
    return _filled(header, document, fields, text[start:body_start], preface)


def _captions_end(text: str, lines: list[tuple[int, int]], last: int) -> int:
    """Return the last line of the captions after a cable's line that no field follows."""
    for index in range(last + 1, len(lines)):
        line = text[slice(*lines[index])]
        if line.strip() and (not _CAPITALS.fullmatch(line) or _BODY.match(line)):
            break
        if line.strip():
            last = index
    return last


def _field_end(text: str, lines: list[tuple[int, int]], index: int, name: str) -> int:
    """Return the index after the last line of a field."""
    stop = index + 1
    if name in {"line", "order"}:
        return stop
    while stop < len(lines):
        line = text[slice(*lines[stop])]
        if not line.strip() or (_BODY.match(line) and not _is_ref(name, line)):
            break
        if any(pattern.match(line) for _, pattern in FIELDS):
            break
        before = text[slice(*lines[stop - 1])].rstrip()
        if name == "tags" and not _MORE_TAGS.fullmatch(line):
            break
        if name == "refs" and not (
            _is_ref(name, line) or before.endswith(",") or _rest_of_refs(text, lines, stop)
        ):
            break
        stop += 1
    return stop


def _is_ref(name: str, line: str) -> bool:
    """Whether a line goes on with references although a dump put a pilcrow before it."""
    return name == "refs" and _MORE_REFS.match(line) is not None


def _rest_of_refs(text: str, lines: list[tuple[int, int]], stop: int) -> bool:
    """Whether a line is the short rest of a reference: the next line is empty."""
    after = text[slice(*lines[stop + 1])] if stop + 1 < len(lines) else ""
    return not after.strip() and len(text[slice(*lines[stop])].split()) <= 4


def _mark(document: Document, start: int, end: int) -> tuple[Mark, ...]:
    text = document.text[start:end]
    stripped = text.strip()
    if not stripped:
        return ()
    first = start + len(text) - len(text.lstrip())
    last = first + len(stripped)
    return (Mark("header", stripped, document.name, document.span(first, last)),)


def _preface(head: str) -> dict[str, str]:
    """Return the id and the date of a dump's preface."""
    found = {}
    if match := _ID_LINE.search(head):
        found["id"] = match["id"]
    if (match := _PREFACE_DATE.search(head)) and (sent := _iso(match, int(match["year"]))):
        found["date"] = sent
    return found


def _dtg(head: str) -> str | None:
    match = _DTG.search(head)
    if not match:
        return None
    year = int(match["year"])
    return _iso(match, year if len(match["year"]) == 4 else full_year(year))


def _iso(match: re.Match[str], year: int) -> str | None:
    """Return the date of a day and a month's name, null where there is no such day."""
    try:
        return date(year, _MONTHS[match["month"].upper()], int(match["day"])).isoformat()
    except (KeyError, ValueError):
        return None


def _filled(
    header: Header,
    document: Document,
    fields: dict[str, str],
    head: str,
    preface: dict[str, str],
) -> Header:
    """Return a header with what its fields say."""
    line = _LINE.search(fields.get("line", ""))
    sent = _FROM.search(head)
    post = line["post"].upper() if line else sent["post"].strip() if sent else None
    sent_on = _dtg(head) or preface.get("date")
    subject = fields.get("subject", "").partition(":")[2].strip()
    refs = fields.get("refs", "")
    if glued := re.search(r"\bREF(?:S|TEL)?: ", subject):
        refs = refs or subject[glued.start() :]
        subject = subject[: glued.start()].strip()
    return evolve(
        header,
        id=preface.get("id") or _own_id(document, post, line, sent_on),
        post=post,
        date=sent_on,
        classification=_classification(line) if line else None,
        subject=subject or None,
        update=is_update(subject) or _CORRECTED.search(head) is not None,
        tags=_tags(fields.get("tags", "")),
        refs=_refs(refs.partition(":")[2].strip()),
        diagnostics=_oddities(document, fields, head),
    )


def _own_id(
    document: Document, post: str | None, line: re.Match[str] | None, sent_on: str | None
) -> str | None:
    """Return the id made of date, post and number, else the one that the file is named after."""
    if post and line and sent_on:
        return f"{sent_on[2:4]}{re.sub('[^A-Z]', '', post)}{int(line['number'])}"
    named = ID_NAME.match(re.split(r"[/\\]", document.path or document.name)[-1].upper())
    if named and (line is None or named[1].endswith(str(int(line["number"])))):
        return named[1]
    return None


def _classification(line: re.Match[str]) -> str:
    """Return the classification with its spaced letters closed: ``CONFIDENTIAL NOFORN``."""
    rest = (word.strip() for word in line["rest"].split("/"))
    return " ".join([line["class"].replace(" ", "").upper(), *filter(None, rest)])


def _tags(value: str) -> tuple[str, ...]:
    """Return the tags of a field: by commas where there are any, else by spaces."""
    value = re.sub(r"^\s*TAGS?\s*:?", "", value, flags=re.IGNORECASE)
    value = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1 ", value)
    by = "," if "," in value else ";" if ";" in value else None
    return tuple(tag for part in value.split(by) if (tag := part.strip(" ,;")))


def _refs(value: str) -> tuple[str, ...]:
    if not value:
        return ()
    starts = list(_REF_LETTER.finditer(value))
    if not starts:
        return (value,)
    ends = [match.start() for match in starts[1:]] + [len(value)]
    found = [value[m.end() : end].strip(" ,;¶") for m, end in zip(starts, ends, strict=True)]
    return tuple(ref for ref in found if ref)


def _oddities(document: Document, fields: dict[str, str], head: str) -> tuple[Diagnostic, ...]:
    """Return what is odd about a header: fields it lacks or has twice."""
    first = document.line(document.text.find(head) if head else 0)
    notes = [
        (first, f"no {name.upper()} line") for name in ("tags", "subject") if name not in fields
    ]
    doubled = [
        name
        for name, pattern in FIELDS[2:4]
        if sum(bool(pattern.match(line)) for line in head.splitlines()) > 1
    ]
    if doubled:
        notes.append((first, f"{', '.join(n.upper() for n in doubled)} printed twice"))
    return tuple(Diagnostic(document.name, line, "header", message) for line, message in notes)
