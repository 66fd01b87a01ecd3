"""What all pages share: their frame, their style, and marked text."""
