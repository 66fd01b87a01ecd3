"""Whether two reports are editions of one another, or have too little in common to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tipdiff.records import Change, Edition, Report

__all__ = ["NOT_COMPARABLE", "countries_differ", "incomparable", "updates"]

#: Share of statements with a partner in the other report, on the side that has more of them, below
#: which two reports are not editions of one another. Of real editions a year apart the least alike
#: have 29 %; two reports on different matters, or on two countries, have 5 % at most.
IN_COMMON: Final = 0.12
#: How the warning begins that says so.
NOT_COMPARABLE: Final = "not comparable"
#: Statements that each side must have before its share says anything.
ENOUGH: Final = 20


def incomparable(old: Report, new: Report, changes: Sequence[Change]) -> str | None:
    """Return why two reports should not be read as last year's and this year's; None if they may.

    Args:
        old: The earlier report.
        new: The later one.
        changes: What became of every statement.

    """
    if countries_differ(old, new):
        return (
            f"{NOT_COMPARABLE}: the old report is on {old.country}, the new on {new.country}: "
            "different countries"
        )
    if old.year is not None and old.year == new.year and updates(old, new):
        return (
            f"not two editions: the new report updates the old, both are of the edition {new.year}"
        )
    sizes = [sum(len(side) for side in sides) for sides in _sides(changes)]
    if min(sizes) < ENOUGH:
        return None
    linked = [
        sum(len(side) for side, other in zip(sides, others, strict=True) if other)
        for sides, others in zip(_sides(changes), reversed(_sides(changes)), strict=True)
    ]
    share = max(part / whole for part, whole in zip(linked, sizes, strict=True))
    if share >= IN_COMMON:
        return None
    subjects = [next((c.subject for c in r.cables if c.subject), None) for r in (old, new)]
    named = "; ".join(
        f"the {which} is “{' '.join(subject.split())}”"
        for which, subject in zip(("old", "new"), subjects, strict=True)
        if subject
    )
    return (
        f"{NOT_COMPARABLE}: only {share:.0%} of the statements have a partner in the other report"
        f"{': ' if named else ''}{named}"
    )


def _sides(changes: Sequence[Change]) -> list[list[tuple[object, ...]]]:
    return [[change.old for change in changes], [change.new for change in changes]]


def countries_differ(old: Report | Edition, new: Report | Edition) -> bool:
    """Whether two reports, or editions, are on different countries.

    A country that no header names goes by its post's city: that says nothing against another name.
    """
    if not old.country or not new.country:
        return False
    posts = {cable.post.casefold() for r in (old, new) for cable in r.cables if cable.post}
    names = {old.country.casefold(), new.country.casefold()}
    return len(names) > 1 and not names & posts


def updates(old: Report, new: Report) -> bool:
    """Whether the new report says that it takes the place of the old one."""
    ids = {cable.id for cable in old.cables}
    return any(cable.supersedes in ids for cable in new.cables if cable.supersedes)
