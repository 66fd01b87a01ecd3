"""Text that was lost on its way: what stands in its place, and what it may have hidden."""

from __future__ import annotations

import pytest

import tipdiff
from tests.habits.snippets import ROUTING, cable
from tests.reading.bodies import body, said, uncovered
from tipdiff.reading.lost import LOST_FORMS

BEFORE = "1. (U) HARBORS: The answers follow.\n\n-- A. The clerks keep a list. Few read it.\n\n"
AFTER = "porters carry it home.  Nine of them were hired in 2007.\n\n-- D. The port is small.\n"


class TestPlaces:
    """What tells of a loss."""

    @pytest.mark.parametrize(("form", "sample"), LOST_FORMS)
    def test_forms(self, form: str, sample: str) -> None:
        """It is told with its line, ends the answer, and is neither a statement nor a heading."""
        text = f"{BEFORE}{sample}\n{AFTER}"
        read = body(text)

        assert [(d.kind, d.line) for d in read.diagnostics] == [("lost", 5)], form
        assert [m.text for m in read.marks if m.kind == "lost"] == [sample]
        assert [s.section for s in read.statements[1:]] == [
            ("HARBORS", "A"),
            ("HARBORS", "A"),
            ("HARBORS",),
            ("HARBORS",),
            ("HARBORS", "D"),
        ]
        assert not uncovered(text)

    def test_in_mid_line(self) -> None:
        """A mirror can have joined the line with its neighbours."""
        read = body("1. (U) The clerks keep a Missing Section 002 porters read it.\n")

        assert [s.text for s in read.statements] == ["The clerks keep a", "porters read it."]
        assert [d.kind for d in read.diagnostics] == ["lost"]

    def test_above_the_surname(self) -> None:
        """What stands above the surname hides the end of the text."""
        read = body(f"{BEFORE}############\n\nMARBECK\n")

        assert [d.kind for d in read.diagnostics] == ["lost"]
        assert [m.text for m in read.marks if m.kind == "closing"] == ["MARBECK"]

    @pytest.mark.parametrize(
        "text",
        [
            "########\nPREVENTION\n########\n\n1. (U) The clerks read.\n",
            "Prevention\n##########\n\n1. (U) The clerks read.\n",
            "1. (U) The clerks read.\n\nMARBECK\n\n########\n",
            "1. (U) The clerks read.\n\n-----------\n",
        ],
    )
    def test_rules(self, text: str) -> None:
        """Rules round a title, and signs below the signature, hide nothing."""
        assert said(text) == ["The clerks read."]
        assert not body(text).diagnostics


class TestHidden:
    """What a loss may hide is neither dropped nor new."""

    HEAD = "PREVENTION\n----------\n\n-- A. The clerks keep a register of all ferries.\n\n"
    TAIL = "-- D. The harbor master has a small boat.\n"
    MIDDLE = "-- B. The nuns run a large house for victims.\n\n-- C. Two cooks work there.\n\n"
    WHOLE = HEAD + MIDDLE + TAIL

    def traits(self, old: str, new: str) -> list[tuple[str, tuple[str, ...]]]:
        """What became of each statement that is in one report alone."""
        comparison = tipdiff.compare(
            tipdiff.read(cable(old)),
            tipdiff.read(cable(new, routing=ROUTING.replace("MAR 05", "MAR 06"))),
        )
        self.warnings = comparison.warnings
        return [(c.status, c.traits) for c in comparison.changes if not (c.old and c.new)]

    def test_in_the_new_report(self) -> None:
        """Nothing is dropped that may stand in the lost lines, and a warning says so."""
        lost = f"{self.HEAD}##############\nhouse on the hill has a garden.\n\n{self.TAIL}"

        assert self.traits(self.WHOLE, lost) == [
            ("dropped", ("no-counterpart",)),
            ("dropped", ("no-counterpart",)),
            ("new", ("no-counterpart",)),
        ]
        assert any("lost text in one place" in warning for warning in self.warnings)

    def test_in_the_old_report(self) -> None:
        """Nor is anything new."""
        lost = f"{self.HEAD}[Missing Section 002]\n\n{self.TAIL}"

        assert {trait for _, trait in self.traits(lost, self.WHOLE)} == {("no-counterpart",)}

    def test_elsewhere(self) -> None:
        """What stands beyond the loss is dropped all the same."""
        lost = f"##############\n\n{self.TAIL}"
        gone = "\n-- E. A lamp burns on the pier all night long.\n"

        assert ("dropped", ()) in self.traits(self.WHOLE + gone, lost)
