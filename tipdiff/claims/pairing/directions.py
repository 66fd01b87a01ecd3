"""Whether a figure really rose or fell, given its bounds and approximators.

"Over 70 percent" to "nearly 65 percent" is down, whatever the exact shares are; "about 20" to "22"
may be nothing.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Claim, Direction

__all__ = ["direction", "ends"]

#: Longer and shorter units of time that have a fixed ratio; the rest compare only by name.
_TIME: Final = {
    "duration:hour": ("day", 1 / 24),
    "duration:day": ("day", 1.0),
    "duration:week": ("day", 7.0),
    "duration:month": ("month", 1.0),
    "duration:year": ("month", 12.0),
}
#: How far a rough figure may lie from the number told: "about 20" may be 22.
ROUGH: Final = 0.1
#: What makes a rough figure no more than the number told.
_NEARLY: Final = regex(r"\b(?:nearly|almost|close to|just under|barely)\b", re.IGNORECASE)


def ends(claim: Claim) -> tuple[float | None, float | None, str]:
    """Return the two ends of a claim in a unit that its notation does not change."""
    unit, factor = _TIME.get(claim.unit, (claim.unit, 1.0))
    low = None if claim.low is None else round(claim.low * factor, 6)
    high = None if claim.high is None else round(claim.high * factor, 6)
    return low, high, unit


def _span(claim: Claim) -> tuple[float, float]:
    """Return the least and the most that a claim can mean."""
    low, high, _ = ends(claim)
    bottom = -math.inf if low is None else low
    top = math.inf if high is None else high
    if claim.approximation == "about" and claim.value is not None:
        spread = ROUGH * abs(top)
        bottom, top = bottom - spread, top + (0 if _NEARLY.search(claim.text) else spread)
    if claim.approximation == "over":
        bottom = math.nextafter(bottom, math.inf)
    elif claim.approximation == "under":
        top = math.nextafter(top, -math.inf)
    return bottom, top


def direction(old: Claim, new: Claim) -> Direction | None:
    """Return whether a figure surely rose or fell; None where its words leave that open."""
    if ends(old)[2] != ends(new)[2]:
        return None
    before, after = _span(old), _span(new)
    if after[0] > before[1]:
        return "up"
    return "down" if after[1] < before[0] else None
