"""What the reader puts down: statements, questions, marks and diagnostics, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import Factory, define, field

from tipdiff.normalise import Hyphens
from tipdiff.reading import questions
from tipdiff.reading.endings import is_closing
from tipdiff.reading.flow import Flow
from tipdiff.reading.layout import is_closed
from tipdiff.reading.pointers import is_pointer
from tipdiff.reading.sentences import sentence_spans
from tipdiff.reading.tables.rows import row_of
from tipdiff.records import Diagnostic, Mark, Question, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.document import Document
    from tipdiff.reading.tables.records import Table
    from tipdiff.records import MarkKind, Section, StatementKind

__all__ = ["Ledger", "Unit"]


@define(eq=False)
class Unit:
    """A paragraph or list item in the making."""

    kind: StatementKind = "sentence"
    marker: str = ""  #: what a list's items have before them
    labelled: bool = False  #: opens an answer or a numbered paragraph
    paged: bool = False  #: begins after a page mark
    lead: str | None = None
    stretches: list[tuple[str, int]] = Factory(list)  #: (text, place in the document)

    @property
    def last(self) -> str:
        """The last line."""
        return self.stretches[-1][0] if self.stretches else ""

    @property
    def is_open(self) -> bool:
        """Whether the unit so far ends in the middle of a sentence."""
        return bool(self.last) and not is_closed(self.last)

    @property
    def size(self) -> int:
        """How many letters there are."""
        return sum(len(text) for text, _ in self.stretches)


@define(eq=False)
class Ledger:
    """The books of one body."""

    document: Document
    cable_id: str
    statements: list[Statement] = Factory(list)
    questions: list[Question] = Factory(list)
    marks: list[Mark] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    repeats: bool = False  #: the cable repeats the questionnaire's questions, marks and all
    asked: bool = False  #: the last unit was a question and nothing else
    tables: int = 0  #: how many there were
    hyphens: Hyphens = field(init=False)  #: those at the ends of the document's lines

    def __attrs_post_init__(self) -> None:
        """Take in the document's own words."""
        self.hyphens = Hyphens(self.document.text)

    def mark(self, kind: MarkKind, start: int, end: int) -> None:
        """Put down a stretch of the document that is no statement."""
        document = self.document
        self.marks.append(
            Mark(kind, document.as_printed(start, end), document.name, document.span(start, end))
        )

    def note(self, place: int, kind: str, message: str) -> None:
        """Put down a repair, or something not understood."""
        document = self.document
        self.diagnostics.append(Diagnostic(document.name, document.line(place), kind, message))

    def enter(
        self,
        unit: Unit,
        section: Section,
        paragraph: int | None,
        *,
        answered: bool,
        apart: bool = False,
    ) -> None:
        """Turn a unit into a question and statements.

        Args:
            unit: The unit; it has at least one letter or digit.
            section: The section it stands in.
            paragraph: The number of the paragraph, if there is one.
            answered: Whether what follows can be the answer to it.
            apart: Whether that is prose.

        """
        flow = Flow.of(unit.stretches, self.hyphens)
        text = flow.text
        spans = sentence_spans(text)
        said = [text[start:end] for start, end in spans]
        asked = self._asked(unit, said, answered=answered, apart=apart)
        self.asked = 0 < asked == len(spans)
        name = self.document.name
        if asked:
            start, end = spans[0][0], spans[asked - 1][1]
            place = self.document.span(*flow.span(start, end))
            question = _single(flow.printed(self.document, start, end))
            self.questions.append(Question(question, section, name, place))
        for start, end in spans[asked:]:
            sentence = _single(text[start:end])
            first, last = flow.span(start, end)
            if is_closing(sentence):
                self.mark("closing", first, last)
            elif any(character.isalnum() for character in sentence):
                self.statements.append(
                    Statement(
                        f"{self.cable_id}:{len(self.statements) + 1}",
                        _single(flow.printed(self.document, start, end)),
                        section,
                        paragraph,
                        name,
                        self.document.span(first, last),
                        "pointer" if is_pointer(sentence) else unit.kind,
                        unit.lead,
                    )
                )

    def tabulate(
        self, table: Table, title: str | None, section: Section, paragraph: int | None
    ) -> None:
        """Put down a table: each row is a statement of the kind ``row``.

        Args:
            table: The table.
            title: What it is called where it has no title of its own.
            section: The section it stands in.
            paragraph: The number of the paragraph, if there is one.

        """
        self.tables += 1
        self.asked = False
        own = f"{self.cable_id}:t{self.tables}"
        for kind, start, end in table.marks:
            self.mark(kind, start, end)
        last = self.statements[-1] if self.statements else None
        led = last is not None and last.section == section and last.text.endswith(":")
        for line in table.rows:
            text, row, span = row_of(table, line, own, title, self.document)
            self.statements.append(
                Statement(
                    f"{self.cable_id}:{len(self.statements) + 1}",
                    text,
                    section,
                    paragraph,
                    self.document.name,
                    span,
                    "row",
                    last.id if led and last is not None else None,
                    row,
                )
            )

    def _asked(self, unit: Unit, said: Sequence[str], *, answered: bool, apart: bool) -> int:
        """Return how many of a unit's first sentences are the questionnaire's."""
        if unit.kind != "sentence":
            return 0
        if self.repeats and apart and unit.labelled and questions.is_named(said):
            return 1
        going_on = self.asked and not unit.labelled
        asked = questions.question_length(
            said, answered=answered, labelled=unit.labelled, going_on=going_on, paged=unit.paged
        )
        borne_out = self.repeats or going_on
        return asked if asked and (borne_out or questions.is_certain(said)) else 0


def _single(text: str) -> str:
    return re.sub(r"\s{2,}", " ", text) if "  " in text else text
