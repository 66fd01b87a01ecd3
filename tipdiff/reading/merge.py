"""From cables to reports: parts put together, copies and updates told apart, editions gathered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.errors import ReadError
from tipdiff.patterns import regex
from tipdiff.reading.editions import one_edition
from tipdiff.reading.parts import made_up_id
from tipdiff.reading.resent import is_sent_again, number_of, perhaps_again
from tipdiff.reading.years import covered_year
from tipdiff.records import Diagnostic, Report, Section, Statement, Table
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.reading.document import Document
    from tipdiff.reading.parts import Part

__all__ = [
    "ALIKE",
    "group_reports",
    "is_alike",
    "kept_parts",
    "named_parts",
    "on_country",
    "one_report",
    "report_of",
    "without_resent",
    "without_superseded",
    "words_of",
]

#: What two texts under one id share of the shorter one's statements, from which they are one cable:
#: mirrors cut it short or break its lines, while the sections of a long cable, which bear one id
#: too, share their captions alone.
ALIKE: Final = 0.5
#: An answer's letter, which names no section without its block.
_LETTER = regex(r"[A-Z]{1,2}(?:(?:/|-|, ?| and | ?& ?)[A-Z]{1,2})*")


def on_country(parts: Sequence[Part], country: str, told: Collection[str]) -> list[Part]:
    """Return the cables with the country that a user says they are on.

    It is said of cables that say none, and of all if there is none or one that they say.

    Args:
        parts: The cables.
        country: What a user says.
        told: The countries that these and others beside them say, their case folded.

    """
    return [
        evolve(part, country=country) if len(told) < 2 or part.guessed or not part.country else part
        for part in parts
    ]


def group_reports(parts: Sequence[Part], country: str | None = None) -> list[Report]:
    """Gather cables by country and edition; oldest edition first, countries by name.

    Args:
        parts: The cables, in any order.
        country: What a user says they are on; ids that are made up are made of it, as in
            :func:`named_parts`. It must be that of the cables already (:func:`on_country`).

    """
    groups: dict[tuple[str, int], list[Part]] = {}
    for part in parts:
        key = ((part.country or "").casefold(), part.year if part.year is not None else -1)
        groups.setdefault(key, []).append(part)
    own = (country or "").casefold()
    return [
        one_report(groups[key], country if own and key[0] == own else None)
        for key in sorted(groups, key=lambda k: (k[1], k[0]))
    ]


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
    kept, notes = kept_parts(parts, country, year)
    return report_of(kept, notes, country or next(iter(countries), None), year, covers)


def kept_parts(
    parts: Sequence[Part], country: str | None = None, year: int | None = None
) -> tuple[list[Part], list[Diagnostic]]:
    """Return the cables that make up a report, in its order, and what there is to tell of others.

    Args:
        parts: The cables, in any order.
        country: As for :func:`one_report`.
        year: Likewise.

    Raises:
        ReadError: They are of several editions, and no year chooses one.

    """
    parts = named_parts(parts, country, year)
    once, notes = _without_copies(parts)
    kept, again = without_resent(without_superseded(once))
    kept = sorted(kept, key=lambda p: (p.cable.part is None, p.cable.part or 0))
    return one_edition(kept, year), notes + again


def named_parts(
    parts: Sequence[Part], country: str | None = None, year: int | None = None
) -> list[Part]:
    """Return the cables with the ids that they have in a report: of narratives, of what is given.

    From here on each cable has an id of its own: whatever names the parts stands above this line.

    Args:
        parts: The cables, in any order.
        country: As for :func:`one_report`.
        year: Likewise.

    """
    narrative = not any(p.header.found for p in parts)
    if not narrative or not (country or year is not None):
        return list(parts)
    latest = max((p.year for p in parts if p.year is not None), default=None)
    edition = latest if year is None else year
    return [_renamed(p, country or p.country, edition) for p in parts]


def report_of(
    kept: Sequence[Part],
    notes: Sequence[Diagnostic],
    country: str | None,
    year: int | None,
    covers: int | None = None,
) -> Report:
    """Return the report that cables make up.

    Args:
        kept: What :func:`kept_parts` gave.
        notes: Likewise.
        country: What the report is on, if that is known.
        year: As for :func:`one_report`.
        covers: Likewise.

    """
    notes = list(notes)
    years = [p.year for p in kept if p.year is not None]
    edition = year if year is not None else max(years, default=None)
    if year is None and len(set(years)) > 1:
        told = ", ".join(map(str, sorted(set(years))))
        notes.append(_note(kept[0], "order", f"cables of several years in one report: {told}"))
    if covers is None and edition is not None:
        covers = max(_covered_year(part, edition) for part in kept)
    statements, sections = _joined(kept)
    return Report(
        country,
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


def without_superseded(parts: Sequence[Part]) -> list[Part]:
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


def without_resent(parts: Sequence[Part]) -> tuple[list[Part], list[Diagnostic]]:
    """Let the later of two cables that are one, sent twice on one day, stand for both."""
    kept: list[Part | None] = list(parts)
    notes: list[Diagnostic] = []
    texts = {id(part.body): frozenset(words_of(part)) for part in parts}
    of_a_day: dict[object, list[int]] = {}
    for place, part in enumerate(parts):
        day = part.cable.post, part.cable.date, part.cable.part
        of_a_day.setdefault(day, []).append(place)
    perhaps: dict[int, list[int]] = {}
    for places in of_a_day.values():
        found = perhaps_again([texts[id(parts[place].body)] for place in places])
        perhaps |= {
            place: [places[k] for k in own] for place, own in zip(places, found, strict=True)
        }
    for place, part in sorted(enumerate(parts), key=lambda each: number_of(each[1].cable)):
        for other in perhaps[place]:
            later = kept[other]
            if later is None or later is part:
                continue
            said = texts[id(part.body)], texts[id(later.body)]
            if not is_sent_again(part.cable, said[0], later.cable, said[1]):
                continue
            kept[other] = evolve(later, cable=evolve(later.cable, supersedes=part.cable.id))
            if kept[place] is part:
                kept[place] = None
            message = (
                f"{later.cable.id} is {part.cable.id} sent again the same day, and takes its place"
            )
            notes.append(_note(later, "duplicate", message))
            break
    return [part for part in kept if part is not None], notes


def _same_edition(one: Part, other: Part) -> bool:
    return one.year == other.year


def _replaces(update: Part, earlier: Part) -> bool:
    """Whether an update replaces a cable: the same part of the same edition, or all of it."""
    if not _same_edition(update, earlier):
        return False
    return update.cable.part is None or update.cable.part == earlier.cable.part


def _without_copies(parts: Sequence[Part]) -> tuple[list[Part], list[Diagnostic]]:
    """Count identical copies of a part once, and warn of different ones under one id.

    An id that was made up says nothing of what the texts are: different ones are parts, unless they
    say the same for the most part.
    """
    kept: list[Part] = []
    notes: list[Diagnostic] = []
    of_id: dict[str, list[list[str]]] = {}
    for part in parts:
        own, words = part.cable.id, words_of(part)
        twins = of_id.setdefault(own, [])
        if words in twins:
            notes.append(_note(part, "duplicate", f"{own} is there twice; counted once"))
            continue
        taken = {k.cable.id for k in kept}
        if own not in taken:
            kept.append(part)
        else:
            if part.header.id or any(is_alike(words, twin) for twin in twins):
                message = f"{own} is there twice, with different texts"
                notes.append(_note(part, "duplicate", message))
            free = next(n for n in count(2) if f"{own}/{n}" not in taken)
            kept.append(_with_id(part, f"{own}/{free}"))
        twins.append(words)
    return kept, notes


def is_alike(own: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two texts say the same for the most part, given the folded statements of each."""
    fewer = min(len(set(own)), len(set(theirs)))
    return len(set(own) & set(theirs)) >= ALIKE * fewer


def words_of(part: Part) -> list[str]:
    """Return what a cable says, folded: two that say the same are one."""
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
    return _with_id(part, made_up_id(country, year))


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
