"""The readers' edge: what a user names becomes documents. Only here are files opened."""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Final

from attrs import evolve

from tipdiff.errors import SourceError
from tipdiff.reading.decoding import CONTROL_CHARACTER, decode, plain_lines
from tipdiff.reading.document import Document, in_plain_form
from tipdiff.records import Diagnostic

__all__ = ["Source", "document_from_text", "documents"]

Source = str | os.PathLike[str] | IO[Any] | Iterable[Any]
"""A path, a text with a line break, an open file, or a list of these."""

#: Endings of files that a folder's cables have; a folder may hold notes and data beside them.
CABLE_FILES: Final = frozenset({".txt", ".text", ".cable", ".html", ".htm", ".xhtml", ""})
#: How a web page begins, after an XML declaration, comments or white space.
_PAGE: Final = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>|<!--[^>]*-->|\s)*<(?:!doctype\s+html|html|head|body|pre|div|table)\b",
    re.IGNORECASE,
)


def documents(sources: Iterable[Source]) -> list[Document]:
    """Open and decode all that the sources name.

    Args:
        sources: Paths, texts, open files and lists of these. A folder means all cables it holds,
            in the natural order of their names.

    Raises:
        SourceError: A path is missing, or what it names holds no text.

    """
    return [document for source in sources for document in _opened(source)]


def _opened(source: Source) -> Iterator[Document]:
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        yield document_from_text(source, "text")
    elif isinstance(source, str | os.PathLike):
        yield from _from_path(os.fspath(source))
    elif hasattr(source, "read"):
        yield _from_file(source)
    elif isinstance(source, Iterable) and not isinstance(source, bytes | bytearray | memoryview):
        for inner in source:
            yield from _opened(inner)
    else:
        raise SourceError(f"cannot read a {type(source).__name__}: give a path, text or open file")


def _from_path(named: str) -> Iterator[Document]:
    # An empty string would be the folder one happens to stand in.
    if not named:
        raise SourceError("no such file or folder: the path is empty")
    path = Path(named)
    # Not Path.is_dir, which raises for names that are too long for the system.
    if os.path.isdir(path):  # noqa: PTH112
        yield from _from_folder(path)
        return
    yield _document(path)


def _document(path: Path) -> Document:
    document = document_from_bytes(_bytes_of(path), path.name, str(path))
    # Where a user stands says as much of a narrative as a folder that is named.
    return document if path.parent.name else evolve(document, folder=Path.cwd().name)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError("no such file or folder", source=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot be read: {reason}", source=repr(str(path))[1:-1]) from None


def _natural(path: Path) -> list[tuple[int, str]]:
    """Return a sort key by which ``part 2`` stands before ``part 10``."""
    pieces = re.split(r"(\d+)", str(path).casefold())
    return [(int(p), "") if p.isdecimal() else (-1, p) for p in pieces]


def _from_folder(folder: Path) -> Iterator[Document]:
    found = False
    for path in sorted((p for p in folder.rglob("*") if p.is_file()), key=_natural):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts):
            continue
        if path.suffix.lower() in CABLE_FILES:
            found = True
            yield _document(path)
    if not found:
        raise SourceError("the folder holds no cables", source=str(folder))


def _from_file(file: Any) -> Document:
    given = getattr(file, "name", None)
    path = given if isinstance(given, str) and not given.startswith("<") else None
    name = Path(path).name if path else "standard input" if given == "<stdin>" else "text"
    try:
        data = file.read()
    except UnicodeDecodeError:
        raise SourceError(
            "is no text in its encoding: open it in binary mode", source=name
        ) from None
    except (OSError, ValueError) as error:  # a closed file, a file open for writing, a directory
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot be read: {reason}", source=name) from None
    if isinstance(data, bytes):
        return document_from_bytes(data, name, path)
    if not isinstance(data, str):
        raise SourceError(f"gives a {type(data).__name__}, no text", source=name)
    if not data.strip():
        raise SourceError("the file is empty", source=name)
    return document_from_text(data, name, path)


def document_from_bytes(data: bytes, name: str, path: str | None) -> Document:
    """Decode the bytes of one file."""
    text, encoding = decode(data, path or name)
    notes: tuple[Diagnostic, ...] = ()
    if encoding not in {"utf-8", "utf-8-sig"}:
        notes = (Diagnostic(name, 1, "encoding", f"decoded from {encoding}"),)
    return document_from_text(text, name, path, notes)


def document_from_text(
    raw: str, name: str, path: str | None = None, notes: tuple[Diagnostic, ...] = ()
) -> Document:
    """Lay out a decoded source in plain lines."""
    if not raw.strip("\ufeff \t\r\n\f\v\x00"):
        raise SourceError("the text is empty", source=path or name)
    text, offsets = _page(raw) if _PAGE.match(raw) else (raw, None)
    mended, places = plain_lines(text)
    if places is not None:
        offsets = places if offsets is None else array("q", (offsets[k] for k in places))
    notes = (*notes, *_control_characters(mended, name))
    return in_plain_form(Document(name, mended, raw, offsets, path, diagnostics=notes))


def _page(raw: str) -> tuple[str, array[int]]:
    from tipdiff.reading.html import page_text

    return page_text(raw)


def _control_characters(text: str, name: str) -> Iterator[Diagnostic]:
    """Tell of each line with control characters: data to tipdiff, orders to a terminal."""
    line, told, at = 1, 0, 0
    for match in CONTROL_CHARACTER.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        if line != told:
            told = line
            message = f"control character U+{ord(match[0]):04X} in the text"
            yield Diagnostic(name, line, "control-character", message)
