"""The records every layer speaks in: frozen, slotted, and named as in the JSON.

A record holds data and nothing else. What computes them lives in the layers; what writes them lives
in the output. Sequences are tuples, so that a record is hashable unless it holds a mapping.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from tipdiff.display import Brief, Shown

Span = tuple[int, int]
"""``(start, end)``: characters from 0, end excluded."""

Section = tuple[str, ...]
"""Headings from the outermost in, then the answer's letter; ``()`` before the first."""

Status = Literal["new", "changed", "dropped", "unchanged"]
StatementKind = Literal["sentence", "bullet", "item", "pointer"]
MarkKind = Literal[
    "header", "heading", "label", "page-mark", "caption", "rule", "question", "closing"
]
Approximation = Literal["exact", "about", "over", "under", "at least", "at most"]
Direction = Literal["up", "down"]
ClaimKind = Literal["figure", "norm"]
NearReason = Literal["unlikely", "rival", "review"]


@frozen
class Diagnostic:
    """Something the reader repaired or did not understand, with the line it stands in (from 1)."""

    source: str
    line: int
    kind: str
    message: str


@frozen
class Mark:
    """A stretch of the source that is no statement, and was recognised for what it is."""

    kind: MarkKind
    text: str
    source: str
    span: Span


@frozen
class Cable:
    """The header of one cable.

    ``date`` is ISO 8601; ``part`` and ``parts`` are null where the cable does not say that it is a
    part; ``supersedes`` is the id of the cable of the same edition that this one updates.
    """

    id: str
    post: str | None
    date: str | None
    classification: str | None
    part: int | None
    parts: int | None
    source: str
    supersedes: str | None = None
    subject: str | None = None
    tags: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


@frozen
class Statement:
    """A sentence, bullet or list item of a report, and its exact place.

    ``span`` lies in the decoded source; page marks that cut the sentence lie inside it, but not in
    ``text``. ``lead`` is the id of the statement that introduces the list this one belongs to.
    """

    id: str
    text: str
    section: Section
    paragraph: int | None
    source: str
    span: Span
    kind: StatementKind = "sentence"
    lead: str | None = None


@frozen
class Question:
    """A question of the questionnaire that a post repeated before its answer."""

    text: str
    section: Section
    source: str
    span: Span


@frozen(repr=False)
class Report(Shown):
    """One country's report of one edition, merged from its part cables.

    ``sections`` are in the order of the report. ``marks`` account for every letter of the sources
    that is in no statement. ``truncated`` says that a cable breaks off in the middle.
    """

    country: str | None
    year: int | None
    covers: int | None
    missing_parts: tuple[int, ...]
    cables: tuple[Cable, ...]
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    marks: tuple[Mark, ...] = ()
    truncated: bool = False


@frozen
class Claim:
    """One numeric claim of a statement; the fields' meanings are in ``docs/contract.md``."""

    id: str
    text: str
    value: float | None
    low: float | None
    high: float | None
    approximation: Approximation
    unit: str
    counted: str | None
    span: Span
    event: str | None = None
    kind: ClaimKind = "figure"
    indicator: str | None = None
    stated: int | None = None
    period: int | None = None
    period_from: int | None = None
    breakdown: Mapping[str, str] = field(factory=dict)
    of: str | None = None
    equivalent: str | None = None
    law: str | None = None
    who: str | None = None
    where: str | None = None
    derived: bool = False


@frozen
class ClaimChange:
    """A claim then and now; ``difference`` is new - old, ``ratio`` new / old.

    ``direction`` is null where bounds and approximators leave open whether the figure changed.
    """

    status: Status
    old: Claim | None
    new: Claim | None
    difference: float | None = None
    ratio: float | None = None
    direction: Direction | None = None


@frozen
class Evidence:
    """One kind of evidence for a link: its ``value``, and by how much it moved the log-odds."""

    name: str
    value: float
    weight: float


@frozen
class Link:
    """Statements of the old text and statements of the new that say the same thing, then and now.

    ``old`` and ``new`` are indexes from 0, one or more each side; ``score`` is the probability that
    the link is right; ``similarity`` the likeness of the letters, figures masked.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    similarity: float
    evidence: tuple[Evidence, ...] = ()


@frozen
class NearMatch:
    """The likeliest partner of a statement that was linked to nothing, and why it was refused.

    ``statement`` is the partner's id, ``score`` the probability; ``reason`` is ``unlikely``,
    ``rival`` (``rival`` is the id of the statement that fits the partner better) or ``review``.
    """

    statement: str
    score: float
    reason: NearReason
    rival: str | None = None


@frozen
class Change:
    """What became of one statement, or of a few that belong together."""

    status: Status
    traits: tuple[str, ...]
    score: float | None
    similarity: float | None
    reviewed: bool
    old: tuple[Statement, ...]
    new: tuple[Statement, ...]
    claims: tuple[ClaimChange, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    near: NearMatch | None = None


@frozen
class SectionLink:
    """A section then and now; the side that is missing is null."""

    old: Section | None
    new: Section | None
    score: float | None
    moved: bool


@frozen(repr=False)
class Edition(Brief):
    """What a comparison says of each of its reports: all but their text.

    ``diagnostics`` are what the reader repaired or did not understand.
    """

    country: str | None
    year: int | None
    covers: int | None
    missing_parts: tuple[int, ...]
    cables: tuple[Cable, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen
class Summary:
    """How many changes there are of each status; those without counterpart are counted apart."""

    new: int
    changed: int
    dropped: int
    unchanged: int
    no_counterpart: int


@frozen
class Note:
    """Something worth a look that is no change by itself; ``statements``: the ids it is about."""

    kind: str
    message: str
    statements: tuple[str, ...] = ()


@frozen(repr=False)
class Comparison(Shown):
    """Two reports of one country compared: what the JSON of ``tipdiff diff`` holds."""

    old: Edition
    new: Edition
    summary: Summary
    warnings: tuple[str, ...]
    notes: tuple[Note, ...]
    claim_links: tuple[ClaimChange, ...]
    sections: tuple[SectionLink, ...]
    changes: tuple[Change, ...]

    @property
    def differs(self) -> bool:
        """Whether anything changed or moved: what the exit code of ``tipdiff diff`` tells."""
        return any(c.status != "unchanged" or "moved" in c.traits for c in self.changes) or any(
            s.moved for s in self.sections
        )
