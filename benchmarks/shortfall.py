"""What keeps an alignment from its aim: every link missed and every false one, sorted by kind.

The kinds are told from the gold and from what was found alone, so that they are counted the same
way on every set. ``python -m benchmarks.mistakes --real FOLDER`` prints each with its texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from benchmarks.gold import Gold, Pair
from benchmarks.metrics import pairs_of
from benchmarks.tables import Cell, table
from tipdiff.text import folded, masked

if TYPE_CHECKING:
    from tipdiff.records import Link

__all__ = ["FALSE", "MISSED", "Mistake", "mistakes_of", "shortfall"]

#: Two statements that share fewer of their words than this, figures masked and each word counted
#: once, are said afresh: what letters can tell ends there.
AFRESH: Final = 0.25


@frozen
class Mistake:
    """A pair of statements that is linked and should not be, or the other way round."""

    pair: Pair
    missed: bool
    kind: str


@frozen
class _View:
    """One pair of texts: what should be linked, what was, and in which links."""

    gold: Gold
    found: frozenset[Pair]
    joined: frozenset[Pair]

    def elsewhere(self, pair: Pair, links: frozenset[Pair]) -> bool:
        """Tell whether either statement has a link among ``links`` besides this one."""
        return any((i == pair[0]) != (j == pair[1]) for i, j in links)

    def crosses(self, pair: Pair) -> bool:
        """Tell whether the pair changes places with a link that is right."""
        return any((i - pair[0]) * (j - pair[1]) < 0 for i, j in self.gold.sure)

    def shared(self, pair: Pair) -> float:
        """Return the share of words that both statements have, of all that either has."""
        one, other = (
            set(masked(folded(text)).split())
            for text in (self.gold.old[pair[0]], self.gold.new[pair[1]])
        )
        return len(one & other) / max(1, len(one | other))


Test = Callable[[_View, Pair], bool]

#: Kinds of missed links, the first that holds counts: (kind, what it means, test).
MISSED: Final[tuple[tuple[str, str, Test], ...]] = (
    (
        "a part of several",
        "one statement became several or several became one, and this part was not joined",
        lambda view, pair: view.elsewhere(pair, view.gold.sure),
    ),
    (
        "lost to another",
        "one of the two was linked to something else",
        lambda view, pair: view.elsewhere(pair, view.found),
    ),
    (
        "said afresh",
        f"both were left alone, and share less than {AFRESH:.0%} of their words",
        lambda view, pair: view.shared(pair) < AFRESH,
    ),
    ("left alone", "both were left alone though they share more", lambda _view, _pair: True),
)

#: Kinds of false links, in the same way.
FALSE: Final[tuple[tuple[str, str, Test], ...]] = (
    (
        "a part too many",
        "joined to a link as a split or merge that the gold does not have",
        lambda view, pair: pair in view.joined,
    ),
    (
        "another's place",
        "one of the two belongs to something else",
        lambda view, pair: view.elsewhere(pair, view.gold.sure),
    ),
    (
        "a move",
        "neither has a partner in the gold, and the pair changes places with a right link",
        lambda view, pair: view.crosses(pair),
    ),
    ("alike", "neither has a partner in the gold", lambda _view, _pair: True),
)


def mistakes_of(gold: Gold, links: Sequence[Link]) -> Iterator[Mistake]:
    """Yield the mistakes of an alignment in the order of the old text, each with its kind."""
    found = pairs_of(links)
    joined = pairs_of(link for link in links if len(link.old) * len(link.new) > 1)
    view = _View(gold, found, frozenset(pair for pair in joined if pair not in gold.allowed))
    missed, false = gold.sure - found, found - gold.allowed
    for pair in sorted(missed | false):
        kinds = MISSED if pair in missed else FALSE
        yield Mistake(
            pair, pair in missed, next(kind for kind, _, test in kinds if test(view, pair))
        )


def shortfall(judged: Sequence[tuple[str, Sequence[tuple[Gold, Sequence[Link]]]]]) -> str:
    """Return the table of how many mistakes of each kind there are, a column a set.

    Args:
        judged: For each set its name and its pairs of texts with the links found.

    """
    counts = [
        Counter(
            (each.missed, each.kind) for gold, links in pairs for each in mistakes_of(gold, links)
        )
        for _, pairs in judged
    ]
    rows: list[list[Cell]] = []
    for missed, kinds in ((True, MISSED), (False, FALSE)):
        told = "missed" if missed else "false"
        rows += [
            [f"{told}: {kind}", *(count[missed, kind] for count in counts), means]
            for kind, means, _ in kinds
        ]
        rows.append([f"{told}, all", *(_total(count, missed=missed) for count in counts), ""])
    rows.append(["sure links", *(_sure(pairs) for _, pairs in judged), ""])
    return table(
        "What is missing to the aims: links missed and false ones, by kind",
        ("kind", *(name for name, _ in judged), "what it means"),
        rows,
        "Weights blind to the text. Of several kinds the first that holds is counted.",
    )


def _total(count: Counter[tuple[bool, str]], *, missed: bool) -> int:
    return sum(many for (side, _), many in count.items() if side == missed)


def _sure(pairs: Sequence[tuple[Gold, Sequence[Link]]]) -> int:
    return sum(len(gold.sure) for gold, _ in pairs)
