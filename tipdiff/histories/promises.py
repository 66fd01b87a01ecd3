"""Promises: statements about what is intended, and what the history says became of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread

__all__ = ["INTENTIONS", "is_promise", "outcome"]

#: Words of intention, each with an invented sample.
INTENTIONS: Final = (
    (r"\bplan(?:s|ned|ning)? (?:to|for|on)\b", "The ministry plans to open a shelter."),
    (r"\bhas plans? (?:to|for)\b|\bplans? (?:are|is) under way\b", "The post has plans to train."),
    (r"\bintend(?:s|ed|ing)? to\b|\bintention (?:to|of)\b", "Officials intend to sign."),
    (
        r"(?<!the )(?<!political )(?<!no )(?<!a )\bwill (?!not\b|be able\b|to\b|of\b|than\b|and\b)",
        "The council will vote in May.",
    ),
    (r"\bhop(?:e|es|ed|ing) (?:to|that|for)\b", "The police hope to hire five officers."),
    (r"\bexpect(?:s|ed)? (?:to|that)\b|\b(?:is|are) expected to\b", "A vote is expected to pass."),
    (r"\b(?:promis|pledg|commit)(?:e|es|ed|ted|s|ting|ing)? to\b", "The mayor pledged to help."),
    (r"\bis (?:considering|drafting|preparing|developing)\b", "Parliament is drafting a law."),
)
_INTENTIONS = tuple(re.compile(pattern) for pattern, _ in INTENTIONS)


def is_promise(text: str) -> bool:
    """Whether a statement says what somebody intends."""
    fold = folded(text)
    return any(pattern.search(fold) for pattern in _INTENTIONS)


def outcome(thread: Thread) -> str:
    """Return what became of a promise, as far as the texts tell.

    ``repeated`` as it was, ``taken up`` where the newest version of the statement is no promise
    any more (what was intended is told as done, or given up), ``reworded``, ``dropped`` without a
    word, ``returned`` after a gap, or ``first made`` in the newest edition.
    """
    if thread.last != thread.editions[-1]:
        return f"dropped after {thread.last}"
    if len(thread.versions) == 1:
        return "first made"
    if not is_promise(thread.text):
        return f"taken up in {thread.changed}"
    kinds = {event.kind for event in thread.events[1:]}
    if "returned" in kinds or "dropped" in kinds:
        return "returned"
    return "repeated" if kinds == {"unchanged"} else "reworded"
