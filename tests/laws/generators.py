"""Reports of invented countries, and the many ways in which a post could have typed them.

Written from the contract alone, apart from the code it checks. A `Model` is a report as its author
thinks of it: headings, lettered answers, paragraphs of sentences. A `Layout` is one way to type it.
`render` makes cable text of the two.

What the generators leave out, on purpose:

- a line that begins with what reads as a label ("... ends at age" / "18. Police ..."): the wrapping
  pulls such a word up into the line before, since nobody could say what it is;
- in `models` (not in `wild_models`): hedges, quantifiers, negations, inner stops, and sentences
  that are hard to tell apart; the laws that need them put them in themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from hypothesis import settings
from hypothesis import strategies as st

import tipdiff

from .vocabulary import AWKWARD, COUNTED, DATED, HEADINGS, PLAIN, SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.records import Report

#: How every law is run. No deadline, since the first call pays for tables that are built once; as
#: many examples as keep the whole folder under a minute and a half on two cores. A law that runs
#: cheap code asks for more. Whether examples are drawn afresh (at the desk) or always the same (in
#: CI, where a red run must mean that the commit did it) is the profile's choice: tests/conftest.py.
SETTINGS = settings(deadline=None, max_examples=30)
CHEAP = settings(SETTINGS, max_examples=100)

COUNTRY, POST, TAG = "Varona", "PORT MERRIN", "VR"
FRAMES = COUNTED + DATED + PLAIN
LETTERS = "ABCDEFGHIJKLM"

#: What must not begin a line: a letter or a number that could be an answer's or a paragraph's, a
#: bullet's dash, a reference. Wider than any reader needs it to be.
LABEL = re.compile(r"[-*\u2022\u00b6\u00a7(]|\W*(?:\d+[A-Za-z]?|[A-Za-z]|[ivxIVX]+)(?:[.):/]|$)")


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
            filling[slot] = choices[
                (self.pick * (place + 1) + self.frame * 7 + place) % len(choices)
            ]
        line = self.template.format(n=f"{self.count:,}", year=self.year, **filling)
        return line[0].upper() + line[1:] + "."


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
        mark: The classification each answer bears, or nothing.

    """

    style: str = "dashes"
    width: int | None = 66
    page: int | None = None
    crlf: bool = False
    indent: str = ""
    line_end: str = " "
    gap: str = "  "
    first: int = 1
    mark: str = ""
    preface: bool = False


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
    labels = {
        "dashes": f"-- {answer.letter}. {layout.mark}",
        "boxed": f"{number}{answer.letter}. {layout.mark} ",
        "pilcrow": f"\u00b6{number}. {layout.mark}",
        "narrative": "",
    }
    label = labels[layout.style].rstrip(" ")
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


# ---------------------------------------------------------------------------- strategies


def counts() -> st.SearchStrategy[int]:
    """Counts that are no year, no age and no label: 21 to 999, or some thousands."""
    return st.one_of(st.integers(21, 999), st.integers(31, 98).map(lambda n: n * 100 + 7))


@st.composite
def sentences(draw: st.DrawFn, least: int = 1, most: int = 20) -> list[Sentence]:
    """Sentences of different frames, all clearly distinct."""
    frames = draw(
        st.lists(st.integers(0, len(FRAMES) - 1), min_size=least, max_size=most, unique=True)
    )
    return [
        Sentence(frame, draw(st.integers(0, 500)), draw(counts()), draw(st.integers(1996, 2004)))
        for frame in frames
    ]


@st.composite
def arranged(draw: st.DrawFn, texts: Sequence[str], year: int = 2007) -> Model:
    """A model that holds ``texts`` in their order, cut into paragraphs, answers and blocks."""
    cuts = draw(
        st.lists(st.sampled_from("  pab"), min_size=len(texts), max_size=len(texts)).map(tuple)
    )
    headings = draw(st.permutations(HEADINGS))
    blocks: list[list[list[list[str]]]] = [[[[]]]]
    for text, cut in zip(texts, cuts, strict=True):
        if cut == "b" and blocks[-1] != [[[]]] and len(blocks) < len(headings):
            blocks.append([[[]]])
        elif cut in "ab" and blocks[-1][-1] != [[]] and len(blocks[-1]) < len(LETTERS):
            blocks[-1].append([[]])
        elif cut in "pab" and blocks[-1][-1][-1]:
            blocks[-1][-1].append([])
        blocks[-1][-1][-1].append(text)
    return Model(
        year,
        tuple(
            Block(
                heading,
                tuple(
                    Answer(letter, tuple(tuple(p) for p in answer))
                    for letter, answer in zip(LETTERS, answers, strict=False)
                ),
            )
            for heading, answers in zip(headings, blocks, strict=False)
        ),
    )


@st.composite
def models(draw: st.DrawFn, least: int = 1, most: int = 20, year: int = 2007) -> Model:
    """Reports whose statements are all clearly distinct."""
    texts = [s.text for s in draw(sentences(least, most))]
    return draw(arranged(texts, year))


@st.composite
def wild_texts(draw: st.DrawFn, most: int = 16) -> list[str]:
    """Sentences that repeat, nearly repeat, and misbehave."""
    near = st.builds(
        Sentence,
        st.integers(0, 5).map(lambda n: n * 11),
        st.integers(0, 3),
        st.integers(21, 24),
        st.integers(2004, 2007),
    ).map(lambda s: s.text)
    return draw(st.lists(near | st.sampled_from(AWKWARD), min_size=1, max_size=most))


@st.composite
def wild_models(draw: st.DrawFn, most: int = 16, year: int = 2007) -> Model:
    """Reports of sentences that repeat, nearly repeat, and misbehave."""
    return draw(arranged(draw(wild_texts(most)), year))


@st.composite
def wild_pairs(draw: st.DrawFn) -> tuple[Model, Model]:
    """Two reports of which the second keeps, drops, repeats, moves and adds what it likes."""
    texts = draw(wild_texts(12))
    kept = draw(st.lists(st.sampled_from(texts), max_size=8)) if texts else []
    later = draw(st.permutations([*kept, *draw(wild_texts(6))]))
    return draw(arranged(texts, 2007)), draw(arranged(later, 2008))


def layouts(*styles: str) -> st.SearchStrategy[Layout]:
    """Ways to type a report, in one of ``styles`` (of all, when none is given)."""
    return st.builds(
        Layout,
        style=st.sampled_from(styles or ("dashes", "boxed", "pilcrow", "narrative")),
        width=st.sampled_from([66, 61, 75, None]),
        page=st.sampled_from([None, 23, 9]),
        crlf=st.booleans(),
        indent=st.sampled_from(["", " "]),
        line_end=st.sampled_from(["", " "]),
        gap=st.sampled_from(["  ", " "]),
        first=st.sampled_from([1, 2, 27]),
        mark=st.sampled_from(["", "(SBU) ", "(U) "]),
        preface=st.booleans(),
    )


#: Characters of any text at all: letters, digits, the marks of labels, and a few that hurt.
_ANY = st.text(
    st.sampled_from(
        "abcXYZ 0123456789.,;:()-*\u00b6\"'\n\n\n \u0130\u00df\u0301\u00a0\t\r\x0c\x1b?"
    ),
    max_size=120,
)


@st.composite
def any_texts(draw: st.DrawFn) -> str:
    """Any text at all, often with pieces of cables in it; always with a line break."""
    pieces = st.one_of(
        _ANY,
        st.sampled_from(
            (
                "\n\u00b61. (U) ",
                "\n-- A. ",
                "\n18B.  (SBU)  ",
                "\n--------\nOVERVIEW\n--------\n",
                f"\n\n{POST} 00000200  002 OF 003\n\n",
                "\nSIPDIS\n",
                "\nNNNN\n",
                "\n\u00b62. Prevention:\n-----------\n",
                "Is there a plan? If so, describe it.\n\n",
                "- a bullet\n- another one\n",
            )
        ),
        st.sampled_from([Sentence(i, i).text + " " for i in range(0, len(FRAMES), 9)]),
        st.sampled_from(AWKWARD),
    )
    return "".join(draw(st.lists(pieces, min_size=1, max_size=12))) + "\n"
