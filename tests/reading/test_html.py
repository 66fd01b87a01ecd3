"""Pages of cable mirrors: the cable's text, and its places in the page's source."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import tipdiff
from tipdiff.reading.html import page_text

from .cables import SAID, cable

#: What stands in a page, and what is read of it, white space aside.
PAGES = [
    pytest.param("<pre>of a cable</pre>", "of a cable", id="a pre"),
    pytest.param("menu<pre>one</pre>ads<pre>two</pre>foot", "one two", id="only the pre, if any"),
    pytest.param("<p>one</p><p>two", "one two", id="paragraphs, none closed"),
    pytest.param("one<br>two<br/>three", "one two three", id="line breaks"),
    pytest.param("<script>if (a<b) '<pre>'</script>read", "read", id="a script is not read"),
    pytest.param("<style>pre { top: 0 }</style>read", "read", id="nor a style"),
    pytest.param("<!-- <pre>no</pre> -->read", "read", id="nor a comment"),
    pytest.param("<nav>All cables</nav>read", "read", id="nor a menu"),
    pytest.param("<head><title>t</title><body>read", "read", id="a head left open"),
    pytest.param("<head><title>t</title><pre>read", "read", id="a head left open, without body"),
    pytest.param("a &amp; b&#44; c &#x2019;", "a & b, c \u2019", id="entities"),
    pytest.param("AT&T &foo; &#;", "AT&T &foo; &#;", id="what only looks like entities"),
    pytest.param("see <http://ostrel.example>", "see <http://ostrel.example>", id="an address"),
    pytest.param("1 < 2 > 0", "1 < 2 > 0", id="comparisons"),
    pytest.param("<a title='1 > 0'>link</a>", "link", id="an attribute with a sign"),
    pytest.param("<a href=it's>link</a>", "link", id="an attribute with a lone quote"),
    pytest.param("<![CDATA[x]]>read", "read", id="a marked section"),
    pytest.param("<![if x]>read<![endif]>", "read", id="a conditional comment"),
    pytest.param("read<!-- never closed", "read", id="a comment never closed"),
    pytest.param("<PRE>of a <B>cable</B></PRE>", "of a cable", id="tags in capitals"),
]

MIRROR = (
    "<!DOCTYPE html>\n<html><head><title>Kalvik</title></head>\n<body><div>All cables</div>\n"
    "<pre>{}</pre>\n<div>Seen twice.</div></body></html>\n"
)


class TestPageText:
    """Only what a reader of the page would see, and of that only the ``<pre>`` if there are any."""

    @pytest.mark.parametrize(("page", "seen"), PAGES)
    def test_seen(self, page: str, seen: str) -> None:
        """Markup goes, text stays."""
        text, offsets = page_text(f"<html>{page}")

        assert " ".join(text.split()) == seen
        assert len(offsets) == len(text)

    def test_lines(self) -> None:
        """A line end counts within ``<pre>``; elsewhere only blocks break lines."""
        assert page_text("<pre>a\nb</pre>")[0].strip() == "a\nb"
        assert page_text("<p>a\nb</p><p>c</p>")[0].split("\n\n") == ["", "a b", "", "c", ""]

    @given(
        st.lists(
            st.sampled_from(
                "a| |\n|<|>|&|&amp;|<p>|</p>|<pre>|</pre>|<!--|-->|<!|<![|]]>"
                "|<script>|</script|'|\"|<a b='|/>".split("|")
            ),
            max_size=30,
        ).map("".join)
    )
    @example("<![CD]>")
    @example("<a <a <a")
    def test_any_page(self, page: str) -> None:
        """Whatever a page holds, each character read has its place, in the page's order."""
        text, offsets = page_text(page)

        assert len(text) == len(offsets)
        assert list(offsets) == sorted(offsets)
        assert all(0 <= place < max(len(page), 1) for place in offsets)


class TestReadPage:
    """A page is read like the cable it shows."""

    def test_same_as_the_text(self) -> None:
        """Header and statements are those of the plain cable."""
        page = tipdiff.read(MIRROR.format(cable()))
        plain = tipdiff.read(cable())

        assert [s.text for s in page.statements] == SAID
        assert page.cables == plain.cables

    @pytest.mark.parametrize("start", ["", "\ufeff", " \n", "<?xml version='1.0'?>\n"])
    def test_spans_lie_in_the_page(self, start: str) -> None:
        """A span holds the statement in the page's source, tags and entities included."""
        body = "1. (U) The clerks &amp; <b>porters</b> read. They sing.\n"
        raw = start + MIRROR.format(cable(body))
        spans = [s.span for s in tipdiff.read(raw).statements]

        assert [raw[slice(*span)] for span in spans] == [
            "The clerks &amp; <b>porters</b> read.",
            "They sing.",
        ]

    def test_no_text_in_the_page(self) -> None:
        """A page that shows nothing is no report."""
        with pytest.raises(tipdiff.TipdiffError):
            tipdiff.read("<html><body>\n<script>x</script></body></html>")
