"""From cables to reports: parts put together, copies and updates told apart, editions gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.errors import ReadError
from tipdiff.reading.body import Body, read_body
from tipdiff.reading.countries import (
    country_in_text,
    country_of,
    country_of_path,
    country_of_post,
)
from tipdiff.reading.editions import one_edition
from tipdiff.reading.header import Header, read_headers
from tipdiff.reading.resent import is_sent_again, number_of
from tipdiff.reading.subject import part_of
from tipdiff.reading.years import covered_year, edition_of
from tipdiff.records import Cable, Diagnostic, Report, Section, Statement, Table
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.reading.document import Document

__all__ = ["Part", "group_reports", "one_report", "read_parts"]

#: An answer's letter, which names no section without its block.
_LETTER = re.compile(r"[A-Z]{1,2}(?:(?:/|-|, ?| and | ?& ?)[A-Z]{1,2})*")
#: The first characters of a body in which it says which part it is.
OPENING: Final = 1500


@frozen(eq=False)
class Part:
    """One cable read: header, body, and what it says of country and edition."""

    document: Document
    header: Header
    body: Body
    cable: Cable
    country: str | None
    year: int | None


def read_parts(documents: Iterable[Document]) -> list[Part]:
    """Read every cable of every document, in order.

    Raises:
        ReadError: A document holds a header without body. One that nobody has named is noted, and
            stops nothing, as long as there are others.

    """
    headed = [(document, header) for document in documents for header in read_headers(document)]
    # A subject that names no country is about the one that other cables of its post name.
    of_post: dict[str, str] = {}
    for _, header in headed:
        if header.post and header.subject:
            named = country_of(header.subject, header.tags, header.post)
            if named and named.upper() != header.post.upper():
                of_post.setdefault(header.post, named)
    parts: list[Part] = []
    unread: list[Diagnostic] = []
    for document, header in headed:
        try:
            parts.append(_part(document, header, of_post))
        except ReadError as error:
            if not document.gathered or (not parts and (document, header) == headed[-1]):
                raise
            unread.append(Diagnostic(document.name, 1, "unread", f"not read: {error.message}"))
    if unread and parts:
        first = parts[0].header
        told = evolve(first, diagnostics=(*first.diagnostics, *unread))
        parts[0] = evolve(parts[0], header=told)
    return parts


def _part(document: Document, header: Header, of_post: dict[str, str]) -> Part:
    opening = document.text[header.body_start : header.body_end][:OPENING]
    part = header.part or _self_part(opening)
    year = edition_of(document, header)
    country = _country(document, header, of_post)
    own = header.id or _made_up_id(country, year)
    body = read_body(document, header, own)
    if not body.statements:
        raise ReadError("a header without a body" if header.found else "no statement to read",
                        source=document.path or document.name)  # fmt: skip
    cable = Cable(
        own,
        header.post,
        header.date,
        header.classification,
        part[0] if part else None,
        part[1] if part else None,
        document.name,
        _superseded_by_ref(header) if header.update else None,
        header.subject,
        header.tags,
        header.refs,
    )
    return Part(document, header, body, cable, country, year)


def _country(document: Document, header: Header, of_post: dict[str, str]) -> str | None:
    """Return the country: by the header, else the body, else the path, else the post's city."""
    path = document.names or _stem(document.name)
    if not header.found:
        return country_of_path(path)
    return (
        country_of(header.subject, header.tags, header.post, of_post.get(header.post or ""))
        or country_in_text(document.text[header.body_start : header.body_end])
        or country_of_path(path, sorted_by_year=True)
        or country_of_post(header.post)
    )


def _stem(name: str) -> str:
    return "" if name in {"text", "standard input"} else name


def _self_part(opening: str) -> tuple[int, int] | None:
    """Return the part that the first sentences give: ``This is part 1 of 4 (septel)``."""
    for match in re.finditer(
        r"\b(?:this|message|cable|report)\b[^.]{0,40}", opening, re.IGNORECASE
    ):
        if found := part_of(match[0]):
            return found
    return None


def _made_up_id(country: str | None, year: int | None) -> str:
    """Return COUNTRY-YEAR for a text without a cable's id."""
    name = re.sub(r"[^A-Z0-9]+", "", (country or "").upper()) or "REPORT"
    return f"{name}-{year}" if year is not None else name


def _superseded_by_ref(header: Header) -> str | None:
    """Return the id of the own cable of this year that an update refers to."""
    if not header.post or not header.date:
        return None
    post = header.post.upper()
    for ref in header.refs:
        match = re.match(rf"(?:(\d{{2,4}}) +)?{re.escape(post)} +0*(\d+)\b", ref.upper())
        if match and (match[1] is None or match[1][-2:] == header.date[2:4]):
            return f"{header.date[2:4]}{re.sub('[^A-Z]', '', post)}{match[2]}"
    return None


def group_reports(parts: Sequence[Part]) -> list[Report]:
    """Gather cables by country and edition; oldest edition first, countries by name."""
    groups: dict[tuple[str, int], list[Part]] = {}
    for part in parts:
        key = ((part.country or "").casefold(), part.year if part.year is not None else -1)
        groups.setdefault(key, []).append(part)
    return [one_report(groups[key]) for key in sorted(groups, key=lambda k: (k[1], k[0]))]


def one_report(
    parts: Sequence[Part],
    country: str | None = None,
    year: int | None = None,
    covers: int | None = None,
) -> Report:
    """Merge the cables of one report.

    Args:
        parts: The cables, in any order.
        country: The country, whatever the cables say.
        year: The edition, whatever the cables say.
        covers: The calendar year most of it is about.

    Raises:
        ReadError: There is none, or they are about two countries.

    """
    if not parts:
        raise ReadError("nothing to read")
    countries = list(dict.fromkeys(p.country for p in parts if p.country))
    if country is None and len({name.casefold() for name in countries}) > 1:
        raise ReadError(
            f"two countries in one report: {' and '.join(countries[:2])}",
            source=", ".join(dict.fromkeys(p.document.name for p in parts)),
        )
    narrative = not any(p.header.found for p in parts)
    if narrative and (country or year is not None):
        latest = max((p.year for p in parts if p.year is not None), default=None)
        edition = latest if year is None else year
        parts = [_renamed(p, country or p.country, edition) for p in parts]
    # From here on each cable has an id of its own: whatever names the parts stands above this line.
    once, notes = _without_copies(parts)
    kept, again = _without_resent(_without_superseded(once))
    notes += again
    kept = sorted(kept, key=lambda p: (p.cable.part is None, p.cable.part or 0))
    kept = one_edition(kept, year)
    years = [p.year for p in kept if p.year is not None]
    edition = year if year is not None else max(years, default=None)
    if year is None and len(set(years)) > 1:
        told = ", ".join(map(str, sorted(set(years))))
        notes.append(_note(kept[0], "order", f"cables of several years in one report: {told}"))
    if covers is None and edition is not None:
        covers = max(_covered_year(part, edition) for part in kept)
    statements, sections = _joined(kept)
    return Report(
        country or (countries[0] if countries else None),
        edition,
        covers,
        _missing(kept),
        tuple(p.cable for p in kept),
        sections,
        tuple(statement for statement in statements if statement.row is None),
        tuple(q for p in kept for q in p.body.questions),
        (
            *notes,
            *dict.fromkeys(d for document in _documents(kept) for d in document.diagnostics),
            *(d for p in kept for d in (*p.header.diagnostics, *p.body.diagnostics)),
        ),
        (
            *(m for document in _documents(kept) for m in document.marks),
            *(m for p in kept for m in (*p.header.marks, *p.body.marks)),
        ),
        any(p.body.truncated for p in kept[-1:]),
        _tables(statements),
    )


def _covered_year(part: Part, edition: int) -> int:
    titles = [title for section in part.body.sections for title in section]
    text = part.document.text[part.header.body_start : part.header.body_end]
    return covered_year(edition, part.header, titles, text)


def _tables(statements: Sequence[Statement]) -> tuple[Table, ...]:
    """Return the tables that the rows among the statements make."""
    rows: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.row is not None:
            rows.setdefault(statement.row.table, []).append(statement)
    return tuple(_table(own, tuple(of)) for own, of in rows.items())


def _table(own: str, rows: tuple[Statement, ...]) -> Table:
    first = rows[0]
    title = None if first.row is None else first.row.title
    return Table(own, title, first.section, first.paragraph, first.source, rows)


def _documents(parts: Sequence[Part]) -> list[Document]:
    return list({id(p.document): p.document for p in parts}.values())


def _note(part: Part, kind: str, message: str) -> Diagnostic:
    return Diagnostic(part.document.name, part.document.line(part.header.start), kind, message)


def _without_superseded(parts: Sequence[Part]) -> list[Part]:
    """Let an update take the place of the earlier cables of its edition."""
    updates = [p for p in parts if p.header.update]
    if not updates or len(updates) == len(parts):
        return list(parts)
    kept = []
    for part in parts:
        if part in updates:
            earlier = [p for p in parts if p not in updates and _replaces(part, p)]
            own = part.cable.supersedes or (earlier[0].cable.id if earlier else None)
            kept.append(evolve(part, cable=evolve(part.cable, supersedes=own)))
        elif not any(_replaces(update, part) for update in updates):
            kept.append(part)
    return kept


def _without_resent(parts: Sequence[Part]) -> tuple[list[Part], list[Diagnostic]]:
    """Let the later of two cables that are one, sent twice on one day, stand for both."""
    kept = list(parts)
    notes: list[Diagnostic] = []
    for part in sorted(parts, key=lambda p: number_of(p.cable)):
        later = next((k for k in kept if k is not part and _is_sent_again(part, k)), None)
        if later is None:
            continue
        here = kept.index(later)
        kept[here] = evolve(later, cable=evolve(later.cable, supersedes=part.cable.id))
        kept = [k for k in kept if k is not part]
        message = (
            f"{later.cable.id} is {part.cable.id} sent again the same day, and takes its place"
        )
        notes.append(_note(later, "duplicate", message))
    return kept, notes


def _is_sent_again(earlier: Part, later: Part) -> bool:
    texts = [[s.text for s in part.body.statements] for part in (earlier, later)]
    return is_sent_again(earlier.cable, texts[0], later.cable, texts[1])


def _same_edition(one: Part, other: Part) -> bool:
    return one.year == other.year


def _replaces(update: Part, earlier: Part) -> bool:
    """Whether an update replaces a cable: the same part of the same edition, or all of it."""
    if not _same_edition(update, earlier):
        return False
    return update.cable.part is None or update.cable.part == earlier.cable.part


def _without_copies(parts: Sequence[Part]) -> tuple[list[Part], list[Diagnostic]]:
    """Count identical copies of a part once, and warn of different ones under one id."""
    kept: list[Part] = []
    notes: list[Diagnostic] = []
    for part in parts:
        twin = next((k for k in kept if k.cable.id == part.cable.id), None)
        if twin is None:
            kept.append(part)
        elif _words(twin) == _words(part):
            notes.append(_note(part, "duplicate", f"{part.cable.id} is there twice; counted once"))
        else:
            message = f"{part.cable.id} is there twice, with different texts"
            notes.append(_note(part, "duplicate", message))
            taken = {k.cable.id for k in kept}
            free = next(n for n in count(2) if f"{part.cable.id}/{n}" not in taken)
            kept.append(_with_id(part, f"{part.cable.id}/{free}"))
    return kept, notes


def _words(part: Part) -> list[str]:
    return [folded(statement.text) for statement in part.body.statements]


def _with_id(part: Part, own: str) -> Part:
    """Return a part whose cable and statements bear another id."""
    before = f"{part.cable.id}:"

    def changed(name: str | None) -> str | None:
        return name and f"{own}:{name.removeprefix(before)}"

    statements = tuple(
        evolve(
            s,
            id=f"{own}:{s.id.removeprefix(before)}",
            lead=changed(s.lead),
            row=s.row and evolve(s.row, table=f"{own}:{s.row.table.removeprefix(before)}"),
        )
        for s in part.body.statements
    )
    return evolve(
        part,
        cable=evolve(part.cable, id=own),
        body=evolve(part.body, statements=statements),
    )


def _renamed(part: Part, country: str | None, year: int | None) -> Part:
    if part.header.id:
        return part
    return _with_id(part, _made_up_id(country, year))


def _missing(parts: Sequence[Part]) -> tuple[int, ...]:
    declared = max((p.cable.parts or 0 for p in parts), default=0)
    have = {p.cable.part for p in parts}
    return tuple(k for k in range(1, declared + 1) if k not in have)


def _joined(parts: Sequence[Part]) -> tuple[tuple[Statement, ...], tuple[Section, ...]]:
    """Return statements and sections of all parts; one cut by a part's end goes on in the next."""
    statements: list[Statement] = []
    sections: dict[Section, None] = {}
    block: Section = ()
    for index, part in enumerate(parts):
        inherited = block if index else ()
        # Where the block's heading stands in the part before, answers keyed to it go on in it.
        key = str(statements[-1].paragraph) if inherited and statements else ""

        def whole(section: Section, inherited: Section = inherited, key: str = key) -> Section:
            if section and key and section[0] == key:
                return (*inherited, *section[1:])
            headless = section and _LETTER.fullmatch(section[0])
            return (*inherited, *section) if headless else section

        going_on = statements[-1].section if inherited and statements else ()
        for section in part.body.sections:
            sections.setdefault(whole(section))
        for statement in part.body.statements:
            # What stands before the first number or label goes on with the answer cut in two.
            if statement.section or statement.paragraph is not None:
                going_on = ()
            section = whole(statement.section) or going_on
            statements.append(
                statement if section == statement.section else evolve(statement, section=section)
            )
        headed = [s for s in part.body.sections if s and not _LETTER.fullmatch(s[0])]
        if headed:
            last = headed[-1]
            block = last[:-1] if len(last) > 1 and _LETTER.fullmatch(last[-1]) else last
    return tuple(statements), tuple(sections)
