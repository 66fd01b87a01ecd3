"""A review file to begin with: each doubtful link and near match as a remark to uncomment.

The file is TOML. As written it decides nothing; a person takes the ``#`` off what is right. All of
it at once is a review too: what contradicts an entry before it keeps a ``#`` when it loses one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import category

from tipdiff.output.shared.citations import cited
from tipdiff.output.shared.safe import visible
from tipdiff.patterns import regex
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Comparison, Statement

__all__ = ["review_template"]

#: Links less likely than this are worth a look: of those above it one in twenty is wrong.
DOUBTFUL: Final = 0.8
#: Refused matches at least this likely are worth a look.
NEAR: Final = 0.1

HEAD: Final = """\
# Review of a comparison by tipdiff: {title}
#
# Take the "# " off an entry to decide it; what stays a remark decides nothing. Entries go by the
# text of the statements, so they hold for other layouts and other readings of the same reports.
#
#   [[link]]    these statements belong together, whatever tipdiff thinks
#   [[forbid]]  these do not
#   [[status]]  what became of a statement: status = "unchanged", "changed", "new" or "dropped",
#               and traits = ["wording"] if they are to be others
#
# An entry with "# # " contradicts one above: take that one back before you take both off.
"""
#: What a string of TOML holds as an escape: what would end it, and what acts or is not to be seen.
_UNPLAIN: Final = regex(r'["\\]|[^ -~]')
_ACTING: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})


class _Entry(NamedTuple):
    """What a person may decide: how sorely it wants a look, what it is, and of which statements."""

    rank: float
    kind: str
    why: str
    old: Statement
    new: Statement

    @property
    def sides(self) -> tuple[str, str]:
        """Return both texts as decisions go by them."""
        return folded(self.old.text), folded(self.new.text)


def review_template(comparison: Comparison, _options: Options) -> str:
    """Return a review file with every doubtful decision of a comparison as a remark.

    Args:
        comparison: A comparison that was made with ``explain``: else near matches are not known.

    """
    title = f"{comparison.new.country or '?'} {comparison.old.year} to {comparison.new.year}"
    entries = sorted((*_doubtful(comparison), *_near(comparison)), key=lambda entry: entry.rank)
    return "\n".join([HEAD.format(title=visible(title)), *_written(entries)])


def _written(entries: list[_Entry]) -> Iterator[str]:
    """Yield entries as remarks; what cannot be decided beside one before it, as remarks in remarks.

    A review links no statement twice, and forbids nothing that it links.
    """
    linked: set[tuple[int, str]] = set()
    decided: set[tuple[str, str]] = set()
    for entry in entries:
        sides = set(enumerate(entry.sides))
        is_link = entry.kind == "link"
        apart = entry.sides in decided or (is_link and not linked.isdisjoint(sides))
        if not apart:
            decided.add(entry.sides)
            linked |= sides if is_link else set()
        mark = "# # " if apart else "# "
        yield (
            f"# {entry.why}: {cited((entry.old,))} and {cited((entry.new,))}\n"
            f"{mark}[[{entry.kind}]]\n"
            f"{mark}old = {_quoted(entry.old.text)}\n"
            f"{mark}new = {_quoted(entry.new.text)}\n"
        )


def _doubtful(comparison: Comparison) -> Iterator[_Entry]:
    for change in comparison.changes:
        if change.score is not None and change.score < DOUBTFUL and not change.reviewed:
            why = f"linked with probability {change.score:.2f}"
            # One entry for each pair: a part can be wrong where the other is right.
            for old in _distinct(change.old):
                for new in _distinct(change.new):
                    yield _Entry(-1 + change.score, "forbid", why, old, new)


def _near(comparison: Comparison) -> Iterator[_Entry]:
    olds = {s.id: s for change in comparison.changes for s in change.old}
    news = {s.id: s for change in comparison.changes for s in change.new}
    told: set[tuple[str, str]] = set()
    for change in comparison.changes:
        near = change.near
        if near is None or near.score < NEAR or near.reason == "review":
            continue
        here = (change.new or change.old)[0]
        there = (olds if change.new else news).get(near.statement)
        if there is None:  # a part of a comparison, or one that was edited
            continue
        old, new = (there, here) if change.new else (here, there)
        if (old.id, new.id) not in told:
            told.add((old.id, new.id))
            why = f"not linked: probability {near.score:.2f}"
            if near.rival is not None:
                why += f", {visible(near.rival)} fits better"
            yield _Entry(1 - near.score, "link", why, old, new)


def _distinct(statements: tuple[Statement, ...]) -> list[Statement]:
    return list({folded(statement.text): statement for statement in statements}.values())


def _quoted(text: str) -> str:
    """Return a text as a basic string of TOML."""
    return f'"{_UNPLAIN.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in '"\\':
        return f"\\{character}"
    kind = category(character)
    if kind == "Cs":  # half a character, which TOML has no escape for
        return "\ufffd"
    return f"\\U{ord(character):08x}" if kind in _ACTING else character
