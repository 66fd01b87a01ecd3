"""What differs between two wordings: the words that went and came, sorted by what they say.

The words of two statements are aligned by their longest common subsequence; what remains on either
side is sorted by the rows of ``KINDS``: figures, years and dates, negations, words of strength, and
all other wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen
from rapidfuzz.distance import Indel, Levenshtein

from tipdiff.language.months import MONTHS, SEASONS
from tipdiff.patterns import regex
from tipdiff.text import NUMBER_WORDS, words

__all__ = ["Difference", "difference", "garbled"]

#: Scales of strength. A word that gives way to another of its scale shifts what is claimed.
SCALES: Final[dict[str, frozenset[str]]] = {
    name: frozenset(members.split())
    for name, members in {
        "amount": "no none little few hardly scarcely some several various many numerous most all "
        "almost nearly majority minority limited widespread significant minimal considerable",
        "modal": "may might can could should would will shall must",
        "frequency": "always usually generally often frequently regularly sometimes occasionally "
        "rarely seldom",
        "certainty": "reportedly allegedly apparently possibly probably likely unlikely suspected "
        "confirmed alleged presumably clearly",
    }.items()
}
#: Scales whose words shift the claim also where they come or go alone.
ALONE: Final = frozenset({"certainty"})
#: Words of degree: they shift the word of strength that they stand before. Almost no, nearly all.
DEGREES: Final = frozenset("almost nearly virtually practically hardly".split())
#: So many words or fewer that came or went together hold no clause of their own: is allegedly a.
BY_ITSELF: Final = 4
#: Words of doubt: one that comes or goes in a text that stays otherwise much the same hedges it.
HEDGES: Final = frozenset("may might could perhaps".split())
#: Words that say as much as another of their scale: shall is will, allegedly is alleged.
_AS_MUCH: Final = {"shall": "will", "allegedly": "alleged", "none": "no", "numerous": "many"}
_SCALE_OF = {word: name for name, scale in SCALES.items() for word in scale}

#: Words that negate; whether a text is reversed is for :mod:`tipdiff.comparison.negation`.
NEGATIONS: Final = frozenset("no not none never neither nor cannot nobody nothing".split())

_DATE_WORDS: Final = (MONTHS | {*SEASONS, "maymonth"}) - {"may", "mar", "fall"}
#: The month, by what stands before or after it: ``in May``, ``since May 4``; else the modal.
_MAY = regex(r"\b((?:in|of|by|since|until|from|last|late|early) )may\b(?! (?:not|be|have))")
_MAY_DAY = regex(r"\bmay(?= \d)")
_YEAR = regex(r"(?:19|20)\d\d(?:'s|s)?")
_ORDINAL = regex(r"\d+(?:st|nd|rd|th)")
_FIGURE = regex(r"\d[\d,.]*")

#: A word with a letter lost, doubled or wrong lies this near to what it was.
GARBLED_EDITS: Final = 2
#: Shorter words are as near to other words as to their own garbled form.
GARBLED_LENGTH: Final = 3
#: Shorter words that differ by a changed letter, and not a lost one, are two words.
CHANGED_LENGTH: Final = 8
#: Endings that make another form of the same word, and not a garbled one.
_ENDINGS: Final = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "or", "ors", "al", "n", "'s")


@frozen(eq=False)
class Difference:
    """The words that went and came, by kind; each a pair of tuples (went, came)."""

    figures: tuple[tuple[str, ...], tuple[str, ...]]
    dates: tuple[tuple[str, ...], tuple[str, ...]]
    negations: tuple[tuple[str, ...], tuple[str, ...]]
    strength: tuple[tuple[str, ...], tuple[str, ...]]
    other: tuple[tuple[str, ...], tuple[str, ...]]
    shifted: bool
    """Whether a word of strength gave way to another of its scale, or came or went by itself."""
    lost_letters: bool
    """Whether all that differs in the other words are letters lost in transmission."""

    @property
    def any_words(self) -> bool:
        """Whether any word differs at all."""
        kinds = (self.figures, self.dates, self.negations, self.strength, self.other)
        return any(went or came for went, came in kinds)

    @property
    def hedged(self) -> bool:
        """Whether a word of doubt came or went, where nothing of its kind stood before."""
        went, came = (HEDGES.intersection(side) for side in self.strength)
        return bool(went) != bool(came)


def _is_date(word: str) -> bool:
    if not word[:1].isdecimal():  # few words have a digit, and these are asked for each word
        return word in _DATE_WORDS
    return bool(_YEAR.fullmatch(word) or _ORDINAL.fullmatch(word))


def _is_figure(word: str) -> bool:
    return word in NUMBER_WORDS or (word[:1].isdecimal() and bool(_FIGURE.fullmatch(word)))


def _letters(some: Sequence[str]) -> str:
    """Return the letters of words that are no figures, without what stands between them."""
    return "".join(w for w in some if not _is_figure(w))


#: What a differing word says, first row that holds.
KINDS: Final = (
    ("dates", _is_date, "2005 / 2006; March"),
    ("figures", _is_figure, "14 / twenty"),
    ("negations", NEGATIONS.__contains__, "not / never"),
    ("strength", _SCALE_OF.__contains__, "may / will; many / some"),
)


def _sort(went: Sequence[str], came: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
    sorted_words: dict[str, tuple[list[str], list[str]]] = {
        name: ([], []) for name in ("figures", "dates", "negations", "strength", "other")
    }
    for side, side_words in enumerate((went, came)):
        for word in side_words:
            kind = next((name for name, holds, _ in KINDS if holds(word)), "other")
            sorted_words[kind][side].append(word)
            if kind == "negations" and word in _SCALE_OF:
                sorted_words["strength"][side].append(word)
    return sorted_words


def difference(old: str, new: str) -> Difference:
    """Return what differs between two folded texts, word by word."""
    before, after = words(_month_of_may(old)), words(_month_of_may(new))
    went: list[str] = []
    came: list[str] = []
    all_garbled, shifted = True, False
    for gone, put, behind in _replacements(before, after):
        shifted = shifted or _by_itself(gone, put, behind)
        # A hyphen or space within a word is a mark and no word, also beside a figure.
        figures = tuple([w for w in words if _is_figure(w)] for words in (gone, put))
        if _letters(gone) == _letters(put):
            gone, put = figures  # noqa: PLW2901
        went += gone
        came += put
        plain = [w for w in (*gone, *put) if next((n for n, h, _ in KINDS if h(w)), None) is None]
        if plain and not garbled("".join(gone), "".join(put)):
            all_garbled = False
    by_kind = _sort(went, came)
    other = by_kind["other"]
    kinds = {name: (tuple(sides[0]), tuple(sides[1])) for name, sides in by_kind.items()}
    lost = all_garbled and bool(other[0] or other[1])
    shifted = shifted or _shifts(*kinds["strength"])
    return Difference(**kinds, shifted=shifted, lost_letters=lost)


def _by_itself(gone: Sequence[str], put: Sequence[str], behind: str) -> bool:
    """Whether a word that shifts a claim came or went, and not with a clause of its own.

    Args:
        gone: The words that went in one place.
        put: The words that came there.
        behind: The word behind them, which both texts have.

    """
    if max(len(gone), len(put)) > BY_ITSELF:
        return False
    gone, put = ([_AS_MUCH.get(w, w) for w in side] for side in (gone, put))
    sides = {w for w in gone if w not in put}, {w for w in put if w not in gone}
    certain = [any(_SCALE_OF.get(w) in ALONE for w in side) for side in sides]
    degree = [bool(DEGREES & side) for side in sides]
    return certain[0] != certain[1] or (degree[0] != degree[1] and behind in _SCALE_OF)


def _shifts(went: Sequence[str], came: Sequence[str]) -> bool:
    """Whether a word of strength gave way to another of its scale."""
    # "no" for "none" shifts nothing, nor does "shall" for "will"; "no" for "few" does.
    went, came = ([_AS_MUCH.get(w, w) for w in side] for side in (went, came))
    if not (set(went) ^ set(came)) - NEGATIONS:
        return False
    return bool({_SCALE_OF[word] for word in went} & {_SCALE_OF[word] for word in came})


def _month_of_may(fold: str) -> str:
    """Return a text in which the month is told from the modal: ``in May``, ``May 4``."""
    if "may" not in fold:
        return fold
    return _MAY_DAY.sub("maymonth", _MAY.sub(r"\1maymonth", fold))


def _replacements(
    before: Sequence[str], after: Sequence[str]
) -> Iterable[tuple[Sequence[str], Sequence[str], str]]:
    """Yield what stands between two runs of common words, on either side, and the next of these."""
    at_old = at_new = 0
    for block in Indel.opcodes(before, after).as_matching_blocks():
        if block.a > at_old or block.b > at_new:
            behind = before[block.a] if block.size else ""
            yield before[at_old : block.a], after[at_new : block.b], behind
        at_old, at_new = block.a + block.size, block.b + block.size


def garbled(one: str, other: str) -> bool:
    """Whether two spellings differ by letters lost in transmission, and not by an ending.

    ``imrisonment`` is garbled, and so is ``lok``; ``traffickers`` beside ``trafficker`` is another
    word, and so is ``inland`` beside ``island``: short words lose letters, but do not change them.
    Two letters changed in place are two words, however long: ``northern`` beside ``southern``.
    """
    shorter, longer = sorted((one, other), key=lambda word: (len(word), word))
    if len(shorter) < GARBLED_LENGTH or any(c.isdecimal() for c in one + other):
        return False
    allowed = 1 if len(one) == len(other) and sorted(one) != sorted(other) else GARBLED_EDITS
    if Levenshtein.distance(one, other, score_cutoff=allowed) > allowed:
        return False
    # Words begin with the letter they begin with: "here" is not "there" with its t lost.
    lost = shorter[0] == longer[0] and Indel.distance(one, other) == len(longer) - len(shorter)
    if not lost and len(shorter) < CHANGED_LENGTH:
        return False
    return not any(longer == shorter + ending for ending in _ENDINGS) and not any(
        one.removesuffix(a) == other.removesuffix(b)
        for a in _ENDINGS
        for b in _ENDINGS
        if one.endswith(a) and other.endswith(b)
    )
