"""Whether what was promised is told as done."""

from __future__ import annotations

import pytest

import tipdiff
from benchmarks.promises import scored
from tipdiff.histories.objects import Objects, thing
from tipdiff.histories.past_forms import REGULAR
from tipdiff.histories.promises import outcome, promises
from tipdiff.histories.records import Thread, Version
from tipdiff.language.intentions import intentions


def told(first: str, second: str) -> str:
    """What became of the promise of one statement, which the next edition says otherwise."""
    versions = tuple(
        Version(year, tipdiff.read(f"{text}\n", country="Ostrel", year=year).statements)
        for year, text in enumerate((first, second), 2004)
    )
    (promise,) = promises([Thread("1", (2004, 2005), versions, ())])
    return outcome(promise)


def fates(old: list[str], new: list[str]) -> list[str]:
    """Return what became of the promises of an edition by the next one."""
    reports = [
        tipdiff.read(" ".join([*body, "Calls are free."]) + "\n", country="Ostrel", year=year)
        for year, body in ((2004, old), (2005, new))
    ]
    return [outcome(promise) for promise in promises(tipdiff.history(reports))]


@pytest.mark.parametrize(
    "later",
    [
        "Clerks of the ministry trained nobody.",
        "The ministry sold ferries.",
    ],
)
def test_nearest_is_like_it(later: str) -> None:
    """Beside a dropped promise stands no statement that shares but the name of an office."""
    reports = [
        tipdiff.read(f"Ferries are idle. {text}\n", country="Ostrel", year=year)
        for year, text in (
            (2004, "The ministry plans to build a lighthouse at the northern cape."),
            (2005, f"The harbor office has two clerks. {later}"),
        )
    ]
    (promise,) = promises(tipdiff.history(reports))

    assert promise.outcome == "dropped"
    assert promise.nearest is None


class TestKept:
    """What tells that a promise was kept."""

    @pytest.mark.parametrize(
        ("promised", "later", "expected"),
        [
            (
                "plans to add five guards at Tarn",
                "admitted five guards at Tarn",
                "taken up",
            ),
            ("plans to add five guards at Tarn", "added five guards at Tarn", "kept"),
            ("intends to do a survey of the quays", "dropped a survey of the quays", "taken up"),
            ("intends to do a survey of the quays", "did a survey of the quays", "kept"),
            ("plans to complete a wall in Orvast", "complained of a wall in Orvast", "taken up"),
            ("plans to ratify the treaty of Tarn", "ratified the treaty of Tarn", "kept"),
            ("plans to equip the harbor guards", "equipped the harbor guards", "kept"),
            ("plans to admit the harbor guards", "admitted the harbor guards", "kept"),
            ("plans to close the old quay of Tarn", "closed the old quay of Tarn", "kept"),
            ("plans on opening a house in Orvast", "opened a house in Orvast", "kept"),
            ("plans to bring the orphans to Tarn", "brought the orphans to Tarn", "kept"),
            ("plans to spend more on the quays", "spent more on the quays", "kept"),
            ("plans to sell the old quay of Tarn", "sold the old quay of Tarn", "kept"),
            ("will be ready to run the new quay", "was ready once to run the new quay", "taken up"),
        ],
    )
    def test_kept(self, promised: str, later: str, expected: str) -> None:
        """Only the past of the promised verb tells that a promise was kept."""
        assert told(f"The ministry {promised}.", f"The ministry {later}.") == f"{expected} in 2005"

    @pytest.mark.parametrize("sample", [*(sample for *_, sample in REGULAR), "panic panicked"])
    def test_regular(self, sample: str) -> None:
        """Each way to make a past has a verb that it is for."""
        verb, past = sample.split()

        assert told(f"Clerks plan to {verb} it.", f"Clerks {past} it.") == "kept in 2005"

    def test_a_thing_that_is_planned(self) -> None:
        """A thing of which no act is promised is kept when it came about, not when it is told."""
        promise = "A second school is planned for the isle of Tarn."

        assert told(promise, "A second school opened on the isle of Tarn.") == "kept in 2005"
        assert (
            told(promise, "A second school on the isle of Tarn was discussed.")
            == "taken up in 2005"
        )

    def test_no_auxiliary(self) -> None:
        """What stands before any other verb tells nothing of a promise to have something."""
        later = "The ministry had hired two guards."

        assert told("The ministry plans to have two guards.", later) == "taken up in 2005"


class TestFates:
    """What became of promises that were judged before the code was run."""

    @pytest.mark.parametrize("country", ["varona", "ostrel"])
    def test_gold(self, country: str) -> None:
        """Of five promises of each fate nearly all are found and told right."""
        score = scored(country)

        assert score.both >= 0.9 * score.wanted
        assert score.found - score.both <= score.found / 15
        assert score.fates >= 0.85 * score.both
        assert score.gone >= 0.95 * score.dropped

    def test_figures(self) -> None:
        """A promise's figures stand beside those of the act."""
        before, after = (
            tipdiff.read(
                f"The guild {act} of the port with {beds} beds.\n", country="Ostrel", year=year
            )
            for act, beds, year in (
                ("plans to open a shelter", "fifty", 2004),
                ("opened the shelter", "thirty", 2005),
            )
        )
        (promise,) = promises(tipdiff.history([before, after]))

        assert promise.outcome == "kept"
        assert promise.figures == (("fifty beds", "thirty beds"),)

    def test_another_thread(self) -> None:
        """What was promised in one statement is looked for in all later ones."""
        old = ["The Guild of Weavers plans to open a hotline for deckhands.", "Calls are free."]
        new = ["In May the hotline for deckhands was launched by the guild.", "Calls are free."]
        found = promises(
            tipdiff.history(
                [
                    tipdiff.read(" ".join(body) + "\n", country="Ostrel", year=year)
                    for year, body in ((2004, old), (2005, new))
                ]
            )
        )

        assert [outcome(promise) for promise in found] == ["kept in 2005"]

    def test_what_stands_still(self) -> None:
        """A promise is not gone while what stood beside it goes on telling of its object."""
        beside = "There is a quarrel over the code of conduct for ferry pilots."
        made = "The guild plans to revise the code of conduct for ferry pilots."

        assert fates([made, beside], [beside]) == ["taken up in 2005"]

    def test_detail(self) -> None:
        """What says more of a promised thing is not dropped where the thing is there."""
        promised = ["The guild plans to open a school in Orvast.", "The school will teach knots."]
        other = "The duchess will keep nine falcons for hunting."

        assert fates([*promised, other], ["In May the guild opened a school in Orvast."]) == [
            "kept in 2005",
            "taken up in 2005",
            "not found in 2005",
        ]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The guild plans to build a hall of glass.", "hall"),
            ("The hall will be opened in May.", "hall"),
            ("The guild will inaugurate the hall in May.", "hall"),
            ("The guild plans to hold a series of lectures in Tarn.", "lectures"),
            ("The hall will receive 300 crowns.", ""),
        ],
    )
    def test_what_the_thing_is(self, text: str, expected: str) -> None:
        """A thing stands behind the act, or before one that is done to it; an amount is none."""
        (intended,) = intentions(text)

        assert thing(intended).rpartition(" ")[2] == expected

    def test_the_thing(self) -> None:
        """What names all but the promised thing tells less of it than what names its place too."""
        promised = "The guild plans to add a lawyer to the office of the harbor at Orvast."
        texts = [
            promised,
            "In the office of the harbor they met at Orvast.",
            "A lawyer of the guild was seen at Orvast.",
            *("The tide is high.", "Snow fell.", "The guild met in Tarn."),
        ]
        objects = Objects(texts, [intentions(promised)])
        alike = objects.likeness(0)
        told = objects.told(0)

        assert told[1] < alike[1]
        assert told[2] > alike[2]

    @pytest.mark.parametrize(
        ("promised", "later"),
        [
            (
                "The guild expects to complete a survey of ferry pilots in May.",
                "The guild conducted a survey of ferry pilots.",
            ),
            (
                "The cabinet plans to submit the convention on pilots to parliament.",
                "Despite parliament's approval of the convention on pilots the cabinet waits.",
            ),
        ],
    )
    def test_done_in_other_words(self, promised: str, later: str) -> None:
        """An act is done if its end is told, or what came after it."""
        assert told(promised, later) == "kept in 2005"

    def test_list(self) -> None:
        """What stands below "goals include:" is promised."""
        body = (
            "The goals of the council include:\n\n-- A hotline in Orvast.\n\n-- A wall in Tarn.\n"
        )
        found = promises(tipdiff.history([tipdiff.read(body, country="Ostrel", year=2004)]))

        assert "A hotline in Orvast." in {promise.made.text for promise in found}
