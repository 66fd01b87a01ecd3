"""From the mentions of one figure to its points: one for each year, the latest report's."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tipdiff.checks.narrowed import contradict
from tipdiff.series.records import Point, Reading
from tipdiff.series.scope import narrowness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdiff.series.mention import Mention

__all__ = ["points"]


def points(found: Iterable[Mention], *, scoped: bool) -> tuple[Point, ...]:
    """Return the points of one figure, by year.

    Args:
        found: All mentions of the figure.
        scoped: Whether figures that speak for a part of their year only are put behind, or left
            out. Those of one statement through the years are all of the same part.

    """
    by_year: dict[int, list[tuple[int, Mention]]] = defaultdict(list)
    for mention in found:
        narrow = narrowness(mention) if scoped and not mention.parts else 0
        if narrow is not None:
            by_year[mention.year].append((narrow + bool(mention.parts), mention))
    return tuple(_point(year, by_year[year]) for year in sorted(by_year))


def _point(year: int, ranked: Sequence[tuple[int, Mention]]) -> Point:
    """Choose among the mentions of a year that speak for most of it: those of the latest report."""
    least = min(narrow for narrow, _ in ranked)
    by_edition: dict[int, list[Mention]] = defaultdict(list)
    for narrow, mention in ranked:
        if narrow == least:
            by_edition[mention.place].append(mention)
    latest, *earlier = sorted(by_edition, reverse=True)
    chosen = _headline(by_edition[latest])
    before = [_headline(by_edition[place]) for place in earlier]
    # What a year had come to by January is not revised by what it came to.
    superseded = tuple(
        one.reading() for one in before if chosen.claim.partial or not one.claim.partial
    )
    own = chosen.reading()
    return Point(
        year,
        own.value,
        own.low,
        own.high,
        own.approximation,
        own.reported_in,
        own.statement,
        bool(superseded) and not _same(superseded[0], own),
        superseded,
        _conflicts(chosen, by_edition[latest]) if least == 0 else (),
        own.edition,
        own.parts,
        chosen.carried_over,
        chosen.claim.partial,
    )


def _headline(found: Sequence[Mention]) -> Mention:
    """Return the figure that a report gives for a year, of several.

    One with the year in its words before one without, something before nothing, what is said more
    often before what is said once, and then the first.
    """
    often = Counter(m.ends for m in found)
    return min(found, key=lambda m: (m.claim.stated is None, m.value == 0, -often[m.ends], m.order))


def _conflicts(chosen: Mention, found: Iterable[Mention]) -> tuple[Reading, ...]:
    """Return the figures of other statements of the report that cannot be true at once with it.

    Two incidents, or two parts of a year, are no contradiction, so that only figures of the whole
    year are asked; nor are two things counted, and what was done through one channel.
    """
    kept: dict[tuple[float | None, float | None], Reading] = {}
    for mention in found:
        elsewhere = mention.statement.id != chosen.statement.id
        if elsewhere and _apart(mention, chosen) and _contradict(mention, chosen):
            kept.setdefault(mention.ends, mention.reading())
    return tuple(kept.values())


def _contradict(one: Mention, other: Mention) -> bool:
    return contradict((one.statement, one.claim), (other.statement, other.claim))


def _apart(one: Mention, other: Mention) -> bool:
    """Whether two figures have no number in common: "over 30" and 34 have."""
    below = one.high is not None and other.low is not None and one.high < other.low
    above = one.low is not None and other.high is not None and one.low > other.high
    return below or above


def _same(one: Reading, other: Reading) -> bool:
    return (one.low, one.high) == (other.low, other.high)
