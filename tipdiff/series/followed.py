"""Figures followed by the statements they stand in: one series for each figure of a statement."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tipdiff.language.lexicon import singular
from tipdiff.language.number_words import HABIT
from tipdiff.patterns import regex
from tipdiff.series.chains import LEAST_EDITIONS, chains, through, voted
from tipdiff.series.labels import indicator_label, noun_label, phrase, quoted, recipient
from tipdiff.series.points import points
from tipdiff.series.records import Series
from tipdiff.series.scope import is_another

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdiff.claims import Indicators
    from tipdiff.claims.indicators.matching import Indicator
    from tipdiff.records import Comparison
    from tipdiff.series.mention import Mention
    from tipdiff.series.records import Point
    from tipdiff.series.steps import Beyond

__all__ = [
    "followed",
    "hints",
    "is_told",
    "label_of",
    "own_row",
    "stands_alone",
    "statement_series",
]

#: Words behind a figure that tell it from another of its statement.
BEHIND: Final = 3
#: Units of figures that are no series of their own: an age in a definition, a place in a row.
NO_SERIES: Final = frozenset({"age", "ordinal"})


_WORDS: Final = regex(r"[^\W\d_]{4,}")
#: A number that a hyphen ties to its noun counts the parts of something: "a five-country study".
_TIED: Final = regex(r"[^\W\d_]*[\d.,]*-[a-z]+\b(?<!s)")
#: Editions through which a figure without indicator is followed if it has one noun and unit.
FEWEST_EDITIONS: Final = 2
#: Years that a figure without indicator must be known for; with one there is nothing to follow.
LEAST_YEARS: Final = 2
#: Units whose lone figures are of a case or a habit: a term of prison, a stay of typically 30 days.
OF_CASES: Final = frozenset({"duration", "ratio", "points"})


def followed(
    found: Sequence[Mention], comparisons: Iterable[Comparison], beyond: Iterable[Beyond] = ()
) -> list[list[Mention]]:
    """Return mentions in groups, each one figure then and now, agreed on what it is.

    Args:
        found: The mentions of all editions.
        comparisons: Of each edition with the next, oldest first.
        beyond: Statements that came back after a gap.

    """
    return [voted(chain) for chain in chains(comparisons, found, beyond)]


def statement_series(group: Sequence[Mention], indicators: Indicators) -> Series | None:
    """Return the series of a figure of one statement, None if there is nothing to follow.

    Args:
        group: Mentions of one figure in the versions of one statement.
        indicators: What the figures' indicators are.

    """
    own = points(group, scoped=False)
    if not is_told(group) or (through(group) < 2 and len(own) < 2):
        return None
    last = group[-1]
    row = indicators.get(last.indicator or "") or own_row(group, indicators)
    name = None if row is None else row.id
    better = None if row is None else row.better
    return Series(name, label_of(group, row), last.claim.unit, last.breakdown, own, better=better)


def label_of(group: Sequence[Mention], row: Indicator | None) -> str:
    """Return what a figure is called: by its indicator, else by what is counted."""
    return noun_label(group) if row is None else indicator_label(row.label, group[-1].breakdown)


def is_told(group: Sequence[Mention]) -> bool:
    """Whether it can be said what a group counts."""
    unit = group[-1].claim.unit
    if unit == "count" and all(_TIED.match(m.claim.text) for m in group):
        return False
    if all(HABIT.search(m.claim.text) for m in group):
        return False
    return unit not in NO_SERIES and (unit != "count" or any(m.claim.counted for m in group))


def stands_alone(group: Sequence[Mention], row: Indicator | None, own: Sequence[Point]) -> bool:
    """Whether a figure that no total of an indicator holds is worth a series of its own.

    One of an indicator that each office has its own of is, in any edition. One without is if it
    was followed through three editions; through two only if both count one noun in one unit, and
    the later says something: not the same figure undated, no row of zeros or of "one".

    Args:
        group: Mentions of one figure.
        row: The indicator that its figures bear, of those without a total.
        own: Its points.

    """
    family = group[-1].claim.unit.partition(":")[0]
    if row is not None and row.lone and family not in OF_CASES:
        return True
    if len(own) < LEAST_YEARS:
        return False
    still = len({(p.low, p.high) for p in own}) == 1
    if row is None and ((family in OF_CASES and still) or {p.value for p in own} == {0}):
        return False  # a habit of no year ("typically 30 days"), a row of zeros
    if through(group) >= LEAST_EDITIONS:
        return True
    if through(group) < FEWEST_EDITIONS or family in OF_CASES:
        return False
    first, last = group[0], group[-1]
    return (
        len({(m.claim.unit, _head(m)) for m in group}) == 1
        and _head(first) != ""
        and (family == "count" or _one_matter(first, last))
        and (row is not None or not still or last.claim.stated is not None)
        and {p.value for p in own} - {0, 1} != set()
    )


def _one_matter(one: Mention, other: Mention) -> bool:
    """Whether two sums or shares are called by a word that both have."""
    words = [set(_WORDS.findall(phrase(m).lower())) for m in (one, other)]
    return bool(words[0] & words[1])


def _head(mention: Mention) -> str:
    """Return the last word of what is counted, in the singular; nothing where no noun is told."""
    return singular((mention.claim.counted or "").rsplit(" ", 1)[-1].lower())


def own_row(group: Sequence[Mention], indicators: Indicators) -> Indicator | None:
    """Return the indicator that most of a group bear, of those that have no total."""
    name, often = Counter(m.claim.indicator for m in group).most_common(1)[0]
    row = indicators.get(name or "")
    known = row is not None and not row.total and often * 2 > len(group)
    return row if known and not any(is_another(m) for m in group) else None


def hints(group: Sequence[Mention]) -> tuple[str, ...]:
    """Return what could tell a figure from others of the same noun."""
    newest = tuple(reversed(group))
    nouns = [m.claim.counted for m in newest if m.claim.unit == "count"]
    hints = [*map(recipient, newest), *nouns]
    hints += [m.claim.where for m in newest] + [m.claim.who for m in newest]
    words = phrase(group[-1])
    hints += [quoted(words) if words else None, "part" if any(m.claim.of for m in group) else None]
    hints.append(" ".join(re.findall(r"[^\W\d_]+", group[-1].after)[:BEHIND]))
    return tuple(dict.fromkeys(hint for hint in hints if hint))
