"""A history as one self-contained page: renewal, threads with their strips, blame, promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.history.html.view import view_of
from tipdiff.output.shared.html.pages import page
from tipdiff.serial import history_to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import History

__all__ = ["history_html"]


def history_html(history: History, options: Options) -> str:
    """Return a history as an HTML page.

    Args:
        history: The threads of one country.
        options: The view at which the page opens, and which links are sure.

    Returns:
        The page, with its style and script inside and a policy that lets nothing else run or load.
        All text of cables is text; the JSON of the contract stands in the element ``#data``.

    """
    data = history_to_dict(history.threads, history.country)
    return page("history", data, view=view_of(history, options.view, options.min_score))
