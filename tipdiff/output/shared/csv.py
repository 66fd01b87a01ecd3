"""CSV for spreadsheets: how every table is written."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from tipdiff.output.shared.safe import visible
from tipdiff.patterns import regex

__all__ = ["MARK", "cell", "number", "written"]

#: What a spreadsheet takes for a formula when a cell begins with it, also in full width (OWASP, CSV
#: injection).
FORMULAS: Final = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20", "\t", "\r")
#: Put before such a cell: spreadsheets show it as text.
HARMLESS: Final = "'"
#: The byte order mark by which a spreadsheet knows UTF-8.
MARK: Final = "\ufeff"
#: Where a cell begins for a reader that splits at semicolons whatever is quoted, as spreadsheets of
#: many countries do, and a sign of a formula stands there. Such a reader takes quotes that are
#: doubled there for an empty quotation, and what follows for the cell.
_BEGINS: Final = regex(rf"(^|;)([\s\"]*)(?=[{''.join(map(re.escape, FORMULAS))}])")
#: Digits of a figure that is no whole number: what is worked out from such has noise behind them.
DIGITS: Final = 12


def written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV with a byte order mark and a head, as RFC 4180 has it.

    Every cell is quoted, lines end in CR and LF. Each value is a :func:`cell`.
    """
    page = io.StringIO()
    page.write(MARK)
    writer = csv.writer(page, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return page.getvalue()


def cell(value: object) -> str:
    """Return a value as a cell.

    What is null is empty; true and false are 1 and 0; a whole number has no point. Text that a
    spreadsheet would take for a formula, from its beginning or from a semicolon on, has an
    apostrophe before that.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return number(value)
    return _BEGINS.sub(rf"\1\2{HARMLESS}", visible(str(value)))


def number(value: float) -> str:
    """Return a number as spreadsheets read it: no separators, a point, no noise in the digits."""
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.{DIGITS}g}"
