"""A comparison, a report and its claims as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tipdiff
from tipdiff.errors import TipdiffError
from tipdiff.output import RENDERERS, Options, renderer
from tipdiff.output.shared.citations import headings

FIXTURES = Path(__file__).parents[2] / "fixtures"
HEAD = "SUBJECT: OSTREL: ANNUAL TRAFFICKING IN PERSONS REPORT\n\n"


def report(body: str, year: int) -> tipdiff.Report:
    """A narrative of invented Ostrel."""
    return tipdiff.read(body, country="Ostrel", year=year)


def text(old: str, new: str, **options: bool | int) -> str:
    """The comparison of two narratives as text."""
    comparison = tipdiff.compare(report(old, 2005), report(new, 2006))
    return renderer("text")(comparison, Options(**options))  # type: ignore[arg-type]


KEPT = "The harbor police keep a register of all ferries. "


class TestComparison:
    """``comparison_text``."""

    def test_marks(self) -> None:
        """Each status has its mark; what is unchanged is counted."""
        old = KEPT + "Clerks found 14 forged papers in May. Divers searched the old quay twice.\n"
        new = KEPT + "Clerks found 20 forged papers in May. A choir sang for the orphans.\n"
        lines = text(old, new).splitlines()

        assert "  = 1 unchanged" in lines
        assert any(line.startswith("  ~ changed, figures ") for line in lines)
        assert any(line.startswith("    - dropped ") and "|  + new " in line for line in lines)
        assert any("[-14-] {+20+}" in line for line in lines)
        assert any("14 → 20 (+6, +43 %)" in line for line in lines)

    def test_all_shows_unchanged(self) -> None:
        """With ``all`` nothing is folded."""
        shown = text(KEPT + "\n", KEPT + "\n", all=True)

        assert KEPT.strip() in shown
        assert "= 1 unchanged" not in shown

    def test_nothing_changed(self) -> None:
        """A report against itself says so."""
        assert "Nothing changed." in text(KEPT + "\n", KEPT + "\n")

    @pytest.mark.parametrize("width", [40, 60, 100, 160])
    def test_width(self, width: int) -> None:
        """No line is wider than asked, but for words that are."""
        comparison = tipdiff.compare(FIXTURES / "ostrel" / "2005", FIXTURES / "ostrel" / "2006")
        lines = renderer("text")(comparison, Options(width=width)).splitlines()
        wide = [line for line in lines if len(line) > width and len(line.split()) > 2]

        assert wide == []

    def test_styles_only_if_asked(self) -> None:
        """Styles come with ``color``, and taken away leave text without brackets."""
        old, new = KEPT + "Clerks found 14 papers.\n", KEPT + "Clerks found 20 papers.\n"
        plain, styled = text(old, new), text(old, new, color=True)

        assert "\x1b" not in plain
        assert "{+20+}" in plain
        assert "\x1b" in styled
        assert "{+20+}" not in re.sub(r"\x1b\[[0-9;]*m", "", styled)

    @pytest.mark.parametrize("hostile", ["\x1b[2Jgone", "\x9b31m", "\u202egnorw", "a\x07b"])
    def test_text_of_a_cable_is_data(self, hostile: str) -> None:
        """Nothing of a cable acts on the terminal, with styles or without."""
        body = f"{KEPT}The clerk wrote {hostile} in the margin.\n"
        for color in (False, True):
            shown = text(KEPT + "\n", body, color=color, all=True)
            left = re.sub(r"\x1b\[[0-9;]*m", "", shown) if color else shown

            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", left)
            assert "\x1b[2J" not in shown

    def test_every_statement_is_told(self) -> None:
        """With ``all``, each statement of either report is named."""
        for old, new in (("2004", "2005"), ("2007", "2008")):
            comparison = tipdiff.compare(FIXTURES / "varona" / old, FIXTURES / "varona" / new)
            shown = renderer("text")(comparison, Options(all=True, width=200))
            ids = {s.id for change in comparison.changes for s in (*change.old, *change.new)}

            assert {i for i in ids if not re.search(rf"{re.escape(i)}\b", shown)} == set()

    def test_a_missing_part_is_folded(self) -> None:
        """What only the missing part could hold is a count, and warned of."""
        parts = sorted((FIXTURES / "varona" / "2005").iterdir())
        comparison = tipdiff.compare(FIXTURES / "varona" / "2004", tipdiff.read(*parts[:2]))
        shown = renderer("text")(comparison, Options())

        assert "warning: the new report lacks part 3" in shown
        assert "without counterpart: the other report lacks the part" in shown
        assert comparison.summary.no_counterpart > 0


class TestShow:
    """``report_text``."""

    def test_text_of_a_cable_is_data(self) -> None:
        """A control character in a cable is shown, and noted as a repair."""
        shown = renderer("text", "report")(
            report("The clerk wrote \x1b[2J in it.\n", 2005), Options()
        )

        assert "␛[2J" in shown
        assert "\x1b" not in shown


class TestRenderer:
    """Renderers, by name."""

    @pytest.mark.parametrize(
        "name", [name for name, output in RENDERERS["comparison"].items() if not output.binary]
    )
    def test_one_signature(self, name: str) -> None:
        """Each takes a comparison and options, and gives text that ends its last line."""
        comparison = tipdiff.compare(report(KEPT + "\n", 2005), report(KEPT + "\n", 2006))

        assert renderer(name)(comparison, Options()).endswith("\n")

    def test_unknown(self) -> None:
        """An unknown name is told which there are."""
        with pytest.raises(TipdiffError, match="text"):
            renderer("runes")


class TestHeadings:
    """``headings``: several sections in one line."""

    @pytest.mark.parametrize(
        ("sections", "expected"),
        [
            ([("OVERVIEW", "A")], "OVERVIEW > A"),
            ([("OVERVIEW", "A"), ("OVERVIEW", "C")], "OVERVIEW > A, C"),
            ([("OVERVIEW", "A"), ("PREVENTION",)], "OVERVIEW > A, PREVENTION"),
            ([()], "(before the first heading)"),
        ],
    )
    def test_samples(self, sections: list[tuple[str, ...]], expected: str) -> None:
        """What they have in common is said once."""
        assert headings(sections) == expected
