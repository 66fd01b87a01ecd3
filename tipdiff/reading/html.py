"""The text of a saved web page, with the place of each character in the page.

Cable mirrors keep a cable in one or two ``<pre>`` elements, the routing often apart from the rest,
with the site's own furniture around them. Only the ``<pre>`` elements count where there are any;
else the text of the page's body, its blocks on lines of their own.
"""

from __future__ import annotations

import html
import re
from array import array
from html.parser import HTMLParser
from typing import Final

__all__ = ["page_text"]

#: Elements whose text nobody reads.
UNSEEN: Final = frozenset({"script", "style", "head", "noscript", "template", "nav", "svg"})
#: Elements that begin a new line.
BLOCKS: Final = frozenset(
    "address article blockquote body br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section "
    "table td th tr ul".split()
)
#: Blocks with an empty line before them.
SPACED: Final = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre".split())


class _Reader(HTMLParser):
    """Collects the characters a reader of the page would see, and where they stand."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.page = page
        self.starts = [0]
        self.starts += [match.end() for match in re.finditer("\n", page)]
        self.unseen = 0
        self.in_pre = 0
        self.pre: tuple[list[str], array[int]] = [], array("q")
        self.all: tuple[list[str], array[int]] = [], array("q")

    @property
    def here(self) -> int:
        """The place in the page of what is being read."""
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def put(self, text: str, place: int, *, exact: bool = False) -> None:
        """Take in a text; ``exact`` if it stands in the page letter by letter."""
        if self.unseen:
            return
        places = range(place, place + len(text)) if exact else [place] * len(text)
        # Outside <pre> a line break in the source is a space like any other.
        flat = text if self.in_pre else re.sub(r"\s", " ", text)
        for (pieces, offsets), wanted in ((self.pre, self.in_pre), (self.all, 1)):
            if wanted:
                pieces.append(flat)
                offsets.extend(places)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line or a stretch that nobody reads."""
        del attrs
        if tag in UNSEEN:
            self.unseen += 1
        if tag == "pre":
            self.in_pre += 1
        self.break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what the start tag began."""
        self.break_line(tag)
        if tag in UNSEEN and self.unseen:
            self.unseen -= 1
        if tag == "pre" and self.in_pre:
            self.in_pre -= 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the line at ``<br/>``; other empty elements hold nothing."""
        del attrs
        self.break_line(tag)

    def break_line(self, tag: str) -> None:
        """Put the line ends of a block."""
        if tag not in BLOCKS or self.unseen:
            return
        feeds = "\n\n" if tag in SPACED else "\n"
        for (pieces, offsets), wanted in ((self.pre, self.in_pre), (self.all, 1)):
            if wanted:
                pieces.append(feeds)
                offsets.extend([self.here] * len(feeds))

    def handle_data(self, data: str) -> None:
        """Take in plain text."""
        self.put(data, self.here, exact=True)

    def handle_entityref(self, name: str) -> None:
        """Take in a named character."""
        self.put(html.unescape(f"&{name};"), self.here)

    def handle_charref(self, name: str) -> None:
        """Take in a numbered character."""
        self.put(html.unescape(f"&#{name};"), self.here)


def page_text(page: str) -> tuple[str, array[int]]:
    """Return the cable's text in a page and the place in the page of each of its characters."""
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    pieces, offsets = reader.pre if any(p.strip() for p in reader.pre[0]) else reader.all
    return "".join(pieces), offsets
