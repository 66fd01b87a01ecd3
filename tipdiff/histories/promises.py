"""Promises: what is intended, and what the reports tell became of it.

A promise is one however often it stands: twins within a report and its repetitions in later ones,
in whichever thread, are put together by their objects (:mod:`~tipdiff.histories.objects`). What
became of it is looked for in all statements of all later editions. Whether a promise was kept is
for a reader to judge; what the texts say of it is not, and both are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.histories.antecedents import BACK, leaning
from tipdiff.histories.blame import place_in_cable
from tipdiff.histories.details import whole_of
from tipdiff.histories.fulfilment import is_done, is_not_done, is_of_state, is_put_off
from tipdiff.histories.objects import Objects
from tipdiff.histories.promise_records import OUTCOMES, Found, Outcome, Promise, outcome
from tipdiff.histories.records import SURE
from tipdiff.language.intentions import Intention, intentions, is_item, leads_a_list
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread, Version

__all__ = ["OUTCOMES", "Found", "Promise", "outcome", "promises"]

#: Likeness from which two statements promise one thing: of one report, and of two.
TWINS: Final = 0.6
AGAIN: Final = 0.5
#: The least that either has of the other's object.
EITHER: Final = 0.45
#: Likeness of a promise's object to a statement of another thread from which that tells of it. Of
#: the same thread, the link has found it already.
TELLS: Final = 0.5
#: Likeness from which a statement of the same thread tells of a promise.
SAME_THREAD: Final = 0.25
#: Likewise where a link between them is not sure.
PERHAPS: Final = 0.3
#: A statement that stood beside the promise and has as much of its object tells nothing new.
NEWS: Final = 0.1
#: Likeness from which what stood beside the promise already, and stands there still, tells of it.
STILL: Final = 0.6
#: What outweighs what, where one edition says several things of a promise.
_GRAVEST: Final[tuple[Outcome, ...]] = ("kept", "put off", "repeated", "not kept", "taken up")


@frozen
class _Mention:
    """A version that promises something, and where its text is among all."""

    thread: Thread
    version: Version
    intended: tuple[Intention, ...]
    place: int


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
        self._said = [(thread, version) for thread in threads for version in thread.versions]
        self._texts = [version.text for _, version in self._said]
        self._intended = [tuple(intentions(text)) for text in self._texts]
        for place, lead in self._below_lists():
            self._intended[place] = self._intended[place] or lead
        self._objects: dict[int, tuple[Intention, ...]] = {}
        self._lean()
        self._mentions = [
            _Mention(*self._said[place], intended, place)
            for place, intended in enumerate(self._intended)
            if intended
        ]
        self._mentions.sort(key=lambda m: (m.version.year, place_in_cable(m.version.statements[0])))
        objects = Objects(self._texts, [self._objects[m.place] for m in self._mentions])
        self._likeness = [objects.likeness(k) for k in range(len(self._mentions))]
        self._telling = [objects.told(k) for k in range(len(self._mentions))]
        self._about = objects
        self._editions = threads[0].editions if threads else ()
        #: By thread: the places of its versions.
        self._places: dict[int, dict[int, int]] = defaultdict(dict)
        for place, (thread, version) in enumerate(self._said):
            self._places[id(thread)][version.year] = place

    def _lean(self) -> None:
        """Let promises lean on the statements before them ("will open the center")."""
        told = {
            (version.year, statement.id): version.text
            for _, version in self._said
            for statement in version.statements
        }
        for place, intended in enumerate(self._intended):
            if intended:
                _, version = self._said[place]
                cable, number = place_in_cable(version.statements[0])
                near = ((version.year, f"{cable}:{number - back}") for back in range(1, BACK + 1))
                self._objects[place] = leaning(
                    self._texts[place], intended, [told[key] for key in near if key in told]
                )

    def _below_lists(self) -> Iterator[tuple[int, tuple[Intention, ...]]]:
        """Yield the items of lists whose lead intends what they say, with that intention."""
        leads = {
            (version.year, statement.id): statement.text
            for _, version in self._said
            for statement in version.statements
            if leads_a_list(statement.text)
        }
        for place, (_, version) in enumerate(self._said):
            lead = leads.get((version.year, version.statements[0].lead or ""))
            if lead is not None and is_item(version.text):
                first = intentions(lead)[0]
                text = folded(version.text)
                act = text.split()[0] if text else None
                yield place, (Intention(False, act, False, first.before, text),)

    def promises(self) -> list[Promise]:
        """Return them."""
        told = []
        of: dict[tuple[int, tuple[str, int] | None], Promise] = {}
        made: dict[int, dict[tuple[str, int], str]] = defaultdict(dict)
        for mention in self._mentions:
            for statement in mention.version.statements:
                made[mention.version.year][place_in_cable(statement)] = mention.version.text
        for group in self._grouped():
            promise = self._told(group)
            year, first = promise.made.year, place_in_cable(promise.made.statements[0])
            whole = whole_of(first, promise.made.text, made[year])
            told.append(_as_detail(promise, of.get((year, whole))))
            of.update(
                ((version.year, place_in_cable(statement)), told[-1])
                for version in (promise.made, *promise.twins)
                for statement in version.statements
            )
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
            return 1 + alike if max(forth, back) >= SAME_THREAD else 0.0
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
            nearest = self._nearest(group, missing)
            if nearest is not None and nearest.likeness >= STILL:
                return Promise(
                    made.thread, made.version, "taken up", nearest.version.year, times, twins,
                    nearest,
                )  # fmt: skip
            return Promise(
                made.thread, made.version, "dropped", missing[0], times, twins,
                missing=tuple(missing), nearest=nearest,
            )  # fmt: skip
        outcome, answer = last
        return Promise(
            made.thread, made.version, outcome, answer.version.year, times, twins, answer,
            figures=tuple(_figures(made.version, answer.version)),
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
            same = id(thread) in threads or place in own or (linked and value >= PERHAPS)
            told = self._tells(earlier, place, value, same=same, again=place in own)
            if told is not None and (
                same or told == "not kept" or not self._stood_before(earlier, thread, value, told)
            ):
                found.append((_GRAVEST.index(told), not same, -value, place))
        if not found:
            return None
        gravest, _, value, place = min(found)
        return _GRAVEST[gravest], Found(*self._said[place], -value)

    def _tells(
        self, earlier: Sequence[int], place: int, value: float, *, same: bool, again: bool
    ) -> Outcome | None:
        """Return what a later statement tells of a promise, None if nothing."""
        text = self._texts[place]
        intended = self._intended[place]
        before = self._mentions[earlier[-1]]
        dated = again and not any(_figures(before.version, self._said[place][1]))
        if same and not again and value < SAME_THREAD:
            return None
        if not same and value < TELLS:
            return None
        if self._is_kept(earlier, place):
            return "kept"
        if is_put_off(before.version.text, text, promised=dated):
            return "put off"
        if not again:
            return "not kept" if is_not_done(text) else "taken up"
        begun = all(i.in_work for i in intended) and not any(i.in_work for i in before.intended)
        return "taken up" if begun else "repeated"

    def _is_kept(self, earlier: Sequence[int], place: int) -> bool:
        """Whether a statement tells the act as done, on that thing, and not by another body."""
        intended = [i for k in earlier for i in self._mentions[k].intended]
        return (
            is_done(intended, self._texts[place])
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
            and self._tells(earlier, versions[year], value, same=False, again=False) == told
            for k in earlier
            if (year := self._mentions[k].version.year) in versions
        )

    def _nearest(self, group: Sequence[int], missing: Sequence[int]) -> Found | None:
        """Return the statement of some editions that is most like a promise."""
        near = [
            (value, -place)
            for k in group
            for place, value in self._telling[k].items()
            if self._said[place][1].year in missing
        ]
        if not near:
            return None
        value, place = max(near)
        return Found(*self._said[-place], value)


def _as_detail(promise: Promise, whole: Promise | None) -> Promise:
    """Return a promise that may be a detail of another: it is not dropped where that is not."""
    if promise.outcome != "dropped" or whole is None or whole.answer is None:
        return promise
    return evolve(
        promise, outcome="taken up", year=whole.year, answer=whole.answer, missing=(), nearest=None
    )


def _figures(made: Version, answer: Version) -> Iterator[tuple[str, str]]:
    """Yield each figure of a promise with the answer's of what it counts, where both differ."""
    theirs = {
        (claim.unit, claim.counted or claim.indicator): claim for claim in reversed(answer.claims)
    }
    for claim in made.claims:
        other = theirs.get((claim.unit, claim.counted or claim.indicator))
        if other is not None and (claim.low, claim.high) != (other.low, other.high):
            yield claim.text, other.text
