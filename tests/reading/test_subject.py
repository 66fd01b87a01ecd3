"""Subject lines: part, years, updates, and the words that are left."""

from __future__ import annotations

import pytest

from tipdiff.reading.subject import full_year, is_update, part_of, rest_of_subject, years_in


class TestPartOf:
    """The part and the number of parts, wherever and however they are given."""

    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ("PART 1 OF 3: OSTREL TIP REPORT", (1, 3)),
            ("PART I OF III: OSTREL TIP REPORT", (1, 3)),
            ("OSTREL: TIP REPORT (PART 2 OF 2)", (2, 2)),
            ("Ostrel: TIP report, Part iv of x", (4, 10)),
            ("Ostrel TIP report - part two of three", (2, 3)),
            ("OSTREL TIP REPORT PT. 03 OF 04", (3, 4)),
            ("OSTREL TIP REPORT PART 2/3", (2, 3)),
            ("this is part 1 of 4 (septel)", (1, 4)),
            ("This is part one of a two-part report", (1, 2)),
            ("PART 12 OF 15", None),
            ("PART 3 OF 2", None),
            ("PART 0 OF 2", None),
            ("PART OF OSTREL", None),
            ("PART TWO: OSTREL", None),
            ("A PART I OF NO WORTH", None),
            ("DEPART 1 OF 3", None),
            ("", None),
        ],
    )
    def test_forms(self, text: str, part: tuple[int, int] | None) -> None:
        """Roman, arabic or spelt out, up to ten; a part beyond the last is none."""
        assert part_of(text) == part


class TestYears:
    """The years of a subject, and what two digits stand for."""

    @pytest.mark.parametrize(
        ("subject", "years"),
        [
            ("OSTREL'S 2004 TIP REPORT", [2004]),
            ("OSTREL: 2004-2005 TIP REPORT", [2004, 2005]),
            ("OSTREL TIP REPORT FOR CY2006", [2006]),
            ("OSTREL: 9TH ANNUAL TIP REPORT (STATE 132004)", []),
            ("OSTREL: FIFTH ANNUAL TIP REPORT", []),
        ],
    )
    def test_named(self, subject: str, years: list[int]) -> None:
        """Four digits that stand alone are a year."""
        assert years_in(subject) == years

    @pytest.mark.parametrize(("digits", "year"), [(5, 2005), (65, 2065), (66, 1966), (99, 1999)])
    def test_two_digits(self, digits: int, year: int) -> None:
        """Two digits are of this century, but for the years the first cables were kept in."""
        assert full_year(digits) == year


class TestIsUpdate:
    """Whether a cable says that it takes an earlier one's place."""

    @pytest.mark.parametrize(
        ("subject", "update"),
        [
            ("UPDATED SEVENTH ANNUAL TIP REPORT FOR OSTREL", True),
            ("Ostrel: update to seventh annual TIP report", True),
            ("CORRECTED COPY: OSTREL TIP REPORT", True),
            ("OSTREL: REVISED TIP REPORT", True),
            ("OSTREL TIP REPORT (SUPERSEDES KALVIK 49)", True),
            ("OSTREL: SEVENTH ANNUAL TIP REPORT", False),
            ("OSTREL: OUTDATED LAWS AND THE TIP REPORT", False),
        ],
    )
    def test_words(self, subject: str, update: bool) -> None:
        """The words that say so."""
        assert is_update(subject) is update


class TestRestOfSubject:
    """What is left of a subject when its stock words are gone."""

    @pytest.mark.parametrize(
        ("subject", "rest"),
        [
            ("OSTREL'S 2005 ANNUAL TIP REPORT", ["OSTREL"]),
            ("OSTREL?S 2005 ANNUAL TIP REPORT", ["OSTREL"]),
            ("PART I OF III: 5TH ANNUAL TIP REPORT - OSTREL", ["OSTREL"]),
            ("KARST ISLANDS: FIFTH ANNUAL REPORT (PART 1 OF 2)", ["KARST ISLANDS"]),
            ("ANTI-TRAFFICKING IN PERSONS REPORT FOR OSTREL", ["OSTREL"]),
            ("FIFTH ANNUAL TRAFFICKING IN PERSONS REPORT", []),
            ("", []),
        ],
    )
    def test_words(self, subject: str, rest: list[str]) -> None:
        """Edition, year, part and the report's own name are stock."""
        assert rest_of_subject(subject) == rest
