"""Second parts: one statement that became several, or several that became one.

After the one-to-one choice, a statement left over may be a further part of a link: it stands beside
a part the link has, or is likely to belong there by itself, and it carries a share of its own. A
share is measured on what the first part leaves uncovered: the words of the whole that the first
part lacks and the new part has. The joined parts must fit the whole better than the first alone.

A statement that is linked already may be left over all the same: where the one place that fits it
is taken, the one-to-one choice gives it the next best. Such a link gives way if the statement is
likelier by a margin to be a part of the better one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen
from rapidfuzz import fuzz

from tipdiff.alignment.matching import Star
from tipdiff.text import masked

if TYPE_CHECKING:
    from tipdiff.alignment.scoring import Judged

__all__ = ["Barred", "join_parts"]

#: The most parts a statement is split into or merged from.
PARTS: Final = 4
#: The share of its own weight that a statement beside the first part brings to the whole. Of the
#: statements on real cables that reach it (and fit), three in four are parts.
SHARE_BESIDE: Final = 0.2
#: The same for one that stands elsewhere but is likely to belong to the whole by itself.
SHARE_ELSEWHERE: Final = 0.1
#: By how many percent of likeness the joined parts fit the whole better than the first alone: below
#: it drafts of essays have more false parts than right ones.
FITS_BETTER: Final = 2
#: A statement so likely to belong to a whole is a part if it brings a share of its own, however the
#: letters of both parts join. Between 0.5 and 0.7 nothing changes on ten pairs of real cables.
SURELY: Final = 0.7
SHARE_SURELY: Final = 0.05
#: Likeness in percent, words sorted, from which the first part is the whole, with no other beside.
WHOLE: Final = 85
#: How likely that is at least.
LIKELY: Final = 0.3
#: By how much likelier a statement must be a part of another link for its own to give way. Between
#: 0.05 and 0.2 nothing changes on the real texts; the fixtures have three such statements.
LIKELIER: Final = 0.1
#: A lower probability speaks for nothing.
UNLIKELY: Final = 0.05
#: What a link with a joined part is worth at most: the share of joined parts that are right,
#: measured on real cables and fixtures.
JOINED: Final = 0.75


@frozen(eq=False)
class Barred:
    """Pairs that are no parts of one another: a person forbade it, or one of the two has copies.

    What stands several times on its side has no parts and is none, since several statements are
    linked to several only if they are copies.
    """

    pairs: frozenset[tuple[int, int]] = frozenset()
    copied: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())

    def __contains__(self, pair: tuple[int, int]) -> bool:
        return pair in self.pairs or pair[0] in self.copied[0] or pair[1] in self.copied[1]


@frozen(eq=False)
class _Statements:
    """One side of the links: its folded statements and where its term rows begin."""

    folds: Sequence[str]
    offset: int


def join_parts(
    stars: Sequence[Star],
    judged: Judged,
    folds: tuple[Sequence[str], Sequence[str]],
    taken: tuple[Iterable[int], Iterable[int]],
    barred: Barred,
) -> list[Star]:
    """Join statements left over to the links they are a part of.

    Args:
        stars: One-to-one links.
        judged: The judged pairs.
        folds: Old and new statements, folded.
        taken: Statements on either side that are linked otherwise.
        barred: Pairs that are no parts of one another.

    Returns:
        The links with their parts, in the same order.

    """
    told = judged.probability > UNLIKELY
    pairs = zip(judged.pairs.old[told].tolist(), judged.pairs.new[told].tolist(), strict=True)
    probability = dict(zip(pairs, judged.probability[told].tolist(), strict=True))
    likely: tuple[dict[int, list[int]], dict[int, list[int]]] = {}, {}
    for (old, new), value in probability.items():
        if value >= LIKELY:
            likely[0].setdefault(new, []).append(old)
            likely[1].setdefault(old, []).append(new)
    sides = _Statements(folds[0], 0), _Statements(folds[1], len(folds[0]))
    stars = _lasting(stars, judged, sides, probability, barred)
    linked = (
        frozenset(k for star in stars for k in star.old) | frozenset(taken[0]),
        frozenset(k for star in stars for k in star.new) | frozenset(taken[1]),
    )
    offers: list[tuple[float, int, int, int]] = []
    for index, star in enumerate(stars):
        if (star.old[0], star.new[0]) in barred:
            continue
        for which in (0, 1):
            part, whole = (star.old[0], star.new[0]) if which == 0 else (star.new[0], star.old[0])
            beside = [k for k in (part - 1, part + 1) if 0 <= k < len(sides[which].folds)]
            for lone in dict.fromkeys([*beside, *likely[which].get(whole, ())]):
                pair = (lone, whole) if which == 0 else (whole, lone)
                if lone in linked[which] or pair in barred:
                    continue
                worth = _worth(judged, sides, which, (part, lone, whole))
                by_itself = probability.get(pair, 0.0)
                if by_itself >= SURELY and _joins_surely(judged, sides, which, (part, lone, whole)):
                    worth = max(worth, _least(part, lone))
                if worth >= _least(part, lone) and (lone in beside or by_itself >= LIKELY):
                    offers.append((worth + by_itself, index, which, lone))
    return _accepted(stars, offers)


def _least(part: int, lone: int) -> float:
    """Return the share of its own that a statement must bring to join a part."""
    return SHARE_BESIDE if abs(lone - part) == 1 else SHARE_ELSEWHERE


def _lasting(
    stars: Sequence[Star],
    judged: Judged,
    sides: tuple[_Statements, _Statements],
    probability: dict[tuple[int, int], float],
    barred: Barred,
) -> list[Star]:
    """Return the links but for those of statements that are likelier a part of another one."""
    of_old, of_new = ({star.old[0]: star for star in stars}, {star.new[0]: star for star in stars})

    def gives_way(lone: int, whole: int, which: int, value: float) -> bool:
        mine = (of_old, of_new)[which].get(lone)
        better = (of_new, of_old)[which].get(whole)
        if mine is None or better is None or mine is better:
            return False
        if (better.old[0], better.new[0]) in barred:
            return False
        if value < mine.score + LIKELIER or better.score <= mine.score:
            return False
        part = (better.old[0], better.new[0])[which]
        return _worth(judged, sides, which, (part, lone, whole)) >= _least(part, lone)

    weak = set()
    for (old, new), value in probability.items():
        if (old, new) in barred:
            continue
        if gives_way(old, new, 0, value):
            weak.add(of_old[old])
        if gives_way(new, old, 1, value):
            weak.add(of_new[new])
    return [star for star in stars if star not in weak]


def _worth(
    judged: Judged, sides: tuple[_Statements, _Statements], which: int, trio: tuple[int, int, int]
) -> float:
    """Return the share a part brings to what the first leaves uncovered, 0 if it does not fit."""
    part, lone, whole = trio
    side, other = sides[which], sides[1 - which]
    share = _share(judged, sides, which, trio)
    if not share:
        return 0.0
    first, second = (masked(side.folds[k]) for k in sorted((part, lone)))
    alone = fuzz.token_sort_ratio(masked(side.folds[part]), masked(other.folds[whole]))
    joined = fuzz.token_sort_ratio(f"{first} {second}", masked(other.folds[whole]))
    return share if joined > alone + FITS_BETTER else 0.0


def _share(
    judged: Judged, sides: tuple[_Statements, _Statements], which: int, trio: tuple[int, int, int]
) -> float:
    """Return the share of a part's weight that the whole has and the first part lacks."""
    part, lone, whole = trio
    side, other = sides[which], sides[1 - which]
    rows, weight = judged.stems.rows, judged.stems.weight
    covered = set(rows[side.offset + part].tolist())
    wanted = set(rows[other.offset + whole].tolist()) - covered
    brought = rows[side.offset + lone]
    mass = float(weight[brought].sum())
    share = sum(float(weight[term]) for term in brought.tolist() if term in wanted)
    return share / mass if mass else 0.0


def _joins_surely(
    judged: Judged, sides: tuple[_Statements, _Statements], which: int, trio: tuple[int, int, int]
) -> bool:
    """Whether a statement that is likely to belong to the whole brings it something."""
    part, _, whole = trio
    texts = sides[which].folds[part], sides[1 - which].folds[whole]
    if _share(judged, sides, which, trio) < SHARE_SURELY:
        return False
    return fuzz.token_sort_ratio(*map(masked, texts)) < WHOLE


def _accepted(stars: Sequence[Star], offers: Sequence[tuple[float, int, int, int]]) -> list[Star]:
    """Take the best offers first; a link grows on one side only, a statement joins one link."""
    joined: dict[int, tuple[int, list[int]]] = {}
    used: set[tuple[int, int]] = set()
    for _, index, which, lone in sorted(offers, key=lambda o: (-o[0], *o[1:])):
        grows, parts = joined.setdefault(index, (which, []))
        if grows != which or len(parts) >= PARTS - 1 or (which, lone) in used:
            continue
        parts.append(lone)
        used.add((which, lone))
    out = []
    for index, star in enumerate(stars):
        which, parts = joined.get(index, (0, []))
        if not parts:
            out.append(star)
            continue
        old = tuple(sorted((*star.old, *(parts if which == 0 else ()))))
        new = tuple(sorted((*star.new, *(parts if which == 1 else ()))))
        out.append(Star(old, new, min(star.score, JOINED)))
    return out
