"""From a sentence to its claims."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.claims.figures import Figure, scan
from tipdiff.claims.special import READERS
from tipdiff.claims.tokens import Tokens
from tipdiff.records import Claim

__all__ = ["extract_claims"]

_GATE: Final = re.compile(
    r"\d|[\u00bc-\u00be\u2153\u2154]|\b(?:%s)\b" % "|".join(sorted(READERS, key=lambda w: (-len(w), w))),
    re.IGNORECASE,
)


def extract_claims(text: str) -> list[Claim]:
    """Return the numeric claims of a sentence in order of appearance."""
    if _GATE.search(text) is None:
        return []
    tokens = Tokens(text)
    figures = scan(tokens, READERS)
    return [_claim(tokens, figure, number) for number, figure in enumerate(figures, start=1)]


def _claim(tokens: Tokens, figure: Figure, number: int) -> Claim:
    end = figure.end
    if figure.noun is not None:
        end = max(end, figure.noun[1])
    start, stop = tokens.start[figure.start], tokens.end[end - 1]
    counted = None if figure.noun is None else tokens.phrase(*figure.noun)
    return Claim(
        id=f"#{number}",
        text=tokens.text[start:stop],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        approximation=figure.approximation,
        unit=figure.unit,
        counted=counted,
        span=(start, stop),
    )
