"""What a review of an archive decides about texts that no two successive reports have.

Each pair takes the decisions that name its statements and leaves the others to the other pairs, so
that only a look at the whole archive tells which of them nobody took.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from tipdiff.archive.records import Problem
from tipdiff.comparison.review import cut, review_from_data
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.archive.records import Settings
    from tipdiff.comparison.review import Decision

__all__ = ["REVIEW", "unmet"]

#: The kind of a problem that is about a decision of a review.
REVIEW: Final = "review"


def unmet(
    settings: Settings,
    said: Callable[[], Iterable[tuple[str, str]]],
    pairs: Callable[[], Iterable[tuple[str, str]]],
) -> list[Problem]:
    """Return a warning for each decision that names statements of no pair, in the file's order.

    Args:
        settings: In which the review stands; without one nothing is asked.
        said: Gives every statement of the archive: the report, and the text.
        pairs: Gives the reports of every comparison: the earlier one, and the later one.

    """
    if settings.review is None:
        return []
    decisions = review_from_data(settings.review, settings.review_name).decisions
    homes: dict[str, set[str]] = {text: set() for d in decisions for text in (*d.old, *d.new)}
    for report, text in said():
        home = homes.get(folded(text))
        if home is not None:
            home.add(report)
    compared = list(pairs())
    return [
        Problem(decision.place, "warning", REVIEW, _why(decision, homes))
        for decision in decisions
        if not any(_names(decision, homes, *pair) for pair in compared)
    ]


def _names(decision: Decision, homes: dict[str, set[str]], old: str, new: str) -> bool:
    """Whether all texts of a decision stand in a pair of reports."""
    return all(old in homes[text] for text in decision.old) and all(
        new in homes[text] for text in decision.new
    )


def _why(decision: Decision, homes: dict[str, set[str]]) -> str:
    """Return why a decision does nothing."""
    for side in ("old", "new"):
        for text in getattr(decision, side):
            if not homes[text]:
                return f"does nothing: no report says “{cut(text)}”"
    return "does nothing: what it names does not stand so in two successive reports"
