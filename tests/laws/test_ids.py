"""Ids: whatever is merged into a report, no two of its cables or statements bear one id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import tipdiff

from .generators import SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "UNCLAS SECTION 01 OF 02 VELL 000140\nSUBJECT: VARONA: ANNUAL REPORT\n\n"
TABLE = "Year | Fined\n2003 | 14\n2004 | 19\n"

#: Texts with and without a header, of the same words and of others, with a list and a table.
texts = st.lists(
    st.tuples(
        st.sampled_from(["", HEADER, "VARONA 2006\n\n"]),
        st.sampled_from(["The police fined 5 ferrymen.", "A court freed 6 clerks.", TABLE]),
        st.sampled_from(["", "They gave:\n- 3 boats;\n- 4 nets.\n", TABLE]),
    ).map("\n".join),
    min_size=1,
    max_size=5,
)


def unique(report: tipdiff.Report) -> None:
    """Hold that ids are unique, and that what names one names a statement of the report."""
    ids = [statement.id for statement in report.all_statements]
    cables = [cable.id for cable in report.cables]

    assert len(set(ids)) == len(ids)
    assert len(set(cables)) == len(cables)
    assert {one.rpartition(":")[0] for one in ids} <= set(cables)
    assert {s.lead for s in report.all_statements} <= {*ids, None}
    assert len({table.id for table in report.tables}) == len(report.tables)
    assert all(
        row.row.table == table.id for table in report.tables for row in table.rows if row.row
    )


@given(
    texts=texts,
    country=st.sampled_from([None, "Varona", "Ostrel"]),
    year=st.sampled_from([None, 2006, 2007]),
)
@example(
    texts=["The police fined 5 ferrymen.\n", "A court freed 6 clerks.\n"],
    country="Varona",
    year=2006,
)
@SETTINGS
def test_unique(texts: list[str], country: str | None, year: int | None) -> None:
    """Whether the texts bear a header, and whatever country and year are given beside them."""
    try:
        report = tipdiff.read(texts, country=country, year=year)
    except tipdiff.ReadError:  # of two countries, or editions
        return
    unique(report)


def test_figures_of_the_right_statements(tmp_path: Path) -> None:
    """Two narratives in one folder keep their figures apart, and a comparison tells them so."""
    figures = {"2006": (5, 6), "2007": (7, 9)}
    for year, (fined, freed) in figures.items():
        folder = tmp_path / year
        folder.mkdir()
        (folder / "one.txt").write_text(f"The police fined {fined} ferrymen.\n")
        (folder / "two.txt").write_text(f"The court freed {freed} clerks.\n")
    old, new = (tipdiff.read(tmp_path / year, country="Varona") for year in figures)

    found = {
        change.new[0].text: [(c.old.value, c.new.value) for c in change.claims if c.old and c.new]
        for change in tipdiff.compare(old, new).changes
    }

    assert found == {
        "The police fined 7 ferrymen.": [(5, 7)],
        "The court freed 9 clerks.": [(6, 9)],
    }


def test_one_text_twice() -> None:
    """One narrative given twice is counted once, whatever country is said beside it."""
    text = "The police fined 5 ferrymen.\n"

    report = tipdiff.read([text, text], country="Varona", year=2006)

    assert len(report.statements) == 1
    assert [diagnostic.kind for diagnostic in report.diagnostics] == ["duplicate"]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_many(count: int) -> None:
    """A third and a fourth text get numbers too."""
    given = [f"The court of quay {k} fined {k + 20} clerks.\n" for k in range(count)]

    report = tipdiff.read(given, country="Varona", year=2006)

    assert len(report.statements) == count
    unique(report)
