"""From bytes to text, and from text to plain lines: encodings and line ends."""

from __future__ import annotations

from array import array
from typing import Final

from tipdiff.errors import SourceError
from tipdiff.patterns import regex

__all__ = ["CONTROL_CHARACTER", "decode", "plain_lines"]

#: How files begin that hold no text, and what they are.
BINARY: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"RIFF", "a sound, film or picture (RIFF)"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "an archive or office document (ZIP)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
#: Byte order marks, longest first, and the encodings they stand for.
MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: Encodings in which cables in English were kept before UTF-8, likeliest first.
WESTERN: Final = ["cp1252", "mac_roman", "cp850", "cp437", "latin_1"]
#: Past this share of control bytes a file is no text: a dump with stray escapes has one in a
#: thousand, a program or picture one in five.
CONTROLS: Final = 0.02
#: From this share of zero bytes on a text is UTF-16 without its mark: of Latin letters half are.
ZEROS: Final = 0.3

_CONTROL_BYTES = bytes({*range(32), 127} - {7, 8, 9, 10, 12, 13, 26, 27})
#: What a text that was decoded elsewhere can still begin with.
BYTE_ORDER_MARK: Final = "\ufeff"
#: Line ends of other systems: ``\\r\\n``, ``\\r``, form feeds, the separators of Unicode.
_LINE_END = regex(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
#: Control characters that are no layout: they stay in the text as data, and are told of.
CONTROL_CHARACTER: Final = regex(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file's bytes and the encoding it was in.

    Args:
        data: The whole file.
        name: What an error calls the file.

    Raises:
        SourceError: The file is empty or holds no text.

    """
    if not data.strip(b"\x00 \t\r\n"):
        raise SourceError("the file is empty", source=name)
    for start, what in BINARY:
        if data.startswith(start) and (what != "a picture (BMP)" or b"\x00" in data[:64]):
            raise SourceError(f"{what}, not a text", source=name)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name), encoding
    zeros = data.count(0)
    if zeros > ZEROS * len(data):
        order = "le" if data[1::2].count(0) >= data[::2].count(0) else "be"
        return _unmarked(data, f"utf-16-{order}", name), f"utf-16-{order}"
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > CONTROLS * len(data):
        raise SourceError("binary data, not a text", source=name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"marked as {encoding}, but broken at byte {error.start}"
        raise SourceError(message, source=name) from None
    if not text.strip("\x00 \t\r\n"):
        raise SourceError("the file is empty", source=name)
    return text


def _unmarked(data: bytes, encoding: str, name: str) -> str:
    """Return UTF-16 that has no byte order mark, unless the zeros are those of a program."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\x00"
    if len(CONTROL_CHARACTER.findall(text)) > CONTROLS * len(text):
        raise SourceError("binary data, not a text", source=name)
    return text


def _guessed(data: bytes) -> tuple[str, str]:
    """Return text in a legacy encoding, by the library for it; Latin-1 reads any byte.

    Of encodings in which the letters make equal sense the likeliest is taken: how much the words
    look like a language, the library's own second criterion, is chance where a cable of plain
    letters has three curly quotes.
    """
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=WESTERN)
    best = min(found, key=lambda m: (m.chaos, WESTERN.index(m.encoding)), default=None)
    if best is None:
        return data.decode("latin-1"), "latin-1"
    return str(best), best.encoding


def plain_lines(raw: str) -> tuple[str, array[int] | None]:
    """Return a text with line feeds for line ends, and without byte order mark.

    Returns:
        The text, and the place in ``raw`` of each of its characters, None where nothing was mended.

    """
    matches = list(_LINE_END.finditer(raw))
    at = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
    if not matches and not at:
        return raw, None
    pieces: list[str] = []
    offsets = array("q")
    for match in matches:
        pieces += (raw[at : match.start()], "\n")
        offsets.extend(range(at, match.start() + 1))
        at = match.end()
    pieces.append(raw[at:])
    offsets.extend(range(at, len(raw)))
    return "".join(pieces), offsets
