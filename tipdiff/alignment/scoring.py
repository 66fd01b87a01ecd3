"""How likely each candidate pair is a link: the two passes of the alignment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.alignment.candidates import Pairs, candidate_pairs
from tipdiff.alignment.features import Features, likeness, setting, support
from tipdiff.alignment.model import Judge, log_odds, trained
from tipdiff.alignment.terms import index_terms
from tipdiff.text import masked

if TYPE_CHECKING:
    from tipdiff.alignment.terms import Floats, TermIndex

__all__ = ["Judged", "first_features", "judge", "second_features"]


@frozen(eq=False)
class Judged:
    """Candidate pairs with their features and probability."""

    pairs: Pairs
    features: Features
    probability: Floats
    stems: TermIndex


def first_features(
    texts: tuple[Sequence[str], Sequence[str]],
    folds: tuple[Sequence[str], Sequence[str]],
    forms: tuple[Sequence[str], Sequence[str]] | None = None,
) -> tuple[Pairs, Features, TermIndex]:
    """Return the candidate pairs of two reports and what speaks for each by itself."""
    n_old = len(texts[0])
    plain = forms or ([masked(fold) for fold in folds[0]], [masked(fold) for fold in folds[1]])
    stems, concepts = index_terms([*texts[0], *texts[1]], [*plain[0], *plain[1]])
    pairs, shared = candidate_pairs((stems, concepts), n_old)
    views = {"words": (stems, shared[0]), "meanings": (concepts, shared[1])}
    found = likeness(pairs, plain, views)
    base = (found["letters"] + found["words in common"] + found["meanings in common"]) / 3
    return pairs, {**found, "likeness": base, **setting(pairs, base)}, stems


def second_features(pairs: Pairs, found: Features, probability: Floats) -> Features:
    """Return the features of the second pass, given the probabilities of the first."""
    return {**found, "first judgement": log_odds(probability), **support(pairs, probability)}


def judge(
    texts: tuple[Sequence[str], Sequence[str]],
    folds: tuple[Sequence[str], Sequence[str]],
    judges: tuple[Judge, Judge] | None = None,
    forms: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Judged:
    """Return the candidate pairs of two reports with the probability that each is a link.

    Args:
        texts: Old and new statements as printed.
        folds: The same, folded (:func:`tipdiff.text.folded`).
        judges: The two passes; those that ship with the package unless given.
        forms: The same with figures masked, where they are at hand.

    """
    first, second = judges or trained()
    pairs, found, stems = first_features(texts, folds, forms)
    if not len(pairs):
        return Judged(pairs, found, found["likeness"], stems)
    found = second_features(pairs, found, first.probability(found))
    return Judged(pairs, found, second.probability(found), stems)
