"""Plain data as JSON text: the same for every command."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tipdiff.serial import to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.records import Comparison

__all__ = ["comparison_json", "json_text"]


def json_text(data: Mapping[str, Any]) -> str:
    """Return plain data as JSON, letters as they are, in the order of its keys."""
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def comparison_json(comparison: Comparison, _options: Options) -> str:
    """Return a comparison in the JSON of ``docs/contract.md``."""
    return json_text(to_dict(comparison))
