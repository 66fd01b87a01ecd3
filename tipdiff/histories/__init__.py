"""Histories: what became of every statement through all editions of a report."""

from tipdiff.histories.records import Event, Thread, Version

__all__ = ["Event", "Thread", "Version"]
