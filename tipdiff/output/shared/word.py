"""Word documents (DOCX), by python-docx: headings, marked words, tables with a head.

Text of a cable is data: what XML cannot hold is shown (``safe.visible``), and nothing is a field, a
link or markup. The same document has the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from unicodedata import bidirectional

from tipdiff.errors import TipdiffError
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["BREAK", "Run", "WordPage"]

#: What is said of a document's making: a moment of its own for every one would make each differ.
MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
#: Colours of words that went and came, as on the page; they are struck through and underlined too.
COLORS: Final = {"old": (0xA6, 0x1B, 0x1B), "new": (0x0B, 0x6E, 0x2E)}
#: Of what is said beside the text.
SOFT: Final = (0x59, 0x59, 0x59)
#: Size of that, in points, and of the text.
SMALL: Final = 8.5
SIZE: Final = 10.5

Run = tuple[str, str]
"""``(style, text)``: ``""``, ``same``, ``old``, ``new``, ``bold`` or ``soft``; ``BREAK``."""

#: A new line of the same paragraph.
BREAK: Final = ("break", "")


class WordPage:
    """A document that is written from top to bottom."""

    def __init__(self, title: str, running: str) -> None:
        """Begin a document.

        Args:
            title: Its title, also among its properties.
            running: What stands at the head of each page.

        Raises:
            TipdiffError: python-docx is not installed.

        """
        try:
            import docx
            from docx.shared import Cm, Pt
        except ImportError:
            hint = 'a Word document needs python-docx: python -m pip install "tipdiff[docx]"'
            raise TipdiffError(hint) from None
        self._document: Document = docx.Document()
        known = self._document.core_properties
        known.author, known.title, known.comments = "tipdiff", visible(title), ""
        known.created = known.modified = MADE
        for section in self._document.sections:
            section.left_margin = section.right_margin = Cm(2)
            section.top_margin = section.bottom_margin = Cm(2)
            self._filled(section.header.paragraphs[0], [("soft", running)])
        normal: Any = self._document.styles["Normal"]
        normal.font.size = Pt(SIZE)
        normal.paragraph_format.space_after = Pt(4)
        self._document.add_heading(visible(title), 0)

    def heading(self, text: str, level: int) -> None:
        """Add a heading, from level 1 down, in Word's own style."""
        self._turned(self._document.add_heading(visible(text), level), text)

    def line(self, *runs: Run | str, style: str | None = None, keep: bool = False) -> None:
        """Add a paragraph.

        Args:
            runs: Its words.
            style: The name of a style of Word's own, such as ``List Number``.
            keep: Whether it stays with the next one.

        """
        paragraph = self._document.add_paragraph(style=style)
        paragraph.paragraph_format.keep_with_next = keep or None
        self._filled(paragraph, runs)

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[Sequence[Sequence[Run | str]]]],
        right: Sequence[int] = (),
        widths: Sequence[float] = (),
    ) -> None:
        """Add a table; its head is repeated on each page, and no row is parted by its end.

        Args:
            head: The headings.
            rows: The cells, each some paragraphs of words.
            right: The columns that are set to the right: numbers.
            widths: Of the columns, in centimetres; all alike if none are given.

        """
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.shared import Cm, Pt

        table = self._document.add_table(rows=1, cols=len(head), style="Table Grid")
        first = table.rows[0]
        first._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        lines = [[[("bold", text)]] for text in head]
        for cells, row in [(first.cells, lines), *((table.add_row().cells, row) for row in rows)]:
            for number, (cell, paragraphs) in enumerate(zip(cells, row, strict=True)):
                self._cell(cell, paragraphs)
                if widths:
                    cell.width = Cm(widths[number])
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.space_after = Pt(0)
                    if number in right:
                        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for each in table.rows:
            each._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if widths:
            table.autofit = False
            for column, width in zip(table.columns, widths, strict=True):
                column.width = Cm(width)
        self._document.add_paragraph()

    def data(self) -> bytes:
        """Return the document, the same bytes for the same words."""
        raw = io.BytesIO()
        self._document.save(raw)
        made = io.BytesIO()
        with zipfile.ZipFile(raw) as given, zipfile.ZipFile(made, "w") as packed:
            for name in sorted(given.namelist(), key=lambda name: (name[:1] != "[", name)):
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, given.read(name))
        return made.getvalue()

    def _cell(self, cell: _Cell, paragraphs: Sequence[Sequence[Run | str]]) -> None:
        for number, runs in enumerate(paragraphs or [[]]):
            self._filled(cell.add_paragraph() if number else cell.paragraphs[0], runs)

    def _filled(self, paragraph: Paragraph, runs: Iterable[Run | str]) -> None:
        """Add words to a paragraph, marked by colour and by a line, and turned as they are read."""
        from docx.shared import Pt, RGBColor

        said = []
        for each in runs:
            kind, text = ("", each) if isinstance(each, str) else each
            if each == BREAK:
                paragraph.add_run().add_break()
                continue
            said.append(text)
            run = paragraph.add_run(visible(text))
            if kind in COLORS:
                run.font.color.rgb = RGBColor(*COLORS[kind])
                run.font.strike = kind == "old" or None
                run.font.underline = kind == "new" or None
            elif kind == "soft":
                run.font.color.rgb = RGBColor(*SOFT)
                run.font.size = Pt(SMALL)
            run.font.bold = kind == "bold" or None
        self._turned(paragraph, "".join(said))

    def _turned(self, paragraph: Paragraph, text: str) -> None:
        """Let a paragraph run from right to left where its first letter does."""
        from docx.oxml import OxmlElement

        first = next((d for d in map(bidirectional, text) if d in {"L", "R", "AL"}), "L")
        if first != "L":
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
            for run in paragraph.runs:
                run.font.rtl = True
