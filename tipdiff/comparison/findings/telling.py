"""How a finding reads: its kind, its figures, and whole clauses of both reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.told import named, quantity
from tipdiff.comparison.findings.features import Setting, either, far, is_moved, lead_of, tells
from tipdiff.comparison.findings.terms import likeness
from tipdiff.comparison.findings.vocabulary import subjects_of
from tipdiff.records import Finding
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.comparison.findings.topics import Topic
    from tipdiff.records import Change, Claim, ClaimChange, FindingKind, Statement

__all__ = ["KINDS", "Kind", "clauses", "told"]

#: Longest quotation of one side, in characters: two lines of a page.
QUOTED: Final = 240
#: Figures told in one finding.
FIGURES: Final = 4
#: What stands for clauses that are left out.
MORE: Final = " ..."
#: Where a clause ends, and the next can be left out without tearing it: a semicolon, a dash, or a
#: comma before a word that opens another clause. Never within a parenthesis.
_CLAUSE: Final = re.compile(
    r"[;:](?= )|(?= --? )|,(?= (?:but|which|who|although|though|while|whereas|because|despite) )"
)


class Kind(NamedTuple):
    """A kind of finding: what must hold of a topic, and an invented sample.

    ``traits`` are traits of a change, or what the leading figures did; ``speaks`` are subjects of
    the leading statement (:data:`~.vocabulary.SUBJECTS`), of which one must be there.
    """

    name: FindingKind
    traits: frozenset[str]
    speaks: frozenset[str]
    sample: str


def _kind(name: FindingKind, traits: str, speaks: str, sample: str) -> Kind:
    def split(text: str) -> frozenset[str]:
        return frozenset(part.strip() for part in text.split(",") if part.strip())

    return Kind(name, split(traits), split(speaks), sample)


#: The first that holds is the kind of a finding; all its traits must hold.
KINDS: Final = (
    _kind("reversed", "reversed", "", "has signed / has not signed"),
    _kind("figure", "moved", "", "14 arrests / 20 arrests"),
    _kind("promise", "gone", "plans", "'A ferry is planned' has nothing after it"),
    _kind("dropped", "gone", "", "'Clerks look away' has nothing after it"),
    _kind("law", "", "law", "The assembly ratified the convention."),
    _kind("figure", "indicator", "", "Police arrested 20 men."),
    _kind("case", "", "suspects", "The owner of a brothel is under suspicion."),
    _kind("promise", "", "plans", "The ferry planned last year sails."),
    _kind("programme", "", "institutions", "A ferry council was inaugurated."),
    _kind("event", "came", "", "A storm took the pier."),
    _kind("other", "", "", "anything else"),
)


def told(topic: Topic, setting: Setting, weight: float) -> Finding:
    """Return a topic as a finding.

    Args:
        topic: What there is to tell.
        setting: What it is seen against.
        weight: The probability that an analyst would tell it.

    """
    leads = lead_of(topic, setting)
    kind = _kind_of(topic, leads)
    figures = _figures(topic)
    before, after = _first(leads, setting, is_new=False), _first(leads, setting, is_new=True)
    if kind == "figure" and figures and after is not None:
        before = None if all(is_moved(each) for each in figures) else before
    parts = [*(["; ".join(_figure(each) for each in figures) + "."] if figures else [])]
    parts += _quoted(before, after, topic)
    lead = (before or _first(leads, setting, is_new=False)), after
    old, new = _ids(lead[0], topic.old), _ids(lead[1], topic.new)
    return Finding(kind, " ".join(parts), old, new, round(weight, 4))


def _kind_of(topic: Topic, leads: Sequence[Change]) -> FindingKind:
    lead = leads[0]
    traits = set(lead.traits)
    figures = [each for each in topic.figures if tells(each)]
    if any(map(is_moved, figures)):
        traits.add("moved")
    if any(either(each).indicator and tells(each) for each in lead.claims):
        traits.add("indicator")
    traits |= {"gone"} if not topic.new else set()
    traits |= {"came"} if not topic.old else set()
    speaks = subjects_of(folded((lead.new or lead.old)[0].text))
    return next(
        kind.name
        for kind in KINDS
        if kind.traits <= traits and (not kind.speaks or kind.speaks & speaks)
    )


def _figures(topic: Topic) -> list[ClaimChange]:
    """Return the figures that moved, those of indicators first, then the farthest."""
    moved = [each for each in topic.figures if tells(each) and is_moved(each)]
    ranked = sorted(moved, key=lambda e: (either(e).indicator is None, -far(e)))
    kept = set(map(id, ranked[:FIGURES]))
    return [each for each in moved if id(each) in kept]


def _figure(change: ClaimChange) -> str:
    """Return ``victims rescued: 148 → 118 (2007 → 2008)``; sums as the text says them."""
    old, new = change.old, change.new
    if old is None or new is None:  # pragma: no cover - a figure that moved has both
        return ""
    years = ""
    if old.period is not None and new.period is not None and old.period != new.period:
        years = f" ({_period(old)} → {_period(new)})"
    return f"{named(new)}: {_said(old)} → {_said(new)}{years}"


def _period(claim: Claim) -> str:
    return f"{claim.period_from}-{claim.period}" if claim.period_from else f"{claim.period}"


def _said(claim: Claim) -> str:
    return claim.text if claim.unit.startswith("money") else quantity(claim)


def _quoted(before: Statement | None, after: Statement | None, topic: Topic) -> Iterator[str]:
    """Yield what is said now, what was said then, and how much more there is of each."""
    if after is not None:
        word = "Now" if topic.old else "New"
        yield f"{word}{_count(topic.new)}: “{clauses(after.text, QUOTED)}”"
    if before is not None:
        word = "Then" if topic.new else "No longer said"
        yield f"{word}{_count(topic.old)}: “{clauses(before.text, QUOTED)}”"


def _count(statements: Sequence[Statement]) -> str:
    return f" ({len(statements)} statements)" if len(statements) > 1 else ""


def _first(leads: Sequence[Change], setting: Setting, *, is_new: bool) -> Statement | None:
    """Return the statement to quote of one side.

    Of the old side it is the partner of what is quoted of the new, else what is most like it.
    """
    new = next((change for change in leads if change.new), None)
    if is_new:
        return None if new is None else new.new[0]
    if new is None:
        return leads[0].old[0]
    if new.old:
        return new.old[0]
    told = setting.terms.vector([new.new[0].text])
    gone = [statement for change in leads for statement in change.old]
    return max(gone, key=lambda s: likeness(told, setting.terms.vector([s.text])), default=None)


def _ids(first: Statement | None, rest: Sequence[Statement]) -> tuple[str, ...]:
    """Return the ids of one side, that of the statement which is quoted first."""
    ids = [statement.id for statement in rest]
    return tuple(dict.fromkeys(ids if first is None else (first.id, *ids)))


def clauses(text: str, most: int) -> str:
    """Return a text, if it is too long only its first clauses: none is ever torn.

    Args:
        text: A sentence.
        most: How many characters at most; a first clause that is longer stands whole.

    """
    if len(text) <= most:
        return text
    ends = [found.start() for found in _CLAUSE.finditer(text) if _closed(text[: found.start()])]
    if not ends:
        return text
    end = max((end for end in ends if end <= most), default=ends[0])
    # a clause of a few words opens a sentence and does not make one
    return text[:end].rstrip(" ,;:-") + MORE if end >= most // 3 else text


def _closed(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count('"') % 2 == 0
