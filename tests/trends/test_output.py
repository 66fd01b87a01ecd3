"""Series as text, CSV, plain data and data frames, and the command that writes them."""

from __future__ import annotations

import csv
import io
import json
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import tipdiff
from tipdiff.cli import main
from tipdiff.cli.commands import tipdiff as command
from tipdiff.output import Options
from tipdiff.output.results import Trends
from tipdiff.output.trends.csv import trends_csv
from tipdiff.output.trends.text import sparkline, trends_text
from tipdiff.series.tables import COLUMNS

from .cases import point, series, spread

ROOT = Path(__file__).parents[2] / "fixtures"
VARONA = ROOT / "varona"
RUN = series(
    "Convictions",
    [
        point(2002, 5),
        point(2003, 40, "about"),
        point(2005, 30, before=28),
        point(2006, 33, also=12),
    ],
    "convictions",
)


def shown(*found: tipdiff.Series, width: int = 100) -> list[str]:
    """The lines of a table."""
    editions = found[0].editions if found else ()
    return trends_text(Trends(found, "Varona", editions), Options(width=width)).splitlines()


def run(*arguments: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(command, ["trends", *map(str, arguments)])


class TestNothing:
    """Questions to which the answer is that there is nothing."""

    @pytest.mark.parametrize(
        ("view", "told"),
        [("moved", "No figure of the newest report differs"), ("revised", "No figure was revised")],
    )
    def test_is_an_answer(
        self,
        capsysbinary: pytest.CaptureFixture[bytes],
        tmp_path: Path,
        view: str,
        told: str,
    ) -> None:
        """No figure that moved is a result and no trouble."""
        (tmp_path / "Ostrel").mkdir()
        for year in (2004, 2005):
            (tmp_path / "Ostrel" / f"{year}.txt").write_text(
                "Courts convicted nine men.\n", "utf-8"
            )
        code = main(["trends", str(tmp_path / "Ostrel"), "--view", view])

        assert code == 0
        assert told in capsysbinary.readouterr().out.decode("utf-8")


class TestText:
    """``trends_text``."""

    def test_row(self) -> None:
        """Years across, marks at the figures, a dot for a gap, bars, the change."""
        row = next(line for line in shown(RUN) if line.startswith("  Convictions"))

        assert row.split() == [
            *("Convictions", "5", "○40", "·", "30r", "33!"),
            *("▂█", "▆▇", "+3", "(+10", "%)"),
        ]

    def test_columns_stand_under_their_years(self) -> None:
        """Every figure ends where its year ends, or with its mark."""
        lines = shown(RUN)
        head = next(line for line in lines if "2002" in line and "2006" in line)
        row = next(line for line in lines if line.startswith("  Convictions"))

        assert head.index("2005") + 4 == row.index("30r") + 3

    def test_only_used_marks_are_explained(self) -> None:
        """The legend tells of marks that are there, and of no others."""
        text = "\n".join(shown(RUN))

        assert "○ about" in text
        assert "r revised" in text
        assert "≥ at least" not in text

    def test_revisions_and_conflicts_are_cited(self) -> None:
        """What was revised and what is disputed is told with its places."""
        text = " ".join(" ".join(shown(RUN)).split())

        assert "Convictions, 2005: 30 [06PORTMERRIN1:3], before 28 [05PORTMERRIN1:9]" in text
        assert "Convictions, 2006: 33 [07PORTMERRIN1:3], but 12 [05PORTMERRIN1:9]" in text

    def test_sources_and_classification(self) -> None:
        """The foot names the cables and how they are classified."""
        lines = shown(RUN)

        assert lines[-2:] == ["  sources: 08PORTMERRIN1", "  classification: UNCLAS"]

    def test_many_years_stand_in_blocks(self) -> None:
        """Twenty years in a narrow window are several tables, each year once, none too wide."""
        long = series("Calls", [point(year, 1000 + year) for year in range(1990, 2010)], "calls")
        lines = shown(long, width=72)
        heads = [line.split() for line in lines if line.strip()[:4].isdigit()]

        assert len(heads) > 1
        years = [word for head in heads for word in head if word.isdigit()]
        assert years == [str(year) for year in range(1990, 2010)]
        assert max(map(len, lines)) <= 72

    def test_ranges_have_no_change(self) -> None:
        """What lies between two figures that are not closed is not said."""
        one = series("Victims", [point(2004, 30), point(2005, 40, "over")], "victims")
        row = next(line for line in shown(one) if line.startswith("  Victims"))

        assert row.endswith("±?")

    def test_nothing_acts_on_a_terminal(self) -> None:
        """Control characters of a cable are shown."""
        text = "\n".join(shown(series("Calls\x1b[31m", [point(2004, 3)], "calls")))

        assert "\x1b" not in text
        assert "␛" in text

    def test_no_series(self) -> None:
        """Without figures the table says so."""
        assert any("No figure" in line for line in shown())


class TestSparkline:
    """``sparkline``."""

    @pytest.mark.parametrize(
        ("values", "bars"), [((0, 7), "▁█"), ((7, 7), "██"), ((0, 0), "▁▁"), ((5,), "")]
    )
    def test_bars(self, values: tuple[int, ...], bars: str) -> None:
        """Bars stand on zero; all zeros are low, one point has none."""
        one = series("Calls", [point(2004 + k, value) for k, value in enumerate(values)])

        assert sparkline(one, range(2004, 2004 + len(values))) == bars

    def test_ranges(self) -> None:
        """A range stands at its middle."""
        one = series("Calls", [spread(2004, 2, 4), point(2005, 6)])

        assert sparkline(one, range(2004, 2006)) == "▅█"


class TestCsv:
    """``trends_csv``."""

    def test_one_row_a_point(self) -> None:
        """The head, then the points."""
        rows = list(csv.DictReader(io.StringIO(trends_csv(Trends((RUN,)), Options())[1:])))

        assert [row["year"] for row in rows] == ["2002", "2003", "2005", "2006"]
        assert [row["revised"] for row in rows] == ["0", "0", "1", "0"]
        assert list(rows[0]) == list(COLUMNS)

    @pytest.mark.parametrize("label", ["=cmd()", "+1", "-1", "@x"])
    def test_no_cell_is_a_formula(self, label: str) -> None:
        """A label from a cable is text to a spreadsheet."""
        rows = list(
            csv.DictReader(
                io.StringIO(trends_csv(Trends((series(label, [point(2004, 3)]),)), Options()))
            )
        )

        assert rows[0]["label"] == f"'{label}"


class TestData:
    """``to_dict`` and ``from_dict``."""

    @pytest.mark.parametrize("country", ["varona", "ostrel"])
    def test_round_trip(self, country: str) -> None:
        """The JSON of all series gives them back."""
        found = tipdiff.trends(ROOT / country)
        data = json.loads(json.dumps(tipdiff.to_dict(found)))

        assert data["schema"] == "tipdiff/trends/1"
        assert tipdiff.from_dict(data) == found

    def test_keys_of_the_contract(self) -> None:
        """A series and a point have at least the keys that others rely on, in their order."""
        data = tipdiff.to_dict([RUN])
        one = data["series"][0]

        assert (data["country"], data["schema"]) == ("Varona", "tipdiff/trends/1")
        assert list(one)[:5] == ["indicator", "label", "unit", "breakdown", "points"]
        assert list(one["points"][0])[:10] == [
            *("year", "value", "low", "high", "approximation", "reported_in", "statement"),
            *("revised", "superseded", "conflicts"),
        ]

    def test_two_countries_have_no_common_form(self) -> None:
        """Series of two countries are not written as one country's."""
        from attrs import evolve

        with pytest.raises(tipdiff.DataError, match="different countries"):
            tipdiff.to_dict([RUN, evolve(RUN, country="Ostrel")])

    @pytest.mark.parametrize("items", [None, 3, [3], [{"points": 3}]])
    def test_broken_data(self, items: object) -> None:
        """Data of another shape are refused in one line."""
        with pytest.raises(tipdiff.DataError):
            tipdiff.from_dict({"schema": "tipdiff/trends/1", "country": None, "series": items})


class TestFrame:
    """``to_frame`` and ``rows``."""

    def test_rows(self) -> None:
        """The tidy table needs no pandas."""
        rows = RUN.rows()

        assert [row["value"] for row in rows] == [5, 40, 30, 33]
        assert {tuple(row) for row in rows} == {COLUMNS}

    def test_without_pandas(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without pandas one line says what to install."""
        monkeypatch.setitem(sys.modules, "pandas", None)

        with pytest.raises(tipdiff.TipdiffError, match=r"tipdiff\[pandas\]"):
            RUN.to_frame()

    def test_with_pandas(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The rows and columns are handed to pandas."""
        module = types.ModuleType("pandas")
        module.DataFrame = lambda rows, columns: (rows, columns)  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "pandas", module)

        assert tipdiff.to_frame([RUN]) == (RUN.rows(), list(COLUMNS))


class TestCommand:
    """``tipdiff trends``."""

    def test_folder_of_editions(self) -> None:
        """One folder of editions gives the table, and 0."""
        done = run(VARONA)

        assert done.exit_code == 0
        assert done.output.startswith("Varona: figures over the years\n")

    def test_json_is_the_librarys(self) -> None:
        """The JSON is ``to_dict`` of ``trends``, whatever order the reports come in."""
        folders = sorted(VARONA.iterdir(), reverse=True)

        assert json.loads(run(*folders, "--format", "json").stdout) == tipdiff.to_dict(
            tipdiff.trends(VARONA)
        )

    def test_json_without_series(self, tmp_path: Path) -> None:
        """The JSON of no series says which editions were looked at."""
        (tmp_path / "Varona").mkdir()
        (tmp_path / "Varona" / "2005.txt").write_text("The ferry runs by night.\n", "utf-8")
        data = json.loads(run(tmp_path, "--format", "json").stdout)

        assert (data["country"], data["series"]) == ("Varona", [])
        assert [edition["year"] for edition in data["editions"]] == [2005]

    def test_chosen_series(self) -> None:
        """``--series`` keeps those whose name has the text."""
        rows = list(
            csv.DictReader(
                io.StringIO(run(VARONA, "--series", "convict", "--format", "csv").stdout)
            )
        )

        assert {row["indicator"] for row in rows} == {"convictions"}

    def test_picture_alone(self, tmp_path: Path) -> None:
        """With ``--plot`` there is a picture and no table."""
        target = tmp_path / "run.svg"
        done = run(VARONA, "--series", "convictions", "--plot", target)

        assert (done.exit_code, done.stdout) == (0, "")
        assert target.read_bytes().startswith(b"<?xml")

    def test_picture_and_table(self, tmp_path: Path) -> None:
        """With a format there are both."""
        target = tmp_path / "run.svg"
        done = run(VARONA, "--series", "convictions", "--plot", target, "--format", "text")

        assert "Convictions" in done.stdout
        assert target.is_file()

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("--series", "unheard of"), "no series is called"),
            (("--plot", "run.gif"), ".png, .svg, .pdf"),
        ],
    )
    def test_trouble(self, arguments: tuple[str, ...], told: str) -> None:
        """A name that nothing has, or a format that is none, is said in one line."""
        done = run(VARONA, *arguments)

        assert isinstance(done.exception, tipdiff.TipdiffError)
        assert told in str(done.exception)


class TestChecked:
    """What does not add up."""

    def test_hours_that_do_not_add_up(
        self, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
    ) -> None:
        """It is told with the trends of the edition that it is in, with its places."""
        (tmp_path / "Ostrel").mkdir()
        for year, total in ((2004, 42), (2005, 45)):
            hours = f"-- Officer: 12 hours\n-- Assistant: 30 hours\n-- Total: {total} hours\n"
            (tmp_path / "Ostrel" / f"{year}.txt").write_text(
                f"1. Courts convicted {year - 1990} men.\n\n{hours}", "utf-8"
            )
        main(["trends", str(tmp_path / "Ostrel")])

        told = " ".join(capsysbinary.readouterr().out.decode("utf-8").split())
        assert told.count("the hours add up to") == 1
        assert "the hours add up to 42, not 45" in told
