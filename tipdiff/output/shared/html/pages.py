"""What makes a page self-contained: its style and script inside, a policy, and its data."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from tipdiff.output.json import escaped

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["page", "templates"]

#: Where the files of the pages stand, in ``tipdiff.output``: each beside the code that fills it.
FOLDERS: Final = (
    "shared/html",
    "comparison/html",
    "history/html",
    "trends/html",
    "notebook",
)
#: The files that every page begins with.
BASE: Final = "base"


def page(name: str, data: Mapping[str, Any], *, acts: bool = True, **view: object) -> str:
    """Return a page that opens from disk and asks for nothing.

    Args:
        name: Of the page: ``name.html`` extends ``base.html``. Its style is ``base.css`` and
            ``name.css``; its script, if it has any, the files ``name-*.js`` and ``name.js`` in
            this order.
        data: The plain data that the page tells of; it holds them in the element ``#data``.
        acts: Whether it has its script; a page that only tells needs none.
        view: What the template is filled with. Every text in it is escaped.

    Returns:
        The page, with a policy that lets nothing but its own style and script apply or run, and
        nothing load.

    """
    from markupsafe import Markup

    environment = templates(keep_trailing_newline=True)
    files = environment.list_templates(extensions=("css", "js"))
    styles = dict.fromkeys((f"{BASE}.css", f"{name}.css"))
    scripts = [file for file in files if file.startswith(f"{name}-") and file.endswith(".js")]
    style = _joined(environment, [file for file in styles if file in files])
    scripts = [file for file in (*scripts, f"{name}.js") if acts and file in files]
    script = _joined(environment, scripts)
    return environment.get_template(f"{name}.html").render(
        # The files are the package's own: they hold neither </style> nor </script>.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=Markup(_embedded(data)),  # noqa: S704 (escaped below)
        **view,
    )


def templates(*, keep_trailing_newline: bool = False) -> Environment:
    """Return what fills the package's own templates: every variable is escaped and must be given.

    Args:
        keep_trailing_newline: Whether what is filled ends with a line feed, as a file does.

    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader("tipdiff.output", folder) for folder in FOLDERS]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=keep_trailing_newline,
        undefined=StrictUndefined,
    )


def _joined(environment: Environment, files: Sequence[str]) -> str:
    loader = environment.loader
    if loader is None:  # pragma: no cover - it has one
        raise TypeError("an environment without a loader")
    return "".join(loader.get_source(environment, file)[0] for file in files)


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _embedded(data: Mapping[str, Any]) -> str:
    """Return data as JSON such that no browser takes any of it for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return escaped(text)
