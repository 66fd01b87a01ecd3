"""Laws of an archive: what is made of a folder does not depend on how it is laid out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.archive.folders import Made, fill, made, report
from tipdiff.archive.outcomes import OUTCOMES

pytestmark = pytest.mark.law

#: Cables of two kinds and three years, among them an update and a note.
CABLES = (
    report(2004),
    report(2005, number=141),
    report(2005, number=199, subject="OSTREL: UPDATED ANNUAL TIP REPORT"),
    report(2006, number=142),
    report(2006, number=7, subject="OSTREL: INVESTMENT CLIMATE STATEMENT"),
)
names = st.text("abcxyz", min_size=1, max_size=3)
paths = st.builds(
    lambda folders, name: "/".join([*folders, f"{name}.txt"]), st.lists(names, max_size=2), names
)


def told(found: Made) -> dict[str, list[tuple[object, ...]]]:
    """What is said, without the names of files."""
    return {
        collection: [
            tuple(row[name] for name in ("report", "id", "text", "section"))
            for row in found.rows(collection, "statements")
        ]
        for collection in found.built
    }


def laid_out(layout: list[str]) -> Made:
    """What is made of the cables, each in the file of its place; those of one file follow."""
    files: dict[str, str] = {}
    for path, cable in zip(layout, CABLES, strict=True):
        files[path] = f"{files[path]}\n\n{cable}" if path in files else cable
    with TemporaryDirectory() as folder:
        return made(fill(Path(folder), files))


@cache
def told_of_one_each() -> dict[str, list[tuple[object, ...]]]:
    """What is said where each cable has a file of its own."""
    return told(laid_out([f"{place}.txt" for place in range(len(CABLES))]))


@settings(deadline=None, max_examples=20)
@given(st.lists(paths, min_size=len(CABLES), max_size=len(CABLES)))
def test_any_layout(layout: list[str]) -> None:
    """However cables are laid out in files and folders, they make the same reports."""
    # A name cannot be a file's and a folder's at once.
    folders = {path.rsplit("/", k)[0] for path in layout for k in range(1, path.count("/") + 1)}
    assume(not folders & set(layout))
    found = laid_out(layout)

    assert told(found) == told_of_one_each()
    assert set(found.told) == set(layout)
    assert {each[1] for each in found.told.values()} <= set(OUTCOMES)
