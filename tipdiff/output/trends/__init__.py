"""Series of figures, rendered."""
