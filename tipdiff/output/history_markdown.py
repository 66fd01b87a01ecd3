"""Histories as Markdown and as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tipdiff.output.csv import cell
from tipdiff.output.history_text import strip
from tipdiff.output.markdown import plain
from tipdiff.output.places import cited, heading

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import History

__all__ = ["history_csv", "history_markdown"]


def history_markdown(history: History, _options: Options) -> str:
    """Return threads as Markdown: a table for each section, a row for each thread."""
    lines = [f"# {plain(history.titled('what became of each statement'))}"]
    current: object = object()
    for thread in history.threads:
        if thread.section != current:
            current = thread.section
            head = f"## {plain(heading(thread.section))}"
            lines += ["", head, "", "| editions | statement | place |", "|---|---|---|"]
        place = plain(cited(thread.versions[-1].statements[:1]))
        lines.append(f"| `{strip(thread)}` | {plain(thread.text)} | {place} |")
    return "\n".join(lines) + "\n"


def history_csv(history: History, _options: Options) -> str:
    """Return threads as tidy CSV: a row for each thread and edition in which something happened."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(("thread", "edition", "event", "traits", "section", "statements", "text"))
    for thread in history.threads:
        versions = {version.year: version for version in thread.versions}
        for event in thread.events:
            version = versions.get(event.year)
            row: list[object] = [thread.id, event.year, event.kind, ", ".join(event.traits)]
            if version is None:
                row += ["", "", ""]
            else:
                ids = " + ".join(statement.id for statement in version.statements)
                row += [heading(version.statements[0].section), ids, version.text]
            writer.writerow(map(cell, row))
    return page.getvalue()
