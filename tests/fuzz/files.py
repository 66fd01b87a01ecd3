"""Bytes of files: pieces of the fixtures in every form, mutated."""

from __future__ import annotations

import gzip
import io
import zipfile
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

__all__ = ["archive", "mutated_files", "mutated_pages"]

FIXTURES = Path(__file__).parents[2] / "fixtures"
#: So much of a fixture is mutated, in bytes.
HEAD = 2500
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp437", "latin-1")
ENCODINGS += ("koi8-r", "shift_jis", "utf-7", "cp037")
#: What is put into a file: bytes that mean something somewhere.
TOKENS = (
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1b[2J", b"\x1a", b"\x0c", b"\x85"),
    *(b"\xc2\xa0", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08"),
    *(b"{\\rtf1 ", b"\\bin99999 ", b"\\u-10179?", b"MIME-Version:1.0\n", b"NNNN\n", b"UNCLAS "),
    *(b"Content-Type:text/html\n", b"Content-Transfer-Encoding:base64\n", b"SUBJECT: 2006\n"),
    *(b"<html>", b"<body>", b"</p>", b"<![CDATA[", b"&#0;", b"&#1114112;", b"&amp", b"<pre>"),
    *(b"\n" * 50, b" " * 200, b"\r", b"\r\n", b"=" * 76 + b"\n", b"9" * 4400, b"<div>" * 300),
)
TAGS = (
    *(
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<table><tr><td>",
        "</td></tr></table>",
        "<ul><li>",
        "</ul>",
    ),
    *(
        "<pre>",
        "</pre>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "<h1>",
        "<h7>",
        "<br/>",
    ),
    *("<b", ">", "&#x110000;", "&#xd800;", "&nbsp;", "&bogus;", "<![CDATA[", "]]>", "<?xml?>"),
    *(
        "<td colspan=9999999>",
        "<td rowspan='-1'>",
        "<ol start=99999999999999999999><li>",
        "<li value=x>",
    ),
    *(
        "<template>",
        "<svg>",
        "<math>",
        "<noscript>",
        "<iframe>",
        "<select><option>",
        "<a href='\n'>",
    ),
)


@cache
def _heads() -> tuple[bytes, ...]:
    found = (path for path in sorted(FIXTURES.rglob("*.txt")) if "gold" not in path.parts)
    return tuple(head for path in found if (head := path.read_bytes()[:HEAD]))


def _edited(data: bytes, edit: tuple[str, int, int, bytes]) -> bytes:
    how, one, other, token = edit
    start, end = sorted((one % (len(data) + 1), other % (len(data) + 1)))
    if how == "put":
        return data[:start] + token + data[start:]
    if how == "cut":
        return data[:start] + data[end:]
    if how == "double":
        return data[:end] + data[start:end] + data[end:]
    if how == "flip":
        return (
            data[:start] + bytes(255 - byte for byte in data[start : start + 1]) + data[start + 1 :]
        )
    return data[:end]


edits = st.tuples(
    st.sampled_from(("put", "put", "cut", "double", "flip", "end")),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(TOKENS) | st.binary(max_size=8),
)


def _zipped(data: bytes, name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(f"varona/2006/{name}", data)
        archive.writestr(name, data[:40])
    return buffer.getvalue()


def archive(place: int, value: int) -> bytes:
    """An archive of which two bytes of the record at its end, or of its first entry, are others.

    Args:
        place: From the start of the record at the end on; below 0 from the end of its first entry's
            fixed part, 46 bytes long.
        value: What stands there, in 16 bits.

    """
    data = bytearray(_zipped(b"The port of Vell is open.\n", "a.txt"))
    at = data.rfind(b"PK\x05\x06") + place if place >= 0 else data.find(b"PK\x01\x02") + 46 + place
    data[at : at + 2] = value.to_bytes(2, "little")
    return bytes(data)


def _mail(data: bytes) -> bytes:
    head = b"From: clerk@quay.example\nTo: desk@quay.example\nSubject: VARONA REPORT 2006\n"
    return head + b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + data


def _page(data: bytes) -> bytes:
    return b"<html><body><pre>" + data + b"</pre></body></html>"


#: Forms in which a text is kept.
DRESSES = {
    "bare": lambda data: data,
    "gzip": gzip.compress,
    "zip": lambda data: _zipped(data, "a2.txt"),
    "zip, digits": lambda data: _zipped(data, "9" * 4400 + ".txt"),
    "mail": _mail,
    "page": _page,
    "rtf": lambda data: b"{\\rtf1\\ansi " + data.replace(b"\n", b"\\par\n") + b"}",
}


@st.composite
def mutated_files(draw: st.DrawFn) -> bytes:
    """The head of a fixture, edited, in some encoding and form, and edited again."""
    data = draw(st.sampled_from(_heads()))
    for edit in draw(st.lists(edits, max_size=4)):
        data = _edited(data, edit)
    if draw(st.booleans()):
        text = data.decode("utf-8", "replace")
        data = text.encode(draw(st.sampled_from(ENCODINGS)), "replace")
    data = DRESSES[draw(st.sampled_from(sorted(DRESSES)))](data)
    for edit in draw(st.lists(edits, max_size=2)):
        data = _edited(data, edit)
    return data


@st.composite
def mutated_pages(draw: st.DrawFn) -> str:
    """Pages of which tags are left open, closed twice, nested by the hundred, or half there."""
    words = st.sampled_from(
        ("The port is open. ", "14 men were fined. ", "\n", "VARONA 2006 ", "a<b ")
    )
    runs = st.tuples(st.sampled_from(TAGS), st.integers(1, 3) | st.integers(50, 400))
    parts = draw(st.lists(words | runs.map(lambda run: run[0] * run[1]), max_size=25))
    return draw(st.sampled_from(("<html>", "<!doctype html>", "<table>"))) + "".join(parts) + "\n"
