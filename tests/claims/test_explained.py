"""Why a number is no claim: the name of the rule, in the text and in the JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tipdiff.claims import extract_claims, no_claims
from tipdiff.cli.commands import tipdiff as command

TEXT = "Police fined 12 clerks on March 14.\n\nThose in need can dial 117, says Article 12.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met at 10:30 on 14 March 2006.", ["time", "day", "year"]),
        ("She is at 555-0123.", ["telephone"]),
        ("Read http://varona.example/12/laws.", ["address or markup"]),
        ("They help one another.", ["phrase"]),
        ("The first two fines will be light.", ["counts nothing"]),
        ("Police fined 12 clerks.", []),
    ],
)
def test_reasons(text: str, told: list[str]) -> None:
    """Each number that is in no claim is told with its rule; those in claims are not."""
    found = no_claims(text, extract_claims(text))

    assert [each.why for each in found] == told
    assert all(text[slice(*each.span)] == each.text for each in found)


def explained(tmp_path: Path, form: str) -> str:
    """What the command tells of the invented text."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    options = ["--country", "Ostrel", "--year", "2006", "--format", form]
    result = CliRunner().invoke(command, ["claims", "--explain", str(path), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_in_text(tmp_path: Path) -> None:
    """Under its statement stands each number that is none, with the rule's name."""
    lines = [line.strip() for line in explained(tmp_path, "text").splitlines()]

    assert "no claim: 14 (day)" in lines
    assert "no claim: 117 (hotline), 12 (reference)" in lines


def test_in_json(tmp_path: Path) -> None:
    """Statements that have only such numbers are listed too, with places in their text."""
    statements = json.loads(explained(tmp_path, "json"))["statements"]

    assert [[each["why"] for each in s["no_claims"]] for s in statements] == [
        ["day"],
        ["hotline", "reference"],
    ]
    assert all(
        s["text"][slice(*each["span"])] == each["text"]
        for s in statements
        for each in s["no_claims"]
    )
