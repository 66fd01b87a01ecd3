"""What a file's name says of its format, and shares in percent."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

import tipdiff
import tipdiff.claims
from tipdiff.cli.commands import tipdiff as command

PAIR = [
    str(Path(__file__).parent.parent.parent / "fixtures" / "ostrel" / y)
    for y in "2005 2006".split()
]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!doctype html>"), ("a.md", "# Ostrel"), ("a.json", "{"), ("a.csv", '"change",')],
)
def test_by_suffix(tmp_path: Path, name: str, begins: str) -> None:
    """The file's name gives the format."""
    target = tmp_path / name
    CliRunner().invoke(command, ["diff", *PAIR, "-o", str(target)])

    assert target.read_text("utf-8").lstrip("\ufeff").casefold().startswith(begins.casefold())


@pytest.mark.parametrize(
    ("words", "name"), [(["diff", *PAIR], "a.xlsx"), (["trends", *PAIR], "a.docx")]
)
def test_no_such_file(tmp_path: Path, words: list[str], name: str) -> None:
    """Text is not written under a name that says it is something else."""
    result = CliRunner().invoke(command, [*words, "-o", str(tmp_path / name)])

    assert result.exit_code == 2
    assert f"not written as .{name.split('.')[1]}" in result.output
    assert not (tmp_path / name).exists()


def test_format_goes_before(tmp_path: Path) -> None:
    """What is asked for by name is given, whatever the file is called."""
    target = tmp_path / "a.html"
    CliRunner().invoke(command, ["diff", *PAIR, "-o", str(target), "--format", "md"])

    assert target.read_text("utf-8").startswith("# Ostrel")


@pytest.mark.parametrize("share", ["50", "50%", "50 %"])
def test_min_change(share: str) -> None:
    """Only figures that moved so far: none that came or went."""
    shown = CliRunner().invoke(command, ["diff", *PAIR, "--min-change", share]).output

    assert "border guards" in shown
    assert "4,200 → 5,100 (+900" not in shown
    assert "\n  + new" not in shown
    assert "\n  - dropped" not in shown


def test_figures_are_a_table() -> None:
    """``--figures`` tells figures then and now, and with ``--min-change`` those that moved so."""
    runs = [
        CliRunner().invoke(command, ["diff", *PAIR, "--figures", *more]).output
        for more in ([], ["--min-change", "50"])
    ]
    rows = [run.split("Figures\n")[1].splitlines() for run in runs]

    assert rows[0][0].split() == ["what", "2005", "2006", "change", "where"]
    assert any("border guards" in row and "40" in row and "65" in row for row in rows[0])
    assert len(rows[0]) > len(rows[1]) > 1
    assert not [row for row in rows[1][1:] if "new" in row or "dropped" in row]


@pytest.mark.parametrize("form", ["csv", "md"])
def test_claims_as_csv(tmp_path: Path, form: str) -> None:
    """Claims are written as CSV by the file's name, one a row; a format they lack is not one."""
    target = tmp_path / f"claims.{form}"
    CliRunner().invoke(command, ["claims", PAIR[0], "-o", str(target)])
    text = target.read_text("utf-8")

    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        report = tipdiff.read(PAIR[0])
        claims = [c for found in tipdiff.claims.report_claims(report).values() for c in found]

        assert [row["id"] for row in rows] == [claim.id for claim in claims]
        assert {row["text"] in row["said"] for row in rows} == {True}
    else:
        assert text.startswith("Ostrel")
