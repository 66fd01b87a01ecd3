"""What a figure over the years is: its readings, its points, the series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from tipdiff.display import Tabular, plotted
from tipdiff.records import Approximation, Edition  # noqa: TC001 from_dict reads types at run time

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Better = Literal["up", "down"]

__all__ = ["Better", "Point", "Reading", "Series"]


@frozen
class Reading:
    """What one statement says of one year.

    Attributes:
        value: As in a claim: in the unit of the series, None for a range.
        low: The least it can be; None where only an upper bound is said.
        high: The most it can be; None where only a lower bound is said.
        approximation: How surely the text says it.
        reported_in: The id of the cable.
        statement: The id of the statement.
        edition: The report's edition; None where that is not known.
        parts: The ids of the claims that the value is the sum of; empty where the text gives it.

    """

    value: float | None
    low: float | None
    high: float | None
    approximation: Approximation
    reported_in: str
    statement: str
    edition: int | None = None
    parts: tuple[str, ...] = ()


@frozen
class Point:
    """The figure of one year, as the latest report that gives it has it.

    Attributes:
        year: The calendar year the figure is about.
        value: As in a claim: in the unit of the series, None for a range.
        low: The least it can be; None where only an upper bound is said.
        high: The most it can be; None where only a lower bound is said.
        approximation: How surely the text says it.
        reported_in: The id of the cable.
        statement: The id of the statement.
        revised: Whether the last earlier report that gave the year gave another figure.
        superseded: What earlier reports gave for that year, latest first.
        conflicts: Other figures of the same thing and year in the same report.
        edition: The report's edition; None where that is not known.
        parts: The ids of the claims that the value is the sum of; empty where the text gives it.
        carried_over: Whether the statement stood in an earlier report word for word and names no
            year, so that the figure may be old.
        partial: Whether it covers only a stated part of the year: no change is worked out against
            the figure of a whole one.

    """

    year: int
    value: float | None
    low: float | None
    high: float | None
    approximation: Approximation
    reported_in: str
    statement: str
    revised: bool = False
    superseded: tuple[Reading, ...] = ()
    conflicts: tuple[Reading, ...] = ()
    edition: int | None = None
    parts: tuple[str, ...] = ()
    carried_over: bool = False
    partial: bool = False


@frozen(repr=False)
class Series(Tabular):
    """One figure over the years.

    Attributes:
        indicator: The id of the indicator; None for a figure that is followed because its statement
            stands in three or more editions.
        label: What the figure is called; without an indicator, the noun that is counted.
        unit: As in a claim.
        breakdown: As in a claim: of which part it is.
        points: By year, one each; a year without a point is a gap.
        country: Of all reports that were looked at; None where that is not known.
        editions: All reports that were looked at, oldest first.
        better: Whether ``up`` or ``down`` is better; None where the indicator does not say.
        law: The offence or statute; None where it is the one that the reports are about.
        who: The body whose figures they are; None where they are the country's.

    """

    indicator: str | None
    label: str
    unit: str
    breakdown: Mapping[str, str] = field(factory=dict)
    points: tuple[Point, ...] = ()
    country: str | None = None
    editions: tuple[Edition, ...] = ()
    better: Better | None = None
    law: str | None = None
    who: str | None = None

    def plot(self, ax: Axes | None = None, color: str | None = None) -> Axes:
        """Draw the series, on new axes if none are given, and return the axes.

        Args:
            ax: Axes of matplotlib to draw on; what they hold, and their limits, is kept.
            color: Of the line; if None one that no line on the axes has.

        Raises:
            DataError: These are no axes, or that is no colour.

        """
        axes: Axes = plotted(self, ax, color)
        return axes
