"""Figures in words that a reader takes in at once: ``about 14``, ``14 → 20 (+6, +43 %)``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tipdiff.claims.context.setting import BREAKDOWNS

if TYPE_CHECKING:
    from tipdiff.records import Approximation, Claim, ClaimChange

__all__ = ["named", "quantity", "step", "told"]

#: What stands before a value that is not exact.
APPROXIMATIONS: Final[Mapping[Approximation, str]] = {
    "exact": "",
    "about": "about ",
    "over": "over ",
    "under": "under ",
    "at least": "at least ",
    "at most": "at most ",
}
#: What stands after a value, by unit; a count has nothing.
SUFFIXES: Final[Mapping[str, str]] = {
    "count": "",
    "age": "",
    "percent": " %",
    "points": " points",
    "ratio": "-fold",
    "ordinal": ".",
}
#: Letters by which an event and its noun are the same: "prosecuted", "prosecutions".
STEM: Final = 6
#: What says so much of those counted that it need not be said again: "women" that they are adults.
_SAYING: Final[Mapping[str, frozenset[str]]] = {
    value: frozenset(words.split()) for _, value, words in BREAKDOWNS
}
#: Digits shown behind the point; shares of a third need no more.
DIGITS: Final = 2


def _number(value: float) -> str:
    rounded = round(value, DIGITS)
    return f"{int(rounded):,}" if float(rounded).is_integer() else f"{rounded:,}"


def quantity(claim: Claim) -> str:
    """Return the value of a claim with its approximator and unit."""
    about = APPROXIMATIONS[claim.approximation]
    if claim.value is not None:
        return about + _with_unit(_number(claim.value), claim.unit, one=claim.value == 1)
    if claim.low is not None and claim.high is not None:
        span = f"{_number(claim.low)} to {_number(claim.high)}"
    elif (known := claim.low if claim.low is not None else claim.high) is not None:
        span = _number(known)
    else:
        span = "?"
    return about + _with_unit(span, claim.unit, one=False)


def _with_unit(value: str, unit: str, *, one: bool) -> str:
    kind, _, what = unit.partition(":")
    if kind == "money":
        return f"{what} {value}"
    if kind == "duration":
        return f"{value} {what}{'' if one else 's'}"
    return value + SUFFIXES.get(unit, f" {unit}")


def named(claim: Claim) -> str:
    """Return what a claim counts: its noun and what happened to it, the shortest clear way."""
    noun = claim.counted or ""
    if claim.unit == "age" and "age" not in noun.split():
        noun = f"age {noun}".strip()
    event = claim.event or ""
    said = any(word[:STEM] == event[:STEM] for word in noun.split())
    words = noun if not event or said else f"{noun} {event}".strip()
    told = noun.casefold().split()
    parts = [
        value
        for value in claim.breakdown.values()
        if _SAYING.get(value, {value.casefold()}).isdisjoint(told)
    ]
    return ", ".join(dict.fromkeys((words or claim.text, *parts)))


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
    if old.unit != new.unit:
        return f"{quantity(old)} → {quantity(new)}"
    return f"{quantity(old)} → {quantity(new)}{_difference(change, new.unit)}"


def _difference(change: ClaimChange, unit: str) -> str:
    if not change.difference:
        return f" ({change.direction})" if change.direction else ""
    sign = "+" if change.difference > 0 else "−"
    parts = [sign + _number(abs(change.difference))]
    if unit in {"percent", "points"}:
        parts[0] += " points"
    elif change.ratio is not None and change.ratio > 0:
        parts.append(_percent(change.ratio))
    if change.status == "changed" and change.direction is None:
        parts.append("may be no change")
    return f" ({', '.join(parts)})"


def _percent(ratio: float) -> str:
    share = (ratio - 1) * 100
    shown = f"{abs(share):,.0f}" if abs(share) >= 1 else f"{abs(share):.1f}"
    return f"{'+' if share > 0 else '−'}{shown} %"
