"""Titles in a running text, in every form, and what looks like one and is none."""

from __future__ import annotations

import pytest

from tipdiff.reading import naming

from .bodies import body, said, uncovered

LAW = (
    "A law of May covers all ports of the islands, and the harbor board has told\n"
    "each captain what it asks of him and of the crew that sails with him.\n"
)
BOATS = (
    "The patrol bought two boats and a lamp last year, which the sailors praised\n"
    "in the hall of the old customs house where they meet in winter.\n"
)
PLANS = "Ostrel means to hire nine more guards before the ice is gone from the bay.\n"


def sections(text: str) -> list[tuple[str, ...]]:
    """The sections of a body's statements, each once."""
    return list(dict.fromkeys(statement.section for statement in body(text).statements))


class TestIsTitle:
    """A name told from a sentence by its letters."""

    @pytest.mark.parametrize(
        "text",
        [
            "Night Ferries",
            "Law on Ferries and Piers.",
            "FERRIES AND PIERS:",
            "Action of the Board in 2008",
            "Ferry Programs (Crews)",
            "U.S. Ferry Programs",
            "Rope/Timber",
        ],
    )
    def test_named(self, text: str) -> None:
        """Title case or capitals without a verb name something."""
        assert naming.is_title(text)

    @pytest.mark.parametrize(
        "text",
        [
            "night Ferries",
            "Night ferries left the bay",
            "The Ferry Is Late and was seen",
            "The Board has Met",
            "Not Applicable.",
            "None.",
            "Tel: 555-0100",
            "Ferries (with the",
            "Ferry One. Ferry Two",
            "40 Kilos of Rope",
            "THE LAMPS WERE SOLD.",
            "TARN GUARDS CAUGHT FOUR.",
            "THE BOARD OPENED A HALL.",
        ],
    )
    def test_not_named(self, text: str) -> None:
        """What begins small, has a verb or figures, answers or says where to ask does not."""
        assert not naming.is_title(text)


class TestForms:
    """One text, its parts named in one form or another."""

    NAMES = (("Ferry Laws",), ("Harbor Patrols",), ("Plans",))

    @pytest.mark.parametrize(
        "form",
        [
            "{}\n\n",
            "{}\n",
            "{}.\n",
            "{}:  ",
            "{}.  ",
            "-- {}\n\n",
            "{} ----------\n\n",
            "= = {}",
        ],
    )
    def test_alike(self, form: str) -> None:
        """A title alone, above its text, in front of it, bulleted or ruled reads the same."""
        if form.startswith("= ="):
            form = "{}\n= = = = = = = =\n\n"
        named = ["Ferry Laws", "Harbor Patrols", "Plans"]
        text = "\n".join(
            form.format(name) + part for name, part in zip(named, (LAW, BOATS, PLANS), strict=True)
        )

        assert sections(text) == list(self.NAMES)
        assert len(said(text)) == 3
        assert uncovered(text) == ""

    @pytest.mark.parametrize(
        ("first", "second"),
        [("I.", "II."), ("¶I.", "¶II."), ("Part I.", "Part II."), ("Section 1", "Section 2")],
    )
    def test_numbered_parts(self, first: str, second: str) -> None:
        """Parts with their numbers hold plain titles, and end the part before."""
        text = (
            f"{first} State of the Coast\n\n{PLANS}\n{second} Work of the Board\n\n"
            f"Ferry Laws.\n{LAW}\nHarbor Patrols.\n{BOATS}"
        )

        assert sections(text) == [
            ("State of the Coast",),
            ("Work of the Board", "Ferry Laws"),
            ("Work of the Board", "Harbor Patrols"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            f"A.1. FERRIES AND PIERS\n\n{LAW}\nA.11.a  PATROLS\n\n{BOATS}\nb.  PLANS\n\n{PLANS}",
            f"A.1. Ferries and Piers  {LAW}\nA.11.a. Patrols  {BOATS}\nA.12. Plans-  {PLANS}",
            f"A.1. Ferries and Piers  {LAW.strip()} A.11. Patrols  {BOATS.strip()}"
            f" A.12. Plans  {PLANS}",
        ],
    )
    def test_decimal_numbers(self, text: str) -> None:
        """A.1. numbers a part and is no answer A, alone, before its text or in mid-line."""
        found = [tuple(name.casefold() for name in section) for section in sections(text)]

        assert found == [("ferries and piers",), ("patrols",), ("plans",)]
        assert len(said(text)) == 3

    def test_letter(self) -> None:
        """A letter with a title alone names its part; a heading without one ends the letter."""
        text = f"¶A. Harbor Lamps\n\n{LAW}\n¶G. Sundry Rope\n\n{BOATS}\nEFFECTS\n\n{PLANS}"

        assert sections(text) == [("Harbor Lamps", "A"), ("Sundry Rope", "G"), ("EFFECTS",)]

    def test_paragraph(self) -> None:
        """A title that recurs behind the numbers of paragraphs is each paragraph's."""
        text = f"¶1. (U) Ferry Laws: {LAW}\n¶2. (U) Harbor Patrols: {BOATS}\n¶3. (U) Plans: {PLANS}"

        assert sections(text) == list(self.NAMES)

    def test_boxed_label(self) -> None:
        """A boxed number or letter is the heading's, and no answer's."""
        rule = "-" * 20
        text = f"{rule}\n¶I. Ferry Laws\n{rule}\n\n{LAW}\n{rule}\nB. PATROLS\n{rule}\n\n{BOATS}"

        assert sections(text) == [("Ferry Laws",), ("PATROLS",)]

    def test_boxed_question(self) -> None:
        """A boxed line is a heading though it asks."""
        rule = "-" * 30
        text = f"{rule}\nIN THE BAY:  WHO SAILS?\n{rule}\n\n{LAW}"

        assert sections(text) == [("IN THE BAY: WHO SAILS?",)]

    def test_begun(self) -> None:
        """The country's name below "Begin text" is a heading: that line leads to no list."""
        assert sections(f"¶2. (SBU) Begin text:\n\nOstrel:\n\n{LAW}") == [("Ostrel",)]

    def test_siblings(self) -> None:
        """Headings that look alike stand beside one another, whatever they are called."""
        text = f"OVERVIEW\n\n{LAW}\nWORK ABROAD\n\n{BOATS}\nWORK ABROAD\n\n{PLANS}"

        assert sections(text) == [("OVERVIEW",), ("WORK ABROAD",)]


class TestNone:
    """What is no title."""

    @pytest.mark.parametrize(
        "text",
        [
            f"¶1. (U) They are:\n\nAda Harrow\nBo Marbeck\nCy Lund\n\n¶2. (U) {LAW}",
            f"-- A. Ministry of Ports.\n\n-- B. The Harbor Board.\n\n{LAW}",
            f"Coast Guard: In May the harbor gave it a lamp, which the sailors praised.\n\n{LAW}",
            f"{PLANS}\n-- Night Ferries\n-- Harbor Lamps\n\n{LAW}",
            f"¶4. Rope and lamps: The embassy has given goods of these kinds below:\n\n¶5. {LAW}",
            f"hours of the report\n\n{LAW}",
        ],
    )
    def test_kept(self, text: str) -> None:
        """Names in lists, answers, one paragraph's first words and leads stay statements."""
        headings = [mark.text for mark in body(text).marks if mark.kind == "heading"]

        assert headings == []

    def test_decimal_answers(self) -> None:
        """A.1. before a sentence is part of the answer A."""
        text = "-- A. (SBU) Six boats sank.\n\nA.1. The first sank in May.\n"

        assert sections(text) == [("A",)]


class TestQuestionNumbers:
    """The number of the question belongs to its answer's key."""

    def test_several_below_one_heading(self) -> None:
        """Where one heading stands above several questions, their numbers tell them apart."""
        text = (
            "ANSWERS\n-------\n\n¶3. Question 25 A:  Data are few.\n\n"
            "¶4. Question 27 A:  The law is old.\n"
        )

        assert sections(text) == [("ANSWERS", "25", "A"), ("ANSWERS", "27", "A")]

    def test_one_below_a_heading(self) -> None:
        """Where the heading stands for the question, the number adds nothing."""
        assert sections("PATROLS\n\n-- 27 A. They sail.\n\n-- 27 B. They rest.\n") == [
            ("PATROLS", "A"),
            ("PATROLS", "B"),
        ]

    def test_name_of_the_question(self) -> None:
        """What a question is called behind its number is no statement."""
        text = (
            "¶3. (SBU) REFTEL question 27 - Work of the board. --A. (SBU) It sits. "
            "--B. (SBU) It votes.\n\n7.(U) REFTEL Question 31 - Heroes. The pilot helped.\n"
        )

        assert said(text) == ["It sits.", "It votes.", "The pilot helped."]
        assert sections(text) == [("27", "A"), ("27", "B"), ("31",)]


GUIDED = "The patrol met twice with the board of the islands.\n"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            f"Drug Flow/Transit.\n2004 brought more boats than any year.\n\n{BOATS}",
            ["Drug Flow/Transit"],
        ),
        (
            f"Corruption.\n{BOATS}Domestic Programs (Demand Reduction).\n{GUIDED}",
            ["Corruption", "Domestic Programs (Demand Reduction)"],
        ),
    ],
)
def test_known_titles_inside_a_paragraph(text: str, titles: list[str]) -> None:
    """What guides call their parts is a title above a figure, and where no blank line parts it."""
    assert [title for title, *_ in sections(text)] == titles


def test_lines_in_capitals_that_say_something() -> None:
    """Sentences in capitals, each a paragraph, are no titles of one another."""
    text = "A MAST WAS CUT.\n\nBOTH CREWS WERE PAID.\n\nTHEY SAIL.\n"

    assert said(text) == ["A MAST WAS CUT.", "BOTH CREWS WERE PAID.", "THEY SAIL."]


def test_parts_of_a_law_below_one_another() -> None:
    """A line that names a part of a law does not go on with the one above, which has no stop."""
    law = "Section 4: Harm Done to Lamps and Lights\n\nArticle 31: Theft\n"

    assert said(f"The law says this.\n\n{law}")[1:] == law.rstrip().split("\n\n")


def test_decimal_label_behind_a_row() -> None:
    """In a cable of one line a part begins behind two spaces, though no sentence ends there."""
    text = "They sail.  Boats   2004  Fifth  B.2. Piers and Ropes  The piers are old.\n"

    assert ("Piers and Ropes",) in sections(text)
