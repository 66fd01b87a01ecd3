"""Pictures of figures that stand in a page: small SVGs that take the page's own colours.

The pictures of :mod:`tipdiff.plots` are for files: they bring styles of their own, which the policy
of a page forbids, and white paper, which a dark page has not. What they say is the same, and so are
the marks: a line joins years that follow one another; about is hollow, an open side has an arrow, a
range is a bar; what was revised is grey and struck out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.output.shared.safe import visible
from tipdiff.plots.marks import KEYS, LONG, short, value_text
from tipdiff.plots.panels import panels
from tipdiff.plots.picture import alt_text
from tipdiff.series.figure_words import level

if TYPE_CHECKING:
    from tipdiff.plots.panels import Panel
    from tipdiff.records import Approximation
    from tipdiff.series.records import Point, Series

__all__ = ["Chart", "charts"]

#: The drawing's size, and the room around what is drawn, in its own units.
WIDTH: Final = 340
HEIGHT: Final = 190
LEFT: Final = 40
RIGHT: Final = 16
TOP: Final = 30
BOTTOM: Final = 26
#: Length of an open side's arrow, how far a value stands above its point, and half a mark's size.
ARROW: Final = 14
OFF: Final = 7
HALF: Final = 4
#: A letter of a value is about so wide: at an edge a long value stands off the axis, and inside.
LETTER: Final = 6.5
#: Points that all bear their value; of more only the first, the last and the highest do.
EVERY: Final = 8
#: Ticks of the upright axis: the steps that figures are read in.
STEPS: Final = (1, 2, 2.5, 5)
MOST_TICKS: Final = 5
#: Labels of years that have room beside each other.
LABELS: Final = 8

_OPEN: Final[dict[Approximation, int]] = {"over": 1, "at least": 1, "under": -1, "at most": -1}


@frozen
class Text:
    """A label: where it stands, what it says, how it is set, and its class."""

    x: float
    y: float
    said: str
    anchor: str
    name: str


@frozen
class Shape:
    """A line, a mark or a bar: its path, and its classes."""

    path: str
    name: str


@frozen
class Chart:
    """One picture: shapes, labels, the legend, and all of it in words.

    ``legend`` names the lines by class, if there are several; ``keys`` tell the marks that are
    used. ``rows`` are the series, for the places of their figures below the picture.
    """

    id: str
    title: str
    words: str
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]
    legend: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def size(self) -> str:
        """Return the drawing's size, as an SVG has it."""
        return f"0 0 {WIDTH} {HEIGHT}"


def charts(series: Sequence[Series], years: range, name: str) -> Iterator[Chart]:
    """Yield pictures: an indicator and its breakdowns share one, any other figure has its own.

    Args:
        series: The series.
        years: The years of all axes.
        name: What the pictures' ids begin with.

    """
    for number, panel in enumerate(panels(series), 1):
        yield _Drawing(panel, years).chart(f"{name}{number}")


class _Drawing:
    """The picture of one panel, as it is drawn."""

    def __init__(self, panel: Panel, years: range) -> None:
        self._panel = panel
        self._years = years
        self._shapes: list[Shape] = []
        self._texts: list[Text] = []
        self._used: set[str] = set()
        tops = [
            value
            for one in panel.series
            for point in one.points
            for value in (point.high, level(point), *_levels(point))
            if value is not None
        ]
        self._step = _step(max(tops, default=0))
        self._top = max(tops, default=0) or 1

    def chart(self, name: str) -> Chart:
        self._axes()
        highest = max(self._panel.series, key=_highest)
        for number, one in enumerate(self._panel.series):
            self._line(one, number, valued=one is highest)
        several = len(self._panel.series) > 1
        legend = [
            (f"s{number}", visible(one.label.partition(", ")[2] or "all"))
            for number, one in enumerate(self._panel.series)
            if several
        ]
        keys = tuple(told for mark, told in KEYS if mark in self._used)
        return Chart(
            name, visible(self._panel.title), visible(alt_text(self._panel.series)),
            tuple(self._shapes), tuple(self._texts), tuple(legend), keys, self._panel.series,
        )  # fmt: skip

    def _x(self, year: int) -> float:
        span = max(len(self._years) - 1, 1)
        inner = WIDTH - LEFT - RIGHT - 2 * ARROW
        return round(LEFT + ARROW + inner * (year - self._years[0]) / span, 1)

    def _y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / self._top, 1)

    def _axes(self) -> None:
        # All labels of an axis are shortened, or none.
        least = LONG / 10 if self._top >= LONG else LONG
        tick = 0.0
        while tick <= self._top:
            y = self._y(tick)
            self._shapes.append(Shape(f"M{LEFT} {y}H{WIDTH - RIGHT}", "grid"))
            suffix = " %" if self._panel.series[0].unit == "percent" else ""
            self._texts.append(Text(LEFT - 6, y + 3, short(tick, least) + suffix, "end", "tick"))
            tick += self._step
        every = -(-len(self._years) // LABELS)
        for year in self._years:
            if (self._years[-1] - year) % every == 0:
                self._texts.append(Text(self._x(year), HEIGHT - 8, str(year), "middle", "tick"))

    def _line(self, series: Series, number: int, *, valued: bool) -> None:
        for one, other in pairwise(series.points):
            if other.year - one.year == 1 and one.value is not None and other.value is not None:
                path = f"M{self._at(one)}L{self._at(other)}"
                self._shapes.append(Shape(path, f"line s{number}"))
        told = {p.year for p in _told(series.points)} if valued else set()
        for point in series.points:
            self._point(point, number)
            if point.year in told and (at := level(point)) is not None:
                high = point.high if point.value is None and point.high is not None else at
                up = OFF + ARROW * (_OPEN.get(point.approximation) == 1)
                said = visible(value_text(point))
                half = LETTER * len(said) / 2
                x = min(max(self._x(point.year), LEFT + half), WIDTH - half)
                self._texts.append(Text(x, self._y(high) - up, said, "middle", f"value s{number}"))

    def _at(self, point: Point) -> str:
        return f"{self._x(point.year)} {self._y(level(point) or 0)}"

    def _point(self, point: Point, number: int) -> None:
        at = level(point)
        if at is None:
            return
        x, y = self._x(point.year), self._y(at)
        if point.revised and (old := level(point.superseded[0])) is not None:
            self._use("struck", Text(x, self._y(min(old, at)) + 14, short(old), "middle", "struck"))
        for each in point.conflicts:
            if (other := level(each)) is not None:
                self._use("cross", Shape(_cross(x, self._y(other)), "cross"))
        if point.value is None and point.low is not None and point.high is not None:
            path = f"M{x} {self._y(point.low)}V{self._y(point.high)}"
            self._use("bar", Shape(path, f"range s{number}"))
            return
        hollow = "hollow" if point.approximation != "exact" else ""
        pale = "pale" if point.carried_over and not hollow else ""
        way = _OPEN.get(point.approximation)
        if way is not None:
            end = y - way * ARROW
            head = f"M{x} {y}V{end}M{x - 3} {end + way * 4}L{x} {end}L{x + 3} {end + way * 4}"
            self._use("up" if way > 0 else "down", Shape(head, f"arrow s{number}"))
        elif hollow:
            self._used.add("hollow")
        if pale:
            self._used.add("pale")
        if point.parts:
            self._used.add("sum")
        name = " ".join(filter(None, ("mark", f"s{number}", hollow, pale)))
        self._shapes.append(Shape(_mark(x, y, number), name))

    def _use(self, key: str, drawn: Shape | Text) -> None:
        self._used.add(key)
        if isinstance(drawn, Shape):
            self._shapes.append(drawn)
        else:
            self._texts.append(drawn)


def _step(top: float) -> float:
    """Return the step of the upright axis: whole, and so that there are few."""
    size = 1.0
    while True:
        for step in STEPS:
            if top <= step * size * MOST_TICKS and float(step * size).is_integer():
                return step * size
        size *= 10


def _levels(point: Point) -> Iterator[float | None]:
    """Yield at which heights the other figures of a year are drawn."""
    yield from map(level, (*point.superseded[:1], *point.conflicts))


def _highest(series: Series) -> float:
    return max(level(point) or 0 for point in series.points)


def _told(points: Sequence[Point]) -> list[Point]:
    if len(points) <= EVERY:
        return list(points)
    return [points[0], points[-1], max(points, key=lambda p: (level(p) or 0, -p.year))]


def _mark(x: float, y: float, number: int) -> str:
    """Return the outline of a point: each line of a picture has a shape of its own."""
    h = HALF
    return (
        f"M{x - h} {y}a{h} {h} 0 1 0 {2 * h} 0a{h} {h} 0 1 0 {-2 * h} 0Z",
        f"M{x - h} {y - h}h{2 * h}v{2 * h}h{-2 * h}Z",
        f"M{x} {y - h}L{x + h} {y + h}H{x - h}Z",
        f"M{x} {y - h - 1}L{x + h + 1} {y}L{x} {y + h + 1}L{x - h - 1} {y}Z",
    )[number]


def _cross(x: float, y: float) -> str:
    h = HALF - 1
    return f"M{x - h} {y - h}L{x + h} {y + h}M{x - h} {y + h}L{x + h} {y - h}"
