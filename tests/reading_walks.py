"""How the tables of rules of the reading layer are walked: when a row's sample runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import tipdiff
from tests.reading.bodies import body
from tests.table_rows import Walk
from tipdiff.normalise.characters import mended
from tipdiff.normalise.statement import plain
from tipdiff.reading.days import Day, day_in
from tipdiff.reading.document import Document
from tipdiff.reading.endings import is_closing
from tipdiff.reading.forms.dress import joints
from tipdiff.reading.forms.signs import is_cable, refusal
from tipdiff.reading.furniture import with_furniture
from tipdiff.reading.header import read_headers
from tipdiff.reading.headings import heading
from tipdiff.reading.inline import pieces
from tipdiff.reading.labels import parse
from tipdiff.reading.layout import Line, blocks, lines
from tipdiff.reading.lost import with_lost
from tipdiff.reading.memo import memo_at
from tipdiff.reading.mirror import page_facts
from tipdiff.reading.sentences import sentence_spans
from tipdiff.reading.subject import part_of
from tipdiff.reading.surnames import name_in
from tipdiff.reading.tables.cells import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["READING"]


def misread(text: str) -> str:
    """UTF-8 read as cp1252, whose empty places are read as Latin-1."""
    return "".join(
        bytes([b]).decode("latin-1" if b in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "cp1252")
        for b in text.encode()
    )


def kinds(found: Sequence[Line]) -> list[str]:
    """What the lines of a text are."""
    return [line.kind for line in found]


def paged(sample: str) -> list[str]:
    """What a line is that stands in a sentence."""
    text = f"The ferry left with\n{sample}\nthe tide.\n"
    return kinds(with_furniture(lines(text, 0, len(text))))


def opened(row: tuple[str, Any]) -> str | None:
    """The kind of the label's first token, for each sample; None where they differ."""
    found = [parse(sample).tokens for sample in row[2].split(", ")]
    first = {tokens[0].kind if tokens else "" for tokens in found}
    return first.pop() if len(first) == 1 else None


def has_header(line: str) -> bool:
    """Whether a line alone makes a header."""
    text = f"{line}\n\n1. (U) The ferries left.\n"
    return read_headers(Document("07KALVIK61.txt", text, text))[0].found


def dated(row: tuple[str, bool, str]) -> str | None:
    """The date of a page that calls it so; what is not the sending's stands before one that is."""
    said = f"{row[2]} 2008-03-02" if row[1] else f"{row[2]} Created 2008-03-09 2008-03-02"
    return page_facts(f"<p>{said}</p><pre>UNCLAS KALVIK 000140</pre>").date


def parted(sample: str) -> list[str]:
    """The sentences of a sample."""
    text = sample.replace("|", "")
    return [text[start:end] for start, end in sentence_spans(text)]


def is_parted(sample: str) -> bool:
    """Whether a sample's sentences end where its bars stand."""
    return parted(sample) == [part.strip() for part in sample.split("|")]


def cut(sample: str) -> list[str]:
    """The lines that a line is cut into."""
    text = sample.replace("|", "")
    return [text[start:end] for start, end in pieces(text, 0, len(text))]


def covered(sample: str) -> int | None:
    """The year that a cable of March 2008 with such a subject is about."""
    head = "R 020900Z MAR 08\nFM AMEMBASSY KALVIK\nUNCLAS KALVIK 000140\n\nTAGS: PHUM\n"
    return tipdiff.read(f"{head}SUBJECT: OSTREL: {sample}\n\n1. (U) The ferries left.\n").covers


#: A body for each form of a heading, with the heading.
HEADED: Final = {
    "between rules": ("-----\nWHERE IS IT?\n-----\n\nIn Osk.\n", "WHERE IS IT?"),
    "above a rule": ("It rains.\n\nPorts of 2008\n-----\nThey are shut.\n", "Ports of 2008"),
    "below a rule": ("It rains.\n\n-----------\nNight Ports\n\nAll shut.\n", "Night Ports"),
    "an answer's": ("\u00b6E. PORT STATISTICS:\n\n(1) They are shut.\n", "PORT STATISTICS:"),
    "a paragraph's in capitals": ("\u00b63. (SBU) PORTS OF 2008\n\nShut.\n", "PORTS OF 2008"),
    "a paragraph's before answers": (
        "\u00b63. What the ports did:\n\nA. They were shut.\n",
        "What the ports did:",
    ),
    "a paragraph's with a colon": (
        "\u00b63. Protection of Sailors:\n\nIt is weak.\n",
        "Protection of Sailors:",
    ),
    "in capitals": ("It rains.\n\nPORTS OF 2008\n\nThey are shut.\n", "PORTS OF 2008"),
    "with its reference": (
        "It rains.\n\nOverview of 2008 (ref. Para 27)\n\nIt is weak.\n",
        "Overview of 2008",
    ),
    "a name in small letters": (
        "It rains.\n\nProtection of Sailors\n\nIt is weak.\n",
        "Protection of Sailors",
    ),
}


def is_headed(row: tuple[str, Any]) -> bool:
    """Whether a block of the row's body is its heading."""
    text, title = next(
        each for name, each in HEADED.items() if row[0].partition(":")[0].startswith(name)
    )
    found = lines(text, 0, len(text))
    made = [None, *blocks(found, None), None]
    return title in [heading(made[k], made[k - 1], made[k + 1]) for k in range(1, len(made) - 1)]


#: A body for each proof of a table.
TABLED: Final = {
    "rows of several figures": "Rope (kg)   12   14\nNets (kg)   3   114\n",
    "one such row": "Goods        2004   2005\nRope (kg)      12     14\n",
    "names and figures with dots": "Arrests ..... 12\nTrials .... 9\n",
    "one figure a row, below": "Port      Boats\nTarn         12\nVell          3\n",
    "one figure a row, each": "Tarn      12\nVell      14\nOsk       17\n",
}


def is_tabled(row: tuple[str, Any]) -> bool:
    """Whether the row's body is a table."""
    text = next(each for name, each in TABLED.items() if row[0].startswith(name))
    return any(statement.row for statement in body(text).statements)


def beside(sign: str) -> str:
    """A line of a cable's header of another kind than the given one."""
    return "E.O. 12958: N/A" if sign.startswith("REF") else "REF: STATE 2731"


def is_field(row: tuple[str, str, str]) -> bool:
    """Whether the row's sample is a field of a memo, and no title above its fields."""
    other = "From: The Clerk" if row[0] == "date" else "Date: 14 February 2011"
    text = f"{row[2]}\n{other}\n"
    memo = memo_at(text, 0, len(text))
    return memo is not None and memo.subject in {None, "Varona, the ports in 2010"}


#: The tables of the reading layer, and how each is walked.
READING: Final[dict[str, Walk]] = {
    "tipdiff.normalise.characters.GARBLED": Walk(
        lambda row: mended(misread(row[1])).text == row[1]
    ),
    "tipdiff.normalise.statement.FOOTNOTES": Walk(
        lambda row: plain(row[1]) != row[1], outcome=lambda row: plain(row[1])
    ),
    "tipdiff.reading.endings.PHRASES": Walk(lambda row: all(map(is_closing, row[1]))),
    "tipdiff.reading.forms.dress.JOINTS": Walk(lambda row: len(joints(row[0])[0]) == 1),
    "tipdiff.reading.forms.signs.NO_PAGE": Walk(lambda row: refusal(row[0], None) is not None),
    "tipdiff.reading.forms.signs.SIGNS": Walk(
        lambda row: is_cable(f"{row[0]}\n{beside(row[0])}\n")
    ),
    "tipdiff.reading.furniture.PAGE_FORMS": Walk(lambda row: "page-mark" in paged(row[1])),
    "tipdiff.reading.headings.FORMS": Walk(is_headed),
    "tipdiff.reading.tables.spaced.PROOFS": Walk(is_tabled),
    "tipdiff.reading.inline.CUTS": Walk(
        lambda row: cut(row[1]) == [p.strip() for p in row[1].split("|")]
    ),
    "tipdiff.reading.labels.TOKEN_FORMS": Walk(lambda row: opened(row) == row[0]),
    "tipdiff.reading.lost.LOST_FORMS": Walk(
        lambda row: kinds(with_lost([Line("text", row[1], 0, len(row[1]))])) == ["lost"]
    ),
    "tipdiff.reading.days.FORMS": Walk(lambda row: day_in(row[1]) == Day(*row[2])),
    "tipdiff.reading.memo.FIELDS": Walk(is_field),
    "tipdiff.reading.mirror.LABELS": Walk(lambda row: dated(row) == "2008-03-02"),
    "tipdiff.reading.sentences.JOINS": Walk(lambda row: is_parted(row[2])),
    "tipdiff.reading.sentences.SPLITS": Walk(lambda row: is_parted(row[3])),
    "tipdiff.reading.subject.PART_FORMS": Walk(
        lambda row: all(part_of(sample) for sample in row[1].split(", "))
    ),
    "tipdiff.reading.surnames.AROUND": Walk(lambda row: name_in(row[2]) is not None),
    "tipdiff.reading.surnames.FORMS": Walk(
        lambda row: all((name := name_in(each)) and name.case == row[0] for each in row[2])
    ),
    "tipdiff.reading.tables.cells.FIGURES": Walk(lambda row: Piece(row[1], 0, 0).is_figure),
    "tipdiff.reading.years.REPORTED_ON": Walk(lambda row: covered(row[1]) == 2008),
    "tipdiff.reading.header.FIELDS": Walk(lambda row: has_header(row[2])),
}
