"""How much a text may hold for its figures to be read, and texts that are read in pieces."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.claims.extract import FIGURES, PIECE

SENTENCE = "Police of Merrin arrested 14 men, up from nine in 2005. "


class TestFigures:
    """A statement of more figures than anybody tells in one."""

    @pytest.mark.parametrize("piece", ["14 men ", "nine women, ", "1/2 of 3, "])
    def test_told_whole(self, piece: str) -> None:
        """None of the figures of such a statement is told; those beside it are."""
        report = tipdiff.read(f"They came: {piece * (FIGURES + 1)} all.  {SENTENCE}\n")
        claims = [tipdiff.extract_claims(statement.text) for statement in report.statements]

        assert [len(found) for found in claims] == [0, 2]

    def test_up_to_the_limit(self) -> None:
        """One that has as many as may be tells all of them."""
        assert len(tipdiff.extract_claims("14 men, " * FIGURES)) == FIGURES


class TestLongTexts:
    """Texts of many sentences."""

    def test_pieces_are_of_whole_sentences(self) -> None:
        """Every sentence of a long text has the claims it has alone, with places and ids in it."""
        count = 3 * PIECE // len(SENTENCE)
        alone = tipdiff.extract_claims(SENTENCE)
        claims = tipdiff.extract_claims(SENTENCE * count)

        assert [c.id for c in claims] == [f"#{k}" for k in range(1, 2 * count + 1)]
        assert [(c.text, c.value, c.event, c.stated) for c in claims] == [
            (c.text, c.value, c.event, c.stated) for c in alone
        ] * count
        assert all((SENTENCE * count)[slice(*c.span)] == c.text for c in claims)
        known = {claim.id: claim for claim in claims}
        told = [(c, known[c.baseline_of]) for c in claims if c.baseline_of]
        assert len(told) == count
        assert all(0 <= one.span[0] - other.span[0] < len(SENTENCE) for one, other in told)

    def test_no_end_in_sight(self) -> None:
        """A long text without a sentence's end is cut between words, and no figure is torn."""
        text = "1,250 crates of the harbour at Merrin came with the ferry and " * 100

        assert [c.value for c in tipdiff.extract_claims(text)] == [1250] * 100
