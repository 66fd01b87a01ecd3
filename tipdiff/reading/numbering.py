"""What a number at the head of a line means: a paragraph, an item of a list, or nothing.

A dump puts a pilcrow before any line that begins with a number, a pilcrow can be read as a 1, and
lists inside an answer are numbered like paragraphs. Only the sequence tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import define, frozen

if TYPE_CHECKING:
    from tipdiff.reading.layout import Gap

__all__ = ["Meaning", "Numbering"]


@frozen
class Meaning:
    """What a printed number stands for, and what had to be repaired to see it."""

    kind: Literal["paragraph", "item", "stray"]
    number: int
    repair: str | None = None


@define
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

    def read(
        self, number: int, *, certain: bool, pilcrow: bool, torn: bool, led: bool, gap: Gap
    ) -> Meaning:
        """Return what ``number`` means here, and keep count.

        Args:
            number: The number as printed.
            certain: Whether a classification or a heading stands with it, as only paragraphs have.
            pilcrow: Whether a pilcrow or section sign stands before it.
            torn: Whether the text before ends in the middle of a sentence.
            led: Whether the text before ends with a colon.
            gap: What lies between the text before and the number.
        """
        due = None if self.last is None else self.last + 1
        if not certain and torn and (number != due or gap == "none"):
            return Meaning("stray", number)
        if not certain and self._continues_list(number, due, led, gap):
            self.item, self.item_gap = number, gap
            return Meaning("item", number)
        return self._paragraph(number, due, pilcrow)

    def _continues_list(self, number: int, due: int | None, led: bool, gap: Gap) -> bool:
        if self.item is None:
            if number == 1:
                return led or self.last is not None
            return due is not None and number < due
        if number == due:
            return number == self.item + 1 and gap == self.item_gap
        return True

    def _paragraph(self, number: int, due: int | None, pilcrow: bool) -> Meaning:
        repair = None
        if due is not None and number != due:
            if not pilcrow and str(number) == f"1{due}":
                repair = f"paragraph {number} is read as {due}: a pilcrow was taken for a 1"
                number = due
            elif number < due:
                repair = f"paragraph {number} after {self.last} is read as {due}"
                number = due
            else:
                repair = f"paragraph {number} follows {self.last}"
        elif due is None and not pilcrow and 10 < number < 20:
            # The first number of a part cable can be any: nothing shows that this one is wrong.
            repair = f"the first paragraph number is {number}"
        self._take(number)
        return Meaning("paragraph", number, repair)

    def _take(self, number: int) -> None:
        self.last, self.item = number, None

    def close_list(self) -> None:
        """Forget the list that is open: an answer or a heading has begun."""
        self.item = None
