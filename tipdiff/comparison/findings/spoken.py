"""What a statement speaks of, worked out once for all that ask."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.comparison.findings.kinds import acts_of
from tipdiff.comparison.findings.vocabulary import is_of_the_report, subjects_of
from tipdiff.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdiff.records import Statement

__all__ = ["Spoken", "acts", "spoken", "subjects"]

#: Statements kept: those of the two reports that are compared, if they are not very long.
KEPT: Final = 4096


@frozen
class Spoken:
    """What a statement speaks of.

    Attributes:
        subjects: Names of :data:`~.vocabulary.SUBJECTS`.
        acts: Names of :data:`~.kinds.ACTS`, and ``promise``.
        of_the_report: Whether it speaks of the report that it stands in.

    """

    subjects: frozenset[str]
    acts: frozenset[str]
    of_the_report: bool


@lru_cache(maxsize=KEPT)
def spoken(text: str) -> Spoken:
    """Return what a statement speaks of."""
    fold = folded(text)
    return Spoken(subjects_of(fold), acts_of(fold), is_of_the_report(fold))


def subjects(statements: Iterable[Statement]) -> frozenset[str]:
    """Return the subjects of some statements."""
    return frozenset[str]().union(*(spoken(s.text).subjects for s in statements))


def acts(statements: Iterable[Statement]) -> frozenset[str]:
    """Return the acts that some statements tell."""
    return frozenset[str]().union(*(spoken(s.text).acts for s in statements))
