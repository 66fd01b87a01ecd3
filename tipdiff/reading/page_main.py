"""The main text of a page that is no cable's: a narrative among a site's own furniture.

Menus, footers and forms go by their elements, roles and the names that sites give them, and lines
that are nothing but links go wherever they stand. Headings stay marked as Markdown marks them,
items of lists get their marks back, and cells of a row are parted by bars.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from tipdiff.patterns import regex
from tipdiff.reading.edits import Edit, Laid
from tipdiff.reading.page_scan import Text

if TYPE_CHECKING:
    from tipdiff.reading.page_scan import Tag

__all__ = ["begins_line", "main_text"]

#: Elements that hold no text of a report.
_FURNITURE: Final = frozenset(
    "nav footer aside button select noscript template svg iframe head title dialog menu".split()
)
#: Elements that a site's furniture is built of, where their names say so.
_BOXES: Final = frozenset("div ul ol section table td header p form span".split())
_ATTRIBUTE = regex(
    r"\b(?P<name>class|id|role|hidden)\s*(?:=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s>]+)))?",
    re.IGNORECASE,
)
#: What sites call their furniture: ``site-nav``, ``footer_links``; not ``no-sidebar``.
_NAME = regex(
    r"(?:(?:site|page|top|bottom|left|right|main|global|primary|secondary|sub|mobile|user|skip|print)"
    r"[-_]?)?(?:nav(?:bar|igation|igator)?|menu|side-?bar|bread-?crumbs?|footer|cookies?|share|social"
    r"|related|search|comments?|advert\w*|ads?|pagination|pager|toolbar|masthead|skip|tools|banner"
    r"|contentinfo|newsletter|login)(?:[-_]\w+)*",
    re.IGNORECASE,
)
#: Where a page says itself that its main text is.
_MAIN: Final = frozenset({"main", "article"})
_BLOCKS: Final = frozenset(
    "address article blockquote body br dd div dl dt form header hr li main ol p pre section table"
    " tr ul h1 h2 h3 h4 h5 h6 figure figcaption caption".split()
)
_SPACED: Final = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol article section".split())
_VOID: Final = frozenset("br hr img input link meta wbr area base col embed source track".split())
_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_WHITE = regex(r"\s")
#: Lines that sites put below or above a text.
_SITES_OWN = regex(
    r"(?:(?:\u00a9|\(c\)|copyright\b).*|.*\ball rights reserved\b.*"
    r"|(?:page )?last (?:updated|modified|reviewed)\b.*"
    r"|(?:print|share|e-?mail|back to top|skip to .*|read more|home|search|menu"
    r"|contact us|privacy policy|terms of use|cookies?)(?: this page| this)?)\W*",
    re.IGNORECASE,
)
#: A line is a menu's if so much of its letters are links, and it is no longer than a title.
_LINKS: Final = 0.8
_MENU_WORDS: Final = 20
#: A main text has as many words, or the page has not told where it is.
_MIN_WORDS: Final = 25


def main_text(page: Iterable[Text | Tag]) -> Laid | None:
    """Return the main text with the place of each character, None where no text would be left."""
    reader = _Reader()
    for event in page:
        if isinstance(event, Text):
            reader.put(event)
        else:
            reader.tag(event)
    laid = Laid("".join(reader.pieces), reader.places)
    if sum(reader.main) and len(_kept(laid.text, reader.main).split()) >= _MIN_WORDS:
        outside = [(at, at + 1, "") for at, inside in enumerate(reader.main) if not inside]
        linked = bytearray(
            x for x, inside in zip(reader.linked, reader.main, strict=True) if inside
        )
        laid = laid.edited(outside)
    else:
        linked = reader.linked
    cut = laid.edited(_menus(laid.text, linked))
    return cut if re.search(r"\w", cut.text) else None


def begins_line(pieces: list[str]) -> bool:
    """Whether what comes next begins a line."""
    for piece in reversed(pieces):
        if bare := piece.rstrip(" \t"):
            return bare.endswith("\n")
    return True


def _kept(text: str, flags: bytearray) -> str:
    return "".join(letter for letter, flag in zip(text, flags, strict=True) if flag)


def _menus(text: str, linked: bytearray) -> list[Edit]:
    """Return the lines that are menus', headings without a text, and lines of the site's own."""
    edits: list[Edit] = []
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip("\n"))
        letters = [k for k in range(at, end) if text[k].isalnum()]
        heading = line.startswith("#")
        links = sum(linked[k] for k in letters) >= _LINKS * len(letters)
        own = line.strip(" -|").strip()
        if not letters:
            gone = end > at
        else:
            menu = links and not heading and len(own.split()) < _MENU_WORDS
            gone = menu or _SITES_OWN.fullmatch(own) is not None
        if gone:
            edits.append((at, end, ""))
        at += len(line)
    return edits


@define(eq=False)
class _Reader:
    """Collects what a reader of the page sees, and of each character whether it is a link's."""

    pieces: list[str] = Factory(list)
    places: array[int] = Factory(lambda: array("q"))
    linked: bytearray = Factory(bytearray)
    main: bytearray = Factory(bytearray)
    skipped: str | None = None  #: the element that is passed over
    depth: int = 0  #: how many elements of its kind are open in it
    links: int = 0
    mains: int = 0
    heading: bool = False
    kept: int = 0  #: how many <pre> are open
    lists: list[int] = Factory(list)  #: the last number of each open list, -1 where it has none
    cells: int = 0

    def put(self, event: Text) -> None:
        """Take in a text."""
        if self.skipped:
            return
        text = event.text if self.kept else _WHITE.sub(" ", event.text)
        places = range(event.place, event.place + len(text)) if event.exact else None
        self._add(text, places or [event.place] * len(text))

    def _add(self, text: str, places: Iterable[int]) -> None:
        self.pieces.append(text)
        self.places.extend(places)
        self.linked.extend([self.links > 0] * len(text))
        self.main.extend([self.mains > 0] * len(text))

    def _insert(self, text: str, place: int) -> None:
        self._add(text, [place] * len(text))

    def tag(self, event: Tag) -> None:
        """Begin or end an element."""
        tag = event.tag
        if self.skipped:
            if tag == self.skipped and event.opens != event.closes:
                self.depth += 1 if event.opens else -1
                self.skipped = self.skipped if self.depth else None
            if not (tag == "body" and self.skipped in {"head", "title"}):
                return
            self.skipped = None  # <head> may be left open
        if event.opens and not event.closes and tag not in _VOID and self._is_furniture(event):
            self.skipped, self.depth = tag, 1
            return
        if event.opens and tag in _MAIN:
            self.mains += 1
        if tag in _BLOCKS:
            # A line break inside a heading parts no headings.
            broken = "\n\n" if tag in _SPACED else "\n"
            if tag in _SPACED or tag == "br" or not begins_line(self.pieces):
                self._insert(" " if self.heading and tag == "br" else broken, event.place)
        self._count(event)
        if event.closes and tag in _MAIN:
            self.mains -= self.mains > 0

    def _count(self, event: Tag) -> None:
        """Keep count of what is open, and put in what the element shows before its text."""
        tag, step = event.tag, 1 if event.opens else -1
        if event.opens and event.closes:
            return
        if tag == "a":
            self.links = max(self.links + step, 0)
        elif tag == "pre":
            self.kept = max(self.kept + step, 0)
        elif tag in _HEADINGS:
            self.heading = event.opens
            if event.opens:
                self._insert("#" * int(tag[1]) + " ", event.place)
        elif tag in {"ul", "ol", "li"}:
            self._list(event)
        elif tag == "tr":
            self.cells = 0
        elif tag in {"td", "th"} and event.opens:
            if self.cells:
                self._insert(" | ", event.place)
            self.cells += 1

    def _list(self, event: Tag) -> None:
        """Keep count of the open lists, and put an item's mark before it."""
        if event.tag != "li" and event.opens:
            self.lists.append(0 if event.tag == "ol" else -1)
        elif event.tag != "li" and self.lists:
            self.lists.pop()
        elif event.opens and self.lists:
            self.lists[-1] += self.lists[-1] >= 0
            number = self.lists[-1]
            self._insert(f"{number}) " if number > 0 else "- ", event.place)

    def _is_furniture(self, event: Tag) -> bool:
        if event.tag in _FURNITURE or (event.tag == "header" and not self.mains):
            return True
        if event.tag not in _BOXES:
            return False
        for match in _ATTRIBUTE.finditer(event.rest):
            value = match["a"] or match["b"] or match["c"] or ""
            if match["name"].lower() == "hidden" and not value:
                return True
            if any(_NAME.fullmatch(word) for word in value.split()):
                return True
        return False
