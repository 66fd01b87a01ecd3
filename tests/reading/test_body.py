"""Bodies of cables: each test is named for the habit of cables it is about."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .bodies import body, said, uncovered

WRAPPED = "The ferries of Kalvik leave at noon, and come back to the\nport in the evening.\n"


def facts(text: str) -> list[tuple[tuple[str, ...], int | None, str]]:
    """Section, paragraph and text of each statement."""
    return [(s.section, s.paragraph, s.text) for s in body(text).statements]


class TestParagraphNumbers:
    """``paragraph`` is the number as repaired."""

    def test_forms_and_repairs(self) -> None:
        """Pilcrow, section sign, letters and a pilcrow read as 1 all number paragraphs."""
        text = (
            "¶1. (U) One.\n\n§2. (U) Two.\n\n13. (SBU) Three.\n\nsi. (U) Four.\n\n5. (SBU) Five.\n"
        )
        read = body(text)

        assert [s.paragraph for s in read.statements] == [1, 2, 3, 4, 5]
        assert [(d.kind, d.line) for d in read.diagnostics] == [
            ("paragraph-number", 5),
            ("paragraph-number", 7),
        ]

    def test_pilcrow_in_mid_sentence(self) -> None:
        """A pilcrow that a dump put before a number inside a sentence is taken out, and said."""
        text = f"¶1. (U) {WRAPPED}The age of sailors is\n¶18.  They fled in\n¶2004. Nobody came.\n"
        read = body(text)

        assert [s.text for s in read.statements][1:] == [
            "The age of sailors is 18.",
            "They fled in 2004.",
            "Nobody came.",
        ]
        assert {d.kind for d in read.diagnostics} == {"stray-number", "stray-pilcrow"}

    def test_list_numbered_like_paragraphs(self) -> None:
        """Items numbered like paragraphs, some wrongly, are items of one answer."""
        text = (
            "¶4. (U) Clerks:\n\n¶1. Osk.\n\n¶2. Marbeck.\n\n¶4. Tarn.\n\n¶5. Selm.\n\n"
            "¶5. (U) The end.\n"
        )
        read = body(text)

        assert [s.kind for s in read.statements] == ["sentence", *["item"] * 4, "sentence"]
        assert [s.paragraph for s in read.statements] == [4, 4, 4, 4, 4, 5]
        assert {s.lead for s in read.statements[1:5]} == {"07KALVIK61:1"}

    def test_number_skipped(self) -> None:
        """A paragraph that is missing is no repair, but it is said."""
        read = body("¶1. (U) One.\n\n¶3. (U) Three.\n")

        assert [s.paragraph for s in read.statements] == [1, 3]
        assert [d.message for d in read.diagnostics] == ["paragraph 3 follows 1"]


class TestSections:
    """``section`` is the headings, then the answer's letter."""

    def test_letters_restart(self) -> None:
        """Letters begin anew under each heading, and can be missing."""
        text = "PORTS\n\nA. One.\n\nD. Two.\n\nFERRIES\n\nA. Three.\n"

        assert body(text).sections == (("PORTS", "A"), ("PORTS", "D"), ("FERRIES", "A"))

    def test_heading_inside_an_answer(self) -> None:
        """A boxed heading that the letters run on after is open until the next answer."""
        text = (
            "¶2. (SBU) What the ports do:\n\n-- A. One.\n\n-----\nNight ferries\n-----\nTwo.\n\n"
            "-- B. Three.\n\n¶3. PREVENTION:\n\n-- A. Four.\n"
        )

        assert [section for section, _, _ in facts(text)] == [
            ("What the ports do:", "A"),
            ("What the ports do:", "Night ferries", "A"),
            ("What the ports do:", "B"),
            ("PREVENTION:", "A"),
        ]

    def test_key_for_several_paragraphs(self) -> None:
        """A key in a numbered paragraph holds for those after it, until the next key."""
        text = "¶3. (U) Question 25 B/C: One.\n\n¶4. (U) Two.\n\n¶5. (U) Question 25 D: Three.\n"

        assert facts(text) == [
            (("25", "B/C"), 3, "One."),
            (("25", "B/C"), 4, "Two."),
            (("25", "D"), 5, "Three."),
        ]

    def test_contact_after_the_answers(self) -> None:
        """A numbered paragraph after answers under a numbered heading is not below it."""
        text = "¶1. PORTS:\n\n-- A. One.\n\n¶2. The contact is the consul.\n"

        assert facts(text) == [(("PORTS:", "A"), 1, "One."), ((), 2, "The contact is the consul.")]

    def test_summary_runs_in(self) -> None:
        """A heading run into its paragraph holds until the next number; its end is a mark."""
        text = "¶1. (U) SUMMARY: One. END SUMMARY.\n\n¶2. (U) Two.\n"
        read = body(text)

        assert facts(text) == [(("SUMMARY",), 1, "One."), ((), 2, "Two.")]
        assert [m.text for m in read.marks if m.kind == "closing"] == ["END SUMMARY."]

    def test_unlettered_paragraph(self) -> None:
        """A paragraph with only a mark goes on with the answer above."""
        text = "PORTS\n\n-- A. (SBU) One.\n\n(SBU) Two.\n"

        assert [section for section, _, _ in facts(text)] == [("PORTS", "A"), ("PORTS", "A")]

    def test_label_alone_on_its_line(self) -> None:
        """A label can stand alone above its question or answer."""
        text = "PORTS\n\n-- A.\n\nDo the ports close?\n\nThey do.\n\n(SBU) B.\n\nOne.\n"

        assert [(section, said) for section, _, said in facts(text)] == [
            (("PORTS", "A"), "They do."),
            (("PORTS", "B"), "One."),
        ]

    def test_initial_after_a_number(self) -> None:
        """An initial after a paragraph's number is no letter; the letter that is due is one."""
        text = "PORTS\n\n¶1. (U) J. Osk leads.\n\n¶2. A. One.\n\n¶3. B. Two.\n"

        assert [(section, said) for section, _, said in facts(text)] == [
            (("PORTS",), "J. Osk leads."),
            (("PORTS", "A"), "One."),
            (("PORTS", "B"), "Two."),
        ]

    def test_initial_is_no_letter(self) -> None:
        """An initial at the head of a line is part of its sentence."""
        text = f"PORTS\n\nC. {WRAPPED}The harbor is led by the pilot whom all call Dr.\nB. Osk.\n"

        assert said(text)[-1] == "The harbor is led by the pilot whom all call Dr. B. Osk."


class TestLists:
    """Bullets and items, and the statement that introduces them."""

    def test_lead(self) -> None:
        """Each bullet names the statement that introduces the list; wrapped ones stay whole."""
        text = (
            f"{WRAPPED}\nThe following offices take part in it:\n-- Ministry of Ports (with the\n"
            "Pilot Office and others): lead.\n-- Ministry of Tolls\n"
        )
        _, lead, *bullets = body(text).statements

        assert [b.text for b in bullets] == [
            "Ministry of Ports (with the Pilot Office and others): lead.",
            "Ministry of Tolls",
        ]
        assert {(b.kind, b.lead) for b in bullets} == {("bullet", lead.id)}

    def test_dash_in_mid_sentence(self) -> None:
        """A line that begins with a dash inside a sentence is no bullet."""
        text = f"{WRAPPED}They cannot name the ferries that left at night in winter\n- but a few.\n"

        assert said(text)[-1].endswith("in winter - but a few.")

    def test_list_inside_a_sentence(self) -> None:
        """A list numbered inside a sentence is no list, though a number heads a line."""
        lead = "The pilots name two changes since the spring of that year:"
        text = f"{WRAPPED}{lead}\n(1) fog; (2)\nice.\n"

        assert said(text)[-1].endswith("of that year: (1) fog; (2) ice.")

    def test_numbered_items(self) -> None:
        """A numbered list below its lead is one item a line."""
        fog = "fog, which the ferries of the islands all fear;"
        text = f"{WRAPPED}They named these:\n1) {fog}\n2) ice;\n3) sand.\n"

        assert [(s.kind, s.text) for s in body(text).statements[2:]] == [
            ("item", fog),
            ("item", "ice;"),
            ("item", "sand."),
        ]

    def test_hours(self) -> None:
        """A block of hours is a list, its total included."""
        text = "Hours spent on it:\n- Consul (FS 05) 14 hrs\n- Clerk  41 hrs\nTotal:    55 hrs\n"
        lead, *hours = body(text).statements

        assert [h.text for h in hours] == [
            "Consul (FS 05) 14 hrs",
            "Clerk 41 hrs",
            "Total: 55 hrs",
        ]
        assert {h.lead for h in hours} == {lead.id}


class TestTornSentences:
    """Page marks, captions and blank lines inside sentences."""

    MARK = "\n\nKALVIK 00000061  002.2 OF 007\n\n\n"

    @pytest.mark.parametrize(
        "gap", [MARK, "\n\n", "\n\nSIPDIS\n", "\nSENSITIVE, SIPDIS\n"], ids=["page", *"bsc"]
    )
    def test_rejoined(self, gap: str) -> None:
        """A sentence cut in two is one again, and it is said where."""
        text = f"¶1. (U) {WRAPPED}The harbor office of{gap}Tarn keeps a list.\n"
        read = body(text)

        assert read.statements[-1].text == "The harbor office of Tarn keeps a list."
        assert "torn-sentence" in {d.kind for d in read.diagnostics}
        assert text[slice(*read.statements[-1].span)] == (
            f"The harbor office of{gap}Tarn keeps a list."
        )

    def test_hyphens(self) -> None:
        """A hyphen at a line's end stays and takes no space; a hanging one and a dash do."""
        text = "The half-\nbrothers run day-\nor night-time ferries -\nand rafts--\nboats too.\n"

        assert said(text) == [
            "The half-brothers run day- or night-time ferries - and rafts--boats too."
        ]

    def test_two_paragraphs_stay_two(self) -> None:
        """A short line without a stop does not swallow the paragraph below it."""
        text = "Total: 62 hrs\n\nThe ferries left.\n"

        assert said(text) == ["Total: 62 hrs", "The ferries left."]


class TestEnd:
    """How a cable ends."""

    @pytest.mark.parametrize("end", ["MARBECK\n", "VAN MARBECK\n\nNNNN\n", "\n\nNNNN\n"])
    def test_closing(self, end: str) -> None:
        """A surname in capitals and NNNN are marks."""
        read = body(f"¶1. (U) The ferries left.\n{end}")

        assert [s.text for s in read.statements] == ["The ferries left."]
        assert {m.kind for m in read.marks} == {"label", "closing"}
        assert not read.truncated

    def test_breaks_off(self) -> None:
        """A text that ends in mid-sentence is told."""
        read = body("¶1. (U) The ferries left.  The port pays,")

        assert read.truncated
        assert read.diagnostics[-1].kind == "truncated"


class TestNarrative:
    """A text without cable habits."""

    def test_markdown(self) -> None:
        """A narrative has a heading at most, no numbers, and its paragraphs' sentences."""
        text = "#### f. Night Ferries\n\nThe law bans them. In 2003 two left.\n\nFew came back.\n"

        assert facts(text) == [
            (("Night Ferries",), None, "The law bans them."),
            (("Night Ferries",), None, "In 2003 two left."),
            (("Night Ferries",), None, "Few came back."),
        ]

    def test_nothing(self) -> None:
        """An empty body has nothing in it."""
        read = body("\n \n")

        assert (read.statements, read.sections, read.marks) == ((), (), ())


#: What bodies are made of, in any order.
PIECES = st.sampled_from(
    [
        *("\n", "\n\n", " ", "¶1. ", "2. (SBU) ", "13. ", "-- A. ", "B) ", "18C. ", "- ", "(1) "),
        *(
            "PORTS",
            "------\n",
            "KALVIK 00000061  002 OF 007",
            "SIPDIS",
            "NNNN",
            "MARBECK",
            "END NOTE.",
        ),
        *("The ferries left. ", "Is it so? ", "Please list them. ", "led by Dr. ", "a list: "),
        *(
            "half-\n",
            '"We do. ',
            "(see 2.E.) ",
            "¶18. ",
            "si. (U) ",
            "Question 23 A: ",
            "Total: 5 hrs",
        ),
        *("é", "\u2014", "\x0c", "\t", "... ", "N/A", "#### f. ", "**"),
    ]
)


class TestCoverage:
    """Nothing is lost, whatever is typed."""

    @given(st.lists(PIECES, max_size=30).map("".join))
    def test_every_letter(self, text: str) -> None:
        """Each letter and digit lies in a statement, a question or a mark, statements in order."""
        spans = [statement.span for statement in body(text).statements]

        assert uncovered(text) == ""
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
