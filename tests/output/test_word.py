"""A comparison as a Word document, opened with the library that others open it with."""

from __future__ import annotations

import io
import sys
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

import tipdiff
from tests.html.test_page import HOSTILE
from tipdiff.cli.commands import tipdiff as command
from tipdiff.output import Options, render
from tipdiff.output.comparison.figures import figure_rows
from tipdiff.output.shared.safe import visible

docx = pytest.importorskip("docx")

if TYPE_CHECKING:
    from docx.document import Document

FIXTURES = Path(__file__).parents[2] / "fixtures"
OSTREL = [str(FIXTURES / "ostrel" / year) for year in ("2005", "2006")]


@cache
def compared() -> tipdiff.Comparison:
    """Two editions of invented Ostrel."""
    return tipdiff.compare(*OSTREL)


def opened(comparison: tipdiff.Comparison, **options: bool) -> Document:
    """The document of a comparison."""
    data = render(comparison, "docx", Options(**options))  # type: ignore[arg-type]
    found: Document = docx.Document(io.BytesIO(data))
    return found


def words(document: Document) -> str:
    """All text of a document, of its tables too."""
    return "\n".join(element.text or "" for element in document.element.body.iter(f"{W}t"))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class TestContent:
    """What stands in it."""

    def test_headings(self) -> None:
        """Title and headings have Word's own styles: the brief, the figures, then and now."""
        styles = [(p.style.name, p.text) for p in opened(compared()).paragraphs if p.style]

        assert styles[0] == ("Title", "Ostrel: 2005 → 2006")
        assert [text for name, text in styles if name == "Heading 1"][:2] == ["Findings", "Figures"]
        assert ("Heading 1", "Then and now") in styles
        assert any(name == "Heading 2" and "PREVENTION" in text for name, text in styles)

    def test_findings(self) -> None:
        """Each finding is an item of a numbered list."""
        listed = [p.text for p in opened(compared()).paragraphs
                  if p.style and p.style.name == "List Number"]  # fmt: skip

        assert len(listed) == len(compared().findings)
        assert all(f.text in text for f, text in zip(compared().findings, listed, strict=True))

    def test_figures(self) -> None:
        """The table of figures has a head that every page repeats, and a row a figure."""
        table = opened(compared()).tables[0]
        rows = figure_rows(compared())

        assert [cell.text for cell in table.rows[0].cells] == "What Then Now Change Where".split()
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        assert [tuple(c.text for c in row.cells[1:3]) for row in table.rows[1:]] == [
            (row.dated_before, row.dated_after) for row in rows
        ]

    def test_marks(self) -> None:
        """Words that went are struck through and those that came underlined, each in a colour."""
        runs = [run for p in opened(compared()).paragraphs for run in p.runs]
        went = [run for run in runs if run.font.strike]
        came = [run for run in runs if run.font.underline]

        assert "4,200" in {run.text.strip() for run in went}
        assert "5,100" in {run.text.strip() for run in came}
        assert len({str(run.font.color.rgb) for run in went}) == 1
        assert not {str(r.font.color.rgb) for r in went} & {str(r.font.color.rgb) for r in came}

    def test_side_by_side(self) -> None:
        """What went from a question stands beside what came to it."""
        tables = [t for t in opened(compared()).tables if t.rows[0].cells[0].text == "Then"]

        assert tables
        for table in tables:
            assert [cell.text for cell in table.rows[0].cells] == ["Then", "Now"]
            assert "dropped" in table.rows[1].cells[0].text
            assert "new" in table.rows[1].cells[1].text

    def test_everything(self) -> None:
        """With ``all`` each statement is named."""
        shown = words(opened(compared(), all=True))

        assert {
            s.id for c in compared().changes for s in (*c.old, *c.new) if s.id not in shown
        } == set()

    @pytest.mark.parametrize(
        ("option", "headings"), [("brief", ["Findings"]), ("figures", ["Figures"])]
    )
    def test_parts(self, option: str, headings: list[str]) -> None:
        """The brief alone, and the figures alone."""
        document = opened(compared(), **{option: True})

        assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == (
            headings
        )

    def test_same_bytes(self) -> None:
        """The same comparison is the same file."""
        assert render(compared(), "docx") == render(compared(), "docx")

    def test_right_to_left(self) -> None:
        """A paragraph that begins from right to left is set so."""
        sides = [f"\u05e9\u05dc\u05d5\u05dd \u05e8\u05e6\u05d9\u05e3 {n} ." for n in (3, 9)]
        reports = [tipdiff.read(f"{s}\n", country="Ostrel", year=2005) for s in sides]
        document = opened(tipdiff.compare(*reports), all=True)

        assert list(document.element.body.iter(f"{W}bidi"))


texts = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), min_size=1, max_size=3
).map(" ".join)


@given(texts)
@example("\x00 \x0b \ufffe \ud800 \u202e")
@example("]]> <w:t> &amp; { HYPERLINK x }")
def test_text_is_text(text: str) -> None:
    """Whatever a cable holds, the document opens, shows it, and has no field, link or object."""
    bodies = (f"The clerk wrote {text} in {month}. Nobody read {n}.\n"
              for month, n in (("May", 3), ("June", 9)))  # fmt: skip
    reports = [tipdiff.read(b, country="Ostrel", year=2005 + k) for k, b in enumerate(bodies)]
    data = render(tipdiff.compare(*reports), "docx", Options(all=True))
    shown = words(docx.Document(io.BytesIO(data)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314

    said = " ".join(s.text for report in reports for s in report.statements)
    assert set("".join(visible(said).split())) <= set(shown)
    acting = {"hyperlink", "fldSimple", "instrText", "object", "pict", "drawing", "altChunk"}
    assert not {element.tag.partition("}")[2] for element in tree.iter()} & acting


class TestCommand:
    """``tipdiff diff -o report.docx``."""

    def test_by_suffix(self, tmp_path: Path) -> None:
        """The file's name tells the format."""
        target = tmp_path / "report.docx"
        done = CliRunner().invoke(command, ["diff", *OSTREL, "-o", str(target)])

        assert done.exception is None
        assert docx.Document(str(target)).paragraphs[0].text == "Ostrel: 2005 → 2006"

    def test_to_a_pipe(self) -> None:
        """A pipe gets the bytes."""
        done = CliRunner().invoke(command, ["diff", *OSTREL, "--format", "docx"])

        assert done.stdout_bytes == render(compared(), "docx")

    def test_without_the_library(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where python-docx is missing, one line says how to install it, and no file is left."""
        monkeypatch.setitem(sys.modules, "docx", None)
        target = tmp_path / "report.docx"
        done = CliRunner().invoke(command, ["diff", *OSTREL, "-o", str(target)])
        error: Any = done.exception

        assert "tipdiff[docx]" in f"{error}{done.stderr}"
        assert not target.exists()
