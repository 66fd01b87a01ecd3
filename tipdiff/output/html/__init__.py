"""A comparison as one self-contained page: opens from disk, mails, prints, and asks for nothing."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pkgutil import get_data
from typing import TYPE_CHECKING

from tipdiff.output.html.view import view_of
from tipdiff.output.json import escaped
from tipdiff.serial import to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Comparison

__all__ = ["comparison_html"]


def comparison_html(comparison: Comparison, _options: Options) -> str:
    """Return a comparison as an HTML page.

    Args:
        comparison: A comparison.

    Returns:
        The page, with its style and script inside and a policy that lets nothing else run or load.
        All text of cables is text; the JSON of the contract stands in the element ``#data``.

    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    template = environment.from_string(_file("page.html"))
    style, script = _file("page.css"), _file("page.js")
    return template.render(
        view=view_of(comparison),
        # The files are the package's own: they hold neither </style> nor </script>.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=Markup(_data(comparison)),  # noqa: S704 (escaped below)
    )


def _file(name: str) -> str:
    return (get_data(__name__, name) or b"").decode("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _data(comparison: Comparison) -> str:
    """Return the comparison's JSON such that no browser takes any of it for markup."""
    text = json.dumps(to_dict(comparison), ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return escaped(text)
