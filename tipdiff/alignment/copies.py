"""Near copies: what a report says twice, give or take a word, shares one link."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from tipdiff.alignment.answers import is_answer
from tipdiff.language.number_words import NUMBERS
from tipdiff.records import Link
from tipdiff.text import NUMBER_WORDS, words

if TYPE_CHECKING:
    from tipdiff.alignment.constraints import Constraints
    from tipdiff.alignment.sides import Side

__all__ = ["with_near_copies"]

#: Likeness in percent, words sorted, from which two statements of one report are near copies:
#: the summary repeats the body with a word or two changed. Read off the fixtures and real cables,
#: where pairs of one report above it say the same and the next ones below do not.
NEAR_COPY: Final = 90
#: Shorter statements, in characters, are near copies only if they are copies: two short statements
#: of one shape ("Police arrested two men.") are often two facts.
NEAR_COPY_LENGTH: Final = 60
#: Likenesses that are looked at in one go: some 4 MB.
CELLS: Final = 1_000_000


def with_near_copies(
    links: list[Link],
    sides: tuple[Side, Side],
    settled: tuple[set[str], set[str]],
    constraints: Constraints,
) -> list[Link]:
    """Let a statement without link join the link of its near copy in the same report.

    One that is settled otherwise is left alone: what has its own copy on the other side stays so.
    """
    joins: dict[int, tuple[list[int], list[int]]] = {}
    for which, side in enumerate(sides):
        of = {place: index for index, link in enumerate(links) for place in _of(link, which)}
        for k, partner in _near(side, of, settled[which]):
            link = links[of[partner]]
            others = [sides[1 - which].folds[j] for j in _of(link, 1 - which)]
            mine = [side.folds[k]]
            if not constraints.forbids(*((mine, others) if which == 0 else (others, mine))):
                joins.setdefault(of[partner], ([], []))[which].append(k)
    return [
        link
        if index not in joins
        else Link(
            tuple(sorted((*link.old, *joins[index][0]))),
            tuple(sorted((*link.new, *joins[index][1]))),
            link.score,
            link.similarity,
            link.evidence,
        )
        for index, link in enumerate(links)
    ]


def _near(side: Side, of: Mapping[int, int], settled: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield each statement without link, and the linked one that it is a copy of, or nearly."""
    linked = sorted(of)
    if not linked:
        return
    first: dict[str, int] = {}
    for place in linked:
        first.setdefault(side.folds[place], place)
    lone = []
    for place, fold in enumerate(side.folds):
        if place in of:
            continue
        if fold in first and not is_answer(fold, side):
            yield place, first[fold]
        elif fold not in settled and len(fold) >= NEAR_COPY_LENGTH:
            lone.append(place)
    by_word = [_by_word(side.folds[k]) for k in linked] if lone else []
    strip = max(1, CELLS // len(linked))
    for start in range(0, len(lone), strip):
        here = lone[start : start + strip]
        scores = process.cdist(
            [_by_word(side.folds[k]) for k in here],
            by_word,
            scorer=fuzz.ratio,
            score_cutoff=NEAR_COPY,
        )
        for row, (place, best) in enumerate(zip(here, scores.argmax(axis=1), strict=True)):
            if scores[row, best] and _same_figures(side, place, linked[best]):
                yield place, linked[best]


def _by_word(fold: str) -> str:
    return " ".join(sorted(fold.split()))


def _of(link: Link, which: int) -> tuple[int, ...]:
    return link.new if which else link.old


def _same_figures(side: Side, one: int, other: int) -> bool:
    return _figures(side.folds[one]) == _figures(side.folds[other])


def _figures(fold: str) -> list[str]:
    """Return the figures of a text in order; one in words is the one in digits."""
    return [
        str(NUMBERS.get(word, word.replace(",", "")))
        for word in words(fold)
        if word in NUMBER_WORDS or any(c.isdecimal() for c in word)
    ]
