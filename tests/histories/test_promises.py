"""Whether what was promised is told as done."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.histories.promises import REGULAR, outcome
from tipdiff.histories.records import Thread, Version


def told(first: str, second: str) -> str:
    """What became of the promise of one statement, which the next edition says otherwise."""
    versions = tuple(
        Version(year, tipdiff.read(f"{text}\n", country="Ostrel", year=year).statements)
        for year, text in enumerate((first, second), 2004)
    )
    return outcome(Thread("1", (2004, 2005), versions, ()))


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

    def test_no_auxiliary(self) -> None:
        """What stands before any other verb tells nothing of a promise to have something."""
        later = "The ministry had hired two guards."

        assert told("The ministry plans to have two guards.", later) == "taken up in 2005"
