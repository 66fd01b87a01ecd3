"""The fixtures, read: the statements of each edition are those that their gold lists."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tipdiff
from tipdiff.text import folded

FIXTURES = Path(__file__).parents[2] / "fixtures"
#: The gold of pairs of editions: ``varona-2004-2005.json``.
GOLD = sorted(
    path.name
    for path in (FIXTURES / "gold").glob("*-[0-9]*-[0-9]*.json")
    if "old" in json.loads(path.read_text(encoding="utf-8"))  # that of tables names no texts
)


@cache
def gold(name: str) -> dict[str, Any]:
    """The gold of one pair of editions."""
    loaded: dict[str, Any] = json.loads((FIXTURES / "gold" / name).read_text(encoding="utf-8"))
    return loaded


@cache
def read(edition: str) -> tipdiff.Report:
    """One edition's folder of the fixtures, read."""
    return tipdiff.read(FIXTURES / edition)


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize("name", GOLD)
def test_statements(name: str, side: str) -> None:
    """Reading an edition gives its gold's statements, in order, but for layout."""
    expected = [folded(text) for text in gold(name)[f"{side}_statements"]]
    found = [folded(statement.text) for statement in read(gold(name)[side]).statements]

    assert found == expected


@pytest.mark.parametrize("name", GOLD)
def test_gold_is_sound(name: str) -> None:
    """Every link's places exist, none is linked twice, and figures name links."""
    pair = gold(name)
    for side in ("old", "new"):
        linked = [place for link in pair["links"] for place in link[side]]

        assert len(linked) == len(set(linked))
        assert all(0 <= place < len(pair[f"{side}_statements"]) for place in linked)
    assert all(0 <= figure["link"] < len(pair["links"]) for figure in pair["figures"])


@pytest.mark.parametrize("name", GOLD)
def test_gold_says_same_where_the_texts_fold_alike(name: str) -> None:
    """A link of one to one is ``same`` just where its texts are equal but for layout."""
    pair = gold(name)
    for link in pair["links"]:
        if len(link["old"]) == len(link["new"]) == 1:
            old = pair["old_statements"][link["old"][0]]
            new = pair["new_statements"][link["new"][0]]

            assert (folded(old) == folded(new)) == (link["kind"] == "same"), (old, new)


class TestOstrel:
    """What else the hostile editions must be read as."""

    def test_editions(self) -> None:
        """One report a year, of one country, whatever the cables do not say."""
        reports = tipdiff.read_all(FIXTURES / "ostrel")

        assert [(report.country or "").casefold() for report in reports] == ["ostrel"] * 3
        assert [(report.year, report.covers) for report in reports] == [
            (2005, 2004),
            (2006, 2005),
            (2007, 2006),
        ]

    @pytest.mark.parametrize("year", [2005, 2006, 2007])
    def test_country_of_one_edition(self, year: int) -> None:
        """Read alone too, an edition that names no country takes its folder's, not its post's."""
        assert (read(f"ostrel/{year}").country or "").casefold() == "ostrel"

    def test_update_supersedes(self) -> None:
        """The update of 2006 stands for both parts of the first report."""
        report = read("ostrel/2006")

        assert {statement.id.partition(":")[0] for statement in report.statements} == {
            "06KALVIK133"
        }
        assert report.missing_parts == ()

    def test_truncated(self) -> None:
        """The edition of 2007 breaks off, and says so."""
        report = read("ostrel/2007")

        assert report.truncated
        assert report.diagnostics

    def test_lists(self) -> None:
        """The committee's 14 members are items of the sentence before them."""
        report = read("ostrel/2006")
        items = [statement for statement in report.statements if statement.kind == "item"]
        (lead,) = [s for s in report.statements if s.text.endswith("national committee:")]

        assert len(items) == 14
        assert {item.lead for item in items} == {lead.id}

    def test_sections(self) -> None:
        """Sections are the headings, without rules and page marks, then the letter."""
        assert {statement.section[0] for statement in read("ostrel/2005").statements[2:]} == {
            "OVERVIEW OF OSTREL'S ACTIVITIES",
            "PREVENTION",
            "INVESTIGATION AND PROSECUTION OF TRAFFICKERS",
            "PROTECTION AND ASSISTANCE TO VICTIMS",
        }
        assert ("PREVENTION", "B/C") in read("ostrel/2006").sections
        assert ("INVESTIGATION AND PROSECUTION OF TRAFFICKERS", "J") in read("ostrel/2006").sections
