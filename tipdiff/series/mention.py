"""A mention: one figure of one edition, with its words and what it is a point of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from tipdiff.series.records import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipdiff.records import Claim, Statement

__all__ = ["Key", "Mention", "key_of", "reassigned"]

Key = tuple[str, tuple[tuple[str, str], ...]]
"""Indicator and breakdown, in the order of its keys: what a series is of."""


@frozen(eq=False)
class Mention:
    """A figure in a statement.

    ``place`` is the report's place among the editions, ``order`` the figure's in its report.
    ``indicator`` and ``breakdown`` are the claim's, or what the other editions say they are.
    ``carried_over`` says that an earlier edition had the statement word for word, and that it names
    no year.
    """

    claim: Claim
    statement: Statement
    place: int
    order: int
    edition: int | None
    indicator: str | None
    breakdown: Mapping[str, str]
    carried_over: bool = False
    value: float | None = None
    low: float | None = None
    high: float | None = None
    parts: tuple[str, ...] = field(default=())

    @property
    def year(self) -> int:
        """The year the figure is about."""
        return self.claim.period or 0

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """The least and the most it can be."""
        return self.low, self.high

    @property
    def before(self) -> str:
        """The statement up to the figure."""
        return self.statement.text[: self.claim.span[0]]

    @property
    def after(self) -> str:
        """The statement behind the figure and its noun."""
        return self.statement.text[self.claim.span[1] :]

    def reading(self) -> Reading:
        """Return what a point keeps of it."""
        return Reading(
            self.value,
            self.low,
            self.high,
            self.claim.approximation,
            self.statement.id.rsplit(":", 1)[0],
            self.statement.id,
            self.edition,
            self.parts,
        )


def key_of(indicator: str, breakdown: Mapping[str, str]) -> Key:
    """Return the key of a series."""
    return indicator, tuple(sorted(breakdown.items()))


def reassigned(mention: Mention, indicator: str | None, breakdown: Mapping[str, str]) -> Mention:
    """Return a mention as a point of another series, or of none."""
    return evolve(mention, indicator=indicator, breakdown=breakdown)
