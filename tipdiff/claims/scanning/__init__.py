"""Scanning: where figures stand, each form with its reader, and which numbers are none."""
