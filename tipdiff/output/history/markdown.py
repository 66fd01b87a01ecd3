"""Histories as Markdown: a table of a view's rows; of threads, a table for each section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.history.tables import rows_of
from tipdiff.output.history.text import strip
from tipdiff.output.shared.citations import cited, heading
from tipdiff.output.shared.markdown import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipdiff.output.options import Options
    from tipdiff.output.results import History

__all__ = ["history_markdown"]


def history_markdown(history: History, options: Options) -> str:
    """Return a view as Markdown: of threads, a table for each section; else one table.

    Raises:
        TipdiffError: There is no such view.

    """
    table, rows = rows_of(options.view, history, options.min_score)
    lines = [f"# {line(history.titled(table.title))}"]
    if history.warnings:
        lines += ["", *(f"- **Warning:** {line(warning)}" for warning in history.warnings)]
    if options.view == "threads":
        lines += _threads(history, options.min_score)
    else:
        names = [name.replace("_", " ") for name in table.columns]
        lines += ["", f"| {' | '.join(names)} |", "|---" * len(table.columns) + "|"]
        lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    return "" if value is None else line(str(value))


def _threads(history: History, least: float) -> Iterator[str]:
    current: object = object()
    for thread in history.threads:
        if thread.section != current:
            current = thread.section
            head = f"## {line(heading(thread.section))}"
            yield from ("", head, "", "| editions | statement | place |", "|---|---|---|")
        place = line(cited(thread.versions[-1].statements[:1]))
        yield f"| `{strip(thread, least)}` | {line(thread.text)} | {place} |"
