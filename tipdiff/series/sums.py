"""Sums over parts, where a statement lists them all: "housed 12 women and three girls"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.patterns import regex
from tipdiff.series.mention import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tipdiff.series.mention import Mention

__all__ = ["with_sums"]

#: What stands between the items of a list.
_JOINT: Final = regex(r"\s*(?:,|;)?\s*(?:and|as well as|plus)?\s*", re.IGNORECASE)
#: What opens a list that may not be complete.
_SAMPLE: Final = regex(
    r"\b(?:includ(?:ing|es|ed)|among (?:them|these|whom|others)|such as|notably|of whom|"
    r"at least)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
#: What follows a list that goes on.
_MORE: Final = regex(
    r"^[\s,]*(?:and|as well as|plus)\s+(?:other|some|several|many|a (?:few|number)|an?\s)",
    re.IGNORECASE,
)
#: What makes two parts the whole: "two went to prison; the other two were fined".
_THE_OTHER: Final = regex(r"\bthe (?:others?|rest|remaining|remainder)\s*$", re.IGNORECASE)


def with_sums(found: Sequence[Mention]) -> list[Mention]:
    """Return mentions with the sums of lists added; the parts with the sum's own key are left out.

    A list sums to the year's figure only where its report says nothing else of the indicator and
    year that stands beside the list.
    """
    summed: set[str] = set()
    sums: list[Mention] = []
    for items in _lists(found):
        if not _alone(items, found):
            continue
        total = _total(items)
        sums.append(total)
        own = total.indicator
        summed |= {m.claim.id for m in items if m.indicator == own and not m.breakdown}
    return [*(m for m in found if m.claim.id not in summed), *sums]


def _lists(found: Iterable[Mention]) -> Iterator[list[Mention]]:
    by_statement: dict[tuple[str, str, int], list[Mention]] = defaultdict(list)
    for mention in found:
        if mention.indicator is not None and mention.value is not None:
            place = (mention.statement.id, mention.indicator, mention.year)
            by_statement[place].append(mention)
    for items in by_statement.values():
        if len(items) > 1 and (_is_list(items) or _is_split(items)):
            yield items
    # "One went to prison; the other two received suspended sentences": the second is of an
    # indicator of its own, and still the other part of those sentenced.
    by_event: dict[tuple[str, str | None, int], list[Mention]] = defaultdict(list)
    for mention in found:
        if mention.indicator is not None and mention.value is not None:
            by_event[mention.statement.id, mention.claim.event, mention.year].append(mention)
    for items in by_event.values():
        if len({m.indicator for m in items}) > 1 and _is_split(items):
            yield items


def _is_list(items: Sequence[Mention]) -> bool:
    """Whether all the mentions are one list that is complete."""
    if any(m.claim.of is not None or m.claim.approximation != "exact" for m in items):
        return False
    joined = all(
        _JOINT.fullmatch(one.statement.text[one.claim.span[1] : other.claim.span[0]])
        for one, other in pairwise(items)
    )
    keys = [tuple(sorted(m.breakdown.items())) for m in items]
    nouns = [m.claim.counted for m in items]
    different = len(set(zip(keys, nouns, strict=True))) == len(items)
    first, last = items[0], items[-1]
    return (
        joined
        and different
        and _SAMPLE.search(first.before) is None
        and _MORE.match(last.after) is None
    )


def _is_split(items: Sequence[Mention]) -> bool:
    """Whether two mentions are a part and "the other" part."""
    return (
        len(items) == 2
        and items[0].claim.of is None
        and not items[0].breakdown
        and _THE_OTHER.search(items[1].before) is not None
    )


def _alone(items: Sequence[Mention], found: Iterable[Mention]) -> bool:
    """Whether the report has no other figure for the indicator and year, but copies of these."""
    first = items[0]
    mine = {(key_of(m.indicator or "", m.breakdown), m.ends) for m in items}
    return all(
        (key_of(m.indicator, m.breakdown), m.ends) in mine
        for m in found
        if m.indicator is not None
        and (m.indicator, m.year, m.place) == (first.indicator, first.year, first.place)
    )


def _total(items: Sequence[Mention]) -> Mention:
    value = sum(m.value for m in items if m.value is not None)
    return evolve(
        items[0],
        breakdown={},
        value=value,
        low=value,
        high=value,
        parts=tuple(m.claim.id for m in items),
    )
