"""From probabilities to links: one global choice.

Every statement gets at most one partner, so that the summed probability above the threshold is
greatest: not pair by pair, since a greedy pick can cost two good links for one slightly better.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define, field, frozen

__all__ = ["LINK_AT", "Star", "best_pairs", "choose"]

#: Less likely pairs are not linked. The threshold comes from the cross-validation over real cables
#: that ``python -m benchmarks.fit_alignment`` prints.
LINK_AT: Final = 0.33
#: Statements on one side past which a cluster of rivals is settled greedily: the exact choice
#: takes time with the cube of this, some 50 ms at the limit.
EXACT: Final = 60


@frozen
class Star:
    """A link in the making: one statement on at least one side."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float


@define
class _Clusters:
    """Union-find over statements of both sides."""

    parent: dict[tuple[int, int], tuple[int, int]] = field(factory=dict)

    def find(self, node: tuple[int, int]) -> tuple[int, int]:
        self.parent.setdefault(node, node)
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        self.parent[self.find(one)] = self.find(other)


Edge = tuple[float, int, int]
"""Probability, old statement, new statement."""


def _assignment(cost: list[list[float]]) -> list[int]:  # noqa: PLR0912 (one known method)
    """Return the column of each row so that the summed cost is least; rows <= columns.

    The shortest augmenting path method of Jonker and Volgenant (1987) with potentials; cubic.
    """
    n, m = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (n + 1), [0.0] * (m + 1)
    holder, way = [0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        holder[0], column = row, 0
        least, done = [float("inf")] * (m + 1), [False] * (m + 1)
        while True:
            done[column] = True
            current, delta, following = holder[column], float("inf"), 0
            for k in range(1, m + 1):
                if done[k]:
                    continue
                reduced = cost[current - 1][k - 1] - row_price[current] - column_price[k]
                if reduced < least[k]:
                    least[k], way[k] = reduced, column
                if least[k] < delta:
                    delta, following = least[k], k
            for k in range(m + 1):
                if done[k]:
                    row_price[holder[k]] += delta
                    column_price[k] -= delta
                else:
                    least[k] -= delta
            column = following
            if holder[column] == 0:
                break
        while column:
            holder[column] = holder[way[column]]
            column = way[column]
    chosen = [-1] * n
    for k in range(1, m + 1):
        if holder[k]:
            chosen[holder[k] - 1] = k - 1
    return chosen


def best_pairs(edges: list[Edge], threshold: float) -> list[Edge]:
    """Return the pairs of one cluster, each statement at most once, of greatest summed gain."""
    if len(edges) <= 1:
        return edges
    olds = sorted({old for _, old, _ in edges})
    news = sorted({new for _, _, new in edges})
    if max(len(olds), len(news)) > EXACT:
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        kept = []
        for edge in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
            if edge[1] not in taken_old and edge[2] not in taken_new:
                kept.append(edge)
                taken_old.add(edge[1])
                taken_new.add(edge[2])
        return kept
    turned = len(olds) > len(news)
    rows, columns = (news, olds) if turned else (olds, news)
    row_of = {row: k for k, row in enumerate(rows)}
    column_of = {column: k for k, column in enumerate(columns)}
    # A row may also go without partner: one spare column each.
    cost = [[0.0] * (len(columns) + len(rows)) for _ in rows]
    edge_at: dict[tuple[int, int], Edge] = {}
    for edge in edges:
        row, column = (edge[2], edge[1]) if turned else (edge[1], edge[2])
        place = row_of[row], column_of[column]
        cost[place[0]][place[1]] = threshold - edge[0]
        edge_at[place] = edge
    chosen = enumerate(_assignment(cost))
    return [
        edge_at[place] for place in chosen if place in edge_at and edge_at[place][0] > threshold
    ]


def choose(edges: Iterable[Edge], *, link_at: float = LINK_AT) -> list[Star]:
    """Choose one-to-one links among judged pairs.

    Args:
        edges: Probability, old and new statement of each candidate pair, in any order.
        link_at: The least probability of a link.

    Returns:
        Links sorted by old statement, then new; every statement is in at most one.

    """
    likely = sorted(edge for edge in edges if edge[0] > link_at)
    clusters = _Clusters()
    for _, old, new in likely:
        clusters.join((0, old), (1, new))
    grouped: dict[tuple[int, int], list[Edge]] = {}
    for edge in likely:
        grouped.setdefault(clusters.find((0, edge[1])), []).append(edge)
    pairs = [edge for cluster in grouped.values() for edge in best_pairs(cluster, link_at)]
    return sorted(
        (Star((old,), (new,), score) for score, old, new in pairs),
        key=lambda star: (star.old, star.new),
    )
