"""Claims of a report, rendered."""
