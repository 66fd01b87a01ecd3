"""Blocks into headings, answers, paragraphs and list items: torn ones rejoined.

Theory of operation. One pass over the blocks keeps the paragraph numbers, the open headings with
the answer's letter, and the open lists. Each block is a heading, begins a unit (a paragraph or list
item), or goes on with the unit before it, torn by a page mark or blank line. It ends with the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tipdiff.reading import headings, layout, questions
from tipdiff.reading.ahead import Ahead, marker
from tipdiff.reading.flow import Flow
from tipdiff.reading.labels import ANSWER_TOKENS, CLASSIFICATION
from tipdiff.reading.ledger import Unit
from tipdiff.reading.numbering import Meaning, Numbering, Place
from tipdiff.reading.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.labels import Label, Token
    from tipdiff.reading.layout import Block
    from tipdiff.reading.ledger import Ledger

__all__ = ["Reader"]

#: A line no longer than this, with room left in it, can be whole without a full stop: a total.
_SHORT: Final = 30
_MARK: Final = re.compile(rf"\s*({CLASSIFICATION})")
#: A name goes on after it, on the next line: J. / A. Osk.
_INITIAL: Final = re.compile(r"(?:^|\s)[A-Z]\.$")
#: Letters that a post can leave out between two answers: half of the longest block, A to O.
_MOST_MISSING: Final = 8


class Reader:
    """One pass over the blocks of a body."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.numbering = Numbering()
        self.sections = Sections()
        self.paragraph: int | None = None
        self.own_number = False  # the paragraph's number is the cable's own and in force
        self.bracketed = False  # the answers' letters stand in brackets
        self.unit = Unit()
        self.leads: list[tuple[str, str | None]] = []
        self.ahead = Ahead((), ())

    @property
    def is_open(self) -> bool:
        """Whether the unit so far ends in the middle of a sentence."""
        return bool(self.unit.last) and not layout.is_closed(self.unit.last)

    def finish(self, *, answered: bool = False) -> None:
        """Put the unit down; ``answered`` says that what follows can be the answer to it."""
        unit, self.unit = self.unit, Unit()
        if any(character.isalnum() for text, _ in unit.stretches for character in text):
            section = self.sections.enter()
            self.ledger.enter(unit, section, self.paragraph, answered=answered)

    # -- what a block is ----------------------------------------------------------------------

    def read(self, blocks: Sequence[Block]) -> None:
        """Read all blocks."""
        blocks = [part for block in blocks for part in headings.parted(block)]
        around = [None, *blocks, None]
        titles: list[str | None] = []
        for index, block in enumerate(blocks):
            named = headings.numbered(block, first=index == 0)
            title = headings.heading(named, around[index], around[index + 2])
            if title is not None:
                block.label = named.label
            titles.append(title)
        self.ahead = Ahead(blocks, titles)
        for index, block in enumerate(blocks):
            self.ahead.index = index
            if block.table is not None:
                self.finish(answered=True)
                over = titles[index - 1] if index else None
                self.ledger.tabulate(block.table, over, self.sections.enter(), self.paragraph)
            elif (title := titles[index]) is not None:
                self.open_heading(block, title)
            elif not self.open_label(block):
                self.go_on(block)
        self.finish()

    def open_heading(self, block: Block, title: str) -> None:
        """Open a heading: some carry a paragraph's number, some an answer's letter."""
        self.finish()
        self.ledger.asked = False
        self.numbering.close_list()
        self.leads.clear()
        self.put_label(block.label, block.lines[0].start)
        first = block.lines[0].start + block.label.rest
        self.ledger.mark("heading", first, block.lines[-1].end)
        letter = block.label.get(*ANSWER_TOKENS)
        if letter is not None:
            self.sections.answer(letter.value or None, letter.number)
            self.sections.sub = title
            return
        style = headings.style(block)
        number = block.label.get("number", "garbled")
        if number is None and self.is_inside(style):
            self.sections.sub = title
            return
        rank = 0 if self.sections.lettered else headings.rank(style, title)
        self.sections.heading(rank, style, title)
        self.own_number = False
        if number is not None:
            self.take_number(number, block, certain=True)

    def is_inside(self, style: str) -> bool:
        """Tell whether a heading stands inside a lettered answer: the letters run on after it."""
        current = self.sections.letter
        if current is None:
            return False
        token = self.ahead.letter()
        if token is None:
            return self.sections.style not in {None, style}
        if token.number is not None and token.number != self.sections.key:
            return False
        return token.value.upper() > current

    def open_label(self, block: Block) -> bool:
        """Begin what the block's label says; False where the label is none, or there is none."""
        weak = block.label.get("weak-letter")
        if weak and block.label.tokens[0] is not weak and not self.is_letter_due(block, weak):
            block.label = block.label.before("weak-letter")
        label = block.label
        if not label:
            return False
        head = label.tokens[0]
        if head.kind == "mark":
            head = label.get(*ANSWER_TOKENS) or self.as_letter(head)
        if head.kind in {"number", "garbled"}:
            return self.open_number(block, head)
        if head.kind in {"key", "letter", "weak-letter"}:
            return self.open_answer(block, head)
        if head.kind == "mark":
            item = label.get("item")
            self.begin(block, Unit() if item is None else Unit("item", marker(item)))
            return True
        return self.open_item(block, head)

    def as_letter(self, head: Token) -> Token:
        """Return what looks like a classification as the letter it is: (C) after (B)."""
        current = self.sections.letter
        value = head.text.strip("():")
        if not self.bracketed or current is None or len(value) > 1:
            return head
        return evolve(head, kind="letter", value=value) if ord(value) == ord(current) + 1 else head

    def open_number(self, block: Block, head: Token) -> bool:
        """Begin a numbered paragraph or item; False where the number belongs to a sentence."""
        meaning = self.take_number(head, block, certain=block.label.is_marked)
        if meaning.kind == "stray":
            self.ledger.note(
                block.lines[0].start,
                "stray-number",
                f"{head.text.strip()} at the head of the line is part of its sentence",
            )
            return False
        if meaning.kind == "item":
            self.begin(block, Unit("item", "1."))
            return True
        letter = block.label.get(*ANSWER_TOKENS)
        if letter is not None:
            self.take_letter(letter, block.lines[0].start, spoken=True)
        else:
            self.sections.paragraph()
        self.begin(block, Unit(labelled=True), run_in=letter is None)
        return True

    def take_number(self, token: Token, block: Block, *, certain: bool) -> Meaning:
        """Ask the sequence what a number means, and put down what was repaired."""
        last = self.unit.last
        if token.kind == "garbled":
            meaning = self.numbering.garbled()
        else:
            number, soon = int(token.value), self.ahead.numbers()
            meaning = self.numbering.read(
                number,
                Place(
                    certain=certain,
                    pilcrow=token.text[0] in "\u00b6\u00a7",
                    torn=self.is_open,
                    broken=block.broken,
                    led=last.endswith(":"),
                    borne_out=number + 1 in soon or self.ahead.keyed_to(number),
                    again=number in soon,
                    gap=block.gap,
                ),
            )
        if meaning.repair:
            self.ledger.note(block.lines[0].start, "paragraph-number", meaning.repair)
        if meaning.kind == "paragraph":
            self.finish()
            self.paragraph, self.own_number = meaning.number, True
        return meaning

    def take_letter(self, token: Token, place: int, *, spoken: bool = False) -> None:
        """Begin an answer."""
        self.finish()
        before = self.sections.letter
        same_block = token.number in {None, self.sections.key} and not spoken
        goes_on = token.value.upper() == before and re.search(
            r"\.\d", token.text
        )  # A.2. after A.1.
        if before and same_block and not goes_on and "" < token.value.upper() <= before:
            message = f"answer {token.value} after {before}, with no heading between"
            self.ledger.note(place, "answer-label", message)
        if token.number is not None and not self.own_number:
            self.paragraph = token.number
        self.bracketed = token.text.startswith("(")
        self.sections.answer(token.value or None, token.number, spoken=spoken)
        self.numbering.close_list()
        self.leads.clear()

    def open_answer(self, block: Block, head: Token) -> bool:
        """Begin an answer or a lettered item; False where the letter belongs to a sentence."""
        letter = block.label.get("letter", "weak-letter") or head
        inside = not block.broken or self.closes(head)
        if block.gap == "none" and self.is_open and inside and not self.follows(block, head):
            return False  # "(see" at a line's end, "5F) said" at the next one's head
        if head.kind == "weak-letter" and not self.is_letter_due(block, head):
            if not head.value.islower() or (self.unit.marker != "a)" and self.is_torn(block)):
                return False
            self.begin(block, Unit("item", "a)"))
            return True
        if head is not letter and head.number is not None:
            self.sections.key = head.number
        self.take_letter(letter, block.lines[0].start)
        item = block.label.get("item")
        self.begin(block, Unit(labelled=True) if item is None else Unit("item", marker(item)))
        return True

    def is_letter_due(self, block: Block, head: Token) -> bool:
        """Tell whether a letter without dashes can be the next answer's, and no initial or item."""
        current = self.sections.letter
        first = head.value[0]
        if block.gap == "none" and (self.is_open or _INITIAL.search(self.unit.last)):
            return self.follows(block, head)
        if first in "Aa":
            return current is None or first.islower() == self.sections.lower
        if current is None:
            # A part can open in the middle of a section; after a number it is an initial.
            return head is block.label.tokens[0] and first.isupper()
        if first.islower() != self.sections.lower:
            return False
        return 0 <= ord(first.upper()) - ord(current[-1]) <= _MOST_MISSING

    def closes(self, head: Token) -> bool:
        """Tell whether a label's bracket closes one that the sentence before has opened."""
        if not head.text.endswith(")") or "(" in head.text:
            return False
        text = Flow.of(self.unit.stretches).text
        return text.count("(") > text.count(")")

    def follows(self, block: Block, head: Token) -> bool:
        """Tell whether C) is the answer after B) although the sentence before lacks its full stop.

        The rest of a bracket or of a list inside the sentence is not.
        """
        current = self.sections.letter
        next_one = current is not None and ord(head.value[:1] or " ") == ord(current[-1]) + 1
        if not next_one or not head.text.endswith(")") or self.closes(head):
            return False
        begins = block.text[block.label.rest :][:1].isupper()
        return begins and layout.UNFINISHED.search(self.unit.last) is None

    def open_item(self, block: Block, head: Token) -> bool:
        """Begin a bullet or numbered item; False where it goes on with the sentence before."""
        last = self.unit.last
        same = self.unit.marker == marker(head)
        rest = block.text[block.label.rest :]
        lower = rest[:1].islower()
        if self.is_open:
            whole = block.gap == "none" and not block.broken and (lower or not same)
            torn = (
                not same
                and (lower or layout.UNFINISHED.search(last))
                and not self.ahead.sibling(head)
            )
            if whole or torn:
                return False
        elif last and not same and (block.gap, head.kind, block.broken) == ("none", "item", False):
            return self.ahead.next_item(head) and self.begin_item(block, head)
        return self.begin_item(block, head)

    def begin_item(self, block: Block, head: Token) -> bool:
        """Begin an item of a list; always true."""
        self.begin(block, Unit("bullet" if head.kind == "bullet" else "item", marker(head)))
        return True

    # -- how units begin and go on ------------------------------------------------------------

    def begin(self, block: Block, unit: Unit, *, run_in: bool = False) -> None:
        """Finish the unit before, and begin a new one with a block."""
        colon = self.unit.last.endswith(":")
        if self.unit.labelled and not self.unit.stretches and unit.kind == "sentence":
            unit.labelled = True  # the label stood alone on its line
        self.finish(answered=not unit.labelled and block.gap != "none")
        unit.paged = block.gap == "mark"
        if unit.labelled:
            self.ledger.asked = False
        line = block.lines[0]
        self.put_label(block.label, line.start)
        if unit.kind == "sentence":
            self.leads.clear()
        else:
            unit.lead = self.lead(unit.marker, colon or block.gap == "none")
        self.unit = unit
        rest = block.label.rest
        match = headings.RUN_IN.match(line.text, rest) if run_in else None
        if match and not headings.is_upper(line.text[match.end() :]):
            self.sections.begin_run_in(headings.clean(match["t"]))
            self.ledger.mark("heading", line.start + match.start(), line.start + match.end())
            # SUMMARY: (SBU) The ferries left.
            mark = _MARK.match(line.text, match.end())
            rest = match.end() if mark is None else mark.end()
            if mark is not None:
                self.ledger.mark("label", line.start + mark.start(1), line.start + mark.end(1))
            rest += len(line.text[rest:]) - len(line.text[rest:].lstrip())
        self.add(block, rest)

    def lead(self, mark: str, introduced: bool) -> str | None:
        """Return the id of the statement that introduces the list an item belongs to."""
        marks = [known for known, _ in self.leads]
        if mark in marks:
            del self.leads[marks.index(mark) + 1 :]
        else:
            before = self.ledger.statements[-1] if self.ledger.statements and introduced else None
            here = before is not None and before.section == self.sections.here
            self.leads.append((mark, before.id if before is not None and here else None))
        return self.leads[-1][1]

    def add(self, block: Block, rest: int = 0) -> None:
        """Put a block's lines into the unit, without its label and stray pilcrows."""
        for line in block.lines:
            text, place = line.text[rest:], line.start + rest
            rest = 0
            if text[:1] in "\u00b6\u00a7":
                bare = text[1:].lstrip()
                if line is not block.lines[0] or not block.label:
                    self.ledger.note(place, "stray-pilcrow", "a pilcrow here is no label")
                place += len(text) - len(bare)
                text = bare
            if text:
                self.unit.stretches.append((text, place))

    def put_label(self, label: Label, start: int) -> None:
        """Put down the label of a line that starts there."""
        if label:
            end = label.tokens[-1].end
            self.ledger.mark("label", start + label.tokens[0].start, start + end)

    def go_on(self, block: Block) -> None:
        """Take a block without a label: the rest of a torn sentence, or a paragraph of its own."""
        if block.gap == "none" and block.label:
            self.add(block)
        elif self.unit.stretches and self.is_torn(block):
            self.ledger.note(
                block.lines[0].start, "torn-sentence", "a sentence cut in two has been rejoined"
            )
            self.add(block)
        elif block.gap == "none" and self.unit.kind in {"bullet", "item"}:
            self.begin(layout.without_label(block), Unit(self.unit.kind, self.unit.marker))
        elif block.listed:
            self.begin(layout.without_label(block), Unit("item", "line"))
        else:
            self.begin(layout.without_label(block), Unit())

    def is_torn(self, block: Block) -> bool:
        """Tell whether a block goes on with the sentence that the unit before has left open."""
        last = self.unit.last
        lower = block.text.lstrip("\u00b6\u00a7 ")[:1].islower()
        run = last.endswith(";") and self.unit.kind == "sentence"  # it stays one
        if run or not self.is_open:
            return run and lower
        if not lower and block.gap == "blank" and self.unit.labelled and self.asks:
            return False  # a question that lost its mark, and its answer
        if lower or layout.UNFINISHED.search(last):
            return True
        if self.unit.kind != "sentence" or last.endswith((")", "]")) or block.gap == "none":
            return False
        if block.gap == "mark":
            return self.unit.size > _SHORT or not block.broken
        return self.unit.size > (layout.PROSE_LENGTH if block.broken else 2 * _SHORT)

    @property
    def asks(self) -> bool:
        """Whether the unit so far begins as a question does."""
        return questions.opens(Flow.of(self.unit.stretches).text)
