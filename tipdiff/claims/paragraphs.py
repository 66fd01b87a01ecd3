"""Claims of statements and of reports, with their ids, period, and the paragraph's memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.claims.extract import Memory, read_claims

if TYPE_CHECKING:
    from tipdiff.claims.indicators import Indicators
    from tipdiff.records import Claim, Report, Statement

__all__ = ["report_claims", "statement_claims"]


def statement_claims(statement: Statement, covers: int | None) -> tuple[Claim, ...]:
    """Return the claims of one statement, read by itself.

    Args:
        statement: The statement; ids are its own with ``#1``, ``#2``, ... behind.
        covers: The year the report is about: the period of claims that state none.

    """
    return tuple(read_claims(statement.text, statement.id, covers, Memory()))


def report_claims(
    report: Report, *, indicators: Indicators | None = None
) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of every statement of a report, by the statement's id.

    Inside a paragraph a statement may lean on those before it: "all 4", "seven others", "the
    remainder".

    Args:
        report: A report.
        indicators: What the claims' indicators are; the field's own if null.

    """
    claims: dict[str, tuple[Claim, ...]] = {}
    memory = Memory()
    place: tuple[object, ...] = ()
    for statement in report.statements:
        here = (statement.section, statement.paragraph)
        if here != place:
            memory, place = Memory(), here
        claims[statement.id] = tuple(
            read_claims(statement.text, statement.id, report.covers, memory, indicators)
        )
    return claims
