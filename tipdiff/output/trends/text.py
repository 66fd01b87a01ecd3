"""Figures over the years as a table: years across, a sparkline, the change on the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.output.shared.columns import filled, label_lines, width_of
from tipdiff.output.shared.safe import visible
from tipdiff.output.shared.terminal import Page
from tipdiff.series.figure_words import change, figure, level, named, sources

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Trends
    from tipdiff.records import Note
    from tipdiff.series.records import Point, Reading, Series

__all__ = ["FLAGS", "NOTHING", "SIGNS", "grouped", "nothing", "sparkline", "trends_text"]

#: What stands for a year of which nothing was reported.
NOTHING: Final = "·"
_BARS: Final = "▁▂▃▄▅▆▇█"
#: Widest column of labels, and how much of a line it may take; a longer label has further lines.
WIDEST: Final = 46
LABELS: Final = 0.42
NARROWEST: Final = 20
#: What is said where there is no series, by the view.
NONE: Final = {
    "moved": "No figure of the newest report differs from the year before.",
    "revised": "No figure was revised by a later report.",
    "": "No figure of a known indicator, and none that stands in three editions.",
}
#: Space between columns.
GAP: Final = 2

#: The marks behind a figure: which points bear it, the mark, what it means.
FLAGS: Final[tuple[tuple[Callable[[Point], bool], str, str], ...]] = (
    (lambda p: p.revised, "r", "revised by a later report"),
    (lambda p: bool(p.conflicts), "!", "the same report also gives another figure"),
    (lambda p: bool(p.parts), "Σ", "summed from a complete list"),
    (lambda p: p.carried_over, "=", "repeated word for word without a year: may be an old figure"),
    (lambda p: p.partial, "p", "of a stated part of the year only"),
)
#: The marks before one, and what they mean.
SIGNS: Final = (
    ("○", "about"),
    (">", "over"),
    ("<", "under"),
    ("≥", "at least"),
    ("≤", "at most"),
)


def trends_text(trends: Trends, options: Options) -> str:
    """Return series as a table for a terminal.

    Args:
        trends: The series of one country, from the same editions.
        options: Width and styles.

    """
    series, country, editions = trends.series, trends.country, trends.editions
    page = Page(options)
    page.line(("head", f"{country or '(country not known)'}: figures over the years"))
    told = ", ".join("?" if e.year is None else str(e.year) for e in editions)
    page.line(f"{len(editions)} edition{'s' * (len(editions) != 1)}: {told or 'none'}", indent=2)
    page.rule()
    if not series:
        page.line(nothing(options.view), indent=2)
    else:
        for title, group, span in grouped(series, options.view):
            page.line(("head", title))
            for line in _table(group, span, options.width):
                page.raw(line)
            page.rule()
        _legend(page, series)
        _notes(page, series, trends.notes)
    ids, levels = sources(editions)
    page.line(("dim", f"sources: {', '.join(ids) or 'none'}"), indent=2, hang=4)
    page.line(("dim", f"classification: {'; '.join(levels) or 'not marked'}"), indent=2, hang=4)
    return page.text()


def nothing(view: str) -> str:
    """Return what is said where a view has no series."""
    return NONE.get(view, NONE[""])


def grouped(series: Sequence[Series], view: str) -> Iterator[tuple[str, list[Series], range]]:
    """Yield series that stand in one table, under their title, with the years of the table.

    The indicators stand apart from all else, but in a view whose order tells something.
    """
    named_ones = [one for one in series if one.indicator is not None]
    loose = [one for one in series if one.indicator is None]
    groups = (
        [("What moved most", list(series))]
        if view == "moved"
        else [("Indicators", named_ones), ("Other figures, followed by their statements", loose)]
    )
    for title, group in groups:
        if years := [point.year for one in group for point in one.points]:
            yield title, group, range(min(years), max(years) + 1)


def sparkline(series: Series, years: Sequence[int]) -> str:
    """Return the run of a series in bars from zero up; a space where nothing was reported."""
    levels = {point.year: level(point) or 0 for point in series.points}
    if len(levels) < 2:
        return ""
    top = max(levels.values())
    steps = len(_BARS) - 1
    return "".join(
        _BARS[round(max(levels[year], 0) / top * steps) if top > 0 else 0]
        if year in levels
        else " "
        for year in years
    )


def _table(series: Sequence[Series], span: range, width: int) -> Iterator[str]:
    """Yield the lines of a table; years that do not fit stand in further blocks."""
    widest = min(WIDEST, max(round(width * LABELS), NARROWEST))
    labels = [label_lines(visible(named(one)), widest) for one in series]
    cells = [_cells(one, span) for one in series]
    sizes = [max(len(str(year)), *(len(row[k]) for row in cells)) for k, year in enumerate(span)]
    first = max(width_of(line) for label in labels for line in label)
    ends = [(sparkline(one, span), _change(one, span)) for one in series]
    tail = max(len(spark) for spark, _ in ends) + GAP + max(len(told) for _, told in ends) + GAP
    blocks = list(_blocks(sizes, max(width - first, 1), tail))
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1
        if number:
            yield ""
        head = "".join(str(span[k]).rjust(sizes[k] + GAP) for k in block)
        yield " " * (first + 2) + head + (_last_head(ends, span) if last else "")
        for (label, *more), row, end in zip(labels, cells, ends, strict=True):
            line = (
                "  " + filled(label, first) + "".join(row[k].rjust(sizes[k] + GAP) for k in block)
            )
            if last:
                line += "  " + end[0].ljust(max(len(spark) for spark, _ in ends)) + "  " + end[1]
            yield line.rstrip()
            yield from (f"  {each}" for each in more)


def _change(series: Series, span: range) -> str:
    """Return the change on the year before, with the year unless it is the table's last."""
    told, year = change(series), series.points[-1].year
    return told if not told or year == span[-1] else f"{told} in {year}"


def _last_head(ends: Sequence[tuple[str, str]], span: range) -> str:
    wide = max(len(spark) for spark, _ in ends)
    if not any(told for _, told in ends):
        return ""
    return " " * (GAP + wide + GAP) + ("on the year before" if len(span) > 1 else "")


def _blocks(sizes: Sequence[int], room: int, tail: int) -> Iterator[list[int]]:
    """Yield the columns of each block of years: as many as fit, the last with what follows them."""
    block: list[int] = []
    used = GAP
    for k, size in enumerate(sizes):
        needed = size + GAP + (tail if k == len(sizes) - 1 else 0)
        if block and used + needed > room:
            yield block
            block, used = [], GAP
        block.append(k)
        used += size + GAP
    yield block


def _cells(series: Series, span: range) -> list[str]:
    by_year = {point.year: point for point in series.points}
    return [_cell(by_year[year]) if year in by_year else NOTHING for year in span]


def _cell(point: Point) -> str:
    return figure(point) + "".join(mark for holds, mark, _ in FLAGS if holds(point))


def _legend(page: Page, series: Sequence[Series]) -> None:
    """Say what the marks mean that were used."""
    points = [point for one in series for point in one.points]
    used = "".join(map(figure, points))
    told = [f"{sign} {meaning}" for sign, meaning in SIGNS if sign in used]
    told += [f"{mark} {meaning}" for holds, mark, meaning in FLAGS if any(map(holds, points))]
    page.line(("dim", "; ".join([f"{NOTHING} nothing reported", *told])), indent=2)
    page.rule()


def _notes(page: Page, series: Sequence[Series], notes: Sequence[Note]) -> None:
    """Tell what was revised, and where a report disagrees with itself, each with its place."""
    revised = [(one, point) for one in series for point in one.points if point.revised]
    disputed = [(one, point) for one in series for point in one.points if point.conflicts]
    if revised:
        page.line(("head", "Revised"))
        for one, point in revised:
            old = ", ".join(_placed(reading) for reading in point.superseded)
            page.line(
                f"{named(one)}, {point.year}: {_placed(point)}, before {old}", indent=2, hang=4
            )
        page.rule()
    if disputed or notes:
        page.line(("head", "Not the same within one report"))
        for one, point in disputed:
            other = ", ".join(_placed(reading) for reading in point.conflicts)
            page.line(
                f"{named(one)}, {point.year}: {_placed(point)}, but {other}", indent=2, hang=4
            )
        for note in notes:
            page.line(visible(note.message), indent=2, hang=4)
        page.rule()


def _placed(reading: Point | Reading) -> str:
    return f"{figure(reading)} [{reading.statement}]"
