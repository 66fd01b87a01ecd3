"""Decoding: which bytes are which text, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tipdiff.errors import SourceError
from tipdiff.reading.decoding import decode, plain_lines

PLAIN = "1. (U) The porters of Kalvik keep a register of ships.\n" * 3
#: Letters of cables that are not ASCII, in sentences short and long.
LETTERS = [
    "the porters\u2019 books",
    "a caf\u00e9",
    "\u201cnone at all\u201d",
    "a pier \u2013 the old one \u2014 burnt",
    "se\u00f1or M\u00fcller",
    "S\u00e3o Oma",
    "\u00a3 5",
    "na\u00efve",
]
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]

#: The beginnings of files that hold no text.
BINARIES = [
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(40), "picture", id="png"),
    pytest.param(b"\xff\xd8\xff\xe0JFIF", "picture", id="jpeg"),
    pytest.param(b"GIF89a and more", "picture", id="gif"),
    pytest.param(b"BM\x36\x00\x00\x00", "picture", id="bmp"),
    pytest.param(b"%PDF-1.4\n1 0 obj", "PDF", id="pdf"),
    pytest.param(b"PK\x03\x04word/document.xml", "ZIP", id="docx"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1", "office", id="doc"),
    pytest.param(b"\x1f\x8b\x08\x00abc", "gzip", id="gzip"),
    pytest.param(bytes(range(256)) * 8, "binary", id="every byte"),
    pytest.param(
        b"MZ" + b"\x00\x00\x00\x01\x00" * 300, "binary", id="a program that is mostly zeros"
    ),
]


class TestDecode:
    """The encoding is the byte order mark's, else UTF-16 by its zeros, else UTF-8, else western."""

    @pytest.mark.parametrize("encoding", UNICODE)
    @pytest.mark.parametrize("letters", LETTERS)
    def test_unicode(self, letters: str, encoding: str) -> None:
        """Every form of Unicode is read, with its mark and without."""
        text = PLAIN + letters + "\n"

        assert decode(text.encode(encoding), "x")[0] == text

    @pytest.mark.parametrize("length", [0, 1, 30])
    @pytest.mark.parametrize("letters", LETTERS)
    def test_western(self, letters: str, length: int) -> None:
        """A text of western letters that is no UTF-8 is cp1252, however few of them there are."""
        text = PLAIN * length + letters + " of the port\n"

        assert decode(text.encode("cp1252"), "x") == (text, "cp1252")

    def test_other_western(self) -> None:
        """Curly quotes of another system are told from those of cp1252."""
        text = PLAIN + "\u201cThe pier,\u201d they say, \u201cis the porters\u2019.\u201d\n" + PLAIN

        assert decode(text.encode("mac_roman"), "x") == (text, "mac_roman")

    @pytest.mark.parametrize(("data", "what"), BINARIES)
    def test_no_text(self, data: bytes, what: str) -> None:
        """What is no text is refused by what it is, in one line with the file's name."""
        with pytest.raises(SourceError, match=rf"^port\.txt: .*{what}[^\n]*\Z"):
            decode(data, "port.txt")

    def test_stray_control_characters(self) -> None:
        """A text with an escape now and then is a text."""
        text = PLAIN + "a\x1b[31mb\x00c\n"

        assert decode(text.encode(), "x") == (text, "utf-8")

    def test_words_that_look_like_a_picture(self) -> None:
        """A text that begins like a bitmap is a text."""
        assert decode(b"BM harbour works\n", "x")[1] == "utf-8"

    @pytest.mark.parametrize("data", [b"", b" \r\n\t", bytes(100), b"\xfe\xff", b"\xef\xbb\xbf \n"])
    def test_empty(self, data: bytes) -> None:
        """Nothing, white space, zeros, and a lone mark are an empty file."""
        with pytest.raises(SourceError, match="empty"):
            decode(data, "x")

    def test_broken_utf_16(self) -> None:
        """A file that does not keep what its mark promises is refused with the place."""
        with pytest.raises(SourceError, match="utf-16, but broken at byte"):
            decode(PLAIN.encode("utf-16") + b"\x00", "x")

    @given(st.binary(max_size=300))
    @example(b"\xff\xfe\x00")
    @example(b"\x00\xd8\x00\x00")
    @example(b"\x81\x8d\x8f\x90\x9d")
    def test_any_bytes(self, data: bytes) -> None:
        """Any bytes are a text or a SourceError, and the same each time."""
        try:
            text, encoding = decode(data, "x")
        except SourceError:
            return

        assert text
        assert decode(data, "x") == (text, encoding)


class TestPlainLines:
    """All line ends become line feeds, and every character keeps its place."""

    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("a\nb\n", "a\nb\n"),
            ("a\r\nb\r\n", "a\nb\n"),
            ("a\rb\r", "a\nb\n"),
            ("a\r\n\r\nb", "a\n\nb"),
            ("a\x0bb\x0cc", "a\nb\nc"),
            ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
            ("\ufeffa\n", "a\n"),
            ("\ufeff", ""),
            ("a\ufeff\n", "a\ufeff\n"),
        ],
    )
    def test_line_ends(self, raw: str, text: str) -> None:
        """Line ends of other systems are line feeds; a byte order mark goes."""
        assert plain_lines(raw)[0] == text

    @given(st.text(alphabet="ab \r\n\x0c\u2028\ufeff", max_size=40))
    def test_places(self, raw: str) -> None:
        """Each character of the text is the source's own, or stands for a line end there."""
        text, offsets = plain_lines(raw)
        places = range(len(text)) if offsets is None else offsets

        assert len(places) == len(text)
        assert list(places) == sorted(set(places))
        assert all(
            raw[place] == character or character == "\n"
            for character, place in zip(text, places, strict=True)
        )
        assert "\r" not in text
