"""The records every layer speaks in: frozen, slotted, and named as in the JSON.

A record holds data and nothing else. What computes them lives in the layers; what writes them lives
in the output. Sequences are tuples, so that a record is hashable unless it holds a mapping.
"""

from tipdiff.records.claims import (
    Approximation,
    Claim,
    ClaimChange,
    ClaimKind,
    ClaimScope,
    Direction,
    Status,
)
from tipdiff.records.comparison import (
    Change,
    Comparison,
    Edition,
    Evidence,
    Finding,
    FindingKind,
    Link,
    NearMatch,
    NearReason,
    Note,
    SectionLink,
    Summary,
)
from tipdiff.records.doubts import DoubtfulPair, OwnJudge
from tipdiff.records.report import (
    Cable,
    Cell,
    Diagnostic,
    Mark,
    MarkKind,
    Question,
    Report,
    Row,
    Section,
    Span,
    Statement,
    StatementKind,
    Table,
)

__all__ = [
    "Approximation",
    "Cable",
    "Cell",
    "Change",
    "Claim",
    "ClaimChange",
    "ClaimKind",
    "ClaimScope",
    "Comparison",
    "Diagnostic",
    "Direction",
    "DoubtfulPair",
    "Edition",
    "Evidence",
    "Finding",
    "FindingKind",
    "Link",
    "Mark",
    "MarkKind",
    "NearMatch",
    "NearReason",
    "Note",
    "OwnJudge",
    "Question",
    "Report",
    "Row",
    "Section",
    "SectionLink",
    "Span",
    "Statement",
    "StatementKind",
    "Status",
    "Summary",
    "Table",
]
