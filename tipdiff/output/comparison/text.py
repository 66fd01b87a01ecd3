"""A comparison as text: what to look at first, then every change by section of the new report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tipdiff.claims.told import named, step
from tipdiff.output.comparison.explained import explained
from tipdiff.output.comparison.grids import Grid, GridCell, tabled, told_rows
from tipdiff.output.comparison.head import write_findings, write_head, write_notes, write_totals
from tipdiff.output.comparison.outline import Folded, condensed, outline
from tipdiff.output.shared.citations import cited, heading
from tipdiff.output.shared.terminal import Page, Run
from tipdiff.output.shared.text_tables import write_rows
from tipdiff.output.shared.word_diff import Piece, marked_inside, marked_sides

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, ClaimChange, Comparison, Statement

__all__ = ["comparison_text"]

#: Columns that the mark of a change takes, and that what belongs to it is indented by.
INDENT: Final = 2
TEXT: Final = 4


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
    write_findings(page, comparison)
    if options.brief:
        return page.text()
    write_notes(page, comparison)
    _Body(page, comparison, options).write()
    return page.text()


class _Body:
    """The changes in the order of the new report, under its headings."""

    def __init__(self, page: Page, comparison: Comparison, options: Options) -> None:
        self._page = page
        self._comparison = comparison
        self._options = options

    def write(self) -> None:
        for group in outline(self._comparison):
            self._page.rule()
            origin = ("dim", f"  ({group.origin})" if group.origin else "")
            self._page.line(("head", heading(group.section)), origin, hang=2)
            for item in tabled(condensed(self._comparison, group, self._options)):
                if isinstance(item, Folded):
                    self._tell(item)
                elif isinstance(item, Grid):
                    self._tabulate(item)
                else:
                    self._write(item)

    def _tell(self, folded: Folded) -> None:
        """Tell how much was folded since the last change shown."""
        if folded.unchanged:
            self._page.line(("=", f"= {folded.unchanged} unchanged"), indent=INDENT)
        if folded.apart:
            text = f"? {folded.apart} without counterpart: the other report lacks the part"
            self._page.line(("=", text), indent=INDENT)

    def _write(self, change: Change) -> None:
        mark = _mark(change)
        label = ", ".join((change.status, *change.traits))
        label += " (reviewed)" if change.reviewed else ""
        places = " → ".join(cited(side) for side in (change.old, change.new) if side)
        self._page.line((mark, f"{mark} "), label, "  ", ("dim", places), indent=INDENT, hang=TEXT)
        if "moved" in change.traits and change.old:
            origin = f"stood in {heading(change.old[0].section)}"
            self._page.line(("dim", origin), indent=TEXT, hang=TEXT + 2)
        self._texts(change)
        for claim in change.claims:
            if change.status == "changed" and claim.status != "unchanged":
                self._page.line("figure: ", *_figure(claim), indent=TEXT, hang=TEXT + 2)
        if self._options.explain:
            for line in explained(change):
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
            text = _joined(change.new or change.old)
            self._page.line(text, indent=TEXT)
            return
        old, new = _joined(change.old), _joined(change.new)
        if self._options.sides:
            before, after = marked_sides(old, new)
            self._page.columns(_runs(before), _runs(after), indent=TEXT)
            return
        pieces = marked_inside(old, new)
        if pieces is None:
            self._page.line(("-", "was:"), " ", old, indent=TEXT, hang=TEXT + 5)
            self._page.line(("+", "now:"), " ", new, indent=TEXT, hang=TEXT + 5)
            return
        self._page.line(*_runs(pieces), indent=TEXT)


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


def _mark(change: Change) -> str:
    if change.status == "unchanged":
        return ">" if "moved" in change.traits else "="
    return {"new": "+", "dropped": "-", "changed": "~"}[change.status]


def _joined(statements: Sequence[Statement]) -> str:
    """Return the text of some statements; copies are told once."""
    return " / ".join(dict.fromkeys(statement.text for statement in statements))


def _figure(change: ClaimChange) -> Iterator[Run | str]:
    claim = change.new or change.old
    if claim is not None:
        yield f"{named(claim)}: "
        yield ("head", step(change))
        if claim.indicator:
            yield ("dim", f" [{claim.indicator}]")
