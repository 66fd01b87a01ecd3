"""Headings told from sentences, leads and names."""

from __future__ import annotations

import pytest

from tipdiff.reading import headings, layout


def titles(text: str) -> list[str]:
    """What the headings of a text say."""
    found = layout.lines(text, 0, len(text))
    blocks = layout.blocks(found, layout.width(found))
    around = [None, *blocks, None]
    said = [
        headings.heading(block, around[place], around[place + 2])
        for place, block in enumerate(blocks)
    ]
    return [title for title in said if title is not None]


class TestHeading:
    """One block between its neighbours."""

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("PREVENTION\n\nA. The ferries left.", "PREVENTION"),
            ("Care of Deckhands\n----\nThe ferries left.", "Care of Deckhands"),
            ("------\nNight ferries\n------\n\nThe ferries left.", "Night ferries"),
            ("------\n\nNight ferries\n\n------\n\nThe ferries left.", "Night ferries"),
            ("Overview (ref. Para 27 SECSTATE 111222)\n\nThe ferries left.", "Overview"),
            ("PREVENTION (ref Para 28)\n\nA) The ferries left.", "PREVENTION"),
            (
                "¶1.  Prevention of Smuggling:\n-------\n\n-- A. They left.",
                "Prevention of Smuggling:",
            ),
            ("3.  What the ports do:\n\n-- A. They left.", "What the ports do:"),
            ("¶3. (SBU) PROTECTION:\n\nThey left.", "PROTECTION:"),
            ("¶E. FERRY FIGURES:\n\n(1) (SBU) They left.", "FERRY FIGURES:"),
            ("#### f. Night Ferries\n\nThey left.", "Night Ferries"),
            ("--- NIGHT FERRIES ---\n\nThey left.", "NIGHT FERRIES"),
            ("**Night Ferries**\n\nThey left.", "Night Ferries"),
            ("-----\nPORTS AND\nFERRIES\n-----\n\nThey left.", "PORTS AND FERRIES"),
        ],
    )
    def test_forms(self, text: str, title: str) -> None:
        """Each form a heading takes in cables is one, without rules, numbers and references."""
        assert titles(text) == [title]

    @pytest.mark.parametrize(
        "text",
        [
            "The following ports take part:\n\n-- Kalvik.\n-- Tarn.",
            "¶3. (SBU) The following ports take part:\n\n-- Kalvik.\n-- Tarn.",
            "The summary ends here.\n-------\n\nThe ferries left.",
            "NOT APPLICABLE\n\nThe ferries left.",
            "NONE.\n\nThe ferries left.",
            "The ferries left\n\nand came back.",
            "-- PORTS\n-- FERRIES\n\nThey left.",
            "The ferries left.\n\nMARBECK",
            '"A TRUE LIST"\n\nThe ferries left.',
            "Total: 17 hours\n\nThe ferries left.",
        ],
    )
    def test_none(self, text: str) -> None:
        """A lead, a sentence with a rule, an answer, a bullet or the last name is no heading."""
        assert titles(text) == []


def test_run_in() -> None:
    """A paragraph's heading can run into its first sentence; an ordinary one with a colon not."""
    match = headings.RUN_IN.match("SUMMARY: The ferries left.")

    assert match is not None
    assert match["t"] == "SUMMARY"
    assert headings.RUN_IN.match("Night ferries: The ferries left.") is None
