"""The pictures in the docs: each that a page shows is there, and is drawn by one of the scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.test_docs import script

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
#: A picture of the page is small enough to be kept with the text, in bytes.
SMALL = 150_000


def shown() -> dict[Path, str]:
    """The pictures that the pages show, each with what is said of it."""
    return {
        (page.parent / place).resolve(): told
        for page in PAGES
        for told, place in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))
        if "://" not in place
    }


def test_every_picture_is_there_and_told_in_words() -> None:
    """A page shows no picture that is missing, and says in words what it shows."""
    assert [path for path in shown() if not path.is_file()] == []
    assert all(shown().values())


def test_no_picture_is_left_over_or_large() -> None:
    """Every picture is shown somewhere, and none is large."""
    kept = set(PICTURES.iterdir())
    assert kept == {path for path in shown() if path.parent == PICTURES}
    assert [path.name for path in kept if path.stat().st_size > SMALL] == []


def test_every_picture_has_its_script() -> None:
    """What is shown can be drawn again, by one script."""
    pytest.importorskip("PIL")
    own = script("make_pictures").NAMES
    beside = [shot.name for shot in script("make_peers").SHOTS]
    assert sorted([*own, *beside, "design"]) == sorted(path.stem for path in PICTURES.iterdir())


def test_terminal_is_drawn_with_its_styles() -> None:
    """Styles become elements, a reset ends them, and text is never markup."""
    pytest.importorskip("PIL")
    drawn = script("make_pictures").terminal("\x1b[1mbold \x1b[31mred\x1b[0m <plain>")
    assert drawn.endswith(
        "<span style='font-weight:bold'>bold </span>"
        "<span style='font-weight:bold;color:#b00'>red</span> &lt;plain&gt;"
    )
