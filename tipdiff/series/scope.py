"""How much of its year a figure speaks for: all of it, an incident, or only a part.

"Police arrested 40 men" is the year's figure, "in May police arrested two men" may be, "the other
two" never is, and five trials that had not ended are no prosecutions of the year but a figure of
their own. What a figure's surroundings say of it is a table of rows: each puts it behind figures
that speak for the whole year (``BEHIND``), takes it out (``OUT``), or says that it is of another
thing than its indicator (``ANOTHER``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.language.event_words import EVENT_VERBS
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipdiff.series.mention import Mention

__all__ = ["ANOTHER", "BEHIND", "OUT", "SCOPES", "is_another", "is_part", "narrowness"]

ANOTHER: Final = "another"
OUT: Final = "out"
BEHIND: Final = "behind"
#: What an indicator of pending cases has in its name: to it, pending cases are what it is of.
PENDING: Final = "pending"

#: Characters before a figure that are looked at: its own clause, not the sentence.
REACH: Final = 40

_REST_BEFORE: Final = regex(
    r"\b(?:others?|another|additional|further|remaining|remainder|rest)(?: of)?\s*$", re.IGNORECASE
)
_THE_OTHER: Final = regex(r"\bthe (?:others?|remaining|rest)(?: of)?\s*$", re.IGNORECASE)
_WORD: Final = regex("[a-z]+")
_REST_IN: Final = regex(r"^\S+\s+(?:others?|more|additional|further|remaining)\b", re.IGNORECASE)
_BACK: Final = regex(
    r"^\S*(?:\s+\w+)?\s+of\s+(?:them|these|those|whom|which|the(?:se|m)?\s)", re.IGNORECASE
)
_BACK_BEHIND: Final = regex(r"^\s*of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
_PENDING: Final = regex(
    r"^\s*(?:(?:that|which|who|cases?|trials?)\s+)?"
    r"(?:(?:was|were|is|are|remain(?:s|ed)?|have|has|had|still|been|not|yet|all)\s+){0,4}"
    r"(?:pending|ongoing|under ?way|in progress|before the|awaiting|unresolved|ended|concluded|"
    r"completed|finished|decided)\b",
    re.IGNORECASE,
)
_PENDING_IN: Final = regex(r"\b(?:pending|ongoing|unresolved|planned|proposed)\b", re.IGNORECASE)
_NOT_ENDED: Final = frozenset({"ended", "concluded", "completed", "finished", "decided"})
_PLANNED: Final = regex(
    r"\b(?:plan(?:s|ned)? to|intend(?:s|ed)? to|hope(?:s|d)? to|expect(?:s|ed)? to|aims? to|"
    r"will|would|scheduled to)(?:\s+\w+){1,3}\s*$",
    re.IGNORECASE,
)
#: What may follow "no convictions" where it speaks for all of them.
_WHOLE_ZERO: Final = regex(
    r"^\s*(?:[.,;:)]|$|(?:was|were|is|are|has|have|had|took|occurred|in|during|this|last|by|"
    r"reported|recorded|known|of|for|to|under|and|or|either|yet|so|identified|from|within)\b)",
    re.IGNORECASE,
)


def _rest(mention: Mention) -> bool:
    """Whether others of its kind were told before; "the other two" may be the first of theirs."""
    if _THE_OTHER.search(mention.before[-REACH:]):
        return mention.claim.event in _said_before(mention)
    return bool(_REST_BEFORE.search(mention.before[-REACH:]) or _REST_IN.match(mention.claim.text))


def is_part(mention: Mention) -> bool:
    """Whether a figure is a part that its breakdown does not tell from the whole."""
    claim = mention.claim
    if mention.breakdown:
        return False
    return bool(
        claim.of is not None or _BACK.match(claim.text) or _BACK_BEHIND.match(mention.after)
    )


def _part_of_same(mention: Mention) -> bool:
    """Whether what happened to the part had been said of the whole, or is not said at all."""
    event = mention.claim.event
    return is_part(mention) and (event is None or event in _said_before(mention))


def _said_before(mention: Mention) -> set[str | None]:
    """Return what happened according to the statement up to a figure."""
    return {EVENT_VERBS.get(word) for word in _WORD.findall(mention.before.lower())}


def _pending(mention: Mention) -> bool:
    if PENDING in (mention.claim.indicator or ""):
        return False
    found = _PENDING.match(mention.after)
    if found is not None:
        last = found[0].rsplit(None, 1)[-1].lower()
        return last not in _NOT_ENDED or re.search(r"\bnot\b", found[0]) is not None
    return _PENDING_IN.search(mention.claim.text) is not None


def _narrow_zero(mention: Mention) -> bool:
    return mention.value == 0 and _WHOLE_ZERO.match(mention.after) is None


#: What is told of others for comparison: "lower than the regional average of 9 percent".
_AVERAGE: Final = regex(
    r"\b(?:than|to|with|against|above|below) (?:the|an?) (?:[\w.]+ ){0,3}average(?: of)?\W*$",
    re.IGNORECASE,
)

#: What is looked for, what it does to a figure, and a sample.
SCOPES: Final[tuple[tuple[Callable[[Mention], bool], str, str], ...]] = (
    (
        lambda m: _AVERAGE.search(m.before[-2 * REACH :]) is not None,
        OUT,
        "unemployment was 7 percent, lower than the regional average of 9 percent",
    ),
    (_rest, OUT, "two were fined 200 crowns, the other two 300; 16 others were fined"),
    (_part_of_same, ANOTHER, "the police identified 49, 14 of whom were identified at sea"),
    (is_part, BEHIND, "of the six, four were fined"),
    (_pending, ANOTHER, "five investigations had not been concluded"),
    (
        lambda m: _PLANNED.search(m.before[-REACH:]) is not None,
        ANOTHER,
        "the ministry plans to train 60 officers",
    ),
    (_narrow_zero, ANOTHER, "no conviction concerned labor at sea"),
    (lambda m: m.claim.law is not None, BEHIND, "four were convicted under Article 88"),
    (
        lambda m: m.claim.partial,
        BEHIND,
        "in the first nine months of the year 190 cases were investigated",
    ),
    (lambda m: m.claim.scope == "source", BEHIND, "activists said that 300 girls were rescued"),
    (lambda m: m.claim.scope == "group", ANOTHER, "a clinic assisted 31 victims"),
    (lambda m: m.claim.scope == "case", OUT, "in one case police arrested two men"),
    (
        lambda m: m.claim.derived,
        BEHIND,
        "of 71 persons tried, 53 were convicted and the remainder acquitted",
    ),
)


def is_another(mention: Mention) -> bool:
    """Whether a figure is of another thing than its indicator: a part, a plan, what is pending."""
    return any(effect == ANOTHER and holds(mention) for holds, effect, _ in SCOPES)


def narrowness(mention: Mention) -> int | None:
    """Return how many rows put a figure behind, None where one takes it out.

    What bears its indicator because its statement does in other years is of nothing else.
    """
    effects = [effect for holds, effect, _ in SCOPES if holds(mention)]
    if mention.claim.indicator is None:
        effects = [effect for effect in effects if effect != ANOTHER]
    return effects.count(BEHIND) if len(effects) == effects.count(BEHIND) else None
