"""What a text negates, and whether another text says the opposite of it.

A negation reaches over the next few content words. Two texts contradict each other where one
negates what the other says without negation; a "not" that stands by other matter reverses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tipdiff.text import words

__all__ = ["reverses"]

#: Words that negate what follows them.
NEGATIONS: Final = frozenset(
    "no not none never neither nor cannot nobody nothing lacks lack lacked unable "
    "failed fails refuses refused".split()
)
_SHORT_NOT = re.compile(r"n't\b")
#: Phrases with a negation in them that negate nothing, and what they come to.
NOT_NEGATIONS: Final = tuple(
    (re.compile(rf"\b{phrase}\b"), instead)
    for phrase, instead in (
        ("not (?:a few|only|least|merely|just)", "many"),
        (r"no (?:more|later|less|fewer|longer) than", "at most"),
        ("none longer than", "at most"),
        ("no one", "nobody"),
        ("no doubt", "surely"),
        ("no matter", "even"),
        ("if not", "or"),
        ("cannot but", "must"),
    )
)
#: Words that a negation reaches over without touching them.
_EMPTY: Final = frozenset(
    "a an the any some of in on at to by for with from and or as be been being is are was were has "
    "have had do does did will would can could may might should must it its their his her they he "
    "she this that these those there who which such longer yet ever so far also either".split()
)
#: How many content words a negation reaches over.
REACH: Final = 3
#: The share of them that the other text must say as well.
SHARED: Final = 0.5
#: Letters by which forms of a word are the same: official, officials; confuse, confuses.
STEM: Final = 6


def _stem(word: str) -> str:
    return word.removesuffix("s")[:STEM].removesuffix("e")


def _plain(fold: str) -> list[str]:
    text = _SHORT_NOT.sub(" not", fold)
    for pattern, instead in NOT_NEGATIONS:
        text = pattern.sub(instead, text)
    return words(text)


def _scopes(plain: Sequence[str]) -> list[list[str]]:
    """Return the content words that each negation reaches over."""
    scopes = []
    for place, word in enumerate(plain):
        if word in NEGATIONS:
            after = [w for w in plain[place + 1 : place + 4 * REACH] if w not in _EMPTY]
            scopes.append([_stem(w) for w in after[:REACH] if w not in NEGATIONS])
    return scopes


def reverses(old: str, new: str) -> bool:
    """Whether one of two folded texts negates what the other says without negation."""
    sides = _plain(old), _plain(new)
    scopes = _scopes(sides[0]), _scopes(sides[1])
    for mine, theirs in ((0, 1), (1, 0)):
        said = {_stem(word) for word in sides[theirs]}
        denied = {stem for scope in scopes[theirs] for stem in scope}
        for scope in scopes[mine]:
            shared = [stem for stem in scope if stem in said]
            if scope and len(shared) >= SHARED * len(scope) and not denied.intersection(shared):
                return True
    return False
