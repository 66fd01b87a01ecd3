"""What is known of a topic, as numbers: what moves it up among the findings, or down."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from tipdiff.comparison.facts import CLOSE
from tipdiff.comparison.findings.kinds import ACTS
from tipdiff.comparison.findings.spoken import acts, spoken, subjects
from tipdiff.comparison.findings.terms import Terms, likeness, words_of
from tipdiff.comparison.findings.vocabulary import SUBJECTS
from tipdiff.comparison.negation import reverses
from tipdiff.language.months import NAMES
from tipdiff.patterns import regex
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.comparison.findings.topics import Topic
    from tipdiff.records import Change, Claim, ClaimChange, Edition, Statement

__all__ = [
    "FEATURES",
    "Setting",
    "either",
    "features_of",
    "is_moved",
    "lead_of",
    "partner_of",
    "tells",
    "turned_round",
]

#: The acts that sentences tell.
TOLD: Final = (*(act.name for act in ACTS), "promise")
#: What each feature measures, but for those of subjects, which :data:`~.vocabulary.SUBJECTS` name:
#: whether what came, or what went, speaks of it.
FEATURES: Final[dict[str, str]] = {
    "new": "nothing of the old report is linked",
    "dropped": "nothing of the new report is linked",
    "replaced": "what was dropped gave way to something new on the same matter",
    "statements": "how many statements it rests on, as a logarithm",
    "reversed": "one side negates what the other says",
    "strength": "a quantifier, hedge or modal gave way to another",
    "figure moved": "a figure of both reports moved",
    "how far": "by how much it moved: 1 if it doubled or halved, 3 at most",
    "indicator": "the figure is of one of the field's indicators",
    "first or last": "from none to some, or from some to none",
    "figures came": "how many figures only the new side has, as a logarithm",
    "figures went": "how many figures only the old side has, likewise",
    "money": "a sum of money came, went or moved",
    "norms": "figures that are set by law came, went or moved",
    "unheard of": "share of the new side's rare words that the old report has nowhere",
    "names": "how many names the other report has nowhere, as a logarithm",
    "forgotten": "share of the old side's rare words that the new report has nowhere",
    "central": "likeness to all that is new, dropped or changed",
    "of the year": "the new side names a month, or the report's own year, that the old does not",
    "ahead": "it stands in the first tenth of the report",
    "opens": "it holds the first statement of its answer",
    "length": "words of its longest statement, as a logarithm",
    "rewritten": "how far the texts of a changed statement are apart",
    **{f"came: {subject.name}": subject.sample for subject in SUBJECTS},
    **{f"went: {subject.name}": subject.sample for subject in SUBJECTS},
    **{f"act: {name}": f"a sentence of it tells an act of this kind ({name})" for name in TOLD},
    "dated act": "a sentence of the new side tells an act, and names a month or the report's year",
}
_NAME: Final = regex(r"(?<=[\w,;] )[A-Z][\w'-]{2,}")
_WORD: Final = regex(r"[A-Z][\w'-]+")
_MONTH: Final = regex(rf"\b(?:{'|'.join(name for name in NAMES if name != 'may')})\b")
#: The part of a report in which it sums itself up.
AHEAD: Final = 0.1
#: Doublings from which a figure moved as far as it can.
FARTHEST: Final = 3.0
#: What a statement gains as the first to tell of its topic: for a figure that moved, for one that
#: came or went, for being the first of a run; and what it loses for leaning on another sentence.
#: The words themselves give from 5 to 15.
MOVES: Final = 20.0
ACTS_GIVE: Final = 3.0
#: Words of a sentence up to which each subject counts whole: a longer one speaks of more anyway.
SHORT: Final = 20
COUNTS: Final = 3.0
SETS: Final = 4.0
LEANS: Final = 6.0
#: Subjects that make a statement one to tell, each by 1.
_WEIGHTY: Final = frozenset(
    {"law", "court", "police work", "institutions", "plans", "officials", "victims", "course"}
    | {"firsts", "crisis", "absence"}
)
#: Openings of sentences that lean on the one before; counts without what is counted; what points
#: back, or gives an example of what was said; and items of a list, which have no verb.
_LEANING: Final = regex(
    r"^[\W\d]*(?:(?:he|she|it|they|this|these|that|those|such|his|her|their|its|both|one of|some"
    r"|then|thus|also|moreover|furthermore|however|in addition|as a result|therefore|thereafter"
    r"|shortly|later|another|others?|the (?:latter|former|same|two|new|rest|remaining)"
    r"|as (?:mentioned|noted|stated|described|reported) (?:above|earlier|before|previously)"
    r"|(?:of (?:these|those|them|this|the)\b[^,]*, )?(?:one|two|three|four|five|six|seven|eight"
    r"|nine|ten|none|all|most|many|several|half) (?:of (?:them|these|those)|was|were|are|is|had"
    r"|have))\b"
    r"|[^,]{0,60}\b(?:he|she|they)\b)"
    r"|, for example,|\bfor instance\b|\b(?:the|this) (?:above|same)\b"
    r"|^[^a-z]*\w+(?:[ -][\w'’]+){0,7}[.;]?$",
    re.IGNORECASE,
)
#: Units whose figures tell of the report or a course and not of the country.
_PASSING: Final = ("duration:", "age", "ordinal")


class Side(NamedTuple):
    """All that one report says, and its words: a whole report is searched only for other names."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Side:
        """Take what a report says from its statements."""
        text = " ".join(texts)
        return cls(text, frozenset(_WORD.findall(text)))


@frozen(eq=False)
class Setting:
    """What topics are seen against: both reports' words, years, answers, and all that changed."""

    terms: Terms
    years: frozenset[int]
    size: int
    centre: Mapping[str, float]
    first: frozenset[str]
    sides: tuple[Side, Side]

    @classmethod
    def of(
        cls, editions: tuple[Edition, Edition], changes: Sequence[Change], terms: Terms
    ) -> Setting:
        """Take the setting of all topics of a comparison."""
        told = [
            statement.text
            for change in changes
            if change.status != "unchanged" and not change.is_row
            for statement in (*change.old, *change.new)
        ]
        opening: dict[tuple[bool, tuple[str, ...]], str] = {}
        for change in changes:
            for is_new, side in ((False, change.old), (True, change.new)):
                for statement in side:
                    opening.setdefault((is_new, statement.section), statement.id)
        new = editions[1]
        years = frozenset(filter(None, (new.year, new.covers)))
        sides = (
            Side.of(s.text for change in changes for s in change.old),
            Side.of(s.text for change in changes for s in change.new),
        )
        return cls(
            terms,
            years,
            max(1, len(changes)),
            terms.vector(told),
            frozenset(opening.values()),
            sides,
        )


def either(change: ClaimChange) -> Claim:
    """Return the new side of a figure, else the old."""
    claim = change.new or change.old
    if claim is None:  # pragma: no cover - a claim change has a side
        raise ValueError("a claim change without a claim")
    return claim


def tells(change: ClaimChange) -> bool:
    """Whether a figure tells of the country.

    Ages, hours and courses do not; neither do figures worked out from others, those that another
    is compared with, and the converted amount of a sum.
    """
    claim = either(change)
    return (
        change.status != "unchanged"
        and not claim.unit.startswith(_PASSING)
        and claim.kind == "figure"
        and claim.equivalent is None
        and claim.baseline_of is None
        and (change.old is None or change.old.baseline_of is None)
    )


def is_moved(change: ClaimChange) -> bool:
    """Whether a figure has a value then and now, and they differ."""
    old, new = change.old, change.new
    if change.status != "changed" or old is None or new is None:
        return False
    return (old.low, old.high) != (new.low, new.high)


def far(change: ClaimChange) -> float:
    """Return by how many doublings a figure moved, 3 at most; from or to nothing counts as most."""
    old, new = _size(change.old), _size(change.new)
    if old and new:
        return min(FARTHEST, abs(math.log2(new / old)))
    return FARTHEST


def _size(claim: Claim | None) -> float | None:
    """Return the value of a claim, else the bound it has."""
    if claim is None:
        return None
    return next((x for x in (claim.value, claim.low, claim.high) if x is not None), None)


def features_of(topic: Topic, vector: Mapping[str, float], setting: Setting) -> dict[str, float]:
    """Return every feature of a topic by its name.

    Args:
        topic: What there is to tell.
        vector: Its words, as :meth:`~.terms.Terms.vector` weighs them.
        setting: What it is seen against.

    """
    old, new = (" ".join(s.text for s in side) for side in (topic.old, topic.new))
    terms = setting.terms
    traits = {trait for change in topic.changes for trait in change.traits}
    figures = [each for each in topic.figures if tells(each)]
    moved = [each for each in figures if is_moved(each)]
    sizes = [(_size(each.old), _size(each.new)) for each in moved]
    before, after = (
        {word for s in side for word in words_of(s.text)} for side in (topic.old, topic.new)
    )
    told = {
        "new": float(not topic.old),
        "dropped": float(not topic.new),
        "replaced": float(bool(topic.old and topic.new) and "changed" not in _statuses(topic)),
        "statements": math.log2(len(topic.old) + len(topic.new)),
        "reversed": float("reversed" in traits),
        "strength": float("strength" in traits),
        "figure moved": float(bool(moved)),
        "how far": max(map(far, moved), default=0.0),
        "indicator": float(any(either(each).indicator for each in figures)),
        "first or last": float(any((a == 0) != (b == 0) for a, b in sizes)),
        "figures came": math.log2(1 + sum(each.old is None for each in figures)),
        "figures went": math.log2(1 + sum(each.new is None for each in figures)),
        "money": float(any(either(each).unit.startswith("money") for each in figures)),
        "norms": float(
            any(either(e).kind == "norm" and e.status != "unchanged" for e in topic.figures)
        ),
        "unheard of": _share(after - terms.old, after, terms),
        "names": math.log2(1 + len(_names(new, setting.sides[0]) | _names(old, setting.sides[1]))),
        "forgotten": _share(before - terms.new, before, terms),
        "central": likeness(vector, setting.centre),
        "of the year": float(_of_the_year(new, old, setting.years)),
        "ahead": float(topic.place < AHEAD * setting.size),
        "opens": float(any(s.id in setting.first for s in (*topic.old, *topic.new))),
        "length": math.log2(1 + max(len(s.text.split()) for s in (*topic.old, *topic.new))),
        "rewritten": 1.0 - _similarity(topic),
    }
    said = subjects(topic.old), subjects(topic.new)
    for subject in SUBJECTS:
        told[f"came: {subject.name}"] = float(subject.name in said[1] - said[0])
        told[f"went: {subject.name}"] = float(subject.name in said[0] - said[1])
    told["dated act"] = float(
        any(spoken(s.text).acts and _of_the_year(s.text, old, setting.years) for s in topic.new)
    )
    changed = acts(topic.old) ^ acts(topic.new)
    for act in TOLD:
        told[f"act: {act}"] = float(act in changed)
    return told


def _statuses(topic: Topic) -> set[str]:
    return {change.status for change in topic.changes}


def _similarity(topic: Topic) -> float:
    known = [c.similarity for c in topic.changes if c.similarity is not None]
    return min(known, default=1.0)


def _share(some: Iterable[str], of: Iterable[str], terms: Terms) -> float:
    whole = math.fsum(map(terms.rarity, of))
    return math.fsum(map(terms.rarity, some)) / whole if whole else 0.0


def _names(text: str, other: Side) -> set[str]:
    """Return the words in capitals within sentences that another report has nowhere."""
    known = other.words
    return {n for n in _NAME.findall(text) if n not in known and n not in other.text}


def _of_the_year(new: str, old: str, years: frozenset[int]) -> bool:
    dates = {str(year) for year in years if str(year) in new} | set(_MONTH.findall(new.casefold()))
    return any(date not in old.casefold() for date in dates)


def lead_of(topic: Topic, setting: Setting) -> tuple[Change, ...]:
    """Return the changes of a topic, the one that tells most first.

    A change that was turned round stands before all others, and what has its counterpart before
    what only came or went. Else what tells is what moved, what is counted and what is rare in the
    reports. The first of a run sets the scene, and a sentence that leans on the one before it tells
    nothing by itself.
    """
    paired = {
        claim.statement
        for link in topic.links
        for claim in (link.old, link.new)
        if claim is not None
    }

    def tells_most(change: Change) -> float:
        texts = [s.text for s in (change.new or change.old)]
        rare = math.fsum(setting.terms.weights(texts).values())
        words = sum(len(text.split()) for text in texts)
        moves = any(tells(each) and is_moved(each) for each in change.claims)
        moves |= not paired.isdisjoint(s.id for s in (*change.old, *change.new))
        speaks = subjects(change.new or change.old)
        return (
            rare / math.sqrt(20 + words)
            + len(_WEIGHTY & speaks) * SHORT / max(SHORT, words)
            + ACTS_GIVE * bool(spoken(texts[0]).acts)
            + MOVES * moves
            + COUNTS * any(map(tells, change.claims))
            + SETS * (change is topic.changes[0])
            - LEANS * bool(_LEANING.search(texts[0]))
        )

    def rank(change: Change) -> tuple[bool, bool, float]:
        return not turned_round(change), not _is_paired(change, topic), -tells_most(change)

    return tuple(sorted(topic.changes, key=rank))


def turned_round(change: Change) -> bool:
    """Whether one side negates what the other says, or says the opposite and no figure tells it.

    "20 crews, down from 40" after "40 crews, up from 30" is a figure that moved.
    """
    if "reversed" not in change.traits:
        return False
    if not any(map(is_moved, change.claims)):
        return True
    old, new = (folded(" ".join(s.text for s in side)) for side in (change.old, change.new))
    return reverses(old, new, close=(change.similarity or 0.0) >= CLOSE)


def partner_of(statement: Statement, topic: Topic) -> Statement | None:
    """Return the old statement from which a figure goes on in a new one that is not linked."""
    known = {s.id: s for s in topic.old}
    ends = ((link.old, link.new) for link in sorted(topic.links, key=lambda e: not is_moved(e)))
    return next(
        (
            known[old.statement]
            for old, new in ends
            if old is not None and new is not None and new.statement == statement.id
            if old.statement in known
        ),
        None,
    )


def _is_paired(change: Change, topic: Topic) -> bool:
    """Whether what is quoted of a change has its counterpart in the other report."""
    if not change.new:
        return False
    return bool(change.old) or partner_of(change.new[0], topic) is not None
