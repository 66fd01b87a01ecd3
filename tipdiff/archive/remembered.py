"""What was found in a file, as the database keeps it for the next build: JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from attrs import asdict

from tipdiff.archive.records import Found

__all__ = ["from_json", "to_json"]


def to_json(found: Iterable[Found]) -> str:
    """Return the cables of a file as they are kept."""
    return json.dumps([asdict(cable) for cable in found], ensure_ascii=False)


def from_json(data: str) -> tuple[Found, ...]:
    """Return the cables that :func:`to_json` kept."""
    cables: list[dict[str, Any]] = json.loads(data)
    return tuple(Found(**(cable | {"tags": tuple(cable["tags"])})) for cable in cables)
