"""Checks: figures that do not agree, within a report and from one to the next."""

from __future__ import annotations

import pytest

import tipdiff
from tipdiff.checks import check_report
from tipdiff.checks.within import RULES
from tipdiff.claims import report_claims


def report(*lines: str, year: int = 2007, heading: str = "Law enforcement") -> tipdiff.Report:
    """A report of one section, a paragraph of statements."""
    body = "\n\n".join(lines)
    return tipdiff.read(f"{heading}\n\n1. {body}\n", country="Varona", year=year)


def notes(*lines: str) -> list[tuple[str, str]]:
    """Kind and message of every note on a report's own figures."""
    one = report(*lines)
    return [(note.kind, note.message) for note in check_report(one, report_claims(one))]


def kinds(*lines: str) -> list[str]:
    """The kinds of the notes."""
    return [kind for kind, _ in notes(*lines)]


def between(old: list[str], new: list[str]) -> list[tipdiff.Note]:
    """The notes of a comparison of 2006 and 2007."""
    return list(tipdiff.compare(report(*old, year=2006), report(*new, year=2007)).notes)


class TestWithin:
    """Figures of one report."""

    @pytest.mark.parametrize(("kind", "sample"), [(kind, sample) for kind, _, sample in RULES])
    def test_every_sample(self, kind: str, sample: str) -> None:
        """The sample of each rule is found by it, once."""
        first, *rest = sample.split(" / ")

        assert kinds(first, *(f"-- {line}" for line in rest)) == [kind]

    @pytest.mark.parametrize(
        "text",
        [
            "Police freed 26 victims (14 women and 12 men).",
            "Police freed 26 victims (including 14 women and 11 men).",
            "Police freed 26 victims (14 women, of whom 3 were nurses).",
            "Police freed 26 victims (14 women and at least 9 men).",
            "Police freed 26 victims (12 in 2005, 11 in 2004).",
            "Police made 26 arrests (14 charges and 9 trials followed).",
            "Of the 22 suspects, 12 were convicted, five acquitted, and the other five wait.",
            "Courts convicted 30 men. Ten went to prison, seven were fined.",
            "Of the 60 victims, 12 (20 percent) were minors.",
            "Of the 60 victims, 13 (about 21 percent) were minors.",
            "Prosecutors charged 12 persons, and courts convicted 9 persons.",
            "Prosecutors charged 12 persons, and courts convicted 15 persons charged in 2004.",
            "Prosecutors tried 9 cases, and courts convicted 15 persons.",
            "Prosecutors charged 12 persons. Over the last five years 43 persons were convicted.",
            "The unit found 74 victims: 50 women, 17 girls and seven boys.",
            "The unit found 74 victims: 50 Ostrelis, 40 women and 12 boys.",
            "Police held 45 men, among them 31 Ostrelis and 14 fathers.",
            "Police held 45 men, among them 31 Ostrelis and 9 Belmorans.",
            "Eighteen of the 40 victims, or 45 percent, were minors.",
            "Of these, 16 received suspended terms, five paid and the remaining three fled.",
            "Officer: 12 hours; assistant: 30 hours; total: 42 hours",
            "Of the 88 persons charged, 68 were convicted: 12 went to prison, the other 56 paid.",
        ],
    )
    def test_fine(self, text: str) -> None:
        """Nothing is said of text that is fine, or that need not add up."""
        assert notes(text) == []

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                "The unit found 74 victims: 51 women, 17 girls and seven boys.",
                "the parts add up to 75, not 74",
            ),
            (
                "The foundation helped 112 victims, of whom 60 were women, 30 men and 32 children.",
                "122 of 112 are told",
            ),
            (
                "Eighteen of the 40 victims, or 60 percent, were minors.",
                "18 of 40 are 45 percent, not 60",
            ),
            (
                "Of the 88 persons charged, 68 were convicted: 12 went to prison, seven paid, and "
                "the remaining 40 got suspended sentences.",
                "of 68, 49 are left and not 40",
            ),
            (
                "Officer: 12 hours; assistant: 30 hours; total: 43 hours",
                "the hours add up to 42, not 43",
            ),
        ],
    )
    def test_slips(self, text: str, said: str) -> None:
        """A slip is told with what is right, however the parts are told."""
        [(_, message)] = notes(text)

        assert message.partition(":")[0] == said

    def test_remainder(self) -> None:
        """A stated remainder must follow from its total; the note quotes all places."""
        [(kind, message)] = notes(
            "Courts convicted 30 men.", "Ten went to prison, and the other 25 were fined."
        )

        assert (kind, message.partition(":")[0]) == ("parts", "of 30, 20 are left and not 25")
        assert '"Courts convicted 30 men." (VARONA-2007:1)' in message
        assert "(VARONA-2007:2)" in message

    def test_hours(self) -> None:
        """A total of hours that is the sum of its lines is fine."""
        lines = ["Officer: 12 hours", "-- Assistant: 30 hours"]

        assert kinds(*lines, "-- Total: 42 hours") == []
        assert kinds(*lines, "-- Total: 44 hours") == ["parts"]

    def test_summary_and_body(self) -> None:
        """The summary's figure of an indicator is that of the body."""

        def two(said: int) -> list[str]:
            text = (
                "Summary\n-------\n\n1. Courts convicted nine traffickers.\n\n"
                f"Prosecution\n-----------\n\n2. The courts convicted {said} traffickers.\n"
            )
            one = tipdiff.read(text, country="Varona", year=2007)
            return [note.message for note in check_report(one, report_claims(one))]

        assert two(9) == []
        assert [m.partition(":")[0] for m in two(11)] == ["the summary says 9, the body 11"]


class TestAcross:
    """Figures from one report to the next."""

    def test_carried_over(self) -> None:
        """A figure of the year that is repeated word for word is told, with both places."""
        same = ["This year police trained 40 officers."]
        [note] = between(same, same)

        assert note.kind == "carried-over"
        assert note.statements == ("VARONA-2006:1", "VARONA-2007:1")

    def test_zero_may_stay(self) -> None:
        """That there still are none is told by the trait alone."""
        same = ["There were no convictions this year."]

        assert between(same, same) == []

    def test_one_rule(self) -> None:
        """Every note of the kind belongs to a change that bears the trait."""
        same = ["This year police trained 40 officers.", "The shelter has 16 beds."]
        comparison = tipdiff.compare(report(*same, year=2006), report(*same, year=2007))
        told = {s for note in comparison.notes for s in note.statements}
        borne = {
            statement.id
            for change in comparison.changes
            if "carried-over" in change.traits
            for statement in (*change.old, *change.new)
        }

        assert told
        assert told <= borne

    def test_revised(self) -> None:
        """A year's figure that the later report gives otherwise is told, with both places."""
        [note] = between(
            ["Courts convicted nine traffickers."],
            ["Courts convicted 12 traffickers, up from eleven traffickers in 2006."],
        )

        assert note.kind == "revised"
        assert note.message.startswith("for 2006, 9 then and 11 now: ")
        assert note.statements == ("VARONA-2006:1", "VARONA-2007:1")

    def test_revised_without_indicator(self) -> None:
        """So is one of no indicator, if its statement is linked."""
        [note] = between(
            ["The fair drew 212 visitors to Kalvik harbor."],
            ["The fair drew 240 visitors to Kalvik harbor, up from 230 visitors in 2006."],
        )

        assert note.message.startswith("for 2006, 212 then and 230 now: ")

    @pytest.mark.parametrize(
        "new",
        [
            "Courts convicted 12 traffickers, up from nine traffickers in 2006.",
            "Courts convicted 12 traffickers, up from eleven traffickers in 2005.",
            "Courts convicted 12 traffickers, up from eleven women in 2006.",
            "Courts convicted 12 traffickers, up from about eleven traffickers in 2006.",
        ],
    )
    def test_not_revised(self, new: str) -> None:
        """The same figure, another year's, a part's or a rough one revises nothing."""
        assert between(["Courts convicted nine traffickers."], [new]) == []


class TestNarrowed:
    """Two figures of one thing and year that are both right."""

    @pytest.mark.parametrize(
        "body",
        [
            "41 victims were rescued through the hotline.",
            "In Port Merrin alone, 41 victims were rescued.",
            "41 victims were rescued during these raids.",
        ],
    )
    def test_part_is_no_contradiction(self, body: str) -> None:
        """What went through one channel, place or raid stands beside the year's figure."""
        assert self.said(body) == []

    def test_contradiction(self) -> None:
        """Another figure of all is told."""
        assert self.said("41 victims were rescued.") == ["summary"]

    @staticmethod
    def said(body: str) -> list[str]:
        """The kinds of the notes where the summary tells of 160."""
        text = (
            "Summary\n-------\n\n1. The ministry reports 160 victims rescued.\n\n"
            f"Rescues\n-------\n\n2. {body}\n"
        )
        found = tipdiff.read(text, country="Ostrel", year=2006)
        return [note.kind for note in check_report(found, report_claims(found))]
