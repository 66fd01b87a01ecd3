"""Rows as a frame of pandas, which is loaded when the first one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tipdiff.errors import TipdiffError
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pandas import DataFrame

__all__ = ["frame"]


#: Half a character of UTF-16: columns of texts are kept as UTF-8, which has none.
_HALF: Final = regex("[\ud800-\udfff]")


def frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> DataFrame:
    """Return flat rows as a frame with the columns given, also where there is no row.

    Half a character, which a column of texts cannot hold, becomes U+FFFD.

    Args:
        rows: One mapping a row; each has every column as a key.
        columns: The columns, in order.

    Raises:
        TipdiffError: pandas is not installed.

    """
    try:
        import pandas as pd
    except ImportError:
        hint = 'pandas is not installed: python -m pip install "tipdiff[pandas]"'
        raise TipdiffError(hint) from None
    whole = [{name: _whole(cell) for name, cell in row.items()} for row in rows]
    return pd.DataFrame(whole, columns=list(columns))


def _whole(cell: Any) -> Any:
    return _HALF.sub("\ufffd", cell) if isinstance(cell, str) else cell
