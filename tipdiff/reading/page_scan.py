"""The tags and the texts of a web page in order, with the place of each.

The scanner is our own: whatever a page holds it neither raises nor takes more than linear time, and
it knows the place of every character, all of which a general parser leaves open.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from tipdiff.patterns import regex

__all__ = ["Tag", "Text", "events"]

#: Unseen elements that hold no markup, and end at nothing but their own end tag.
RAW: Final = frozenset({"script", "style"})
#: A tag, ``<a title="1 > 0">``; a declaration, ``<!doctype html>``; a character, ``&amp;``. What
#: only looks like one, ``<http://ostrel.example``, is text.
_MARKUP: Final = regex(
    r"(?P<comment><!--)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)"
    r"(?P<rest>(?:[\s/](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*|(?:[\s/][^<>]*)?)>)"
    r"|<[!?][^<>]*>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)


@frozen
class Text:
    """A text, and where it begins; ``exact`` if it stands in the page letter by letter."""

    text: str
    place: int
    exact: bool


@frozen
class Tag:
    """A tag with its attributes as written; one that ``opens`` and ``closes`` holds nothing."""

    tag: str
    rest: str
    place: int
    opens: bool
    closes: bool


def events(page: str) -> Iterator[Text | Tag]:
    """Yield all that a page holds but for comments, declarations, scripts and styles."""
    at = 0
    while match := _MARKUP.search(page, at):
        start, end = match.span()
        if start > at:
            yield Text(page[at:start], at, exact=True)
        tag = (match["tag"] or "").lower()
        if page[start] == "&":
            yield Text(html.unescape(match[0]), start, exact=False)
        elif match["comment"]:
            end = _after(page, "-->", end)
        elif tag in RAW and not match["end"]:
            end = _after(page, f"</{tag}", end)
        elif tag:
            closed = bool(match["end"])
            alone = match["rest"].endswith("/>")
            yield Tag(tag, match["rest"], start, opens=not closed, closes=closed or alone)
        at = end
    if at < len(page):
        yield Text(page[at:], at, exact=True)


def _after(page: str, mark: str, start: int) -> int:
    """Return the place after a mark; what is never closed goes on to the page's end."""
    found = re.compile(re.escape(mark) + r"[\s>]?", re.IGNORECASE).search(page, start)
    return found.end() if found else len(page)
