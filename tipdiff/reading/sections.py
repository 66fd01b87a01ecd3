"""Where in a report the reader stands: the headings that are open, and the answer's letter.

``section`` is the headings from the outermost in, then the letter. A heading takes the place of
those that rank no higher. One that stands inside an answer, so that the letters run on after it, is
open until the next answer; it comes before the letter, as all headings do, though it lies below it.
Where a cable has lost its headings, or one stands above several of the questionnaire's blocks, the
number in the answers' keys stands before the letter, for the letters begin anew under each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.records import Section

__all__ = ["Sections"]

#: Looks that tell a heading's level: by its number, by its signs.
_LEVELLED: Final = ("outline", "markdown")
#: Looks of headings that a numeral or letter counts.
_COUNTED: Final = frozenset({"numeral", "lettered"})
#: The rank of what stands inside the parts that have a level, six of them at most.
_INSIDE: Final = 7
#: Parts that reports have beside those of their outline, and do not number.
_BEYOND: Final = regex(
    r"(?:executive |end )?summary\b|abstract\b|foreword\b|preface\b|introduction\b|overview\b"
    r"|conclusions?\b|annex|appendi|(?:foot|end)?notes?\b|references\b|sources\b"
    r"|recommendations\b|contacts?\b|points? of contact\b",
    re.IGNORECASE,
)


@define(eq=False)
class Sections:
    """The open headings, and all sections met so far in order."""

    headings: list[tuple[int, str, str]] = Factory(list)  #: (rank, style, text), outermost first
    sub: str | None = None  #: a heading inside the answer
    run_in: str | None = None  #: a heading that runs into its paragraph
    letter: str | None = None
    lower: bool = False  #: the letter was printed small
    key: int | None = None  #: the number in the answers' keys: 27 in "27 A."
    several: bool = False  #: the keys below the heading have more than one number
    spoken: bool = False  #: the letter was given in a numbered paragraph: Question 25 B/C
    lettered: bool = False  #: answers have stood below the last heading
    own: bool = False  #: the report is no cable
    first: str | None = None  #: its first heading
    title: str | None = None  #: the look of the heading that names the report, and no part of it
    seen: dict[Section, None] = Factory(dict)

    @property
    def here(self) -> Section:
        """The section of what comes next."""
        names = [text for _, _, text in self.headings]
        if self.key is not None and (self.several or not names):
            names.append(str(self.key))
        names += [name for name in (self.sub, self.run_in, self.letter) if name]
        return tuple(names)

    @property
    def style(self) -> str | None:
        """What the innermost heading looks like."""
        return self.headings[-1][1] if self.headings else None

    @property
    def is_numbered(self) -> bool:
        """Whether a part with a roman or decimal number is open: plain titles stand below it."""
        return any(look in {"numeral", "decimal"} for _, look, _ in self.headings)

    def rank(self, look: str, text: str, usual: int) -> int:
        """Return how high a heading ranks here.

        Args:
            look: What it looks like.
            text: What it says.
            usual: How high it ranks by these two alone.

        """
        kind, _, level = look.partition(" ")
        if kind in _LEVELLED:
            over = [rank + 1 for rank, known, said in self.headings if self.holds(known, said)]
            return _INSIDE if look == self.title else max(over, default=0) + int(level) - 1
        if any(known.startswith(_LEVELLED) for _, known, _ in self.headings):
            return 0 if _BEYOND.match(text) else _INSIDE  # what has no level is inside
        if self.lettered:
            return 0
        return 1 if look in {"title", "bullet", "lettered"} and self.is_numbered else usual

    def holds(self, look: str, text: str) -> bool:
        """Tell whether an open heading stands over numbers that begin below it.

        II. and B. do, and a title of a part; the report's own title, a summary and the like do not.
        """
        if look in _COUNTED:
            return True
        levelled = any(known.startswith(_LEVELLED) for _, known, _ in self.headings)
        return not (levelled or text == self.first or _BEYOND.match(text))

    def enter(self) -> Section:
        """Return the section of what comes next, and note that it holds something."""
        here = self.here
        if here:
            self.seen.setdefault(here)
        return here

    def heading(self, rank: int, style: str, text: str, *, several: bool = False) -> None:
        """Open a heading in the place of those that rank no higher; 0 is the highest.

        Headings that look alike are siblings, whatever their words.
        """
        rank = next((known for known, look, _ in self.headings if look == style), rank)
        while self.headings and self.headings[-1][0] >= rank:
            self.headings.pop()
        self.headings.append((rank, style, text))
        self.first = self.first or text
        self.several = several
        self.sub = self.run_in = self.letter = self.key = None
        self.lettered = self.spoken = False

    def begin_run_in(self, text: str) -> None:
        """Open a heading that runs into its paragraph, unless the one above says the same."""
        if all(text.casefold() != known.casefold() for _, _, known in self.headings):
            self.run_in = text

    def lose(self) -> None:
        """Leave the answer: text was lost, and with it perhaps the next one's letter."""
        self.sub = self.letter = None

    def answer(self, letter: str | None, key: int | None, *, spoken: bool = False) -> None:
        """Begin an answer; a key without a letter only says which block the letters belong to."""
        self.sub = None
        self.letter = letter.upper() if letter else None
        self.lower = bool(letter) and letter != self.letter
        self.lettered = self.lettered or bool(letter)
        self.spoken = spoken
        if key is not None:
            self.key = key

    def paragraph(self) -> None:
        """Begin a numbered paragraph of the cable's own, which has no key.

        A heading run into the last one is over, and so is the answer, unless its key stood in a
        numbered paragraph too: then it can take several. A heading that was a numbered paragraph
        itself is over once its answers have been given.
        """
        self.run_in = None
        if not self.spoken:
            self.sub = self.letter = self.key = None
        if self.lettered and self.style == "numbered":
            self.headings.pop()
