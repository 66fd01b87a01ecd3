"""A report as it was read, rendered."""
