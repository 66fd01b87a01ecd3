"""Reports that are memos or letters: who wrote them, when, and on what, above the text."""

from __future__ import annotations

import pytest

import tipdiff

from .cables import BODY, SAID, cable, document, header

MEMO = """\
MEMORANDUM

To: The Director of Ports
From: The Harbor Office, Kalvik
Date: {date}
Re: Ostrel - the piers, annual report

The clerks keep a register. The porters read it.
"""


def read(date: str = "14 February 2011", text: str = MEMO) -> tipdiff.Report:
    """The report in a memo of a day."""
    return tipdiff.read(text.format(date=date))


class TestDate:
    """The day that a memo gives is the report's date."""

    @pytest.mark.parametrize(
        "written",
        [
            "14 February 2011",
            "14th February 2011",
            "Monday, 14 February 2011",
            "14 Feb 2011",
            "14-Feb-2011",
            "February 14, 2011",
            "Feb. 14, 2011",
            "14.02.2011",
            "14.2.11",
            "14/02/2011",
            "02/14/2011",
            "2011-02-14",
            "2011-02-14T10:15:00",
            "14 February 2011 10:15 AM",
        ],
    )
    def test_written(self, written: str) -> None:
        """However it is written, as long as one day alone can be meant."""
        report = read(written)

        assert report.cables[0].date == "2011-02-14"
        assert (report.year, report.covers) == (2011, 2010)
        assert not report.diagnostics

    def test_ambiguous(self) -> None:
        """Where day and month could change places only the year is read, and that is said."""
        report = read("04/05/2011")

        assert report.cables[0].date is None
        assert report.year == 2011
        (told,) = report.diagnostics
        assert told.kind == "date"
        assert told.message == "nothing but the year is read of the date 04/05/2011"

    def test_same_either_way(self) -> None:
        """The fifth of May is that in either order."""
        assert read("05/05/2011").cables[0].date == "2011-05-05"

    def test_month(self) -> None:
        """A month without a day gives no date, but the year, and what it covers."""
        late, early = read("November 2011"), read("March 2011")

        assert (late.cables[0].date, late.year, late.covers) == (None, 2011, 2011)
        assert (early.year, early.covers) == (2011, 2010)

    @pytest.mark.parametrize(
        "written", ["31 February 2011", "13/13/2011", "14 Smarch 2011", "soon"]
    )
    def test_no_day(self, written: str) -> None:
        """What no calendar has is no date, and that is said."""
        report = read(written)

        assert report.cables[0].date is None
        assert [d.kind for d in report.diagnostics] == ["date"]

    def test_alone(self) -> None:
        """A day alone below the title, with its place, is the date too."""
        text = "Ostrel: The Piers\n\nKalvik, {date}\n\n" + " ".join(SAID)

        assert read(text=text).cables[0].date == "2011-02-14"


class TestHead:
    """Which lines are a memo's head."""

    def test_said(self) -> None:
        """The head is no statement; its subject is the report's, and names the country."""
        report = read()

        assert [s.text for s in report.statements] == SAID
        assert report.cables[0].subject == "Ostrel - the piers, annual report"
        assert report.country == "Ostrel"
        assert [m.kind for m in report.marks] == ["header"]

    @pytest.mark.parametrize(
        "text",
        [
            "To:\tThe Director\nFrom:\tThe Harbor Office\n\tKalvik\nDate:\t{date}\n\n" + BODY,
            "**To:** The Director\n**From:** The Office\n**Date:** {date}\n**Re:** Ostrel\n\n"
            + BODY,
            "TO: THE DIRECTOR\nCC: THE ARCHIVE\n\nDATE: {date}\n------\n\n" + BODY,
            "Date: {date}\n\n" + BODY,
            "Ostrel: The Piers in 2010\nDate: {date}\n\n" + BODY,
        ],
        ids=["tabs", "Markdown", "capitals", "date alone", "title and date"],
    )
    def test_forms(self, text: str) -> None:
        """Forms of a memo's head."""
        report = read(text=text)

        assert report.cables[0].date == "2011-02-14"
        assert [s.text for s in report.statements] == SAID

    def test_in_the_text(self) -> None:
        """The same labels below the text's first sentence are the text's."""
        text = "The clerks keep a register.\n\nDate: 14 February 2011\n\nThe porters read it.\n"

        assert read(text=text).cables[0].date is None

    def test_titles_of_the_text(self) -> None:
        """A heading above the first sentence is not the head's."""
        report = read(text=MEMO.replace("\n\nThe clerks", "\n\nThe Registers\n\nThe clerks"))

        assert [s.section for s in report.statements] == [("The Registers",)] * 2

    def test_cable(self) -> None:
        """A cable's header is read as before, whatever labels stand in it."""
        text = cable().replace("SIPDIS", "SIPDIS\nDATE: 3 May 2009")

        assert header(text).date == "2005-03-01"
        assert not header(text).memo

    def test_places(self) -> None:
        """Head and text lie in the source where they are printed."""
        text = MEMO.format(date="2011-02-14")
        found = header(text)

        assert document(text).text[found.body_start :].strip().startswith("The clerks")
        (mark,) = found.marks
        assert text[slice(*mark.span)].endswith("annual report")
