"""Series of figures as a page."""
