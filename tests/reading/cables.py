"""Small cables of invented Ostrel, and the documents and headers read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.reading.header import Header, read_headers
from tipdiff.reading.sources import document_from_text

if TYPE_CHECKING:
    from tipdiff.reading.document import Document

SUBJECT = "OSTREL: FIFTH ANNUAL TIP REPORT"
BODY = "1. (U) The clerks keep a register. The porters read it.\n"
SAID = ["The clerks keep a register.", "The porters read it."]


def cable(
    body: str = BODY,
    *,
    dtg: str = "R 011431Z MAR 05",
    line: str = "UNCLAS KALVIK 000140",
    tags: str = "PHUM KCRM OZ",
    subject: str = SUBJECT,
    ref: str = "04 STATE 273089",
) -> str:
    """A whole cable; a part that is empty is left out."""
    head = [
        f"{dtg}\nFM AMEMBASSY KALVIK\nTO RUEHC/SECSTATE WASHDC 2210\n" if dtg else "",
        f"{line}\n" if line else "",
        "SIPDIS\n",
        f"TAGS: {tags}" if tags else "",
        f"SUBJECT: {subject}\n" if subject else "",
        f"REF: {ref}\n" if ref else "",
    ]
    return "\n".join(part for part in head if part) + "\n" + body


def document(text: str, name: str = "text", path: str | None = None) -> Document:
    """A text as the readers see it."""
    return document_from_text(text, name, path)


def header(text: str, name: str = "text") -> Header:
    """The header of a text that is one cable."""
    (found,) = read_headers(document(text, name))
    return found
