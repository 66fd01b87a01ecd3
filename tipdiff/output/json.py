"""Plain data as JSON text: the same for every command."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from tipdiff.serial import to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Comparison

__all__ = ["comparison_json", "escaped", "json_text"]

#: What ``json`` itself leaves unescaped, and no terminal or UTF-8 file should get.
_ACTING: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def json_text(data: Mapping[str, Any]) -> str:
    """Return plain data as JSON, in the order of its keys.

    Letters stand as they are; what would act on a terminal (control characters, marks that turn
    the direction of writing) and lone surrogates stand as their escapes.
    """
    return escaped(json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def escaped(text: str) -> str:
    """Return JSON with the escapes that ``json`` itself does not write."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def comparison_json(comparison: Comparison, _options: Options) -> str:
    """Return a comparison in the JSON of ``docs/contract.md``."""
    return json_text(to_dict(comparison))
