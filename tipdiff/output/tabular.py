"""Results as flat rows, and as frames of pandas: the rows that are written as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tipdiff.arguments import expect
from tipdiff.errors import DataError
from tipdiff.frames import frame
from tipdiff.histories.records import Thread
from tipdiff.output.claims import tables as of_claims
from tipdiff.output.comparison import tables as of_comparison
from tipdiff.output.history.tables import TABLES
from tipdiff.output.results import History
from tipdiff.records import Change, Claim, Comparison
from tipdiff.series import tables as of_series
from tipdiff.series.records import Series

if TYPE_CHECKING:
    from pandas import DataFrame

    #: What can be a table.
    Tabulated = (
        Comparison
        | Series
        | Thread
        | Claim
        | Change
        | Sequence[Series]
        | Sequence[Thread]
        | Sequence[Claim]
        | Sequence[Change]
    )

__all__ = ["rows", "to_frame"]


class _Table(NamedTuple):
    """Records of a kind as a table: its columns, and what gives the cells of its rows."""

    columns: tuple[str, ...]
    cells: Callable[[Sequence[Any]], Iterable[Sequence[object]]]


def _points(series: Sequence[Series]) -> Iterable[Sequence[object]]:
    return (tuple(row.values()) for row in of_series.rows(series))


def _events(threads: Sequence[Thread]) -> Iterable[Sequence[object]]:
    return TABLES["threads"].rows(History(tuple(threads)), 0.0)


def _claims(claims: Sequence[Claim]) -> Iterable[Sequence[object]]:
    return map(of_claims.row_of_claim, claims)


#: The table of each kind of record; of a comparison, that of its changes.
_TABLES: Final[Mapping[type, _Table]] = {
    Change: _Table(of_comparison.COLUMNS, of_comparison.rows_of_changes),
    Series: _Table(of_series.COLUMNS, _points),
    Thread: _Table(TABLES["threads"].columns, _events),
    Claim: _Table(of_claims.COLUMNS, _claims),
}


def rows(given: Tabulated, *, figures: bool = False) -> list[dict[str, Any]]:
    """Return a result as flat rows: texts, numbers, truth values and None under names.

    The columns are those of the CSV that the command line writes, whatever there is in them; a
    comparison, a series and a thread have the method ``rows`` for it too. Nothing needs pandas.

    Args:
        given: A ``Comparison`` or some of its changes, one row a change; series, one row a point;
            threads, one row for each edition in which something happened to a statement; claims,
            one row each. A sequence holds records of one kind.
        figures: Whether a row is a figure then and now, as with ``tipdiff diff --figures``: of a
            comparison only.

    Returns:
        One mapping a row, in the order of what was given, all with the same keys; none for an empty
        sequence.

    Raises:
        DataError: It is none of these.

    """
    columns, cells = _tabulated(given, figures=figures)
    return [dict(zip(columns, row, strict=True)) for row in cells]


def to_frame(given: Tabulated, *, figures: bool = False) -> DataFrame:
    """Return a result as a frame of pandas (the extra ``tipdiff[pandas]``): its :func:`rows`.

    A comparison, a series and a thread have the method ``to_frame`` for it too.

    Args:
        given: What :func:`tipdiff.rows` takes.
        figures: Whether a row is a figure then and now: of a comparison only.

    Returns:
        The frame, with the columns of the kind also where there is no row. An empty sequence does
        not tell its kind: its frame has no columns.

    Raises:
        DataError: It is nothing that can be a table.
        TipdiffError: pandas is not installed.

    """
    columns, cells = _tabulated(given, figures=figures)
    return frame([dict(zip(columns, row, strict=True)) for row in cells], columns)


def _tabulated(
    given: object, *, figures: object
) -> tuple[tuple[str, ...], Iterable[Sequence[object]]]:
    """Return the columns of a result, and the cells of its rows."""
    expect("figures", figures, bool, "true or false")
    if isinstance(given, Comparison):
        if figures:
            return of_comparison.OF_FIGURES, of_comparison.rows_of_figures(given)
        given = given.changes
        kind: type = Change
    else:
        if figures:
            raise DataError(f"figures: a {type(given).__name__} has no figures then and now")
        given = given if isinstance(given, list | tuple) else (given,)
        if not given:
            return (), ()
        kind = type(given[0])
        if kind not in _TABLES:
            raise DataError(
                f"a {kind.__name__} is no table: only a Comparison, and Series, Threads, Claims or"
                " Changes, or a list of one kind of these"
            )
        if (place := _other(given, kind)) is not None:
            wrong = type(given[place]).__name__
            raise DataError(
                f"a table holds one kind: expected a {kind.__name__} at {place}, got {wrong}"
            )
    table = _TABLES[kind]
    return table.columns, table.cells(given)


def _other(items: Sequence[object], kind: type) -> int | None:
    """Return the place of the first item of another kind; None if all are of one."""
    return next((place for place, item in enumerate(items) if type(item) is not kind), None)
