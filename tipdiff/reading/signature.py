"""The surname that signs a cable, and the end marks below it.

The surname of whoever sends a cable stands below the last sentence. So does an answer at times, the
last of a list of names, or a heading that nothing follows. What is taken for a signature is lost as
a statement, so nothing is without evidence: what stands above is complete, and the words can be a
name. All else stays a statement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading import endings, headings, layout
from tipdiff.reading.labels import parse
from tipdiff.reading.lost import is_lost_run
from tipdiff.reading.pointers import is_pointer
from tipdiff.reading.surnames import name_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.layout import Line
    from tipdiff.reading.surnames import Name

__all__ = ["COMPLETE", "closing_from", "is_complete", "is_cut", "is_joined_surname", "leave_from"]

#: How a text ends that a surname right below it signs, each with an invented sample: a sentence, an
#: answer of a word, the last row of time spent or of whom to ask.
COMPLETE: Final = (
    (r"[.!][\"'\u201d\u2019)\]*]*", "The ferries left."),
    (r"(?:^|[.?:;/] ?)(?:none|no|yes|n\.?/?a|not applicable|unknown)", "Which ones? None"),
    (r"\b\d[\d.,]* ?(?:hours?|hrs?\.?|minutes|days)(?: \w+){0,2}\)?", "Consul: 1 hour review"),
    (r"\d{3}[- ]\d{2,}", "Fax: 555-0140"),
    (r"\S+@\S+", "Mail: harbor@kalvik.example"),
    (r"\S+://\S+", "http://kalvik.example/a.cfm"),
    (r"\[[A-Z ]+\]", "Mail: [ADDRESS LEFT OUT]"),
    (r": ?\S{0,3}\d[\d.,]*(?: ?%| percent)?", "Boats in port: 14"),
)
_COMPLETE = regex(rf"(?:{'|'.join(f'(?:{form})' for form, _ in COMPLETE)})$", re.IGNORECASE)
#: A name, an item or a total, which stands on a line of its own and has no stop: every word of it
#: begins with a capital or is a number.
_CAPITALISED = r"(?:[^\W\d_a-z]\S*|\d\S*|and|of|the|for|in|de|la|[-/&])"
_STOPLESS = regex(rf"{_CAPITALISED}(?:\s+{_CAPITALISED})*")
#: What leads to something, or asks for it: what follows is no signature, however far below.
_LEADS_ON: Final = (":", ";", ",", "?", "-")
#: A line of fewer words that lacks its stop is a name or an item itself, and what follows it too.
_FEW_WORDS: Final = 4
#: The lines that what names a site can take: two of words, one or two of its address.
_SITE_LINES: Final = 4
_WORD = regex(r"\b[a-zà-öø-ÿ]{3,}\b")


def is_complete(text: str) -> bool:
    """Tell whether a text ends as what a surname signs does, with a stop or without."""
    return _COMPLETE.search(text) is not None or endings.is_closing(text)


def is_cut(text: str, *, alone: bool) -> bool:
    """Tell whether a text that nothing follows breaks off.

    Args:
        text: The last statement.
        alone: Whether it is all of its line or paragraph, as a name or a total can be.

    """
    if layout.UNFINISHED.search(text):
        return True
    if layout.is_closed(text) or is_complete(text) or text.endswith((")", "]", '"', "'", "*")):
        return False
    return not (alone and _STOPLESS.fullmatch(text) and not text.endswith(_LEADS_ON))


class _Tail:
    """The lines of a body, looked at from the last one up."""

    def __init__(self, found: Sequence[Line]) -> None:
        self.found = found
        self.index = len(found)
        self.signed: str | None = None  #: the surname
        self.common: frozenset[str] | None = None

    def is_common(self, word: str) -> bool:
        """Tell whether the text has a word in small letters."""
        if self.common is None:
            text = " ".join(line.text for line in self.found if line.kind == "text")
            self.common = frozenset(_WORD.findall(text))
        return word in self.common

    def above(self, place: int) -> int | None:
        """Return the place of the next line of text above."""
        return next((i for i in range(place - 1, -1, -1) if self.found[i].kind == "text"), None)

    def read(self) -> int:
        """Return the index of the line that the closing begins at."""
        place = len(self.found)
        firm = self.index
        while place > 0:
            line = self.found[place - 1]
            if line.kind == "blank":
                place -= 1
            elif line.kind != "text":
                place -= 1
                # Above the surname a run of signs stands where text was lost.
                if self.signed is None or not is_lost_run(line.text):
                    firm = place
            elif (start := self.site(place - 1)) is not None:
                place = firm = start
            elif self.ends(place - 1):
                place -= 1
                firm = place
            elif self.is_page_number(place - 1):
                place -= 1
            else:
                break
        return firm

    def ends(self, place: int) -> bool:
        """Tell whether a line of text belongs to the closing."""
        text = self.found[place].text
        if endings.is_end_line(text) or endings.is_closing(text, last=True):
            return True
        name = self.signature(place)
        if name is None:
            return False
        if self.signed is not None:
            return name.text.casefold() == self.signed
        self.signed = name.text.casefold()
        return True

    def is_page_number(self, place: int) -> bool:
        """Tell whether a bare number is a page's: it stands alone, and nothing but marks below."""
        if not endings.is_page_number(self.found[place].text) or place == 0:
            return False
        if self.found[place - 1].kind == "text":
            return False
        below = next((line for line in self.found[place + 1 :] if line.kind != "blank"), None)
        return self.signed is None and (
            below is None or below.kind != "text" or self.is_mark(below)
        )

    @staticmethod
    def is_mark(line: Line) -> bool:
        """Tell whether a line is a mark of the telegram."""
        return endings.is_end_line(line.text)

    def site(self, place: int) -> int | None:
        """Return where the lines begin that name a web site and end here, if they do."""
        taken: list[str] = []
        begins: int | None = None
        at: int | None = place
        while at is not None and len(taken) < _SITE_LINES:
            taken.insert(0, self.found[at].text)
            if endings.opens_site(taken[0]) and endings.is_site(" ".join(taken), last=True):
                begins = at  # the phrase can begin yet another line above
            at = self.above(at)
        return begins

    def signature(self, place: int) -> Name | None:
        """Return the name that a line signs with, if it does."""
        text = self.found[place].text
        name = name_in(text, is_common=self.is_common)
        if name is None or headings.is_known(text) or is_pointer(text):
            return None
        above = self.above(place)
        if above is None:
            return None
        apart = any(line.kind == "blank" for line in self.found[above + 1 : place])
        return name if self.can_sign(name, self.found[above], above, apart=apart) else None

    def can_sign(self, name: Name, line: Line, place: int, *, apart: bool) -> bool:
        """Tell whether a name can sign what ends with the line above it.

        A name in capitals does so below all that is complete. One in other letters, which a heading
        or an item could be, needs a stop above it, and one of several words, or in small letters, a
        blank line too. A line that lacks its stop is complete if a blank line stands below, unless
        it is in capitals as what it is to be told from, or leads on.
        """
        if self.site(place) is not None or endings.is_closing(line.text):
            return True
        text = line.text[parse(line.text).rest :].strip()
        if layout.UNFINISHED.search(text):
            return False
        plain = name.words == 1 or name.adorned
        if _COMPLETE.search(text):
            return name.case == "upper" or (apart if name.case == "lower" else apart or plain)
        if not apart or not text or text.isupper() or text.endswith(_LEADS_ON):
            return False
        return name.case == "upper" or (
            name.case == "title" and plain and len(text.split()) >= _FEW_WORDS
        )


def closing_from(found: Sequence[Line]) -> int:
    """Return the index of the line that the closing begins at: surname, NNNN, captions."""
    return _Tail(found).read()


#: How a letter takes its leave, above the name of who writes.
_LEAVE = regex(
    r"(?:(?:yours |very |most )?(?:sincerely|faithfully|truly|respectfully)(?: yours| submitted)?"
    r"|(?:with )?(?:my |our )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards)[,.]?",
    re.IGNORECASE,
)
#: Below it stand so many lines at most, none longer than a name with an office.
_LONGEST_LEAVE: Final = 20
_LONGEST_NAME: Final = 70


def leave_from(found: Sequence[Line]) -> int:
    """Return the index of the line in which a letter takes its leave, the end where it does not."""
    for index in range(len(found) - 1, max(len(found) - 1 - _LONGEST_LEAVE, -1), -1):
        line = found[index]
        if line.kind == "text" and _LEAVE.fullmatch(line.text):
            return index
        if line.kind == "text" and len(line.text) > _LONGEST_NAME:
            break
    return len(found)


#: A surname joined with a sentence, where less speaks for it: longer than an acronym that answers
#: something, and of several words only with a particle.
_SHORTEST_JOINED: Final = 4


def is_joined_surname(text: str, before: str, rest: str = "") -> bool:
    """Tell whether the last words of a paragraph are a surname that a mirror has joined to it.

    Args:
        text: The last words, as a sentence of their own.
        before: The sentence before them, which must be closed and not in capitals itself.
        rest: All other text of the cable: a sentence that breaks off can begin with a word of it.

    """
    name = name_in(text)
    if name is None or headings.is_known(text) or is_pointer(text):
        return False
    if name.case == "lower" or (name.words > 1 and not name.adorned):
        return False
    if len(name.text) < _SHORTEST_JOINED or before.endswith(_LEADS_ON) or before.isupper():
        return False
    if name.case == "title" and re.search(
        rf"(?<!\S){re.escape(name.text.lower())}(?=[,;:.)]?(?:\s|$))", rest
    ):
        return False
    return layout.is_closed(before) or endings.is_closing(before)
