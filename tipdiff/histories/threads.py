"""Chaining statements through editions.

Theory of operation
-------------------

1. *Steps.* Each edition is compared with the next. All statements of one change are one link of the
   chain: what was split, merged or repeated stays together.
2. *Gaps.* A statement that is new in an edition may have stood in an earlier one. What is new is
   aligned with all that was dropped before and has not come back: an equal text returns, and so
   does a likely match, from a threshold of its own, since its neighbours are gone.
3. *Threads.* What hangs together by steps and gaps is one thread. Every statement of every edition
   is in exactly one.
4. *Doubts.* Where a text of one thread stands word for word in a later edition under another
   thread, the chain and a direct comparison of the two editions would not agree: both say so.

Each edition is compared once with the next, and what is left over once with what went: cost grows
with the number of editions and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import define, field

from tipdiff.alignment import align_texts
from tipdiff.claims import report_claims
from tipdiff.comparison import compare
from tipdiff.histories.records import Event, Thread, Version
from tipdiff.series.editions import editions
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.records import Change, Claim, Comparison, Report, Statement

__all__ = ["RETURNED_AT", "history"]

#: Likeliest match across a gap from which a statement has come back. Higher than between successive
#: editions: the neighbours that would vouch for it are gone, and a wrong return hides what is new.
RETURNED_AT: Final = 0.7
#: Shorter statements come back only word for word: a few words say nothing of which they were.
RETURNING_LENGTH: Final = 40


@define
class _Chain:
    """Union-find over statements' ids, with what happened at each step."""

    parent: dict[str, str] = field(factory=dict)
    steps: dict[str, list[tuple[int, Change]]] = field(factory=dict)
    returns: dict[str, tuple[int, float]] = field(factory=dict)

    def find(self, node: str) -> str:
        self.parent.setdefault(node, node)
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def join(self, nodes: Sequence[str]) -> None:
        roots = sorted({self.find(node) for node in nodes})
        for root in roots[1:]:
            self.parent[root] = roots[0]


def history(reports: Iterable[Report]) -> list[Thread]:
    """Return every statement's life through the editions of one country.

    Args:
        reports: The editions, in any order. One that updates its edition takes its place.

    Returns:
        Threads in the order of the newest edition; those that it does not have follow, by the
        edition that had them last and their place in it.

    Raises:
        DataError: The reports are about two countries, or one has no year.

    """
    ordered = editions(reports)
    chain = _Chain()
    for report in ordered:
        for statement in report.statements:
            chain.find(_key(report, statement.id))
    gone: dict[str, tuple[Report, Statement]] = {}
    for earlier, later in pairwise(ordered):
        comparison = compare(earlier, later)
        _take_step(chain, comparison, earlier, later)
        _take_back(chain, comparison, gone, later)
        for change in comparison.changes:
            if change.status == "dropped":
                for statement in change.old:
                    gone[_key(earlier, statement.id)] = (earlier, statement)
    return _threads(chain, ordered)


def _key(report: Report, statement: str) -> str:
    return f"{report.year} {statement}"


def _take_step(chain: _Chain, comparison: Comparison, earlier: Report, later: Report) -> None:
    for change in comparison.changes:
        old = [_key(earlier, s.id) for s in change.old]
        new = [_key(later, s.id) for s in change.new]
        chain.join([*old, *new])
        for node in new or old:
            chain.steps.setdefault(node, []).append((later.year or 0, change))


def _take_back(
    chain: _Chain,
    comparison: Comparison,
    gone: dict[str, tuple[Report, Statement]],
    later: Report,
) -> None:
    """Join what is new in an edition to what was dropped before, if it is the same."""
    if not gone:
        return
    fresh = [change for change in comparison.changes if change.status == "new"]
    keys = list(gone)
    texts = [gone[key][1].text for key in keys], [change.new[0].text for change in fresh]
    for link in align_texts(*texts).links:
        close = link.score >= RETURNED_AT and all(
            len(texts[side][k]) >= RETURNING_LENGTH
            for side, places in ((0, link.old), (1, link.new))
            for k in places
        )
        same = link.score == 1 and folded(texts[0][link.old[0]]) == folded(texts[1][link.new[0]])
        if not (close or same):
            continue
        back = [keys[k] for k in link.old]
        since = max(gone[key][0].year or 0 for key in back)
        for k in link.new:
            nodes = [_key(later, statement.id) for statement in fresh[k].new]
            chain.join([*back, *nodes])
            for node in nodes:
                chain.returns[node] = (since, link.score)
        for key in back:
            gone.pop(key, None)


def _threads(chain: _Chain, ordered: Sequence[Report]) -> list[Thread]:
    members: dict[str, list[tuple[Report, Statement]]] = {}
    claims: dict[str, tuple[Claim, ...]] = {}
    for report in reversed(ordered):
        found = report_claims(report)
        for statement in report.statements:
            node = _key(report, statement.id)
            claims[node] = found.get(statement.id, ())
            members.setdefault(chain.find(node), []).append((report, statement))
    years = tuple(report.year or 0 for report in ordered)
    doubts = _doubts(chain, ordered)
    return [
        _thread(chain, years, list(reversed(found)), claims, doubts.get(root, ()))
        for root, found in members.items()
    ]


def _thread(
    chain: _Chain,
    years: tuple[int, ...],
    found: Sequence[tuple[Report, Statement]],
    claims: Mapping[str, tuple[Claim, ...]],
    doubts: Sequence[str],
) -> Thread:
    by_year: dict[int, list[tuple[Report, Statement]]] = {}
    for report, statement in found:
        by_year.setdefault(report.year or 0, []).append((report, statement))
    versions = []
    for year in sorted(by_year):
        # Members come by edition in the order of the report, backwards: copies in reading order.
        here = sorted(by_year[year], key=lambda pair: _order(pair[0], pair[1]))
        spoken = {folded(statement.text): _key(report, statement.id) for report, statement in here}
        versions.append(
            Version(
                year,
                tuple(statement for _, statement in here),
                tuple(claim for node in spoken.values() for claim in claims[node]),
            )
        )
    events = _events(chain, years, versions, found)
    first = versions[0].statements[0].id
    return Thread(first, years, tuple(versions), tuple(events), tuple(doubts))


def _order(report: Report, statement: Statement) -> tuple[int, int]:
    cables = [cable.id for cable in report.cables]
    cable, _, number = statement.id.rpartition(":")
    return (cables.index(cable) if cable in cables else 0, int(number))


def _events(
    chain: _Chain,
    years: Sequence[int],
    versions: Sequence[Version],
    found: Sequence[tuple[Report, Statement]],
) -> list[Event]:
    """Return what happened in each edition from the first that has the statement."""
    nodes: dict[int, list[str]] = {}
    for report, statement in found:
        nodes.setdefault(report.year or 0, []).append(_key(report, statement.id))
    events = [Event(versions[0].year, "new")]
    there = True
    for year in years[years.index(versions[0].year) + 1 :]:
        here = nodes.get(year)
        if here is None:
            if there:
                events.append(Event(year, "dropped"))
            there = False
            continue
        events.append(_event(chain, year, here, there=there))
        there = True
    return events


def _event(chain: _Chain, year: int, here: Sequence[str], *, there: bool) -> Event:
    """Return what happened to the statements of one edition of a thread."""
    changes = [change for node in here for at, change in chain.steps.get(node, ()) if at == year]
    linked = [change for change in changes if change.old]
    if not there or not linked:
        back = [chain.returns[node] for node in here if node in chain.returns]
        since, score = max(back) if back else (None, None)
        return Event(year, "returned", (), score, since)
    kind = "unchanged" if all(change.status == "unchanged" for change in linked) else "changed"
    traits = dict.fromkeys(trait for change in linked for trait in change.traits)
    score = min((change.score for change in linked if change.score is not None), default=None)
    return Event(year, kind, tuple(traits), score)  # type: ignore[arg-type]


def _doubts(chain: _Chain, ordered: Sequence[Report]) -> dict[str, list[str]]:
    """Return for each thread where one of its texts stands later under another thread."""
    doubts: dict[str, list[str]] = {}
    last: dict[str, tuple[int, str, str]] = {}
    for report in ordered:
        here: dict[str, tuple[int, str, str]] = {}
        for statement in report.statements:
            fold = folded(statement.text)
            root = chain.find(_key(report, statement.id))
            before = last.get(fold)
            if before is not None and before[1] != root and len(fold) >= RETURNING_LENGTH:
                message = (
                    f"{before[2]} of {before[0]} and {statement.id} of {report.year} say the same "
                    "word for word, but the chain between them leads elsewhere"
                )
                doubts.setdefault(before[1], []).append(message)
                doubts.setdefault(root, []).append(message)
            here[fold] = (report.year or 0, root, statement.id)
        last |= here
    return doubts
