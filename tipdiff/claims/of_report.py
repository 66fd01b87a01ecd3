"""Claims of statements and of reports, with their ids, period, and the paragraph's antecedents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from tipdiff.claims.context.budgets import in_force
from tipdiff.claims.context.retraction import takes_back, withdrawn
from tipdiff.claims.extract import Antecedents, read_claims
from tipdiff.claims.indicators.kinds import kind_of
from tipdiff.claims.indicators.matching import Sentence
from tipdiff.claims.indicators.tables import field_indicators
from tipdiff.claims.of_list import lead_of, led
from tipdiff.claims.of_table import row_claims
from tipdiff.claims.relations.origins import divided, divisible
from tipdiff.language.currencies import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.claims.indicators.matching import Indicators
    from tipdiff.claims.of_list import Lead
    from tipdiff.records import Claim, Report, Statement

__all__ = ["report_claims", "statement_claims"]


def statement_claims(statement: Statement, covers: int | None) -> tuple[Claim, ...]:
    """Return the claims of one statement, read by itself.

    Args:
        statement: The statement; ids are its own with ``#1``, ``#2``, ... behind.
        covers: The year the report is about: the period of claims that state none.

    """
    if statement.row is not None:
        return row_claims(statement, covers, field_indicators())
    return tuple(read_claims(statement.text, statement.id, covers, Antecedents()))


def report_claims(
    report: Report, *, indicators: Indicators | None = None
) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of every statement of a report, by the statement's id.

    Inside a paragraph a statement may lean on those before it: "all 4", "seven others", "the
    remainder".

    Args:
        report: A report.
        indicators: What the claims' indicators are; the field's own if None. Of these, those of
            another kind of report are left out.

    """
    known = field_indicators() if indicators is None else indicators
    kind = kind_of(report)
    if kind is not None:
        known = known.of_sets(kind.sets)
    claims: dict[str, tuple[Claim, ...]] = {}
    antecedents = Antecedents()
    place: tuple[object, ...] = ()
    before: str | None = None
    whole: Claim | None = None
    leads = _Leads(report, known)
    for statement in report.statements:
        here = (statement.section, statement.paragraph)
        if here != place:
            antecedents, place, before, whole = Antecedents(), here, None, None
        if before is not None and claims[before] and takes_back(statement.text):
            claims[before] = tuple(withdrawn(claims[before], statement.text))
        found: Sequence[Claim] = read_claims(
            statement.text,
            statement.id,
            report.covers,
            antecedents,
            known,
            country=report.country,
        )
        lead = leads.of(statement) if found else None
        if lead is not None:
            found = led(found, statement.text, lead, known)
        if whole is not None:
            found = divided(found, statement.text, whole)
        whole = divisible(found) or whole
        claims[statement.id] = tuple(found)
        if report.year is not None and report.year != report.covers:
            claims[statement.id] = tuple(
                in_force(claims[statement.id], statement.text, report.year)
            )
        before = statement.id
    if report.tables:
        texts = {statement.id: statement.text for statement in report.statements}
        for row in report.rows:
            claims[row.id] = row_claims(row, report.covers, known, texts.get(row.lead or "", ""))
    return _in_coins(report, claims, known)


class _Leads:
    """What the leads of a report's lists say, each read once."""

    def __init__(self, report: Report, indicators: Indicators) -> None:
        self._by_id = {s.id: s for s in report.statements if s.text.endswith(":")}
        self._indicators = indicators
        self._read: dict[str, Lead | None] = {}

    def of(self, item: Statement) -> Lead | None:
        """Return what the list says that a statement is an item of; a list in a list says both."""
        statement = self._by_id.get(item.lead or "")
        if statement is None or statement is item:
            return None
        if statement.id not in self._read:
            self._read[statement.id] = None  # a list is no item of itself
            above = self.of(statement)
            self._read[statement.id] = lead_of(statement.text, self._indicators, above)
        return self._read[statement.id]


def _in_coins(
    report: Report, claims: dict[str, tuple[Claim, ...]], indicators: Indicators
) -> dict[str, tuple[Claim, ...]]:
    """Make counts of a currency that is in no table the sums that they are.

    That "groats" are one shows where the report converts them: "900 groats (150 dollars)".
    """
    unknown = f"money:{UNKNOWN}"
    coins = {
        _coin(claim)
        for found in claims.values()
        for claim in found
        if claim.unit == unknown and claim.text[-1:].isalpha()
    }
    if not coins:
        return claims
    texts = {statement.id: statement.text for statement in report.all_statements}
    for place, found in claims.items():
        if any(claim.unit == "count" and _coin(claim) in coins for claim in found):
            sentence = Sentence(texts[place])
            claims[place] = tuple(
                _summed(claim, unknown, sentence, indicators)
                if claim.unit == "count" and _coin(claim) in coins
                else claim
                for claim in found
            )
    return claims


def _coin(claim: Claim) -> str:
    """Return the noun of a count that ends with it: "varons" of "15,000 varons"."""
    return claim.text.rsplit(None, 1)[-1].lower()


def _summed(claim: Claim, unit: str, sentence: Sentence, indicators: Indicators) -> Claim:
    claim = evolve(claim, unit=unit, indicator=None, breakdown={})
    return evolve(claim, indicator=indicators.of(claim, sentence))
