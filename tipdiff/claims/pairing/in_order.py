"""What is left over of one unit, paired by its place in the sentence.

A list goes on next year with other nouns and other amounts: "12 in the north, seven in the south"
after "nine in the northern districts, four in the southern". What the claims are about did not pair
these; their place between figures that are paired does, where as many stand there in both years and
nothing said of them contradicts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.language.lexicon import PERSONS, singular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tipdiff.records import Claim

__all__ = ["CONTRADICTIONS", "in_order"]

#: Of one unit at most so many are paired by place: longer lists have lost or gained rows.
MOST_IN_PLACE: Final = 12


def _differ(old: str | None, new: str | None) -> bool:
    return old is not None and new is not None and old.casefold() != new.casefold()


def _parts_differ(old: Claim, new: Claim) -> bool:
    shared = old.breakdown.keys() & new.breakdown.keys()
    return any(old.breakdown[key] != new.breakdown[key] for key in shared)


def _persons(claim: Claim) -> bool | None:
    """Whether persons are counted; None where the figure's own words do not say what is."""
    nouns = (claim.counted or "").lower().split()
    if not nouns or nouns[-1] not in claim.text.lower():
        return None
    return any(singular(word) in PERSONS or word in PERSONS for word in nouns)


def _years_differ(old: Claim, new: Claim) -> bool:
    """Whether two figures told in passing are of two years."""
    both = old.baseline_of is not None and new.baseline_of is not None
    return both and old.period != new.period


def _one_of_persons(old: Claim, new: Claim) -> bool:
    kinds = {_persons(old), _persons(new)}
    return kinds == {True, False}


#: What keeps two figures in like places apart, with a sample.
CONTRADICTIONS: Final[tuple[tuple[str, Callable[[Claim, Claim], bool], str], ...]] = (
    ("event", lambda a, b: _differ(a.event, b.event), "those arrested are not those convicted"),
    ("breakdown", _parts_differ, "the women are not the men"),
    ("law", lambda a, b: _differ(a.law, b.law), "Article 4 is not Article 9"),
    ("where", lambda a, b: _differ(a.where, b.where), "in one town is not in another"),
    ("who", lambda a, b: _differ(a.who, b.who), "the coast guard's are not the port's"),
    ("kind", lambda a, b: a.kind != b.kind, "a penalty is no figure"),
    (
        "baseline",
        lambda a, b: (a.baseline_of is None) != (b.baseline_of is None),
        "what is compared with is told in passing",
    ),
    ("year", _years_differ, "'up from two in 2003' is no figure of 2004"),
    ("part", lambda a, b: (a.of is None) != (b.of is None), "a part is not the whole"),
    ("persons", _one_of_persons, "12 clerks are not 12 boats"),
    (
        "conversion",
        lambda a, b: (a.equivalent is None) != (b.equivalent is None),
        "a converted sum is not the local one",
    ),
)


def in_order(
    old: Sequence[Claim], new: Sequence[Claim], partner: Mapping[int, int]
) -> dict[int, int]:
    """Return more partners, of figures that have none: for each new one's index its old one's.

    Args:
        old: The claims of the old statement or statements, in order.
        new: Those of the new.
        partner: Who is paired already, new to old.

    """
    found: dict[int, int] = {}
    for before, after in _gaps(len(old), len(new), partner):
        units = dict.fromkeys(new[j].unit for j in after)
        for unit in units:
            mine = [i for i in before if old[i].unit == unit]
            theirs = [j for j in after if new[j].unit == unit]
            if len(mine) != len(theirs) or len(mine) > MOST_IN_PLACE:
                continue
            pairs = list(zip(theirs, mine, strict=True))
            if not any(test(old[i], new[j]) for j, i in pairs for _, test, _ in CONTRADICTIONS):
                found.update(pairs)
    return found


def _gaps(old: int, new: int, partner: Mapping[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the figures without partner between those that kept their order, old and new."""
    taken = set(partner.values())
    anchors, last = [], -1
    for j in sorted(partner):
        if partner[j] > last:
            anchors.append((partner[j], j))
            last = partner[j]
    at = (-1, -1)
    for i, j in (*anchors, (old, new)):
        yield (
            [k for k in range(at[0] + 1, i) if k not in taken],
            [k for k in range(at[1] + 1, j) if k not in partner],
        )
        at = (i, j)
