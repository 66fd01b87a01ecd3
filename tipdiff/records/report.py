"""The records of a report as it was read: cables, statements, questions, marks, diagnostics."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from tipdiff.display import Shown

__all__ = [
    "Cable",
    "Cell",
    "Diagnostic",
    "Mark",
    "MarkKind",
    "Question",
    "Report",
    "Row",
    "Section",
    "Span",
    "Statement",
    "StatementKind",
    "Table",
]

Span = tuple[int, int]
"""``(start, end)``: characters from 0, end excluded."""

Section = tuple[str, ...]
"""Headings from the outermost in, then the answer's letter; ``()`` before the first."""

StatementKind = Literal["sentence", "bullet", "item", "pointer", "row"]
MarkKind = Literal[
    "header",
    "heading",
    "label",
    "page-mark",
    "caption",
    "rule",
    "question",
    "closing",
    "table",
    "form",
    "lost",
]


@frozen
class Diagnostic:
    """Something the reader repaired or did not understand.

    Attributes:
        source: The name of the file or text it stands in.
        line: The line there, from 1.
        kind: A short name for the kind of trouble: ``paragraph-number``, ``truncated`` ...
        message: What was found and what was made of it, in one line of plain English.

    """

    source: str
    line: int
    kind: str
    message: str


@frozen
class Mark:
    """A stretch of the source that is no statement, and was recognised for what it is.

    Attributes:
        kind: What it is.
        text: Its letters, as in the source.
        source: The name of the file or text it stands in.
        span: Its place in the decoded source, in characters.

    """

    kind: MarkKind
    text: str
    source: str
    span: Span


@frozen
class Cable:
    """The header of one cable.

    Attributes:
        id: The cable's id (``07PRAGUE200``); else COUNTRY-YEAR for a narrative without a header.
        post: The embassy, in capitals; None where the text does not say.
        date: The day it was sent, ISO 8601; None where no date is found.
        classification: As the header has it (``UNCLAS``); None where there is none.
        part: Which part of the report it is, from 1; None where it does not say that it is a part.
        parts: Of how many; None likewise.
        source: The name of the file or text.
        supersedes: The id of the cable of the same edition that this one updates; None if none.
        subject: The subject line, unwrapped; None where there is none.
        tags: The TAGS, one each.
        refs: The references, one each.

    """

    id: str
    post: str | None
    date: str | None
    classification: str | None
    part: int | None
    parts: int | None
    source: str
    supersedes: str | None = None
    subject: str | None = None
    tags: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


@frozen
class Cell:
    """One entry of a table's row.

    Attributes:
        column: What stands above the column, as printed; None where nothing does.
        year: The year that this names; None where it names none.
        text: The entry, as printed; empty where the row has nothing in this column.
        span: Its place in the row's ``text``, in characters.

    """

    column: str | None
    year: int | None
    text: str
    span: Span


@frozen
class Row:
    """What a row of a table is beside its words: whose row, and of which columns.

    Attributes:
        table: The id of the table it is in.
        title: The table's title, else the heading right above it; None where there is neither.
        stub: What stands above the rows' names; None where nothing does.
        name: The row's own name, as printed.
        group: The name of the rows it stands among; None where they have none.
        year: The year that the row's name is; None where it is none.
        cells: One for each column of the table, in order.

    """

    table: str
    title: str | None
    stub: str | None
    name: str
    group: str | None
    year: int | None
    cells: tuple[Cell, ...]


@frozen
class Statement:
    """A sentence, bullet or list item of a report, and its exact place.

    Attributes:
        id: The cable's id, ``:``, and the statement's number in that cable, from 1.
        text: The statement in one line: labels and marks taken out, letters as in the source.
        section: The headings above it as printed, then the answer's letter; ``()`` before the
            first heading.
        paragraph: The number of its paragraph, as repaired; None where there is none.
        source: The name of the file or text.
        span: From its first letter to behind its last, in characters of the decoded source. Page
            marks that cut the sentence lie inside the span, but not in ``text``.
        kind: ``sentence``, ``bullet``, ``item`` (of a numbered list), ``pointer``: a bare
            reference to another answer, or ``row``: of a table.
        lead: The id of the statement that introduces the list this one belongs to; None outside a
            list.
        row: What a table's row is beside its words; None for every other kind.

    """

    id: str
    text: str
    section: Section
    paragraph: int | None
    source: str
    span: Span
    kind: StatementKind = "sentence"
    lead: str | None = None
    row: Row | None = None


@frozen
class Table:
    """A table in the text of a report.

    Attributes:
        id: The cable's id, ``:t``, and the table's number in that cable, from 1.
        title: Its title, else the heading right above it; None where there is neither.
        section: Where it stands, as for a statement.
        paragraph: The number of its paragraph; None where there is none.
        source: The name of the file or text.
        rows: Its rows: statements of the kind ``row``.

    """

    id: str
    title: str | None
    section: Section
    paragraph: int | None
    source: str
    rows: tuple[Statement, ...]


@frozen
class Question:
    """A question of the questionnaire that a post repeated before its answer.

    Attributes:
        text: The question in one line.
        section: Where it stands, as for a statement.
        source: The name of the file or text.
        span: Its place in the decoded source, in characters.

    """

    text: str
    section: Section
    source: str
    span: Span


@frozen(repr=False)
class Report(Shown):
    """One country's report of one edition, merged from its part cables.

    Attributes:
        country: The country's name in English; None where neither text nor names say it.
        year: The edition; None where nothing tells it.
        covers: The calendar year most of the report is about; None where that is not known.
        missing_parts: The numbers, from 1, of the parts that were not given.
        cables: The cables it is merged from, in the order of their parts.
        sections: Every section, in the order of the report.
        statements: Every statement but the rows of tables, in the order of the report.
        questions: The questionnaire's own words, where the post repeated them.
        diagnostics: What the reader repaired or did not understand, in the order of the text.
        marks: Every stretch that is no statement. With the statements and the questions they
            account for every letter of the sources.
        truncated: Whether a cable breaks off in the middle.
        tables: The tables in the text. Their rows are statements too, numbered with the others;
            ``all_statements`` has both.

    """

    country: str | None
    year: int | None
    covers: int | None
    missing_parts: tuple[int, ...]
    cables: tuple[Cable, ...]
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    marks: tuple[Mark, ...] = ()
    truncated: bool = False
    tables: tuple[Table, ...] = ()

    @property
    def rows(self) -> tuple[Statement, ...]:
        """The rows of all tables, in the order of the report."""
        return tuple(row for table in self.tables for row in table.rows)

    @property
    def all_statements(self) -> tuple[Statement, ...]:
        """The statements and the rows, in the order of the report."""
        if not self.tables:
            return self.statements
        cables = {cable.id: place for place, cable in enumerate(self.cables)}

        def place(statement: Statement) -> tuple[int, int]:
            cable, _, number = statement.id.rpartition(":")
            return cables.get(cable, -1), int(number)

        return tuple(sorted((*self.statements, *self.rows), key=place))
