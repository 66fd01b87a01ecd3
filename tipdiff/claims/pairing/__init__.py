"""Pairing: the figures of two aligned statements, and what changed between them."""
