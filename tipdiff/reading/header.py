"""The header of a cable: where it stands, where the body begins, and what its fields say.

A header is found by its fields, wherever they stand: mirrors glue it to the body, print it twice,
put a preface before it or lose half of it. Fields are the rows of ``FIELDS``; what follows a field
line belongs to it as long as it looks like it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from tipdiff.patterns import regex
from tipdiff.reading import references
from tipdiff.reading.memo import Memo, memo_at
from tipdiff.reading.mirror import page_facts, row_facts
from tipdiff.reading.preamble import after_preamble, is_part_mark
from tipdiff.reading.sent import date_time_group
from tipdiff.reading.sent import preface as preface_of
from tipdiff.reading.subject import is_update, part_of
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
    sent: tuple[int, int | None] | None = None  #: year and month of a day that is not certain
    memo: bool = False  #: it is the head of a memo or letter, and no cable's
    part: tuple[int, int] | None = None  #: from the subject or a line of its own: part, of how many
    marks: tuple[Mark, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(factory=tuple)

    @property
    def found(self) -> bool:
        """Whether there is a cable's header at all."""
        return self.body_start > self.start and not self.memo


def _spaced(word: str) -> str:
    return " ?".join(word)


#: ``UNCLAS SECTION 01 OF 07 PORT MERRIN 000200``; ``C O N F I D E N T I A L KALVIK 000012``;
#: typed by hand, ``Unclas Section 01 of 02 Kalvik 000140``.
_LINE = regex(
    rf"(?P<class>UNCLAS(?:SIFIED)?|{_spaced('UNCLASSIFIED')}|{_spaced('UNCLAS')}"
    rf"|{_spaced('CONFIDENTIAL')}|(?<![A-Z]){_spaced('SECRET')}"
    r"|\bUnclas(?:sified)?|\bConfidential|\bSecret)"
    r"(?P<rest>(?:[ /]+(?:E F T O|EFTO|FOR OFFICIAL USE ONLY|FOUO|NOFORN|SENSITIVE|SIPDIS|SBU))*)"
    r"(?: (?:SECTION|Section) (?P<section>\d+) (?:OF|of) (?P<sections>\d+))?[ \t]+"
    r"(?P<post>[A-Z][A-Za-z.'\-]*(?: [A-Z][A-Za-z.'\-]*){0,4}) +(?P<number>\d{6})\b(?! +\d)"
)
#: What each of these lines has, and few others: with it they are found quickly.
_NUMBER = regex(r" \d{6}\b")
#: A file named after its cable.
ID_NAME: Final = regex(r"(\d{2}[A-Z][A-Z']{2,}\d{1,6})(?![A-Z0-9])")
#: A caption above the fields: ``C O R R E C T E D  C O P Y (TEXT ADDED)``.
_CORRECTED = regex(rf"^[ \t]*{_spaced('CORRECTED')}[ \t]+{_spaced('COPY')}\b", re.MULTILINE)
#: ``FM AMEMBASSY PORT MERRIN``.
_FROM = regex(r"\bFM (?:AM|US)[A-Z]+ (?P<post>[A-Z][A-Z .'\-]*?)(?=[ \t]*(?:$| TO ))", re.MULTILINE)

#: The lines that begin a field: (field, pattern, sample).
FIELDS: Final[tuple[tuple[str, re.Pattern[str], str], ...]] = (
    ("line", regex(rf".*{_LINE.pattern}"), "UNCLAS KALVIK 000140"),
    ("order", regex(r"[ \t]*E\. ?O\. ?\d{5}"), "E.O. 12958: N/A"),
    ("tags", regex(r"[ \t]*TAGS?(?: *:|(?= +[A-Z]{4}\b))", re.IGNORECASE), "TAGS: PHUM"),
    ("subject", regex(r"[ \t]*SUBJ(?:ECT)?:", re.IGNORECASE), "SUBJECT: OSTREL: REPORT"),
    (
        "refs",
        regex(r"[ \t]*REF(?:S|TELS?|ERENCES?)?(?:\([A-Z]\))?:", re.IGNORECASE),
        "REF: STATE 2731",
    ),
    (
        "classified",
        regex(r"[ \t]*(?:CLASSIFIED BY|REASONS?:|DECL(?:ASSIFY)? ?(?:ON)?:)", re.IGNORECASE),
        "CLASSIFIED BY: ADA MARBECK",
    ),
)
#: The fields that only a cable has.
_CABLES: Final = frozenset({"line", "order", "tags", "classified"})
#: How a body begins: a numbered paragraph, whatever became of its pilcrow.
_BODY = regex(r"[ \t]*(?:[¶§]|si\. ?\(|(?:Â)?1?1 ?\. |1?1 ?\.\()")
#: Lines of capitals between the captions and the fields: ``DEPT FOR G/TIP, EUR``, ``SIPDIS``.
_CAPITALS = regex(r"[^a-z¶§]*")
#: A TAGS line that goes on: nothing but tags, in capitals or as links.
_MORE_TAGS = regex(r"[ ,;\t]*(?:\[?[A-Z]{2,}(?:\](?:\(#?[^)\n]*\))?|(?![A-Z]))[ ,;\t]*)+")
#: Lines scanned for the next field once one was found: lists of addressees stand before the first.
FIELD_GAP: Final = 40
#: Blank lines that a list of references can be broken by.
_BLANKS_IN_REFS: Final = 3
_COLON = regex(r":")
#: A REF line joined to the subject's.
_REF_IN_SUBJECT = regex(r"\bREF(?:S|TEL)?: ")
#: What begins the next cable in a file that holds several.
_NEXT = regex(
    r"^[ \t]*(?:VZCZC\w*|\d{2}[A-Z]{3,}\d{1,6}[ \t]*$|This record is a partial extract"
    r"|(?:[FOPRZ] )?\d{6}Z [A-Z][A-Za-z]{2} \d{2,4}[ \t]*$)",
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
    for number in _NUMBER.finditer(text):
        first = text.rfind("\n", 0, number.start()) + 1
        match = _LINE.search(text, first, number.end())
        if match is None:
            continue
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
    body: int | None = None  # where a body begins that hangs behind the references
    while index < len(lines) and body is None:
        line = text[slice(*lines[index])]
        name = next((name for name, pattern, _ in FIELDS if pattern.match(line)), None)
        if name is None:
            if last >= 0 and (index - last > FIELD_GAP or (_BODY.match(line) and line.strip())):
                break
            index += 1
            continue
        stop = _field_end(text, lines, index, name)
        first, final = lines[index][0], lines[stop - 1][1]
        if name in {"subject", "refs"}:
            body = _body_behind(text, first, final, name)
        value = " ".join(text[first : final if body is None else body].split())
        fields.setdefault(name, value)
        last = stop - 1
        index = stop
    if not fields.keys() & _CABLES and (memo := memo_at(text, start, end)) is not None:
        return _of_memo(document, memo, start, end)
    if last < 0:
        return Header(start, start, end)
    preface = preface_of(text[start : lines[last][1]])
    if not fields.keys() & {"subject", "refs", "tags"}:
        last = _captions_end(text, lines, last)
    body_start = min(lines[last][1] + 1, end)
    if body is not None:
        body_start = body
    else:
        subject, refs = _subject_and_refs(fields)
        body_start = after_preamble(text, body_start, end, subject, refs)
    header = Header(start, body_start, end, marks=_mark(document, start, body_start))
    return _filled(header, document, fields, text[start:body_start], preface)


def _of_memo(document: Document, memo: Memo, start: int, end: int) -> Header:
    """Return the header of a report that is a memo or letter."""
    day, line = memo.day, document.line(start)
    told = (Diagnostic(document.name, line, "date", memo.doubt),) if memo.doubt else ()
    return Header(
        start,
        memo.end,
        end,
        date=day.iso if day else None,
        subject=memo.subject,
        sent=(day.year, day.month) if day else None,
        memo=True,
        update=is_update(memo.subject or ""),
        part=part_of(memo.subject or ""),
        marks=_mark(document, start, memo.end),
        diagnostics=told,
    )


def _body_behind(text: str, first: int, final: int, name: str) -> int | None:
    """Return where the body begins that hangs behind the references in a field, if one does."""
    colon = _REF_IN_SUBJECT if name == "subject" else _COLON
    label = colon.search(text, first, final)
    if label is None:
        return None
    behind = references.body_behind(text[label.end() : final])
    return None if behind is None else label.end() + behind


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
        if name == "refs" and not line.strip():
            following = _after_blank(text, lines, index, stop)
            if following is None:
                break
            stop = following + 1
            continue
        if not line.strip() or (_BODY.match(line) and not _is_ref(name, line)):
            break
        if any(pattern.match(line) for _, pattern, _ in FIELDS):
            break
        if name == "tags" and not _MORE_TAGS.fullmatch(line):
            break
        if name == "refs":
            before = text[lines[index][0] : lines[stop - 1][1]]
            after = text[slice(*lines[stop + 1])] if stop + 1 < len(lines) else ""
            if not references.goes_on(before, line, after):
                break
        stop += 1
    return stop


def _is_ref(name: str, line: str) -> bool:
    """Whether a line goes on with references although a dump put a pilcrow before it."""
    return name == "refs" and references.goes_on("", line, "-")


def _after_blank(text: str, lines: list[tuple[int, int]], index: int, stop: int) -> int | None:
    """Return the line below blank ones that goes on with the list of references, if it does."""
    below = next((k for k in range(stop, len(lines)) if text[slice(*lines[k])].strip()), None)
    if below is None or below - stop > _BLANKS_IN_REFS:
        return None
    before = text[lines[index][0] : lines[stop - 1][1]]
    return below if references.is_next_reference(before, text[slice(*lines[below])]) else None


def _mark(document: Document, start: int, end: int) -> tuple[Mark, ...]:
    text = document.text[start:end]
    stripped = text.strip()
    if not stripped:
        return ()
    first = start + len(text) - len(text.lstrip())
    last = first + len(stripped)
    return (Mark("header", stripped, document.name, document.span(first, last)),)


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
    above = _LINE.search(head)
    row = row_facts(head[: above.start()] if above else head)
    page = page_facts(document.raw) if document.offsets is not None else row
    sent_on = date_time_group(head) or preface.get("date") or row.date or page.date
    subject, refs = _subject_and_refs(fields)
    own = preface.get("id") or _of_number(row.id or page.id, line)
    return evolve(
        header,
        id=own or _own_id(document, post, line, sent_on),
        post=post,
        date=sent_on,
        classification=_classification(line) if line else None,
        subject=subject or None,
        update=is_update(subject) or _CORRECTED.search(head) is not None,
        tags=_tags(fields.get("tags", "")),
        refs=references.references(refs),
        part=part_of(subject) or _part_mark(head),
        diagnostics=_oddities(document, fields, head),
    )


def _subject_and_refs(fields: dict[str, str]) -> tuple[str, str]:
    """Return the subject and the references, which a mirror can have joined to it."""
    subject = fields.get("subject", "").partition(":")[2].strip()
    refs = fields.get("refs", "").partition(":")[2].strip()
    if glued := _REF_IN_SUBJECT.search(subject):
        refs = refs or subject[glued.end() :].strip()
        subject = subject[: glued.start()].strip()
    return subject, refs


def _part_mark(head: str) -> tuple[int, int] | None:
    """Return the part that a line of the header gives which says nothing else."""
    marks = (line for line in head.splitlines() if is_part_mark(line))
    return next((part_of(mark) for mark in marks), None)


def _of_number(page_id: str | None, line: re.Match[str] | None) -> str | None:
    """Return the id that a page gives, if it has the number of the cable's own line."""
    if page_id and (line is None or page_id.endswith(str(int(line["number"])))):
        return page_id
    return None


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


def _oddities(document: Document, fields: dict[str, str], head: str) -> tuple[Diagnostic, ...]:
    """Return what is odd about a header: fields it lacks or has twice."""
    first = document.line(document.text.find(head) if head else 0)
    notes = [
        (first, f"no {name.upper()} line") for name in ("tags", "subject") if name not in fields
    ]
    doubled = [
        name
        for name, pattern, _ in FIELDS[2:4]
        if sum(bool(pattern.match(line)) for line in head.splitlines()) > 1
    ]
    if doubled:
        notes.append((first, f"{', '.join(n.upper() for n in doubled)} printed twice"))
    return tuple(Diagnostic(document.name, line, "header", message) for line, message in notes)
