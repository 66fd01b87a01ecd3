"""What is no argument at all is told as tipdiff tells any trouble: in one line that names it."""

from __future__ import annotations

from typing import Any

import pytest

import tipdiff

TEXT = "The port of Vell is open.\n"


class TestRead:
    """``tipdiff.read``."""

    @pytest.mark.parametrize("name", ["year", "covers"])
    @pytest.mark.parametrize("given", ["2005", -1, 0, 10_000, 2005.5, True])
    def test_no_year(self, name: str, given: Any) -> None:
        """A year that is none is refused with its name."""
        with pytest.raises(tipdiff.DataError, match=f"{name}: .* is no year"):
            tipdiff.read(TEXT, country="Varona", **{name: given})

    def test_no_country(self) -> None:
        """So is a country that is no name."""
        given: Any = 5
        with pytest.raises(tipdiff.DataError, match="country: 5 is no name"):
            tipdiff.read(TEXT, country=given)


class TestAlign:
    """``tipdiff.align``."""

    @pytest.mark.parametrize("given", [None, 3, "one text"])
    def test_no_sequence(self, given: Any) -> None:
        """One text, or nothing, is no sequence of texts."""
        with pytest.raises(tipdiff.DataError, match="new: expected a sequence of str"):
            tipdiff.align([TEXT], given)

    def test_no_text(self) -> None:
        """What is no text among them is named by its place."""
        given: Any = [TEXT, 1]
        with pytest.raises(tipdiff.DataError, match="old: expected str at 1, got int"):
            tipdiff.align(given, [TEXT])

    def test_anything_that_yields_texts(self) -> None:
        """An iterator will do for a sequence."""
        texts: Any = (text for text in (TEXT, "Ships call there."))

        assert [link.old for link in tipdiff.align(texts, [TEXT])] == [(0,)]


@pytest.mark.parametrize("given", [None, 3, [None]])
def test_no_series_to_draw(given: Any) -> None:
    """Series are drawn, and nothing else."""
    with pytest.raises(tipdiff.DataError, match="a series is drawn, not"):
        tipdiff.plot(given)


def test_no_text_to_read_claims_from() -> None:
    """Claims are read from a text."""
    given: Any = None
    with pytest.raises(tipdiff.DataError, match="text: a text is needed, not NoneType"):
        tipdiff.extract_claims(given)
