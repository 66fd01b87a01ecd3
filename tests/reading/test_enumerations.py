"""Letters and numbers in brackets inside a paragraph: (a), (ii), 3)."""

from __future__ import annotations

import pytest

import tipdiff

from .bodies import body, said, uncovered

MENDED, SOLD, PAID = "It mended 3 piers.", "It sold an old ferry.", "It paid 12 crews."


def kinds(text: str) -> list[str]:
    """What the statements are."""
    return [statement.kind for statement in body(text).statements]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("(a)", "(b)", "(c)"), ("(i)", "(ii)", "(iii)"), ("(1)", "(2)", "(3)"), ("a)", "b)", "c)")],
)
class TestSentences:
    """Members that are sentences are items, whatever counts them."""

    def test_led(self, first: str, second: str, third: str) -> None:
        """Behind a colon, and each lead back to what introduces them."""
        text = f"The office was busy: {first} {MENDED} {second} {SOLD} {third} {PAID}\n"
        lead, *items = body(text).statements

        assert [i.text for i in items] == [MENDED, SOLD, PAID]
        assert [i.kind for i in items] == ["item"] * 3
        assert {i.lead for i in items} == {lead.id}
        assert lead.text == "The office was busy:"
        assert uncovered(text) == ""

    def test_alone(self, first: str, second: str, third: str) -> None:
        """At the beginning of a paragraph, in no section of that letter."""
        text = f"Word came late.\n\n{first} {MENDED} {second} {SOLD} {third} {PAID}\n"

        assert said(text) == ["Word came late.", MENDED, SOLD, PAID]
        assert all(s.section == () for s in body(text).statements)

    def test_wrapped(self, first: str, second: str, third: str) -> None:
        """Wrapping moves members to the head of a line and sentences over its end."""
        text = (
            f"The harbor office was as busy as ever: {first} It mended\n"
            f"3 piers. {second} It sold an old\nferry.\n{third} It paid 12 crews.\n"
        )

        assert said(text) == ["The harbor office was as busy as ever:", MENDED, SOLD, PAID]
        assert not body(text).diagnostics

    def test_run(self, first: str, second: str, third: str) -> None:
        """A sentence that goes on through them stays one, with all of its letters."""
        text = f"{first} wardens held 5 men; {second} courts freed 3; and {third} one fled.\n"

        assert said(f"Last year {text}") == [f"Last year {text.strip()}"]
        assert said(text) == [text.strip()]

    def test_wrapped_run(self, first: str, second: str, third: str) -> None:
        """So it does where wrapping has put one of them at the head of a line."""
        text = (
            f"Last year {first} the harbor wardens held 5 sailors and a clerk;\n"
            f"{second} courts freed 3; and {third} one sailor fled the island.\n"
        )

        assert said(text) == [" ".join(text.split())]


@pytest.mark.parametrize(
    "text",
    [
        "The code (Article 5(b)(ii)) forbids it.",
        "Under section 12 (a) of the code, fines reach 500 crowns.",
        "First, (a) ropes; second, (b) money.",
        "It names the crew (see also 4 b) and the ferry.",
    ],
)
def test_no_enumeration(text: str) -> None:
    """Letters of a law, and members of a sentence, part nothing."""
    assert said(text + "\n") == [text]


def test_figures() -> None:
    """The letters are no figures, and each member's figure is its own."""
    text = "Last year (i) wardens arrested 5 men; (ii) courts convicted 3 smugglers.\n"
    report = tipdiff.read(text, country="Ostrel", year=2011)
    (statement,) = report.statements

    assert [claim.value for claim in tipdiff.extract_claims(statement.text)] == [5, 3]
