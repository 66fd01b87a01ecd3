"""What keeps a later statement from telling of a promise: it tells of another thing of the kind.

Words alone are alike where one center opened at another town, where another treaty was ratified, or
where a list has a word of everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.chaining.names import Names, articles
from tipdiff.histories.instruments import named
from tipdiff.patterns import regex
from tipdiff.text import folded, words

if TYPE_CHECKING:
    from tipdiff.language.intentions import Intention
    from tipdiff.records import Claim

__all__ = ["HALF", "Contradictions", "is_in_part", "members"]

#: A place that so many statements, and such a share of all, name is the country, or its capital:
#: all else lies in it.
WIDE: Final = 5
WIDE_SHARE: Final = 0.05
#: From so many members a sentence is a list: each tells of something else.
LIST: Final = 4
#: What parts the members of such a list: "the Guild (shelter), the Union (meals)".
_MEMBERS: Final = regex(r";|(?<=\)),? ")
#: Of fewer than this share of what was to be acted on, the act is done in part only.
HALF: Final = 0.5
#: What stands between an act and something else than what is acted on.
_ELSE: Final = frozenset("with for in at of to by on from and that which".split())


class Contradictions:
    """The places, treaties and laws that the statements of all editions name."""

    def __init__(self, texts: Sequence[str], items: Collection[int]) -> None:
        """Look for the places that some statements name.

        Args:
            texts: Of the statements.
            items: Which of them are items of lists of what is intended.

        """
        self._texts = texts
        self._items = items
        self._names = Names(texts)
        told = Counter(name for text in texts for name in self._names.places(text))
        least = max(WIDE, WIDE_SHARE * len(texts))
        self._wide = {name for name, count in told.items() if count > least}

    def is_other(self, promise: int, intended: Iterable[Intention], place: int) -> bool:
        """Whether a statement names another place, treaty or law than a promise.

        Args:
            promise: The place of the promise among the texts.
            intended: What it intends, with what it leans on.
            place: The place of the statement.

        """
        made, told = self._texts[promise], self._texts[place]
        sides = set(named(folded(made))), set(named(folded(told)))
        if not sides[0] and sides[1]:
            sides = {n for i in intended for n in named(f"{i.before} {i.behind}")}, sides[1]
        return (
            _apart(*sides) or _apart(articles(made), articles(told)) or self._elsewhere(made, told)
        )

    def _elsewhere(self, made: str, told: str) -> bool:
        here, there = (self._names.places(text) - self._wide for text in (made, told))
        return (
            _apart(here, there)
            and here.isdisjoint(self._names.of(told))
            and there.isdisjoint(self._names.of(made))
        )

    def is_item(self, promise: int, place: int) -> bool:
        """Whether a statement is an item of a list of what is intended: it tells of that alone.

        An item that names the promise's own treaty tells of it.
        """
        return place in self._items and set(named(folded(self._texts[promise]))).isdisjoint(
            named(folded(self._texts[place]))
        )


def _apart(one: set[str], other: set[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def members(text: str) -> list[str]:
    """Return the members of a sentence that is a list, none where it is not."""
    parts = [part for part in _MEMBERS.split(text) if part]
    return parts if len(parts) >= LIST else []


def is_in_part(intended: Iterable[Intention], made: Iterable[Claim], told: Iterable[Claim]) -> bool:
    """Whether an act was done to fewer than half as many as it was promised for.

    Only the figure of what is acted on tells so ("hire 20 inspectors"), not one beside it ("open a
    shelter with 20 beds").

    Args:
        intended: What was promised.
        made: The figures of the promise.
        told: Those of the act.

    """
    theirs = {counted(claim): claim for claim in reversed(list(told))}
    acts = list(intended)
    for claim in made:
        other = theirs.get(counted(claim))
        if other is None or claim.low is None or other.high is None:
            continue
        if other.high < HALF * claim.low and any(_is_acted_on(each, claim.text) for each in acts):
            return True
    return False


def counted(claim: Claim) -> tuple[str, str | None]:
    """Return what a figure counts: figures of one thing may be compared."""
    return claim.unit, claim.counted or claim.indicator


def _is_acted_on(intended: Intention, figure: str) -> bool:
    """Whether a figure stands directly behind an act, or before one that is done to it."""
    told = words(folded(figure))
    side = words(intended.before if intended.passive else intended.behind)
    for at in range(len(side) - len(told) + 1):
        if side[at : at + len(told)] == told:
            between = side[at + len(told) :] if intended.passive else side[:at]
            return _ELSE.isdisjoint(between)
    return False
