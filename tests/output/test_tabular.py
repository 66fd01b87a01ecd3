"""``rows`` and ``to_frame``: every result as a flat table, the one that is written as CSV."""

from __future__ import annotations

import csv
import io
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tipdiff
from tipdiff.archive.showing.data import COLUMNS as ANSWERS
from tipdiff.output import Options, render
from tipdiff.output.history.tables import TABLES
from tipdiff.output.results import Claims, History, Trends
from tipdiff.output.shared.csv import MARK, cell

OSTREL = Path(__file__).parents[2] / "fixtures" / "ostrel"
TEXT = "Courts convicted 12 smugglers, four of them women. More than 40 percent appealed.\n"


@cache
def compared() -> tipdiff.Comparison:
    """Two reports of the invented country."""
    old, new, *_ = tipdiff.read_all(OSTREL)
    return tipdiff.compare(old, new)


@cache
def threads() -> list[tipdiff.Thread]:
    """Its statements' lives."""
    return tipdiff.history(OSTREL)


@cache
def series() -> list[tipdiff.Series]:
    """Its figures over the years."""
    return tipdiff.trends(OSTREL)


#: What can be a table, and the CSV that holds the same.
SAME: dict[str, Any] = {
    "comparison": lambda: (tipdiff.rows(compared()), render(compared(), "csv")),
    "figures": lambda: (
        tipdiff.rows(compared(), figures=True),
        render(compared(), "csv", Options(figures=True)),
    ),
    "series": lambda: (tipdiff.rows(series()), render(Trends(tuple(series())), "csv")),
    "threads": lambda: (tipdiff.rows(threads()), render(History(tuple(threads())), "csv")),
}


class TestRows:
    """``tipdiff.rows``."""

    def test_names_of_columns(self) -> None:
        """A column of any table has a name that a program can write as its own, without blanks."""
        tables = [
            *(render(compared(), "csv", Options(figures=figures)) for figures in (False, True)),
            render(Trends(tuple(series())), "csv"),
            render(Claims(tipdiff.read_all(OSTREL)[0], {}), "csv"),
            *(render(History(tuple(threads())), "csv", Options(view=view)) for view in TABLES),
        ]
        names = [
            name
            for text in tables
            for name in next(csv.reader(io.StringIO(text.removeprefix(MARK))))
        ]
        names += [name for columns in ANSWERS.values() for name in columns]

        assert len(names) > 100
        assert [name for name in names if not name.isidentifier()] == []

    @pytest.mark.parametrize("name", SAME)
    def test_the_rows_of_the_csv(self, name: str) -> None:
        """Names and cells are those of the CSV: only that true is ``yes`` where people read it."""
        rows, text = SAME[name]()
        written = list(csv.DictReader(io.StringIO(text.removeprefix(MARK))))
        ticks = {"1": "yes", "0": ""} if name in {"comparison", "figures"} else {}

        assert rows
        for row, line in zip(rows, written, strict=True):
            told = {
                key: ticks.get(cell(value), cell(value)) if isinstance(value, bool) else cell(value)
                for key, value in row.items()
            }
            assert told == line

    def test_claims(self) -> None:
        """Claims of a text have one row each: figures are numbers, and breakdowns a text."""
        first, second, third = tipdiff.rows(tipdiff.extract_claims(TEXT))

        assert (first["value"], first["event"], first["statement"]) == (12, "convicted", None)
        assert (second["value"], second["breakdown"]) == (4, "age: adult, sex: female")
        assert (third["low"], third["high"], third["unit"]) == (40, None, "percent")
        assert TEXT[third["start"] : third["end"]] == third["text"]

    def test_claims_of_a_report_name_their_statement(self) -> None:
        """What stands in a report says where, as its CSV does."""
        report = tipdiff.read(OSTREL / "2005")
        claims = [claim for change in compared().changes for one in change.claims
                  for claim in (one.old,) if claim is not None]  # fmt: skip
        found = {claim.id.rpartition("#")[0]: [] for claim in claims}
        for claim in claims:
            found[claim.id.rpartition("#")[0]].append(claim)
        text = render(Claims(report, found), "csv").removeprefix(MARK)
        written = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}

        for row in tipdiff.rows(claims):
            assert {key: cell(value) for key, value in row.items()}.items() <= written[
                row["id"]
            ].items()

    def test_methods_are_the_same(self) -> None:
        """A comparison, a series and a thread tell their rows themselves."""
        for record in (compared(), series()[0], threads()[0]):
            assert record.rows() == tipdiff.rows(record)

    def test_some_changes(self) -> None:
        """Changes that were picked are a table too."""
        new = [change for change in compared().changes if change.status == "new"]

        assert {row["status"] for row in tipdiff.rows(new)} == {"new"}
        assert all(row["old_text"] is None and row["new_text"] for row in tipdiff.rows(new))

    def test_an_empty_list(self) -> None:
        """Nothing has no rows."""
        assert tipdiff.rows([]) == []


class TestFrame:
    """``tipdiff.to_frame``."""

    @pytest.mark.parametrize("name", ["comparison", "series", "threads", "claims"])
    def test_pandas(self, name: str) -> None:
        """A frame has the rows, and their names as columns."""
        pytest.importorskip("pandas")
        given: Any = {
            "comparison": compared,
            "series": series,
            "threads": threads,
            "claims": lambda: tipdiff.extract_claims(TEXT),
        }[name]()
        frame = tipdiff.to_frame(given)
        rows = tipdiff.rows(given)

        assert list(frame.columns) == list(rows[0])
        assert len(frame) == len(rows)

    def test_half_a_character(self) -> None:
        """Half a character in a report, which no frame can hold, stands as U+FFFD."""
        pytest.importorskip("pandas")
        texts = ("The port\ud83d is open.\n", "The port\ud83d is not open.\n")

        assert list(tipdiff.to_frame(tipdiff.compare(*texts))["new_text"]) == [
            "The port\ufffd is not open."
        ]

    def test_methods(self) -> None:
        """A comparison, a series and a thread have it as a method."""
        pytest.importorskip("pandas")
        for record in (compared(), series()[0], threads()[0]):
            assert record.to_frame().equals(tipdiff.to_frame(record))

    def test_columns_without_rows(self) -> None:
        """A comparison of which nothing is told still has its columns; an empty list has none."""
        pytest.importorskip("pandas")
        text = "The port of Vell is open.\n"
        none = tipdiff.to_frame(tipdiff.compare(text, text), figures=True)

        assert (len(none), list(none.columns)[:3]) == (0, ["figure", "what", "indicator"])
        assert tipdiff.to_frame([]).shape == (0, 0)

    @pytest.mark.parametrize("name", ["comparison", "thread", "claims"])
    def test_without_pandas(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without pandas one line says what to install."""
        monkeypatch.setitem(sys.modules, "pandas", None)
        calls: dict[str, Any] = {
            "comparison": lambda: compared().to_frame(),
            "thread": threads()[0].to_frame,
            "claims": lambda: tipdiff.to_frame(tipdiff.extract_claims(TEXT)),
        }

        with pytest.raises(tipdiff.TipdiffError, match=r'pip install "tipdiff\[pandas\]"'):
            calls[name]()
