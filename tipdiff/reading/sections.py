"""Where in a report the reader stands: the headings that are open, and the answer's letter.

``section`` is the headings from the outermost in, then the letter. A heading of the same look as an
open one takes its place. A heading inside an answer, which the letters run on after, is open until
the next answer; it stands before the letter, as a heading, though it lies below it. Where a cable has
lost its headings, the number of the question's paragraph takes their place, for letters begin anew
under each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

if TYPE_CHECKING:
    from tipdiff.records import Section

__all__ = ["Sections"]


@define
class Sections:
    """The open headings, and all sections met so far in order."""

    headings: list[tuple[str, str]] = Factory(list)  #: (style, text), outermost first
    sub: str | None = None
    run_in: str | None = None
    letter: str | None = None
    key: int | None = None  #: the number in the answers' keys: 27 in "27 A."
    lettered: bool = False  #: answers have stood below the last heading
    fresh: bool = False  #: nothing has stood below the last heading yet
    seen: dict[Section, None] = Factory(dict)

    @property
    def here(self) -> Section:
        """The section of what comes next."""
        names = [text for _, text in self.headings]
        if not names and self.key is not None:
            names.append(str(self.key))
        names += [name for name in (self.sub, self.run_in, self.letter) if name]
        return tuple(names)

    def enter(self) -> Section:
        """Return the section of what comes next, and note that it holds something."""
        here = self.here
        self.fresh = False
        if here:
            self.seen.setdefault(here)
        return here

    def heading(self, style: str, text: str, *, inside: bool) -> None:
        """Open a heading; ``inside`` says that it stands inside a lettered answer."""
        if inside:
            self.sub = text
            return
        open_styles = [known for known, _ in self.headings]
        if style in open_styles:
            del self.headings[open_styles.index(style) :]
        elif not self.fresh:
            self.headings.clear()
        self.headings.append((style, text))
        self.sub = self.run_in = self.letter = self.key = None
        self.fresh, self.lettered = True, False

    def begin_run_in(self, text: str) -> None:
        """Open a heading that runs into its paragraph, unless the one above says the same."""
        if all(text.casefold() != known.casefold() for _, known in self.headings):
            self.run_in = text

    def answer(self, letter: str | None, key: int | None) -> None:
        """Begin an answer; a key without a letter only says which block the letters belong to."""
        self.sub = None
        self.letter = None if letter is None else letter.upper()
        self.lettered = self.lettered or letter is not None
        if key is not None:
            self.key = key

    def paragraph(self) -> None:
        """Begin a numbered paragraph of the cable's own: a heading run into the last one is over.

        So is a heading that was a numbered paragraph itself, once its answers have been given.
        """
        self.run_in = None
        if self.lettered and self.headings and self.headings[-1][0] == "numbered":
            self.headings.clear()
