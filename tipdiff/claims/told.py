"""Figures in words that a reader takes in at once: ``about 14``, ``14 → 20 (+6, +43 %)``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tipdiff.claims.context.setting import BREAKDOWNS
from tipdiff.language.amounts import amount, ordinal, share
from tipdiff.language.event_words import EVENT_WORDS
from tipdiff.language.number_words import FRACTIONS, HABIT, NUMBERS
from tipdiff.language.unit_words import with_unit
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Approximation, Claim, ClaimChange

__all__ = ["by_how_much", "named", "quantity", "step", "told"]

#: What stands before a value that is not exact.
APPROXIMATIONS: Final[Mapping[Approximation, str]] = {
    "exact": "",
    "about": "about ",
    "over": "over ",
    "under": "under ",
    "at least": "at least ",
    "at most": "at most ",
}
#: What a figure is called whose text says neither what it counts nor what was done, by what its
#: unit begins with.
_UNNAMED: Final[Mapping[str, str]] = {
    "percent": "share",
    "count": "number",
    "money": "sum",
    "duration": "time",
    "ratio": "multiple",
}
#: A share in words: "two thirds", "a quarter", "half"; no "one and a half percent".
_IN_WORDS: Final = regex(
    rf"\b(?:(?:an?|{'|'.join(NUMBERS)})[ -](?:{'|'.join(FRACTIONS)})|half)\b(?! per ?cent)",
    re.IGNORECASE,
)
#: What says so much of those counted that it need not be said again: "women" that they are adults.
_SAYING: Final[Mapping[str, frozenset[str]]] = {
    value: frozenset(words.split()) for _, value, words in BREAKDOWNS
}


def quantity(claim: Claim) -> str:
    """Return the value of a claim with its approximator and unit."""
    about = APPROXIMATIONS[claim.approximation]
    if claim.unit == "percent" and (words := _IN_WORDS.search(claim.text)) is not None:
        return about + words[0].lower().replace("-", " ")  # as the text has it: no 66.67 %
    if claim.value is not None:
        number = ordinal if claim.unit == "ordinal" else amount
        return about + with_unit(number(claim.value), claim.unit, one=claim.value == 1)
    if claim.low is not None and claim.high is not None:
        span = f"{amount(claim.low)} to {amount(claim.high)}"
    elif (known := claim.low if claim.low is not None else claim.high) is not None:
        span = amount(known)
    else:
        span = "?"
    return about + with_unit(span, claim.unit)


def named(claim: Claim) -> str:
    """Return what a claim counts: its noun and what happened to it, the shortest clear way."""
    noun = claim.counted or ""
    if claim.unit == "age" and "age" not in noun.split():
        noun = f"age {noun}".strip()
    event = claim.event or ""
    said = not EVENT_WORDS.get(event, frozenset()).isdisjoint(noun.casefold().split())
    words = noun if not event or said else f"{noun} {event}".strip()
    told = [form for word in noun.casefold().split() for form in (word, word.removesuffix("s"))]
    # "the council met quarterly" counts no councils
    often = ["times"] if words and HABIT.search(claim.text) else []
    parts = [
        value
        for value in claim.breakdown.values()
        if _SAYING.get(value, {value.casefold()}).isdisjoint(told)
    ]
    unnamed = _UNNAMED.get(claim.unit.partition(":")[0], claim.text)
    return ", ".join(dict.fromkeys((words or unnamed, *often, *parts)))


def told(change: ClaimChange) -> str:
    """Return what a figure counts, and what became of it: ``arrests: 14 → 20 (+6, +43 %)``."""
    claim = change.new or change.old
    return "" if claim is None else f"{named(claim)}: {step(change)}"


def step(change: ClaimChange) -> str:
    """Return what became of a figure: ``14 → 20 (+6, +43 %)``, ``14 (dropped)``, ``20 (new)``.

    Where bounds and approximators leave open by how much it changed, it says whether it did:
    ``over 70 % → nearly 65 % (down)``, ``about 20 → 22 (+2, +10 %, may be no change)``.
    """
    old, new = change.old, change.new
    if old is None or new is None:
        known = new or old
        if known is None:
            return ""
        return f"{quantity(known)} ({'new' if old is None else 'dropped'})"
    how = by_how_much(change)
    return f"{quantity(old)} → {quantity(new)}" + (f" ({how})" if how else "")


def by_how_much(change: ClaimChange) -> str:
    """Return by how much a figure changed: ``+6, +43 %``; empty where that is not known."""
    old, new = change.old, change.new
    if old is None or new is None or old.unit != new.unit:
        return ""
    if not change.difference:
        return change.direction or ""
    sign = "+" if change.difference > 0 else "−"
    parts = [sign + amount(abs(change.difference))]
    if new.unit in {"percent", "points"}:
        parts[0] += " points"
    elif change.ratio is not None and change.ratio > 0:
        parts.append(share(change.ratio - 1, signed=True))
    if change.status == "changed" and change.direction is None:
        parts.append("may be no change")
    return ", ".join(parts)
