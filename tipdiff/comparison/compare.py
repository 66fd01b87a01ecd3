"""Comparing two reports: links, facts, rules, and the order in which changes are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.alignment import (
    align_sections,
    align_tables,
    align_texts,
    asked_of,
    homes_of,
    is_answer,
)
from tipdiff.checks import check_pair, check_report
from tipdiff.claims import Indicators, field_indicators, pair_claims, report_claims
from tipdiff.comparison.comparable import incomparable
from tipdiff.comparison.elsewhere import linked_elsewhere
from tipdiff.comparison.explaining import explained
from tipdiff.comparison.facts import claim_facts, copy_facts, period_facts, text_facts
from tipdiff.comparison.findings import findings_of
from tipdiff.comparison.lost import hidden
from tipdiff.comparison.missing import without_counterpart
from tipdiff.comparison.moves import moved_links
from tipdiff.comparison.review import NOTHING, Decided, Review
from tipdiff.comparison.rules import status_of, traits_of
from tipdiff.comparison.tables import RowSide, row_changes, with_rows
from tipdiff.comparison.told_before import told_before
from tipdiff.comparison.warnings import warnings_of
from tipdiff.records import Change, Comparison, Edition, NearMatch, Summary
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.alignment import Near, RowLink, SectionMap
    from tipdiff.records import Claim, Link, OwnJudge, Report, Section, Statement

__all__ = ["compare"]

ReportClaims = Mapping[str, tuple["Claim", ...]]
"""The claims of a report, by the id of their statement."""


@frozen(eq=False)
class _Contents:
    """One report with what its statements say, by their ids."""

    report: Report
    claims: Mapping[str, tuple[Claim, ...]]
    folds: Mapping[str, str]
    lone: frozenset[Section]
    """Sections that the other report could not answer."""
    hidden: frozenset[str]
    """Statements that a loss of text may hide in the other report."""

    @property
    def years(self) -> frozenset[int]:
        """The edition's year, and the one the report covers."""
        return frozenset(filter(None, (self.report.year, self.report.covers)))

    def folds_of(self, statements: Sequence[Statement]) -> list[str]:
        return [self.folds[statement.id] for statement in statements]

    def claims_of(self, statements: Sequence[Statement]) -> list[Claim]:
        """Return the claims of statements; of copies only the first speaks."""
        first: dict[str, Statement] = {}
        for statement in statements:
            first.setdefault(self.folds[statement.id], statement)
        return [claim for statement in first.values() for claim in self.claims[statement.id]]


@frozen(eq=False)
class _Pair:
    """Two reports, and what their alignment says of them."""

    old: _Contents
    new: _Contents
    links: Sequence[Link]
    moved: frozenset[int]
    near: tuple[Mapping[int, Near], Mapping[int, Near]]

    def near_match(self, place: int, *, is_new: bool) -> NearMatch | None:
        """Return the match of a statement that was refused, with the ids of those it is about."""
        found = self.near[is_new].get(place)
        if found is None:
            return None
        here, there = self.old.report.statements, self.new.report.statements
        if is_new:
            here, there = there, here
        rival = None if found.rival is None else here[found.rival].id
        return NearMatch(there[found.there].id, found.score, found.reason, rival)


def compare(  # noqa: PLR0913 (what a user may say beside the reports)
    old: Report,
    new: Report,
    *,
    review: Review = NOTHING,
    judge: OwnJudge | None = None,
    explain: bool = False,
    indicators: Indicators | None = None,
    claims: tuple[ReportClaims, ReportClaims] | None = None,
) -> Comparison:
    """Compare two reports of one country.

    Args:
        old: The earlier report.
        new: The later one.
        review: What a person has decided about links and statuses.
        judge: A judge of the user's own for the pairs that the model doubts; None for none.
        explain: Whether each change says ``why``, and carries the ``evidence`` of its link, or the
            ``near`` match that was refused.
        indicators: What the claims' indicators are; the field's own if null.
        claims: All claims of both by their statement, where they are at hand.

    Returns:
        Every statement of either report in exactly one change, in the order of the new report;
        dropped statements after their predecessor in the old.

    """
    texts = [s.text for s in old.statements], [s.text for s in new.statements]
    folds = [folded(text) for text in texts[0]], [folded(text) for text in texts[1]]
    decided = Decided.of(review, *folds)
    places = [s.section for s in old.statements], [s.section for s in new.statements]
    alignment = align_texts(
        *texts,
        folds=folds,
        asked=asked_of(judge, places),
        constraints=decided.constraints,
        homes=homes_of(places, folds, _asked_again(old, new)),
        explain=explain,
    )
    links = alignment.links
    row_links = align_tables(old.tables, new.tables)
    sections = _section_map(links, places, row_links, (old, new))
    known = field_indicators() if indicators is None else indicators
    if claims is None:
        claims = report_claims(old, indicators=known), report_claims(new, indicators=known)
    lone = (
        without_counterpart(old, new, sections, other_is_new=True),
        without_counterpart(new, old, sections, other_is_new=False),
    )
    pair = _Pair(
        _side(old, folds[0], claims[0], lone[0], hidden(old, new, links, other_is_new=True)),
        _side(new, folds[1], claims[1], lone[1], hidden(new, old, links, other_is_new=False)),
        links,
        moved_links(links, places, sections),
        (alignment.near_old, alignment.near_new),
    )
    said, unmet = decided.applied(_ordered(pair))
    rows = row_changes(
        row_links,
        RowSide(old, claims[0], lone[0]),
        RowSide(new, claims[1], lone[1]),
        {(link.old, link.new) for link in sections.links},
    )
    changes = with_rows(said, rows, old, new)
    if explain:
        changes = explained(changes, old, new)
    reason = incomparable(old, new, said)
    editions = _edition(old), _edition(new)
    claim_links = (*linked_elsewhere(said, known), *told_before(said, *claims))
    return Comparison(
        *editions,
        _summary(changes),
        (
            *warnings_of(old, new, apart=_apart(changes), incomparable=reason),
            *alignment.warnings,
            *unmet,
        ),
        (
            *check_report(old, claims[0]),
            *check_report(new, claims[1]),
            *check_pair((old, claims[0]), (new, claims[1]), said, known),
        ),
        claim_links,
        sections.links,
        changes,
        () if reason else findings_of(editions, changes, claim_links),
    )


def _side(
    report: Report,
    folds: Sequence[str],
    claims: Mapping[str, tuple[Claim, ...]],
    lone: frozenset[Section],
    behind: frozenset[str],
) -> _Contents:
    by_id = {s.id: fold for s, fold in zip(report.statements, folds, strict=True)}
    return _Contents(report, claims, by_id, lone, behind)


def _section_map(
    links: Sequence[Link],
    places: tuple[Sequence[Section], Sequence[Section]],
    rows: Sequence[RowLink],
    reports: tuple[Report, Report],
) -> SectionMap:
    linked = Counter((link.old.section, link.new.section) for link in rows)
    linked.update(_asked_again(*reports))
    for link in links:  # of copies there can be thousands on either side: sections are counted
        old, new = (
            Counter(side[k] for k in here)
            for side, here in zip(places, (link.old, link.new), strict=True)
        )
        for (source, many), (target, others) in product(old.items(), new.items()):
            linked[source, target] += many * others
    all_old, all_new = (
        list(dict.fromkeys(s.section for s in each.all_statements)) for each in reports
    )
    return align_sections(all_old, all_new, linked)


def _asked_again(old: Report, new: Report) -> list[tuple[Section, Section]]:
    """Return the sections under which both reports repeat one question, word for word."""
    asked = [
        {folded(question.text): question.section for question in report.questions}
        for report in (old, new)
    ]
    return [(section, asked[1][text]) for text, section in asked[0].items() if text in asked[1]]


def _ordered(pair: _Pair) -> tuple[Change, ...]:
    """Return all changes, dropped ones after their predecessor in the old report."""
    of_old = {k: index for index, link in enumerate(pair.links) for k in link.old}
    of_new = {k: index for index, link in enumerate(pair.links) for k in link.new}
    dropped_after: dict[int | None, list[Change]] = {}
    before: int | None = None
    anchors: dict[str, int | None] = {}  # of dropped copies: where the first of them stands
    for k, copies in _with_copies(pair.old, of_old):
        fold = pair.old.folds[pair.old.report.statements[k].id]
        if k in of_old:
            before = of_old[k]
        elif not copies:
            before = anchors[fold]
        else:
            anchors[fold] = before
            dropped_after.setdefault(before, []).append(_lone(pair, k, copies, is_new=False))
    changes = list(dropped_after.get(None, ()))
    told: set[int] = set()
    for k, copies in _with_copies(pair.new, of_new):
        index = of_new.get(k)
        if index is None:
            changes += [_lone(pair, k, copies, is_new=True)] if copies else []
        elif index not in told:
            told.add(index)
            changes.append(_linked(pair, index))
            changes += dropped_after.get(index, ())
    return tuple(changes)


def _with_copies(
    side: _Contents, linked: Mapping[int, int]
) -> Iterator[tuple[int, tuple[Statement, ...]]]:
    """Yield each statement in order: a linked one alone, another with all its copies.

    The later ones of several copies come with none: the first has told of them. An answer stands
    alone, since it belongs to its question.
    """
    statements = side.report.statements
    copies: dict[str, list[int]] = {}
    for k, statement in enumerate(statements):
        if k not in linked:
            copies.setdefault(side.folds[statement.id], []).append(k)
    for k, statement in enumerate(statements):
        if k in linked or is_answer(side.folds[statement.id], again=True):
            yield k, (statement,)
            continue
        same = copies[side.folds[statement.id]]
        yield k, tuple(statements[copy] for copy in same) if same[0] == k else ()


def _linked(pair: _Pair, index: int) -> Change:
    link = pair.links[index]
    old = tuple(pair.old.report.statements[k] for k in link.old)
    new = tuple(pair.new.report.statements[k] for k in link.new)
    folds = pair.old.folds_of(old), pair.new.folds_of(new)
    later = pair.new.claims_of(new)
    said = {statement.id: statement.text for statement in (*old, *new)}
    claims = pair_claims(pair.old.claims_of(old), later, said)
    facts = {
        "in the old",
        "in the new",
        *text_facts(*folds, link.similarity, min(pair.old.years, default=None)),
        *copy_facts(*folds),
        *claim_facts(claims),
        *period_facts(
            folds[1][0],
            later,
            pair.old.years,
            period_moved=pair.old.report.covers != pair.new.report.covers,
        ),
    }
    if index in pair.moved:
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


def _lone(pair: _Pair, place: int, copies: tuple[Statement, ...], *, is_new: bool) -> Change:
    """Return the change of a statement, and its copies, that nothing is linked to."""
    side = pair.new if is_new else pair.old
    facts = {"in the new" if is_new else "in the old", *copy_facts(side.folds_of(copies), ())}
    if all(s.section in side.lone or s.id in side.hidden for s in copies):
        facts.add("not asked")
    known = frozenset(facts)
    status = status_of(known)
    claims = side.claims_of(copies)
    return Change(
        status,
        traits_of(known, status),
        None,
        None,
        reviewed=False,
        old=() if is_new else copies,
        new=copies if is_new else (),
        claims=pair_claims((), claims) if is_new else pair_claims(claims, ()),
        near=pair.near_match(place, is_new=is_new),
    )


def _edition(report: Report) -> Edition:
    return Edition(
        report.country,
        report.year,
        report.covers,
        report.missing_parts,
        report.cables,
        report.diagnostics,
    )


def _apart(changes: Sequence[Change]) -> int:
    """Return how many changes have no counterpart."""
    return sum("no-counterpart" in change.traits for change in changes)


def _summary(changes: Sequence[Change]) -> Summary:
    count = {
        status: sum(
            change.status == status and "no-counterpart" not in change.traits for change in changes
        )
        for status in ("new", "changed", "dropped", "unchanged")
    }
    return Summary(**count, no_counterpart=_apart(changes))
