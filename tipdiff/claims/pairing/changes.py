"""Figures then and now: which old claim a new one continues, and whether the figure changed.

Claims of aligned statements are paired by what they are about (event, noun, breakdown, unit, place)
and only then by value and position, so that figures told in another order still find each other.
Points are summed from the rows of ``POINTS``; the best pairs are taken first. What is left over
came or went.
"""

from __future__ import annotations

import math
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from tipdiff.claims.pairing.directions import direction, ends
from tipdiff.claims.pairing.in_order import in_order, part_differs
from tipdiff.claims.pairing.lists import by_part
from tipdiff.claims.pairing.nearby import Nearby, nearby
from tipdiff.claims.pairing.totals import roles, unlike
from tipdiff.language.lexicon import FUNCTION, PERSONS, singular
from tipdiff.language.number_words import REGULAR, TIMES
from tipdiff.patterns import regex
from tipdiff.records import Claim, ClaimChange, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = [
    "claim_change",
    "figures_differ",
    "only_conversion_drifts",
    "pair_claims",
    "same_figure",
    "signature",
]

#: Claims a statement past which only those at like places are compared: longer lists keep order.
MAX_COMPARED: Final = 60
#: Fewest points at which two claims are about the same thing.
ENOUGH: Final = 1.0
#: Against pairing the year's own figure with one that another year is compared by: more than equal
#: values and a kept year speak for it.
CROSSED_YEARS: Final = -1.4
#: Against pairing figures of two years that are both told in passing, another figure with one that
#: is only compared with, or what is said of a harbor alone with what is said of the country.
OTHER_YEARS: Final = -20.0
#: Against a figure with a breakdown that its partner lacks: "no victims" may become "three women".
UNBROKEN: Final = -0.4
#: Against the women's figure becoming the men's.
OTHERS: Final = -3.0
#: For two figures with the same words around them, whatever their nouns are: "brought nine cases to
#: court" goes on as "took 11 of them to court".
SURROUNDED: Final = 2.4
MOST_WORDS: Final = 0.5
#: For two figures that are both said to be of others ("four of the six"); against, if one is.
PARTITIVE: Final = 0.4
#: Likeness of letters in percent from which two nouns without a word in common are the same one.
SAME_LETTERS: Final = 85
#: Nouns that say one thing of a term: "20 years' imprisonment", "a prison sentence of 20 years".
_ONE_NOUN: Final = {"imprisonment": "prison", "jail": "prison", "incarceration": "prison"}
#: Persons said in general: they may be last year's victims, and tell nothing against it.
_ANYONE: Final = frozenset({"person", "people", "individual"})
#: The words of how often something happened.
_FREQUENCIES: Final = frozenset({*TIMES, *REGULAR, "times", "every"})
#: Against each power of ten, past the first, by which two figures differ: what is reported every
#: year moves, but seldom a hundredfold.
MAGNITUDE: Final = 0.8
#: Where nothing is known but the claims.
NO_TEXTS: Final[Mapping[str, str]] = MappingProxyType({})
_WORD: Final = regex(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def _words(phrase: str) -> frozenset[str]:
    found = (singular(word) for word in _WORD.findall(phrase.lower()))
    return frozenset(_ONE_NOUN.get(word, word) for word in found if word not in FUNCTION)


def _in_general(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both nouns are persons, and one of them says no more than that."""
    return any(
        one <= _ANYONE and not other.isdisjoint(PERSONS)
        for one, other in ((mine, theirs), (theirs, mine))
    )


def _family(unit: str) -> str:
    """Return what kind of quantity a unit measures: claims of two kinds never pair."""
    return unit.partition(":")[0]


def _unit(old: Claim, new: Claim) -> float:
    if old.unit == new.unit:
        return 1.0
    return 0.3 if _family(old.unit) == "duration" else -2.0


def _noun(old: Claim, new: Claim) -> float:
    if old.counted is None or new.counted is None:
        return 0.3 if old.counted == new.counted else 0.0
    mine, theirs = _words(old.counted), _words(new.counted)
    shared = len(mine & theirs)
    if not shared:
        # Letters lost, or words run together: "Polofficer" is the "Pol Officer" of last year.
        squeezed = ("".join(_WORD.findall(c.counted.lower())) for c in (old, new) if c.counted)
        if fuzz.ratio(*squeezed) >= SAME_LETTERS:
            return 2.0
        if _in_general(mine, theirs):
            return 0.0
        # Two countries are not last year's four requests; two years may be last year's three.
        return -1.6 if old.unit == "count" else -0.8
    return 2.0 * shared / (len(mine) + len(theirs)) * 2


def _named(weight: float, against: float) -> Callable[[str | None, str | None], float]:
    """Compare two names: points for the same, against for two different ones."""

    def points(old: str | None, new: str | None) -> float:
        if old is None and new is None:
            return 0.0
        if old is None or new is None:
            return against / 3
        return weight if old.casefold() == new.casefold() else against

    return points


_EVENT = _named(1.5, -1.5)
_PLACE = _named(0.6, -0.6)
_LAW = _named(0.8, -0.8)
_WHO = _named(0.8, -0.5)


def _deed(claim: Claim) -> str | None:
    """Return what happened to those counted; that they were reported is as good as nothing.

    What a law provides for has happened to nobody: "prison sentences of up to 20 years" sentence
    no one.
    """
    return None if claim.event == "registered" or claim.kind == "norm" else claim.event


def _breakdown(old: Claim, new: Claim) -> float:
    if not old.breakdown and not new.breakdown:
        return 0.2
    points = []
    for key in sorted({*old.breakdown, *new.breakdown}):
        mine, theirs = old.breakdown.get(key), new.breakdown.get(key)
        if mine is not None and theirs is not None and mine != theirs:
            return OTHERS
        points.append(UNBROKEN if mine is None or theirs is None else 1.2)
    return sum(points) / len(points)


def _value(old: Claim, new: Claim) -> float:
    if same_figure(old, new):
        # Terms and sums are told apart by their amounts, where small counts are often alike.
        return 0.7 if old.unit in {"count", "percent"} else 1.4
    return 0.1 if old.approximation == new.approximation else 0.0


def _size(old: Claim, new: Claim) -> float:
    """Return points against two figures of which one is many times the other."""
    if not old.value or not new.value or old.unit != new.unit:
        return 0.0
    times = abs(math.log10(abs(new.value / old.value)))
    return -MAGNITUDE * min(max(times - 1.0, 0.0), 2.0)


def _often(claim: Claim) -> bool:
    """Whether a claim tells how often something happened, and no number of things."""
    words = claim.text.lower().split()
    return claim.unit == "count" and not _FREQUENCIES.isdisjoint(words)


def _frequency(old: Claim, new: Claim) -> float:
    if _often(old) != _often(new):
        return OTHERS
    return 1.0 if _often(old) else 0.0


def _period(old: Claim, new: Claim) -> float:
    if (old.stated is None) != (new.stated is None):
        return -0.2
    if old.stated is None or new.stated is None:
        return 0.0
    return 0.2 if old.stated in {new.stated, new.stated - 1} else -0.2


#: What speaks for two claims being the same one, then and now, with a sample.
POINTS: Final[tuple[tuple[str, Callable[[Claim, Claim], float], str], ...]] = (
    ("unit", _unit, "percent with percent; months may stand for years"),
    ("noun", _noun, "'12 victims' goes with '15 foreign victims'"),
    ("event", lambda a, b: _EVENT(_deed(a), _deed(b)), "arrested with arrested"),
    ("breakdown", _breakdown, "the women with the women, the men with the men"),
    ("place", lambda a, b: _PLACE(a.where, b.where), "in Port Merrin with in Port Merrin"),
    ("law", lambda a, b: _LAW(a.law, b.law), "under the old act with under the old act"),
    ("who", lambda a, b: _WHO(a.who, b.who), "the deputy's hours with the deputy's hours"),
    ("value", _value, "equal figures first"),
    ("size", _size, "'23 million' goes with '25 million', and not with '780,000'"),
    ("period", _period, "'three in 2002' is last year's figure in both"),
    ("frequency", _frequency, "met twice with met six times; never with 12 members"),
    ("kind", lambda a, b: 0.3 if a.kind == b.kind else -1.0, "penalties with penalties"),
    (
        "conversion",
        lambda a, b: 0.3 if (a.equivalent is None) == (b.equivalent is None) else -0.6,
        "the converted sum with the converted sum",
    ),
)


def pair_claims(
    old: Sequence[Claim], new: Sequence[Claim], texts: Mapping[str, str] = NO_TEXTS
) -> tuple[ClaimChange, ...]:
    """Pair the claims of statements that are aligned.

    Args:
        old: The claims of the old statement or statements, in order.
        new: Those of the new.
        texts: Their statements, by id; the words around figures whose nouns differ tell more.

    Returns:
        One change for each pair and each claim left over, in the order of ``new``; a dropped claim
        stands after its predecessor in ``old``. ``difference`` is new - old, ``ratio`` new / old to
        two digits (two significant ones below 0.1); both None where a side is a range or open.

    """
    partner = _partners(old, new, texts)
    taken = {i: j for j, i in partner.items()}
    changes: list[ClaimChange] = []
    told = 0
    for j, claim in enumerate(new):
        i = partner.get(j)
        if i is None:
            changes.append(ClaimChange("new", None, claim))
            continue
        changes.append(claim_change(old[i], claim))
        while told <= i:
            if told not in taken:
                changes.insert(len(changes) - 1, ClaimChange("dropped", old[told], None))
            told += 1
    changes.extend(
        ClaimChange("dropped", old[i], None) for i in range(told, len(old)) if i not in taken
    )
    return tuple(changes)


def _latest(claims: Sequence[Claim]) -> int | None:
    """Return the latest year that claims are about, rather of all of it than of a part alone."""
    years = [(not claim.partial, claim.period) for claim in claims if claim.period is not None]
    return max(years)[1] if years else None


def _timing(old: Claim, new: Claim, latest: tuple[int | None, int | None]) -> float:
    """Return points for two figures by whether they are of the year, or compared with in passing.

    "44, up from 31 in 2003" after "31 in 2003": this year's figure continues last year's, and what
    it is compared with is told in passing. Two figures told in passing are the same one only if
    their year is.
    """
    now = [
        c.baseline_of is None and c.period in {None, year}  # else told in passing
        for c, year in zip((old, new), latest, strict=True)
    ]
    same = (old.low, old.high) == (new.low, new.high)  # one figure, dated in other words
    if part_differs(old, new) and not same:
        return OTHER_YEARS  # "15 since January 2008" is no year before "78 in 2008"
    if now[0] != now[1]:
        return CROSSED_YEARS
    return OTHER_YEARS if not now[0] and old.period != new.period else 0.0


def _surrounded(old: Nearby, new: Nearby, *, nouns_agree: bool) -> float:
    """Return points for what stands around two figures."""
    points = OTHER_YEARS if old.alone != new.alone else 0.0
    if old.some or new.some:
        points += PARTITIVE if old.some == new.some else -PARTITIVE
    if nouns_agree or old.persons != new.persons:
        return points
    share = old.shared(new)
    return points + (SURROUNDED * share if share >= MOST_WORDS else 0.0)


def _partners(
    old: Sequence[Claim], new: Sequence[Claim], texts: Mapping[str, str]
) -> dict[int, int]:
    """Choose for each new claim its old one: best points first, then nearest place."""
    ranked: list[tuple[float, int, int, int]] = []
    spread = max(len(old), len(new), 1)
    reach = spread if spread <= MAX_COMPARED else MAX_COMPARED // 2
    latest = _latest(old), _latest(new)
    near_old, near_new = nearby(old, texts), nearby(new, texts)
    role_old, role_new = roles(old, texts), roles(new, texts)
    for j, later in enumerate(new):
        centre = j * len(old) // max(len(new), 1)
        for i in range(max(centre - reach, 0), min(centre + reach + 1, len(old))):
            earlier = old[i]
            if _family(earlier.unit) != _family(later.unit):
                continue
            away = abs(i * len(new) - j * len(old)) / (spread * spread)
            points = sum(point(earlier, later) for _, point, _ in POINTS) - 0.5 * away
            if near_old and near_new:
                agree = _noun(earlier, later) > 0
                points += _surrounded(near_old[i], near_new[j], nouns_agree=agree)
            points += _timing(earlier, later, latest)
            points += OTHERS * unlike(role_old[i], role_new[j])
            if (earlier.baseline_of is None) != (later.baseline_of is None):
                points += OTHER_YEARS * (not same_figure(earlier, later))
            if points >= ENOUGH:
                ranked.append((-round(points, 6), abs(i - j), j, i))
    ranked.sort()
    partner = by_part(old, new)
    used = set(partner.values())
    for _, _, j, i in ranked:
        if j not in partner and i not in used:
            partner[j] = i
            used.add(i)
    return partner | {
        j: i
        for j, i in in_order(old, new, partner).items()
        if not unlike(role_old[i], role_new[j])
        and (not (near_old and near_new) or near_old[i].alone == near_new[j].alone)
    }


def same_figure(old: Claim, new: Claim) -> bool:
    """Whether two claims give the same figure, however it is written.

    "20,000" is "20 thousand", "12 months" is "a year", "about 300" is "300"; "300" is not "more
    than 300".
    """
    return ends(old) == ends(new)


def claim_change(old: Claim, new: Claim) -> ClaimChange:
    """Return what became of a figure that is another one's continuation."""
    status: Status = "unchanged" if same_figure(old, new) else "changed"
    surely = direction(old, new)
    if not (_closed(old) and _closed(new)) or old.unit != new.unit:
        return ClaimChange(status, old, new, direction=surely)
    before, after = old.value, new.value
    if before is None or after is None:
        return ClaimChange(status, old, new, direction=surely)
    return ClaimChange(status, old, new, _tidy(after - before), _ratio(before, after), surely)


def _closed(claim: Claim) -> bool:
    """Whether a claim is one number: no range, no open side."""
    return claim.value is not None and claim.low is not None and claim.high is not None


def _tidy(value: float) -> float:
    value = float(f"{value:.10g}")
    return int(value) if value.is_integer() else value


def _ratio(before: float, after: float) -> float | None:
    if before == 0:
        return None
    ratio = after / before
    return round(ratio, 2) if abs(ratio) >= 0.1 else float(f"{ratio:.2g}")


def _is_conversion(change: ClaimChange) -> bool:
    sides = [claim for claim in (change.old, change.new) if claim is not None]
    return any(claim.equivalent is not None for claim in sides)


def figures_differ(changes: Iterable[ClaimChange]) -> bool:
    """Whether a figure really changed, came or went.

    A converted sum is no figure of its own: the local amount decides. Another way of writing a
    number, or a year that rolled on, is no change either.
    """
    return any(change.status != "unchanged" and not _is_conversion(change) for change in changes)


def only_conversion_drifts(changes: Sequence[ClaimChange]) -> bool:
    """Whether nothing changed but the converted amount of a sum."""
    drifts = [change for change in changes if change.status != "unchanged"]
    return bool(drifts) and all(_is_conversion(change) for change in drifts)


def signature(claims: Iterable[Claim]) -> tuple[tuple[str, float | None, float | None], ...]:
    """Return the figures of a statement for quick comparison: unit, low and high of each."""
    return tuple((unit, low, high) for low, high, unit in map(ends, claims))
