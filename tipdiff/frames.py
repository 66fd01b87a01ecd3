"""Rows as a frame of pandas, which is loaded when the first one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipdiff.errors import TipdiffError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pandas import DataFrame

__all__ = ["frame"]


def frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> DataFrame:
    """Return flat rows as a frame with the columns given, also where there is no row.

    Args:
        rows: One mapping a row; each has every column as a key.
        columns: The columns, in order.

    Raises:
        TipdiffError: pandas is not installed.

    """
    try:
        import pandas as pd
    except ImportError:
        raise TipdiffError("pandas is not installed: pip install 'tipdiff[pandas]'") from None
    return pd.DataFrame(rows, columns=list(columns))
