"""The series of a country: of every indicator and breakdown, and of figures without one."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.chaining.chain import chained
from tipdiff.claims import field_indicators
from tipdiff.comparison import compare
from tipdiff.language.unit_words import unit_label
from tipdiff.records import Edition
from tipdiff.series.editions import editions
from tipdiff.series.followed import followed, hints, is_told, label_of, own_row, stands_alone
from tipdiff.series.identity import identities
from tipdiff.series.labels import indicator_label, told_apart
from tipdiff.series.mention import Key, Mention, key_of, reassigned
from tipdiff.series.mentions import mentions
from tipdiff.series.points import points
from tipdiff.series.records import Series
from tipdiff.series.scope import is_part, narrowness
from tipdiff.series.sums import with_sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tipdiff.chaining.chain import Chained
    from tipdiff.claims import Indicators
    from tipdiff.records import Claim, Report

__all__ = ["trends", "trends_of"]

Labelled = tuple[Series, tuple[str, ...]]
"""A series, and what could tell it from others of its label, best first."""

#: The unit of what was spent on the report; of a country no year's figure is told in it.
HOURS: Final = "duration:hour"


def trends(
    reports: Iterable[Report], *, indicators: Indicators | None = None, hours: bool = False
) -> list[Series]:
    """Return the figures of one country over the years.

    Args:
        reports: Reports of one country, in any order. One that updates its edition supersedes the
            others of that edition.
        indicators: What the figures' indicators are; the field's own if None.
        hours: Whether the hours spent on the report are among them, last: they are of the report,
            not of the country.

    Returns:
        The series of indicators first, in the order of the indicators' table, totals before their
        breakdowns; then the figures without an indicator that were followed through two or more
        editions, in the order of the text. No series is without points.

    Raises:
        DataError: The reports are about two countries, or one has no year.

    """
    ordered = editions(reports)
    known = field_indicators() if indicators is None else indicators
    comparisons = [compare(old, new, indicators=known) for old, new in pairwise(ordered)]
    return trends_of(chained(ordered, comparisons), known, hours=hours)


def trends_of(
    chain: Chained,
    known: Indicators,
    *,
    hours: bool = False,
    claims: Sequence[Mapping[str, tuple[Claim, ...]]] | None = None,
) -> list[Series]:
    """Return the series of editions that are compared already.

    Args:
        chain: The editions of one country, each with a year.
        known: What the figures' indicators are.
        hours: As in :func:`trends`, whose result it gives.
        claims: All claims of each edition by their statement, where they are at hand.

    """
    ordered = chain.reports
    found = followed(mentions(ordered, known, claims), chain.comparisons, chain.lives.beyond())
    groups = _without_parts(found)
    all_of_them = (m for group in groups for m in group)
    series = [*_of_indicators(all_of_them, known), *_of_statements(groups, known)]
    if not hours:
        series = [one for one in series if one[0].unit != HOURS]
    series.sort(key=lambda one: (one[0].unit == HOURS, one[0].indicator is None))
    labels = told_apart([s.label for s, _ in series], [hints for _, hints in series])
    country = next((r.country for r in reversed(ordered) if r.country), None)
    looked_at = tuple(
        Edition(r.country, r.year, r.covers, r.missing_parts, r.cables) for r in ordered
    )
    return [
        evolve(one, label=label, country=country, editions=looked_at)
        for (one, _), label in zip(series, labels, strict=True)
    ]


def _without_parts(groups: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """Return groups where parts are points of an indicator only if all its figures are parts.

    "Two of the six received suspended sentences" is how a report tells these every year. "Four of
    the six went to prison" is no point of a series that counts all who were sentenced.
    """
    whole = {
        key_of(m.indicator, m.breakdown)
        for group in groups
        for m in group
        if m.indicator is not None and not is_part(m) and narrowness(m) is not None
    }
    return [
        [
            reassigned(m, None, m.breakdown)
            if m.claim.indicator is not None
            and m.indicator is not None
            and key_of(m.indicator, m.breakdown) in whole
            and is_part(m)
            else m
            for m in group
        ]
        for group in groups
    ]


def _of_indicators(found: Iterable[Mention], indicators: Indicators) -> Iterator[Labelled]:
    places = {row.id: place for place, row in enumerate(indicators.rows)}
    by_key: dict[Key, list[Mention]] = defaultdict(list)
    for mention in with_sums(sorted(found, key=lambda m: (m.place, m.order))):
        if mention.indicator is not None:
            by_key[key_of(mention.indicator, mention.breakdown)].append(mention)
    for key in sorted(by_key, key=lambda key: (places[key[0]], len(key[1]), key)):
        indicator, breakdown = key[0], dict(key[1])
        row = indicators.rows[places[indicator]]
        for identity, group in identities(by_key[key]):
            for unit, of_unit in _by_unit(group):
                own = points(of_unit, scoped=True)
                if own:
                    label = indicator_label(row.label, breakdown, identity)
                    law, who = identity
                    one = Series(
                        indicator,
                        label,
                        unit,
                        breakdown,
                        own,
                        better=row.better,
                        law=law,
                        who=who,
                    )
                    yield one, (unit_label(unit),)


def _by_unit(group: Iterable[Mention]) -> list[tuple[str, list[Mention]]]:
    """Return figures by their unit: kilos and tons of one substance are no run of numbers."""
    units: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        units[mention.claim.unit].append(mention)
    return list(units.items())


def _of_statements(
    groups: Sequence[Sequence[Mention]], indicators: Indicators
) -> Iterator[Labelled]:
    """Yield the figures that are followed by their statements.

    Those of an indicator of which each office or campaign has its own figure bear its name if the
    reports follow one of them only.
    """
    loose = [group for group in groups if group[-1].indicator is None and is_told(group)]
    rows = {id(group): own_row(group, indicators) for group in loose}
    only = Counter((row.id, _kind(group)) for group in loose if (row := rows[id(group)]))
    # In the order of the latest report that has each: as an analyst reads.
    for group in sorted(loose, key=lambda g: (-g[-1].place, g[-1].order)):
        row, last = rows[id(group)], group[-1]
        alone = row is not None and only[row.id, _kind(group)] == 1
        own = points(group, scoped=False)
        if alone or stands_alone(group, row, own):
            name = row.id if row is not None and alone else None
            label = label_of(group, row)
            better = row.better if row is not None and alone else None
            yield (
                Series(name, label, last.claim.unit, last.breakdown, own, better=better),
                hints(group),
            )


def _kind(group: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(group[-1].breakdown.items()))
