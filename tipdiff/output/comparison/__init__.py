"""A comparison, rendered."""
