"""What follows from the rows of events: which word tells which event, and how there is none of it.

Nothing here names an event; a row of :data:`tipdiff.language.events.EVENTS` is all that one takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tipdiff.language.events import EVENTS, EventRow
from tipdiff.language.inflections import plural, verb_forms

__all__ = [
    "EVENT_NOUNS",
    "EVENT_PARTICIPLES",
    "EVENT_PERSONS",
    "EVENT_PHRASES",
    "EVENT_UNITS",
    "EVENT_VERBS",
    "EVENT_WORDS",
    "FINITE",
    "FLOW_EVENTS",
    "PLURAL_ZEROS",
    "RECIPIENTS",
    "SAYING",
    "ZEROS",
]


def _verbs(row: EventRow) -> Iterator[str]:
    for verb in row.verbs.split():
        yield from verb_forms(verb)


def _nouns(row: EventRow) -> Iterator[str]:
    yield from _numbers(row.nouns)
    yield from _numbers(row.plurals)


def _numbers(nouns: str) -> Iterator[str]:
    """Yield nouns in both numbers."""
    for noun in nouns.split():
        yield from (noun, plural(noun))


#: The event that each form of a verb tells, each noun in either number.
EVENT_VERBS: Final = {
    form: row.name for row in EVENTS for form in _verbs(row) if form not in row.but.split()
}
EVENT_NOUNS: Final = {form: row.name for row in EVENTS for form in _nouns(row)}
#: The past of each verb, which is its participle.
EVENT_PARTICIPLES: Final = frozenset(
    verb_forms(verb).past for row in EVENTS for verb in row.verbs.split()
)
#: Forms that are verbs wherever they stand: all but the base, and what a noun looks like.
FINITE: Final = frozenset(
    form
    for row in EVENTS
    for verb in row.verbs.split()
    for form in verb_forms(verb)[1:]
    if form in EVENT_VERBS and form not in EVENT_NOUNS
)
#: All words of each event: who says one of them need not name it again ("59 raids" were raided).
EVENT_WORDS: Final = {
    row.name: frozenset((*_verbs(row), *_nouns(row), *_numbers(row.persons))) for row in EVENTS
}
#: By verb, the words behind it that make an event of it, and the event.
EVENT_PHRASES: Final[dict[str, list[tuple[frozenset[str], str]]]] = {}
for _row in EVENTS:
    for _idiom in _row.idioms:
        for _verb in _idiom.verbs.split():
            EVENT_PHRASES.setdefault(_verb, []).append((frozenset(_idiom.words.split()), _row.name))
#: Nouns in the singular: "no conviction" is a zero; "no charge" is none, only "no charges".
ZEROS: Final = frozenset(noun for row in EVENTS for noun in row.nouns.split())
PLURAL_ZEROS: Final = frozenset(noun for row in EVENTS for noun in row.plurals.split())
#: Nouns, in either number, of those whom an event happened to.
EVENT_PERSONS: Final = frozenset(form for row in EVENTS for form in _numbers(row.persons))
#: Events that happen within a period, so that the same figure for two periods is worth a look.
FLOW_EVENTS: Final = frozenset(row.name for row in EVENTS if row.flow)
#: An event and the preposition behind which those stand whom it happened to.
RECIPIENTS: Final = frozenset((row.name, row.recipient) for row in EVENTS if row.recipient)
#: Events whose verbs also introduce what somebody says.
SAYING: Final = frozenset(row.name for row in EVENTS if row.saying)
#: Events whose figures are of some units only, and these, up to their colon.
EVENT_UNITS: Final = {row.name: frozenset(row.units.split()) for row in EVENTS if row.units}
