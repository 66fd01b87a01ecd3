"""What signs a cable, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.reading.bodies import body, uncovered
from tipdiff.reading.signature import COMPLETE


def signed(text: str) -> list[str]:
    """The words that were taken off as the end of a body."""
    return [mark.text for mark in body(text).marks if mark.kind == "closing"]


class TestSurname:
    """A surname is taken off on evidence."""

    @pytest.mark.parametrize(("pattern", "sample"), COMPLETE)
    def test_samples(self, pattern: str, sample: str) -> None:
        """Below each form of a last line a surname signs."""
        assert signed(f"1. (U) {sample}\nMARBECK\n") == ["MARBECK"], pattern

    @pytest.mark.parametrize("end", ["", "\nNNNN\n", "\nKALVIK 00000140  002 OF 002\n", "SIPDIS\n"])
    def test_end_marks(self, end: str) -> None:
        """Only end marks may stand below it."""
        assert signed(f"1. (U) The ferries left.\nMARBECK\n{end}")[0] == "MARBECK"

    @pytest.mark.parametrize("text", ["The clerks keep a register", "Number of ferries: 14"])
    def test_apart(self, text: str) -> None:
        """A line that lacks its stop is complete if a blank line stands below."""
        assert signed(f"1. (U) {text}\n\nMARBECK\n") == ["MARBECK"]


class TestNoSurname:
    """All else stays a statement."""

    @pytest.mark.parametrize(
        ("text", "last"),
        [
            ("A. Ships of three flags called last year. These were:\nVARONA\n", "VARONA"),
            ("A. Ships of three flags called last year. These were:\n\nVARONA\n", "VARONA"),
            ("A. The flags were:\n- OSTREL\n- TARN\n\nVARONA\n", "VARONA"),
            ("A. The flags were:\nOSTREL\nTARN\nVARONA\n", "VARONA"),
            ("A. Which flags called?\n\nVARONA\n", "VARONA"),
            ("A. The clerks asked for ships of\nVARONA\n", "VARONA"),
            ("A. The ferries left.\n\nNOT APPLICABLE\n", "NOT APPLICABLE"),
            ("A. The ferries left. NOT APPLICABLE\n", "NOT APPLICABLE"),
            ("A. The ferries left.\n\nSAME AS BEFORE\n\nNNNN\n", "SAME AS BEFORE"),
            ("A. The ferries left. SHIPS CALLED OFTEN\n", "SHIPS CALLED OFTEN"),
        ],
    )
    def test_kept(self, text: str, last: str) -> None:
        """A name in a list, the end of a sentence and an answer in capitals are no signature."""
        assert body(text).statements[-1].text.endswith(last)
        assert not uncovered(text)
