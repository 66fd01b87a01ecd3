"""From a sentence to its claims: figures are read, related, put in their context, and written down."""

from __future__ import annotations

import re
from typing import Final

from tipdiff.claims.context import Context
from tipdiff.claims.figures import Figure, scan
from tipdiff.claims.periods import Periods
from tipdiff.claims.relations import Memory, Relation, derive, relate
from tipdiff.claims.special import READERS
from tipdiff.claims.tokens import Tokens
from tipdiff.records import Claim

__all__ = ["Memory", "extract_claims", "read_claims"]

_DIGIT: Final = re.compile(r"[\d\u00bc-\u00be\u2153\u2154]")
_WORDS: Final = re.compile(r"[a-z]+")
#: Words one of which a sentence without a digit must hold to be read at all.
_OPENINGS: Final = frozenset(READERS) | {"remainder", "rest"}


def _may_claim(text: str) -> bool:
    """Whether a text can hold a claim: most sentences leave here, at little cost."""
    if _DIGIT.search(text) is not None:
        return True
    return not _OPENINGS.isdisjoint(_WORDS.findall(text.lower()))


def extract_claims(text: str) -> list[Claim]:
    """Return the numeric claims of a sentence in order of appearance.

    Args:
        text: A sentence, or a few; spans are in it.

    Returns:
        Claims with the ids ``#1``, ``#2``, ...; ``period`` is null where the words state no year.
    """
    return read_claims(text, "", None, Memory())


def read_claims(text: str, prefix: str, covers: int | None, memory: Memory) -> list[Claim]:
    """Return the claims of a statement, in the light of what its paragraph said before.

    Args:
        text: The statement's text.
        prefix: What stands before ``#1`` in the ids.
        covers: The period of claims that state none.
        memory: What the paragraph counted so far; it is brought up to date.
    """
    if not _may_claim(text):
        return []
    tokens = Tokens(text)
    figures = scan(tokens, READERS)
    derive(tokens, figures, memory)
    if not figures:
        return []
    relations = relate(tokens, figures, memory, prefix)
    periods = Periods(tokens, figures)
    context = Context(tokens, figures)
    claims = [
        _claim(tokens, figure, index, prefix, covers, relations[index], periods, context)
        for index, figure in enumerate(figures)
    ]
    memory.learn(figures, claims)
    return claims


def _claim(
    tokens: Tokens,
    figure: Figure,
    index: int,
    prefix: str,
    covers: int | None,
    relation: Relation,
    periods: Periods,
    context: Context,
) -> Claim:
    end = figure.end if figure.noun is None else max(figure.end, figure.noun[1])
    start, stop = tokens.start[figure.start], tokens.end[end - 1]
    stated, since = periods.of(index)
    setting = context.of(index)
    return Claim(
        id=f"{prefix}#{index + 1}",
        text=tokens.text[start:stop],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        approximation=figure.approximation,
        unit=figure.unit,
        counted=setting.counted or relation.counted,
        span=(start, stop),
        event=setting.event or relation.event,
        kind=setting.kind,
        indicator=None,
        stated=stated,
        period=covers if stated is None else stated,
        period_from=since,
        breakdown=setting.breakdown,
        of=relation.of,
        equivalent=relation.equivalent,
        law=setting.law,
        who=setting.who,
        where=setting.where,
        derived=figure.shape == "derived",
    )
