"""A history as a page."""
