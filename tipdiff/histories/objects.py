"""The objects of promises, looked for in all statements: how much of one another text tells of.

A promise's object are the words of its clause; its likeness to a statement is the share of their
weight (inverse document frequency over all editions) that the statement has too, by stems and by
concepts of the field (:mod:`tipdiff.alignment.terms`), half each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.alignment.terms import COMMON_SHARE, SUPPOSED, acronyms, concept, stem_rows
from tipdiff.chaining.names import capitalised
from tipdiff.histories.contradictions import members
from tipdiff.histories.instruments import INSTRUMENT_NAMES, by_one_name, named
from tipdiff.language.lexicon import FUNCTION
from tipdiff.language.months import MONTHS, NAMES, SEASONS
from tipdiff.patterns import regex
from tipdiff.text import folded, masked

if TYPE_CHECKING:
    from tipdiff.language.intentions import Intention

__all__ = ["Objects", "thing"]

#: What dates an act and is not its object.
_DATING: Final = regex(
    rf"\b(?:{'|'.join((*NAMES, *SEASONS))}|"
    r"next|last|year|years|month|months|later|early|end|completed?|"
    r"also|new|additional|series of|capacity(?:-| )building)\b"
    r"|\bpublic (?=aware|inform|educat|outreach)"
)
#: Weight of who acts beside what is done, and the most of the object's weight that it can be:
#: another may do what one promised.
ACTOR: Final = 0.4
#: A likeness rests on so many words of an object: one that rests on fewer is less sure.
SHARED: Final = 3
#: What a statement's likeness comes to where it does not name the thing that is acted on: of a
#: position that is to be added, what tells of the office and the city alone tells nothing.
WITHOUT_THING: Final = 0.7
#: What it comes to where it names that and a place or body of the object's own.
WITH_NAME: Final = 1.2
#: Of what a list shares with an object, a member of it has at least such a share, or the list has a
#: word of everything.
TOGETHER: Final = 0.75
#: What ends the thing that is acted on: "a center | at the border".
_BEYOND: Final = regex(
    r"\b(?:to|in|at|of|for|with|on|from|that|which|who|by|about|between|among|within|against|and|or"
    r"|under|near|into|as|through|is|are|was|were|will|would|has|have|had)\b"
)
#: What stands for a thing that was named before, or for what is done about one: of legislation for
#: a ratification, the ratification is told.
_NO_THING: Final = FUNCTION | frozenset(
    "it one them those these this that legislation steps measures efforts preparations "
    "series number".split()
)


#: What joins two acts that are promised at once, and the least words of either.
_COORDINATE: Final = regex(r"\b(?:and|or) to\b")
PART: Final = 3
#: What an act is done to is an object by itself if so many words name it.
NAMED: Final = 2


class Objects:
    """What each of some promises is about, and all statements that could tell of it."""

    def __init__(self, texts: Sequence[str], intended: Sequence[Sequence[Intention]]) -> None:
        """Index some statements' texts, and the intentions of some promises."""
        self._texts = texts
        rows = stem_rows(texts, [masked(folded(text)) for text in texts])
        known = acronyms(texts)
        names = list(known)
        full = dict(zip(names, map(set, _bare([known[name] for name in names])), strict=True))
        stated = [{*row, *named(folded(text))} for row, text in zip(rows, texts, strict=True)]
        for row in stated:  # a name written out is its acronym too
            row.update(name for name, words in full.items() if words <= row)
        self._views = [_View(stated), _View([{concept(stem) for stem in row} for row in stated])]
        ways = [list(_ways(each)) for each in intended]
        stems = iter(_bare([text for each in ways for way in each for text in way.texts]))
        self._objects = [
            [
                _Object(tuple(next(stems)), tuple(next(stems)), _last(next(stems)), way.share)
                for way in each
            ]
            for each in ways
        ]
        #: What was compared already: ways of several promises are often one.
        self._known: dict[_Object, dict[int, float]] = {}
        self._names = set(_names(texts))

    def likeness(self, promise: int) -> dict[int, float]:
        """Return how much of a promise's object each statement has that has any of it, from 0 to 1.

        Args:
            promise: Its place among the promises given.

        """
        return self._alike(self._objects[promise][0])

    def _alike(self, way: _Object) -> dict[int, float]:
        """Return how much of one way to say an object each statement has."""
        if way not in self._known:
            self._known[way] = self._compared(way)
        return self._known[way]

    def _compared(self, way: _Object) -> dict[int, float]:
        found: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for k, view in enumerate(self._views):
            own = way.words if k == 0 else [concept(word) for word in way.words]
            who = way.beside if k == 0 else [concept(word) for word in way.beside]
            weights = view.weights(own, who, way.share)
            mass = sum(weights.values())
            for term, weight in weights.items():
                for place in view.places.get(term, ()) if weight else ():
                    found[place] += weight / mass / len(self._views)
                    shared[place] += k == 0 and (way.share == 1 or term in own)
        counted = {*way.words, *way.beside} if way.share == 1 else way.words
        wanted = max(2, min(SHARED, len(counted)))
        return {
            place: value * sqrt(min(1.0, shared[place] / wanted)) for place, value in found.items()
        }

    def told(self, promise: int) -> dict[int, float]:
        """Return how surely each statement tells of a promise, from how like its object it is.

        Two promises of one object have its likeness; what tells of one names the thing.

        Args:
            promise: Its place among the promises given.

        """
        return _most(self._told(each) for each in self._objects[promise])

    def _told(self, way: _Object) -> dict[int, float]:
        alike = self._alike(way)
        if way.thing is None:
            return alike
        names = self._names.intersection(way.words)
        words = self._views[0].rows
        found = {}
        for place, value in alike.items():
            if not self._names_it(way.thing, place):
                found[place] = WITHOUT_THING * value
            elif 2 * len(names & words[place]) > len(names):
                found[place] = min(1.0, WITH_NAME * value)
            else:
                found[place] = value
        return found

    def names_thing(self, promise: int, place: int) -> bool:
        """Whether a statement names what a promise acts on, where the promise says what that is."""
        things = [way.thing for way in self._objects[promise] if way.thing is not None]
        return not things or any(self._names_it(thing, place) for thing in things)

    def is_by_another(self, promise: int, place: int) -> bool:
        """Whether a statement names other bodies, and none of those that promised to act."""
        first = self._objects[promise][0]
        told = self._names & self._views[0].rows[place]
        who = self._names.intersection(first.beside)
        return first.share < 1 and bool(who) and not who & told and bool(told - set(first.words))

    def is_spread(self, promise: int, place: int) -> bool:
        """Whether a statement is a list, and no member by itself tells of a promise.

        One member has most of what the list shares with the object, and who acts, if that is there.
        """
        parts = _bare(members(folded(self._texts[place])))
        if not parts:
            return False
        for way in self._objects[promise]:
            weights = self._views[0].weights(way.words, way.beside, way.share)
            own, who = (
                {t for t in side if t in self._views[0].rows[place] and weights.get(t, 0.0) > 0}
                for side in (way.words, way.beside)
            )
            mass = sum(weights[term] for term in own)
            if any(
                sum(weights[term] for term in own.intersection(part)) >= TOGETHER * mass
                and (not who or who.intersection(part))
                for part in parts
            ):
                return False
        return True

    def _names_it(self, thing: str, place: int) -> bool:
        words, concepts = (view.rows[place] for view in self._views)
        return thing in words or concept(thing) in concepts


class _View:
    """Where each term stands, and what it weighs."""

    def __init__(self, rows: Sequence[set[str]]) -> None:
        self.rows = rows
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            for term in sorted(row):
                self.places[term].append(place)
        self._size = len(rows) + SUPPOSED

    def weights(self, own: Sequence[str], who: Sequence[str], share: float) -> Mapping[str, float]:
        """Return the weight of each term of an object and of who acts."""
        found = {term: self._weight(term) for term in own}
        actor = {term: share * self._weight(term) for term in who if term not in found}
        most = share * sum(found.values())
        mass = sum(actor.values())
        cut = min(1.0, most / mass) if mass and most and share < 1 else 1.0
        return {**found, **{term: weight * cut for term, weight in actor.items()}}

    def _weight(self, term: str) -> float:
        count = len(self.places.get(term, ()))
        return 0.0 if count > COMMON_SHARE * self._size else log(self._size / (count + 0.5))


@frozen
class _Way:
    """A way to say a promise's object: its words, what stands beside, its thing, as folded texts.

    ``share`` is what the words beside weigh, and the most of the whole that they can.
    """

    texts: tuple[str, str, str]
    share: float


@frozen
class _Object:
    """The same, as stems."""

    words: tuple[str, ...]
    beside: tuple[str, ...]
    thing: str | None
    share: float


def _ways(intended: Sequence[Intention]) -> Iterator[_Way]:
    """Yield the ways to say what a promise is about."""
    for each in intended:
        whole = evolve(each, before=by_one_name(each.before), behind=by_one_name(each.behind))
        parts = [part for part in _COORDINATE.split(whole.behind) if len(part.split()) >= PART]
        acts = [evolve(whole, act=part.split()[0], behind=part) for part in parts]
        for first in (whole, *acts) if len(acts) > 1 else (whole,):
            behind, before = (_DATING.sub(" ", text) for text in (first.behind, first.before))
            own = [word for word in behind.split() if word != first.act or first.in_work]
            yield _Way((" ".join(own), before, thing(first)), 1.0 if first.passive else ACTOR)
            for name in sorted(INSTRUMENT_NAMES.intersection((*own, *before.split()))):
                yield _Way((name, "", name), ACTOR)
            if first.act is not None and first.act not in own and len(set(own) - FUNCTION) >= NAMED:
                yield _Way((" ".join([first.act, *own]), before, thing(first)), ACTOR)
            if _is_acted_on(first) and len(set(before.split()) - FUNCTION) >= NAMED:
                yield _Way((before, " ".join(own), thing(first)), ACTOR)


def _last(row: Sequence[str]) -> str | None:
    return row[-1] if row else None


def _most(found: Iterable[Mapping[int, float]]) -> dict[int, float]:
    """Return the most that any of some ways gives each statement."""
    most: dict[int, float] = {}
    for each in found:
        for place, value in each.items():
            most[place] = max(most.get(place, 0.0), value)
    return most


def _is_acted_on(intended: Intention) -> bool:
    """Whether what stands before an act is what it is done to."""
    told = intended.behind.split()
    behind = told[told.index(intended.act) + 1 :] if intended.act in told else told
    return intended.passive and (told[:1] == ["be"] or _begins_beyond(behind))


def thing(intended: Intention) -> str:
    """Return the words of the thing that an intended act is done to, the thing last.

    It stands behind the act, or before an act that is done to it; an amount is no thing.
    """
    told = _DATING.sub(" ", intended.behind).split()
    if intended.act in told:
        told = told[told.index(intended.act) + 1 :]
    if intended.passive and (intended.behind.startswith("be ") or _begins_beyond(told)):
        told = _DATING.sub(" ", intended.before).split()
    parts = (part.split() for part in _BEYOND.split(" ".join(told)))
    return next((" ".join(part) for part in parts if _is_thing(part)), "")


def _begins_beyond(told: Sequence[str]) -> bool:
    """Whether behind an act comes no thing: nothing, or "in", "at" and the like."""
    return not told or _BEYOND.fullmatch(told[0]) is not None or not _is_thing(told)


def _is_thing(part: Sequence[str]) -> bool:
    return not _NO_THING.issuperset(part) and not any(c.isdigit() for word in part for c in word)


def _names(texts: Sequence[str]) -> Iterator[str]:
    """Yield the stems of words that the texts write with a capital letter only, not at a start."""
    for row in _bare([word for word in capitalised(texts) if word not in MONTHS]):
        yield from row


def _bare(texts: Sequence[str]) -> list[list[str]]:
    """Return the stems of some texts, acronyms as they are."""
    folds = [masked(text) for text in texts]
    return [list(dict.fromkeys(row)) for row in stem_rows(texts, folds, written_out=False)]
