"""A comparison as text: what to look at first, then every change by section of the new report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.claims.told import named, step
from tipdiff.output.comparison.explained import explained
from tipdiff.output.comparison.figures import FigureRow, figure_rows, where_told
from tipdiff.output.comparison.folding import (
    Exchange,
    Folded,
    Stretch,
    condensed,
    links_of,
    told_before,
)
from tipdiff.output.comparison.grids import Grid, GridCell, told_rows
from tipdiff.output.comparison.head import write_findings, write_head, write_notes, write_totals
from tipdiff.output.comparison.outline import outline
from tipdiff.output.comparison.room import beside, near, quoted, tells
from tipdiff.output.shared.citations import cited, heading_after, headings, joined, labelled
from tipdiff.output.shared.columns import width_of
from tipdiff.output.shared.excerpts import cut
from tipdiff.output.shared.terminal import Page, Run
from tipdiff.output.shared.text_tables import write_rows
from tipdiff.output.shared.word_diff import Piece, marked_inside, marked_sides

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, ClaimChange, Comparison, Section

__all__ = ["comparison_text"]

#: Columns that the mark of a change takes, and that what belongs to it is indented by.
INDENT: Final = 2
TEXT: Final = 4
#: The fewest columns that what is counted has in a table of figures.
LEAST: Final = 24
#: Columns from which what went and what came have room beside each other.
BESIDE: Final = 72


def comparison_text(comparison: Comparison, options: Options) -> str:
    """Return a comparison as text for a terminal, a mail or a file.

    Args:
        comparison: A comparison.
        options: Width, styles, whether unchanged text is shown in full, and whether evidence is.

    Returns:
        The text. Marks: ``+`` new, ``-`` dropped, ``~`` changed, ``>`` moved word for word, ``=``
        unchanged. Nothing in it acts on a terminal but the styles, if they are asked for.

    """
    page = Page(options)
    write_head(page, comparison)
    write_totals(page, comparison)
    page.rule()
    if options.figures:
        _write_figures(page, comparison, options)
        return page.text()
    write_findings(page, comparison)
    if options.brief:
        return page.text()
    write_notes(page, comparison)
    _Body(page, comparison, options).write()
    return page.text()


def _write_figures(page: Page, comparison: Comparison, options: Options) -> None:
    """Write the figures then and now: what they count, both values, by how much, and where."""
    rows = figure_rows(comparison)
    page.line(("head", "Figures"))
    if not rows:
        page.line("None is told of an indicator, and none moved.", indent=INDENT)
        return
    years = ["old", "new"]
    if comparison.old.year != comparison.new.year:
        sides = (comparison.old, comparison.new)
        years = [str(e.year or y) for e, y in zip(sides, years, strict=True)]
    head = ["what", *years, "change", "where"]
    cells = [[row.dated_before, row.dated_after, row.became, _where(row)] for row in rows]
    taken = sum(2 + max(map(width_of, column)) for column in zip(head[1:], *cells, strict=True))
    room = max(options.width - INDENT - taken, LEAST)
    named = [cut(row.told, room - 2) for row in rows]
    shown = [[name, *row] for name, row in zip(named, cells, strict=True)]
    write_rows(page, head, shown, indent=INDENT, left=1)


def _where(row: FigureRow) -> str:
    """Return where the figure stands, then and now."""
    return where_told(row, lambda statement, named: cited([statement], short=not named))


class _Body:
    """The changes in the order of the new report, under its headings."""

    def __init__(self, page: Page, comparison: Comparison, options: Options) -> None:
        self._page = page
        self._comparison = comparison
        self._options = options
        # An edition of one cable needs no name of it before each number, unless all is wanted.
        self._short = {
            which: len(edition.cables) == 1 and not options.all
            for which, edition in (("old", comparison.old), ("new", comparison.new))
        }

    def write(self) -> None:
        quiet: list[Section] = []
        counts = Folded()
        above: Section | None = None
        for group in outline(self._comparison):
            items = list(condensed(self._comparison, group, self._options))
            told = [item for item in items if isinstance(item, Folded)]
            if len(told) == len(items):
                quiet.append(group.section)
                counts = sum(told, counts)
                continue
            self._quiet(quiet, counts)
            quiet, counts = [], Folded()
            self._page.rule()
            origin = ("dim", f"  ({group.origin})" if group.origin else "")
            self._page.line(("head", heading_after(group.section, above)), origin, hang=2)
            above = group.section
            for item in items:
                if isinstance(item, Folded):
                    self._tell(item)
                elif isinstance(item, Exchange):
                    self._exchange(item)
                elif isinstance(item, Grid):
                    self._tabulate(item)
                else:
                    self._write(item)
        self._quiet(quiet, counts)

    def _quiet(self, sections: Sequence[Section], counts: Folded) -> None:
        """Tell of sections one behind the other in which nothing is worth showing."""
        if sections:
            self._page.rule()
            told = ", ".join(words for _, words in counts.told())
            self._page.line(headings(sections), ("=", f"  = {told}"), hang=2)

    def _places(self, change: Change) -> str:
        """Return where a change stands, then and now."""
        sides = (("old", change.old), ("new", change.new))
        return " → ".join(cited(side, short=self._short[w]) for w, side in sides if side)

    def _tell(self, folded: Folded) -> None:
        """Tell how much is not shown."""
        counts = dict(folded.told())
        apart = counts.pop("apart", None)
        if counts:
            self._page.line(("=", f"= {', '.join(counts.values())}"), indent=INDENT, hang=TEXT)
        if apart:
            self._page.line(("=", f"? {apart}"), indent=INDENT, hang=TEXT)

    def _exchange(self, exchange: Exchange) -> None:
        """Show what went beside what came; where one side has no more, or no room, below it."""
        old, new = list(exchange.old), list(exchange.new)
        if self._options.width >= BESIDE and not self._options.explain:
            pairs = list(zip(old, new, strict=False))
            for before, after in pairs:
                self._page.columns(self._stretch(before), self._stretch(after), indent=TEXT)
            old, new = old[len(pairs) :], new[len(pairs) :]
            self._links([change for pair in pairs for each in pair for change in each.changes])
        for stretch in (*old, *new):
            self._page.line(*self._stretch(stretch), indent=INDENT, hang=TEXT)
            self._links(stretch.changes)
            if self._options.explain:
                for change in stretch.changes:
                    for line in explained(change):
                        self._page.line(("dim", line), indent=TEXT, hang=TEXT + 2)

    def _stretch(self, stretch: Stretch) -> Iterator[Run | str]:
        """Yield statements that came or went one after another, the rest as a count."""
        mark = _mark(stretch.changes[0])
        short = self._short["new" if stretch.status == "new" else "old"]
        for number, (label, place, text) in enumerate(quoted(stretch, self._options, short=short)):
            if number:
                yield " "
            else:
                yield (mark, f"{mark} {label}")
                yield "  "
            yield ("dim", place)
            yield f"  {text}"

    def _links(self, changes: Sequence[Change]) -> None:
        """Tell the figures of some statements that stood in other words before."""
        for link in links_of(self._comparison, changes):
            before = f" ({told_before(link)})"
            self._page.line("figure: ", *_figure(link), ("dim", before), indent=TEXT, hang=TEXT + 2)

    def _write(self, change: Change) -> None:
        mark = _mark(change)
        places = self._places(change)
        if "moved" in change.traits and change.old:
            places += f", {_stood(change)}"
        self._page.line(
            (mark, f"{mark} "), labelled(change), "  ", ("dim", places), indent=INDENT, hang=TEXT
        )
        self._texts(change)
        for claim in change.claims:
            if change.status == "changed" and tells(claim):
                self._page.line("figure: ", *_figure(claim), indent=TEXT, hang=TEXT + 2)
        self._links([change])
        if self._options.explain:
            for line in explained(change, full=self._options.evidence):
                self._page.line(("dim", line), indent=TEXT, hang=TEXT + 2)

    def _tabulate(self, grid: Grid) -> None:
        """Show the rows of a table as a table: what went in ``[- -]``, what came in ``{+ +}``."""
        differs = any(row.status != "unchanged" for row in grid.rows)
        mark = "~" if differs else "="
        title = f" {grid.title}" if grid.title else ""
        places = " → ".join(grid.places)
        self._page.line(
            (mark, f"{mark} "), f"table{title}: {told_rows(grid)}  ", ("dim", places),
            indent=INDENT, hang=TEXT,
        )  # fmt: skip
        head = ["", grid.stub, *map(_cell, grid.columns)]
        rows: list[list[str]] = []
        group = ""
        for row in grid.rows:
            if row.group != group:
                group = row.group
                rows += [["", group]] if group else []
            name = f"  {_cell(row.name)}" if group else _cell(row.name)
            rows.append([_SIGNS[row.status], name, *map(_cell, row.cells)])
        write_rows(self._page, head, rows, indent=TEXT)

    def _texts(self, change: Change) -> None:
        if change.status != "changed":
            text = joined(change.new or change.old)
            self._page.line(text, indent=TEXT)
            return
        old, new = joined(change.old), joined(change.new)
        if self._options.sides:
            before, after = marked_sides(old, new)
            if not self._options.all:
                before, after = near(change, before), near(change, after)
            self._page.columns(_runs(before), _runs(after), indent=TEXT)
            return
        pieces = marked_inside(old, new)
        if pieces is None:
            if not self._options.all:
                old, new = beside(change, old, new)
            self._page.line(("-", "was:"), " ", old, indent=TEXT, hang=TEXT + 5)
            self._page.line(("+", "now:"), " ", new, indent=TEXT, hang=TEXT + 5)
            return
        self._page.line(*_runs(pieces if self._options.all else near(change, pieces)), indent=TEXT)


#: What stands before a row that changed, came or went.
_SIGNS: Final = {"new": "+", "dropped": "-", "changed": "~", "unchanged": ""}


def _cell(cell: GridCell) -> str:
    """Return a cell of a table then and now, in signs that need no styles."""
    if cell.kind == "changed":
        return f"[-{cell.old}-] {{+{cell.new}+}}"
    if cell.kind == "new":
        return f"{{+{cell.new}+}}"
    return f"[-{cell.old}-]" if cell.kind == "dropped" else cell.new


def _runs(pieces: Sequence[Piece]) -> list[Run]:
    """Return the words of a text in the styles of what became of them."""
    return [("" if kind == "same" else kind, text) for kind, text in pieces]


def _stood(change: Change) -> str:
    """Return where a moved statement stood, in words."""
    section = change.old[0].section
    now = change.new[0].section
    if [part.casefold() for part in section] == [part.casefold() for part in now]:
        return "stood elsewhere in this section"
    return f"stood in {heading_after(section, now)}"


def _mark(change: Change) -> str:
    if change.status == "unchanged":
        return ">" if "moved" in change.traits else "="
    return {"new": "+", "dropped": "-", "changed": "~"}[change.status]


def _figure(change: ClaimChange) -> Iterator[Run | str]:
    claim = change.new or change.old
    if claim is not None:
        yield f"{named(claim)}: "
        yield ("head", step(change))
        if claim.indicator and not named(claim).startswith(claim.indicator):
            yield ("dim", f" [{claim.indicator}]")
