"""Labels at the heads of lines."""

from __future__ import annotations

import pytest

from tipdiff.reading.labels import parse


def tokens(line: str) -> list[tuple[str, str, int | None]]:
    """Kind, value and number of each token of a line's label."""
    return [(token.kind, token.value, token.number) for token in parse(line).tokens]


class TestParse:
    """One label, read token by token."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("¶1. (U) Ferries", [("number", "1", None), ("mark", "(U)", None)]),
            ("1. (SBU) Ferries", [("number", "1", None), ("mark", "(SBU)", None)]),
            ("§2. (SBU/NF) Ferries", [("number", "2", None), ("mark", "(SBU/NF)", None)]),
            ("si. (U) Ferries", [("garbled", "si", None), ("mark", "(U)", None)]),
            ("3.  Ferries", [("number", "3", None)]),
            ("A) Ferries", [("weak-letter", "A", None)]),
            ("a. Ferries", [("weak-letter", "a", None)]),
            ("A.1. Ferries", [("weak-letter", "A", None)]),
            ("-- B.2. Ferries", [("letter", "B", None)]),
            ("-- A. (SBU) Ferries", [("letter", "A", None), ("mark", "(SBU)", None)]),
            ("--J. The ferries", [("letter", "J", None)]),
            ("¶A. (C) Ferries", [("letter", "A", None), ("mark", "(C)", None)]),
            ("-- G-K: not so", [("letter", "G-K", None)]),
            ("-- L, M: not so", [("letter", "L,M", None)]),
            ("-- 27 A. (SBU) Ferries", [("key", "A", 27), ("mark", "(SBU)", None)]),
            ("18A.  (SBU) Ferries", [("key", "A", 18), ("mark", "(SBU)", None)]),
            ("26C-D.  Ferries", [("key", "C-D", 26)]),
            ("27.A. (U) Ferries", [("key", "A", 27), ("mark", "(U)", None)]),
            ("--23A. Ferries", [("key", "A", 23)]),
            ("- 23C. Ferries", [("key", "C", 23)]),
            (
                "¶3. (SBU) Question 23 A: Ferries",
                [("number", "3", None), ("mark", "(SBU)", None), ("key", "A", 23)],
            ),
            ("¶4. Question 25 B/C: Ferries", [("number", "4", None), ("key", "B/C", 25)]),
            (
                "REFTEL Question 27 - --A. (SBU) Ferries",
                [("key", "", 27), ("letter", "A", None), ("mark", "(SBU)", None)],
            ),
            ("(1) (SBU) Ferries", [("item", "1", None), ("mark", "(SBU)", None)]),
            ("14) ferries", [("item", "14", None)]),
            ("-- Procuring a deckhand", [("bullet", "--", None)]),
            ("* PREVENTION: Posters", [("bullet", "*", None)]),
            ("- Harbor Pilot (FS 05) 14 hrs", [("bullet", "-", None)]),
        ],
    )
    def test_forms(self, line: str, expected: list[tuple[str, str, int | None]]) -> None:
        """Each form a label takes in cables is read for what it is."""
        assert tokens(line) == expected

    @pytest.mark.parametrize(
        "line",
        [
            "The ferries",
            "A ferry left",
            "2004. The ferries",
            "3.5 percent of them",
            "12 ferries left",
            "U.S. officials",
            '"A. ferry" they said',
            "I think so",
        ],
    )
    def test_text(self, line: str) -> None:
        """A line of text has no label, though it begins with a letter or a number."""
        assert tokens(line) == []

    def test_rest(self) -> None:
        """The rest is where the line's own text begins."""
        line = "-- 27 A. (SBU)  Ferries left."

        assert line[parse(line).rest :] == "Ferries left."
