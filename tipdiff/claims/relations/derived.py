"""Figures that are worked out from others: "the remainder", "the same number".

They go back to what the sentence counts before them, else to what its paragraph did.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tipdiff.claims.quantities.digits_and_words import tidy
from tipdiff.claims.relations.antecedents import Antecedent, Antecedents
from tipdiff.claims.scanning.figures import Figure
from tipdiff.language.noun_phrases import noun_phrase

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["derive"]

#: Figures that are looked back over: a list of countries is longer than any other.
MAX_BEFORE: Final = 30
#: "The rest" that is tried to be worked out in a sentence: past it the words tell something else.
MAX_TRIED: Final = 8
_REST: Final = frozenset({"remainder", "rest"})
_SAME: Final = frozenset({"same", "equal"})
_TELLING: Final = _REST | _SAME
#: What sets a total apart from the parts behind it.
_BOUNDARIES: Final = frozenset({":", ";"})
#: Before the total of a sentence that opens with it: "of the 36 fined, one paid".
_THESE: Final = frozenset({"the", "these", "those"})
#: Behind "the same number" where it is only compared with another: "the same number as in 2005".
_AS: Final = frozenset({"as", "that", "which"})


def derive(tokens: Tokens, figures: list[Figure], antecedents: Antecedents, prefix: str) -> None:
    """Work out the first figure that can be, and put it in its place among the others."""
    low = tokens.low
    if _TELLING.isdisjoint(low):
        return
    sums = _Sums(tokens, figures, antecedents, prefix)
    tried = 0
    for i in range(1, tokens.count):
        if low[i] in _BOUNDARIES:
            sums.boundaries.append(i)
        if low[i] in _REST and low[i - 1] == "the" and low[i + 1] != "of":
            worked_out = sums.rest(i)
        elif low[i] in _SAME and low[i - 1] in {"the", "an", "a"} and low[i + 1] == "number":
            worked_out = sums.same(i)
        else:
            continue
        if worked_out is not None:
            figures.insert(sums.place(i), worked_out)
        tried += 1
        if worked_out is not None or tried == MAX_TRIED:
            return


def _elliptic(figure: Figure) -> bool:
    return figure.noun is None or figure.partitive


class _Sums:
    """What a sentence counted so far, and its paragraph before it."""

    def __init__(
        self, tokens: Tokens, figures: list[Figure], antecedents: Antecedents, prefix: str
    ) -> None:
        self._tokens = tokens
        self._figures = figures
        self._antecedents = antecedents
        self._prefix = prefix
        self.boundaries: list[int] = []

    def place(self, token: int) -> int:
        """Return the place among the figures of one that begins at a token."""
        return bisect_left(self._figures, token, key=lambda figure: figure.start)

    def _counts(self, token: int) -> list[int]:
        """Return the indexes of the counts before a token, oldest first."""
        at = self.place(token)
        return [
            k
            for k in range(max(at - MAX_BEFORE, 0), at)
            if self._figures[k].unit == "count" and self._figures[k].value is not None
        ]

    def rest(self, i: int) -> Figure | None:
        """Read "the remainder": what is left of a total when the parts are taken away."""
        before = self._counts(i)
        total = self._announced(before)
        if total < 0:
            total = self._opening(before)
        if total >= 0:
            before = [k for k in before if k >= total]
        trial = Antecedents(self._antecedents.counts)
        trial.counts.extend(self._remembered(k, part=k != total) for k in before)
        left = trial.remainder()
        if left is None:
            return None
        value = tidy(left[0])
        rest = Figure(i - 1, i, i + 1, value, value, value, shape="derived")
        rest.whole = (left[1].id, left[1].counted)
        return rest

    def _remembered(self, k: int, *, part: bool) -> Antecedent:
        figure = self._figures[k]
        return Antecedent(
            id=f"{self._prefix}#{k + 1}",
            value=float(figure.value or 0),
            counted=None if figure.noun is None else self._tokens.phrase(*figure.noun),
            part=part and _elliptic(figure),
        )

    def _announced(self, before: list[int]) -> int:
        """Return the figure before a colon or semicolon that all behind it are parts of, or -1.

        "88 were charged and 68 convicted; twelve went to prison, the remainder paid": the 68.
        """
        figures, parts = self._figures, list(before)
        while len(parts) > 1 and not all(_elliptic(figures[k]) for k in parts[1:]):
            parts.pop(0)
        for total, part in pairwise(parts):
            cut = bisect_left(self.boundaries, figures[total].end)
            if cut < len(self.boundaries) and self.boundaries[cut] < figures[part].start:
                told = sum(figures[k].value or 0 for k in parts if k >= part)
                return total if (figures[total].value or 0) > told else -1
        return -1

    def _opening(self, before: list[int]) -> int:
        """Return the figure that opens a sentence of its parts ("Of the 36 fined, ..."), or -1."""
        if not before:
            return -1
        start = self._figures[before[0]].start
        opens = start == 2 and self._tokens.low[0] == "of" and self._tokens.low[1] in _THESE
        return before[0] if opens else -1

    def same(self, i: int) -> Figure | None:
        """Read "the same number were charged", "an equal number of men": the count told last."""
        low, end = self._tokens.low, i + 2
        if low[end] in _AS or not low[end].isalpha():
            return None
        before = self._counts(i)
        if before:
            last = self._figures[before[-1]]
            value = last.value if last.approximation == "exact" else None
        else:
            value = self._antecedents.counts[-1].value if self._antecedents.counts else None
        if value is None:
            return None
        value = tidy(value)
        same = Figure(i - 1, i, end, value, value, value, shape="derived")
        if low[end] == "of":
            same.noun = noun_phrase(self._tokens, end)
        return same
