"""What a judge of a user's own is asked, and what such a judge is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from tipdiff.records.report import Section

__all__ = ["DoubtfulPair", "OwnJudge"]


@frozen
class DoubtfulPair:
    """A statement of the old text and one of the new of which the model doubts that they are one.

    Attributes:
        old: The old statement as printed.
        new: The new one.
        old_section: The headings that the old one stands under, the outermost first; empty before
            the first heading, and for plain texts.
        new_section: Those of the new one likewise.
        old_before: The statement right before the old one; empty for the first.
        old_after: The one right after it; empty for the last.
        new_before: The statement right before the new one likewise.
        new_after: The one right after it likewise.
        score: The model's own probability, from 0 to 1, that the two say the same thing.

    """

    old: str
    new: str
    old_section: Section
    new_section: Section
    old_before: str
    old_after: str
    new_before: str
    new_after: str
    score: float


OwnJudge = Callable[[Sequence[DoubtfulPair]], Sequence[float]]
"""Takes some pairs and gives for each, in their order, the probability that the two are one."""
