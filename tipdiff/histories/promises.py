"""Promises: what is intended, and what the reports tell became of it.

A promise is one however often it stands: twins within a report and its repetitions in later ones,
in whichever thread, are put together by their objects (:mod:`~tipdiff.histories.objects`). What
became of it is looked for in all statements of all later editions. Whether a promise was kept is
for a reader to judge; what the texts say of it is not, and both are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from tipdiff.histories.blame import place_in_cable
from tipdiff.histories.contradictions import Contradictions, counted, is_in_part
from tipdiff.histories.details import wholes_of
from tipdiff.histories.fulfilment import is_done, is_earlier, is_not_done, is_of_state, is_put_off
from tipdiff.histories.laws import LIKE, Laws
from tipdiff.histories.mentions import Mention, Mentions
from tipdiff.histories.objects import Objects
from tipdiff.histories.promise_records import OUTCOMES, Found, Outcome, Promise, outcome
from tipdiff.histories.records import SURE

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread, Version

__all__ = ["OUTCOMES", "Found", "Promise", "outcome", "promises"]

#: Likeness from which two statements promise one thing: of one report, and of two.
TWINS: Final = 0.6
AGAIN: Final = 0.5
#: The least that either has of the other's object.
EITHER: Final = 0.45
_Bond = Literal["again", "same", "perhaps", "other"]
#: Likeness from which a later statement tells of a promise: where it is the promise again; of the
#: same thread, where the link has found it already; behind a link that is not sure; and elsewhere.
_LEAST: Final[dict[_Bond, float]] = {"again": 0.0, "same": 0.25, "perhaps": 0.3, "other": 0.5}
#: A statement that stood beside the promise and has as much of its object tells nothing new.
NEWS: Final = 0.1
#: Likeness from which what stood beside the promise already, and stands there still, tells of it.
STILL: Final = 0.6
#: An act is not that of a promise where another one is liker to it by so much.
LIKELIER: Final = 0.15
#: Likeness of a later statement from which it is worth showing beside a promise that was dropped:
#: what is less is printed as 0.00, and shares a word at most.
LEAST_LIKE: Final = 0.005
#: What outweighs what, where one edition says several things of a promise.
_GRAVEST: Final[tuple[Outcome, ...]] = ("kept", "put off", "repeated", "not kept", "taken up")


def promises(
    threads: Iterable[Thread], among: Iterable[Thread] = (), least: float = SURE
) -> list[Promise]:
    """Return all promises among some threads, by the edition and place in which they were made.

    Args:
        threads: What :func:`tipdiff.history` returned, or some of it.
        among: All of it, where ``threads`` are a selection: what became of a promise is looked for
            in all.
        least: The probability from which a link is sure: what stands behind another one is not of
            the same thread.

    """
    own = list(threads)
    told = _Search(list(among) or own, least).promises()
    wanted = {thread.id for thread in own}
    return [promise for promise in told if promise.thread.id in wanted]


class _Search:
    """All statements of a country, and which of them promise what."""

    def __init__(self, threads: Sequence[Thread], least: float) -> None:
        self._least = least
        found = Mentions(threads)
        self._said, self._texts, self._intended = found.said, found.texts, found.intended
        self._mentions = found.all
        self._contradictions = Contradictions(found.texts, found.items)
        objects = Objects(self._texts, [mention.meant for mention in self._mentions])
        self._likeness = [objects.likeness(k) for k in range(len(self._mentions))]
        self._telling = [objects.told(k) for k in range(len(self._mentions))]
        laws = Laws(self._texts)
        #: By promise: what tells that its law was passed.
        self._passed = [frozenset(laws.passed(mention)) for mention in self._mentions]
        for telling, passed in zip(self._telling, self._passed, strict=True):
            telling.update((place, max(telling.get(place, 0.0), LIKE)) for place in passed)
        self._about = objects
        self._editions = threads[0].editions if threads else ()
        #: By thread: the places of its versions.
        self._places: dict[int, dict[int, int]] = defaultdict(dict)
        for place, (thread, version) in enumerate(self._said):
            self._places[id(thread)][version.year] = place

    def promises(self) -> list[Promise]:
        """Return them."""
        told = [self._told(group) for group in self._grouped()]
        made: dict[int, dict[tuple[str, int], str]] = defaultdict(dict)
        for mention in self._mentions:
            for statement in mention.version.statements:
                made[mention.version.year][place_in_cable(statement)] = mention.version.text
        for order in (range(len(told)), reversed(range(len(told)))):  # a detail of a detail, too
            of = {
                (version.year, place_in_cable(statement)): promise
                for promise in told
                for version in (promise.made, *promise.twins)
                for statement in version.statements
            }
            for k in order:
                year, first = told[k].made.year, place_in_cable(told[k].made.statements[0])
                wholes = wholes_of(first, told[k].made.text, made[year])
                told[k] = _as_detail(told[k], [of[year, whole] for whole in wholes])
                of[year, first] = told[k]
        return told

    def _grouped(self) -> list[list[int]]:
        """Return the mentions of each promise, the first first."""
        groups: list[list[int]] = []
        of: dict[int, list[int]] = {}
        for k in range(len(self._mentions)):
            best = max(
                ((self._one(j, k), -j) for j in range(k) if self._one(j, k) > 0), default=None
            )
            if best is None:
                of[k] = [k]
                groups.append(of[k])
            else:
                of[k] = of[-best[1]]
                of[k].append(k)
        return groups

    def _one(self, one: int, other: int) -> float:
        """Return how surely two mentions promise one thing, 0 where they do not."""
        first, second = self._mentions[one], self._mentions[other]
        forth = self._likeness[one].get(second.place, 0.0)
        back = self._likeness[other].get(first.place, 0.0)
        alike = (forth + back) / 2 if min(forth, back) >= EITHER else 0.0
        if first.version.year == second.version.year:
            return alike if alike >= TWINS else 0.0
        if first.thread is second.thread and self._is_sure(
            first.thread, first.version.year, second.version.year
        ):
            same = first.intended[0].act == second.intended[0].act
            return 1 + alike if same or max(forth, back) >= _LEAST["same"] else 0.0
        return alike if alike >= AGAIN else 0.0

    def _is_sure(self, thread: Thread, first: int, last: int) -> bool:
        """Whether all links of a thread between two editions are sure."""
        between = (e for e in thread.events if first < e.year <= last)
        return not any(event.is_unsure(self._least) for event in between)

    def _told(self, group: Sequence[int]) -> Promise:
        mentions = [self._mentions[k] for k in group]
        made = mentions[0]
        times = len({m.version.year for m in mentions})
        twins = tuple(m.version for m in mentions[1:])
        after = [year for year in self._editions if year > made.version.year]
        last: tuple[Outcome, Found] | None = None
        missing: list[int] = []
        for year in after:
            told = self._in_edition(year, group)
            if told is None:
                missing.append(year)
                continue
            last, missing = told, []
            if told[0] == "kept":
                break
        if not after:
            return Promise(made.thread, made.version, "first made", made.version.year, 1, twins)
        if last is None or (missing and last[0] == "repeated"):
            nearest, still = self._nearest(group, missing), self._still(group, missing)
            if still is not None:
                return Promise(
                    made.thread, made.version, "taken up", still.version.year, times, twins, still
                )  # fmt: skip
            gone: Outcome = "no counterpart" if _is_apart(mentions) else "dropped"
            return Promise(
                made.thread, made.version, gone, missing[0], times, twins,
                missing=tuple(missing), nearest=nearest,
            )  # fmt: skip
        outcome, answer = last
        return Promise(
            made.thread, made.version, outcome, answer.version.year, times, twins, answer,
            figures=tuple(_figures(made.version, answer.version)),
            in_part=outcome == "taken up" and self._is_in_part(group, answer.version),
        )  # fmt: skip

    def _in_edition(self, year: int, group: Sequence[int]) -> tuple[Outcome, Found] | None:
        """Return what an edition tells of a promise, the gravest and then the likest of it."""
        earlier = [k for k in group if self._mentions[k].version.year < year]
        likeness: dict[int, float] = defaultdict(float)
        for k in earlier:
            for place, value in self._telling[k].items():
                if self._said[place][1].year == year:
                    likeness[place] = max(likeness[place], value)
        threads = {
            id(mention.thread)
            for mention in (self._mentions[k] for k in earlier)
            if self._is_sure(mention.thread, mention.version.year, year)
        }
        own = {self._mentions[k].place for k in group if self._mentions[k].version.year == year}
        found = []
        for place in sorted({*likeness, *own}):
            thread, _ = self._said[place]
            value = likeness[place]
            linked = any(self._mentions[k].thread is thread for k in earlier)
            sure = id(thread) in threads or place in own
            same = sure or (linked and value >= _LEAST["perhaps"])
            bond: _Bond = (
                "again" if place in own else "same" if sure else "perhaps" if same else "other"
            )
            told = self._tells(earlier, place, value, bond)
            if told == "kept" and self._is_of_a_likelier(group, earlier, place, value):
                told = "taken up"
            if told is not None and (
                same or told == "not kept" or not self._stood_before(earlier, thread, value, told)
            ):
                found.append((_GRAVEST.index(told), not same, -value, place))
        if not found:
            return None
        gravest, _, value, place = min(found)
        return _GRAVEST[gravest], Found(*self._said[place], -value)

    def _tells(
        self, earlier: Sequence[int], place: int, value: float, bond: _Bond
    ) -> Outcome | None:
        """Return what a later statement tells of a promise, None if nothing."""
        again = bond == "again"
        if value < _LEAST[bond]:
            return None
        if not again and self._is_of_another(earlier, place, linked=bond == "same"):
            return None
        text, intended = self._texts[place], self._intended[place]
        before = self._mentions[earlier[-1]]
        dated = again and not any(_figures(before.version, self._said[place][1]))
        if self._is_kept(earlier, place):
            part = self._is_in_part(earlier, self._said[place][1])
            return "taken up" if part else "kept"
        if is_put_off(before.version.text, text, promised=dated):
            return "put off"
        if not again:
            return "not kept" if is_not_done(text) else "taken up"
        first = self._mentions[earlier[0]].intended
        begun = all(i.in_work for i in intended) and not any(i.in_work for i in first)
        return "taken up" if begun else "repeated"

    def _is_of_another(self, earlier: Sequence[int], place: int, *, linked: bool) -> bool:
        """Whether a statement tells of another thing than what was promised.

        What a link has found already may have become an item, or a list.
        """
        return all(
            self._is_other(k, place)
            or (
                not linked
                and (
                    self._contradictions.is_item(self._mentions[k].place, place)
                    or self._about.is_spread(k, place)
                )
            )
            for k in earlier
        )

    def _is_other(self, k: int, place: int) -> bool:
        mention = self._mentions[k]
        return self._contradictions.is_other(mention.place, mention.meant, place)

    def _is_of_a_likelier(
        self, group: Sequence[int], earlier: Sequence[int], place: int, value: float
    ) -> bool:
        """Whether an act is that of another promise, as late or later, which is liker to it."""
        last = self._mentions[earlier[-1]].version.year
        return any(
            likeness >= value + LIKELIER and k not in group and year >= last
            for k, year, likeness in self._keeps[place]
        )

    @cached_property
    def _keeps(self) -> dict[int, list[tuple[int, int, float]]]:
        """By the place of a statement: the promises whose act it tells as done, and how like."""
        found: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
        for k, mention in enumerate(self._mentions):
            for place, value in self._telling[k].items():
                year = mention.version.year
                if (
                    value >= _LEAST["other"]
                    and year < self._said[place][1].year
                    and self._is_kept([k], place)
                ):
                    found[place].append((k, year, value))
        return found

    def _is_in_part(self, earlier: Sequence[int], answer: Version) -> bool:
        """Whether an act is on a small part of what was promised."""
        return any(
            is_in_part(mention.intended, mention.version.claims, answer.claims)
            for mention in (self._mentions[k] for k in earlier)
        )

    def _is_kept(self, earlier: Sequence[int], place: int) -> bool:
        """Whether a statement tells the act as done, on that thing, and not by another body."""
        text = self._texts[place]
        if is_earlier(text, self._mentions[earlier[0]].version.year):
            return False
        if all(self._is_other(k, place) for k in earlier):
            return False
        if any(place in self._passed[k] for k in earlier):
            return True
        intended = [i for k in earlier for i in self._mentions[k].intended]
        return (
            is_done(intended, text)
            and any(self._about.names_thing(k, place) for k in earlier)
            and (
                is_of_state(intended)
                or not all(self._about.is_by_another(k, place) for k in earlier)
            )
        )

    def _stood_before(
        self, earlier: Sequence[int], thread: Thread, value: float, told: Outcome
    ) -> bool:
        """Whether a thread told the same of an object when it was promised already."""
        versions = self._places[id(thread)]
        return any(
            self._telling[k].get(versions[year], 0.0) >= value - NEWS
            and self._tells(earlier, versions[year], value, "other") == told
            for k in earlier
            if (year := self._mentions[k].version.year) in versions
        )

    def _nearest(self, group: Sequence[int], missing: Sequence[int]) -> Found | None:
        """Return the statement of some editions that is most like a promise."""
        near = [
            (value, -place) for value, place in self._near(group, missing) if value >= LEAST_LIKE
        ]
        return Found(*self._said[-max(near)[1]], max(near)[0]) if near else None

    def _still(self, group: Sequence[int], missing: Sequence[int]) -> Found | None:
        """Return the likest of what tells of a promise although it stood beside it already."""
        near = [
            (value, -place)
            for value, place in self._near(group, missing)
            if value >= STILL and not self._is_of_another(group, place, linked=False)
        ]
        return Found(*self._said[-max(near)[1]], max(near)[0]) if near else None

    def _near(self, group: Sequence[int], years: Sequence[int]) -> Iterator[tuple[float, int]]:
        for k in group:
            for place, value in self._telling[k].items():
                if self._said[place][1].year in years:
                    yield value, place


def _as_detail(promise: Promise, wholes: Sequence[Promise]) -> Promise:
    """Return a promise that may be a detail of others: it is not dropped where they are not."""
    whole = next((each for each in wholes if each.answer is not None), None)
    if promise.outcome not in {"dropped", "no counterpart"} or whole is None:
        return promise
    return Promise(
        promise.thread, promise.made, "taken up", whole.year, promise.times, promise.twins,
        whole.answer, part_of=whole.part_of or whole.made,
    )  # fmt: skip


def _is_apart(mentions: Sequence[Mention]) -> bool:
    """Whether what promises something last has no counterpart in the edition behind it."""
    last = max(mention.version.year for mention in mentions)
    return all(
        mention.thread.last == last and mention.thread.events[-1].is_apart
        for mention in mentions
        if mention.version.year == last
    )


def _figures(made: Version, answer: Version) -> Iterator[tuple[str, str]]:
    """Yield each figure of a promise with the answer's of what it counts, where both differ."""
    theirs = {counted(claim): claim for claim in reversed(answer.claims)}
    for claim in made.claims:
        other = theirs.get(counted(claim))
        if other is not None and (claim.low, claim.high) != (other.low, other.high):
            yield claim.text, other.text
