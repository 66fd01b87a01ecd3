"""Blocks into headings, answers, paragraphs and list items: torn ones rejoined.

Theory of operation. One pass over the blocks keeps three counts: the paragraph numbers, the open
headings with the answer's letter, and the lists that are open. Each block is a heading, begins a
unit (a paragraph or a list item), or goes on with the unit before it, which a page mark or a blank
line has torn. A unit is put down when the next begins: only then is it known whether an answer
follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.reading import headings, layout, questions
from tipdiff.reading.flow import Flow
from tipdiff.reading.labels import ANSWER_TOKENS
from tipdiff.reading.ledger import Unit
from tipdiff.reading.numbering import Meaning, Numbering, Place
from tipdiff.reading.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.labels import Label, Token
    from tipdiff.reading.layout import Block
    from tipdiff.reading.ledger import Ledger

__all__ = ["UNFINISHED", "Reader"]

#: A text that ends so goes on, whatever stands between: "... the Council of".
UNFINISHED: Final = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|from|with|that|which|who|as|than|is|are|was|were"
    r"|has|have|had|not|its|their|his|her|this|these|between|under|into|also|be|been|will|may))$",
    re.IGNORECASE,
)
#: A line no longer than this, with room left in it, can be whole without a full stop: a total.
_SHORT: Final = 30
#: A name goes on after it, on the next line: J. / A. Osk.
_INITIAL: Final = re.compile(r"(?:^|\s)[A-Z]\.$")
#: So many numbers ahead are looked at to bear one out.
_LOOKAHEAD: Final = 3
#: So many blocks ahead they are looked for: past the longest list inside an answer, of 44 items.
_SIGHT: Final = 100
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
        self.unit = Unit()
        self.leads: list[tuple[str, str | None]] = []
        self.blocks: Sequence[Block] = ()
        self.headings: list[str | None] = []
        self.index = 0

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
        around = [None, *blocks, None]
        self.headings = []
        for index, block in enumerate(blocks):
            named = headings.numbered(block)
            title = headings.heading(named, around[index], around[index + 2])
            if title is not None:
                block.label = named.label
            self.headings.append(title)
        self.blocks = blocks
        for index, block in enumerate(blocks):
            self.index = index
            title = self.headings[index]
            if title is not None:
                self.open_heading(index, block, title)
            elif not self.open_label(block):
                self.go_on(block)
        self.finish()

    def open_heading(self, index: int, block: Block, title: str) -> None:
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
        if number is None and self.is_inside(index, style):
            self.sections.sub = title
            return
        rank = 0 if self.sections.lettered else headings.rank(style, title)
        self.sections.heading(rank, style, title)
        self.own_number = False
        if number is not None:
            self.take_number(number, block, certain=True)

    def is_inside(self, index: int, style: str) -> bool:
        """Tell whether a heading stands inside a lettered answer: the letters run on after it."""
        current = self.sections.letter
        if current is None:
            return False
        for place in range(index + 1, len(self.blocks)):
            label = self.blocks[place].label
            token = label.get(*ANSWER_TOKENS)
            if label.get("number") and self.headings[place] is not None:
                break
            if token is not None and token.value:
                if token.number is not None and token.number != self.sections.key:
                    return False
                return token.value.upper() > current
        return self.sections.style not in {None, style}

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
            head = label.get(*ANSWER_TOKENS) or head
        if head.kind in {"number", "garbled"}:
            return self.open_number(block, head)
        if head.kind in {"key", "letter", "weak-letter"}:
            return self.open_answer(block, head)
        if head.kind == "mark":
            item = label.get("item")
            self.begin(block, Unit() if item is None else Unit("item", _marker(item)))
            return True
        return self.open_item(block, head)

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
            number, soon = int(token.value), self.soon()
            meaning = self.numbering.read(
                number,
                Place(
                    certain=certain,
                    pilcrow=token.text[0] in "\u00b6\u00a7",
                    torn=self.is_open,
                    broken=block.broken,
                    led=last.endswith(":"),
                    borne_out=number + 1 in soon or self.is_keyed_to(number),
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

    def soon(self) -> list[int]:
        """Return the next numbers at the heads of lines, and the next that only paragraphs have."""
        numbers: list[int] = []
        own: list[int] = []
        for place in range(self.index + 1, min(self.index + _SIGHT, len(self.blocks))):
            label = self.blocks[place].label
            if token := label.get("number"):
                numbers.append(int(token.value))
                if label.is_marked or self.headings[place] is not None:
                    own.append(int(token.value))
                if len(own) == _LOOKAHEAD:
                    break
        return [*numbers[:_LOOKAHEAD], *own]

    def is_keyed_to(self, number: int) -> bool:
        """Tell whether the next answer is keyed to a number: 27. Ports, -- 27 A. The ferries."""
        blocks = self.blocks[self.index + 1 : self.index + _SIGHT]
        ahead = (block.label.get(*ANSWER_TOKENS) for block in blocks)
        answer = next((token for token in ahead if token is not None), None)
        return answer is not None and answer.number == number

    def take_letter(self, token: Token, place: int, *, spoken: bool = False) -> None:
        """Begin an answer."""
        self.finish()
        before = self.sections.letter
        same_block = token.number in {None, self.sections.key} and not spoken
        if before and same_block and "" < token.value.upper() <= before:
            message = f"answer {token.value} after {before}, with no heading between"
            self.ledger.note(place, "answer-label", message)
        if token.number is not None and not self.own_number:
            self.paragraph = token.number
        self.sections.answer(token.value or None, token.number, spoken=spoken)
        self.numbering.close_list()

    def open_answer(self, block: Block, head: Token) -> bool:
        """Begin an answer or a lettered item; False where the letter belongs to a sentence."""
        letter = block.label.get("letter", "weak-letter") or head
        if block.gap == "none" and not block.broken and self.is_open:
            return False  # "(see" at a line's end, "5F) said" at the next one's head
        if head.kind == "weak-letter" and not self.is_letter_due(block, head):
            if self.is_torn(block) or not head.value.islower():
                return False
            self.begin(block, Unit("item", "a)"))
            return True
        if head is not letter and head.number is not None:
            self.sections.key = head.number
        self.take_letter(letter, block.lines[0].start)
        self.begin(block, Unit(labelled=True))
        return True

    def is_letter_due(self, block: Block, head: Token) -> bool:
        """Tell whether a letter without dashes can be the next answer's, and no initial or item."""
        current = self.sections.letter
        if block.gap == "none" and (self.is_open or _INITIAL.search(self.unit.last)):
            return False
        first = head.value[0]
        if first in "Aa":
            return current is None or first.islower() == self.sections.lower
        if current is None:
            # A part can open in the middle of a section; after a number it is an initial.
            return head is block.label.tokens[0] and first.isupper()
        if first.islower() != self.sections.lower:
            return False
        return 0 <= ord(first.upper()) - ord(current[-1]) <= _MOST_MISSING

    def open_item(self, block: Block, head: Token) -> bool:
        """Begin a bullet or numbered item; False where it goes on with the sentence before."""
        last = self.unit.last
        same = self.unit.marker == _marker(head)
        rest = block.text[block.label.rest :]
        lower = rest[:1].islower()
        if self.is_open:
            whole = block.gap == "none" and not block.broken and (lower or not same)
            torn = not same and (lower or UNFINISHED.search(last)) and not self.has_sibling(head)
            if whole or torn:
                return False
        elif last and not same and (block.gap, head.kind, block.broken) == ("none", "item", False):
            return self.has_next_item(block, head) and self.begin_item(block, head)
        return self.begin_item(block, head)

    def has_sibling(self, head: Token) -> bool:
        """Tell whether the next block is an item with the same marker."""
        after = self.blocks[self.index + 1 : self.index + 2]
        tokens = after[0].label.tokens if after else ()
        return bool(tokens) and tokens[0].kind == head.kind and _marker(tokens[0]) == _marker(head)

    def begin_item(self, block: Block, head: Token) -> bool:
        """Begin an item of a list; always true."""
        self.begin(block, Unit("bullet" if head.kind == "bullet" else "item", _marker(head)))
        return True

    def has_next_item(self, block: Block, head: Token) -> bool:
        """Tell whether the next number of a list stands at the head of a line, not inside one."""
        if not head.value.isdigit():
            return True
        wanted = str(int(head.value) + 1)
        if re.search(rf"\(?\b{wanted}\)\s", block.text):
            return False
        place = self.index + 1
        token = self.blocks[place].label.get("item") if place < len(self.blocks) else None
        return token is not None and token.value == wanted

    # -- how units begin and go on ------------------------------------------------------------

    def begin(self, block: Block, unit: Unit, *, run_in: bool = False) -> None:
        """Finish the unit before, and begin a new one with a block."""
        colon = self.unit.last.endswith(":")
        if self.unit.labelled and not self.unit.stretches and unit.kind == "sentence":
            unit.labelled = True  # the label stood alone on its line
        self.finish(answered=not unit.labelled and block.gap != "none")
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
            rest = match.end()
            rest += len(line.text[rest:]) - len(line.text[rest:].lstrip())
        self.add(block, rest)

    def lead(self, marker: str, introduced: bool) -> str | None:
        """Return the id of the statement that introduces the list an item belongs to."""
        markers = [known for known, _ in self.leads]
        if marker in markers:
            del self.leads[markers.index(marker) + 1 :]
        else:
            before = self.ledger.statements[-1] if self.ledger.statements and introduced else None
            here = before is not None and before.section == self.sections.here
            self.leads.append((marker, before.id if before is not None and here else None))
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
        if not self.is_open:
            return False
        lower = block.text.lstrip("\u00b6\u00a7 ")[:1].islower()
        if not lower and block.gap == "blank" and self.unit.labelled and self.asks:
            return False  # a question that lost its mark, and its answer
        if lower or UNFINISHED.search(last):
            return True
        if self.unit.kind != "sentence" or last.endswith((")", "]")) or block.gap == "none":
            return False
        if block.gap == "mark":
            return self.unit.size > _SHORT or not block.broken
        return self.unit.size > layout.PROSE_LENGTH

    @property
    def asks(self) -> bool:
        """Whether the unit so far begins as a question does."""
        return questions.opens(Flow.of(self.unit.stretches).text)


def _marker(token: Token) -> str:
    return token.value if token.kind == "bullet" else re.sub(r"\w+", "1", token.text.strip())
