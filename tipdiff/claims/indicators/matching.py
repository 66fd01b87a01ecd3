"""Indicators: the figures that come back every year, by name.

They are data (:mod:`tipdiff.claims.indicators.tables` reads it). A claim is a point of the first
indicator all of whose conditions it meets; which they are, and which one a claim failed, is said by
:meth:`Indicators.explain`.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from attrs import field, frozen

from tipdiff.language.lexicon import OFFICIALS, PERSONS, singular
from tipdiff.language.unit_words import UNITS
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Claim

__all__ = ["BREAKDOWNS", "CLASSES", "FIELDS", "UNSAID", "Indicator", "Indicators", "Sentence"]

#: Breakdowns that a claim can have.
BREAKDOWNS: Final = ("sex", "age", "nationality", "form", "referrer")
#: Fields of a claim that an indicator can ask for, whatever they hold.
FIELDS: Final = ("who", "where", "law", "event", "counted")
#: Kinds of claims whose indicators are remembered: those of a few reports.
MAX_REMEMBERED: Final = 8192
#: In the list of events: nothing is said to have happened.
UNSAID: Final = "unsaid"
#: Classes of nouns that ``counted`` can name.
CLASSES: Final = ("@person", "@profession", "@official")
#: Endings of the nouns of professions, in the singular, and what ends like them and is none.
_PROFESSION: Final = ("er", "or", "man", "men", "ist", "ian", "clerk", "guard", "police", "staff")
_NO_PROFESSION: Final = frozenset(
    "center number member matter order letter paper quarter sector factor offer border shelter "
    "year computer newspaper minister chapter harbor labor door error register trailer".split()
)
#: How far behind a claim, in letters, what stands beside it; and where its clause ends.
_BESIDE: Final = 70
_WORD: Final = regex(r"[\w'-]+")
_CLAUSE: Final = regex(r"[^;.:\d]*")
#: What ends the clause before a claim; a comma does not: "fell to 96, down from 183".
_CLAUSE_BEFORE: Final = regex(r"[;:]|\.\s|, and\b|\b(?:while|whereas|but)\b", re.IGNORECASE)
#: What a unit measures, where that names a kind of units: the mass of kilos and of tons.
MEASURED: Final = {unit.code: unit.dimension for unit in UNITS} | {
    unit.squared: "area" for unit in UNITS if unit.dimension == "length"
}
_TRAINEES: Final = frozenset("judge official attorney employee diplomat consul nurse".split())
_OFFICIALS: Final = frozenset(map(singular, OFFICIALS)) | {"official", "policeman"}


def _padded(words: Iterable[str]) -> str:
    return f" {' '.join(map(singular, words))} "


def _patterns(phrases: Sequence[str]) -> tuple[str, ...]:
    """Return phrases as they are looked for: in lower case and singular, between spaces."""
    return tuple(_padded(phrase.lower().split()) for phrase in phrases if phrase[:1] != "@")


#: What narrows a zero, so that the indicator as such may have been more: where it stands (in the
#: noun counted, or beside the figure), of which event alone, the words, a sample.
NARROWING: Final[tuple[tuple[str, str | None, tuple[str, ...], str], ...]] = (
    (
        "counted",
        None,
        (
            *("successful", "formal", "new", "additional", "separate", "recent"),
            *("major", "significant", "final", "high-profile"),
        ),
        "there were no successful prosecutions",
    ),
    (
        "beside",
        None,
        ("successfully", "formally", "newly"),
        "no clerks were successfully prosecuted",
    ),
    (
        "beside",
        "sentenced",
        (
            *("unconditional", "unsuspended", "suspended", "custodial", "life sentence"),
            *("prison sentence", "prison term", "jail sentence", "jail term", "jail time"),
        ),
        "none of the four received unconditional sentences",
    ),
)
_NARROWING: Final = tuple(
    (where, event, tuple((word, _patterns([word])) for word in words))
    for where, event, words, _ in NARROWING
)


@frozen
class Indicator:
    """An indicator, and the conditions that a claim of it meets.

    Args:
        id: Its name in claims and series.
        label: What a table or picture calls it.
        unit: A unit of the contract, the part before its colon, or what it measures ("mass").
        kind: ``figure`` or ``norm``.
        event: What happened to those counted: any of these; ``unsaid`` where nothing is.
        counted: Words or phrases of which the counted noun phrase holds one, or classes of nouns.
        not_counted: Words or phrases of which it holds none.
        before: Words or phrases of which the clause up to the claim holds one.
        near: Words or phrases of which the sentence holds one.
        also: The same again: it holds one of these too.
        beside: The same of the claim's own words and the few right behind them.
        without: Words or phrases of which the sentence holds none.
        has: Fields of the claim that must be known.
        breakdowns: By what its figures may be broken down.
        total: Whether a report has one figure of it for the whole country; not where each officer,
            shelter or campaign has its own.
        lone: Whether, without a total, a figure of one report alone is worth a row of its own.
        better: Whether it is better for its figures to go ``up`` or ``down``; None if nobody has
            said so.
        samples: Sentences that state it.
        group: The set of the field's own that it stands in; empty for a user's own.

    """

    id: str
    label: str
    unit: str = "count"
    kind: str = "figure"
    event: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = BREAKDOWNS
    total: bool = True
    lone: bool = True
    better: Literal["up", "down"] | None = None
    samples: tuple[str, ...] = ()
    group: str = ""
    nouns: tuple[str, ...] = field(init=False, repr=False)
    barred: tuple[str, ...] = field(init=False, repr=False)
    places: tuple[tuple[str, ...], ...] = field(init=False, repr=False)

    @nouns.default
    def _nouns(self) -> tuple[str, ...]:
        return _patterns(self.counted)

    @barred.default
    def _barred(self) -> tuple[str, ...]:
        return _patterns(self.not_counted)

    @places.default
    def _places(self) -> tuple[tuple[str, ...], ...]:
        phrases = (self.near, self.also, self.without, self.beside, self.before)
        return tuple(_patterns(each) for each in phrases)

    def tells(self, event: str | None) -> bool:
        """Whether an event, or that none is said, is one of those wanted."""
        return (UNSAID if event is None else event) in self.event

    def failed(self, claim: Claim, sentence: Sentence) -> str | None:
        """Return the first condition that a claim does not meet, or None if it meets all.

        Args:
            claim: A claim.
            sentence: What makes it.

        """
        return next(chain(self.unfit(claim), self.refusals(claim, sentence)), None)

    def unfit(self, claim: Claim) -> Iterator[str]:
        """Yield the conditions on unit, kind, event and counted noun that a claim does not meet."""
        if self.unit not in {claim.unit, claim.unit.partition(":")[0], MEASURED.get(claim.unit)}:
            yield f"its unit is {claim.unit}, not {self.unit}"
        if claim.kind != self.kind:
            yield f"it is a {claim.kind}"
        if self.event and not self.tells(claim.event):
            yield f"what happened is {claim.event or 'not said'}, not {' or '.join(self.event)}"
        if self.counted and not self._counts(claim):
            yield f"what is counted ({claim.counted or 'not said'}) is none of " + ", ".join(
                self.counted
            )
        counted, _ = _looked_into(claim.counted or "")
        if any(noun in counted for noun in self.barred):
            yield f"what is counted ({claim.counted}) is one of {', '.join(self.not_counted)}"

    def refusals(self, claim: Claim, sentence: Sentence) -> Iterator[str]:
        """Yield the conditions on the words around, and the further fields, that it does not."""
        near, also, without, beside, before = self.places
        for asked, wanted in ((near, self.near), (also, self.also)):
            if asked and not sentence.has(asked):
                yield f"the sentence has none of {', '.join(wanted)}"
        if beside and not sentence.has_beside(claim, beside):
            yield f"none of {', '.join(self.beside)} stands beside it"
        if before and not sentence.has_before(claim, before):
            yield f"none of {', '.join(self.before)} stands before it"
        if without and sentence.has(without):
            yield f"the sentence has one of {', '.join(self.without)}"
        if claim.value == 0:
            for word, pattern in _narrowed(claim, sentence):
                if not any(pattern in phrase for phrase in chain(self.nouns, *self.places)):
                    yield f"it is none that was {word!r}"
        for name in self.has:
            if getattr(claim, name) is None:
                yield f"{name} is not known"
        for key in claim.breakdown:
            if key not in self.breakdowns:
                yield f"it is broken down by {key}"

    def _counts(self, claim: Claim) -> bool:
        """Whether the counted noun is one of those wanted; a nationality alone is of persons."""
        if claim.counted is None and self.event:
            return "@person" in self.counted  # "49 were deported"
        counted, stems = _looked_into(claim.counted or "")
        if any(noun in counted for noun in self.nouns):
            return True
        for name in self.counted:
            if name == "@person" and ("nationality" in claim.breakdown or _persons(stems)):
                return True
            if name == "@profession" and stems and _profession(stems[-1]):
                return True
            if name == "@official" and not _OFFICIALS.isdisjoint(stems):
                return True
        return False


def _narrowed(claim: Claim, sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield the words that narrow a zero, each with its pattern."""
    counted, _ = _looked_into(claim.counted or "")
    for where, event, words in _NARROWING:
        if event not in {None, claim.event}:
            continue
        for word, patterns in words:
            if patterns[0] in counted or (
                where == "beside" and sentence.has_beside(claim, patterns)
            ):
                yield word, patterns[0]


@lru_cache(maxsize=4096)
def _looked_into(counted: str) -> tuple[str, tuple[str, ...]]:
    """Return a noun phrase as phrases are looked for in it, and the singulars of its words."""
    words = counted.lower().split()
    return _padded(words), tuple(singular(word.rpartition("-")[2]) for word in words)


def _persons(stems: Sequence[str]) -> bool:
    return not PERSONS.isdisjoint(stems)


def _profession(stem: str) -> bool:
    told = stem.endswith(_PROFESSION) and stem not in _NO_PROFESSION
    return told or stem in _TRAINEES


class Sentence:
    """A sentence as conditions look into it; each set of phrases is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: str | None = None
        self._found: dict[tuple[str, ...], bool] = {}

    def has(self, phrases: tuple[str, ...]) -> bool:
        """Whether the sentence has one of some phrases."""
        found = self._found.get(phrases)
        if found is None:
            if self._said is None:
                self._said = _spaced(self._text)
            said = self._said
            found = self._found[phrases] = any(phrase in said for phrase in phrases)
        return found

    def has_beside(self, claim: Claim, phrases: tuple[str, ...]) -> bool:
        """Whether a claim, or its clause right behind it, has one of some phrases."""
        start, end = claim.span
        behind = _CLAUSE.match(self._text, end, end + _BESIDE)
        said = _spaced(self._text[start : behind.end() if behind else end])
        return any(phrase in said for phrase in phrases)

    def has_before(self, claim: Claim, phrases: tuple[str, ...]) -> bool:
        """Whether the clause up to a claim has one of some phrases."""
        if not self.has(phrases):  # looked up once: most sentences end here
            return False
        clause = _CLAUSE_BEFORE.split(self._text[: claim.span[0]])[-1]
        said = _spaced(clause)
        return any(phrase in said for phrase in phrases)


def _spaced(text: str) -> str:
    """Return a text as phrases are looked for in it."""
    return _padded(_WORD.findall(text.lower()))


class Indicators:
    """Indicators in the order in which they are tried."""

    def __init__(self, rows: Sequence[Indicator]) -> None:
        self.rows: Final = tuple(rows)
        self._known: Final = {row.id: row for row in rows}
        self._fitting: dict[Hashable, tuple[Indicator, ...]] = {}
        self._of_sets: dict[tuple[str, ...], Indicators] = {}

    def get(self, name: str) -> Indicator | None:
        """Return the indicator of a name, or None."""
        return self._known.get(name)

    def of_sets(self, names: tuple[str, ...]) -> Indicators:
        """Return those of some sets of the field's own, and all that are a user's.

        Args:
            names: The sets.

        """
        if names not in self._of_sets:
            rows = [row for row in self.rows if not row.group or row.group in names]
            self._of_sets[names] = Indicators(rows)
        return self._of_sets[names]

    def of(self, claim: Claim, sentence: Sentence) -> str | None:
        """Return the id of the indicator that a claim is a point of, or None.

        Args:
            claim: A claim.
            sentence: What makes it.

        """
        row = self._first(claim, sentence)
        return None if row is None else row.id

    def _first(self, claim: Claim, sentence: Sentence) -> Indicator | None:
        for row in self._fit(claim):
            if next(row.refusals(claim, sentence), None) is None:
                return row
        return None

    def _fit(self, claim: Claim) -> tuple[Indicator, ...]:
        """Return the indicators that a claim fits by all but the words around it."""
        national = "nationality" in claim.breakdown
        key = (claim.event, claim.unit, claim.kind, claim.counted, national)
        fitting = self._fitting.get(key)
        if fitting is None:
            if len(self._fitting) >= MAX_REMEMBERED:
                self._fitting.clear()
            fitting = tuple(row for row in self.rows if next(row.unfit(claim), None) is None)
            self._fitting[key] = fitting
        return fitting

    def explain(self, claim: Claim, text: str) -> str:
        """Say why a claim has its indicator, or which condition kept it from the nearest one."""
        sentence = Sentence(text)
        row = self._first(claim, sentence)
        if row is not None:
            return f"{row.id}: " + ", ".join(_met(row, claim))
        told = sorted(  # one that only the words around keep off comes first, then the narrowest
            (row for row in self.rows if claim.event in row.event),
            key=lambda row: (any(row.unfit(claim)), len(row.event)),
        )
        near = [(row.id, row.failed(claim, sentence)) for row in told]
        if not near:
            return "none: " + (
                f"nothing is known to have happened to what is counted ({claim.counted})"
                if claim.event is None
                else f"no indicator is of what was {claim.event}"
            )
        return f"none: not {near[0][0]}, for {near[0][1]}"


def _met(row: Indicator, claim: Claim) -> Iterable[str]:
    yield f"unit {claim.unit}"
    if row.event:
        yield f"event {claim.event}"
    if row.counted:
        yield f"counted {claim.counted!r}"
    for name in ("near", "also", "beside", "before"):
        phrases = getattr(row, name)
        if phrases:
            yield f"{name} one of {', '.join(phrases)}"
    for name in row.has:
        yield f"{name} {getattr(claim, name)}"
