"""Figures followed by the statements they stand in: one series for each figure of a statement."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tipdiff.series.chains import chains, through, voted
from tipdiff.series.labels import indicator_label, noun_label, phrase
from tipdiff.series.points import points
from tipdiff.series.records import Series
from tipdiff.series.scope import is_another

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdiff.claims import Indicators
    from tipdiff.claims.indicators.matching import Indicator
    from tipdiff.records import Comparison
    from tipdiff.series.mention import Mention
    from tipdiff.series.steps import Beyond

__all__ = ["followed", "hints", "is_told", "label_of", "own_row", "statement_series"]

#: Words behind a figure that tell it from another of its statement.
BEHIND: Final = 3
#: Units of figures that are no series of their own: an age in a definition, a place in a row.
NO_SERIES: Final = frozenset({"age", "ordinal"})


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
    """Return the series of a figure of one statement, null if there is nothing to follow.

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
    return unit not in NO_SERIES and (unit != "count" or any(m.claim.counted for m in group))


def own_row(group: Sequence[Mention], indicators: Indicators) -> Indicator | None:
    """Return the indicator that most of a group bear, of those that have no total."""
    name, often = Counter(m.claim.indicator for m in group).most_common(1)[0]
    row = indicators.get(name or "")
    known = row is not None and not row.total and often * 2 > len(group)
    return row if known and not any(is_another(m) for m in group) else None


def hints(group: Sequence[Mention]) -> tuple[str, ...]:
    """Return what could tell a figure from others of the same noun."""
    newest = tuple(reversed(group))
    hints = [m.claim.where for m in newest] + [m.claim.who for m in newest]
    hints += [phrase(group[-1]), "part" if any(m.claim.of for m in group) else None]
    hints.append(" ".join(re.findall(r"[^\W\d_]+", group[-1].after)[:BEHIND]))
    return tuple(dict.fromkeys(hint for hint in hints if hint))
