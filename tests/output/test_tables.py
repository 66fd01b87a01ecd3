"""A table is a table in every output, and what went and came in it is seen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from click.testing import CliRunner

import tipdiff
from tipdiff.cli.commands import tipdiff as command

KARST = Path(__file__).parents[2] / "fixtures" / "karst"


@cache
def shown(form: str) -> str:
    """The two editions compared, in one format."""
    return tipdiff.render(tipdiff.compare(*tipdiff.read_all(KARST)), format=form)


def test_text() -> None:
    """Columns stand below one another; what went stands where it stood."""
    lines = [line.split() for line in shown("text").splitlines()]

    assert ["[-2002-]", "2003", "2004", "2005", "{+2006+}"] in lines
    assert "~ Cocaine (kg) [-310-] 275 [-1,120-] {+1,180+} 940 {+1,415+}".split() in lines
    assert ["-", "2003", "18", "31", "12"] in lines
    assert ["2004", "25", "40", "19"] in lines


def test_markdown() -> None:
    """The same as a table of Markdown."""
    assert "| Courses | <del>35</del> | 60 | <strong>60</strong> | changed |" in shown("markdown")
    assert "| 2003 | 18 | 31 | 12 | dropped |" in shown("markdown")


def test_page() -> None:
    """The same in a page, and each row with its own anchor below."""
    page = shown("html")

    assert page.count('<table class="grid">') == 3
    assert '<td class="number"><del>38</del> <ins>39</ins></td>' in page
    assert "4 rows of this table, one by one" in page


def test_show() -> None:
    """A report as it was read shows its tables with the ids of their rows."""
    lines = [line.split() for line in tipdiff.render(tipdiff.read_all(KARST)[0]).splitlines()]

    assert ["05SALTGATE211:8", "Pills", "0", "4,000", "650", "1,300"] in lines


def test_explained() -> None:
    """Why the figure of a row has its indicator is told as of any other."""
    done = CliRunner().invoke(command, ["claims", str(KARST / "05SALTGATE211.txt"), "--explain"])
    lines = [line.strip() for line in done.stdout.splitlines()]

    assert done.exit_code == 0
    assert "convictions: unit count, event convicted, counted 'Persons'" in lines
