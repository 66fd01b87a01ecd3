"""Histories, rendered."""
