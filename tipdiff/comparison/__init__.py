"""Comparison: from links and claims to changes with status and traits."""

from tipdiff.comparison.compare import compare

__all__ = ["compare"]
