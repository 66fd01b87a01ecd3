"""Where a statement stands, for a reader who wants to look it up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tipdiff.records import Cable, Change, Section, Statement

__all__ = [
    "cited",
    "cited_run",
    "heading",
    "heading_after",
    "headings",
    "joined",
    "labelled",
    "places",
    "sourced",
]

#: From so many characters on, headings that were just read are not told again.
LONG: Final = 24
#: What stands for them.
MORE: Final = "…"


def cited(statements: Sequence[Statement], *, short: bool = False) -> str:
    """Return cable and paragraph of some statements: ``07PORTMERRIN98:31 ¶3``; copies joined.

    ``short`` leaves the cable away, where there is but one: ``:31 ¶3``.
    """
    return " + ".join(
        _place(statement.id, short=short)
        + (f" ¶{statement.paragraph}" if statement.paragraph is not None else "")
        for statement in statements
    )


def cited_run(statements: Sequence[Statement], *, short: bool = False) -> str:
    """Return where statements one behind the other stand: ``07PORTMERRIN98:31-35 ¶3``."""
    first, last = statements[0], statements[-1]
    cable, _, _ = first.id.rpartition(":")
    other, _, end = last.id.rpartition(":")
    if first is last or cable != other:
        return cited(statements, short=short)
    place = "" if first.paragraph is None else f" ¶{first.paragraph}"
    return f"{_place(first.id, short=short)}-{end}{place}"


def _place(statement: str, *, short: bool) -> str:
    cable, colon, number = statement.rpartition(":")
    return f"{colon}{number}" if short else f"{cable}{colon}{number}"


def joined(statements: Sequence[Statement]) -> str:
    """Return the text of some statements; copies are told once."""
    return " / ".join(dict.fromkeys(statement.text for statement in statements))


def labelled(change: Change) -> str:
    """Return what became of a statement: ``changed, figures, moved (reviewed)``."""
    reviewed = " (reviewed)" if change.reviewed else ""
    return ", ".join((change.status, *change.traits)) + reviewed


def places(change: Change) -> str:
    """Return where a change stands, then and now."""
    return " → ".join(cited(side) for side in (change.old, change.new) if side)


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


def heading_after(section: Section, before: Section | None) -> str:
    """Return a section's path in one line, long headings shared with another's as an ellipsis."""
    shared = 0
    for one, other in zip(section[:-1], before or (), strict=False):
        if one.casefold() != other.casefold():
            break
        shared += 1
    if len(" > ".join(section[:shared])) < LONG:
        return heading(section)
    return " > ".join((MORE, *section[shared:]))


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
