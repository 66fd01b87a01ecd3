"""Which threads are about some words: in any of their forms, and in any order."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from tipdiff.alignment.terms import concept, stem_rows
from tipdiff.histories.past_forms import BASES
from tipdiff.language.lexicon import IRREGULAR_NOUNS
from tipdiff.text import WORD, folded, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.histories.records import Thread

__all__ = ["about", "near_words"]

#: Near words that are offered, for each word that is looked for.
OFFERED: Final = 3
#: Likeness of the letters in percent from which a word that nowhere stands is taken for a slip.
SLIP: Final = 75


def about(threads: Sequence[Thread], text: str) -> list[Thread]:
    """Return the threads that have all words of a text in one version, whatever their endings.

    Those with the text itself come first, then those of which it is the larger part; of equals the
    order of ``threads`` stays. Of a text of little words only, its letters count.

    Args:
        threads: What :func:`tipdiff.history` returned.
        text: The words.

    """
    sought = re.compile(rf"(?<!\w){re.escape(folded(text))}(?!\w)")
    said = [(place, folded(v.text)) for place, t in enumerate(threads) for v in t.versions]
    wanted, *rows = _stems([text, *(fold for _, fold in said)])
    best: dict[int, tuple[bool, float]] = {}
    for (place, fold), row in zip(said, rows, strict=True):
        held = set(row)
        as_told = sought.search(fold) is not None
        if as_told or (wanted and held.issuperset(wanted)):
            share = len(set(wanted)) / max(len(held), 1)
            best[place] = max(best.get(place, (False, 0.0)), (as_told, share))
    ranked = sorted(best, key=lambda place: (not best[place][0], -best[place][1], place))
    return [threads[place] for place in ranked]


def near_words(threads: Sequence[Thread], text: str) -> list[str]:
    """Return words of the threads that are near those of a text: for "minors", "children".

    For a word alone, the commonest others of its concept of the field; for one that stands nowhere,
    those with most of its letters.

    Args:
        threads: What :func:`tipdiff.history` returned.
        text: The words.

    """
    said = Counter(
        word
        for t in threads
        for v in t.versions
        for word in words(folded(v.text))
        if word.isalpha()
    )
    known = sorted(said, key=lambda word: (-said[word], word))
    sought = words(folded(text))
    rows = _stems([*sought, *known])
    stems = [row[0] if row else "" for row in rows]
    of = dict(zip(known, stems[len(sought) :], strict=True))
    wanted = set(stems[: len(sought)])
    found: dict[str, str] = {}
    for word, stem in zip(sought, stems, strict=False):
        if not stem:
            continue
        near = []
        if len(wanted) == 1:  # several words are a name
            kin = concept(stem)
            near = [w for w in known if of[w] not in {"", stem} and concept(of[w]) == kin]
        if stem not in of.values() and not near:
            alike = process.extract(
                word, known, scorer=fuzz.ratio, score_cutoff=SLIP, limit=OFFERED
            )
            near = [other for other, *_ in alike]
        for other in list({of[w]: w for w in reversed(near)}.values())[::-1][:OFFERED]:
            found.setdefault(of[other], other)
    return list(found.values())


def _stems(texts: Sequence[str]) -> list[list[str]]:
    """Return the stems of some texts; "children" is of "child" and "sold" of "sell"."""
    folds = [WORD.sub(lambda word: _base(word[0]), folded(each)) for each in texts]
    return stem_rows(texts, folds, written_out=False)


def _base(word: str) -> str:
    """Return the word that one with a form of its own is of; any other as it is."""
    return IRREGULAR_NOUNS.get(word) or BASES.get(word, word)
