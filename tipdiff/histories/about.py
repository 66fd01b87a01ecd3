"""Which threads are about some words: in any of their forms, and in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.alignment.terms import stem_rows
from tipdiff.text import folded, masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.histories.records import Thread

__all__ = ["about"]


def about(threads: Sequence[Thread], text: str) -> list[Thread]:
    """Return the threads that have all words of a text in one version, whatever their endings.

    Those with the text itself come first, then those of which it is the larger part; of equals the
    order of ``threads`` stays. Of a text of little words only, its letters count.

    Args:
        threads: What :func:`tipdiff.history` returned.
        text: The words.

    """
    sought = folded(text)
    said = [(place, folded(v.text)) for place, t in enumerate(threads) for v in t.versions]
    texts = [text, *(fold for _, fold in said)]
    wanted, *rows = stem_rows(texts, [masked(folded(each)) for each in texts], written_out=False)
    best: dict[int, tuple[bool, float]] = {}
    for (place, fold), row in zip(said, rows, strict=True):
        held = set(row)
        if sought in fold or (wanted and held.issuperset(wanted)):
            share = len(set(wanted)) / max(len(held), 1)
            best[place] = max(best.get(place, (False, 0.0)), (sought in fold, share))
    ranked = sorted(best, key=lambda place: (not best[place][0], -best[place][1], place))
    return [threads[place] for place in ranked]
