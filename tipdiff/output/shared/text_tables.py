"""Tables of a text page: as wide as their columns, names to the left, figures to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipdiff.output.shared.columns import filled, width_of
from tipdiff.output.shared.safe import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdiff.output.shared.terminal import Page

__all__ = ["write_rows"]

#: Between two columns.
BETWEEN: Final = "  "


def write_rows(
    page: Page, head: Sequence[str], rows: Sequence[Sequence[str]], *, indent: int, left: int = 2
) -> None:
    """Add a table to a page.

    Args:
        page: The page.
        head: The headings; a table without any has no line of them.
        rows: The rows; one that is shorter than others ends there.
        indent: Columns before each line.
        left: How many of the first columns are set to the left.

    """
    shown = [[visible(cell) for cell in row] for row in (head, *rows)]
    count = max(map(len, shown))
    widths = [
        max((width_of(row[k]) for row in shown if k < len(row)), default=0) for k in range(count)
    ]
    for number, row in enumerate(shown):
        if number == 0 and not any(row):
            continue
        cells = (
            filled(cell, width, right=k >= left)
            for k, (cell, width) in enumerate(zip(row, widths, strict=False))
        )
        page.raw((" " * indent + BETWEEN.join(cells)).rstrip())
