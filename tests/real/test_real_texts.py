"""The laws on real texts, where the optional folder of them is given."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import tipdiff

from ..laws import laws  # noqa: TID252 - the tests are no installed package

if TYPE_CHECKING:
    from pathlib import Path
from ..laws.fixtures import decoded  # noqa: TID252


@pytest.fixture(scope="session")
def reports(real_texts: Path) -> dict[str, tipdiff.Report]:
    """Every real cable and every edition of the series, read alone, by its file's name."""
    found = {}
    for path in sorted((real_texts / "cables").iterdir()):
        if path.suffix in {".txt", ".html"}:
            found[path.name] = tipdiff.read(path)
    for path in sorted((real_texts / "series").glob("*/*.txt")):
        found[f"{path.parent.name}/{path.name}"] = tipdiff.read(path)
    return found


def test_shape(reports: dict[str, tipdiff.Report]) -> None:
    """Ids number the statements, texts are one line each, sections are the report's."""
    for report in reports.values():
        laws.shape(report)

        assert report.statements


def test_identity(reports: dict[str, tipdiff.Report]) -> None:
    """Each report against itself is all unchanged."""
    for report in reports.values():
        laws.identity(report)


def test_coverage(reports: dict[str, tipdiff.Report], real_texts: Path) -> None:
    """Spans account for every letter of each text file."""
    for name, report in reports.items():
        folder = real_texts / ("series" if "/" in name else "cables")
        if name.endswith(".txt"):
            source = decoded((folder / name).read_bytes())
            laws.coverage(report, {s.source: source for s in report.statements})


def test_same_page_as_text_and_as_html(reports: dict[str, tipdiff.Report]) -> None:
    """A cable as plain text and as the page of a mirror holds the same statements."""
    pages = [name for name in reports if name.endswith(".html")]

    assert pages
    for name in pages:
        page, text = reports[name], reports[name.replace(".html", ".txt")]

        assert [s.text for s in page.statements] == [s.text for s in text.statements]
        assert [s.section for s in page.statements] == [s.section for s in text.statements]


def test_successive_pairs(reports: dict[str, tipdiff.Report]) -> None:
    """Each report against the next of its country: partition, order, rebuild, moves, swap."""
    ordered = sorted(reports.items(), key=lambda item: (item[1].country or "", item[1].year or 0))
    pairs = [
        (old, new)
        for (_, old), (name, new) in pairwise([x for x in ordered if x[0].endswith(".txt")])
        if old.country == new.country and name
    ]

    assert len(pairs) >= 9
    for old, new in pairs:
        comparison = tipdiff.compare(old, new)
        laws.partition(comparison, old, new)
        laws.sides(comparison)
        laws.ordered(comparison, old, new)
        laws.rebuild(old, new)
        laws.moves(comparison, old, new)
        laws.swapped(comparison, tipdiff.compare(new, old))


def test_exit_codes(real_texts: Path, tmp_path: Path) -> None:
    """0 for a cable against itself, 1 against the next year's, 2 where there is none."""
    cables = sorted((real_texts / "cables").glob("*SANJOSE*.txt"))
    missing = tmp_path / "none.txt"

    def code(*sources: Path) -> int:
        command = [sys.executable, "-m", "tipdiff", "diff", *map(str, sources)]
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert code(cables[0], cables[0]) == 0
    assert code(cables[0], cables[1]) == 1
    assert code(cables[0], missing) == 2


def test_gold_texts_align(real_texts: Path) -> None:
    """Every pair of the gold is aligned into links that are well formed."""
    import json

    for path in sorted((real_texts / "gold").glob("*-0*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for pair in data if isinstance(data, list) else [data]:
            links = tipdiff.align(pair["old"], pair["new"])
            lefts = [i for x in links for i in x.old]
            rights = [j for x in links for j in x.new]

            assert links
            assert len(set(lefts)) == len(lefts)
            assert len(set(rights)) == len(rights)
            assert all(0 <= x.score <= 1 for x in links)
