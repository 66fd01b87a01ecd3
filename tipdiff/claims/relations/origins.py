"""Who the victims of the sentence before were: "Eight were children", "Moldova (9), Russia (2)".

A list of this kind has no event and often no noun of its own: it divides the figure told last in
its paragraph, of whose event, year and body all its figures are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.records import Claim

__all__ = ["ANNOUNCED", "divided", "divisible"]

#: What says that a list divides persons, with a sample.
ANNOUNCED: Final[tuple[tuple[str, str], ...]] = (
    (
        r"\b(?:source|origin|home) countries\b|\bcountr(?:y|ies) of (?:origin|citizenship)\b",
        "The source countries were as follows: Ostrel (9), Karst (2).",
    ),
    (
        r"\b(?:nationalit(?:y|ies)|citizenships?)\b",
        "Their nationalities were: Karst (2), Ostrel (9)",
    ),
    (
        r"^\W*(?:\w+(?:-\w+)?) (?:of (?:them|these|whom) )?(?:were|was) "
        r"(?!\w+ed\b)(?:\w+ )?(?:children|minors|girls|boys|women|men|adults)\b",
        "Eight were children, under the age of 18.",
    ),
    (
        r"^\W*(?:\w+(?:-\w+)?) (?:of (?:them|these|whom) )?(?:were|was|came) from (?-i:[A-Z])",
        "Eleven were from Ostrel, and two came from Karst.",
    ),
)


def divisible(claims: Sequence[Claim]) -> Claim | None:
    """Return the figure that the sentences after this one may divide: the last that happened."""
    told = [
        c
        for c in claims
        if c.event and c.value and c.unit == "count" and c.of is None and not c.breakdown
    ]
    return told[-1] if told else None


def divided(claims: Sequence[Claim], text: str, whole: Claim) -> list[Claim]:
    """Return the claims of a sentence; where they divide a figure, with what is known of that.

    Args:
        claims: Of the sentence.
        text: The sentence.
        whole: The figure that was told last in its paragraph.

    """
    parts = [c for c in claims if c.unit == "count" and c.value is not None]
    if (
        not parts
        or any(c.event is not None or not c.breakdown for c in parts)
        or not any(re.search(pattern, text, re.IGNORECASE) for pattern, _ in ANNOUNCED)
        or sum(c.value or 0 for c in parts) > (whole.value or 0)
    ):
        return list(claims)
    ids = {c.id for c in parts}
    return [
        evolve(
            claim,
            event=whole.event,
            counted=whole.counted if "nationality" in claim.breakdown else claim.counted,
            of=whole.id,
            who=claim.who or whole.who,
            law=claim.law or whole.law,
            stated=whole.stated if claim.stated is None else claim.stated,
            period=whole.period if claim.stated is None else claim.period,
            period_from=whole.period_from if claim.stated is None else claim.period_from,
            indicator=whole.indicator,
            scope=whole.scope,
            partial=claim.partial or whole.partial,
        )
        if claim.id in ids
        else claim
        for claim in claims
    ]
