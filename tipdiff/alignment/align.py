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
   as well (:mod:`~tipdiff.alignment.features`).
4. *Two judgements.* A logistic regression turns evidence into a probability. A second one judges
   again, knowing the first: likely links vouch for pairs in line with them and speak against their
   rivals (:mod:`~tipdiff.alignment.scoring`).
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

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import evolve, frozen
from rapidfuzz import fuzz

from tipdiff.alignment.answers import is_answer
from tipdiff.alignment.constraints import UNCONSTRAINED, Constraints
from tipdiff.alignment.copies import with_near_copies
from tipdiff.alignment.evidence import evidence_of
from tipdiff.alignment.in_line import in_line
from tipdiff.alignment.judging import asked_of, heard
from tipdiff.alignment.matching import Star, choose
from tipdiff.alignment.model import Judge, trained
from tipdiff.alignment.near_misses import Near, refused
from tipdiff.alignment.parts import Barred, join_parts
from tipdiff.alignment.places import Where, in_order
from tipdiff.alignment.rows import BY_ORDER, opposite_answers, settle
from tipdiff.alignment.scoring import Judged, judge
from tipdiff.alignment.sides import Side
from tipdiff.arguments import expect_items
from tipdiff.errors import DataError
from tipdiff.records import Link
from tipdiff.text import masked

if TYPE_CHECKING:
    import numpy.typing as npt

    from tipdiff.alignment.judging import Asked
    from tipdiff.alignment.matching import Edge
    from tipdiff.alignment.places import Homes, Pair
    from tipdiff.alignment.rows import Settled
    from tipdiff.alignment.terms import Indexes
    from tipdiff.records import Evidence, OwnJudge

__all__ = ["Alignment", "align", "align_texts"]

#: Likeness below which no neighbours vouch for a pair: a statement put in another's place has the
#: same neighbours. One right link in four hundred of the real cables lies below it.
LEAST_ALIKE: Final = 0.24


@frozen
class Alignment:
    """Links, and for each statement without one the likeliest that was refused, by its place.

    ``warnings`` say what went wrong with a judge of the user's own.
    """

    links: list[Link]
    near_old: dict[int, Near]
    near_new: dict[int, Near]
    warnings: tuple[str, ...] = ()


def align(  # noqa: PLR0913 (what a user may say beside the texts)
    old: Sequence[str],
    new: Sequence[str],
    *,
    judge: OwnJudge | None = None,
    judges: tuple[Judge, Judge] | None = None,
    moves: bool = True,
    explain: bool = False,
) -> list[Link]:
    """Align the statements of two texts.

    Args:
        old: Statements of the earlier text, in order.
        new: Statements of the later text, in order.
        judge: A judge of one's own for the pairs that the model doubts: it gets some
            :class:`tipdiff.DoubtfulPair` and gives a probability for each. Where it fails, the
            model's stays, and a ``RuntimeWarning`` says so.
        judges: Another pair of models than the one that ships with the package.
        moves: Whether a statement may change places with others. False for drafts of one text, in
            which nothing moves: no two links cross then, and what would is new or dropped.
        explain: Whether each link carries its ``evidence``.

    Returns:
        Links in the order of the old text. Every statement is in at most one. A link has one
        statement on at least one side, but for copies that stand several times in a report.

    Raises:
        DataError: One of the two is no sequence of texts, or the judge cannot be called.

    """
    given = expect_items("old", old, str, "str"), expect_items("new", new, str, "str")
    if judges is not None and len(expect_items("judges", judges, Judge, "a Judge")) != 2:
        raise DataError("judges: expected two")
    asked = asked_of(judge)
    found = align_texts(*given, asked=asked, judges=judges, moves=moves, explain=explain)
    for warning in found.warnings:
        warnings.warn(warning, RuntimeWarning, stacklevel=2)
    return found.links


def align_texts(  # noqa: PLR0913 (what a comparison knows beside the texts)
    old: Sequence[str],
    new: Sequence[str],
    *,
    folds: tuple[Sequence[str], Sequence[str]] | None = None,
    asked: Asked | None = None,
    judges: tuple[Judge, Judge] | None = None,
    constraints: Constraints = UNCONSTRAINED,
    homes: Homes | None = None,
    moves: bool = True,
    explain: bool = False,
) -> Alignment:
    """Align two texts as :func:`align` does, with what a person has decided.

    Args:
        old: Statements of the earlier text, in order.
        new: Statements of the later text, in order.
        folds: Both folded already (:func:`tipdiff.text.folded`), where they are at hand.
        asked: A judge of the user's own, None for none.
        judges: Another pair of models than the one that ships with the package.
        constraints: Links that are forced or forbidden.
        homes: The aligned sections of the statements, where they are known: what says the same
            several times pairs with what stands in the same one.
        moves: Whether a statement may change places with others.
        explain: Whether links carry their evidence, and refused matches are told.

    """
    known_folds = folds or (None, None)
    sides = Side.of(old, known_folds[0]), Side.of(new, known_folds[1])
    settled = constraints.settled()
    links = [
        _certain((sides[0].places(one), sides[1].places(other)), sides)
        for one, other in constraints.forced
    ]
    apart = {old for old, _ in constraints.forbidden}, {new for _, new in constraints.forbidden}
    placed = settle(sides, homes, (settled[0] | apart[0], settled[1] | apart[1]))
    links += _placed_links(placed, sides, settled)
    for fold in sides[0].copies:
        decided = fold in settled[0] or fold in settled[1] or (fold, fold) in constraints.forbidden
        if fold in sides[1].copies and not decided and not is_answer(fold, *sides):
            links.append(Link(tuple(sides[0].copies[fold]), tuple(sides[1].copies[fold]), 1.0, 1.0))
            settled[0].add(fold)
            settled[1].add(fold)
    firsts = sides[0].firsts(), sides[1].firsts()
    distinct = list(sides[0].copies), list(sides[1].copies)
    judged = judge(
        ([old[k] for k in firsts[0]], [new[k] for k in firsts[1]]),
        distinct,
        judges,
        (sides[0].forms(), sides[1].forms()),
    )
    forbidden = constraints.forbidden_places(sides[0].copies, sides[1].copies)
    taken = sides[0].distinct(settled[0]), sides[1].distinct(settled[1])
    free = _free(judged, taken, forbidden, _form_numbers(placed, distinct))
    told = heard(judged, free, asked, sides, firsts)
    judged = told.judged
    edges = _edges(judged, free)
    links, stars = (links, choose(edges)) if moves else _in_line(links, edges, firsts)
    barred = Barred(forbidden, (sides[0].copied(), sides[1].copied()))
    stars = join_parts(stars, judged, distinct, taken, barred)
    by = (judges or trained())[1]
    found = [
        link
        for star in stars
        for link in _spread(
            _link(sides, firsts, star, evidence_of(told, by, star) if explain else ()), sides, homes
        )
    ]
    links = with_near_copies([*links, *found], sides, settled, constraints)
    links += _answered(links, sides, homes)
    links.sort(key=lambda link: (link.old, link.new))
    near = refused(judged, sides, links, forbidden) if explain else ({}, {})
    return Alignment(links, *near, told.warnings)


def _free(
    judged: Judged,
    taken: tuple[list[int], list[int]],
    forbidden: frozenset[tuple[int, int]],
    forms: tuple[Indexes, Indexes],
) -> npt.NDArray[np.bool_]:
    """Return which judged pairs are of statements that are still free to be linked."""
    pairs = judged.pairs
    free = ~(np.isin(pairs.old, taken[0]) | np.isin(pairs.new, taken[1]))
    free &= judged.features["likeness"] >= LEAST_ALIKE
    free &= (forms[0][pairs.old] != forms[1][pairs.new]) | (forms[0][pairs.old] == 0)
    for old, new in forbidden:
        free &= (pairs.old != old) | (pairs.new != new)
    return free


def _edges(judged: Judged, free: npt.NDArray[np.bool_]) -> list[Edge]:
    """Return the pairs that are free, with their probabilities."""
    return list(
        zip(
            judged.probability[free].tolist(),
            judged.pairs.old[free].tolist(),
            judged.pairs.new[free].tolist(),
            strict=True,
        )
    )


def _placed_links(
    placed: Settled, sides: tuple[Side, Side], settled: tuple[set[str], set[str]]
) -> list[Link]:
    """Return the links of rows and of answers, and add their texts to the settled ones.

    Rows that say one thing on either side share a link; each answer has its own, since it belongs
    to its question.
    """
    by_text: dict[object, list[Pair]] = {}
    for pair in placed.pairs:
        folds = sides[0].folds[pair[0]], sides[1].folds[pair[1]]
        by_text.setdefault(pair if is_answer(folds[0], *sides) else folds, []).append(pair)
        settled[0].add(folds[0])
        settled[1].add(folds[1])
    settled[0].update(f for f in sides[0].copies if f in sides[1].copies and is_answer(f, *sides))
    settled[1].update(f for f in sides[1].copies if f in sides[0].copies and is_answer(f, *sides))
    return [
        Link(
            tuple(sorted(old for old, _ in pairs)),
            tuple(sorted(new for _, new in pairs)),
            min(placed.pairs[pair] for pair in pairs),
            1.0,
        )
        for pairs in by_text.values()
    ]


def _in_line(
    links: Sequence[Link], edges: Sequence[Edge], firsts: tuple[list[int], list[int]]
) -> tuple[list[Link], list[Star]]:
    """Return the links and the pairs that are likeliest together without crossing."""
    told = {(link.old[0], link.new[0]): link for link in links}
    judged = {(firsts[0][old], firsts[1][new]): (p, old, new) for p, old, new in edges}
    kept = in_line(
        [(link.score, *places) for places, link in told.items()]
        + [(edge[0], *places) for places, edge in judged.items()]
    )
    stars = [Star((old,), (new,), p) for p, old, new in (judged[at] for at in kept & judged.keys())]
    return [told[at] for at in kept & told.keys()], sorted(stars, key=lambda s: (s.old, s.new))


def _form_numbers(
    placed: Settled, distinct: tuple[list[str], list[str]]
) -> tuple[Indexes, Indexes]:
    """Return for each distinct text the number of the form it shares with others, 0 for none."""
    number = {form: k for k, form in enumerate(dict.fromkeys(placed.forms.values()), 1)}
    old, new = (
        np.array([number.get(placed.forms.get(fold, ""), 0) for fold in side], np.intp)
        for side in distinct
    )
    return old, new


def _spread(link: Link, sides: tuple[Side, Side], homes: Homes | None) -> list[Link]:
    """Return a link between answers that are repeated as one for each place; others as they are."""
    texts = [
        {side.folds[k] for k in here}
        for side, here in zip(sides, (link.old, link.new), strict=True)
    ]
    if any(len(text) > 1 for text in texts) or len(link.old) == len(link.new) == 1:
        return [link]
    if not all(is_answer(fold, side) for (fold,), side in zip(texts, sides, strict=True)):
        return [link]
    where = Where.of(homes, sides, ())
    pairs = in_order(link.old, link.new, where, anywhere=homes is None)
    return [evolve(link, old=(old,), new=(new,)) for old, new in pairs]


def _answered(links: Sequence[Link], sides: tuple[Side, Side], homes: Homes | None) -> list[Link]:
    """Return the links of answers that turned round: yes to a question, and no a year later."""
    if homes is None:
        return []
    taken = {k for link in links for k in link.old}, {k for link in links for k in link.new}
    lone = [
        [k for k in range(len(side.folds)) if k not in done]
        for side, done in zip(sides, taken, strict=True)
    ]
    return [
        Link(
            (old,),
            (new,),
            BY_ORDER,
            round(fuzz.ratio(sides[0].folds[old], sides[1].folds[new]) / 100, 4),
        )
        for old, new in opposite_answers(sides, (lone[0], lone[1]), homes)
    ]


def _certain(places: tuple[tuple[int, ...], tuple[int, ...]], sides: tuple[Side, Side]) -> Link:
    """Return a link that a person has made."""
    joined = (
        masked(" ".join(dict.fromkeys(side.folds[k] for k in here)))
        for side, here in zip(sides, places, strict=True)
    )
    return Link(*places, 1.0, round(fuzz.ratio(*joined) / 100, 4))


def _link(
    sides: tuple[Side, Side],
    firsts: tuple[list[int], list[int]],
    star: Star,
    told: tuple[Evidence, ...],
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
