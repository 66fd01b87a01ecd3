"""What a series is called: its indicator and breakdown, or the noun that is counted."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tipdiff.text import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdiff.series.mentions import Mention

__all__ = ["indicator_label", "kept_words", "noun_label", "told_apart"]

#: Persons by sex and age, in a word.
PERSONS: Final[Mapping[tuple[str | None, str | None], str]] = {
    ("female", "adult"): "women",
    ("female", "minor"): "girls",
    ("male", "adult"): "men",
    ("male", "minor"): "boys",
    ("female", None): "female",
    ("male", None): "male",
    (None, "adult"): "adults",
    (None, "minor"): "minors",
}
#: Letters by which an event and its noun are the same: "prosecuted", "prosecutions".
STEM: Final = 6
#: Units whose figure has no noun of its own, and counted words that say nothing alone.
BARE: Final = frozenset({"money", "duration", "ratio", "percent", "points"})
VAGUE: Final = frozenset({"times", "percent"})
#: Words of context in a label, and the fewest letters of one.
KEPT: Final = 2
TELLING: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_LITTLE: Final = frozenset(
    "about also among approximately around been before being between both dollars during each "
    "euros every from have into months more most much only other over percent some such than that "
    "their them then there these they this those total under upon were when where which while "
    "will with within year years".split()
)
#: Longest label; the noun phrase of a sentence can be longer.
LONGEST: Final = 48


def indicator_label(indicator: str, breakdown: Mapping[str, str]) -> str:
    """Return the label of an indicator's series.

    >>> indicator_label("victims sheltered", {"sex": "female", "age": "minor"})
    'Victims sheltered, girls'
    """
    rest = dict(breakdown)
    person = PERSONS.get((rest.pop("sex", None), rest.pop("age", None)))
    parts = [*rest.values(), *([person] if person else [])]
    return ", ".join([_capital(indicator), *([" ".join(parts)] if parts else [])])


def noun_label(chain: Sequence[Mention]) -> str:
    """Return the label of a statement's own series: the noun it counts most often.

    A sum or a span of time is called by the words that its statements keep through the years, for
    the noun next to it says too little.
    """
    if chain[-1].claim.unit.partition(":")[0] in BARE and (kept := kept_words(chain)):
        return _capital(kept)
    nouns = Counter(m.claim.counted for m in chain if m.claim.counted)
    noun = nouns.most_common(1)[0][0] if nouns else ""
    events = Counter(m.claim.event for m in chain if m.claim.event)
    event, often = events.most_common(1)[0] if events else ("", 0)
    said = any(word[:STEM] == (event or "")[:STEM] for word in (noun or "").lower().split())
    told = f"{noun} {event}" if event and not said and often * 2 > len(chain) else noun
    if told in VAGUE:
        return _capital(", ".join(filter(None, (kept_words(chain), told))))
    return _capital(_cut(told or event or chain[-1].claim.text))


def kept_words(chain: Sequence[Mention]) -> str:
    """Return the two words nearest to a figure that most of its statements have."""
    often = Counter(
        stem for mention in chain for stem in {_stem(word) for _, word in _telling(mention)}
    )
    start, end = chain[-1].claim.span
    near: dict[str, tuple[int, int, str]] = {}
    for place, word in _telling(chain[-1]):
        if often[_stem(word)] * 3 > len(chain) * 2:
            away = min(abs(place + len(word) - start), abs(place - end))
            entry = (away, place, word)
            near[_stem(word)] = min(near.get(_stem(word), entry), entry)
    best = sorted(sorted(near.values())[:KEPT], key=lambda entry: entry[1])
    if len(best) == KEPT and best[1][1] - best[0][1] == len(best[0][2]) + 1:
        return f"{best[0][2]} {best[1][2]}"
    return ", ".join(word for _, _, word in best)


def _stem(word: str) -> str:
    return word.lower()[:STEM]


def _telling(mention: Mention) -> list[tuple[int, str]]:
    """Return the words around a figure that say what it is about, each with its place."""
    start, end = mention.claim.span
    counted = {_stem(word) for word in (mention.claim.counted or "").split()}
    if mention.claim.unit.partition(":")[0] in BARE:
        counted = set()
    return [
        (found.start(), found[0])
        for found in _WORD.finditer(mention.statement.text)
        if len(found[0]) >= TELLING
        and not start <= found.start() < end
        and found[0].lower() not in NUMBER_WORDS | _LITTLE
        and _stem(found[0]) not in counted
    ]


def told_apart(labels: Sequence[str], hints: Sequence[Iterable[str]]) -> list[str]:
    """Return labels of which no two are alike: the first hint that differs is added, or a number.

    Args:
        labels: The labels.
        hints: For each, what could tell it from the others, best first.

    """
    count = Counter(labels)
    chosen: list[str] = []
    for label, own in zip(labels, hints, strict=True):
        told = label
        if count[label] > 1:
            rivals = [
                set(theirs)
                for other, theirs in zip(labels, hints, strict=True)
                if other == label and theirs is not own
            ]
            hint = next((h for h in own if all(h not in theirs for theirs in rivals)), None)
            told = label if hint is None else f"{label} ({_cut(hint)})"
        chosen.append(told)
    return _numbered(chosen)


def _numbered(labels: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    told = []
    for label in labels:
        seen[label] += 1
        told.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0] + " ..."
