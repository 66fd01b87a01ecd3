"""Figures over the years as one self-contained page: tables, pictures, and where each figure is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.shared.html.pages import page
from tipdiff.output.trends.html.view import view_of
from tipdiff.serial import trends_to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Trends

__all__ = ["trends_html"]


def trends_html(trends: Trends, options: Options) -> str:
    """Return figures over the years as an HTML page.

    Args:
        trends: The series of one country.
        options: The view.

    Returns:
        The page, with its style and script inside and a policy that lets nothing else run or load.
        All text of cables is text; the JSON of the contract stands in the element ``#data``.

    """
    data = trends_to_dict(trends.series, trends.country, trends.editions)
    return page("trends", data, view=view_of(trends, options.view))
