"""Numeric claims: found in statements, and paired then and now."""

from tipdiff.claims.extract import extract_claims

__all__ = ["extract_claims"]
