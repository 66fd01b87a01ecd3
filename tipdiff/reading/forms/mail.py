"""Mail, by the standard library's parser: its text and what is attached, decoded.

The decoded source of a mail is the text of the part that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.errors import SourceError
from tipdiff.patterns import regex
from tipdiff.reading.decoding import decode
from tipdiff.reading.forms.signs import is_cable

if TYPE_CHECKING:
    from email.message import EmailMessage

__all__ = ["Attachment", "Letter", "is_mail", "letters"]

#: Fields that only a mail's own head has, as it was sent: a cable's or a pasted head has none.
_SENT = regex(
    rb"(?:mime-version|content-type|content-transfer-encoding|received|message-id|return-path"
    rb"|delivered-to|x-[\w-]+)[ \t]*:",
    re.IGNORECASE,
)
_FIELD = regex(rb"[!-9;-~]+[ \t]*:|[ \t]+\S|>?From ")
#: What begins each mail of a mailbox file.
_ENVELOPE = regex(rb"^From \S+.*\d{4}\r?\n(?=[!-9;-~]+:)", re.MULTILINE)
#: Bytes in which a mail's head ends: those that relays add are long.
_HEAD: Final = 64_000
#: Parts nobody reads: pictures in the text, keys, cards, and what a mailer says of itself.
_BESIDE: Final = tuple(
    "image/ audio/ video/ application/pgp application/pkcs7 text/vcard text/calendar"
    " message/delivery-status".split()
)
#: A text of fewer words beside an attachment only says that there is one.
COVER_WORDS: Final = 150


@frozen
class Attachment:
    """A file in a mail."""

    name: str
    data: bytes


@frozen
class Letter:
    """One mail: its texts (with whether each is a page), its files, and what is broken in it."""

    texts: tuple[tuple[str, bool], ...]
    files: tuple[Attachment, ...]
    broken: tuple[str, ...]


def is_mail(data: bytes) -> bool:
    """Tell whether bytes are a mail as it was sent or saved: fields, one of them mail's own."""
    sent = False
    for line in data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n").splitlines():
        if not line.strip():
            return sent
        if not _FIELD.match(line):
            return False
        sent = sent or _SENT.match(line) is not None
    return False


def letters(data: bytes, name: str) -> Iterator[Letter]:
    """Yield each mail of a file.

    Raises:
        SourceError: A part cannot be decoded.

    """
    # Few reports come as mail, and the parser takes longer to load than a cable to be opened.
    import email
    import email.policy

    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    starts = [match.start() for match in _ENVELOPE.finditer(data)] or [0]
    if starts[0] != 0:
        starts = [0]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        message = email.message_from_bytes(data[start:end], policy=email.policy.default)
        yield _letter(message, name)


def _letter(message: EmailMessage, name: str) -> Letter:
    texts: list[tuple[str, bool]] = []
    files: list[Attachment] = []
    broken: list[str] = []
    for part in _parts(message):
        kind = part.get_content_type()
        data = part.get_payload(decode=True)
        broken += [type(defect).__name__ for defect in part.defects]
        if any("Base64Length" in type(defect).__name__ for defect in part.defects):
            raise SourceError("a mail whose base64 text is cut or broken", source=name)
        if not isinstance(data, bytes) or not data.strip():
            continue
        file = part.get_filename()
        if kind.startswith("text/") and kind in {"text/plain", "text/html"} and not file:
            texts.append((_text(part, data, name), kind == "text/html"))
        elif not kind.startswith(_BESIDE):
            files.append(Attachment(file or f"part of {kind}", data))
    broken += [type(defect).__name__ for defect in message.defects]
    return Letter(tuple(texts), tuple(files), tuple(dict.fromkeys(broken)))


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that a reader sees: of alternatives the plain one, if it holds anything."""
    if not message.is_multipart():
        yield message
        return
    inner: list[EmailMessage] = list(message.iter_parts())  # type: ignore[arg-type]
    if message.get_content_subtype() == "alternative":
        plain = [p for p in inner if p.get_content_type() == "text/plain" and _holds_text(p)]
        rich = [p for p in inner if p.get_content_type() != "text/plain" and not _is_beside(p)]
        inner = plain[:1] or rich[-1:]
    for part in inner:
        yield from _parts(part)


def _is_beside(part: EmailMessage) -> bool:
    return part.get_content_type().startswith(_BESIDE)


def _holds_text(part: EmailMessage) -> bool:
    data = part.get_payload(decode=True)
    return isinstance(data, bytes) and len(data.split()) > 3


def _text(part: EmailMessage, data: bytes, name: str) -> str:
    """Return a part's text in the encoding that it names, or the one that it really is in."""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return decode(data, name)[0]


def is_cover(text: str) -> bool:
    """Tell whether a mail's text only goes with what is attached."""
    return not is_cable(text) and len(text.split()) < COVER_WORDS
