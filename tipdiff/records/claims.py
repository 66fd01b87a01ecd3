"""The records of numeric claims, and of what became of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from tipdiff.records.report import Span

__all__ = [
    "Approximation",
    "Claim",
    "ClaimChange",
    "ClaimKind",
    "ClaimScope",
    "Direction",
    "Status",
]

Status = Literal["new", "changed", "dropped", "unchanged"]
Approximation = Literal["exact", "about", "over", "under", "at least", "at most"]
Direction = Literal["up", "down"]
ClaimKind = Literal["figure", "norm"]
ClaimScope = Literal["national", "group", "case", "source"]


@frozen
class Claim:
    """One numeric claim of a statement: how much of what, of when, and how surely.

    Attributes:
        id: The statement's id, ``#``, and the claim's number in it, from 1.
        text: The words of the claim, as they stand in the statement.
        value: The figure in the unit's own terms: 3.6 for 3.6 percent, whole units of money. None
            for a range, which has ``low`` and ``high``.
        low: The least it can be, in the same terms; None where only an upper bound is said.
        high: The most it can be; None where only a lower bound is said.
        approximation: How surely the text says it.
        unit: ``count``, ``percent``, ``points`` (percentage points), ``ratio`` (2 for "double"),
            ``ordinal``, ``age`` (years), ``duration:hour|day|week|month|year``, ``money:`` and the
            ISO 4217 code, else a measure's UCUM code.
        counted: The noun that is counted; None where the text has none.
        span: Where ``text`` lies, in characters of the statement's text (of the given text for
            :func:`tipdiff.extract_claims`).
        event: What happened to those counted (``convicted``); None where nothing is said.
        kind: ``figure``, or ``norm``: a penalty, an age in law, a period that the law sets.
        indicator: The id of the indicator it belongs to; None where it belongs to none.
        stated: The year that the words say it is of; None where they say none.
        period: ``stated``, else the year that the report covers; None outside a report.
        period_from: The first year where it is of several; None where it is of one.
        breakdown: Of which part it is: ``sex``, ``age``, ``nationality`` ..., each with its value.
        of: The id of the claim that is the total it is a part of; None where it is no part.
        equivalent: The id of the claim that is the same sum in another currency; None elsewhere.
        law: The article or act it is of ("Article 88"); None where none is named.
        who: Who acted: the one who arrests, never those arrested; None where nobody is named.
        where: The place; None where none is named.
        derived: Whether it was worked out from others ("the remainder") and not said.
        baseline_of: The id of the claim of the same statement that is compared with this one ("68,
            down from 146": the 68 with the 146); None for a figure told for its own sake.
        scope: Whose figure it is: ``national`` (the country's, or the total of the body named in
            ``who``), ``group`` (a part: one agency, region or organisation), ``case`` (one
            incident, operation or course), ``source`` (somebody's estimate); None where the text
            does not tell.
        partial: Whether it covers only a stated part of its year ("since August").
        retracted: Whether the text itself takes it back, or only quotes an older report.

    """

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
    baseline_of: str | None = None
    scope: ClaimScope | None = None
    partial: bool = False
    retracted: bool = False

    @property
    def statement(self) -> str:
        """The id of the statement that it stands in; empty where nothing named one."""
        return self.id.rpartition("#")[0]


@frozen
class ClaimChange:
    """A claim then and now.

    Attributes:
        status: ``changed`` and ``unchanged`` have both sides, ``new`` and ``dropped`` one.
        old: The claim of the old report; None for a new one.
        new: The claim of the new report; None for a dropped one.
        difference: ``new - old``, in the unit of the claims; None where a side is missing, a range
            or open.
        ratio: ``new / old``; None likewise, and where the old value is 0.
        direction: ``up`` or ``down``; None where bounds and approximators leave open whether the
            figure changed, and where it did not.

    """

    status: Status
    old: Claim | None
    new: Claim | None
    difference: float | None = None
    ratio: float | None = None
    direction: Direction | None = None
