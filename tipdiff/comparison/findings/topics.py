"""Changes gathered to topics: what one report says of one thing, told once.

A run of new statements of one answer is one topic, and so is a run of dropped ones. What was
dropped and what came in the place of it are one topic where they speak of the same; so are figures
that go on in statements which are not linked, and neighbours whose figures moved together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.comparison.findings.spoken import acts, spoken
from tipdiff.comparison.findings.terms import Terms, likely, likeness
from tipdiff.comparison.form import is_of_form

if TYPE_CHECKING:
    from tipdiff.records import Change, ClaimChange, Statement

__all__ = ["Topic", "gathered"]

#: Likeness of words, weighed by how rare they are, from which two topics are of one matter. Read
#: off pairs of real reports: below it they share the names of ministries.
SAME_MATTER: Final = 0.25
#: The same where what was dropped lies beside what came in the place of it.
REPLACED: Final = 0.22
#: The same for every two of the topics that are told as one: each may be like the next, and the
#: first and the last of two matters. From 0.15 to 0.2 the briefs of analysts are covered as well.
ALL_OF_ONE_MATTER: Final = 0.2
#: The same for neighbours whose figures are of two indicators.
NEIGHBORS: Final = 0.1
#: Changes between what was dropped and what took its place, at most.
NEAR_BY: Final = 30
#: Topics of one matter that are told as one, at most: more are a field and no thing.
OF_ONE_MATTER: Final = 4
#: Traits of what says the same of another year.
ROLLED: Final = frozenset({"period", "garbled", "moved", "repeated"})
#: Acts of which the year is the news: a promise put off, a law of another year.
DATED: Final = frozenset({"promise", "law"})
#: Neighbours whose figures moved that are told together, at most.
TOGETHER: Final = 3


@frozen(eq=False)
class Topic:
    """Changes that tell one thing, and the figures that go on in them though they are not linked.

    ``place`` is the place of the first change, which decides between topics of equal weight.
    """

    place: int
    changes: tuple[Change, ...]
    links: tuple[ClaimChange, ...] = ()

    @cached_property
    def old(self) -> tuple[Statement, ...]:
        """The statements of the old report that it rests on, each once."""
        return tuple({s.id: s for change in self.changes for s in change.old}.values())

    @cached_property
    def new(self) -> tuple[Statement, ...]:
        """The statements of the new report that it rests on, each once."""
        return tuple({s.id: s for change in self.changes for s in change.new}.values())

    @cached_property
    def figures(self) -> tuple[ClaimChange, ...]:
        """What became of its figures; those paired across statements first, and only so."""
        paired = {c.id for link in self.links for c in (link.old, link.new) if c is not None}
        return (
            *self.links,
            *(
                each
                for change in self.changes
                for each in change.claims
                if not any(c is not None and c.id in paired for c in (each.old, each.new))
            ),
        )

    def joined(self, other: Topic, link: ClaimChange | None = None) -> Topic:
        """Return both as one; a topic joined with itself has its figures once."""
        changes = {id(change): change for change in (*self.changes, *other.changes)}
        links = {id(each): each for each in (*self.links, *other.links)}
        if link is not None:
            links[id(link)] = link
        return Topic(min(self.place, other.place), tuple(changes.values()), tuple(links.values()))


def gathered(
    changes: Sequence[Change], links: Sequence[ClaimChange], terms: Terms
) -> tuple[Topic, ...]:
    """Return what there is to tell of a comparison, in the order of its changes.

    Args:
        changes: All changes. What has no counterpart is told nowhere, neither are rows of tables
            and what is unchanged.
        links: Figures of one indicator paired across statements that are not linked.
        terms: How rare words are in the two reports.

    """
    topics = [*_runs(changes, "new"), *_runs(changes, "dropped"), *_changed(changes, terms)]
    topics.sort(key=lambda topic: topic.place)
    topics = _linked(topics, links)
    return tuple(_of_one_matter(topics, terms))


def _told(change: Change) -> bool:
    """Whether a change tells of the country: no row, nothing apart, nothing of the report.

    Letters mended and a year that rolled on tell nothing.
    """
    if change.is_row or "no-counterpart" in change.traits:
        return False
    if is_of_form(change) or _rolled_on(change):
        return False
    return not all(spoken(s.text).of_the_report for s in (*change.old, *change.new))


def _rolled_on(change: Change) -> bool:
    """Whether nothing but the year of a statement went on, and the year is not what it tells."""
    return (
        "period" in change.traits
        and ROLLED.issuperset(change.traits)
        and DATED.isdisjoint(acts(change.new))
    )


def _answer(statement: Statement) -> tuple[object, ...]:
    return (*statement.section, statement.paragraph)


def _runs(changes: Sequence[Change], status: str) -> Iterator[Topic]:
    """Yield runs of new, or of dropped, statements of one answer, with nothing linked between."""
    other = "dropped" if status == "new" else "new"
    run = 0
    placed: list[tuple[tuple[object, ...], int, Change]] = []
    for place, change in enumerate(changes):
        if change.status == status and _told(change):
            placed.append(((run, *_answer((change.old or change.new)[0])), place, change))
        elif change.status != other:
            run += 1
    for _, group in groupby(placed, key=lambda each: each[0]):
        members = list(group)
        yield Topic(members[0][1], tuple(change for _, _, change in members))


def _changed(changes: Sequence[Change], terms: Terms) -> Iterator[Topic]:
    """Yield what changed; neighbours of one answer whose figures moved are told together.

    But arrests and victims are two matters, unless the sentences are alike.
    """
    before: Topic | None = None
    for place, change in enumerate(changes):
        if change.status != "changed" or not _told(change):
            if before is not None and change.status == "unchanged":
                yield before
                before = None
            continue
        topic = Topic(place, (change,))
        if (
            before is not None
            and len(before.changes) < TOGETHER
            and all("figures" in each.traits for each in (*before.changes, change))
            and _answer(before.new[-1]) == _answer(topic.new[0])
            and not _of_two_matters(before, topic, terms)
        ):
            before = before.joined(topic)
            continue
        if before is not None:
            yield before
        before = topic
    if before is not None:
        yield before


def _of_two_matters(one: Topic, other: Topic, terms: Terms) -> bool:
    """Whether the figures of two topics are of different indicators, and so are their words."""
    told = [
        {c.indicator for e in topic.figures for c in (e.old, e.new) if c and c.indicator}
        for topic in (one, other)
    ]
    if not all(told) or told[0] & told[1]:
        return False
    vectors = [terms.vector(s.text for s in (*t.old, *t.new)) for t in (one, other)]
    return likeness(*vectors) < NEIGHBORS


def _linked(topics: Sequence[Topic], links: Sequence[ClaimChange]) -> list[Topic]:
    """Return topics of which those that a figure goes on between are one.

    A figure of which the old report itself tells two years has not gone on to the new one.
    """
    before = {s.id for topic in topics for s in topic.old}
    home = {s.id: topic for topic in reversed(topics) for s in (*topic.old, *topic.new)}
    for link in links:
        if link.old is None or link.new is None:
            continue
        places = [claim.statement for claim in (link.old, link.new)]
        if places[1] in before:
            continue
        one, other = map(home.get, places)
        if one is not None and other is not None:
            both = one.joined(other, link)
            home.update({s.id: both for s in (*both.old, *both.new)})
    return sorted(dict.fromkeys(home.values()), key=lambda topic: topic.place)


def _of_one_matter(topics: Sequence[Topic], terms: Terms) -> list[Topic]:
    """Return topics of which those that speak of the same matter are one, the likest first."""
    vectors = [terms.vector(s.text for s in (*t.old, *t.new)) for t in topics]
    pairs = sorted(
        (-how, one, other)
        for how, one, other in likely(vectors, REPLACED)
        if how >= _needed(topics[one], topics[other])
    )
    group = {place: [place] for place in range(len(topics))}
    for _, one, other in pairs:
        both = sorted({*group[one], *group[other]})
        if (
            group[one] is not group[other]
            and len(both) <= OF_ONE_MATTER
            and all(
                likeness(vectors[mine], vectors[its]) >= ALL_OF_ONE_MATTER
                for mine in group[one]
                for its in group[other]
            )
        ):
            group.update(dict.fromkeys(both, both))
    told: list[Topic] = []
    for place, topic in enumerate(topics):
        members = group[place]
        if members[0] == place:
            told.append(reduce(Topic.joined, (topics[k] for k in members[1:]), topic))
    return told


def _needed(one: Topic, other: Topic) -> float:
    """Return the likeness that two topics need: less where one took the place of the other."""
    sides = {(bool(topic.old), bool(topic.new)) for topic in (one, other)}
    near = abs(one.place - other.place) <= NEAR_BY
    return REPLACED if near and sides == {(True, False), (False, True)} else SAME_MATTER
