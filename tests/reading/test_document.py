"""Documents: where the characters of the plain text stand in the source."""

from __future__ import annotations

import pytest

from .cables import document

#: A source, and each of its words with the line it stands in.
SOURCES = [
    pytest.param("Kalvik has\nferries.\n", 2, id="line feeds"),
    pytest.param("Kalvik has\r\nferries.\r\n", 2, id="carriage returns and line feeds"),
    pytest.param("Kalvik has\rferries.\r", 2, id="carriage returns alone"),
    pytest.param("\ufeffKalvik has\nferries.\n", 2, id="a byte order mark left in the text"),
    pytest.param("Kalvik\x0chas\nferries.\n", 2, id="a form feed, which is no line of the source"),
    pytest.param("<html><pre>\nKalvik has\nferries.</pre>\n", 3, id="a page"),
    pytest.param("\ufeff<html><pre>\r\nKalvik has\r\nferries.</pre>", 3, id="a page with all that"),
]


class TestDocument:
    """``span``, ``place`` and ``line`` speak of the source, whatever was mended in the text."""

    @pytest.mark.parametrize(("raw", "line"), SOURCES)
    def test_span_and_line_of_a_word(self, raw: str, line: int) -> None:
        """A word's span in the source holds the word, and its line is the source's."""
        read = document(raw)
        start = read.text.index("ferries")
        span = read.span(start, start + len("ferries"))

        assert read.raw == raw
        assert raw[slice(*span)] == "ferries"
        assert read.place(start) == span[0]
        assert read.line(start) == line

    def test_first_letter_to_last(self) -> None:
        """A span ends behind its last letter, not before the next one that was kept."""
        read = document("<html><pre>the <b>port</b>   </pre>")
        start = read.text.index("port")

        assert read.span(start, start + 4) == (18, 22)

    def test_entity_is_one_letter(self) -> None:
        """A character written as an entity stands where the entity begins."""
        raw = "<html><pre>ports &amp; piers</pre>"
        read = document(raw)

        assert read.place(read.text.index("&")) == raw.index("&amp;")
        assert raw[read.place(read.text.index("piers")) :].startswith("piers")

    def test_behind_the_last_character(self) -> None:
        """The place behind the text is the source's end."""
        read = document("a\r\nb\r\n")

        assert read.place(len(read.text)) == len(read.raw)

    def test_empty_span(self) -> None:
        """Nothing stands nowhere."""
        assert document("a\r\nb\r\n").span(2, 2) == (0, 0)
