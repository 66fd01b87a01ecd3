"""Patterns over tokens: what stands around a figure, written in one line.

A pattern is a row of items with white space between; ``#`` stands for the figure itself. So
``@month .? #@day !@person`` is a month, a stop or none, the figure if it can be a day, and no
person behind it.

======================  ===========================================================================
``word``, ``a|b|c``     this token, in small letters; one of these
``@name``               a token of a class: a set of words, or a test of a token
``!...``                any token but these; there need be none
``^...``                begins with a capital
``~...``                touches the token before it
``...?``                may be left out
``...*3``               any number up to three may stand there
``#``, ``#9``, ``#@x``  the figure; it must be 9, or of a class
======================  ===========================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["Classes", "Matcher", "Narrow", "Pattern", "matcher"]

Test = Callable[["Tokens", int], bool]
"""Whether the token at a place is of a class."""


class Narrow(NamedTuple):
    """A class by a test that only some tokens can pass: what lets a matcher look them up.

    Attributes:
        test: What a token must pass.
        words: Words that may.
        digits: Whether tokens that begin with a digit may.
        capitals: Whether tokens with a capital in them may.

    """

    test: Test
    words: frozenset[str] = frozenset()
    digits: bool = False
    capitals: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which such tokens are looked up."""
        marks = {_DIGIT} if self.digits else set()
        return self.words | marks | ({_CAPITAL} if self.capitals else set())


Classes = Mapping[str, "frozenset[str] | Test | Narrow"]
"""The classes that patterns name: words, a test, or a test that few tokens can pass."""
#: Keys of a matcher that stand for tokens with a digit first, and for those with a capital.
_DIGIT: Final = "<digit>"
_CAPITAL: Final = "<capital>"

_ITEM: Final = regex(r"(?P<signs>[!^~]*)(?P<figure>#?)(?P<what>.*?)(?P<often>\?|\*\d+)?")


class _Item(NamedTuple):
    fits: Test
    keys: frozenset[str] | None
    least: int
    most: int


def _item(text: str, classes: Classes) -> _Item:
    found = _ITEM.fullmatch(text)
    if found is None:
        raise ValueError(f"no item of a pattern: {text!r}")
    signs, often, what = found["signs"], found["often"] or "", found["what"]
    words: set[str] = set()
    keys: set[str] = set()
    tests: list[Test] = []
    narrow = True
    for part in what.split("|") if what else ():
        known = classes[part[1:]] if part[:1] == "@" else frozenset({part})
        if isinstance(known, frozenset):
            words |= known
        elif isinstance(known, Narrow):
            keys |= known.keys
            tests.append(known.test)
        else:
            narrow = False
            tests.append(known)
    fits = _of_class(frozenset(words), tests) if what else _anything
    if signs:
        fits = _signed(fits, signs)
    keys |= words
    known_keys = frozenset(keys) if keys and narrow and "!" not in signs else None
    most = int(often[1:]) if often[:1] == "*" else 1
    return _Item(fits, known_keys, 0 if often else 1, most)


def _anything(tokens: Tokens, at: int) -> bool:
    del tokens, at
    return True


def _of_class(words: frozenset[str], tests: Sequence[Test]) -> Test:
    """Return a test for a token that is one of the words, or passes one of the tests.

    Outside the text there are empty tokens.
    """
    if not tests:
        return lambda tokens, at: (tokens.low[at] if at >= 0 else "") in words
    if len(tests) == 1 and not words:
        [test] = tests
        return lambda tokens, at: at >= 0 and test(tokens, at)

    def fits(tokens: Tokens, at: int) -> bool:
        if at < 0:
            return "" in words
        return tokens.low[at] in words or any(test(tokens, at) for test in tests)

    return fits


def _signed(known: Test, signs: str) -> Test:
    """Return a test with what the signs before an item ask for."""
    negated, capital, glued = "!" in signs, "^" in signs, "~" in signs

    def fits(tokens: Tokens, at: int) -> bool:
        if glued and not tokens.glued(at):
            return False
        if known(tokens, at) is negated:
            return False
        return not capital or tokens.capital(at)

    return fits


class Pattern:
    """A pattern, compiled."""

    __slots__ = ("_after", "_before", "_figure")

    def __init__(self, text: str, classes: Classes) -> None:
        parts = text.split()
        [place] = [at for at, part in enumerate(parts) if part.lstrip("^~")[:1] == "#"]
        items = [_item(part, classes) for part in parts]
        self._before = tuple(reversed(items[:place]))
        self._figure = items[place].fits
        self._after = tuple(items[place + 1 :])

    def holds(self, tokens: Tokens, index: int) -> bool:
        """Whether the tokens around the figure at an index are so."""
        return (
            self._figure(tokens, index)
            and _reaches(self._before, tokens, index - 1, -1)
            and _reaches(self._after, tokens, index + 1, 1)
        )

    @property
    def neighbours(self) -> tuple[frozenset[str] | None, frozenset[str] | None]:
        """The keys of what may stand right before and right behind, None where anything may."""
        return _first(self._before), _first(self._after)


def _first(items: Sequence[_Item]) -> frozenset[str] | None:
    """Return the keys of what the first of the items can be, past those that may be left out."""
    keys: frozenset[str] = frozenset()
    for item in items:
        if item.keys is None:
            return None
        keys |= item.keys
        if item.least:
            return keys
    return None


def _reaches(items: Sequence[_Item], tokens: Tokens, at: int, step: int) -> bool:
    """Whether the items stand one after another from a token on; each takes as few as it can."""
    for place, item in enumerate(items):
        if item.least == item.most:
            if not item.fits(tokens, at):
                return False
            at += step
            continue
        rest = items[place + 1 :]
        for _ in range(item.most + 1):
            if _reaches(rest, tokens, at, step):
                return True
            if not item.fits(tokens, at):
                return False
            at += step
        return False
    return True


def _key(tokens: Tokens, at: int, word: str) -> str | None:
    """Return the key under which a token is looked up beside its word, None where there is none."""
    if word.isalpha():
        return None if tokens.raw(at).islower() else _CAPITAL
    return _DIGIT if word[:1].isdecimal() else None


class Matcher:
    """Many patterns at once: which hold around a figure."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._always: list[Pattern] = []
        self._before: dict[str, list[Pattern]] = {}
        self._behind: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            before, behind = pattern.neighbours
            if before is not None:
                for word in before:
                    self._before.setdefault(word, []).append(pattern)
            elif behind is not None:
                for word in behind:
                    self._behind.setdefault(word, []).append(pattern)
            else:
                self._always.append(pattern)

    def holds(self, tokens: Tokens, index: int) -> bool:
        """Whether one of the patterns holds; only those are tried that the neighbours allow."""
        for table, at in ((self._before, index - 1), (self._behind, index + 1)):
            word = tokens.low[at] if at >= 0 else ""
            for pattern in table.get(word, ()):
                if pattern.holds(tokens, index):
                    return True
            key = _key(tokens, at, word)
            if key is not None:
                for pattern in table.get(key, ()):
                    if pattern.holds(tokens, index):
                        return True
        for pattern in self._always:  # noqa: SIM110 twice as quick as any(), and called most
            if pattern.holds(tokens, index):
                return True
        return False


def matcher(patterns: Sequence[str], classes: Classes) -> Matcher:
    """Return a matcher of patterns.

    Args:
        patterns: The patterns, as text.
        classes: The classes that they name.

    Raises:
        ValueError: A pattern is none.

    """
    return Matcher([Pattern(each, classes) for each in patterns])
