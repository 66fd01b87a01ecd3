"""A review file to begin with: each doubtful link and near match as a remark to uncomment.

The file is TOML. As written it decides nothing; a person takes the ``#`` off what is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tipdiff.output.json import escaped
from tipdiff.output.shared.citations import cited
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, Comparison, Statement

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
"""


def review_template(comparison: Comparison, _options: Options) -> str:
    """Return a review file with every doubtful decision of a comparison as a remark.

    Args:
        comparison: A comparison that was made with ``explain``: else near matches are not known.

    """
    title = f"{comparison.new.country or '?'} {comparison.old.year} to {comparison.new.year}"
    texts = {
        statement.id: statement
        for change in comparison.changes
        for statement in (*change.old, *change.new)
    }
    entries = [*_doubtful(comparison), *_near(comparison, texts)]
    entries.sort(key=lambda entry: entry[0])
    blocks = [HEAD.format(title=visible(title)), *(block for _, block in entries)]
    return "\n".join(blocks)


def _doubtful(comparison: Comparison) -> Iterator[tuple[float, str]]:
    for change in comparison.changes:
        if change.score is not None and change.score < DOUBTFUL and not change.reviewed:
            why = f"linked with probability {change.score:.2f}"
            # One entry for each pair: a part can be wrong where the other is right.
            for old in _distinct(change.old):
                for new in _distinct(change.new):
                    yield -1 + change.score, _entry("forbid", why, old, new)


def _near(comparison: Comparison, texts: dict[str, Statement]) -> Iterator[tuple[float, str]]:
    told: set[tuple[str, str]] = set()
    for change in comparison.changes:
        near = change.near
        if near is None or near.score < NEAR or near.reason == "review":
            continue
        here, there = _one(change), texts[near.statement]
        old, new = (there, here) if change.new else (here, there)
        if (old.id, new.id) not in told:
            told.add((old.id, new.id))
            why = f"not linked: probability {near.score:.2f}"
            if near.rival is not None:
                why += f", {near.rival} fits better"
            yield 1 - near.score, _entry("link", why, old, new)


def _one(change: Change) -> Statement:
    return (change.new or change.old)[0]


def _distinct(statements: tuple[Statement, ...]) -> list[Statement]:
    return list({statement.text: statement for statement in statements}.values())


def _entry(kind: str, why: str, old: Statement, new: Statement) -> str:
    lines = [
        f"# {why}: {cited((old,))} and {cited((new,))}",
        f"# [[{kind}]]",
        f"# old = {_quoted(old.text)}",
        f"# new = {_quoted(new.text)}",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return a text as a TOML string: JSON's escapes are TOML's."""
    return escaped(json.dumps(text, ensure_ascii=False))
