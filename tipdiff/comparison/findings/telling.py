"""How a finding reads: its kind, its figures, and whole clauses of both reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.claims.told import named, quantity
from tipdiff.comparison.findings.features import (
    Setting,
    either,
    far,
    is_moved,
    lead_of,
    partner_of,
    tells,
    turned_round,
)
from tipdiff.comparison.findings.kinds import kind_of
from tipdiff.comparison.findings.spoken import acts
from tipdiff.comparison.findings.terms import likeness
from tipdiff.patterns import regex
from tipdiff.records import Finding

if TYPE_CHECKING:
    from tipdiff.comparison.findings.topics import Topic
    from tipdiff.records import Change, Claim, ClaimChange, Statement

__all__ = ["clauses", "told"]

#: Longest quotation of one side, in characters, before clauses are left out: three lines of a page.
QUOTED: Final = 280
#: Farther on than so many times what may be quoted no end of a first clause is looked for, and
#: nothing is quoted.
_FARTHEST: Final = 10
#: Figures told in one finding.
FIGURES: Final = 4
#: What stands for clauses that are left out.
MORE: Final = " ..."
#: Where a clause ends, and the next can be left out without tearing it: a semicolon, a dash, or a
#: comma before a word that opens another clause. Never within a parenthesis, and never before the
#: verb of the last clause that was opened.
_CLAUSE: Final = regex(
    r"[;:](?= )|(?= --? )|,(?= (?:but|which|who|although|though|while|whereas|because|despite) )"
)
_DASH: Final = regex(r" --? ")
_OPENED: Final = regex(r"\b(?:that|which|who|because|although|though|while|whereas|if|when)\b")
#: A verb that can be the only one of a clause, by the forms that are surely verbs.
_FINITE: Final = regex(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should"
    r"|[a-z]{2,}(?<!ne)ed|said|told|rose|fell|began|took|gave|made|found|held|saw|met|led|went|came"
    r"|says|remains|continues|includes|provides|plans|reports|funds|runs|shows|allows)\b"
)


def told(topic: Topic, setting: Setting, weight: float) -> Finding:
    """Return a topic as a finding.

    Args:
        topic: What there is to tell.
        setting: What it is seen against.
        weight: The probability that an analyst would tell it.

    """
    leads = lead_of(topic, setting)
    figures = _figures(topic.figures)
    before, after, is_pair = _foremost(topic, leads, setting)
    kind = kind_of(_holds(topic, leads[0], before))
    # Figures that moved tell what was said then.
    told_then = kind == "figure" and figures and after is not None
    parts = list(_quoted(None if told_then else before, after, topic, is_pair=is_pair))
    # What was turned round is told by its own figures; those of the rest of the topic come after.
    own = _figures(leads[0].claims) if turned_round(leads[0]) else figures
    if own:
        parts.insert(0, _line(own))
    said = set(map(_figure, own))
    if rest := [each for each in figures if _figure(each) not in said]:
        parts.append(_line(rest))
    old, new = _ids(before, topic.old), _ids(after, topic.new)
    return Finding(kind, "\n".join(parts), old, new, round(weight, 4))


def _holds(topic: Topic, lead: Change, before: Statement | None) -> set[str]:
    """Return what holds of a topic, as :data:`~.kinds.KINDS` asks for it."""
    holds: set[str] = {*lead.traits, *acts((lead.new or lead.old)[:1])}
    if not turned_round(lead):
        holds.discard("reversed")  # "up from" and "down from": a figure tells it
    if lead.new and before is not None and "promise" in acts([before]):
        holds.add("promise")  # then it was to come: what is said now tells what became of it
    if any(tells(each) and is_moved(each) for each in topic.figures):
        holds.add("moved")
    if any(either(each).indicator and tells(each) for each in lead.claims):
        holds.add("indicator")
    holds |= {"gone"} if not topic.new else set()
    return holds | ({"came"} if not topic.old else set())


def _figures(figures: Sequence[ClaimChange]) -> list[ClaimChange]:
    """Return the figures that moved, each once: totals of indicators first, then the farthest."""
    said = {_figure(e): e for e in reversed(figures) if tells(e) and is_moved(e)}
    moved = list(reversed(said.values()))
    ranked = sorted(moved, key=lambda e: (either(e).indicator is None, _is_part(e), -far(e)))
    kept = set(map(id, ranked[:FIGURES]))
    return [each for each in moved if id(each) in kept]


def _is_part(change: ClaimChange) -> bool:
    """Whether a figure is of some of those whom its report counts: by nation, sex, or place."""
    claim = either(change)
    return bool(claim.breakdown) or claim.of is not None


def _line(figures: Sequence[ClaimChange]) -> str:
    return "; ".join(map(_figure, figures)) + "."


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


def _quoted(
    before: Statement | None, after: Statement | None, topic: Topic, *, is_pair: bool
) -> Iterator[str]:
    """Yield what is said now, what was said then, and how much more there is of each.

    What is no pair is told as what came and what went: neither is said in place of the other.
    """
    if after is not None:
        word = "Now" if is_pair else "New"
        yield f"{word}{_count(topic.new)}: “{clauses(after.text, QUOTED)}”"
    if before is not None:
        word = "Then" if is_pair else "No longer said"
        yield f"{word}{_count(topic.old)}: “{clauses(before.text, QUOTED)}”"


def _count(statements: Sequence[Statement]) -> str:
    return f" ({len(statements)} statements)" if len(statements) > 1 else ""


def _foremost(
    topic: Topic, leads: Sequence[Change], setting: Setting
) -> tuple[Statement | None, Statement | None, bool]:
    """Return the statement to quote of the old side, that of the new, and whether they are a pair.

    They are where they are linked, or a figure goes on from the one to the other. In a topic
    without a pair the old one is what is most like the new of all that went.
    """
    new = next((change for change in leads if change.new), None)
    if new is None:
        return leads[0].old[0], None, False
    after = new.new[0]
    before = new.old[0] if new.old else partner_of(after, topic)
    if before is not None:
        return before, after, True
    told = setting.terms.vector([after.text])
    gone = max(
        topic.old, key=lambda s: likeness(told, setting.terms.vector([s.text])), default=None
    )
    return gone, after, False


def _ids(first: Statement | None, rest: Sequence[Statement]) -> tuple[str, ...]:
    """Return the ids of one side, that of the statement which is quoted first."""
    ids = [statement.id for statement in rest]
    return tuple(dict.fromkeys(ids if first is None else (first.id, *ids)))


def clauses(text: str, most: int) -> str:
    """Return a text, if it is too long only its first clauses: none that can be read is torn.

    Args:
        text: A sentence.
        most: How many characters at most; a first clause that is longer stands whole, if it is no
            longer than ten times as much.

    """
    if len(text) <= most:
        return text
    if len(text) > _FARTHEST * most:  # a page without a stop is no sentence
        text = text[: _FARTHEST * most].rsplit(" ", 1)[0] + MORE
    end = 0
    for found in _CLAUSE.finditer(text, 0, _FARTHEST * most):
        if end and found.start() > most:
            break
        if _whole(text[: found.start()]):
            end = found.start()
    if not end:
        return text
    # a clause of a few words opens a sentence and does not make one
    return text[:end].rstrip(" ,;:-") + MORE if end >= most // 3 else text


def _whole(text: str) -> bool:
    """Whether the opening of a sentence can stand alone: all is closed, and has its verb."""
    if text.count("(") != text.count(")") or text.count('"') % 2 or len(_DASH.findall(text)) % 2:
        return False
    return bool(_FINITE.search(_OPENED.split(text)[-1]))
