"""Figures of one indicator that stand in statements which are not aligned.

"Police made 14 arrests" may go, and "31 men were arrested" come under another heading: the
statements are no pair, and yet an analyst sets the figures side by side. A link is made only where
nothing else could be meant: one figure each side of an indicator and breakdown, that no aligned
statement has a pair of already. What a report says in several places ("no victims were found") is
one figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.claims import claim_change
from tipdiff.language.lexicon import PERSONS, singular
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.claims import Indicators
    from tipdiff.records import Change, Claim, ClaimChange

__all__ = ["body_words", "head_noun", "is_one_figure", "linked_elsewhere"]

#: Units in which figures without an indicator go on by their noun alone. A term or an age is of
#: too many things, and so are sums.
MASSES: Final = frozenset({"kg", "g", "t"})
COUNTED: Final = frozenset({"count"}) | MASSES
#: What is counted everywhere, and so tells of nothing: persons, times, and what holds them.
VAGUE_NOUNS: Final = PERSONS | frozenset(
    "case cases time times thing things country countries report reports member members year years "
    "percent people part parts area areas group groups number day days month months".split()
)
#: Six of the sailors are a part of them, whether or not their number is told.
_OF_THEM = regex(r"\bof (?:the|these|those|them|all)\b", re.IGNORECASE)

Key = tuple[object, ...]
"""What two figures share that are of the same thing."""


def linked_elsewhere(changes: Sequence[Change], indicators: Indicators) -> tuple[ClaimChange, ...]:
    """Return pairs of figures of one indicator across changes, in the order of the new report.

    Args:
        changes: The changes of a comparison.
        indicators: What the claims' indicators are.

    """
    years = (
        _own_year(each.old for change in changes for each in change.claims),
        _own_year(each.new for change in changes for each in change.claims),
    )
    paired = {
        key
        for change in changes
        for each in change.claims
        if each.old is not None and each.new is not None
        for claim, year in zip((each.old, each.new), years, strict=True)
        for key in _keys(claim, indicators, year)
    }
    old: dict[Key, list[Claim]] = {}
    new: dict[Key, list[Claim]] = {}
    for change in changes:
        for each in change.claims:
            if each.old is not None and each.new is None:
                for key in _keys(each.old, indicators, years[0]):
                    old.setdefault(key, []).append(each.old)
            elif each.new is not None and each.old is None:
                for key in _keys(each.new, indicators, years[1]):
                    new.setdefault(key, []).append(each.new)
    return tuple(
        claim_change(before[0], after[0])
        for key, after in new.items()
        if key not in paired and is_one_figure(before := old.get(key, [])) and is_one_figure(after)
        if _fits(before[0], after[0])
    )


def is_one_figure(claims: Sequence[Claim]) -> bool:
    """Whether claims are one figure, said once or more often."""
    return len({(claim.low, claim.high, claim.approximation) for claim in claims}) == 1


def body_words(who: str) -> set[str]:
    """Return the words of a body's name, each in the singular."""
    return set(map(singular, who.casefold().split()))


def head_noun(claim: Claim) -> str:
    """Return the last word of what a claim counts, in small letters; empty where it has none."""
    return (claim.counted or "").lower().rsplit(" ", 1)[-1]


def _own_year(claims: Iterable[Claim | None]) -> int | None:
    """Return the year that a report is about: that of its figures without a year in the words."""
    known = (c.period for c in claims if c is not None and c.stated is None)
    return max((year for year in known if year is not None), default=None)


def _keys(claim: Claim, indicators: Indicators, year: int | None) -> Iterator[Key]:
    """Yield what a figure of the report's own year is of, if it is of an indicator.

    Of indicators that have more than one figure a report (beds, hours, sums), the noun, the place
    and the person must be known, and the same.
    """
    row = indicators.get(claim.indicator or "")
    compared = claim.baseline_of is not None
    other = claim.stated is not None and (claim.stated != year or claim.period_from is not None)
    partial = claim.of is not None or claim.equivalent is not None or other or compared
    if partial or claim.retracted or claim.scope == "case" or _OF_THEM.search(claim.text):
        return
    breakdown = (*sorted(claim.breakdown.items()), *_whose(claim))
    noun = head_noun(claim)
    if row is None:
        if _is_telling(claim, noun):
            yield ("", claim.event, claim.unit, singular(noun), breakdown)
        return
    key = (row.id, claim.unit, breakdown)
    if row.total:
        yield key
    elif claim.where or claim.who:
        yield (*key, singular(noun), claim.where, (claim.who or "").casefold())


def _whose(claim: Claim) -> tuple[str, ...]:
    """Return what tells a figure from the country's own for the year: whose, and what part."""
    whose: tuple[str, ...] = ()
    if claim.scope in {"group", "source"}:
        whose = (claim.scope, (claim.who or "").casefold())
    return (*whose, "part") if claim.partial else whose


def _is_telling(claim: Claim, noun: str) -> bool:
    """Whether a figure of no indicator is of one thing alone, which its noun says."""
    said = noun.isalpha() and (noun in claim.text.lower() or claim.unit in MASSES)
    return claim.kind == "figure" and said and claim.unit in COUNTED and noun not in VAGUE_NOUNS


def _fits(old: Claim, new: Claim) -> bool:
    """Whether neither law nor place says that two figures are of different things.

    Figures without an indicator are of what somebody did: two bodies' offices are two things.
    """
    pairs = [(old.law, new.law), (old.where, new.where)]
    if old.indicator is None and old.who and new.who:
        mine, theirs = body_words(old.who), body_words(new.who)
        if not (mine <= theirs or theirs <= mine):
            return False  # "Interior Ministry", "Labor Ministry"; but "the ministry" may be either
    return all(one is None or other is None or one == other for one, other in pairs)
