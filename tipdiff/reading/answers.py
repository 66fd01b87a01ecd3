"""Which letters begin an answer: the next one due, and no initial, item or end of a bracket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.patterns import regex
from tipdiff.reading import layout
from tipdiff.reading.flow import Flow

if TYPE_CHECKING:
    from tipdiff.reading.labels import Token
    from tipdiff.reading.layout import Block
    from tipdiff.reading.ledger import Unit
    from tipdiff.reading.sections import Sections

__all__ = ["as_letter", "closes", "follows", "is_due", "numbers_heading"]

#: A name goes on after it, on the next line: J. / A. Osk.
_INITIAL: Final = regex(r"(?:^|\s)[A-Z]\.$")
#: Letters that a post can leave out between two answers: half of the longest block, A to O.
_MOST_MISSING: Final = 8
#: The last item of a list is next, on a line of its own: (b) burning boats; and / (c) hiding ropes.
_LAST_NEXT: Final = regex(r"[;,] (?:and|or)$")


def as_letter(head: Token, sections: Sections, *, bracketed: bool) -> Token:
    """Return what looks like a classification as the letter it is: (C) after (B)."""
    current = sections.letter
    value = head.text.strip("():")
    if not bracketed or current is None or len(value) > 1:
        return head
    return evolve(head, kind="letter", value=value) if ord(value) == ord(current) + 1 else head


def is_due(unit: Unit, sections: Sections, block: Block, head: Token) -> bool:
    """Tell whether a letter without dashes can be the next answer's, and no initial or item."""
    current = sections.letter
    first = head.value[0]
    if is_listed(unit, block, head):
        return False
    if block.gap == "none" and (unit.is_open or _INITIAL.search(unit.last)):
        return follows(unit, sections, block, head)
    if first in "Aa":
        return current is None or first.islower() == sections.lower
    if current is None:
        # A part can open in the middle of a section; after a number it is an initial.
        return head is block.label.tokens[0] and first.isupper()
    if first.islower() != sections.lower:
        return False
    return 0 <= ord(first.upper()) - ord(current[-1]) <= _MOST_MISSING


def is_listed(unit: Unit, block: Block, head: Token) -> bool:
    """Tell whether a small letter is an item's: the next of a list, or the first behind a colon."""
    if not head.value.islower() or block.gap != "none":
        return False
    return unit.marker == "a)" or (head.value == "a" and unit.last.endswith(":"))


#: What a law that an answer quotes calls its parts, at the head of a line: Article 102: Arson.
_PART_OF_LAW: Final = regex(r"(?:Article|Section|Chapter|Annex) \d{1,4}: +[A-Z]")


def quotes_law(text: str) -> bool:
    """Tell whether a text opens as a part of a law does: nothing goes on so."""
    return _PART_OF_LAW.match(text) is not None


def closes(unit: Unit, head: Token) -> bool:
    """Tell whether a label's bracket closes one that the sentence before has opened."""
    if not head.text.endswith(")") or "(" in head.text:
        return False
    text = Flow.of(unit.stretches).text
    return text.count("(") > text.count(")")


def follows(unit: Unit, sections: Sections, block: Block, head: Token) -> bool:
    """Tell whether C) is the answer after B) although the sentence before lacks its full stop.

    The rest of a bracket or of a list inside the sentence is not.
    """
    if unit.marker == "a)" and head.value.islower() and _LAST_NEXT.search(unit.last):
        return not closes(unit, head)
    current = sections.letter
    next_one = current is not None and ord(head.value[:1] or " ") == ord(current[-1]) + 1
    if not next_one or not head.text.endswith(")") or closes(unit, head):
        return False
    begins = block.text[block.label.rest :][:1].isupper()
    return begins and layout.UNFINISHED.search(unit.last) is None


def numbers_heading(sections: Sections, block: Block, letter: Token) -> bool:
    """Tell whether a letter numbers a heading, and no answer: A.1., in a box, b. after A.11.

    Only a cable answers to letters: a title behind one in another report is a heading.
    """
    boxed = block.rule_above and block.rule_below
    small = sections.is_numbered and letter.value.islower()
    return letter.is_decimal or boxed or small or (sections.own and block.titled == "letter")
