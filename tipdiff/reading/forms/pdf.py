"""PDF documents, by pdfplumber; the decoded source is the text taken out here.

The library gives words and where they stand on the page. Lines, paragraphs, columns of a table,
headings and what runs along the top and foot of every page are told from that.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, Final

from attrs import frozen

from tipdiff.errors import SourceError
from tipdiff.patterns import regex
from tipdiff.reading.forms.flow import headed
from tipdiff.reading.forms.limits import needs_documents

__all__ = ["pdf_text"]

#: Most pages: the longest report of a year on all countries has 500.
PAGE_LIMIT: Final = 2_000
#: Two words stand on one line if their feet differ by less than this share of their size.
_LEVEL: Final = 0.4
#: A line stands apart from the one above if it is this much farther below than lines mostly are.
_APART: Final = 1.25
#: A gap between words of less than this share of their size is none; from the second one on it
#: parts two columns (a space is a third of the size, stretched in a justified line to two thirds).
_JOINED, _COLUMN = 0.08, 1.5
#: Words of a typewriter's letters are all equally wide for their length, within this share.
_EVEN: Final = 0.03
#: A heading is larger than the text by this share, or bold.
_LARGER: Final = 1.1
#: The least step from line to line that so large a share of lines have is that inside a paragraph.
_OFTEN: Final = 0.1
#: Text that was wrapped reaches over so much of the page.
_FULL: Final = 0.75
#: How wide a space is, as a share of the letters' size.
_SPACE: Final = 0.25
#: So many lines at the top and at the foot of a page can run along all pages.
_EDGE: Final = 3
#: A page number alone: 3, - 3 -, Page 3 of 14, 3/14.
_PAGE_NUMBER = regex(
    r"(?:page )?[-\u2013 ]*\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-\u2013 ]*", re.IGNORECASE
)
#: A letter that the document's fonts give no character for.
_UNMAPPED: Final = "(cid:"


@frozen
class _Line:
    text: str
    page: int
    top: float
    left: float
    right: float
    size: float
    bold: bool
    first: float  #: how wide its first word is
    typed: bool  #: its letters are all of one width
    paper: float  #: how wide the page is


def pdf_text(data: bytes, name: str) -> tuple[str, list[str]]:
    """Return the text of a PDF, and what is to be said of it.

    Raises:
        SourceError: It is broken, encrypted, a scan without text, longer than a document may be, or
            the library is not installed.

    """
    try:
        import pdfplumber
    except ImportError:
        raise needs_documents("a PDF document", name) from None
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # it tells of odd fonts and boxes, on standard error
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages = document.pages
            if len(pages) > PAGE_LIMIT:
                raise SourceError(
                    f"a PDF document of {len(pages):,} pages; {PAGE_LIMIT:,} are read at most",
                    source=name,
                )
            lines = [list(_lines(page, number)) for number, page in enumerate(pages, 1)]
    except SourceError:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises whatever a broken part leads to
        secret = "Password" in repr(error)
        message = "an encrypted PDF document" if secret else f"a broken PDF document: {error!r}"
        raise SourceError(message, source=name) from None
    finally:
        logger.setLevel(level)
    return _laid_out(lines, name)


def _laid_out(pages: list[list[_Line]], name: str) -> tuple[str, list[str]]:
    written = [line for page in pages for line in page]
    if not written:
        raise SourceError("a PDF document without text: scanned pages need OCR first", source=name)
    if sum(_UNMAPPED in line.text for line in written) * 20 > len(written):
        raise SourceError("a PDF document whose fonts do not say its letters", source=name)
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    notes = [f"no text on page {', '.join(empty)}: a picture, or a scan"] if empty else []
    running = _running(pages)
    kept = [line for line in written if line not in running]
    if running:
        told = ", ".join(
            dict.fromkeys(
                repr(line.text.strip()) for line in sorted(running, key=lambda r: (r.page, r.top))
            )
        )
        notes.append(f"heads and feet of pages are left out: {told[:200]}")
    return _paragraphs(kept or written), notes


def _lines(page: Any, number: int) -> Iterator[_Line]:
    """Yield the lines of a page from the top, each with its words and the gaps between them."""
    words = page.extract_words(extra_attrs=["size", "fontname"], keep_blank_chars=False)
    rows: list[list[Any]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) < _LEVEL * word["size"]:
            rows[-1].append(word)
        else:
            rows.append([word])
    grid = _letter_width(words)
    left = min((word["x0"] for word in words), default=0.0)
    for row in rows:
        row.sort(key=lambda w: w["x0"])
        yield _Line(
            _typed(row, left, grid) if grid else _spaced(row),
            number,
            min(word["top"] for word in row),
            row[0]["x0"],
            row[-1]["x1"],
            median(word["size"] for word in row),
            all("bold" in word["fontname"].lower() for word in row),
            row[0]["x1"] - row[0]["x0"],
            grid is not None,
            float(page.width),
        )


def _letter_width(words: Sequence[Any]) -> float | None:
    """Return how wide each letter of a typewriter's page is, None where letters differ."""
    widths = [(w["x1"] - w["x0"]) / len(w["text"]) for w in words if len(w["text"]) > 2]
    if not widths:
        return None
    usual = median(widths)
    even = sum(abs(width - usual) <= _EVEN * usual for width in widths)
    return usual if even >= 0.9 * len(widths) else None


def _typed(row: Sequence[Any], left: float, width: float) -> str:
    """Return a typewriter's line: each word in its column."""
    line = ""
    for word in row:
        column = round((word["x0"] - left) / width)
        line += " " * max(column - len(line), bool(line)) + word["text"]
    return line


def _spaced(row: Sequence[Any]) -> str:
    line = row[0]["text"]
    for before, word in pairwise(row):
        gap = (word["x0"] - before["x1"]) / max(word["size"], 1)
        line += "" if gap < _JOINED else "   " if gap > _COLUMN else " "
        line += word["text"]
    return str(line)


def _running(pages: list[list[_Line]]) -> set[_Line]:
    """Return the lines that run along the top or foot of pages: alike but for their numbers."""
    edges = [
        (line, re.sub(r"\d+", "0", " ".join(line.text.split())))
        for page in pages
        for line in {*page[:_EDGE], *page[-_EDGE:]}
    ]
    often = Counter(text for _, text in edges)
    least = max(2, (len(pages) + 1) // 2)
    outer = {line for page in pages for line in (*page[:1], *page[-1:])}
    return {
        line
        for line, text in edges
        if (often[text] >= least and len(pages) > 1)
        or (line in outer and _PAGE_NUMBER.fullmatch(line.text.strip()))
    }


def _paragraphs(lines: Sequence[_Line]) -> str:
    """Return lines as text: those that were wrapped joined, paragraphs apart, headings marked.

    A typewriter's lines stay as they are: they are those of the text that was printed.
    """
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
    often = Counter(round(step) for step in steps)
    usual = min((s for s, n in often.items() if n >= _OFTEN * len(steps)), default=0)
    size = Counter(round(line.size, 1) for line in lines).most_common(1)[0][0]
    right = max(line.right for line in lines)
    wrapped = right > _FULL * max(line.paper for line in lines)
    many_bold = sum(line.bold for line in lines) * 2 > len(lines)
    blocks: list[str] = []
    titles: set[int] = set()
    above: _Line | None = None
    for line in lines:
        apart = above is None or (
            above.page == line.page and line.top - above.top > _APART * max(usual, 1)
        )
        title = line.size > _LARGER * size or (line.bold and not many_bold)
        titled = len(blocks) - 1 in titles
        if above is None:
            blocks.append(line.text)
        elif title and titled and not apart and above.size == line.size:
            blocks[-1] += f" {line.text.strip()}"
        elif title != titled or apart:
            blocks += ("", line.text)
        elif wrapped and not line.typed and above.right + line.first + _SPACE * line.size > right:
            blocks[-1] += f" {line.text.strip()}"
        else:
            blocks.append(line.text)
        if title:
            titles.add(len(blocks) - 1)
        above = line
    return "\n".join(headed(b, 2) if k in titles else b for k, b in enumerate(blocks)) + "\n"
