"""Which annual report a cable is."""

from __future__ import annotations

import pytest

from tipdiff.archive.kinds import OTHER, kind_of, kind_of_names, without_kind


class TestSubject:
    """The subject line tells it first."""

    @pytest.mark.parametrize(
        ("subject", "kind"),
        [
            ("OSTREL 2006 TIP REPORT", "trafficking"),
            ("OSTREL: DRUG TRAFFICKING AND CHEMICAL CONTROL, INCSR PART I", "narcotics"),
            ("OSTREL: INCSR 2009, VOLUME II", "money-laundering"),
            ("OSTREL: ARMS TRAFFICKING ON THE RIVER", OTHER),
            ("OSTREL: TIP OF THE ICEBERG", OTHER),
            ("OSTREL MID-YEAR ASSESSMENT OF ANTI-TRAFFICKING EFFORTS", "trafficking-interim"),
            ("OSTREL: 2008\n HUMAN RIGHTS REPORT: TRAFFICKING", "human-rights"),
            ("OSTREL: TRAFFICKING AND FORCED LABOR UPDATE", "trafficking"),
        ],
    )
    def test_told(self, subject: str, kind: str) -> None:
        """The report that the subject names, and not one that shares a word with it."""
        assert kind_of(subject) == kind

    def test_before_the_rest(self) -> None:
        """A subject stands before headings, TAGS and names."""
        body = "Religious Freedom\n\nThe law protects all.\n"
        found = kind_of("OSTREL: ANNUAL LABOR REPORT", ["KTIP"], body, "terrorism/a.txt")
        assert found == "labor"


class TestText:
    """Where the subject is silent, the title or a heading near the top tells."""

    def test_title(self) -> None:
        """The first line that stands by itself."""
        assert kind_of(None, (), "## f. Trafficking in Persons\n\nThe law forbids it.\n") == (
            "trafficking"
        )

    def test_the_first_heading_that_tells(self) -> None:
        """A report on human rights has a section on trafficking, below its title."""
        body = "Report on Human Rights Practices\n\nText.\n\nTrafficking in Persons\n\nMore.\n"
        assert kind_of(None, (), body) == "human-rights"

    def test_prose_is_no_title(self) -> None:
        """A line of a paragraph is no heading, though it is short."""
        body = "The ministry spoke at length about\ntrafficking in persons\nand went home.\n"
        assert kind_of(None, (), body) == OTHER

    def test_first_paragraph_of_a_cable(self) -> None:
        """The first paragraph of a cable may say which report it is."""
        body = (
            "1. (U) Post's submission for the annual religious freedom report follows.\n\n2. More."
        )
        assert kind_of("OSTREL: RESPONSE TO REFTEL", (), body) == "religious-freedom"


class TestTagsAndNames:
    """TAGS come next, names of files and folders last."""

    def test_tags(self) -> None:
        """A subject without a word of it: TAGS tell."""
        assert kind_of("OSTREL: RESPONSE TO REFTEL", ["SNAR", "PREL"]) == "narcotics"

    def test_names(self) -> None:
        """The name that is nearest to the file."""
        path = "human_rights/ostrel/child-labor-2006.txt"
        assert kind_of(None, path=path) == kind_of_names(path) == "child-labor"

    def test_nothing(self) -> None:
        """A report of which nothing tells the kind is a report."""
        assert kind_of(None, path="ostrel/2006.txt") == OTHER

    def test_names_without_the_kind(self) -> None:
        """What is left of a path may be the name of a country."""
        assert without_kind("ostrel/human-rights/2006.txt") == "ostrel/2006"
