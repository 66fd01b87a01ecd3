"""Tables in the text: what is one, what is none, and what its rows are."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

import tipdiff
from tipdiff.reading.layout import Line
from tipdiff.reading.tables.cells import FIGURES, cells_of, is_ruling, year_of

from .bodies import said, uncovered

if TYPE_CHECKING:
    from tipdiff.records import Report, Row, Table


def read(text: str) -> Report:
    """A text read as an invented country's report."""
    return tipdiff.read(dedent(text).strip("\n") + "\n", country="Ostrel", year=2005)


def only(text: str) -> Table:
    """The one table of a text."""
    (table,) = read(text).tables
    return table


def rows(table: Table) -> list[Row]:
    """What the rows of a table are."""
    return [row.row for row in table.rows if row.row is not None]


def grid(table: Table) -> dict[str, list[str]]:
    """The entries of each row, by its name."""
    return {row.name: [cell.text for cell in row.cells] for row in rows(table)}


def heads(table: Table) -> list[tuple[str | None, int | None]]:
    """What each column is headed with, and its year."""
    return [(cell.column, cell.year) for cell in rows(table)[0].cells]


YEARS = """
    The harbor office counted its catches.

                     Herring and Eel
                          Year
                   2003   2004   2005
    Herring          14      9     30
    Eel               2     --      5
                   ----   ----   ----
           TOTAL     16      9     35
    Source:  Harbor Office

    The catch is landed at Tolven.
    """


class TestSpaced:
    """Columns set by spaces."""

    def test_years_above(self) -> None:
        """A row knows its table's title, its own name and each column's year."""
        report = read(YEARS)
        (table,) = report.tables

        assert table.title == "Herring and Eel"
        assert heads(table) == [("2003", 2003), ("2004", 2004), ("2005", 2005)]
        assert grid(table) == {
            "Herring": ["14", "9", "30"],
            "Eel": ["2", "--", "5"],
            "TOTAL": ["16", "9", "35"],
        }
        assert [s.text for s in report.statements] == [
            "The harbor office counted its catches.",
            "The catch is landed at Tolven.",
        ]
        assert {row.kind for row in table.rows} == {"row"}
        assert [s.id.rpartition(":")[2] for s in report.all_statements] == list("12345")

    def test_years_beside(self) -> None:
        """Rows keyed by year have the year, and columns their headings, of two lines too."""
        table = only(
            """
            The court gave its figures.

            Year      Cases      Sailors     Sailors
                      opened     charged     jailed
            ----      ------     -------     -------
            2003        12         14          3
            2004        15         22          5
            """
        )

        assert [row.year for row in rows(table)] == [2003, 2004]
        assert rows(table)[0].stub == "Year"
        assert [name for name, _ in heads(table)] == [
            "Cases opened",
            "Sailors charged",
            "Sailors jailed",
        ]

    def test_headings_over_several(self) -> None:
        """A heading over several columns is the heading of each."""
        table = only(
            """
            Country         Stock         Flow
                          2004  2005   2004  2005
            Kalvik          12    14      3     4
            Belmora        120   110    -10    22
            """
        )

        assert heads(table) == [
            ("Stock 2004", 2004),
            ("Stock 2005", 2005),
            ("Flow 2004", 2004),
            ("Flow 2005", 2005),
        ]
        assert rows(table)[0].stub == "Country"

    def test_groups_and_long_names(self) -> None:
        """Rows know the group they stand in; a name over two lines is one."""
        table = only(
            """
                            2004   2005
            Landed
              Herring         14     30
              Eel and
                lamprey        2      5
            Total             16     35
            """
        )

        assert [(row.group, row.name) for row in rows(table)] == [
            ("Landed", "Herring"),
            ("Landed", "Eel and lamprey"),
            (None, "Total"),
        ]

    def test_missing_entry(self) -> None:
        """A figure stands under its own column, though the one before has none."""
        table = only(
            """
                        2003     2004     2005
            Herring       14        9       30
            Eel            2                 5
            """
        )

        assert grid(table)["Eel"] == ["2", "", "5"]

    def test_numbered_title_apart(self) -> None:
        """A table's number shows its title, though a blank line stands between."""
        table = only(
            """
            The harbor office counted.

            Table 3: Catches landed at Tolven, 2004-2005

                        2004     2005
            Herring       14       30
            """
        )

        assert table.title == "Table 3: Catches landed at Tolven, 2004-2005"

    def test_heading_is_the_title(self) -> None:
        """A heading right above is the title of a table without one, and stays the heading."""
        report = read(
            """
            The harbor office counted.

            CATCHES LANDED AT TOLVEN
            ------------------------

                        2004     2005
            Herring       14       30
            """
        )

        assert report.tables[0].title == "CATCHES LANDED AT TOLVEN"
        assert report.tables[0].section == ("CATCHES LANDED AT TOLVEN",)

    def test_page_mark_inside(self) -> None:
        """A page mark cuts no table in two."""
        table = only(
            """
            Year        Wrecks
            2003            12

            KALVIK 00000061  002 OF 007


            2004            17
            """
        )

        assert list(grid(table)) == ["2003", "2004"]

    def test_spaces_lost(self) -> None:
        """Below years or headings one space parts the columns where a mirror has left one."""
        table = only("Year Wrecks Rescues\n2003 9 2\n2004 14 3\n")
        years = only("2003 2004 2005\nWrecks at sea 9 14 2\nRescues 1 2 3\n")

        assert [name for name, _ in heads(table)] == ["Wrecks", "Rescues"]
        assert grid(years) == {"Wrecks at sea": ["9", "14", "2"], "Rescues": ["1", "2", "3"]}

    def test_one_column(self) -> None:
        """Three figures exactly below one another are a table without headings."""
        table = only("Wrecks           14\nRescues           9\nDrownings         3\n")

        assert grid(table) == {"Wrecks": ["14"], "Rescues": ["9"], "Drownings": ["3"]}

    def test_pilcrow_before_a_year(self) -> None:
        """The pilcrow that a dump puts before a number is no part of the row's name."""
        table = only(
            "Year      Wrecks    Rescues\n\u00b62003         9         2\n2004        14    3\n"
        )

        assert [row.year for row in rows(table)] == [2003, 2004]


class TestSeparators:
    """Columns set by dots, pipes and tabs."""

    def test_dots(self) -> None:
        """Dots lead from a name to its figure; what introduces them is the rows' lead."""
        report = read("Results:\n\nWrecks ......... 14\nRescues . . . . 3\n")

        assert grid(report.tables[0]) == {"Wrecks": ["14"], "Rescues": ["3"]}
        assert {row.lead for row in report.rows} == {report.statements[0].id}
        assert [row.text for row in report.rows] == ["Wrecks 14", "Rescues 3"]

    def test_pipes(self) -> None:
        """Pipes part cells, an empty one too; the line above the rule has the headings."""
        table = only(
            """
            | Year | Wrecks | Rescues |
            |------|:------:|--------:|
            | 2003 | 9      |         |
            | 2004 | 14     | 3       |
            """
        )

        assert grid(table) == {"2003": ["9", ""], "2004": ["14", "3"]}
        assert heads(table) == [("Wrecks", None), ("Rescues", None)]

    def test_pipes_in_a_frame(self) -> None:
        """Rules above, between and below belong to the table."""
        table = only(
            "+------+------+\n| Port | 2004 |\n+------+------+\n| Tolven | 12 |\n| Kalvik | 3 |\n"
            "+------+------+\n"
        )

        assert grid(table) == {"Tolven": ["12"], "Kalvik": ["3"]}
        assert heads(table) == [("2004", 2004)]

    def test_pipes_with_words(self) -> None:
        """A table of words has rows as well, if a rule shows that it is one."""
        table = only("Ship | Port\n--- | ---\nCutter | Tolven\nBarge | Kalvik\n")

        assert grid(table) == {"Cutter": ["Tolven"], "Barge": ["Kalvik"]}

    def test_tabs(self) -> None:
        """Tabs part cells."""
        table = only("Port\t2004\t2005\nTolven\t12\t14\nKalvik\t9\t8\n")

        assert heads(table) == [("2004", 2004), ("2005", 2005)]


#: What looks like a table and is none: (what it is, text).
NO_TABLES = (
    ("hours in bullets", "- Port officer (FS 02) 12 hrs\n- Clerk    50 hrs\nTotal:    62 hrs\n"),
    (
        "hours",
        "Port officer      20 hours\nPort clerk        60 hours\nTotal             80 hours\n",
    ),
    (
        "an address",
        "Contact:  Port officer\nTel:   555-0101\nFax:   555-0102\nP.O. Box 12     Tolven 5001\n",
    ),
    (
        "telephone numbers",
        "Ministry of Ports     5550101     5550102\nHarbor Office         5550103     5550104\n",
    ),
    (
        "justified prose",
        "The office said in 2004  that it  had  12 boats and\nin 2005  14  boats.  Harbor crews"
        "  rest   in winter\nand in 2006   they rest  in  summer.\n",
    ),
    (
        "sentences two spaces apart",
        "The crews met in 2004.  They met again in 2005.  In all  12\nThey left.  14 came back.\n",
    ),
    (
        "when treaties came into force",
        "Accord 29       1958\nAccord 105      1960\nAccord 7   2001\n",
    ),
    ("a list of years", "2001: 12 wrecks\n2002: 14 wrecks\n2003: 9 wrecks\n"),
    ("bullets", "-- Herring:    6,749 kg\n-- Eel:        49 kg\n-- Lamprey:    881 kg\n"),
    ("a phrase with a pipe", "The harbor | the port of Tolven was closed.\nIt opened again.\n"),
    ("years in prose", "In all there were 12 wrecks,\n2004 14 22\n2005 16 33\nships were lost.\n"),
    ("TAGS", "TAGS:  KCRM  PHUM  OS\nTHE OFFICE  AND  PORT\n"),
    ("dots of an ellipsis", "The office said that ships ... 14 of them\nsank.\n"),
)


@pytest.mark.parametrize("text", [text for _, text in NO_TABLES], ids=[it for it, _ in NO_TABLES])
def test_no_table(text: str) -> None:
    """What only looks like a table stays what it is."""
    report = read(text + "\nThe ferries left on time.\n")

    assert report.tables == ()
    assert report.statements


@pytest.mark.parametrize("text", [YEARS, *(text for _, text in NO_TABLES)])
def test_every_letter(text: str) -> None:
    """A row, a mark or a statement accounts for every letter."""
    assert said(dedent(text))
    assert uncovered(dedent(text)) == ""


@pytest.mark.parametrize("sample", [sample.split(",  ")[0] for _, sample in FIGURES])
def test_figures(sample: str) -> None:
    """Each form of a figure is known by its sample."""
    line = f"Name   {sample.removesuffix(', a loss')}   9"

    assert cells_of(Line("text", line, 0, len(line))).figures == 2


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2004", 2004),
        ("FY 2005", 2005),
        ("2004-05", 2005),
        ("2004/2005", 2005),
        ("2004*", 2004),
        ("2005 (est.)", 2005),
        ("2001-2005", None),
        ("1204", None),
        ("in 2004", None),
    ],
)
def test_year_of(text: str, year: int | None) -> None:
    """A heading or name that is a year gives it, of a span of two years the later."""
    assert year_of(text) == year


@pytest.mark.parametrize("text", ["----  ---", "|-----|:---:|", "+---+---+", "====="])
def test_rulings(text: str) -> None:
    """What rules are drawn with."""
    assert is_ruling(text)
    assert not is_ruling(f"{text} 12")
