"""Numeric claims: found in statements, put in their context, and paired then and now."""

from tipdiff.claims.changes import (
    claim_change,
    figures_differ,
    only_conversion_drifts,
    pair_claims,
    same_figure,
    signature,
)
from tipdiff.claims.extract import extract_claims
from tipdiff.claims.indicator_tables import field_indicators, indicators_from_data
from tipdiff.claims.indicators import Indicators
from tipdiff.claims.paragraphs import report_claims, statement_claims

__all__ = [
    "Indicators",
    "claim_change",
    "extract_claims",
    "field_indicators",
    "figures_differ",
    "indicators_from_data",
    "only_conversion_drifts",
    "pair_claims",
    "report_claims",
    "same_figure",
    "signature",
    "statement_claims",
]
