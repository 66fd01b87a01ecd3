"""Whole comparisons set against gold, worked out by hand on one small pair of reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from benchmarks.endtoend import endtoend, matched, outcome
from benchmarks.gold import Gold, fixtures, load
from benchmarks.metrics import Tally
from tipdiff.records import (
    Change,
    Claim,
    ClaimChange,
    Comparison,
    Edition,
    Report,
    Statement,
    Status,
    Summary,
)

OLD = ("Varona has a law.", "Police arrested three men.", "The hotline is open.", "Guards watch.")
NEW = ("Varona has a law.", "Police arrested nine men.", "The hotline is not open.")

#: The gold: one link kept, one with a figure, one reversed and moved; a pair that looks alike.
DATA: dict[str, Any] = {
    "old": "varona/2004",
    "new": "varona/2005",
    "old_statements": list(OLD),
    "new_statements": list(NEW),
    "links": [
        {"old": [0], "new": [0], "kind": "same", "moved": False},
        {"old": [1], "new": [1], "kind": "figures", "moved": False},
        {"old": [2], "new": [2], "kind": "reversed", "moved": True},
    ],
    "figures": [{"link": 1, "old": 3, "new": 9, "counted": "men arrested"}],
    "near_misses": [[3, 2]],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of fixtures with gold alone, and a file beside that is no pair."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "varona-2004-2005.json").write_text(json.dumps(DATA), "utf-8")
    (tmp_path / "gold" / "varona-threads.json").write_text('{"threads": []}', "utf-8")
    return tmp_path


@pytest.fixture
def gold(folder: Path) -> Gold:
    """The one pair of that folder."""
    return fixtures(folder)[0]


def report(year: int, texts: tuple[str, ...]) -> Report:
    """A report of bare statements."""
    statements = tuple(
        Statement(f"{year}:{k}", text, (), None, "varona.txt", (0, len(text)))
        for k, text in enumerate(texts, 1)
    )
    return Report("Varona", year, year - 1, (), (), ((),), statements)


def claim(value: float) -> Claim:
    """A count of men arrested."""
    return Claim("c", "men", value, value, value, "exact", "count", "men arrested", (0, 3))


def change(
    sides: tuple[Report, Report],
    old: list[int],
    new: list[int],
    *said: str,
    claims: tuple[ClaimChange, ...] = (),
) -> Change:
    """A change between numbered statements that says its status, then its traits."""
    status: Any = said[0]
    return Change(
        status,
        said[1:],
        0.9,
        0.9,
        reviewed=False,
        old=tuple(sides[0].statements[k] for k in old),
        new=tuple(sides[1].statements[k] for k in new),
        claims=claims,
    )


def compared(*changes: Change) -> Comparison:
    """A comparison of nothing but changes."""
    edition = Edition("Varona", 2005, 2004, (), ())
    return Comparison(edition, edition, Summary(0, 0, 0, 0, 0), (), (), (), (), changes)


class TestMatched:
    """Statements as read, and as the gold has them."""

    def test_equal_once_folded(self) -> None:
        """Case and line breaks do not keep statements apart; torn ones have no match."""
        read = ["VARONA has\na law.", "Police arrested", "three men.", "The hotline is open."]

        assert matched(read, OLD) == {0: 0, 3: 2}


class TestGold:
    """The project's own aligned pairs."""

    def test_only_pairs_are_read(self, folder: Path) -> None:
        """Other gold in the same folder is let be."""
        assert [each.name for each in fixtures(folder)] == ["varona/2004 > varona/2005"]

    def test_links_and_what_is_unchanged(self, gold: Gold) -> None:
        """Every link is sure; unchanged are those equal by the project's own rule."""
        assert gold.sure == {(0, 0), (1, 1), (2, 2)}
        assert gold.same == {(0, 0)}

    def test_without_real_texts(self, folder: Path) -> None:
        """The fixtures alone are sets by how much was rewritten; without them there is none."""
        assert list(load(None, folder)) == ["fixtures, milder pairs"]
        assert load(None, folder / "gold") == {}


class TestOutcome:
    """What a comparison got right."""

    def test_all_right(self, gold: Gold) -> None:
        """A comparison that says what the gold says has every count full and no false ones."""
        sides = report(2004, OLD), report(2005, NEW)
        arrests = (ClaimChange("changed", claim(3), claim(9), 6, 3),)
        got = outcome(
            gold,
            *sides,
            compared(
                change(sides, [0], [0], "unchanged"),
                change(sides, [1], [1], "changed", "figures", claims=arrests),
                change(sides, [2], [2], "changed", "reversed", "moved"),
                change(sides, [3], [], "dropped"),
            ),
        )

        assert got.reading == Tally(7, 7, 7, 7)
        assert got.links == Tally(3, 3, 3, 3)
        assert got.kinds == {
            "same": (1, 1, 1, -1),
            "figures": (1, 1, 1, -1),
            "reversed": (1, 1, 1, 0),
        }
        assert got.moved == got.figures == Tally(1, 1, 1, 1)
        assert got.near_misses == (0, 1)

    def test_all_that_can_go_wrong(self, gold: Gold) -> None:
        """A wrong figure, a false move, a false reversal and a near miss are each counted."""
        sides = report(2004, OLD), report(2005, NEW)
        arrests = (ClaimChange("changed", claim(3), claim(8), 5, 8 / 3),)
        got = outcome(
            gold,
            *sides,
            compared(
                change(sides, [0], [0], "unchanged", "moved"),
                change(sides, [1], [1], "changed", "figures", "reversed", claims=arrests),
                change(sides, [2], [], "dropped"),
                change(sides, [3], [2], "changed", "wording"),
            ),
        )

        assert got.links == Tally(3, 2, 3, 2)
        assert got.kinds["reversed"] == (1, 0, 0, 1)
        assert got.moved == got.figures == Tally(1, 0, 1, 0)
        assert got.near_misses == (1, 1)

    def test_a_torn_statement_costs_its_link(self, gold: Gold) -> None:
        """What the reader got wrong is no statement of the gold, and its link is false."""
        sides = report(2004, ("Varona has a", *OLD[1:])), report(2005, NEW)
        got = outcome(gold, *sides, compared(change(sides, [0], [0], "changed", "wording")))

        assert got.reading == Tally(7, 6, 7, 6)
        assert got.links == Tally(1, 0, 3, 0)

    @pytest.mark.parametrize(
        ("status", "drift"), [("unchanged", (3, 3)), ("changed", (3, None)), ("new", (None, 9))]
    )
    def test_only_changed_figures_count(
        self, gold: Gold, status: Status, drift: tuple[float | None, float | None]
    ) -> None:
        """A figure that stands, came or went is no change from one to another."""
        sides = report(2004, OLD), report(2005, NEW)
        old, new = (None if value is None else claim(value) for value in drift)
        arrests = (ClaimChange(status, old, new),)
        got = outcome(
            gold,
            *sides,
            compared(change(sides, [1], [1], "changed", "figures", claims=arrests)),
        )

        assert got.figures == Tally(0, 0, 1, 0)

    @pytest.mark.parametrize(
        ("new", "now", "expected"),
        [(1, 9, Tally(1, 1, 1, 1)), (1, 8, Tally(1, 0, 1, 0)), (0, 9, Tally(0, 0, 1, 0))],
    )
    def test_figures_linked_across_statements(
        self, gold: Gold, new: int, now: float, expected: Tally
    ) -> None:
        """A figure linked apart from its statements is told, and judged if the gold links them."""
        sides = report(2004, OLD), report(2005, NEW)
        link = ClaimChange(
            "changed",
            evolve(claim(3), id=f"{sides[0].statements[1].id}#1"),
            evolve(claim(now), id=f"{sides[1].statements[new].id}#1"),
        )
        got = outcome(gold, *sides, evolve(compared(), claim_links=(link,)))

        assert got.figures == expected


class TestTables:
    """The tables of all fixtures."""

    def test_no_fixtures_no_tables(self, tmp_path: Path) -> None:
        """Where there is no gold, nothing is printed."""
        assert list(endtoend(tmp_path)) == []

    def test_own_fixtures(self) -> None:
        """The project's own fixtures give a table of reports and one of kinds."""
        tables = list(endtoend())

        assert len(tables) == 2
        assert all("|" in each for each in tables)
