"""One row of the table gives an event all it needs: every way to tell it, and what follows."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tipdiff.claims import extract_claims
from tipdiff.claims.indicators.tables import NAMES
from tipdiff.language.event_words import EVENT_NOUNS, EVENT_VERBS, FLOW_EVENTS
from tipdiff.language.events import EVENTS, EventRow, Idiom
from tipdiff.language.inflections import plural, verb_forms

each_row = pytest.mark.parametrize("row", EVENTS, ids=[row.name for row in EVENTS])


def told(text: str) -> list[tuple[float | None, str | None]]:
    """Value and event of each claim."""
    return [(claim.value, claim.event) for claim in extract_claims(text)]


def first(row: EventRow) -> str:
    """Return the past of a row's first verb."""
    return verb_forms(row.verbs.split()[0]).past


class TestEveryRow:
    """Whatever the row, its event is read in every way of telling it."""

    @each_row
    def test_sample(self, row: EventRow) -> None:
        """The sample has one figure, and the row's event."""
        text, value = row.sample

        assert told(text) == [(value, row.name)]

    @each_row
    def test_every_verb(self, row: EventRow) -> None:
        """Each verb tells it: active, passive, in a participle, and of nobody."""
        for verb in row.verbs.split():
            past = verb_forms(verb).past
            assert told(f"They {past} 14 clerks.") == [(14, row.name)]
            assert told(f"Fourteen clerks were {past} in May.") == [(14, row.name)]
            assert told(f"Of those, 14 had been {past}.") == [(14, row.name)]
            assert told(f"No clerks were {past}.") == [(0, row.name)]
            assert told(f"Nobody was {past}.") == [(0, row.name)]
            assert told(f"No one has yet been {past}.") == [(0, row.name)]

    @each_row
    def test_base_forms(self, row: EventRow) -> None:
        """A base form tells it where it is a verb, and so does its negation."""
        for verb in row.verbs.split():
            base = verb_forms(verb).base
            if base in row.but.split():
                continue
            assert told(f"They were able to {base} 14 clerks.") == [(14, row.name)]
            assert told(f"The town did not {base} any clerks.") == [(0, row.name)]
            assert told(f"The town has yet to {base} the 14 clerks.") == [(14, None)]

    @each_row
    def test_nouns(self, row: EventRow) -> None:
        """Each noun counts it, in either number, and the plural is a zero."""
        for noun in (*row.nouns.split(), *row.plurals.split()):
            many = plural(noun)
            assert told(f"There were 14 {many} in May.") == [(14, row.name)]
            assert told(f"There were no {many} in May.") == [(0, row.name)]
            assert told(f"The town did not see any {many}.") == [(0, row.name)]

    @each_row
    def test_nouns_in_the_singular(self, row: EventRow) -> None:
        """In the singular there is none of what is counted, and of nothing else."""
        for noun in row.nouns.split():
            assert told(f"There was no {noun} in May.") == [(0, row.name)]
        for noun in row.plurals.split():
            assert told(f"There was no {noun} in May.") == []

    @each_row
    def test_persons(self, row: EventRow) -> None:
        """Whom it happened to are persons: their nationality is a breakdown."""
        for noun in row.persons.split():
            (claim,) = extract_claims(f"There were 14 Ostreli {plural(noun)}.")
            assert claim.breakdown["nationality"] == "Ostreli"

    @pytest.mark.parametrize(
        ("row", "idiom"), [(row, idiom) for row in EVENTS for idiom in row.idioms]
    )
    def test_idioms(self, row: EventRow, idiom: Idiom) -> None:
        """The sample of each idiom tells the event, and its words alone do not."""
        assert [event for _, event in told(idiom.sample)] == [row.name]
        for verb in idiom.verbs.split():
            for word in idiom.words.split():
                assert (14, row.name) in told(f"The 14 men were {verb} to the {word}.")
                assert told(f"The 14 men were {verb} to the hills.")[0][1] is None

    @each_row
    def test_what_its_forms_are_not(self, row: EventRow) -> None:
        """Forms that say something else tell nothing; each is a form of one of its verbs."""
        forms = {form for verb in row.verbs.split() for form in verb_forms(verb)}

        for word in row.but.split():
            assert word in forms
            assert word not in EVENT_VERBS


class TestTable:
    """The table as a whole, and what is derived from it."""

    def test_one_row_an_event(self) -> None:
        """No event has two rows, and no word tells two events."""
        names = [row.name for row in EVENTS]
        verbs = [
            form
            for row in EVENTS
            for verb in row.verbs.split()
            for form in verb_forms(verb)
            if form not in row.but.split()
        ]
        nouns = [n for row in EVENTS for n in (*row.nouns.split(), *row.plurals.split())]

        for words in (names, verbs, nouns):
            assert len(words) == len(set(words))

    @each_row
    def test_named_by_its_verb(self, row: EventRow) -> None:
        """An event is called by the participle of its first verb."""
        assert row.name == first(row)

    def test_carried_over_knows_what_a_claim_can_bear(self) -> None:
        """Whatever may be carried over is an event of claims, and what a claim bears is known."""
        borne = {*EVENT_VERBS.values(), *EVENT_NOUNS.values()}

        assert borne == {row.name for row in EVENTS}
        assert borne >= FLOW_EVENTS
        assert borne - FLOW_EVENTS == {row.name for row in EVENTS if not row.flow}

    def test_indicators_can_ask_for_each(self) -> None:
        """An indicator of a user's own may be of any event."""
        assert NAMES["event"] >= {row.name for row in EVENTS}

    @pytest.mark.parametrize(
        ("text", "claims"),
        [
            ("Agents charged 90 euros.", [(90, None)]),
            ("They reported wages of 90 euros.", [(90, None)]),
            ("Six officials reported that wages fell.", [(6, None)]),
            ("The office issued papers to 12 women.", [(12, "granted")]),
            ("The office gave papers to 12 women.", [(12, None)]),
        ],
    )
    def test_what_a_row_says_beside_words(
        self, text: str, claims: list[tuple[float, str | None]]
    ) -> None:
        """Units, what somebody says, and who receives: each as the row has it."""
        assert told(text) == claims


PARDONED = """
from tipdiff.language import events
events.EVENTS += (
    events.EventRow(
        name="pardoned", verbs="pardon", nouns="pardon", plurals="clemency", persons="pardonee",
        idioms=(events.Idiom("set", "free", "Five were set free."),), sample=("", 0),
    ),
)
import json, sys
import tipdiff
from tipdiff.claims import extract_claims
from tipdiff.comparison.facts import FLOW_EVENTS
own = tipdiff.indicators_from_data(
    {"indicator": [{"id": "pardons", "event": ["pardoned"], "counted": ["pardon", "@person"]}]}
)
read = {
    text: [(c.value, c.event, c.indicator) for c in extract_claims(text, indicators=own)]
    for text in json.load(sys.stdin)
}
json.dump([read, "pardoned" in FLOW_EVENTS], sys.stdout)
"""


class TestNewRow:
    """A row is all that an event takes."""

    def test_read_everywhere(self) -> None:
        """An event that exists only as one more row is read in every way, and carried over."""
        texts = {
            "The president pardoned 5 traffickers.": 5,
            "In May 5 men were pardoned.": 5,
            "The president is pardoning 5 men.": 5,
            "The president promised to pardon 5 men.": 5,
            "There were 5 pardons.": 5,
            "The pardon of 5 men was noted.": 5,
            "In May 5 men were set free.": 5,
            "There were no pardons.": 0,
            "There was no pardon.": 0,
            "Nobody was pardoned.": 0,
            "No one was pardoned.": 0,
            "No trafficker was pardoned.": 0,
            "The president did not pardon any men.": 0,
            "Not a single pardon was granted.": 0,
        }
        found = subprocess.run(
            [sys.executable, "-c", PARDONED],
            input=json.dumps(list(texts)),
            capture_output=True,
            text=True,
            check=True,
        )
        read, carried = json.loads(found.stdout)

        assert read == {text: [[value, "pardoned", "pardons"]] for text, value in texts.items()}
        assert carried

    def test_unread_without_it(self) -> None:
        """Without the row none of its words tells an event."""
        assert told("The president pardoned 5 traffickers.") == [(5, None)]
        assert told("There were no pardons.") == []
        assert told("Nobody was pardoned.") == []


class TestInflections:
    """The forms of regular words, and of those whose past is given."""

    @pytest.mark.parametrize(
        ("verb", "forms"),
        [
            ("arrest", "arrest arrests arrested arresting"),
            ("charge", "charge charges charged charging"),
            ("identify", "identify identifies identified identifying"),
            ("employ", "employ employs employed employing"),
            ("dismiss", "dismiss dismisses dismissed dismissing"),
            ("free", "free frees freed freeing"),
            ("spend/spent", "spend spends spent spending"),
            ("refer/referred", "refer refers referred referring"),
            ("traffic/trafficked", "traffic traffics trafficked trafficking"),
            ("take/took", "take takes took taking"),
        ],
    )
    def test_verbs(self, verb: str, forms: str) -> None:
        """Base, third person, past, and the form in -ing."""
        assert " ".join(verb_forms(verb)) == forms

    @pytest.mark.parametrize(
        ("noun", "many"),
        [("raid", "raids"), ("expiry", "expiries"), ("search", "searches"), ("day", "days")],
    )
    def test_nouns(self, noun: str, many: str) -> None:
        """The plural."""
        assert plural(noun) == many
