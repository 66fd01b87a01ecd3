"""Paragraphs of a word processor as plain lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tipdiff.patterns import regex

__all__ = ["LONGEST_HEADING", "headed", "joined"]

#: Longest text that a style can make a heading: what is longer is a paragraph in a heading's dress.
LONGEST_HEADING: Final = 150
#: An id on a line of its own is a cable's, not a heading: 05PORTMERRIN339.
_ID = regex(r"\d{2}[A-Z]{3,}\d{1,6}")

#: From this share of empty paragraphs on, the writer used them as blank lines (a cable pasted line
#: by line has one in five); below it, each paragraph is set apart by its style.
BLANKS: Final = 0.05


def joined(paragraphs: Sequence[str]) -> str:
    """Return paragraphs as a text, as the word processor would save it.

    Where the writer set no empty ones between them, a blank line takes their place.
    """
    written = [paragraph for paragraph in paragraphs if paragraph.strip()]
    blanks = len(paragraphs) - len(written)
    if blanks and blanks >= BLANKS * len(paragraphs):
        apart = (f"\n{p}\n" if p.startswith("#") or "\n" in p else p for p in paragraphs)
        return "\n".join(apart) + "\n"
    return "\n\n".join(written) + "\n"


def headed(text: str, level: int) -> str:
    """Return a heading as Markdown marks it, which is how a plain text says that it is one.

    What is too long, ends as a sentence does, or is a cable's id stays as it is.
    """
    line = " ".join(text.split())
    if not line or len(line) > LONGEST_HEADING or line.endswith((".", ";", ",")):
        return text
    return text if _ID.fullmatch(line) else f"{'#' * min(level, 6)} {line}"
