"""What headers look like beyond the usual: bodies behind references, broken lists, pages, years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tipdiff
from tests.habits.snippets import BODY, REF, ROUTING, SAID, SUBJECT, cable
from tipdiff.reading.mirror import PageFacts, page_facts, row_facts
from tipdiff.reading.preamble import HANDLING, is_handling, is_part_mark
from tipdiff.reading.references import BODY_FORMS, body_behind, references
from tipdiff.reading.subject import PART_FORMS, part_of
from tipdiff.reading.years import REPORTED_ON, covered_year

if TYPE_CHECKING:
    from pathlib import Path

    from tipdiff.records import Report

TEXT = BODY.strip().removeprefix("1. (U) ")


def read(**pieces: str) -> Report:
    """A cable of Ostrel with some of its pieces changed."""
    return tipdiff.read(cable(**pieces))


def texts(report: Report) -> tuple[str, ...]:
    """What it says."""
    return tuple(statement.text for statement in report.statements)


class TestReferences:
    """The list of references, and what hangs behind it."""

    @pytest.mark.parametrize(("form", "sample"), BODY_FORMS)
    def test_body_forms(self, form: str, sample: str) -> None:
        """Each form of a body's beginning ends the list."""
        value = f" 04 STATE 5577, Kalvik 95 {sample} clerks of Kalvik keep a register."
        place = body_behind(value)
        assert place is not None, form
        assert value[place:].startswith(sample)

    @pytest.mark.parametrize(
        "body",
        [
            f"KALVIK 00000140  001.2 OF 004   1.  {TEXT}",
            f"(SBU) {TEXT}",
            f"1. (U) {TEXT}",
            f"\u00b61. {TEXT}",
        ],
    )
    def test_body_behind(self, body: str) -> None:
        """A body on the REF line is read as if it stood below."""
        report = read(ref="REF: STATE 5577 ", body=f"{body}\nMARBECK\n")

        assert texts(report) == SAID
        assert report.cables[0].refs == ("STATE 5577",)

    @pytest.mark.parametrize(
        "value",
        [
            " (A) State 12 (B) State 22 (C) Kalvik 33",
            " A. STATE 5577 (SBU), B. 04 KALVIK 95 (NOTAL)",
            " 1. STATE 5577 2. KALVIK 95",
            " STATE 5577; LUND-MARBECK 11/10/05 EMAIL",
        ],
    )
    def test_no_body(self, value: str) -> None:
        """Letters, marks and numbers of references begin no text."""
        assert body_behind(value) is None

    @pytest.mark.parametrize(
        ("value", "found"),
        [
            ("STATE 5577", ("STATE 5577",)),
            ("STATE 5577; 04 KALVIK 95", ("STATE 5577", "04 KALVIK 95")),
            ("STATE 5577, 04 KALVIK 95 AND PREVIOUS", ("STATE 5577", "04 KALVIK 95", "PREVIOUS")),
            ("A) STATE 5577; B) LUND 11/10/05 EMAIL", ("STATE 5577", "LUND 11/10/05 EMAIL")),
            ("(A) STATE 5577, (B) 04 KALVIK 95 (NOTAL)", ("STATE 5577", "04 KALVIK 95 (NOTAL)")),
            ("", ()),
        ],
    )
    def test_each(self, value: str, found: tuple[str, ...]) -> None:
        """By letters, semicolons, commas or alone."""
        assert references(value) == found

    @pytest.mark.parametrize(
        "printed",
        [
            "REFS: A) State 5577 \nB) Kalvik 95 \nC) 2004 Port Tarn 3868 \n\n",
            "REFS:  A) STATE 5577 \n \n      B) KALVIK 95 \n      C) 2004 PORT TARN 3868 \n \n",
            "REFS: A. STATE 5577\n\u00b6B. KALVIK 95\n\u00b6C. 2004 PORT TARN 3868\n\n",
            "REFS:\nA. STATE 5577\n\nB. KALVIK 95\n\nC. 2004 PORT TARN 3868\n\n",
        ],
    )
    def test_broken_list(self, printed: str) -> None:
        """A list that is not indented, or broken by blank lines, is one list and no answer."""
        report = read(ref=printed)

        assert len(report.cables[0].refs) == 3
        assert texts(report) == SAID


class TestPreamble:
    """What stands between the fields and the text."""

    @pytest.mark.parametrize(("form", "sample"), HANDLING)
    def test_handling(self, form: str, sample: str) -> None:
        """How a cable is to be handled is neither a heading nor a statement."""
        assert is_handling(sample), form
        report = read(body=f"{sample}. \n\n{BODY}")

        assert texts(report) == SAID
        assert report.sections == ()

    @pytest.mark.parametrize(
        "text",
        [
            "Sensitive goods are kept in the customs house.",
            "Please protect the harbor.",
            "1. (U) Sensitive but unclassified.",
        ],
    )
    def test_no_handling(self, text: str) -> None:
        """Sentences with the same words, and numbered paragraphs, stay statements."""
        assert not is_handling(text)

    @pytest.mark.parametrize("mark", ["(PART 2 OF 2)", "Part II of II", "PART TWO OF TWO:"])
    @pytest.mark.parametrize("below", ["subject", "ref"])
    def test_part_below_a_blank_line(self, mark: str, below: str) -> None:
        """A line of its own can give the part, above the references or below them."""
        assert is_part_mark(mark)
        at_subject = f"{SUBJECT}\n{mark}\n\n" if below == "subject" else SUBJECT
        report = read(subject=at_subject, ref=REF if below == "subject" else f"{REF}{mark}\n\n")

        assert (report.cables[0].part, report.cables[0].parts) == (2, 2)
        assert report.missing_parts == (1,)
        assert texts(report) == SAID

    @pytest.mark.parametrize(("form", "sample"), PART_FORMS)
    def test_part_forms(self, form: str, sample: str) -> None:
        """The ways of saying which part a cable is."""
        assert part_of(sample) is not None, form

    def test_part_in_a_sentence(self) -> None:
        """The first sentences can say it in words."""
        report = read(body=f"1. (U) This is the second of two cables.\n\n2. (U) {TEXT}\n")

        assert (report.cables[0].part, report.cables[0].parts) == (2, 2)

    def test_subject_again(self) -> None:
        """The subject and the references printed again above the text are header."""
        title = " ".join(SUBJECT.partition(":")[2].split())
        for again in (f"{title}\n", f"{title} {' '.join(REF.split())}\n"):
            assert texts(read(body=f"{again}{BODY}")) == SAID


class TestPage:
    """What a mirror's page says around the cable."""

    @pytest.mark.parametrize(
        "page",
        [
            "<p>Created: 2005-02-03 14:02</p><p>Released: 2011-01-19</p>",
            "<p>Released: 2011-01-19</p><p>Created: 2005-02-03</p>",
            "<p>page created 2005/02/03, last change 2011-09-01</p>",
            "<b>Date:</b> 2005 February 3, 14:02 (Thursday)",
            "<td>Date</td><td>3 February 2005</td>",
            "<tr><th>Released</th><th>Created</th></tr><tr><td>2011-01-19</td>"
            "<td>2005-02-03</td></tr>",
        ],
    )
    def test_date(self, page: str) -> None:
        """The date the cable was created counts, never that of its release."""
        assert page_facts(f"{page}<pre>1999-01-01</pre>").date == "2005-02-03"

    @pytest.mark.parametrize("page", ["<p>Released: 2011-01-19</p>", "<p>2011-01-19</p>", "text"])
    def test_no_date(self, page: str) -> None:
        """A date without a label, or of something else, is not the cable's."""
        assert page_facts(f"{page}<pre>Created 1999-01-01</pre>").date is None

    @pytest.mark.parametrize(
        "above",
        [
            "Reference ID: 05KALVIK140\nCreated: 2005-02-03 14:05\nReleased: 2011-08-30\n\n",
            "05KALVIK140\t2005-02-03 14:05\t2011-08-30 01:44\tUNCLASSIFIED\tEmbassy Kalvik\n",
            '"12345","2/3/2005 14:05","05KALVIK140","Embassy Kalvik","UNCLASSIFIED"\n',
            "Date:2005 February 3, 14:05 (Thursday)\nCanonical ID:05KALVIK140_a\n\n",
            "05KALVIK140\nOSTREL\n2005-02-03 14:05\nUNCLASSIFIED\nEmbassy Kalvik\n",
        ],
    )
    def test_above_the_text(self, above: str) -> None:
        """A dump puts the same above the text, in lines, in labels or as the row of a table."""
        report = tipdiff.read(above + cable(routing=""))

        assert (report.cables[0].id, report.cables[0].date) == ("05KALVIK140", "2005-02-03")
        assert texts(report) == SAID

    def test_mail_years_later(self) -> None:
        """The date of what brought the cable is not the cable's."""
        head = "Date: 4 May 2011\nFile: 05KALVIK140.txt\n\n"

        assert row_facts(head) == PageFacts("05KALVIK140", None)

    def test_id_and_edition(self) -> None:
        """An undated cable has its date, id and edition from the page."""
        text = cable(routing="", subject="SUBJECT: OSTREL: 2003 REPORT\n\n")
        page = (
            "<html><body><table><tr><th>Reference ID</th><th>Created</th></tr>"
            "<tr><td>04KALVIK140</td><td>2004-01-02 14:02</td></tr></table>"
            f"<pre>{text}</pre></body></html>"
        )
        report = tipdiff.read(page)

        assert (report.year, report.covers) == (2004, 2003)
        assert (report.cables[0].id, report.cables[0].date) == ("04KALVIK140", "2004-01-02")


class TestDateTimeGroup:
    """The date-time group, with its spaces anywhere."""

    @pytest.mark.parametrize("printed", ["R 01 1431Z MAR 05", "R 011431Z MAR05", "011431Z Mar 05"])
    def test_spaces(self, printed: str) -> None:
        """One more or one less changes nothing."""
        report = read(routing=ROUTING.replace("R 011431Z MAR 05", printed))

        assert report.cables[0].date == "2005-03-01"


class TestCovers:
    """The calendar year a report is about."""

    @pytest.mark.parametrize(
        ("month", "covers"), [("JAN", 2004), ("SEP", 2004), ("OCT", 2005), ("DEC", 2005)]
    )
    def test_by_when_sent(self, month: str, covers: int) -> None:
        """A report of spring is about the year before, one of autumn about its own."""
        report = read(routing=ROUTING.replace("MAR", month))

        assert (report.year, report.covers) == (2005, covers)

    @pytest.mark.parametrize(("form", "sample"), REPORTED_ON)
    def test_by_what_it_says(self, form: str, sample: str) -> None:
        """A subject or heading can name the year it was sent as the one reported on."""
        report = read(
            routing=ROUTING.replace("MAR 05", "JUL 08"),
            subject=f"SUBJECT: OSTREL: {sample}\n\n",
        )
        assert (report.year, report.covers) == (2008, 2008), form

    def test_edition_named(self) -> None:
        """The edition in the subject of a spring report is not what it reports on."""
        report = read(subject="SUBJECT: OSTREL: 2005 TIP REPORT\n\n")

        assert report.covers == 2004

    def test_undated(self, tmp_path: Path) -> None:
        """Without a date it is the year that the text names more often."""
        for body, covers in (
            ("1. (U) In 2005 nine ferries sank, in June 2005 two more.\n", 2005),
            ("1. (U) In 2004 nine ferries sank, fewer than in 2003.\n", 2004),
        ):
            path = tmp_path / "05KALVIK140.txt"
            path.write_text(cable(body, routing=""), "utf-8")
            assert tipdiff.read(path).covers == covers

    def test_narrative(self) -> None:
        """A narrative without a header is about its year."""
        from tipdiff.reading.header import Header

        assert covered_year(2005, Header(0, 0, 10), (), "In 2004 it rained.") == 2005
