"""The records of two reports compared: links, changes, sections, and the whole."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from tipdiff.display import Brief, Tabular
from tipdiff.records.claims import ClaimChange, Status
from tipdiff.records.report import Cable, Diagnostic, Section, Statement

__all__ = [
    "Change",
    "Comparison",
    "Edition",
    "Evidence",
    "Finding",
    "FindingKind",
    "Link",
    "NearMatch",
    "NearReason",
    "Note",
    "SectionLink",
    "Summary",
]

NearReason = Literal["unlikely", "rival", "review"]
FindingKind = Literal[
    "figure", "reversed", "law", "event", "programme", "dropped", "promise", "case", "other"
]


@frozen
class Evidence:
    """One kind of evidence for a link.

    Attributes:
        name: Of the feature, as in ``docs/alignment.md``.
        value: What it measured; most lie between 0 and 1.
        weight: By how much that moved the log-odds of the link, up or down.

    """

    name: str
    value: float
    weight: float


@frozen
class Link:
    """Statements of the old text and statements of the new that say the same thing, then and now.

    Attributes:
        old: Indexes into the old statements, from 0; one or more.
        new: Indexes into the new statements likewise.
        score: The probability, from 0 to 1, that the link is right.
        similarity: The likeness of the letters, figures masked, from 0 to 1.
        evidence: What the score was worked out from; empty unless it was asked for.

    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    similarity: float
    evidence: tuple[Evidence, ...] = ()


@frozen
class NearMatch:
    """The likeliest partner of a statement that was linked to nothing, and why it was refused.

    Attributes:
        statement: The partner's id.
        score: The probability, from 0 to 1, that they say the same thing.
        reason: ``unlikely``, ``rival`` (another statement fits the partner better), or ``review``
            (a person said no).
        rival: The id of that other statement; None for another reason.

    """

    statement: str
    score: float
    reason: NearReason
    rival: str | None = None


@frozen
class Change:
    """What became of one statement, or of a few that belong together.

    Attributes:
        status: ``unchanged``, ``changed``, ``new`` or ``dropped``.
        traits: How it changed, in the order of ``docs/contract.md``; ``moved`` may stand on
            unchanged ones too.
        score: The probability of the link, from 0 to 1; None for new and dropped ones.
        similarity: The likeness of the letters, figures masked; None likewise.
        reviewed: Whether a person's review decided it.
        old: The statements of the old report; empty for a new one.
        new: The statements of the new report; empty for a dropped one.
        claims: The figures of both sides, paired.
        evidence: What the score was worked out from; empty unless it was asked for.
        near: For new and dropped ones, the likeliest partner that was refused; None if none was.
        why: Why its statements were linked, or were not, in a sentence; empty unless it was asked
            for.

    """

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
    why: str = ""

    @property
    def is_row(self) -> bool:
        """Whether it is about the row of a table."""
        return any(statement.row is not None for statement in (*self.old, *self.new))


@frozen
class SectionLink:
    """A section then and now.

    Attributes:
        old: The section in the old report; None where the new one has no counterpart.
        new: The section in the new report; None likewise.
        score: How much of the smaller side is linked to the other, from 0 to 1; None where a side
            is missing.
        moved: Whether it changed its place or its label.

    """

    old: Section | None
    new: Section | None
    score: float | None
    moved: bool


@frozen(repr=False)
class Edition(Brief):
    """What a comparison says of each of its reports: all but their text.

    Attributes:
        country: The country's name in English; None where nothing tells it.
        year: The edition; None likewise.
        covers: The calendar year most of the report is about; None where that is not known.
        missing_parts: The numbers, from 1, of the parts that were not given.
        cables: The cables it is merged from.
        diagnostics: What the reader repaired or did not understand.

    """

    country: str | None
    year: int | None
    covers: int | None
    missing_parts: tuple[int, ...]
    cables: tuple[Cable, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen
class Summary:
    """How many changes there are of each status.

    Attributes:
        new: New statements, less those without counterpart.
        changed: Changes of linked statements whose text differs.
        dropped: Dropped statements, less those without counterpart.
        unchanged: Changes of linked statements that say the same once layout is taken away.
        no_counterpart: New or dropped only because the other report could not hold them.

    """

    new: int
    changed: int
    dropped: int
    unchanged: int
    no_counterpart: int


@frozen
class Note:
    """Something worth a look that is no change by itself.

    Attributes:
        kind: A short name for the kind of note.
        message: What it is, in a line of plain English.
        statements: The ids of the statements it is about.

    """

    kind: str
    message: str
    statements: tuple[str, ...] = ()


@frozen
class Finding:
    """One thing that an analyst would tell of what changed, told once.

    Attributes:
        kind: What it is: a ``figure`` that moved or is new, something ``reversed``, a ``law`` or
            treaty, an ``event``, a ``programme`` or institution, what is no longer said
            (``dropped``), what became of a ``promise``, a ``case``, or ``other``.
        text: What there is to tell, in words that stand by themselves.
        old: The ids of the statements of the old report that it rests on, the foremost first;
            empty where the old report has nothing of it.
        new: The ids of the statements of the new report likewise.
        weight: The probability, from 0 to 1, that an analyst would tell it, less what was told
            before it.

    """

    kind: FindingKind
    text: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    weight: float


@frozen(repr=False)
class Comparison(Tabular):
    """Two reports of one country compared: what the JSON of ``tipdiff diff`` holds.

    Attributes:
        old: The old report, without its text.
        new: The new report, likewise.
        summary: How many changes there are of each status.
        warnings: What a reader must know before trusting it, a line each; the gravest first.
        notes: What is worth a look.
        claim_links: Figures of one indicator paired across statements that are not linked.
        sections: The sections, aligned.
        changes: Every statement of either report, each in exactly one change, in the order of the
            new report; dropped ones stand after their predecessor in the old.
        findings: What to look at first, the weightiest first; empty where nothing tells, or where
            the reports have too little in common to be editions of one another.

    """

    old: Edition
    new: Edition
    summary: Summary
    warnings: tuple[str, ...]
    notes: tuple[Note, ...]
    claim_links: tuple[ClaimChange, ...]
    sections: tuple[SectionLink, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything changed or moved: what the exit code of ``tipdiff diff`` tells."""
        return any(c.status != "unchanged" or "moved" in c.traits for c in self.changes) or any(
            s.moved for s in self.sections
        )
