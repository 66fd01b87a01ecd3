"""Parts of a report: which headings of successive editions stand over one and the same part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.histories.records import Thread

__all__ = ["parts_of"]

#: First words of headings that say nothing of what the part is about.
_IDLE: Final = frozenset("a and for in of on part section situation the to".split())
#: Statements of a heading that stood in an earlier part, from which that part may go on in it.
ENOUGH: Final = 5

Heading = tuple[int, str]
"""The year of an edition, and a heading of its highest level."""


def parts_of(threads: Sequence[Thread]) -> tuple[Mapping[Heading, str], Mapping[str, str]]:
    """Return the part of each heading of each edition, and the heading that each part has last.

    A part goes on under a heading that has its word; else under one most of whose older statements
    were in it, where no heading has its word.

    Args:
        threads: What :func:`tipdiff.history` returned.

    """
    sizes: Counter[Heading] = Counter()
    steps: dict[Heading, Counter[Heading]] = defaultdict(Counter)
    for thread in threads:
        versions = [(v.year, v.statements[0].section) for v in thread.versions]
        told = [(year, section[0] if section else None) for year, section in versions]
        sizes.update((year, name) for year, name in told if name is not None)
        for version in thread.versions:
            sizes.update((version.year, s.section[0]) for s in version.statements[1:] if s.section)
        for (before, old), (year, new) in pairwise(told):
            if old is not None and new is not None:
                steps[year, new][before, old] += 1
    found: dict[Heading, str] = {}
    names: dict[str, str] = {}
    for year in sorted({year for year, _ in sizes}):
        here = [heading for heading in sizes if heading[0] == year]
        by_word = {heading: _word(heading[1], names) for heading in here}
        taken = {word for word in by_word.values() if word is not None}
        for heading in here:
            word = by_word[heading]
            part = word or _gone_on(steps[heading], found, taken)
            found[heading] = part or next(iter(_telling(heading[1])), heading[1])
            if word is not None or part is None:  # of several that a part became none is its name
                names[found[heading]] = heading[1]
    return found, names


def _gone_on(
    steps: Mapping[Heading, int], found: Mapping[Heading, str], taken: Iterable[str]
) -> str | None:
    """Return the part that most older statements of a heading were in, unless it has a heading."""
    counts: Counter[str] = Counter()
    for heading, count in steps.items():
        counts[found[heading]] += count
    part, count = next(iter(counts.most_common(1)), (None, 0))
    if part is None or part in taken or count < ENOUGH or 2 * count <= counts.total():
        return None
    return part


def _word(heading: str, known: Iterable[str]) -> str | None:
    """Return the first word of a heading by which a part is known, None if none is.

    "INVESTIGATION AND PROSECUTION OF TRAFFICKERS" is "Prosecution" the year after.
    """
    return next((word for word in _telling(heading) if word in known), None)


def _telling(heading: str) -> list[str]:
    return [word for word in words(folded(heading)) if word not in _IDLE]
