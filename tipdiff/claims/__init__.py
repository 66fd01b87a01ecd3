"""Numeric claims: found in statements, put in their context, and paired then and now."""

from tipdiff.claims.extract import extract_claims
from tipdiff.claims.indicators.matching import Indicators
from tipdiff.claims.indicators.tables import (
    field_indicators,
    indicators_from_data,
    indicators_given,
)
from tipdiff.claims.of_report import report_claims, statement_claims
from tipdiff.claims.pairing.changes import (
    claim_change,
    figures_differ,
    only_conversion_drifts,
    pair_claims,
    same_figure,
    signature,
)
from tipdiff.claims.scanning.no_claims import NoClaim, no_claims

__all__ = [
    "Indicators",
    "NoClaim",
    "claim_change",
    "extract_claims",
    "field_indicators",
    "figures_differ",
    "indicators_from_data",
    "indicators_given",
    "no_claims",
    "only_conversion_drifts",
    "pair_claims",
    "report_claims",
    "same_figure",
    "signature",
    "statement_claims",
]
