"""What a series is called: its indicator and breakdown, or the noun that is counted."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tipdiff.language.currencies import CODES
from tipdiff.language.event_words import EVENT_WORDS
from tipdiff.language.lexicon import FUNCTION
from tipdiff.patterns import regex
from tipdiff.text import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdiff.records import Claim
    from tipdiff.series.mention import Mention

__all__ = ["indicator_label", "noun_label", "phrase", "quoted", "recipient", "told_apart"]

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
#: Units whose figure has no noun of its own, and counted words that say nothing alone.
BARE: Final = frozenset({"money", "duration", "ratio", "percent", "points"})
VAGUE: Final = frozenset({"times", "percent"})
#: Fewest letters of a word that tells anything.
TELLING: Final = 3
#: Words of the phrase that a sum, share or span of time is called by.
PHRASE: Final = 5
#: Units whose figure is said of what follows it: "46 percent were illiterate"; of others, of what
#: stands before: "a budget of 90,000 varons".
OF_WHAT_FOLLOWS: Final = frozenset({"percent", "points", "ratio"})
#: Where a phrase ends: at a mark, at another clause, or at another figure.
_BREAK: Final = regex(
    r"[.,;:()\[\]\"\u201c\u201d]|\d[\d,.]*|\s-+\s|\b(?:"
    + "|".join(
        (
            r"and|but|as(?= (?:the|a|an|they|he|she|it)\b)|while|when|because|although|though",
            *sorted(NUMBER_WORDS),
        )
    )
    + r")\b",
    re.IGNORECASE,
)
#: Whom a sum is for: the words behind "to" up to the end of the phrase.
_RECIPIENT: Final = regex(
    r"^[\s,]*(?:\([^)]*\)[\s,]*)?(?:a year |annually )?to (?P<whom>(?:the |its |a )?"
    r"(?:[A-Z][\w'\u2019&-]*(?:,s)?|of|for|shelters?|clinics?|victims?|ngos?)"
    r"(?: (?:[A-Z][\w'\u2019&-]*(?:,s)?|of|for|and|the|shelters?|clinics?|victims?|ngos?))*)"
)
#: Longest label; the noun phrase of a sentence can be longer.
LONGEST: Final = 48


def indicator_label(
    indicator: str,
    breakdown: Mapping[str, str],
    identity: tuple[str | None, str | None] | None = None,
) -> str:
    """Return the label of an indicator's series, with its offence or statute and its body.

    >>> indicator_label("convictions", {}, ("pimping", None))
    'Convictions for pimping'
    >>> indicator_label("victims sheltered", {"sex": "female", "age": "minor"})
    'Victims sheltered, girls'
    """
    rest = dict(breakdown)
    person = PERSONS.get((rest.pop("sex", None), rest.pop("age", None)))
    parts = [*rest.values(), *([person] if person else [])]
    law, who = identity or (None, None)
    link = "under" if law and (law[:1].isupper() or law.startswith("the ")) else "for"
    apart = law and law not in " ".join(parts)  # a row of a list may name its offence itself
    told = _capital(indicator) + (f" {link} {law}" if apart else "")
    told = ", ".join([told, *([" ".join(parts)] if parts else [])])
    return told + (f" ({who})" if who else "")


def noun_label(chain: Sequence[Mention]) -> str:
    """Return the label of a statement's own series: the noun it counts most often.

    A sum, a share or a span of time is called by the words next to it in the newest statement, for
    it has no noun of its own.
    """
    last = chain[-1].claim
    if last.unit == "percent" and last.counted and _is_of(last):
        person = PERSONS.get((last.breakdown.get("sex"), last.breakdown.get("age")))
        return f"Share of {_cut(last.counted)}" + (f", {person}" if person else "")
    if last.unit.partition(":")[0] in BARE and (words := phrase(chain[-1])):
        whom = recipient(chain[-1])
        return quoted(_cut(words)) if whom is None else f"Money for {whom}"
    nouns = Counter(m.claim.counted for m in chain if m.claim.counted)
    noun = nouns.most_common(1)[0][0] if nouns else ""
    events = Counter(m.claim.event for m in chain if m.claim.event)
    event, often = events.most_common(1)[0] if events else ("", 0)
    said = not EVENT_WORDS.get(event, frozenset()).isdisjoint((noun or "").lower().split())
    told = f"{noun} {event}" if event and not said and often * 2 > len(chain) else noun
    if told in VAGUE:
        return _capital(", ".join(filter(None, (phrase(chain[-1]), told))))
    return _capital(_cut(told or event or chain[-1].claim.text))


def _is_of(share: Claim) -> bool:
    """Whether a share says of whom it is: "two thirds of the victims", "half the victims"."""
    words = share.text.casefold().split()
    whole = (share.counted or "").casefold().split()
    before = words[: -len(whole)]
    return words[-len(whole) :] == whole and before[-1:] in (["of"], ["the"], ["all"], ["these"])


def phrase(mention: Mention) -> str:
    """Return the few words next to a figure that say what it is of: those before it, or behind.

    "The clinic will receive 800,000 crowns" is of what the "clinic will receive".
    """
    # A figure that opens its clause has words only behind it, one that closes it only before.
    before = _BREAK.split(mention.before)[-1].split()
    behind = _BREAK.split(mention.after)[0].split()
    told = _inner(before[-PHRASE:]), _inner(behind[:PHRASE])
    follows = mention.claim.unit.partition(":")[0] in OF_WHAT_FOLLOWS
    return told[follows] or told[not follows]


def recipient(mention: Mention) -> str | None:
    """Return whom a sum of money is for, as it stands behind the sum; None where that is not said.

    "The budget allocates 30,000 euros to the Women's Shelter" is money of the
    "Women's Shelter".
    """
    found = _RECIPIENT.match(mention.after) if mention.claim.unit.startswith("money:") else None
    if found is None:
        return None
    words = found["whom"].replace(",s", "'s").split()  # an apostrophe that was lost on its way
    sum_next = mention.after[found.end() :].lstrip()[:1].isdecimal()
    while words and (words[-1].lower() in FUNCTION or words[-1] in CODES or sum_next):
        sum_next = sum_next and words[-1].lower() in FUNCTION  # "... Shelter and IKR" 25 million
        words.pop()
    if words and words[0].lower() in {"the", "its", "a"}:
        words.pop(0)
    return " ".join(words) or None


def quoted(words: str) -> str:
    """Return words of a statement as a label that names no noun: they are quoted."""
    return f"\u201c{words}\u201d"


def _inner(words: Sequence[str]) -> str:
    """Return words without the little ones at either end; nothing if no word tells anything."""
    own = list(words)
    while own and own[0].lower() in FUNCTION:
        own.pop(0)
    while own and own[-1].lower() in FUNCTION:
        own.pop()
    return " ".join(own) if any(len(word) >= TELLING for word in own) else ""


def told_apart(labels: Sequence[str], hints: Sequence[Iterable[str]]) -> list[str]:
    """Return labels of which no two are alike: the first hint that differs is added, or a number.

    Args:
        labels: The labels.
        hints: For each, what could tell it from the others, best first.

    """
    count = Counter(labels)
    # How many of those alike have a hint: what one alone has tells it from the others.
    having = {label: Counter[str]() for label in count}
    seen: set[tuple[str, int]] = set()
    for label, own in zip(labels, hints, strict=True):
        if (label, id(own)) not in seen:  # one is no rival of itself
            seen.add((label, id(own)))
            having[label].update(set(own))
    chosen: list[str] = []
    for label, own in zip(labels, hints, strict=True):
        alone = (h for h in own if having[label][h] == 1)
        hint = next(alone, None) if count[label] > 1 else None
        chosen.append(label if hint is None else f"{label} ({_cut(hint)})")
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
