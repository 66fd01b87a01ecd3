"""Indicators: which series of figures a claim belongs to."""
