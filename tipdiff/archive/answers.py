"""What an archive answers: a record for each kind of question."""

from __future__ import annotations

from attrs import frozen

from tipdiff.records import Approximation, FindingKind, Section, Status

__all__ = ["Changed", "Figure", "FileOutcome", "Held", "Moved", "Quoted", "Said", "Told"]


@frozen
class Quoted:
    """A statement and where it stands.

    Attributes:
        text: Its words.
        section: The headings above it.
        report: The id of the report.
        cable: The id of the cable.
        file: The path of the cable's file, from the archive's folder on.
        statement: Its own id.

    """

    text: str
    section: Section
    report: str
    cable: str
    file: str
    statement: str


@frozen
class Said:
    """What a country's reports say of the words that were looked for: one thread.

    A thread may be told in other words in some editions, and even say the opposite there:
    ``first``, ``last`` and ``still_said`` are of the thread in whatever words, ``editions``,
    ``since`` and ``year`` of the editions that have the words.

    Attributes:
        country: In English.
        kind: Of report.
        thread: The id of the thread; None where the editions were not followed.
        first: The edition in which the thread first appeared, in whatever words.
        last: The edition that has it last, likewise.
        still_said: Whether the newest edition has it, likewise.
        editions: How many editions that were asked for have a statement of it with the words.
        since: The first of all editions that has the words.
        year: The newest that has them.
        statement: What that one says, and where.

    """

    country: str
    kind: str
    thread: str | None
    first: int
    last: int
    still_said: bool
    editions: int
    since: int
    year: int
    statement: Quoted


@frozen
class Figure:
    """A figure of a statement.

    Attributes:
        text: Its words.
        value: In the unit's own terms; None for a range.
        low: The least it can be; None where only an upper bound is said.
        high: The most it can be; None where only a lower bound is said.
        approximation: How surely the text says it.
        unit: As in a claim.
        counted: The noun that is counted; None where the text has none.
        indicator: The indicator it belongs to; None where it belongs to none.

    """

    text: str
    value: float | None
    low: float | None
    high: float | None
    approximation: Approximation
    unit: str
    counted: str | None
    indicator: str | None


@frozen
class Moved:
    """A figure then and now.

    Attributes:
        status: What became of it.
        old: In the old report; None for a new one.
        new: In the new report; None for a dropped one.
        difference: New less old; None where it cannot be told.
        ratio: New by old; None likewise.

    """

    status: Status
    old: Figure | None
    new: Figure | None
    difference: float | None
    ratio: float | None


@frozen
class Changed:
    """A change from one edition to the next.

    Attributes:
        country: In English.
        kind: Of report.
        comparison: The id of the comparison in which it stands.
        place: Its place there, from 0.
        old_year: The earlier edition.
        new_year: The later edition.
        status: ``changed``, ``new``, ``dropped`` or ``unchanged``.
        traits: How it changed.
        score: The probability of the link; None where there is none.
        old: The statements of the earlier report.
        new: The statements of the later report.
        figures: What became of their figures.

    """

    country: str
    kind: str
    comparison: str
    place: int
    old_year: int
    new_year: int
    status: Status
    traits: tuple[str, ...]
    score: float | None
    old: tuple[Quoted, ...]
    new: tuple[Quoted, ...]
    figures: tuple[Moved, ...]


@frozen
class Told:
    """A finding: something that an analyst would tell of what changed.

    Attributes:
        country: In English.
        kind: Of report.
        comparison: The id of the comparison that it tells of.
        old_year: The earlier edition.
        new_year: The later edition.
        rank: Among those of its comparison, from 1.
        what: Which kind of finding: ``figure``, ``law`` ...
        text: What there is to tell.
        weight: The probability, from 0 to 1, that an analyst would tell it.
        old: The statements of the earlier report that it rests on.
        new: The statements of the later report likewise.

    """

    country: str
    kind: str
    comparison: str
    old_year: int
    new_year: int
    rank: int
    what: FindingKind
    text: str
    weight: float
    old: tuple[Quoted, ...]
    new: tuple[Quoted, ...]


@frozen
class Held:
    """A report that the archive holds.

    Attributes:
        id: Its id.
        country: In English.
        kind: Of report.
        year: The edition.
        covers: The year most of it is about; None where that is not known.
        cables: The ids of its cables.
        files: The paths of their files.
        missing_parts: The numbers of the parts that are not there.
        truncated: Whether a cable breaks off.
        statements: How many it has.

    """

    id: str
    country: str
    kind: str
    year: int
    covers: int | None
    cables: tuple[str, ...]
    files: tuple[str, ...]
    missing_parts: tuple[int, ...]
    truncated: bool
    statements: int


@frozen
class FileOutcome:
    """What was made of a file.

    Attributes:
        path: From the archive's folder on.
        outcome: ``read``, ``duplicate`` ...: see ``docs/archive.md``.
        of: The file that it is a copy of, or that supersedes it; None for others.
        note: Why; None for what was read.

    """

    path: str
    outcome: str
    of: str | None
    note: str | None
