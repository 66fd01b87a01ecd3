"""What stands above a comparison: of which country, and of which editions."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document

import tipdiff

TEXT = "The assembly passed a harbor law.\n\nPilots train clerks at the quay.\n"
FORMS = ("text", "markdown", "html", "docx")


def title(form: str, old: tuple[str, int], new: tuple[str, int]) -> str:
    """The title over the comparison of two reports, each of a country and a year."""
    comparison = tipdiff.compare(
        *(tipdiff.read(TEXT, country=country, year=year) for country, year in (old, new))
    )
    shown = tipdiff.render(comparison, form)
    if isinstance(shown, bytes):
        return str(Document(io.BytesIO(shown)).paragraphs[0].text)
    if form == "html":
        [shown] = re.findall(r"<h1>(.*?)</h1>", shown)
    return shown.splitlines()[0].removeprefix("# ")


@pytest.mark.parametrize("form", FORMS)
class TestTitle:
    """The first line of every format."""

    def test_one_country(self, form: str) -> None:
        """The country stands once, whatever the case of its letters."""
        assert title(form, ("Ostrel", 2005), ("Ostrel", 2006)) == "Ostrel: 2005 → 2006"
        assert title(form, ("OSTREL", 2005), ("Ostrel", 2006)) == "Ostrel: 2005 → 2006"

    def test_two_countries(self, form: str) -> None:
        """Where there are two, each bears its own edition: the new one's is not of both."""
        told = title(form, ("Ostrel", 2005), ("Varona", 2006))
        assert told == "Ostrel 2005 → Varona 2006"

    def test_against_time(self, form: str) -> None:
        """The later edition given as the old is told, of two countries too."""
        end = "compared with {} 2006, the later edition given as the old"
        told = title(form, ("Ostrel", 2006), ("Ostrel", 2005))
        assert told == f"Ostrel: 2005 {end.replace('{} ', '')}"
        told = title(form, ("Ostrel", 2006), ("Varona", 2005))
        assert told == f"Varona 2005 {end.format('Ostrel')}"
