"""Countries: by subject, tag, post, body and path, whether a table knows them or not."""

from __future__ import annotations

import pytest

from tipdiff.reading.countries import (
    country_in_text,
    country_of,
    country_of_path,
    country_of_post,
)
from tipdiff.reading.posts import TABLE


class TestTable:
    """The table of countries, tags and posts."""

    ROWS = tuple([cell.strip() for cell in line.split("|")] for line in TABLE.strip().split("\n"))

    def test_shape(self) -> None:
        """Each row has a name, a tag of two capitals, posts in capitals, and other names."""
        assert all(len(row) == 4 for row in self.ROWS)
        assert all(len(tag) == 2 and tag.isupper() for _, tag, _, _ in self.ROWS)
        assert all(posts == posts.upper() for _, _, posts, _ in self.ROWS)

    def test_nothing_twice(self) -> None:
        """A name, a tag and a post each stand for one country."""
        for column in (0, 1, 2):
            cells = [cell.strip() for row in self.ROWS for cell in row[column].split(",")]
            named = [cell for cell in cells if cell]

            assert len(named) == len(set(named))


class TestCountryOf:
    """The subject's country stands before the tags', these before the post's."""

    @pytest.mark.parametrize(
        ("subject", "tags", "post", "country"),
        [
            ("NORWAY: FIFTH ANNUAL TIP REPORT", ("PHUM", "SW"), "STOCKHOLM", "Norway"),
            ("Fifth TIP report - Norway's efforts", (), "KALVIK", "Norway"),
            ("FIFTH ANNUAL TIP REPORT", ("PHUM", "NO"), "STOCKHOLM", "Norway"),
            ("FIFTH ANNUAL TIP REPORT", ("PHUM", "KCRM"), "STOCKHOLM", "Sweden"),
            ("FIFTH ANNUAL TIP REPORT", ("PHUM",), "Stockholm", "Sweden"),
            (None, (), "STOCKHOLM", "Sweden"),
            ("TIP REPORT: REPUBLIC OF KOREA", (), "SEOUL", "South Korea"),
            ("OSTREL: FIFTH ANNUAL TIP REPORT", ("PHUM", "OZ"), "KALVIK", "Ostrel"),
            ("2005 TIP REPORT FOR THE KARST ISLANDS", (), "KALVIK", "Karst Islands"),
            ("Fifth TIP report - Ostrel", (), "KALVIK", "Ostrel"),
            ("FIFTH ANNUAL TIP REPORT - KALVIK SUBMISSION", ("OZ",), "KALVIK", None),
            ("FIFTH ANNUAL TIP REPORT", ("OZ",), "KALVIK", None),
            (None, (), None, None),
        ],
    )
    def test_order(
        self, subject: str | None, tags: tuple[str, ...], post: str | None, country: str | None
    ) -> None:
        """Known countries by any of the three; one in no table as the subject has it."""
        assert country_of(subject, tags, post) == country

    def test_elsewhere(self) -> None:
        """A subject that names none is about the country that other cables of the post name."""
        assert country_of("FIFTH ANNUAL TIP REPORT", (), "KALVIK", "Ostrel") == "Ostrel"

    def test_neighbours_names(self) -> None:
        """A name inside a longer one is not taken for it."""
        assert country_of("GUINEA-BISSAU: TIP REPORT", (), None) == "Guinea-Bissau"
        assert country_of("NIGERIA: TIP REPORT", (), None) == "Nigeria"


class TestCountryInText:
    """A body introduces its country in its first answer, if anywhere."""

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("Varona is a country of transit. Varona has ports. Ships of Varona sail.", "Varona"),
            ("Norway remains a destination country.", "Norway"),
            ("The Government of Norway has clerks.", "Norway"),
            ("It is a source country. It is poor. It is small.", None),
            ("Varona is a source country.", None),
            ("The clerks read.", None),
        ],
    )
    def test_introduced(self, text: str, country: str | None) -> None:
        """A name in no table must come back in the text."""
        assert country_in_text(text) == country


class TestCountryOfPath:
    """A narrative without header has its country from its file's or folder's name."""

    @pytest.mark.parametrize(
        ("path", "country"),
        [
            ("ostrel-2005.txt", "Ostrel"),
            ("Ostrel/2005.txt", "Ostrel"),
            ("ostrel\\2005.txt", "Ostrel"),
            ("karst_islands_2005_tip_report.txt", "Karst Islands"),
            ("2005 TIP report NORWAY.txt", "Norway"),
            ("05STOCKHOLM12.txt", "Sweden"),
            ("05SANJOSE12", "Costa Rica"),
            ("05KALVIK140.txt", "Kalvik"),
            ("2005.txt", None),
            ("", None),
        ],
    )
    def test_names(self, path: str, country: str | None) -> None:
        """The file's name, else its folder's; a cable's id gives the post's country."""
        assert country_of_path(path) == country

    @pytest.mark.parametrize(
        ("path", "country"),
        [
            ("ostrel/2005/cable.txt", "Ostrel"),
            ("ostrel/cable.txt", None),
            ("2005/cable.txt", None),
        ],
    )
    def test_sorted_by_year(self, path: str, country: str | None) -> None:
        """Of a cable with a header only the folder of yearly folders is asked."""
        assert country_of_path(path, sorted_by_year=True) == country


class TestCountryOfPost:
    """What is left for a country no one names is its post's city."""

    @pytest.mark.parametrize(
        ("post", "country"),
        [("PORT MERRIN", "Port Merrin"), ("SAINT OMA DE LA MER", "Saint Oma de la Mer")],
    )
    def test_titled(self, post: str, country: str) -> None:
        """In title case."""
        assert country_of_post(post) == country

    def test_none(self) -> None:
        """Without a post there is none."""
        assert country_of_post(None) is None
