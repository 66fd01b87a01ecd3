"""Where a statement stands, for a reader who wants to look it up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdiff.records import Cable, Section, Statement

__all__ = ["cited", "heading", "headings", "sourced"]


def cited(statements: Sequence[Statement]) -> str:
    """Return cable and paragraph of some statements: ``07PORTMERRIN98:31 ¶3``; copies joined."""
    return " + ".join(
        statement.id + (f" ¶{statement.paragraph}" if statement.paragraph is not None else "")
        for statement in statements
    )


def sourced(cable: Cable) -> str:
    """Return what is known of a cable in one line: id, date, post, classification, part, file."""
    part = "" if cable.part is None else f"part {cable.part}"
    facts = (
        cable.id,
        cable.date,
        cable.post,
        cable.classification or "not marked",
        f"{part} of {cable.parts}" if part and cable.parts else part,
        f"supersedes {cable.supersedes}" if cable.supersedes else "",
        f"from {cable.source}" if cable.source else "",
    )
    return ", ".join(fact for fact in facts if fact)


def heading(section: Section | None) -> str:
    """Return a section's path in one line."""
    return " > ".join(section) if section else "(before the first heading)"


def headings(sections: Sequence[Section]) -> str:
    """Return several sections in one line, what they have in common said once."""
    stem = sections[0]
    for section in sections[1:]:
        shared = 0
        while shared < min(len(stem), len(section)) and stem[shared] == section[shared]:
            shared += 1
        stem = stem[:shared]
    ends = dict.fromkeys(" > ".join(section[len(stem) :]) for section in sections)
    parts = [*stem, ", ".join(end for end in ends if end)]
    return " > ".join(part for part in parts if part) or heading(sections[0])
