"""Sections of two reports, aligned by what they hold first and by their headings second.

The same letter is not the same question from year to year, so that a label alone aligns nothing
that content contradicts. A report without letters has coarser sections: several sections of one
report can then align with one of the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen
from rapidfuzz import fuzz

from tipdiff.alignment.matching import best_pairs
from tipdiff.patterns import regex
from tipdiff.records import Section, SectionLink
from tipdiff.text import folded

__all__ = ["SectionMap", "align_sections", "longest_run", "same_block", "split_label"]

#: How much the statements linked between two sections say, against the likeness of their headings.
CONTENT: Final = 0.75
#: Headings alone align two sections from this likeness on: with nothing linked between them, only
#: the same words will do (``PREVENTION`` and ``Prevention``; a letter has to be the same).
SAME_HEADING: Final = 0.95
#: The least score of a section link.
LEAST: Final = 0.1
#: The share of its linked statements with which a section joins a partner already taken.
JOINS: Final = 0.5

#: What is left of the likeness of headings where the question's number is another's.
OTHER_QUESTION: Final = 0.5

#: Likeness from which the headings of two blocks are the same, give or take a word.
SAME_BLOCK: Final = 0.8

#: Reports of more sections than this on either side align theirs by the statements in them and by
#: equal headings, give or take no word: to look at all pairs would take time with their product.
#: Real cables have up to some 60.
SECTIONS: Final = 300

SectionPair = tuple[Section, Section]

#: The letter of an answer, which names a question within its block: ``A``, ``B/C``, ``A-D``.
_LETTER = regex(r"[A-Za-z]{1,2}(?:(?:/|-|, ?| and | ?& ?)[A-Za-z]{1,2})*")
#: The number of the question in the year's instruction, before the letter: 27 in 27 A.
_NUMBER = regex(r"\d{1,2}")


@frozen
class SectionMap:
    """Which sections belong together: the links, and a quick way to ask."""

    links: tuple[SectionLink, ...]
    pairs: frozenset[SectionPair]

    def aligned(self, old: Section, new: Section) -> bool:
        """Whether two sections belong together."""
        return (old, new) in self.pairs


def longest_run(places: Sequence[int]) -> list[int]:
    """Return the indexes of one longest run that increases strictly (patience sorting).

    Of several longest runs the one found by always extending the lowest pile is returned.
    """
    tails: list[int] = []
    tail_index: list[int] = []
    before = [-1] * len(places)
    for index, place in enumerate(places):
        pile = bisect_left(tails, place)
        before[index] = tail_index[pile - 1] if pile else -1
        if pile == len(tails):
            tails.append(place)
            tail_index.append(index)
        else:
            tails[pile] = place
            tail_index[pile] = index
    run = []
    index = tail_index[-1] if tail_index else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]


def split_label(section: Section) -> tuple[tuple[str, ...], str]:
    """Return a section's headings and its answer's letter, ``""`` where it has none."""
    if section and _LETTER.fullmatch(section[-1]):
        return section[:-1], section[-1].upper()
    return section, ""


@lru_cache(maxsize=8192)
def _heading(section: Section) -> tuple[str, int | None, str]:
    """Return a section's headings, folded, its question's number, and its letter.

    Asked for once a pair of sections.
    """
    headings, letter = split_label(section)
    number = None
    if headings and _NUMBER.fullmatch(headings[-1]):
        *names, last = headings
        headings, number = tuple(names), int(last)
    return folded(" ".join(headings)), number, letter


def _offset(between: Mapping[SectionPair, int]) -> int:
    """Return by how much the questions' numbers have shifted for most linked statements."""
    shifts = Counter[int]()
    for (source, target), count in between.items():
        old, new = _heading(source)[1], _heading(target)[1]
        if old is not None and new is not None:
            shifts[new - old] += count
    return max(shifts, key=lambda shift: (shifts[shift], -abs(shift), shift), default=0)


def heading_likeness(old: Section, new: Section, offset: int = 0) -> float:
    """Return how alike two sections' headings, numbers and letters are, 0 to 1.

    Args:
        old: The old section.
        new: The new one.
        offset: By how much the questions' numbers have shifted: 25 A is 27 A two numbers on.

    """
    headings_old, number_old, letter_old = _heading(old)
    headings_new, number_new, letter_new = _heading(new)
    if number_old is not None and number_new is not None and not (headings_old and headings_new):
        headings_old = headings_new = headings_old or headings_new or "-"
    alike = (
        fuzz.token_set_ratio(headings_old, headings_new) / 100
        if headings_old and headings_new
        else float(headings_old == headings_new)
    )
    numbered = number_old is not None and number_new is not None
    if numbered and number_new != (number_old or 0) + offset:
        alike *= OTHER_QUESTION
    if letter_old == letter_new:
        return alike
    return alike * (0.7 if not letter_old or not letter_new else 0.5)


def same_block(one: Section, other: Section) -> bool:
    """Whether two sections stand under the same block of headings, give or take a word."""
    return heading_likeness(split_label(one)[0], split_label(other)[0]) >= SAME_BLOCK


def align_sections(
    old: Sequence[Section],
    new: Sequence[Section],
    linked: Iterable[SectionPair] | Mapping[SectionPair, int],
) -> SectionMap:
    """Align sections by the statements linked between them and by their headings.

    Args:
        old: Sections of the old report that hold statements, in order.
        new: The same of the new report.
        linked: The sections of the two sides of every old-new pair of linked statements, or how
            many such pairs there are of each.

    Returns:
        One link for each section of either report, in the order of the new report, sections
        without partner after their predecessor in the old.

    """
    between = Counter(linked)
    out_of, into = Counter[Section](), Counter[Section]()
    for (source, target), count in between.items():
        out_of[source] += count
        into[target] += count
    place_old = {section: k for k, section in enumerate(old)}
    place_new = {section: k for k, section in enumerate(new)}
    offset = _offset(between)
    scores: dict[SectionPair, float] = {}
    both_headless = () in place_old and () in place_new
    alike_to = _Alike(new, max(len(old), len(new)) > SECTIONS)
    linked_to: dict[Section, list[Section]] = {}
    for source, target in between:
        linked_to.setdefault(source, []).append(target)
    for source in old:
        for target in alike_to.of(source, linked_to.get(source, ())):
            if both_headless and bool(source) != bool(target):
                continue  # what stands before the first heading belongs together
            count = between.get((source, target), 0)
            alike = heading_likeness(source, target, offset)
            if count:
                content = 2 * count / (out_of[source] + into[target])
                scores[source, target] = CONTENT * content + (1 - CONTENT) * alike
            elif alike >= SAME_HEADING:
                scores[source, target] = (1 - CONTENT) * alike
    chosen = _taken_in((old, new), scores, between)
    settled = {source for source, _ in chosen}, {target for _, target in chosen}
    edges = [
        (score, place_old[source], place_new[target])
        for (source, target), score in scores.items()
        if source not in settled[0] and target not in settled[1]
    ]
    chosen |= {
        (old[source], new[target]): score for score, source, target in best_pairs(edges, LEAST)
    }
    _attach(chosen, (old, new), scores, between, (out_of, into))
    return SectionMap(_in_order(old, new, chosen), frozenset(chosen))


class _Alike:
    """The sections of one side by their headings: which can be those of another section.

    Few are all looked at; of many those whose block is called the same.
    """

    def __init__(self, sections: Sequence[Section], many: bool) -> None:
        self._sections = sections
        self._place = {section: k for k, section in enumerate(sections)}
        self._by_block: dict[object, list[Section]] | None = None
        if many:
            self._by_block = {}
            for section in sections:
                self._by_block.setdefault(_block(section), []).append(section)

    def of(self, section: Section, others: Iterable[Section] = ()) -> Sequence[Section]:
        """Return the sections that can be the same as one, and some others, in their order."""
        if self._by_block is None:
            return self._sections
        found = {*self._by_block.get(_block(section), ()), *others}
        return sorted((each for each in found if each in self._place), key=self._place.__getitem__)


def _block(section: Section) -> object:
    """Return what two sections of one block have in common."""
    headings, _ = split_label(section)
    return _heading(headings)[0]


def _taken_in(
    sections: tuple[Sequence[Section], Sequence[Section]],
    scores: Mapping[SectionPair, float],
    between: Mapping[SectionPair, int],
) -> dict[SectionPair, float]:
    """Return the answers of each block that the other report has as one section without letters.

    An answer most of whose statements went elsewhere is left to find its partner by content.
    """
    many = max(map(len, sections)) > SECTIONS
    found: dict[SectionPair, float] = {}
    for which in (0, 1):
        lettered = _Alike([s for s in sections[which] if split_label(s)[1]], many)
        others = _Alike(sections[1 - which], many)
        most: dict[Section, int] = {}
        for pair, count in between.items():
            most[pair[which]] = max(most.get(pair[which], 0), count)
        for coarse in sections[1 - which]:
            if not coarse or split_label(coarse)[1]:
                continue
            blocks = others.of(coarse)
            if any(split_label(other)[1] and same_block(other, coarse) for other in blocks):
                continue  # the block has letters there too, and some words before the first
            for section in lettered.of(coarse):
                if not same_block(section, coarse):
                    continue
                here = (coarse, section) if which else (section, coarse)
                if between.get(here, 0) >= most.get(section, 0):
                    alike = (1 - CONTENT) * heading_likeness(*here)
                    found[here] = max(scores.get(here, 0.0), alike)
    return found


def _attach(
    chosen: dict[SectionPair, float],
    sections: tuple[Sequence[Section], Sequence[Section]],
    scores: Mapping[SectionPair, float],
    between: Mapping[SectionPair, int],
    totals: tuple[Mapping[Section, int], Mapping[Section, int]],
) -> None:
    """Let each section without partner join the coarser one that took its block in.

    The block's own heading decides where the other report has it, else where most of the section's
    statements went.
    """
    taken = {source for source, _ in chosen}, {target for _, target in chosen}
    many = max(map(len, sections)) > SECTIONS
    for which in (0, 1):
        # Only a coarser partner takes several sections in: one without letter of its own.
        partners = _Alike([s for s in sections[1 - which] if s and not split_label(s)[1]], many)
        linked: dict[Section, list[Section]] = {}
        for pair in between:
            linked.setdefault(pair[which], []).append(pair[1 - which])
        for lone in sections[which]:
            if lone in taken[which] or not lone:
                continue
            best: tuple[tuple[float, float], SectionPair] | None = None
            for partner in partners.of(lone, linked.get(lone, ())):
                pair = (partner, lone) if which else (lone, partner)
                count = between.get(pair, 0)
                same = same_block(lone, partner)
                if same or (count and count >= JOINS * totals[which][lone]):
                    rank = (float(same), scores.get(pair, 0.0)), pair
                    best = max(best or rank, rank, key=lambda found: found[0])
            if best:
                alike = (1 - CONTENT) * heading_likeness(*best[1])
                chosen[best[1]] = max(best[0][1], alike)


def _in_order(
    old: Sequence[Section],
    new: Sequence[Section],
    chosen: Mapping[SectionPair, float],
) -> tuple[SectionLink, ...]:
    place_old = {section: k for k, section in enumerate(old)}
    place_new = {section: k for k, section in enumerate(new)}
    by_new = sorted(chosen, key=lambda pair: (place_new[pair[1]], place_old[pair[0]]))
    seen: set[Section] = set()
    leading = [pair for pair in by_new if not (pair[0] in seen or seen.add(pair[0]))]  # type: ignore[func-returns-value]
    kept = {leading[k] for k in longest_run([place_old[pair[0]] for pair in leading])}
    firsts = frozenset(leading)
    rows: list[tuple[tuple[float, float], SectionLink]] = []
    for pair in by_new:
        moved = (pair in firsts and pair not in kept) or relabelled(*pair)
        link = SectionLink(pair[0], pair[1], round(chosen[pair], 4), moved)
        rows.append(((place_new[pair[1]], -1), link))
    matched_new = {pair[1] for pair in chosen}
    rows += [
        ((place_new[section], -1), SectionLink(None, section, None, moved=False))
        for section in new
        if section not in matched_new
    ]
    last: dict[Section, int] = {}
    for source, target in by_new:
        last[source] = max(last.get(source, -1), place_new[target])
    after = -1.0
    for section in old:
        if section in last:
            after = last[section]
        else:
            rows.append(
                ((after, place_old[section]), SectionLink(section, None, None, moved=False))
            )
    return tuple(link for _, link in sorted(rows, key=lambda row: row[0]))


def relabelled(old: Section, new: Section) -> bool:
    """Whether an answer goes under another letter than before."""
    letters = split_label(old)[1], split_label(new)[1]
    return all(letters) and letters[0] != letters[1]
