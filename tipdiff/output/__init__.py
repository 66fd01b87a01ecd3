"""Renderers: callables of one signature that turn a comparison into text, found by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from tipdiff.errors import TipdiffError
from tipdiff.output.options import Options

if TYPE_CHECKING:
    from tipdiff.records import Comparison

__all__ = ["RENDERERS", "Options", "Renderer", "renderer"]

Renderer = Callable[["Comparison", Options], str]

#: Where each renderer of a comparison is; its module is loaded when it is asked for.
RENDERERS: Final[dict[str, tuple[str, str]]] = {
    "text": ("tipdiff.output.text", "comparison_text"),
    "json": ("tipdiff.output.json", "comparison_json"),
    "markdown": ("tipdiff.output.markdown", "comparison_markdown"),
    "csv": ("tipdiff.output.csv", "comparison_csv"),
    "html": ("tipdiff.output.html", "comparison_html"),
    "review": ("tipdiff.output.review", "review_template"),
}


def renderer(name: str) -> Renderer:
    """Return the renderer of a comparison by its name.

    Raises:
        TipdiffError: There is none of that name.

    """
    if name not in RENDERERS:
        raise TipdiffError(f"no renderer is called {name!r}; there are {', '.join(RENDERERS)}")
    module, function = RENDERERS[name]
    found: Renderer = getattr(import_module(module), function)
    return found
