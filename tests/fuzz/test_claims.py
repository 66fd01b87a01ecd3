"""Whatever a sentence holds: its claims are figures, and stand in it."""

from __future__ import annotations

import math

from hypothesis import example, given

import tipdiff

from .running import many
from .words import hostile_texts


@given(text=hostile_texts)
@example(text="1,250/30")
@example(text="20/0099" + "0" * 4400 + " of women")
@example(text="2 1/010" + "0" * 4400)
@many("claims")
def test_claims(text: str) -> None:
    """Each claim is finite, has its words in the text, and comes back from plain data."""
    claims = tipdiff.extract_claims(text)

    for claim in claims:
        start, end = claim.span
        assert text[start:end] == claim.text
        figures = [f for f in (claim.value, claim.low, claim.high) if f is not None]
        assert figures
        assert all(math.isfinite(figure) for figure in figures)
    if claims:
        assert tipdiff.from_dict(tipdiff.to_dict(claims)) == claims
