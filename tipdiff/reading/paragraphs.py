"""Blocks into headings, answers, paragraphs and list items: torn ones rejoined.

Theory of operation. One pass over the blocks keeps the paragraph numbers, the open headings with
the answer's letter, and the open lists. Each block is a heading, begins a unit (a paragraph or list
item), or goes on with the unit before it, torn by a page mark or blank line. It ends with the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tipdiff.patterns import regex
from tipdiff.reading import answers, headings, layout, naming, questions, titles
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
_MARK: Final = regex(rf"\s*({CLASSIFICATION})")
#: A phone number that a page mark has cut off whoever answers there.
_PHONE: Final = regex(r"[+(]?\d[\d() \-]{5,}")


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

    def finish(self, *, answered: bool = False, apart: bool = False) -> None:
        """Put the unit down.

        Args:
            answered: Whether what follows can be the answer to it.
            apart: Whether that is a paragraph of prose.

        """
        unit, self.unit = self.unit, Unit()
        if any(character.isalnum() for text, _ in unit.stretches for character in text):
            section = self.sections.enter()
            self.ledger.enter(unit, section, self.paragraph, answered=answered, apart=apart)

    def read(self, blocks: Sequence[Block], *, own: bool = False) -> None:
        """Read all blocks, of a cable or of a report of its ``own`` form."""
        self.ledger.repeats = questions.repeats(
            block.text[block.label.rest :]
            for block in blocks
            if block.label.get(*ANSWER_TOKENS, "number")
        )
        whole = [part for block in blocks for part in headings.parted(block)]
        blocks = titles.cut_off(whole, asked=self.ledger.repeats, own=own)
        around = [None, *blocks, None]
        named_by: list[str | None] = []
        for index, block in enumerate(blocks):
            if block.titled:
                named_by.append(naming.bare(block.text[block.label.rest :]))
                continue
            named = headings.numbered(block, first=index == 0)
            title = headings.heading(named, around[index], around[index + 2])
            if title is not None:
                block.label = named.label
            named_by.append(title)
        self.sections.own, self.sections.title = own, headings.title_look(blocks)
        self.ahead = Ahead(blocks, named_by)
        for index, block in enumerate(blocks):
            self.ahead.index = index
            if block.gap == "lost":  # no sentence and no answer goes on behind it
                self.finish()
                self.sections.lose()
            if block.table is not None:
                self.finish(answered=True)
                over = named_by[index - 1] if index else None
                self.ledger.tabulate(block.table, over, self.sections.enter(), self.paragraph)
            elif (title := named_by[index]) is not None:
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
        style = headings.style(block)
        if letter is not None and not answers.numbers_heading(self.sections, block, letter):
            self.sections.answer(letter.value or None, letter.number)
            self.sections.sub = title
            return
        if letter is not None:
            small = self.sections.style != "decimal" and not letter.is_decimal
            style = ("lettered" if small else "decimal") if style == "letter" else style
        number = block.label.get("number", "garbled")
        if number is None and not block.label.get("outline") and self.is_inside():
            self.sections.sub = title
            return
        rank = self.sections.rank(style, title, headings.rank(style, title))
        self.sections.heading(rank, style, title, several=self.ahead.several_keys())
        self.own_number = False
        if number is not None:
            self.take_number(number, block, certain=True)

    def is_inside(self) -> bool:
        """Tell whether a heading stands inside a lettered answer: the letters run on after it."""
        current = self.sections.letter
        if current is None:
            return False
        token = self.ahead.letter()
        if token is None:
            return False
        if token.number is not None and token.number != self.sections.key:
            return False
        return token.value.upper() > current

    def open_label(self, block: Block) -> bool:
        """Begin what the block's label says; False where the label is none, or there is none."""
        weak = block.label.get("weak-letter")
        if (
            weak
            and block.label.tokens[0] is not weak
            and not answers.is_due(self.unit, self.sections, block, weak)
        ):
            block.label = block.label.before("weak-letter")
        label = block.label
        if not label:
            return False
        head = label.tokens[0]
        if head.kind == "mark":
            head = label.get(*ANSWER_TOKENS) or answers.as_letter(
                head, self.sections, bracketed=self.bracketed
            )
        if head.kind in {"number", "garbled"}:
            return self.open_number(block, head)
        if head.kind == "outline":
            self.sections.paragraph()
            return self.begin(block, Unit(labelled=True), run_in=True)
        if head.kind in {"key", "letter", "weak-letter"}:
            return self.open_answer(block, head)
        if head.kind == "mark":
            item = label.get("item")
            return self.begin(block, Unit() if item is None else Unit("item", marker(item)))
        return self.open_item(block, head)

    def open_number(self, block: Block, head: Token) -> bool:
        """Begin a numbered paragraph or item; False where the number belongs to a sentence."""
        certain = block.label.is_marked or block.label.get("key") is not None
        meaning = self.take_number(head, block, certain=certain)
        if meaning.kind == "stray":
            self.ledger.note(
                block.lines[0].start,
                "stray-number",
                f"{head.text.strip()} at the head of the line is part of its sentence",
            )
            return False
        if meaning.kind == "item":
            return self.begin(block, Unit("item", "1."))
        letter = block.label.get(*ANSWER_TOKENS)
        if letter is not None:
            self.take_letter(letter, block.lines[0].start, spoken=True)
        else:
            self.sections.paragraph()
        return self.begin(block, Unit(labelled=True), run_in=letter is None)

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
                    torn=self.unit.is_open,
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
        inside = not block.broken or answers.closes(self.unit, head)
        if (
            block.gap == "none"
            and self.unit.is_open
            and inside
            and not answers.follows(self.unit, self.sections, block, head)
        ):
            return False  # "(see" at a line's end, "5F) said" at the next one's head
        if head.kind == "weak-letter" and not self.is_due(block, head):
            if not head.value.islower() or (self.unit.marker != "a)" and self.is_torn(block)):
                return False
            return self.begin(block, Unit("item", "a)"))
        if head is not letter and head.number is not None:
            self.sections.key = head.number
        self.take_letter(letter, block.lines[0].start)
        item = block.label.get("item")
        return self.begin(
            block, Unit(labelled=True) if item is None else Unit("item", marker(item))
        )

    def is_due(self, block: Block, head: Token) -> bool:
        """Tell whether a letter without dashes can be the next answer's."""
        return answers.is_due(self.unit, self.sections, block, head)

    def open_item(self, block: Block, head: Token) -> bool:
        """Begin a bullet or numbered item; False where it goes on with the sentence before."""
        last = self.unit.last
        same = self.unit.marker == marker(head)
        rest = block.text[block.label.rest :]
        lower = rest[:1].islower()
        if self.unit.is_open:
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
        return self.begin(block, Unit("bullet" if head.kind == "bullet" else "item", marker(head)))

    # -- how units begin and go on ------------------------------------------------------------

    def begin(self, block: Block, unit: Unit, *, run_in: bool = False) -> bool:
        """Finish the unit before, and begin a new one with a block; always true."""
        colon = self.unit.last.endswith(":")
        if self.unit.labelled and not self.unit.stretches and unit.kind == "sentence":
            unit.labelled = True  # the label stood alone on its line
        answered = not unit.labelled and block.gap != "none"
        apart = answered and unit.kind == "sentence" and block.text[:1].isupper()
        self.finish(answered=answered, apart=apart)
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
        named = naming.of_question(line.text, block.label)
        if named:  # REFTEL Question 27 - Ports. --A. They left.
            self.ledger.mark("heading", line.start + rest, line.start + rest + len(named))
            rest += len(named)
            rest += len(line.text[rest:]) - len(line.text[rest:].lstrip())
        if block.run_in:
            self.sections.begin_run_in(naming.bare(line.text[rest : block.run_in]))
            self.ledger.mark("heading", line.start + rest, line.start + block.run_in)
            rest = block.run_in
        match = headings.RUN_IN.match(line.text, rest) if run_in and not block.run_in else None
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
        return True

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
        if run or not self.unit.is_open:
            contact = block.gap == "mark" and last.endswith(":") and _PHONE.match(block.text)
            return lower if run else bool(contact)
        asked = not lower and block.gap == "blank" and self.unit.labelled and self.asks
        if asked or answers.quotes_law(block.text):  # a question without its mark, and its answer
            return False
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
