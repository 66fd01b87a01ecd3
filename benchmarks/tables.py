"""Tables as they are printed and as the documents hold them: Markdown, with aligned columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["Cell", "table"]

Cell = str | int | float | None
"""What a table holds: numbers are printed with three digits, null as a dash."""


def _shown(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], *notes: str) -> str:
    """Return a table under its title; the first column stands left, the others right."""
    lines = [[_shown(cell).replace("|", "/") for cell in row] for row in (head, *rows)]
    widths = [max(3, *(len(line[k]) for line in lines)) for k in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        rest = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
        return "| " + " | ".join((cells[0].ljust(widths[0]), *rest)) + " |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    body = "\n".join((line(lines[0]), line(rule), *map(line, lines[1:])))
    return "\n\n".join((f"### {title}", body, *notes)) + "\n"
