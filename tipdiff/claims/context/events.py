"""Events: what happened to those counted.

The words of each stand in :mod:`tipdiff.language.events`; :class:`Events` finds them once a
sentence and tells a figure its own: that of the noun counted ("53 convictions"), else of a verb
said of it ("5 were charged"), else of the verb before it ("police arrested 5").
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tipdiff.claims.context.clauses import AUXILIARIES, Place, place_of
from tipdiff.language.event_words import (
    EVENT_NOUNS,
    EVENT_PHRASES,
    EVENT_UNITS,
    EVENT_VERBS,
    FINITE,
    RECIPIENTS,
    SAYING,
)
from tipdiff.language.lexicon import COMPARING, FUNCTION, PERSONS, VERBS
from tipdiff.language.number_words import NUMBERS
from tipdiff.language.tokens import behind_bracket

if TYPE_CHECKING:
    from tipdiff.claims.scanning.figures import Figure
    from tipdiff.language.tokens import Tokens

__all__ = ["Entry", "Events", "noun_event", "window"]


_TELLING: Final = EVENT_VERBS.keys() | EVENT_PHRASES.keys()

#: After these words a base form is a verb: "to arrest", "did not prosecute".
_BASE_AFTER: Final = frozenset("not did will would should must and or police".split())
#: What comes before "to" where a place or a law only could: "has room to house 40".
_ABLE: Final = frozenset(
    "able room space capacity capacities designed equipped built enough place places".split()
)
#: Who was able to did it: "were able to identify 14".
_DID: Final = frozenset({"was", "were", "been"})
#: Behind a verb, what opens its object, and the clause that it introduces.
_OBJECTS: Final = frozenset("the a an its their his her several some that no any all many".split())
#: Between a noun of an event and those it happened to.
_OF: Final = frozenset({"of", "in", "against", "for"})
#: What opens a clause, or a phrase about the object, in which the event holds no longer.
_CLAUSES: Final = frozenset("who whom whose which while suspected trying".split())
_TURNS: Final = frozenset("for of to from with by involving".split())
#: What opens an aside between a figure and its verb: ", ages 19 to 24, were identified".
_ASIDES: Final = frozenset("including involving among most all aged ages age".split())
_WHOLES: Final = frozenset({"the", "these", "those"})
#: How far behind "of the" the verb stands, and verbs without auxiliary that tell an event.
_ASIDE_OF: Final = 8
_SUBJECT_VERBS: Final = frozenset("went received".split())
#: What is done in the case of somebody is done about them.
_CASES: Final = frozenset({"case", "cases"})
#: Nouns that only introduce an amount: "a total of 12".
_AMOUNTS: Final = frozenset("total number group groups average estimated further".split())
#: Right before a figure, what goes on with a list.
_LISTING: Final = frozenset({",", "and", "or", "(", ":", "-"})
#: Behind a participle that adorns the noun before it, and before such a noun, how far.
_BEHIND_PARTICIPLE: Final = frozenset("from in by for to at under on of during as with".split())
_ADORNED_BEHIND: Final = frozenset("for with to by from against about on in at".split())
_OTHERS: Final = 4
#: What stands in a clause for those counted before it, and what ends such a clause.
_RELATIVES: Final = frozenset({"whom", "which"})
_EVERY: Final = frozenset({"all", "both", "each"})
_ASIDE_ENDS: Final = frozenset({",", "-", ")"})
#: What stands between a count and the event that it came to, where its verb was said before.
_LEADING: Final = frozenset({"to", "in"})
#: What stands between coordinated verbs.
_JOINTS: Final = frozenset(", and also then later subsequently either was were".split())
_BINDING: Final = frozenset({",", "and", "or", "nor"})
#: What is none of those that the participle behind tells of.
_FEW: Final = frozenset({"none", "neither"})

#: Between a verb and its object, what says how many: "identified at least 11".
_MEASURES: Final = _AMOUNTS | frozenset(
    "a an the these another additional all some at least more than over about around up to only "
    "also both nearly almost approximately roughly of other in".split()
)
#: How far before its object a verb stands, and what makes a passive of it.
_GOVERNED: Final = 8
_BE: Final = frozenset({"was", "were", "been", "being", "be", "is", "are"})
#: How far an event may stand behind a figure; before it, twice as far.
_REACH: Final = 14
#: How far behind its verb the word stands that makes an event of it.
_PHRASE: Final = 8

#: Longest aside between a figure and its verb that is stepped over, in tokens.
_ASIDE: Final = 60

Entry = tuple[int, str]
"""A token, and what was found there."""


def noun_event(counted: str | None, unit: str) -> str | None:
    """Return the event that a counted noun names ("convictions"), or None."""
    return _measured(EVENT_NOUNS.get((counted or "").rsplit(" ", 1)[-1].lower()), unit)


def _measured(event: str | None, unit: str) -> str | None:
    """Return an event if it is measured in a unit: what is charged in money is no indictment."""
    units = EVENT_UNITS.get(event or "")
    return event if units is None or unit.partition(":")[0] in units else None


def window(entries: list[Entry], start: int, end: int) -> list[Entry]:
    """Return the entries whose token lies in [start, end), found by bisection."""
    left = bisect_left(entries, (start, ""))
    return entries[left : bisect_left(entries, (end, ""), left)]


class Events:
    """The events of a sentence."""

    def __init__(self, tokens: Tokens) -> None:
        self._low = tokens.low
        self._tokens = tokens
        self._found: list[Entry] = []
        low = tokens.low
        for at in [i for i, word in enumerate(low) if word in _TELLING]:
            event = EVENT_VERBS.get(low[at])
            if event is None:
                event = self._phrase(at)
            elif low[at] not in FINITE and not self._is_verb(at):
                event = None
            if event is not None:
                self._found.append((at, event))

    def beside(self, event: str, figure: Figure, end: int) -> tuple[str, ...]:
        """Return the events told by verbs coordinated with a figure's own, without that one.

        "Police arrested and charged 12 men": the 12 were arrested too. With "or" only of none it
        is known that both are true.
        """
        joints = _JOINTS if figure.value != 0 else _JOINTS | {"or", "nor"}
        found = self._found
        near = [
            (min(abs(at - figure.head), abs(at - end)), place)
            for place, (at, name) in enumerate(found)
            if name == event and figure.head - 2 * _REACH <= at < end + _REACH
        ]
        if not near:
            return ()
        first = last = min(near)[1]
        while first > 0 and self._joined(first - 1, joints):
            first -= 1
        while last + 1 < len(found) and self._joined(last, joints):
            last += 1
        names = dict.fromkeys(name for _, name in found[first : last + 1])
        return tuple(name for name in names if name != event)

    def _joined(self, place: int, joints: frozenset[str]) -> bool:
        """Whether nothing but "and" stands between a verb and the next one."""
        (at, _), (then, _) = self._found[place], self._found[place + 1]
        between = self._low[at + 1 : then]
        return joints.issuperset(between) and not _BINDING.isdisjoint(between)

    def _is_verb(self, at: int) -> bool:
        """Whether a base form is a verb, of what was done: not "has yet to ratify", "can house"."""
        before, earlier = self._low[at - 1], self._low[at - 2]
        if before == "to":
            could = earlier in _ABLE and self._low[at - 3] not in _DID
            return earlier != "yet" and not could
        return before in _BASE_AFTER

    def _phrase(self, at: int) -> str | None:
        """Return the event of a verb that needs another word: "took ... to court"."""
        rows = EVENT_PHRASES[self._low[at]]
        for word in self._low[at + 1 : at + _PHRASE]:
            if word in {";", "."}:
                break
            for words, event in rows:  # the nearest word decides: "led to trials, then convictions"
                if word in words:
                    return event
        return None

    def of(self, figure: Figure, end: int, ahead: int) -> str | None:
        """Return the event of a figure.

        Args:
            figure: The figure.
            end: The token behind its noun.
            ahead: The token that the next figure begins with.

        """
        event = (
            self._of_noun(figure)
            or self._noun_before(figure)
            or self._governing(figure, end)
            or (
                None
                if self._is_whole(figure)
                else self._behind(figure, *self._past_aside(figure, end, ahead))
            )
            or self._before(figure, end)
        )
        return _measured(event, figure.unit)

    def place_before(self, at: int) -> int | None:
        """Return the token of the last event before a token, or None."""
        found = window(self._found, at - 2 * _REACH, at)
        return found[-1][0] if found else None

    def _of_noun(self, figure: Figure) -> str | None:
        if figure.noun is None:
            return None
        first, last = figure.noun
        for at in range(last - 1, first - 1, -1):
            if at == last - 1 or self._low[at + 1] in {"of", "or", "and"}:
                event = EVENT_NOUNS.get(self._low[at])
                if event is not None:
                    return event
        for at in range(first, last):
            if self._low[at].endswith("ed") and self._low[at] in EVENT_VERBS:
                return EVENT_VERBS[self._low[at]]
        return None

    def _past_aside(self, figure: Figure, end: int, ahead: int) -> tuple[int, int]:
        """Step over "(5 women, 3 men)" and ", including two girls," to the verb of a total."""
        low = self._low
        if figure.unit != "count":
            return end, ahead
        if low[end] == "of" and low[end + 1] in _WHOLES:  # "none of the four clerks was tried"
            for at in range(end + 2, min(end + 2 + _ASIDE_OF, self._tokens.count)):
                if low[at] in AUXILIARIES or low[at] in _SUBJECT_VERBS:
                    return at, max(ahead, at + _REACH)
            return end, ahead
        if low[end] == "(":
            closing = behind_bracket(self._tokens, end)
            return closing, max(ahead, closing + _REACH)
        if low[end] == "," and low[end + 1] in _ASIDES:
            for at in range(end + 2, min(end + _ASIDE, self._tokens.count)):
                if low[at] == ",":
                    return at + 1, max(ahead, at + 1 + _REACH)
                if low[at] in {";", "."}:
                    break
        return end, ahead

    def _behind(self, figure: Figure, end: int, ahead: int) -> str | None:
        low = self._low
        if figure.noun is None and low[end] in _LEADING and low[end + 1] in EVENT_NOUNS:
            return EVENT_NOUNS[low[end + 1]]  # "five led to trials and three to convictions"
        few = low[figure.head] in _FEW and low[figure.head + 1] == "of"
        own = None
        if ahead < end:  # the next figure is inside this one: "none of the four clerks"
            ahead = end + _REACH
        for at, event in window(self._found, end, min(ahead, end + _REACH)):
            between = low[end:at]
            if ";" in between:
                break
            if not between and self._takes_object(at):
                continue  # "two girls accused five men", "one agency reported that"
            if self._is_of_part(between):
                continue  # "two girls, one of whom was freed, ..."
            if few and low[at] in _SUBJECT_VERBS:
                return event  # "none of the four convicted received suspended terms"
            if few and not between:
                continue  # "none of the four clerks convicted was jailed": the four were convicted
            if between and AUXILIARIES.isdisjoint(between[-3:]):
                continue
            place = place_of(low, end, at) if between else Place.OWN
            if place is Place.MAIN:
                return event
            if place is Place.OWN and own is None:
                own = event
        return own

    @staticmethod
    def _is_of_part(between: list[str]) -> bool:
        """Whether a verb is of some of those counted: "two clerks, one of whom was jailed".

        It is not where that clause had its verb: "one of whom had fled, were jailed".
        """
        parts = [
            at
            for at in range(2, len(between))  # from 1 on it would be the figure's own "of whom"
            if between[at] in _RELATIVES
            and between[at - 1] == "of"
            and between[at - 2] not in _EVERY
        ]
        if not parts:
            return False
        aside = between[parts[-1] + 1 :]
        ends = [at for at, word in enumerate(aside) if word in _ASIDE_ENDS]
        return not ends or AUXILIARIES.isdisjoint(aside[: ends[-1]])

    def _governing(self, figure: Figure, end: int) -> str | None:
        """Return the event of the active verb whose object a count is: "identified 11 victims".

        What is said of them in a clause behind is no act that the sentence is about; but that
        they were "registered" or "reported" is, where the clause tells what was.
        """
        low = self._low
        if figure.unit != "count" or low[end] in AUXILIARIES:
            return None
        found = window(self._found, figure.start - _GOVERNED, figure.start)
        if not found:
            return None
        at, event = found[-1]
        between = low[at + 1 : figure.start]
        direct = _MEASURES.issuperset(between)
        given = between[-1:] == ["to"] and (event, "to") in RECIPIENTS and "," not in between
        passive = not _BE.isdisjoint(low[at - 2 : at])
        return event if (direct or given) and not passive and event not in SAYING else None

    def _is_whole(self, figure: Figure) -> bool:
        """Whether a verb behind is of some of those counted: "four of the six went to prison"."""
        at = figure.start - 1
        return self._low[at] in _WHOLES and self._low[at - 1] == "of" and at > 1

    def _takes_object(self, verb: int) -> bool:
        """Whether the verb at a token is active: what was done is done to what follows."""
        word = self._low[verb + 1]
        return word[:1].isdecimal() or word in NUMBERS or word in _OBJECTS

    def _noun_before(self, figure: Figure) -> str | None:
        """Read "the arrest of three men", "convictions in two cases", "charges against 5"."""
        at = figure.start - 1 - (self._low[figure.start - 1] == "the")
        free = self._low[at - 2] == "of" and self._low[at - 1] == "charge"  # "free of charge in 10"
        return EVENT_NOUNS.get(self._low[at - 1]) if self._low[at] in _OF and not free else None

    def _before(self, figure: Figure, end: int) -> str | None:
        low = self._low
        verbal = low[end] in VERBS or low[end] == "who"
        if low[end] in AUXILIARIES or (verbal and figure.noun is None):
            return None  # the subject of a verb of its own: "they arrested 5, and 9 were present"
        for at, event in reversed(window(self._found, figure.head - 2 * _REACH, figure.head)):
            if ";" in low[at : figure.head]:
                return None
            if figure.unit == "count" and self._is_of_others(at, figure):
                return None
            if figure.unit == "count" and self._turned(event, at + 1, figure.start):
                return None
            if event not in SAYING or "that" not in low[at + 1 : at + 8]:
                return event
        return None

    def _is_of_others(self, at: int, figure: Figure) -> bool:
        """Whether a verb before a count adorns others than those counted.

        "At a center for persons deported from Ostrel, two ministers saw"; so does a clause of its
        own: "with girls who had been freed in March, two clerks". But "among the girls freed in
        March, two minors" are some of them.
        """
        low, start = self._low, figure.start
        if figure.noun is None or low[start - 1] != "," or low[at + 1] not in _BEHIND_PARTICIPLE:
            return False
        noun = at - 1
        while low[noun] in AUXILIARIES:
            noun -= 1
        noun -= low[noun] in _CLAUSES or low[noun] == "that"
        if low[noun] not in PERSONS:
            return False
        for before in range(noun - 1, max(noun - _OTHERS, -1), -1):
            if low[before] in _ADORNED_BEHIND:
                return True
            if low[before] in FUNCTION or low[before] in VERBS or not low[before].isalpha():
                return low[before] in _WHOLES and low[before - 1] in _ADORNED_BEHIND
        return False

    def _turned(self, event: str, start: int, end: int) -> bool:
        """Whether the words between an event and a count lead away from what was done.

        "Arrested a driver who had 12 passports", "sentenced him for the sale of four boats"; but
        not "arrested five men for luring girls, and two women", "issued papers to 12 victims",
        "investigated the cases of ten girls".
        """
        low = self._low
        if low[end - 1] in _LISTING or not COMPARING.isdisjoint(low[end - 2 : end]):
            return False
        objects = 0
        for at in range(start, end):
            word = low[at]
            if word == "of" and low[at - 1] in _CASES:
                continue
            if word in _CLAUSES or (word in _TURNS and objects and (event, word) not in RECIPIENTS):
                return True
            objects += word.isalnum() and word not in FUNCTION and word not in _AMOUNTS
        return False
