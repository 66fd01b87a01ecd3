"""What is no argument at all is told as tipdiff tells any trouble: in one line that names it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import tipdiff
from tipdiff.cli import edge

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


class TestCompare:
    """``tipdiff.compare``."""

    OLD = "The port of Vell is open. It has 14 boats.\n"
    NEW = "The port of Vell is open. It has 15 boats.\n"

    def test_what_texts_do_not_say(self) -> None:
        """Country and years are said of sources, as ``read`` takes them."""
        found = tipdiff.compare(
            self.OLD, self.NEW, country="Varona", old_year=2006, new_year=2007, new_covers=2005
        )

        assert [(side.country, side.year, side.covers) for side in (found.old, found.new)] == [
            ("Varona", 2006, 2006),
            ("Varona", 2007, 2005),
        ]

    def test_a_report_that_says_so_already(self) -> None:
        """What is said of a report that was read so is no contradiction, and changes nothing."""
        old = tipdiff.read(self.OLD, country="Varona", year=2006)
        said = tipdiff.compare(old, self.NEW, country="Varona", old_year=2006, new_year=2007)

        new = tipdiff.read(self.NEW, country="Varona", year=2007)
        assert said == tipdiff.compare(old, new)

    @pytest.mark.parametrize(
        ("said", "message"),
        [
            ({"country": "Ostrel"}, "country: 'Ostrel' is said of the old report, .* as 'Varona'"),
            ({"old_year": 2005}, "old_year: 2005 is said of the old report, .* read as 2006"),
            ({"old_covers": 2004}, "old_covers: 2004 is said .* read as 2006"),
            ({"new_year": 2007}, "new_year: 2007 is said of the new report, .* without one"),
        ],
        ids=lambda given: next(iter(given)) if isinstance(given, dict) else "",
    )
    def test_a_report_that_was_read_as_another(self, said: Any, message: str) -> None:
        """A report is not made another one: ids and periods follow from what it was read as."""
        old = tipdiff.read(self.OLD, country="Varona", year=2006)
        new = tipdiff.read(self.NEW, country="Varona")

        with pytest.raises(tipdiff.DataError, match=message):
            tipdiff.compare(old, new, **said)

    @pytest.mark.parametrize("name", ["old_year", "new_year", "old_covers", "new_covers"])
    def test_no_year(self, name: str) -> None:
        """A year that is none is refused with the name it was given under."""
        with pytest.raises(tipdiff.DataError, match=f"{name}: '2005' is no year"):
            tipdiff.compare(self.OLD, self.NEW, **{name: "2005"})


class TestEmptyList:
    """A list of records that holds none."""

    def test_there_and_back(self) -> None:
        """It has a plain form that claims no kind, and comes back as it was."""
        data = tipdiff.to_dict([])

        assert data == {"schema": "tipdiff/list/1", "items": []}
        assert tipdiff.from_dict(data) == []

    def test_nothing_is_smuggled_in(self) -> None:
        """A list of no kind that holds something is none that was written."""
        with pytest.raises(tipdiff.DataError, match=r"items\[0\]: a list of no kind"):
            tipdiff.from_dict({"schema": "tipdiff/list/1", "items": [{}]})


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
    with pytest.raises(tipdiff.DataError, match="series: expected a Series"):
        tipdiff.plot(given)


def test_no_text_to_read_claims_from() -> None:
    """Claims are read from a text."""
    given: Any = None
    with pytest.raises(tipdiff.DataError, match="text: expected a text, got NoneType"):
        tipdiff.extract_claims(given)


[CLAIM] = tipdiff.extract_claims("The port has 14 boats.")
POINT = tipdiff.Point(2005, 14, 14, 14, "exact", "05VELL1", "05VELL1:1")
ONE = tipdiff.Series(None, "boats", "count", points=(POINT,))
#: A call of the public face with something that is no argument, and what is said of it.
WRONG: list[tuple[str, Any, str]] = [
    ("compare, review", lambda: tipdiff.compare(TEXT, TEXT, review=5), "review: expected"),
    ("compare, judge", lambda: tipdiff.compare(TEXT, TEXT, judge=5), "judge: expected"),
    ("compare, indicators", lambda: tipdiff.compare(TEXT, TEXT, indicators={}), "indicators: exp"),
    ("compare, old", lambda: tipdiff.compare(5, TEXT), "cannot read a int"),
    ("history, indicators", lambda: tipdiff.history([TEXT], indicators="x"), "indicators: exp"),
    ("trends, indicators", lambda: tipdiff.trends([TEXT], indicators=5), "indicators: expected"),
    ("trends, one number", lambda: tipdiff.trends(5), "cannot read a int"),
    ("claims, indicators", lambda: tipdiff.extract_claims(TEXT, indicators=5), "indicators: exp"),
    ("render, options", lambda: tipdiff.render(tipdiff.read(TEXT), "text", "x"), "options: exp"),
    ("render, format", lambda: tipdiff.render(tipdiff.read(TEXT), 5), "format: expected"),
    ("render, result", lambda: tipdiff.render(None), "cannot be shown"),
    ("plot, title", lambda: tipdiff.plot([], title=5), "title: expected"),
    ("plot, colors", lambda: tipdiff.plot([], colors=5), "colors: expected"),
    ("plot, no colour", lambda: tipdiff.plot([], colors=["quay"]), "'quay' is no colour"),
    ("plot, no colours", lambda: tipdiff.plot([], colors=[]), "colors: there is none"),
    ("Series.plot, ax", lambda: ONE.plot(ax=5), "ax: expected axes of matplotlib, got int"),
    ("Series.plot, no colour", lambda: ONE.plot(color="quay"), "color: 'quay' is no colour"),
    ("to_frame", lambda: tipdiff.to_frame([5]), "a int is no table"),
    ("to_frame, text", lambda: tipdiff.to_frame(TEXT), "a str is no table"),
    ("rows, mixed", lambda: tipdiff.rows([CLAIM, 5]), "one kind: expected a Claim at 1, got int"),
    ("rows, figures", lambda: tipdiff.rows([CLAIM], figures=True), "a list has no figures then"),
    ("rows, flag", lambda: tipdiff.rows([CLAIM], figures=3), "figures: expected true or false"),
    ("align, judges", lambda: tipdiff.align(["a"], ["b"], judges=5), "judges: expected"),
    ("align, no judges", lambda: tipdiff.align(["a"], ["b"], judges=()), "judges: expected two"),
    ("to_dict", lambda: tipdiff.to_dict(5), "has no plain form"),
    ("from_dict", lambda: tipdiff.from_dict(5), "no schema"),
    ("review, None", lambda: tipdiff.review_from_data(None), "review: expected"),
    ("review, keys", lambda: tipdiff.review_from_data({1: [], "x": []}), "unknown table 1"),
    ("review, source", lambda: tipdiff.review_from_data({}, 5), "source: expected"),
    ("review, table", lambda: tipdiff.review_from_data({"link": [{1: 2}]}), "unknown key 1"),
    ("indicators, list", lambda: tipdiff.indicators_from_data([]), "indicators: expected"),
    ("indicators, text", lambda: tipdiff.indicators_from_data("indicator"), "indicators: exp"),
    ("indicators, keys", lambda: tipdiff.indicators_from_data({1: [], "x": []}), "unknown table"),
    ("options, width", lambda: tipdiff.Options(width="x"), "width: expected"),
    ("options, no width", lambda: tipdiff.Options(width=0), "width: 0 is not"),
    ("options, context", lambda: tipdiff.Options(context=-1), "context: -1 is not"),
    ("options, score", lambda: tipdiff.Options(min_score=float("nan")), "min_score: nan is not"),
    ("options, flag", lambda: tipdiff.Options(color="no"), "color: expected true or false"),
    ("options, view", lambda: tipdiff.Options(view=None), "view: expected a text"),
]


@pytest.mark.parametrize(("call", "message"), [row[1:] for row in WRONG], ids=[r[0] for r in WRONG])
def test_wrong(call: Any, message: str) -> None:
    """Each wrong argument is told in one line that names it."""
    with pytest.raises(tipdiff.TipdiffError, match=message) as error:
        call()

    assert "\n" not in str(error.value)


class TestSources:
    """What sources can be, and be wrong in."""

    def test_a_list_in_itself(self) -> None:
        """A list that holds itself has no end, and is refused."""
        loop: list[Any] = []
        loop.append(loop)

        with pytest.raises(tipdiff.SourceError, match="stand in one another"):
            tipdiff.trends(loop)

    def test_a_path_of_bytes(self, tmp_path: Path) -> None:
        """A path that gives itself as bytes is a path all the same."""
        (tmp_path / "one.txt").write_text(TEXT)
        [entry] = os.scandir(os.fsencode(tmp_path))
        named: Any = entry

        assert [s.text for s in tipdiff.read(named).statements] == [TEXT.strip()]


class TestFiles:
    """Files of a review and of indicators."""

    @pytest.mark.parametrize("name", ["review", "indicators"])
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("link = " + "[" * 3000, "nested too deep"),
            ("link = " + "{a=" * 3000, "nested too deep"),
            ("link = " + "9" * 5000, "thousands of digits"),
            ("link = [1e999", "is no TOML"),
            ("[[link", "is no TOML"),
            ("\udcff", "is no TOML"),
        ],
        ids=["lists", "tables", "digits", "open", "half", "bytes"],
    )
    def test_no_table(self, tmp_path: Path, name: str, text: str, message: str) -> None:
        """What Python cannot read as TOML is refused with the file's name."""
        file = tmp_path / "decided.toml"
        file.write_bytes(text.encode(errors="surrogateescape"))

        with pytest.raises(tipdiff.DataError, match=rf"decided\.toml: .*{message}"):
            getattr(edge, name)(str(file))
