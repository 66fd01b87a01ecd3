"""Reports of an office's own form: none is a cable, and each is read as its writer meant it."""

from __future__ import annotations

import pytest

import tipdiff

from .bodies import body, said, uncovered


def outline(text: str) -> list[tuple[tuple[str, ...], str]]:
    """Each statement with its section."""
    return [(s.section, s.text) for s in body(text).statements]


def read(text: str) -> list[tuple[tuple[str, ...], str]]:
    """The same of a whole report."""
    report = tipdiff.read(text, country="Ostrel", year=2011)
    return [(s.section, s.text) for s in report.all_statements]


class TestContents:
    """A table of contents is no text: not its title, not its entries, not their pages."""

    TEXT = "\n\nThe Piers\n\nThe piers were mended.\n\nCrews at Sea\n\nThe crews were paid.\n"

    @pytest.mark.parametrize(
        "contents",
        [
            "TABLE OF CONTENTS\n\nThe Piers ........ 2\nCrews at Sea ..... 4",
            "Contents\n\nThe Piers\t2\nCrews at Sea\t4",
            "Contents\n\nThe Piers     2\n\nCrews at Sea  4",
            "Contents:\n\nThe Piers\nCrews at Sea",
            "Contents\n\n1. The Piers . . . . . . iv\n2. Crews at Sea . . . . . x",
            "The Piers ....... 2\nCrews at Sea .... 4\nA Word of Thanks ... 5",
        ],
        ids=["dots", "tabs", "spaces", "no pages", "roman pages", "no title"],
    )
    def test_forms(self, contents: str) -> None:
        """However it leads to the pages, if it does."""
        text = contents + self.TEXT

        assert outline(text) == [
            (("The Piers",), "The piers were mended."),
            (("Crews at Sea",), "The crews were paid."),
        ]
        assert uncovered(text) == ""
        assert {m.kind for m in body(text).marks} == {"heading", "page-mark"}

    def test_figures(self) -> None:
        """A table of figures, whose names do not come back, stays one."""
        text = (
            "Wrecks ........ 12\nRescues ....... 14\nStrandings .... 15\n\nThe wardens were busy.\n"
        )

        assert len(outline(text)) == 4

    def test_word(self) -> None:
        """The word alone makes none."""
        assert said("Contents\n\nThe hold was full. It was sold.\n")[-2:] == [
            "The hold was full.",
            "It was sold.",
        ]

    def test_outline(self) -> None:
        """Entries take no number away from the headings that they name."""
        text = (
            "Contents\n\n1 The Piers .... 2\n1.1 Lanterns .... 2\n2 Crews .... 3\n\n"
            "1 The Piers\n\nThe piers were mended.\n\n1.1 Lanterns\n\nThey burn oil.\n\n"
            "2 Crews\n\nThe crews were paid.\n"
        )

        assert [section for section, _ in outline(text)] == [
            ("The Piers",),
            ("The Piers", "Lanterns"),
            ("Crews",),
        ]


class TestTitles:
    """Titles in small letters, as word processors leave them when their fonts are gone."""

    def test_small(self) -> None:
        """Alone between blank lines, above prose or a list."""
        text = (
            "Ostrel: the harbors in 2011\n\nHelp for crews\n\nThe office paid 12 crews.\n\n"
            "Crews convicted\n\n\u2022 Two men of the Heron.\n\u2022 One of the Lantern.\n"
        )

        assert outline(text) == [
            (("Help for crews",), "The office paid 12 crews."),
            (("Crews convicted",), "Two men of the Heron."),
            (("Crews convicted",), "One of the Lantern."),
        ]

    @pytest.mark.parametrize(
        "line", ["The crews were paid", "Wardens arrested two sailors", "Who pays the crews?", "no"]
    )
    def test_sentences(self, line: str) -> None:
        """What says or asks something is no title, though it has no stop."""
        text = f"The piers were mended.\n\n{line}\n\nThe office paid 12 crews.\n"

        assert {section for section, _ in outline(text)} == {()}

    def test_lead(self) -> None:
        """What leads to a list is its lead."""
        lead, item, _ = body("Help for crews:\n\n\u2022 A roof.\n\u2022 A meal.\n").statements

        assert item.lead == lead.id


class TestMarkdown:
    """Reports written in Markdown."""

    TEXT = """\
# Ostrel: the harbors in 2011

**Prepared by:** the Harbor Office
**Date:** 3 March 2012

## Wardens

### Arrests

The wardens held **9** smugglers[^1].

### Training

- The school has 2 courses:
  - one on ropes,
  - one on lanterns.

## Outlook

A pier is planned.

[^1]: The bulletin of the courts.
"""

    def test_levels(self) -> None:
        """Headings nest by their signs; the one that names the report is no part of it."""
        assert [section for section, _ in read(self.TEXT)] == [
            ("Wardens", "Arrests"),
            *[("Wardens", "Training")] * 3,
            ("Outlook",),
            ("Outlook",),
        ]

    def test_head(self) -> None:
        """The lines below the title are its head."""
        report = tipdiff.read(self.TEXT)

        assert (report.country, report.cables[0].date) == ("Ostrel", "2012-03-03")
        assert report.cables[0].subject == "Ostrel: the harbors in 2011"

    def test_notes(self) -> None:
        """The mark of a note is no figure, and neither is its number before its text."""
        report = tipdiff.read(self.TEXT)
        values = [c.value for s in report.statements for c in tipdiff.extract_claims(s.text)]

        assert values == [9, 2]
        assert report.statements[-1].text == "The bulletin of the courts."


class TestTabs:
    """What a spreadsheet or word processor leaves of a table's words."""

    TEXT = (
        "Question\tAnswer\nHow many crews were paid?\t17, three of them late\n"
        "How many piers are there?\t64\nIs there a light?\tYes, on the mole.\n"
    )

    def test_answers(self) -> None:
        """Lines of equal cells are a table, with headings where these alone are names."""
        table = tipdiff.read("Ostrel 2011\n\n" + self.TEXT).tables[0]

        assert [row.row.name for row in table.rows if row.row] == [
            "How many crews were paid?",
            "How many piers are there?",
            "Is there a light?",
        ]
        assert {c.column for row in table.rows if row.row for c in row.row.cells} == {"Answer"}

    @pytest.mark.parametrize(
        "text",
        [
            "1.\tRopes were sold.\n2.\tCrews were paid.\n3.\tPiers were mended.\n",
            "\u2022\tRopes were sold.\n\u2022\tCrews were paid.\n\u2022\tPiers were mended.\n",
            "\tRopes were sold.\n\tCrews were paid.\n\tPiers were mended.\n",
            "Clerk:\t12 hours\nConsul:\t4 hours\nTotal:\t16 hours\n",
            "The clerk\tsaid so.\nThe consul\tdid too.\n",
        ],
        ids=["numbers", "bullets", "indented", "hours", "two lines"],
    )
    def test_layout(self, text: str) -> None:
        """Tabs that only lay out lines make no table."""
        assert not tipdiff.read("Ostrel 2011\n\n" + text).tables


class TestCounted:
    """Parts that stops, letters and numerals count, with small titles of single words too."""

    PIERS, CREWS = "The piers were mended.", "The crews were paid."

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("1. Piers", "2. Crews"),
            ("Chapter 1: Piers", "Chapter 2: Crews"),
            ("SECTION 1 - Piers", "SECTION 2 - Crews"),
            ("I. Piers", "II. Crews"),
        ],
    )
    def test_plain(self, first: str, second: str) -> None:
        """Numbers that a cable gives its paragraphs, or a law its chapters, count parts here."""
        text = f"Ostrel 2011\n\n{first}\n\n{self.PIERS}\n\n{second}\n\n{self.CREWS}\n"

        assert read(text) == [(("Piers",), self.PIERS), (("Crews",), self.CREWS)]

    def test_cable(self) -> None:
        """In a cable the same numbers are its paragraphs'."""
        head = "UNCLAS KALVIK 000140\nTAGS: PHUM\nSUBJECT: OSTREL\n\n"
        text = f"1. Piers\n\n{self.PIERS}\n\n2. Crews\n\n{self.CREWS}\n"

        assert all(section == () for section, _ in read(head + text))

    def test_nested(self) -> None:
        """Numerals, letters and numbers nest in this order, each beginning anew."""
        text = (
            f"I. HARBORS\n\nA. Piers\n\n{self.PIERS}\n\nB. Courts\n\n1. District courts\n\n"
            "They sat for days.\n\n2. Appeal courts\n\nThey rose at noon.\n\nII. CREWS\n\n"
            f"A. Wages\n\n{self.CREWS}\n"
        )

        assert outline(text) == [
            (("HARBORS", "Piers"), self.PIERS),
            (("HARBORS", "Courts", "District courts"), "They sat for days."),
            (("HARBORS", "Courts", "Appeal courts"), "They rose at noon."),
            (("CREWS", "Wages"), self.CREWS),
        ]

    def test_below_titles(self) -> None:
        """Numbers that begin below a title of a part are inside it; the next one ends them."""
        text = (
            "Ostrel: The Report\n\nLaw and Order\n\nThe wardens were busy.\n\n1. North Unit\n"
            "It has 12 men.\n\n2. South Unit\nIt has 14 men.\n\nHelp for Crews\n\nThe crews were"
            " paid.\n"
        )

        assert [section for section, _ in read(text)] == [
            ("Law and Order",),
            ("Law and Order", "North Unit"),
            ("Law and Order", "South Unit"),
            ("Help for Crews",),
        ]

    def test_below_a_summary(self) -> None:
        """A summary is no part that the numbers below it are inside of."""
        text = (
            "Ostrel: The Report\n\nExecutive Summary\n\nThe wardens were busy.\n\n1. Piers\n\n"
            f"{self.PIERS}\n\n2. Crews\n\n{self.CREWS}\n\nConclusion\n\nThe year was good.\n"
        )

        assert [section for section, _ in read(text)] == [
            ("Executive Summary",),
            ("Piers",),
            ("Crews",),
            ("Conclusion",),
        ]

    def test_numbered_sentences(self) -> None:
        """Numbered paragraphs under numbered headings have their numbers as labels."""
        text = (
            "1. Piers\n\n1.1. The wardens mended 3 piers.\n\n1.2. They sold 2 boats, at\n"
            "3.5 crowns each.\n\n2. Crews\n\n2.1. The crews were paid.\n"
        )

        assert outline(text) == [
            (("Piers",), "The wardens mended 3 piers."),
            (("Piers",), "They sold 2 boats, at 3.5 crowns each."),
            (("Crews",), self.CREWS),
        ]


@pytest.mark.parametrize("sign", ["\u2022", "\u25aa", "\u25cf", "\uf0b7", "\u2713", "+", "o"])
def test_signs_of_lists(sign: str) -> None:
    """What a word processor puts before an item is a bullet."""
    found = body(f"The office has these:\n\n{sign} Ropes.\n{sign} Lanterns.\n").statements

    assert [(s.kind, s.text) for s in found[1:]] == [("bullet", "Ropes."), ("bullet", "Lanterns.")]


class TestInterviews:
    """Questions and answers that are marked so."""

    TEXT = (
        "OSTREL SURVEY\n\n{q}1: How many smugglers were held?\n{a}: Wardens held 14 men.\n\n"
        "{q}2: Who pays the crews?\n{a}: The office does. It paid 12.\n"
    )

    @pytest.mark.parametrize(("q", "a"), [("Q", "A"), ("Question ", "Answer")])
    def test_answers(self, q: str, a: str) -> None:
        """The questions are questions, and the mark of an answer is no section."""
        report = tipdiff.read(self.TEXT.format(q=q, a=a))

        assert [(s.section, s.paragraph, s.text) for s in report.statements] == [
            (("OSTREL SURVEY",), 1, "Wardens held 14 men."),
            (("OSTREL SURVEY",), 2, "The office does."),
            (("OSTREL SURVEY",), 2, "It paid 12."),
        ]
        assert [question.text for question in report.questions] == [
            "How many smugglers were held?",
            "Who pays the crews?",
        ]

    def test_letters(self) -> None:
        """Without questions an A is a letter."""
        assert outline("A: Wardens held 14 men.\n\nB: Crews left.\n") == [
            (("A",), "Wardens held 14 men."),
            (("B",), "Crews left."),
        ]


class TestSetOff:
    """Whole lines in stars or underscores, as mail and Markdown have for headings."""

    @pytest.mark.parametrize("mark", ["*", "**", "_", "__"])
    def test_headings(self, mark: str) -> None:
        """Each is a heading, with or without a blank line below; inside a line nothing is."""
        text = (
            f"{mark}Piers{mark}\nThe {mark}old{mark} piers were mended.\n\n"
            f"{mark}Pay of crews{mark}\n\nThe crews were paid.\n"
        )

        assert read(text) == [
            (("Piers",), "The old piers were mended."),
            (("Pay of crews",), "The crews were paid."),
        ]

    def test_sentences(self) -> None:
        """A sentence set off is none."""
        text = "**The piers were mended.**\n\n**The crews were paid.**\n"

        assert read(text) == [((), "The piers were mended."), ((), "The crews were paid.")]


class TestLetters:
    """Reports written as letters."""

    TEXT = (
        "Embassy of Tarn\n12 Harbor Street, Kalvik\n\n14 February 2011\n\nThe Director\n"
        "Office of Ports\n\nDear Director,\n\nThe wardens held 14 men. The courts sentenced 6.\n\n"
        "Sincerely,\n\nA. Dorn\nFirst Secretary\n\nEnclosure: A List\n"
    )

    def test_around(self) -> None:
        """Addresses and greeting are the header, and what stands below the leave the closing."""
        report = tipdiff.read(self.TEXT, country="Ostrel")

        assert [s.text for s in report.statements] == [
            "The wardens held 14 men.",
            "The courts sentenced 6.",
        ]
        assert report.cables[0].date == "2011-02-14"
        assert {m.kind for m in report.marks} == {"header", "closing"}

    def test_without_date(self) -> None:
        """The greeting alone tells a letter."""
        report = tipdiff.read(self.TEXT.replace("14 February 2011\n\n", ""), country="Ostrel")

        assert report.statements[0].text == "The wardens held 14 men."

    def test_regards_in_the_text(self) -> None:
        """What follows the word in a text is no closing where it goes on at length."""
        text = "The clerk wrote:\n\nRegards\n\n" + "The wardens held many men at the pier. " * 3

        assert said(text)[-1] == "The wardens held many men at the pier."
