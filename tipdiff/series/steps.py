"""From one edition to the next: which figure became which.

The comparison of two editions pairs the figures of aligned statements by what they are about. Three
further ways lead from one edition to the next, each a function below: the only figure of its kind
in two aligned statements stays the same figure whatever its noun; it also does over an edition
that gives none; and a figure whose noun no other in either edition counts is followed through
statements that were told too differently to be aligned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from tipdiff.claims import pair_claims
from tipdiff.language.lexicon import FUNCTION, singular
from tipdiff.patterns import regex
from tipdiff.text import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tipdiff.records import Change, Claim, Comparison
    from tipdiff.series.mention import Mention

__all__ = ["Beyond", "steps", "steps_beyond"]

Step = tuple["Mention", "Mention"]
Beyond = tuple[Sequence[str], Sequence[str]]
"""Statements of an edition and what they are after a gap, by their ids."""

#: So many times as large, or as small, is a lone figure at most that goes on under another noun:
#: the "212 calls" of a telephone line are not its "three languages" of the year after.
ALIKE: Final = 5
#: Letters of an abbreviation that is looked up: of two many words have the initials by chance.
ABBREVIATIONS: Final = range(3, 6)
_WORD: Final = regex(r"[^\W\d_]+")
#: Likeness in percent, words in any order and figures masked, from which two statements that are
#: not aligned may still be about one thing. Two sentences of one report that share a noun seldom
#: reach it.
SAME_MATTER: Final = 50


def steps(comparisons: Iterable[Comparison], found: Iterable[Mention]) -> Iterator[Step]:
    """Yield figures of an edition with what they became in a later one, the surest first.

    Args:
        comparisons: Of each edition with the next, oldest first.
        found: The mentions of all editions.

    """
    known = {m.claim.id: m for m in found}
    waiting: dict[str, list[Mention]] = {}
    for comparison in comparisons:
        changes = [c for c in comparison.changes if c.claims or c.old]
        paired = list(_paired(changes, known))
        taken = {m.claim.id for step in paired for m in step}
        yield from paired
        lone, waiting = _lone(changes, known, taken, waiting)
        taken |= {m.claim.id for step in lone for m in step}
        yield from lone
        yield from _named(changes, known, taken)


def steps_beyond(beyond: Iterable[Beyond], found: Iterable[Mention]) -> Iterator[Step]:
    """Yield figures of statements that came back, with what they are after the gap.

    Args:
        beyond: Statements before and after, by their ids.
        found: The mentions of all editions.

    """
    known: dict[str, Mention] = {}
    of: dict[str, list[Claim]] = defaultdict(list)
    for mention in found:
        known[mention.claim.id] = mention
        of[mention.statement.id].append(mention.claim)
    for old, new in beyond:
        before = [claim for name in old for claim in of[name]]
        after = [claim for name in new for claim in of[name]]
        for pair in pair_claims(before, after):
            if pair.old and pair.new and pair.old.unit == pair.new.unit:
                one, other = known[pair.old.id], known[pair.new.id]
                if _may_be_one(one, other):
                    yield one, other


def _paired(changes: Iterable[Change], known: Mapping[str, Mention]) -> Iterator[Step]:
    """Yield the figures that the comparison itself has paired."""
    for change in changes:
        for pair in change.claims:
            if pair.old and pair.new and pair.old.unit == pair.new.unit:
                one, other = known.get(pair.old.id), known.get(pair.new.id)
                if one is not None and other is not None and _may_be_one(one, other):
                    yield one, other


def _lone(
    changes: Iterable[Change],
    known: Mapping[str, Mention],
    taken: set[str],
    waiting: Mapping[str, list[Mention]],
) -> tuple[list[Step], dict[str, list[Mention]]]:
    """Return lone figures of aligned statements in pairs, and those that wait for an edition more.

    "The list has some 30 names" and "some 45 agencies are listed" hold one count each. A figure
    that waits is one whose statement now gives none of its unit; it is kept under the id of that
    statement.
    """
    lone: list[Step] = []
    left: dict[str, list[Mention]] = defaultdict(list)
    for change in changes:
        if not (change.old and change.new):
            continue
        before = [m for pair in change.claims if (m := _free(pair.old, known, taken))]
        before += [m for statement in change.old for m in waiting.get(statement.id, ())]
        after = [m for pair in change.claims if (m := _free(pair.new, known, taken))]
        for kind in dict.fromkeys(map(_kind, before)):
            mine = [m for m in before if _kind(m) == kind]
            theirs = [m for m in after if _kind(m) == kind] or [
                m for m in after if m.claim.unit == kind[0]
            ]
            if len(mine) == len(theirs) == 1 and _may_be_one(mine[0], theirs[0]):
                lone.append((mine[0], theirs[0]))
                after.remove(theirs[0])
            elif len(mine) == 1 and not any(m.claim.unit == kind[0] for m in after):
                left[change.new[0].id] += mine
    return lone, left


def _may_be_one(one: Mention, other: Mention) -> bool:
    """Whether two figures count the same noun, or are not too far apart for another name of it."""
    if one.claim.unit != "count" or (
        one.indicator is not None and one.indicator == other.indicator
    ):
        return True
    if _head(one.claim.counted or "") == _head(other.claim.counted or ""):
        return True
    least, most = sorted(level or 0 for level in (_level(one), _level(other)))
    return most <= ALIKE * least or most == least


def _level(mention: Mention) -> float | None:
    return next(
        (end for end in (mention.value, mention.low, mention.high) if end is not None), None
    )


def _kind(mention: Mention) -> tuple[str, str | None]:
    return mention.claim.unit, mention.claim.event


def _free(claim: object, known: Mapping[str, Mention], taken: set[str]) -> Mention | None:
    """Return the mention of a claim if it is one that nothing continues yet."""
    name = getattr(claim, "id", None)
    return None if name is None or name in taken else known.get(name)


def _named(
    changes: Iterable[Change], known: Mapping[str, Mention], taken: set[str]
) -> Iterator[Step]:
    """Yield figures that are left over and whose unit and noun no other that is left over has."""
    sides: tuple[list[Mention], list[Mention]] = ([], [])
    for change in changes:
        for pair in change.claims:
            for side, claim in zip(sides, (pair.old, pair.new), strict=True):
                mention = _free(claim, known, taken)
                if mention is not None and mention.claim.counted:
                    side.append(mention)
    before, after = (_by_name(side) for side in sides)
    for name, mine in before.items():
        theirs = after.get(name, [])
        if len(mine) == len(theirs) == 1 and _same_matter(mine[0], theirs[0]):
            yield mine[0], theirs[0]
    yield from _abbreviated(sides[0], sides[1])
    yield from ((other, one) for one, other in _abbreviated(sides[1], sides[0]))


def _by_name(found: Iterable[Mention]) -> dict[tuple[str, str], list[Mention]]:
    names: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in found:
        names[mention.claim.unit, _head(mention.claim.counted or "")].append(mention)
    return names


def _abbreviated(found: Iterable[Mention], others: Sequence[Mention]) -> Iterator[Step]:
    """Yield figures of an abbreviation, each with the one figure of those that it stands for.

    "DCM 2 hrs" goes on from "the deputy chief of mission spent one hour".
    """
    for mention in found:
        letters = mention.claim.counted or ""
        if letters.isupper() and letters.isalpha() and len(letters) in ABBREVIATIONS:
            spelled = [
                other
                for other in others
                if other.claim.unit == mention.claim.unit
                and _head(other.claim.counted or "") in _spelled(letters, other)
            ]
            if len(spelled) == 1:
                yield mention, spelled[0]


def _spelled(letters: str, mention: Mention) -> str:
    """Return the words of a statement whose initials are some letters, or nothing."""
    words = [w for w in _WORD.findall(mention.statement.text.lower()) if w not in FUNCTION]
    for start in range(len(words) - len(letters) + 1):
        run = words[start : start + len(letters)]
        if "".join(word[0] for word in run) == letters.lower():
            return " ".join(run)
    return ""


def _head(noun: str) -> str:
    return singular(noun.rsplit(" ", 1)[-1].lower())


def _same_matter(one: Mention, other: Mention) -> bool:
    if one.claim.unit != "count":
        return True
    texts = masked(one.statement.text), masked(other.statement.text)
    return fuzz.token_set_ratio(*texts) >= SAME_MATTER
