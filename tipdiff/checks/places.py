"""Figures in their places, and how a note quotes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.language.amounts import amount
from tipdiff.language.lexicon import FUNCTION, singular
from tipdiff.patterns import regex
from tipdiff.records import Note

if TYPE_CHECKING:
    from tipdiff.records import Claim, Report, Statement

__all__ = ["FigurePlace", "exact", "note", "paragraphs", "places", "same_noun", "whole", "words"]

#: Letters of the statement that a quotation keeps before its figure and behind it.
_BEFORE: Final = 40
_BEHIND: Final = 50
#: What makes a figure one of some: "three of the women", "two others".
_SOME: Final = regex(
    r"^[\w,.]+\s+(?:others?|more|further|of (?:the|these|those|them|whom))\b", re.IGNORECASE
)
_WORD: Final = regex(r"[^\W\d_]+")


@frozen(eq=False)
class FigurePlace:
    """A figure, and the statement that it stands in."""

    statement: Statement
    claim: Claim

    @property
    def before(self) -> str:
        """The words before the figure."""
        return self.statement.text[: self.claim.span[0]]

    @property
    def behind(self) -> str:
        """The words behind the figure."""
        return self.statement.text[self.claim.span[1] :]

    @property
    def value(self) -> float:
        """The value of a figure that is one number."""
        return self.claim.value or 0.0

    @property
    def shown(self) -> str:
        """That number as it is read: 1,500."""
        return amount(self.value)

    def quoted(self) -> str:
        """Return the figure with a few words around it, and where it stands."""
        text, (start, end) = self.statement.text, self.claim.span
        first, last = max(start - _BEFORE, 0), min(end + _BEHIND, len(text))
        if first:
            first = text.find(" ", first, start) + 1 or start
        if last < len(text):
            last = max(text.rfind(" ", end, last), end)
        cut = "..." if first else "", "..." if last < len(text) else ""
        words = " ".join(text[first:last].split())
        return f'"{cut[0]}{words}{cut[1]}" ({self.statement.id})'


def note(kind: str, message: str, *at: FigurePlace) -> Note:
    """Return a note that quotes the places it is about; one statement is quoted once."""
    quoted: dict[str, str] = {}
    for place in at:
        quoted.setdefault(place.statement.id, place.quoted())
    return Note(kind, f"{message}: {'; '.join(quoted.values())}", tuple(quoted))


def places(
    statements: Sequence[Statement], claims: Mapping[str, Sequence[Claim]]
) -> list[FigurePlace]:
    """Return the figures of some statements in order; norms and conversions are none."""
    return [
        FigurePlace(statement, claim)
        for statement in statements
        for claim in claims.get(statement.id, ())
        if claim.kind == "figure" and claim.equivalent is None
    ]


def paragraphs(
    report: Report, claims: Mapping[str, Sequence[Claim]]
) -> Iterator[list[FigurePlace]]:
    """Yield the figures of each paragraph that has some."""
    group: list[Statement] = []
    for statement in report.statements:
        if group and (statement.section, statement.paragraph) != (
            group[-1].section,
            group[-1].paragraph,
        ):
            yield places(group, claims)
            group = []
        group.append(statement)
    yield places(group, claims)


def exact(place: FigurePlace) -> bool:
    """Whether a figure is one exact number."""
    claim = place.claim
    return claim.value is not None and claim.approximation == "exact" and claim.low == claim.high


def whole(place: FigurePlace) -> bool:
    """Whether a figure is no part of another, and of everybody: not "two women"."""
    claim = place.claim
    partial = claim.of is not None or claim.derived or claim.breakdown or claim.where or claim.law
    return not partial and _SOME.search(claim.text + place.behind[:20]) is None


def words(counted: str | None) -> frozenset[str]:
    """Return the words of a counted noun phrase, in the singular."""
    found = (singular(word) for word in _WORD.findall((counted or "").lower()))
    return frozenset(word for word in found if word not in FUNCTION)


def same_noun(one: Claim, other: Claim) -> bool:
    """Whether two figures count the same thing: the same words, or neither says what."""
    return words(one.counted) == words(other.counted)
