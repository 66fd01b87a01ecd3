"""What a number at the head of a line means: a paragraph, an item of a list, or nothing.

A dump puts a pilcrow before any line that begins with a number, a pilcrow can be read as a 1, and
lists inside an answer are numbered like paragraphs. Only the sequence tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import define, frozen

if TYPE_CHECKING:
    from tipdiff.reading.layout import Gap

__all__ = ["Meaning", "Numbering", "Place"]


@frozen
class Meaning:
    """What a printed number stands for, and what had to be repaired to see it."""

    kind: Literal["paragraph", "item", "stray"]
    number: int
    repair: str | None = None


@frozen(eq=False)
class Place:
    """Where a number stands."""

    certain: bool  #: a classification or a heading stands with it, as only paragraphs have
    pilcrow: bool  #: a pilcrow or section sign stands before it
    torn: bool  #: the text before ends in the middle of a sentence ...
    broken: bool  #: ... though its last line had room for the number
    led: bool  #: the text before ends with a colon
    borne_out: bool  #: the next number, or answers keyed to this one, follow
    again: bool  #: the number itself is among those that follow
    gap: Gap


#: Paragraphs that can be missing in a row, or have lost their numbers, before a number is doubted.
_MOST_SKIPPED: Final = 3


@define(eq=False)
class Numbering:
    """The sequence so far: ``last`` paragraph, and last ``item`` of the list that is open."""

    last: int | None = None
    item: int | None = None
    item_gap: Gap = "none"

    def garbled(self) -> Meaning:
        """Return the meaning of a number that transmission has spoilt altogether."""
        number = 1 if self.last is None else self.last + 1
        self._take(number)
        return Meaning("paragraph", number, f"a garbled paragraph number is read as {number}")

    def read(self, number: int, place: Place) -> Meaning:
        """Return what ``number`` means in its place, and keep count."""
        due = None if self.last is None else self.last + 1
        starts = {due, 1, None if self.item is None else self.item + 1}
        # A list of names has no full stops, and can be misnumbered.
        listed = number in starts or (self.item is not None and place.gap == self.item_gap)
        # Names in a list fill their lines by chance; the next number goes on with an open list.
        due_item = self.item is not None and number == self.item + 1
        if not place.certain and place.torn and not (due_item or (place.broken and listed)):
            return Meaning("stray", number)
        if not place.certain and self._continues_list(number, due, place):
            self.item, self.item_gap = number, place.gap
            return Meaning("item", number)
        return self._paragraph(number, due, place)

    def _continues_list(self, number: int, due: int | None, place: Place) -> bool:
        if self.item is None:
            if number == 1:
                return place.led or self.last is not None
            if due is None or str(number) == f"1{due}":
                return False
            # A paragraph of its own that leaps is the questionnaire's next that applied.
            return number < due or (place.gap == "none" and self._leaps(number, due, place))
        if number == due:
            return place.again or (number == self.item + 1 and place.gap == self.item_gap)
        return True

    @staticmethod
    def _leaps(number: int, due: int, place: Place) -> bool:
        """Tell whether a number is too high for its place, and nothing after it bears it out."""
        return number > due + _MOST_SKIPPED and not place.borne_out

    def _paragraph(self, number: int, due: int | None, place: Place) -> Meaning:
        repair = None
        if due is not None and number != due:
            rest = int(str(number)[1:] or 0) if str(number)[0] == "1" and not place.pilcrow else 0
            if due <= rest <= due + _MOST_SKIPPED:
                repair = f"paragraph {number} is read as {rest}: a pilcrow was taken for a 1"
                number = rest
            elif number < due or self._leaps(number, due, place):
                repair = f"paragraph {number} after {self.last} is read as {due}"
                number = due
            else:
                repair = f"paragraph {number} follows {self.last}"
        self._take(number)
        return Meaning("paragraph", number, repair)

    def _take(self, number: int) -> None:
        self.last, self.item = number, None

    def close_list(self) -> None:
        """Forget the list that is open: an answer or a heading has begun."""
        self.item = None
