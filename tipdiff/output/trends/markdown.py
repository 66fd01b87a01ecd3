"""Figures over the years as Markdown: a table for the indicators, one for the other figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tipdiff.output.shared.markdown import inner, line
from tipdiff.output.trends.text import FLAGS, NOTHING, SIGNS, grouped, nothing
from tipdiff.series.figure_words import change, figure, named, sources

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Trends
    from tipdiff.series.records import Point, Series

__all__ = ["trends_markdown"]


def trends_markdown(trends: Trends, options: Options) -> str:
    """Return series as Markdown tables, years across, with the marks of the text output.

    Args:
        trends: The series of one country, from the same editions.
        options: The view.

    """
    return "\n".join([*_lines(trends, options)]) + "\n"


def _lines(trends: Trends, options: Options) -> Iterator[str]:
    yield f"# {line(trends.country or '(country not known)')}: figures over the years"
    yield ""
    for title, group, span in grouped(trends.series, options.view):
        yield f"## {title}"
        yield ""
        yield f"| figure | {' | '.join(map(str, span))} | on the year before |"
        yield f"|---|{'--:|' * len(span)}--:|"
        for one in group:
            known = {point.year: point for point in one.points}
            cells = (_cell(known.get(year)) for year in span)
            yield f"| {inner(named(one)).strip()} | {' | '.join(cells)} | {inner(change(one))} |"
        yield ""
    if trends.series:
        yield from _marks(trends.series)
    else:
        yield line(nothing(options.view))
    if trends.notes:
        yield ""
        yield "## Not the same within one report"
        yield ""
        yield from (f"- {line(note.message)}" for note in trends.notes)
    yield ""
    ids, levels = sources(trends.editions)
    told = "; ".join(levels) or "not marked"
    yield line(f"Sources: {', '.join(ids) or 'none'}. Classification: {told}.")


def _marks(series: Sequence[Series]) -> Iterator[str]:
    """Yield what the marks mean that were used."""
    points = [point for one in series for point in one.points]
    told = {point.approximation for point in points}
    marks = [f"{NOTHING} nothing reported"]
    marks += [f"{mark} {means}" for mark, means in SIGNS if means in told]
    marks += [f"{mark} {means}" for bears, mark, means in FLAGS if any(map(bears, points))]
    yield line("; ".join(marks))


def _cell(point: Point | None) -> str:
    if point is None:
        return NOTHING
    return inner(figure(point) + "".join(mark for bears, mark, _ in FLAGS if bears(point)))
