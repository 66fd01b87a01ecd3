"""A report as its author thinks of it, and the many ways in which a post could have typed it.

A `Model` is headings, lettered answers, paragraphs of sentences. A `Layout` is one way to type it.
`render` makes cable text of the two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

import tipdiff

from .vocabulary import COUNTED, DATED, PLAIN, QUESTIONS, SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.records import Report

COUNTRY, POST, TAG = "Varona", "PORT MERRIN", "VR"
FRAMES = COUNTED + DATED + PLAIN
LETTERS = "ABCDEFGHIJKLM"

#: What must not begin a line: a letter or a number that could be an answer's or a paragraph's, a
#: bullet's dash, a reference. Wider than any reader needs it to be.
LABEL = re.compile(r"[-*\u2022\u00b6\u00a7(]|\W*(?:\d+[A-Za-z]?|[A-Za-z]|[ivxIVX]+)(?:[.):/]|$)")

#: How each style keys an answer; a law picks one by its place.
KEYS = {
    "dashes": (
        "-- {letter}.",
        "--{letter}.",
        "{letter})",
        "{letter}.",
        "-- {n} {letter}.",
        "\u00b6{letter}.",
    ),
    "boxed": ("{n}{letter}.", "{n}.{letter}.", "--{n}{letter}.", "- {n}{letter}."),
    "pilcrow": ("\u00b6{n}.", "{n}.", "\u00a7{n}."),
    "narrative": ("",),
}


@frozen
class Sentence:
    """A frame and what fills it; two sentences of different frames are clearly distinct.

    ``swap`` puts another adjective (of 14) in the place of the one that ``pick`` chose.
    """

    frame: int
    pick: int
    count: int = 40
    year: int = 2005
    swap: int = 0

    @property
    def template(self) -> str:
        """The frame in words, slots open."""
        return FRAMES[self.frame]

    @property
    def text(self) -> str:
        """The sentence."""
        filling = {}
        for place, (slot, choices) in enumerate(SLOTS.items()):
            choice = self.pick * (place + 1) + self.frame * 7 + place
            choice += self.swap if slot == "adj" else 0
            filling[slot] = choices[choice % len(choices)]
        line = self.template.format(n=f"{self.count:,}", year=self.year, **filling)
        return line[0].upper() + line[1:] + "."


#: Words that tell no sentence from another.
SMALL = frozenset("from that their them with into near over over who after about home".split())


def content(text: str) -> frozenset[str]:
    """The longer words of a sentence: those that tell it from another."""
    words = (word.strip(".,").casefold() for word in text.split())
    return frozenset(word for word in words if len(word) > 3) - SMALL


def distinct(drawn: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with other words in their slots, where two had more than one in common.

    One that cannot be told apart so (there are only so many ministries) is left out.
    """
    found: list[Sentence] = []
    known: list[frozenset[str]] = []
    for sentence in drawn:
        for step in range(40):
            other = evolve(sentence, pick=sentence.pick + step)
            words = content(other.text)
            if all(len(words & before) <= 1 for before in known):
                found.append(other)
                known.append(words)
                break
    return found


@frozen
class Answer:
    """One lettered answer: paragraphs of sentences (their texts)."""

    letter: str
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in order."""
        return tuple(s for paragraph in self.paragraphs for s in paragraph)


@frozen
class Block:
    """One heading and its answers."""

    heading: str
    answers: tuple[Answer, ...]


@frozen
class Model:
    """A report as its author thinks of it."""

    year: int
    blocks: tuple[Block, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in order."""
        return tuple(s for b in self.blocks for a in b.answers for s in a.sentences)

    def replaced(self, block: int, answer: int, paragraphs: Sequence[Sequence[str]]) -> Model:
        """The model with other paragraphs in one answer."""
        blocks = [list(b.answers) for b in self.blocks]
        old = blocks[block][answer]
        blocks[block][answer] = evolve(old, paragraphs=tuple(tuple(p) for p in paragraphs if p))
        return evolve(
            self,
            blocks=tuple(
                evolve(b, answers=tuple(a)) for b, a in zip(self.blocks, blocks, strict=True)
            ),
        )


@frozen
class Layout:
    """One way to type a report; everything here is layout, and none of it content.

    Args:
        style: ``dashes`` (numbered headings, answers ``-- A.``), ``boxed`` (headings between rules,
            answers ``18A.``), ``pilcrow`` (numbered paragraphs, no letters), ``narrative`` (bare
            paragraphs without header or headings).
        width: Columns to wrap at; None for one line a paragraph.
        page: Lines from one page mark to the next; None for no page marks.
        first: The number the first block or paragraph bears.
        key: Which of the style's keys its answers bear.
        mark: The classification each answer bears, or nothing.
        asks: Whether the questionnaire's question is repeated before each answer.

    """

    style: str = "dashes"
    width: int | None = 66
    page: int | None = None
    crlf: bool = False
    indent: str = ""
    line_end: str = " "
    gap: str = "  "
    first: int = 1
    key: int = 0
    mark: str = ""
    preface: bool = False
    asks: bool = False


def wrapped(text: str, width: int | None) -> list[str]:
    """Break ``text`` into lines of at most ``width``, none of which begins like a label."""
    if width is None:
        return [text]
    lines: list[str] = []
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if lines and (len(lines[-1]) + 1 + len(word) <= width or LABEL.match(word)):
            lines[-1] += " " + word
        else:
            lines.append(word.lstrip(" "))
    return lines


def _answer(layout: Layout, answer: Answer, number: int) -> Iterator[str]:
    """The lines of one answer, blank lines between its paragraphs."""
    keys = KEYS[layout.style]
    label = keys[layout.key % len(keys)].format(n=number, letter=answer.letter)
    label = f"{label} {layout.mark}".strip() if label else ""
    if layout.asks:
        question = QUESTIONS[LETTERS.index(answer.letter) % len(QUESTIONS)]
        yield from wrapped(f"{label} {question}", layout.width)
        yield ""
        label = ""
    for place, paragraph in enumerate(answer.paragraphs):
        body = layout.gap.join(paragraph)
        yield from wrapped(body if place or not label else f"{label} {body}", layout.width)
        yield ""


def _body(layout: Layout, model: Model) -> Iterator[str]:
    number = layout.first
    for block in model.blocks:
        if layout.style == "dashes":
            yield f"\u00b6{number}.  {block.heading}"
            yield "-" * len(block.heading)
            yield ""
        elif layout.style in ("boxed", "pilcrow"):
            rule = "-" * len(block.heading)
            yield from (rule, block.heading.upper() if layout.style == "boxed" else block.heading)
            yield from (rule, "")
        for answer in block.answers:
            yield from _answer(layout, answer, number)
            number += layout.style == "pilcrow"
        number += layout.style in ("dashes", "boxed")


def header(
    year: int, number: int, pages: int, layout: Layout, part: tuple[int, int] | None
) -> list[str]:
    """The lines above the body of the cable of one year (and part, and how many there are)."""
    preface = [
        f"{year % 100:02d}PORTMERRIN{number}",
        f"{COUNTRY.upper()}: {year} TRAFFICKING IN PERSONS REPORT",
        f"Thu Mar 01 00:00:00 +0100 {year}",
        "UNCLASSIFIED",
        "Embassy Port Merrin",
    ]
    subject = f"SUBJECT: {COUNTRY.upper()}: {year} TRAFFICKING IN PERSONS REPORT"
    return [
        *(preface if layout.preface else []),
        "VZCZCXRO0001",
        f"DE RUEHVR #{number:04d}/01 0601200",
        f"P 011200Z MAR {year % 100:02d}",
        f"FM AMEMBASSY {POST}",
        "TO RUEHC/SECSTATE WASHDC PRIORITY 1234",
        f"UNCLAS SECTION 01 OF {pages:02d} {POST} {number:06d}",
        "",
        "SENSITIVE",
        "SIPDIS",
        "",
        "E.O. 12958: N/A",
        f"TAGS: PHUM KCRM SMIG ELAB {TAG}",
        subject + (f" (PART {part[0]} OF {part[1]})" if part else ""),
        "",
        f"REF: STATE {number + 7000}",
        "",
    ]


def render(
    model: Model, layout: Layout, number: int = 200, part: tuple[int, int] | None = None
) -> str:
    """Type ``model`` as one cable; ``part`` is its place among how many part cables."""
    lines = [layout.indent + line if line else line for line in _body(layout, model)]
    pages = 1
    if layout.page:
        pages += len(lines) // layout.page
        marked = []
        for place, line in enumerate(lines, 1):
            marked.append(line)
            if place % layout.page == 0:
                page = place // layout.page + 1
                marked += ["", f"{POST} {number:08d}  {page:03d} OF {pages:03d}", "", ""]
        lines = marked
    if layout.style != "narrative":
        lines = header(model.year, number, pages, layout, part) + lines
    newline = layout.line_end + ("\r\n" if layout.crlf else "\n")
    return newline.join(lines) + newline


def render_parts(model: Model, layout: Layout, parts: int) -> list[str]:
    """Type ``model`` as up to ``parts`` part cables, cut between blocks."""
    size = -(-len(model.blocks) // parts)
    pieces = [model.blocks[i : i + size] for i in range(0, len(model.blocks), size)]
    return [
        render(evolve(model, blocks=piece), layout, 200 + i, (i + 1, len(pieces)))
        for i, piece in enumerate(pieces)
    ]


def read(model: Model, layout: Layout) -> Report:
    """What tipdiff reads of ``model`` typed in ``layout``."""
    return tipdiff.read(render(model, layout), country=COUNTRY, year=model.year)
