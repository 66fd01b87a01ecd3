"""Sources: what a user may name, and what is said of what cannot be read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tipdiff
from tipdiff.errors import SourceError
from tipdiff.reading.sources import documents

from .cables import SAID, cable

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = cable()


class Named:
    """A path-like object that is no ``Path``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one cable."""
    path = tmp_path / "05KALVIK140.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


#: Each way to name one and the same cable.
WAYS: dict[str, Callable[[Path], object]] = {
    "path": lambda path: path,
    "string": str,
    "path-like": Named,
    "text": lambda _: TEXT,
    "text with carriage returns": lambda _: TEXT.replace("\n", "\r"),
    "open text file": lambda path: path.open(encoding="utf-8"),
    "open binary file": lambda path: path.open("rb"),
    "text in memory": lambda _: io.StringIO(TEXT),
    "bytes in memory": lambda _: io.BytesIO(TEXT.encode()),
    "list": lambda path: [path],
    "tuple": lambda path: (str(path),),
    "generator": lambda path: (each for each in [path]),
    "list of lists": lambda path: [[], [[path]]],
    "folder": lambda path: path.parent,
}


class TestWays:
    """A source is a path, a text with a line break, an open file, or a list of these."""

    @pytest.mark.parametrize("way", WAYS)
    def test_one_cable(self, file: Path, way: str) -> None:
        """However the cable is named, it is the same report."""
        source = WAYS[way](file)
        report = tipdiff.read(source)
        if isinstance(source, io.IOBase):
            source.close()

        assert [s.text for s in report.statements] == SAID
        assert (report.country, report.year, report.covers) == ("Ostrel", 2005, 2004)
        assert [c.id for c in report.cables] == ["05KALVIK140"]

    @pytest.mark.parametrize(
        ("way", "name"),
        [
            ("path", "05KALVIK140.txt"),
            ("folder", "05KALVIK140.txt"),
            ("open binary file", "05KALVIK140.txt"),
            ("text", "text"),
            ("text in memory", "text"),
        ],
    )
    def test_name(self, file: Path, way: str, name: str) -> None:
        """``source`` is the file's base name; a text without one is called text."""
        source = WAYS[way](file)
        (read,) = documents([source])  # type: ignore[list-item]
        if isinstance(source, io.IOBase):
            source.close()

        assert read.name == name

    def test_nothing_is_opened_but_what_is_named(self, file: Path) -> None:
        """An open file is read from where it stands and left open."""
        with file.open(encoding="utf-8") as opened:
            tipdiff.read(opened)

            assert not opened.closed


class TestFolder:
    """A folder means all the cables it holds."""

    def test_natural_order_and_depth(self, tmp_path: Path) -> None:
        """Parts are taken in the order a person counts, from folders within the folder too."""
        for name in ("part 10.txt", "part 2.txt", "more/part 1.TXT", "part 3"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(TEXT, encoding="utf-8")

        assert [d.name for d in documents([tmp_path])] == [
            "part 1.TXT",
            "part 2.txt",
            "part 3",
            "part 10.txt",
        ]

    @pytest.mark.parametrize("other", [".hidden.txt", ".git/a.txt", "notes.md", "a.json", "b.png"])
    def test_other_files(self, file: Path, other: str) -> None:
        """Hidden files, notes, data and pictures beside the cables are no cables."""
        path = file.parent / other
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\x89PNG not a cable\n")

        assert [d.name for d in documents([file.parent])] == [file.name]

    def test_a_bad_cable_among_good_ones(self, file: Path) -> None:
        """A file that should be a cable and is none stops nothing, and is told of."""
        (file.parent / "empty.txt").touch()
        report = tipdiff.read(file.parent)

        assert [s.text for s in report.statements] == SAID
        assert [(d.source, d.message) for d in report.diagnostics if d.kind == "unread"] == [
            ("empty.txt", "not read: the file is empty")
        ]

    @pytest.mark.parametrize("inside", [None, "notes.md", ".hidden.txt", "sub/.keep"])
    def test_without_cables(self, tmp_path: Path, inside: str | None) -> None:
        """A folder without a cable is an error."""
        if inside:
            (tmp_path / inside).parent.mkdir(exist_ok=True)
            (tmp_path / inside).write_text("no cable\n", encoding="utf-8")

        with pytest.raises(SourceError, match="the folder holds no cables"):
            documents([tmp_path])


def closed() -> object:
    """A file that was closed."""
    file = io.StringIO(TEXT)
    file.close()
    return file


class Odd:
    """A file that gives neither text nor bytes."""

    def read(self) -> None:
        """Give nothing, as a pipe that is not ready does."""


#: What cannot be read, and what is said of it.
REFUSED = [
    pytest.param("kalvik.txt", r"^kalvik\.txt: no such file or folder$", id="missing path"),
    pytest.param(Path("no/kalvik.txt"), "no such file or folder", id="missing folder"),
    pytest.param("", "the path is empty", id="empty string"),
    pytest.param("The clerks read. " * 500, "cannot be read", id="a text on one line"),
    pytest.param("kal\x00vik", r"kal\\x00vik: cannot be read", id="a null in the path"),
    pytest.param(Path("kal\nvik\u2028"), r"^kal\\nvik\\u2028: no such", id="lines in the path"),
    pytest.param("kal\x1b[2Jvik", "no such file", id="an escape in the path"),
    pytest.param(" \n\n", "empty", id="a text of white space"),
    pytest.param("\ufeff\n", "empty", id="a text of a byte order mark"),
    pytest.param("<html><body></body>\n", "empty|without a sentence", id="a page of nothing"),
    pytest.param(io.StringIO(""), "the file is empty", id="an empty file in memory"),
    pytest.param(io.BytesIO(b""), "the file is empty", id="an empty binary file in memory"),
    pytest.param(closed(), "closed file", id="a closed file"),
    pytest.param(Odd(), "gives a NoneType", id="a file that gives no text"),
    pytest.param(TEXT.encode(), "cannot read a bytes", id="bytes"),
    pytest.param(2005, "cannot read a int", id="a number"),
    pytest.param(None, "cannot read a NoneType", id="nothing"),
    pytest.param([TEXT, None], "cannot read a NoneType", id="nothing within a list"),
]


class TestRefused:
    """Whatever cannot be read is a TipdiffError of one line."""

    @pytest.mark.parametrize(("source", "said"), REFUSED)
    def test_said(self, source: object, said: str) -> None:
        """What is wrong is said in one line."""
        with pytest.raises(tipdiff.TipdiffError, match=said) as caught:
            tipdiff.read(source)  # type: ignore[arg-type]

        assert len(str(caught.value).splitlines()) == 1

    @pytest.mark.parametrize("sources", [(), ([],), ([[]], [])])
    def test_no_source(self, sources: tuple[list[object], ...]) -> None:
        """No source at all is an error for ``read``, and no report for ``read_all``."""
        with pytest.raises(tipdiff.TipdiffError, match="nothing to read"):
            tipdiff.read(*sources)
        assert tipdiff.read_all(*sources) == []

    def test_open_for_writing(self, tmp_path: Path) -> None:
        """A file that is open for writing cannot be read."""
        with (
            (tmp_path / "kalvik.txt").open("w", encoding="utf-8") as file,
            pytest.raises(SourceError, match=r"kalvik\.txt: cannot be read"),
        ):
            tipdiff.read(file)

    def test_text_file_in_another_encoding(self, file: Path) -> None:
        """A file opened as text in an encoding it is not in is an error."""
        file.write_bytes(TEXT.encode("utf-16"))

        with file.open(encoding="utf-8") as opened, pytest.raises(SourceError, match="binary mode"):
            tipdiff.read(opened)

    def test_bytes_that_are_no_text(self, file: Path) -> None:
        """A picture under a cable's name is named with its path."""
        file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))

        with pytest.raises(SourceError, match="a picture") as caught:
            tipdiff.read(file)

        assert str(file) in str(caught.value)


class TestEncodings:
    """A file's encoding changes nothing but a diagnostic."""

    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252"]
    )
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_same_statements(self, file: Path, encoding: str, end: str) -> None:
        """Statements and their spans are those of the decoded source."""
        text = cable("1. (U) The clerks\u2019 caf\u00e9 is open.\n\n2. (U) So is\nthe pier.\n")
        raw = text.replace("\n", end)
        file.write_bytes(raw.encode(encoding))
        report = tipdiff.read(file)
        unusual = encoding not in {"utf-8", "utf-8-sig"}

        assert [s.text for s in report.statements] == [
            "The clerks\u2019 caf\u00e9 is open.",
            "So is the pier.",
        ]
        assert [raw[slice(*s.span)] for s in report.statements] == [
            "The clerks\u2019 caf\u00e9 is open.",
            f"So is{end}the pier.",
        ]
        assert [d.kind for d in report.diagnostics] == ["encoding"] * unusual

    def test_control_characters_are_told_of(self) -> None:
        """Each line with control characters is told of once, and keeps its letters."""
        text = cable("1. (U) The \x1b[31mclerks\x1b[0m read.\n\n2. (U) They\x07 sing.\n")
        report = tipdiff.read(text)
        told = [d for d in report.diagnostics if d.kind == "control-character"]

        assert [text.splitlines()[d.line - 1] for d in told] == [
            "1. (U) The \x1b[31mclerks\x1b[0m read.",
            "2. (U) They\x07 sing.",
        ]
        assert report.statements[0].text == "The \x1b[31mclerks\x1b[0m read."


@pytest.mark.parametrize("named", ["2004.txt", "."])
def test_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """A narrative named from within its folder has its country from the folder all the same."""
    folder = tmp_path / "Ostrel"
    folder.mkdir()
    (folder / "2004.txt").write_text("f. Trafficking in Persons\n\nThe clerks read.\n", "utf-8")
    monkeypatch.chdir(folder)
    report = tipdiff.read(Path(named))

    assert (report.country, report.year) == ("Ostrel", 2004)
    assert [s.section for s in report.statements] == [("Trafficking in Persons",)]
