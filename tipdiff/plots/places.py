"""Where a label has room: what is drawn on a panel as boxes and lines, in points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import field, frozen

__all__ = ["Box", "Places", "Stroke"]

#: What a label costs for each square point on another or on a mark, and for each point of a line
#: that runs through it: as if the line were so wide with its halo.
ON_MARK: Final = 3.0
ON_LINE: Final = 6.0
#: What it costs for each square point outside the panel.
OUTSIDE: Final = 4.0
#: What each later choice costs: a label stands where one looks for it unless something is there.
LATER: Final = 2.0

Stroke = tuple[float, float, float, float]
"""A straight line, from one point to another: x, y, x, y."""


@frozen
class Box:
    """What a label or a mark takes, in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, x: float, y: float, wide: float, high: float) -> Box:
        """Return the box of a size about its middle."""
        return cls(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def area(self) -> float:
        """Return its size in square points."""
        return (self.right - self.left) * (self.top - self.bottom)

    def shared(self, other: Box) -> float:
        """Return how much of it another takes, in square points."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide * high if wide > 0 and high > 0 else 0.0

    def crossed(self, stroke: Stroke) -> float:
        """Return how much of a line lies in it, in points (Liang and Barsky, 1984)."""
        x, y, to_x, to_y = stroke
        wide, high = to_x - x, to_y - y
        start, end = 0.0, 1.0
        for step, room in (
            (-wide, x - self.left),
            (wide, self.right - x),
            (-high, y - self.bottom),
            (high, self.top - y),
        ):
            if step == 0 and room < 0:
                return 0.0
            if step < 0:
                start = max(start, room / step)
            elif step > 0:
                end = min(end, room / step)
        return float(max(end - start, 0.0) * (wide**2 + high**2) ** 0.5)


@frozen
class Places:
    """What is drawn on a panel so far: labels look for room among it.

    Attributes:
        frame: What labels should not leave.
        boxes: Marks and labels.
        strokes: Lines.

    """

    frame: Box
    boxes: list[Box] = field(factory=list)
    strokes: list[Stroke] = field(factory=list)

    def choose(self, choices: Sequence[Box]) -> int:
        """Return which of some boxes is freest, the first of those alike, and take it."""
        costs = [self._cost(box) + LATER * rank for rank, box in enumerate(choices)]
        best = min(range(len(costs)), key=costs.__getitem__)
        self.boxes.append(choices[best])
        return best

    def _cost(self, box: Box) -> float:
        return (
            ON_MARK * sum(map(box.shared, self.boxes))
            + ON_LINE * sum(map(box.crossed, self.strokes))
            + OUTSIDE * (box.area() - box.shared(self.frame))
        )
