"""Markdown, CSV, two columns, and the selection of changes."""

from __future__ import annotations

import csv
import io
import re
from itertools import groupby
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.cli.commands import tipdiff as command
from tipdiff.comparison.selection import NAMES, Selection, heeded, select
from tipdiff.output import Options, offered, renderer
from tipdiff.output.comparison.figures import figure_rows
from tipdiff.output.comparison.markdown import plain
from tipdiff.output.comparison.outline import surrounded
from tipdiff.output.results import KINDS, Kind
from tipdiff.output.shared.csv import FORMULAS, MARK, cell

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def compared() -> tipdiff.Comparison:
    """Two editions of the invented country, mostly rewritten."""
    return tipdiff.compare(FIXTURES / "varona" / "2006", FIXTURES / "varona" / "2007")


class TestMarkdown:
    """``comparison_markdown``."""

    def test_every_change_is_told(self, compared: tipdiff.Comparison) -> None:
        """With ``all`` each statement is named, under the headings of the new report."""
        text = renderer("markdown")(compared, Options(all=True))
        ids = {s.id for c in compared.changes for s in (*c.old, *c.new)}

        assert {i for i in ids if i not in text} == set()
        assert "## PREVENTION" in text

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("<b>bold</b>", "&#60;b>bold&#60;/b>"),
            ("ask @clerk about #12", "ask @<!-- -->clerk about #<!-- -->12"),
            ("see GH-4 :ship: at 10:30:40", "see GH-<!-- -->4 :<!-- -->ship: at 10:30:40"),
            ("at http://quay.example", "at http&#58;//quay.example"),
            ("at www.quay.example", "at www&#46;quay.example"),
            ("from $5 to $6", "from &#36;5 to &#36;6"),
            ("# no heading", "&#35; no heading"),
            ("*stars* and _lines_", r"\*stars\* and \_lines\_"),
            ("[a link](x)", r"\[a link\](x)"),
            ("1. no list", "&#49;. no list"),
            ("> no quotation", "&#62; no quotation"),
            ("- no list", "&#45; no list"),
            ("a\x1b[2Jb", r"a␛\[2Jb"),
        ],
    )
    def test_text_is_text(self, text: str, expected: str) -> None:
        """Nothing of a cable is markup, a mention or a link to an issue."""
        assert plain(text) == expected

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("Clerks found 3 old papers.", "Clerks found 9 old papers.", "~~3~~ **9** old"),
            ("It sank, then rose to 3.", "It sank; then rose to 3.", "sank<del>,</del> **;** then"),
        ],
    )
    def test_words_are_marked(self, old: str, new: str, expected: str) -> None:
        """Words that went and came are marked in whatever way Markdown takes for a mark."""
        reports = (
            tipdiff.read(f"{side}\n", country="Ostrel", year=2005 + k)
            for k, side in enumerate((old, new))
        )

        assert expected in renderer("markdown")(tipdiff.compare(*reports), Options(all=True))

    @pytest.mark.parametrize("view", ["series", "moved"])
    def test_figures_over_the_years(self, view: str) -> None:
        """Each series is a row with a cell for each year, and the change on the year before."""
        series = tipdiff.trends(FIXTURES / "varona")
        text = tipdiff.render(series, "markdown", Options(view=view))
        rows = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("| ")]
        years = rows[0][1:-1]
        convictions = next(row for row in rows if "Convictions" in row[0])

        assert len(rows) == len(series) + text.count("| figure |")
        assert {y: c for y, c in zip(years, convictions[1:-1], strict=True) if c != "·"} == {
            str(point.year): f"{point.value:g}"
            for one in series
            if one.indicator == "convictions"
            for point in one.points
        }
        assert convictions[-1].strip() == "+3 (+33 %)"


class TestCsv:
    """``comparison_csv``."""

    def test_rows(self, compared: tipdiff.Comparison) -> None:
        """One row a change, in order, with its texts whole."""
        rows = list(csv.DictReader(io.StringIO(renderer("csv")(compared, Options())[1:])))

        assert [row["change"] for row in rows] == [str(k + 1) for k in range(len(rows))]
        assert [row["status"] for row in rows] == [change.status for change in compared.changes]
        for row, change in zip(rows, compared.changes, strict=True):
            assert all(statement.text in row["new_text"] for statement in change.new)

    @given(st.sampled_from(FORMULAS), st.text(max_size=20), st.sampled_from(["", " ", "  "]))
    def test_no_formula(self, sign: str, rest: str, space: str) -> None:
        """No cell begins with what a spreadsheet would run."""
        assert not cell(space + sign + rest).lstrip().startswith(FORMULAS)

    def test_a_hostile_cable(self) -> None:
        """A statement that looks like a formula is text."""
        old = tipdiff.read("The clerk sang.\n", country="Ostrel", year=2005)
        new = tipdiff.read(
            '=HYPERLINK("x") is what the clerk wrote.\n', country="Ostrel", year=2006
        )
        rows = csv.DictReader(io.StringIO(renderer("csv")(tipdiff.compare(old, new), Options())))

        assert not [v for row in rows for v in row.values() if v.startswith(FORMULAS)]

    def test_numbers(self) -> None:
        """Then, now, difference, ratio and unit are numbers that a spreadsheet reckons with."""
        old = tipdiff.read("Clerks found 1,250 forged papers.\n", country="Ostrel", year=2005)
        new = tipdiff.read("Clerks found 1,000 forged papers.\n", country="Ostrel", year=2006)
        text = renderer("csv")(tipdiff.compare(old, new), Options())
        [row] = csv.DictReader(io.StringIO(text.removeprefix(MARK)))

        assert text.startswith("\ufeff")
        assert [row[name] for name in ("then", "now", "difference", "ratio", "unit")] == [
            *("1250", "1000", "-250", "0.8", "count")
        ]

    def test_every_cell_is_quoted(self, compared: tipdiff.Comparison) -> None:
        """Whatever stands in a cell, it is quoted."""
        text = renderer("csv")(compared, Options()).removeprefix(MARK)

        for line in text.splitlines():
            assert re.fullmatch(r'"([^"]|"")*"(,"([^"]|"")*")*', line)

    def test_a_row_a_figure(self, compared: tipdiff.Comparison) -> None:
        """With ``figures`` each figure of an indicator, and each that moved, has a row."""
        text = renderer("csv")(compared, Options(figures=True))
        rows = list(csv.DictReader(io.StringIO(text.removeprefix(MARK))))
        known = {c.new.id.rpartition("#")[0] for change in compared.changes
                 for c in change.claims if c.status == "changed" and c.new}  # fmt: skip

        assert len(rows) == len(figure_rows(compared))
        assert all(row["indicator"] or row["status"] == "changed" for row in rows)
        assert {row["status"] for row in rows} == {"new", "dropped", "changed", "unchanged"}
        assert {row["new"] for row in rows if row["status"] == "changed" and row["linked"]} <= known


class TestFigures:
    """The table of figures, then and now."""

    def test_rows(self, compared: tipdiff.Comparison) -> None:
        """An indicator's figures stand together, those of none behind, and none stands twice."""
        rows = figure_rows(compared)
        indicators = [row.indicator for row in rows]
        runs = [name for name, _ in groupby(indicators)]

        assert len(runs) == len(set(runs))
        assert "" not in indicators[: len([i for i in indicators if i])]
        assert len({(r.indicator, r.what, r.before, r.after) for r in rows}) == len(rows)

    @pytest.mark.parametrize("form", ["text", "markdown"])
    def test_all_told(self, compared: tipdiff.Comparison, form: str) -> None:
        """Each value stands in the table, and nothing else of the body does."""
        shown = renderer(form)(compared, Options(figures=True, width=200))
        lines = shown.splitlines()

        for row in figure_rows(compared):
            assert any(row.before in line and row.after in line for line in lines)
        assert "Findings" not in shown
        assert compared.changes[0].new[0].text not in shown

    def test_linked_elsewhere(self, compared: tipdiff.Comparison) -> None:
        """A figure that is told in other words has one row, not one that went and one that came."""
        ends = [c.id for k in compared.claim_links if k.status == "changed"
                for c in (k.old, k.new) if c is not None]  # fmt: skip
        alone = [c.id for row in figure_rows(compared) if row.claim.status in {"new", "dropped"}
                 for c in (row.claim.old, row.claim.new) if c is not None]  # fmt: skip

        assert ends
        assert set(ends).isdisjoint(alone)


class TestFiguresOfOneReport:
    """Both figures of a row may stand in one report: its columns must not mislead."""

    OLD = "1. Wardens of Osmere jailed 31 wreckers in 2011, up from 12 in 2010.\n"
    NEW = "1. Wardens of Osmere jailed 44 wreckers in 2012.\n\n2. They had jailed 9 boys in 2009.\n"

    @pytest.fixture
    def rows(self) -> tipdiff.Comparison:
        """Two editions, of which the old one tells then and now itself."""
        old, new = (
            tipdiff.read(text, country="Osmere", year=year, covers=year)
            for text, year in ((self.OLD, 2011), (self.NEW, 2012))
        )
        return tipdiff.compare(old, new)

    @pytest.mark.parametrize(
        ("form", "pattern"),
        [
            ("text", r" 12 \(2010\) +31 \(2011\) .*  both in OSMERE-2011:1 ¶1$"),
            ("markdown", r"\| 12 \(2010\) \| 31 \(2011\) \|.*\| both in OSMERE-2011:1 ¶1 \|$"),
        ],
    )
    def test_marked(self, rows: tipdiff.Comparison, form: str, pattern: str) -> None:
        """Such a row has the years of both figures, and says in which report both stand."""
        lines = renderer(form)(rows, Options(figures=True, width=140)).splitlines()

        assert [line for line in lines if re.search(pattern, line)]
        assert len([line for line in lines if "both in" in line]) == 1

    def test_marked_in_csv(self, rows: tipdiff.Comparison) -> None:
        """A column of the CSV says which report tells both."""
        text = renderer("csv")(rows, Options(figures=True)).removeprefix(MARK)
        told = {(r["then"], r["now"]): r["both_in"] for r in csv.DictReader(io.StringIO(text))}

        assert told["12", "31"] == "old"
        assert {both for pair, both in told.items() if pair != ("12", "31")} == {""}

    def test_years(self, rows: tipdiff.Comparison) -> None:
        """A figure of the year that its report covers has no year, one of another year has it."""
        told = {
            (row.before, row.after): (row.dated_before, row.dated_after)
            for row in figure_rows(rows)
        }

        assert told["31", "44"] == ("31", "44")
        assert told["", "9"] == ("", "9 (2009)")


class TestColumns:
    """Old and new text side by side."""

    @pytest.mark.parametrize("width", [60, 100, 140])
    def test_beside(self, compared: tipdiff.Comparison, width: int) -> None:
        """Each column is half the window, and its words are those of its side."""
        text = renderer("text")(compared, Options(width=width, sides=True))
        beside = [line for line in text.splitlines() if "  |  " in line]
        left = " ".join(line.split("  |  ")[0] for line in beside)

        assert beside
        assert max(map(len, beside)) <= width
        assert len({line.index("  |  ") for line in beside}) == 1
        assert "[-" in left
        assert "{+" not in left


class TestSelection:
    """``select`` and ``heeded``."""

    @pytest.mark.parametrize("name", ["new", "dropped", "reversed", "moved", "split"])
    def test_only(self, compared: tipdiff.Comparison, name: str) -> None:
        """Only changes of a status or trait are left, and the summary still counts all."""
        left = select(compared, Selection(only=(name,)))

        assert 0 < len(left.changes) < len(compared.changes)
        assert all(name in {c.status, *c.traits} for c in left.changes)
        assert left.summary == compared.summary

    @pytest.mark.parametrize("form", ["text", "markdown", "csv", "html"])
    @pytest.mark.parametrize("name", ["new", "dropped", "changed", "unchanged", "moved"])
    def test_any_format(self, compared: tipdiff.Comparison, form: str, name: str) -> None:
        """A selection shows in every format: figures linked to what it leaves out go with that."""
        left = select(compared, Selection(only=(name,)))
        there = {s.id for c in left.changes for s in (*c.old, *c.new)}
        ends = [c for link in left.claim_links for c in (link.old, link.new) if c is not None]

        assert len(compared.claim_links) > len(left.claim_links)
        assert {c.id.rpartition("#")[0] for c in ends} <= there
        assert renderer(form)(left, Options())

    def test_section(self, compared: tipdiff.Comparison) -> None:
        """A part of a heading selects what stands under it, then or now."""
        left = select(compared, Selection(section="prevention"))

        assert left.changes
        assert all(
            any("PREVENTION" in " ".join(s.section) for s in (*c.old, *c.new)) for c in left.changes
        )

    def test_figures(self, compared: tipdiff.Comparison) -> None:
        """Only changes in which a figure changed, came or went."""
        left = select(compared, Selection(figures=True))

        assert left.changes
        assert all(any(x.status != "unchanged" for x in c.claims) for c in left.changes)

    def test_least(self, compared: tipdiff.Comparison) -> None:
        """A figure has to move by so many percent; more percent select fewer changes."""
        left = [select(compared, Selection(least=p)) for p in (1, 20, 60, 1000)]
        counts = [len(each.changes) for each in left]

        assert counts == sorted(counts, reverse=True)
        assert counts[0] > counts[2] > 0
        for least, each in zip((1, 20, 60, 1000), left, strict=True):
            moved = [*each.claim_links, *(c for change in each.changes for c in change.claims)]

            assert each.findings == ()
            assert all(c.ratio is None or abs(c.ratio - 1) * 100 >= least for c in moved)
            assert all(c.status == "changed" for c in moved)

    def test_ignored_is_no_difference(self) -> None:
        """A statement in which only the year rolled on is none if that is ignored."""
        old = tipdiff.read("The choir sang in March 2005 in Tarn.\n", country="Ostrel", year=2005)
        new = tipdiff.read("The choir sang in March 2006 in Tarn.\n", country="Ostrel", year=2006)
        compared = tipdiff.compare(old, new)

        assert compared.differs
        assert not heeded(compared, ["period"]).differs
        assert heeded(compared, ["figures"]).differs

    def test_unknown(self) -> None:
        """An unknown name is told which there are."""
        with pytest.raises(tipdiff.TipdiffError, match="carried-over"):
            Selection(only=("sideways",))

    @given(st.lists(st.sampled_from(NAMES), max_size=3))
    def test_ignoring_only_takes_away(self, names: list[str]) -> None:
        """Whatever is ignored, what is left is of the comparison, in its order."""
        old = tipdiff.read("The choir sang. Divers slept in 2005.\n", country="Ostrel", year=2005)
        new = tipdiff.read("Divers slept in 2006. A band played.\n", country="Ostrel", year=2006)
        compared = tipdiff.compare(old, new)
        left = heeded(compared, names).changes

        assert [c for c in compared.changes if c in left] == list(left)


class TestContext:
    """Unchanged statements around a change."""

    KEPT = (
        "Ferries leave the old quay at noon.",
        "The harbor police keep a register.",
        "Nurses visit the ward on Fridays.",
        "A bell rings when the gate opens.",
        "Fishermen mend their nets in winter.",
    )

    def shown(self, name: str, context: int) -> list[bool]:
        """Which of the kept statements a format shows around the one change between them."""
        old, new = ([*self.KEPT[:3], f"Clerks found {n} papers.", *self.KEPT[3:]] for n in (3, 9))
        reports = (
            tipdiff.read(" ".join(side) + "\n", country="Ostrel", year=2005 + k)
            for k, side in enumerate((old, new))
        )
        text = renderer(name)(tipdiff.compare(*reports), Options(context=context))
        return [kept.removesuffix(".") in text for kept in self.KEPT]

    @pytest.mark.parametrize("name", ["text", "markdown"])
    @pytest.mark.parametrize(
        ("context", "expected"),
        [
            (0, [False, False, False, False, False]),
            (1, [False, False, True, True, False]),
            (2, [False, True, True, True, True]),
            (9, [True, True, True, True, True]),
        ],
    )
    def test_so_many_on_each_side(self, name: str, context: int, expected: list[bool]) -> None:
        """As many as asked for are shown on each side, the rest is a count."""
        assert self.shown(name, context) == expected

    @pytest.mark.parametrize("context", [0, 3])
    def test_of_a_selection(self, compared: tipdiff.Comparison, context: int) -> None:
        """A selection keeps its changes, in order, and gets unchanged neighbours alone."""
        selected = select(compared, Selection(only=("reversed",)))
        near = surrounded(compared, selected, context)
        added = [change for change in near.changes if change not in selected.changes]

        assert [change for change in near.changes if change in selected.changes] == list(
            selected.changes
        )
        assert {change.status for change in added} <= {"unchanged"}
        assert bool(added) == bool(context)
        assert near.summary == compared.summary


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_offers_a_format(kind: Kind) -> None:
    """What a row of the table offers is what ``--format`` takes, and its first is the default."""
    names: dict[str, str] = {"comparison": "diff", "report": "show"}
    help_text = CliRunner().invoke(command, [names.get(kind, kind), "--help"]).output

    assert f"[{'|'.join(offered(kind))}|...]" in " ".join(help_text.split())
