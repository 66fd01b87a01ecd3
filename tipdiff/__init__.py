"""What changed between one year's diplomatic report on a country and the next.

Names are loaded when they are first used, so that importing the package costs next to nothing: not
even ``typing``, which takes a tenth of a start, in which Ctrl-C would not be met yet.
"""

from __future__ import annotations

from tipdiff.display import draw_with, plot_with, tabulate_with

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tipdiff import archive as archive
    from tipdiff.alignment import align, remembered
    from tipdiff.api import compare, history, trends
    from tipdiff.claims import extract_claims, indicators_from_data
    from tipdiff.comparison.review import review_from_data
    from tipdiff.errors import DataError, ReadError, SourceError, TipdiffError
    from tipdiff.histories.records import Event, Thread, Version
    from tipdiff.output import render
    from tipdiff.output.options import Options
    from tipdiff.output.tabular import rows, to_frame
    from tipdiff.plots import plot
    from tipdiff.reading import read, read_all
    from tipdiff.records import (
        Cable,
        Cell,
        Change,
        Claim,
        ClaimChange,
        Comparison,
        Diagnostic,
        DoubtfulPair,
        Edition,
        Evidence,
        Finding,
        Link,
        Mark,
        NearMatch,
        Note,
        Question,
        Report,
        Row,
        SectionLink,
        Statement,
        Summary,
        Table,
    )
    from tipdiff.serial import from_dict, to_dict
    from tipdiff.series.records import Point, Reading, Series

__version__ = "1.0.0"

__all__ = [
    "Cable",
    "Cell",
    "Change",
    "Claim",
    "ClaimChange",
    "Comparison",
    "DataError",
    "Diagnostic",
    "DoubtfulPair",
    "Edition",
    "Event",
    "Evidence",
    "Finding",
    "Link",
    "Mark",
    "NearMatch",
    "Note",
    "Options",
    "Point",
    "Question",
    "ReadError",
    "Reading",
    "Report",
    "Row",
    "SectionLink",
    "Series",
    "SourceError",
    "Statement",
    "Summary",
    "Table",
    "Thread",
    "TipdiffError",
    "Version",
    "align",
    "archive",
    "compare",
    "extract_claims",
    "from_dict",
    "history",
    "indicators_from_data",
    "plot",
    "read",
    "read_all",
    "remembered",
    "render",
    "review_from_data",
    "rows",
    "to_dict",
    "to_frame",
    "trends",
]

#: Where each public name that is no record comes from.
_HOMES = {
    "align": "tipdiff.alignment",
    "compare": "tipdiff.api",
    "extract_claims": "tipdiff.claims",
    "from_dict": "tipdiff.serial",
    "indicators_from_data": "tipdiff.claims",
    "plot": "tipdiff.plots",
    "read": "tipdiff.reading",
    "read_all": "tipdiff.reading",
    "remembered": "tipdiff.alignment",
    "render": "tipdiff.output",
    "Options": "tipdiff.output.options",
    "review_from_data": "tipdiff.comparison.review",
    "to_dict": "tipdiff.serial",
    "to_frame": "tipdiff.output.tabular",
    "rows": "tipdiff.output.tabular",
    "trends": "tipdiff.api",
    "history": "tipdiff.api",
    "Event": "tipdiff.histories.records",
    "Thread": "tipdiff.histories.records",
    "Version": "tipdiff.histories.records",
    "Point": "tipdiff.series.records",
    "Reading": "tipdiff.series.records",
    "Series": "tipdiff.series.records",
    "DataError": "tipdiff.errors",
    "ReadError": "tipdiff.errors",
    "SourceError": "tipdiff.errors",
    "TipdiffError": "tipdiff.errors",
}


if not TYPE_CHECKING:  # a type checker knows the names, and tells of those that are none

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name == "archive":  # a package of its own: tipdiff.archive.open, tipdiff.archive.build
            return import_module("tipdiff.archive")
        if name not in __all__:
            raise AttributeError(f"module 'tipdiff' has no attribute {name!r}")
        value: object = getattr(import_module(_HOMES.get(name, "tipdiff.records")), name)
        globals()[name] = value
        return value


def _drawn(record: object) -> str:
    """Return a record as a notebook shows it."""
    from tipdiff.output.notebook.page import html_of

    return html_of(record)


def _plotted(series: Any, ax: Any, color: str | None = None) -> Any:
    """Return the axes that a series is drawn on."""
    from tipdiff.plots import plot_series

    return plot_series(series, ax, color)


def _tabulated(record: Any) -> list[dict[str, Any]]:
    """Return a record as flat rows."""
    from tipdiff.output.tabular import rows

    return rows(record)


def _framed(record: Any) -> Any:
    """Return a record as a frame of pandas."""
    from tipdiff.output.tabular import to_frame

    return to_frame(record)


draw_with(_drawn)
plot_with(_plotted)
tabulate_with(_tabulated, _framed)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
