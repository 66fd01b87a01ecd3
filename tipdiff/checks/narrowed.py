"""Figures that speak for less than all of their year, so that another of the year can stand beside.

"148 victims were rescued" and "28 were rescued through the hotline" are both right. What narrows a
figure is a table: a pattern over its sentence before or behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.checks.places import FigurePlace, same_noun
from tipdiff.language.months import NAMES
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Claim, Statement

__all__ = ["NARROWED", "contradict", "is_narrowed"]

#: How far behind a figure what narrows it can stand, in characters: its own clause.
_REACH: Final = 90

#: What narrows a figure: where it stands ("before" or "behind" it, in its sentence), the pattern, a
#: sentence whose figure it narrows, and one much like it whose figure speaks for all.
NARROWED: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        "before",
        r"\balone\b",
        "In the harbour alone, police seized 40 kilos.",
        "In the harbour, police seized 40 kilos.",
    ),
    (
        "behind",
        r"^[^.;]*\balone\b",
        "Police seized 40 kilos in the harbour alone.",
        "Police seized 40 kilos in the harbour.",
    ),
    (
        "behind",
        r"^[^.;]{0,40}\b(?:through|via|thanks to|with the help of|by way of|after calls to)\s+"
        rf"(?!(?:{'|'.join(NAMES).title()}|\d))"
        r"(?:the|a|an|its|their)?\s*\w",
        "They freed 28 victims through the hotline.",
        "They freed 28 victims through November.",
    ),
    (
        "before",
        r"\b(?:as (?:a|the) result of|in the course of|during) "
        r"(?:(?:joint|one|this|that|a|an|the)\s)+[^.;,]{0,40}\b(?:operations?|raids?|patrols?|exercises?)\b",
        "As a result of joint patrols, guards seized 60 kilos.",
        "As a result, guards seized 60 kilos.",
    ),
    (
        "behind",
        r"^[^.;]{0,40}\b(?:during|in) (?:(?:joint|one|this|that|these|those|a|an|the)\s)+"
        r"[^.;,]{0,40}\b(?:operations?|raids?|patrols?|exercises?)\b",
        "Guards seized 60 kilos during these operations.",
        "Guards seized 60 kilos during these months.",
    ),
    (
        "before",
        r"\b(?:predict\w*|forecast\w*|expect\w*|project(?:s|ed)|could|might|may|would)\b",
        "Some predict that the rate could reach 9 percent.",
        "Some say that the rate did reach 9 percent.",
    ),
    (
        "before",
        r"\b(?:lower|higher|more|less|fewer|better|worse) than\b[^.;,]*$",
        "The rate was lower than the region's 9 percent.",
        "The rate was the region's lowest, 9 percent.",
    ),
    (
        "behind",
        r"^[^.;]{0,40}\b(?:to date|so far)\b",
        "They burnt 60 plants to date.",
        "They burnt 60 plants.",
    ),
    (
        "before",
        r"\b(?:independent(?:ly)? of|separately from|apart from|in addition to|besides)\b",
        "In addition to these, guards burnt 60 plants.",
        "Guards burnt 60 plants.",
    ),
)
_BEFORE: Final = regex(
    "|".join(pattern for side, pattern, *_ in NARROWED if side == "before"), re.IGNORECASE
)
_BEHIND: Final = tuple(
    regex(pattern, re.IGNORECASE) for side, pattern, *_ in NARROWED if side == "behind"
)


def is_narrowed(place: FigurePlace) -> bool:
    """Whether the sentence says that a figure is of a part: a channel, a raid, a forecast."""
    behind = place.behind[:_REACH]
    return _BEFORE.search(place.before) is not None or any(p.search(behind) for p in _BEHIND)


def contradict(one: tuple[Statement, Claim], other: tuple[Statement, Claim]) -> bool:
    """Whether two figures of one year and report that differ cannot both be right.

    They count the same, whoever tells them, and none is of a part.
    """
    a, b = (FigurePlace(*each) for each in (one, other))
    same = same_noun(a.claim, b.claim) and a.claim.event == b.claim.event
    same = same and a.claim.scope == b.claim.scope
    return same and not is_narrowed(a) and not is_narrowed(b)
