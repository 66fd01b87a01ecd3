"""The objects of promises, looked for in all statements: how much of one another text tells of.

A promise's object are the words of its clause; its likeness to a statement is the share of their
weight (inverse document frequency over all editions) that the statement has too, by stems and by
concepts of the field (:mod:`tipdiff.alignment.terms`), half each.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from tipdiff.alignment.terms import COMMON_SHARE, SUPPOSED, acronyms, concept, stem_rows
from tipdiff.chaining.names import capitalised
from tipdiff.language.lexicon import FUNCTION
from tipdiff.text import folded, masked

if TYPE_CHECKING:
    from tipdiff.language.intentions import Intention

__all__ = ["Objects", "thing"]

#: What dates an act and is not its object.
_DATING: Final = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|fall|winter|next|last|year|years|month|months|later|early|end|completed?|"
    r"also|new|additional)\b"
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
#: What ends the thing that is acted on: "a center | at the border".
_BEYOND: Final = re.compile(
    r"\b(?:to|in|at|of|for|with|on|from|that|which|who|by|about|between|among|within|against|and|or"
    r"|under|near|into|as|through|is|are|was|were|will|would|has|have|had)\b"
)
#: What stands for a thing that was named before, or for what is done about one: of legislation for
#: a ratification, the ratification is told.
_NO_THING: Final = FUNCTION | frozenset(
    "it one them those these this that legislation steps measures efforts preparations "
    "series number".split()
)


class Objects:
    """What each of some promises is about, and all statements that could tell of it."""

    def __init__(self, texts: Sequence[str], intended: Sequence[Sequence[Intention]]) -> None:
        """Index some statements' texts, and the intentions of some promises."""
        rows = stem_rows(texts, [masked(folded(text)) for text in texts])
        known = acronyms(texts)
        names = list(known)
        full = dict(zip(names, map(set, _bare([known[name] for name in names])), strict=True))
        stated = [set(row) for row in rows]
        for row in stated:  # a name written out is its acronym too
            row.update(name for name, words in full.items() if words <= row)
        self._views = [_View(stated), _View([{concept(stem) for stem in row} for row in stated])]
        parts = [_parts(each) for each in intended]
        self._objects = list(
            zip(_bare([a for a, _, _ in parts]), (w for *_, w in parts), strict=True)
        )
        self._actors = _bare([b for _, b, _ in parts])
        self._things = [
            row[-1] if row else None for row in _bare([thing(each[0]) for each in intended])
        ]
        self._names = set(_names(texts))

    def likeness(self, promise: int) -> dict[int, float]:
        """Return how much of a promise's object each statement has that has any of it, from 0 to 1.

        Args:
            promise: Its place among the promises given.

        """
        (words, passive), actor = self._objects[promise], self._actors[promise]
        found: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for k, view in enumerate(self._views):
            own = words if k == 0 else [concept(word) for word in words]
            who = actor if k == 0 else [concept(word) for word in actor]
            weights = view.weights(own, who, 1.0 if passive else ACTOR)
            mass = sum(weights.values())
            for term, weight in weights.items():
                for place in view.places.get(term, ()) if weight else ():
                    found[place] += weight / mass / len(self._views)
                    shared[place] += k == 0 and (passive or term in own)
        wanted = max(2, min(SHARED, len({*words, *actor} if passive else words)))
        return {
            place: value * sqrt(min(1.0, shared[place] / wanted)) for place, value in found.items()
        }

    def told(self, promise: int, likeness: Mapping[int, float]) -> dict[int, float]:
        """Return how surely each statement tells of a promise, from how like its object it is.

        Two promises of one object have its likeness; what tells of one names the thing.

        Args:
            promise: Its place among the promises given.
            likeness: What :meth:`likeness` gave for it.

        """
        thing = self._things[promise]
        if thing is None:
            return dict(likeness)
        names = self._names.intersection(self._objects[promise][0])
        words, concepts = (view.rows for view in self._views)
        found = {}
        for place, value in likeness.items():
            if thing not in words[place] and concept(thing) not in concepts[place]:
                found[place] = WITHOUT_THING * value
            elif 2 * len(names & words[place]) > len(names):
                found[place] = min(1.0, WITH_NAME * value)
            else:
                found[place] = value
        return found


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


def _parts(intended: Sequence[Intention]) -> tuple[str, str, bool]:
    """Return what a promise is about, who acts, and whether the act is done to that."""
    first = intended[0]
    behind, before = (_DATING.sub(" ", text) for text in (first.behind, first.before))
    own = [word for word in behind.split() if word != first.act or first.in_work]
    return " ".join(own), before, first.passive


def thing(intended: Intention) -> str:
    """Return the words of the thing that an intended act is done to, the thing last.

    It stands behind the act, or before an act that is done to it; an amount is no thing.
    """
    told = _DATING.sub(" ", intended.behind).split()
    if intended.act in told:
        told = told[told.index(intended.act) + 1 :]
    if intended.passive and ("be" in intended.behind.split()[:1] or _begins_beyond(told)):
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
    for row in _bare(capitalised(texts)):
        yield from row


def _bare(texts: Sequence[str]) -> list[list[str]]:
    """Return the stems of some texts, acronyms as they are."""
    folds = [masked(text) for text in texts]
    return [list(dict.fromkeys(row)) for row in stem_rows(texts, folds, written_out=False)]
