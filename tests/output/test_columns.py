"""Wide letters, accents and emoji in the columns of a terminal."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth

import tipdiff
from tipdiff.output import Options, render
from tipdiff.output.shared.columns import NARROW, cut_at, filled, label_lines, width_of
from tipdiff.output.shared.safe import visible
from tipdiff.output.shared.terminal import Page
from tipdiff.output.shared.text_tables import write_rows

printable = st.text(max_size=40).map(visible)
#: Words in wide letters, with accents on their own, and a picture of two columns.
WIDE = "\u6e2f\u53e3\u8b66\u5bdf"
ACCENTS = "O\u0301stre\u0300l"
PICTURE = "\U0001f6a2"


@given(printable, st.integers(2, 30))
@example(WIDE * 9, 5)
@example(ACCENTS * 5, 3)
def test_cut(text: str, most: int) -> None:
    """The parts are the text, each fits, and none begins with an accent of the one before."""
    parts = cut_at(text, most)

    assert "".join(parts) == text
    assert all(width_of(part) <= most for part in parts)


@given(printable, st.integers(0, 60), st.booleans())
def test_filled(text: str, width: int, right: bool) -> None:
    """A text that fits is filled to the very columns."""
    assert width_of(filled(text, width, right=right)) == max(width, width_of(text))


@given(text=st.text("ab \u8a9e\u0301", max_size=80), most=st.integers(4, 30))
def test_label_lines(text: str, most: int) -> None:
    """A long label goes on in further lines: no letter is lost, and none is too wide."""
    lines = label_lines(text, most)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width_of, lines)) <= most or not text.strip()


@pytest.mark.parametrize("word", [WIDE, ACCENTS, PICTURE, "quay"])
def test_tables(word: str) -> None:
    """A column begins where it begins in every row, whatever letters stand before it."""
    page = Page(Options())
    write_rows(page, ["", "then"], [["harbor police", "14"], [word, "20"]], indent=2, left=2)
    lines = page.text().splitlines()[1:]

    assert len({wcswidth(line[: line.rindex(" ")]) for line in lines}) == 1


@pytest.mark.parametrize("width", [60, 72, 100])
def test_two_columns(width: int) -> None:
    """The bar between old and new stands in one column, and no line is wider than the page."""
    sides = [
        f"The {WIDE} of {ACCENTS} found {found} papers {PICTURE} on the quay. {WIDE * found}."
        for found in (28, 31)
    ]
    reports = [tipdiff.read(s + "\n", country="Ostrel", year=2005 + k) for k, s in enumerate(sides)]
    for sides_too in (False, True):
        shown = render(tipdiff.compare(*reports), "text", Options(width=width, sides=sides_too))
        lines = shown.splitlines()
        bars = {wcswidth(line[: line.index("  |  ")]) for line in lines if "  |  " in line}

        assert len(bars) == (1 if sides_too else len(bars))
        assert max(map(wcswidth, lines)) <= width


def test_narrow_letters_are_those_that_wcwidth_gives_one_column() -> None:
    """Of what is counted without wcwidth each letter takes one column, and joins no other."""
    narrow = re.findall(f"[{NARROW}]", "".join(map(chr, range(sys.maxunicode + 1))))
    assert len(narrow) > 1000
    for letter in narrow:
        between = f"a{letter}{letter}e"
        assert wcswidth(between) == 4, letter
        assert list(iter_graphemes(between)) == list(between), letter


@pytest.mark.parametrize("text", ["“Fines” – 500 € → 40 %", "Äußerst; Ωμέγα; Львів ▇▁"])
def test_wcwidth_is_not_loaded_for_letters_of_one_column(text: str) -> None:
    """A report in plain letters does not wait for the widths of all others."""
    code = (
        "import sys; from tipdiff.output.shared.columns import NARROW, cut_at, width_of;"
        " assert width_of(sys.argv[1]) == len(sys.argv[1]); cut_at(sys.argv[1], 3);"
        " assert 'wcwidth' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, text], check=True)
