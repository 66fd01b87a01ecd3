"""Aligning two sequences of statements.

Theory of operation
-------------------

Successive reports say much word for word, more in other words, and the rest not at all. No single
measure of likeness tells a reworded statement from another one that shares its nouns, so the
alignment weighs evidence of several kinds and lets the links settle against each other:

1. *Copies.* Statements that are the same once layout is folded away are one; what stands twice in a
   report is looked at once. A statement whose own copy stands in the other report is linked to it
   and to nothing else: no rival can outrank a copy.
2. *Candidates.* An inverted index over stems and concepts gives every other statement its best few
   partners (:mod:`~tipdiff.alignment.candidates`), so that cost grows with what is shared.
3. *Evidence.* For each candidate pair: likeness of letters with figures masked, weighted overlap of
   words and of meanings, how it stands among its rivals, and whether the statements around it fit
   as well (:mod:`~tipdiff.alignment.evidence`).
4. *Two judgements.* A logistic regression turns evidence into a probability. A second one judges
   again, knowing the first: likely links vouch for pairs in line with them and speak against their
   rivals (:mod:`~tipdiff.alignment.judgement`).
5. *Choice.* One global assignment takes the links of greatest summed probability
   (:mod:`~tipdiff.alignment.matching`). Statements left over join a link as further parts of a
   split or merge if they carry a share of their own and the joined text fits better than either
   part (:mod:`~tipdiff.alignment.parts`). Near copies of a linked statement join it as repeated.

Order is evidence and not a wall: a statement that moved keeps its text, and the text outweighs its
place. All evidence is symmetric, so that swapping the reports mirrors the links.

What is not yet clean: parts are joined by two thresholds of their own and not by the model, since
real cables hold too few of them to fit one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import define
from rapidfuzz import fuzz, process

from tipdiff.alignment.judgement import Judged, judge
from tipdiff.alignment.matching import Star, choose
from tipdiff.alignment.model import trained
from tipdiff.alignment.parts import join_parts
from tipdiff.records import Link
from tipdiff.text import folded, masked

if TYPE_CHECKING:
    from tipdiff.alignment.model import Judge

__all__ = ["align"]

#: Likeness in percent, words sorted, from which two statements of one report are near copies:
#: the summary repeats the body with a word or two changed. Read off the fixtures and real cables,
#: where pairs of one report above it say the same and the next ones below do not.
NEAR_COPY: Final = 90
#: Shorter statements, in characters, are near copies only if they are copies: two short statements
#: of one shape ("Police arrested two men.") are often two facts.
NEAR_COPY_LENGTH: Final = 60
#: Likeness below which no neighbours vouch for a pair: a statement put in another's place has the
#: same neighbours. One right link in four hundred of the real cables lies below it.
LEAST_ALIKE: Final = 0.28
#: Kinds of evidence named for each link: those that moved its judgement most.
TOLD: Final = 6


@define
class _Side:
    """One report: its folded statements, and which of them stand for their copies."""

    texts: Sequence[str]
    folds: list[str]
    copies: dict[str, list[int]]

    @classmethod
    def of(cls, texts: Sequence[str], folds: Sequence[str] | None) -> _Side:
        folds = [folded(text) for text in texts] if folds is None else list(folds)
        copies: dict[str, list[int]] = {}
        for place, fold in enumerate(folds):
            copies.setdefault(fold, []).append(place)
        return cls(texts, folds, copies)

    def firsts(self) -> list[int]:
        return [places[0] for places in self.copies.values()]

    def with_copies(self, places: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(copy for k in places for copy in self.copies[self.folds[k]]))


def align(
    old: Sequence[str],
    new: Sequence[str],
    *,
    folds: tuple[Sequence[str], Sequence[str]] | None = None,
    judges: tuple[Judge, Judge] | None = None,
    explain: bool = False,
) -> list[Link]:
    """Align the statements of two texts.

    Args:
        old: Statements of the earlier text, in order.
        new: Statements of the later text, in order.
        folds: Both folded already (:func:`tipdiff.text.folded`), where they are at hand.
        judges: Another pair of models than the one that ships with the package.
        explain: Whether each link carries its ``evidence``.

    Returns:
        Links in the order of the old text. Every statement is in at most one. A link has one
        statement on at least one side, but for copies that stand several times in a report.

    """
    known_folds = folds or (None, None)
    sides = _Side.of(old, known_folds[0]), _Side.of(new, known_folds[1])
    twins = [fold for fold in sides[0].copies if fold in sides[1].copies]
    links = [
        Link(tuple(sides[0].copies[fold]), tuple(sides[1].copies[fold]), 1.0, 1.0) for fold in twins
    ]
    firsts = sides[0].firsts(), sides[1].firsts()
    judged = judge(
        ([old[k] for k in firsts[0]], [new[k] for k in firsts[1]]),
        (list(sides[0].copies), list(sides[1].copies)),
        judges,
    )
    known = set(twins)
    chosen = join_parts(
        choose(_open_edges(judged, sides, known)),
        judged,
        (list(sides[0].copies), list(sides[1].copies)),
        (_twins(sides[0], known), _twins(sides[1], known)),
    )
    by = (judges or trained())[1]
    stars = [
        _link(sides, firsts, star, _told(judged, by, star) if explain else {}) for star in chosen
    ]
    return sorted([*links, *_with_near_copies(stars, sides, known)], key=lambda x: (x.old, x.new))


def _open_edges(
    judged: Judged,
    sides: tuple[_Side, _Side],
    known: set[str],
) -> list[tuple[float, int, int]]:
    """Return the judged pairs of statements that have no copy on the other side."""
    taken_old, taken_new = (
        np.isin(np.arange(len(side.copies)), _twins(side, known)) for side in sides
    )
    pairs = judged.pairs
    if not len(pairs):
        return []
    free = ~(taken_old[pairs.old] | taken_new[pairs.new])
    free &= judged.evidence["likeness"] >= LEAST_ALIKE
    return list(
        zip(
            judged.chance[free].tolist(),
            pairs.old[free].tolist(),
            pairs.new[free].tolist(),
            strict=True,
        )
    )


def _told(judged: Judged, by: Judge, star: Star) -> dict[str, float]:
    """Return the evidence that moved the judgement of a star's first pair most, in log-odds."""
    pairs = judged.pairs
    here = np.flatnonzero((pairs.old == star.old[0]) & (pairs.new == star.new[0]))
    parts = by.contributions(judged.evidence, int(here[0]))
    most = sorted(parts.items(), key=lambda item: (-abs(item[1]), item[0]))[:TOLD]
    return {name: round(value, 2) for name, value in most}


def _twins(side: _Side, known: set[str]) -> list[int]:
    """Return which distinct statements of a report have their copy in the other."""
    return [k for k, fold in enumerate(side.copies) if fold in known]


def _link(
    sides: tuple[_Side, _Side],
    firsts: tuple[list[int], list[int]],
    star: Star,
    told: dict[str, float],
) -> Link:
    old, new = (
        [first[k] for k in places]
        for first, places in zip(firsts, (star.old, star.new), strict=True)
    )
    joined = (
        masked(" ".join(side.folds[k] for k in places))
        for side, places in zip(sides, (old, new), strict=True)
    )
    return Link(
        sides[0].with_copies(old),
        sides[1].with_copies(new),
        round(star.score, 4),
        round(fuzz.ratio(*joined) / 100, 4),
        told,
    )


def _with_near_copies(links: list[Link], sides: tuple[_Side, _Side], twins: set[str]) -> list[Link]:
    """Let a statement without link join the link of its near copy in the same report.

    A statement that has its own copy on the other side is left alone: what is unchanged stays so.
    """
    joins: dict[int, tuple[list[int], list[int]]] = {}
    for which, side in enumerate(sides):
        of = {place: index for index, link in enumerate(links) for place in _side(link, which)}
        lone = [
            k
            for k, fold in enumerate(side.folds)
            if k not in of and fold not in twins and len(fold) >= NEAR_COPY_LENGTH
        ]
        linked = sorted(of)
        if not lone or not linked:
            continue
        scores = process.cdist(
            [_by_word(side.folds[k]) for k in lone],
            [_by_word(side.folds[k]) for k in linked],
            scorer=fuzz.ratio,
            score_cutoff=NEAR_COPY,
        )
        best = scores.argmax(axis=1)
        for row, k in enumerate(lone):
            if scores[row, best[row]] and _same_figures(side, k, linked[best[row]]):
                joins.setdefault(of[linked[best[row]]], ([], []))[which].append(k)
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


def _by_word(fold: str) -> str:
    return " ".join(sorted(fold.split()))


def _side(link: Link, which: int) -> tuple[int, ...]:
    return link.new if which else link.old


def _same_figures(side: _Side, one: int, other: int) -> bool:
    return _figures(side.folds[one]) == _figures(side.folds[other])


def _figures(fold: str) -> str:
    return "".join(c for c in fold if c.isdigit())
