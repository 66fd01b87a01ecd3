"""How Sphinx builds the documentation: ``make docs``, warnings as errors."""

from __future__ import annotations

import re
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "tipdiff"
author = "the tipdiff developers"
copyright = f"2026, {author}"  # noqa: A001 (Sphinx calls it so)
version = release = version_of("tipdiff")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "notebooks/.ipynb_checkpoints"]
myst_enable_extensions = ["deflist", "fieldlist"]
myst_heading_anchors = 4
#: A comment of a page is for its script, and no code to be coloured fails a build.
suppress_warnings = ["misc.highlighting_failure"]
html_theme = "furo"
html_title = f"tipdiff {release}"
html_show_sphinx = False
#: Nothing is fetched from elsewhere when a page is read.
html_copy_source = False
copybutton_prompt_text = "$ |>>> |... "
copybutton_prompt_is_regexp = False
copybutton_only_copy_prompt_lines = True
napoleon_numpy_docstring = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_preserve_defaults = True
man_pages = [("cli", "tipdiff", "tell what changed between two diplomatic reports", author, 1)]

#: Where the files of the project stand that are no pages: code, tests, the recipe book.
REPOSITORY: Final = "https://github.com/tipdiff/tipdiff/blob/main"
ROOT: Final = Path(__file__).parents[1]
_LINK: Final = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)")


def links_to_the_repository(app: Sphinx, page: str, source: list[str]) -> None:
    """Let links to what is no page lead to the repository, as they do when it is read there."""
    here = (Path(app.srcdir) / page).parent

    def told(match: re.Match[str]) -> str:
        target = (here / match[1]).resolve()
        inside = target.is_relative_to(app.srcdir) and target.suffix in {".md", ".png", ".svg"}
        if inside or not target.is_relative_to(ROOT):
            return match[0]
        return f"]({REPOSITORY}/{target.relative_to(ROOT).as_posix()}{match[2] or ''})"

    source[0] = _LINK.sub(told, source[0])


def setup(app: Sphinx) -> None:
    """Tell Sphinx of it."""
    app.connect("source-read", links_to_the_repository)
