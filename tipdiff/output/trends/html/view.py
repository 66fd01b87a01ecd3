"""What the page of figures over the years shows, before the template lays it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from tipdiff.output.shared.safe import visible
from tipdiff.output.trends.html.charts import Chart, charts
from tipdiff.output.trends.text import FLAGS, NOTHING, SIGNS, grouped, nothing
from tipdiff.plots.picture import has_course
from tipdiff.series.figure_words import change, figure, named, sources, spoken

if TYPE_CHECKING:
    from tipdiff.output.results import Trends
    from tipdiff.series.records import Point, Reading, Series

__all__ = ["TrendsView", "view_of"]


@frozen
class PointCell:
    """A figure in the table: as it is shown, and as it is said; both empty for a gap."""

    shown: str
    said: str


@frozen
class SeriesRow:
    """One series: its cells by year, the change on the year before, and where each figure is."""

    id: str
    label: str
    cells: tuple[PointCell, ...]
    change: str
    places: tuple[str, ...]


@frozen
class SeriesGroup:
    """Series that belong together: the table of their figures, and the pictures."""

    id: str
    title: str
    years: tuple[int, ...]
    rows: tuple[SeriesRow, ...]
    charts: tuple[Chart, ...]


@frozen
class TrendsView:
    """All that the template needs; ``nothing`` is what it says where there is no group."""

    title: str
    editions: tuple[int | None, ...]
    sources: tuple[str, ...]
    levels: tuple[str, ...]
    groups: tuple[SeriesGroup, ...]
    legend: tuple[tuple[str, str], ...]
    nothing: str


def view_of(trends: Trends, view: str) -> TrendsView:
    """Return what the page shows of series; ``view`` is that of the options."""
    ids, levels = sources(trends.editions)
    return TrendsView(
        visible(f"{trends.country or '(country not known)'}: figures over the years"),
        tuple(edition.year for edition in trends.editions),
        tuple(map(visible, ids)),
        tuple(map(visible, levels)),
        tuple(_groups(trends.series, view)),
        tuple(_legend(trends.series)),
        nothing(view),
    )


def _groups(series: Sequence[Series], view: str) -> Iterator[SeriesGroup]:
    for number, (title, some, span) in enumerate(grouped(series, view), 1):
        name = f"g{number}"
        lasting = [one for one in some if has_course(one)]
        yield SeriesGroup(
            name,
            title,
            tuple(span),
            tuple(_row(one, span, f"{name}r{k}") for k, one in enumerate(some, 1)),
            tuple(charts(lasting, f"{name}c")),
        )


def _row(series: Series, years: range, number: str) -> SeriesRow:
    points = {point.year: point for point in series.points}
    told = change(series)
    if told and series.points[-1].year != years[-1]:
        told += f" in {series.points[-1].year}"
    return SeriesRow(
        number,
        visible(named(series)),
        tuple(_cell(points.get(year)) for year in years),
        visible(told),
        tuple(_places(series)),
    )


def _cell(point: Point | None) -> PointCell:
    if point is None:
        return PointCell(NOTHING, "nothing reported")
    flags = [(mark, told) for bears, mark, told in FLAGS if bears(point)]
    return PointCell(
        visible(figure(point)) + "".join(mark for mark, _ in flags),
        ", ".join((visible(spoken(point)), *(told for _, told in flags))),
    )


def _places(series: Series) -> Iterator[str]:
    """Yield each figure with the statement it is from, and what else was said of its year."""
    for point in series.points:
        told = f"{point.year}: {_placed(point)}"
        if point.superseded:
            told += f"; before: {', '.join(map(_placed, point.superseded))}"
        if point.conflicts:
            told += f"; also: {', '.join(map(_placed, point.conflicts))}"
        yield visible(told)


def _placed(reading: Point | Reading) -> str:
    return f"{spoken(reading)} [{reading.statement}]"


def _legend(series: Sequence[Series]) -> Iterator[tuple[str, str]]:
    """Yield the marks that are used in the tables, and what they mean."""
    points = [point for one in series for point in one.points]
    shown = {point.approximation for point in points}
    yield NOTHING, "nothing reported"
    yield from ((mark, told) for mark, told in SIGNS if told in shown)
    yield from ((mark, told) for bears, mark, told in FLAGS if any(map(bears, points)))
