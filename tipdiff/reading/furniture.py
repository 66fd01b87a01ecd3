"""What a printed page has around its text: page numbers, running titles, banners.

A copy of a printed page, or of a PDF, has them between the lines, often in the middle of a
sentence. A page's number is told by its form; a bare number by the count that the numbers keep, or
by a sentence that it parts; a running title by standing next to page numbers again and again, or in
the middle of sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.patterns import regex
from tipdiff.reading.ends import is_closed
from tipdiff.reading.layout import CAPTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line

__all__ = ["with_furniture"]

_DATE = (
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?(?:\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?)?)"
)
_PAGE = r"(?:[Pp]age|PAGE|[Pp]g\.?)\s?\d{1,3}(?:\s?(?:of|OF|/)\s?\d{1,3})?"
_ID = r"\d\d[A-Z]{4,}\d{1,6}"
#: Whole lines that number a page or mark it, whatever stands around them: (pattern, sample).
PAGE_FORMS: Final[tuple[tuple[str, str], ...]] = (
    (rf"[-\u2013\u2014(\[]*\s?{_PAGE}\s?[-\u2013\u2014)\]]*", "Page 3 of 14"),
    (r"\d{1,3}\s(?:of|OF)\s\d{1,3}|\d{1,3}/\d{1,3}", "3 of 14"),
    (r"[-\u2013\u2014]\s?\d{1,3}\s?[-\u2013\u2014]", "- 3 -"),
    (
        rf"(?:(?:{CAPTIONS}|SENSITIVE BUT UNCLASSIFIED)[/,;]*\s*)+"
        rf"(?:(?:{_DATE}|{_ID}|{_PAGE}|[Cc]able|CABLE|[Pp]rinted|on|[|\u2013-]|\d{{1,3}})(?:\s+|$))+",
        "UNCLASSIFIED  4/19/2011  cable 08PORTMERRIN98",
    ),
    (rf"(?:[Pp]rinted\s+(?:on\s+)?)?{_DATE}", "4/19/2011 10:15 AM"),
    (
        rf"(?:file|https?)://\S+(?:\s+(?:{_DATE}|{_PAGE}|\d{{1,3}}(?:/\d{{1,3}})?))+",
        "http://kalvik.example/a.html 3/7",
    ),
)
_PAGE_FORM = regex("|".join(f"(?:{pattern})" for pattern, _ in PAGE_FORMS))
#: A banner alone on its line is one where it comes back or stands in a sentence.
_BANNER = regex(
    rf"(?:(?:{CAPTIONS}|(?:SENSITIVE|UNCLASSIFIED) ?(?:BUT|//?) ?(?:UNCLASSIFIED|SENSITIVE)"
    r"|SBU|FOUO)(?:[/,; ]+|$))+"
)
_DIGIT = regex(r"\d")  # all of these forms have one
_NUMBER = regex(r"\d{1,3}")
#: A running title is no longer than a line of a page.
_LONGEST_TITLE: Final = 110
#: So often a line must come back to be a running title: next to page numbers; else in sentences.
_BESIDE_NUMBERS: Final = 2
_IN_SENTENCES: Final = 3


def with_furniture(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a body with those of its pages' furniture as page marks."""
    marked = _Pages(found).furniture()
    if not marked:
        return list(found)
    return [evolve(line, kind="page-mark") if k in marked else line for k, line in enumerate(found)]


class _Pages:
    """The lines of a body, those that come back, and those that never do: the text's own."""

    def __init__(self, found: Sequence[Line]) -> None:
        self.found = found
        self.texts = [k for k, line in enumerate(found) if line.kind == "text"]
        self.bare = [k for k in self.texts if _NUMBER.fullmatch(found[k].text)]
        seen: dict[str, list[int]] = defaultdict(list)
        for k in self.texts:
            text = found[k].text
            if len(text) <= _LONGEST_TITLE:
                seen[re.sub(r"\d+", "0", text) if _DIGIT.search(text) else text].append(k)
        self.repeated = [p for p in seen.values() if len(p) >= _BESIDE_NUMBERS]
        again = {k for places in self.repeated for k in places}.union(self.bare)
        self.own = [k for k in self.texts if k not in again]

    def furniture(self) -> set[int]:
        """Return which lines are furniture."""
        marked = {k for k in self.texts if self.is_page(k)}
        marked |= self.counted()
        marked |= self.banners()
        return marked | self.titles(marked)

    def is_page(self, index: int) -> bool:
        """Tell whether a line has a page mark's form; a bare date must stand in a sentence."""
        text = self.found[index].text
        if len(text) > _LONGEST_TITLE or not _DIGIT.search(text) or not _PAGE_FORM.fullmatch(text):
            return False
        return not re.fullmatch(_DATE, text) or self.cuts(index)

    def counted(self) -> set[int]:
        """Return bare numbers that count the pages: each one more than the last, in sentences."""
        numbers = [int(self.found[k].text) for k in self.bare]
        rising = all(after == before + 1 for before, after in pairwise(numbers))
        if len(numbers) >= _BESIDE_NUMBERS and rising and any(self.cuts(k) for k in self.bare):
            return set(self.bare)
        return {k for k in self.bare if self.interrupts(k)}

    def banners(self) -> set[int]:
        """Return the banners: alone on their lines, apart, in a sentence or more than once."""
        texts = ((k, self.found[k].text) for k in self.texts)
        banners = [k for k, text in texts if text.isupper() and _BANNER.fullmatch(text)]
        if len(banners) >= _BESIDE_NUMBERS:
            return set(banners)
        return {k for k in banners if self.apart(k) or self.cuts(k)}

    def apart(self, index: int) -> bool:
        """Tell whether blank lines stand around a line."""
        around = (*self.found[max(index - 1, 0) : index], *self.found[index + 1 : index + 2])
        return all(line.kind == "blank" for line in around)

    def titles(self, marked: set[int]) -> set[int]:
        """Return the lines that come back, digits aside, beside page marks or inside sentences."""
        titles: set[int] = set()
        for places in self.repeated:
            if is_closed(self.found[places[0]].text):
                continue
            beside = [k for k in places if k not in marked and self.beside(k, marked)]
            if len(beside) >= _BESIDE_NUMBERS:
                titles.update(beside)
            elif len(places) >= _IN_SENTENCES and all(self.interrupts(k) for k in places):
                titles.update(places)
        return titles

    def beside(self, index: int, marked: set[int]) -> bool:
        """Tell whether the next line up or down that is not blank is a page's number or banner."""
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(self.found) and self.found[at].kind == "blank":
                at += step
            if at in marked:
                return True
        return False

    def interrupts(self, index: int) -> bool:
        """Tell whether a line stands in a sentence, parted from it: a paragraph's own do not."""
        around = self.found[max(index - 1, 0) : index + 2]
        return [line.kind for line in around].count("text") == 1 and self.cuts(index)

    def cuts(self, index: int) -> bool:
        """Tell whether the text's own lines above and below are one sentence."""
        place = bisect_left(self.own, index)
        below = place + (self.own[place : place + 1] == [index])
        if place == 0 or below >= len(self.own):
            return False
        above, after = self.found[self.own[place - 1]].text, self.found[self.own[below]].text
        return not is_closed(above) and after[:1].islower()
