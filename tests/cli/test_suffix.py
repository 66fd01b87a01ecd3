"""What a file's name says of its format, and shares in percent."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tipdiff.cli.commands import tipdiff as command

PAIR = [
    str(Path(__file__).parent.parent.parent / "fixtures" / "ostrel" / y)
    for y in "2005 2006".split()
]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!doctype html>"), ("a.md", "# Ostrel"), ("a.json", "{"), ("a.csv", "change,")],
)
def test_by_suffix(tmp_path: Path, name: str, begins: str) -> None:
    """The file's name gives the format."""
    target = tmp_path / name
    CliRunner().invoke(command, ["diff", *PAIR, "-o", str(target)])

    assert target.read_text("utf-8").lstrip("\ufeff").casefold().startswith(begins.casefold())


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
