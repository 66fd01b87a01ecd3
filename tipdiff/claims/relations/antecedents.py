"""What a paragraph has counted so far: what "all 4" and "the remainder" go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.language.lexicon import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.records import Claim

__all__ = ["Antecedent", "Antecedents"]

#: Counts of a paragraph that can be looked back on.
MAX_ANTECEDENTS: Final = 40


class Antecedent(NamedTuple):
    """A count that the paragraph made: its value and noun, and whether it was part of another."""

    id: str
    value: float
    counted: str | None
    part: bool


class Antecedents:
    """The counts of a paragraph so far, oldest first."""

    __slots__ = ("counts",)

    def __init__(self, counts: Iterable[Antecedent] = ()) -> None:
        self.counts = list(counts)

    def learn(self, figures: Sequence[Figure], claims: Sequence[Claim]) -> None:
        """Add the counts of a statement."""
        for figure, claim in zip(figures, claims, strict=True):
            if (
                claim.unit == "count"
                and claim.value is not None
                and figure.shape in {"number", "derived"}
            ):
                part = claim.of is not None or figure.noun is None or figure.partitive
                self.counts.append(Antecedent(claim.id, claim.value, claim.counted, part))
        del self.counts[:-MAX_ANTECEDENTS]

    def remainder(self) -> tuple[float, Antecedent] | None:
        """Return what is left of the last total when the parts told since are taken away."""
        parts = 0.0
        for entry in reversed(self.counts):
            if entry.part or not parts:
                parts += entry.value
            elif entry.value > parts:
                return entry.value - parts, entry
            else:
                return None
        return None

    def antecedent(self, value: float | None) -> Antecedent | None:
        """Return the last count of this value ("all 4"), or None."""
        for entry in reversed(self.counts):
            if entry.value == value and entry.counted is not None:
                return entry
        return None

    def total(self, noun: str) -> Antecedent | None:
        """Return the last count of a noun ("twelve of the suspects")."""
        for entry in reversed(self.counts):
            if entry.counted is None or entry.part:
                continue
            if singular(entry.counted.split()[-1].lower()) == noun:
                return entry
        return None
