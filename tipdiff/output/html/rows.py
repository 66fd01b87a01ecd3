"""What a page shows of one change: its words marked, its figures, why and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.output.explained import explained
from tipdiff.output.figures import named, quantity, step
from tipdiff.output.places import cited, heading
from tipdiff.output.safe import visible
from tipdiff.output.words import Piece, marked_sides, word_changes
from tipdiff.text import NUMBER_WORDS

if TYPE_CHECKING:
    from tipdiff.records import Change, ClaimChange, Statement

__all__ = ["Mark", "Row", "row_of"]

#: Share of a statement's letters that must have stayed for its words to be marked inside it.
REWRITTEN: Final = 0.5
#: A figure among words that went or came, in digits or spelt out.
_FIGURE: Final = re.compile(
    rf"\b(?:\d[\d,.]*\d|\d|{'|'.join(sorted(NUMBER_WORDS))})\b", re.IGNORECASE
)


@frozen
class Mark:
    """Some words of a statement: ``kind`` is ``same``, ``old`` or ``new``."""

    kind: str
    text: str
    figure: bool


@frozen
class Row:
    """One change as the page shows it."""

    id: str
    change: Change
    label: str
    places: tuple[tuple[str, str], ...]
    inline: tuple[Mark, ...]
    old: tuple[tuple[Mark, ...], ...]
    new: tuple[tuple[Mark, ...], ...]
    figures: tuple[str, ...]
    claims: tuple[str, ...]
    why: tuple[str, ...]
    where: tuple[str, ...]
    stood: str
    came_from: str
    kind: str = "row"

    @property
    def words(self) -> str:
        """Return the names by which the page's filter finds the change."""
        return " ".join((self.change.status, *self.change.traits))


def row_of(change: Change, number: str) -> Row:
    """Return what the page shows of a change; ``number`` is its id in the page."""
    label = ", ".join((change.status, *change.traits)) + (" (reviewed)" if change.reviewed else "")
    sides = _texts(change.old), _texts(change.new)
    inline: tuple[Mark, ...] = ()
    old = tuple(_plain(text) for text in sides[0])
    new = tuple(_plain(text) for text in sides[1])
    if change.status == "changed":
        joined = " ".join(sides[0]), " ".join(sides[1])
        before, after = marked_sides(*joined)
        old, new = _cut_up(before, sides[0]), _cut_up(after, sides[1])
        pieces = word_changes(*joined)
        kept = sum(len(text) for kind, text in pieces if kind == "same")
        if kept >= REWRITTEN * max(map(len, joined)) and len(sides[0]) == len(sides[1]) == 1:
            inline = tuple(_marks(pieces))
    return Row(
        number,
        change,
        label,
        tuple(
            (which, visible(cited(side)))
            for which, side in (("old", change.old), ("new", change.new))
            if side
        ),
        inline,
        old,
        new,
        tuple(_told(change.claims)) if change.status == "changed" else (),
        tuple(_claims(change.claims)),
        tuple(map(visible, explained(change))),
        tuple(_where(change)),
        f"{number}-from" if "moved" in change.traits else "",
        visible(heading(change.old[0].section)) if "moved" in change.traits and change.old else "",
    )


def _texts(statements: Sequence[Statement]) -> list[str]:
    """Return the text of some statements; copies once."""
    return list(dict.fromkeys(visible(statement.text) for statement in statements))


def _plain(text: str) -> tuple[Mark, ...]:
    return (Mark("same", text, figure=False),)


def _marks(pieces: Iterable[Piece]) -> Iterator[Mark]:
    """Yield the pieces of a text, figures in words that went or came apart from wording.

    The space behind such words is nobody's: a line through it would look like a dash.
    """
    for kind, text in pieces:
        if kind == "same":
            yield Mark(kind, text, figure=False)
            continue
        bare = text.rstrip()
        at = 0
        for found in _FIGURE.finditer(bare):
            if found.start() > at:
                yield Mark(kind, bare[at : found.start()], figure=False)
            yield Mark(kind, found[0], figure=True)
            at = found.end()
        if at < len(bare):
            yield Mark(kind, bare[at:], figure=False)
        if len(bare) < len(text):
            yield Mark("same", text[len(bare) :], figure=False)


def _cut_up(pieces: Sequence[Piece], texts: Sequence[str]) -> tuple[tuple[Mark, ...], ...]:
    """Cut the marked words of several joined statements where one ends and the next begins."""
    if len(texts) == 1:
        return (tuple(_marks(pieces)),)
    parts: list[list[Mark]] = [[] for _ in texts]
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] + 1 if ends else 0) + len(text.strip()))
    at = part = 0
    for mark in _marks(pieces):
        text = mark.text
        while text:
            if part < len(ends) - 1 and at >= ends[part]:
                part += 1
            room = len(text) if part == len(ends) - 1 else max(ends[part] + 1 - at, 1)
            parts[part].append(Mark(mark.kind, text[:room], mark.figure))
            at += len(text[:room])
            text = text[room:]
    return tuple(map(tuple, parts))


def _told(claims: Sequence[ClaimChange]) -> Iterator[str]:
    for each in claims:
        claim = each.new or each.old
        if each.status != "unchanged" and claim is not None:
            yield visible(f"{named(claim)}: {step(each)}")


def _claims(claims: Sequence[ClaimChange]) -> Iterator[str]:
    """Yield every figure of a change in a line: what it counts, then and now, year, indicator."""
    for each in claims:
        claim = each.new or each.old
        if claim is None:
            continue
        told = quantity(claim) if each.status == "unchanged" else step(each)
        facts = [
            "" if claim.period is None else str(claim.period),
            claim.indicator or "",
            "norm" if claim.kind == "norm" else "",
        ]
        known = ", ".join(fact for fact in facts if fact)
        yield visible(f"{named(claim)}: {told}{f' [{known}]' if known else ''}")


def _where(change: Change) -> Iterator[str]:
    """Yield where each statement stands: report, section, file, paragraph, characters."""
    for which, side in (("old", change.old), ("new", change.new)):
        for statement in side:
            start, end = statement.span
            paragraph = "" if statement.paragraph is None else f", paragraph {statement.paragraph}"
            yield visible(
                f"{which}: {statement.id} in {heading(statement.section)}; {statement.source}"
                f"{paragraph}, characters {start} to {end}"
            )
