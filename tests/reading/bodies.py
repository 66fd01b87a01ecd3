"""Bodies without a header: a text read as the body of one cable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.reading.body import read_body
from tipdiff.reading.document import Document
from tipdiff.reading.header import Header

if TYPE_CHECKING:
    from tipdiff.reading.body import Body


def body(text: str) -> Body:
    """Read a text that is all body."""
    return read_body(Document("07KALVIK61.txt", text, text), Header(0, 0, len(text)), "07KALVIK61")


def said(text: str) -> list[str]:
    """The statements' texts."""
    return [statement.text for statement in body(text).statements]


def uncovered(text: str) -> str:
    """The letters and digits of a body that nothing accounts for."""
    read = body(text)
    taken = bytearray(len(text))
    for record in (*read.statements, *read.questions, *read.marks):
        start, end = record.span
        taken[start:end] = b"\1" * (end - start)
    return "".join(c for place, c in enumerate(text) if c.isalnum() and not taken[place])
