"""The words inside a changed statement: which stayed, went and came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, Literal

from tipdiff.normalise import INVISIBLE
from tipdiff.patterns import regex
from tipdiff.text import folded

__all__ = ["Piece", "marked", "marked_inside", "marked_sides", "word_changes"]

_Step = tuple[str, int, int, int, int]
Piece = tuple[Literal["same", "old", "new"], str]
"""What became of some words, and the words, with the space behind them."""

#: A word, a figure with its separators, or one mark; the space behind goes with it. Accents on
#: their own and marks that nobody sees are part of the word they stand in.
_LETTER: Final = rf"[\w\u0300-\u036f{INVISIBLE}]"
_TOKEN: Final = regex(
    rf"(?:\d[\d,.]*\d(?!{_LETTER})|\w{_LETTER}*(?:['\u2019-]{_LETTER}+)*|[^\w\s])\s*"
)
#: So few characters of unchanged words between two changes are joined to them: an "of the" that
#: happens to stay between a phrase that went and one that came helps nobody.
ISLAND: Final = 4

#: Statements of more words and marks are told whole but for what they begin and end alike with: the
#: comparison takes time with the product of both. The longest of the real cables has 201.
WORDS: Final = 400
#: So are those in which more pairs of a word of the one and a word of the other are equal, as many
#: as are looked through for each run that stayed: a word or mark again and again. Below it the
#: comparison takes a seventh of a second; the fullest of the real cables has 8,200, most of
#: them commas of a long list.
PAIRS: Final = 20_000
#: Share of a text's letters that must have stayed for its words to be marked inside it; below it
#: the old and the new text are shown one after the other, since marks would be a thicket.
REWRITTEN: Final = 0.5


def marked_inside(old: str, new: str) -> tuple[Piece, ...] | None:
    """Return the words of two texts as :func:`word_changes` does, null if too few stayed.

    The space behind words that went or came is a piece of its own, and the same: a line through it
    would look like a dash.
    """
    pieces = word_changes(old, new)
    kept = sum(len(text) for kind, text in pieces if kind == "same")
    if kept < REWRITTEN * max(len(old), len(new)):
        return None
    return tuple(part for piece in pieces for part in _without_space(piece))


def marked(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two texts as :func:`marked_inside`, or the one behind the other."""
    return marked_inside(old, new) or (("old", old), ("same", " "), ("new", new))


def _without_space(piece: Piece) -> Iterator[Piece]:
    kind, text = piece
    bare = text.rstrip()
    if kind == "same" or len(bare) in {0, len(text)}:
        yield piece
    else:
        yield kind, bare
        yield "same", text[len(bare) :]


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two texts by what became of them, in the order of reading.

    Args:
        old: The earlier text.
        new: The later one.

    Returns:
        Pieces ``("same", text)``, ``("old", text)``, ``("new", text)``. The ``same`` and ``new``
        ones joined are the new text without the space around it; the words of ``same`` and ``old``
        ones are those of the old. Words that differ in case or the form of quotes only are
        the same.

    """
    sides = _tokens(old), _tokens(new)
    pieces: list[list[str]] = []
    for tag, i1, i2, j1, j2 in _joined(sides):
        if tag == "equal":
            pieces.append(["same", "".join(sides[1][j1:j2])])
        else:
            if i2 > i1:
                pieces.append(["old", _spaced("".join(sides[0][i1:i2]), pieces, sides[1][j1:])])
            if j2 > j1:
                pieces.append(["new", "".join(sides[1][j1:j2])])
    return tuple((kind, text) for kind, text in pieces)  # type: ignore[misc]


@lru_cache(maxsize=4096)
def _key(token: str) -> str:
    """Return what makes a word the same: reports use the same few thousand words."""
    return folded(token)


def marked_sides(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return each text with the words marked that the other lacks.

    Args:
        old: The earlier text.
        new: The later one.

    Returns:
        Pieces of the old text (``same`` and ``old``) and of the new (``same`` and ``new``); those
        of either side joined are its text without the space around it.

    """
    sides = _tokens(old), _tokens(new)
    before: list[Piece] = []
    after: list[Piece] = []
    for tag, i1, i2, j1, j2 in _joined(sides):
        if i2 > i1:
            before.append(("same" if tag == "equal" else "old", "".join(sides[0][i1:i2])))
        if j2 > j1:
            after.append(("same" if tag == "equal" else "new", "".join(sides[1][j1:j2])))
    return tuple(before), tuple(after)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.strip())


def _joined(sides: tuple[list[str], list[str]]) -> list[_Step]:
    """Return difflib's steps, with islands of unchanged words joined to the changes about them."""
    keys = [[_key(token) for token in side] for side in sides]
    steps = _whole(*keys) if _are_long(*keys) else _steps(*keys)
    joined: list[_Step] = []
    for k, (tag, i1, i2, j1, j2) in enumerate(steps):
        island = tag == "equal" and 0 < k < len(steps) - 1 and _is_island(sides[1][j1:j2])
        if joined and joined[-1][0] != "equal" and (tag != "equal" or island):
            joined[-1] = ("replace", joined[-1][1], i2, joined[-1][3], j2)
        else:
            joined.append(("equal" if tag == "equal" else "replace", i1, i2, j1, j2))
    return joined


def _are_long(old: list[str], new: list[str]) -> bool:
    """Whether two texts have more words, or more equal ones, than are compared one by one."""
    if max(len(old), len(new)) > WORDS:
        return True
    if len(old) * len(new) <= PAIRS:
        return False
    counts = Counter(new)
    return sum(counts[word] for word in old) > PAIRS


def _steps(old: list[str], new: list[str]) -> list[_Step]:
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _whole(old: list[str], new: list[str]) -> list[_Step]:
    """Return as one step all that stands between what two texts begin and end alike with."""
    least = min(len(old), len(new))
    ahead = next((k for k in range(least) if old[k] != new[k]), least)
    rest = least - ahead
    behind = next((k for k in range(rest) if old[-1 - k] != new[-1 - k]), rest)
    ends = len(old) - behind, len(new) - behind
    steps = [
        ("equal", 0, ahead, 0, ahead),
        ("replace", ahead, ends[0], ahead, ends[1]),
        ("equal", ends[0], len(old), ends[1], len(new)),
    ]
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def _is_island(tokens: list[str]) -> bool:
    text = "".join(tokens).strip()
    return len(text) <= ISLAND and not any(c.isdecimal() for c in text)


def _spaced(text: str, before: list[list[str]], follows: list[str]) -> str:
    """Keep words that went apart from those around them; a mark may touch them."""
    if before and before[-1][1][-1].isalnum() and text[0].isalnum():
        text = f" {text}"
    if follows and follows[0][0].isalnum() and not text[-1].isspace():
        text += " "
    return text
