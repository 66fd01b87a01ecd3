"""What Hypothesis draws: reports of invented countries, and ways to type them.

Written from the contract alone, apart from the code that it checks. What is left out, on purpose:

- a line that begins with what reads as a label ("... ends at age" / "18. Police ..."): the wrapping
  pulls such a word up into the line before, since nobody could say what it is;
- in `models` (not in `wild_models`): hedges, quantifiers, negations, inner stops, and sentences
  that are hard to tell apart; the laws that need them put them in themselves.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st

from .reports import FRAMES, LETTERS, POST, Answer, Block, Layout, Model, Sentence, distinct
from .vocabulary import AWKWARD, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How every law is run: as the profile says that tests/conftest.py loads.
SETTINGS = settings()
#: A law that runs cheap code draws more examples.
CHEAP = settings(max_examples=3 * SETTINGS.max_examples)


def counts() -> st.SearchStrategy[int]:
    """Counts that are no year, no age and no label: 21 to 999, or some thousands."""
    return st.one_of(st.integers(21, 999), st.integers(31, 98).map(lambda n: n * 100 + 7))


@st.composite
def sentences(draw: st.DrawFn, least: int = 1, most: int = 20) -> list[Sentence]:
    """Sentences of different frames, all clearly distinct."""
    frames = draw(
        st.lists(st.integers(0, len(FRAMES) - 1), min_size=least, max_size=most, unique=True)
    )
    picks = st.tuples(st.integers(0, 500), counts(), st.integers(1996, 2004))
    return distinct([Sentence(frame, *draw(picks)) for frame in frames])


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


def joined(one: str, other: str) -> str:
    """Two sentences as one."""
    first, second = one.rstrip("."), other
    return f"{first}, and {second[0].lower()}{second[1:]}"


@st.composite
def in_runs(draw: st.DrawFn, texts: Sequence[str], most: int = 4) -> list[str]:
    """Texts of which whole runs changed places: up to ``most`` of them, of any length."""
    cuts = draw(st.lists(st.integers(0, len(texts)), max_size=most - 1).map(sorted))
    ends = [0, *cuts, len(texts)]
    runs = [list(texts[a:b]) for a, b in pairwise(ends)]
    return [text for run in draw(st.permutations(runs)) for text in run]


#: What becomes of a sentence, or (the last two) of it and the next: it stays, goes, or stands
#: twice; what was one is two, and what was two is one.
FATES = ("kept", "kept", "dropped", "doubled", "split", "merged")


@st.composite
def wild_pairs(draw: st.DrawFn) -> tuple[Model, Model]:
    """Two reports of which the second keeps, drops, repeats, splits, merges, moves and adds.

    What moved are single sentences or whole runs of them.
    """
    texts = draw(wild_texts(12))
    old: list[str] = []
    new: list[str] = []
    while texts:
        fate = draw(st.sampled_from(FATES if len(texts) > 1 else FATES[:4]))
        count = 2 if fate in ("split", "merged") else 1
        taken, texts = texts[:count], texts[count:]
        old += [joined(*taken)] if fate == "split" else taken
        new += [joined(*taken)] if fate == "merged" else taken * (1 + (fate == "doubled"))
        if fate == "dropped":
            new.pop()
    new += draw(wild_texts(4))
    later = draw(st.permutations(new) if draw(st.booleans()) else in_runs(new))
    return draw(arranged(old, 2007)), draw(arranged(list(later), 2008))


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
        key=st.integers(0, 5),
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
