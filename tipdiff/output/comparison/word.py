"""A comparison as a Word document: the brief, the figures, then and now by question."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from tipdiff.claims.told import told
from tipdiff.output.comparison.figures import figure_rows, where_told
from tipdiff.output.comparison.finding_words import place_of
from tipdiff.output.comparison.folding import (
    Exchange,
    Folded,
    Stretch,
    condensed,
    links_of,
    told_before,
)
from tipdiff.output.comparison.grids import Grid, GridCell, told_rows
from tipdiff.output.comparison.head import titled, totals
from tipdiff.output.comparison.outline import outline
from tipdiff.output.comparison.room import beside, near, quoted, tells
from tipdiff.output.shared.citations import cited, heading, joined, labelled, places, sourced
from tipdiff.output.shared.word import BREAK, Run, WordPage
from tipdiff.output.shared.word_diff import marked_inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tipdiff.output.comparison.figures import FigureRow
    from tipdiff.output.options import Options
    from tipdiff.records import Change, Comparison

__all__ = ["comparison_word"]

#: Widths of the columns of the table of figures, in centimetres of the 17 that a page has.
WIDTHS: Final = (5.6, 2.8, 2.8, 2.8, 3.0)


def comparison_word(comparison: Comparison, options: Options) -> bytes:
    """Return a comparison as a Word document.

    Args:
        comparison: A comparison.
        options: Whether nothing is folded (``all``), and whether only the findings (``brief``) or
            the figures are told; width and styles mean nothing here.

    Returns:
        The bytes of a DOCX file, the same for the same comparison.

    Raises:
        TipdiffError: python-docx is not installed.

    """
    old, new = comparison.old, comparison.new
    levels = dict.fromkeys(c.classification or "not marked" for e in (old, new) for c in e.cables)
    page = WordPage(titled(old, new), "; ".join(levels))
    _head(page, comparison)
    if not options.figures:
        _findings(page, comparison)
    if not options.brief:
        _figures(page, comparison)
    if not (options.brief or options.figures):
        _notes(page, comparison)
        _body(page, comparison, options)
    return page.data()


def _head(page: WordPage, comparison: Comparison) -> None:
    for warning in comparison.warnings:
        page.line(("bold", "Warning: "), warning)
    page.line(totals(comparison))
    for which, edition in (("Old", comparison.old), ("New", comparison.new)):
        covers = "" if edition.covers is None else f", covers {edition.covers}"
        cables = "; ".join(sourced(cable) for cable in edition.cables)
        page.line(("soft", f"{which}: edition {edition.year or '?'}{covers}: {cables}"))


def _findings(page: WordPage, comparison: Comparison) -> None:
    if not comparison.findings:
        return
    page.heading("Findings", 1)
    for finding in comparison.findings:
        place = ("soft", f"[{place_of(comparison, finding)}]")
        lines = [(BREAK, line) for line in finding.text.splitlines()]
        told = [run for line in lines for run in line][1:]
        page.line(("bold", f"{finding.kind}: "), *told, BREAK, place, style="List Number")


def _figures(page: WordPage, comparison: Comparison) -> None:
    rows = figure_rows(comparison)
    if not rows:
        return
    page.heading("Figures", 1)
    page.table(
        ["What", "Then", "Now", "Change", "Where"],
        (
            [
                [[row.told]],
                [[row.dated_before]],
                [[row.dated_after]],
                [[row.became]],
                [[("soft", _where(comparison, row))]],
            ]
            for row in rows
        ),
        right=(1, 2, 3),
        widths=WIDTHS,
    )


def _where(comparison: Comparison, row: FigureRow) -> str:
    """Return where a figure stands, by the number alone where an edition is one cable."""
    sides = ((row.old, comparison.old), (row.new, comparison.new))
    short = {id(s): len(edition.cables) == 1 for s, edition in sides if s is not None}
    return where_told(row, lambda s, named: cited([s], short=short[id(s)] and not named))


def _notes(page: WordPage, comparison: Comparison) -> None:
    if not comparison.notes:
        return
    page.heading("Notes", 1)
    for note in comparison.notes:
        page.line(note.message, style="List Bullet")


def _body(page: WordPage, comparison: Comparison, options: Options) -> None:
    page.heading("Then and now", 1)
    for group in outline(comparison):
        origin = f" ({group.origin})" if group.origin else ""
        page.heading(f"{heading(group.section)}{origin}", 2)
        for item in condensed(comparison, group, options):
            if isinstance(item, Folded):
                page.line(("soft", "; ".join(words for _, words in item.told())))
            elif isinstance(item, Exchange):
                _exchange(page, comparison, item, options)
            elif isinstance(item, Grid):
                _grid(page, item)
            else:
                _change(page, comparison, item, options)


def _change(page: WordPage, comparison: Comparison, change: Change, options: Options) -> None:
    page.line(("bold", labelled(change)), ("soft", f"  {places(change)}"), keep=True)
    for runs in _texts(change, options):
        page.line(*runs)
    for claim in change.claims:
        if change.status == "changed" and tells(claim):
            page.line(told(claim), style="List Bullet")
    _links(page, comparison, [change])


def _links(page: WordPage, comparison: Comparison, changes: Sequence[Change]) -> None:
    """Tell the figures of some statements that stood in other words before."""
    for link in links_of(comparison, changes):
        page.line(f"{told(link)} ({told_before(link)})", style="List Bullet")


def _texts(change: Change, options: Options) -> Iterator[Sequence[Run | str]]:
    if change.status != "changed":
        yield [joined(change.new or change.old)]
        return
    old, new = joined(change.old), joined(change.new)
    pieces = marked_inside(old, new)
    if pieces is not None:
        yield pieces if options.all else near(change, pieces)
        return
    if not options.all:
        old, new = beside(change, old, new)
    # A line through the whole of a statement could not be read.
    yield [("soft", "was: "), old]
    yield [("soft", "now: "), new]


def _exchange(page: WordPage, comparison: Comparison, exchange: Exchange, options: Options) -> None:
    """Show what went beside what came, as a table if there is both."""
    if exchange.old and exchange.new:
        rows = (
            [list(_stretch(side, options)) if side else [] for side in sides]
            for sides in zip_longest(exchange.old, exchange.new)
        )
        page.table(["Then", "Now"], rows)
    else:
        for stretch in (*exchange.old, *exchange.new):
            for runs in _stretch(stretch, options):
                page.line(*runs)
    _links(page, comparison, [c for s in (*exchange.old, *exchange.new) for c in s.changes])


def _stretch(stretch: Stretch, options: Options) -> Iterator[Sequence[Run | str]]:
    """Yield a paragraph for each statement of a run that is shown, the first with the count."""
    for label, place, text in quoted(stretch, options):
        yield [("bold", f"{label} "), ("soft", f"{place}  "), text]


def _grid(page: WordPage, grid: Grid) -> None:
    """Show the rows of a table as a table."""
    page.line(
        ("bold", f"Table {grid.title}".strip()),
        ("soft", f": {told_rows(grid)}  {' → '.join(grid.places)}"),
        keep=True,
    )
    columns = [cell.new or cell.old for cell in grid.columns]
    rows: list[Sequence[Sequence[Sequence[Run | str]]]] = []
    for row in grid.rows:
        group = f"{row.group}: " if row.group else ""
        status = "" if row.status == "unchanged" else row.status
        cells: list[list[Run | str]] = [[group, *_words(row.name)], *map(_words, row.cells)]
        cells.append([status])
        rows.append([[cell] for cell in cells])
    right = tuple(range(1, len(columns) + 1))
    page.table([grid.stub, *columns, ""], rows, right=right)


def _words(cell: GridCell) -> list[Run | str]:
    """Return a cell then and now, marked."""
    if cell.kind == "same":
        return [cell.new]
    went: list[Run | str] = [("old", cell.old)] if cell.old else []
    came: list[Run | str] = [("new", cell.new)] if cell.new else []
    return [*went, " ", *came] if went and came else [*went, *came]
