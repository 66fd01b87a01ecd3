"""Forms in which people keep a report: each reads as the plain text does, or is refused."""

from __future__ import annotations

import builtins
import io
import os
import subprocess
import sys
import threading
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tipdiff
from tipdiff.errors import ReadError, SourceError
from tipdiff.reading.forms import limits
from tipdiff.reading.forms.signs import NO_PAGE, SIGNS, is_cable

from .cables import SAID, cable

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURES = Path(__file__).parents[2] / "fixtures"
#: A whole cable of the fixtures, with page marks, headings, answers and a list.
WHOLE = (FIXTURES / "ostrel" / "2006" / "06KALVIK133.txt").read_text(encoding="utf-8")
BODY = """PREVENTION
----------

1. (U) The clerks\u2019 register lists 40 boats, {and} a 41st
that sank in 2004. Nobody was on it.

-- A. (SBU) The porters read it:

-- the harbor board; and

-- the board of the pier at Lower Kalvik.

HARROW
"""
TEXT = cable(BODY)


def mail(text: str, **how: Any) -> bytes:
    """A mail with a text."""
    message = EmailMessage()
    message["From"] = "clerk@ostrel.example"
    message["To"] = "porter@ostrel.example"
    message["Subject"] = "FW: the cable"
    message.set_content(text, **how)
    return bytes(message)


def attached(text: str, *files: tuple[str, bytes]) -> bytes:
    """A mail with files."""
    message = EmailMessage()
    message["From"] = "clerk@ostrel.example"
    message["Subject"] = "the cable"
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return bytes(message)


def alternative(text: str) -> bytes:
    """A mail with the same text plain and as a page."""
    message = EmailMessage()
    message["From"] = "clerk@ostrel.example"
    message.set_content(text)
    message.add_alternative(f"<p>{text.replace('<', '&lt;')}</p>", subtype="html")
    return bytes(message)


def page_mail(text: str) -> bytes:
    """A mail that is a page alone."""
    message = EmailMessage()
    message["From"] = "clerk@ostrel.example"
    lines = text.replace("&", "&amp;").replace("<", "&lt;").splitlines()
    message.set_content("".join(f"<div>{line}<br></div>" for line in lines), subtype="html")
    return bytes(message)


def rtf(text: str) -> bytes:
    """A text in RTF, as a word processor saves it."""
    escaped = "".join(
        f"\\{c}" if c in "\\{}" else c if c.isascii() else f"\\u{ord(c)}?" for c in text
    ).replace("\n", "\\par\n")
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fmodern Courier New;}}"
    return f"{head}{{\\info{{\\author clerk}}}}\\f0\\fs20 {escaped}}}".encode("ascii")


def word(text: str) -> bytes:
    """A Word document with a paragraph for each line."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(text: str, font: str = "Courier") -> bytes:
    """A printed text, with a number at the foot of each page."""
    fpdf = pytest.importorskip("fpdf")

    class Printed(fpdf.FPDF):  # type: ignore[misc]
        def footer(self) -> None:
            self.set_y(-12)
            self.cell(0, 4, f"{self.page_no()}")

    document = Printed(format="A4")
    document.set_font(font, size=8)
    document.set_auto_page_break(True, 15)
    document.add_page()
    plain = text.replace("\u2019", "'").replace("\u00b6", "\u00a7")
    for line in plain.splitlines():
        if line.strip():
            document.multi_cell(0, 4, line.rstrip(), new_x="LMARGIN", new_y="NEXT")
        else:
            document.ln(4)
    return bytes(document.output())


def archive(*files: tuple[str, bytes]) -> bytes:
    """A ZIP of files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, held in files:
            opened.writestr(name, held)
    return data.getvalue()


def each_line(text: str, form: str) -> bytes:
    """A text with something before each line."""
    lines = text.splitlines()
    return "".join(form.format(n=n, line=line) for n, line in enumerate(lines, 1)).encode()


HEAD = "From: Clerk [mailto:clerk@ostrel.example]\nSent: Monday, March 7, 2011\nTo: Porter\n"
FORWARDED = "Please keep this.\n\n-----Original Message-----\n" + HEAD + "Subject: cable\n\n"

#: The form of a cable, its file's name, and how it is made.
FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "mail in base64": ("a.eml", lambda t: mail(t, cte="base64")),
    "mail in quoted-printable": ("a.eml", lambda t: mail(t, cte="quoted-printable")),
    "mail as a mailbox": ("a.mbox", lambda t: b"From a@b Mon Mar 7 10:00:00 2011\n" + mail(t)),
    "mail, plain and as a page": ("a.eml", alternative),
    "mail in a code page": ("a.eml", lambda t: mail(t, charset="cp1252", cte="base64")),
    "mail that is a page": ("a.eml", page_mail),
    "mail with the cable attached": (
        "a.eml",
        lambda t: attached("Please see the cable.\n", ("05KALVIK140.txt", t.encode())),
    ),
    "mail with an archive": (
        "a.eml",
        lambda t: attached("See below.\n", ("a.zip", archive(("05KALVIK140.txt", t.encode())))),
    ),
    "below a mail's head": ("a.txt", lambda t: f"{HEAD}Subject: FW: cable\n\n{t}".encode()),
    "below a subject alone": ("a.txt", lambda t: f"Subject: FW: cable\n\n{t}".encode()),
    "forwarded with a word": ("a.txt", lambda t: (FORWARDED + t).encode()),
    "quoted": ("a.txt", lambda t: b"A clerk wrote:\n\n" + each_line(t, "> {line}\n")),
    "quoted twice": (
        "a.txt",
        lambda t: b"A clerk wrote:\n\n> A porter wrote:\n>\n" + each_line(t, "> > {line}\n"),
    ),
    "quoted, its head too": (
        "a.txt",
        lambda t: each_line(f"{HEAD}Subject: FW: cable\n\n{t}", "> {line}\n"),
    ),
    "RTF": ("a.rtf", rtf),
    "Word": ("a.docx", word),
    "PDF of a typewriter": ("a.pdf", pdf),
    "PDF of a book": ("a.pdf", lambda t: pdf(t, "Times")),
    "ZIP": ("a.zip", lambda t: archive(("kept/05KALVIK140.txt", t.encode()))),
    "ZIP of a mail": ("a.zip", lambda t: archive(("a.eml", mail(t, cte="base64")))),
    "numbered by cat": ("a.txt", lambda t: each_line(t, "{n:6d}\t{line}\n")),
    "numbered with colons": ("a.txt", lambda t: each_line(t, "{n}: {line}\n")),
    "numbered with spaces": ("a.txt", lambda t: each_line(t, "{n:4d}  {line}\n")),
    "numbered with full stops": ("a.txt", lambda t: each_line(t, "{n}. {line}\n")),
    "Markdown in a fence": ("a.md", lambda t: f"# A cable\n\n```text\n{t}```\n".encode()),
    "page": ("a.html", lambda t: f"<html><body><nav>All</nav><pre>{t}</pre></body>".encode()),
}


def said(report: tipdiff.Report) -> list[tuple[object, ...]]:
    """What was read of each statement, the forms of its apostrophes aside."""
    return [
        (s.text.replace("\u2019", "'"), s.section, s.paragraph, s.kind, s.lead is None)
        for s in report.statements
    ]


class TestSameStatements:
    """A form changes nothing of what is read."""

    @pytest.mark.parametrize("text", [TEXT, WHOLE], ids=["short", "whole"])
    @pytest.mark.parametrize("form", FORMS)
    def test_same_as_the_text(self, tmp_path: Path, form: str, text: str) -> None:
        """Statements, sections, cables and edition are those of the plain text."""
        name, made = FORMS[form]
        path = tmp_path / name
        path.write_bytes(made(text))
        kept, plain = tipdiff.read(path), tipdiff.read(text)

        assert said(kept) == said(plain)
        assert [c.id for c in kept.cables] == [c.id for c in plain.cables]
        assert (kept.country, kept.year, kept.covers) == (plain.country, plain.year, plain.covers)

    @pytest.mark.parametrize(
        "form", [f for f, (name, _) in FORMS.items() if name in {"a.txt", "a.md", "a.html"}]
    )
    def test_spans_lie_in_the_source(self, tmp_path: Path, form: str) -> None:
        """Of a text whose form is taken off in place, spans and lines are the file's."""
        name, made = FORMS[form]
        path = tmp_path / name
        path.write_bytes(made(TEXT))
        source = path.read_text(encoding="utf-8")
        first = tipdiff.read(path).statements[0]

        assert source[slice(*first.span)].startswith("The clerks\u2019 register")
        assert source[slice(*first.span)].endswith("sank in 2004.")

    @pytest.mark.parametrize("form", [f for f in FORMS if f != "page" and not f.startswith("ZIP")])
    def test_form_is_told(self, tmp_path: Path, form: str) -> None:
        """A diagnostic says what was taken off."""
        name, made = FORMS[form]
        path = tmp_path / name
        path.write_bytes(made(TEXT))
        told = {d.kind for d in tipdiff.read(path).diagnostics}

        assert told & {"form", "unread"} or "attached" in form or "archive" in form

    def test_text_given_as_a_text(self) -> None:
        """A mail or RTF is one as a string too."""
        for made in (mail(TEXT, cte="base64"), rtf(TEXT)):
            assert said(tipdiff.read(made.decode("ascii"))) == said(tipdiff.read(TEXT))
            assert said(tipdiff.read(io.BytesIO(made))) == said(tipdiff.read(TEXT))


class TestMail:
    """What a mail says around the report."""

    def test_what_an_answer_says_is_left_out(self) -> None:
        """Remarks around quoted text are no statements, and are told of."""
        quoted = each_line(TEXT, "> {line}\n").decode()
        report = tipdiff.read(f"I disagree with this report.\n\n{quoted}\nRegards to all.\n")

        assert said(report) == said(tipdiff.read(TEXT))
        assert any("2 lines beside" in d.message for d in report.diagnostics)

    def test_broken_base64(self) -> None:
        """A mail that was cut is refused, not read as letters."""
        data = mail(TEXT, cte="base64").rstrip()[:-41]

        with pytest.raises(SourceError, match="cut or broken"):
            tipdiff.read(io.BytesIO(data + b"A"))

    def test_attachment_that_cannot_be_read(self) -> None:
        """A covering word is no report, and what it covers is named."""
        data = attached("Please see the scan.\n", ("scan.bin", bytes(range(256)) * 9))

        with pytest.raises(SourceError, match="holds no report"):
            tipdiff.read(io.BytesIO(data))

    def test_subject_of_a_cable_is_no_head(self) -> None:
        """A cable that begins with its own subject keeps it."""
        report = tipdiff.read("SUBJECT: OSTREL: FIFTH ANNUAL TIP REPORT\n\nREF: STATE 5\n\n" + BODY)

        assert report.cables[0].subject == "OSTREL: FIFTH ANNUAL TIP REPORT"


MARKED = """---
title: Ostrel
---
# Trafficking in Ostrel

The board met **twice** in *May* &amp; in `June`, see [its page](http://ostrel.example/a(b)).

## What the Board Did
It has nine members.

* It read\\* a _long_ list.
+ It sold five boats.
"""

NARRATIVE = """<!DOCTYPE html><html><head><title>Ostrel</title></head><body class="has-menu">
<a href="#m">Skip to main content</a><header><h1>The board</h1></header>
<div class="wrapper no-sidebar"><div id="breadcrumb"><a>Home</a> &gt; Reports</div>
<h1>Ostrel 2008</h1><p>The board of Ostrel does not
meet often, though it has a long list of duties.</p>
<h2>What the Board
Did</h2><p>The courts fined <b>five</b> owners &amp; freed two. They
sat in <a href=k>Kalvik</a>.</p><ul><li>The harbor court
heard two cases.<li>The city court heard none.</ul>
<p>{more}</p><ul class="menu"><li>2007</ul><ul><li><a>Ostrel 2007</a></li></ul></div>
<footer>Kalvik.</footer><p>&copy; 2009 the board</p></body></html>
"""


class TestNarratives:
    """A report without a cable's header, in Markdown or as a page."""

    def test_markdown(self) -> None:
        """Marks go, headings stay headings, items are items."""
        report = tipdiff.read(MARKED, country="Ostrel", year=2008)

        assert [(s.section, s.kind, s.text) for s in report.statements] == [
            (
                ("Trafficking in Ostrel",),
                "sentence",
                "The board met twice in May & in June, see its page.",
            ),
            (("What the Board Did",), "sentence", "It has nine members."),
            (("What the Board Did",), "bullet", "It read* a long list."),
            (("What the Board Did",), "bullet", "It sold five boats."),
        ]

    @pytest.mark.parametrize("main", ["{}", "<main>{}</main>"], ids=["no main", "main"])
    def test_page(self, main: str) -> None:
        """The main text is read, menus and footers are not."""
        page = NARRATIVE.replace("<h1>Ostrel", main.partition("{")[0] + "<h1>Ostrel")
        page = page.replace("</div>\n<footer>", main.partition("}")[2] + "</div>\n<footer>")
        report = tipdiff.read(page.format(more="Nobody fled."), country="Ostrel", year=2008)

        assert [(s.section[-1], s.kind, s.text) for s in report.statements] == [
            (
                "Ostrel 2008",
                "sentence",
                "The board of Ostrel does not meet often, though it has a long list of duties.",
            ),
            ("What the Board Did", "sentence", "The courts fined five owners & freed two."),
            ("What the Board Did", "sentence", "They sat in Kalvik."),
            ("What the Board Did", "bullet", "The harbor court heard two cases."),
            ("What the Board Did", "bullet", "The city court heard none."),
            ("What the Board Did", "sentence", "Nobody fled."),
        ]

    def test_word_with_styles(self, tmp_path: Path) -> None:
        """Headings, lists and tables of Word are headings, bullets and rows."""
        docx = pytest.importorskip("docx")
        document = docx.Document()
        document.add_heading("What the Board Did", 1)
        document.add_paragraph("The board met in May. It read a list of all boats.")
        document.add_paragraph("It sold five boats.", style="List Bullet")
        document.add_heading("Boats by Year", 1)
        table = document.add_table(rows=3, cols=3)
        rows = (("Year", "2007", "2008"), ("Sold", "12", "40"), ("Sunk", "3", "4"))
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("No boat was lost.")
        document.save(tmp_path / "Ostrel 2008.docx")
        report = tipdiff.read(tmp_path / "Ostrel 2008.docx", country="Ostrel")

        assert [(s.section[0], s.kind, s.text) for s in report.statements] == [
            ("What the Board Did", "sentence", "The board met in May."),
            ("What the Board Did", "sentence", "It read a list of all boats."),
            ("What the Board Did", "bullet", "It sold five boats."),
            ("Boats by Year", "sentence", "No boat was lost."),
        ]
        assert [row.text for table in report.tables for row in table.rows] == [
            "Sold 12 40",
            "Sunk 3 4",
        ]
        assert report.year == 2008


class TestFixtures:
    """The cables of the fixtures that are kept as a mail and as a PDF."""

    def test_two_forms_compare(self) -> None:
        """Statements of both stand in their sections, and the figures of both are compared."""
        pytest.importorskip("pdfplumber")
        old, new = tipdiff.read_all(FIXTURES / "belmora")
        texts = {s.text for s in (*old.statements, *new.statements)}
        comparison = tipdiff.compare(old, new)

        assert [c.id for r in (old, new) for c in r.cables] == ["08LANTERNBAY57", "09LANTERNBAY41"]
        assert [(old.country or "").casefold(), (new.country or "").casefold()] == ["belmora"] * 2
        assert (len(old.statements), len(new.statements)) == (12, 12)
        assert {s.section for s in old.statements} < {s.section for s in new.statements}
        assert not any("=" in text or "mission" in text or "Page" in text for text in texts)
        assert {
            (claim.old.value, claim.new.value)
            for change in comparison.changes
            for claim in change.claims
            if claim.old and claim.new and claim.status == "changed"
        } >= {(60, 85), (4500, 6200), (12, 17)}


#: What says itself that it is no report.
NO_REPORTS = [
    "<html><body><h1>404 Not found</h1><p>Sorry.</p></body></html>",
    "<html><head><title>Log in</title></head><body><form><p>The board's records are for members."
    "</p><input name=u><input type='password' name=p></form></body></html>",
    "<html><body><h1>The board</h1><p>The page you asked for has been moved.</p></body></html>",
    "<html><body><ul><li><a href=a>2007</a><li><a href=b>2008</a></ul></body></html>",
    "<html><body><div>You need to enable JavaScript to run this.</div></body></html>",
    "404 Not Found\n\nnginx/1.18.0\n",
]


class TestRefused:
    """What holds no report, or cannot be read whole, is refused in one line."""

    @pytest.mark.parametrize("page", NO_REPORTS)
    def test_no_report(self, page: str) -> None:
        """A site's own words are no report."""
        with pytest.raises(SourceError, match=r"no report|is empty") as caught:
            tipdiff.read(page + "\n")

        assert len(str(caught.value).splitlines()) == 1

    @pytest.mark.parametrize(("sample", "pattern"), NO_PAGE)
    def test_samples_of_no_page(self, sample: str, pattern: Any) -> None:
        """Each row of the table knows its sample."""
        assert pattern.fullmatch(sample.rstrip(".!"))

    @pytest.mark.parametrize(("sample", "pattern"), SIGNS)
    def test_samples_of_signs(self, sample: str, pattern: Any) -> None:
        """Each sign of a cable knows its sample, and one alone makes no cable."""
        assert pattern.search(sample)
        assert not is_cable("The board met.\n\nIt fined 404 owners.\n")

    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            ("a.zip", archive(), "holds no cables"),
            ("a.zip", archive(("a.png", b"\x89PNG")), "holds no cables"),
            ("a.zip", b"PK\x03\x04 and no more", "broken archive"),
            ("a.xlsx", archive(("xl/workbook.xml", b"<a/>")), "spreadsheet"),
            ("a.docx", archive(("word/document.xml", b"<a/>")), "broken Word document"),
            ("a.pdf", b"%PDF-1.4\nand no more\n", "PDF document"),
            ("a.zip", archive(("b.zip", archive(("c.zip", archive())))), "no cables"),
        ],
        ids=["empty", "pictures", "broken", "spreadsheet", "Word", "PDF", "archives in archives"],
    )  # fmt: skip
    def test_broken(self, tmp_path: Path, name: str, data: bytes, message: str) -> None:
        """A container that is broken, or holds nothing, says so."""
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(SourceError, match=message) as caught:
            tipdiff.read(path)

        assert name in str(caught.value)
        assert len(str(caught.value).splitlines()) == 1

    def test_bomb(self, tmp_path: Path) -> None:
        """An archive that unpacks to more than a source may have is not unpacked."""
        path = tmp_path / "a.zip"
        path.write_bytes(archive(("a.txt", bytes(limits.SIZE_LIMIT)), ("b.txt", b"x")))

        with pytest.raises(SourceError, match="unpacks to 64 MB"):
            tipdiff.read(path)

    def test_paths_in_an_archive(self, tmp_path: Path) -> None:
        """Nothing is written, wherever a path in the archive points."""
        path = tmp_path / "in" / "a.zip"
        path.parent.mkdir()
        path.write_bytes(archive(("../05KALVIK140.txt", TEXT.encode())))

        assert said(tipdiff.read(path)) == said(tipdiff.read(TEXT))
        assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip", "in"]

    @pytest.mark.parametrize(
        ("form", "library"), [("Word", "docx"), ("PDF of a book", "pdfplumber")]
    )
    def test_without_the_extra(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
    ) -> None:
        """Where the library is not installed the line names what to install."""
        name, made = FORMS[form]
        path = tmp_path / name
        path.write_bytes(made(TEXT))
        real = builtins.__import__

        def without(module: str, *arguments: Any, **named: Any) -> Any:
            if module.split(".", maxsplit=1)[0] == library:
                raise ImportError(module)
            return real(module, *arguments, **named)

        monkeypatch.setattr(builtins, "__import__", without)
        with pytest.raises(SourceError, match=r'pip install "tipdiff\[documents\]"'):
            tipdiff.read(path)

    def test_scanned_pages(self, tmp_path: Path) -> None:
        """A PDF without text needs another program first."""
        fpdf = pytest.importorskip("fpdf")
        document = fpdf.FPDF()
        document.add_page()
        document.rect(10, 10, 50, 50)
        path = tmp_path / "scan.pdf"
        path.write_bytes(bytes(document.output()))

        with pytest.raises(SourceError, match="need OCR"):
            tipdiff.read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
class TestDevices:
    """What never ends, and what nobody writes to, ends in one line."""

    def test_endless(self) -> None:
        """More than a source may have is not read."""
        with pytest.raises(SourceError, match="larger than 64 MB"):
            tipdiff.read("/dev/zero")

    def test_pipes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A pipe is read as long as somebody writes."""
        pipe = tmp_path / "05KALVIK140.txt"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_text, args=(TEXT,))
        writer.start()

        assert said(tipdiff.read(pipe)) == said(tipdiff.read(TEXT))
        writer.join()
        monkeypatch.setattr("tipdiff.reading.sources.PIPE_WAIT", 0.1)
        with pytest.raises(SourceError, match="nothing writes to"):
            tipdiff.read(pipe)


def joined(*years: int, between: str = "\n") -> str:
    """Cables of several years in one text."""
    made = (
        cable(dtg=f"R 011431Z MAR {year % 100:02d}", line=f"UNCLAS KALVIK {year:06d}")
        for year in years
    )
    return between.join(each.rstrip("\n") for each in made)


class TestSeveral:
    """Several cables in one text."""

    def test_editions_are_not_merged(self) -> None:
        """``read`` names ``read_all``; a year chooses one."""
        text = joined(2005, 2006)
        with pytest.raises(ReadError, match=r"2005 and 2006.*read_all"):
            tipdiff.read(text)

        assert [r.year for r in tipdiff.read_all(text)] == [2005, 2006]
        assert [c.id for c in tipdiff.read(text, year=2006).cables] == ["06KALVIK2006"]

    def test_command(self, tmp_path: Path) -> None:
        """``show`` ends with 2 and one line."""
        path = tmp_path / "both.txt"
        path.write_text(joined(2005, 2006), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "tipdiff", "show", str(path)],
            capture_output=True,
            check=False,
            text=True,
        )

        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
        assert "read_all" in done.stderr

    @pytest.mark.parametrize("end", ["HARROW", "They sing."])
    def test_joined_without_a_line_break(self, end: str) -> None:
        """Two parts that ``cat`` has joined are two cables."""
        first = cable(f"1. (U) The clerks read.\n\n{end}", subject="OSTREL: TIP (PART 1 OF 2)")
        second = cable(
            "2. (U) The porters write.\n",
            line="UNCLAS KALVIK 000141",
            subject="OSTREL: TIP (PART 2 OF 2)",
        )
        report = tipdiff.read(f"{first}VZCZCXRO1141\nRR RUEHAA\n{second}")

        assert [c.id for c in report.cables] == ["05KALVIK140", "05KALVIK141"]
        assert report.statements[-1].text == "The porters write."


class TestFolders:
    """What stands beside the cables of a folder, or of an archive."""

    STRAYS = (
        ("README", b"This folder holds cables.\n"),
        ("notes.md", b"# Notes\n\nSome *words*.\n"),
        (".DS_Store", b"\x00\x01"),
        ("map.png", b"\x89PNG\r\n\x1a\n" + bytes(20)),
        ("empty.txt", b""),
        ("header.txt", cable("").encode()),
        ("broken.pdf", b"%PDF-1.4 broken\n"),
        ("list.html", NO_REPORTS[0].encode()),
        ("minutes.txt", b"The board met in May.\n"),
    )

    @pytest.mark.parametrize("kind", ["folder", "archive"])
    def test_strays_stop_nothing(self, tmp_path: Path, kind: str) -> None:
        """The cable is read, and what is not read is named, but for hidden files."""
        files = (("05KALVIK140.txt", TEXT.encode()), *self.STRAYS)
        source = tmp_path / "kept"
        if kind == "archive":
            source.write_bytes(archive(*files))
        else:
            source.mkdir()
            for name, data in files:
                (source / name).write_bytes(data)
        report = tipdiff.read(source)

        assert said(report) == said(tipdiff.read(TEXT))
        assert {d.source for d in report.diagnostics if d.kind == "unread"} == {
            name for name, _ in self.STRAYS if not name.startswith(".")
        }

    def test_command_warns(self, tmp_path: Path) -> None:
        """The command line says it beside the result."""
        (tmp_path / "05KALVIK140.txt").write_text(cable(), encoding="utf-8")
        (tmp_path / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
        done = subprocess.run(
            [sys.executable, "-m", "tipdiff", "show", "--plain", str(tmp_path)],
            capture_output=True,
            check=False,
            text=True,
        )

        assert done.returncode == 0
        assert done.stdout.splitlines() == SAID
        assert "map.png: not read" in done.stderr
