"""Reading: from paths, texts and open files to reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.arguments import expect_name, expect_year
from tipdiff.reading.merge import group_reports, one_report
from tipdiff.reading.parts import read_parts
from tipdiff.reading.sources import documents

if TYPE_CHECKING:
    from tipdiff.reading.sources import Source
    from tipdiff.records import Report

__all__ = ["read", "read_all"]


def read(
    *sources: Source,
    country: str | None = None,
    year: int | None = None,
    covers: int | None = None,
) -> Report:
    """Read one country's report of one edition.

    Args:
        sources: Paths, texts with a line break, open files, or lists of these: any number of part
            cables. A folder means all cables it holds.
        country: The country, where the text does not say it or is wrong.
        year: The edition, likewise.
        covers: The calendar year most of the report is about.

    Returns:
        The report, merged from all its parts; an update of the edition takes its place.

    Raises:
        SourceError: A source is missing, empty, or no text.
        ReadError: A source holds no report, or two countries'.
        DataError: A year or a country is none.

    """
    expect_name("country", country)
    expect_year("year", year)
    expect_year("covers", covers)
    return one_report(read_parts(documents(sources)), country, year, covers)


def read_all(*sources: Source) -> list[Report]:
    """Read all reports that the sources hold, one for each country and edition, oldest first.

    Raises:
        SourceError: A source is missing, empty, or no text.
        ReadError: A source holds no report.

    """
    return group_reports(read_parts(documents(sources)))
