"""The body of one cable: paragraphs found, torn ones rejoined, statements told from the rest.

Theory of operation. The body is cut into blocks (:mod:`~tipdiff.reading.layout`). One pass over them
keeps three counts: the paragraph numbers, the open headings and the answer's letter, and the list
that is open. Each block is a heading, begins a unit (a paragraph or a list item), or goes on with the
unit before it, which a page mark or a blank line has torn. A unit is finished when the next begins:
then it is known whether an answer follows, and its sentences become the questionnaire's question and
the post's statements.

Every letter of the body ends up in a statement, a question or a mark; every repair is a diagnostic.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, frozen

from tipdiff.reading import headings, layout, questions, sentences
from tipdiff.reading.flow import Flow
from tipdiff.reading.numbering import Meaning, Numbering, Place
from tipdiff.reading.sections import Sections
from tipdiff.records import Diagnostic, Mark, Question, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.document import Document
    from tipdiff.reading.header import Header
    from tipdiff.reading.labels import Label, Token
    from tipdiff.reading.layout import Block, Line
    from tipdiff.records import MarkKind, Section, StatementKind

__all__ = ["Body", "read_body"]


@frozen
class Body:
    """What the body of one cable holds.

    ``part`` and ``parts`` are set only where the text itself says which part of a report it is;
    ``truncated`` says that it breaks off in the middle of a sentence.
    """

    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    marks: tuple[Mark, ...]
    diagnostics: tuple[Diagnostic, ...]
    truncated: bool
    part: int | None = None
    parts: int | None = None


@define
class _Unit:
    """A paragraph or list item in the making."""

    kind: StatementKind = "sentence"
    marker: str = ""
    labelled: bool = False  #: opens an answer or a numbered paragraph
    lead: str | None = None
    stretches: list[tuple[str, int]] = Factory(list)

    @property
    def last(self) -> str:
        return self.stretches[-1][0] if self.stretches else ""

    @property
    def size(self) -> int:
        return sum(len(text) for text, _ in self.stretches)


#: A text that ends so goes on, whatever stands between: "... the Council of".
_UNFINISHED: Final = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|from|with|that|which|who|as|than|is|are|was|were"
    r"|has|have|had|not|its|their|his|her|this|these|between|under|into|also|be|been|will|may))$",
    re.IGNORECASE,
)
_SELF_PART: Final = re.compile(
    r"\bthis (?:cable |message |report )?is part (\w+) of (\w+)\b", re.IGNORECASE
)
_PART_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        ("one i", "two ii", "three iii", "four iv", "five v", "six vi", "seven vii", "eight viii"),
        1,
    )
    for name in [*names.split(), str(number)]
}
_SURNAME = re.compile(r"[A-Z][A-Z'\-]+(?: [A-Z][A-Z'.\-]*){0,3}")
_LAST_WORDS = re.compile(r"N{4,}|#+|BT")


def _closing_from(found: Sequence[Line]) -> int:
    """Return the index of the line that the closing begins at: surname, NNNN, captions."""
    index, surname = len(found), False
    for place in range(len(found) - 1, -1, -1):
        line = found[place]
        if line.kind == "text":
            if _LAST_WORDS.fullmatch(line.text):
                index = place
            elif (
                not surname
                and place
                and _SURNAME.fullmatch(line.text)
                and not headings.is_known(line.text)
            ):
                index, surname = place, True
            else:
                break
        elif line.kind != "blank":
            index = min(index, place)
    return index


class _Reader:
    """One pass over the blocks of a body."""

    def __init__(self, document: Document, cable_id: str) -> None:
        self.document = document
        self.cable_id = cable_id
        self.numbering = Numbering()
        self.sections = Sections()
        self.paragraph: int | None = None
        self.own_number = False  # the paragraph's number is the cable's own and in force
        self.unit = _Unit()
        self.asked = False  # the unit before was a question altogether
        self.leads: list[tuple[str, str | None]] = []
        self.blocks: list[Block] = []
        self.index = 0
        self.headings: list[str | None] = []
        self.statements: list[Statement] = []
        self.questions: list[Question] = []
        self.marks: list[Mark] = []
        self.diagnostics: list[Diagnostic] = []

    # -- what is put down ---------------------------------------------------------------------

    def mark(self, kind: MarkKind, start: int, end: int) -> None:
        document = self.document
        self.marks.append(
            Mark(kind, document.text[start:end], document.name, document.span(start, end))
        )

    def note(self, place: int, kind: str, message: str) -> None:
        document = self.document
        self.diagnostics.append(Diagnostic(document.name, document.line(place), kind, message))

    def finish(self, *, answered: bool) -> None:
        """Turn the unit into a question and statements; ``answered``: what follows can be its answer."""
        unit, self.unit = self.unit, _Unit()
        if not unit.stretches:
            return
        flow = Flow.of(unit.stretches)
        text = flow.text
        spans = sentences.sentence_spans(text)
        asked = 0
        if unit.kind == "sentence" and (unit.labelled or self.asked):
            asked = questions.question_length(
                [text[start:end] for start, end in spans],
                answered=answered,
                going_on=self.asked and not unit.labelled,
            )
        if not any(character.isalnum() for character in text):
            return
        section = self.sections.enter()
        name = self.document.name
        if asked:
            start, end = spans[0][0], spans[asked - 1][1]
            place = self.document.span(*flow.span(start, end))
            self.questions.append(Question(_single(text[start:end]), section, name, place))
        self.asked = asked > 0 and asked == len(spans)
        for start, end in spans[asked:]:
            sentence = _single(text[start:end])
            first, last = flow.span(start, end)
            if sentences.is_closing(sentence):
                self.mark("closing", first, last)
                continue
            if not any(character.isalnum() for character in sentence):
                continue
            self.statements.append(
                Statement(
                    f"{self.cable_id}:{len(self.statements) + 1}",
                    sentence,
                    section,
                    self.paragraph,
                    name,
                    self.document.span(first, last),
                    "pointer" if sentences.is_pointer(sentence) else unit.kind,
                    unit.lead,
                )
            )

    # -- what a block is ----------------------------------------------------------------------

    def read(self, blocks: Sequence[Block]) -> None:
        """Read all blocks."""
        around = [None, *blocks, None]
        self.headings = [
            headings.heading(block, around[index], around[index + 2])
            for index, block in enumerate(blocks)
        ]
        self.blocks = list(blocks)
        for index, block in enumerate(blocks):
            self.index = index
            title = self.headings[index]
            if title is not None:
                self.open_heading(index, block, title)
            elif not self.open_label(block):
                self.go_on(block)
        self.finish(answered=False)

    def open_heading(self, index: int, block: Block, title: str) -> None:
        """A heading: numbered ones carry the paragraph's number, some an answer's letter."""
        self.finish(answered=False)
        self.asked = False
        self.numbering.close_list()
        self.leads.clear()
        self.put_label(block.label, block.lines[0].start)
        first = block.lines[0].start + block.label.rest
        self.mark("heading", first, block.lines[-1].end)
        letter = block.label.get("key", "letter", "weak-letter")
        if letter is not None:
            self.sections.answer(letter.value or None, letter.number)
            self.sections.sub = title
            return
        style = headings.style(block)
        number = block.label.get("number", "garbled")
        self.sections.heading(style, title, inside=number is None and self.is_inside(index, style))
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
            token = label.get("key", "letter", "weak-letter")
            if label.get("number") and self.headings[place] is not None:
                break
            if token is not None and token.value:
                if token.number is not None and token.number != self.sections.key:
                    return False
                return token.value.upper() > current
        return bool(self.sections.headings) and self.sections.headings[-1][0] != style

    def open_label(self, block: Block) -> bool:
        """Begin what the block's label says; False where the label is none, or there is none."""
        label = block.label
        if not label:
            return False
        head = label.tokens[0]
        if head.kind in {"number", "garbled"}:
            return self.open_number(block, head)
        if head.kind in {"key", "letter", "weak-letter"}:
            return self.open_answer(block, head)
        if head.kind == "mark":
            self.begin(block, _Unit())
            return True
        return self.open_item(block, head)

    def open_number(self, block: Block, head: Token) -> bool:
        meaning = self.take_number(head, block, certain=block.label.is_marked)
        if meaning.kind == "stray":
            self.note(
                block.lines[0].start,
                "stray-number",
                f"{head.text.strip()} at the head of the line is part of its sentence",
            )
            return False
        if meaning.kind == "item":
            self.begin(block, _Unit("item", "1."))
            return True
        letter = block.label.get("key", "letter", "weak-letter")
        if letter is not None:
            self.take_letter(letter)
        else:
            self.sections.paragraph()
            if block.label.get("mark") is None or self.sections.letter is None:
                self.sections.answer(None, None)
        self.begin(block, _Unit(labelled=True), run_in=letter is None)
        return True

    def take_number(self, token: Token, block: Block, *, certain: bool) -> Meaning:
        """Ask the sequence what a number means, and put down what was repaired."""
        last = self.unit.last
        if token.kind == "garbled":
            meaning = self.numbering.garbled()
        else:
            soon = self.soon()
            meaning = self.numbering.read(
                int(token.value),
                Place(
                    certain=certain,
                    pilcrow=token.text[0] in "\u00b6\u00a7",
                    torn=bool(last) and not layout.is_closed(last),
                    broken=block.broken,
                    led=last.endswith(":"),
                    borne_out=int(token.value) + 1 in soon,
                    again=int(token.value) in soon,
                    gap=block.gap,
                ),
            )
        if meaning.repair:
            self.note(block.lines[0].start, "paragraph-number", meaning.repair)
        if meaning.kind == "paragraph":
            self.finish(answered=False)
            self.paragraph, self.own_number = meaning.number, True
        return meaning

    def soon(self) -> list[int]:
        """Return the next numbers at the heads of lines."""
        ahead = (block.label.get("number") for block in self.blocks[self.index + 1 :])
        return list(islice((int(token.value) for token in ahead if token is not None), _LOOKAHEAD))

    def take_letter(self, token: Token) -> None:
        """Begin an answer."""
        self.finish(answered=False)
        if token.number is not None and not self.own_number:
            self.paragraph = token.number
        self.sections.answer(token.value or None, token.number)
        self.numbering.close_list()

    def open_answer(self, block: Block, head: Token) -> bool:
        letter = block.label.get("letter", "weak-letter") or head
        if block.gap == "none" and not block.broken:
            # "(see" at a line's end, "5F) said" at the next one's head
            if self.unit.last and not layout.is_closed(self.unit.last):
                return False
        if head.kind == "weak-letter" and not self.is_letter_due(block, head):
            if self.is_torn(block) or not head.value.islower():
                return False
            self.begin(block, _Unit("item", "a)"))
            return True
        if head is not letter and head.number is not None:
            self.sections.key = head.number
        self.take_letter(letter)
        self.begin(block, _Unit(labelled=True))
        return True

    def is_letter_due(self, block: Block, head: Token) -> bool:
        """Tell whether a letter without dashes can be the next answer's, and no initial or item."""
        current = self.sections.letter
        if block.gap == "none" and self.unit.last and not layout.is_closed(self.unit.last):
            return False
        first = head.value[0]
        if current is None:
            return first in "Aa" or not first.islower()
        if first.islower() != current[-1].islower():
            return False
        return first in "Aa" or 0 <= ord(first) - ord(current[-1]) <= _MOST_MISSING

    def open_item(self, block: Block, head: Token) -> bool:
        """A bullet or a numbered item, if it does not go on with the sentence before."""
        last = self.unit.last
        same = self.unit.marker == _marker(head)
        rest = block.text[block.label.rest :]
        if last and not layout.is_closed(last):
            if block.gap == "none":
                if not block.broken and not (same and not rest[:1].islower()):
                    return False
            elif rest[:1].islower() and not same:
                return False
        elif last and block.gap == "none" and head.kind == "item" and not block.broken:
            if not self.has_next_item(block, head):
                return False
        self.begin(block, _Unit("bullet" if head.kind == "bullet" else "item", _marker(head)))
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

    def begin(self, block: Block, unit: _Unit, *, run_in: bool = False) -> None:
        """Finish the unit before, and begin a new one with a block."""
        colon = self.unit.last.endswith(":")
        self.finish(answered=not unit.labelled and block.gap != "none")
        if unit.labelled:
            self.asked = False
        line = block.lines[0]
        self.put_label(block.label, line.start)
        if unit.kind == "sentence":
            self.leads.clear()
        else:
            unit.lead = self.lead(unit.marker, colon or block.gap == "none")
        self.unit = unit
        rest = block.label.rest
        match = headings.RUN_IN.match(line.text, rest) if run_in else None
        if match:
            self.sections.begin_run_in(headings.clean(match["t"]))
            self.mark("heading", line.start + match.start(), line.start + match.end())
            rest = match.end()
            rest += len(line.text[rest:]) - len(line.text[rest:].lstrip())
        self.add(block, rest)

    def lead(self, marker: str, introduced: bool) -> str | None:
        """Return the id of the statement that introduces the list an item belongs to."""
        markers = [known for known, _ in self.leads]
        if marker in markers:
            del self.leads[markers.index(marker) + 1 :]
        else:
            before = self.statements[-1] if self.statements and introduced else None
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
                place += len(text) - len(bare)
                text = bare
            if text:
                self.unit.stretches.append((text, place))

    def put_label(self, label: Label, start: int) -> None:
        if label:
            end = label.tokens[-1].end
            self.mark("label", start + label.tokens[0].start, start + end)

    def go_on(self, block: Block) -> None:
        """A block without a label: the rest of a torn sentence, or a paragraph of its own."""
        if block.gap == "none" and block.label:
            self.add(block)
        elif self.unit.stretches and self.is_torn(block):
            self.note(
                block.lines[0].start, "torn-sentence", "a sentence cut in two has been rejoined"
            )
            self.add(block)
        elif block.gap == "none" and self.unit.kind in {"bullet", "item"}:
            self.begin_plain(block, _Unit(self.unit.kind, self.unit.marker))
        elif block.listed:
            self.begin_plain(block, _Unit("item", "line"))
        else:
            self.begin_plain(block, _Unit())

    def begin_plain(self, block: Block, unit: _Unit) -> None:
        bare = layout.without_label(block)
        self.begin(bare, unit)

    def is_torn(self, block: Block) -> bool:
        """Tell whether a block goes on with the sentence that the unit before has left open."""
        last = self.unit.last
        if not last or layout.is_closed(last):
            return False
        text = block.text.lstrip("\u00b6\u00a7 ")
        if text[:1].islower():
            return True
        if _UNFINISHED.search(last) and not block.listed:
            return True
        if self.unit.kind != "sentence" or last.endswith((")", "]")) or block.gap == "none":
            return False
        prose = self.unit.size > layout.PROSE_LENGTH
        if block.gap == "mark":
            return prose or not block.broken
        joined = Flow.of(self.unit.stretches).text
        return prose and not (self.unit.labelled and questions.opens(joined))


#: So many numbers ahead are looked at to bear one out.
_LOOKAHEAD: Final = 3
#: Letters that a post can leave out between two answers: half of the longest block, A to O.
_MOST_MISSING: Final = 8


def _marker(token: Token) -> str:
    return token.value if token.kind == "bullet" else re.sub(r"\w+", "1", token.text.strip())


def _single(text: str) -> str:
    return re.sub(r"\s{2,}", " ", text) if "  " in text else text


def read_body(document: Document, header: Header, cable_id: str) -> Body:
    """Read the body of one cable.

    Args:
        document: The decoded source.
        header: What was read of its header: where the body begins and ends.
        cable_id: What the statements' ids begin with.

    Returns:
        The statements in order, numbered from 1, and all else the body holds.
    """
    found = layout.lines(document.text, header.body_start, header.body_end)
    reader = _Reader(document, cable_id)
    closing = _closing_from(found)
    for line in found[:closing]:
        if line.kind not in {"text", "blank"}:
            reader.mark(line.kind, line.start, line.end)
            if line.kind == "caption":
                reader.note(line.start, "stray-caption", f"{line.text} is no part of the text")
    wrap = layout.width(found[:closing])
    reader.read(layout.blocks(found[:closing], wrap))
    for line in found[closing:]:
        if line.kind != "blank":
            kind: MarkKind = "closing" if line.kind == "text" else line.kind
            reader.mark(kind, line.start, line.end)
    statements = reader.statements
    truncated = _breaks_off(reader, found[closing:])
    part, parts = _own_part(statements)
    reader.marks.sort(key=lambda mark: mark.span)
    return Body(
        tuple(reader.sections.seen),
        tuple(statements),
        tuple(reader.questions),
        tuple(reader.marks),
        tuple(reader.diagnostics),
        truncated,
        part,
        parts,
    )


def _breaks_off(reader: _Reader, closing: Sequence[Line]) -> bool:
    """Tell whether the last statement breaks off in mid-sentence, and put it down."""
    if not reader.statements or any(line.kind == "text" for line in closing):
        return False
    last = reader.statements[-1]
    if any(mark.kind == "closing" and mark.span[0] >= last.span[1] for mark in reader.marks):
        return False
    cut = not layout.is_closed(last.text) and not last.text.endswith((")", "]", '"', "'"))
    if last.kind != "sentence":
        cut = _UNFINISHED.search(last.text) is not None
    if cut:
        line = reader.document.raw.count("\n", 0, last.span[1]) + 1
        reader.diagnostics.append(
            Diagnostic(
                reader.document.name, line, "truncated", "the text breaks off in mid-sentence"
            )
        )
    return cut


#: A cable says in its first sentences which part it is.
_FIRST_STATEMENTS: Final = 6


def _own_part(statements: Sequence[Statement]) -> tuple[int | None, int | None]:
    """Return the part and the number of parts that the text itself gives."""
    for statement in statements[:_FIRST_STATEMENTS]:
        match = _SELF_PART.search(statement.text)
        if match:
            part = _PART_NUMBERS.get(match[1].lower())
            parts = _PART_NUMBERS.get(match[2].lower())
            if part and parts and part <= parts:
                return part, parts
    return None, None
