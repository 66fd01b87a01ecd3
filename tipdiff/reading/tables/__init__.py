"""Tables in the text: found among the lines of a body before these are cut into blocks.

What is found becomes one line of the kind ``table``, so that what follows never sees rows as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.reading.layout import Line
from tipdiff.reading.tables.cells import is_ruling, may_be_row
from tipdiff.reading.tables.edges import years_of
from tipdiff.reading.tables.piped import piped_table, tabbed_table
from tipdiff.reading.tables.spaced import spaced_table

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["lifted"]


def lifted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each table's in one line of the kind ``table``."""
    kept: list[Line] = []
    done = index = expected = 0  # lines kept so far, the one in view, and years in a line above it
    while index < len(lines):
        line = lines[index]
        found = None
        if line.kind == "text" and "|" in line.text:
            found = piped_table(lines, index, done)
        elif (
            line.kind == "text" and (expected or may_be_row(line.text)) and not is_ruling(line.text)
        ):
            years = years_of(line)
            found = None if years else spaced_table(lines, index, done, expected)
            expected = sum(piece.is_year for piece in years.pieces) if years else 0
        if found is None and line.kind == "text" and "\t" in line.text:
            found = tabbed_table(lines, index, done)
        if found is None:
            index += 1
            continue
        kept += lines[done : found.first]
        kept.append(Line("table", "", line.start, line.start, line.indent, found.table))
        done = index = found.last + 1
    return [*kept, *lines[done:]]
