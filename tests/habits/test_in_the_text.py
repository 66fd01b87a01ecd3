"""What stands in a cable's text: each habit of numbers, headings, answers, letters is a row."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.text import folded

from .snippets import SAID, Habit, cable, habits, holds


def said(*texts: str, **more: object) -> dict[str, object]:
    """These are the statements, and these the other facts."""
    return {"texts": texts, **more}


def box(title: str, rule: str = "-" * 20) -> str:
    """A heading between two rules."""
    return f"{rule}\n{title}\n{rule}\n\n"


REGISTER, PORTERS = SAID
THREE = "1. (U) One clerk reads.\n\n2. (U) One clerk writes.\n\n"


@habits(
    ("pilcrow and mark", cable(f"¶1. (U) {REGISTER}\n"), said(REGISTER, paragraphs=(1,))),
    ("mark alone", cable(f"1. (SBU) {REGISTER}\n"), said(REGISTER, paragraphs=(1,))),
    ("mark after two spaces", cable(f"¶1.  (SBU)  {REGISTER}\n"), said(REGISTER, paragraphs=(1,))),
    (
        "a summary before its mark",
        cable(f"¶1. SUMMARY: (SBU) {REGISTER} END SUMMARY.\n\n¶2. (U) {PORTERS}\n"),
        said(*SAID, of=(("SUMMARY",), ()), paragraphs=(1, 2)),
    ),
    (
        "a heading with a rule under it",
        cable(f"¶1.  Prevention of Trafficking:\n-----------\n\n-- A. {REGISTER}\n"),
        said(REGISTER, of=(("Prevention of Trafficking:", "A"),)),
    ),
    (
        "a pilcrow read as 1",
        cable(f"{THREE}13. (SBU) {REGISTER}\n\n4. (U) {PORTERS}\n"),
        said(
            "One clerk reads.",
            "One clerk writes.",
            REGISTER,
            PORTERS,
            paragraphs=(1, 2, 3, 4),
            diagnostics={"paragraph-number"},
        ),
    ),
    (
        "a pilcrow read as a section sign",
        cable(f"1. (U) {REGISTER}\n\n§2. (U) {PORTERS}\n"),
        said(*SAID, paragraphs=(1, 2)),
    ),
    (
        "a number read as letters",
        cable(f"si. (U) {REGISTER}\n\n¶2. (U) {PORTERS}\n"),
        said(*SAID, paragraphs=(1, 2)),
    ),
    (
        "a pilcrow put before a number that ends a sentence",
        cable(
            f"¶1. (U) A porter may not be younger than \n¶18.  {REGISTER}\n\n¶2. (U) {PORTERS}\n"
        ),
        said("A porter may not be younger than 18.", *SAID, paragraphs=(1, 1, 2)),
    ),
    (
        "a pilcrow put before a year that ends a sentence",
        cable(f"¶1. (U) The clerks moved to the new house in \n¶2004. {REGISTER}\n"),
        said("The clerks moved to the new house in 2004.", REGISTER, paragraphs=(1, 1)),
    ),
    (
        "a line that begins with a number that ends a sentence",
        cable(f"1. (U) A porter may not be younger than\n18. {REGISTER}\n\n2. (U) {PORTERS}\n"),
        said("A porter may not be younger than 18.", *SAID, paragraphs=(1, 1, 2)),
    ),
    (
        "a line that begins with a number within a sentence",
        cable("¶1. (U) The clerks keep \n¶12 registers for the porters.\n"),
        said("The clerks keep 12 registers for the porters.", paragraphs=(1,)),
    ),
)
def test_paragraph_numbers(habit: Habit) -> None:
    """Paragraph numbers come with a pilcrow or what became of one; not every number is one."""
    holds(habit)


@habits(
    (
        "upper case",
        cable(f"PREVENTION\n\nA. (U) {REGISTER}\n"),
        said(REGISTER, of=(("PREVENTION", "A"),), sections=(("PREVENTION", "A"),)),
    ),
    (
        "mixed case with a rule below",
        cable(f"Prevention\n----------\n\nA. (U) {REGISTER}\n"),
        said(REGISTER, of=(("Prevention", "A"),)),
    ),
    (
        "boxed by rules",
        cable(box("PREVENTION") + f"A. (U) {REGISTER}\n"),
        said(REGISTER, of=(("PREVENTION", "A"),)),
    ),
    (
        "a rule shorter than the text",
        cable(f"Protection of Victims\n------\n\nA. (U) {REGISTER}\n"),
        said(REGISTER, of=(("Protection of Victims", "A"),)),
    ),
    (
        "a rule longer than the text",
        cable(f"{'-' * 40}\nProtection\n{'-' * 40}\n\n1. (U) {REGISTER}\n"),
        said(REGISTER, of=(("Protection",),)),
    ),
    (
        "with a reference",
        cable(f"Overview (ref. Para 27 SECSTATE 111222)\n--------------\n\nA) {REGISTER}\n"),
        said(REGISTER, of=(("Overview", "A"),)),
    ),
    (
        "numbered",
        cable(f"3.  Prosecution of the Buyers of Labor:\n---------\n\n-- A. {REGISTER}\n"),
        said(REGISTER, letters=("A",)),
    ),
    (
        "with a Roman number",
        cable(f"II. PREVENTION\n--------------\n\nA. (U) {REGISTER}\n"),
        said(REGISTER, of=(("PREVENTION", "A"),)),
    ),
    (
        "with the Roman number that is a letter too",
        cable(f"I. OVERVIEW\n\nA. (U) {REGISTER}\n\nB. {PORTERS}\n"),
        said(*SAID, of=(("OVERVIEW", "A"), ("OVERVIEW", "B"))),
    ),
    (
        "with a number in brackets",
        cable(f"{box('(2) PREVENTION')}A. (U) {REGISTER}\n"),
        said(REGISTER, of=(("PREVENTION", "A"),)),
    ),
    (
        "with a classification",
        cable(f"(U) PREVENTION\n24.A. (U) {REGISTER}\n(U) PROTECTION\n25.A. (U) {PORTERS}\n"),
        said(*SAID, of=(("PREVENTION", "A"), ("PROTECTION", "A"))),
    ),
    (
        "named by the questionnaire's paragraph, blank lines lost",
        cable(f"PARAGRAPH 25: PORTS\n25A. (U) {REGISTER}\nPARAGRAPH 26: DOCKS\n26A. {PORTERS}\n"),
        said(*SAID, of=(("PARAGRAPH 25: PORTS", "A"), ("PARAGRAPH 26: DOCKS", "A"))),
    ),
    (
        "a paragraph's, with its mark and without a colon",
        cable(f"¶2. (U) Prevention of Theft\n\n-- A. (U) {REGISTER}\n\n-- B. {PORTERS}\n"),
        said(*SAID, of=(("Prevention of Theft", "A"), ("Prevention of Theft", "B"))),
    ),
    (
        "numbered as the questionnaire is",
        cable(f"2. (U) {REGISTER}\n\n27. OVERVIEW\n\n-- 27 A. (U) {PORTERS}\n"),
        said(*SAID, of=((), ("OVERVIEW", "A")), paragraphs=(2, 27)),
    ),
    (
        "cut by a page mark, without a rule",
        cable(
            "¶2. (U) The register and its\n\nKALVIK 00000140  002 OF 003\n\n\nmany readers:\n\n"
            f"-- A. {REGISTER}\n"
        ),
        said(REGISTER, of=(("The register and its many readers:", "A"),)),
    ),
    (
        "a rule below the rest of a torn remark is none",
        cable(
            "A. (U) The clerks keep (so they\n\nKALVIK 00000140  002 OF 003\n\n\nsay) a register.)"
            f"\n{box('PORTERS')}B. {PORTERS}\n"
        ),
        said("The clerks keep (so they say) a register.)", PORTERS, letters=("A", "B")),
    ),
    (
        "over two lines",
        cable(box("INVESTIGATION AND PROSECUTION\nOF BUYERS") + f"A. (U) {REGISTER}\n"),
        said(REGISTER, of=(("INVESTIGATION AND PROSECUTION OF BUYERS", "A"),)),
    ),
    (
        "a page mark cuts the box",
        cable(
            f"A. (U) {REGISTER}\n\n----------\n\nKALVIK 00000140  002 OF 003\n\n\n"
            f"PROTECTION\n----------\n\nA. (U) {PORTERS}\n"
        ),
        said(*SAID, of=(("A",), ("PROTECTION", "A"))),
    ),
    (
        "headings of paragraphs without letters",
        cable(f"{box('Overview')}1. (U) {REGISTER}\n\n{box('Prevention')}2. (U) {PORTERS}\n"),
        said(*SAID, of=(("Overview",), ("Prevention",)), paragraphs=(1, 2)),
    ),
    (
        "nothing before the first",
        cable(f"1. (U) {REGISTER}\n\n{box('PREVENTION')}A. (U) {PORTERS}\n"),
        said(*SAID, of=((), ("PREVENTION", "A"))),
    ),
)
def test_headings(habit: Habit) -> None:
    """Headings are plain, ruled, boxed, numbered, referenced: sections, and never statements."""
    holds(habit)


def answers(first: str, second: str = "") -> str:
    """A cable with a heading and one or two answers under it."""
    return cable(box("PREVENTION") + first + ("\n\n" + second if second else "") + "\n")


A = ("PREVENTION", "A")
B = ("PREVENTION", "B")
J = ("PREVENTION", "J")


@habits(
    ("A)", answers(f"A) {REGISTER}", f"B) {PORTERS}"), said(*SAID, of=(A, B))),
    ("A.", answers(f"A. {REGISTER}", f"B. {PORTERS}"), said(*SAID, of=(A, B))),
    (
        "-- A. (SBU)",
        answers(f"-- A. (SBU) {REGISTER}", f"-- B.  {PORTERS}"),
        said(*SAID, of=(A, B)),
    ),
    (
        "--J. without a space",
        answers(f"--A. {REGISTER}", f"--J. {PORTERS}"),
        said(*SAID, of=(A, J)),
    ),
    ("¶A. (SBU)", answers(f"¶A. (SBU) {REGISTER}", f"¶B. {PORTERS}"), said(*SAID, of=(A, B))),
    (
        "-- 27 A. (SBU)",
        answers(f"-- 27 A. (SBU) {REGISTER}", f"-- 27 B. (SBU) {PORTERS}"),
        said(*SAID, of=(A, B)),
    ),
    ("a)", answers(f"a) {REGISTER}", f"b) {PORTERS}"), said(*SAID, of=(A, B))),
    ("A:", answers(f"A: {REGISTER}", f"B: {PORTERS}"), said(*SAID, of=(A, B))),
    ("(A)", answers(f"(A) {REGISTER}", f"(B) {PORTERS}"), said(*SAID, of=(A, B))),
    (
        "(C) after (B) is no classification",
        answers(f"(A) One.\n\n(B) {REGISTER}", f"(C) {PORTERS}"),
        said("One.", *SAID, letters=("A", "B", "C")),
    ),
    ("--A)", answers(f"--A) {REGISTER}", f"--B) {PORTERS}"), said(*SAID, of=(A, B))),
    (
        "- A.",
        answers(f"- A. (U) {REGISTER}", f"- B. (U) {PORTERS}"),
        said(*SAID, of=(A, B)),
    ),
    (
        "a dash without a letter is a bullet",
        answers(f"A. {REGISTER}", "-- Procuring a clerk.\n-- Porters who hide."),
        said(
            REGISTER,
            "Procuring a clerk.",
            "Porters who hide.",
            of=(A, A, A),
            kinds=("sentence", "bullet", "bullet"),
        ),
    ),
    (
        "a star is a bullet",
        answers(f"A. {REGISTER}", "* PREVENTION: Posters hang in the port."),
        said(
            REGISTER,
            "PREVENTION: Posters hang in the port.",
            of=(A, A),
            kinds=("sentence", "bullet"),
        ),
    ),
    (
        "an o is a bullet inside a bullet",
        answers("A. There are clerks:\n\n-- They are of two kinds:\n   o readers\n   o writers"),
        said(
            "There are clerks:",
            "They are of two kinds:",
            "readers",
            "writers",
            kinds=("sentence", "bullet", "bullet", "bullet"),
            leads=(None, "05KALVIK140:1", "05KALVIK140:2", "05KALVIK140:2"),
        ),
    ),
    (
        "a letter is missing",
        answers(f"A. {REGISTER}", f"D. {PORTERS}"),
        said(*SAID, of=(A, ("PREVENTION", "D"))),
    ),
    (
        "an unlettered (SBU) paragraph goes on with the answer",
        answers(f"A. (SBU) {REGISTER}", f"(SBU) {PORTERS}"),
        said(*SAID, of=(A, A)),
    ),
    (
        "so does a plain one",
        answers(f"A. (SBU) {REGISTER}", PORTERS),
        said(*SAID, of=(A, A)),
    ),
    (
        "a sentence that begins with a letter A",
        answers(f"A. {REGISTER}", "A porter reads it."),
        said(REGISTER, "A porter reads it.", of=(A, A)),
    ),
    (
        "the answer before it has no full stop",
        answers(
            "A) The clerks of the long pier keep a register of porters\nB) The porters read it."
        ),
        said("The clerks of the long pier keep a register of porters", PORTERS, of=(A, B)),
    ),
    (
        "the rest of a bracket is none",
        answers(
            f"A) {REGISTER}\n\nB) The porters of the long pier read it (see paragraph\n5C) at noon."
        ),
        said(REGISTER, "The porters of the long pier read it (see paragraph 5C) at noon."),
    ),
    (
        "small letters in brackets are items, the last behind an and",
        answers("A. Clerks:\n\n(a) read;\n(b) write; and\n(c) count.", f"B. {PORTERS}"),
        said("Clerks:", "read;", "write; and", "count.", PORTERS, of=(A, A, A, A, B)),
    ),
    (
        "an answer of No, and what it is about",
        answers("A. No. A register is kept.", "B. No. The porters read."),
        said("No.", "A register is kept.", "No.", "The porters read.", of=(A, A, B, B)),
    ),
    (
        "numbers right after the letter",
        answers("A. (1) One clerk reads.\n(2) One clerk writes."),
        said("One clerk reads.", "One clerk writes.", of=(A, A), kinds=("item", "item")),
    ),
    (
        "one answer to several questions",
        answers(f"A. through C. {REGISTER}", f"D and E: {PORTERS}"),
        said(*SAID, letters=("A-C", "D/E")),
    ),
    (
        "letters restart under every block",
        cable(f"{box('PREVENTION')}A. {REGISTER}\n\n{box('PROTECTION')}A. {PORTERS}\n"),
        said(*SAID, of=(A, ("PROTECTION", "A"))),
    ),
)
def test_answers(habit: Habit) -> None:
    """An answer's letter is written in many ways; what only looks like one is a bullet."""
    holds(habit)


@habits(
    (
        "18A.",
        answers(f"18A.  (SBU)  {REGISTER}", f"18B.  (SBU) {PORTERS}"),
        said(*SAID, of=(A, B)),
    ),
    ("21A.", answers(f"21A.  {REGISTER}", f"21B. {PORTERS}"), said(*SAID, of=(A, B))),
    ("27.A. (SBU)", answers(f"27.A. (SBU) {REGISTER}", f"27.B. {PORTERS}"), said(*SAID, of=(A, B))),
    ("--23A.", answers(f"--23A. {REGISTER}", f"--23B. {PORTERS}"), said(*SAID, of=(A, B))),
    ("- 23C.", answers(f"- 23A. {REGISTER}", f"- 23B. {PORTERS}"), said(*SAID, of=(A, B))),
    ("27 (A)", answers(f"27 (A) {REGISTER}", f"27 (B) {PORTERS}"), said(*SAID, of=(A, B))),
    ("27a.", answers(f"27a. {REGISTER}", f"27b. {PORTERS}"), said(*SAID, of=(A, B))),
    ("27-A.", answers(f"27-A. {REGISTER}", f"27-B. {PORTERS}"), said(*SAID, of=(A, B))),
    ("Para 27A:", answers(f"Para 27A: {REGISTER}", f"Para 27B: {PORTERS}"), said(*SAID, of=(A, B))),
    (
        "¶3. (SBU) Question 23 A:",
        answers(f"¶3. (SBU) Question 23 A: {REGISTER}", f"¶4. (SBU) Question 23 B: {PORTERS}"),
        said(*SAID, of=(A, B), paragraphs=(3, 4)),
    ),
    (
        "a key of two letters, for all that follows",
        answers(f"¶4. Question 25 B/C: {REGISTER}", f"¶5. {PORTERS}\n\n¶6. Question 25 D: So."),
        said(
            *SAID,
            "So.",
            of=(("PREVENTION", "B/C"), ("PREVENTION", "B/C"), ("PREVENTION", "D")),
            paragraphs=(4, 5, 6),
        ),
    ),
    (
        "a question's number and its letter in mid-line",
        answers(f"REFTEL Question 27 - --A. (SBU) {REGISTER}", f"--B. (SBU) {PORTERS}"),
        {"texts": SAID, "letters": ("A", "B")},
    ),
    (
        "the next answers in mid-line too",
        answers(f"REFTEL Question 27 - \n\n--A. (SBU) {REGISTER} --B. (SBU) {PORTERS}"),
        said(*SAID, of=(A, B)),
    ),
    (
        "paragraphs in mid-line",
        cable(f"¶1. (U) {REGISTER} ¶2. (U) {PORTERS}\n"),
        said(*SAID, paragraphs=(1, 2)),
    ),
    (
        "the mark before the number",
        answers(
            f"E. (SBU) LAW ENFORCEMENT FIGURES:\n\n(SBU) (1) {REGISTER}\n\n(2) (SBU) {PORTERS}"
        ),
        said(*SAID, kinds=("item", "item")),
    ),
    (
        "a lettered heading with numbers below",
        cable(f"¶E. LAW ENFORCEMENT FIGURES:\n\n(1) (SBU) {REGISTER}\n\n(2) (SBU) {PORTERS}\n"),
        {"texts": SAID},
    ),
    (
        "a lettered reference is no answer",
        cable(
            f"1. (U) {REGISTER}\n",
            ref="REF: ¶A. 04 STATE 273089\n     ¶B. 05 KALVIK 46\n\n",
        ),
        said(REGISTER, refs=2, of=((),)),
    ),
    (
        "all lines indented",
        cable(f"{box('PREVENTION')}A. (U) The clerks keep\na register.\n\nB. {PORTERS}\n").replace(
            "\n", "\n "
        ),
        said(*SAID, of=(A, B)),
    ),
)
def test_more_keys(habit: Habit) -> None:
    """Answers are keyed by the questionnaire's numbers too: glued, dotted, in words, mid-line."""
    holds(habit)


class TestListsOfNumbers:
    """Lists numbered like paragraphs inside one answer."""

    @pytest.mark.parametrize("mark", ["¶", ""])
    @pytest.mark.parametrize(
        "numbers",
        [tuple(range(1, 15)), (1, 2, 3, 4, 5, 6, 1, 8, 9, 10, 11, 12, 12, 14)],
        ids=["in order", "misnumbered"],
    )
    def test_are_items(self, mark: str, numbers: tuple[int, ...]) -> None:
        """A list numbered 1 to 14 in an answer is items of its lead, and not 14 paragraphs."""
        items = [f"The clerk of ward {letter} counts." for letter in "KLMNOPQRSTUVWX"]
        lines = "".join(f"{mark}{n}. {item}\n" for n, item in zip(numbers, items, strict=True))
        text = answers(
            f"¶4. (SBU) Question 28 A: {REGISTER}",
            f"These clerks count the porters:\n\n{lines}\n¶5. (SBU) Question 28 B: {PORTERS}",
        )
        report = tipdiff.read(text)
        lead = report.statements[1]
        found = report.statements[2:-1]

        assert lead.text == "These clerks count the porters:"
        assert [statement.text for statement in found] == items
        assert {statement.section for statement in found} == {A}
        assert {statement.lead for statement in found} == {lead.id}
        assert {statement.kind for statement in found} == {"item"}
        assert {statement.paragraph for statement in found} == {4}
        assert report.statements[-1].section == B
        assert report.statements[-1].paragraph == 5

    def test_names(self) -> None:
        """A list of names has no full stops; one that is misnumbered, the last too, is an item."""
        names = ("The Lamp", "Harbor Light", "The Isles' Aid", "Clerks' Union")
        lines = "\n".join(f"{n}. {name}" for n, name in zip((1, 2, 4, 5), names, strict=True))
        # What wraps lines is running text, not the list.
        lines += "\n\nThe clerks of the long pier keep a register of all the porters,\nand read."
        report = tipdiff.read(
            cable(
                f"2. (U) {REGISTER}\n\n28. PREVENTION\n\n-- 28 A. (U) The clerks named below read:"
                f"\n\n{lines}\n\n-- 28 B. (U) {PORTERS}\n"
            )
        )

        assert tuple(s.text for s in report.statements[2:-2]) == names
        assert {s.kind for s in report.statements[2:-2]} == {"item"}
        assert [s.section for s in report.statements] == [(), *[A] * 6, B]


HOURS = (
    "- Harbor Clerk (FS 04)   14 hrs\n- Consul               3 hrs\nTotal:                17 hrs"
)


class TestHours:
    """The hours spent on the report."""

    def test_block(self) -> None:
        """Each line of a block of hours is a statement or part of one: no figure is lost."""
        report = tipdiff.read(
            cable(f"1. (U) {REGISTER}\n\nHours spent on it:\n{HOURS}\n\n2. (U) {PORTERS}\n")
        )
        everything = " ".join(" ".join(s.text.split()) for s in report.statements)

        for hours in ("14 hrs", "3 hrs", "17 hrs"):
            assert hours in everything
        assert report.statements[0].text == REGISTER
        assert report.statements[-1].text == PORTERS
        assert len({s.text for s in report.statements if "hrs" in s.text}) == 3

    def test_years(self) -> None:
        """A figure a line, each with its year, are items."""
        report = tipdiff.read(
            answers(
                "A. Clerks counted:\n2004: 12\n2005: 15\n2006: 22 (14 of them late)",
                f"B. {PORTERS}",
            )
        )

        assert [s.text for s in report.statements[1:-1]] == [
            "2004: 12",
            "2005: 15",
            "2006: 22 (14 of them late)",
        ]

    def test_table(self) -> None:
        """Hours under years are a table: its rows are led by what introduces it."""
        rows = ("Year     Clerks    Hours", "2004     2         14", "2005     3         17")
        report = tipdiff.read(
            cable(
                "1. (U) {}\n\nHours spent on it:\n\n{}\n\n2. (U) {}\n".format(
                    "The clerks of the long pier keep a register of all porters,\n" * 7
                    + "and read it.",
                    "\n".join(rows),
                    PORTERS,
                )
            )
        )

        assert [s.text.split() for s in report.rows] == [row.split() for row in rows[1:]]
        assert {s.lead for s in report.rows} == {report.statements[-2].id}
        assert "Clerks" not in " ".join(s.text for s in report.statements)

    def test_sentence(self) -> None:
        """Hours in a sentence stay one statement."""
        said_so = "The clerk spent 30 hours on it, the consul 4 hours."
        report = tipdiff.read(cable(f"1. (U) {said_so} {PORTERS}\n"))

        assert [s.text for s in report.statements] == [said_so, PORTERS]


def cut(mark: str) -> str:
    """A cable whose first sentence is cut in two by this."""
    return cable(f"1. (U) The clerks keep \n{mark}\na register. {PORTERS}\n")


@habits(
    ("one space", cut("\nKALVIK 00000140 002 OF 007 \n\n"), said(*SAID, paragraphs=(1, 1))),
    ("two spaces", cut("\nKALVIK 00000140  002 OF 007 \n\n"), said(*SAID)),
    ("a point in the page", cut("\nKALVIK 00000140  002.2 OF 003 \n\n"), said(*SAID)),
    ("without blank lines", cut("KALVIK 00000140  002 OF 007"), said(*SAID)),
    (
        "behind a semicolon",
        cable(
            "1. (U) The clerks keep a register;\n\nKALVIK 00000140  002 OF 003\n\n\n"
            f"nor do they hide it. {PORTERS}\n"
        ),
        said("The clerks keep a register; nor do they hide it.", PORTERS),
    ),
    ("a captions line after it", cut("\nKALVIK 00000140  002 OF 007 \n\nSIPDIS\n"), said(*SAID)),
    ("a bare blank line", cut(""), said(*SAID)),
    ("bare blank lines", cut("\n\n"), said(*SAID)),
    (
        "between two paragraphs",
        cable(f"1. (U) {REGISTER}\n\nKALVIK 00000140  002 OF 007\n\n\n2. (U) {PORTERS}\n"),
        said(*SAID, paragraphs=(1, 2)),
    ),
    (
        "before a bullet",
        cable(f"1. (U) {REGISTER}\n\nKALVIK 00000140  002 OF 007\n\n\n-- Porters who hide.\n"),
        said(REGISTER, "Porters who hide.", kinds=("sentence", "bullet")),
    ),
    (
        "inside a word with a hyphen",
        cable(
            "1. (U) The clerks keep a well-\n\nKALVIK 00000140  002 OF 007\n\n\nmade register.\n"
        ),
        said("The clerks keep a well-made register."),
    ),
)
def test_page_marks(habit: Habit) -> None:
    """Page marks and bare blank lines cut sentences in two; the reader heals them."""
    holds(habit)


@habits(
    (
        "wrapped, lines ending in a space",
        cable("1. (U) The clerks \nkeep a register. \nThe porters \nread it. \n"),
        said(*SAID),
    ),
    ("one long line a paragraph", cable(f"1. (U) {REGISTER} {PORTERS}\n"), said(*SAID)),
    (
        "both in one cable",
        cable(
            f"1. (U) The clerks\nkeep a register.\n\n2. (U) {PORTERS} The porters, who are many "
            "and wear grey coats, read it again each evening after the last ferry has gone.\n"
        ),
        said(
            *SAID,
            "The porters, who are many and wear grey coats, read it again each evening after the "
            "last ferry has gone.",
        ),
    ),
    (
        "carriage returns",
        cable("1. (U) The clerks\nkeep a register.\n").replace("\n", "\r\n"),
        said(REGISTER),
    ),
    (
        "a dash between words at a line's start",
        cable(f"1. (U) The clerks\n-- like the porters -- read it. {PORTERS}\n"),
        said("The clerks -- like the porters -- read it.", PORTERS),
    ),
    (
        "a numbered list within a sentence",
        cable(f"1. (U) They have two duties: 1) to read and\n2) to write. {PORTERS}\n"),
        said("They have two duties: 1) to read and 2) to write.", PORTERS),
    ),
    (
        "initials",
        cable(f"1. (U) The clerk is called J.\nA. Marbeck and keeps it. {PORTERS}\n"),
        said("The clerk is called J. A. Marbeck and keeps it.", PORTERS),
    ),
    (
        "an article's number at a line's start",
        cable(f"1. (U) They are punished under Article\n14. {PORTERS}\n\n2. (U) So.\n"),
        said("They are punished under Article 14.", PORTERS, "So.", paragraphs=(1, 1, 2)),
    ),
    (
        "capitals throughout",
        cable(f"1. (SBU) {REGISTER.upper()} {PORTERS.upper()}\n\n2. (U) SO.\n"),
        said(REGISTER.upper(), PORTERS.upper(), "SO.", paragraphs=(1, 1, 2)),
    ),
    ("two spaces after a stop", cable(f"1. (U) {REGISTER}  {PORTERS}\n"), said(*SAID)),
    (
        "a word broken at its hyphen",
        cable("1. (U) A well-\nkept list.\n"),
        said("A well-kept list."),
    ),
    (
        "a dash at a line's end",
        cable("1. (U) The list -\nlong as it is - helps.\n"),
        said("The list - long as it is - helps."),
    ),
)
def test_wrapping(habit: Habit) -> None:
    """Lines are wrapped with a space at the end, or a paragraph is one line, or both."""
    holds(habit)


#: As printed, as meant, and whether the two fold alike.
GARBLED = (
    ("The clerk read the women,s names.", "The clerk read the women's names.", True),
    ("The porter lost a Sailor,s pass.", "The porter lost a Sailor's pass.", True),
    (
        "The judge said &no clerk may lend his ledger.8",
        'The judge said "no clerk may lend his ledger."',
        True,
    ),
    ("OSTREL?S clerks keep a long register.", "OSTREL'S clerks keep a long register.", True),
    (
        "The list was read at once ? and aloud.",
        "The list was read at once - and aloud.",
        True,
    ),
    (
        "Good habitsQt hold the harbor offices together.",
        "Good habits hold the harbor offices together.",
        False,
    ),
    (
        "It remainsa habit of the harbor clerks.",
        "It remains a habit of the harbor clerks.",
        False,
    ),
    (
        "The law knows detntion of harbor clerks.",
        "The law knows detention of harbor clerks.",
        False,
    ),
    (
        "The clerks read les than they write in the port.",
        "The clerks read less than they write in the port.",
        False,
    ),
    (
        "A porte may ask for the register of the ward.",
        "A porter may ask for the register of the ward.",
        False,
    ),
    (
        "The terms underreftel were read to all the clerks.",
        "The terms under reftel were read to all the clerks.",
        False,
    ),
)


class TestLettersGoneWrong:
    """Letters lost or changed on the way."""

    @pytest.mark.parametrize(("printed", "meant", "same"), GARBLED)
    def test_text_stays_as_in_the_source(self, printed: str, meant: str, same: bool) -> None:
        """A statement's letters are the source's; only the comparison sees through them."""
        report = tipdiff.read(cable(f"1. (U) {printed} {PORTERS}\n"))

        assert [s.text for s in report.statements] == [printed, PORTERS]
        assert (folded(printed) == folded(meant)) is same

    @pytest.mark.parametrize(("printed", "meant", "same"), GARBLED)
    def test_carried_over(self, printed: str, meant: str, same: bool) -> None:
        """A statement that lost letters is still linked with the one it was."""
        comparison = tipdiff.compare(
            tipdiff.read(cable(f"1. (U) {meant} {PORTERS}\n")),
            tipdiff.read(cable(f"1. (U) {printed} {PORTERS}\n")),
        )

        assert [change.status for change in comparison.changes] == [
            "unchanged" if same else "changed",
            "unchanged",
        ]


@habits(
    (
        "UNCLASSIFIED above, (SBU) in each paragraph",
        cable(f"¶1. (SBU) {REGISTER}\n\n¶2. (SBU) {PORTERS}\n"),
        said(*SAID, classification="UNCLAS"),
    ),
    ("(C)", cable(f"1. (C) {REGISTER}\n"), said(REGISTER)),
    ("(C/NF)", cable(f"1. (C/NF) {REGISTER}\n"), said(REGISTER)),
    ("(SBU/NF)", cable(f"1. (SBU/NF) {REGISTER}\n"), said(REGISTER)),
    ("without a number", cable(f"(U) {REGISTER}\n\n(SBU) {PORTERS}\n"), said(*SAID)),
)
def test_marks(habit: Habit) -> None:
    """Classification marks of paragraphs are taken out of the text."""
    holds(habit)


ASK = "Does the government keep a register of its clerks, and who reads it?"
PROVIDE = "Please list the names of those clerks."
IF_SO = "If not, please say who reads it."


@habits(
    (
        "the question before the answer",
        answers(f"-- A. {ASK}\n\n{REGISTER}\n\n-- B. Who are the porters?\n\n{PORTERS}"),
        said(*SAID, of=(A, B), questions=(ASK, "Who are the porters?")),
    ),
    (
        "ten lines of it, some without a question mark",
        answers(f"-- A. {ASK}  {PROVIDE}\nHow many clerks are there?\n{IF_SO}\n\n{REGISTER}"),
        said(REGISTER, of=(A,)),
    ),
    (
        "cut in two by a page mark",
        answers(
            "-- A. Does the government keep\n\nKALVIK 00000140  002 OF 003\n\n\n"
            f"a register of its clerks, and who reads it?\n\n{REGISTER}"
        ),
        said(REGISTER, questions=(ASK,)),
    ),
    (
        "cut between two sentences, of which the second only requests",
        answers(f"-- A. {ASK}\n\nKALVIK 00000140  002 OF 003\n\n\n{PROVIDE}\n\n{REGISTER}"),
        said(REGISTER, of=(A,), questions=(ASK, PROVIDE)),
    ),
    (
        "with a remark and the answer on its heels",
        answers(f"-- A. {ASK} (Note: Full answers help. End Note) {REGISTER}"),
        said(REGISTER, of=(A,)),
    ),
    (
        "without letters",
        cable(f"{box('PREVENTION')}{ASK}\n\n{REGISTER}\n\nWho are the porters?\n\n{PORTERS}\n"),
        said(*SAID, questions=(ASK, "Who are the porters?")),
    ),
    (
        "what the guide says to its posts",
        cable(
            "27. CLERKS AND PORTERS\nFor questions A to D, posts should say who reads.\n\n"
            f"-- A. {ASK}\n\n{REGISTER}\n"
        ),
        said(REGISTER, of=(("CLERKS AND PORTERS", "A"),)),
    ),
    (
        "with a condition, the mark lost",
        answers(f"-- A. If clerks are known to read, how many were counted.\n\n{REGISTER}"),
        said(REGISTER, of=(A,)),
    ),
    (
        "with a preposition, the mark lost",
        answers(
            f"-- A. To what kinds of work are clerks put (i.e., what do they do).\n\n{REGISTER}"
        ),
        said(REGISTER, of=(A,)),
    ),
    (
        "only requests",
        answers(f"-- A. {PROVIDE}\n{IF_SO}\n\n{REGISTER}"),
        said(REGISTER, of=(A,)),
    ),
    (
        "every question mark lost",
        answers(
            "-- A. Does the government keep a register of its clerks, and who reads it.  Do the "
            f"porters\nread it, and how often.\n\n{REGISTER}"
        ),
        said(REGISTER, of=(A,)),
    ),
    (
        "left out",
        answers(f"-- A. {REGISTER}\n\n-- B. {PORTERS}"),
        said(*SAID, questions=()),
    ),
    (
        "the blank line before a long answer lost",
        answers(
            f"-- A. {ASK} {PROVIDE} Who are they? How many are there? What do they read?\n"
            "Two clerks read. Three clerks write. Four clerks count. Five sleep. "
            f"(Note: So it is.)\n\n{PORTERS}"
        ),
        said(
            "Two clerks read.",
            "Three clerks write.",
            "Four clerks count.",
            "Five sleep.",
            "(Note: So it is.)",
            PORTERS,
        ),
    ),
    (
        "a statement that only begins like one",
        answers(f"-- A. What the clerks keep is a register. {PORTERS}"),
        said("What the clerks keep is a register.", PORTERS, questions=()),
    ),
    (
        "several, with blank lines between",
        answers(f"-- A. {ASK}\n\nHow many clerks are there?\n\n{REGISTER}"),
        said(REGISTER, of=(A,), questions=(ASK, "How many clerks are there?")),
    ),
    (
        "with the answer on its heels",
        answers(f"-- A. {ASK} {REGISTER}"),
        said(REGISTER, of=(A,), questions=(ASK,)),
    ),
    (
        "a post's own question is no questionnaire",
        cable(f"1. (U) {REGISTER} Who will read it after the ferry has gone? {PORTERS}\n"),
        said(REGISTER, "Who will read it after the ferry has gone?", PORTERS, questions=()),
    ),
)
def test_questions(habit: Habit) -> None:
    """Questions repeated before an answer are the questionnaire's words, not the post's."""
    holds(habit)


@habits(
    (
        "in brackets inside a sentence",
        answers("A. The clerks keep a register (see 2.D.) and read it. " + PORTERS),
        said("The clerks keep a register (see 2.D.) and read it.", PORTERS),
    ),
    (
        "not applicable, and where to look",
        answers(f"-- A. {REGISTER}", "-- K.  Does not apply; see 4.b."),
        said(REGISTER, "Does not apply; see 4.b.", kinds=("sentence", "pointer")),
    ),
    (
        "no known changes",
        answers(f"A. {REGISTER}", "B. No changes to report."),
        said(REGISTER, "No changes to report.", of=(A, B), kinds=("sentence", "pointer")),
    ),
    (
        "see also, with a colon",
        answers(f"A. {REGISTER} See also: 7.D.", f"B. {PORTERS}"),
        said(REGISTER, "See also: 7.D.", PORTERS, kinds=("sentence", "pointer", "sentence")),
    ),
    (
        "see elsewhere",
        answers(f"A. {REGISTER}", "B. See 2.h."),
        said(REGISTER, "See 2.h.", of=(A, B), kinds=("sentence", "pointer")),
    ),
    (
        "please see a paragraph",
        answers(f"A. {REGISTER}", "B. (SBU) Please see para 4."),
        said(REGISTER, "Please see para 4.", kinds=("sentence", "pointer")),
    ),
)
def test_cross_references(habit: Habit) -> None:
    """Bare pointers are statements of their own kind, and their points end no sentence."""
    holds(habit)


def one(*sentences: str) -> tuple[str, dict[str, object]]:
    """A cable of one paragraph that holds just these statements."""
    return cable(f"1. (U) {' '.join(sentences)}\n"), said(*sentences)


@habits(
    ("a quotation with its own stop", *one('The clerk said "Read it." to the porter.', PORTERS)),
    (
        "two sentences quoted",
        *one("The clerk wrote “read it and go” on the door.", PORTERS),
    ),
    ("a quotation that ends the sentence", *one('The clerk said: "Read it."', PORTERS)),
    ("U.S.", *one("The U.S. Embassy lent the clerks a press.", PORTERS)),
    ("U.S. at the end", *one("Four clerks were sent to the U.S.", PORTERS)),
    ("etc.", *one("The clerks list names, ages, etc. in a book.", PORTERS)),
    ("e.g.", *one("Some clerks (e.g. those of the port) read it.", PORTERS)),
    ("a title", *one("The clerks asked Dr. Marbeck and Lt. Osk to read it.", PORTERS)),
    ("an article", *one("Under Art. 12 and No. 4 of the code clerks may read.", PORTERS)),
    ("a sum", *one("The list cost 1.5 million euros in all.", PORTERS)),
    ("a list with semicolons", *one("The clerks read names; count ages; and burn lists.", PORTERS)),
    (
        "a list numbered in the sentence",
        *one("The clerks 1) read, 2) count, 3) file, and 14) burn the lists.", PORTERS),
    ),
    (
        "a list numbered in brackets",
        *one("The clerks (1) read, (2) count, and (3) burn the lists.", PORTERS),
    ),
    ("an address", *one("The list is at <http://lists.example/a.b/c?d=1> for all.", PORTERS)),
    ("an ellipsis", *one("The clerks ... read it.", PORTERS)),
    ("initials", *one("The clerk J. R. Marbeck keeps a register.", PORTERS)),
)
def test_inside_sentences(habit: Habit) -> None:
    """Stops inside a sentence do not end it: quotations, abbreviations, sums, lists, addresses."""
    holds(habit)


#: The blocks of the questionnaire by edition, and how a post keys its answers to them.
BLOCKS = (
    ("2005", "1. Overview of Activities:", "-- {}. "),
    ("2006, no letters", "2. Prevention:", ""),
    ("2007", "Prosecution (ref. Para 29 STATE 111222)", "{}) "),
    ("2008", "PROTECTION", "-- 30 {}. "),
    ("2009", "SETTING THE SCENE", "--24{}. (SBU) "),
    ("2010", "THE TIP SITUATION", "25{}. (U) "),
)


@pytest.mark.parametrize(
    ("title", "key"), [row[1:] for row in BLOCKS], ids=[row[0] for row in BLOCKS]
)
def test_questionnaire(title: str, key: str) -> None:
    """Each edition keys its answers differently; heading and letter together name them all."""
    text = cable(
        f"{title}\n-----------\n\n{key.format('A')}{REGISTER}\n\n{key.format('B')}{PORTERS}\n"
    )
    report = tipdiff.read(text)

    assert tuple(s.text for s in report.statements) == SAID
    assert len({s.section[0] for s in report.statements}) == 1
    assert [s.section[1:] for s in report.statements] == ([("A",), ("B",)] if key else [(), ()])
