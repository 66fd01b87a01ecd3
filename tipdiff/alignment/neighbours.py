"""What stands around a pair, on the grid of old and new statements, without the grid.

A candidate pair is a place on a grid of old by new statements, of which hardly any place is one.
Here the places around a pair are found by the numbers of places in order, and likely links in line
with it are summed along the diagonals: memory and time grow with the pairs and with the length of
the reports, not with the grid.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from tipdiff.alignment.candidates import Pairs
    from tipdiff.alignment.terms import Floats, Indexes

__all__ = ["around", "at_steps", "vouched"]

#: A word that has faded to e to the minus this is lost among the digits of a single number.
LOST: Final = 17
#: Old statements whose links are carried on to those after them in one go. Fewer take more steps,
#: more take longer to look at each other; between 8 and 32 the time is the same.
BLOCK: Final = 16
#: What has faded to this is let go: smaller numbers slow a processor down.
SILENT: Final = 1e-30


def at_steps(pairs: Pairs, values: Floats, steps: Sequence[tuple[int, int]]) -> Floats:
    """Return the greatest value among the places some steps away from each pair; 0 for no pair.

    Args:
        pairs: The candidate pairs.
        values: One number for each, not below 0.
        steps: How many old and how many new statements on each place is; negative: before.

    """
    best = np.zeros(len(pairs), np.float32)
    if not len(pairs):
        return best
    # No step leads from one old statement's places into those of the next.
    width = pairs.shape[1] + max(abs(new) for _, new in steps)
    place = pairs.old * width + pairs.new
    for old, new in steps:
        sought = place + (old * width + new)
        found = np.minimum(np.searchsorted(place, sought), len(place) - 1)
        np.maximum(best, np.where(place[found] == sought, values[found], 0), out=best)
    return best


def around(pairs: Pairs, values: Floats, fades: Sequence[float], shift: int) -> Floats:
    """Return how well the statements around the old one fit in about the same place of the new.

    Args:
        pairs: The candidate pairs.
        values: One number for each, not below 0.
        fades: What the best value one, two, ... old statements away counts, before and after.
        shift: By how many new statements such a one may be out of line with the pair.

    """
    total = np.zeros(len(pairs), np.float32)
    if not len(pairs):
        return total
    reach = len(fades)
    # Places by diagonal, then by old statement; diagonals lie further apart than can be reached.
    length = pairs.shape[0] + reach
    place = (pairs.new - pairs.old + pairs.shape[0] + shift) * length + pairs.old
    spread = (place[None, :] + length * np.arange(-shift, shift + 1)[:, None]).ravel()
    order = np.argsort(spread, kind="stable")
    spread = spread[order]
    first = np.flatnonzero(np.concatenate(([True], spread[1:] != spread[:-1])))
    best = np.maximum.reduceat(np.tile(values, 2 * shift + 1)[order], first)
    spread = spread[first]
    here = np.searchsorted(spread, place)
    # Beyond the first and the last there is nothing, further away than anything counts.
    far = np.full(reach, -length), np.full(reach, spread[-1] + length)
    spread = np.concatenate((far[0], spread, far[1]))
    best = np.pad(best, reach)
    fade = np.array([0, *fades, 0], np.float32)
    for step in range(1, reach + 1):
        for there in (here + reach - step, here + reach + step):
            away = np.minimum(np.abs(spread[there] - place), reach + 1)
            total += fade[away] * best[there]
    return total / np.float32(2 * sum(fades))


@frozen(eq=False)
class _Places:
    """Places on the grid by old statement: their row, their diagonal, and a value each.

    ``ends[k]`` tells how many lie before the ``k``-th block of rows.
    """

    row: Indexes
    diagonal: Indexes
    value: Floats
    ends: Indexes

    @classmethod
    def of(cls, pairs: Pairs, values: Floats, which: Indexes) -> _Places:
        rows = pairs.shape[0]
        row = pairs.old[which]
        diagonal = pairs.new[which] - row + rows - 1
        ends = np.searchsorted(row, np.arange(0, rows + BLOCK, BLOCK))
        return cls(row, diagonal, values[which].astype(np.float64), ends)

    def block(self, k: int) -> tuple[Indexes, Indexes, Floats]:
        """Return the rows, diagonals and values of one block of rows."""
        here = slice(int(self.ends[k]), int(self.ends[k + 1]))
        return self.row[here], self.diagonal[here], self.value[here]


def vouched(pairs: Pairs, values: Floats, reach: float, spread: float) -> Floats:
    """Return the word of all links for each pair, fading with distance and with lack of line.

    A link speaks where the pair's line meets its old statement, if that is on the grid: its word
    fades with the old statements between the two, and with how many new statements it is out of
    line there. Those of the pair's own old statement say nothing.

    Args:
        pairs: The candidate pairs.
        values: How much each says; 0 for one that is no link.
        reach: In how many old statements a word fades to an e-th.
        spread: Out of line by how many new statements it does.

    """
    heard = _Places.of(pairs, values, np.arange(len(pairs)))
    links = _Places.of(pairs, values, np.flatnonzero(values > 0))
    total = np.zeros(len(pairs))
    by_row = np.exp(-np.arange(BLOCK + 1) / reach)
    aside = np.exp(-np.arange(math.ceil(spread * LOST) + 1) / spread)
    aside[-1] = 0.0
    last = len(heard.ends) - 2
    for k in range(last + 1):
        here = slice(int(heard.ends[k]), int(heard.ends[k + 1]))
        total[here] = _within(heard.block(k), links.block(k), pairs.shape, (by_row, aside))
    # The word of what lies before a block, by diagonal, as it is heard in the block's first row;
    # then that of what lies behind, as in its last row.
    sides = np.concatenate((aside[:0:-1], aside))
    for forwards in (True, False):
        carried = np.zeros(sum(pairs.shape))
        for k in range(last + 1) if forwards else range(last, -1, -1):
            row, diagonal, _ = heard.block(k)
            here = slice(int(heard.ends[k]), int(heard.ends[k + 1]))
            ahead = row - k * BLOCK if forwards else (k + 1) * BLOCK - 1 - row
            total[here] += carried[diagonal] * by_row[ahead]
            carried *= by_row[BLOCK]
            carried[carried < SILENT] = 0.0
            row, diagonal, value = links.block(k)
            behind = (k + 1) * BLOCK - row if forwards else row - k * BLOCK + 1
            _speak(carried, (row, diagonal, value * by_row[behind]), pairs.shape, sides)
    return total


def _within(
    heard: tuple[Indexes, Indexes, Floats],
    links: tuple[Indexes, Indexes, Floats],
    shape: tuple[int, int],
    fades: tuple[Floats, Floats],
) -> Floats:
    """Return the word of the links of a block for its pairs: each for each."""
    by_row, aside = fades
    away = links[0][None, :] - heard[0][:, None]
    out = np.abs(links[1][None, :] - heard[1][:, None])
    met = heard[1][:, None] + links[0][None, :] - (shape[0] - 1)  # the new statement in line
    speaks = (away != 0) & (met >= 0) & (met < shape[1])
    faded = by_row[np.abs(away)] * aside[np.minimum(out, len(aside) - 1)] * speaks
    word: Floats = faded @ links[2]
    return word


def _speak(
    carried: Floats,
    links: tuple[Indexes, Indexes, Floats],
    shape: tuple[int, int],
    sides: Floats,
) -> None:
    """Add the word of some links to what is carried, on either side of their diagonals."""
    reach = len(sides) // 2
    for row, diagonal, value in zip(*(each.tolist() for each in links), strict=True):
        # The diagonals that meet this row on the grid.
        first = max(diagonal - reach, shape[0] - 1 - row)
        end = min(diagonal + reach + 1, shape[0] - 1 - row + shape[1])
        carried[first:end] += value * sides[first - diagonal + reach : end - diagonal + reach]
