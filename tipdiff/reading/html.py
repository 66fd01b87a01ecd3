"""The text of a saved web page, with the place of each character in the page.

Cable mirrors keep a cable in one or two ``<pre>`` elements, the routing often apart from the rest,
with the site's own furniture around them. Only the ``<pre>`` elements count where there are any;
else the text of the page's body, its blocks on lines of their own.

A page that holds no cable is read by :mod:`tipdiff.reading.page_main`.
"""

from __future__ import annotations

from array import array
from typing import Final

from tipdiff.patterns import regex
from tipdiff.reading.forms.signs import is_cable
from tipdiff.reading.page_main import begins_line, main_text
from tipdiff.reading.page_scan import Text, events

__all__ = ["page_text"]

#: Elements whose text nobody reads.
UNSEEN: Final = frozenset(
    {"script", "style", "head", "title", "noscript", "template", "nav", "svg"}
)
#: Elements that begin a new line.
BLOCKS: Final = frozenset(
    "address article blockquote body br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section "
    "table td th tr ul".split()
)
#: Blocks with an empty line before them.
SPACED: Final = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre".split())
#: Elements that break the line wherever they stand.
BREAKS: Final = SPACED | {"br"}

_WHITE = regex(r"\s")


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
            self._break_line("\n\n" if tag in SPACED else "\n", place, certain=tag in BREAKS)
        if closes and counted:
            self.unseen -= tag in UNSEEN and self.unseen > 0
            self.in_pre -= tag == "pre" and self.in_pre > 0

    def _break_line(self, feeds: str, place: int, *, certain: bool) -> None:
        if self.unseen:
            return
        for (pieces, offsets), wanted in ((self.pre, self.in_pre), (self.all, 1)):
            # A block that begins where a line begins, as one inside another does, adds none.
            if wanted and (certain or not begins_line(pieces)):
                pieces.append(feeds)
                offsets.extend([place] * len(feeds))


def page_text(page: str) -> tuple[str, array[int]]:
    """Return the cable's text in a page and the place in the page of each of its characters.

    Of a page that holds no cable and keeps no text as it was typed, it is the main text.
    """
    reader = _Reader()
    for event in events(page):
        if isinstance(event, Text):
            reader.put(event.text, event.place, exact=event.exact)
        else:
            reader.tag(event.tag, event.place, opens=event.opens, closes=event.closes)
    if any(p.strip() for p in reader.pre[0]) and not _is_aside(reader):
        pieces, offsets = reader.pre
        return "".join(pieces), offsets
    text = "".join(reader.all[0])
    if not is_cable(text) and (found := main_text(events(page))) is not None:
        return found.text, found.places if found.places is not None else reader.all[1]
    return text, reader.all[1]


#: A text kept as typed that is this many times shorter than the rest, which is itself as long as a
#: report, is an example or table in it.
_ASIDE: Final = 10
_REPORT_WORDS: Final = 300


def _is_aside(reader: _Reader) -> bool:
    kept, everything = "".join(reader.pre[0]), "".join(reader.all[0])
    rest = len(everything.split()) - len(kept.split())
    return rest > max(_REPORT_WORDS, _ASIDE * len(kept.split())) and not is_cable(kept)
