"""CSV for spreadsheets: how every table is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from tipdiff.output.shared.safe import visible

__all__ = ["cell", "written"]

#: What a spreadsheet takes for a formula when a cell begins with it, also in full width (OWASP, CSV
#: injection).
FORMULAS: Final = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20", "\t", "\r")
#: Put before such a cell: spreadsheets show it as text.
HARMLESS: Final = "'"


def written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV with a head, as RFC 4180 has it: its lines end in CR and LF.

    Each value is a :func:`cell`.
    """
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return page.getvalue()


def cell(value: object) -> str:
    """Return a value as a cell.

    What is null is empty; true and false are 1 and 0; a whole number has no point. Text that a
    spreadsheet would take for a formula has an apostrophe before it.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(int(value) if float(value).is_integer() else value)
    text = visible(str(value))
    return HARMLESS + text if text.lstrip().startswith(FORMULAS) else text
