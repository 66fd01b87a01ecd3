"""The text of a saved web page, with the place of each character in the page.

Cable mirrors keep a cable in one or two ``<pre>`` elements, the routing often apart from the rest,
with the site's own furniture around them. Only the ``<pre>`` elements count where there are any;
else the text of the page's body, its blocks on lines of their own.

The scanner is our own: whatever a page holds it neither raises nor takes more than linear time, and
it knows the place of every character, all of which a general parser leaves open.
"""

from __future__ import annotations

import html
import re
from array import array
from typing import Final

__all__ = ["page_text"]

#: Elements whose text nobody reads.
UNSEEN: Final = frozenset(
    {"script", "style", "head", "title", "noscript", "template", "nav", "svg"}
)
#: Unseen elements that hold no markup, and end at nothing but their own end tag.
RAW: Final = frozenset({"script", "style"})
#: Elements that begin a new line.
BLOCKS: Final = frozenset(
    "address article blockquote body br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section "
    "table td th tr ul".split()
)
#: Blocks with an empty line before them.
SPACED: Final = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre".split())

#: A tag, ``<a title="1 > 0">``; a declaration, ``<!doctype html>``; a character, ``&amp;``. What
#: only looks like one, ``<http://ostrel.example``, is text.
_MARKUP: Final = re.compile(
    r"(?P<comment><!--)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)"
    r"(?P<rest>(?:[\s/](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*|(?:[\s/][^<>]*)?)>)"
    r"|<[!?][^<>]*>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)
_WHITE = re.compile(r"\s")


class _Reader:
    """Collects the characters a reader of the page would see, and where they stand."""

    def __init__(self) -> None:
        self.unseen = 0
        self.in_pre = 0
        self.pre: tuple[list[str], array[int]] = [], array("q")
        self.all: tuple[list[str], array[int]] = [], array("q")

    def put(self, text: str, place: int, *, exact: bool = False) -> None:
        """Take in a text; ``exact`` if it stands in the page letter by letter."""
        if self.unseen or not text:
            return
        places = range(place, place + len(text)) if exact else [place] * len(text)
        # Outside <pre> a line break in the source is a space like any other.
        flat = text if self.in_pre else _WHITE.sub(" ", text)
        for (pieces, offsets), wanted in ((self.pre, self.in_pre), (self.all, 1)):
            if wanted:
                pieces.append(flat)
                offsets.extend(places)

    def tag(self, tag: str, place: int, *, opens: bool, closes: bool) -> None:
        """Begin or end an element: a line of its own, or a stretch that nobody reads."""
        counted = opens != closes
        if opens and tag in {"body", "pre"}:
            self.unseen = 0  # <head> may be left open
        if opens and counted:
            self.unseen += tag in UNSEEN
            self.in_pre += tag == "pre"
        if tag in BLOCKS:
            self._break_line("\n\n" if tag in SPACED else "\n", place)
        if closes and counted:
            self.unseen -= tag in UNSEEN and self.unseen > 0
            self.in_pre -= tag == "pre" and self.in_pre > 0

    def _break_line(self, feeds: str, place: int) -> None:
        if self.unseen:
            return
        for (pieces, offsets), wanted in ((self.pre, self.in_pre), (self.all, 1)):
            if wanted:
                pieces.append(feeds)
                offsets.extend([place] * len(feeds))


def page_text(page: str) -> tuple[str, array[int]]:
    """Return the cable's text in a page and the place in the page of each of its characters."""
    reader = _Reader()
    at = 0
    while match := _MARKUP.search(page, at):
        start, end = match.span()
        reader.put(page[at:start], at, exact=True)
        tag = (match["tag"] or "").lower()
        if page[start] == "&":
            reader.put(html.unescape(match[0]), start)
        elif match["comment"]:
            end = _after(page, "-->", end)
        elif tag in RAW and not match["end"]:
            end = _after(page, f"</{tag}", end)
        elif tag:
            closed = bool(match["end"])
            alone = match["rest"].endswith("/>")
            reader.tag(tag, start, opens=not closed, closes=closed or alone)
        at = end
    reader.put(page[at:], at, exact=True)
    pieces, offsets = reader.pre if any(p.strip() for p in reader.pre[0]) else reader.all
    return "".join(pieces), offsets


def _after(page: str, mark: str, start: int) -> int:
    """Return the place after a mark; what is never closed goes on to the page's end."""
    found = re.compile(re.escape(mark) + r"[\s>]?", re.IGNORECASE).search(page, start)
    return found.end() if found else len(page)
