"""How well whole reports are compared: files in, changes out, against the fixtures' gold.

What is found is set against the gold statement by statement, so that a mistake of the reader costs
the links that hang on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

import tipdiff
from benchmarks.gold import FIXTURES, Gold, Pair, fixtures
from benchmarks.metrics import Tally, tally
from benchmarks.tables import table
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.records import Change, ClaimChange, Comparison, Report

__all__ = [
    "SAID",
    "Outcome",
    "Told",
    "endtoend",
    "linked",
    "matched",
    "outcome",
    "told_of",
]

#: What a change of each kind of the gold must say: a trait, or that it is unchanged.
SAID: Final = {
    "same": "unchanged",
    "figures": "figures",
    "period": "period",
    "reworded": "wording",
    "rewritten": "wording",
    "reversed": "reversed",
    "strength": "strength",
    "garbled": "garbled",
    "conversion": "conversion",
    "split": "split",
    "merged": "merged",
    "repeated": "repeated",
}
#: Traits that every change of another kind may well bear too: no count of false ones.
BESIDE: Final = {"unchanged", "wording", "period", "figures"}


def matched(read: Sequence[str], gold: Sequence[str]) -> dict[int, int]:
    """Match statements that are equal once folded, in order: read index to gold index."""
    folds = [folded(text) for text in read], [folded(text) for text in gold]
    blocks = SequenceMatcher(None, *folds, autojunk=False).get_matching_blocks()
    return {a + k: b + k for a, b, size in blocks for k in range(size)}


@frozen
class Told:
    """A change, by the gold's numbers; a statement the gold does not have gets its own."""

    change: Change
    pairs: frozenset[Pair]

    @property
    def said(self) -> set[str]:
        """Status and traits."""
        return {self.change.status, *self.change.traits}


@frozen
class Outcome:
    """What a comparison of two files got right."""

    reading: Tally
    links: Tally
    kinds: dict[str, tuple[int, int, int, int]]
    """By kind of the gold: links wanted, linked, of these told as that kind, told so falsely."""
    moved: Tally
    carried_over: Tally
    figures: Tally
    near_misses: tuple[int, int]
    """Pairs that look alike and are not: linked all the same, of how many."""


def _numbers(report: Report, gold: Sequence[str]) -> tuple[dict[str, int], Tally]:
    """Return the gold's number of each statement by its id, and how well the reading agrees."""
    places = matched([s.text for s in report.statements], gold)
    beyond = len(gold)
    numbers = {s.id: places.get(k, beyond + k) for k, s in enumerate(report.statements)}
    hit = len(places)
    return numbers, Tally(len(report.statements), hit, len(gold), hit)


def linked(told: Sequence[Told], link: dict[str, Any]) -> Told | None:
    """Return the change that holds all pairs of a gold link, if one does."""
    wanted = {(i, j) for i in link["old"] for j in link["new"]}
    return next((each for each in told if wanted <= each.pairs), None)


def _kinds(
    told: Sequence[Told], links: Sequence[dict[str, Any]]
) -> dict[str, tuple[int, int, int, int]]:
    wanted: Counter[str] = Counter(link["kind"] for link in links)
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    bearing: dict[str, set[int]] = {kind: set() for kind in wanted}
    for link in links:
        kind = link["kind"]
        change = linked(told, link)
        if change is not None:
            found[kind] += 1
            if SAID[kind] in change.said:
                right[kind] += 1
                bearing[kind].add(told.index(change))
    false = {
        kind: sum(
            SAID[kind] in each.said and not any(kind in also for also in _also(each, links))
            for k, each in enumerate(told)
            if k not in bearing[kind]
        )
        for kind in wanted
        if SAID[kind] not in BESIDE
    }
    return {kind: (wanted[kind], found[kind], right[kind], false.get(kind, -1)) for kind in wanted}


def _also(each: Told, links: Sequence[dict[str, Any]]) -> Iterator[Sequence[str]]:
    """Yield what else the gold says of the links that a change shares a pair with."""
    for link in links:
        if each.pairs.intersection((i, j) for i in link["old"] for j in link["new"]):
            yield link.get("also") or ()


def _carried_over(told: Sequence[Told], raw: dict[str, Any]) -> Tally:
    """Count dated figures that were repeated although the period has moved on."""
    wanted = [raw["links"][index] for index in raw.get("carried_over", ())]
    given = [each for each in told if "carried-over" in each.change.traits]
    pairs = [{(i, j) for i in link["old"] for j in link["new"]} for link in wanted]
    hit = sum(any(each.pairs & one for each in given) for one in pairs)
    right = sum(any(each.pairs & one for one in pairs) for each in given)
    return Tally(len(given), right, len(wanted), hit)


def _moved(told: Sequence[Told], links: Sequence[dict[str, Any]]) -> Tally:
    wanted = [link for link in links if link["moved"]]
    pairs = {(i, j) for link in wanted for i in link["old"] for j in link["new"]}
    given = [each for each in told if "moved" in each.change.traits]
    hit = sum(
        any({(i, j) for i in link["old"] for j in link["new"]} & each.pairs for each in given)
        for link in wanted
    )
    return Tally(len(given), sum(bool(pairs & each.pairs) for each in given), len(wanted), hit)


def _figures(
    told: Sequence[Told], apart: Sequence[tuple[Pair, ClaimChange]], raw: dict[str, Any]
) -> Tally:
    """Count changes of figures: both values, in a change that shares a pair with the gold's link.

    Where only the converted amount of a sum drifts, no figure is meant to change. The gold leaves
    ranges out, and so do the figures found. ``apart`` are figures linked across statements that are
    not: told all the same, and judged where the gold says that the two statements are one link.
    """
    linked_in_gold = {(i, j) for x in raw["links"] for i in x["old"] for j in x["new"]}
    wanted = [
        (
            {(i, j) for i in link["old"] for j in link["new"]},
            (float(figure["old"]), float(figure["new"])),
        )
        for figure in raw["figures"]
        for link in [raw["links"][figure["link"]]]
        if not _only_drifts(link)
    ]
    steps = [
        (each.pairs, claim)
        for each in told
        if "figures" in each.change.traits
        for claim in each.change.claims
    ]
    steps += [(frozenset({pair}), claim) for pair, claim in apart if pair in linked_in_gold]
    given = [
        (pairs, (claim.old.value, claim.new.value))
        for pairs, claim in steps
        if claim.status == "changed" and claim.old is not None and claim.new is not None
        if claim.old.value is not None and claim.new.value is not None
    ]
    right = sum(any(v == value and p & pairs for p, v in wanted) for pairs, value in given)
    hit = sum(any(v == value and p & pairs for p, v in given) for pairs, value in wanted)
    return Tally(len(given), right, len(wanted), hit)


def _only_drifts(link: dict[str, Any]) -> bool:
    """Whether nothing of a gold link's figures changed but a converted amount."""
    kinds = {link["kind"], *link.get("also", ())}
    return "conversion" in kinds and "figures" not in kinds


def told_of(gold: Gold, old: Report, new: Report, comparison: Comparison) -> list[Told]:
    """Return the changes by the gold's numbers."""
    numbers_old, _ = _numbers(old, gold.old)
    numbers_new, _ = _numbers(new, gold.new)
    return [
        Told(
            change,
            frozenset(
                (numbers_old[i.id], numbers_new[j.id]) for i in change.old for j in change.new
            ),
        )
        for change in comparison.changes
    ]


def apart_of(
    gold: Gold, old: Report, new: Report, comparison: Comparison
) -> list[tuple[Pair, ClaimChange]]:
    """Return the figures linked across statements that are not, by the gold's numbers."""
    numbers = _numbers(old, gold.old)[0], _numbers(new, gold.new)[0]
    return [
        (
            (
                numbers[0][link.old.statement],
                numbers[1][link.new.statement],
            ),
            link,
        )
        for link in comparison.claim_links
        if link.old is not None and link.new is not None
        # What the new report itself tells of then is no figure of the old one.
        if link.old.statement in numbers[0]
        # ... and what the old one tells of two years is no figure of the new one.
        and link.new.statement in numbers[1]
    ]


def outcome(gold: Gold, old: Report, new: Report, comparison: Comparison) -> Outcome:
    """Set a comparison of two reports against the gold."""
    told = told_of(gold, old, new, comparison)
    links: list[dict[str, Any]] = gold.raw["links"]
    found = frozenset(pair for each in told for pair in each.pairs)
    misses = [tuple(pair) for pair in gold.raw["near_misses"]]
    return Outcome(
        _numbers(old, gold.old)[1].plus(_numbers(new, gold.new)[1]),
        tally(found, gold.sure, gold.allowed),
        _kinds(told, links),
        _moved(told, links),
        _carried_over(told, gold.raw),
        _figures(told, apart_of(gold, old, new, comparison), gold.raw),
        (sum(pair in found for pair in misses), len(misses)),
    )


def _shown(count: Tally) -> str:
    return f"{count.hit}/{count.wanted} +{count.found - count.right}"


def endtoend(folder: Path = FIXTURES) -> Iterator[str]:
    """Yield the tables of all fixtures that have gold."""
    outcomes = {}
    for gold in fixtures(folder):
        old, new = (tipdiff.read(folder / gold.raw[side]) for side in ("old", "new"))
        outcomes[gold.name] = outcome(gold, old, new, tipdiff.compare(old, new))
    if not outcomes:
        return
    yield table(
        "Whole reports, files in and changes out",
        (
            "fixtures",
            "read right",
            "P",
            "R",
            "F1",
            "moved",
            "carried over",
            "figures",
            "near misses linked",
        ),
        [
            (
                name,
                _shown(each.reading),
                each.links.precision,
                each.links.recall,
                each.links.f1,
                _shown(each.moved),
                _shown(each.carried_over),
                _shown(each.figures),
                f"{each.near_misses[0]}/{each.near_misses[1]}",
            )
            for name, each in outcomes.items()
        ],
        "Each count: right ones of those there are, + false ones. P, R, F1: links. figures: also "
        "those linked across statements that are not. The gold has only clear cases of what is "
        "carried over.",
    )
    sums: dict[str, list[int]] = {}
    for each in outcomes.values():
        for kind, counts in each.kinds.items():
            sums[kind] = [a + b for a, b in zip(sums.get(kind, [0] * 4), counts, strict=True)]
    yield table(
        "Links of the fixtures by kind",
        ("kind", "wanted", "linked", "told as that kind", "others told so"),
        [
            (kind, *sums[kind][:3], None if SAID[kind] in BESIDE else sums[kind][3])
            for kind in SAID
            if kind in sums
        ],
        "told as that kind: the change is `unchanged` (same), says `wording` (reworded, "
        "rewritten), or bears the trait of the kind's name. Others told so: not counted where a "
        "change of another kind may well bear the trait too.",
    )
