"""A comparison as one self-contained page: opens from disk, mails, prints, and asks for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdiff.output.comparison.html.view import view_of
from tipdiff.output.shared.html.pages import page
from tipdiff.serial import to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Comparison

__all__ = ["comparison_html", "page"]


def comparison_html(comparison: Comparison, options: Options) -> str:
    """Return a comparison as an HTML page.

    Args:
        comparison: A comparison.
        options: Whether it opens with old and new text in two columns (``sides``) and with
            unchanged text unfolded (``all``), which a reader can change; or whether it holds the
            findings and nothing else (``brief``).

    Returns:
        The page, with its style and script inside and a policy that lets nothing else run or load.
        All text of cables is text; the JSON of the contract stands in the element ``#data``.

    """
    return page(
        "diff", to_dict(comparison), acts=not options.brief, view=view_of(comparison, options)
    )
