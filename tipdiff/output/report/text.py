"""A report as it was read: header, sections, statements with their places, and repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.shared.citations import heading
from tipdiff.output.shared.safe import visible
from tipdiff.output.shared.terminal import Page
from tipdiff.output.shared.text_tables import write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.output.options import Options
    from tipdiff.records import Cable, Report, Section, Table

__all__ = ["report_plain", "report_text"]


def report_text(report: Report, options: Options) -> str:
    """Return how a report was read, as text.

    Args:
        report: A report.
        options: Width and styles.

    """
    page = Page(options)
    page.line(("head", f"{report.country or '(country not known)'}, edition {report.year or '?'}"))
    if report.covers is not None:
        page.line(f"covers {report.covers}", indent=2)
    if report.missing_parts:
        page.line(("warn", f"lacks part {_list(report.missing_parts)}"), indent=2)
    if report.truncated:
        page.line(("warn", "breaks off"), indent=2)
    for cable in report.cables:
        _cable(page, cable)
    _statements(page, report)
    if report.questions:
        page.rule()
        page.line(("head", f"Questions repeated by the post ({len(report.questions)})"))
        for question in report.questions:
            page.line(("dim", f"{heading(question.section)}: "), question.text, indent=2, hang=4)
    page.rule()
    page.line(("head", f"Repaired or not understood ({len(report.diagnostics)})"))
    for found in report.diagnostics:
        place = f"{found.source}:{found.line}: {found.kind}: "
        page.line(("dim", place), found.message, indent=2, hang=4)
    page.rule()
    page.line(
        f"{len(report.statements)} statements in {len(report.sections)} sections, "
        f"{_count(report.tables)}"
        f"{len(report.questions)} questions, {len(report.diagnostics)} diagnostics"
    )
    return page.text()


def report_plain(report: Report, _options: Options) -> str:
    """Return the statements of a report, one a line: what a tool that compares lines should get."""
    return "".join(f"{visible(statement.text)}\n" for statement in report.all_statements)


def _count(tables: Sequence[Table]) -> str:
    """Return how many rows in how many tables there are; nothing where there is none."""
    if not tables:
        return ""
    rows = sum(len(table.rows) for table in tables)
    return f"{rows} rows in {len(tables)} table{'s' if len(tables) > 1 else ''}, "


def _table(page: Page, table: Table) -> None:
    """Show a table as a table, with the ids of its rows before them."""
    rows = [(row.id, row.row) for row in table.rows if row.row is not None]
    page.line(("dim", f"{table.id} (table)"), f" {table.title or ''}", indent=2, hang=4)
    shown: list[list[str]] = []
    group = None
    for own, row in rows:
        if row.group != group:
            group = row.group
            shown += [["", group]] if group else []
        name = f"  {row.name}" if group else row.name
        shown.append([own, name, *(cell.text for cell in row.cells)])
    first = rows[0][1]
    head = ["", first.stub or "", *(cell.column or "" for cell in first.cells)]
    write_rows(page, head, shown, indent=4)


def _list(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))


def _cable(page: Page, cable: Cable) -> None:
    part = None
    if cable.part is not None:
        part = f"{cable.part}" + (f" of {cable.parts}" if cable.parts else "")
    facts = (
        ("post", cable.post),
        ("date", cable.date),
        ("classification", cable.classification),
        ("part", part),
        ("supersedes", cable.supersedes),
        ("subject", cable.subject),
        ("tags", " ".join(cable.tags)),
        ("references", "; ".join(cable.refs)),
        ("source", cable.source),
    )
    page.line(("head", cable.id), indent=2)
    for name, value in facts:
        if value:
            page.line(("dim", f"{name}: "), value, indent=4, hang=6)


def _statements(page: Page, report: Report) -> None:
    current: Section | None = None
    paragraph: int | None = None
    tables = {table.rows[0].id: table for table in report.tables}
    for statement in report.all_statements:
        if statement.section != current:
            current = statement.section
            page.rule()
            page.line(("head", heading(current)))
        if statement.row is not None:
            if statement.id in tables:
                _table(page, tables[statement.id])
            continue
        runs = [("dim", statement.id)]
        if statement.paragraph is not None and statement.paragraph != paragraph:
            runs.append(("dim", f" ¶{statement.paragraph}"))
        paragraph = statement.paragraph
        if statement.kind != "sentence":
            runs.append(("dim", f" ({statement.kind})"))
        page.line(*runs, " ", statement.text, indent=2, hang=4)
