"""From the bytes or the text of one source to documents, whatever form it is kept in. Pure."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from attrs import evolve

from tipdiff.errors import SourceError
from tipdiff.patterns import regex
from tipdiff.reading.decoding import CONTROL_CHARACTER, decode, plain_lines
from tipdiff.reading.document import Document, in_plain_form
from tipdiff.reading.edits import Laid
from tipdiff.reading.forms.dress import undressed
from tipdiff.reading.forms.mail import Letter, is_cover, is_mail, letters
from tipdiff.reading.forms.signs import is_cable, refusal
from tipdiff.records import Diagnostic, Mark

__all__ = ["document_from_text", "documents_from_bytes", "documents_from_text"]

#: How a web page begins, after an XML declaration, comments or white space.
_PAGE: Final = regex(
    r"\ufeff?\s*(?:<\?xml[^>]*>|<!--[^>]*-->|\s)*<(?:!doctype\s+html|html|head|body|pre|div|table)\b",
    re.IGNORECASE,
)
#: Containers inside containers are opened this deep: a document in an archive in a mail.
DEPTH: Final = 2


def documents_from_bytes(
    data: bytes, name: str, path: str | None, depth: int = 0
) -> list[Document]:
    """Return the documents in one file, by what its first bytes say that it is.

    Raises:
        SourceError: It holds no text, or cannot be read whole.

    """
    called = path or name
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for begins, opened in FORMS:
        if start.startswith(begins):
            return opened(data, name, path, depth)
    if is_mail(data):
        return _from_mail(data, name, path, depth)
    text, encoding = decode(data, called)
    notes: tuple[Diagnostic, ...] = ()
    if encoding not in {"utf-8", "utf-8-sig"}:
        notes = (Diagnostic(name, 1, "encoding", f"decoded from {encoding}"),)
    return [document_from_text(text, name, path, notes)]


def documents_from_text(text: str, name: str, path: str | None = None) -> list[Document]:
    """Return the documents in a text: one, unless it is a mail as it was sent, or RTF."""
    if text.lstrip("\ufeff \t\r\n").startswith("{\\rtf"):
        return _from_rtf(text.encode("cp1252", "replace"), name, path, 0)
    data = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "surrogatepass")
    if is_mail(data):
        return _from_mail(data, name, path, 0)
    return [document_from_text(text, name, path)]


def document_from_text(
    raw: str,
    name: str,
    path: str | None = None,
    notes: tuple[Diagnostic, ...] = (),
    *,
    page: bool = False,
) -> Document:
    """Lay out a decoded source in plain lines, its form taken off.

    Args:
        raw: The decoded source.
        name: What ``source`` fields show.
        path: The whole path, where there is one.
        notes: What was found before.
        page: Whether it is known to be a page, however it begins.

    Raises:
        SourceError: It is empty, or says itself that it holds no report.

    """
    if not raw.strip("\ufeff \t\r\n\f\v\x00"):
        raise SourceError("the text is empty", source=path or name)
    page = page or _PAGE.match(raw) is not None
    text, offsets = _page(raw) if page else (raw, None)
    mended, places = plain_lines(text)
    if places is not None:
        offsets = places if offsets is None else array("q", (offsets[k] for k in places))
    laid, found, gone = undressed(Laid(mended, offsets))
    if not is_cable(laid.text) and (reason := refusal(laid.text, raw if page else None)):
        raise SourceError(reason, source=path or name)
    notes = (*notes, *_control_characters(laid.text, name))
    document = in_plain_form(Document(name, laid.text, raw, laid.places, path, diagnostics=notes))
    if not found:
        return document
    told = (
        Diagnostic(name, 1 + raw.count("\n", 0, each.place), "form", each.message) for each in found
    )
    marks = (Mark("form", raw[start:end], name, (start, end)) for start, end in gone)
    return evolve(document, diagnostics=(*notes, *told), marks=tuple(marks))


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


# -- containers -------------------------------------------------------------------------------


def _noted(name: str, kind: str, message: str) -> Diagnostic:
    return Diagnostic(name, 1, kind, message)


def _from_rtf(data: bytes, name: str, path: str | None, _: int) -> list[Document]:
    from tipdiff.reading.forms.rtf import rtf_text

    note = _noted(name, "form", "the text of an RTF document; lines and places are the text's")
    return [document_from_text(rtf_text(data, path or name), name, path, (note,))]


def _from_pdf(data: bytes, name: str, path: str | None, _: int) -> list[Document]:
    from tipdiff.reading.forms.pdf import pdf_text

    text, told = pdf_text(data, path or name)
    notes = ("the text of a PDF document; lines and places are the text's", *told)
    return [document_from_text(text, name, path, tuple(_noted(name, "form", n) for n in notes))]


def _from_zip(data: bytes, name: str, path: str | None, depth: int) -> list[Document]:
    from tipdiff.reading.forms.archive import members, office_kind
    from tipdiff.reading.gathering import Entry, gathered

    called = path or name
    kind = office_kind(data, called)
    if kind == "word":
        from tipdiff.reading.forms.word import word_text

        note = _noted(name, "form", "the text of a Word document; lines and places are the text's")
        return [document_from_text(word_text(data, called), name, path, (note,))]
    if kind is not None:
        raise SourceError(f"{kind}, no form that is read: save it as text", source=called)
    if depth >= DEPTH:
        raise SourceError("an archive inside an archive is not opened", source=called)
    entries = [
        Entry(member.path, f"{called}/{member.path}", partial(bytes, member.data))
        for member in members(data, called)
    ]
    opened = partial(documents_from_bytes, depth=depth + 1)
    return gathered(entries, called, "archive", opened)


def _from_mail(data: bytes, name: str, path: str | None, depth: int) -> list[Document]:
    """Return the reports in a mail: its text, and what is attached.

    A short text beside an attachment goes with it and is none itself.
    """
    found: list[Document] = []
    called = path or name
    for letter in letters(data, called):
        attached, unread = _attached(letter, called, depth)
        notes = [_noted(name, "form", "a mail, decoded; lines and places are its text's")]
        notes += [_noted(name, "form", f"the mail is broken ({each})") for each in letter.broken]
        texts = [
            document_from_text(text, name, path, tuple(notes), page=page)
            for text, page in letter.texts
            if not (letter.files and is_cover(text))
        ]
        if not texts and not attached and (letter.files or letter.texts):
            reason = "; ".join(note.message for note in unread) or "it says too little"
            raise SourceError(f"a mail that holds no report: {reason}", source=called)
        if len(texts) < len(letter.texts):
            notes.append(
                _noted(name, "form", "what the mail says beside its attachment is left out")
            )
        own = [*texts, *attached]
        if own:
            own[0] = evolve(own[0], diagnostics=(*own[0].diagnostics, *unread))
        found += own
    if not found:
        raise SourceError("a mail without a text", source=called)
    return found


def _attached(letter: Letter, called: str, depth: int) -> tuple[list[Document], list[Diagnostic]]:
    found: list[Document] = []
    unread: list[Diagnostic] = []
    for file in letter.files:
        try:
            if depth >= DEPTH:
                raise SourceError("is attached too deep inside other files", source=file.name)
            found += documents_from_bytes(file.data, file.name, f"{called}/{file.name}", depth + 1)
        except SourceError as error:
            unread.append(_noted(file.name, "unread", f"not read: {error.message}"))
    return found, unread


#: Containers by how their files begin; a mail, which begins with any field, comes after them.
FORMS: Final[tuple[tuple[bytes, Callable[[bytes, str, str | None, int], list[Document]]], ...]] = (
    (b"{\\rtf", _from_rtf),
    (b"%PDF-", _from_pdf),
    (b"PK\x03\x04", _from_zip),
    (b"PK\x05\x06", _from_zip),
)
