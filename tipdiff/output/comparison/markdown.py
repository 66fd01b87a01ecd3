"""A comparison as Markdown, for issue trackers and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from tipdiff.output.shared.citations import cited, heading, joined, labelled, places
from tipdiff.output.shared.markdown import inner, line, plain
from tipdiff.output.shared.word_diff import Piece, marked_inside

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Change, Comparison, Edition

__all__ = ["comparison_markdown"]


def comparison_markdown(comparison: Comparison, options: Options) -> str:
    """Return a comparison as Markdown: totals and findings, then every change by section.

    Args:
        comparison: A comparison.
        options: How much unchanged text is shown; width and styles mean nothing here.

    """
    lines = [*_head(comparison), totals(comparison), ""]
    lines += _figures(comparison) if options.figures else _findings(comparison)
    if not (options.brief or options.figures):
        lines += [*_notes(comparison), *_body(comparison, options)]
    return "\n".join(lines) + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    yield f"# {line(titled(old, new))}"
    yield ""
    for which, edition in (("Old", old), ("New", new)):
        yield f"- {which}: {_edition(edition)}"
    for warning in comparison.warnings:
        yield f"- **Warning:** {line(warning)}"
    yield ""


def _edition(edition: Edition) -> str:
    cables = (
        f"{line(cable.id)} ({line(cable.classification or 'not marked')})"
        for cable in edition.cables
    )
    return f"edition {edition.year or '?'}, {', '.join(cables)}"


def _findings(comparison: Comparison) -> Iterator[str]:
    if not comparison.findings:
        return
    yield "## Findings"
    yield ""
    for number, finding in enumerate(comparison.findings, 1):
        place = plain(place_of(comparison, finding))
        first, *more = map(line, finding.text.splitlines())
        yield "  \n   ".join((f"{number}. **{finding.kind}:** {first}", *more, f"({place})"))
    yield ""


def _figures(comparison: Comparison) -> Iterator[str]:
    """Yield the figures as a table, then and now."""
    yield "## Figures"
    yield ""
    yield _cells(["what", "then", "now", "change", "where"])
    yield _cells(["---", "--:", "--:", "--:", "---"])
    for row in figure_rows(comparison):
        where = where_told(row, lambda statement, _named: cited([statement]))
        yield _cells(
            [inner(t) for t in (row.told, row.dated_before, row.dated_after, row.became, where)]
        )
    yield ""


def _notes(comparison: Comparison) -> Iterator[str]:
    if not comparison.notes:
        return
    yield "## Notes"
    yield ""
    for note in comparison.notes:
        yield f"- {line(note.message)}"
    yield ""


def _body(comparison: Comparison, options: Options) -> Iterator[str]:
    for group in outline(comparison):
        origin = f" ({plain(group.origin)})" if group.origin else ""
        yield f"## {line(heading(group.section))}{origin}"
        yield ""
        for item in condensed(comparison, group, options):
            if isinstance(item, Grid):
                yield from _table(item)
            elif isinstance(item, Exchange):
                yield from _exchange(comparison, item, options)
            elif isinstance(item, Folded):
                yield from (f"- {words}" for _, words in item.told())
            else:
                yield from _change(comparison, item, options)
        yield ""


def _change(comparison: Comparison, change: Change, options: Options) -> Iterator[str]:
    yield f"- **{labelled(change)}** ({plain(places(change))})"
    yield from (f"  {line}" for line in _texts(change, options))
    for claim in change.claims:
        if change.status == "changed" and tells(claim):
            yield f"  - {line(told(claim))}"
    yield from (f"  {line}" for line in _links(comparison, [change]))


def _links(comparison: Comparison, changes: Sequence[Change]) -> Iterator[str]:
    """Yield the figures of some statements that stood in other words before."""
    for link in links_of(comparison, changes):
        yield f"- {line(f'{told(link)} ({told_before(link)})')}"


def _exchange(comparison: Comparison, exchange: Exchange, options: Options) -> Iterator[str]:
    """Yield what went beside what came, as a table if there is both."""
    if not (exchange.old and exchange.new):
        for stretch in (*exchange.old, *exchange.new):
            yield from (f"- {told}" for told in _stretch(stretch, options))
    else:
        yield from ("", "| then | now |", "| --- | --- |")
        for sides in zip_longest(exchange.old, exchange.new):
            told = ("<br>".join(_stretch(side, options)) if side else "" for side in sides)
            yield _cells(list(told))
        yield ""
    yield from _links(comparison, [c for s in (*exchange.old, *exchange.new) for c in s.changes])


def _stretch(stretch: Stretch, options: Options) -> Iterator[str]:
    """Yield a line for each statement of a run that is shown, the first with the count of all."""
    for label, place, text in quoted(stretch, options):
        yield f"**{label}** ({inner(place)}) {inner(text).strip()}"


def _table(grid: Grid) -> Iterator[str]:
    """Yield the rows of a table as a table of Markdown, between blank lines."""
    title = f" {line(grid.title)}" if grid.title else ""
    yield ""
    yield f"Table{title}: {told_rows(grid)} ({plain(' → '.join(grid.places))})"
    yield ""
    yield _cells([plain(grid.stub), *map(_cell, grid.columns), ""])
    yield _cells(["---", *("--:" for _ in grid.columns), "---"])
    for row in grid.rows:
        group = f"{inner(row.group)}: " if row.group else ""
        status = "" if row.status == "unchanged" else row.status
        yield _cells([group + _cell(row.name), *map(_cell, row.cells), status])
    yield ""


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: GridCell) -> str:
    """Return a cell then and now; by tags, since the signs of Markdown mark nothing at a sign."""
    went = f"<del>{inner(cell.old)}</del>" if cell.kind in {"changed", "dropped"} else ""
    came = f"<strong>{inner(cell.new)}</strong>" if cell.kind in {"changed", "new"} else ""
    return inner(cell.new) if cell.kind == "same" else f"{went} {came}".strip()


def _texts(change: Change, options: Options) -> Iterator[str]:
    if change.status != "changed":
        yield line(joined(change.new or change.old))
        return
    old, new = joined(change.old), joined(change.new)
    pieces = marked_inside(old, new)
    if pieces is None:
        old, new = (old, new) if options.all else beside(change, old, new)
        # Tags, since the signs of Markdown mark nothing that ends in a space or a sign.
        yield f"<del>{line(old)}</del>  "
        yield line(new)
        return
    yield "".join(_marked(pieces if options.all else near(change, pieces))).strip()


#: How words that went and came are marked, and how where Markdown would not take that for a mark:
#: between a letter and a sign.
_MARKS: Final = {"old": ("~~", "~~"), "new": ("**", "**")}
_TAGS: Final = {"old": ("<del>", "</del>"), "new": ("<strong>", "</strong>")}


def _marked(pieces: Sequence[Piece]) -> Iterator[str]:
    for k, (kind, text) in enumerate(pieces):
        bare = text.strip()
        if kind == "same" or not bare:
            yield plain(text)
            continue
        before = pieces[k - 1][1][-1:] if k else ""
        after = pieces[k + 1][1][:1] if k + 1 < len(pieces) else ""
        start, _, end = text.partition(bare)
        inside = all(
            (bare[edge].isalnum() or not (near or " ").isalnum())
            and (near or " ").isascii()
            and bare[edge].isascii()
            for edge, near in ((0, start[-1:] or before), (-1, end[:1] or after))
        )
        mark = (_MARKS if inside else _TAGS)[kind]
        yield f"{start}{mark[0]}{plain(bare)}{mark[1]}{end}"
