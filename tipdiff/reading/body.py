"""The body of one cable: its edges, and what all of it together tells.

The body is cut into lines and blocks (:mod:`~tipdiff.reading.layout`), the blocks are read one by
one (:mod:`~tipdiff.reading.paragraphs`), and what they hold is put down in a ledger. Every letter
ends up in a statement, a question or a mark; every repair is a diagnostic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.patterns import regex
from tipdiff.reading import layout
from tipdiff.reading.contents import with_contents
from tipdiff.reading.enumerations import with_enumerations
from tipdiff.reading.furniture import with_furniture
from tipdiff.reading.glued import with_first_items
from tipdiff.reading.interviews import with_questions
from tipdiff.reading.labels import CLASSIFICATION
from tipdiff.reading.ledger import Ledger
from tipdiff.reading.lost import with_lost
from tipdiff.reading.outline import with_outline
from tipdiff.reading.paragraphs import Reader
from tipdiff.reading.signature import closing_from, is_cut, is_joined_surname, leave_from
from tipdiff.reading.spacing import single_spaced
from tipdiff.reading.tables import lifted
from tipdiff.records import Diagnostic, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.reading.document import Document
    from tipdiff.reading.header import Header
    from tipdiff.reading.layout import Line
    from tipdiff.records import MarkKind, Question, Section, Statement

__all__ = ["Body", "read_body"]


#: Letters that a cell of a table can hold, in spreadsheets and in databases: a dump that went
#: through one is cut there, whatever the last sentence looks like.
DUMP_LIMITS: Final = (32_767, 65_535)
#: What lies between two paragraphs: a blank line, or a label at the head of a line.
_APART = regex(r"\n[ \t\r]*(?:\n|\S)")
#: A run of signs is shown no longer than this in a message.
_LONGEST_SHOWN: Final = 24
#: What stands at the head of a line in cables alone: a pilcrow, a paragraph's classification.
_CABLES = regex(
    rf"(?m)^[ \t]*(?:[\u00b6\u00a7]|(?:\d{{1,3}}\.\s*|--?\s*[A-Z][.)]\s*)?{CLASSIFICATION})"
)
_LINE_END = regex(r"\n")


@frozen(eq=False)
class Body:
    """What the body of one cable holds.

    ``truncated`` says that it breaks off in the middle of a sentence.
    """

    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    marks: tuple[Mark, ...]
    diagnostics: tuple[Diagnostic, ...]
    truncated: bool


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
    ledger = Ledger(document, cable_id)
    cables = _CABLES.search(document.text, header.body_start, header.body_end)
    own = not header.found and cables is None
    single = single_spaced(found)
    if single is not None:
        found = single
        ledger.note(header.body_start, "double-spaced", "empty lines between all lines left out")
    found = with_contents(with_furniture(found))
    found = with_questions(found) if own else found
    found = with_enumerations(with_first_items(found))
    reader = Reader(ledger)
    edge = min(closing_from(found), leave_from(found)) if own else closing_from(found)
    inner, closing = with_lost(found[:edge]), found[edge:]
    for line in inner:
        if line.kind != "text" and line.kind != "blank":  # noqa: PLR1714 - mypy narrows by it
            ledger.mark(line.kind, line.start, line.end)
            if line.kind == "caption":
                ledger.note(line.start, "stray-caption", f"{line.text} is no part of the text")
            elif line.kind == "lost":
                ledger.note(line.start, "lost", f"text was lost here: {_shown(line.text)}")
    body = lifted(with_outline(inner, own=own))
    wrap = layout.width(body)
    reader.read(layout.blocks(body, wrap), own=own)
    for line in closing:
        if line.kind != "blank":
            kind: MarkKind = "closing" if line.kind == "text" else line.kind
            ledger.mark(kind, line.start, line.end)
    _unsign(ledger)
    statements = ledger.statements
    truncated = _breaks_off(ledger, header, closing)
    ledger.marks.sort(key=lambda mark: mark.span)
    return Body(
        tuple(reader.sections.seen),
        tuple(statements),
        tuple(ledger.questions),
        tuple(ledger.marks),
        tuple(sorted(ledger.diagnostics, key=lambda diagnostic: diagnostic.line)),
        truncated,
    )


def _shown(text: str) -> str:
    return f"{text[:_LONGEST_SHOWN]}..." if len(text) > _LONGEST_SHOWN else text


def _unsign(ledger: Ledger) -> None:
    """Take a surname that a mirror has joined with the last line out of the statements."""
    if len(ledger.statements) < 2:
        return
    before, last = ledger.statements[-2:]
    joined = before.paragraph == last.paragraph and before.section == last.section
    if not joined or last.kind != "sentence":
        return
    rest = ledger.document.text
    if is_joined_surname(last.text, before.text, rest):
        ledger.statements.pop()
        ledger.marks.append(Mark("closing", last.text, last.source, last.span))


def _breaks_off(ledger: Ledger, header: Header, closing: Sequence[Line]) -> bool:
    """Tell whether the body breaks off, in mid-sentence or where a dump had no more room."""
    if not ledger.statements or any(line.kind == "text" for line in closing):
        return False
    last = ledger.statements[-1]
    if any(mark.kind == "closing" and mark.span[0] >= last.span[1] for mark in ledger.marks):
        return False
    line = ledger.document.raw.count("\n", 0, last.span[1]) + 1
    message = None
    if _is_cut(ledger):
        message = "the text breaks off in mid-sentence"
    elif (limit := _limit_reached(ledger.document.text, header)) is not None:
        message = f"the text ends after {limit:,} letters, the most that a table's cell can hold"
    if message is None:
        return False
    ledger.diagnostics.append(Diagnostic(ledger.document.name, line, "truncated", message))
    return True


def _is_cut(ledger: Ledger) -> bool:
    last = ledger.statements[-1]
    if last.kind != "sentence":
        return last.kind != "pointer" and layout.UNFINISHED.search(last.text) is not None
    before = ledger.statements[-2] if len(ledger.statements) > 1 else None
    between = ledger.document.raw[before.span[1] : last.span[0]] if before else "\n\n"
    return is_cut(last.text, alone=_APART.search(between) is not None)


def _limit_reached(text: str, header: Header) -> int | None:
    """Return the limit at which a dump cut the cable off: from one of its first lines on."""
    end = header.body_end
    ends = {end, len(text[:end].rstrip())}
    starts = [
        header.start,
        *(m.end() for m in _LINE_END.finditer(text, header.start, header.body_start)),
    ]
    sizes = {end - start for start in starts for end in ends}
    return next((limit for limit in DUMP_LIMITS if limit in sizes), None)
