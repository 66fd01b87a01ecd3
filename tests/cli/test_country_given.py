"""``--country`` of commands that take many reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def told(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """What ``trends`` says of the reports of a folder."""
    files = sorted(folder.glob("*.txt"))
    years = [f"--year={file}={2007 + k}" for k, file in enumerate(files)]
    code = main(["trends", *map(str, files), *years, *arguments])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def test_a_name_of_a_file_is_no_country_beside_what_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a user says goes before what files happen to be called."""
    (tmp_path / "first.txt").write_text("Police of the isles arrested 5 smugglers in 2006.\n")
    (tmp_path / "second.txt").write_text("Police of the isles arrested 7 smugglers in 2007.\n")

    code, text = told(tmp_path, capsys, "--country", "Vell")

    assert (code, text.splitlines()[0]) == (0, "Vell: figures over the years")


def test_a_file_of_one_letter_names_no_country(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``a.txt`` and ``b.txt`` are of what their folder is called."""
    folder = tmp_path / "ostrel"
    folder.mkdir()
    (folder / "a.txt").write_text("Police of the isles arrested 5 smugglers in 2006.\n")
    (folder / "b.txt").write_text("Police of the isles arrested 7 smugglers in 2007.\n")

    code, text = told(folder, capsys)

    assert (code, text.splitlines()[0]) == (0, "Ostrel: figures over the years")
