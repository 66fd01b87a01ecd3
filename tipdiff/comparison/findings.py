"""The few changes to look at first, chosen by one table of what weighs how much."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.records import Change, Claim, ClaimChange, Comparison, Statement

__all__ = ["FINDINGS", "MOST", "Finding", "findings"]

#: How many findings open a comparison: what a reader takes in at once.
MOST: Final = 10
#: Figures told of one finding.
FIGURES: Final = 3
#: Below this probability of its link a change is doubtful, and told after those that are not.
DOUBTFUL: Final = 0.6

#: What each kind of finding weighs, with an invented sample. Which figures moved comes first, since
#: that is what analysts ask for; what was turned round or silently dropped next.
FINDINGS: Final[tuple[tuple[str, float, str], ...]] = (
    ("reversed", 6.0, "Varona has signed the treaty / has not signed"),
    ("figures", 5.0, "14 arrests / 20 arrests"),
    ("norm", 4.5, "up to eight years in prison / up to fifteen"),
    ("dropped", 3.5, "'Police arrested 14 men' has nothing after it"),
    ("new", 3.0, "'Police arrested 20 men' has nothing before it"),
    ("strength", 2.5, "the government may / will open a shelter"),
    ("carried-over", 2.0, "'This year police held 40 raids', a year later too"),
)
_WEIGHTS: Final = {kind: weight for kind, weight, _ in FINDINGS}
#: Added for a figure of one of the field's indicators.
INDICATOR: Final = 2.0
#: Added at most for how far a figure moved: doubled or halved is 1, fourfold 2.
FARTHEST: Final = 2.0
#: Taken off for doubt about the link.
DOUBT: Final = 3.0
#: Taken off by unit: posts report how many hours each officer worked on the report itself, and most
#: durations are of a course or a stay.
BY_UNIT: Final[Mapping[str, float]] = {
    "duration:hour": 4.0,
    "duration:day": 2.0,
    "duration:week": 2.0,
    "duration:month": 2.0,
    "duration:year": 2.0,
}
#: Of one kind not more than this while another kind waits.
OF_ONE_KIND: Final = 5
#: Of one kind and one indicator: a report that says in four answers that there were no victims says
#: one thing.
OF_ONE_INDICATOR: Final = 2


@frozen(eq=False)
class Finding:
    """A change worth a look: of which kind, and the figures in it that tell, the foremost first.

    ``old`` and ``new`` are the statements to quote: those of the change, or those whose figures
    are of one indicator though the statements are not linked; ``change`` is then the new one's.
    """

    kind: str
    weight: float
    change: Change
    old: tuple[Statement, ...]
    new: tuple[Statement, ...]
    figures: tuple[ClaimChange, ...] = ()


_Key = tuple[str | None, float | None, float | None]
"""What is the same for a figure that a report gives in several places."""


def findings(comparison: Comparison, most: int = MOST) -> tuple[Finding, ...]:
    """Return the changes to look at first, the weightiest first.

    Args:
        comparison: A comparison.
        most: How many at most.

    Returns:
        At most one finding a change. What has no counterpart, because the other report lacks its
        part or question, is none, and neither is the row of a table: a reader sees the table.

    """
    said = _said(comparison)
    found = [
        max(kinds, key=lambda finding: finding.weight)
        for change in comparison.changes
        if not change.is_row and (kinds := list(_kinds(change, said)))
    ]
    found = _with_links(comparison, found)
    found.sort(key=lambda finding: -finding.weight)  # a stable sort: the report's order in a tie
    return tuple(_mixed(found, most))


def _with_links(comparison: Comparison, found: Sequence[Finding]) -> list[Finding]:
    """Return findings with the figures that go on in a statement that is not linked.

    What such a figure tells is told once: not as dropped here and new there too, nor wherever else
    the report says it.
    """
    homes = {
        statement.id: (statement, change)
        for change in comparison.changes
        for statement in (*change.old, *change.new)
    }
    links: list[Finding] = []
    told: set[int] = set()
    said = {
        (kind, _key(claim))
        for finding in found
        if finding.kind == "figures"
        for each in finding.figures
        for kind, claim in (("dropped", each.old), ("new", each.new))
        if claim is not None and claim.indicator is not None
    }
    for link in comparison.claim_links:
        if link.status != "changed" or link.old is None or link.new is None:
            continue
        (old, before), (new, change) = (
            homes[c.id.rpartition("#")[0]] for c in (link.old, link.new)
        )
        if before.is_row or change.is_row:
            continue
        weight = _WEIGHTS["figures"] + _weight(link)
        links.append(Finding("figures", weight, change, (old,), (new,), (link,)))
        told |= {id(before), id(change)}
        said |= {("dropped", _key(link.old)), ("new", _key(link.new))}
    rest = [
        finding
        for finding in found
        if finding.kind not in {"new", "dropped"}
        or not (
            id(finding.change) in told
            or all((finding.kind, _key(_either(c))) in said for c in finding.figures)
        )
    ]
    return [*links, *rest]


def _key(claim: Claim) -> _Key:
    """Return what is the same for a figure that a report gives in several places."""
    return claim.indicator, claim.low, claim.high


def _mixed(found: Sequence[Finding], most: int) -> list[Finding]:
    """Choose the weightiest, but let no kind crowd out the others."""
    first: list[Finding] = []
    rest: list[Finding] = []
    count: Counter[tuple[str, ...]] = Counter()
    for finding in found:
        kind = (finding.kind,)
        told = (finding.kind, *_indicators(finding.figures[:1]))
        same = (finding.kind, *(str(_key(_either(c))) for c in finding.figures[:1]))
        crowds = (
            count[kind] >= OF_ONE_KIND
            or (told != kind and count[told] >= OF_ONE_INDICATOR)
            or (finding.kind in {"new", "dropped"} and count[same] > 0)
        )
        (rest if crowds else first).append(finding)
        count.update({kind, told, same})
    chosen = [*first, *rest][:most]
    return sorted(chosen, key=lambda finding: -finding.weight)


def _said(comparison: Comparison) -> tuple[set[_Key], set[_Key]]:
    """Return the figures of indicators that the old and the new report give anywhere."""
    claims = [claim for change in comparison.changes for claim in change.claims]
    return (
        {_key(c.old) for c in claims if c.old is not None and c.old.indicator is not None},
        {_key(c.new) for c in claims if c.new is not None and c.new.indicator is not None},
    )


def _stands(change: ClaimChange, said: tuple[set[_Key], set[_Key]]) -> bool:
    """Whether a figure that came or went in one place stands elsewhere in the other report."""
    old, new = said
    if change.new is None and change.old is not None:
        return _key(change.old) in new
    return change.old is None and change.new is not None and _key(change.new) in old


def _kinds(change: Change, said: tuple[set[_Key], set[_Key]]) -> Iterator[Finding]:
    """Yield what a change is a finding of; ``said`` are the figures either report gives."""
    if "no-counterpart" in change.traits or change.status == "unchanged":
        if "carried-over" in change.traits:
            yield _finding("carried-over", _WEIGHTS["carried-over"] + _of(change.claims), change)
        return
    doubt = DOUBT if change.score is not None and change.score < DOUBTFUL else 0.0
    if change.status in {"new", "dropped"}:
        figures = _foremost(
            c for c in change.claims if _either(c).kind == "figure" and not _stands(c, said)
        )
        if figures:
            weight = _WEIGHTS[change.status] + max(_weight(c) for c in figures)
            yield _finding(change.status, weight, change, figures)
        return
    for kind, wanted in (("figures", "figure"), ("norm", "norm")):
        told = [
            c
            for c in change.claims
            if _tells(c) and _either(c).kind == wanted and not _stands(c, said)
        ]
        figures = _foremost(c for c in told if not _compared(c, told))
        if figures and "figures" in change.traits:
            weight = _WEIGHTS[kind] + max(_weight(c) for c in figures) - doubt
            yield _finding(kind, weight, change, figures)
    for kind in ("reversed", "strength"):
        if kind in change.traits:
            yield _finding(kind, _WEIGHTS[kind] - doubt, change)


def _finding(
    kind: str, weight: float, change: Change, figures: tuple[ClaimChange, ...] = ()
) -> Finding:
    return Finding(kind, weight, change, change.old, change.new, figures)


def _tells(change: ClaimChange) -> bool:
    """Whether a figure inside a changed statement is worth telling of.

    One that came or went is so if it is of an indicator: else it came or went with its clause.
    """
    came_or_went = change.status in {"new", "dropped"}
    return change.status == "changed" or (came_or_went and _either(change).indicator is not None)


def _compared(change: ClaimChange, told: Sequence[ClaimChange]) -> bool:
    """Whether a figure that came or went is what another is compared with: up from 14 in 2004."""
    claim = _either(change)
    return (
        change.status != "changed"
        and claim.stated is not None
        and any(c.status == "changed" and _either(c).indicator == claim.indicator for c in told)
    )


def _foremost(changes: Iterator[ClaimChange]) -> tuple[ClaimChange, ...]:
    """Return the figures that tell most; of a sum in two currencies only the local amount."""
    local = (c for c in changes if _either(c).equivalent is None)
    return tuple(sorted(local, key=lambda c: -_weight(c)))[:FIGURES]


def _of(figures: Sequence[ClaimChange]) -> float:
    """Return what figures that came, went or stayed add: that there is an indicator among them."""
    return INDICATOR if _indicators(figures) else 0.0


def _indicators(figures: Sequence[ClaimChange]) -> list[str]:
    return [name for c in figures if (name := _either(c).indicator) is not None]


def _weight(change: ClaimChange) -> float:
    far = 0.0
    if change.ratio is not None and change.ratio > 0:
        far = min(abs(math.log2(change.ratio)), FARTHEST)
    elif change.difference:
        far = FARTHEST  # from nothing to something, or to nothing
    claim = _either(change)
    if claim.kind == "figure" and claim.unit in BY_UNIT:
        return far - BY_UNIT[claim.unit]
    return far + (INDICATOR if claim.indicator else 0.0)


def _either(change: ClaimChange) -> Claim:
    claim = change.new or change.old
    if claim is None:  # pragma: no cover - a claim change has a side
        raise ValueError("a claim change without a claim")
    return claim
