"""Pictures of figures that stand in a page: small SVGs that take the page's own colours.

The pictures of :mod:`tipdiff.plots` are for files: they bring styles of their own, which the policy
of a page forbids, and white paper, which a dark page has not. What they say is the same, and so are
the marks: a line joins years that follow one another; about is hollow, an open side has an arrow, a
range is a bar, part of a year is half a point; what was revised is grey and struck out, at its own
height, and another figure of the same report a grey cross with its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from tipdiff.output.shared.safe import visible
from tipdiff.plots.marks import KEYS, LONG, OPEN, are_joined, short, value_text
from tipdiff.plots.panels import line_name, panels
from tipdiff.plots.picture import alt_text
from tipdiff.plots.places import Box, Places
from tipdiff.plots.scale import extent, is_whole, ticks
from tipdiff.series.figure_words import level

if TYPE_CHECKING:
    from tipdiff.plots.panels import Panel
    from tipdiff.series.records import Point, Series

__all__ = ["Chart", "charts"]

#: The drawing's size, and the room around what is drawn, in its own units.
WIDTH: Final = 340
HEIGHT: Final = 190
LEFT: Final = 42
RIGHT: Final = 16
TOP: Final = 34
BOTTOM: Final = 26
#: Length of an open side's arrow, how far a label stands off its point, and half a mark's size.
ARROW: Final = 14
OFF: Final = 7
HALF: Final = 4
#: A letter of a value is about so wide and so high, and its middle so far above where it stands.
LETTER: Final = 7.2
HIGH: Final = 11
MIDDLE: Final = 3.6
#: Points that all bear their value; of more only the first, the last and the highest do.
EVERY: Final = 8
#: Labels of years that have room beside each other.
LABELS: Final = 8


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


def charts(series: Sequence[Series], name: str) -> Iterator[Chart]:
    """Yield pictures: an indicator and its breakdowns share one, any other figure has its own.

    Args:
        series: The series.
        name: What the pictures' ids begin with.

    """
    for number, panel in enumerate(panels(series), 1):
        yield _Drawing(panel).chart(f"{name}{number}")


class _Drawing:
    """The picture of one panel, as it is drawn: its years are those of its figures."""

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        known = [point.year for one in panel.series for point in one.points]
        self._years = range(min(known), max(known) + 1)
        self._shapes: list[Shape] = []
        self._texts: list[Text] = []
        self._used: set[str] = set()
        self._places = Places(Box(LEFT, 0, WIDTH, HEIGHT - BOTTOM))
        self._low, self._high = extent(panel.series)

    def chart(self, name: str) -> Chart:
        self._axes()
        highest = max(self._panel.series, key=_highest)
        for number, one in enumerate(self._panel.series):
            self._line(one, number)
        for number, one in enumerate(self._panel.series):
            if one is highest:
                self._values(one, number)
        for one in self._panel.series:
            self._doubts(one)
        several = len(self._panel.series) > 1
        legend = [
            (f"s{number}", visible(line_name(one, self._panel)))
            for number, one in enumerate(self._panel.series)
            if several
        ]
        keys = tuple(told for mark, told in KEYS if mark in self._used)
        return Chart(
            name, visible(self._panel.title + self._panel.unit),
            visible(alt_text(self._panel.series)), tuple(self._shapes), tuple(self._texts),
            tuple(legend), keys, self._panel.series,
        )  # fmt: skip

    def _x(self, year: int) -> float:
        span = max(len(self._years) - 1, 1)
        inner = WIDTH - LEFT - RIGHT - 2 * ARROW
        return round(LEFT + ARROW + inner * (year - self._years[0]) / span, 1)

    def _y(self, value: float) -> float:
        span = self._high - self._low or 1
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - self._low) / span, 1)

    def _axes(self) -> None:
        # All labels of an axis are shortened, or none.
        least = LONG / 10 if max(self._high, -self._low) >= LONG else LONG
        suffix = " %" if self._panel.series[0].unit == "percent" else ""
        for tick in ticks(self._low, self._high, whole=is_whole(self._panel.series)):
            y = self._y(tick)
            self._shapes.append(Shape(f"M{LEFT} {y}H{WIDTH - RIGHT}", "grid"))
            self._texts.append(Text(LEFT - 6, y + 3, short(tick, least) + suffix, "end", "tick"))
        every = -(-len(self._years) // LABELS)
        for year in self._years:
            if (self._years[-1] - year) % every == 0:
                self._texts.append(Text(self._x(year), HEIGHT - 8, str(year), "middle", "tick"))

    def _line(self, series: Series, number: int) -> None:
        for one, other in pairwise(series.points):
            if are_joined(one, other):
                is_open = not {one.approximation, other.approximation}.isdisjoint(OPEN)
                path = f"M{self._at(one)}L{self._at(other)}"
                self._shapes.append(Shape(path, f"line s{number}" + " open" * is_open))
                ends = (self._x(p.year) for p in (one, other)), map(self._height, (one, other))
                (x, to_x), (y, to_y) = ends
                self._places.strokes.append((x, y, to_x, to_y))
                self._used |= {"dashed"} if is_open else set()
        for point in series.points:
            self._point(point, number)

    def _height(self, point: Point) -> float:
        return self._y(level(point) or 0)

    def _at(self, point: Point) -> str:
        return f"{self._x(point.year)} {self._height(point)}"

    def _point(self, point: Point, number: int) -> None:
        at = level(point)
        if at is None:
            return
        x, y = self._x(point.year), self._y(at)
        for each in point.conflicts:
            if (other := level(each)) is not None:
                self._use("cross", Shape(_cross(x, self._y(other)), "cross"))
                self._places.boxes.append(Box.around(x, self._y(other), 2 * HALF, 2 * HALF))
        if point.partial:
            self._used.add("half")
        if point.parts:
            self._used.add("sum")
        if point.value is None and point.low is not None and point.high is not None:
            low, high = self._y(point.low), self._y(point.high)
            self._use("bar", Shape(f"M{x} {low}V{high}", f"range s{number}"))
            self._places.boxes.append(Box(x - HALF, high, x + HALF, low))
            return
        self._places.boxes.append(Box.around(x, y, 2 * HALF, 2 * HALF))
        hollow = "hollow" if point.approximation != "exact" or point.partial else ""
        pale = "pale" if point.carried_over and not hollow else ""
        way = OPEN.get(point.approximation)
        if way is not None:
            end = y - way * ARROW
            head = f"M{x} {y}V{end}M{x - 3} {end + way * 4}L{x} {end}L{x + 3} {end + way * 4}"
            self._use("up" if way > 0 else "down", Shape(head, f"arrow s{number}"))
            self._places.boxes.append(Box.around(x, y - way * ARROW / 2, HALF, ARROW))
        elif point.approximation != "exact":
            self._used.add("hollow")
        if pale:
            self._used.add("pale")
        name = " ".join(filter(None, ("mark", f"s{number}", hollow, pale)))
        self._shapes.append(Shape(_mark(x, y, number), name))
        if point.partial:
            h = HALF - 1
            path = f"M{x} {y - h}a{h} {h} 0 0 0 0 {2 * h}Z"
            self._shapes.append(Shape(path, f"half s{number}"))

    def _values(self, series: Series, number: int) -> None:
        """Write the values of the line on top, each where it is freest, above its point first."""
        for point in _told(series.points):
            at = level(point)
            if at is None:
                continue
            ends = (at, at) if point.value is not None else (point.low or at, point.high or at)
            way = OPEN.get(point.approximation)
            up = self._y(at) - self._y(ends[1]) + ARROW * (way == 1) + OFF + HIGH / 2
            down = self._y(ends[0]) - self._y(at) + ARROW * (way == -1) + OFF + HIGH / 2
            said = visible(value_text(point))
            aside, beside = LETTER * len(said) / 2, LETTER * len(said) / 2 + OFF
            self._write(
                (point.year, at), said, f"value s{number}",
                ((0, -up), (-aside, -up), (aside, -up), (0, down), (beside, 0), (-beside, 0)),
            )  # fmt: skip

    def _doubts(self, series: Series) -> None:
        """Write what earlier reports had, struck out at its height, and what conflicts."""
        for point in series.points:
            for each in point.conflicts:
                if (other := level(each)) is not None:
                    said = visible(value_text(each))
                    wide, high = LETTER * len(said) / 2 + OFF, HIGH / 2 + OFF
                    beside = ((wide, 0), (-wide, 0), (0, -high), (0, high))
                    self._write((point.year, other), said, "doubt", beside)
            if point.revised and (old := level(point.superseded[0])) is not None:
                said = visible(value_text(point.superseded[0]))
                wide = LETTER * len(said) / 2
                sides = (
                    (0, 0),
                    *((sign * (wide + far), 0) for far in (OFF, 12) for sign in (1, -1)),
                )
                self._write((point.year, old), said, "struck", sides)
                self._used.add("struck")

    def _write(
        self,
        at: tuple[int, float],
        said: str,
        name: str,
        shifts: Sequence[tuple[float, float]],
    ) -> None:
        """Write a label where it is freest, and inside the drawing."""
        half = LETTER * len(said) / 2
        places = [
            (
                min(max(self._x(at[0]) + right, LEFT + half), WIDTH - half - 1),
                max(self._y(at[1]) + down, HIGH / 2),
            )
            for right, down in shifts
        ]
        boxes = [Box.around(*place, 2 * half, HIGH) for place in places]
        x, y = places[self._places.choose(boxes)]
        self._texts.append(Text(round(x, 1), round(y + MIDDLE, 1), said, "middle", name))

    def _use(self, key: str, drawn: Shape) -> None:
        self._used.add(key)
        self._shapes.append(drawn)


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
