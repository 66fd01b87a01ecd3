"""What is left over of one unit, paired by its place in the sentence.

A list goes on next year with other nouns and other amounts: "12 in the north, seven in the south"
after "nine in the northern districts, four in the southern". What the claims are about did not pair
these; their place between figures that are paired does, where as many stand there in both years and
nothing said of them contradicts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.language.lexicon import singular

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


def _own_noun(claim: Claim) -> frozenset[str]:
    """Return the words of what is counted, where the figure's own words say it."""
    nouns = (claim.counted or "").lower().split()
    said = bool(nouns) and nouns[-1] in claim.text.lower()
    return frozenset(map(singular, nouns)) if said else frozenset()


def _nouns_differ(old: Claim, new: Claim) -> bool:
    """Whether both figures say what they count, and have no word of it in common."""
    mine, theirs = _own_noun(old), _own_noun(new)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _years_differ(old: Claim, new: Claim) -> bool:
    """Whether two figures told in passing are of two years."""
    both = old.baseline_of is not None and new.baseline_of is not None
    return both and old.period != new.period


def part_differs(old: Claim, new: Claim) -> bool:
    """Whether one of two figures of a year is of a part of it, and the other of the whole."""
    return old.partial != new.partial and old.period == new.period is not None


#: What keeps two figures in like places apart; the sample's figures are alike but for that.
CONTRADICTIONS: Final[tuple[tuple[str, Callable[[Claim, Claim], bool], str], ...]] = (
    (
        "event",
        lambda a, b: _differ(a.event, b.event),
        "Of the arrests 12 were at sea. Nine were freed. / Of the arrests 15 were at sea. Six were"
        " deported.",
    ),
    (
        "breakdown",
        _parts_differ,
        "There were 12 raids and four Ostreli men. / There were 20 raids and nine Belmoran men.",
    ),
    (
        "kind",
        lambda a, b: a.kind != b.kind,
        "The penalty is up to 12 years in prison. / The trial took nine years.",
    ),
    (
        "baseline",
        lambda a, b: (a.baseline_of is None) != (b.baseline_of is None),
        "There were 12 raids and four audits. / There were 20 raids, up from 15 in 2004.",
    ),
    (
        "year",
        _years_differ,
        "There were 20 raids, up from 15 in 2004. / There were 31 raids, up from 18 in 2005.",
    ),
    (
        "part",
        lambda a, b: (a.of is None) != (b.of is None),
        "There were 12 raids and four audits. / There were 20 raids (nine at sea).",
    ),
    (
        "part of the year",
        part_differs,
        "From January to March 2008 police freed 15 women. / In 2008 police freed 78 women.",
    ),
    (
        "noun",
        _nouns_differ,
        "There were 12 raids and four clerks. / There were 20 raids and nine boats.",
    ),
    (
        "conversion",
        lambda a, b: (a.equivalent is None) != (b.equivalent is None),
        "The nets cost 900 dollars. / A clerk got 40 crowns (50 dollars).",
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
