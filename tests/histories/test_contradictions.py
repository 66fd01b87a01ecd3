"""What is no answer to a promise although its words are alike, and what answers a part of it."""

from __future__ import annotations

import pytest
from attrs import evolve

import tipdiff
from tipdiff.histories.objects import Objects
from tipdiff.histories.promises import Promise, promises
from tipdiff.histories.records import Event
from tipdiff.language.intentions import intentions

#: What stands in both reports beside a promise.
BESIDE = (
    "Ostrel is a transit country for men from Tessaly who work in its quarries.",
    "The police arrested nine men for trafficking in persons.",
    "The White Door shelter housed 42 victims of trafficking.",
    "The Ministry of Labor inspected 300 workplaces and fined eleven employers.",
    "Prosecutors opened 14 trafficking cases, and courts convicted six traffickers.",
    "The committee met four times.",
    "Posters at the airport warn travelers of false job offers.",
    "The hotline took 900 calls, a tenth of them from abroad.",
    "There were no reports of complicity of officials in trafficking.",
)


def made(*editions: str) -> list[Promise]:
    """The promises of editions, each with its statements among others that promise nothing."""
    half = len(BESIDE) // 2
    return promises(
        tipdiff.history(
            [
                tipdiff.read(
                    " ".join([*BESIDE[:half], body, *BESIDE[half:]]) + "\n",
                    country="Ostrel",
                    year=year,
                )
                for year, body in enumerate(editions, 2004)
            ]
        )
    )


@pytest.mark.parametrize(
    ("promised", "later", "expected"),
    [
        (
            "The government intends to ratify the Palermo Protocol.",
            "Parliament ratified the Palermo Convention.",
            "dropped",
        ),
        (
            "The government intends to ratify the Palermo Protocol.",
            "In May the government ratified the UN TIP Protocol.",
            "kept",
        ),
        (
            "The Red Lantern plans to open a center for minors in Kalvik.",
            "Victims of all ages were welcome when, in July, a center for minors opened in Brenn.",
            "dropped",
        ),
        (
            "The Red Lantern plans to open a center for minors in Kalvik.",
            "Victims of all ages were welcome when, in July, a center for minors opened in Kalvik.",
            "kept",
        ),
    ],
)
def test_another_thing(promised: str, later: str, expected: str) -> None:
    """Another treaty and another town answer nothing."""
    (promise,) = made(promised, later)

    assert promise.outcome == expected


@pytest.mark.parametrize(
    ("hall", "expected"), [("the Hall (books)", True), ("the Hall (tutors for swimming)", False)]
)
def test_list(hall: str, expected: bool) -> None:
    """A list answers a promise by one of its members, not by a word of each."""
    promised = "The hall will include tutors who can teach swimming."
    told = f"Ash (tutors for miners), Elm (swimming), Fir (beds), Oak (law), {hall}."
    objects = Objects([promised, told, *BESIDE], [intentions(promised)])

    assert objects.is_spread(0, 1) is expected


@pytest.mark.parametrize(
    ("promised", "later", "expected"),
    [
        ("plan to hire 20 quay inspectors", "hired two of the 20 quay inspectors", "taken up"),
        ("plan to hire 20 quay inspectors", "hired 18 quay inspectors", "kept"),
        ("plan to open a school with 20 desks", "opened a school with two desks", "kept"),
    ],
)
def test_in_part(promised: str, later: str, expected: str) -> None:
    """An act on few of those that it was promised for is taken up; figures beside it are told."""
    (promise,) = made(f"The towns {promised}.", f"The towns {later}.")

    assert promise.outcome == expected
    assert len(promise.figures) == 1


def test_of_a_likelier_promise() -> None:
    """An act is that of the later promise that has its words, not of every one of the kind."""
    first, second = made(
        "The guild has plans to conduct another regional survey that will include Tessaly.",
        "The guild expects to complete a survey of ferry pilots to gauge thirst in Orvast.",
        "The guild conducted a survey of ferry pilots to gauge thirst in Orvast.",
    )

    assert first.outcome != "kept"
    assert second.outcome == "kept"


@pytest.mark.parametrize(
    "detail",
    [
        "The guild is seeking funding for this survey.",
        "The survey will cover nine rivers.",
        "It will cover nine rivers.",
    ],
)
def test_details(detail: str) -> None:
    """What says more of a promised thing is not dropped while the thing is there."""
    whole, part = made(
        f"The guild plans to conduct a survey of otters. {detail}",
        "In May the guild conducted a survey of otters.",
    )

    assert (whole.outcome, part.outcome) == ("kept", "taken up")
    assert part.answer == whole.answer


def test_details_go_on() -> None:
    """Of two details of a thing that stood before, one goes with the other."""
    found = made(
        "A panel of ferrymen was formed in May. It will count the herons of the delta. The panel "
        "will also report to the Union of Orvast Anglers.",
        "The panel reports to the Union of Orvast Anglers.",
    )

    assert [promise.outcome for promise in found] == ["taken up", "taken up"]


def test_drafting_what_was_planned() -> None:
    """What was planned and is in work later is taken up, however often it is in work."""
    (promise,) = made(
        "The guild plans to draft a code for otters.",
        "The guild is drafting a code for otters.",
        "The guild is still drafting a code for otters.",
    )

    assert promise.outcome == "taken up"


def test_word_for_word() -> None:
    """What is promised word for word again is one promise, however little it says."""
    text = "Sentencing is scheduled for late May."
    (promise,) = made(text, text)

    assert promise.outcome == "repeated"


@pytest.mark.parametrize(
    ("traits", "expected"), [((), "dropped"), (("no-counterpart",), "no counterpart")]
)
def test_no_counterpart(traits: tuple[str, ...], expected: str) -> None:
    """What the next report cannot hold, since it no longer asks, is not told as dropped."""
    old, new = (
        tipdiff.read(f"{text}\n", country="Ostrel", year=year)
        for text, year in (
            ("The guild plans to count all otters.", 2004),
            ("Calls are free.", 2005),
        )
    )
    went = Event(2005, "dropped", traits)
    threads = [
        evolve(each, events=(each.events[0], went)) if each.first == 2004 else each
        for each in tipdiff.history([old, new])
    ]
    (promise,) = promises(threads)

    assert promise.outcome == expected
    assert promise.missing == (2005,)
