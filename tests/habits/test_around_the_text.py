"""What stands around a cable's text: every habit of headers, marks and endings, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tipdiff

from .snippets import (
    BODY,
    CAPTIONS,
    LINE,
    REF,
    ROUTING,
    SAID,
    SUBJECT,
    TAGS,
    Habit,
    cable,
    habits,
    holds,
)

if TYPE_CHECKING:
    from pathlib import Path

PREFACE = """05KALVIK140
OSTREL: FIFTH ANNUAL TRAFFICKING IN
Tue Mar 01 00:00:00 +0100 2005
UNCLASSIFIED//FOR OFFICIAL USE ONLY
Embassy Kalvik
"""
EXTRACT = "This record is a partial extract of a longer cable. The rest is not available.\n"
ONE_LINE = " ".join(ROUTING.split()) + "\n\n"
OSTREL_05 = {"id": "05KALVIK140", "post": "KALVIK", "date": "2005-03-01", "texts": SAID}


@habits(
    ("five lines before the routing", PREFACE + cable(), OSTREL_05 | {"year": 2005}),
    (
        "its date stands in for a DTG",
        PREFACE + EXTRACT + cable(routing=""),
        {"id": "05KALVIK140", "date": "2005-03-01", "year": 2005, "covers": 2004, "texts": SAID},
    ),
    (
        "its title is a part of the subject",
        PREFACE + cable(subject="SUBJECT: OSTREL: FIFTH ANNUAL TRAFFICKING IN\nPERSONS REPORT\n\n"),
        {"subject": "OSTREL: FIFTH ANNUAL TRAFFICKING IN PERSONS REPORT", "texts": SAID},
    ),
    (
        "its classification in words does not hide the cable's own",
        PREFACE + cable(),
        {"classification": "UNCLAS", "texts": SAID},
    ),
)
def test_dump_preface(habit: Habit) -> None:
    """A dump's five lines (id, title, date, classification, embassy) are header, not statements."""
    holds(habit)


@habits(
    ("a block of lines", cable(), OSTREL_05),
    ("on one line", cable(routing=ONE_LINE), OSTREL_05),
    (
        "none at all, the extract's notice alone",
        cable(routing=EXTRACT, subject="SUBJECT: OSTREL: 2005 TRAFFICKING REPORT\n\n"),
        {"post": "KALVIK", "year": 2005, "texts": SAID},
    ),
    ("the notice glued to the cable's line", PREFACE + cable(routing=EXTRACT.strip()), OSTREL_05),
)
def test_routing(habit: Habit) -> None:
    """Routing comes as a block, as one line, or not at all, and is never a statement."""
    holds(habit)


@habits(
    (
        "the last addressee runs into the classification",
        cable(routing=ROUTING.rstrip(), line="UNCLAS SECTION 01 OF 03 KALVIK 000140\n\n"),
        OSTREL_05 | {"classification": "UNCLAS"},
    ),
    (
        "with a number between the two",
        cable(routing=ROUTING.rstrip() + " 1332"),
        OSTREL_05 | {"classification": "UNCLAS"},
    ),
    (
        "a post of two words after the glue",
        cable(
            routing=ROUTING.rstrip().replace("AMEMBASSY KALVIK", "AMEMBASSY PORT MERRIN"),
            line="UNCLAS SECTION 01 OF 03 PORT MERRIN 000117\n\n",
        ),
        {"id": "05PORTMERRIN117", "post": "PORT MERRIN", "texts": SAID},
    ),
)
def test_glued(habit: Habit) -> None:
    """Routing and body can stand without a line break between them."""
    holds(habit)


HTML = """<!DOCTYPE html>
<html><head><title>A mirror</title><style>p {{ color: red }}</style></head>
<body><div><a href='/'>All cables</a></div>
{}
<div>Ten thousand visitors so far.</div></body></html>
"""


@habits(
    (
        "header, TAGS, SUBJECT and REF twice",
        cable(captions=CAPTIONS + TAGS + SUBJECT + REF),
        OSTREL_05 | {"subject": "OSTREL: FIFTH ANNUAL TRAFFICKING IN PERSONS REPORT"},
    ),
    (
        "the whole header twice",
        ROUTING + LINE + CAPTIONS + TAGS + SUBJECT + REF + cable(),
        OSTREL_05,
    ),
    (
        "a page with a pre for routing, one for the rest",
        HTML.format(
            f"<code><pre>{ROUTING}</pre></code>\n<code><pre>{cable(routing='')}</pre></code>"
        ),
        OSTREL_05,
    ),
    (
        "entities in a page",
        HTML.format(
            f"<pre>{cable('1. (U) Clerks &amp; porters read &quot;the list&quot;.')}</pre>"
        ),
        {"texts": ('Clerks & porters read "the list".',)},
    ),
)
def test_doubled(habit: Habit) -> None:
    """Mirrors print the header twice, or split the cable over two blocks of a page."""
    holds(habit)


@habits(
    ("no TAGS", cable(tags="E.O. 12958: N/A\n"), OSTREL_05 | {"tags": ()}),
    ("no TAGS, no SUBJECT, no REF", cable(tags="", subject="", ref=""), OSTREL_05 | {"year": 2005}),
    ("no blank lines", cable().replace("\n\n", "\n"), OSTREL_05),
    (
        "no pilcrow",
        cable("1. (U) One clerk reads.\n\n2. (U) One writes.\n"),
        {"paragraphs": (1, 2)},
    ),
)
def test_stripped(habit: Habit) -> None:
    """Mirrors lose the TAGS and SUBJECT lines, the blank lines, or the pilcrow."""
    holds(habit)


@habits(
    (
        "with a section count",
        cable(line="UNCLAS SECTION 01 OF 03 KALVIK 000140\n\n"),
        OSTREL_05 | {"classification": "UNCLAS", "part": (None, None), "missing": ()},
    ),
    ("without", cable(), OSTREL_05 | {"classification": "UNCLAS", "part": (None, None)}),
    (
        "spaced letters",
        cable(line="C O N F I D E N T I A L SECTION 01 OF 02 KALVIK 000140\n\n"),
        OSTREL_05 | {"classification": "CONFIDENTIAL"},
    ),
    (
        "in mixed case",
        cable(line="Unclas Section 01 of 02 Kalvik 000140\n\n"),
        {"id": "05KALVIK140", "texts": SAID},
    ),
    (
        "repeated at each section",
        cable(
            "1. (U) The clerks keep\n\nUNCLAS SECTION 02 OF 02 KALVIK 000140\n\nSIPDIS\n\n"
            + TAGS
            + SUBJECT
            + "a register. The porters read it.\n",
            line="UNCLAS SECTION 01 OF 02 KALVIK 000140\n\n",
        ),
        OSTREL_05,
    ),
    (
        "more spaced letters",
        cable(line="S E C R E T KALVIK 000140\n\n"),
        OSTREL_05 | {"classification": "SECRET"},
    ),
    (
        "of many sections",
        cable(line="UNCLAS SECTION 01 OF 28 KALVIK 000140\n\n"),
        OSTREL_05 | {"part": (None, None), "missing": ()},
    ),
)
def test_classification(habit: Habit) -> None:
    """The classification line is plain, spaced, or has a section count, which is no part mark."""
    holds(habit)


@habits(
    ("SIPDIS, SENSITIVE, SIPDIS", cable(captions="SIPDIS\n\nSENSITIVE\nSIPDIS\n\n"), OSTREL_05),
    ("joined by a comma", cable(captions="SIPDIS\n\nSENSITIVE, SIPDIS\n\n"), OSTREL_05),
    ("none", cable(captions=""), OSTREL_05),
    (
        "addressees after them",
        cable(captions=CAPTIONS + "STATE PASS USAID\nLABOR FOR THE CHILD UNIT\n\n"),
        OSTREL_05,
    ),
    (
        "a stray SIPDIS within a sentence",
        cable("1. (U) The clerks keep \n\nSIPDIS \na register. The porters read it.\n"),
        {"texts": SAID, "paragraphs": (1, 1)},
    ),
    (
        "a stray SIPDIS between two sentences",
        cable("1. (U) The clerks keep a register.\n\nSIPDIS\nThe porters read it.\n"),
        {"texts": SAID},
    ),
    (
        "a stray SENSITIVE within a sentence",
        cable("1. (U) The clerks keep\n\nSENSITIVE\n\na register. The porters read it.\n"),
        {"texts": SAID},
    ),
)
def test_captions(habit: Habit) -> None:
    """Captions are doubled and joined, and a stray one in a paragraph is dropped and healed."""
    holds(habit)


@habits(
    (
        "six digits in the header, eight in page marks",
        cable(
            "1. (U) The clerks keep \n\nKALVIK 00000140  002 OF 003 \n\n\n"
            "a register. The porters read it.\n"
        ),
        OSTREL_05,
    ),
    (
        "a post of two words",
        cable(
            "1. (U) The clerks keep\n\nPORT MERRIN 00000117  002 OF 003\n\n\n"
            "a register. The porters read it.\n",
            routing=ROUTING.replace("AMEMBASSY KALVIK", "AMEMBASSY PORT MERRIN"),
            line="UNCLAS PORT MERRIN 000117\n\n",
        ),
        {"id": "05PORTMERRIN117", "post": "PORT MERRIN", "texts": SAID},
    ),
    (
        "a post cut short",
        cable(
            "1. (U) The clerks keep\n\nSAINT OMA D 00000009  002.2 OF 003\n\n\n"
            "a register. The porters read it.\n",
            routing=ROUTING.replace("AMEMBASSY KALVIK", "AMCONSUL SAINT OMA DE LA MER"),
            line="UNCLAS SAINT OMA D 000009\n\n",
        ),
        {"post": "SAINT OMA D", "texts": SAID},
    ),
)
def test_number(habit: Habit) -> None:
    """The number has six digits or eight, and a post can have several words."""
    holds(habit)


@habits(
    ("routine", cable(), {"date": "2005-03-01", "year": 2005, "covers": 2004}),
    (
        "priority",
        cable(routing=ROUTING.replace("R 011431Z MAR 05", "P 121342Z FEB 07")),
        {"date": "2007-02-12", "year": 2007, "covers": 2006, "id": "07KALVIK140"},
    ),
    (
        "a number with leading zeros",
        cable(
            routing=ROUTING.replace("R 011431Z MAR 05", "O 090005Z FEB 10"),
            line="UNCLAS KALVIK 000007\n\n",
        ),
        {"date": "2010-02-09", "id": "10KALVIK7"},
    ),
    (
        "alone above an extract, without its letter",
        cable(
            routing="This record is a partial extract of the original cable.\n\n011431Z Mar 05\n"
        ),
        {"date": "2005-03-01", "year": 2005, "id": "05KALVIK140"},
    ),
)
def test_date(habit: Habit) -> None:
    """The DTG gives the date and the edition, which covers the year before."""
    holds(habit)


@habits(
    ("by spaces", cable(), {"tags": ("PHUM", "KCRM", "KWMN", "SMIG", "OZ")}),
    (
        "by commas",
        cable(tags="E.O. 12958: N/A\nTAGS: PHUM, KCRM, OZ\n"),
        {"tags": ("PHUM", "KCRM", "OZ"), "texts": SAID},
    ),
    (
        "as links",
        cable(tags="E.O. 12958: N/A\n\nTAGS: [PHUM](#) [KCRM](#) [OZ](#)\n\n"),
        {"tags": ("PHUM", "KCRM", "OZ"), "texts": SAID},
    ),
    (
        "wrapped",
        cable(tags="E.O. 12958: N/A\nTAGS: PHUM KCRM KWMN SMIG KFRD\nASEC OZ\n"),
        {"tags": ("PHUM", "KCRM", "KWMN", "SMIG", "KFRD", "ASEC", "OZ"), "texts": SAID},
    ),
    (
        "misspelt",
        cable(tags="E.O. 12958: N/A\nTAGS: PHUM KRFD OZ\n"),
        {"tags": ("PHUM", "KRFD", "OZ"), "country": "ostrel"},
    ),
    (
        "local ones of several words",
        cable(tags="E.O. 12958: N/A\nTAGS: PHUM, HARBOR AFFAIRS, OZ\n"),
        {"tags": ("PHUM", "HARBOR AFFAIRS", "OZ"), "texts": SAID},
    ),
    (
        "no country's",
        cable(tags="E.O. 12958: N/A\nTAGS: PHUM KCRM\n"),
        {"tags": ("PHUM", "KCRM"), "country": "ostrel"},
    ),
)
def test_tags(habit: Habit) -> None:
    """TAGS stand by spaces, commas or as links, wrapped, misspelt, local, or without a country."""
    holds(habit)


def subject(*lines: str, body: str = BODY) -> str:
    """A cable of March 2005 with this subject."""
    return cable(body, subject="SUBJECT: " + "\n".join(lines) + "\n\n")


IN_2005 = {"country": "ostrel", "year": 2005, "covers": 2004, "texts": SAID}


@habits(
    ("wrapped", subject("OSTREL: FIFTH ANNUAL TRAFFICKING", "IN PERSONS REPORT"), IN_2005),
    (
        "wrapped, the country on its own line",
        subject("Fifth Annual TIP Report -", "Ostrel"),
        IN_2005,
    ),
    (
        "indented where it goes on",
        subject("FIFTH ANNUAL REPORT ON TRAFFICKING (TIP)", "         IN OSTREL"),
        IN_2005 | {"subject": "FIFTH ANNUAL REPORT ON TRAFFICKING (TIP) IN OSTREL"},
    ),
    (
        "a roman part mark before",
        subject("PART I OF III: FIFTH ANNUAL TIP REPORT -", "OSTREL"),
        IN_2005 | {"part": (1, 3), "missing": (2, 3)},
    ),
    (
        "an arabic part mark before",
        subject("PART 2 OF 3: FIFTH ANNUAL TIP REPORT - OSTREL"),
        IN_2005 | {"part": (2, 3), "missing": (1, 3)},
    ),
    (
        "a part mark after",
        subject("OSTREL: FIFTH ANNUAL TIP REPORT - PART II OF II"),
        IN_2005 | {"part": (2, 2), "missing": (1,)},
    ),
    (
        "a part mark that ends a subject of two lines",
        subject("OSTREL: FIFTH ANNUAL TRAFFICKING IN PERSONS REPORT", "(PART 1 OF 2)"),
        IN_2005 | {"part": (1, 2), "missing": (2,)},
    ),
    (
        "the part in the text alone",
        subject(
            "OSTREL: FIFTH ANNUAL TIP REPORT",
            body="1. (U) This message is part 1 of 4; others septel.\n\n2. (U) The clerks read.\n",
        ),
        {"part": (1, 4), "missing": (2, 3, 4)},
    ),
    ("the edition in digits", subject("OSTREL: 5TH ANNUAL TIP REPORT"), IN_2005),
    ("no edition", subject("TRAFFICKING IN PERSONS REPORT: OSTREL"), IN_2005),
    ("the country in the middle", subject("2005 TIP REPORT FOR OSTREL: POST'S INPUT"), IN_2005),
    ("the country last", subject("ANNUAL ANTI-TRAFFICKING REPORT FOR OSTREL"), IN_2005),
    ("the country's name declined", subject("OSTREL'S FIFTH TIP REPORT"), IN_2005),
    ("the country's apostrophe lost", subject("OSTREL?S FIFTH TIP REPORT"), IN_2005),
    (
        "a country of several words",
        subject("KARST ISLANDS: FIFTH ANNUAL TIP REPORT"),
        IN_2005 | {"country": "karst islands"},
    ),
)
def test_subject(habit: Habit) -> None:
    """SUBJECT is wrapped, part marks stand anywhere, and so does the country."""
    holds(habit)


@habits(
    ("one", cable(ref="Ref: 04 STATE 273089\n\n"), {"refs": 1, "texts": SAID}),
    ("to the secretary", cable(ref="REF: SECSTATE 273089\n\n"), {"refs": 1, "texts": SAID}),
    ("a short number", cable(ref="REF: STATE 01234\n\n"), {"refs": 1, "texts": SAID}),
    (
        "lettered over two lines",
        cable(ref="REFS: A. STATE 4411\n      B. 04 STATE 120033\n\n"),
        {"refs": 2, "texts": SAID},
    ),
    (
        "lettered at the line's start",
        cable(ref="REFS: A. STATE 4411\nB. 04 STATE 120033\n\n"),
        {"refs": 2, "texts": SAID},
    ),
    ("in brackets", cable(ref="REF: (A) 2004 STATE 273089\n\n"), {"refs": 1, "texts": SAID}),
    (
        "in brackets, wrapped",
        cable(ref="REF:  (A) STATE 4411, (B) 04 KALVIK 71 (NOTAL), (C) 03\nKALVIK 66 (NOTAL)\n\n"),
        {"refs": 3, "texts": SAID},
    ),
    (
        "half brackets",
        cable(ref="REFS:  A) 04 STATE 273089 B) Kalvik 41 C) Letters of the\nclerk\n\n"),
        {"refs": 3, "texts": SAID},
    ),
    ("none", cable(ref=""), {"refs": 0, "texts": SAID}),
)
def test_ref(habit: Habit) -> None:
    """REF is one or several, lettered in three ways, wrapped, and never a statement."""
    holds(habit)


def edition(number: int, dtg: str, title: str, body: str = BODY) -> str:
    """A cable of Ostrel with this number, date and subject."""
    return cable(
        body,
        routing=ROUTING.replace("R 011431Z MAR 05", dtg),
        line=f"UNCLAS KALVIK {number:06d}\n\n",
        subject=f"SUBJECT: {title}\n\n",
    )


FIRST = edition(49, "R 010900Z MAR 07", "SEVENTH ANNUAL TIP REPORT FOR OSTREL")


class TestOneEditionTwice:
    """A second cable of one edition is no new year."""

    @pytest.mark.parametrize(
        "title",
        [
            "UPDATED SEVENTH ANNUAL TIP REPORT FOR OSTREL",
            "OSTREL: UPDATE TO SEVENTH ANNUAL TIP REPORT",
            "CORRECTED COPY: SEVENTH ANNUAL TIP REPORT FOR OSTREL",
            "SEVENTH ANNUAL TIP REPORT FOR OSTREL (CORRECTED COPY)",
        ],
    )
    def test_supersedes(self, title: str) -> None:
        """An update or corrected copy stands for the edition, and names the cable it replaces."""
        update = edition(90, "O 281505Z MAR 07", title, "1. (U) The clerks burnt the register.\n")

        (report,) = tipdiff.read_all(FIRST, update)

        assert report.year == 2007
        assert [statement.text for statement in report.statements] == [
            "The clerks burnt the register."
        ]
        assert {cable.id: cable.supersedes for cable in report.cables}["07KALVIK90"] == "07KALVIK49"

    def test_corrected_by_its_caption(self) -> None:
        """A caption can say that a cable is a corrected copy; of parts it replaces its own."""
        parts = [
            cable(
                f"1. (U) Clerk {number} reads.\n",
                line=f"UNCLAS KALVIK 00014{number}\n\n",
                subject=f"SUBJECT: OSTREL: FIFTH TIP REPORT, PART {number} OF 2\n\n",
            )
            for number in (1, 2)
        ]
        corrected = cable(
            "1. (U) Clerk 2 writes.\n",
            line="UNCLAS KALVIK 000149\n\nC O R R E C T E D  C O P Y (TEXT CHANGED)\n\n",
            subject="SUBJECT: OSTREL: FIFTH TIP REPORT, PART 2 OF 2\n\n",
        )
        (report,) = tipdiff.read_all(*parts, corrected)

        assert [s.text for s in report.statements] == ["Clerk 1 reads.", "Clerk 2 writes."]
        assert [c.supersedes for c in report.cables] == [None, "05KALVIK142"]

    def test_order_given(self) -> None:
        """The update supersedes in whichever order the two are given."""
        update = edition(90, "O 281505Z MAR 07", "UPDATED SEVENTH ANNUAL TIP REPORT FOR OSTREL")

        assert tipdiff.read_all(FIRST, update) == tipdiff.read_all(update, FIRST)

    def test_identical_copies(self) -> None:
        """Two identical cables of one id count once."""
        (report,) = tipdiff.read_all(FIRST, FIRST)

        assert tuple(statement.text for statement in report.statements) == SAID


class TestSentTwice:
    """What came twice on one day, under two numbers, is one report."""

    TEXT = "1. (U) The clerks keep a register. The porters read it.\n\n2. (U) Nine left.\n"
    ONE = edition(51, "R 010900Z MAR 07", "SEVENTH ANNUAL TIP REPORT FOR OSTREL", TEXT)
    AGAIN = edition(52, "R 011505Z MAR 07", "SEVENTH ANNUAL TIP REPORT FOR OSTREL", TEXT)

    @pytest.mark.parametrize("order", [(0, 1), (1, 0)])
    def test_later_counts(self, order: tuple[int, int]) -> None:
        """The later one stands for both, says so, and a diagnostic names them."""
        given = [(self.ONE, self.AGAIN)[k] for k in order]
        report = tipdiff.read(*given)

        assert [(c.id, c.supersedes) for c in report.cables] == [("07KALVIK52", "07KALVIK51")]
        assert len(report.statements) == 3
        assert [d.kind for d in report.diagnostics if "KALVIK51" in d.message] == ["duplicate"]
        assert tipdiff.read_all(*given) == [report]

    def test_in_one_file(self) -> None:
        """Both can stand in one file."""
        assert len(tipdiff.read(f"{self.ONE}\nMARBECK\n\n{self.AGAIN}\nMARBECK\n").cables) == 1

    def test_read_apart(self) -> None:
        """Read one by one they still count once in series and histories."""
        reports = [tipdiff.read(self.ONE), tipdiff.read(self.AGAIN)]
        threads = tipdiff.history(reports)

        assert len(threads) == 3

    def test_another_day_or_text(self) -> None:
        """Cables of two days, or of two texts, are two."""
        later = self.AGAIN.replace("011505Z", "021505Z")
        other = self.AGAIN.replace(
            self.TEXT, "1. (U) The nuns run a house. Two cooks work there.\n"
        )

        assert len(tipdiff.read(self.ONE, later).cables) == 2
        assert len(tipdiff.read(self.ONE, other).cables) == 2


@habits(
    ("the year reported on", subject("OSTREL'S 2004 TIP REPORT"), IN_2005),
    ("the edition's own", subject("OSTREL 2005 TIP REPORT"), IN_2005),
    ("two years", subject("OSTREL TRAFFICKING REPORT FOR 2004 -", "2005"), IN_2005),
    (
        "the only date there is",
        cable(routing="", subject="SUBJECT: OSTREL TIP REPORT 2004 -\n2005\n\n"),
        {"year": 2005, "covers": 2004, "texts": SAID},
    ),
)
def test_year_in_the_subject(habit: Habit) -> None:
    """A subject can name the year it covers instead: the cable's date decides."""
    holds(habit)


@pytest.mark.parametrize(
    ("name", "title", "year"),
    [
        ("05KALVIK140.txt", "OSTREL'S 2004 TIP REPORT", 2005),
        ("05KALVIK140.txt", "OSTREL DRUG CONTROL REPORT 2005 -\n2006", 2005),
        ("cable 05KALVIK140 of Kalvik.txt", "OSTREL'S 2004 TIP REPORT", 2005),
        ("kalvik.txt", "OSTREL'S 2004 TIP REPORT", 2004),
        ("kalvik 2006.txt", "OSTREL'S 2004 TIP REPORT", 2004),
        ("kalvik 2006.txt", "OSTREL: TIP REPORT", 2006),
    ],
)
def test_year_without_a_date(tmp_path: Path, name: str, title: str, year: int) -> None:
    """Without a date the id has the year, else the subject, else the names; an argument decides."""
    path = tmp_path / name
    path.write_text(cable(routing="", subject=f"SUBJECT: {title}\n\n"), "utf-8")

    assert tipdiff.read(path).year == year
    assert tipdiff.read(path, year=2009).year == 2009


class TestParts:
    """Parts of one report that do not agree with each other in form."""

    FIRST = edition(
        88,
        "R 010900Z MAR 09",
        "OSTREL: NINTH ANNUAL TRAFFICKING IN PERSONS\nREPORT (PART 1 OF 2)",
        "PREVENTION\n----------\n\nA. (U) The clerks keep a register.\n",
    )
    SECOND = edition(
        89,
        "R 010911Z MAR 09",
        "OSTREL: 9TH ANNUAL TRAFFICKING IN PERSONS\nREPORT (PART 2 OF 2)",
        "B. (U) The porters read it.\n",
    )

    @pytest.mark.parametrize("order", [(0, 1), (1, 0)])
    def test_number_themselves_differently(self, order: tuple[int, int]) -> None:
        """Parts that say NINTH and 9TH are one report, in part order however they are given."""
        both = (self.FIRST, self.SECOND)
        report = tipdiff.read(*(both[place] for place in order))

        assert [(cable.id, cable.part, cable.parts) for cable in report.cables] == [
            ("09KALVIK88", 1, 2),
            ("09KALVIK89", 2, 2),
        ]
        assert report.missing_parts == ()
        assert tuple(statement.text for statement in report.statements) == SAID

    def test_in_one_file(self) -> None:
        """Two parts that follow each other in one text are told apart."""
        report = tipdiff.read(self.FIRST + self.SECOND)

        assert [cable.id for cable in report.cables] == ["09KALVIK88", "09KALVIK89"]
        assert tuple(statement.text for statement in report.statements) == SAID

    def test_opens_in_the_middle_of_a_section(self) -> None:
        """What part 2 says before its first heading goes on in the section part 1 ended in."""
        report = tipdiff.read(self.FIRST, self.SECOND)

        assert [statement.section for statement in report.statements] == [
            ("PREVENTION", "A"),
            ("PREVENTION", "B"),
        ]

    @pytest.mark.parametrize(
        ("first", "second", "sections"),
        [
            ("18A. (U) Clerks read.\n", "18B. (U) Clerks write.\n", ("A", "B")),
            ("A. (U) Clerks read.\n", "Clerks write.\n\nB. (U) Clerks sing.\n", ("A", "A", "B")),
        ],
        ids=["keyed answers", "in the middle of an answer"],
    )
    def test_goes_on(self, first: str, second: str, sections: tuple[str, ...]) -> None:
        """Keyed answers of a block whose heading part 1 has, and the rest of an answer, go on."""
        heading = "PREVENTION\n----------\n\n"
        report = tipdiff.read(
            cable(heading + first, subject="SUBJECT: PART 1 OF 2: OSTREL TIP REPORT\n\n"),
            cable(
                second,
                line="UNCLAS KALVIK 000141\n\n",
                subject="SUBJECT: PART 2 OF 2: OSTREL TIP REPORT\n\n",
            ),
        )

        assert [s.section for s in report.statements] == [("PREVENTION", x) for x in sections]

    def test_statement_ids_count_from_one_in_each_cable(self) -> None:
        """A statement's number is its place in its own cable."""
        report = tipdiff.read(self.FIRST, self.SECOND)

        assert [statement.id for statement in report.statements] == [
            "09KALVIK88:1",
            "09KALVIK89:1",
        ]


@habits(
    (
        "the post in its place",
        cable(
            "1. (U) The clerks keep a register.\n",
            routing=ROUTING.replace("AMEMBASSY KALVIK", "AMEMBASSY CAIRO"),
            line="UNCLAS CAIRO 000140\n\n",
            tags="E.O. 12958: N/A\nTAGS: PHUM KCRM\n",
            subject="SUBJECT: FIFTH ANNUAL TIP REPORT - CAIRO INPUT\n\n",
        ),
        {"post": "CAIRO", "country": "egypt"},
    ),
    (
        "no place at all",
        cable(
            "1. (U) The clerks keep a register.\n",
            routing=ROUTING.replace("AMEMBASSY KALVIK", "AMEMBASSY LA PAZ"),
            line="UNCLAS LA PAZ 000140\n\n",
            tags="E.O. 12958: N/A\nTAGS: PHUM KCRM\n",
            subject="SUBJECT: POST INPUT FOR THE FIFTH ANNUAL TIP REPORT\n\n",
        ),
        {"post": "LA PAZ", "country": "bolivia", "id": "05LAPAZ140"},
    ),
    (
        "REF glued onto the subject",
        cable(subject="SUBJECT: OSTREL: FIFTH ANNUAL TIP REPORT REF: 04 STATE 273089\n\n", ref=""),
        {"subject": "OSTREL: FIFTH ANNUAL TIP REPORT", "refs": 1, "texts": SAID},
    ),
)
def test_subject_without_a_country(habit: Habit) -> None:
    """The post stands for a country the subject does not name; REF can be glued to the subject."""
    holds(habit)


def test_given_country() -> None:
    """A country that nothing in the cable names comes from the argument."""
    text = cable(tags="", subject="SUBJECT: POST INPUT FOR THE FIFTH ANNUAL TIP REPORT\n\n")
    report = tipdiff.read(text, country="Ostrel")

    assert report.country == "Ostrel"


@habits(
    ("a surname in capitals", cable(BODY + "MARBECK\n"), {"texts": SAID, "truncated": False}),
    ("a surname of two words", cable(BODY + "\nVAN MARBECK\n"), {"texts": SAID}),
    (
        "a surname joined with the last line",
        cable(BODY.rstrip() + " VAN MARBECK\n"),
        {"texts": SAID, "truncated": False},
    ),
    (
        "a last answer in capitals is no surname",
        cable(BODY.rstrip() + " NONE\n"),
        {"texts": (*SAID, "NONE")},
    ),
    (
        "a last answer of two words joined with the text",
        cable(BODY.rstrip() + " NOT APPLICABLE\n"),
        {"texts": (*SAID, "NOT APPLICABLE")},
    ),
    (
        "a last answer on its own line",
        cable(BODY + "\nNOT APPLICABLE\n\nNNNN\n"),
        {"texts": (*SAID, "NOT APPLICABLE")},
    ),
    (
        "a last name of a list",
        cable(BODY + "\n2. (U) The flags seen were:\n\nVARONA\n"),
        {"texts": (*SAID, "The flags seen were:", "VARONA")},
    ),
    (
        "a surname below the time spent",
        cable(BODY + "\n2. (U) Time spent by the consul: 12 hours\nMARBECK\n"),
        {"texts": (*SAID, "Time spent by the consul: 12 hours"), "truncated": False},
    ),
    ("NNNN", cable(BODY + "\n\nNNNN\n"), {"texts": SAID, "truncated": False}),
    ("a surname and NNNN", cable(BODY + "MARBECK\n\n\nNNNN\n\n"), {"texts": SAID}),
    (
        "END SUMMARY",
        cable("1. (U) Summary: The clerks keep a register. The porters read it. END SUMMARY.\n"),
        {"texts": SAID, "truncated": False},
    ),
    ("END SUMMARY on its own line", cable(BODY + "\nEND SUMMARY\n"), {"texts": SAID}),
    ("a telegram's own end", cable(BODY + "MARBECK\nBT\n#0140\n\nNNNN\n"), {"texts": SAID}),
    ("End text of report", cable(BODY + "\nEnd text of report.\nMARBECK\n"), {"texts": SAID}),
    (
        "where more is to be found",
        cable(
            BODY + "\nVisit Kalvik's Classified Website:\nhttp://kalvik.example/a.cfm\n\nMARBECK\n"
        ),
        {"texts": SAID, "truncated": False},
    ),
    ("nothing", cable(BODY.rstrip()), {"texts": SAID, "truncated": False}),
    (
        "in mid-sentence",
        cable("1. (U) The clerks keep a register. The porters have asked for\n"),
        {
            "texts": ("The clerks keep a register.", "The porters have asked for"),
            "truncated": True,
            "diagnosed": True,
        },
    ),
)
def test_end(habit: Habit) -> None:
    """A cable ends with a surname, NNNN, a closed summary, nothing, or in mid-sentence."""
    holds(habit)


def test_truncated_warns() -> None:
    """What a cable that breaks off lost is missing, not dropped, and a warning says so."""
    old = cable(
        "PREVENTION\n----------\n\nA. (U) The clerks keep a register.\n\n"
        "PROTECTION\n----------\n\nA. (U) The nuns run a large house for victims.\n"
    )
    new = cable(
        "PREVENTION\n----------\n\nA. (U) The clerks keep a register. The porters have asked for\n",
        routing=ROUTING.replace("MAR 05", "MAR 06"),
    )
    comparison = tipdiff.compare(tipdiff.read(old), tipdiff.read(new))

    assert comparison.warnings
    assert [change.traits for change in comparison.changes if change.status == "dropped"] == [
        ("no-counterpart",)
    ]
