"""Comparing two reports: links, facts, rules, and the order in which changes are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.alignment import align, align_sections
from tipdiff.claims import pair_claims, report_claims
from tipdiff.comparison.facts import claim_facts, copy_facts, period_facts, text_facts
from tipdiff.comparison.missing import without_counterpart
from tipdiff.comparison.moves import moved_links
from tipdiff.comparison.rules import status_of, traits_of
from tipdiff.comparison.warnings import warnings_of
from tipdiff.records import Change, Comparison, Edition, Summary
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.alignment import SectionMap
    from tipdiff.records import Claim, Link, Report, Section, Statement

__all__ = ["compare"]

Claims = Mapping[str, tuple["Claim", ...]]


@frozen(eq=False)
class _Pair:
    """Two reports with their claims, and what their alignment says of them."""

    old: Report
    new: Report
    claims_old: Claims
    claims_new: Claims
    moved: frozenset[int]
    lone_old: frozenset[Section]
    lone_new: frozenset[Section]

    @property
    def period_moved(self) -> bool:
        return self.old.covers != self.new.covers


def compare(old: Report, new: Report, *, explain: bool = False) -> Comparison:
    """Compare two reports of one country.

    Args:
        old: The earlier report.
        new: The later one.
        explain: Whether each change carries the ``evidence`` of its link.

    Returns:
        Every statement of either report in exactly one change, in the order of the new report;
        dropped statements after their predecessor in the old.

    """
    links = align(
        [s.text for s in old.statements], [s.text for s in new.statements], explain=explain
    )
    places = ([s.section for s in old.statements], [s.section for s in new.statements])
    sections = _section_map(links, places)
    pair = _Pair(
        old,
        new,
        report_claims(old),
        report_claims(new),
        moved_links(links, places, sections),
        without_counterpart(old, new, sections, other_is_new=True),
        without_counterpart(new, old, sections, other_is_new=False),
    )
    changes = _ordered(pair, links)
    return Comparison(
        _edition(old),
        _edition(new),
        _summary(changes),
        warnings_of(old, new),
        (),
        (),
        sections.links,
        changes,
    )


def _section_map(
    links: Sequence[Link], places: tuple[Sequence[Section], Sequence[Section]]
) -> SectionMap:
    linked = [
        (places[0][old], places[1][new]) for link in links for old in link.old for new in link.new
    ]
    return align_sections(list(dict.fromkeys(places[0])), list(dict.fromkeys(places[1])), linked)


def _ordered(pair: _Pair, links: Sequence[Link]) -> tuple[Change, ...]:
    """Return all changes, dropped ones after their predecessor in the old report."""
    of_old = {k: index for index, link in enumerate(links) for k in link.old}
    of_new = {k: index for index, link in enumerate(links) for k in link.new}
    dropped_after: dict[int | None, list[Change]] = {}
    before: int | None = None
    for k, statement in enumerate(pair.old.statements):
        if k in of_old:
            before = of_old[k]
        else:
            dropped_after.setdefault(before, []).append(_lone(pair, statement, is_new=False))
    changes = list(dropped_after.get(None, ()))
    told: set[int] = set()
    for k, statement in enumerate(pair.new.statements):
        if k not in of_new:
            changes.append(_lone(pair, statement, is_new=True))
            continue
        index = of_new[k]
        if index not in told:
            told.add(index)
            changes.append(_linked(pair, links[index], moved=index in pair.moved))
            changes += dropped_after.get(index, ())
    return tuple(changes)


def _linked(pair: _Pair, link: Link, *, moved: bool) -> Change:
    old = tuple(pair.old.statements[k] for k in link.old)
    new = tuple(pair.new.statements[k] for k in link.new)
    claims = pair_claims(_claims(pair.claims_old, old), _claims(pair.claims_new, new))
    facts = {"in the old", "in the new", *text_facts(old, new, link.similarity)}
    facts |= copy_facts(old, new)
    facts |= claim_facts(claims)
    facts |= period_facts(
        folded(new[0].text), _claims(pair.claims_new, new), period_moved=pair.period_moved
    )
    if moved:
        facts.add("elsewhere")
    known = frozenset(facts)
    status = status_of(known)
    return Change(
        status,
        traits_of(known, status),
        link.score,
        link.similarity,
        reviewed=False,
        old=old,
        new=new,
        claims=claims,
        evidence=link.evidence,
    )


def _lone(pair: _Pair, statement: Statement, *, is_new: bool) -> Change:
    alone = pair.lone_new if is_new else pair.lone_old
    claims = _claims(pair.claims_new if is_new else pair.claims_old, (statement,))
    facts = {"in the new" if is_new else "in the old"}
    if statement.section in alone:
        facts.add("not asked")
    known = frozenset(facts)
    status = status_of(known)
    side = (statement,)
    return Change(
        status,
        traits_of(known, status),
        None,
        None,
        reviewed=False,
        old=() if is_new else side,
        new=side if is_new else (),
        claims=pair_claims((), claims) if is_new else pair_claims(claims, ()),
    )


def _claims(of: Claims, statements: Sequence[Statement]) -> list[Claim]:
    """Return the claims of statements; of copies only the first speaks."""
    seen: dict[str, Statement] = {}
    for statement in statements:
        seen.setdefault(folded(statement.text), statement)
    return [claim for statement in seen.values() for claim in of.get(statement.id, ())]


def _edition(report: Report) -> Edition:
    return Edition(report.country, report.year, report.covers, report.missing_parts, report.cables)


def _summary(changes: Sequence[Change]) -> Summary:
    apart = sum("no-counterpart" in change.traits for change in changes)
    count = {
        status: sum(
            change.status == status and "no-counterpart" not in change.traits for change in changes
        )
        for status in ("new", "changed", "dropped", "unchanged")
    }
    return Summary(**count, no_counterpart=apart)
